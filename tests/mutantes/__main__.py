"""La forma larga: aplica cada mutante en una copia y corre sus pruebas, que deben fallar.

`python -m tests.mutantes` dice cuáles viven; termina en 0 si murieron todos.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.mutantes.lista import MUTANTES, Mutante

RAIZ = Path(__file__).resolve().parents[2]
_A_LA_VEZ = min(4, os.cpu_count() or 1)
_SIN = [opcion for que in ("randomly", "cacheprovider", "pytest-qt") for opcion in ("-p", f"no:{que}")]
_COPIADO = ("ut_escritorio", "tests/dominio", "tests/armado")


def _copia(destino: Path) -> None:
    """El paquete y las pruebas rápidas, sin nada compilado."""
    for carpeta in _COPIADO:
        shutil.copytree(RAIZ / carpeta, destino / carpeta, ignore=shutil.ignore_patterns("__pycache__"))
    for archivo in ("__init__.py", "oficina.py"):
        shutil.copy(RAIZ / "tests" / archivo, destino / "tests" / archivo)


def _pasan(pruebas: str, en: Path) -> bool:
    """Si las pruebas pasan en esa copia; colgarse también es fallar."""
    rutas = [str(en / "tests" / prueba) for prueba in pruebas.split()]
    orden = [
        sys.executable,
        "-m",
        "pytest",
        "-x",
        "-q",
        "-p",
        "no:randomly",
        "-p",
        "no:cacheprovider",
        *rutas,
    ]
    entorno = os.environ | {"PYTHONPATH": str(en), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        return not subprocess.run(orden, cwd=en, env=entorno, capture_output=True, timeout=300).returncode
    except subprocess.TimeoutExpired:
        return False


def _vive(mutante: Mutante) -> bool:
    with tempfile.TemporaryDirectory() as carpeta:
        en = Path(carpeta)
        _copia(en)
        archivo = en / "ut_escritorio" / mutante.archivo
        texto = archivo.read_text(encoding="utf-8").replace(mutante.original, mutante.mutado)
        archivo.write_text(texto, encoding="utf-8")
        return _pasan(mutante.pruebas, en)


def main() -> int:
    """Corre todos y dice la cifra."""
    with tempfile.TemporaryDirectory() as carpeta:
        _copia(Path(carpeta))
        if not _pasan(" ".join(sorted({mutante.pruebas for mutante in MUTANTES})), Path(carpeta)):
            print("Las pruebas fallan sin mutante alguno; corríjalas primero.")
            return 2
    with ThreadPoolExecutor(_A_LA_VEZ) as varios:
        vivos = [m for m, vive in zip(MUTANTES, varios.map(_vive, MUTANTES), strict=True) if vive]
    for mutante in vivos:
        print(f"VIVE  {mutante.archivo}: «{mutante.original}» → «{mutante.mutado}» ({mutante.porque})")
    print(f"{len(MUTANTES) - len(vivos)} de {len(MUTANTES)} mutantes murieron.")
    return bool(vivos)


if __name__ == "__main__":
    sys.exit(main())
