"""Traer un componente que el primer día no se marcó: llega entero, y lo que ya estaba sigue como estaba."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import chain, combinations, permutations
from pathlib import Path

import pytest

from ut_escritorio.datos.toml.de_fabrica.relevos import relevos_conocidos
from ut_escritorio.dominio.cambios_del_plan import componente_agregado as reglas
from ut_escritorio.dominio.cambios_del_plan.actividad_nueva import ActividadNueva, SeCuenta, con_actividad
from ut_escritorio.dominio.cambios_del_plan.inicio import QuienFirma, plan_de_inicio
from ut_escritorio.dominio.oficina.relevos import nombra, relevado
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.plan.cuadros import cifras_de
from ut_escritorio.dominio.plan.textos import textos_de
from ut_escritorio.errores import ErrorEsperado, ValorInvalido
from ut_escritorio.servicios.archivo import creacion
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.archivo.historia import deshacer, rehacer
from ut_escritorio.servicios.entrega.firma import firmar
from ut_escritorio.servicios.entrega.informe import contenidos_de, documento_de, exportar
from ut_escritorio.servicios.oficina import componentes
from ut_escritorio.servicios.oficina import plan as del_plan
from ut_escritorio.servicios.oficina.primer_dia import empezar, para_empezar

AHORA = datetime(2026, 5, 14, 9, 30, tzinfo=UTC)
DE = para_empezar(AHORA.date())
ENTERO = DE.leido.plan
CLAVES = tuple(componente.clave for componente in ENTERO.componentes)
PARTES = tuple(chain.from_iterable(combinations(CLAVES, n) for n in range(1, len(CLAVES))))
SEGUNDO = DE.propuesto.trimestre


def _decir(texto: str) -> str:
    return relevado(texto, relevos_conocidos(), SEGUNDO.primer_dia)


def _empezado(con: tuple[str, ...]) -> Plan:
    inicio = replace(DE.propuesto, componentes=frozenset(con))
    return plan_de_inicio(ENTERO, inicio, relevos_conocidos())


@pytest.fixture
def exp(tmp_path: Path) -> Iterator[Expediente]:
    """El archivo de quien el primer día solo marcó el primer componente y el último."""
    firmas = tuple(QuienFirma(f.puesto, f.rotulo, "Rosa Cruz", "Jefa") for f in DE.propuesto.firmas)
    inicio = replace(DE.propuesto, componentes=frozenset((CLAVES[0], CLAVES[-1])), firmas=firmas)
    with empezar(DE, inicio, DE.imagenes, tmp_path, lambda: AHORA) as abierto:
        yield abierto


@pytest.mark.parametrize("parte", PARTES, ids="-".join)
def test_con_los_que_faltaban_el_plan_es_como_si_los_hubiera_marcado(parte: tuple[str, ...]):
    completo = _empezado(CLAVES)
    for orden in permutations([clave for clave in CLAVES if clave not in parte]):
        plan = _empezado(parte)
        for clave in orden:
            plan = reglas.con_componente(plan, ENTERO, clave, _decir)
        assert replace(plan, mosaicos=()) == replace(completo, mosaicos=())
        assert {m.cifra for m in plan.mosaicos} >= {m.cifra for m in completo.mosaicos}
        assert reglas.por_agregar(plan, ENTERO) == ()


def test_llega_en_una_accion_a_su_lugar_sin_metas_ni_nada_de_otro_ano(exp: Expediente):
    (falta,) = componentes.por_agregar(exp, SEGUNDO)
    antes = exp.foto(SEGUNDO)
    clave, cambios = componentes.agregar_componente(exp, SEGUNDO, falta.clave)
    assert (clave, cambios.cosas) == (falta.clave, {"plan"})
    despues = exp.foto(SEGUNDO)
    assert tuple(c.clave for c in despues.plan.componentes) == CLAVES
    assert all(not a.programado for c in despues.plan.componentes for a in c.actividades)
    dichos = [texto.texto for texto in textos_de(despues.plan)]
    assert not [texto for texto in dichos if nombra(texto, "OGAIPO") or str(ENTERO.ejercicio) in texto]
    assert len(documento_de(despues).secciones) > len(documento_de(antes).secciones)
    deshacer(exp)
    assert exp.foto(SEGUNDO) == antes
    rehacer(exp)
    assert exp.foto(SEGUNDO) == despues


def test_lo_que_ella_cambio_en_los_suyos_se_queda(exp: Expediente):
    texto = next(t for t in textos_de(exp.foto(SEGUNDO).plan) if t.lugar == CLAVES[0] and t.que == "nombre")
    del_plan.cambiar_texto(exp, SEGUNDO, texto.ruta, "Otro nombre")
    del_plan.cambiar_leyenda(exp, SEGUNDO, "Una leyenda")
    actividad = exp.foto(SEGUNDO).plan.componentes[0].actividades[-1]
    del_plan.quitar_lugar(exp, SEGUNDO, actividad.clave)
    antes = exp.foto(SEGUNDO).plan
    componentes.agregar_componente(exp, SEGUNDO, CLAVES[1])
    plan = exp.foto(SEGUNDO).plan
    assert (plan.componentes[0], plan.componentes[-1]) == antes.componentes
    assert plan.leyenda == "Una leyenda"
    assert set(antes.cifras) <= set(plan.cifras)


def test_lo_firmado_sale_igual_y_lo_que_falta_del_ano_ya_lo_lleva(exp: Expediente, tmp_path: Path):
    primero = SEGUNDO.anterior
    firmar(exp, primero, date(2026, 4, 3))
    firmada = exp.foto(primero)
    exportar(firmada, contenidos_de(exp, firmada), tmp_path / "antes.pdf")
    componentes.agregar_componente(exp, SEGUNDO, CLAVES[1])
    despues = exp.foto(primero)
    assert replace(despues, plan=firmada.plan) == firmada
    exportar(despues, contenidos_de(exp, despues), tmp_path / "despues.pdf")
    assert (tmp_path / "antes.pdf").read_bytes() == (tmp_path / "despues.pdf").read_bytes()
    assert all(CLAVES[1] in exp.foto(Trimestre(2026, n)).plan.lugar for n in (2, 3, 4))


def test_si_ella_ya_contaba_algo_con_el_mismo_nombre_ninguno_se_pierde():
    del_que_llega = next(c for c in ENTERO.cifras if c.clave not in _empezado(CLAVES[:1]).cifra)
    plan = _empezado(CLAVES[:1])
    nueva = ActividadNueva("1.9", "Aparte", plan.moldes[0].clave, (SeCuenta(del_que_llega.clave, "", ""),))
    plan = con_actividad(plan, nueva)
    suya = plan.cifra[del_que_llega.clave]
    for clave in CLAVES[1:]:
        plan = reglas.con_componente(plan, ENTERO, clave, _decir)
    assert plan.cifra[suya.clave] == suya
    assert len(plan.cifras) == len(ENTERO.cifras) + 1
    usadas = {clave for cuadro in plan.cuadros for clave in cifras_de(cuadro)}
    usadas |= {clave for c in plan.concordancias for clave in (*c.izquierda, *c.derecha)}
    assert usadas <= set(plan.cifra)
    otra = next(c for c in plan.cifras if c.nombre == _decir(del_que_llega.nombre) and c != suya)
    donde = [cuadro.clave for cuadro in plan.cuadros if otra.clave in cifras_de(cuadro)]
    assert donde == [c.clave for c in ENTERO.cuadros if del_que_llega.clave in cifras_de(c)]


def test_el_que_ya_esta_no_se_agrega_otra_vez(exp: Expediente):
    antes = exp.foto(SEGUNDO)
    with pytest.raises(ValorInvalido, match="ya está en su plan"):
        componentes.agregar_componente(exp, SEGUNDO, CLAVES[0])
    assert exp.foto(SEGUNDO) == antes


def test_a_un_plan_que_no_es_el_del_programa_no_se_le_agrega_nada(tmp_path: Path):
    ajeno = Path(__file__).parents[1] / "segundo_plan" / "plan.toml"
    with creacion.crear(tmp_path / "a.sqlite", ajeno, None, lambda: AHORA) as abierto:
        trimestre = abierto.trimestres()[0]
        with pytest.raises(ErrorEsperado, match="no se hizo con el que trae el programa"):
            componentes.por_agregar(abierto, trimestre)
