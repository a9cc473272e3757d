"""Compara la CPU de exportar el ejemplo con la de escribir lo mismo con otra biblioteca, por turnos.

    python contra_otros.py frio|tibio reportlab|typst ARCHIVO

`frio` es el proceso entero; `tibio`, la segunda vez y las demás de un mismo proceso. Las otras van
en un Python aparte, el de UT_OTROS. Imprime lo menos que tardó la nuestra y lo menos que tardó la otra.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

AQUI = Path(__file__).resolve().parent
LETRAS = AQUI.parent.parent / "recursos" / "fuentes"
_TURNOS, _VECES = 7, 8


def main(como: str, cual: str, archivo: Path) -> None:
    """Mide e imprime."""
    with tempfile.TemporaryDirectory() as carpeta:
        pdf, hojas = Path(carpeta) / "informe.pdf", Path(carpeta) / "hojas.json"
        trimestre = ["--ejercicio", "2024", "--trimestre", "2"]
        frio = [
            sys.executable,
            "-m",
            "ut_escritorio",
            "exportar",
            str(archivo),
            *trimestre,
            "--salida",
            str(pdf),
        ]
        _corre(frio)
        hojas.write_bytes(PdfReader(BytesIO(pdf.read_bytes())).attachments[hojas.name][0])
        otra = [os.environ["UT_OTROS"], str(AQUI / "otros" / f"con_{cual}.py"), str(hojas), str(LETRAS)]
        otra += [str(Path(carpeta) / "otro.pdf"), str(_VECES if como == "tibio" else 1)]
        tibio = [sys.executable, str(AQUI / "exportar.py"), "varias", str(archivo), str(pdf), str(_VECES)]
        turnos = [
            (_segundas(tibio), _segundas(otra)) if como == "tibio" else (_cpu(frio), _cpu(otra))
            for _ in range(_TURNOS)
        ]
    print(*(min(columna) for columna in zip(*turnos, strict=True)))


def _segundas(orden: Sequence[str]) -> float:
    """La más corta de las veces que siguen a la primera."""
    dichos = [float(dicho) for dicho in _corre(orden).split()]
    return min(dichos[1:_VECES])


def _cpu(orden: Sequence[str]) -> float:
    """Los segundos de CPU de todo un proceso."""
    antes = resource.getrusage(resource.RUSAGE_CHILDREN)
    _corre(orden)
    luego = resource.getrusage(resource.RUSAGE_CHILDREN)
    return luego.ru_utime + luego.ru_stime - antes.ru_utime - antes.ru_stime


def _corre(orden: Sequence[str]) -> str:
    return subprocess.run(orden, capture_output=True, text=True, encoding="utf-8", check=True).stdout


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
