"""El archivo que alguien cambió, reemplazó o quitó mientras estaba abierto no se pisa."""

from __future__ import annotations

import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.datos import oficina
from tests.datos.oficina import ABRIL, PASO, TRIMESTRE
from ut_escritorio.datos.esquema import Conteo
from ut_escritorio.errores import ArchivoCambiado, ContenidoCambiado, ErrorEsperado
from ut_escritorio.servicios.archivo import expediente
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.captura.numeros import capturar
from ut_escritorio.servicios.captura.renglones import nuevo_parrafo

solo_donde_se_puede = pytest.mark.skipif(
    os.name == "nt", reason="Windows no deja quitar ni reemplazar un archivo abierto"
)


def con_otro_programa(archivo: Path, orden: str) -> None:
    with sqlite3.connect(archivo) as otro:
        otro.execute("PRAGMA journal_mode = TRUNCATE")  # Windows no le dejaría borrar un diario abierto
        otro.execute(orden)
    otro.close()


def negado(exp: Expediente, archivo: Path, frase: str) -> None:
    """No se guarda, ni a la segunda; lo que hay en el disco queda como estaba."""
    antes = archivo.read_bytes() if archivo.exists() else None
    for _ in range(2):
        with pytest.raises(ArchivoCambiado, match=frase):
            capturar(exp, TRIMESTRE, ABRIL, 5)
    exp.cerrar()
    assert (archivo.read_bytes() if archivo.exists() else None) == antes


@pytest.mark.parametrize("ya_escribio", [False, True])
def test_cambiado_con_otro_programa(exp: Expediente, archivo: Path, ya_escribio: bool):
    if ya_escribio:
        capturar(exp, TRIMESTRE, ABRIL, 6)
    con_otro_programa(archivo, "UPDATE conteo SET valor = 1000")
    negado(exp, archivo, "Otro programa cambió .* No se guardó lo último, .* Vuelva a abrirlo")
    with pytest.raises(ContenidoCambiado):
        oficina.abrir(archivo)


@solo_donde_se_puede
def test_reemplazado_por_otro(exp: Expediente, archivo: Path, molde: Path):
    otro = archivo.with_name("otro.sqlite")
    shutil.copyfile(molde, otro)
    otro.replace(archivo)
    negado(exp, archivo, "Alguien puso otro archivo en el lugar")


@solo_donde_se_puede
def test_borrado(exp: Expediente, archivo: Path):
    archivo.unlink()
    negado(exp, archivo, "ya no está en su carpeta: .* Devuélvalo a su lugar")
    assert not archivo.exists()


@solo_donde_se_puede
def test_borrado_justo_al_guardar_no_se_da_por_guardado(exp: Expediente, archivo: Path):
    base = exp.base
    with pytest.raises(ArchivoCambiado, match="ya no está"), base.accion("Anotar un número"):
        base.escribe_orden(Conteo, "UPDATE conteo SET valor = valor + 1")
        archivo.unlink()
    with pytest.raises(ArchivoCambiado, match="ya no está"):
        capturar(exp, TRIMESTRE, ABRIL, 5)


def test_pisado_con_otra_copia_suya(exp: Expediente, archivo: Path, tmp_path: Path):
    """Una copia de otro día encima: mismo lugar, quizá mismo tamaño y contador."""
    copia = tmp_path / "copia.sqlite"
    shutil.copyfile(archivo, copia)
    with oficina.abrir(copia) as otro:
        capturar(otro, TRIMESTRE, ABRIL, 8)
    capturar(exp, TRIMESTRE, ABRIL, 9)
    shutil.copyfile(copia, archivo)
    negado(exp, archivo, "Otro programa cambió")
    with oficina.abrir(archivo) as reabierto:
        assert reabierto.foto(TRIMESTRE).conteos.en(ABRIL) == 8


def test_pisado_por_lo_mismo_o_con_solo_otra_hora_se_sigue_trabajando(exp: Expediente, archivo: Path):
    capturar(exp, TRIMESTRE, ABRIL, 9)
    os.utime(archivo, (1, 1))
    capturar(exp, TRIMESTRE, ABRIL, 10)
    archivo.write_bytes(archivo.read_bytes())
    capturar(exp, TRIMESTRE, ABRIL, 11)
    assert exp.foto(TRIMESTRE).conteos.en(ABRIL) == 11


