"""El mismo trabajo, de crear a exportar, en las carpetas que hay en Windows."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.datos import oficina
from tests.datos.oficina import ABRIL, TRIMESTRE
from ut_escritorio.servicios.archivo import expediente
from ut_escritorio.servicios.captura.numeros import capturar
from ut_escritorio.servicios.entrega.informe import contenidos_de, exportar

CARPETAS = [
    "Año de la Ñandú",
    "100% #1 & más",
    "  con  espacios (copia)",
    "l'été ~1 $HOME %TEMP%",
    "日本 ☎",
]


def un_dia_de_trabajo(ruta: Path) -> None:
    """Crear, anotar, cerrar, volver a abrir, consultar y exportar; no deja restos."""
    with oficina.nuevo(ruta) as exp:
        capturar(exp, TRIMESTRE, ABRIL, 78)
    with oficina.abrir(ruta) as exp:
        assert exp.foto(TRIMESTRE).conteos.en(ABRIL) == 78
    with expediente.consultar(ruta, oficina.ahora) as exp:
        foto = exp.foto(TRIMESTRE)
        exportar(foto, contenidos_de(exp, foto), ruta.with_suffix(".pdf"))
    assert sorted(cosa.name for cosa in ruta.parent.iterdir()) == [f"{ruta.stem}.pdf", ruta.name]


@pytest.mark.parametrize("nombre", CARPETAS)
def test_con_enes_espacios_y_signos(tmp_path: Path, nombre: str):
    carpeta = tmp_path / nombre
    carpeta.mkdir()
    un_dia_de_trabajo(carpeta / f"{nombre.strip()}.sqlite")


@pytest.mark.parametrize("largo", [237, 245])
def test_en_una_ruta_larga(tmp_path: Path, largo: int):
    carpeta = tmp_path
    while len(str(carpeta)) < largo - 80:
        carpeta /= "informes de la unidad de transparencia"
    carpeta.mkdir(parents=True, exist_ok=True)
    relleno = "x" * (largo - len(str(carpeta)) - len("/.sqlite"))
    un_dia_de_trabajo(carpeta / f"{relleno}.sqlite")


def test_dicha_desde_la_carpeta_en_que_se_esta(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    un_dia_de_trabajo(Path("oficina.sqlite"))


@pytest.mark.skipif(
    "UT_CARPETA_DE_RED" not in os.environ, reason="la carpeta de red la pone el banco de Windows"
)
def test_en_una_carpeta_de_otro_equipo_de_la_red():
    carpeta = Path(os.environ["UT_CARPETA_DE_RED"]) / "Año #1"
    assert carpeta.drive.startswith("\\\\")
    carpeta.mkdir()
    try:
        un_dia_de_trabajo(carpeta / "oficina.sqlite")
    finally:
        for cosa in carpeta.iterdir():
            cosa.unlink()
        carpeta.rmdir()
