"""El libro de oficios en la terminal: el del ejemplo, entero, y el que sigue."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from tests.en_excel.leer import hojas_de
from tests.linea_de_comandos.test_programa import PLAN, correr


@pytest.fixture
def ejemplo(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    ruta = tmp_path / "ejemplo.sqlite"
    assert correr(capsys, "ejemplo", ruta)[0] == 0
    return ruta


def test_el_ejemplo_tiene_diecisiete_cada_uno_con_sus_lugares(
    ejemplo: Path, capsys: pytest.CaptureFixture[str]
):
    codigo, salida, _ = correr(capsys, "oficios", ejemplo, "--ejercicio", 2024, "--json")
    libro = {cada["folio"]: cada for cada in json.loads(salida)}
    assert codigo == 0
    assert {folio: cada["lugares"] for folio, cada in libro.items()} == {
        "UT/0822/2024": ["Remisión"],
        "UT/0771/2024": ["Remisión"],
        "UT/0763/2024": ["3.3 paso 4"],
        "UT/0712/2024": ["3.3 paso 4"],
        "UT/0655/2024": ["3.3 paso 2"],
        "UT/0656/2024": ["3.3 paso 2"],
        "UT/057/2024": ["3.3 paso 2"],
        "UT/0640/2024": ["1.1 paso 3", "1.2 paso 2"],
        "UT/0583/2024": ["1.2 paso 2"],
        "UT/0561/2024": ["1.2 paso 2"],
        "UT/0560/2024": ["1.2 paso 2"],
        "UT/0548/2024": ["1.2 paso 2"],
        "UT/0534/2024": ["1.2 paso 2"],
        "04/2024": ["2.3"],
        "03/2024": ["2.3"],
        "OGAIPO/DCCEADP/478/2024": ["2.3"],
        "OGAIPO/CG/036/2024": ["3.2 paso 1"],
    }
    assert libro["UT/0822/2024"] == {
        "folio": "UT/0822/2024",
        "sentido": "enviado",
        "fecha": "2024-07-04",
        "con": "Titular de la Unidad de Transparencia",
        "asunto": "Reporte Trimestral.",
        "clase": "",
        "lugares": ["Remisión"],
        "responde_a": "",
        "estado": "enviado",
    }
    assert libro["03/2024"]["fecha"] == "2024-04"
    assert libro["UT/0712/2024"]["con"] == "", "la convocatoria es del OGAIPO, pero el oficio no va a él"
    assert libro["OGAIPO/CG/036/2024"]["con"].startswith("Consejo General")
    assert salida.isascii(), "una tubería de Windows no es UTF-8"


def test_en_palabras_dice_el_que_sigue_y_lo_que_no_esta_aqui(
    ejemplo: Path, capsys: pytest.CaptureFixture[str]
):
    codigo, salida, _ = correr(capsys, "oficios", ejemplo, "--ejercicio", 2024)
    assert codigo == 0
    assert len(salida.splitlines()) == 19
    assert salida.splitlines()[0].startswith("UT/0822/2024 · 2024-07-04 · Titular")
    assert salida.splitlines()[-2:] == [
        "2024: 13 números entre el 0057 y el 0822. Los demás no están aquí (la serie la lleva la Unidad).",
        "Siguiente: UT/0823/2024",
    ]


def test_lo_recibido_lleva_su_flecha_y_lo_enviado_no(ejemplo: Path, capsys: pytest.CaptureFixture[str]):
    _, salida, _ = correr(capsys, "oficios", ejemplo, "--ejercicio", 2024)
    con_flecha = {renglon.split(" · ")[0] for renglon in salida.splitlines() if renglon.startswith("← ")}
    assert con_flecha == {"← OGAIPO/DCCEADP/478/2024", "← OGAIPO/CG/036/2024"}


def test_el_libro_sin_papeles_ni_serie_solo_dice_que_esta_vacio(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    archivo = tmp_path / "nuevo.sqlite"
    assert correr(capsys, "nuevo", archivo, "--plan", PLAN)[0] == 0
    assert correr(capsys, "oficios", archivo, "--ejercicio", 2031)[:2] == (
        0,
        "El libro de 2031 está vacío.\n",
    )


def test_de_un_anio_que_no_tiene_lo_dice(ejemplo: Path, capsys: pytest.CaptureFixture[str]):
    codigo, _, error = correr(capsys, "oficios", ejemplo, "--ejercicio", 2019)
    assert codigo == 2
    assert "no tiene el plan de 2019; tiene el de 2024" in error


def test_la_relacion_de_un_mes_queda_en_pdf_y_dice_los_que_no_tienen_fecha(
    ejemplo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    pdf = tmp_path / "mayo.pdf"
    codigo, salida, _ = correr(
        capsys, "oficios", ejemplo, "--ejercicio", 2024, "--relacion", "Mayo", "--salida", pdf
    )
    assert codigo == 0 and pdf.read_bytes().startswith(b"%PDF")
    assert salida.splitlines() == [
        f"Relación de oficios enviados, mayo de 2024: un oficio, quedó en {pdf}",
        "No van 11 oficios sin fecha.",
    ]


def test_la_relacion_tambien_se_da_en_excel_con_sus_fechas(
    ejemplo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    pedido = ["oficios", ejemplo, "--ejercicio", 2024, "--relacion", "2", "--cuales", "ambos", "--salida"]
    salida = tmp_path / "relacion.xlsx"
    assert correr(capsys, *pedido, salida)[0] == 0
    ((nombre, filas),) = hojas_de(salida.read_bytes()).items()
    assert nombre == "Relación de oficios enviados y…"
    assert filas[0][0] == "Relación de oficios enviados y recibidos"
    rotulos = [fila for fila in filas if fila[:3] == ["No.", "Oficio", "Fecha"]]
    assert [rotulo[3] for rotulo in rotulos] == ["A quién", "De quién"]
    cuerpo = [fila for fila in filas if isinstance(fila[0], float)]
    assert len(cuerpo) == 15 and date(2024, 5, 27) in [fila[2] for fila in cuerpo]
    codigo, _, error = correr(capsys, *pedido, tmp_path / "relacion.docx")
    assert (codigo, "termínelo en .pdf o .xlsx" in error) == (2, True)


@pytest.mark.parametrize(
    ("pedido", "dice"),
    [
        (("--relacion", "2", "--cuales", "ambos"), "enviados y recibidos, 2º trimestre 2024: 15 oficios"),
        (("--relacion", "todo"), "Relación de oficios enviados, 2024: 15 oficios"),
        (("--por-entregar",), "15 oficios"),
    ],
)
def test_la_de_un_trimestre_la_del_anio_y_la_lista_para_entregar(
    ejemplo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], pedido: tuple[str, ...], dice: str
):
    pdf = tmp_path / "hoja.pdf"
    codigo, salida, _ = correr(capsys, "oficios", ejemplo, "--ejercicio", 2024, *pedido, "--salida", pdf)
    assert codigo == 0 and dice in salida and pdf.exists()


@pytest.mark.parametrize(
    ("pedido", "dice"),
    [
        (("--relacion", "brumario", "--salida", "x.pdf"), "no es un mes"),
        (("--relacion", "5", "--salida", "x.pdf"), "no es un mes"),
        (("--relacion", "mayo"), "Falta decir: --salida"),
        (("--por-entregar", "--folio", "548", "--salida", "x.pdf"), "una sola cosa"),
        (("--relacion", "mayo", "--json", "--salida", "x.pdf"), "una sola cosa"),
        (("--cuales", "ambos"), "Falta decir: --relacion"),
        (("--relacion", "mayo", "--cuales", "otros", "--salida", "x.pdf"), "«otros» no es"),
    ],
)
def test_lo_que_no_se_entiende_se_dice(
    ejemplo: Path, capsys: pytest.CaptureFixture[str], pedido: tuple[str, ...], dice: str
):
    codigo, _, error = correr(capsys, "oficios", ejemplo, "--ejercicio", 2024, *pedido)
    assert codigo == 2 and dice in error