def test_quien_solo_lee_o_respalda_no_estorba(exp: Expediente, archivo: Path, tmp_path: Path):
    for valor in range(5):
        with expediente.consultar(archivo, oficina.ahora) as otro:
            assert otro.foto(TRIMESTRE) == exp.foto(TRIMESTRE)
        shutil.copyfile(archivo, tmp_path / f"{valor}.sqlite")
        capturar(exp, TRIMESTRE, ABRIL, valor)
    assert exp.foto(TRIMESTRE).conteos.en(ABRIL) == 4


def test_tras_el_disco_lleno_se_sigue_trabajando(exp: Expediente):
    capturar(exp, TRIMESTRE, ABRIL, 1)
    paginas = exp.base.conexion.execute("PRAGMA page_count").fetchone()[0]
    exp.base.conexion.execute(f"PRAGMA max_page_count = {paginas}")
    with pytest.raises(Exception, match="El disco está lleno"):
        nuevo_parrafo(exp, TRIMESTRE, PASO, "x" * 100_000)
    exp.base.conexion.execute("PRAGMA max_page_count = 100000")
    capturar(exp, TRIMESTRE, ABRIL, 2)
    assert exp.foto(TRIMESTRE).conteos.en(ABRIL) == 2


def falla_del_disco() -> sqlite3.OperationalError:
    """La que SQLite da cuando el disco no pudo."""
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode, error.sqlite_errorname = sqlite3.SQLITE_IOERR, "SQLITE_IOERR"
    return error


def test_tras_una_escritura_a_medias_cuenta_lo_que_dice_y_no_cuanto_mide(exp: Expediente, archivo: Path):
    """SQLite ya la deshizo: el archivo quedó más largo, pero dice lo mismo."""
    capturar(exp, TRIMESTRE, ABRIL, 1)
    with pytest.raises(ErrorEsperado), exp.base.accion("A medias"):
        with archivo.open("ab") as alargado:
            alargado.write(b"\0" * 4096)
        raise falla_del_disco()
    capturar(exp, TRIMESTRE, ABRIL, 2)
    assert exp.foto(TRIMESTRE).conteos.en(ABRIL) == 2


def test_mas_largo_sin_que_nada_fallara_es_que_otro_lo_cambio(exp: Expediente, archivo: Path):
    capturar(exp, TRIMESTRE, ABRIL, 1)
    with pytest.raises(ErrorEsperado), exp.base.accion("No se pudo"):
        with archivo.open("ab") as alargado:
            alargado.write(b"\0" * 4096)
        raise ErrorEsperado("No se pudo.")
    negado(exp, archivo, "Otro programa cambió")


def test_lo_que_el_disco_dijo_no_guardar_y_si_guardo_no_es_de_otro_programa(
    exp: Expediente, monkeypatch: pytest.MonkeyPatch
):
    capturar(exp, TRIMESTRE, ABRIL, 1)
    confirmar = exp.base._confirmar

    def con_falla(dice):
        exp.base.conexion.execute("COMMIT")
        raise falla_del_disco()

    monkeypatch.setattr(exp.base, "_confirmar", con_falla)
    with pytest.raises(ErrorEsperado):
        capturar(exp, TRIMESTRE, ABRIL, 2)
    monkeypatch.setattr(exp.base, "_confirmar", confirmar)
    assert exp.foto(TRIMESTRE).conteos.en(ABRIL) == 2
    capturar(exp, TRIMESTRE, ABRIL, 3)
    assert exp.foto(TRIMESTRE).conteos.en(ABRIL) == 3


def test_tras_una_escritura_a_medias_lo_que_cambia_otro_programa_tampoco_se_pisa(
    exp: Expediente, archivo: Path
):
    capturar(exp, TRIMESTRE, ABRIL, 1)
    with pytest.raises(ErrorEsperado), exp.base.accion("A medias"):
        raise falla_del_disco()
    con_otro_programa(archivo, "UPDATE conteo SET valor = 9")
    negado(exp, archivo, "Otro programa cambió")
