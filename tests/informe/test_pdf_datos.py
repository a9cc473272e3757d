"""El PDF lleva dentro los datos de sus hojas, con qué quiere decir cada uno, y nada que no se imprima."""

from __future__ import annotations

import json
from io import BytesIO
from typing import get_args

import pytest
from adjuntos import adjuntos, tabla_leida, textos
from pypdf import PdfReader
from test_pdf_muestra import (
    ELABORO,
    LOGOS,
    MEMBRETE,
    celda,
    documento_de_muestra,
    escribe,
    fila,
    hojas_de,
    junto,
    parrafo,
    tabla_de_margenes,
    tabla_por_mes,
)

from ut_escritorio.informe.documento import EstiloParrafo, Firmas, Tabla, Titulo
from ut_escritorio.informe.pdf import escribir_pdf


def cuadros(*bloques, **cambios) -> list[dict[str, str]]:
    return tabla_leida(adjuntos(escribe(*bloques, **cambios))["cuadros.csv"])


def test_cada_dato_dice_bajo_que_titulos_y_rotulos_esta():
    leidos = cuadros(
        Titulo("COMPONENTE 2", 1),
        Titulo("Actividad 2.1", 2),
        tabla_de_margenes("ASESORÍAS"),
        Titulo("Actividad 2.2", 2),
        tabla_por_mes("POR GÉNERO", ("HOMBRE", "MUJER"), ("ABRIL", 10, ""), ("MAYO", 6, 3)),
    )
    dichos = [tuple(dato[nombre] for nombre in dato if nombre not in ("fila", "columna")) for dato in leidos]
    puestos = [(dato["fila"], dato["columna"]) for dato in leidos]
    assert puestos[:7] == [("3", "2"), ("3", "3"), ("3", "4"), ("3", "5"), ("3", "6"), ("4", "2"), ("3", "2")]
    uno, otro = "COMPONENTE 2 › Actividad 2.1", "COMPONENTE 2 › Actividad 2.2"
    assert dichos == [
        ("1", uno, "", "", "MES / ABRIL", "dato", "6"),
        ("1", uno, "", "", "MES / MAYO", "dato", "3"),
        ("1", uno, "", "", "MES / JUNIO", "dato", "3"),
        ("1", uno, "", "", "GÉNERO / MUJERES", "dato", "7"),
        ("1", uno, "", "", "GÉNERO / HOMBRES", "dato", "5"),
        ("1", uno, "", "TOTAL", "MES / ABRIL / MAYO / JUNIO / GÉNERO / MUJERES / HOMBRES", "total",
         "12 ASESORÍAS"),
        ("2", otro, "POR GÉNERO", "ABRIL", "HOMBRE", "dato", "10"),
        ("2", otro, "POR GÉNERO", "ABRIL", "MUJER", "dato", ""),
        ("2", otro, "POR GÉNERO", "MAYO", "HOMBRE", "dato", "6"),
        ("2", otro, "POR GÉNERO", "MAYO", "MUJER", "dato", "3"),
    ]  # fmt: skip


def test_nada_dicen_que_no_se_imprima():
    pdf = escribir_pdf(documento_de_muestra(por_corregir=("Falta el número de junio",)), LOGOS.__getitem__)
    suyos = adjuntos(pdf)
    en_las_hojas = junto("".join(hojas_de(pdf)))
    dichos = json.loads(suyos["hojas.json"])
    assert all(junto(texto) in en_las_hojas for texto in textos(dichos))
    assert all(junto(dato["valor"]) in en_las_hojas for dato in tabla_leida(suyos["cuadros.csv"]))
    assert dichos["borrador"] is True
    for oculto in (b"Falta el n", b"registro:", b"cuadro:", b"Oficio de remisi"):
        assert not any(oculto in octetos for octetos in suyos.values())


def test_dicen_todo_lo_que_se_imprime():
    documento = documento_de_muestra(numera_paginas=False)
    dichos = json.loads(adjuntos(escribir_pdf(documento, LOGOS.__getitem__))["hojas.json"])
    bloques = [bloque for seccion in documento.secciones for bloque in seccion.bloques]
    escritos = [bloque for parte in dichos["partes"] for bloque in parte["bloques"]]
    assert [bloque["clase"] for bloque in escritos] == [
        {"Titulo": "titulo", "Parrafo": "parrafo", "Tabla": "cuadro"}.get(type(b).__name__, "firmas")
        for b in bloques
    ]
    sueltos = [bloque.texto for bloque in bloques if not isinstance(bloque, Tabla | Firmas)]
    assert [bloque["texto"] for bloque in escritos if "texto" in bloque] == sueltos
    celdas = [c.texto for bloque in bloques if isinstance(bloque, Tabla) for f in bloque.filas for c in f]
    escritas = [c["texto"] for b in escritos if b["clase"] == "cuadro" for f in b["filas"] for c in f]
    assert escritas == celdas
    assert dichos["partes"][0]["membrete"]["leyenda"] == MEMBRETE.leyenda


