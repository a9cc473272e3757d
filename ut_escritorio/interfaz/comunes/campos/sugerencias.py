"""Lo que se ofrece debajo de un campo mientras se escribe, sin distinguir acentos ni mayúsculas."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from ut_escritorio.dominio.palabras.llano import llano
from ut_escritorio.dominio.trimestre.nombres import parecidos
from ut_escritorio.interfaz.comunes.campos.lista_cerrada import ListaCerrada
from ut_escritorio.interfaz.comunes.campos.ofrecidos import OfrecidosEnteros, sin_barra

_A_LA_VISTA = 12


class Sugerencias(QCompleter):
    """Las opciones que van con lo escrito en un campo, que se aceptan con Enter o clic.

    Con `acepta_la_primera` Tab y Enter toman la elegida o la primera, y se escriben varias separadas con
    punto y coma, que también la toma; sin ello lo escrito vale tal cual, y Enter sigue siendo del campo
    mientras no se haya bajado a ninguna.
    """

    def __init__(self, campo: QLineEdit, opciones: Sequence[str], *, acepta_la_primera: bool) -> None:
        super().__init__(campo)
        self._campo, self._opciones, self._acepta = campo, opciones, acepta_la_primera
        self._lista = OfrecidosEnteros(self)
        self._desplegada = QListView()
        sin_barra(self._desplegada)
        self.setPopup(self._desplegada)
        self.setModel(self._lista)
        self.setMaxVisibleItems(_A_LA_VISTA)
        campo.setCompleter(self)
        ListaCerrada(self._desplegada, campo)
        campo.textEdited.connect(self._ofrecer)

    def ofrecer(self, opciones: Sequence[str]) -> None:
        """Cambia lo que se puede ofrecer."""
        self._opciones = opciones

    def splitPath(self, path: str) -> list[str]:
        # La lista ya trae solo lo que va con lo escrito: Qt no debe buscar en ella otra vez.
        del path
        return [""]

    def pathFromIndex(self, index: Any) -> str:
        return self._con_los_previos(super().pathFromIndex(index))

    def _ultimo(self, escrito: str) -> str:
        return escrito.rsplit(";", 1)[-1].strip() if self._acepta else escrito

    def _con_los_previos(self, opcion: str) -> str:
        previos, separador, _ = self._campo.text().rpartition(";") if self._acepta else ("", "", "")
        return f"{previos}{separador} {opcion}".strip() if separador else opcion

    def _ofrecer(self, escrito: str) -> None:
        if self._acepta and escrito.endswith(";") and self._campo.cursorPosition() == len(escrito):
            self._campo.setText(f"{self._completo(escrito[:-1])};")
        ultimo = self._ultimo(escrito)
        opciones = parecidos(ultimo, self._opciones)
        ya_esta = any(llano(opcion) == llano(ultimo) for opcion in opciones)
        self._lista.setStringList([] if ya_esta and len(opciones) == 1 else opciones[:_A_LA_VISTA])

    def _completo(self, escrito: str) -> str:
        """Lo escrito, con lo último como la primera de las opciones que van con ello."""
        previos, separador, ultimo = escrito.rpartition(";")
        opciones = parecidos(ultimo.strip(), self._opciones)
        if not opciones or any(llano(opcion) == llano(ultimo) for opcion in opciones):
            return escrito
        return f"{previos}{separador} {opciones[0]}".strip()

    def eventFilter(self, o: QObject, e: QEvent) -> bool:
        desplegada = o is self._desplegada and self._desplegada.isVisible()
        if desplegada and isinstance(e, QKeyEvent) and e.type() == QEvent.Type.KeyPress:
            if e.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                return self._al_tabular(adelante=e.key() == Qt.Key.Key_Tab)
            if e.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._al_entrar(e):
                return True
            if _con_ctrl(e) and not self._es_del_campo(e):
                return self._dejar_pasar(e)
        return super().eventFilter(o, e)

    def _al_tabular(self, adelante: bool) -> bool:
        if adelante:
            self._aceptar()
        self._desplegada.hide()
        self._campo.focusNextPrevChild(adelante)
        return True

    def _al_entrar(self, tecla: QKeyEvent) -> bool:
        """Enter toma la opción; si lo escrito vale por sí mismo, es como si no hubiera lista."""
        if self._acepta:
            self._aceptar()
            self._desplegada.hide()
            return True
        if self._desplegada.currentIndex().isValid():
            return False
        self._desplegada.hide()
        copia = QKeyEvent(tecla.type(), tecla.key(), tecla.modifiers(), tecla.text())
        QCoreApplication.sendEvent(self._campo, copia)
        return True

    def _es_del_campo(self, tecla: QKeyEvent) -> bool:
        """Si el campo la usa: copiar, pegar, deshacer."""
        pregunta = QKeyEvent(QEvent.Type.ShortcutOverride, tecla.key(), tecla.modifiers(), tecla.text())
        pregunta.ignore()
        self._campo.event(pregunta)
        return pregunta.isAccepted()

    def _dejar_pasar(self, tecla: QKeyEvent) -> bool:
        """La que es de donde está el campo: toma la opción, como Tab, y hace lo suyo."""
        self._aceptar()
        self._desplegada.hide()
        copia = QKeyEvent(tecla.type(), tecla.key(), tecla.modifiers(), tecla.text())
        QCoreApplication.sendEvent(self._campo, copia)
        return True

    def _aceptar(self) -> None:
        """Pone la opción elegida o, si no se bajó a ninguna y así se quiere, la primera."""
        elegida = self._desplegada.currentIndex()
        if elegida.isValid():
            self._campo.setText(self._con_los_previos(elegida.data()))
        elif self._acepta:
            self._campo.setText(self._completo(self._campo.text()))


def _con_ctrl(tecla: QKeyEvent) -> bool:
    """Si es una letra con Ctrl, y nada más: AltGr escribe."""
    letra = Qt.Key.Key_A <= tecla.key() <= Qt.Key.Key_Z
    return letra and tecla.modifiers() == Qt.KeyboardModifier.ControlModifier
