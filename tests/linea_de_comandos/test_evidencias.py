"""Las evidencias en la terminal: decirlas, adjuntarlas y los anexos que van aparte."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.evidencias.archivos import HEIC, escaneo, foto
from tests.linea_de_comandos.test_oficios import ejemplo
from tests.linea_de_comandos.test_programa import correr
from tests.oficios.contra_el_libro import TRIMESTRE, ahora
from ut_escritorio.dominio.plan.anexos import LosAnexos
from ut_escritorio.servicios.archivo import expediente
from ut_escritorio.servicios.captura.renglones import nuevo_parrafo
from ut_escritorio.servicios.entrega import firma
from ut_escritorio.servicios.oficina.plan import anexar

__all__ = ["ejemplo"]
SEGUNDO = ("--ejercicio", 2024, "--trimestre", 2)
Consola = pytest.CaptureFixture[str]


@pytest.fixture
def fotos(tmp_path: Path) -> Path:
    (tmp_path / "IMG_1.jpg").write_bytes(foto())
    (tmp_path / "acuse.pdf").write_bytes(escaneo(2))
    (tmp_path / "IMG_2.heic").write_bytes(HEIC)
    return tmp_path


def test_sin_ninguna_lo_dice(ejemplo: Path, capsys: Consola):
    assert correr(capsys, "evidencias", ejemplo, *SEGUNDO)[:2] == (0, "No hay ninguna evidencia.\n")


def test_se_adjuntan_a_un_oficio_y_a_una_actividad_y_se_dicen(ejemplo: Path, fotos: Path, capsys: Consola):
    al_oficio = ("--a", "ut/548/2024", "--adjuntar", fotos / "acuse.pdf")
    codigo, salida, _ = correr(capsys, "evidencias", ejemplo, *SEGUNDO, *al_oficio)
    assert codigo == 0 and salida.startswith("Se adjuntó un PDF (")
    a_la_actividad = ("--a", "1.1", "--adjuntar", fotos / "IMG_1.jpg", fotos / "IMG_2.heic")
    codigo, salida, _ = correr(capsys, "evidencias", ejemplo, *SEGUNDO, *a_la_actividad)
    assert codigo == 0 and "No se adjuntó «IMG_2.heic»" in salida
    codigo, salida, _ = correr(capsys, "evidencias", ejemplo, *SEGUNDO, "--json")
    dichas = [(cada["donde"], cada["nombre"], cada["sale"], cada["anexo"]) for cada in json.loads(salida)]
    assert dichas == [("1.1", "IMG_1.jpg", True, None), ("1.2 paso 2", "acuse.pdf", False, None)]
    assert salida.isascii()
    _, salida, _ = correr(capsys, "evidencias", ejemplo, *SEGUNDO)
    assert "1.2 paso 2. Oficio UT/0548/2024." in salida and "PDF de 2 hojas" in salida


def test_si_ninguna_se_pudo_es_que_no_y_sin_a_quien_se_dice(ejemplo: Path, fotos: Path, capsys: Consola):
    mala = ("--adjuntar", fotos / "IMG_2.heic")
    assert correr(capsys, "evidencias", ejemplo, *SEGUNDO, "--a", "1.1", *mala)[0] == 1
    codigo, _, dicho = correr(capsys, "evidencias", ejemplo, *SEGUNDO, "--a", "9.9", *mala)
    assert codigo == 2 and "«9.9» no es un oficio de 2024 ni un lugar del plan" in dicho


def test_los_anexos_aparte_salen_en_su_pdf(ejemplo: Path, fotos: Path, capsys: Consola):
    pdf, anexos = fotos / "informe.pdf", fotos / "anexos.pdf"
    exporta = ("exportar", ejemplo, *SEGUNDO, "--salida", pdf, "--anexos", anexos)
    codigo, _, dicho = correr(capsys, *exporta)
    assert codigo == 2 and "no lleva anexos aparte" in dicho and not pdf.exists()
    correr(capsys, "evidencias", ejemplo, *SEGUNDO, "--a", "1.1", "--adjuntar", fotos / "IMG_1.jpg")
    with expediente.abrir(ejemplo, ahora) as exp:
        anexar(exp, TRIMESTRE, LosAnexos("aparte"))
    codigo, salida, _ = correr(capsys, *exporta)
    assert codigo == 0 and f"Los anexos, de una hoja, quedaron en {anexos}" in salida
    assert "ANEXO 1" in PdfReader(anexos).pages[0].extract_text()


def test_al_renglon_de_un_dia_y_de_vuelta_a_una_carpeta_sin_escribir_encima(
    ejemplo: Path, fotos: Path, capsys: Consola
):
    with expediente.abrir(ejemplo, ahora) as exp:
        nuevo_parrafo(exp, TRIMESTRE, "2.3", "Un párrafo no tiene día.")
    al_dia = ("--a", "2.3", "--fecha", "2024-04-09", "--adjuntar", fotos / "IMG_1.jpg", fotos / "acuse.pdf")
    assert correr(capsys, "evidencias", ejemplo, *SEGUNDO, *al_dia)[0] == 0
    correr(capsys, "evidencias", ejemplo, *SEGUNDO, "--a", "1.1", "--adjuntar", fotos / "acuse.pdf")
    _, salida, _ = correr(capsys, "evidencias", ejemplo, *SEGUNDO)
    assert "2.3. Sesión del 9 de abril de 2024." in salida
    for dia, por_que in (("2024-04-10", "no hay ningún renglón del 10/04/2024"),):
        otro = ("--a", "2.3", "--fecha", dia, "--adjuntar", fotos / "IMG_1.jpg")
        codigo, _, dicho = correr(capsys, "evidencias", ejemplo, *SEGUNDO, *otro)
        assert codigo == 2 and por_que in dicho
    carpeta = fotos / "todas"
    carpeta.mkdir()
    for cuantas in (2, 4):
        codigo, salida, _ = correr(capsys, "evidencias", ejemplo, *SEGUNDO, "--guardar-en", carpeta)
        assert codigo == 0 and len(salida.splitlines()) == 2 and len(list(carpeta.iterdir())) == cuantas
    nombres = sorted(ruta.name for ruta in carpeta.iterdir())
    assert nombres == ["1.1 - acuse (2).pdf", "1.1 - acuse.pdf", "2.3 - IMG_1 (2).jpg", "2.3 - IMG_1.jpg"]
    assert (carpeta / "1.1 - acuse.pdf").read_bytes() == (fotos / "acuse.pdf").read_bytes()
    codigo, _, dicho = correr(capsys, "evidencias", ejemplo, *SEGUNDO, "--guardar-en", fotos / "no está")
    assert codigo == 2 and "no está" in dicho


def test_lo_que_llego_despues_de_firmar_lo_dice_y_lo_firmado_no_cambia(
    ejemplo: Path, fotos: Path, capsys: Consola
):
    for adjunto in ("IMG_1.jpg", "acuse.pdf"):
        correr(capsys, "evidencias", ejemplo, *SEGUNDO, "--a", "UT/548/2024", "--adjuntar", fotos / adjunto)
        if adjunto == "IMG_1.jpg":
            with expediente.abrir(ejemplo, ahora) as exp:
                firma.firmar(exp, TRIMESTRE, date(2024, 7, 4))
    _, salida, _ = correr(capsys, "evidencias", ejemplo, *SEGUNDO, "--json")
    llego = {cada["nombre"]: cada["llego_despues_de_firmar"] for cada in json.loads(salida)}
    assert llego["IMG_1.jpg"] is None and llego["acuse.pdf"]
    _, salida, _ = correr(capsys, "evidencias", ejemplo, *SEGUNDO)
    assert salida.count("Llegó después de firmar, el ") == 1
    with expediente.consultar(ejemplo, ahora) as exp:
        (cambio,) = firma.que_cambio(exp, TRIMESTRE)
    assert (cambio.que, cambio.antes, cambio.ahora) == ("Una evidencia de 1.2 paso 2", "", "acuse.pdf")
