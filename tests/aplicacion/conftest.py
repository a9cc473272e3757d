"""La oficina pequeña y su copia para cada prueba."""

from __future__ import annotations

from tests.datos.conftest import archivo, exp, molde

__all__ = ["archivo", "exp", "molde"]
