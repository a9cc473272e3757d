"""Revisa la carpeta del programa ya hecha: qué lleva, cuánto pesa y de quién es cada biblioteca que pide.

    python empaquetado/windows/revisar.py CARPETA LISTA.txt

Escribe la lista de todo lo que hay dentro. Termina en 1 si algo sobra, falta, pesa de más o pide una
biblioteca que ni va en la carpeta ni trae Windows 10. Corre en el Python de Windows, que lee las DLL.
"""

from __future__ import annotations

import hashlib
import sys
from collections import defaultdict
from pathlib import Path

import listas
import marcas
import pefile

_DE_MAQUINA = (".dll", ".exe", ".pyd")
_IMPORTA = [
    pefile.DIRECTORY_ENTRY[f"IMAGE_DIRECTORY_ENTRY_{cual}"] for cual in ("IMPORT", "DELAY_IMPORT", "RESOURCE")
]


def main(escrito: list[str]) -> int:
    """Revisa, escribe la lista y dice los reparos; 1 si hay alguno."""
    carpeta, lista = Path(escrito[0]), Path(escrito[1])
    archivos = sorted(cosa for cosa in carpeta.rglob("*") if cosa.is_file())
    pedidas = bibliotecas_pedidas(archivos)
    ajenas = de_nadie(pedidas, archivos)
    reparos = listas.reparos_de(cosa.relative_to(carpeta).as_posix() for cosa in archivos)
    pesos = {"carpeta": sum(cosa.stat().st_size for cosa in archivos), "archivos": len(archivos)}
    reparos += listas.reparos_de_peso(pesos)
    reparos += [f"{dll} no va en la carpeta ni es de Windows 10; la pide {quien}" for dll, quien in ajenas]
    reparos += [f"{cual} no dice su versión en español de México" for cual in sin_version(carpeta)]
    lista.write_text(_lista(carpeta, archivos, pesos, pedidas), encoding="utf-8")
    print(f"{pesos['archivos']} archivos, {pesos['carpeta'] / listas.MEGA:.1f} MB")
    for reparo in reparos:
        print("REPARO:", reparo)
    return 1 if reparos else 0


def bibliotecas_pedidas(archivos: list[Path]) -> dict[str, list[str]]:
    """Cada biblioteca que algún ejecutable pide, y quiénes la piden."""
    pedidas: dict[str, list[str]] = defaultdict(list)
    for cosa in archivos:
        if cosa.suffix.lower() not in _DE_MAQUINA:
            continue
        with pefile.PE(str(cosa), fast_load=True) as leida:
            leida.parse_data_directories(directories=_IMPORTA[:2])
            for clase in ("DIRECTORY_ENTRY_IMPORT", "DIRECTORY_ENTRY_DELAY_IMPORT"):
                for entrada in getattr(leida, clase, ()):
                    pedidas[entrada.dll.decode("ascii").lower()].append(cosa.name)
    return dict(sorted(pedidas.items()))


def de_nadie(pedidas: dict[str, list[str]], archivos: list[Path]) -> list[tuple[str, str]]:
    """Las que no van en la carpeta ni trae Windows, con el primero que la pide."""
    nuestras = {cosa.name.lower() for cosa in archivos}
    return [
        (dll, quien[0])
        for dll, quien in pedidas.items()
        if dll not in nuestras and not listas.de_windows(dll)
    ]


def sin_version(carpeta: Path) -> list[str]:
    """Los programas cuyas propiedades no dicen la versión de `pyproject.toml`, en español de México."""
    return [programa.name for programa in carpeta.glob("*.exe") if _propiedades(programa) != marcas.version()]


def _propiedades(programa: Path) -> str:
    with pefile.PE(str(programa), fast_load=True) as leida:
        leida.parse_data_directories(directories=_IMPORTA[2:])
        for bloque in (uno for grupo in leida.FileInfo for uno in grupo if uno.Key == b"StringFileInfo"):
            for tabla in bloque.StringTable:
                if tabla.LangID.lower() == b"080a04b0":
                    return tabla.entries[b"ProductVersion"].decode("utf-8")
    return ""


def _lista(carpeta: Path, archivos: list[Path], pesos: dict[str, int], pedidas: dict[str, list[str]]) -> str:
    renglones = [
        f"{marcas.NOMBRE} {marcas.version()}: lo que lleva dentro",
        f"{pesos['archivos']} archivos, {pesos['carpeta']:,} octetos",
        "",
        "octetos      SHA-256                                                           archivo",
    ]
    for cosa in archivos:
        huella = hashlib.sha256(cosa.read_bytes()).hexdigest()
        renglones.append(f"{cosa.stat().st_size:<12} {huella}  {cosa.relative_to(carpeta).as_posix()}")
    renglones += ["", "Bibliotecas que pide, de quién son y quiénes las piden", ""]
    nuestras = {cosa.name.lower() for cosa in archivos}
    for dll, quienes in pedidas.items():
        de_quien = "de la carpeta" if dll in nuestras else "de Windows"
        renglones.append(f"{dll:<44} {de_quien:<14} {', '.join(sorted(set(quienes))[:4])}")
    return "\n".join([*renglones, ""])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
