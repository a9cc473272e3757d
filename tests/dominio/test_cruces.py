"""Lo repartido suma lo entero, y lo que se reparte entre otros se redondea sin inventar."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tests.inventado import ABRIL, TRIMESTRE, a_quien, banda, cifra, componente, contada, foto, plan, renglon
from ut_escritorio.dominio.cambios_del_plan.otras_claves import con_otras_claves
from ut_escritorio.dominio.cambios_del_plan.poda import parte_de
from ut_escritorio.dominio.numeros.evaluacion import (
    lo_conocido_del_anio,
    repartido,
    valor_de,
    valor_en_casilla,
)
from ut_escritorio.dominio.numeros.tabla import dibujar
from ut_escritorio.dominio.plan.apartados import Apartado
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.plan.cifras import Cifra, Condicion, Porcion, Razon, Valor
from ut_escritorio.dominio.plan.cuadros import Cuadro
from ut_escritorio.dominio.trimestre.conteos import LO_QUE_VA, Casilla

AREAS, ESTADOS = ("tesoreria", "obras"), ("En trámite", "Concluida")
CRUCE = Cuadro(
    "c",
    filas=(
        banda("valores", campo="origen", valores=AREAS),
        banda("cifras", "todas", etiquetas=("TOTAL",)),
    ),
    columnas=(
        banda("valores", "todas", campo="estado", valores=ESTADOS),
        banda("cifras", "todas", etiquetas=("TODAS",)),
    ),
)


def con_cruce(*otras: Cifra) -> Plan:
    apartados = (Apartado("a", "cuadro", cuadro="c"), Apartado("r", "renglones"))
    componentes = (componente(paso=apartados),)
    return plan(contada("todas", "registros"), *otras, cuadros=(CRUCE,), componentes=componentes)


ANOTADOS = st.lists(
    st.tuples(st.sampled_from(AREAS), st.sampled_from(("EN TRAMITE", "concluida", "Concluida "))), min_size=1
)


@given(ANOTADOS)
def test_las_celdas_de_un_cruce_suman_sus_totales_se_escriban_como_se_escriban(
    anotados: list[tuple[str, str]],
) -> None:
    filas = tuple(
        renglon(n, partes=a_quien(area, rol="origen"), campos={"estado": estado}, mes=ABRIL)
        for n, (area, estado) in enumerate(anotados)
    )
    tabla = dibujar(CRUCE, foto(con_cruce(), renglones=filas))
    con_numero = [celda for celda in tabla.celdas if celda.valor]
    numeros = [[c.valor.numero for c in con_numero if c.valor and c.fila == fila] for fila in (1, 2, 3)]
    for *partes, total in (*numeros, *zip(*numeros, strict=True)):
        assert sum(numero or 0 for numero in partes) == total
    assert numeros[2][2] == len(anotados)


@given(st.lists(st.tuples(st.sampled_from((*AREAS, "rastro")), st.sampled_from((*ESTADOS, "Prevenida")))))
def test_lo_que_se_ve_suma_el_total_aunque_el_cuadro_no_nombre_a_todos(anotados: list[tuple[str, str]]):
    filas = tuple(
        renglon(n, partes=a_quien(area, rol="origen"), campos={"estado": estado}, mes=ABRIL)
        for n, (area, estado) in enumerate(anotados)
    )
    tabla = dibujar(CRUCE, foto(con_cruce(), renglones=filas))
    dichos = {celda.texto for celda in tabla.celdas if celda.papel == "fila"}
    assert ("OTROS" in dichos) == any(area == "rastro" for area, _ in anotados), "solo si los hay"
    for eje in ("fila", "columna"):
        numeros: dict[int, list[int]] = {}
        for celda in tabla.celdas:
            if celda.casilla and celda.valor and celda.valor.numero is not None:
                numeros.setdefault(getattr(celda, eje), []).append(int(celda.valor.numero))
        for *partes, total in numeros.values():
            assert sum(partes) == total


@given(st.lists(st.tuples(st.sampled_from((*AREAS, "rastro")), st.sampled_from((*ESTADOS, "Prevenida")))))
def test_lo_que_se_ve_suma_cada_total_aunque_el_cuadro_cuente_varias_cosas(anotados: list[tuple[str, str]]):
    filas = tuple(
        renglon(n, partes=a_quien(area, rol="origen"), campos={"estado": estado}, cantidad=n + 2, mes=ABRIL)
        for n, (area, estado) in enumerate(anotados)
    )
    cuadros = (
        replace(CRUCE, columnas=(banda("cifras", "todas", "cosas"),)),
        replace(
            CRUCE,
            filas=(banda("valores", campo="origen", valores=(*AREAS, "rastro")),),
            columnas=tuple(
                cada
                for clave in ("todas", "cosas")
                for cada in (banda("valores", clave, campo="estado", valores=ESTADOS), banda("cifras", clave))
            ),
        ),
    )
    for cuadro, eje in zip(cuadros, ("columna", "fila"), strict=True):
        un_plan = replace(con_cruce(contada("cosas", "cantidad")), cuadros=(cuadro,))
        numeros: dict[tuple[int, str], list[int]] = {}
        for celda in dibujar(cuadro, foto(un_plan, renglones=filas)).celdas:
            if celda.casilla and celda.valor and celda.valor.numero is not None:
                cual = getattr(celda, eje), celda.casilla.cifra.partition("[")[0]
                numeros.setdefault(cual, []).append(int(celda.valor.numero))
        assert all(sum(partes) == total for *partes, total in numeros.values()), numeros
        assert bool(numeros) == bool(anotados)


def test_los_demas_se_llaman_como_diga_el_plan_y_sin_total_no_hacen_falta() -> None:
    filas = (renglon(1, partes=a_quien("rastro", rol="origen"), campos={"estado": "Concluida"}, mes=ABRIL),)
    abajo = banda("valores", campo="origen", valores=AREAS, etiquetas=("TESORERÍA", "OBRAS", "LAS DEMÁS"))
    for con, dichos in (
        (replace(CRUCE, filas=(abajo, CRUCE.filas[1])), ["TESORERÍA", "OBRAS", "LAS DEMÁS", "TOTAL"]),
        (replace(CRUCE, filas=(abajo,)), ["TESORERÍA", "OBRAS"]),
    ):
        un_plan = replace(con_cruce(), cuadros=(con,))
        tabla = dibujar(con, foto(un_plan, renglones=filas))
        assert [celda.texto for celda in tabla.celdas if celda.papel == "fila"] == dichos


def test_sin_renglones_no_se_inventa_un_cero() -> None:
    tabla = dibujar(CRUCE, foto(con_cruce()))
    assert {celda.texto for celda in tabla.celdas if celda.casilla} == {""}


CONOCIDO = st.integers(0, 1_000_000).map(Valor)


@given(CONOCIDO, CONOCIDO, st.booleans(), st.integers(0, 4))
def test_lo_repartido_dista_de_lo_exacto_a_lo_mas_media_unidad(
    de: Valor, entre: Valor, por_cien: bool, decimales: int
) -> None:
    valor = repartido(Razon((), (), por_cien, decimales), de, entre)
    assert valor.completo
    if not entre.numero:
        assert valor.no_hubo and valor.numero is None
        return
    assert isinstance(valor.numero, Decimal) and de.numero is not None
    exacto = Decimal(de.numero) * (100 if por_cien else 1) / Decimal(entre.numero)
    assert abs(valor.numero - exacto) <= Decimal("0.5").scaleb(-decimales)
    assert -int(valor.numero.as_tuple().exponent) == decimales


def test_lo_que_esta_a_medias_no_se_reparte() -> None:
    assert repartido(Razon((), ()), Valor(5, (4,)), Valor(2)) == Valor(None, (4,))
    assert repartido(Razon((), ()), Valor(None), Valor(2)) == Valor(None)


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(1, 50)), min_size=2, max_size=2))
def test_lo_que_va_del_anio_queda_entre_lo_de_sus_trimestres(pares: list[tuple[int, int]]) -> None:
    un_plan = plan(
        cifra("dias"), cifra("casos"), cifra("promedio", Razon(("dias",), ("casos",), decimales=4))
    )
    escrito = {
        Casilla(clave, trimestre, 3 * trimestre - quedan): numero if quedan == 0 else 0
        for trimestre, par in enumerate(pares, 1)
        for clave, numero in zip(("dias", "casos"), par, strict=True)
        for quedan in (0, 1, 2)
    }
    una = foto(un_plan)
    una = type(una)(TRIMESTRE, un_plan, una.catalogo, una.conteos.con(escrito.items()))
    va = valor_en_casilla(una, Casilla("promedio", LO_QUE_VA)).numero
    cada = [valor_en_casilla(una, Casilla("promedio", numero)).numero or Decimal(0) for numero in (1, 2)]
    assert va is not None and min(cada) <= va <= max(cada)
    assert lo_conocido_del_anio(una, "promedio").numero == va
    assert valor_de(una, "promedio").numero == cada[1]


def test_al_renombrar_o_podar_el_plan_siguen_saliendo_de_las_mismas() -> None:
    concluidas = cifra("concluidas", Porcion("todas", (Condicion("estado", ("Concluida",)),)))
    parte = cifra("parte", Razon(("concluidas",), ("todas",), por_cien=True))
    entero = con_cruce(concluidas, parte)
    otro = con_otras_claves(entero, {"todas": "otras", "concluidas": "hechas"})
    assert otro.cifra["hechas"].fuente == Porcion("otras", (Condicion("estado", ("Concluida",)),))
    assert otro.cifra["parte"].fuente == Razon(("hechas",), ("otras",), por_cien=True)
    assert {clave.partition("[")[0] for clave in otro.cifra} == {"otras", "hechas", "parte"}
    assert {c.clave for c in parte_de(entero, {"1"}).cifras} == {"todas", "concluidas", "parte"}
