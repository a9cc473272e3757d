"""El calendario: los feriados de ley y los días propios de la oficina en que no se trabaja."""

from __future__ import annotations

from functools import lru_cache

from ut_escritorio.datos.filas import eleccion as datos
from ut_escritorio.datos.motor.conexion import AccionHecha
from ut_escritorio.datos.toml.de_fabrica.calendario import calendario_de_ley
from ut_escritorio.dominio.oficina.calendario import Calendario, Descanso, con_descansos
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.servicios.archivo.expediente import Cambios, Expediente, cosas_de


def calendario_de(foto: FotoTrimestre) -> Calendario:
    """Los feriados de ley y, con ellos, los días propios de la oficina."""
    return calendario_con(foto.descansos)


@lru_cache(maxsize=8)
def calendario_con(descansos: tuple[Descanso, ...]) -> Calendario:
    """Los feriados de ley y, con ellos, esos días."""
    return con_descansos(calendario_de_ley(), descansos)


def descansos(exp: Expediente) -> tuple[Descanso, ...]:
    """Los días propios de la oficina, en orden."""
    return datos.leer_descansos(exp.base)


def agregar_descanso(exp: Expediente, descanso: Descanso) -> Cambios:
    """Agrega unos días en que la oficina no trabaja; si ya estaban, no cambia nada."""
    with exp.base.accion("Agregar días de descanso") as hecha:
        datos.poner_descanso(exp.base, descanso)
    return _cambios(hecha)


def quitar_descanso(exp: Expediente, descanso: Descanso) -> Cambios:
    """Quita unos días de descanso."""
    with exp.base.accion("Quitar días de descanso") as hecha:
        datos.quitar_descanso(exp.base, descanso)
    return _cambios(hecha)


def _cambios(hecha: AccionHecha) -> Cambios:
    return Cambios(hecha.nombre, cosas_de(hecha.tablas))
