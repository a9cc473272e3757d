"""Entregar la parte de un departamento y recibir la de otro: del menú, o soltándola en la ventana."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from ut_escritorio.interfaz.comunes.sesion.salidas import COPIAR, OFICINA
from ut_escritorio.interfaz.ventana import al_pedirlo as de_la_ventana
from ut_escritorio.interfaz.ventana.mesa import Mesa
from ut_escritorio.interfaz.ventana.ordenes import al_pedirlo

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

_FILTRO = "Parte de un departamento, o su archivo entero (*.parte *.sqlite)"
_SE_SUELTAN = (".parte", ".sqlite")


def pedir_entregar(mesa: Mesa, ajustes: QSettings) -> None:
    """Pregunta de qué departamentos y dónde, y ahí deja la parte."""
    sesion = mesa.sesion()
    entregar = al_pedirlo.entregar_parte
    sesion.puerta(COPIAR, lambda: entregar().EntregarParte(mesa.marco, sesion, ajustes).open())


def pedir_recibir(mesa: Mesa, ruta: Path | None = None) -> None:
    """Enseña lo que trae una parte; sin decir cuál, antes la pide."""
    sesion = mesa.sesion()

    def ver(cual: Path) -> None:
        al_pedirlo.recibir_parte().RecibirParte(mesa.marco, mesa.sesion(), cual).open()

    def abrir() -> None:
        if ruta is not None:
            ver(ruta)
        else:
            avisos = de_la_ventana.avisos()
            avisos.pedir_archivo(
                mesa.marco, "Recibir la parte de otro departamento", Path.home(), _FILTRO, ver
            )

    sesion.puerta(OFICINA, abrir)


class DondeSeSueltan(QObject):
    """Una parte arrastrada a la ventana se recibe; lo demás sigue a quien lo tome.

    Con un diálogo abierto encima no se admite: abriría otro sobre lo que ahí se deja a medias.
    """

    def __init__(self, mesa: Mesa) -> None:
        super().__init__(mesa.marco)
        self._mesa = mesa
        mesa.marco.setAcceptDrops(True)
        mesa.marco.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDropEvent):
            return False
        ruta = _parte_en(event)
        if ruta is None or QApplication.activeModalWidget() is not None:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            pedir_recibir(self._mesa, ruta)
        return True


def _parte_en(event: QDropEvent) -> Path | None:
    """La parte que se arrastra, si es una sola."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    ruta = Path(urls[0].toLocalFile())
    return ruta if ruta.suffix.lower() in _SE_SUELTAN else None
