"""Las notas de funcionamiento: qué hizo el programa y qué le falló, sin nombres, textos ni números de nadie.

Llevan el número de cada acción, las tablas que tocó y la clase y el lugar de cada falla; nunca su frase,
que puede citar lo escrito.
"""

from __future__ import annotations

import logging
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from ut_escritorio.errores import rastro_de

NOTAS = logging.getLogger("ut_escritorio")
_NOMBRE = "ut-escritorio.log"
_AUTOPRUEBA = "autoprueba.txt"
_TOPE = 512 * 1024


class _SinFrases(logging.Formatter):
    """De un error deja su clase y por dónde pasó."""

    def formatException(  # noqa: N802 - así se llama en logging
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        """La clase del error y los renglones del programa por los que pasó, sin lo que dice."""
        return rastro_de(ei[1]) if ei[1] is not None else ""


def llevar_notas(carpeta: Path) -> None:
    """Empieza a llevarlas en esa carpeta; si ahí no se puede, el programa trabaja sin ellas.

    Cuando pasan de medio mega se guardan aparte y empiezan otras: nunca hay más de dos.
    """
    for anterior in list(NOTAS.handlers):
        NOTAS.removeHandler(anterior)
        anterior.close()
    ruta = carpeta / _NOMBRE
    with suppress(OSError):
        carpeta.mkdir(parents=True, exist_ok=True)
        if ruta.exists() and ruta.stat().st_size > _TOPE:
            ruta.replace(ruta.with_suffix(".anterior.log"))
        aqui = logging.FileHandler(ruta, encoding="utf-8")
        aqui.setFormatter(_SinFrases("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        NOTAS.addHandler(aqui)
        NOTAS.setLevel(logging.INFO)
        NOTAS.propagate = False


def anotar_imprevisto(error: BaseException) -> None:
    """Anota algo que el programa no esperaba: qué clase de error y por dónde pasó."""
    NOTAS.error("imprevisto", exc_info=error)


def dejar_dicho(carpeta: Path, frase: str) -> None:
    """Deja junto a las notas lo que salió de la autoprueba, en lugar de lo de la anterior.

    Va en UTF-16, que es lo que el instalador sabe leer.
    """
    carpeta.mkdir(parents=True, exist_ok=True)
    (carpeta / _AUTOPRUEBA).write_text(f"{frase}\n", encoding="utf-16")
