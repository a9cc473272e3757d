"""Lo que los discos cargan hasta que se pide; en ningún otro lugar suyo se importa tarde."""

from __future__ import annotations

from typing import Any


def windows() -> Any:
    """Lo que el sistema contesta en Windows; AttributeError en los demás."""
    import ctypes

    return getattr(ctypes, "windll")  # noqa: B009 - solo existe en Windows


def sistema_de_windows(raiz: str) -> str:
    """Cómo está hecho el disco de una unidad, según Windows; vacío si no contesta."""
    import ctypes

    nombre = ctypes.create_unicode_buffer(32)
    windows().kernel32.GetVolumeInformationW(raiz, None, 0, None, None, None, nombre, len(nombre))
    return nombre.value


def calamine() -> Any:
    """Lo que lee los libros de Excel y de LibreOffice."""
    import python_calamine

    return python_calamine
