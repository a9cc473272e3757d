"""Lo que se hace a diario: el mes se cuenta de sus días, y se sabe cuáles faltan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.inventado import ABRIL, JUNIO, MAYO, TRIMESTRE, banda, cifra, componente, foto, plan
from ut_escritorio.dominio.impreso.procedencia import desglosar
from ut_escritorio.dominio.numeros.dias import (
    diarias,
    dichos,
    los_de_hoy,
    proponer_faltantes,
    proponer_mes,
    sin_registrar,
)
from ut_escritorio.dominio.numeros.evaluacion import valor_de, valor_en
from ut_escritorio.dominio.numeros.tabla import dibujar
from ut_escritorio.dominio.oficina.calendario import Calendario, FeriadoFijo
from ut_escritorio.dominio.plan.apartados import Apartado
from ut_escritorio.dominio.plan.cifras import Valor
from ut_escritorio.dominio.plan.cuadros import Cuadro
from ut_escritorio.dominio.trimestre.conteos import Casilla, Conteos
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre

CUADRO = Cuadro("meses", (banda("meses"),), (banda("cifras", "monitoreo", "visitas"),))
PLAN = plan(
    cifra("monitoreo", por_dia=3),
    cifra("visitas"),
    cuadros=(CUADRO,),
    componentes=(componente(paso=(Apartado("m", "cuadro", cuadro="meses"),)),),
)
LEY = Calendario((FeriadoFijo(5, 1, "Día del Trabajo"),))
MARTES = date(2031, 5, 13)


def con_dias(dias: dict[date, int], escrito=None, **otros) -> FotoTrimestre:
    base = foto(PLAN, escrito, **otros)
    marcados = {("monitoreo", dia): n for dia, n in dias.items()}
    return replace(base, conteos=Conteos(base.conteos.valores, base.conteos.capturados, marcados))


def mayo(*dias: int) -> dict[date, int]:
    return {date(2031, 5, dia): 3 for dia in dias}


def test_el_mes_vale_lo_que_suman_sus_dias() -> None:
    mia = con_dias(mayo(2, 5, 6))
    assert valor_de(mia, "monitoreo", MAYO) == Valor(9)
    assert valor_de(mia, "monitoreo") == Valor(9, (ABRIL, JUNIO))
    assert valor_de(con_dias({MARTES: 0}), "monitoreo", MAYO) == Valor(0), "un cero marcado es un cero"


def test_los_dias_de_otro_trimestre_cuentan_en_el_suyo() -> None:
    mia = con_dias({date(2031, 1, 7): 3, date(2031, 4, 1): 2})
    assert valor_en(mia, TRIMESTRE.anterior, "monitoreo", 1) == Valor(3)
    assert valor_de(mia, "monitoreo", ABRIL) == Valor(2)


def test_el_mes_escrito_entero_se_queda_como_se_escribio() -> None:
    mia = con_dias(mayo(2, 5), {("monitoreo", MAYO, None): 70})
    assert valor_de(mia, "monitoreo", MAYO) == Valor(70)
    assert "sus días marcados suman 6" in desglosar(mia, Casilla("monitoreo", 2, MAYO)).como


@given(st.dictionaries(st.dates(date(2031, 4, 1), date(2031, 6, 30)), st.integers(0, 50)))
def test_el_trimestre_es_la_suma_de_todos_sus_dias(dias: dict[date, int]) -> None:
    assert (valor_de(con_dias(dias), "monitoreo").numero or 0) == sum(dias.values())


def test_el_cuadro_lo_ensena_como_calculado_y_dice_sus_dias() -> None:
    mia = con_dias(mayo(2, 5))
    celda = next(c for c in dibujar(CUADRO, mia).celdas if c.casilla == Casilla("monitoreo", 2, MAYO))
    assert (celda.texto, celda.editable, celda.escrito) == ("6", True, False)
    desglose = desglosar(mia, Casilla("monitoreo", 2, MAYO))
    assert desglose.como == "Se cuenta de los días marcados."
    assert [(p.texto, p.valor) for p in desglose.piezas] == [("viernes 2 de mayo", 3), ("lunes 5 de mayo", 3)]


def test_a_diario_es_lo_que_lleva_ritmo_y_se_imprime() -> None:
    assert [c.clave for c in diarias(foto(PLAN))] == ["monitoreo"]
    assert not diarias(foto(PLAN, sin_actividad=frozenset({"1.1/1"})))
    assert not diarias(foto(replace(PLAN, componentes=())))


def test_lo_de_hoy_es_lo_de_siempre_y_una_sola_vez() -> None:
    (cambio,) = los_de_hoy(foto(PLAN), MARTES)
    assert (cambio.cifra, cambio.dia, cambio.valor) == ("monitoreo", MARTES, 3)
    assert los_de_hoy(con_dias({MARTES: 1}), MARTES) == ()


def test_sin_registrar_son_los_habiles_de_antes_de_hoy_de_los_meses_abiertos() -> None:
    abril = {("monitoreo", ABRIL, None): 66}
    faltan = sin_registrar(con_dias(mayo(2, 5, 6, 7, 12), abril), LEY, MARTES)
    assert faltan == {"monitoreo": (date(2031, 5, 8), date(2031, 5, 9))}
    assert dichos(faltan["monitoreo"], MARTES) == "8 y 9"
    assert not sin_registrar(con_dias({}, abril, capturados=frozenset({("monitoreo", MAYO)})), LEY, MARTES)


def test_el_primero_de_mayo_no_se_pide_ni_se_propone() -> None:
    primero = date(2031, 5, 1)
    assert primero not in sin_registrar(foto(PLAN), LEY, MARTES)["monitoreo"]
    propuesta = proponer_mes(foto(PLAN), LEY, PLAN.cifra["monitoreo"], MAYO, date(2031, 7, 1))
    assert primero not in {c.dia for c in propuesta.cambios}


def test_tres_por_dia_habil_en_abril_son_66_y_no_pasan_de_hoy() -> None:
    propuesta = proponer_mes(foto(PLAN), LEY, PLAN.cifra["monitoreo"], ABRIL, MARTES)
    assert sum(c.valor or 0 for c in propuesta.cambios) == 66
    de_mayo = proponer_mes(con_dias(mayo(2)), LEY, PLAN.cifra["monitoreo"], MAYO, MARTES)
    assert [c.dia.day for c in de_mayo.cambios] == [5, 6, 7, 8, 9, 12, 13]


def test_completar_propone_justo_lo_que_falta() -> None:
    mia = foto(PLAN)
    faltan = sin_registrar(mia, LEY, MARTES)
    cambios = proponer_faltantes(mia, faltan).cambios
    llena = con_dias({c.dia: c.valor or 0 for c in cambios})
    assert not sin_registrar(llena, LEY, MARTES)
    assert len(cambios) == len(faltan["monitoreo"])


def test_los_dias_dichos() -> None:
    assert dichos([date(2031, 4, 30), date(2031, 5, 2)], MARTES) == "30 de abril y 2 de mayo"
    assert dichos([date(2031, 4, 8)], MARTES) == "8 de abril"
    muchos = [date(2031, 5, 2) + timedelta(n) for n in range(10)]
    assert dichos(muchos, MARTES) == "del 2 al 11 de mayo (10 días)"
    assert dichos([date(2031, 4, 1), *muchos], MARTES) == "del 1 de abril al 11 de mayo (11 días)"
