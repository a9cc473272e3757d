"""Con qué se empieza: en orden, con su razón, y solo lo que de verdad falta."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from tests.inventado import cifra, foto, plan, por_mes, renglon
from ut_escritorio.dominio.oficina.calendario import Descanso
from ut_escritorio.dominio.oficina.cambios import con_ocupante, con_papel
from ut_escritorio.dominio.oficina.catalogo import Catalogo, Logo, Unidad
from ut_escritorio.dominio.plan.apartados import Apartado, Firmante
from ut_escritorio.dominio.plan.arbol import Actividad, Componente, Departamento
from ut_escritorio.dominio.trimestre.primeros_pasos import primeros_pasos

PLAN = plan(
    cifra("visitas"),
    leyenda="",
    departamentos=(Departamento("vecindad", "Vecindad", "jefa_vecindad"),),
    portada=(Apartado("f", "firmas", firmantes=(Firmante("jefa_vecindad", "Elaboró"),)),),
    componentes=(
        Componente(
            "1",
            "1",
            "Casa",
            "vecindad",
            actividades=(Actividad("1.1", "1.1", "Visitas", (Apartado("1.1#1", "renglones"),)),),
        ),
    ),
)
VACIA = foto(PLAN, catalogo=Catalogo())
ANIO = VACIA.trimestre.ejercicio


def _dichos(una) -> list[tuple[str, str]]:
    return [(paso.que, paso.oficina or paso.programa or paso.lugar) for paso in primeros_pasos(una)]


def test_en_un_archivo_en_blanco_se_dice_todo_en_orden_y_por_que():
    assert _dichos(VACIA) == [
        ("Diga quién firma en «Elaboró»", "Personas y cargos"),
        (f"Ponga la leyenda de {ANIO} y los logotipos", "Membrete y leyenda"),
        (f"Anote los días inhábiles propios de {ANIO}", "Días inhábiles"),
        ("Ponga sus áreas y sus titulares", "Unidades y órganos"),
        ("Diga lo programado de 1.1", "1.1"),
        ("Empiece a capturar en 1.1 · Visitas", "1.1"),
    ]
    assert all(paso.por_que for paso in primeros_pasos(VACIA))


def test_lo_que_ya_esta_no_se_pide():
    catalogo = con_papel(Catalogo(), None, (), (Logo("0" * 64, "Escudo"),), "")
    catalogo = con_ocupante(catalogo, "jefa_vecindad", "Ana Luna", "Jefa")
    catalogo = replace(catalogo, unidades=(Unidad("obras", "Obras"),))
    catalogo = con_ocupante(catalogo, "obras", "Luis Sol", "Director")
    (casa,) = PLAN.componentes
    con_meta = replace(casa.actividades[0], programado={2: Decimal(30)})
    listo = replace(PLAN, leyenda="Año de la Casa", componentes=(replace(casa, actividades=(con_meta,)),))
    propuesta = replace(casa.actividades[0], propuesto={2: Decimal(30)})
    por_confirmar = replace(VACIA, plan=replace(PLAN, componentes=(replace(casa, actividades=(propuesta,)),)))
    (confirmar,) = [paso for paso in primeros_pasos(por_confirmar) if paso.cual == "metas"]
    assert confirmar.que == "Confirme las metas de 1.1"
    assert "Diga lo programado de 1.1" not in dict(_dichos(por_confirmar))
    descansos = (Descanso(date(ANIO, 12, 20), date(ANIO, 12, 31), "Vacaciones"),)
    lista = replace(VACIA, plan=listo, catalogo=catalogo, descansos=descansos)
    assert _dichos(lista) == [("Empiece a capturar en 1.1 · Visitas", "1.1")]


def test_con_algo_capturado_en_el_ano_ya_no_se_dice_nada():
    assert not primeros_pasos(foto(PLAN, por_mes("visitas", 3, 0, 0)))
    assert not primeros_pasos(replace(VACIA, renglones_del_ejercicio={1: (renglon(lugar="1.1"),)}))
