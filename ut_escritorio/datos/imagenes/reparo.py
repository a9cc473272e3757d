"""Por qué una imagen no puede ser logotipo."""

from __future__ import annotations


class NoSirve(Exception):
    """No puede imprimirse como se ve: `causa` dice por qué, sin punto, y `remedio`, qué hacer."""

    def __init__(self, causa: str, remedio: str) -> None:
        super().__init__(f"{causa}. {remedio}")
        self.causa, self.remedio = causa, remedio
