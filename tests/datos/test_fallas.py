"""Cuando el disco falla, se dice la causa verdadera y el archivo queda como estaba."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pytest

from tests.datos.oficina import ABRIL, PASO, TRIMESTRE
from ut_escritorio.datos.esquema import Conteo
from ut_escritorio.datos.motor.fallas import causa_de, en_palabras
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.archivo.historia import deshacer, por_deshacer, por_rehacer, procedencia
from ut_escritorio.servicios.captura.numeros import capturar
from ut_escritorio.servicios.captura.renglones import nuevo_parrafo
from ut_escritorio.servicios.entrega.firma import firmados, pdf_firmado


def test_el_disco_lleno_se_dice_y_no_se_pierde_nada(exp: Expediente):
    antes = exp.foto(TRIMESTRE)
    paginas = exp._base.conexion.execute("PRAGMA page_count").fetchone()[0]
    exp._base.conexion.execute(f"PRAGMA max_page_count = {paginas}")
    with pytest.raises(
        ErrorEsperado, match="El disco está lleno y no se guardó lo último. Vacíe la Papelera"
    ) as error:
        nuevo_parrafo(exp, TRIMESTRE, PASO, "x" * 100_000)
    causa = causa_de(error.value)
    assert isinstance(causa, sqlite3.OperationalError)
    assert causa.sqlite_errorname == "SQLITE_FULL"
    assert exp.foto(TRIMESTRE) == antes
    exp._base.conexion.execute("PRAGMA max_page_count = 100000")
    capturar(exp, TRIMESTRE, ABRIL, 5)
    assert exp.foto(TRIMESTRE).conteos.en(ABRIL) == 5


def test_el_archivo_que_otro_programa_ocupa_se_dice(exp: Expediente, archivo: Path):
    otro = sqlite3.connect(archivo, isolation_level=None)
    otro.execute("BEGIN IMMEDIATE")
    exp._base.conexion.execute("PRAGMA busy_timeout = 0")
    with pytest.raises(ErrorEsperado, match="Otro programa está usando el archivo"):
        capturar(exp, TRIMESTRE, ABRIL, 5)
    otro.execute("ROLLBACK")
    otro.close()
    assert exp.foto(TRIMESTRE).conteos.en(ABRIL) == 77


LECTURAS: list[Callable[[Expediente], object]] = [
    lambda exp: exp.foto(TRIMESTRE),
    lambda exp: exp.legajo(TRIMESTRE),
    lambda exp: exp.trimestres(),
    lambda exp: exp.trimestre_de_entrada(TRIMESTRE.ultimo_dia),
    lambda exp: exp.contenido("0" * 64),
    por_deshacer,
    por_rehacer,
    firmados,
    lambda exp: pdf_firmado(exp, TRIMESTRE),
    lambda exp: procedencia(exp, TRIMESTRE, ABRIL),
    deshacer,
    lambda exp: capturar(exp, TRIMESTRE, ABRIL, 5),
    lambda exp: nuevo_parrafo(exp, TRIMESTRE, PASO, "Hola"),
]


def ocupar(archivo: Path) -> sqlite3.Connection:
    """Otro programa que no deja ni leerlo; lo suelta al cerrarse."""
    otro = sqlite3.connect(archivo, isolation_level=None)
    otro.execute("BEGIN EXCLUSIVE")
    return otro


def test_si_otro_programa_lo_ocupa_se_dice_pronto_y_despues_se_puede(exp: Expediente, archivo: Path):
    otro, antes = ocupar(archivo), monotonic()
    with pytest.raises(ErrorEsperado, match="Otro programa está usando el archivo"):
        capturar(exp, TRIMESTRE, ABRIL, 5)
    assert monotonic() - antes < 3
    exp._base.conexion.execute("PRAGMA busy_timeout = 0")
    with pytest.raises(ErrorEsperado, match="Otro programa está usando el archivo"), exp._base.accion("Otra"):
        pass
    otro.close()
    capturar(exp, TRIMESTRE, ABRIL, 5)
    assert exp.foto(TRIMESTRE).conteos.en(ABRIL) == 5


def test_mientras_otro_programa_lo_ocupa_ninguna_lectura_falla_sin_decirlo(exp: Expediente, archivo: Path):
    capturar(exp, TRIMESTRE, ABRIL, 76)
    exp._base.conexion.execute("PRAGMA busy_timeout = 0")
    otro = ocupar(archivo)
    for leer in LECTURAS:
        with pytest.raises(ErrorEsperado, match="Otro programa está usando el archivo"):
            leer(exp)
    otro.close()
    assert exp.foto(TRIMESTRE).conteos.en(ABRIL) == 76


def test_una_fila_que_apunta_a_nada_no_se_confirma(exp: Expediente):
    base = exp._base
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"), base.accion("Dejar algo suelto"):
        base.escribe_orden(Conteo, "UPDATE conteo SET cifra_id = 1")
    assert not base.conexion.in_transaction
    assert exp.foto(TRIMESTRE).conteos.en(ABRIL) == 77


def test_lo_que_no_es_del_archivo_no_se_disfraza():
    assert en_palabras(ValueError("otra cosa")) is None


def test_un_archivo_de_solo_lectura_se_dice_al_escribir(exp: Expediente):
    capturar(exp, TRIMESTRE, ABRIL, 76)
    exp._base.conexion.execute("PRAGMA query_only = ON")
    with pytest.raises(ErrorEsperado, match="de solo lectura"):
        capturar(exp, TRIMESTRE, ABRIL, 5)
    assert exp.foto(TRIMESTRE).conteos.en(ABRIL) == 76
