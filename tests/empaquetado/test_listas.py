"""Lo que va y lo que no va en la carpeta del programa, y cuánto pesa."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import listas
import marcas
import pytest

from tests.empaquetado.conftest import RAIZ
from ut_escritorio import __version__

CARPETA = RAIZ / "dist" / marcas.NOMBRE
LISTA = RAIZ / "dist" / f"ut-escritorio-{marcas.version()}-contenido.txt"
HECHA = pytest.mark.skipif(
    not LISTA.is_file(), reason="la carpeta se hace con python3 empaquetado/construir.py"
)


def test_lo_que_no_se_carga_no_es_de_lo_que_hace_falta_y_lo_suplido_tiene_con_que():
    assert not set(listas.NO_SE_CARGAN) & set(listas.MODULOS)
    carpeta = Path(listas.__file__).parent
    assert all((carpeta / archivo).is_file() for archivo in listas.SUPLIDOS.values())


@pytest.mark.parametrize(
    "camino",
    [
        "_internal/PySide6/opengl32sw.dll",
        "_internal/PySide6/Qt6Quick.dll",
        "_internal/PySide6/Qt6QmlWorkerScript.dll",
        "_internal\\PySide6\\Qt6VirtualKeyboard.dll",
        "_internal/PySide6/Qt6OpenGL.dll",
        "_internal/PySide6/Qt6WebEngineCore.dll",
        "_internal/PySide6/plugins/tls/qopensslbackend.dll",
        "_internal/PySide6/plugins/imageformats/qwebp.dll",
        "_internal/PySide6/translations/qtbase_de.qm",
        "_internal/PIL/_avif.cp311-win_amd64.pyd",
        "_internal/numpy/core.pyd",
        "_internal/docx/templates/default-docx-template/word/styles.xml",
        "_internal/docx/py.typed",
        "_internal/lxml/objectify.cp311-win_amd64.pyd",
        "_internal/lxml/isoschematron/resources/rng/iso-schematron.rng",
        "PySide6/opengl32sw.dll",
    ],
)
def test_lo_que_nadie_usa_no_va(camino: str):
    assert listas.sobra(camino)
    assert f"Sobra {camino}".replace("\\", "/") in listas.reparos_de([camino])


@pytest.mark.parametrize("camino", [*listas.HACE_FALTA, "_internal/PIL/_imaging.cp311-win_amd64.pyd"])
def test_lo_que_hace_falta_no_se_recorta(camino: str):
    assert not listas.sobra(camino)


def test_una_carpeta_completa_no_tiene_reparos_y_si_le_falta_algo_se_dice():
    completa = list(listas.HACE_FALTA)
    assert listas.reparos_de(completa) == []
    assert listas.reparos_de(cosa.upper() for cosa in completa) == [], "en Windows es lo mismo"
    for falta in completa:
        resto = [cosa for cosa in completa if cosa != falta]
        assert listas.reparos_de(resto) == [f"Falta {falta}"]


def test_lo_que_pesa_de_mas_se_dice_y_lo_justo_no():
    assert listas.reparos_de_peso(listas.TOPES) == []
    de_mas = {que: tope + 1 for que, tope in listas.TOPES.items()}
    assert len(listas.reparos_de_peso(de_mas)) == len(listas.TOPES)


def test_lo_que_trae_windows_no_se_lleva():
    assert listas.de_windows("KERNEL32.dll")
    assert listas.de_windows("api-ms-win-crt-runtime-l1-1-0.dll")
    assert listas.de_windows("WINSPOOL.DRV")
    assert not listas.de_windows("Qt6Core.dll")
    assert not listas.de_windows("VCRUNTIME140.dll"), "Windows 10 no siempre la tiene"


def test_la_version_es_una_sola():
    assert marcas.version() == __version__
    assert len(marcas.version().split(".")) == 3, "la de Windows lleva cuatro números, y el último es 0"


def test_lo_que_corre_el_programa_empaquetado_es_el_programa():
    entrada = RAIZ / "empaquetado" / "windows" / "entrada.py"
    entorno = os.environ | {"PYTHONPATH": str(RAIZ), "PYTHONUTF8": "1"}
    hecho = subprocess.run(
        [sys.executable, str(entrada), "--ayuda"], capture_output=True, env=entorno, check=False, timeout=60
    )
    assert hecho.returncode == 0
    assert "ut-escritorio comprobar ARCHIVO" in hecho.stdout.decode("utf-8")


def test_si_al_programa_le_falta_una_parte_lo_dice(tmp_path: Path):
    """Como si el antivirus se hubiera llevado algo sin lo que ni siquiera se puede decir."""
    (tmp_path / "platformdirs.py").write_text("raise ImportError('DLL load failed')", encoding="utf-8")
    entrada = RAIZ / "empaquetado" / "windows" / "entrada.py"
    entorno = os.environ | {"PYTHONPATH": os.pathsep.join([str(tmp_path), str(RAIZ)]), "PYTHONUTF8": "1"}
    orden = [sys.executable, str(entrada), "ejemplo", str(tmp_path / "e.sqlite")]
    hecho = subprocess.run(orden, capture_output=True, env=entorno, check=False, timeout=60)
    assert hecho.returncode == 2
    assert "Vuelva a instalarlo con su instalador" in hecho.stderr.decode("utf-8")


@HECHA
def test_en_la_carpeta_hecha_esta_lo_que_debe_y_nada_de_mas():
    archivos = [cosa for cosa in CARPETA.rglob("*") if cosa.is_file()]
    assert listas.reparos_de(cosa.relative_to(CARPETA).as_posix() for cosa in archivos) == []
    pesa = sum(cosa.stat().st_size for cosa in archivos)
    assert listas.reparos_de_peso({"carpeta": pesa, "archivos": len(archivos)}) == []
