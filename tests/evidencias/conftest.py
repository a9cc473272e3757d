"""La oficina pequeña, y archivos como los que llegan: fotos de teléfono, escaneos, correos y basura."""

from __future__ import annotations

from tests.datos.conftest import archivo, exp, molde

__all__ = ["archivo", "exp", "molde"]
