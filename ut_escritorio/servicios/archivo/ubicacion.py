"""Dónde está el archivo: si ahí conviene trabajar, y traerlo a este equipo."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from ut_escritorio import rutas
from ut_escritorio.datos.archivo.respaldo import copiar
from ut_escritorio.datos.disco import cuaderno as cuadernos
from ut_escritorio.datos.disco import ubicacion
from ut_escritorio.datos.disco.destino import hacer_carpeta
from ut_escritorio.datos.disco.ubicacion import Ubicacion
from ut_escritorio.servicios.archivo.nombres import libre, marca
from ut_escritorio.servicios.archivo.reconocidas import anotado, cuaderno_de_costumbre


def carpeta_de_trabajo() -> Path:
    """Una carpeta de este equipo donde conviene trabajar: la de la oficina o, si está en la nube, otra."""
    de_costumbre = rutas.carpeta_de_datos()
    en_el_equipo = ubicacion.ubicacion_de(de_costumbre) == "equipo"
    return de_costumbre if en_el_equipo else Path.home() / rutas.APLICACION


_EXPLICACIONES: dict[Ubicacion, str] = {
    "equipo": "",
    "memoria": (
        "El archivo está en una memoria que se puede desconectar: si se quita mientras se guarda, lo último "
        "se pierde. Conviene trabajar en este equipo y copiarlo ahí entero al terminar."
    ),
    "nube": (
        "El archivo está en OneDrive, que puede copiarlo a medio guardar o juntar lo de dos equipos. "
        "Conviene trabajar en otra carpeta de este equipo y dejar ahí copias enteras."
    ),
    "red": (
        "El archivo está en la red: si se corta mientras se guarda, puede dañarse. Conviene trabajar en este "
        "equipo y dejar ahí copias enteras."
    ),
}


def ubicacion_de(archivo: Path) -> tuple[Ubicacion, str]:
    """En qué clase de carpeta está el archivo y, si no conviene trabajar ahí, por qué."""
    clase = ubicacion.ubicacion_de(archivo)
    return clase, _EXPLICACIONES[clase]


def trabajar_aqui(archivo: Path, carpeta: Path, ahora: datetime, cuaderno: Path | None = None) -> Path:
    """Copia el archivo a una carpeta de este equipo, para trabajar ahí, y devuelve su ruta.

    Desde entonces cada copia se deja también donde estaba el original, que se queda como está. Lanza lo
    mismo que `respaldar`.
    """
    propio = hacer_carpeta(carpeta) / archivo.name
    ruta = propio if not propio.exists() else libre(carpeta, archivo, marca(ahora))
    copiar(archivo, ruta)
    cuaderno = cuaderno or cuaderno_de_costumbre()
    cuadernos.anotar(cuaderno, ruta, replace(anotado(ruta, cuaderno), alla=archivo.absolute().parent))
    return ruta
