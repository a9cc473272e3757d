"""El plan con que se empieza: entero o por partes, siempre se puede imprimir y de otro año no dice nada."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import chain, combinations
from pathlib import Path

import pytest

from ut_escritorio.datos.archivo.candado import Candado, candado_de
from ut_escritorio.datos.toml.de_fabrica.relevos import relevos_conocidos
from ut_escritorio.dominio.cambios_del_plan.inicio import catalogo_de_inicio, plan_de_inicio
from ut_escritorio.dominio.cambios_del_plan.poda import parte_de
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.plan.cifras import Contada, Formula
from ut_escritorio.dominio.plan.cuadros import cifras_de
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.servicios.entrega.informe import documento_de
from ut_escritorio.servicios.oficina.primer_dia import para_empezar, ver_ejemplo

HOY = date(2026, 5, 14)
DE = para_empezar(HOY)
CLAVES = [componente.clave for componente in DE.leido.plan.componentes]
PARTES = list(chain.from_iterable(combinations(CLAVES, n) for n in range(1, len(CLAVES) + 1)))


def _sueltas(plan: Plan) -> set[str]:
    """Las cifras que algo del plan nombra y el plan no tiene."""
    nombradas = {clave for cuadro in plan.cuadros for clave in cifras_de(cuadro)}
    nombradas |= {mosaico.cifra for mosaico in plan.mosaicos}
    for concordancia in plan.concordancias:
        nombradas |= {*concordancia.izquierda, *concordancia.derecha}
    for cifra in plan.cifras:
        if isinstance(cifra.fuente, Formula):
            nombradas |= {*cifra.fuente.suma, *cifra.fuente.resta}
    return nombradas - set(plan.cifra)


def test_con_todos_sus_componentes_el_plan_es_el_mismo():
    assert parte_de(DE.leido.plan, CLAVES) == DE.leido.plan


@pytest.mark.parametrize("parte", PARTES, ids="-".join)
def test_cada_parte_del_plan_se_sostiene_sola_y_se_imprime(parte: tuple[str, ...]):
    inicio = replace(DE.propuesto, componentes=frozenset(parte))
    plan = plan_de_inicio(DE.leido.plan, inicio, relevos_conocidos())
    assert tuple(c.clave for c in plan.componentes) == parte
    assert _sueltas(plan) == set()
    lugares = {lugar for c in plan.cifras if isinstance(c.fuente, Contada) for lugar in c.fuente.lugares}
    assert lugares <= set(plan.lugar)
    catalogo = catalogo_de_inicio(DE.leido.plan, DE.leido.catalogo, inicio)
    documento = documento_de(FotoTrimestre(inicio.trimestre, plan, catalogo))
    assert len(documento.secciones) > len(parte)


def test_las_partes_se_reparten_todos_los_numeros():
    sueltas = [parte_de(DE.leido.plan, (clave,)) for clave in CLAVES]
    juntas = [cifra.clave for parte in sueltas for cifra in parte.cifras]
    assert sorted(juntas) == sorted(cifra.clave for cifra in DE.leido.plan.cifras)


def test_el_ejemplo_se_va_al_cerrarlo_y_suelta_su_candado(monkeypatch: pytest.MonkeyPatch):
    """Si no lo soltara, en Windows su carpeta no se podría quitar."""
    sueltos: list[Path] = []
    de_verdad = Candado.soltar
    monkeypatch.setattr(Candado, "soltar", lambda suyo: (sueltos.append(suyo._ruta), de_verdad(suyo)))
    ejemplo = ver_ejemplo(lambda: datetime(2026, 5, 14, 9, tzinfo=UTC))
    carpeta, candado = ejemplo.ruta.parent, candado_de(ejemplo.ruta)
    assert ejemplo.es_ejemplo and candado.exists()
    sueltos.clear()
    ejemplo.cerrar()
    assert sueltos == [candado] and not carpeta.exists()
