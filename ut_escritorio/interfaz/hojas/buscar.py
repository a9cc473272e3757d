"""La hoja de buscar: se escribe, lo hallado sale al momento y Enter va ahí."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero
from ut_escritorio.interfaz.comunes.dialogos.dialogo import Dialogo
from ut_escritorio.interfaz.comunes.entrada.campo_limpio import CampoLimpio
from ut_escritorio.interfaz.hojas.hallado import ListaDeHallados
from ut_escritorio.servicios.archivo.busqueda import TOPE, Buscador

_QUE = "Número de oficio, área, persona, palabras o año"
_DE_LA_LISTA = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class HojaDeBuscar(Dialogo):
    """`pide_ir` sale con lo hallado a lo que ella quiere saltar."""

    pide_ir = Signal(object)

    def __init__(self, padre: QWidget) -> None:
        super().__init__(padre)
        self._buscador: Buscador | None = None
        self.setWindowTitle("Buscar en todo el archivo")
        self.campo = CampoLimpio()
        self.campo.setAccessibleName("Buscar")
        self.campo.setPlaceholderText(_QUE)
        self.campo.setClearButtonEnabled(True)
        self.lista = ListaDeHallados()
        self.lista.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cuantos = Letrero(tinta="letra_tenue")
        acomodo = QVBoxLayout(self)
        for pieza in (self.campo, self.lista, self._cuantos):
            acomodo.addWidget(pieza)
        self.medir(90, 28)
        self.campo.textChanged.connect(lambda _: self.buscar())
        self.campo.installEventFilter(self)
        self.lista.clicked.connect(lambda _: self._ir())

    def buscar_en(self, buscador: Buscador) -> None:
        """Busca en otro archivo."""
        self._buscador = buscador

    def poner_al_dia(self) -> None:
        """Vuelve a leer el archivo si cambió, y a buscar en él."""
        if self._buscador is not None:
            self._buscador.poner_al_dia()
        self.buscar()

    def buscar(self) -> None:
        """Vuelve a buscar lo que dice el campo."""
        texto = self.campo.text()
        hallados = self._buscador.buscar(texto) if self._buscador else ()
        self.lista.poner(hallados)
        self._cuantos.decir(_dicho(len(hallados)) if texto.strip() else "Enter va a lo elegido; Esc cierra.")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Las flechas recorren la lista sin salir del campo; Enter va a lo elegido."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        tecla = Qt.Key(event.key())
        if tecla in _DE_LA_LISTA:
            self.lista.mover(_DE_LA_LISTA[tecla])
            return True
        if tecla in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ir()
            return True
        return super().eventFilter(watched, event)

    def showEvent(self, arg__1: QShowEvent) -> None:
        """Al abrirse otra vez, lo que se buscó sigue ahí, elegido para escribir encima."""
        super().showEvent(arg__1)
        self.campo.setFocus()
        self.campo.selectAll()

    def _ir(self) -> None:
        hallado = self.lista.hallado()
        if hallado is not None:
            self.hide()
            self.pide_ir.emit(hallado.que)


def _dicho(cuantos: int) -> str:
    if cuantos == 0:
        return "No se halló nada. Pruebe con menos palabras, o solo una parte del número."
    if cuantos == TOPE:
        return f"Los {TOPE} más nuevos; escriba otra palabra para hallar menos."
    return "Un resultado." if cuantos == 1 else f"{cuantos} resultados, lo más nuevo primero."
