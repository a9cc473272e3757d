"""Dónde está el archivo: este equipo, una memoria, OneDrive o la red."""

from __future__ import annotations

from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from ut_escritorio.datos.disco.ubicacion import Montado, en_la_nube, es_unc, segun_los_discos
from ut_escritorio.servicios.archivo.ubicacion import ubicacion_de

DISCOS = (
    Montado("/", "ext4", False),
    Montado("/media/ana/MEMORIA", "vfat", True),
    Montado("/mnt/común", "cifs", False),
)


@pytest.mark.parametrize(
    ("ruta", "clase"),
    [
        ("/home/ana/a.sqlite", "equipo"),
        ("/media/ana/MEMORIA/a.sqlite", "memoria"),
        ("/media/ana/MEMORIA 2/a.sqlite", "equipo"),
        ("/mnt/común/oficina/a.sqlite", "red"),
    ],
)
def test_manda_el_disco_mas_cercano(ruta: str, clase: str):
    assert segun_los_discos(PurePosixPath(ruta), DISCOS) == clase
    assert segun_los_discos(PurePosixPath(ruta), ()) == "equipo"


@pytest.mark.parametrize(
    ("ruta", "si"),
    [
        (r"\\servidor\común\a.sqlite", True),
        (r"\\?\UNC\servidor\común\a.sqlite", True),
        (r"\\?\C:\Mis documentos\a.sqlite", False),
        (r"C:\Mis documentos\a.sqlite", False),
    ],
)
def test_una_ruta_de_otro_equipo(ruta: str, si: bool):
    assert es_unc(PureWindowsPath(ruta)) is si


@pytest.mark.parametrize(
    ("ruta", "si"),
    [
        (PureWindowsPath(r"c:\users\ANA\onedrive\Documentos\a.sqlite"), True),
        (PureWindowsPath(r"C:\Users\ana\OneDrive viejo\a.sqlite"), False),
        (PureWindowsPath(r"C:\Users\ana\Documentos\a.sqlite"), False),
    ],
)
def test_dentro_de_onedrive(ruta: PurePath, si: bool):
    assert en_la_nube(ruta, {"OneDrive": r"C:\Users\Ana\OneDrive", "OneDriveCommercial": ""}) is si


def test_se_explica_por_que_no_conviene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    assert ubicacion_de(tmp_path / "a.sqlite")[1] == ""
    monkeypatch.setenv("OneDrive", str(tmp_path))
    clase, explicacion = ubicacion_de(tmp_path / "a.sqlite")
    assert clase == "nube"
    assert "OneDrive" in explicacion
