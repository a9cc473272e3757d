"""Lo que pesa un archivo y por qué, y cómo se le quita lo que ya nadie usa."""

from __future__ import annotations

from ut_escritorio.datos.esquema import Contenido
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.datos.motor.contenidos import ALIGERAR, DE_LO_FIRMADO, usado
from ut_escritorio.dominio.congelado import congelado

_DE_FIRMAS = " UNION ".join(f"SELECT {columna} FROM firma" for columna in DE_LO_FIRMADO)
_FIRMADO = f"""SELECT coalesce(sum(length(bytes)), 0) FROM contenido
WHERE sha256 IN ({_DE_FIRMAS} UNION SELECT contenido FROM escaneado)"""
_EVIDENCIAS = """SELECT coalesce(sum(length(bytes)), 0) FROM contenido
WHERE sha256 IN (SELECT contenido FROM evidencia)"""
_SIN_USO = f"SELECT coalesce(sum(length(bytes)), 0) FROM contenido WHERE NOT {usado('contenido.sha256')}"


@congelado
class Peso:
    """Los octetos de un archivo: todos, de evidencias, de informes firmados y de lo que ya nadie usa."""

    total: int
    evidencias: int
    firmados: int
    sin_uso: int

    @property
    def datos(self) -> int:
        """Lo demás."""
        return max(0, self.total - self.evidencias - self.firmados - self.sin_uso)


def pesar(base: Base) -> Peso:
    """Lo que pesa un archivo abierto."""
    with base.lectura():
        ((paginas, vacias, tamano),) = base.lee_orden(
            "SELECT * FROM pragma_page_count, pragma_freelist_count, pragma_page_size"
        )
        evidencias, firmados, sin_uso = (
            base.lee_orden(orden)[0][0] for orden in (_EVIDENCIAS, _FIRMADO, _SIN_USO)
        )
    return Peso(paginas * tamano, evidencias, firmados, sin_uso + vacias * tamano)


def quitar_lo_sin_uso(base: Base) -> None:
    """Quita los contenidos que ya nadie usa; lo de antes ya no se puede deshacer."""
    with base.accion(ALIGERAR, clase="barrera") as hecha:
        cuantos = base.escribe_orden(
            Contenido, f"DELETE FROM contenido WHERE NOT {usado('contenido.sha256')}"
        ).rowcount
        base.anotar_resumen(hecha.id, {"contenidos": cuantos})
