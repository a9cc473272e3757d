"""La migración 4: cada papel una vez, sin cambiar lo que se imprime ni lo que se recuerda."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.datos import oficina
from tests.datos.oficina import DATOS, PLAN, TRIMESTRE
from tests.fallas import anterior
from ut_escritorio.datos import migraciones
from ut_escritorio.datos.historia.acciones import cambios_desde, escribir
from ut_escritorio.datos.migraciones.m004 import papeles
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.datos.toml.plan import leer_plan
from ut_escritorio.datos.toml.trimestre import leer_trimestre


@pytest.fixture
def viejo(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """Un archivo de la versión 3, con un trimestre y sin nada anotado."""
    conexion = sqlite3.connect(tmp_path / "viejo.sqlite", isolation_level=None)
    for migracion in migraciones.MIGRACIONES[:3]:
        migracion.hacer(conexion)
    conexion.executescript(
        """INSERT INTO plan VALUES (1, 'p', 'plan', 2031, '{}', '', 0);
        INSERT INTO departamento VALUES (1, 'd', 1, 'vecindad', 1, 'Vecindad', 'jefa', NULL);
        INSERT INTO lugar (id, uid, plan_id, clave, orden, clase, numero, nombre, corto)
        VALUES (1, 'l', 1, '1.1', 1, 'actividad', '1.1', 'Una', '');
        INSERT INTO trimestre VALUES (1, 't1', 1, 1, NULL, 1, NULL, NULL, 'cerrado');
        INSERT INTO trimestre VALUES (2, 't2', 1, 2, NULL, 1, NULL, NULL, 'abierto');
        PRAGMA user_version = 3;
        INSERT INTO accion VALUES (1, 'Anotar', '2031-04-01T09:00:00', 'a', 'hecha', '', 1);"""
    )
    yield conexion
    conexion.close()


def anotar(conexion: sqlite3.Connection, n: int, sentido: str, *folios: str, **dice: Any) -> None:
    """Un renglón como los guardaba la versión 3: cada folio distinto, una fila; `de`, quién."""
    conexion.execute(
        "INSERT INTO registro (id, uid, trimestre_id, lugar_id, orden, sentido, asunto, fecha, mes, junto, "
        "campos) VALUES (?, ?, ?, 1, ?, ?, '', ?, ?, 0, '{}')",
        (n, f"r{n}", dice.get("trimestre", 2), n, sentido, dice.get("fecha"), dice.get("mes")),
    )
    if "de" in dice:
        rol = "emisor" if sentido == "recibido" else dice.get("rol", "destinatario")
        parte = (n, f"p{n}", n, rol, dice["de"])
        conexion.execute("INSERT INTO parte VALUES (?, ?, ?, 1, ?, NULL, ?)", parte)
    for orden, folio in enumerate(folios):
        cita = (10 * n + orden, f"c{n}.{orden}", n, orden, oficio(conexion, folio))
        conexion.execute("INSERT INTO cita VALUES (?, ?, ?, ?, ?, '')", cita)


def oficio(conexion: sqlite3.Connection, folio: str) -> int:
    hallado = conexion.execute("SELECT id FROM oficio WHERE folio = ?", (folio,)).fetchone()
    if hallado:
        return hallado[0]
    serie, _, resto = folio.partition("/")
    numero, _, anio = resto.partition("/")
    if not anio.isdigit():
        return conexion.execute(
            "INSERT INTO oficio (uid, folio) VALUES (?, ?)", (f"o{folio}", folio)
        ).lastrowid  # type: ignore[return-value]
    conexion.execute("INSERT OR IGNORE INTO serie (uid, prefijo) VALUES (?, ?)", (f"s{serie}", serie))
    (de_serie,) = conexion.execute("SELECT id FROM serie WHERE prefijo = ?", (serie,)).fetchone()
    fila = (f"o{folio}", folio, de_serie, int(numero), int(anio))
    return conexion.execute(
        "INSERT INTO oficio (uid, folio, serie_id, numero, anio) VALUES (?, ?, ?, ?, ?)", fila
    ).lastrowid  # type: ignore[return-value]


def migrado(conexion: sqlite3.Connection) -> list[tuple[Any, ...]]:
    """Los papeles tras la migración: folio, sentido, fecha o mes, con quién y cuántas veces se dice."""
    migraciones.migrar(conexion)
    orden = """SELECT o.folio, o.sentido, coalesce(o.fecha, o.mes), group_concat(p.texto),
    (SELECT count(*) FROM cita c WHERE c.oficio_id = o.id)
    FROM oficio o LEFT JOIN parte_de_oficio p ON p.oficio_id = o.id GROUP BY o.id ORDER BY o.folio, 4"""
    return conexion.execute(orden).fetchall()


def test_el_renglon_presta_a_su_oficio_la_fecha_y_con_quien(viejo: sqlite3.Connection):
    anotar(viejo, 1, "enviado", "UT/0548/2031", fecha="2031-04-02", de="Tesorería")
    anotar(viejo, 2, "recibido", "TM/23/2031", mes=5, de="Tesorería")
    anotar(viejo, 3, "enviado", "UT/0712/2031", rol="emisor", de="el órgano que convoca")
    anotar(viejo, 4, "enviado", "UT/0655/2031", "UT/0656/2031", fecha="2031-04-03", de="Obras")
    anotar(viejo, 5, "", "UT/0720/2031", fecha="2031-04-04")  # no se sabe si esa fecha es la del oficio
    assert migrado(viejo) == [
        ("TM/23/2031", "recibido", 5, "Tesorería", 1),
        ("UT/0548/2031", "enviado", "2031-04-02", "Tesorería", 1),
        ("UT/0655/2031", "enviado", None, None, 1),
        ("UT/0656/2031", "enviado", None, None, 1),
        ("UT/0712/2031", "enviado", None, None, 1),
        ("UT/0720/2031", "", None, None, 1),
    ]


def test_lo_que_se_escribio_de_dos_modos_es_uno_y_cada_cita_dice_lo_suyo(viejo: sqlite3.Connection):
    anotar(viejo, 1, "enviado", "UT/0548/2031", trimestre=1)
    anotar(viejo, 2, "enviado", "ut/548/2031")
    assert migrado(viejo) == [("UT/0548/2031", "enviado", None, None, 2)]
    assert viejo.execute("SELECT folio FROM cita ORDER BY id").fetchall() == [(None,), ("ut/548/2031",)]
    assert viejo.execute("SELECT count(*) FROM serie").fetchone() == (1,)


def test_el_mismo_numero_de_dos_areas_son_dos(viejo: sqlite3.Connection):
    anotar(viejo, 1, "recibido", "OF/34/2031", de="Tesorería")
    anotar(viejo, 2, "recibido", "OF/34/2031", de="Obras")
    anotar(viejo, 3, "recibido", "OF/34/2031", de="Tesorería")
    anotar(viejo, 4, "enviado", "OF/34/2031")
    assert migrado(viejo) == [
        ("OF/34/2031", "enviado", None, None, 1),
        ("OF/34/2031", "recibido", None, "Obras", 1),
        ("OF/34/2031", "recibido", None, "Tesorería", 2),
    ]


def test_sin_numero_cada_uno_es_otro(viejo: sqlite3.Connection):
    anotar(viejo, 1, "enviado", "S/N", "S/N")
    anotar(viejo, 2, "recibido", "S/N")
    assert [papel[-1] for papel in migrado(viejo)] == [1, 1, 1]


def test_donde_dos_renglones_no_dicen_lo_mismo_cada_uno_sigue_con_lo_suyo(viejo: sqlite3.Connection):
    anotar(viejo, 1, "enviado", "UT/0548/2031", fecha="2031-04-02")
    anotar(viejo, 2, "enviado", "UT/0548/2031", fecha="2031-04-09")
    assert migrado(viejo) == [("UT/0548/2031", "enviado", "2031-04-02", None, 2)]
    fechas = viejo.execute("SELECT fecha FROM registro ORDER BY id").fetchall()
    assert fechas == [("2031-04-02",), ("2031-04-09",)]


def test_la_remision_presta_su_fecha_y_es_del_anio_de_su_numero(viejo: sqlite3.Connection):
    suyo = oficio(viejo, "UT/0001/2032")
    viejo.execute("INSERT INTO oficio_de_remision VALUES (1, 'e', 2, 1, ?, '2032-01-05')", (suyo,))
    assert migrado(viejo) == [("UT/0001/2032", "enviado", "2032-01-05", None, 0)]
    assert viejo.execute("SELECT ejercicio FROM oficio").fetchone() == (2032,)


@pytest.mark.parametrize(
    ("folio", "sentido", "fecha", "anio"),
    [
        ("PR/0645/2032", "enviado", "2031-07-01", 2032),
        ("PR/0645/2030", "enviado", None, 2030),
        ("PR/0645/2033", "enviado", None, 2031),
        ("PR/0645/2029", "enviado", "2032-01-02", 2031),
        ("0645/2030", "recibido", "2032-01-02", 2032),
        ("0645/2030", "recibido", "2019-01-02", 2031),
        ("S/N", "enviado", None, 2031),
    ],
)
def test_cada_papel_es_del_anio_de_su_numero_o_de_su_fecha_si_es_de_al_lado(folio, sentido, fecha, anio):
    mencion = papeles.Mencion("cita", 1, 1, folio, sentido, 2031, fecha, None, ())
    assert papeles.Papel([mencion]).ejercicio == anio


def test_lo_que_se_junto_y_se_separo_queda_en_la_historia_y_se_puede_volver_a_ello(
    viejo: sqlite3.Connection, tmp_path: Path
):
    anotar(viejo, 1, "enviado", "UT/0548/2031", trimestre=1)
    anotar(viejo, 2, "enviado", "ut/548/2031", "S/N", "S/N")
    anotar(viejo, 3, "recibido", "OF/34/2031", de="Tesorería")
    anotar(viejo, 4, "recibido", "OF/34/2031", de="Obras")
    antes = lo_de_antes(viejo)
    migraciones.migrar(viejo)
    assert lo_de_antes(viejo) != antes
    viejo.execute("DROP INDEX oficio_enviado")  # la copia en que se vuelve atrás no lleva índices
    base = Base(tmp_path / "viejo.sqlite", "rw")
    base.conexion.execute("PRAGMA foreign_keys = OFF")
    for cambio in reversed(cambios_desde(base, 1)):
        assert escribir(base, cambio.al_reves, "volver atrás")
    base.cerrar()
    assert lo_de_antes(viejo) == antes


def lo_de_antes(conexion: sqlite3.Connection) -> list[list[tuple[Any, ...]]]:
    columnas = {
        "oficio": "id, uid, folio, serie_id, numero, anio",
        "cita": "id, registro_id, orden, oficio_id, asunto",
        "serie": "id, uid, prefijo",
    }
    ordenes = (f"SELECT {suyas} FROM {tabla} ORDER BY 1" for tabla, suyas in columnas.items())
    return [conexion.execute(orden).fetchall() for orden in ordenes]


def test_la_oficina_pequena_dice_lo_mismo_que_sus_datos(tmp_path: Path):
    ruta = tmp_path / "oficina.sqlite"
    anterior.hacer(ruta)
    leido = leer_plan(PLAN)
    datos = leer_trimestre(DATOS, leido.plan, leido.catalogo).foto
    with oficina.abrir(ruta) as exp:
        assert exp.foto(TRIMESTRE).renglones == datos.renglones
        assert exp.foto(TRIMESTRE).remisiones == datos.remisiones
        (nada,) = exp.base.lee_orden("SELECT count(*) FROM accion WHERE nombre LIKE 'Poner al día%'")
        assert nada == (0,)
