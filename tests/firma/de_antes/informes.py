"""La huella de lo que da cada informe: el PDF sin comprimir y lo que dice la revisión.

`huellas.json` guarda las del commit 72c3e8d; las de los PDF, desde que llevan etiquetas y los datos de sus
hojas, que se ven igual. Un cambio que deba cambiar lo que se imprime las rehace y dice cuáles cambió y por
qué; desde la carpeta del proyecto:

    PYTHONPATH=. python tests/firma/de_antes/informes.py > tests/firma/de_antes/huellas.json

Todo pasa por las órdenes, que no cambian de nombre: con `PYTHONPATH=../antes` da las de un programa anterior.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
import zlib
from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from ut_escritorio.linea_de_comandos.ordenes import cumplir
from ut_escritorio.linea_de_comandos.pedidos import Ejemplo, Exportar, Nuevo, Revisar

AQUI = Path(__file__).parent
HUELLAS = AQUI / "huellas.json"
_SEGUNDO_PLAN = AQUI.parents[1] / "segundo_plan"


class Caso(NamedTuple):
    """Un plan, los datos de un trimestre si los hay, y el informe que se pide; sin plan, el ejemplo."""

    ejercicio: int
    trimestre: int
    plan: Path | None = None
    datos: Path | None = None


def _de_planes(ejercicio: int, trimestre: int, plan: str, datos: str = "") -> Caso:
    planes = AQUI / "planes"
    return Caso(ejercicio, trimestre, planes / plan, planes / datos if datos else None)


CASOS = {
    "ejemplo": Caso(2024, 2),
    "ejemplo, otro trimestre": Caso(2024, 3),
    "segundo plan": Caso(2027, 1, _SEGUNDO_PLAN / "plan.toml", _SEGUNDO_PLAN / "trimestre.toml"),
    "otro municipio": _de_planes(2022, 3, "b-tijuana-2022.toml", "b-tijuana-2022-3.toml"),
    "sin forma": _de_planes(2026, 1, "min-sinforma.toml", "min-sinforma-1.toml"),
    "sin datos": _de_planes(2026, 2, "min-sinforma.toml"),
}


def huellas_de(caso: Caso, carpeta: Path) -> dict[str, str]:
    """La huella del PDF y la de los hallazgos de un caso, hechos en esa carpeta."""
    pdf, hallazgos = informe_de(caso, carpeta)
    return {"pdf": huella_de_pdf(pdf), "hallazgos": _huella(hallazgos.encode("ascii"))}


def informe_de(caso: Caso, carpeta: Path) -> tuple[bytes, str]:
    """El PDF y los hallazgos de un caso, hechos en esa carpeta."""
    archivo, salida = carpeta / "archivo.sqlite", carpeta / "informe.pdf"

    def ahora() -> datetime:
        return datetime(caso.ejercicio, 3 * caso.trimestre, 28, 12)  # noqa: DTZ001

    cumplir(Nuevo(archivo, caso.plan, caso.datos) if caso.plan else Ejemplo(archivo), ahora)
    cumplir(Exportar(archivo, caso.ejercicio, caso.trimestre, salida, forzar=False), ahora)
    hallazgos = cumplir(Revisar(archivo, caso.ejercicio, caso.trimestre, json=True), ahora).texto
    return salida.read_bytes(), hallazgos


def huella_de_pdf(pdf: bytes) -> str:
    """La huella de un PDF sin comprimir: la misma con cualquier versión de zlib."""
    cuerpo = pdf[: pdf.rindex(b"\nxref\n")]
    return _huella(re.sub(rb"/Length [0-9]+", b"/Length", b"".join(_estirado(cuerpo))))


def _estirado(cuerpo: bytes) -> Iterator[bytes]:
    """El PDF con cada flujo comprimido vuelto a su tamaño."""
    for pedazo in re.split(rb"(?<=\nstream\n)(.*?)(?=\nendstream)", cuerpo, flags=re.DOTALL):
        try:
            yield zlib.decompress(pedazo)
        except zlib.error:
            yield pedazo


def _huella(octetos: bytes) -> str:
    return sha256(octetos).hexdigest()


def main() -> None:
    """Escribe las huellas que da el programa que esté en PYTHONPATH."""
    huellas: dict[str, dict[str, str]] = {}
    for nombre, caso in CASOS.items():
        with tempfile.TemporaryDirectory() as carpeta:
            huellas[nombre] = huellas_de(caso, Path(carpeta))
    json.dump(huellas, sys.stdout, ensure_ascii=False, indent=1)
    print()


if __name__ == "__main__":
    main()