def explicados(*bloques) -> list[tuple[str, str]]:
    """Lo que el diccionario de esos bloques explica, en su orden."""
    leido = tabla_leida(adjuntos(escribe(*bloques))["diccionario.csv"])
    assert all(dato["que_es"] for dato in leido)
    return [(dato["archivo"], dato["dato"]) for dato in leido]


def test_el_diccionario_explica_cada_dato():
    bloques = (tabla_de_margenes("UNA"), parrafo("x", vineta="✓"), Firmas((ELABORO,)))
    suyos, dichos = adjuntos(escribe(*bloques)), explicados(*bloques)
    assert len(set(dichos)) == len(dichos)
    de_cuadros = [("cuadros.csv", nombre) for nombre in tabla_leida(suyos["cuadros.csv"])[0]]
    assert de_cuadros == [clave for clave in dichos if clave[0] == "cuadros.csv"]
    hojas = json.loads(suyos["hojas.json"])
    assert {("hojas.json", nombre) for nombre in (*hojas, *hojas["partes"][0])} <= set(dichos)
    assert dichos[-4:] == [("hojas.json", clase) for clase in ("titulo", "parrafo", "cuadro", "firmas")]


@pytest.mark.parametrize("estilo", get_args(EstiloParrafo))
def test_cada_parrafo_dice_que_es_y_el_diccionario_lo_explica_donde_lo_hay(estilo: EstiloParrafo):
    bloques = (tabla_de_margenes("UNA"), parrafo("lo que dice", estilo=estilo))
    _, dicho = json.loads(adjuntos(escribe(*bloques))["hojas.json"])["partes"][0]["bloques"]
    assert dicho["texto"] == "lo que dice"
    assert explicados(*bloques) == [*dict.fromkeys((*explicados(bloques[0]), ("hojas.json", dicho["clase"])))]


def test_nada_se_vuelve_formula_y_el_vacio_no_es_cero():
    leidos = cuadros(Tabla((fila("=1+1", "@SUMA", "", 0, "-5", 'dos, "tres"\ncuatro'),), 6, 0))
    assert [dato["valor"] for dato in leidos] == ["'=1+1", "'@SUMA", "", "0", "-5", 'dos, "tres"\ncuatro']


def test_un_negativo_es_un_numero_y_un_texto_que_parece_formula_no():
    leidos = cuadros(Tabla((fila("-1,200", "-ver acta", "-30\u00a0%"),), 3, 0))
    assert [dato["valor"] for dato in leidos] == ["-1,200", "'-ver acta", "-30 %"]


def test_lo_que_otra_version_guardo_sin_limpiar_se_escribe_limpio():
    suyos = adjuntos(escribe(Tabla(((celda("o\ufb01cio \ud800\x0bfin"),),), 1, 0)))
    assert tabla_leida(suyos["cuadros.csv"])[0]["valor"] == "oficio �\nfin"
    assert list(textos(json.loads(suyos["hojas.json"])["partes"][0]["bloques"])) == ["oficio �\nfin"]


def test_sin_cuadros_no_lleva_nada():
    assert adjuntos(escribe(Titulo("CARTA", 1), parrafo("cuerpo"))) == {}


def test_cada_archivo_dice_que_es_y_va_con_el_documento_entero():
    lector = PdfReader(BytesIO(escribe(tabla_de_margenes("UNA")).datos))
    fichas = [ficha.get_object() for ficha in lector.trailer["/Root"]["/AF"]]
    assert [(f["/UF"], f["/AFRelationship"], f["/EF"]["/F"]["/Subtype"]) for f in fichas] == [
        ("cuadros.csv", "/Data", "/text/csv"),
        ("diccionario.csv", "/Supplement", "/text/csv"),
        ("hojas.json", "/Data", "/application/json"),
    ]
    assert all(ficha["/Desc"] for ficha in fichas)
