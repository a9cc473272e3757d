"""El sello: siempre el que daría barrer el archivo entero, y distinto con cualquier cambio de fuera."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.datos import oficina
from tests.datos.oficina import PASO, TRIMESTRE
from tests.sorteos import casos
from ut_escritorio.datos.motor.sello import alteradas, huella_con
from ut_escritorio.dominio.personas import Personas
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.dominio.trimestre.renglones import Cita, Parte
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.captura import numeros as captura
from ut_escritorio.servicios.captura import renglones, textos
from ut_escritorio.servicios.entrega import remision

TEXTOS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
NUMEROS = st.none() | st.integers(0, 1_000_000)
DOS = st.just(2)
CASILLAS = st.one_of(
    st.builds(Casilla, st.just("visitas"), DOS, st.integers(4, 6), st.sampled_from([None, "mujeres", "ni"])),
    st.builds(Casilla, st.just("asesorias"), DOS, st.none(), st.sampled_from([None, "hombres"])),
)
PARTES = st.builds(Parte, st.just("emisor"), st.sampled_from(["", "organo"]), TEXTOS)
FOLIOS = st.sampled_from(["PR/1/2031", "PR/0002/2031", "PR/03", "ilegible", "PR/0534/2031"])
LUGARES = st.sampled_from([PASO, "demas", "1"])
PASOS = st.sampled_from([PASO, "demas"])
CAMBIOS = st.fixed_dictionaries(
    {
        "asunto": TEXTOS,
        "medio": st.sampled_from(["", "oficio", "llamada"]),
        "lugar": LUGARES,
        "mes": st.none() | st.integers(4, 6),
        "cantidad": NUMEROS,
        "personas": st.builds(Personas, NUMEROS, NUMEROS, NUMEROS, NUMEROS),
        "citas": st.lists(st.builds(Cita, FOLIOS, TEXTOS), max_size=3).map(tuple),
        "partes": st.lists(PARTES, max_size=3).map(tuple),
        "campos": st.dictionaries(TEXTOS, TEXTOS, max_size=2),
        "asunto_uid": st.sampled_from(["", "hilo a", "hilo b"]),
    }
)
ACCIONES = st.one_of(
    st.tuples(st.just("capturar"), CASILLAS, NUMEROS),
    st.tuples(st.just("capturado"), st.integers(4, 6), st.booleans()),
    st.tuples(st.just("sin actividad"), LUGARES, st.booleans()),
    st.tuples(st.just("alcanzado"), LUGARES, st.none() | st.decimals(0, 100, places=2)),
    st.tuples(st.just("nuevo renglón"), PASOS, st.none()),
    st.tuples(st.just("cambiar renglón"), st.integers(0), CAMBIOS),
    st.tuples(st.just("quitar renglón"), st.integers(0), st.none()),
    st.tuples(st.just("mover"), st.integers(0), st.integers(-3, 3)),
    st.tuples(st.just("nuevo párrafo"), PASOS, TEXTOS),
    st.tuples(st.just("a mano"), TEXTOS, TEXTOS),
    st.tuples(st.just("automático"), TEXTOS, st.none()),
    st.tuples(st.just("oficio"), st.sampled_from(["", "PR/9/2031"]), st.none() | st.dates()),
    st.tuples(st.just("firma"), st.none() | st.dates(), st.booleans()),
)


def hacer(exp: Expediente, accion: tuple[str, object, object]) -> None:
    """Una acción de las que ella hace, con el servicio que la pantalla usaría."""
    que, a, b = accion
    foto = exp.foto(TRIMESTRE)
    renglon = foto.renglones[a % len(foto.renglones)] if isinstance(a, int) and foto.renglones else None
    match que:
        case "capturar":
            captura.capturar(exp, TRIMESTRE, a, b)
        case "capturado":
            captura.marcar_capturado(exp, TRIMESTRE, ("visitas", "oficios"), a, b)
        case "sin actividad":
            captura.marcar_sin_actividad(exp, TRIMESTRE, a, b)
        case "alcanzado":
            captura.fijar_alcanzado(exp, TRIMESTRE, a, b and Decimal(b))
        case "nuevo renglón":
            renglones.nuevo_renglon(exp, TRIMESTRE, a)
        case "cambiar renglón" if renglon:
            renglones.guardar_renglon(exp, TRIMESTRE, replace(renglon, forma="", **b))
        case "quitar renglón" if renglon:
            renglones.quitar_renglon(exp, TRIMESTRE, renglon.uid)
        case "mover" if renglon:
            renglones.mover_renglon(exp, TRIMESTRE, renglon.uid, b)
        case "nuevo párrafo":
            renglones.nuevo_parrafo(exp, TRIMESTRE, a, b)
        case "a mano":
            textos.escribir_a_mano(exp, TRIMESTRE, a, b, a)
        case "automático":
            textos.volver_al_automatico(exp, TRIMESTRE, a)
        case "oficio":
            remision.guardar_oficio(exp, TRIMESTRE, "vecindad", a, b)
        case "firma":
            remision.fijar_fecha_de_firma(exp, TRIMESTRE, a)
            remision.numerar_paginas(exp, TRIMESTRE, b)


@settings(max_examples=casos(8), deadline=None, suppress_health_check=list(HealthCheck))
@given(acciones=st.lists(ACCIONES, min_size=25, max_size=25))
def test_el_sello_es_el_del_barrido_tras_doscientas_acciones_al_azar(molde: Path, acciones, tmp_path_factory):
    ruta = tmp_path_factory.mktemp("sello") / "a.sqlite"
    ruta.write_bytes(molde.read_bytes())
    with oficina.abrir(ruta) as exp:
        for accion in acciones:
            hacer(exp, accion)
        assert alteradas(exp._base.conexion) == ()
        foto = exp.foto(TRIMESTRE)
    with oficina.abrir(ruta) as reabierto:
        assert reabierto.foto(TRIMESTRE) == foto


@pytest.mark.parametrize(
    ("una", "otra"),
    [
        (("conteo", 1, 5), ("conteo", 1, "5")),
        (("conteo", 1, 5), ("conteo", 2, 5)),
        (("conteo", 1, None), ("conteo", 1, "None")),
        (("cita", 1, ""), ("parte", 1, "")),
        (("oficio", 1, "a", "b"), ("oficio", 1, "a', 'b")),
        (("oficio", 1, "á"), ("oficio", 1, "a\u0301")),
    ],
)
def test_la_huella_distingue_tabla_fila_clase_y_valor(una: tuple[object, ...], otra: tuple[object, ...]):
    assert huella_con(0, *una) != huella_con(0, *otra)


@given(st.lists(st.tuples(st.integers(), TEXTOS), max_size=6), st.randoms())
def test_agregar_y_quitar_en_cualquier_orden_deja_la_huella_igual(filas: list, azar):
    huella = 0
    for fila in filas:
        huella = huella_con(huella, *fila)
    azar.shuffle(filas)
    for fila in filas:
        huella = huella_con(huella, *fila)
    assert huella == 0
