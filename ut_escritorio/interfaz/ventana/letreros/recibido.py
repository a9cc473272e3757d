"""El letrero de lo recibido que aquí se cambia: se pregunta una vez, y se puede dejar como llegó."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ut_escritorio.dominio.partes.recibido import RECIBIR, Recibidas
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.ventana.al_pedirlo import Servicios
from ut_escritorio.interfaz.ventana.mesa import FranjaDeArriba, Mesa
from ut_escritorio.servicios.archivo.expediente import Cambios


class LoRecibido(QObject):
    """Mira cada cambio; mientras no se reciba nada en el trimestre no hace falta mirar."""

    def __init__(self, mesa: Mesa) -> None:
        super().__init__(mesa.marco)
        self.franja = FranjaDeArriba(mesa)
        self._sesion: Sesion | None = None
        self._recibidas: Recibidas | None = None
        self._preguntadas: set[str] = set()

    def atender(self, sesion: Sesion) -> None:
        """Sigue a un archivo."""
        self._sesion, self._preguntadas = sesion, set()
        self._olvidar()
        sesion.cambio.connect(self._mirar)
        sesion.cambio_de_trimestre.connect(self._olvidar)

    def _olvidar(self) -> None:
        """Lo recibido se vuelve a leer con el siguiente cambio."""
        self._recibidas = None
        self.franja.decir("")

    def _mirar(self, cambios: Cambios) -> None:
        sesion = self._sesion
        if sesion is None or not cambios.accion:
            return
        self.franja.decir("")
        if RECIBIR.lower() in f"{cambios.accion.lower()} ":
            self._recibidas = None
            return
        if self._recibidas is None:
            self._recibidas = Servicios.cambiado().recibidas_en(sesion.expediente, sesion.trimestre)
        if self._recibidas.todas and not cambios.sitios:
            self._preguntar(sesion, self._recibidas)

    def _preguntar(self, sesion: Sesion, recibidas: Recibidas) -> None:
        cambiadas = Servicios.cambiado().recien_cambiado(sesion.expediente, recibidas)
        nuevas = cambiadas.keys() - self._preguntadas
        if nuevas:
            self._preguntadas |= nuevas
            vez = cambiadas[min(nuevas)]
            self.franja.decir(
                f"Lo que cambió se había recibido: «{vez}». Si recibe otra vez su parte, se verán los dos.",
                ("Dejarlo como llegó", self._deshacer),
                ("Está bien así", lambda: self.franja.decir("")),
                icono="ayuda",
            )

    def _deshacer(self) -> None:
        self.franja.decir("")
        if self._sesion is not None:
            self._sesion.pide_deshacer.emit()
