"""El proyecto en otra carpeta: ahí se le ponen los mutantes, y el de verdad no se toca."""

from __future__ import annotations

import shutil
from pathlib import Path

_QUE = ("ut_escritorio", "tests", "recursos", "empaquetado", "pyproject.toml", "README.md")
_SIN = shutil.ignore_patterns("__pycache__", ".wine", "nadie")


def copiar(raiz: Path, destino: Path) -> None:
    """Lo que hace falta para correr las pruebas, sin nada compilado."""
    for nombre in _QUE:
        if (raiz / nombre).is_dir():
            shutil.copytree(raiz / nombre, destino / nombre, ignore=_SIN)
        else:
            shutil.copy(raiz / nombre, destino / nombre)
