"""La revisión: de la foto de un trimestre, todo lo que no cuadra, falta o conviene ver, con su lugar."""

from ut_escritorio.revision.hallazgos import Gravedad, Hallazgo, por_corregir
from ut_escritorio.revision.para_entregar import LoQueFalta, para_entregar, toca, todavia_no
from ut_escritorio.revision.reglas import revisar

__all__ = [
    "Gravedad",
    "Hallazgo",
    "LoQueFalta",
    "para_entregar",
    "por_corregir",
    "revisar",
    "toca",
    "todavia_no",
]
