"""Qué parte del libro se ve: cuáles oficios, de qué año, mes, clase y área, y lo que se busca."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ut_escritorio.dominio.oficios.libro import VISTAS, Cuenta, Pedido, Vista
from ut_escritorio.dominio.palabras.llano import llano
from ut_escritorio.dominio.palabras.redaccion import con_inicial, lista
from ut_escritorio.dominio.periodos import MESES
from ut_escritorio.interfaz.comunes.aspecto.piezas import boton, sin_atajo
from ut_escritorio.interfaz.comunes.aspecto.que_ceden import LetreroQueCede
from ut_escritorio.interfaz.comunes.aspecto.que_se_parte import HileraQueSeParte
from ut_escritorio.interfaz.comunes.campos.de_renglon import CampoDeLista
from ut_escritorio.interfaz.comunes.entrada.campo_limpio import CampoLimpio
from ut_escritorio.servicios.oficios.libro import Libro

_TODOS, _TODAS = (None, "todos"), ("", "todas")


class Filtros(QWidget):
    """`cambio` sale con cada tecla en la búsqueda y al escoger otra parte; `cambio_de_anio`, otro libro.

    `pide_lista`, al bajar de la búsqueda a la lista.
    """

    cambio = Signal()
    cambio_de_anio = Signal()
    pide_lista = Signal()

    def __init__(self, anios: Sequence[int], anio: int) -> None:
        super().__init__()
        self.ver = CampoDeLista("Ver", [(vista, con_inicial(vista)) for vista in VISTAS])
        self.anio = CampoDeLista("Año", [(cada, str(cada)) for cada in anios])
        self.anio.poner(anio)
        self.mes = CampoDeLista("Mes", [_TODOS, *enumerate(MESES, 1)])
        self.clase, self.area = CampoDeLista("Clase", [_TODAS]), CampoDeLista("Área", [_TODAS])
        self.busca = _Busca()
        self._cuenta: Cuenta | None = None
        self.solo = boton("Ver todos", self._ver_todos, "quitar")
        self.solo.hide()
        acomodo = HileraQueSeParte(self, entre=6)
        for rotulo, campo, letras in (
            ("Ver", self.ver, 14), ("Año", self.anio, 4), ("Mes", self.mes, 8),
            ("Clase", self.clase, 8), ("Área", self.area, 13),
        ):  # fmt: skip
            letrero = LetreroQueCede(rotulo)
            letrero.setBuddy(campo)
            campo.setMinimumContentsLength(letras)
            acomodo.agregar_juntas(letrero, campo)
            de_esta = self.cambio_de_anio if campo is self.anio else self.cambio
            campo.cambio.connect(lambda _, sale=de_esta: sale.emit())
        acomodo.agregar(self.solo)
        self.busca.textChanged.connect(lambda _: self.cambio.emit())
        self.busca.baja.connect(self.pide_lista)

    def ejercicio(self) -> int:
        """El año del libro que se ve."""
        return self.anio.currentData()

    def pedido(self) -> Pedido:
        """Lo que se quiere ver de él."""
        return Pedido(
            vista=self.ver.currentData() or "todos",
            mes=self.mes.currentData(),
            clase=self.clase.currentData() or "",
            area=self.area.currentData() or "",
            buscado=self.busca.text(),
            cuenta=self._cuenta,
        )

    def ofrecer(self, libro: Libro) -> None:
        """Las clases y áreas que hay, y cuántos oficios en cada vista; lo escogido sigue así."""
        todas, hay = libro.todas, libro.cuentas
        self.ver.ofrecer([(vista, _con_cuantos(vista, hay[vista])) for vista in VISTAS])
        self.clase.ofrecer([_TODAS, *_cada(fila.oficio.clase for fila in todas)])
        self.area.ofrecer([_TODAS, *_cada(fila.con for fila in todas)])

    def poner(self, pedido: Pedido) -> None:
        """Deja pedido lo que se pedía; no avisa: quien lo pone vuelve a leer."""
        with QSignalBlocker(self):
            for campo, valor in (
                (self.ver, pedido.vista), (self.mes, pedido.mes), (self.clase, pedido.clase),
                (self.area, pedido.area),
            ):  # fmt: skip
                campo.poner(valor)
            self.busca.setText(pedido.buscado)
        self._contar(pedido.cuenta)

    def _contar(self, cuenta: Cuenta | None) -> None:
        """Deja, o no, solo los que cuentan para una cifra: su botón lo dice y lo quita."""
        self._cuenta = cuenta
        self.solo.setVisible(cuenta is not None)
        if cuenta is not None:
            cuando = lista([MESES[mes - 1] for mes in cuenta.meses])
            self.solo.setText(sin_atajo(f"Solo los de «{cuenta.de_que}», {cuando}"))
            self.solo.setAccessibleName(f"{self.solo.text()}: dejar de ver solo esos")
            self.solo.setToolTip("Para ver otra vez todos")

    def _ver_todos(self) -> None:
        self._contar(None)
        self.ver.setFocus()
        self.cambio.emit()

    def buscar(self) -> None:
        """Pone el cursor en la búsqueda, sobre lo que tenga escrito."""
        self.busca.setFocus()
        self.busca.selectAll()

    def ver_todo(self, anio: int) -> None:
        """Deja de esconder: todo ese año, para que se vea uno que no entraba."""
        for campo in (self.ver, self.mes, self.clase, self.area):
            campo.setCurrentIndex(0)
        self.busca.setText("")
        self._contar(None)
        self.anio.poner(anio)
        self.cambio_de_anio.emit()

    @property
    def esconde(self) -> bool:
        """Si se ve solo una parte del año."""
        return self.pedido() != Pedido()


def _con_cuantos(vista: Vista, cuantos: int) -> str:
    return f"{con_inicial(vista)} ({cuantos:,})" if cuantos else con_inicial(vista)


def _cada(dichos: Iterable[str]) -> list[tuple[str, str]]:
    return [(dicho, dicho) for dicho in sorted({d for d in dichos if d}, key=llano)]


class _Busca(CampoLimpio):
    """Lo hallado sale al momento; Enter o abajo pasan a la lista y Esc lo borra."""

    baja = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Buscar en el libro")
        self.setToolTip("Número, área, expediente o palabras del asunto, por pedazos y sin acentos (Ctrl+F)")
        self.setPlaceholderText("Buscar en el libro…")
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 16)

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        if arg__1.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.baja.emit()
        elif arg__1.key() == Qt.Key.Key_Escape and self.text():
            self.setText("")
        else:
            super().keyPressEvent(arg__1)
