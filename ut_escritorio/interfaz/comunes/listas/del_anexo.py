"""Lo que se ofrece donde un texto escrito a mano nombra otro anexo: «Poner el 5»."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ut_escritorio.dominio.impreso.relatos import Relato, relatos_de
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.trimestre.anexos import dichos
from ut_escritorio.dominio.trimestre.anexos_a_mano import citados, con_los_de_hoy, de_hoy, suyos
from ut_escritorio.interfaz.comunes.aspecto.piezas import boton
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.captura.textos import poner_los_anexos_de_hoy


class BotonDelAnexo(QWidget):
    """Escribe en el texto los anexos de hoy, si se sabe cuál va en lugar de cuál; se puede deshacer.

    `dicho`: lo que pasa con ese texto, para decirlo al lado.
    """

    def __init__(self, sesion: Sesion) -> None:
        super().__init__()
        self._sesion, self._sitio = sesion, Sitio()
        self.dicho = ""
        self.poner = boton("Poner el de hoy", self._poner, "automatico", "Se puede deshacer")
        hilera = QHBoxLayout(self)
        hilera.setContentsMargins(0, 0, 0, 0)
        hilera.addWidget(self.poner)
        self.hide()

    def poner_en(self, sitio: Sitio | None) -> None:
        """El de ese texto; si no hay nada que poner, no se ve."""
        self._sitio = sitio or Sitio()
        relato = self._relato() if sitio and not self._sesion.cerrado else None
        hoy = suyos(self._sesion.foto.anexos, relato.uids) if relato and relato.a_mano else frozenset[int]()
        ofrece = relato is not None and con_los_de_hoy(relato.texto, hoy) is not None
        self.setVisible(ofrece)
        self.dicho = ""
        if relato is not None and ofrece:
            verbo = "son" if len(hoy) > 1 else "es"
            self.dicho = f"Su texto dice {dichos(citados(relato.texto))} y ahora {verbo} {de_hoy(hoy)}."
            self.poner.setText(f"Poner {de_hoy(hoy)}")
            self.poner.setAccessibleName(f"{self.poner.text()}, en vez del anexo que el texto dice")

    def _relato(self) -> Relato | None:
        foto, sitio = self._sesion.foto, self._sitio
        if sitio.lugar not in foto.plan.cadena:
            return None
        return next((cada for cada in relatos_de(foto, sitio.lugar) if cada.origen == sitio.origen), None)

    def _poner(self) -> None:
        self._sesion.hacer(poner_los_anexos_de_hoy, self._sitio.lugar, self._sitio.origen)
