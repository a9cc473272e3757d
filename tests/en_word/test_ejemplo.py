"""El informe que se firmó, en Word: dice todo, en su orden, y no es una vaciada de texto."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from tests.ejemplo.impreso import apretado, bloques_de, cuerpo_de, hojas_de, primero_que_falta
from tests.en_word.leer import Leido
from tests.libreoffice import convertidos
from ut_escritorio import rutas
from ut_escritorio.datos.toml.trimestre import leer_trimestre
from ut_escritorio.dominio.cambios_del_plan.edicion import con_lista
from ut_escritorio.informe.armado import armar
from ut_escritorio.informe.documento import Documento, Firmas, Indice, Parrafo, Tabla, Titulo
from ut_escritorio.informe.pdf import escribir_pdf
from ut_escritorio.informe.word import escribir_word
from ut_escritorio.informe.word.archivo.marcas import nombre_de_marca

PLANES = rutas.recursos() / "planes"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HECHOS = Path(__file__).parents[1] / "ejemplo" / "hechos.txt"
HECHOS = tuple(
    renglon
    for renglon in _HECHOS.read_text(encoding="utf-8").splitlines()
    if renglon and not renglon.startswith("#")
)


@pytest.fixture(scope="module")
def leido(en_word: bytes) -> Leido:
    return Leido(en_word)


@pytest.fixture(scope="module")
def con_indice(plan_leido) -> Documento:
    plan = con_lista(plan_leido.plan, "indice", "ÍNDICE")
    return armar(leer_trimestre(PLANES / "2024-2.toml", plan, plan_leido.catalogo).foto)


@pytest.fixture(scope="module")
def indice_en_word(con_indice: Documento, plan_leido) -> bytes:
    return escribir_word(con_indice, plan_leido.contenidos.__getitem__).datos


@pytest.fixture(scope="module")
def en_libreoffice(
    en_word: bytes, borrador_en_word: bytes, indice_en_word: bytes, tmp_path_factory
) -> dict[str, bytes]:
    archivos = {"informe.docx": en_word, "borrador.docx": borrador_en_word, "indice.docx": indice_en_word}
    return convertidos(tmp_path_factory.mktemp("oficina"), archivos, "pdf")


def bloques(documento: Documento, clase: type) -> list:
    return [b for seccion in documento.secciones for b in seccion.bloques if isinstance(b, clase)]


def _se_repiten(tabla: Tabla) -> int:
    """Las filas de encabezado, si ninguna celda suya baja al cuerpo: en dos hojas no se podría partir."""
    encabezado = tabla.filas_encabezado
    baja = any(f < encabezado < f + celda.alto for f, _, celda in tabla.lugares)
    return 0 if baja else encabezado


def con_vinetas(documento: Documento) -> str:
    vinetas = [getattr(bloque, "vineta", "") for seccion in documento.secciones for bloque in seccion.bloques]
    return apretado("".join(v + texto for v, texto in zip(vinetas, bloques_de(documento), strict=True)))


def test_cuenta_todo_lo_que_se_firmo_en_su_orden(leido: Leido):
    assert primero_que_falta(apretado(leido.texto), HECHOS) is None


def test_dice_lo_mismo_que_el_documento_y_nada_mas(leido: Leido, documento: Documento):
    assert sorted(apretado(leido.texto)) == sorted(con_vinetas(documento))


def test_sus_titulos_son_encabezados_del_mapa(leido: Leido, documento: Documento):
    assert leido.encabezados == [(titulo.nivel, titulo.texto) for titulo in bloques(documento, Titulo)]


def test_sus_cuadros_son_los_mismos_y_repiten_su_encabezado(leido: Leido, documento: Documento):
    esperados = [
        (
            _se_repiten(tabla),
            {(f, c, celda.ancho, celda.alto, celda.texto) for f, c, celda in tabla.lugares},
        )
        for tabla in bloques(documento, Tabla)
    ]
    assert leido.cuadros == esperados


def test_los_puntos_de_una_lista_son_de_una_lista(leido: Leido, documento: Documento):
    puntos = [parrafo for parrafo in bloques(documento, Parrafo) if parrafo.vineta]
    assert puntos and len(leido.word.element.body.findall(".//" + W + "numPr")) == len(puntos)


def test_cada_origen_tiene_su_marcador(leido: Leido, documento: Documento):
    origenes = {bloque.origen for seccion in documento.secciones for bloque in seccion.bloques}
    origenes |= {seccion.origen for seccion in documento.secciones}
    marcadores = leido.marcadores
    assert {nombre_de_marca(origen) for origen in origenes if origen} <= set(marcadores)
    assert len(set(marcadores)) == len(marcadores)
    assert all(re.fullmatch(r"_\w{1,39}", marcador, re.ASCII) for marcador in marcadores)


def test_cada_hoja_lleva_sus_logotipos_su_leyenda_y_su_numero(leido: Leido, documento: Documento):
    membrete = documento.secciones[0].membrete
    arriba, abajo = leido.word.sections[0].header, leido.word.sections[0].footer
    xml = arriba._element.xml
    assert xml.count("<pic:pic>") + xml.count("<pic:pic ") == len(membrete.logos)
    assert all(f'descr="{logo.alternativo}"' in xml for logo in membrete.logos)
    numeros = [e.get("id") for e in arriba._element.iter() if e.tag.endswith("}docPr")]
    assert len(set(numeros)) == len(membrete.logos)
    escrito = apretado("".join(t.text for t in arriba._element.iter(W + "t")))
    assert apretado(membrete.leyenda) in escrito
    assert apretado("".join(membrete.administracion)) in escrito
    campos = [campo.get(W + "instr").strip() for campo in abajo._element.iter(W + "fldSimple")]
    assert campos == ["PAGE", "NUMPAGES"]
    assert membrete.pie in "".join(t.text for t in abajo._element.iter(W + "t"))


def test_las_firmas_no_se_separan_de_lo_que_las_abre(leido: Leido, documento: Documento):
    sin_rayas = [t for t in leido.word.tables if t._element.find(f".//{W}tblBorders") is None]
    assert len(sin_rayas) == len(bloques(documento, Firmas))
    for tabla in sin_rayas:
        filas = tabla._element.findall(W + "tr")
        assert all(fila.find(f"{W}trPr/{W}cantSplit") is not None for fila in filas)
        antes = next(p for p in tabla._element.itersiblings(W + "p", preceding=True))
        assert antes.find(f"{W}pPr/{W}keepNext") is not None or antes.find(f"{W}pPr/{W}pBdr") is not None


def test_dice_de_quien_es_cuando_y_en_que_idioma(leido: Leido, documento: Documento, en_word: bytes):
    propias = leido.word.core_properties
    assert (propias.title, propias.author, propias.language) == (documento.titulo, documento.autor, "es-MX")
    assert propias.created.date() == propias.modified.date() == documento.fecha
    with ZipFile(BytesIO(en_word)) as paquete:
        assert {parte.date_time for parte in paquete.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        nombres = paquete.namelist()
        assert not [nombre for nombre in nombres if "thumbnail" in nombre or "customXml" in nombre]
        escrito = b"".join(paquete.read(nombre) for nombre in nombres if nombre.endswith(".xml"))
        assert b"python-docx" not in escrito


def test_solo_el_borrador_dice_borrador(en_word: bytes, borrador_en_word: bytes):
    def dichos(datos: bytes) -> int:
        with ZipFile(BytesIO(datos)) as paquete:
            nombres = [n for n in paquete.namelist() if n.startswith("word/header")]
            return sum(b'string="BORRADOR"' in paquete.read(nombre) for nombre in nombres)

    assert dichos(en_word) == 0 and dichos(borrador_en_word) > 0
    assert Leido(borrador_en_word).word.core_properties.title.startswith("BORRADOR – ")


@pytest.mark.timeout(400)
def test_abierto_en_otro_programa_no_pierde_nada(en_libreoffice, documento: Documento, plan_leido):
    hojas = hojas_de(en_libreoffice["informe.docx"])
    cuerpo = cuerpo_de(hojas, documento.secciones[0].membrete)
    assert primero_que_falta(cuerpo, HECHOS) is None
    assert sorted(cuerpo) == sorted(con_vinetas(documento))
    assert all(f"Página{n}de{len(hojas)}" in hoja for n, hoja in enumerate(hojas, 1))
    assert abs(len(hojas) - escribir_pdf(documento, plan_leido.contenidos.__getitem__).paginas) <= 1


def test_el_indice_dice_las_paginas_del_pdf_que_son_tambien_las_de_libreoffice(
    indice_en_word: bytes, con_indice: Documento, plan_leido, en_libreoffice
):
    pdf = escribir_pdf(con_indice, plan_leido.contenidos.__getitem__).datos
    deben = [
        int(n) for n in re.findall(r"(?:\. ?)+(\d+)$", PdfReader(BytesIO(pdf)).pages[1].extract_text(), re.M)
    ]
    assert len(deben) == len(bloques(con_indice, Indice)[0].renglones)
    renglones = [p for p in Leido(indice_en_word).word.paragraphs if p.style.name in ("toc 1", "toc 2")]
    assert [int(renglon.text.rpartition("\t")[2]) for renglon in renglones] == deben
    pintado = PdfReader(BytesIO(en_libreoffice["indice.docx"])).pages[1].extract_text()
    assert [int(n) for n in re.findall(r"\.{3,} ?(\d+)", pintado)] == deben


@pytest.mark.timeout(400)
def test_abierto_en_otro_programa_se_ve_con_sus_letras_y_sus_logotipos(en_libreoffice):
    for pdf in en_libreoffice.values():
        hoja = PdfReader(BytesIO(pdf)).pages[1]
        letras = {str(letra.get_object()["/BaseFont"]) for letra in hoja["/Resources"]["/Font"].values()}
        otras = {letra for letra in letras if "Montserrat" not in letra}
        assert all("DejaVu" in letra for letra in otras), "solo BORRADOR o un signo va en otra"
        assert len(letras - otras) >= 3
        assert len(hoja.images) >= 2
