"""Entregar una parte y recibirla, en la terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.datos.oficina import TRIMESTRE, abrir
from tests.linea_de_comandos.test_programa import correr
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.servicios.captura.numeros import capturar

MAYO = Casilla("visitas", 2, 5)
DEL_TRIMESTRE = ("--ejercicio", 2031, "--trimestre", 2)


def test_se_entrega_con_su_nombre_se_ve_y_se_recibe(
    archivo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    otro, usb = tmp_path / "otro.sqlite", tmp_path / "usb"
    usb.mkdir()
    otro.write_bytes(archivo.read_bytes())
    with abrir(otro) as suyo:
        capturar(suyo, TRIMESTRE, MAYO, 8)
    codigo, dicho, _ = correr(
        capsys, "entregar-parte", otro, *DEL_TRIMESTRE, "--salida", usb, "--de", "vecin"
    )
    (parte,) = usb.iterdir()
    assert (codigo, parte.name.startswith("Vecindad, 2º trimestre 2031, ")) == (0, True)
    assert str(parte) in dicho
    antes = archivo.read_bytes()
    codigo, dicho, _ = correr(capsys, "recibir-parte", archivo, parte)
    assert codigo == 0
    assert "  + llega: 1.1: Visitas, mayo: 8" in dicho.splitlines()
    assert archivo.read_bytes() == antes
    codigo, dicho, _ = correr(capsys, "recibir-parte", archivo, parte, "--aplicar")
    assert (codigo, dicho.splitlines()[-1]) == (0, "Se recibió.")
    codigo, dicho, _ = correr(capsys, "recibir-parte", archivo, otro, *DEL_TRIMESTRE, "--aplicar")
    assert (codigo, "No trae nada nuevo." in dicho) == (0, True)


def test_lo_que_no_se_entiende_se_dice(archivo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    for escrito, dice in (
        (
            ("entregar-parte", archivo, *DEL_TRIMESTRE, "--salida", tmp_path, "--de", "Nadie"),
            "no es un departamento",
        ),
        (("recibir-parte", archivo, archivo), "es un archivo entero"),
        (("recibir-parte", archivo, archivo, "--todo"), "--todo va con --aplicar"),
        (("recibir-parte", archivo, archivo, "--trimestre", 2), "van juntos"),
        (("recibir-parte", archivo, archivo, "--contestar", "x"), "no contesta ninguna duda"),
        (("recibir-parte", archivo, archivo, *DEL_TRIMESTRE, "--contestar", "1=1"), "No hay una duda 1"),
    ):
        codigo, _, error = correr(capsys, *escrito)
        assert (codigo, dice in error) == (2, True), error
