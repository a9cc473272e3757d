"""Correr órdenes en un Windows de prueba: dónde está Wine y con qué variables corre."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import IO

RAIZ = Path(__file__).resolve().parent.parent.parent
BANCO = RAIZ / ".wine"


def wine() -> str | None:
    """El Wine de 64 bits de este equipo, o None si no hay."""
    return shutil.which("wine64") or shutil.which("wine64", path="/usr/lib/wine") or shutil.which("wine")


def ambiente(carpeta: Path) -> dict[str, str]:
    """Las variables con que corre el Windows de esa carpeta: su disco C:, y nada que cambie sus costumbres.

    Sin `PYTHONUTF8` y los demás, se abre en cp1252 como en su máquina.
    """
    limpio = {clave: valor for clave, valor in os.environ.items() if not clave.startswith(("PYTHON", "QT_"))}
    return limpio | {
        "WINEPREFIX": str(carpeta / "disco"),
        "WINEARCH": "win64",
        "WINEDEBUG": "-all",
        # Sin .NET ni Internet Explorer, y sin que sus accesos directos lleguen a los menús de este equipo
        "WINEDLLOVERRIDES": "mscoree,mshtml=;winemenubuilder.exe=d",
        "LC_ALL": "C.UTF-8",
        "PYTHONPYCACHEPREFIX": "C:\\pyc",
        "HYPOTHESIS_STORAGE_DIRECTORY": "C:\\hypothesis",
    }


def en_wine(
    carpeta: Path, orden: list[str], tope: int, decir: Callable[[str], object] | None = None, **otras: str
) -> int:
    """Corre una orden en ese Windows y repite lo que dice.

    La entrada y la salida son tuberías porque con otra cosa Python no arranca bajo Wine (WinError 6).

    Args:
        carpeta: la del banco.
        orden: el programa de Windows y sus palabras.
        tope: segundos; después se termina.
        decir: adónde va cada renglón de lo que dice; si no se da, a la terminal.
        otras: variables de ambiente de más.

    Returns:
        El código de la orden; 124 si no acabó a tiempo.
    """
    programa = wine()
    assert programa is not None, "sin Wine no se llega aquí"
    tuberia = subprocess.PIPE
    with subprocess.Popen(
        ["timeout", str(tope), programa, *orden],
        stdin=tuberia,
        stdout=tuberia,
        stderr=subprocess.STDOUT,
        cwd=RAIZ,
        env=ambiente(carpeta) | otras,
    ) as proceso:
        assert proceso.stdin and proceso.stdout
        proceso.stdin.close()
        # Aparte: los servicios de Wine heredan la salida y tardan en soltarla
        lectura = Thread(target=_repetir, args=(proceso.stdout, decir or _a_la_terminal), daemon=True)
        lectura.start()
        codigo = proceso.wait()
        lectura.join(timeout=5)
        return codigo


def _repetir(salida: IO[bytes], decir: Callable[[str], object]) -> None:
    for renglon in salida:
        decir(renglon.decode("cp1252", "replace").rstrip())


def _a_la_terminal(renglon: str) -> None:
    print(renglon, flush=True)
