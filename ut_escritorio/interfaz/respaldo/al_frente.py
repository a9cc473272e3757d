"""El segundo doble clic: quien halla su archivo abierto en otra ventana suya la trae al frente.

La ventana que tiene un archivo escucha en un nombre que sale de su ruta, y solo a su misma persona.
"""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QObject, Qt, QThread
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication, QWidget

ESPERA = 5000  # milisegundos: lo que puede tardar en escuchar la que apenas se está abriendo
_ENTRE_UNA_Y_OTRA = 100
_CONTESTAR = 5000  # también si está ocupada, en un equipo lento
_YA = b"ya"


class Llamada(QObject):
    """Deja que otro doble clic sobre el archivo de esta ventana la traiga al frente."""

    def __init__(self, ventana: QWidget) -> None:
        super().__init__(ventana)
        self._ventana = ventana
        self._oido = QLocalServer(self)
        self._oido.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._oido.newConnection.connect(self._recibir)

    def atender(self, archivo: Path) -> None:
        """Desde ahora es la ventana de ese archivo, cuyo candado tiene."""
        self.callar()
        QLocalServer.removeServer(_nombre_de(archivo))  # lo que dejó una que se apagó de golpe
        self._oido.listen(_nombre_de(archivo))

    def callar(self) -> None:
        """Ya no tiene ningún archivo."""
        self._oido.close()

    def _recibir(self) -> None:
        quien = self._oido.nextPendingConnection()
        quien.disconnected.connect(quien.deleteLater)
        quien.write(_YA)
        quien.disconnectFromServer()
        _poner_al_frente(self._ventana)


def traer_al_frente(archivo: Path, espera: int = ESPERA) -> bool:
    """Si ese archivo lo tiene otra ventana de la misma persona, la pone delante; False si no contestó."""
    tope = QDeadlineTimer(espera)
    _ceder_el_frente()
    while True:
        llamado = QLocalSocket()
        llamado.connectToServer(_nombre_de(archivo))
        if llamado.waitForConnected(_CONTESTAR):
            return llamado.waitForReadyRead(_CONTESTAR) and llamado.readAll().data() == _YA
        if tope.hasExpired():
            return False
        QThread.msleep(_ENTRE_UNA_Y_OTRA)


def _nombre_de(archivo: Path) -> str:
    ruta = os.path.normcase(archivo.resolve())
    return f"ut-escritorio-{hashlib.sha256(ruta.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}"


def _poner_al_frente(ventana: QWidget) -> None:
    """Delante de las de otros programas, con el cuadro que tenga abierto encima."""
    if ventana.isMinimized():
        ventana.setWindowState(ventana.windowState() & ~Qt.WindowState.WindowMinimized)
    for cada in (ventana, QApplication.activeModalWidget() or ventana):
        cada.raise_()
        cada.activateWindow()


if sys.platform == "win32":
    from ctypes import windll

    def _ceder_el_frente() -> None:
        """Windows solo deja pasar al frente a quien ella acaba de abrir, o a quien este se lo ceda."""
        windll.user32.AllowSetForegroundWindow(-1)

else:

    def _ceder_el_frente() -> None:
        """Aquí nadie lo impide."""
