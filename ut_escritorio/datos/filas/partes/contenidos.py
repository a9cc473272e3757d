"""Los contenidos de unas cosas —evidencias, cartas impresas y sus logotipos—, entre un archivo y otro."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Generator, Iterable, Iterator, Mapping

from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.esquema.base import nombre_de
from ut_escritorio.datos.filas.contenidos import (
    contenido_de,
    esta,
    guardar_contenido,
    guardar_lo_adelantado,
    largo_de,
    partes_de,
)
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.dominio.palabras.tamanos import MB
from ut_escritorio.dominio.partes.cosa import Cosa
from ut_escritorio.dominio.trimestre.evidencias import MIDE, Trozo
from ut_escritorio.errores import ErrorEsperado

LO_MAS = 50 * MB
"""Lo que pesa, a lo más, cada evidencia: lo mismo que al adjuntarla."""

_FALTA = "Falta una evidencia de las que se reciben. No se cambió nada."
_HUELLA = re.compile(rb"\b[0-9a-f]{64}\b")


def por_adelantar(de: Base, a: Base, cosas: Iterable[Cosa]) -> dict[str, int]:
    """Los octetos de cada evidencia que aquí no está, por su huella; ninguna si todas juntas son pocos."""
    faltan = {
        sha256: largo_de(de, sha256) or 0 for sha256 in sorted({*_pruebas(cosas)}) if not esta(a, sha256)
    }
    return faltan if sum(faltan.values()) > MIDE else {}


def trozos_que_llegan(de: Base, cuales: Iterable[str], enteros: set[str]) -> Generator[Trozo, None, None]:
    """Los de unos contenidos, conforme se piden; al dar el último de cada uno, su huella queda en `enteros`.

    ErrorEsperado si alguno no es el que se dice.
    """
    for sha256 in cuales:
        resumen, juntos, orden = hashlib.sha256(), bytearray(), 0
        for parte in partes_de(de, sha256):
            resumen.update(parte)
            juntos += parte
            while len(juntos) > MIDE:
                yield Trozo(sha256, orden, bytes(juntos[:MIDE]))
                del juntos[:MIDE]
                orden += 1
        if resumen.hexdigest() != sha256:
            raise ErrorEsperado(_FALTA)
        enteros.add(sha256)
        yield Trozo(sha256, orden, bytes(juntos))


def pasar_contenidos(
    de: Base, a: Base, cosas: Iterable[Cosa], enteros: Collection[str] = frozenset()
) -> None:
    """Copia de un archivo a otro los contenidos de unas cosas; los que ya están no se copian otra vez.

    `enteros` son los que ya se adelantaron. ErrorEsperado si alguno no está en ninguno, o no es el que dice.
    """
    cosas = tuple(cosas)
    documentos = frozenset(_documentos(cosas))
    for sha256 in sorted(contenidos_de(cosas)):
        if sha256 in enteros:
            guardar_lo_adelantado(a, sha256)
            continue
        octetos = contenido_de(de, sha256)
        if octetos is None and esta(a, sha256):
            continue
        if octetos is None or guardar_contenido(a, octetos) != sha256:
            raise ErrorEsperado(_FALTA)
        if sha256 in documentos:
            _pasar_los_logotipos(de, a, octetos)


def _pasar_los_logotipos(de: Base, a: Base, documento: bytes) -> None:
    """Una carta impresa nombra los suyos: sin ellos no se imprimiría igual."""
    for octetos in logotipos_de(de, documento):
        guardar_contenido(a, octetos)


def pesos(base: Base, cosas: Iterable[Cosa]) -> Mapping[str, int]:
    """Los octetos de cada contenido de unas cosas, por su huella; sin los que no están."""
    largos = {sha256: largo_de(base, sha256) for sha256 in contenidos_de(cosas)}
    return {sha256: largo for sha256, largo in largos.items() if largo is not None}


def contenidos_de(cosas: Iterable[Cosa]) -> frozenset[str]:
    """La huella de cada contenido de unas cosas."""
    cosas = tuple(cosas)
    return frozenset((*_pruebas(cosas), *_documentos(cosas)))


def documentos_de(base: Base, cosas: Iterable[Cosa]) -> Iterator[bytes]:
    """Las cartas impresas de unas cosas, como se guardaron."""
    for sha256 in dict.fromkeys(_documentos(cosas)):
        octetos = contenido_de(base, sha256)
        if octetos is not None:
            yield octetos


def logotipos_de(base: Base, documento: bytes) -> Iterator[bytes]:
    """Los que nombra una carta impresa y están en el archivo."""
    for huella in dict.fromkeys(_HUELLA.findall(documento)):
        octetos = contenido_de(base, huella.decode())
        if octetos is not None:
            yield octetos


def _pruebas(cosas: Iterable[Cosa]) -> Iterator[str]:
    for cosa in cosas:
        if cosa.tabla == nombre_de(e.Evidencia):
            yield cosa.dice["contenido"]


def _documentos(cosas: Iterable[Cosa]) -> Iterator[str]:
    for cosa in cosas:
        for enviada in cosa.dice.get("enviadas", ()):
            yield enviada["documento"]
