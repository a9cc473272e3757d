"""La fecha y con quién son del papel, y se cambian desde donde sea: qué queda en cada lado."""

from __future__ import annotations

from typing import TypeVar

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficios.oficio import DelPapel

A = TypeVar("A")


@congelado
class Situacion:
    """Cómo está el papel al cambiarlo desde un renglón.

    `firme`: lo dice también un trimestre firmado, y no se mueve. `solo`: nadie más lo dice.
    """

    papel: DelPapel
    firme: bool = False
    solo: bool = False


def al_guardar(suyo: DelPapel, antes: DelPapel | None, donde: Situacion) -> tuple[DelPapel, DelPapel]:
    """Lo que queda en el renglón y en el papel al guardar un renglón que lo dice.

    `antes` es lo que el renglón decía de ese mismo papel; None si apenas lo cita. El que lo cita sin decir su
    fecha toma la del papel; el que decía lo mismo que él, al cambiarla se la cambia; si ya decían otra cosa,
    cada uno se queda con la suya, y la revisión lo señala.
    """
    papel = donde.papel
    cuando = _al_guardar(
        (suyo.fecha, suyo.mes),
        antes and (antes.fecha, antes.mes),
        (papel.fecha, papel.mes),
        (None, None),
        donde,
    )
    partes = _al_guardar(suyo.partes, antes and antes.partes, papel.partes, (), donde)
    en_el_renglon, en_el_papel = (DelPapel(*cuando[lado], partes[lado]) for lado in (0, 1))
    return en_el_renglon, en_el_papel


def _al_guardar(suyo: A, antes: A | None, papel: A, vacio: A, donde: Situacion) -> tuple[A, A]:
    if antes is None and suyo == vacio:
        return papel, papel
    if suyo == papel or donde.firme:
        return suyo, papel
    sigue = papel == vacio or donde.solo or antes == papel
    return suyo, suyo if sigue else papel


def al_cambiar_el_papel(dice: DelPapel, antes: DelPapel, ahora: DelPapel) -> DelPapel:
    """Lo que queda en un renglón cuando su papel cambia: lo que decía como él, cambia con él."""
    cuando = (ahora.fecha, ahora.mes) if (dice.fecha, dice.mes) == (antes.fecha, antes.mes) else None
    fecha, mes = cuando or (dice.fecha, dice.mes)
    return DelPapel(fecha, mes, ahora.partes if dice.partes == antes.partes else dice.partes)
