"""Los casos de datos malos, escritos aparte como se leería una corrección."""

from __future__ import annotations

from tests.datos.oficina import ARCHIVOS


def leer_malos(nombre: str) -> list[tuple[str, str, str]]:
    """Los casos de un archivo: lo que se cambia, por qué, y el reparo que se espera."""
    texto = (ARCHIVOS / nombre).read_text(encoding="utf-8").replace("+\n", "+ \n")
    casos = [caso.strip("\n").split("\n") for caso in texto.split("\n\n")[1:]]
    return [(_sin_marca(a), _sin_marca(b), _sin_marca(c)) for a, b, c in casos]


def _sin_marca(renglon: str) -> str:
    return renglon[2:].replace("⏎", "\n")
