"""Lo que se guarda es lo que se lee: el plan, el catálogo, el trimestre y los textos, enteros."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.datos import oficina
from tests.datos.oficina import ABRIL, DATOS, PASO, PLAN, TRIMESTRE
from tests.sorteos import casos
from ut_escritorio import rutas
from ut_escritorio.datos.toml.plan import leer_plan
from ut_escritorio.datos.toml.trimestre import leer_trimestre
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.renglones import ParrafoLibre
from ut_escritorio.errores import ErrorEsperado, ValorInvalido
from ut_escritorio.servicios.archivo import creacion
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.captura.numeros import capturar, fijar_alcanzado
from ut_escritorio.servicios.captura.renglones import guardar_parrafo, nuevo_renglon

PLANES = rutas.recursos() / "planes"


EJEMPLO = (PLANES / "2024.toml", PLANES / "2024-2.toml")


@pytest.mark.parametrize(("plan", "datos"), [(PLAN, DATOS), EJEMPLO], ids=["chico", "ejemplo"])
def test_el_plan_y_el_trimestre_vuelven_iguales(tmp_path: Path, plan: Path, datos: Path):
    leido = leer_plan(plan)
    foto = leer_trimestre(datos, leido.plan, leido.catalogo).foto
    with creacion.crear(tmp_path / "a.sqlite", plan, datos, oficina.ahora) as exp:
        guardada = exp.foto(foto.trimestre)
        assert guardada.plan == leido.plan
        assert guardada.catalogo == leido.catalogo
        assert guardada == foto
        for sha256, octetos in leido.contenidos.items():
            assert exp.contenido(sha256) == octetos


def test_los_cuatro_trimestres_del_plan_estan_desde_el_principio(exp: Expediente):
    assert exp.trimestres() == tuple(Trimestre(2031, n) for n in (1, 2, 3, 4))
    assert exp.foto(Trimestre(2031, 1)).renglones == ()
    with pytest.raises(ErrorEsperado, match="no tiene el plan de 2030; tiene el de 2031"):
        exp.foto(Trimestre(2030, 4))


def test_la_foto_de_otro_trimestre_lleva_los_numeros_y_renglones_del_anio(exp: Expediente):
    segundo, tercero = exp.foto(TRIMESTRE), exp.foto(TRIMESTRE.siguiente)
    assert tercero.conteos == segundo.conteos
    assert tercero.renglones_del_ejercicio == segundo.renglones_del_ejercicio
    assert (tercero.renglones, tercero.parrafos, tercero.alcanzado) == ((), (), {})


def test_el_trimestre_de_entrada_es_el_de_hoy_o_el_ultimo_con_datos(exp: Expediente):
    assert exp.trimestre_de_entrada(date(2031, 11, 2)) == Trimestre(2031, 4)
    assert exp.trimestre_de_entrada(date(2035, 1, 1)) == TRIMESTRE


def test_dos_fotos_sin_cambios_de_plan_comparten_el_mismo_plan(exp: Expediente):
    antes = exp.foto(TRIMESTRE)
    capturar(exp, TRIMESTRE, ABRIL, 5)
    assert exp.foto(TRIMESTRE).plan is antes.plan


TEXTOS_DIFICILES = [
    "a" * 20_000,
    "ñ€😀👩‍👩‍👧" * 3_000,
    "tabulado\tcon\tpestañas\n\nsaltos\r\nde los dos\n",
    "{0} %s ** <b>no</b> {{x}} [[y]] '; DROP TABLE registro; --",
    "  espacios  \u00a0 al principio y al final  ",
    "\u202e al revés \ufeff marca",
]


@pytest.mark.parametrize("texto", TEXTOS_DIFICILES, ids=range(len(TEXTOS_DIFICILES)))
def test_los_textos_sobreviven_enteros(archivo: Path, texto: str):
    with oficina.abrir(archivo) as exp:
        parrafo = exp.foto(TRIMESTRE).parrafos[0]
        guardar_parrafo(exp, TRIMESTRE, ParrafoLibre(parrafo.uid, PASO, parrafo.orden, texto))
        nuevo_renglon(exp, TRIMESTRE, PASO, asunto=texto, campos={texto[:50]: texto})
    with oficina.abrir(archivo) as exp:
        foto = exp.foto(TRIMESTRE)
        assert foto.parrafos[0].texto == texto
        assert foto.renglones[-1].asunto == texto
        assert foto.renglones[-1].campos == {texto[:50]: texto}


@pytest.mark.parametrize("texto", ["nulo\0", "mitad \ud83d de emoji"])
def test_los_textos_rotos_se_rechazan_en_la_puerta(exp: Expediente, texto: str):
    antes = exp.foto(TRIMESTRE)
    for intento in (
        lambda: guardar_parrafo(exp, TRIMESTRE, ParrafoLibre("nuevo", PASO, 9, texto)),
        lambda: nuevo_renglon(exp, TRIMESTRE, PASO, asunto=texto),
        lambda: nuevo_renglon(exp, TRIMESTRE, PASO, campos={"hora": texto}),
    ):
        with pytest.raises(ValorInvalido, match="no se puede guardar"):
            intento()
    assert exp.foto(TRIMESTRE) == antes


@settings(max_examples=casos(20), suppress_health_check=list(HealthCheck), deadline=None)
@given(valor=st.decimals(0, 1000, places=2))
def test_el_porcentaje_vuelve_digito_por_digito(molde: Path, tmp_path_factory, valor: Decimal):
    ruta = tmp_path_factory.mktemp("exacto") / "a.sqlite"
    ruta.write_bytes(molde.read_bytes())
    with oficina.abrir(ruta) as exp:
        fijar_alcanzado(exp, TRIMESTRE, "1", valor)
        assert str(exp.foto(TRIMESTRE).alcanzado["1"]) == str(valor)
