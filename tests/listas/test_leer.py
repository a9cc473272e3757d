"""Leer la lista que da la plataforma, en la forma en que llegue; y lo que no se debe abrir, dicho."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.listas.archivos import (
    NOMBRE,
    ROTULOS,
    bomba,
    con_una_celda_lejos,
    dejar,
    en_texto,
    libro,
    ods,
    que_miente,
    solicitudes,
)
from ut_escritorio.datos.disco import listas_de_afuera
from ut_escritorio.datos.disco.listas_de_afuera import FILAS, leer_listas
from ut_escritorio.datos.toml.de_fabrica.listas import como_se_llama
from ut_escritorio.dominio.numeros.listado import Listado, fecha_en, proponer_columnas
from ut_escritorio.errores import ErrorEsperado


def leidas(ruta: Path) -> tuple[Listado, ...]:
    return leer_listas(ruta, lambda: False)


def lo_que_dice(listado: Listado) -> list[tuple[str, date | None, str]]:
    """De cada fila, su folio, su día y su sexo, por las columnas que se proponen."""
    columnas = proponer_columnas(listado, {}, como_se_llama().columnas)
    assert (columnas.fecha, columnas.sexo, columnas.folio) == (3, 4, 1)
    filas = listado.filas[columnas.encabezado + 1 :]
    return [(str(fila[1]), fecha_en(fila[3]), str(fila[4])) for fila in filas]


TITULO = [("Reporte de solicitudes",), (), ("Del 1 de abril", "al 30 de junio")]
ESPERADAS = [(fila[1], fila[3], fila[4]) for fila in solicitudes()]


@pytest.mark.parametrize(
    ("nombre", "datos"),
    [
        ("lista.xlsx", libro(solicitudes())),
        (
            "con título.xlsx",
            libro(solicitudes(), TITULO),
        ),
        ("otra extensión.xls", libro(solicitudes())),
        ("lista.ods", ods(solicitudes())),
        ("utf8.csv", en_texto(solicitudes()).encode("utf-8")),
        ("con marca.csv", en_texto(solicitudes()).encode("utf-8-sig")),
        ("windows.csv", en_texto(solicitudes(), ";").encode("cp1252")),
        ("unicode.txt", en_texto(solicitudes(), "\t").encode("utf-16")),
    ],
    ids=lambda cual: cual if isinstance(cual, str) else "",
)
def test_se_lee_igual_en_cualquiera_de_sus_formas(tmp_path: Path, nombre: str, datos: bytes):
    (listado,) = leidas(dejar(tmp_path, nombre, datos))
    assert lo_que_dice(listado) == ESPERADAS
    assert "Fecha oficial de recepción" in listado.rotulos(
        proponer_columnas(listado, {}, como_se_llama().columnas).encabezado
    )


def test_de_una_formula_se_lee_lo_que_valia_y_no_se_calcula_nada(tmp_path: Path):
    import xlsxwriter

    ruta = tmp_path / "fórmulas.xlsx"
    hecho = xlsxwriter.Workbook(str(ruta))
    hoja = hecho.add_worksheet()
    hoja.write_row(0, 0, ROTULOS)
    hoja.write_formula(1, 1, '=HYPERLINK("http://x.invalid","f")', None, "folio-1")
    hoja.write_formula(1, 3, "=DATE(2031,4,9)", None, 47947)
    hoja.write_formula(1, 4, '=WEBSERVICE("http://x.invalid")', None, "Mujer")
    hecho.close()
    (listado,) = leidas(ruta)
    assert lo_que_dice(listado) == [("folio-1", date(2031, 4, 9), "Mujer")]


def test_de_varias_hojas_van_las_que_dicen_algo(tmp_path: Path):
    import xlsxwriter

    ruta = tmp_path / "dos.xlsx"
    hecho = xlsxwriter.Workbook(str(ruta))
    hecho.add_worksheet("Vacía")
    hecho.add_worksheet("Solicitudes").write_row(0, 0, ROTULOS)
    hecho.add_worksheet("Notas").write(0, 0, "nota")
    hecho.close()
    assert [hoja.nombre for hoja in leidas(ruta)] == ["Solicitudes", "Notas"]


MALAS = {
    "bomba.xlsx": (bomba, "guarda demasiado"),
    "miente.xlsx": (que_miente, "dañado"),
    "lejos.xlsx": (con_una_celda_lejos, f"más de {FILAS:,} filas"),
    "cortada.xlsx": (lambda: libro(solicitudes())[:-900], "dañado"),
    "a medias.xlsx": (lambda: libro(solicitudes())[:300], "dañado"),
    "nada.xlsx": (lambda: b"", "no dice nada"),
    "en blanco.csv": (lambda: b"\r\n ; ;\r\n", "no dice nada"),
    "página.xls": (lambda: b"<html><table><tr><td>Folio</td></tr></table></html>", "una página"),
    "otra cosa.xlsx": (lambda: b"%PDF-1.7 esto es un PDF", "es un PDF"),
    "foto.csv": (lambda: b"\x89PNG\r\n\x1a\n\0\0", "es una imagen"),
    "programa.csv": (lambda: b"MZ\x90\0\x03\0\0", "no es una lista"),
    "con contraseña.xlsx": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "contraseña",
    ),
    "roto.xls": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4096, "no se deja leer"),
    "otro zip.xlsx": (lambda: dentro_de_un_zip("hola.txt", b"hola"), "no se deja leer"),
    "millón.csv": (lambda: b"a,b\r\n" * 1_000_000, f"más de {FILAS:,} filas"),
    "ancha.csv": (lambda: b"a," * 5000, "columnas"),
}  # fmt: skip


def dentro_de_un_zip(nombre: str, datos: bytes) -> bytes:
    import zipfile
    from io import BytesIO

    salida = BytesIO()
    with zipfile.ZipFile(salida, "w") as dentro:
        dentro.writestr(nombre, datos)
    return salida.getvalue()


@pytest.mark.parametrize("nombre", MALAS)
def test_lo_que_no_se_debe_abrir_se_nombra_y_se_dice_por_que(tmp_path: Path, nombre: str):
    hacer, dicho = MALAS[nombre]
    ruta = dejar(tmp_path, nombre, hacer())
    with pytest.raises(ErrorEsperado) as error:
        leidas(ruta)
    assert f"«{nombre}»" in str(error.value)
    assert dicho in str(error.value)


def test_la_que_pesa_de_mas_la_que_no_esta_y_la_que_se_cancela(tmp_path: Path, monkeypatch):
    with pytest.raises(ErrorEsperado, match=r"no está\.csv"):
        leidas(tmp_path / "no está.csv")
    ruta = dejar(tmp_path, "lista.xlsx", libro(solicitudes()))
    with pytest.raises(ErrorEsperado, match="se canceló"):
        leer_listas(ruta, lambda: True)
    monkeypatch.setattr(listas_de_afuera, "TOPE", 100)
    with pytest.raises(ErrorEsperado, match="pesa más de"):
        leidas(ruta)


@pytest.mark.parametrize(
    ("dato", "dia"),
    [
        (date(2031, 4, 9), date(2031, 4, 9)),
        (47947, date(2031, 4, 9)),
        (47947.75, date(2031, 4, 9)),
        ("47947", date(2031, 4, 9)),
        ("09/04/2031", date(2031, 4, 9)),
        ("9/4/31", date(2031, 4, 9)),
        ("2031-04-09T10:41:22", date(2031, 4, 9)),
        ("09/04/2031 10:41:22 a. m.", date(2031, 4, 9)),
        ("9 de abril de 2031", date(2031, 4, 9)),
        ("9/4", None),
        ("15", None),
        ("", None),
        (-3, None),
        (float("nan"), None),
        (1e300, None),
        ("Total: 74", None),
        ("31/02/2031", None),
    ],
)
def test_las_fechas_llegan_como_texto_como_numero_o_como_fecha(dato, dia):
    assert fecha_en(dato) == dia


def test_del_archivo_no_queda_nada_abierto_ni_cambia(tmp_path: Path):
    ruta = dejar(tmp_path, "lista.xlsx", libro(solicitudes()))
    antes = ruta.read_bytes()
    leidas(ruta)
    assert ruta.read_bytes() == antes
    ruta.rename(tmp_path / "otro nombre.xlsx")
    (tmp_path / "otro nombre.xlsx").unlink()
    assert NOMBRE.encode() not in b"".join(p.read_bytes() for p in tmp_path.iterdir())
