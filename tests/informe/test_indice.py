"""El índice: qué nombra, en qué hoja dice que está cada cosa y adónde lleva; en Word también."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from test_pdf_muestra import documento_de_muestra, parrafo

from tests.armado.informe import PLAN
from tests.en_word.leer import Leido
from tests.informe.lectura import leido
from tests.juez import NORMAS, dictamen
from tests.oficios.contra_el_libro import TRIMESTRE
from ut_escritorio.datos.toml.plan import leer_plan
from ut_escritorio.dominio.impreso.entradas import INDICE
from ut_escritorio.informe.armado.indice import con_indice
from ut_escritorio.informe.documento import Documento, Indice, Membrete, Seccion, Titulo
from ut_escritorio.informe.pdf import PdfEscrito, escribir_pdf
from ut_escritorio.rutas import recursos
from ut_escritorio.servicios.archivo import historia
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.entrega import firma
from ut_escritorio.servicios.entrega.firmado import FIRMADO
from ut_escritorio.servicios.entrega.informe import contenidos_de, documento_de, exportar
from ut_escritorio.servicios.oficina.plan import relacionar


def documento(exp: Expediente) -> Documento:
    return documento_de(exp.foto(TRIMESTRE))


def impreso(exp: Expediente) -> PdfEscrito:
    return escribir_pdf(documento(exp), contenidos_de(exp, exp.foto(TRIMESTRE)))


def dicho_por_el_indice(pdf: bytes) -> dict[str, int]:
    """Cada renglón, como se oye, con la hoja que dice."""
    renglones = (renglon.dicho for renglon in leido(pdf).todas("TOCI"))
    partidos = (re.fullmatch(r"(.+) (\d+)", renglon) for renglon in renglones)
    return {cada[1]: int(cada[2]) for cada in partidos if cada}


def en_las_hojas(pdf: bytes) -> dict[str, int]:
    """Cada marcador del PDF, con la hoja en que está."""
    lector = PdfReader(BytesIO(pdf))

    def de(marcas: list) -> Iterator[tuple[str, int]]:
        for marca in marcas:
            if isinstance(marca, list):
                yield from de(marca)
            else:
                yield marca["/Title"], lector.get_destination_page_number(marca) + 1

    return dict(de(lector.outline))


def test_dice_la_hoja_de_cada_parte_con_su_nombre_y_un_clic_lleva_a_ella(ejemplo: Expediente):
    assert not documento(ejemplo).con_indice
    relacionar(ejemplo, TRIMESTRE, "indice", True)
    hecho = impreso(ejemplo)
    assert hecho.datos == impreso(ejemplo).datos
    dichos, puestos = dicho_por_el_indice(hecho.datos), en_las_hojas(hecho.datos)
    assert (puestos.pop("Portada"), puestos.pop("Índice")) == (1, 2)
    assert list(dichos.values()) == list(puestos.values())
    assert all(dicho.startswith(puesto) for dicho, puesto in zip(dichos, puestos, strict=True))
    assert "Componente 1 – Normativa en transparencia fortalecida" in dichos
    assert "Actividad 1.1 – Carteles y video" in dichos
    (hoja,) = (h for h in PdfReader(BytesIO(hecho.datos)).pages if "/Annots" in h)
    enlaces = [enlace.get_object() for enlace in hoja["/Annots"]]
    assert hoja["/Tabs"] == "/S"
    assert [enlace["/Contents"] for enlace in enlaces] == [f"{d}, página {n}" for d, n in dichos.items()]
    paginas = [pagina.indirect_reference for pagina in PdfReader(BytesIO(hecho.datos)).pages]
    destinos = [enlace["/Dest"][0].idnum for enlace in enlaces]
    assert destinos == [paginas[n - 1].idnum for n in dichos.values()]


def test_lo_de_dentro_se_lee_dentro_de_su_parte(ejemplo: Expediente):
    relacionar(ejemplo, TRIMESTRE, "indice", True)
    (indice, *_) = leido(impreso(ejemplo).datos).todas("TOC")
    assert [cada.clase for cada in indice.dentro][:3] == ["TOCI", "TOCI", "TOC"]
    assert [cada.dicho[:13] for cada in indice.dentro[2].dentro] == ["Actividad 1.1", "Actividad 1.2"]


def test_se_quita_se_deshace_y_dos_veces_no_lo_repite(ejemplo: Expediente):
    antes = documento(ejemplo)
    for _ in range(2):
        relacionar(ejemplo, TRIMESTRE, "indice", True)
    assert [s.marcador for s in documento(ejemplo).secciones][:2] == ["Portada", "Índice"]
    assert len([b for s in documento(ejemplo).secciones for b in s.bloques if isinstance(b, Indice)]) == 1
    relacionar(ejemplo, TRIMESTRE, "indice", False)
    assert documento(ejemplo) == antes
    historia.deshacer(ejemplo)
    assert documento(ejemplo).con_indice


def test_firmado_con_indice_no_cambio_nada_y_se_guarda_entero(ejemplo: Expediente):
    relacionar(ejemplo, TRIMESTRE, "indice", True)
    suyo = documento(ejemplo)
    assert FIRMADO.de_json(FIRMADO.a_json(suyo), Documento) == suyo
    firma.firmar(ejemplo, TRIMESTRE, date(2024, 7, 4))
    antes = firma.pdf_firmado(ejemplo, TRIMESTRE)
    assert firma.que_cambio(ejemplo, TRIMESTRE) == ()
    relacionar(ejemplo, TRIMESTRE.siguiente, "indice", False)
    assert firma.pdf_firmado(ejemplo, TRIMESTRE) == antes


def largo(partes: int, nombre: str) -> Documento:
    """Un documento de tantas partes, cada una de una hoja, con su índice delante."""
    suyas = tuple(
        Seccion(f"{nombre} {n}", (Titulo("T", 2, marcador=f"Dentro de {n}"), parrafo("x")), Membrete())
        for n in range(partes)
    )
    delante = Seccion("Índice", (Titulo("ÍNDICE", 1), Indice()), Membrete(), origen=INDICE)
    return documento_de_muestra(secciones=con_indice(PLAN, (delante, *suyas)))


def test_el_anexo_dice_de_que_es_y_lo_que_no_se_nombra_no_va():
    anexos = (Titulo("ANEXO 1 · 2.3 · Capacitación", 2, marcador="Anexo 1"), Titulo("FICHA", 3))
    secciones = (
        Seccion("", (Indice(),), Membrete()),
        Seccion("Anexos", anexos, Membrete()),
        Seccion(" ", (parrafo("x"),), Membrete()),
    )
    (indice,) = con_indice(PLAN, secciones)[0].bloques
    assert isinstance(indice, Indice)
    assert [renglon.texto for renglon in indice.renglones] == ["Anexos", "ANEXO 1 · 2.3 · Capacitación"]


def test_si_ocupa_varias_hojas_los_numeros_las_cuentan():
    pdf = escribir_pdf(largo(120, "Parte"), {}.__getitem__).datos
    dichos, puestos = dicho_por_el_indice(pdf), en_las_hojas(pdf)
    assert puestos.pop("Índice") == 1 and len(dichos) == 240
    assert dichos == puestos
    assert puestos["Parte 0"] > 4


def test_un_nombre_larguisimo_sigue_en_otros_renglones_y_su_numero_va_en_el_ultimo():
    pdf = escribir_pdf(largo(2, "Nombre de veras larguísimo " * 200), {}.__getitem__).datos
    (uno, *_) = dicho_por_el_indice(pdf).items()
    assert uno[0].count("larguísimo") == 200 and uno[1] > 3
    enlaces = [h["/Annots"] for h in PdfReader(BytesIO(pdf)).pages if "/Annots" in h]
    assert len(enlaces) > 1, "el renglón pasa de hoja y en las dos se le puede dar clic"


@pytest.mark.timeout(600)
def test_el_juez_lo_aprueba(ejemplo: Expediente, tmp_path: Path):
    relacionar(ejemplo, TRIMESTRE, "indice", True)
    pdfs = {
        "indice": impreso(ejemplo).datos,
        "varias hojas": escribir_pdf(largo(120, "Parte"), {}.__getitem__).datos,
        "larguisimo": escribir_pdf(largo(2, "Nombre larguísimo " * 300), {}.__getitem__).datos,
    }
    (aparte := tmp_path / "juzgado").mkdir()
    assert dictamen(aparte, pdfs) == {(nombre, norma): True for nombre in pdfs for norma in NORMAS}


def test_en_word_cada_renglon_sabe_cual_es_su_parte_y_dice_su_pagina_del_pdf(
    ejemplo: Expediente, tmp_path: Path
):
    relacionar(ejemplo, TRIMESTRE, "indice", True)
    foto = ejemplo.foto(TRIMESTRE)
    hecho = exportar(foto, contenidos_de(ejemplo, foto), tmp_path / "informe.docx")
    assert any("Ctrl+E y F9" in aviso for aviso in hecho.avisos)
    word = Leido((tmp_path / "informe.docx").read_bytes())
    renglones = [p for p in word.word.paragraphs if p.style.name in ("toc 1", "toc 2")]
    dichos = dicho_por_el_indice(impreso(ejemplo).datos)
    assert [renglon.text for renglon in renglones] == [f"{dicho}\t{hoja}" for dicho, hoja in dichos.items()]
    pedidas = [re.search(r"PAGEREF (\w+)", renglon._p.xml) for renglon in renglones]
    assert all(pedida and pedida[1] in word.marcadores for pedida in pedidas)
    (donde,) = (p for p in word.word.paragraphs if pedidas[2] and f'w:name="{pedidas[2][1]}"' in p._p.xml)
    assert donde.text.startswith("Actividad 1.1")


def test_un_plan_puede_pedirlo_tras_la_portada_o_antes_de_la_ultima_firma(tmp_path: Path):
    plan = (recursos() / "planes" / "2024.toml").read_text(encoding="utf-8")
    escrito = plan.replace("[[ultima]]", '[[ultima]]\nindice = "ÍNDICE GENERAL"\n\n[[ultima]]', 1)
    (tmp_path / "plan.toml").write_text(escrito, encoding="utf-8")
    leido_ = leer_plan(tmp_path / "plan.toml").plan
    assert (leido_.ultima[0].clase, leido_.ultima[0].texto) == ("indice", "ÍNDICE GENERAL")
