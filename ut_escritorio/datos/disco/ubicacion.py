"""En qué clase de carpeta está un archivo: este equipo, una memoria USB, una carpeta de la nube o la red."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import Literal

from ut_escritorio.datos.disco import al_pedirlo
from ut_escritorio.dominio.congelado import congelado

Ubicacion = Literal["equipo", "memoria", "nube", "red"]

_NUBES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_DE_RED = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "davfs", "fuse.davfs2"})
_MEMORIA_DE_WINDOWS, _RED_DE_WINDOWS = 2, 4  # DRIVE_REMOVABLE y DRIVE_REMOTE de GetDriveTypeW


@congelado
class Montado:
    """Un disco del sistema: dónde se ve, de qué clase es y si se puede desconectar."""

    donde: str
    sistema: str
    se_quita: bool


def ubicacion_de(ruta: Path) -> Ubicacion:
    """La clase de carpeta donde está esa ruta, según este equipo; en la duda, «equipo»."""
    ruta = ruta.absolute()
    if en_la_nube(ruta, os.environ):
        return "nube"
    if sys.platform == "win32":
        return _en_windows(ruta)
    return segun_los_discos(ruta, _montados())


def sistema_de(ruta: Path) -> str:
    """Cómo está hecho el disco de una ruta («NTFS», «FAT32», «vfat»…); vacío si el sistema no lo dice."""
    ruta = ruta.absolute()
    if sys.platform == "win32":
        return _sistema_de_unidad(ruta.anchor)
    suyos = [disco for disco in _montados() if ruta.is_relative_to(disco.donde)]
    return max(suyos, key=lambda uno: len(uno.donde)).sistema if suyos else ""


def en_la_nube(ruta: PurePath, entorno: Mapping[str, str]) -> bool:
    """Si está dentro de una carpeta de OneDrive, que Windows anuncia en esas variables."""
    carpetas = (type(ruta)(entorno[nombre]) for nombre in _NUBES if entorno.get(nombre))
    return any(ruta.is_relative_to(carpeta) for carpeta in carpetas)


def es_unc(ruta: PurePath) -> bool:
    r"""Si nombra otro equipo, como «\\servidor\común»; «\\?\C:\…» es solo una ruta larga de este."""
    raiz = ruta.drive.replace("/", "\\")
    return raiz.startswith("\\\\?\\UNC\\") or (raiz.startswith("\\\\") and not raiz.startswith("\\\\?\\"))


def _en_windows(ruta: Path) -> Ubicacion:
    if es_unc(ruta):
        return "red"
    tipo = _tipo_de_unidad(ruta.anchor)
    clases: dict[int, Ubicacion] = {_MEMORIA_DE_WINDOWS: "memoria", _RED_DE_WINDOWS: "red"}
    return clases.get(tipo, "equipo")


def _tipo_de_unidad(raiz: str) -> int:
    """Lo que Windows dice de una unidad; 0 si no contesta."""
    try:
        return int(al_pedirlo.windows().kernel32.GetDriveTypeW(raiz))
    except (AttributeError, OSError):
        return 0


def _sistema_de_unidad(raiz: str) -> str:
    try:
        return al_pedirlo.sistema_de_windows(raiz)
    except (AttributeError, OSError):
        return ""


def segun_los_discos(ruta: PurePath, montados: tuple[Montado, ...]) -> Ubicacion:
    """La clase del disco más cercano que contiene la ruta."""
    suyos = [disco for disco in montados if ruta.is_relative_to(disco.donde)]
    disco = max(suyos, key=lambda uno: len(uno.donde), default=None)
    if disco is None:
        return "equipo"
    if disco.sistema in _DE_RED:
        return "red"
    return "memoria" if disco.se_quita else "equipo"


def _montados() -> tuple[Montado, ...]:
    """Los discos de un Linux; ninguno si no lo dice."""
    try:
        renglones = Path("/proc/mounts").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ()
    campos = [renglon.split() for renglon in renglones]
    return tuple(
        Montado(donde.replace("\\040", " "), sistema, _se_quita(disco))
        for disco, donde, sistema, *_ in campos
    )


def _se_quita(disco: str) -> bool:
    if not disco.startswith("/dev/"):
        return False
    del_disco = Path("/sys/class/block") / PurePath(disco).name
    for carpeta in (del_disco, del_disco.resolve().parent):
        try:
            return (carpeta / "removable").read_text(encoding="ascii").strip() == "1"
        except OSError:
            continue
    return False
