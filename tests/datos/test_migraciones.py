"""Las tablas congeladas son las que el programa declara, y los archivos de cada versión se abren."""

from __future__ import annotations

import gzip
import json
import sqlite3
from pathlib import Path
from typing import Literal

import pytest
from peewee import ForeignKeyField

from tests.datos import oficina
from tests.datos.guardado import lo_guardado
from tests.datos.oficina import ABRIL, ARCHIVOS, TRIMESTRE
from ut_escritorio.datos import migraciones
from ut_escritorio.datos.esquema import TODAS, Tabla
from ut_escritorio.datos.esquema.base import columnas_de, nombre_de
from ut_escritorio.datos.esquema.clases import EN_LAS_COLUMNAS
from ut_escritorio.dominio.plan.apartados import Apartado
from ut_escritorio.dominio.plan.arbol import Mosaico
from ut_escritorio.dominio.plan.formas import Campo
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.revision.hallazgos import EN_LA_CAUSA
from ut_escritorio.servicios.captura.numeros import capturar
from ut_escritorio.servicios.entrega.firmado import EN_LO_FIRMADO


@pytest.fixture
def vacio() -> sqlite3.Connection:
    conexion = sqlite3.connect(":memory:", isolation_level=None)
    migraciones.migrar(conexion)
    return conexion


def test_no_hay_mas_tablas_que_las_declaradas(vacio: sqlite3.Connection):
    hay = {n for (n,) in vacio.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    assert hay == {nombre_de(tabla) for tabla in TODAS}


@pytest.mark.parametrize("tabla", TODAS, ids=nombre_de)
def test_cada_tabla_congelada_es_la_que_el_programa_declara(vacio: sqlite3.Connection, tabla: type[Tabla]):
    columnas = [
        (nombre, clase, bool(obligatoria) or bool(llave))
        for _, nombre, clase, obligatoria, _, llave in vacio.execute(f"PRAGMA table_info({nombre_de(tabla)})")
    ]
    clases = {"INT": "INTEGER", "AUTO": "INTEGER"}
    declaradas = [
        (c.column_name, clases.get(c.field_type, c.field_type), not c.null) for c in columnas_de(tabla)
    ]
    assert columnas == declaradas
    (estricta,) = vacio.execute(
        "SELECT strict FROM pragma_table_list WHERE name = ?", (nombre_de(tabla),)
    ).fetchone()
    assert estricta


@pytest.mark.parametrize("tabla", TODAS, ids=nombre_de)
def test_las_llaves_foraneas_se_comprueban_al_confirmar_y_no_borran_nada(
    vacio: sqlite3.Connection, tabla: type[Tabla]
):
    apuntan = {
        (desde, otra)
        for _, _, otra, desde, _, al_cambiar, al_borrar, _ in vacio.execute(
            f"PRAGMA foreign_key_list({nombre_de(tabla)})"
        )
        if (al_cambiar, al_borrar) == ("NO ACTION", "NO ACTION")
    }
    declaradas = {
        (c.column_name, nombre_de(c.rel_model)) for c in columnas_de(tabla) if isinstance(c, ForeignKeyField)
    }
    assert declaradas <= apuntan
    (orden,) = vacio.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (nombre_de(tabla),)).fetchone()
    assert orden.count("REFERENCES") == orden.count("DEFERRABLE INITIALLY DEFERRED")


def test_una_migracion_que_falla_a_la_mitad_no_deja_nada(monkeypatch: pytest.MonkeyPatch):
    def a_medias(conexion: sqlite3.Connection) -> None:
        conexion.execute("CREATE TABLE algo (x)")
        raise sqlite3.OperationalError("se cortó la luz")

    monkeypatch.setattr(migraciones, "MIGRACIONES", (migraciones.Migracion(a_medias, ""),))
    conexion = sqlite3.connect(":memory:", isolation_level=None)
    with pytest.raises(sqlite3.OperationalError):
        migraciones.migrar(conexion)
    assert conexion.execute("SELECT count(*) FROM sqlite_schema").fetchone() == (0,)
    assert conexion.execute("PRAGMA user_version").fetchone() == (0,)


def test_migrar_lo_que_ya_esta_al_dia_no_cambia_nada(vacio: sqlite3.Connection):
    antes = migraciones.huella_de_tablas(vacio)
    migraciones.migrar(vacio)
    assert migraciones.huella_de_tablas(vacio) == antes


def test_cada_version_deja_las_tablas_de_su_huella():
    conexion = sqlite3.connect(":memory:", isolation_level=None)
    for version, migracion in enumerate(migraciones.MIGRACIONES, start=1):
        migracion.hacer(conexion)
        assert migraciones.huella_de_tablas(conexion) == migraciones.huella_de_version(version)
    assert migraciones.huella_de_version(0) == migraciones.huella_de_version(migraciones.VERSION + 1) == ""
    conexion.execute("CREATE INDEX de_otro ON conteo (valor)")
    assert migraciones.huella_de_tablas(conexion) != migraciones.huella_de_version(migraciones.VERSION)


@pytest.mark.parametrize("version", range(1, migraciones.VERSION + 1))
def test_el_archivo_congelado_de_cada_version_se_abre_y_se_usa(version: int, tmp_path: Path):
    ruta = tmp_path / "congelado.sqlite"
    ruta.write_bytes(gzip.decompress((ARCHIVOS / f"esquema_{version}.sqlite.gz").read_bytes()))
    assert int.from_bytes(ruta.read_bytes()[60:64], "big") == version
    with oficina.abrir(ruta) as exp:
        assert exp.foto(TRIMESTRE).conteos.en(ABRIL) == 77
        capturar(exp, TRIMESTRE, ABRIL, 78)
        assert exp.foto(TRIMESTRE).conteos.en(ABRIL) == 78


def test_lo_que_se_guarda_no_cambia_sin_otra_version():
    """Si falla: lea en `datos/migraciones` cuándo sube la versión, y rehaga la lista como dice `guardado`."""
    congelado = ARCHIVOS / f"guardado_{migraciones.VERSION}.json"
    assert lo_guardado() == json.loads(congelado.read_text(encoding="utf-8"))


def test_se_nota_una_clase_nueva_un_campo_de_mas_o_una_palabra_que_no_habia(monkeypatch: pytest.MonkeyPatch):
    antes = lo_guardado()
    for tabla, clase, dice in (
        (EN_LO_FIRMADO, Mosaico, "Mosaico clave rotulo"),
        (EN_LAS_COLUMNAS, Campo, "Campo clave titulo clase"),
        (EN_LA_CAUSA, Casilla, "Celda cifra trimestre mes sexo"),
    ):
        with monkeypatch.context() as solo_aqui:
            solo_aqui.setitem(tabla, clase, dice)
            assert lo_guardado() != antes
    monkeypatch.setitem(Apartado.__annotations__, "clase", Literal["titulo", "grafica"])
    assert "'grafica'" in lo_guardado()["tablas"]["apartado"]["clase"]
