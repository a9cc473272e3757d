"""La revisión: de la foto de un trimestre, todo lo que no cuadra, falta o conviene ver, con su lugar."""

from ut_escritorio.revision.hallazgos import Gravedad, Hallazgo, por_corregir
from ut_escritorio.revision.reglas import revisar

__all__ = ["Gravedad", "Hallazgo", "por_corregir", "revisar"]
