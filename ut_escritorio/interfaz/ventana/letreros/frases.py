"""El letrero de una versión nueva: qué frases de un informe abierto dice ahora de otro modo, una sola vez."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.ventana import al_pedirlo
from ut_escritorio.interfaz.ventana.al_pedirlo import Servicios
from ut_escritorio.interfaz.ventana.mesa import Mesa

if TYPE_CHECKING:
    from ut_escritorio.interfaz.comunes.dialogos.franja import Franja
    from ut_escritorio.servicios.entrega.diferencias import Diferencia


class FrasesDeAntes(QObject):
    """Al dejar un trimestre recuerda lo que su informe dice; al volver a verlo, ya revisado, lo compara.

    Lo del ejemplo no se recuerda.
    """

    def __init__(self, mesa: Mesa, recuerdos: Path) -> None:
        super().__init__(mesa.marco)
        self._mesa, self._recuerdos = mesa, recuerdos
        self._sesion: Sesion | None = None
        self._comparado: Trimestre | None = None

    @cached_property
    def franja(self) -> Franja:
        """Donde se dice, que se hace hasta que hay qué decir."""
        franja = al_pedirlo.franja().Franja()
        self._mesa.poner_letrero(franja)
        return franja

    def atender(self, sesion: Sesion) -> None:
        """Sigue a un archivo; lo que se veía del anterior, se recuerda."""
        self.recordar()
        self._sesion, self._comparado = sesion, None
        self._callar()
        sesion.revision.reviso.connect(self._al_revisar)
        sesion.cambio_de_trimestre.connect(self._al_cambiar_de_trimestre)

    def _al_revisar(self) -> None:
        """La ventana ya se pintó y se revisó: la primera vez de cada trimestre, se compara."""
        sesion = self._sesion
        if sesion is None or sesion.expediente.es_ejemplo:
            return
        if self._comparado != sesion.foto.trimestre:
            self._comparado = sesion.foto.trimestre
            self._comparar(sesion)

    def _comparar(self, sesion: Sesion) -> None:
        servicio = Servicios.frases()
        try:
            cambian = servicio.frases_que_cambian(self._recuerdos, sesion.expediente, sesion.foto)
        except ErrorEsperado:
            self._comparado = None  # el archivo no se deja leer y nadie pidió esto: a la otra revisión
            return
        if cambian:
            cuantas = "cambia una frase" if len(cambian) == 1 else f"cambian {len(cambian)} frases"
            self.franja.decir(
                f"Con esta versión {cuantas} del informe, con los mismos datos.",
                ("Verlas", lambda: self._ver(sesion, cambian)),
                ("Entendido", self._callar),
                icono="ayuda",
            )

    def _ver(self, sesion: Sesion, cambian: tuple[Diferencia, ...]) -> None:
        titulo = f"{sesion.trimestre}, de lo que decía la versión anterior del programa a lo de hoy"
        hoja = al_pedirlo.hoja_de_cambios().HojaDeCambios(
            self._mesa.marco, sesion, sesion.trimestre, titulo, cambian, "Decía"
        )
        hoja.show()

    def _al_cambiar_de_trimestre(self) -> None:
        self.recordar()
        self._comparado = None
        self._callar()

    def _callar(self) -> None:
        if "franja" in self.__dict__:
            self.franja.decir("")

    def recordar(self) -> None:
        """Deja dicho lo que el informe decía, con lo último que se le cambió."""
        if self._sesion is None or self._comparado is None:
            return
        try:
            Servicios.frases().recordar_frases(self._recuerdos, self._sesion.expediente, self._comparado)
        except ErrorEsperado:
            return  # el archivo no se deja leer: queda lo que se recordaba
