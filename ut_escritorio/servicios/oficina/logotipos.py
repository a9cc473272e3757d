"""Los logotipos que ella elige, y si los guardados se imprimen como se ven."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ut_escritorio.datos.imagenes.puerta import Pintar, leer_logo, reparo_de_guardado
from ut_escritorio.dominio.oficina.catalogo import Logo

Elegidos = tuple[tuple[Logo, ...], Mapping[str, bytes]]


def elegir_logos(elegidas: tuple[Path, ...], pintar: Pintar) -> Elegidos:
    """Los logotipos de unas imágenes y lo que de cada una se imprimirá; `pintar` dibuja un SVG.

    ErrorEsperado, con la razón, si alguna no puede serlo.
    """
    leidos = [leer_logo(ruta, ruta.stem, pintar) for ruta in elegidas]
    return tuple(logo for logo, _ in leidos), {logo.sha256: imagen for logo, imagen in leidos}


def se_imprime(imagen: bytes) -> bool:
    """Si un logotipo guardado se imprime como se ve."""
    return not reparo_de_guardado(imagen)
