"""La única puerta de los logotipos: lo que pasa queda tal como se imprimirá, y lo que no, dice por qué."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from ut_escritorio.datos.imagenes import al_pedirlo, trazos
from ut_escritorio.datos.imagenes.clases import es_dibujo
from ut_escritorio.datos.imagenes.reparo import NoSirve
from ut_escritorio.dominio.oficina.catalogo import Logo
from ut_escritorio.errores import ErrorEsperado

TOPE = 8 * 1024 * 1024
Pintar = Callable[[bytes], bytes]


def leer_logo(ruta: Path, alternativo: str, pintar: Pintar, alto_mm: float = 15.0) -> tuple[Logo, bytes]:
    """El logotipo de un archivo y la imagen que se imprimirá; `pintar` vuelve imagen un dibujo SVG.

    ErrorEsperado, con la razón, si no puede ser logotipo.
    """
    try:
        octetos = leer_imagen(ruta)
        if es_dibujo(octetos):
            trazos.revisar(octetos)
            octetos = pintar(octetos)
        imagen = al_pedirlo.puntos().para_imprimir(octetos)
    except NoSirve as reparo:
        raise ErrorEsperado(f"«{ruta.name}» no se puede usar como logotipo: {reparo}") from reparo
    return Logo(hashlib.sha256(imagen).hexdigest(), alternativo, alto_mm), imagen


def leer_imagen(ruta: Path) -> bytes:
    """Los bytes de un archivo que puede ser una imagen; NoSirve, con la razón, si no."""
    try:
        if ruta.stat().st_size > TOPE:
            raise NoSirve("pesa más de 8 MB", "Guárdelo más chico.")
        octetos = ruta.read_bytes()
    except OSError as causa:
        raise NoSirve("no se deja leer", "Revise que siga ahí y que se permita.") from causa
    if not octetos:
        raise NoSirve("está vacío, como si se hubiera copiado a medias", "Cópielo otra vez.")
    return octetos


def de_un_plan(octetos: bytes) -> bytes:
    """La imagen con que se imprimirá el logotipo de un plan: un dibujo sencillo se conserva en trazos.

    NoSirve, con la razón, si no puede ser logotipo.
    """
    if not es_dibujo(octetos):
        return al_pedirlo.puntos().para_imprimir(octetos)
    if causa := trazos.reparo_al_imprimir(octetos):
        raise NoSirve(causa, trazos.COMO_PNG)
    return octetos


def revisar_guardado(octetos: bytes) -> None:
    """NoSirve, con la razón, si el logotipo que trae un archivo de otros no se deja leer o imprimir."""
    if not es_dibujo(octetos):
        al_pedirlo.puntos().revisar(octetos)
    elif causa := trazos.reparo_al_imprimir(octetos):
        raise NoSirve(causa, trazos.COMO_PNG)


@lru_cache(maxsize=32)
def reparo_de_guardado(octetos: bytes) -> str:
    """Por qué un logotipo que ya está en el archivo no se imprimiría como se ve; vacío si sí.

    Los guardó otra versión del programa: no se tocan, porque lo ya impreso los lleva así.
    """
    clase = trazos if es_dibujo(octetos) else al_pedirlo.puntos()
    return clase.reparo_al_imprimir(octetos)
