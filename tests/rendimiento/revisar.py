"""Mide, en un mismo proceso y por turnos, la CPU de revisar el ejemplo y la de armar su documento.

python tests/rendimiento/revisar.py razon ARCHIVO      (revisar ÷ armar)
python tests/rendimiento/revisar.py revisar ARCHIVO    (segundos)
python tests/rendimiento/revisar.py armar ARCHIVO      (segundos)
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.informe.armado import armar
from ut_escritorio.revision import revisar
from ut_escritorio.servicios.archivo import expediente
from ut_escritorio.servicios.oficina.calendario import calendario_de

TURNOS = 60


def por_turnos(archivo: Path) -> dict[str, float]:
    """La mediana de cada uno, en segundos de CPU, ya con todo importado y leído."""
    with expediente.abrir(archivo, lambda: datetime(2024, 7, 4, 12)) as abierto:  # noqa: DTZ001
        foto = abierto.foto(Trimestre(2024, 2))
    calendario = calendario_de(foto)
    trabajos: dict[str, Callable[[], object]] = {
        "revisar": lambda: revisar(foto, calendario, date(2024, 7, 4)),
        "armar": lambda: armar(foto),
    }
    medidas = [{nombre: _cpu(trabajo) for nombre, trabajo in trabajos.items()} for _ in range(TURNOS)]
    return {nombre: statistics.median(medida[nombre] for medida in medidas) for nombre in trabajos}


def _cpu(trabajo: Callable[[], object]) -> float:
    antes = time.process_time()
    trabajo()
    return time.process_time() - antes


if __name__ == "__main__":
    medianas = por_turnos(Path(sys.argv[2]))
    print(medianas["revisar"] / medianas["armar"] if sys.argv[1] == "razon" else medianas[sys.argv[1]])
