"""Las cartas en la terminal: todas o las de unos folios, en un PDF que sale igual cada vez."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.linea_de_comandos.test_programa import PLAN, correr
from ut_escritorio.dominio.oficios.oficio import DelPapel, Oficio
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.renglones import Parte
from ut_escritorio.servicios.archivo import expediente
from ut_escritorio.servicios.oficios import anotar, cartas, tomar

SEGUNDO, HOY = Trimestre(2024, 2), date(2024, 7, 8)


@pytest.fixture
def ejemplo(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """El ejemplo con dos cartas ya con número y otra sin él."""
    ruta = tmp_path / "ejemplo.sqlite"
    assert correr(capsys, "ejemplo", ruta)[0] == 0
    with expediente.abrir(ruta, _ahora) as exp:
        uids: list[str] = []
        for _ in range(3):
            papel = DelPapel(HOY, partes=(Parte("destinatario", texto="la imprenta"),))
            oficio, _ = anotar.agregar(exp, SEGUNDO, Oficio("", papel=papel))
            cartas.con_plantilla(exp, SEGUNDO, oficio.uid, HOY, "actualizacion")
            uids.append(oficio.uid)
        tomar.tomar_seguidos(exp, SEGUNDO, uids[:2], HOY)
    return ruta


def _ahora() -> datetime:
    return datetime(2024, 7, 8, 10)  # noqa: DTZ001


def test_todas_las_del_anio_en_el_orden_de_sus_numeros(ejemplo: Path, tmp_path: Path, capsys):
    salida = tmp_path / "cartas.pdf"
    codigo, dicho, _ = correr(capsys, "oficios", ejemplo, "--ejercicio", 2024, "--salida", salida)
    assert codigo == 0
    assert dicho.startswith(f"4 cartas, en 4 hojas: {salida}") and "salieron como raya: 2" in dicho
    hojas = [hoja.extract_text() for hoja in PdfReader(salida).pages]
    folios = ["UT/0771/2024", "UT/0822/2024", "UT/0823/2024", "UT/0824/2024"]
    assert [next(f for f in folios if f in hoja) for hoja in hojas] == folios, "y las dos de remisión"


def test_las_de_unos_folios_salen_igual_cada_vez(ejemplo: Path, tmp_path: Path, capsys):
    salida = tmp_path / "cartas.pdf"
    orden = ("oficios", ejemplo, "--ejercicio", 2024, "--salida", salida, "--folio", "ut/824/2024")
    assert correr(capsys, *orden)[0] == 0
    antes = salida.read_bytes()
    assert correr(capsys, *orden)[0] == 0
    assert salida.read_bytes() == antes and len(PdfReader(salida).pages) == 1


def test_si_es_una_se_dice_una_y_si_nada_falta_no_se_dice_que_falte(ejemplo: Path, tmp_path: Path, capsys):
    salida = tmp_path / "carta.pdf"
    orden = ("oficios", ejemplo, "--ejercicio", 2024, "--salida", salida, "--folio", "UT/0822/2024")
    assert correr(capsys, *orden) == (0, f"Una carta, en una hoja: {salida}\n", "")


def test_sin_ninguna_carta_con_numero_la_respuesta_es_que_no(tmp_path: Path, capsys):
    archivo, salida = tmp_path / "nuevo.sqlite", tmp_path / "cartas.pdf"
    assert correr(capsys, "nuevo", archivo, "--plan", PLAN)[0] == 0
    assert correr(capsys, "oficios", archivo, "--ejercicio", 2031, "--salida", salida) == (
        1, "En 2031 no hay ninguna carta con número.\n", "",
    )  # fmt: skip
    assert not salida.exists()


@pytest.mark.parametrize(
    ("folio", "dice"),
    [
        ("UT/9999/2024", "No está en el libro: UT/9999/2024"),
        ("UT/0583/2024", "Sin carta que imprimir: UT/0583/2024"),
    ],
)
def test_el_que_no_esta_o_no_tiene_carta_se_dice(ejemplo: Path, tmp_path: Path, capsys, folio, dice):
    salida = tmp_path / "cartas.pdf"
    orden = ("oficios", ejemplo, "--ejercicio", 2024, "--salida", salida, "--folio", folio)
    codigo, _, error = correr(capsys, *orden)
    assert codigo == 2 and dice in error and not salida.exists()


def test_folio_sin_salida_no_se_entiende(ejemplo: Path, capsys):
    codigo, _, error = correr(capsys, "oficios", ejemplo, "--ejercicio", 2024, "--folio", "UT/0824/2024")
    assert codigo == 2 and "--salida" in error
