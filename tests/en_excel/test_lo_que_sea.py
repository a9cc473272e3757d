"""Nada de lo que ella escribe se vuelve fórmula ni se pierde; con los mismos datos, los mismos bytes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.en_excel.leer import formulas_de, hojas_de
from tests.sorteos import casos
from ut_escritorio import rutas
from ut_escritorio.datos.toml.plan import leer_plan
from ut_escritorio.datos.toml.trimestre import leer_trimestre
from ut_escritorio.informe.armado import armar
from ut_escritorio.informe.documento import Tabla
from ut_escritorio.informe.excel import al_pedirlo, escribir_excel
from ut_escritorio.informe.excel.armado.nombres import nombres_de_hojas
from ut_escritorio.informe.excel.libro import Hoja, Libro, Numero, Puesta
from ut_escritorio.informe.excel.medidas import altos_de, ancho_que_pide, cortes_de
from ut_escritorio.informe.pdf import Cancelado
from ut_escritorio.informe.pdf.papel.signos import limpio

PLANES = rutas.recursos() / "planes"


def test_un_cuadro_no_deja_su_titulo_al_pie_de_otra_pagina():
    """Cuadros de diez filas, con un renglón en blanco entre uno y otro: caben dos por página."""
    cuadros = [range(3 + 11 * n, 13 + 11 * n) for n in range(7)]
    puestas = tuple(
        Puesta(fila, 0, "X", "nota" if fila == cuadro.start else "dato")
        for cuadro in cuadros
        for fila in cuadro
    )
    hoja = Hoja("Hoja", (Puesta(0, 0, "T", "titulo"), *puestas), (26.0,), 2)
    assert list(cortes_de(hoja)) == [cuadros[n].start for n in (2, 4, 6)]
    ancha = replace(hoja, anchos=(130.0,) * 2)  # se encoge a la mitad: caben cuatro
    assert list(cortes_de(ancha)) == [cuadros[n].start for n in (5,)]
    de_cien = Hoja("Hoja", (*puestas[:10], *(Puesta(20 + n, 0, "X", "dato") for n in range(100))), (26.0,), 2)
    assert list(cortes_de(de_cien)) == [20], "el que no cabe en ninguna empieza en una"
    assert list(cortes_de(Hoja("Vacía", (), (26.0,), 2))) == []


def libro_con(*valores: object) -> bytes:
    puestas = tuple(Puesta(fila, 0, valor) for fila, valor in enumerate(valores))  # pyright: ignore[reportArgumentType]
    libro = Libro("Prueba", "Quien sea", date(2031, 7, 4), (Hoja("Hoja", puestas, (20.0,)),))
    return al_pedirlo.escritor().escribe(libro)


@pytest.fixture(scope="module")
def foto():
    leido = leer_plan(PLANES / "2024.toml")
    return leer_trimestre(PLANES / "2024-2.toml", leido.plan, leido.catalogo).foto


@pytest.mark.parametrize(
    "escrito",
    [
        "=1+1",
        "+5",
        "-2",
        "@SUM(A1)",
        '=HYPERLINK("http://x")',
        "=cmd|'/C calc'!A0",
        "http://x.mx",
        "\t=1",
        "00123",
    ],
)
def test_ningun_texto_se_vuelve_formula_liga_ni_numero(escrito: str):
    datos = libro_con(escrito)
    assert hojas_de(datos)["Hoja"] == [[limpio(escrito)]]
    assert formulas_de(datos) == []
    with ZipFile(BytesIO(datos)) as paquete:
        assert not [nombre for nombre in paquete.namelist() if "rels/sheet" in nombre]
        con_apostrofo = b'quotePrefix="1"' in paquete.read("xl/styles.xml")
    assert con_apostrofo == escrito.startswith(("=", "+", "-", "@", "\t"))


def test_lo_que_ella_anota_tampoco(foto):
    primero, *demas = foto.renglones
    malo = replace(primero, asunto="=1+1", campos={})
    otra = replace(foto, renglones_del_ejercicio={2: (malo, *demas)})
    datos = escribir_excel(armar(otra), otra, ())
    assert "=1+1" in [valor for fila in hojas_de(datos)["Renglones"] for valor in fila]
    assert formulas_de(datos) == formulas_de(escribir_excel(armar(foto), foto, ()))


@settings(max_examples=casos(40), deadline=None)
@given(st.text(max_size=200).filter(lambda texto: limpio(texto).strip()))
def test_todo_texto_se_lee_igual(texto: str):
    leido = hojas_de(libro_con(texto))["Hoja"][0][0]
    assert leido == limpio(texto).replace("\ufffe", "□").replace("\uffff", "□")


def test_un_texto_que_no_cabe_en_una_casilla_se_corta_y_se_ve():
    (((leido,),),) = hojas_de(libro_con("a" * 40_000)).values()
    assert len(leido) == 32_767 and leido.endswith("…")


def test_los_numeros_llevan_su_unidad_y_las_fechas_su_dia():
    datos = libro_con(Numero(192, 'MONITOREOS "x"'), date(2024, 5, 27), date(1850, 1, 2), None, Numero(0))
    assert hojas_de(datos)["Hoja"] == [[192], [date(2024, 5, 27)], ["02/01/1850"], [""], [0]]
    with ZipFile(BytesIO(datos)) as paquete:
        estilos = paquete.read("xl/styles.xml").decode()
    assert "0&quot; MONITOREOS x&quot;" in estilos and "dd/mm/yyyy" in estilos


@given(st.lists(st.text(max_size=60), max_size=12))
def test_cada_hoja_tiene_un_nombre_que_excel_admite(titulos: list[str]):
    nombres = nombres_de_hojas([*titulos, *titulos, "Renglones", "2.2 " + "Ñandú " * 40])
    assert all(0 < len(nombre) <= 31 for nombre in nombres)
    assert len({nombre.casefold() for nombre in nombres} | {"renglones"}) == len(nombres) + 1
    assert not any(set("[]:*?/\\") & set(nombre) or nombre.strip("'") != nombre for nombre in nombres)


def test_un_trimestre_sin_nada_tambien_se_da(foto):
    vacia = replace(foto, conteos=replace(foto.conteos, valores={}), renglones_del_ejercicio={})
    datos = escribir_excel(armar(vacia), vacia, ())
    assert formulas_de(datos) == []
    assert len(hojas_de(datos)["Renglones"]) == 1
    assert not any(isinstance(v, float) for fila in hojas_de(datos)["1.2 Portal"] for v in fila)


def test_lo_firmado_manda_sobre_como_se_sume_hoy(foto):
    """Si el documento dice otro número, se da ese, y no una suma que da otro."""
    documento = armar(foto)
    cambiado = replace(
        documento,
        secciones=tuple(
            replace(s, bloques=tuple(_con_otro_total(b) if isinstance(b, Tabla) else b for b in s.bloques))
            for s in documento.secciones
        ),
    )
    datos = escribir_excel(cambiado, foto, ())
    assert 999 in [v for fila in hojas_de(datos)["1.2 Portal"] for v in fila]
    assert len(formulas_de(datos)) == len(formulas_de(escribir_excel(documento, foto, ()))) - 1


def _con_otro_total(tabla: Tabla) -> Tabla:
    filas = [[replace(c, texto="999") if c.texto == "211" else c for c in fila] for fila in tabla.filas]
    return replace(tabla, filas=tuple(tuple(fila) for fila in filas))


def test_lo_largo_se_ve_entero():
    largo = " ".join(["palabra"] * 40)
    puestas = (
        Puesta(0, 0, largo), Puesta(1, 0, largo, "rotulo", ancho=2), Puesta(2, 0, largo, "rotulo", alto=2),
        Puesta(4, 0, "corto"), Puesta(5, 0, largo, "nota"),
    )  # fmt: skip
    altos = altos_de(Hoja("Hoja", puestas, (20.0, 20.0)))
    assert altos == {0: 240.0, 1: 150.0, 3: 285.0}
    assert ancho_que_pide(Puesta(0, 0, Numero(192, "MONITOREOS"), "total")) > len("192 MONITOREOS")


def test_se_puede_cancelar(foto):
    with pytest.raises(Cancelado):
        escribir_excel(armar(foto), foto, (), cancelado=lambda: True)
    sigue = escribir_excel(armar(foto), foto, (), cancelado=lambda: False)
    assert sigue == escribir_excel(armar(foto), foto, ())
