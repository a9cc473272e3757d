"""Nada de lo que ella escribe se pierde en Word ni impide hacerlo; con los mismos datos, los mismos bytes."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from PIL import Image

from tests.ejemplo.impreso import apretado
from tests.en_word.leer import Leido
from tests.sorteos import casos
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.informe.documento import (
    Bloque,
    Celda,
    Documento,
    Figura,
    Figuras,
    Firma,
    Firmas,
    Imagen,
    Membrete,
    Parrafo,
    Seccion,
    Tabla,
    Titulo,
    Tramo,
)
from ut_escritorio.informe.pdf import Cancelado
from ut_escritorio.informe.pdf.papel.signos import limpio
from ut_escritorio.informe.word import escribir_word
from ut_escritorio.informe.word.archivo.marcas import nombre_de_marca

LARGO = "Ñá" * 100
SIN_MEMBRETE = Membrete()


def sin_imagenes(_: str) -> bytes:
    raise KeyError


def escrito(*bloques: Bloque, membrete: Membrete = SIN_MEMBRETE, disposicion="corrida", **cambios) -> bytes:
    seccion = Seccion("Prueba", bloques, membrete, disposicion)
    documento = Documento("Prueba", "Quien sea", date(2031, 7, 4), (seccion,), **cambios)
    return escribir_word(documento, sin_imagenes).datos


def parrafo(texto: str, **como) -> Parrafo:
    return Parrafo((Tramo(texto),), **como)


@settings(max_examples=casos(20), deadline=None)
@given(st.text(max_size=200), st.text(max_size=60))
def test_todo_caracter_se_escribe(texto: str, rotulo: str):
    tabla = Tabla(((Celda(rotulo, "columna"),), (Celda(texto),)), 1, 1)
    firmas = Firmas((Firma(texto, rotulo, rotulo),), (texto,))
    datos = escrito(Titulo(rotulo, 2), parrafo(texto), tabla, firmas)
    esperado = "".join(limpio(t) for t in (rotulo, texto, rotulo, texto, texto, rotulo, texto, rotulo))
    assert apretado(Leido(datos).texto) == apretado(esperado.replace("\ufffe", "□").replace("\uffff", "□"))


@pytest.mark.parametrize(
    "escrito_asi", ["{0}", "%s", "%1", "<w:p/>", "&amp;", "**negrita**", "MERGEFIELD", "]]>"]
)
def test_lo_que_parece_marcado_sale_tal_cual(escrito_asi: str):
    celdas = ((Celda(escrito_asi),),)
    membrete = Membrete(escrito_asi, (Imagen("0", escrito_asi),), (escrito_asi,), escrito_asi)
    datos = escrito(
        parrafo(escrito_asi, vineta=escrito_asi), Tabla(celdas, 1, 0), membrete=membrete, por_corregir=("x",)
    )
    with ZipFile(BytesIO(datos)) as paquete:
        partes = [paquete.read(f"word/{nombre}.xml") for nombre in ("header1", "footer1")]
    arriba_y_abajo = "".join("".join(etree.fromstring(parte).itertext()) for parte in partes)
    assert arriba_y_abajo.count(escrito_asi) >= 4
    assert Leido(datos).texto.count(escrito_asi) == 3


@pytest.mark.parametrize("disposicion", ["portada", "oficio", "corrida"])
def test_con_nombres_de_doscientas_letras_cabe_todo(disposicion: str):
    firma = Firma(LARGO, LARGO, LARGO)
    bloques = (Titulo(LARGO, 1), parrafo(LARGO, vineta="✓"), Firmas((firma, firma, firma), (LARGO,)))
    leido = Leido(escrito(*bloques, membrete=Membrete(LARGO, (), (LARGO,), LARGO), disposicion=disposicion))
    assert apretado(leido.texto).count(LARGO) >= 12


def test_una_leyenda_que_no_cabe_en_la_hoja_se_dice_entera_al_empezar():
    leyenda = " ".join(f"palabra{n}" for n in range(400))
    assert apretado(leyenda) in apretado(Leido(escrito(parrafo("x"), membrete=Membrete(leyenda))).texto)


@pytest.mark.parametrize(
    "bloques",
    [
        (),
        (Tabla((), 0, 0),),
        (Tabla(((Celda("a"),),), 1, 1), Tabla(((Celda("b"),),), 1, 0)),
        (Firmas(()),),
        (Firmas((), ("ATENTAMENTE",)), Firmas((Firma("", ""),))),
        (Tabla(((Celda("", alto=3), Celda("b", ancho=4)), (), ()), 2, 1),),
    ],
)
def test_lo_vacio_y_lo_mal_armado_tambien_se_abre(bloques: tuple[Bloque, ...]):
    seccion = Seccion("Prueba", bloques, Membrete())
    datos = escribir_word(Documento("", "", date(2031, 7, 4), (seccion, seccion)), sin_imagenes).datos
    cuerpo = Leido(datos).word.element.body
    assert len(Leido(datos).word.sections) == 2
    ultimos = [p for p in cuerpo if p.tag.endswith(("}p", "}tbl"))]
    assert ultimos[-1].tag.endswith("}p"), "Word no abre el que acaba en cuadro"


def test_un_documento_sin_partes_se_puede_escribir():
    assert Leido(escribir_word(Documento("", "", date(2031, 7, 4), ()), sin_imagenes).datos).texto == ""


def test_sin_numerar_no_lleva_numeros_de_hoja():
    datos = escrito(parrafo("x"), membrete=Membrete(pie="Unidad"), numera_paginas=False)
    assert "fldSimple" not in Leido(datos).word.sections[0].footer._element.xml


def test_el_logotipo_que_no_se_entiende_deja_dicho_cual_era():
    membrete = Membrete(logos=(Imagen("roto", "Escudo del municipio"),))
    seccion = Seccion("Prueba", (parrafo("x"),), membrete)
    hecho = escribir_word(Documento("", "", date(2031, 7, 4), (seccion, seccion)), sin_imagenes)
    assert "Escudo del municipio" in Leido(hecho.datos).word.sections[0].header._element.xml
    (dicho,) = hecho.avisos
    assert "«Escudo del municipio»" in dicho and "en Oficina" in dicho


def test_el_logotipo_con_una_foto_o_un_degradado_que_aqui_no_se_pinta_no_sale_en_blanco_y_se_dice():
    for adentro in (
        "<image width='90' height='90' href='data:image/png;base64,"
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='/>",
        "<defs><linearGradient id='g'><stop offset='0' stop-color='red'/><stop offset='1' stop-color='blue'/>"
        "</linearGradient></defs><rect width='90' height='90' fill='url(#g)'/>",
    ):
        dibujo = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 90 90'>{adentro}</svg>".encode()
        membrete = Membrete(logos=(Imagen("escudo", "Escudo del municipio"),))
        seccion = Seccion("Prueba", (parrafo("x"),), membrete)
        hecho = escribir_word(
            Documento("", "", date(2031, 7, 4), (seccion,)), lambda _, dibujo=dibujo: dibujo
        )
        assert "Escudo del municipio" in Leido(hecho.datos).word.sections[0].header._element.xml
        assert any("«Escudo del municipio»" in dicho for dicho in hecho.avisos)


def test_el_jpeg_que_word_no_conoce_va_de_todos_modos():
    """El de Photoshop no dice JFIF ni Exif al empezar."""
    foto = BytesIO()
    Image.new("RGB", (40, 30), (200, 30, 60)).save(foto, "JPEG")
    de_photoshop = foto.getvalue().replace(b"JFIF", b"Nada")
    figuras = Figuras((Figura("foto", "Sesión"),), "cuarto", Origen("lugar", "2.3"))
    seccion = Seccion("Anexos", (figuras,), SIN_MEMBRETE)
    hecho = escribir_word(Documento("", "", date(2031, 7, 4), (seccion,)), lambda _: de_photoshop)
    assert hecho.avisos == ()
    assert any(parte.tag.endswith("}docPr") for parte in Leido(hecho.datos).word.element.body.iter())


@pytest.mark.parametrize("tamano", ["hoja", "media", "cuarto", "octavo"])
def test_las_figuras_van_con_su_pie_y_su_texto_para_quien_no_las_ve(tamano):
    foto = BytesIO()
    Image.new("RGB", (400, 300), (200, 30, 60)).save(foto, "JPEG")
    fotos = [Figura("foto", f"Foto de la sesión {n}", f"Anexo {n}. Sesión") for n in range(3)]
    figuras = Figuras((*fotos, Figura("rota", "Acuse")), tamano, Origen("lugar", "2.3"))
    seccion = Seccion("Anexos", (Titulo("ANEXOS", 1), figuras), SIN_MEMBRETE)
    documento = Documento("Prueba", "", date(2031, 7, 4), (seccion,))
    hecho = escribir_word(documento, lambda clave: {"foto": foto.getvalue()}[clave])
    assert hecho.avisos == ("No se pudo leer: Acuse En su lugar va su descripción. Adjúntela otra vez.",)
    leido = Leido(hecho.datos)
    puestas = [p.get("descr") for p in leido.word.element.body.iter() if p.tag.endswith("}docPr")]
    assert puestas == [f"Foto de la sesión {n}" for n in range(3)]
    assert [renglon for renglon in leido.texto.split("\n") if renglon] == [
        "ANEXOS", *(f"Anexo {n}. Sesión" for n in range(3)), "Acuse",
    ]  # fmt: skip
    lados = [(e.get("cx"), e.get("cy")) for e in leido.word.element.body.iter() if e.tag.endswith("}extent")]
    assert all(abs(int(ancho) / int(alto) - 4 / 3) < 0.01 for ancho, alto in lados)


def test_lo_que_dice_cual_hoja_es_no_se_queda_al_pie_de_la_anterior():
    hoja = Figuras((Figura("no está", "Hoja 2"),), "hoja", Origen("lugar", "2.3"))
    leido = Leido(escrito(parrafo("suelto"), parrafo("Anexo 5, hoja 2 de 2"), hoja))
    juntos = [p.text for p in leido.word.paragraphs if p.paragraph_format.keep_with_next]
    assert juntos == ["Anexo 5, hoja 2 de 2"]


def test_lo_que_sale_dos_veces_tiene_dos_marcadores():
    origen = Origen("renglon", "uno")
    leido = Leido(escrito(parrafo("a", origen=origen), parrafo("b", origen=origen)))
    assert leido.marcadores == [nombre_de_marca(origen), nombre_de_marca(origen, 2)]


def test_se_puede_cancelar():
    documento = Documento("", "", date(2031, 7, 4), (Seccion("a", (), Membrete()),))
    with pytest.raises(Cancelado):
        escribir_word(documento, sin_imagenes, cancelado=lambda: True)
    assert escribir_word(documento, sin_imagenes, cancelado=lambda: False) == escribir_word(
        documento, sin_imagenes
    )


def test_el_avance_llega_al_final():
    vistos: list[tuple[int, int]] = []
    documento = Documento("", "", date(2031, 7, 4), (Seccion("a", (), Membrete()),) * 3)
    escribir_word(documento, sin_imagenes, lambda hecho, total: vistos.append((hecho, total)))
    assert vistos == sorted(vistos) and vistos[-1] == (100, 100)


def test_el_pdf_no_carga_nada_de_word_ni_de_excel(tmp_path: Path):
    orden = (
        "import sys; from ut_escritorio.aplicacion import correr; "
        f"correr(['ejemplo', {str(tmp_path / 'a.sqlite')!r}]); "
        f"correr(['exportar', {str(tmp_path / 'a.sqlite')!r}, '--ejercicio', '2024', '--trimestre', '2', "
        f"'--salida', {str(tmp_path / 'i.pdf')!r}]); "
        "sys.exit(any(m.partition('.')[0] in ('docx', 'lxml', 'xlsxwriter') for m in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", orden], check=False, timeout=60).returncode == 0
