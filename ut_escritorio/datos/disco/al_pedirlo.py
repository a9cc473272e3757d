"""Lo que los discos cargan hasta que se pide; en ningún otro lugar suyo se importa tarde."""

from __future__ import annotations

from typing import Any


def windows() -> Any:
    """Lo que el sistema contesta en Windows; AttributeError en los demás."""
    import ctypes

    return getattr(ctypes, "windll")  # noqa: B009 - solo existe en Windows
