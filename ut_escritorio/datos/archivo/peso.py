"""Lo que pesa un archivo y por qué, y cómo se le quita lo que ya nadie usa."""

from __future__ import annotations

from ut_escritorio.datos.esquema import Contenido, Trozo
from ut_escritorio.datos.esquema.base import nombre_de
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.datos.motor.contenidos import ALIGERAR, DE_LO_FIRMADO, usado
from ut_escritorio.dominio.congelado import congelado

_DE_FIRMAS = " UNION ".join(f"SELECT {columna} FROM firma" for columna in DE_LO_FIRMADO)
_PESAN = """SELECT coalesce(sum(mide), 0) FROM (SELECT sha256, length(bytes) AS mide FROM contenido
UNION ALL SELECT sha256, length(bytes) FROM trozo) AS guardado"""
_FIRMADO = f"""{_PESAN}
WHERE sha256 IN ({_DE_FIRMAS} UNION SELECT contenido FROM escaneado)
AND sha256 NOT IN (SELECT contenido FROM evidencia)"""
_EVIDENCIAS = f"{_PESAN} WHERE sha256 IN (SELECT contenido FROM evidencia)"
_SIN_USO = f"{_PESAN} WHERE NOT {usado('guardado.sha256')}"


@congelado
class Peso:
    """Los octetos de un archivo: todos, de evidencias, de informes firmados, de lo que ya nadie usa y vacíos.

    Lo que ya nadie usa se guarda entero, para deshacer; lo vacío no guarda nada y se vuelve a llenar solo.
    """

    total: int
    evidencias: int
    firmados: int
    sin_uso: int
    vacios: int

    @property
    def datos(self) -> int:
        """Lo demás."""
        return max(0, self.total - self.evidencias - self.firmados - self.sobra)

    @property
    def sobra(self) -> int:
        """Lo que se va al aligerarlo."""
        return self.sin_uso + self.vacios


def pesar(base: Base) -> Peso:
    """Lo que pesa un archivo abierto."""
    with base.lectura():
        ((paginas, vacias, tamano),) = base.lee_orden(
            "SELECT * FROM pragma_page_count, pragma_freelist_count, pragma_page_size"
        )
        evidencias, firmados, sin_uso = (
            base.lee_orden(orden)[0][0] for orden in (_EVIDENCIAS, _FIRMADO, _SIN_USO)
        )
    return Peso(paginas * tamano, evidencias, firmados, sin_uso, vacias * tamano)


def quitar_lo_sin_uso(base: Base) -> None:
    """Quita los contenidos que ya nadie usa; lo de antes ya no se puede deshacer."""
    with base.accion(ALIGERAR, clase="barrera") as hecha:
        _, cuantos = (
            base.escribe_orden(
                tabla, f"DELETE FROM {nombre_de(tabla)} WHERE NOT {usado(f'{nombre_de(tabla)}.sha256')}"
            ).rowcount
            for tabla in (Trozo, Contenido)
        )
        base.anotar_resumen(hecha.id, {"contenidos": cuantos})
