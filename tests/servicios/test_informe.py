"""El informe en PDF sale entero a su destino, o se dice por qué no y nada se pierde."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader

from tests.datos.oficina import PASO, TRIMESTRE
from tests.en_excel.leer import hojas_de
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.captura.renglones import guardar_renglon, nuevo_parrafo, quitar_parrafo
from ut_escritorio.servicios.entrega.firma import abrir_para_corregir, documento_firmado, firmar
from ut_escritorio.servicios.entrega.formatos import formato_de
from ut_escritorio.servicios.entrega.informe import Exportado, contenidos_de, exportar, nombre_de_informe
from ut_escritorio.servicios.oficios.del_informe import oficios_para

ANTERIOR = b"%PDF-1.4 el anterior"


def texto_de(pdf: Path) -> str:
    return "\n".join(pagina.extract_text() for pagina in PdfReader(BytesIO(pdf.read_bytes())).pages)


def test_el_informe_dice_lo_anotado(exp: Expediente, tmp_path: Path):
    renglon = exp.foto(TRIMESTRE).renglones[0]
    guardar_renglon(exp, TRIMESTRE, replace(renglon, asunto="las actas de sesión", junto=False))
    parrafo, _ = nuevo_parrafo(exp, TRIMESTRE, PASO, "Se termina con {llaves} y **estrellas**.")
    foto = exp.foto(TRIMESTRE)
    hecho = exportar(foto, contenidos_de(exp, foto), tmp_path / nombre_de_informe(foto))
    assert hecho.ruta.name == "Informe 2º trimestre 2031.pdf"
    texto = texto_de(hecho.ruta)
    assert "Se termina con {llaves} y **estrellas**." in texto
    assert "PR/0822/2031" in texto
    assert len(PdfReader(hecho.ruta).pages) == hecho.paginas
    hoja = PdfReader(hecho.ruta).pages[hecho.hojas[f"parrafo:{parrafo.uid}"] - 1]
    assert "Se termina con" in hoja.extract_text()


def test_en_word_dice_lo_mismo_y_si_esta_firmado_lo_que_se_firmo(exp: Expediente, tmp_path: Path):
    def en_word(nombre: str, **como: bool) -> tuple[Exportado, str]:
        foto = exp.foto(TRIMESTRE)
        hecho = exportar(foto, contenidos_de(exp, foto), tmp_path / f"{nombre}.docx", **como)
        return hecho, "\n".join(parrafo.text for parrafo in Document(str(hecho.ruta)).paragraphs)

    parrafo, _ = nuevo_parrafo(exp, TRIMESTRE, PASO, "Lo que se va a firmar.")
    hecho, dicho = en_word("antes")
    assert (hecho.formato, hecho.firmado, hecho.paginas) == ("Word", False, 0)
    assert "Lo que se va a firmar." in dicho
    firmar(exp, TRIMESTRE, date(2031, 7, 4))
    hecho, dicho = en_word("firmado")
    assert hecho.firmado and "Lo que se va a firmar." in dicho
    firmado = (tmp_path / "firmado.docx").read_bytes()
    hecho, _ = en_word("de_hoy", datos_de_hoy=True)
    assert not hecho.firmado and "Son los datos de hoy" in hecho.por_corregir[0]
    abrir_para_corregir(exp, TRIMESTRE, "Faltó algo")
    quitar_parrafo(exp, TRIMESTRE, parrafo.uid)
    assert "Lo que se va a firmar." not in en_word("corregido")[1]
    exp.cerrar()
    assert firmado == (tmp_path / "firmado.docx").read_bytes()


def test_en_excel_lo_firmado_es_lo_que_se_firmo_y_lo_de_hoy_es_un_borrador(exp: Expediente, tmp_path: Path):
    firmar(exp, TRIMESTRE, date(2031, 7, 4))
    foto = exp.foto(TRIMESTRE)
    salida = tmp_path / "i.xlsx"
    oficios = oficios_para(exp, TRIMESTRE, salida)
    hecho = exportar(foto, contenidos_de(exp, foto), salida, oficios=oficios)
    assert (hecho.formato, hecho.firmado) == ("Excel", True)
    firmado = hojas_de(salida.read_bytes())
    exportar(foto, contenidos_de(exp, foto), salida, datos_de_hoy=True, oficios=oficios)
    de_hoy = hojas_de(salida.read_bytes())
    assert ["BORRADOR"] in de_hoy["Informe"]
    assert (["BORRADOR"] in firmado["Informe"]) == documento_firmado(exp, TRIMESTRE).borrador
    assert firmado["Renglones"] == de_hoy["Renglones"] and len(firmado["Renglones"]) > 1
    assert firmado["Oficios"] == de_hoy["Oficios"] and len(firmado["Oficios"]) == 1 + len(oficios)


@pytest.mark.parametrize("nombre", ["informe.docx", "informe.xlsx"])
def test_si_esta_abierto_en_word_o_el_disco_se_llena_lo_de_antes_queda(
    nombre: str, exp: Expediente, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    salida, foto = tmp_path / nombre, exp.foto(TRIMESTRE)
    salida.write_bytes(b"PK\x03\x04 el anterior")
    for error, dicho in (
        (PermissionError(13, "lo usa otro proceso"), f"«{nombre}» está abierto en otro programa"),
        (OSError(errno.ENOSPC, "lleno"), "El disco está lleno"),
    ):

        def falla(*_: object, error: OSError = error) -> None:
            raise error

        monkeypatch.setattr(os, "replace", falla)
        with pytest.raises(ErrorEsperado, match=dicho):
            exportar(foto, contenidos_de(exp, foto), salida)
    assert salida.read_bytes() == b"PK\x03\x04 el anterior"
    assert not list(tmp_path.glob(".*.tmp"))


def test_los_mismos_datos_dan_los_mismos_octetos(exp: Expediente, tmp_path: Path):
    foto = exp.foto(TRIMESTRE)
    uno = exportar(foto, contenidos_de(exp, foto), tmp_path / "uno.pdf")
    dos = exportar(exp.foto(TRIMESTRE), exp.contenido, tmp_path / "dos.pdf")
    assert uno.ruta.read_bytes() == dos.ruta.read_bytes()


def test_cancelar_deja_el_pdf_anterior(exp: Expediente, tmp_path: Path):
    salida = tmp_path / "informe.pdf"
    salida.write_bytes(ANTERIOR)
    foto = exp.foto(TRIMESTRE)
    with pytest.raises(ErrorEsperado, match="se canceló"):
        exportar(foto, contenidos_de(exp, foto), salida, cancelado=lambda: True)
    assert salida.read_bytes() == ANTERIOR
    assert not list(tmp_path.glob(".*.tmp"))


def test_un_destino_abierto_en_otro_programa_se_dice(
    exp: Expediente, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    salida = tmp_path / "informe.pdf"
    salida.write_bytes(ANTERIOR)

    def ocupado(*_: object) -> None:
        raise PermissionError(13, "lo usa otro proceso")

    monkeypatch.setattr(os, "replace", ocupado)
    foto = exp.foto(TRIMESTRE)
    with pytest.raises(ErrorEsperado, match="«informe.pdf» está abierto en otro programa"):
        exportar(foto, contenidos_de(exp, foto), salida)
    assert salida.read_bytes() == ANTERIOR
    assert not list(tmp_path.glob(".*.tmp"))


def test_un_destino_imposible_se_dice_antes_de_hacer_el_trabajo(exp: Expediente, tmp_path: Path):
    avances: list[int] = []
    foto = exp.foto(TRIMESTRE)
    with pytest.raises(ErrorEsperado, match="No existe la carpeta"):
        exportar(foto, {}, tmp_path / "no hay" / "x.pdf", avance=lambda hecho, _: avances.append(hecho))
    assert avances == []


def test_un_archivo_de_trabajo_no_se_vuelve_pdf(exp: Expediente):
    foto = exp.foto(TRIMESTRE)
    antes = exp.ruta.read_bytes()
    with pytest.raises(ErrorEsperado, match="es un archivo de trabajo y no se cambió. Elija otro nombre"):
        exportar(foto, contenidos_de(exp, foto), exp.ruta)
    assert exp.ruta.read_bytes() == antes


@pytest.mark.parametrize(
    ("nombre", "no_es"),
    [("carta.pdf", "no es un PDF"), ("carta.DOCX", "no es de Word"), ("carta.xlsx", "no es de Excel")],
)
def test_lo_que_es_de_otra_clase_no_se_pisa(nombre: str, no_es: str, exp: Expediente, tmp_path: Path):
    salida = tmp_path / nombre
    salida.write_bytes(b"una carta")
    foto = exp.foto(TRIMESTRE)
    with pytest.raises(ErrorEsperado, match=f"{no_es} y no se cambió"):
        exportar(foto, contenidos_de(exp, foto), salida)
    assert salida.read_bytes() == b"una carta"


def test_sobre_un_archivo_vacio_si_se_exporta(exp: Expediente, tmp_path: Path):
    salida = tmp_path / "informe.pdf"
    salida.touch()
    foto = exp.foto(TRIMESTRE)
    assert exportar(foto, contenidos_de(exp, foto), salida).paginas


def test_el_nombre_que_no_sirve_dice_en_que_acabarlo_sean_cuantos_sean():
    for admite, como in ((("PDF",), ".pdf"), (("PDF", "Excel"), ".pdf o .xlsx")):
        with pytest.raises(ErrorEsperado, match=rf"«i\.txt» no dice en qué hacerlo: termínelo en {como}\."):
            formato_de(Path("i.txt"), admite)
