"""Lo que se ofrece donde el cuadro no dice lo que el libro: «Ver los 47» y «Usar 47»."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ut_escritorio.dominio.numeros.del_libro import Diferencia, diferencia_en
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.numeros.tabla import nombre_de_casilla
from ut_escritorio.dominio.numeros.vista import sitio_de_casilla
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.interfaz.comunes.aspecto.piezas import boton
from ut_escritorio.interfaz.comunes.sesion.pendientes import Escrito
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.captura.numeros import usar_lo_del_libro


class BotonesDelLibro(QWidget):
    """Ver los papeles que cuentan para una casilla, y escribir en ella cuántos son, si ahí se escribe."""

    def __init__(self, sesion: Sesion) -> None:
        super().__init__()
        self._sesion = sesion
        self._diferencia: Diferencia | None = None
        self.ver = boton("Ver los papeles", self._ver, "ir", "Los que el libro cuenta")
        self.usar = boton("Usar", self._usar, "automatico", "Lo escribe en el cuadro; se puede deshacer")
        hilera = QHBoxLayout(self)
        hilera.setContentsMargins(0, 0, 0, 0)
        for pieza in (self.ver, self.usar):
            hilera.addWidget(pieza)

    def poner_en(self, sitio: Sitio | None) -> None:
        """Los de la casilla de un sitio, si aún difiere."""
        casilla = sitio.casilla if sitio else None
        self.poner(diferencia_en(self._sesion.foto, casilla) if casilla else None)

    def poner(self, diferencia: Diferencia | None) -> None:
        """Los de esa diferencia; sin ninguna, no se ven."""
        self._diferencia = diferencia
        self.setVisible(diferencia is not None)
        if diferencia is None:
            return
        libro = diferencia.libro
        _rotular(self.ver, "Ver cuál" if libro == 1 else f"Ver los {libro:,}", libro > 0)
        se_usa = libro > 0 and diferencia.se_escribe and not self._sesion.cerrado
        _rotular(self.usar, f"Usar {libro:,}", se_usa)

    def _ver(self) -> None:
        if self._diferencia is not None:
            self._sesion.pide_ir.emit(Sitio(origen=Origen("libro"), casilla=self._diferencia.casilla))

    def _usar(self) -> None:
        if (diferencia := self._diferencia) is None:
            return
        plan, casilla = self._sesion.foto.plan, diferencia.casilla
        nombre = nombre_de_casilla(plan, casilla)
        escrito = Escrito(sitio_de_casilla(plan, casilla), nombre, str(diferencia.libro))
        self._sesion.guardar(escrito, usar_lo_del_libro, casilla, diferencia.libro)


def _rotular(cual: QPushButton, rotulo: str, se_ofrece: bool) -> None:
    cual.setText(rotulo)
    cual.setAccessibleName(rotulo)
    cual.setVisible(se_ofrece)
