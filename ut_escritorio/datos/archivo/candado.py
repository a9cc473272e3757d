"""El candado: mientras un archivo está abierto para escribir, nadie más lo abre así.

Junto al archivo queda otro, «.candado», que dice quién lo tiene; lo que de verdad impide es un
candado del sistema sobre él, que se suelta solo si el programa o el equipo se caen. Por eso uno viejo
o vacío no estorba. El de otro equipo que nadie sostiene puede venir en una carpeta copiada o
sincronizada: se dice de quién es, y quien esté segura lo quita.
"""

from __future__ import annotations

import contextlib
import errno
import getpass
import json
import os
import socket
import sys
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.errores import ArchivoEnUso, NoDejaEscribir

_INTENTOS = 20
_OCTETOS = 4096
_LO_TIENE_OTRO = (errno.EACCES, errno.EAGAIN, errno.EDEADLK, 0)  # 0: así lo dice Wine


@congelado
class Dueno:
    """Quién tiene abierto un archivo: en qué equipo, con qué usuario y desde cuándo."""

    equipo: str
    usuario: str
    desde: str

    def __str__(self) -> str:
        try:
            desde = f" desde el {datetime.fromisoformat(self.desde):%d/%m/%Y a las %H:%M}"
        except ValueError:
            desde = ""
        return f"{self.usuario}, en el equipo {self.equipo},{desde}".rstrip(",")


class Candado:
    """Un candado tomado; se suelta una vez."""

    def __init__(self, ruta: Path, descriptor: int) -> None:
        self._ruta, self._descriptor = ruta, descriptor

    def soltar(self) -> None:
        """Lo suelta y quita su archivo; ya suelto, no hace nada."""
        if self._descriptor < 0:
            return
        descriptor, self._descriptor = self._descriptor, -1
        if sys.platform == "win32":  # ahí no se quita lo que está abierto; si otro ya lo tomó, se queda
            os.close(descriptor)
            with contextlib.suppress(OSError):
                self._ruta.unlink()
            return
        if _es_el_de(descriptor, self._ruta):
            with contextlib.suppress(OSError):
                self._ruta.unlink()
        os.close(descriptor)


def candado_de(archivo: Path) -> Path:
    """El archivo que hace de candado."""
    return archivo.with_name(f"{archivo.name}.candado")


def tomar(archivo: Path, ahora: datetime, quitar: bool = False) -> Candado:
    """Toma el candado de un archivo, sin esperar a que se desocupe.

    Args:
        archivo: el de la oficina.
        ahora: desde cuándo se anotará que está abierto.
        quitar: pasa por encima del candado de otro equipo si nadie lo sostiene.

    Raises:
        ArchivoEnUso: alguien lo tiene; dice quién.
        NoDejaEscribir: en su carpeta no se puede escribir.
    """
    ruta = candado_de(archivo)
    for _ in range(_INTENTOS):
        descriptor = _abrir(ruta, archivo)
        try:
            tomado = _tomar(descriptor, ruta, archivo, ahora, quitar)
        except BaseException:
            os.close(descriptor)
            raise
        if tomado:
            return Candado(ruta, descriptor)
        os.close(descriptor)  # quien lo tenía lo quitó entre que se abrió y se tomó
    raise _en_uso(archivo, None)


def _abrir(ruta: Path, archivo: Path) -> int:
    try:
        return os.open(ruta, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
    except OSError as causa:
        raise NoDejaEscribir(
            f"En la carpeta de «{archivo.name}» no se puede escribir. Ábralo solo para leer, o cópielo a "
            "otra carpeta."
        ) from causa


def _tomar(descriptor: int, ruta: Path, archivo: Path, ahora: datetime, quitar: bool) -> bool:
    """Lo toma y anota a su dueño; False si mientras tanto dejó de ser el candado de ese archivo."""
    sostenido = _sostener(descriptor)
    if sostenido is True and not _es_el_de(descriptor, ruta):
        return False
    anterior = _leer(descriptor)
    if sostenido is False:
        raise _en_uso(archivo, anterior)
    if anterior and not quitar and (sostenido is None or anterior.equipo != socket.gethostname()):
        raise _de_otro(archivo, anterior)
    _anotar(descriptor, Dueno(socket.gethostname(), _usuario(), ahora.isoformat(timespec="minutes")))
    return True


def esta_tomado(archivo: Path) -> bool:
    """Si alguien tiene abierto el archivo para escribir, en este momento."""
    try:
        descriptor = os.open(candado_de(archivo), os.O_RDWR)
    except OSError:
        return False
    try:
        return _sostener(descriptor) is False
    finally:
        os.close(descriptor)


def _sostener(descriptor: int) -> bool | None:
    """Pone el candado del sistema: True si quedó puesto, False si otro lo tiene, None si ahí no los hay."""
    try:
        _poner(descriptor)
    except OSError as causa:
        return False if causa.errno in _LO_TIENE_OTRO else None
    return True


if sys.platform == "win32":
    import msvcrt

    _LEJOS = 1 << 30  # ahí el octeto tomado no impide leer quién lo tiene

    def _poner(descriptor: int) -> None:
        os.lseek(descriptor, _LEJOS, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _poner(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _es_el_de(descriptor: int, ruta: Path) -> bool:
    """Si lo abierto sigue siendo lo que hay en esa ruta; en Windows lo abierto no se puede quitar de ahí."""
    if sys.platform == "win32":
        return True
    try:
        return os.path.samestat(os.fstat(descriptor), ruta.stat())
    except OSError:
        return False


def _leer(descriptor: int) -> Dueno | None:
    """Quién se anotó; None si el candado está vacío o no se entiende."""
    try:
        os.lseek(descriptor, 0, os.SEEK_SET)
        datos = json.loads(os.read(descriptor, _OCTETOS))
        return Dueno(*(str(datos[campo]) for campo in ("equipo", "usuario", "desde")))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _anotar(descriptor: int, dueno: Dueno) -> None:
    """Anota quién lo tiene; con el disco lleno se queda sin anotar, y el candado vale igual."""
    with contextlib.suppress(OSError):
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, json.dumps(asdict(dueno)).encode("ascii"))


def _usuario() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # así falla donde el sistema no nombra a nadie
        return "otra persona"


def _en_uso(archivo: Path, dueno: Dueno | None) -> ArchivoEnUso:
    quien = str(dueno) if dueno else "otra ventana de este programa"
    # El que apenas lo toma todavía no se anota: también es un segundo doble clic
    es_suyo = dueno is None or (dueno.equipo, dueno.usuario) == (socket.gethostname(), _usuario())
    return ArchivoEnUso(
        f"«{archivo.name}» ya está abierto: lo tiene {quien}. Ciérrelo ahí o ábralo solo para leer.",
        quien,
        es_suyo=es_suyo,
    )


def _de_otro(archivo: Path, dueno: Dueno) -> ArchivoEnUso:
    return ArchivoEnUso(
        f"«{archivo.name}» parece abierto en otro equipo: lo tiene {dueno}. Ábralo solo para leer o, si ahí "
        f"ya está cerrado, borre «{candado_de(archivo).name}» y vuelva a abrirlo.",
        str(dueno),
        se_puede_quitar=True,
    )
