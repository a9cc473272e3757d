"""La migración 5: donde se dijo que aquí se anotan todos los oficios, la serie se lleva desde el primero."""

from __future__ import annotations

import gzip
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.datos import oficina
from tests.datos.oficina import PASO, TRIMESTRE
from ut_escritorio.datos import migraciones
from ut_escritorio.dominio.trimestre.renglones import Cita
from ut_escritorio.servicios.captura.renglones import nuevo_renglon
from ut_escritorio.servicios.oficios.libro import leer_libro


@pytest.fixture
def viejo(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """Un archivo de la versión 4 con dos años de oficios."""
    conexion = sqlite3.connect(tmp_path / "viejo.sqlite", isolation_level=None)
    for migracion in migraciones.MIGRACIONES[:4]:
        migracion.hacer(conexion)
    conexion.executescript(
        """INSERT INTO serie VALUES (1, 's1', 'UT');
        PRAGMA user_version = 4;"""
    )
    for numero, anio, sentido in ((640, 2031, "enviado"), (652, 2031, "enviado"), (9, 2032, "enviado"),
                                  (3, 2031, "recibido")):  # fmt: skip
        conexion.execute(
            "INSERT INTO oficio (uid, folio, serie_id, numero, anio, ejercicio, sentido) "
            "VALUES (?, 'x', 1, ?, ?, ?, ?)",
            (f"o{numero}-{anio}", numero, anio, anio, sentido),
        )
    yield conexion
    conexion.close()


def migrado(conexion: sqlite3.Connection) -> list[tuple[Any, ...]]:
    """De cada año, el último que ella dijo y desde cuál se lleva."""
    migraciones.migrar(conexion)
    return conexion.execute("SELECT anio, ultimo, desde FROM serie_del_anio ORDER BY anio").fetchall()


@pytest.mark.parametrize("dicho", [None, "no"])
def test_la_que_no_se_llevaba_sigue_asi(viejo: sqlite3.Connection, dicho: str | None):
    if dicho:
        viejo.execute("INSERT INTO ajuste VALUES (1, 'a', 'lleva_la_serie', ?)", (dicho,))
    assert migrado(viejo) == []


def test_la_que_se_llevaba_se_lleva_desde_el_primero_de_cada_anio(viejo: sqlite3.Connection):
    viejo.execute("INSERT INTO ajuste VALUES (1, 'a', 'lleva_la_serie', 'sí')")
    viejo.execute("INSERT INTO serie_del_anio VALUES (7, 'y', 1, 2032, 8, NULL)")
    assert migrado(viejo) == [(2031, None, 640), (2032, 8, 9)]


def test_lo_que_ella_ya_habia_dicho_se_respeta(viejo: sqlite3.Connection):
    viejo.execute("INSERT INTO ajuste VALUES (1, 'a', 'lleva_la_serie', 'sí')")
    viejo.execute("INSERT INTO serie_del_anio VALUES (7, 'y', 1, 2031, NULL, 600)")
    assert migrado(viejo) == [(2031, None, 600), (2032, None, 9)]


def test_el_archivo_de_antes_con_la_serie_dice_lo_mismo_que_le_falta(tmp_path: Path):
    ruta = tmp_path / "de antes.sqlite"
    ruta.write_bytes(gzip.decompress((oficina.ARCHIVOS / "esquema_4.sqlite.gz").read_bytes()))
    with oficina.abrir(ruta) as exp:
        citas = (Cita("PR/0900/2031"), Cita("PR/0903/2031"))
        nuevo_renglon(exp, TRIMESTRE, PASO, medio="oficio", sentido="enviado", citas=citas)
        libro = leer_libro(exp, 2031)
        assert libro.numeros.desde is None and "la lleva la Unidad" in libro.en_un_renglon
