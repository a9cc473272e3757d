"""Pintar las hojas de un PDF ajeno en un proceso aparte, con plazo: lo que se trabe o se caiga, ahí queda.

Quien las pinta es el mismo programa, llamado con otra orden; se le manda un `PEDIDO` y da una `RESPUESTA`.
"""

from __future__ import annotations

import atexit
import hashlib
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from struct import Struct
from threading import Lock, Timer
from time import monotonic
from typing import IO

from ut_escritorio import rutas
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.evidencias.hojas import Puntos

PEDIDO, RESPUESTA = Struct(">QI"), Struct(">II")
"""Lo que pesa el PDF que sigue (0: es el de antes) y qué hoja; ancho y alto de la pintada (0: no se pudo)."""

PLAZO = 15  # segundos: la más cargada de las que caben se pinta en uno
_SI_NO_EMPIEZA = 3  # plazos: el del proceso lo cuida él mismo; este, que siquiera empiece
_DE_MAS = 2  # hojas que se traban antes de dar por perdidas las demás del mismo PDF


class Pintor:
    """El proceso empieza con la primera hoja, se acaba solo si no se le pide nada, y vuelve a empezar."""

    def __init__(self, plazo: int = PLAZO) -> None:
        self._plazo = plazo
        self._proceso: subprocess.Popen[bytes] | None = None
        self._lleva, self._ultimo, self._huella = "", b"", ""
        self._trabadas: dict[str, set[int]] = {}
        self._turno = Lock()

    def __call__(self, octetos: bytes, hoja: int) -> Puntos:
        """Los puntos de una hoja (desde 1); ErrorEsperado si no se deja pintar o no acaba a tiempo."""
        with self._turno:
            cual = self._cual(octetos)
            trabadas = self._trabadas.setdefault(cual, set())
            if hoja in trabadas or len(trabadas) >= _DE_MAS:
                raise _no_acaba(hoja)
            pintada = self._pintada(cual, octetos, hoja)
            if pintada is None:
                trabadas.add(hoja)
                raise _no_acaba(hoja)
        if not pintada.ancho:
            raise ErrorEsperado(f"La hoja {hoja} de un PDF no se deja leer. Escanéelo otra vez.")
        return pintada

    def cerrar(self) -> None:
        """Acaba con el proceso, si hay."""
        if (proceso := self._proceso) is not None:
            self._proceso = None
            proceso.kill()
            proceso.wait()
            for tubo in (proceso.stdin, proceso.stdout):
                with suppress(OSError):  # lo que quedara por mandarle ya no importa
                    _abierto(tubo).close()

    def _cual(self, octetos: bytes) -> str:
        """La huella de un PDF, que se saca una vez: sus hojas se piden seguidas."""
        if octetos is not self._ultimo:
            self._ultimo, self._huella = octetos, hashlib.sha256(octetos).hexdigest()
        return self._huella

    def _pintada(self, cual: str, octetos: bytes, hoja: int) -> Puntos | None:
        """La hoja; None si el proceso se acabó sin darla. Si se cayó sin trabarse, se le pide otra vez."""
        empezo = monotonic()
        for _ in range(2):
            with suppress(OSError, EOFError):
                return self._pedir(cual, octetos, hoja)
            self.cerrar()
            if monotonic() - empezo >= self._plazo:
                break
        return None

    def _pedir(self, cual: str, octetos: bytes, hoja: int) -> Puntos:
        proceso = self._en_marcha()
        nuevo = octetos if cual != self._lleva else b""
        self._lleva = cual
        vigia = Timer(self._plazo * _SI_NO_EMPIEZA, proceso.kill)
        vigia.daemon = True
        vigia.start()
        try:
            return _hablado(_abierto(proceso.stdin), _abierto(proceso.stdout), nuevo, hoja)
        finally:
            vigia.cancel()

    def _en_marcha(self) -> subprocess.Popen[bytes]:
        if self._proceso is not None and self._proceso.poll() is not None:
            self.cerrar()
        if self._proceso is None:
            self._lleva = ""
            self._proceso = _empezado(self._plazo)
        return self._proceso


def _empezado(plazo: int) -> subprocess.Popen[bytes]:
    sin_ventana = subprocess.CREATE_NO_WINDOW if sys.platform == "win32" else 0
    return subprocess.Popen(
        [*rutas.este_programa(), rutas.PINTAR_HOJAS, str(plazo)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": _con_el_paquete()},
        creationflags=sin_ventana,
    )


def _con_el_paquete() -> str:
    """Donde Python busca, con la carpeta del programa delante: puede correr sin estar instalado."""
    aqui = str(Path(__file__).resolve().parents[3])
    return os.pathsep.join(filter(None, (aqui, os.environ.get("PYTHONPATH", ""))))


def _abierto(tubo: IO[bytes] | None) -> IO[bytes]:
    assert tubo is not None, "el proceso se empieza con sus dos tubos"
    return tubo


def _hablado(manda: IO[bytes], recibe: IO[bytes], nuevo: bytes, hoja: int) -> Puntos:
    manda.write(PEDIDO.pack(len(nuevo), hoja))
    manda.write(nuevo)
    manda.flush()
    ancho, alto = RESPUESTA.unpack(_justo(recibe, RESPUESTA.size))
    return Puntos(ancho, alto, _justo(recibe, ancho * alto * 4))


def _justo(recibe: IO[bytes], cuantos: int) -> bytes:
    leidos = recibe.read(cuantos)
    if len(leidos) < cuantos:
        raise EOFError
    return leidos


def _no_acaba(hoja: int) -> ErrorEsperado:
    return ErrorEsperado(f"La hoja {hoja} de un PDF no se acaba de pintar. Escanéelo otra vez.")


pintar_hoja = Pintor()
"""El de este programa."""

atexit.register(pintar_hoja.cerrar)
