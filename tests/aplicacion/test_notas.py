"""Las notas dicen qué se hizo y qué falló, sin nada de lo que ella escribió."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.datos.oficina import ABRIL, PASO, TRIMESTRE, ahora
from ut_escritorio.aplicacion import correr
from ut_escritorio.aplicacion.notas import NOTAS, anotar_imprevisto, llevar_notas
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo import respaldo
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.captura.numeros import capturar
from ut_escritorio.servicios.captura.renglones import nuevo_parrafo, nuevo_renglon


@pytest.fixture
def notas(tmp_path: Path) -> Iterator[Path]:
    """Donde se llevan las notas de esta prueba."""
    llevar_notas(tmp_path / "notas")
    yield tmp_path / "notas" / "ut-escritorio.log"
    for aqui in list(NOTAS.handlers):
        NOTAS.removeHandler(aqui)
        aqui.close()


def test_llevan_el_numero_de_cada_accion_y_nada_de_lo_escrito(notas: Path, exp: Expediente, archivo: Path):
    capturar(exp, TRIMESTRE, ABRIL, 987654)
    nuevo_parrafo(exp, TRIMESTRE, PASO, "Doña Secreta pidió")
    with pytest.raises(ErrorEsperado):
        nuevo_renglon(exp, TRIMESTRE, PASO, medio="paloma mensajera")
    respaldo.respaldar(archivo, ahora())
    dicho = notas.read_text(encoding="utf-8")
    (accion,) = exp.base.conexion.execute("SELECT max(id) FROM accion").fetchone()
    assert f"acción {accion} guardada: parrafo_libre" in dicho
    assert "ErrorEsperado" in dicho
    assert "respaldado y verificado" in dicho
    for secreto in ("987654", "Secreta", "paloma", archivo.stem, "ana"):
        assert secreto not in dicho


def test_lo_imprevisto_dice_por_donde_paso_y_no_su_frase(notas: Path):
    try:
        int("Doña Secreta")
    except ValueError as error:
        anotar_imprevisto(error)
    dicho = notas.read_text(encoding="utf-8")
    assert "test_notas.py" in dicho
    assert "ValueError" in dicho
    assert "Secreta" not in dicho


def test_al_pasar_de_medio_mega_empiezan_otras(notas: Path):
    NOTAS.info("x" * 600_000)
    llevar_notas(notas.parent)
    NOTAS.info("otras")
    assert len(list(notas.parent.iterdir())) == 2
    assert notas.stat().st_size < 1000


def test_mientras_caben_se_sigue_en_las_mismas(notas: Path):
    NOTAS.info("lo de antes")
    llevar_notas(notas.parent)
    NOTAS.info("lo de ahora")
    assert [ruta.name for ruta in notas.parent.iterdir()] == [notas.name]
    dicho = notas.read_text(encoding="utf-8")
    assert "lo de antes" in dicho
    assert "lo de ahora" in dicho


def test_donde_no_se_puede_se_trabaja_sin_ellas(tmp_path: Path):
    (tmp_path / "ocupado").write_bytes(b"")
    llevar_notas(tmp_path / "ocupado")
    logging.getLogger("ut_escritorio.datos").info("a nadie")
    assert not NOTAS.handlers


def test_el_programa_las_lleva_desde_que_arranca(
    archivo: Path, carpetas_del_sistema: Path, capsys: pytest.CaptureFixture[str]
):
    correr(["firmar", str(archivo), "--ejercicio", "2031", "--trimestre", "2", "--fecha", "2031-07-04"])
    assert "abierto para escribir" in (carpetas_del_sistema / "notas" / "ut-escritorio.log").read_text(
        encoding="utf-8"
    )
