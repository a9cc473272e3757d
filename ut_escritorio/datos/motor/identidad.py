"""La identidad del archivo abierto: saber, antes de cada escritura, que sigue siendo el que se leyó.

Se compara lo que el sistema dice de él (dónde está, cuánto mide, cuándo cambió) y el contador con que
SQLite nota que otro escribió. No se abre por fuera de SQLite: al cerrarlo se perderían sus candados.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from ut_escritorio.datos.motor import sello
from ut_escritorio.datos.motor.sello import Sello
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.errores import ArchivoCambiado

_NO_SE_GUARDO = "No se guardó lo último, para no pisar nada."


@congelado
class Senas:
    """Lo que el sistema dice de un archivo: cuál es, cuánto mide y cuándo cambió."""

    lugar: tuple[int, int]
    tamano: int
    modificado: int


def senas_de(ruta: Path) -> Senas:
    """Las señas de un archivo; OSError si no está o no se deja ver."""
    visto = ruta.stat()
    return Senas((visto.st_dev, visto.st_ino), visto.st_size, visto.st_mtime_ns)


class Identidad:
    """El archivo como este programa lo dejó la última vez que lo leyó entero o escribió en él."""

    def __init__(self, ruta: Path, conexion: sqlite3.Connection) -> None:
        self._ruta, self._conexion = ruta, conexion
        self._version = _version(conexion)
        self._senas = self._ver()
        self._sello: Sello = sello.escrito(conexion)
        self._dudosa = False
        self._ajeno: str | None = None

    def revisar(self) -> None:
        """ArchivoCambiado si ya no es el mismo; se llama con la escritura ya apartada, antes de escribir."""
        if self._ajeno is None:
            self._ajeno = self._que_le_paso()
        if self._ajeno is not None:
            raise ArchivoCambiado(self._ajeno)

    def recordar(self, dice: Sello) -> None:
        """Lo escrito ya es lo suyo; ArchivoCambiado si al terminar de escribirlo ya no estaba ahí.

        `dice` es su sello, leído antes de confirmar: después ya no se lee, por si el disco falla.
        """
        senas = self._a_la_vista()
        if senas is None or senas.lugar != self._senas.lugar:
            self.revisar()
        self._senas, self._sello, self._dudosa = senas or self._ver(), dice, False

    def dudar(self) -> None:
        """Una escritura falló a medias y SQLite la deshizo: sus señas ya no dicen nada, solo su contenido."""
        self._dudosa = True

    @property
    def es_la_misma(self) -> bool:
        """Si en su lugar sigue el mismo archivo, aunque su contenido haya cambiado."""
        senas = self._a_la_vista()
        return senas is not None and senas.lugar == self._senas.lugar

    @property
    def sello_vigente(self) -> Sello | None:
        """El sello que el archivo lleva, sin abrirlo; None si el sistema dice que ya no es el que se dejó."""
        return self._sello if self._sin_tocar() else None

    @property
    def intacta(self) -> bool:
        """Si nadie más ha escrito en el archivo desde que se dejó; se pregunta dentro de una lectura."""
        return self._sin_tocar() and _version(self._conexion) == self._version

    def _sin_tocar(self) -> bool:
        return not self._dudosa and self._ajeno is None and self._a_la_vista() == self._senas

    def _que_le_paso(self) -> str | None:
        """Lo que alguien le hizo al archivo, en palabras; None si sigue igual."""
        try:
            senas = self._ver()
        except ArchivoCambiado as error:
            return str(error)
        if senas.lugar != self._senas.lugar:
            return self._reemplazado()
        igual = _version(self._conexion) == self._version and senas.tamano == self._senas.tamano
        if igual and senas.modificado == self._senas.modificado:
            return None
        if (igual or self._dudosa) and self._dice_lo_mismo():
            self._senas, self._version, self._dudosa = senas, _version(self._conexion), False
            return None
        return (
            f"Otro programa cambió «{self._ruta.name}» mientras estaba abierto. {_NO_SE_GUARDO} "
            "Vuelva a abrirlo para ver lo que dice ahora."
        )

    def _dice_lo_mismo(self) -> bool:
        """Si, leído del disco, guarda lo mismo: Windows y otros a veces solo le cambian la hora."""
        self._conexion.execute("PRAGMA shrink_memory")
        igual = self._dudosa or sello.escrito(self._conexion) == self._sello
        return igual and not sello.alteradas(self._conexion)

    def _a_la_vista(self) -> Senas | None:
        """Sus señas de ahora; None si ya no está."""
        try:
            return self._ver()
        except ArchivoCambiado:
            return None

    def _ver(self) -> Senas:
        try:
            return senas_de(self._ruta)
        except OSError as causa:
            raise ArchivoCambiado(
                f"«{self._ruta.name}» ya no está en su carpeta: lo movieron, lo borraron o se desconectó la "
                f"memoria. {_NO_SE_GUARDO} Devuélvalo a su lugar y vuelva a abrirlo."
            ) from causa

    def _reemplazado(self) -> str:
        return (
            f"Alguien puso otro archivo en el lugar de «{self._ruta.name}» mientras estaba abierto. "
            f"{_NO_SE_GUARDO} Vuelva a abrirlo para ver lo que dice el nuevo."
        )


def _version(conexion: sqlite3.Connection) -> int:
    """Un número que cambia cuando otra conexión escribe en el archivo."""
    return conexion.execute("PRAGMA data_version").fetchone()[0]
