"""Lo que pesa un archivo, en palabras: «196 KB», «0.8 MB», «84 MB», «2.6 GB»."""

from __future__ import annotations

KB, MB, GB = 1024, 1024**2, 1024**3


def pesa(octetos: int) -> str:
    """Los octetos como los dice el explorador de archivos, con un decimal si son menos de diez."""
    if octetos < MB // 10:
        return f"{-(-octetos // KB)} KB"
    unidad, nombre = (MB, "MB") if octetos < GB else (GB, "GB")
    cuantos = octetos / unidad
    return f"{cuantos:.1f} {nombre}" if cuantos < 9.95 else f"{cuantos:.0f} {nombre}"
