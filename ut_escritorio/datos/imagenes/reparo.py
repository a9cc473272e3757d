"""Por qué una imagen no puede ser logotipo."""

from __future__ import annotations


class NoSirve(Exception):
    """No puede imprimirse como se ve; su texto, que sigue a dos puntos, dice por qué y qué hacer."""

    @property
    def como_oracion(self) -> str:
        """Lo mismo, con mayúscula."""
        dicho = str(self)
        return dicho[:1].upper() + dicho[1:]
