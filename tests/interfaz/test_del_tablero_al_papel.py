"""Cada número del Tablero es el que el informe imprime: mosaicos, El año, Comparar y Avance; sin ventana.

Se mira en el documento ya armado, sobre el ejemplo y los otros dos planes, con años generados al azar.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import product
from pathlib import Path
from random import Random

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.sorteos import casos
from ut_escritorio.datos.toml.plan import leer_plan
from ut_escritorio.datos.toml.trimestre import leer_trimestre
from ut_escritorio.dominio.numeros.avance import avances
from ut_escritorio.dominio.numeros.comparar import comparacion
from ut_escritorio.dominio.numeros.evaluacion import se_captura
from ut_escritorio.dominio.numeros.por_componente import a_la_vista
from ut_escritorio.dominio.numeros.tabla import dibujar
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.personas import SEXOS
from ut_escritorio.dominio.plan.arbol import Actividad, Plan
from ut_escritorio.dominio.plan.cifras import Valor
from ut_escritorio.dominio.porcentajes import decir_porcentaje
from ut_escritorio.dominio.trimestre.conteos import Casilla, Conteos
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.informe.armado.informe import armar
from ut_escritorio.informe.documento import Documento, Parrafo, Tabla
from ut_escritorio.interfaz.tablero.comparar.filas import filas_comparadas
from ut_escritorio.interfaz.tablero.cuentas import cuentas_de
from ut_escritorio.interfaz.tablero.del_anio.filas import COLUMNAS, filas_del_anio
from ut_escritorio.rutas import recursos

TESTS = Path(__file__).parents[1]
PLANES = {
    "ejemplo": (recursos() / "planes" / "2024.toml", recursos() / "planes" / "2024-2.toml"),
    **{
        cual: (TESTS / cual / "plan.toml", TESTS / cual / "trimestre.toml")
        for cual in ("segundo_plan", "tercer_plan")
    },
}


@cache
def de_muestra(cual: str) -> FotoTrimestre:
    del_plan, datos = PLANES[cual]
    leido = leer_plan(del_plan)
    return leer_trimestre(datos, leido.plan, leido.catalogo).foto


@cache
def casillas(cual: str) -> tuple[Casilla, ...]:
    """Las que ella puede escribir en todo el año."""
    meses = [(n, mes) for n in (1, 2, 3, 4) for mes in (None, *Trimestre(2031, n).meses)]
    return tuple(
        Casilla(cifra.clave, n, mes, sexo)
        for cifra in de_muestra(cual).plan.cifras
        for (n, mes), sexo in product(meses, (None, *SEXOS))
        if se_captura(cifra, mes, sexo)
    )


@st.composite
def anios(draw: st.DrawFn, cual: str) -> tuple[FotoTrimestre, FotoTrimestre]:
    """Un trimestre cualquiera y el mismo de un año antes, con números puestos al azar en todo su año."""
    base, todas = de_muestra(cual), casillas(cual)
    numero, azar = draw(st.integers(1, 4)), Random(draw(st.integers(0, 2**32)))
    llenas, tope = draw(st.sampled_from((0, 0.3, 0.9, 1))), draw(st.sampled_from((0, 9, 1_000_000)))

    def foto(ejercicio: int) -> FotoTrimestre:
        plan = replace(base.plan, ejercicio=ejercicio)
        return replace(
            base,
            trimestre=Trimestre(ejercicio, numero),
            plan=plan,
            conteos=Conteos({cual: azar.randint(0, tope) for cual in todas if azar.random() < llenas}),
            renglones_del_ejercicio={numero: base.renglones},
            alcanzado={a.clave: Decimal(azar.randint(0, 1000)) / 8 for a in actividades(base.plan)},
        )

    return foto(base.trimestre.ejercicio), foto(base.trimestre.ejercicio - 1)


def actividades(plan: Plan) -> Iterator[Actividad]:
    return (lugar for lugar in plan.lugares() if isinstance(lugar, Actividad))


def impresos(foto: FotoTrimestre, documento: Documento) -> dict[Casilla, str]:
    """Lo que el documento dice en la celda de cada número de los cuadros, sin distinguir sexo."""
    dichos: dict[Casilla, str] = {}
    bloques = (bloque for seccion in documento.secciones for bloque in seccion.bloques)
    for tabla in (bloque for bloque in bloques if isinstance(bloque, Tabla)):
        cuadro = foto.plan.cuadro.get(tabla.origen.clave) if tabla.origen.clase == "cuadro" else None
        if cuadro is None:
            continue
        en_la_hoja = zip(tabla.lugares, (celda for fila in tabla.filas for celda in fila), strict=True)
        textos = {(lugar.fila, lugar.columna): celda.texto for lugar, celda in en_la_hoja}
        for celda in dibujar(cuadro, foto).celdas:
            if celda.casilla is not None and celda.casilla.sexo is None:
                dichos[celda.casilla] = textos[celda.fila, celda.columna]
    return dichos


def del_anio(foto: FotoTrimestre) -> dict[Casilla, Valor]:
    """Lo que vale cada casilla en «El año», donde un mes a medias todavía le falta a su trimestre."""
    return {
        Casilla(fila.clave, columna.trimestre, columna.mes): fila.valores[n]
        for fila in filas_del_anio(foto)
        for n, columna in enumerate(COLUMNAS if fila.clave else ())
        if columna.trimestre is not None
    }


def es(impreso: str, dicho: str, valor: Valor) -> bool:
    """Si en el papel dice eso; ahí el número puede llevar su unidad («12 oficios»), y los miles van sin coma.

    Mientras a un total le falte un mes, el papel lo deja en blanco y el Tablero enseña lo que va.
    """
    if not valor.completo:
        return not impreso
    dicho = dicho.replace(",", "")
    return impreso == dicho or impreso.partition(" ")[0] == dicho.removesuffix(" %")


@pytest.mark.parametrize("cual", PLANES)
@given(data=st.data())
@settings(max_examples=casos(3), deadline=None, phases=(Phase.generate,))
def test_cada_numero_del_tablero_es_el_que_se_imprime(cual: str, data: st.DataObject) -> None:
    foto, otra = data.draw(anios(cual))
    este = foto.trimestre.numero
    documento = armar(foto)
    papel, de_antes = impresos(foto, documento), impresos(otra, armar(otra))
    vistos = 0

    for mosaico, cuenta in zip(foto.plan.mosaicos, cuentas_de(foto), strict=True):
        cifra = foto.plan.cifra[mosaico.cifra]
        for mes, valor in zip((*foto.trimestre.meses, None), (*cuenta.meses, cuenta.total), strict=True):
            if (casilla := Casilla(cifra.clave, este, mes)) in papel:
                assert es(papel[casilla], a_la_vista(cifra, valor), valor), casilla
                vistos += 1

    for fila in filas_del_anio(foto):
        for n, columna in enumerate(COLUMNAS if fila.clave else ()):
            casilla = Casilla(fila.clave, columna.trimestre or 0, columna.mes)
            if columna.trimestre is not None and casilla in papel:
                assert es(papel[casilla], fila.escrito(n), fila.valores[n]), casilla
                vistos += 1

    ya_acabado = foto.trimestre.siguiente.primer_dia
    for fila in filas_comparadas(comparacion(foto, otra, ya_acabado)):
        una = fila.comparada
        if una is not None and (casilla := Casilla(fila.clave, este)) in papel:
            assert es(papel[casilla], fila.celdas[0], del_anio(foto)[casilla]), casilla
            vistos += 1
            contra = una.hace_un_anio
            if casilla in de_antes and contra.entero and contra.otro.numero is not None:
                dicho = a_la_vista(una.cifra, contra.otro)
                assert es(de_antes[casilla], dicho, del_anio(otra)[casilla]), casilla
    assert vistos

    valores = {
        bloque.origen.clave: bloque.texto
        for seccion in documento.secciones
        for bloque in seccion.bloques
        if isinstance(bloque, Parrafo) and bloque.origen.clase == "valor"
    }
    for avance in avances(foto):
        if avance.alcanzado is not None and avance.actividad.clave in valores:
            assert decir_porcentaje(avance.alcanzado) in valores[avance.actividad.clave]
