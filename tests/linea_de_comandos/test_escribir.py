"""Treinta cartas desde la terminal: de un archivo de áreas, cada una con su número, todas o ninguna."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests.linea_de_comandos.test_programa import correr

TREINTA = "Área,Titular,Cargo\n" + "".join(
    f"Área {n},Titular {n},Director\n" if n % 2 else f"Área {n}\n" for n in range(1, 31)
)


@pytest.fixture
def ejemplo(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    ruta = tmp_path / "ejemplo.sqlite"
    assert correr(capsys, "ejemplo", ruta)[0] == 0
    return ruta


@pytest.fixture
def areas(tmp_path: Path) -> Path:
    ruta = tmp_path / "áreas.csv"
    ruta.write_text(TREINTA, encoding="utf-8-sig")
    return ruta


def libro(capsys: Any, ejemplo: Path, *mas: object) -> list[dict[str, Any]]:
    return json.loads(correr(capsys, "oficios", ejemplo, "--ejercicio", 2024, "--json", *mas)[1])


def orden(ejemplo: Path, areas: Path, *mas: object) -> tuple[object, ...]:
    de_plantilla = ("--plantilla", "solicitud de actualizacion", "--dato", "modulo=Horarios")
    return ("escribir", ejemplo, "--ejercicio", 2024, "--areas", areas, *de_plantilla, *mas)


DIA = ("--fecha", "2024-06-12")


def test_treinta_areas_de_un_csv_con_sus_numeros_y_en_un_pdf(
    ejemplo: Path, areas: Path, tmp_path: Path, capsys
):
    salida = tmp_path / "cartas.pdf"
    codigo, dicho, _ = correr(capsys, *orden(ejemplo, areas, *DIA, "--paso", "1.2/2", "--salida", salida))
    assert codigo == 0
    assert dicho.splitlines()[0] == "Se tomaron 30 números: de UT/0823/2024 a UT/0852/2024."
    hojas = [hoja.extract_text() for hoja in PdfReader(salida).pages]
    assert len(hojas) == 30
    assert "TITULAR 1" in hojas[0] and "UT/0823/2024" in hojas[0] and "Horarios" in hojas[0]
    suyas = [cada for cada in libro(capsys, ejemplo) if cada["con"].startswith("Área ")]
    assert sorted(cada["folio"] for cada in suyas) == [f"UT/{n:04}/2024" for n in range(823, 853)]
    assert {(cada["fecha"], cada["clase"]) for cada in suyas} == {("2024-06-12", "Solicitud")}
    assert all(cada["lugares"] == ["1.2 paso 2"] for cada in suyas)


@pytest.mark.parametrize(("separador", "letras"), [("\t", "utf-8"), (";", "cp1252"), (",", "utf-8-sig")])
def test_se_lee_como_lo_guarda_excel(ejemplo: Path, tmp_path: Path, capsys, separador: str, letras: str):
    ruta = tmp_path / "unas.txt"
    renglon = separador.join(("Dirección de Niñez", "Ana Ruiz", "Directora"))
    ruta.write_bytes(f"{renglon}\r\nTesorería Municipal\r\n".encode(letras))
    codigo, dicho, _ = correr(capsys, *orden(ejemplo, ruta, *DIA))
    assert (codigo, dicho) == (0, "Se tomaron 2 números: de UT/0823/2024 a UT/0824/2024.\n")
    assert {"Dirección de Niñez", "Tesorería Municipal"} <= {cada["con"] for cada in libro(capsys, ejemplo)}


def no_se_puede(tmp_path: Path) -> list[tuple[str | bytes | None, tuple[object, ...], str]]:
    return [
        (None, (), "no se deja leer"),
        ("", (), "No se escribió ninguna carta: el archivo no trae ninguna área"),
        ("a,b,c,d", (), "el renglón 1 trae 4 columnas"),
        ("Obras\nobras", (), "«obras» está en los renglones 1 y 2"),
        (b"PK\x03\x04\0\0", (), "no es de texto. En Excel, guárdelo como CSV"),
        ("Obras", ("--plantilla", "la que sea"), "No hay una plantilla «la que sea»; hay "),
        ("Obras", ("--dato", "color=azul"), "no pide «color»: pide modulo y fundamento"),
        ("Obras", ("--paso", "9.9"), "no tiene el lugar «9.9»"),
        ("Obras", ("--fecha", "2023-12-31"), "El 31/12/2023 no es de 2024"),
        ("Obras", ("--salida", tmp_path), "es una carpeta"),
        ("Obras", ("--salida", tmp_path / "unas.txt"), "ya existe, no es un PDF"),
    ]


def test_lo_que_no_se_puede_se_dice_y_no_toma_ningun_numero(ejemplo: Path, tmp_path: Path, capsys):
    antes, ruta = libro(capsys, ejemplo), tmp_path / "unas.txt"
    for texto, mas, dice in no_se_puede(tmp_path):
        ruta.unlink(missing_ok=True)
        if texto is not None:
            ruta.write_bytes(texto if isinstance(texto, bytes) else texto.encode())
        codigo, _, error = correr(capsys, *orden(ejemplo, ruta, *DIA, *mas))
        assert (codigo, dice in error) == (2, True), error
        assert libro(capsys, ejemplo) == antes, dice


def test_lo_que_espera_respuesta_lo_mas_viejo_primero_con_sus_dias(
    ejemplo: Path, areas: Path, tmp_path: Path, capsys
):
    sin_contestar = ("oficios", ejemplo, "--ejercicio", 2024, "--sin-contestar")
    assert correr(capsys, *sin_contestar)[1] == "Ningún oficio espera respuesta.\n"
    for dia in ("2024-05-06", "2024-06-12"):
        salida = tmp_path / f"{dia}.pdf"
        assert correr(capsys, *orden(ejemplo, areas, "--fecha", dia, "--salida", salida))[0] == 0
    esperan = libro(capsys, ejemplo, "--sin-contestar")
    assert len(esperan) == 60 and esperan[0]["folio"] == "UT/0823/2024"
    dias = [cada["dias_habiles"] for cada in esperan]
    assert dias == sorted(dias, reverse=True) and dias[0] > dias[-1] > 0
    primero = correr(capsys, *sin_contestar)[1].splitlines()[0]
    assert primero.startswith("UT/0823/2024 · 2024-05-06") and primero.endswith(" días hábiles")
    hoja = tmp_path / "hoja.pdf"
    assert "60 oficios" in correr(capsys, *sin_contestar, "--salida", hoja)[1]
    assert len(PdfReader(hoja).pages) > 1
