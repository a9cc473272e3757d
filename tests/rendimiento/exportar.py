"""Mide la CPU de importar fpdf2, la de exportar el ejemplo, y la de exportarlo varias veces seguidas."""

from __future__ import annotations

import sys
import time
from datetime import datetime
from pathlib import Path


def importar() -> float:
    """Segundos de CPU de importar la biblioteca."""
    antes = time.process_time()
    import fpdf  # noqa: F401

    return time.process_time() - antes


def exportar(archivo: Path, salida: Path) -> float:
    """Segundos de CPU de exportar, con la importación incluida y el archivo ya abierto."""
    return varias(archivo, salida, 1)[0]


def varias(archivo: Path, salida: Path, veces: int) -> list[float]:
    """Los de cada una de esas veces, en el mismo proceso."""
    from ut_escritorio.dominio.periodos import Trimestre
    from ut_escritorio.servicios.archivo import expediente
    from ut_escritorio.servicios.entrega import informe

    with expediente.abrir(archivo, lambda: datetime(2024, 7, 4, 12)) as abierto:  # noqa: DTZ001
        cada: list[float] = []
        for _ in range(veces):
            antes = time.process_time()
            foto = abierto.foto(Trimestre(2024, 2))
            informe.exportar(foto, informe.contenidos_de(abierto, foto), salida)
            cada.append(time.process_time() - antes)
        return cada


if __name__ == "__main__":
    if sys.argv[1] == "importar":
        print(importar())
    elif sys.argv[1] == "varias":
        print(*varias(Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4])))
    else:
        print(exportar(Path(sys.argv[2]), Path(sys.argv[3])))
    assert "numpy" not in sys.modules
