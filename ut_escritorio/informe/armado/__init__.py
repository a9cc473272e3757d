"""Armar el informe: de la foto de un trimestre, el documento entero, sin tocar papel."""

from ut_escritorio.informe.armado.informe import armar

__all__ = ["armar"]
