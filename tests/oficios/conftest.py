"""La oficina pequeña, abierta, para cada prueba."""

from tests.datos.conftest import archivo, exp, molde

__all__ = ["archivo", "exp", "molde"]
