"""Los contenidos, entre sus bytes y sus filas; uno grande se puede guardar antes, trozo por trozo."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator

from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.datos.motor.contenidos import de_un_contenido
from ut_escritorio.dominio.trimestre.evidencias import MIDE, Trozo, trozos_de, va_en_trozos


def guardar_contenido(base: Base, octetos: bytes) -> str:
    """Guarda unos bytes de una pieza, si no estaban; devuelve su SHA-256."""
    sha256 = hashlib.sha256(octetos).hexdigest()
    if not esta(base, sha256):
        base.inserta(e.Contenido, sha256=sha256, bytes=octetos)
    return sha256


def guardar_en_trozos(base: Base, octetos: bytes, sha256: str = "") -> str:
    """Como `guardar_contenido`, en trozos si son muchos o ya se adelantaron; los adelantados no se repiten.

    El SHA-256 puede venir ya sacado.
    """
    sha256 = sha256 or hashlib.sha256(octetos).hexdigest()
    if not esta(base, sha256):
        ya = _adelantados(base, sha256)
        de_a_trozos = bool(ya) or va_en_trozos(octetos)
        for trozo in trozos_de(sha256, octetos, ya) if de_a_trozos else ():
            _poner(base, trozo)
        base.inserta(e.Contenido, sha256=sha256, bytes=b"" if de_a_trozos else octetos)
    return sha256


def adelantar(base: Base, trozo: Trozo) -> None:
    """Guarda ya un trozo, antes de la acción que guardará su contenido.

    Por sí solo no es nada que ella haya hecho: no va a la bitácora ni se deshace. Si la acción no llega, lo
    quita `quitar_un_suelto`.
    """
    with base.aparte():
        if not esta(base, trozo.de) and trozo.orden not in _adelantados(base, trozo.de):
            _poner(base, trozo)


def guardar_lo_adelantado(base: Base, sha256: str) -> None:
    """Da por guardado un contenido cuyos trozos ya se adelantaron todos."""
    if not esta(base, sha256):
        base.inserta(e.Contenido, sha256=sha256, bytes=b"")


def sueltos(base: Base) -> frozenset[str]:
    """De qué contenidos, por su SHA-256, hay trozos y la acción que iba a guardarlos no llegó."""
    orden = f"SELECT DISTINCT sha256 FROM trozo WHERE NOT {de_un_contenido('trozo.sha256')}"
    return frozenset(sha256 for (sha256,) in base.lee_orden(orden))


def quitar_un_suelto(base: Base, de: Collection[str]) -> bool:
    """Quita un trozo suelto de esos contenidos; dice si había. De lo que sí se guardó no quita nada.

    No se pierde nada que se pueda deshacer, porque ninguna acción llegó a tenerlos; lo que sería reanudar se
    vuelve a guardar en un momento, y mientras tanto ocuparían lo que otra cosa puede necesitar.
    """
    orden = (
        "SELECT id FROM trozo WHERE sha256 IN (SELECT value FROM json_each(?)) "
        f"AND NOT {de_un_contenido('trozo.sha256')} LIMIT 1"
    )
    hallados = base.lee_orden(orden, (json.dumps([*de]),))
    for (fila,) in hallados:
        with base.aparte():
            base.borra(e.Trozo, e.Trozo.id == fila)
    return bool(hallados)


def contenido_de(base: Base, sha256: str) -> bytes | None:
    """Los bytes de un contenido; None si el archivo no lo tiene."""
    filas = base.filas(e.Contenido, ("bytes",), sha256=sha256)
    if not filas:
        return None
    if entero := filas[0][0]:
        return entero
    return b"".join(octetos for (octetos,) in base.filas(e.Trozo, ("bytes",), "orden", sha256=sha256))


def partes_de(base: Base, sha256: str) -> Iterator[bytes]:
    """Los bytes de un contenido, en partes de a lo más `MIDE`; ninguna si no está."""
    for fila, largo in base.lee_orden("SELECT id, length(bytes) FROM contenido WHERE sha256 = ?", (sha256,)):
        for desde in range(0, largo, MIDE):
            yield base.lee_octetos(e.Contenido, fila, desde, MIDE)
        trozos = () if largo else base.filas(e.Trozo, ("id",), "orden", sha256=sha256)
        for (trozo,) in trozos:
            yield base.lee_octetos(e.Trozo, trozo, 0, MIDE)


_LARGO = """
SELECT length(c.bytes) + coalesce((SELECT sum(length(t.bytes)) FROM trozo t WHERE t.sha256 = c.sha256
AND NOT length(c.bytes)), 0) FROM contenido c WHERE c.sha256 = ?"""


def largo_de(base: Base, sha256: str) -> int | None:
    """Los octetos de un contenido, sin leerlos; None si el archivo no lo tiene."""
    return next((largo for (largo,) in base.lee_orden(_LARGO, (sha256,))), None)


def esta(base: Base, sha256: str) -> bool:
    """Si un contenido ya se guardó."""
    return bool(base.filas(e.Contenido, ("id",), sha256=sha256))


def _adelantados(base: Base, sha256: str) -> frozenset[int]:
    return frozenset(orden for (orden,) in base.filas(e.Trozo, ("orden",), sha256=sha256))


def _poner(base: Base, trozo: Trozo) -> None:
    huella = hashlib.sha256(trozo.octetos).hexdigest()
    base.inserta(e.Trozo, sha256=trozo.de, orden=trozo.orden, huella=huella, bytes=trozo.octetos)
