"""La conexión: sus ajustes se comprueban y todo nombre de archivo sirve."""

from __future__ import annotations

import sqlite3
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from tests.datos import oficina
from tests.datos.oficina import ABRIL, TRIMESTRE
from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.motor import pragmas
from ut_escritorio.datos.motor.conexion import Base, uri_de
from ut_escritorio.datos.motor.pragmas import PRAGMAS, PRAGMAS_DE_ESCRITURA
from ut_escritorio.errores import ErrorEsperado, ValorInvalido
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.captura.numeros import capturar


@pytest.mark.parametrize("pragma", [nombre for nombre, _, _ in PRAGMAS + PRAGMAS_DE_ESCRITURA])
def test_un_ajuste_que_no_quedo_impide_arrancar(archivo: Path, monkeypatch: pytest.MonkeyPatch, pragma: str):
    antes = archivo.read_bytes()
    for lista in ("PRAGMAS", "PRAGMAS_DE_ESCRITURA"):
        saboteada = [(n, v, "otra cosa" if n == pragma else d) for n, v, d in getattr(pragmas, lista)]
        monkeypatch.setattr(pragmas, lista, tuple(saboteada))
    with pytest.raises(ErrorEsperado, match=f"«{pragma}» debía quedar en otra cosa"):
        oficina.abrir(archivo)
    assert archivo.read_bytes() == antes
    assert [cosa.name for cosa in archivo.parent.iterdir()] == [archivo.name]


SABOTAJES = {
    "trusted_schema": "ON",
    "cell_size_check": "OFF",
    "mmap_size": "1048576",
    "temp_store": "FILE",
    "cache_size": "100",
    "cache_spill": "ON",
    "foreign_keys": "OFF",
    "synchronous": "NORMAL",
    "secure_delete": "OFF",
    "journal_mode": "DELETE",
}


def test_ningun_ajuste_se_queda_sin_sabotear():
    assert set(SABOTAJES) == {nombre for nombre, _, _ in PRAGMAS + PRAGMAS_DE_ESCRITURA}


@pytest.mark.parametrize("pragma", SABOTAJES)
def test_un_ajuste_saboteado_impide_arrancar(archivo: Path, monkeypatch: pytest.MonkeyPatch, pragma: str):
    antes = archivo.read_bytes()
    for lista in ("PRAGMAS", "PRAGMAS_DE_ESCRITURA"):
        puestos = [(n, SABOTAJES[n] if n == pragma else v, d) for n, v, d in getattr(pragmas, lista)]
        monkeypatch.setattr(pragmas, lista, tuple(puestos))
    with pytest.raises(ErrorEsperado, match=f"No se puede trabajar con seguridad .* «{pragma}» debía"):
        oficina.abrir(archivo)
    assert archivo.read_bytes() == antes
    assert [cosa.name for cosa in archivo.parent.iterdir()] == [archivo.name]


