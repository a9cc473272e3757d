"""Las notas dicen qué se hizo y qué falló, sin nada de lo que ella escribió."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.datos.oficina import ABRIL, PASO, TRIMESTRE, ahora
from ut_escritorio.aplicacion import correr
from ut_escritorio.aplicacion.notas import NOTAS, anotar_imprevisto, dejar_dicho, llevar_notas
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


def test_lo_que_nadie_lanzo_tambien_se_anota_y_lo_que_no_es_un_error_no_estorba(notas: Path, capsys):
    anotar_imprevisto(ValueError("Doña Secreta"))
    NOTAS.warning("sin error a la mano", exc_info=True)
    dicho = notas.read_text(encoding="utf-8")
    assert "ValueError" in dicho
    assert "sin error a la mano" in dicho
    assert "Secreta" not in dicho
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(("de_mas", "archivos"), [(0, 1), (1, 2)])
def test_al_pasar_de_medio_mega_empiezan_otras(notas: Path, de_mas: int, archivos: int):
    notas.write_bytes(b"x" * (512 * 1024 + de_mas))
    llevar_notas(notas.parent)
    NOTAS.info("otras")
    assert len(list(notas.parent.iterdir())) == archivos
    assert (notas.stat().st_size < 1000) is (archivos == 2)


def test_mientras_caben_se_sigue_en_las_mismas(notas: Path):
    NOTAS.info("lo de antes")
    llevar_notas(notas.parent)
    NOTAS.info("lo de ahora")
    assert [ruta.name for ruta in notas.parent.iterdir()] == [notas.name]
    dicho = notas.read_text(encoding="utf-8")
    assert "lo de antes" in dicho
    assert dicho.count("lo de ahora") == 1


def test_las_que_se_dejan_se_sueltan_y_nada_se_dice_en_otra_parte(notas: Path):
    """Un archivo que sigue abierto, Windows no lo deja mover."""
    (de_antes,) = [cada for cada in NOTAS.handlers if isinstance(cada, logging.FileHandler)]
    llevar_notas(notas.parent / "otra" / "carpeta")
    assert de_antes.stream is None
    assert [cada.name for cada in notas.parent.rglob("*.log")] == [notas.name, notas.name]
    assert not NOTAS.propagate, "lo demás que escuche no lo repite en la terminal"


def test_lo_de_la_autoprueba_se_deja_aunque_falte_la_carpeta_y_en_lugar_de_lo_de_antes(tmp_path: Path):
    for frase in ("salió mal", "salió bien"):
        dejar_dicho(tmp_path / "no hay" / "todavía", frase)
    assert (tmp_path / "no hay" / "todavía" / "autoprueba.txt").read_text(encoding="utf-16") == "salió bien\n"


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
