"""Las órdenes respaldar y comprobar: 0 sano o hecho, 1 dañado, 2 no se pudo."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.datos.oficina import PLAN
from tests.linea_de_comandos.test_programa import correr


def test_respaldar_dice_el_nombre_y_comprobar_que_esta_sano(
    archivo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    carpeta = tmp_path / "Respaldos #1"
    carpeta.mkdir()
    antes = archivo.read_bytes()
    codigo, dicho, error = correr(capsys, "respaldar", archivo, "--en", carpeta)
    (copia,) = carpeta.iterdir()
    assert (codigo, dicho, error) == (0, f"El respaldo quedó en {copia}\n", "")
    assert archivo.read_bytes() == antes
    codigo, dicho, _ = correr(capsys, "comprobar", copia)
    assert (codigo, "está sano y completo" in dicho) == (0, True)


def test_comprobar_algo_danado_contesta_que_no(archivo: Path, capsys: pytest.CaptureFixture[str]):
    archivo.write_bytes(archivo.read_bytes()[:-4096])
    codigo, dicho, error = correr(capsys, "comprobar", archivo)
    assert (codigo, error) == (1, "")
    assert "dañado" in dicho or "le falta una parte" in dicho
    assert correr(capsys, "comprobar", PLAN)[0] == 1


def test_lo_que_no_se_puede(archivo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    for pedido, frase in (
        (["comprobar", tmp_path / "no hay.sqlite"], "No existe"),
        (["comprobar"], "Falta decir: ARCHIVO"),
        (["respaldar", archivo, "--en", tmp_path / "no hay"], "No existe la carpeta"),
        (["respaldar", tmp_path / "no hay.sqlite", "--en", tmp_path], "No existe"),
        (["respaldar", archivo], "Falta decir: --en"),
        (["respaldar", PLAN, "--en", tmp_path], "no es un archivo de este programa"),
    ):
        codigo, dicho, error = correr(capsys, *pedido)
        assert (codigo, dicho) == (2, "")
        assert frase in error
        assert [cosa for cosa in tmp_path.iterdir() if cosa.is_file()] == [archivo]
