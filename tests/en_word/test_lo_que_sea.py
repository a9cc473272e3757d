"""Nada de lo que ella escribe se pierde en Word ni impide hacerlo; con los mismos datos, los mismos bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from PIL import Image

from tests.ejemplo.impreso import apretado, bloques_de
from tests.en_word.leer import Leido
from tests.firma.de_antes.informes import CASOS
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.periodos import Trimestre
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
from ut_escritorio.linea_de_comandos.ordenes import cumplir
from ut_escritorio.linea_de_comandos.pedidos import Ejemplo, Exportar, Nuevo
from ut_escritorio.servicios.archivo import expediente
from ut_escritorio.servicios.entrega.informe import documento_de

LARGO = "Ñá" * 100
SIN_MEMBRETE = Membrete()


def sin_imagenes(_: str) -> bytes:
    raise KeyError


def escrito(*bloques: Bloque, membrete: Membrete = SIN_MEMBRETE, disposicion="corrida", **cambios) -> bytes:
    seccion = Seccion("Prueba", bloques, membrete, disposicion)
    documento = Documento("Prueba", "Quien sea", date(2031, 7, 4), (seccion,), **cambios)
    return escribir_word(documento, sin_imagenes)


def parrafo(texto: str, **como) -> Parrafo:
    return Parrafo((Tramo(texto),), **como)


@settings(max_examples=40, deadline=None)
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
    datos = escribir_word(Documento("", "", date(2031, 7, 4), (seccion, seccion)), sin_imagenes)
    cuerpo = Leido(datos).word.element.body
    assert len(Leido(datos).word.sections) == 2
    ultimos = [p for p in cuerpo if p.tag.endswith(("}p", "}tbl"))]
    assert ultimos[-1].tag.endswith("}p"), "Word no abre el que acaba en cuadro"


def test_un_documento_sin_partes_se_puede_escribir():
    assert Leido(escribir_word(Documento("", "", date(2031, 7, 4), ()), sin_imagenes)).texto == ""


def test_sin_numerar_no_lleva_numeros_de_hoja():
    datos = escrito(parrafo("x"), membrete=Membrete(pie="Unidad"), numera_paginas=False)
    assert "fldSimple" not in Leido(datos).word.sections[0].footer._element.xml


def test_el_logotipo_que_no_se_entiende_deja_dicho_cual_era():
    datos = escrito(parrafo("x"), membrete=Membrete(logos=(Imagen("roto", "Escudo del municipio"),)))
    assert "Escudo del municipio" in Leido(datos).word.sections[0].header._element.xml


@pytest.mark.parametrize("tamano", ["hoja", "media", "cuarto", "octavo"])
def test_las_figuras_van_con_su_pie_y_su_texto_para_quien_no_las_ve(tamano):
    foto = BytesIO()
    Image.new("RGB", (400, 300), (200, 30, 60)).save(foto, "JPEG")
    fotos = [Figura("foto", f"Foto de la sesión {n}", f"Anexo {n}. Sesión") for n in range(3)]
    figuras = Figuras((*fotos, Figura("rota", "Acuse")), tamano, Origen("lugar", "2.3"))
    seccion = Seccion("Anexos", (Titulo("ANEXOS", 1), figuras), SIN_MEMBRETE)
    documento = Documento("Prueba", "", date(2031, 7, 4), (seccion,))
    leido = Leido(escribir_word(documento, lambda clave: {"foto": foto.getvalue()}[clave]))
    puestas = [p.get("descr") for p in leido.word.element.body.iter() if p.tag.endswith("}docPr")]
    assert puestas == [f"Foto de la sesión {n}" for n in range(3)]
    assert [renglon for renglon in leido.texto.split("\n") if renglon] == [
        "ANEXOS", *(f"Anexo {n}. Sesión" for n in range(3)), "Acuse",
    ]  # fmt: skip
    lados = [(e.get("cx"), e.get("cy")) for e in leido.word.element.body.iter() if e.tag.endswith("}extent")]
    assert all(abs(int(ancho) / int(alto) - 4 / 3) < 0.01 for ancho, alto in lados)


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


@pytest.mark.parametrize("nombre", CASOS)
def test_cada_informe_dice_en_word_lo_mismo_que_su_documento(nombre: str, tmp_path: Path):
    caso = CASOS[nombre]
    archivo, salida = tmp_path / "a.sqlite", tmp_path / "informe.docx"
    ahora = _reloj(caso.ejercicio, caso.trimestre)
    cumplir(Nuevo(archivo, caso.plan, caso.datos) if caso.plan else Ejemplo(archivo), ahora)
    cumplir(Exportar(archivo, caso.ejercicio, caso.trimestre, salida, forzar=False), ahora)
    with expediente.consultar(archivo, ahora) as abierto:
        documento = documento_de(abierto.foto(Trimestre(caso.ejercicio, caso.trimestre)))
    leido = Leido(salida.read_bytes())
    dicho = apretado(leido.texto)
    sueltos = [t for b in bloques_de(documento) for t in b.split() if t]
    assert all(trozo in dicho for trozo in sueltos)
    assert len(leido.word.sections) == len(documento.secciones)


def _reloj(ejercicio: int, trimestre: int):
    return lambda: datetime(ejercicio, 3 * trimestre, 28, 12)  # noqa: DTZ001


def test_con_los_mismos_datos_da_los_mismos_bytes_en_otros_procesos(tmp_path: Path):
    archivo = tmp_path / "a.sqlite"
    cumplir(Ejemplo(archivo), _reloj(2024, 2))
    huellas = set()
    for semilla in ("1", "2"):
        salida = tmp_path / f"{semilla}.docx"
        orden = [sys.executable, "-m", "ut_escritorio", "exportar", str(archivo), "--ejercicio", "2024"]
        subprocess.run(
            [*orden, "--trimestre", "2", "--salida", str(salida)],
            env=os.environ | {"PYTHONHASHSEED": semilla, "PYTHONUTF8": "1", "TZ": f"UTC{semilla}"},
            check=True,
            capture_output=True,
        )
        huellas.add(sha256(salida.read_bytes()).hexdigest())
    assert len(huellas) == 1


def test_el_pdf_no_carga_nada_de_word_ni_de_excel(tmp_path: Path):
    orden = (
        "import sys; from ut_escritorio.aplicacion import correr; "
        f"correr(['ejemplo', {str(tmp_path / 'a.sqlite')!r}]); "
        f"correr(['exportar', {str(tmp_path / 'a.sqlite')!r}, '--ejercicio', '2024', '--trimestre', '2', "
        f"'--salida', {str(tmp_path / 'i.pdf')!r}]); "
        "sys.exit(any(m.partition('.')[0] in ('docx', 'lxml', 'xlsxwriter') for m in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", orden], check=False, timeout=60).returncode == 0
