"""Los campos del formulario de un renglón: cada clase de dato con su manera de pedirse.

Todos dan lo mismo: `poner` muestra lo guardado y `cambio` sale con lo que ella escribió.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QCompleter,
    QWidget,
)

from ut_escritorio.dominio.oficios.folios import SI_ES_UNO, por_aclarar, tramo_dudoso
from ut_escritorio.dominio.plan.formas import ClaseDeCampo
from ut_escritorio.dominio.trimestre.conteos import leer_conteo
from ut_escritorio.dominio.trimestre.nombres import parecidos
from ut_escritorio.dominio.trimestre.renglones import leer_campo
from ut_escritorio.errores import ValorInvalido
from ut_escritorio.interfaz.comunes.aspecto.lista_que_cede import ListaQueCede
from ut_escritorio.interfaz.comunes.aspecto.piezas import agrandar
from ut_escritorio.interfaz.comunes.campos.campo_escrito import CampoEscrito
from ut_escritorio.interfaz.comunes.campos.fechas import CampoDeFecha
from ut_escritorio.interfaz.comunes.campos.lista_cerrada import ListaCerrada
from ut_escritorio.interfaz.comunes.campos.ofrecidos import OfrecidosEnteros, sin_barra
from ut_escritorio.interfaz.comunes.campos.sugerencias import Sugerencias
from ut_escritorio.interfaz.comunes.campos.textos import TextoLargo


class CampoDeTexto(CampoEscrito):
    """Un renglón de texto."""

    def __init__(self, nombre: str, ayuda: str = "") -> None:
        super().__init__(nombre, ayuda, "")
        self.setPlaceholderText(ayuda)

    def leer(self, texto: str) -> str:
        """Lo escrito, tal cual."""
        return texto

    def decir(self, valor: str) -> str:
        """El texto, sin espacios a los lados."""
        return valor.strip()


class CampoDeFolios(CampoDeTexto):
    """El número de un solo oficio: de «645-650» o «645 al 650» dice que parecen varios."""

    def leer(self, texto: str) -> str:
        """Lo escrito, si es de uno solo."""
        return de_uno_solo(texto)


class CampoDeNumero(CampoEscrito):
    """Una cantidad o nada; lo que no es número se queda a la vista, en rojo, sin guardarse."""

    def __init__(self, nombre: str) -> None:
        super().__init__(nombre)
        self.setMaximumWidth(self.fontMetrics().averageCharWidth() * 14)

    def leer(self, texto: str) -> int | None:
        """La cantidad escrita; None si no hay nada."""
        return leer_conteo(texto)

    def decir(self, valor: int | None) -> str:
        """«12»."""
        return "" if valor is None else str(valor)


class CampoDeClase(CampoEscrito):
    """Una hora o un número propios de una forma; lo que no lo es se queda a la vista, sin guardarse."""

    def __init__(self, nombre: str, clase: ClaseDeCampo) -> None:
        super().__init__(nombre, valor="")
        self._clase: ClaseDeCampo = clase
        self.setMaximumWidth(self.fontMetrics().averageCharWidth() * 14)

    def leer(self, texto: str) -> str:
        """Lo escrito, como se guarda."""
        return leer_campo(self._clase, texto)

    def decir(self, valor: str) -> str:
        """Como se guardó; la fecha, como se escribe aquí."""
        if self._clase == "fecha":
            with suppress(ValueError):
                return f"{date.fromisoformat(valor):%d/%m/%Y}"
        return valor


class CampoDeLista(ListaQueCede):
    """Una cosa de una lista corta; cada una con su clave y su nombre."""

    cambio = Signal(object)

    def __init__(self, nombre: str, opciones: Sequence[tuple[Any, str]]) -> None:
        super().__init__(nombre, 10)
        self.ofrecer(opciones)
        self.activated.connect(lambda cual: self.cambio.emit(self.itemData(cual)))

    def ofrecer(self, opciones: Sequence[tuple[Any, str]]) -> None:
        """Cambia lo que se puede escoger; lo escogido sigue así, si aún está."""
        if opciones == [(self.itemData(i), self.itemText(i)) for i in range(self.count())]:
            return
        escogida = self.currentData()
        self.clear()
        for clave, rotulo in opciones:
            self.addItem(rotulo, clave)
        if escogida is not None:
            self.poner(escogida)

    def poner(self, valor: Any) -> None:
        """Muestra la opción guardada."""
        self.setCurrentIndex(self.findData(valor))


class CampoDeSi(QCheckBox):
    """Un sí o no."""

    cambio = Signal(bool)

    def __init__(self, nombre: str) -> None:
        super().__init__(nombre)
        agrandar(self)
        self.setAccessibleName(nombre)
        self.toggled.connect(self.cambio)

    def poner(self, valor: bool) -> None:
        """Muestra el sí o no guardado."""
        with QSignalBlocker(self):
            self.setChecked(valor)


def de_uno_solo(texto: str) -> str:
    """Lo escrito; ValorInvalido si es de varios oficios, o puede serlo."""
    if (tramo := tramo_dudoso(texto)) is not None:
        raise ValorInvalido(
            f"«{tramo.escrito}» parece de {tramo.cuantos:,} oficios, y aquí va uno. {SI_ES_UNO}"
        )
    if duda := por_aclarar(texto):
        raise ValorInvalido(duda)
    return texto


def con_nombres(campo: CampoDeTexto, nombres: Sequence[str]) -> CampoDeTexto:
    """El campo, con los nombres que van coincidiendo debajo de lo que se escribe."""
    Sugerencias(campo, nombres, acepta_la_primera=True)
    return campo


def campo_de_fecha(nombre: str, hoy: Callable[[], date], cerca_de: date) -> CampoDeFecha:
    """El campo de fecha, del ancho de una fecha."""
    campo = CampoDeFecha(nombre, hoy, cerca_de)
    campo.setMaximumWidth(campo.fontMetrics().averageCharWidth() * 18)
    return campo


class CampoLargo(TextoLargo):
    """Un texto que no cabe a lo ancho; Enter pasa al dato siguiente.

    Es de un renglón, salvo que se pida `con_renglones`: entonces Mayús+Enter lo parte. Con `opciones`
    ofrece las que van con lo escrito, sin distinguir acentos.
    """

    def __init__(
        self, nombre: str, ayuda: str = "", opciones: Sequence[str] = (), *, con_renglones: bool = False
    ) -> None:
        super().__init__(nombre, 2, en_un_renglon=not con_renglones)
        self._con_renglones = con_renglones
        self.setPlaceholderText(ayuda)
        self._posibles = opciones
        self._ofrecidas = OfrecidosEnteros(self)
        self._ayudante = QCompleter(self._ofrecidas, self)
        self._ayudante.setWidget(self)
        lista = self._ayudante.popup()
        assert lista is not None
        sin_barra(lista)
        ListaCerrada(lista, self)
        self._opciones = lista
        self._ayudante.activated.connect(self.setPlainText)

    def keyPressEvent(self, e: QKeyEvent) -> None:
        con_lista = self._opciones.isVisible()
        es_enter = e.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if con_lista and (es_enter or e.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Escape)):
            e.ignore()
        elif es_enter and not (self._con_renglones and e.modifiers() & Qt.KeyboardModifier.ShiftModifier):
            self.focusNextChild()
        else:
            super().keyPressEvent(e)
            self._ofrecer(e.text())

    def _ofrecer(self, tecleado: str) -> None:
        escrito = self.toPlainText()
        if not tecleado.isprintable() or len(escrito.strip()) < 3:
            self._opciones.hide()
            return
        self._ofrecidas.setStringList(parecidos(escrito, self._posibles))
        if self._ofrecidas.rowCount():
            self._ayudante.complete()
        else:
            self._opciones.hide()


Campo = CampoEscrito | TextoLargo | CampoDeLista | CampoDeSi


def es_ancho(campo: QWidget) -> bool:
    """Si el campo pide todo el ancho del formulario."""
    return isinstance(campo, (TextoLargo, CampoDeTexto, CampoDeSi))
