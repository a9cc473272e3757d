"""Los guiones de `empaquetado/windows` se importan como al correrlos: con su carpeta en el camino."""

from __future__ import annotations

import sys
from pathlib import Path

RAIZ = Path(__file__).parents[2]
sys.path.insert(0, str(RAIZ / "empaquetado" / "windows"))
