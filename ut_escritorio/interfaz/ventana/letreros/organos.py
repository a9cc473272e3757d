"""El letrero de un órgano cuyo último día otra versión del programa decía otro: se corrige con un botón."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings

from ut_escritorio.dominio.palabras.redaccion import con_articulo
from ut_escritorio.interfaz.comunes.sesion.ajustes import texto
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.ventana.letreros.al_pedirlo import Servicios
from ut_escritorio.interfaz.ventana.mesa import FranjaDeArriba, Mesa

if TYPE_CHECKING:
    from ut_escritorio.dominio.oficina.catalogo import Unidad

_DEJADOS = "organos_dejados"


class OrganosPorRectificar(QObject):
    """Mira cada trimestre ya revisado; lo que se deja así en un archivo no se vuelve a decir de él."""

    def __init__(self, mesa: Mesa, ajustes: QSettings) -> None:
        super().__init__(mesa.marco)
        self._ajustes, self.franja = ajustes, FranjaDeArriba(mesa)
        self._sesion: Sesion | None = None

    def atender(self, sesion: Sesion) -> None:
        """Sigue a un archivo."""
        self._sesion = sesion
        self._decir(())
        sesion.revision.reviso.connect(self._mirar)

    def _mirar(self) -> None:
        sesion = self._sesion
        if sesion is None or sesion.solo_leer or sesion.expediente.es_ejemplo or self._dejados(sesion):
            return
        self._decir(Servicios.organos().por_rectificar(sesion.foto))

    def _decir(self, por_rectificar: tuple[Unidad, ...]) -> None:
        if por_rectificar:
            self.franja.decir(
                f"Ya se sabe hasta cuándo existió {_quien(por_rectificar)}; su archivo dice otro día.",
                ("Corregirlo", self._corregir),
                ("Dejarlo así", self._dejar),
                icono="ayuda",
            )
        else:
            self.franja.decir("")

    def _corregir(self) -> None:
        if self._sesion is not None and self._sesion.logra(Servicios.organos().rectificar):
            self._decir(())

    def _dejar(self) -> None:
        if self._sesion is not None:
            self._ajustes.setValue(_DEJADOS, _cual(self._sesion))
        self._decir(())

    def _dejados(self, sesion: Sesion) -> bool:
        return texto(self._ajustes, _DEJADOS) == _cual(sesion)


def _quien(unidades: tuple[Unidad, ...]) -> str:
    """El que se conoce por sus siglas; lo demás es suyo: «el Órgano Garante (el 31/01/2031)»."""
    unidad = next((u for u in unidades if u.siglas), unidades[0])
    dia = f" (el {unidad.hasta:%d/%m/%Y})" if unidad.hasta else ""
    return f"{con_articulo(unidad.siglas or unidad.nombre, unidad.articulo)}{dia}"


def _cual(sesion: Sesion) -> str:
    return str(sesion.expediente.ruta.absolute())
