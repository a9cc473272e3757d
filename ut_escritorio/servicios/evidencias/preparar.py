"""Preparar lo que se va a adjuntar: leerlo una vez, revisarlo y dejarlo como se guarda; sin tocar el archivo.

Se hace aparte de la ventana. Los originales no se tocan.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from ut_escritorio.datos.imagenes.reparo import NoSirve
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.trimestre.evidencias import (
    MIDE,
    NoAdjunta,
    Preparada,
    Trozo,
    trozos_de,
    va_en_trozos,
)
from ut_escritorio.servicios.evidencias import al_pedirlo
from ut_escritorio.servicios.evidencias.clases import clase_de

_TOPE = 50 * 1024 * 1024
_DE_UNA_VEZ = MIDE
_LETRAS = 120
_INVISIBLES = dict.fromkeys((*range(32), 127, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "")


@congelado
class PorAdjuntar:
    """Algo que ella dio: un archivo o, si se pegó una imagen, sus bytes con un nombre."""

    nombre: str
    ruta: Path | None = None
    octetos: bytes = b""


@congelado
class Lote:
    """Lo que quedó listo, lo que no se puede adjuntar y si se canceló antes de acabar."""

    listas: tuple[Preparada, ...] = ()
    rechazos: tuple[NoAdjunta, ...] = ()
    cancelado: bool = False

    def por_partes(self) -> Iterator[Lote | Trozo]:
        """El mismo en lotes que se guardan sin detener la ventana; lo que no se puede va con el primero.

        Lo grande va antes, por trozos, y luego solo en su lote.
        """
        parte, pesa, primero = list[Preparada](), 0, replace(self, listas=())
        for lista in self.listas:
            if parte and pesa + len(lista.octetos) > _DE_UNA_VEZ:
                yield replace(primero, listas=tuple(parte))
                parte, pesa, primero = [], 0, Lote()
            if va_en_trozos(lista.octetos):
                yield from trozos_de(lista.contenido, lista.octetos)
            parte.append(lista)
            pesa += len(lista.octetos)
        yield replace(primero, listas=tuple(parte))


def de_rutas(rutas: Sequence[Path]) -> tuple[PorAdjuntar, ...]:
    """Unos archivos, por su ruta."""
    return tuple(PorAdjuntar(ruta.name, ruta) for ruta in rutas)


def preparar(
    dados: Sequence[PorAdjuntar], avance: Callable[[int, int], None], cancelado: Callable[[], bool]
) -> Lote:
    """Prepara cada uno; el que no se puede, con su razón, y los demás siguen."""
    listas: list[Preparada] = []
    rechazos: list[NoAdjunta] = []
    for cual, dado in enumerate(dados):
        if cancelado():
            return Lote(tuple(listas), tuple(rechazos), cancelado=True)
        avance(cual, len(dados))
        try:
            listas.append(_preparada(dado))
        except NoSirve as reparo:
            rechazos.append(NoAdjunta(etiqueta(dado.nombre), str(reparo)))
    return Lote(tuple(listas), tuple(rechazos))


def etiqueta(nombre: str) -> str:
    """Un nombre de archivo como se enseña: sin lo invisible que lo voltea, y no muy largo."""
    limpio = nombre.translate(_INVISIBLES).encode("utf-8", "replace").decode("utf-8").strip()
    return limpio if len(limpio) <= _LETRAS else f"{limpio[: _LETRAS - 12]}…{limpio[-11:]}"


def _preparada(dado: PorAdjuntar) -> Preparada:
    octetos = _leer(dado.ruta) if dado.ruta else dado.octetos
    clase, original = clase_de(dado.nombre, octetos), _huella(octetos)
    nombre = etiqueta(dado.nombre)
    match clase:
        case "foto":
            foto, tomada = al_pedirlo.fotos().preparar(octetos)
            return Preparada(foto, original, nombre, clase, tomada=tomada, contenido=_huella(foto))
        case "pdf":
            hojas = al_pedirlo.hojas().contar(octetos)
            return Preparada(octetos, original, nombre, clase, hojas=hojas, contenido=original)
        case "correo":
            es_eml = nombre.lower().endswith(".eml")
            asunto, cuando = al_pedirlo.correos().leer(octetos) if es_eml else ("", None)
            pie = etiqueta(asunto)
            return Preparada(octetos, original, nombre, clase, pie, cuando, contenido=original)


def _huella(octetos: bytes) -> str:
    return hashlib.sha256(octetos).hexdigest()


def _leer(ruta: Path) -> bytes:
    """Los bytes de un archivo; NoSirve si es una carpeta, es enorme o no se deja leer."""
    try:
        if ruta.is_dir():
            raise NoSirve("es una carpeta", "Ábrala y arrastre lo que tiene dentro.")
        if not ruta.is_file():
            raise NoSirve(
                "no está donde se dijo",
                "Revise que la memoria siga conectada; si viene de un teléfono o del correo, cópielo antes a "
                "una carpeta.",
            )
        if ruta.stat().st_size > _TOPE:
            raise NoSirve("pesa más de 50 MB", "Guárdelo más chico, o divídalo en partes.")
        return ruta.read_bytes()
    except OSError as causa:
        raise NoSirve(
            "no se deja leer", "Revise que la memoria siga conectada y que no esté abierto en otro programa."
        ) from causa
