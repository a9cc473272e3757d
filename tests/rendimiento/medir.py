"""Las medidas del programa, como razones dentro de una misma corrida (las máquinas hacen ruido).

    python tests/rendimiento/medir.py [repeticiones]

Cada proceso se mide varias veces, alternando los que se comparan; se imprimen medianas y su razón.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

AQUI = Path(__file__).resolve().parent
RAIZ = AQUI.parent.parent


def correr(guion: str, *argumentos: str) -> float:
    """El número que el guion imprime al final, en un proceso nuevo."""
    entorno = os.environ | {"PYTHONPATH": str(RAIZ), "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    entorno.pop("PYTHONDONTWRITEBYTECODE", None)
    entorno |= {nombre: str(AQUI / "nadie") for nombre in ("XDG_CONFIG_HOME", "APPDATA", "LOCALAPPDATA")}
    hecho = subprocess.run(
        [sys.executable, str(AQUI / guion), *argumentos],
        env=entorno, capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    return float(hecho.stdout.split()[-1])


def hasta_pintar(*argumentos: str) -> float:
    """Segundos desde que se lanza el proceso hasta su primera pintura."""
    antes = time.monotonic()
    return correr("primera_pintura.py", *argumentos) - antes


def de_cpu(guion: str, *argumentos: str) -> float:
    """Segundos de CPU que el guion dice haber gastado."""
    return correr(guion, *argumentos)


def comparar(
    nombre: str, medir: Callable[..., float], uno: list[str], otro: list[str], tope: float, veces: int
) -> bool:
    """Imprime la razón entre dos medidas tomadas por turnos; False si pasa del tope."""
    medidas = [(medir(*uno), medir(*otro)) for _ in range(veces)]
    nuestro, base = (statistics.median(columna) for columna in zip(*medidas, strict=True))
    razon = nuestro / base
    print(f"{nombre}: {nuestro * 1000:.0f} ms contra {base * 1000:.0f} ms = {razon:.2f} × (tope {tope} ×)")
    return razon <= tope


def main() -> int:
    """Corre todas las medidas; 1 si alguna pasa de su tope."""
    veces = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with tempfile.TemporaryDirectory() as carpeta:
        archivo = Path(carpeta) / "ejemplo.sqlite"
        programa = [sys.executable, "-m", "ut_escritorio", "ejemplo", str(archivo)]
        subprocess.run(programa, cwd=RAIZ, check=True, stdout=subprocess.DEVNULL)
        bien = [
            comparar(
                "Primera pintura contra una ventana vacía",
                hasta_pintar,
                ["programa", str(archivo)],
                ["vacia"],
                2.2,
                veces,
            ),
            comparar(
                "CPU de exportar el ejemplo contra importar fpdf2",
                de_cpu,
                ["exportar.py", "exportar", str(archivo), str(Path(carpeta) / "informe.pdf")],
                ["exportar.py", "importar"],
                2.5,
                veces,
            ),
            comparar(
                "CPU de revisar el ejemplo contra armar su documento",
                de_cpu,
                ["revisar.py", "revisar", str(archivo)],
                ["revisar.py", "armar", str(archivo)],
                1.0,
                veces,
            ),
        ]
    return 0 if all(bien) else 1


if __name__ == "__main__":
    sys.exit(main())
