"""Las frases que se proponen para el resumen: con el verbo del plan, el del nombre de lo contado o «hubo»."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.inventado import cifra, componente, plan
from tests.texto.casos import CASOS
from ut_escritorio.datos.toml.plan import leer_plan
from ut_escritorio.dominio.cambios_del_plan.resumen_propuesto import frases_propuestas
from ut_escritorio.dominio.palabras.participios import de_una, lo_que_se_hizo
from ut_escritorio.dominio.palabras.patrones import revisar
from ut_escritorio.dominio.palabras.sustantivos import Sustantivo
from ut_escritorio.dominio.plan.apartados import Apartado
from ut_escritorio.dominio.plan.arbol import Mosaico

VISITA = Sustantivo("visita en línea", "visitas en línea", "f")


def propuesta(nombre: str, *, dice: str = "", unidad: Sustantivo = VISITA) -> str:
    """La de la segunda de dos cifras que se llama así, en un plan con ese párrafo."""
    suya = replace(cifra("k"), nombre=nombre, unidad=unidad)
    parrafo = (Apartado("p", "parrafo", dice),) if dice else ()
    mosaicos = (Mosaico("otra", "Otra"), Mosaico("k", nombre))
    frases = frases_propuestas(
        plan(cifra("otra"), suya, componentes=(componente(paso=parrafo),), mosaicos=mosaicos)
    )
    return frases[1].partition("[, {contra")[0]


@pytest.mark.parametrize(
    ("nombre", "frase"),
    [
        ("Visitas en línea atendidas", "Se {cifra.k?atendió|atendieron} {cifra.k:uno_en_letra}"),
        (
            "Visitas en línea de niños concluidas",
            "Se {cifra.k?concluyó|concluyeron} {cifra.k:uno_en_letra} de niños",
        ),
        ("Visitas en línea", "Hubo {cifra.k:uno_en_letra}"),
        ("Visitas en línea privadas", "Hubo {cifra.k:uno_en_letra} privadas"),
        ("Visitas en línea a los enviados", "Hubo {cifra.k:uno_en_letra} a los enviados"),
        ("Visitas en línea [1]", "Hubo {cifra.k:uno_en_letra} [[1]]"),
        ("Monitoreo de visitas", "Monitoreo de visitas: {cifra.k:uno_en_letra} en el trimestre"),
    ],
)
def test_el_verbo_sale_del_nombre_de_lo_que_cuenta_y_si_no_lo_dice_hubo(nombre: str, frase: str):
    assert propuesta(nombre) == frase
    assert not revisar(propuesta(nombre))


@pytest.mark.parametrize(
    ("dice", "frase"),
    [
        ("Ahí se dieron {cifra.k:unidad}.", "Se {cifra.k?dio|dieron} {cifra.k:uno_en_letra}"),
        (
            "Además se {cifra.k?dio|dieron} {cifra.k:unidad}.",
            "Se {cifra.k?dio|dieron} {cifra.k:uno_en_letra}",
        ),
        ("Fueron {cifra.k:unidad}.", "Hubo {cifra.k:uno_en_letra}"),
    ],
)
def test_el_verbo_con_que_el_plan_dice_ese_numero_va_antes_que_el_de_su_nombre(dice: str, frase: str):
    assert propuesta("Visitas en línea", dice=dice) == frase


@pytest.mark.parametrize("ruta", [ruta for ruta, _ in CASOS.values()], ids=CASOS)
def test_las_de_todo_plan_se_entienden(ruta: Path):
    suyo = leer_plan(ruta).plan
    assert all(frase.endswith("].") and not revisar(frase) for frase in frases_propuestas(suyo))
    assert all(frase.startswith("En el trimestre") or ":" in frase for frase in frases_propuestas(suyo)[:1])


def test_de_lo_que_no_se_sabe_si_se_hizo_no_se_dice_que_se_hizo():
    assert lo_que_se_hizo("") is None
    assert lo_que_se_hizo("del Estado") is None
    assert lo_que_se_hizo("recibidas") is not None
    dichas = ("recibieron", "concluyeron", "turnaron", "dieron", "produjeron")
    assert [de_una(cual) for cual in dichas] == ["recibió", "concluyó", "turnó", "dio", "produjo"]
