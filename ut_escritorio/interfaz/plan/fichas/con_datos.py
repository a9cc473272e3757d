"""Un texto del plan donde se ponen datos por su nombre: lo que pone el programa se lee entre ‹ ›."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ut_escritorio.dominio.cambios_del_plan.armado.ofrecidos import (
    VARIOS,
    Dato,
    Manera,
    escrito,
    sugeridos,
)
from ut_escritorio.dominio.plan.rotulado import rotular
from ut_escritorio.interfaz.comunes.aspecto.lista_que_cede import ListaQueCede
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, boton
from ut_escritorio.interfaz.comunes.entrada.campo_limpio import CuadroLimpio
from ut_escritorio.interfaz.plan.fichas.ficha import campo
from ut_escritorio.interfaz.plan.fichas.lista_de_datos import ListaDeDatos

_JUNTOS = "\N{NO-BREAK SPACE}"  # que un signo no quede en un renglón y su par en otro
_ENTRE = (
    "Para poner un dato escriba < y su nombre, o escójalo abajo. "
    f"Lo que va entre ‹{_JUNTOS}› lo pone el programa. "
    f"Lo que va entre [{_JUNTOS}] no se dice si le falta un dato."
)


class TextoConDatos(QWidget):
    """El texto y, debajo, el dato que se le pone donde está el cursor; `cambio` sale al escribir."""

    cambio = Signal()

    def __init__(
        self, nombre: str, patron: str, cifras: dict[str, str], datos: Callable[[], tuple[Dato, ...]]
    ) -> None:
        super().__init__()
        self._rotulado, self._cifras, self._ofrece = rotular(patron, cifras), cifras, datos
        self.texto = CuadroLimpio(self._rotulado.texto)
        self.texto.setAccessibleName(nombre)
        self.texto.setTabChangesFocus(True)
        self.texto.setMinimumHeight(self.fontMetrics().lineSpacing() * 7 + 14)
        self.dato = ListaQueCede("Dato", 8)
        self.varios = ListaQueCede("Si son varios renglones", 6)
        for dicho, formas in VARIOS:
            self.varios.addItem(dicho, formas)
        self.manera = ListaQueCede("Cómo se dice", 8)
        self.uno = campo("Si es uno", ayuda="si es uno: la sesión")
        self.mas = campo("Si son varios", ayuda="si son varios: las sesiones")
        self.poner = boton("&Poner el dato", self._poner, "agregar")
        self.ofrecer()
        self.lista = ListaDeDatos(
            self.texto,
            lambda tecleado: sugeridos(self._ofrece(), tecleado),
            lambda cual: self._escribir(cual.patron, cual.dato),
        )
        self._armar()
        self.texto.textChanged.connect(self.cambio)
        self.dato.currentIndexChanged.connect(lambda _: self._al_escoger())
        self.manera.currentIndexChanged.connect(lambda _: self._al_dia())
        self._al_escoger()

    def limpio(self) -> str:
        """Lo escrito, como se lee."""
        return self.texto.limpio()

    def patron(self) -> str:
        """Lo escrito, como se guarda; ValorInvalido si algo no se entiende."""
        return self._rotulado.de_vuelta(self.limpio())

    def ofrecer(self) -> None:
        """Vuelve a leer qué datos se pueden poner."""
        actual = self.dato.currentText()
        self.dato.blockSignals(True)
        self.dato.clear()
        for dato in self._ofrece():
            self.dato.addItem(dato.nombre, dato)
        self.dato.setCurrentIndex(max(0, self.dato.findText(actual)))
        self.dato.blockSignals(False)

    def elegir(self, campo: str) -> None:
        """Deja escogido ese dato."""
        campos = [self.dato.itemData(n).campo for n in range(self.dato.count())]
        self.dato.setCurrentIndex(campos.index(campo))

    def _armar(self) -> None:
        acomodo = QVBoxLayout(self)
        acomodo.setContentsMargins(0, 0, 0, 0)
        acomodo.addWidget(self.texto)
        acomodo.addWidget(Letrero(_ENTRE, "letra_tenue"))
        gestos = QGridLayout()
        gestos.setColumnStretch(0, 3)
        gestos.setColumnStretch(1, 2)
        gestos.addWidget(self.dato, 0, 0)
        gestos.addWidget(self.varios, 0, 1)
        gestos.addWidget(self.manera, 1, 0)
        gestos.addWidget(self.poner, 1, 1)
        gestos.addWidget(self.uno, 2, 0)
        gestos.addWidget(self.mas, 2, 1)
        acomodo.addLayout(gestos)

    def _al_escoger(self) -> None:
        dato: Dato | None = self.dato.currentData()
        self.manera.clear()
        for manera in dato.maneras if dato else ():
            self.manera.addItem(manera.dicho, manera)
        self._al_dia()

    def _al_dia(self) -> None:
        manera: Manera | None = self.manera.currentData()
        for pieza in (self.uno, self.mas):
            pieza.setVisible(manera is not None and manera.elige)
        self.poner.setEnabled(manera is not None)

    def _poner(self) -> None:
        """Pone el dato donde está el cursor, con su nombre entre ‹ ›."""
        dato, manera = self.dato.currentData(), self.manera.currentData()
        patron = escrito(dato, self.varios.currentData(), manera, self.uno.text(), self.mas.text())
        self._escribir(patron, dato)
        self.varios.setCurrentIndex(0)
        self.texto.setFocus()

    def _escribir(self, patron: str, dato: Dato) -> None:
        self._rotulado, rotulo = self._rotulado.con(patron, {**self._cifras, dato.campo: dato.nombre})
        self.texto.insertPlainText(rotulo)
