"""El membrete de este informe: el que toca por la fecha u otro de los de la oficina."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ut_escritorio.dominio.oficina.catalogo import PapelMembretado
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.dominio.vigencia import vigente
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero
from ut_escritorio.interfaz.comunes.campos.de_renglon import CampoDeLista
from ut_escritorio.interfaz.comunes.campos.fechas import decir_fecha
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.entrega.eleccion import elegir_membrete
from ut_escritorio.servicios.oficina.catalogos import catalogo_de


class MembreteDelInforme(QWidget):
    """La lista de los membretes; el primero es el que vale el día de la firma."""

    def __init__(self, sesion: Sesion) -> None:
        super().__init__()
        self._sesion = sesion
        self.lista = CampoDeLista("Membrete de este informe", [])
        self.lista.cambio.connect(lambda clave: sesion.hacer(elegir_membrete, clave or None))
        acomodo = QVBoxLayout(self)
        acomodo.setContentsMargins(0, 0, 0, 0)
        acomodo.addWidget(Letrero("Membrete", negrita=True))
        acomodo.addWidget(self.lista)
        self.refrescar(sesion.foto)

    def refrescar(self, foto: FotoTrimestre) -> None:
        """Muestra los de la oficina y el elegido."""
        papeles = self._papeles(foto)
        por_la_fecha = vigente(papeles, foto.dia)
        de_hoy = _nombre(por_la_fecha) if por_la_fecha else "ninguno"
        self.lista.ofrecer([("", f"{de_hoy} (por la fecha)"), *((p.clave, _con_dias(p)) for p in papeles)])
        self.lista.poner(foto.eleccion.papel)
        self.lista.setEnabled(not self._sesion.cerrado)

    def _papeles(self, foto: FotoTrimestre) -> tuple[PapelMembretado, ...]:
        """Todos los de la oficina; la foto, si ya se eligió uno, lleva solo ese."""
        try:
            return catalogo_de(self._sesion.expediente).papeles
        except ErrorEsperado:
            return foto.catalogo.papeles


def _nombre(papel: PapelMembretado) -> str:
    """Como ella lo distingue: lo último que dice de la administración."""
    return next((renglon for renglon in reversed(papel.administracion) if renglon.strip()), "sin letrero")


def _con_dias(papel: PapelMembretado) -> str:
    """El nombre y entre qué días vale, para distinguir los que se llaman igual."""
    dias = [("desde el", papel.desde), ("hasta el", papel.hasta)]
    dichos = " ".join(f"{como} {decir_fecha(dia)}" for como, dia in dias if dia)
    return f"{_nombre(papel)}, {dichos}" if dichos else _nombre(papel)
