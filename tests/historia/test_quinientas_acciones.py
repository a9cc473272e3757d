"""Quinientas acciones al azar se deshacen una por una y se rehacen: el archivo queda igual en cada paso."""

from __future__ import annotations

from pathlib import Path
from random import Random

from tests.datos.oficina import abrir
from tests.historia.azar import DEL_PLAN, GESTOS, MODULOS, Contenido, contenido, servicios_que_cambian
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.archivo.historia import deshacer, por_deshacer, por_rehacer, rehacer

ACCIONES = 500
TODOS = {**GESTOS, **DEL_PLAN}


def test_la_jornada_al_azar_usa_todos_los_servicios_que_cambian_algo():
    assert {nombre for modulo in MODULOS for nombre in servicios_que_cambian(modulo)} == set(TODOS)


def trabajar(exp: Expediente, azar: Random, acciones: int) -> list[Contenido]:
    """Hace las acciones; devuelve el contenido antes de la primera y después de cada una deshacible."""
    estados, ultimo = [contenido(exp)], None
    while len(estados) <= acciones:
        azar.choice([*TODOS.values()])(exp, azar)
        hecho = exp.pila.por_deshacer()
        if hecho is None or hecho == ultimo:
            continue  # no cambió nada
        if ultimo and hecho.acciones[0] == ultimo.acciones[0]:
            estados[-1] = contenido(exp)  # siguió en la misma visita
        else:
            estados.append(contenido(exp))
        ultimo = hecho
    return estados


def test_deshacer_y_rehacer_devuelven_cada_estado(exp: Expediente):
    estados = trabajar(exp, Random(20240704), ACCIONES)
    for estado in reversed(estados[:-1]):
        deshacer(exp)
        assert contenido(exp) == estado
    assert por_deshacer(exp) is None
    for estado in estados[1:]:
        rehacer(exp)
        assert contenido(exp) == estado
    assert por_rehacer(exp) is None


def test_ir_y_venir_a_medio_camino_no_pierde_nada_y_el_archivo_abre_sano(exp: Expediente, archivo: Path):
    azar = Random(2031)
    estados = trabajar(exp, azar, 60)
    aqui = len(estados) - 1
    for _ in range(150):
        paso = azar.choice((deshacer, deshacer, rehacer))
        if (paso is deshacer and aqui == 0) or (paso is rehacer and aqui == len(estados) - 1):
            continue
        aqui += 1 if paso is rehacer else -1
        paso(exp)
        assert contenido(exp) == estados[aqui]
    exp.cerrar()
    with abrir(archivo) as reabierto:
        assert contenido(reabierto) == estados[aqui]
        assert por_deshacer(reabierto) is None, "deshacer cubre solo esta apertura"
