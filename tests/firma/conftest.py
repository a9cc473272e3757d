"""Los mismos archivos de prueba que los de `datos`."""

from tests.datos.conftest import archivo, exp, molde

__all__ = ["archivo", "exp", "molde"]
