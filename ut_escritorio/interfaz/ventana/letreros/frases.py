"""El letrero de una versión nueva: qué frases de un informe abierto dice ahora de otro modo, una sola vez."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.comunes.sesion.tareas import Tarea, no_se_pudo
from ut_escritorio.interfaz.ventana.letreros import al_pedirlo
from ut_escritorio.interfaz.ventana.letreros.al_pedirlo import Servicios
from ut_escritorio.interfaz.ventana.mesa import FranjaDeArriba, Mesa

if TYPE_CHECKING:
    from ut_escritorio.servicios.entrega.diferencias import Diferencia
    from ut_escritorio.servicios.entrega.frases import PorComparar


class FrasesDeAntes(QObject):
    """Al dejar un trimestre recuerda lo que su informe dice; al volver a verlo, ya revisado, lo compara.

    Lo del ejemplo no se recuerda. `comparado`: el trimestre que se ve, si ya se comparó.
    """

    def __init__(self, mesa: Mesa, recuerdos: Path) -> None:
        super().__init__(mesa.marco)
        self._mesa, self._recuerdos = mesa, recuerdos
        self.franja = FranjaDeArriba(mesa)
        self._sesion: Sesion | None = None
        self.comparado: Trimestre | None = None
        self._que: PorComparar | None = None

    def atender(self, sesion: Sesion) -> None:
        """Sigue a un archivo; lo que se veía del anterior, se recuerda."""
        self.recordar()
        self._sesion = sesion
        self._olvidar()
        sesion.revision.reviso.connect(self._al_revisar)
        sesion.cambio_de_trimestre.connect(self._al_cambiar_de_trimestre)

    def _al_revisar(self) -> None:
        """La ventana ya se pintó y se revisó: la primera vez de cada trimestre, se compara."""
        sesion = self._sesion
        if sesion is None or sesion.expediente.es_ejemplo:
            return
        if self.comparado != sesion.foto.trimestre and self._que is None:
            self._comparar(sesion)

    def _comparar(self, sesion: Sesion) -> None:
        """Lee lo que haga falta y compara aparte: armar dos veces el informe detendría la ventana."""
        servicio, foto = Servicios.frases(), sesion.foto
        try:
            if Servicios.a_mano().reconocer_lo_del_programa(sesion.expediente, foto):
                sesion.releer_los_textos()
                return  # se revisa otra vez, ya sin reclamar lo que ella no cambió
            que = servicio.por_comparar(self._recuerdos, sesion.expediente, foto)
        except ErrorEsperado:
            return  # el archivo no se deja leer y nadie pidió esto: a la otra revisión
        if que is None:
            self.comparado = foto.trimestre
            return
        self._que = que
        tarea = Tarea(lambda avance, cancelado: (que, servicio.frases_que_cambian(que)))
        tarea.hecha.connect(self._recibir)
        tarea.fallida.connect(no_se_pudo)
        tarea.empezar()

    def _recibir(self, comparado: tuple[PorComparar, tuple[Diferencia, ...]]) -> None:
        """Lo comparado, si todavía se ve lo mismo que entonces."""
        (que, cambian), sesion = comparado, self._sesion
        if que is not self._que or sesion is None:
            return
        self._que, self.comparado = None, que.foto.trimestre
        if cambian:
            cuantas = "cambia una frase" if len(cambian) == 1 else f"cambian {len(cambian)} frases"
            self.franja.decir(
                f"Con esta versión {cuantas} del informe, con los mismos datos.",
                ("Verlas", lambda: self._ver(sesion, cambian)),
                ("Entendido", lambda: self.franja.decir("")),
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
        self._olvidar()

    def _olvidar(self) -> None:
        """Lo que se compare en adelante es de otro informe."""
        self.comparado = self._que = None
        self.franja.decir("")

    def recordar(self) -> None:
        """Deja dicho lo que el informe decía, con lo último que se le cambió."""
        if self._sesion is None or self.comparado is None:
            return
        try:
            Servicios.frases().recordar_frases(self._recuerdos, self._sesion.expediente, self.comparado)
        except ErrorEsperado:
            return  # el archivo no se deja leer: queda lo que se recordaba
