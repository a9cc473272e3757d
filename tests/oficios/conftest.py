"""La oficina pequeña, abierta, para cada prueba."""

from tests.cartas.conftest import con_serie
from tests.datos.conftest import archivo, exp, molde

__all__ = ["archivo", "con_serie", "exp", "molde"]