def test_un_ajuste_mal_escrito_que_sqlite_calla_tambien_impide_arrancar(
    archivo: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(pragmas, "PRAGMAS", (("sinchronous", "FULL", 2),))
    with pytest.raises(ErrorEsperado, match="«sinchronous»"):
        oficina.abrir(archivo)


def test_cada_ajuste_queda_como_se_pidio(archivo: Path):
    base = Base(archivo, "rw", oficina.ahora)
    for nombre, _, debe in PRAGMAS + PRAGMAS_DE_ESCRITURA:
        assert base.conexion.execute(f"PRAGMA {nombre}").fetchone()[0] == debe
    base.cerrar()


@pytest.mark.parametrize(
    ("ruta", "uri"),
    [
        (PurePosixPath("/casa/Año #1.sqlite"), "file:///casa/A%C3%B1o%20%231.sqlite?mode=rw"),
        (PureWindowsPath(r"C:\Mis documentos\a?b&c%d.sqlite"), "file:///C:/Mis%20documentos/a%3Fb%26c%25d.sqlite?mode=rw"),
        (PureWindowsPath(r"\\servidor\común\a.sqlite"), "file:////servidor/com%C3%BAn/a.sqlite?mode=rw"),
    ],
)  # fmt: skip
def test_la_direccion_de_un_archivo_va_bien_citada(ruta: PurePosixPath, uri: str):
    assert uri_de(ruta, "rw") == uri


def test_abrir_lo_que_no_existe_no_crea_nada(tmp_path: Path):
    with pytest.raises(ErrorEsperado, match="No existe"):
        oficina.abrir(tmp_path / "no hay.sqlite")
    with pytest.raises(Exception, match="unable to open"):
        Base(tmp_path / "no hay.sqlite", "rw", oficina.ahora)
    assert list(tmp_path.iterdir()) == []


def test_al_cerrar_no_queda_nada_al_lado(archivo: Path):
    oficina.abrir(archivo).cerrar()
    assert [cosa.name for cosa in archivo.parent.iterdir()] == [archivo.name]


def test_en_solo_lectura_no_hay_vigias_ni_se_puede_escribir(archivo: Path):
    base = Base(archivo, "ro", oficina.ahora)
    assert base.conexion.execute("SELECT count(*) FROM temp.sqlite_schema").fetchone() == (0,)
    with pytest.raises(ErrorEsperado, match="de solo lectura"), base.accion("Anotar un número"):
        pass
    with pytest.raises(sqlite3.OperationalError):
        base.conexion.execute("DELETE FROM conteo")
    base.cerrar()


IGUALES = {
    "una": lambda fila: e.Conteo.id == fila.id,
    "dos": lambda fila: (e.Conteo.cifra == fila.cifra) & (e.Conteo.mes == fila.mes),
    "tres": lambda fila: (
        (e.Conteo.cifra == fila.cifra) & (e.Conteo.mes == fila.mes) & (e.Conteo.id == fila.id)
    ),
    "vacía": lambda fila: (e.Conteo.cifra == fila.cifra) & (e.Conteo.sexo == None),  # noqa: E711
    "entre varias": lambda fila: e.Conteo.id.in_([fila.id]),
    "todo menos una": lambda fila: e.Conteo.id != fila.id,
    "otra columna": lambda fila: e.Conteo.id == e.Conteo.cifra,
}


@pytest.mark.parametrize("cuales", IGUALES)
def test_se_cambian_y_se_quitan_las_filas_que_peewee_dice(exp: Expediente, cuales: str):
    capturar(exp, TRIMESTRE, ABRIL, 1)
    base = exp.base
    donde = IGUALES[cuales](e.Conteo.select().execute(base._db)[0])
    dichas = base.lee(e.Conteo.select(e.Conteo.id).where(donde))
    with base.accion("Cambiar"):
        assert base.cambia(e.Conteo, donde, valor=7071) == len(dichas)
    cambiadas = e.Conteo.valor == 7071
    assert sorted(base.lee(e.Conteo.select(e.Conteo.id).where(cambiadas))) == sorted(dichas)
    with base.accion("Quitar"):
        assert base.borra(e.Conteo, cambiadas) == len(dichas)
    assert base.filas(e.Conteo, ("id",), valor=7071) == []


def test_cada_valor_llega_a_su_columna_se_diga_en_el_orden_que_se_diga(exp: Expediente):
    capturar(exp, TRIMESTRE, ABRIL, 41)
    with exp.base.accion("Cambiar"):
        exp.base.cambia(e.Conteo, e.Conteo.valor == 41, valor=9, sexo="hombres", mes=5)
    assert exp.base.filas(e.Conteo, ("mes", "sexo", "valor"), valor=9) == [(5, "hombres", 9)]


def test_lo_que_una_columna_no_acepta_tampoco_se_cambia(exp: Expediente):
    with pytest.raises(ValorInvalido), exp.base.accion("Cambiar"):
        exp.base.cambia(e.Conteo, e.Conteo.id == 1, valor="siete")


def test_un_valor_que_sale_de_la_fila_lo_calcula_sqlite(exp: Expediente):
    capturar(exp, TRIMESTRE, ABRIL, 41)
    with exp.base.accion("Sumar uno"):
        exp.base.cambia(e.Conteo, e.Conteo.valor == 41, valor=e.Conteo.valor + 1)
    assert len(exp.base.filas(e.Conteo, ("id",), valor=42)) == 1
