"""Las imágenes que ella elige: se leen, se comprueba que lo sean y se nombran por su SHA-256."""

from __future__ import annotations

import hashlib
from pathlib import Path

from ut_escritorio.datos.toml.catalogo import imagen_en
from ut_escritorio.dominio.oficina.catalogo import Logo
from ut_escritorio.errores import ErrorEsperado


def leer_logo(ruta: Path, alternativo: str, alto_mm: float = 15.0) -> tuple[Logo, bytes]:
    """El logotipo de un archivo y sus bytes; ErrorEsperado si no es una imagen que se pueda imprimir."""
    octetos = imagen_en((ruta.parent,), ruta.name)
    if octetos is None:
        raise ErrorEsperado(
            f"«{ruta.name}» no se puede usar como logotipo. Elija una imagen PNG, JPG o SVG de hasta 8 MB."
        )
    return Logo(hashlib.sha256(octetos).hexdigest(), alternativo, alto_mm), octetos
