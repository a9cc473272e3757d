"""Una línea de lo que hoy se pide, con su único botón y adónde lleva; sin nada de Qt."""

from __future__ import annotations

from typing import Literal

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.interfaz.comunes.sesion.ordenes import Orden

Signo = Literal["grave", "pronto", "luego", "listo"]
SIGNOS: tuple[Signo, ...] = ("grave", "pronto", "luego", "listo")
"""Lo peor primero."""


@congelado
class AlSitio:
    """Al punto de la captura que hace falta."""

    sitio: Sitio


@congelado
class ALaOficina:
    """A un catálogo de Oficina, por su rótulo."""

    cual: str


@congelado
class ALoProgramado:
    """A decir lo programado de una actividad, por su clave."""

    actividad: str


@congelado
class AConfirmarMetas:
    """A dar por programadas las metas que el año anterior propone."""


@congelado
class ParaLuego:
    """A dejar un primer paso para después; sin paso, a retomar los que se dejaron."""

    paso: str = ""


@congelado
class ALaOrden:
    """A lo que la ventana hace con ese nombre; en un trimestre, si no es el que se ve."""

    orden: Orden
    trimestre: Trimestre | None = None


@congelado
class AOtraHoja:
    """A otras de las líneas de su tarjeta, que no caben a la vez; la hoja se cuenta desde 0."""

    hoja: int


Destino = AOtraHoja | AlSitio | ALaOficina | ALoProgramado | AConfirmarMetas | ParaLuego | ALaOrden


@congelado
class Linea:
    """Qué hay que hacer, con qué botón y adónde lleva.

    `clave` la reconoce de una vez a otra, aunque diga otra cosa. Sin destino, solo se lee. `luego`: lo que
    hace su «Luego», si puede esperar.
    """

    clave: str
    que: str
    signo: Signo
    boton: str = ""
    destino: Destino | None = None
    detalle: str = ""
    luego: ParaLuego | None = None
