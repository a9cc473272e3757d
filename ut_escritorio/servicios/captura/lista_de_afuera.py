"""Leer la lista de que se traen los números de un cuadro.

Se propone con `dominio.numeros.recuento` y entra como lo pegado, con `numeros.aplicar_pegado`. Ni el archivo
ni lo que sus filas dicen se guardan: solo los números.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ut_escritorio.datos.disco.listas_de_afuera import leer_listas
from ut_escritorio.datos.toml.de_fabrica.listas import como_se_llama
from ut_escritorio.dominio.numeros.listado import Listado

__all__ = ["como_se_llama", "leer"]


def leer(
    ruta: Path,
    avance: Callable[[int, int], None] | None = None,
    cancelado: Callable[[], bool] = lambda: False,
) -> tuple[Listado, ...]:
    """Las hojas de la lista; puede hacerse en otro hilo. ErrorEsperado, con qué hacer, si no se deja leer."""
    del avance
    return leer_listas(ruta, cancelado)
