"""Comparar un trimestre con otros dos, en la terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.datos.conftest import archivo, exp, molde
from tests.linea_de_comandos.test_programa import correr

__all__ = ["archivo", "exp", "molde"]


def test_se_dice_en_frases_o_en_json_y_el_archivo_queda_igual(
    archivo: Path, capsys: pytest.CaptureFixture[str]
):
    antes = archivo.read_bytes()
    pedido = ("comparar", archivo, "--ejercicio", 2031, "--trimestre", 2)
    codigo, dicho, _ = correr(capsys, *pedido)
    assert codigo == 0
    assert "Del 2º trimestre 2030 no hay dato." in dicho
    codigo, dicho, _ = correr(capsys, *pedido, "--json")
    contra = json.loads(dicho)[0]["hace_un_anio"]
    assert (contra["ejercicio"], contra["meses"], contra["otro"], contra["diferencia"]) == (
        2030, [], None, None,
    )  # fmt: skip
    assert archivo.read_bytes() == antes
    assert correr(capsys, "comparar", archivo, "--ejercicio", 2030, "--trimestre", 2)[0] == 2
