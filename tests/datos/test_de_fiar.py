"""Cada mitad de lo que decide si el archivo es de fiar: al abrirlo, y antes de cada escritura."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from tests.datos import oficina
from tests.datos.oficina import ABRIL, PASO, TRIMESTRE
from tests.datos.test_identidad import con_otro_programa, negado
from tests.fallas import anterior
from ut_escritorio.datos.archivo import apertura, cabecera
from ut_escritorio.datos.esquema import Renglon
from ut_escritorio.datos.motor import sello
from ut_escritorio.errores import ArchivoDanado, ContenidoCambiado, ErrorEsperado
from ut_escritorio.servicios.archivo import comprobacion, expediente
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.captura.numeros import capturar
from ut_escritorio.servicios.captura.renglones import nuevo_parrafo
from ut_escritorio.servicios.entrega.firma import firmar

# Al abrir: SQLite revisa las páginas de uno chico aquí mismo y las de uno grande aparte


@pytest.fixture(params=["chico", "grande"])
def como(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """El mismo archivo, tenido por chico o por grande."""
    monkeypatch.setattr(apertura, "_GRANDE", 0 if request.param == "grande" else 1 << 40)


def dano_en_un_indice(archivo: Path) -> None:
    """Una letra cambiada en un índice: las filas, y con ellas el sello, siguen diciendo lo mismo."""
    with sqlite3.connect(archivo) as otro:
        (pagina,) = otro.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_parrafo_libre_1'"
        ).fetchone()
        (uid,) = otro.execute("SELECT uid FROM parrafo_libre LIMIT 1").fetchone()
    otro.close()
    octetos = archivo.read_bytes()
    desde = octetos.index(uid.encode(), (pagina - 1) * 4096)
    assert desde < pagina * 4096
    cambiado = b"z" if octetos[desde : desde + 1] != b"z" else b"y"
    archivo.write_bytes(octetos[:desde] + cambiado + octetos[desde + 1 :])


def fila_huerfana_y_resellada(archivo: Path) -> None:
    """Una fila que apunta a otra que no está, y el sello puesto al día como si fuera suya."""
    otro = sqlite3.connect(archivo, isolation_level=None)
    otro.execute("DELETE FROM lugar WHERE clave = ?", (PASO,))
    sello.sellar(otro)
    otro.close()


@pytest.mark.usefixtures("como")
@pytest.mark.parametrize("danar", [dano_en_un_indice, fila_huerfana_y_resellada])
@pytest.mark.parametrize("abrir", [expediente.abrir, expediente.consultar])
def test_lo_que_el_sello_no_ve_lo_ve_sqlite(
    archivo: Path, danar: Callable[[Path], None], abrir: Callable[..., object]
):
    danar(archivo)
    antes = archivo.read_bytes()
    with pytest.raises(ArchivoDanado, match="está dañado"):
        abrir(archivo, oficina.ahora)
    assert archivo.read_bytes() == antes
    assert not comprobacion.comprobar(archivo).sano


@pytest.mark.usefixtures("como")
def test_el_sano_se_abre(archivo: Path):
    oficina.abrir(archivo).cerrar()


@pytest.mark.usefixtures("como")
def test_lo_que_cambio_tras_comprobarlo_se_revisa_otra_vez(archivo: Path):
    senas = comprobacion.comprobar(archivo).senas
    con_otro_programa(archivo, "UPDATE conteo SET valor = 1000")
    with pytest.raises(ContenidoCambiado):
        expediente.abrir(archivo, oficina.ahora, comprobado=senas)


def test_uno_de_antes_se_revisa_aunque_se_abra_pronto(tmp_path: Path):
    ruta = tmp_path / "de antes.sqlite"
    anterior.hacer(ruta)
    con_otro_programa(ruta, "UPDATE conteo SET valor = 1000")
    antes = ruta.read_bytes()
    with pytest.raises(ContenidoCambiado):
        expediente.abrir(ruta, oficina.ahora, pronto=True)
    assert ruta.read_bytes() == antes


@pytest.mark.parametrize("desde", [0, 1 << 40], ids=["grande", "chico"])
def test_lo_que_se_abre_pronto_se_ve_sin_esperar_a_que_se_revise(
    archivo: Path, monkeypatch: pytest.MonkeyPatch, desde: int
):
    monkeypatch.setattr(expediente, "_GRANDE", desde)
    monkeypatch.setattr(apertura, "revisar", lambda *_, **__: pytest.fail("lo revisó"))
    with expediente.abrir_pronto(archivo, oficina.ahora) as exp:
        assert exp.foto(TRIMESTRE).conteos.en(ABRIL) == 77


def test_lo_primero_no_se_escribe_sin_revisar_lo_que_se_abrio_pronto(archivo: Path):
    dano_en_un_indice(archivo)
    antes = archivo.read_bytes()
    with expediente.abrir(archivo, oficina.ahora, pronto=True) as exp:
        with pytest.raises(ArchivoDanado, match="está dañado"):
            capturar(exp, TRIMESTRE, ABRIL, 5)
        with pytest.raises(ArchivoDanado, match="está dañado"):
            exp.terminar_de_abrir()
    assert archivo.read_bytes() == antes


# Antes de escribir: lo que falló en la acción anterior no hace de fiar lo que otro haya dejado


def falla_del_dato(exp: Expediente) -> None:
    capturar(exp, TRIMESTRE, ABRIL, -1)


def falla_de_una_regla_del_archivo(exp: Expediente) -> None:
    """Un trimestre firmado no se cambia: lo dice SQLite, pero no es cosa del disco."""
    firmar(exp, TRIMESTRE, oficina.ahora().date())
    capturar(exp, TRIMESTRE, ABRIL, 5)


def falla_de_una_llave(exp: Expediente) -> None:
    with exp.base.accion("Dejar una fila sin su lugar"):
        exp.base.escribe_orden(Renglon, "UPDATE registro SET lugar_id = 7")


def falla_del_programa(exp: Expediente) -> None:
    with exp.base.accion("Algo que nadie esperaba"):
        raise RuntimeError


def falla_del_disco(exp: Expediente) -> None:
    base = exp.base.conexion
    (paginas,) = base.execute("PRAGMA page_count").fetchone()
    base.execute(f"PRAGMA max_page_count = {paginas}")
    try:
        nuevo_parrafo(exp, TRIMESTRE, PASO, "x" * 100_000)
    finally:
        base.execute("PRAGMA max_page_count = 100000")


AJENAS = [falla_del_dato, falla_de_una_regla_del_archivo, falla_de_una_llave, falla_del_programa]


def fallar(exp: Expediente, falla: Callable[[Expediente], None]) -> None:
    fallo = True
    with suppress(ErrorEsperado, RuntimeError, sqlite3.IntegrityError):
        falla(exp)
        fallo = False
    assert fallo


def otra_version(archivo: Path, carpeta: Path) -> Path:
    """El mismo archivo, en el que alguien más trabajó con este programa: de fiar, pero otro."""
    otra = carpeta / "otra.sqlite"
    shutil.copyfile(archivo, otra)
    with oficina.abrir(otra) as exp:
        nuevo_parrafo(exp, TRIMESTRE, PASO, "Lo que otra persona anotó.")
    return otra


@pytest.mark.parametrize("falla", AJENAS)
def test_tras_fallar_una_accion_no_se_pisa_lo_que_otro_guardo(
    archivo: Path, falla: Callable[[Expediente], None], tmp_path: Path
):
    otra = otra_version(archivo, tmp_path)
    exp = oficina.abrir(archivo)
    fallar(exp, falla)
    shutil.copyfile(otra, archivo)
    negado(exp, archivo, "Otro programa cambió")
    with oficina.abrir(archivo) as abierto:
        assert "Lo que otra persona anotó." in [p.texto for p in abierto.foto(TRIMESTRE).parrafos]


@pytest.mark.parametrize("falla", [*AJENAS[:1], *AJENAS[2:], falla_del_disco])
def test_tras_fallar_una_accion_se_sigue_trabajando(exp: Expediente, falla: Callable[[Expediente], None]):
    fallar(exp, falla)
    capturar(exp, TRIMESTRE, ABRIL, 6)
    assert exp.foto(TRIMESTRE).conteos.en(ABRIL) == 6


def test_tras_fallar_el_disco_no_se_pisa_lo_que_otro_programa_cambio(exp: Expediente, archivo: Path):
    fallar(exp, falla_del_disco)
    con_otro_programa(archivo, "UPDATE conteo SET valor = 1000")
    negado(exp, archivo, "Otro programa cambió")


def test_una_letra_cambiada_por_fuera_de_sqlite_se_nota(exp: Expediente, archivo: Path):
    """Mismo lugar, mismo tamaño, mismo contador y mismo sello escrito: solo las filas dicen otra cosa."""
    octetos = archivo.read_bytes()
    texto = exp.foto(TRIMESTRE).parrafos[0].texto.encode()
    assert octetos.count(texto) == 1
    archivo.write_bytes(octetos.replace(texto, texto[:-1] + b"#"))
    negado(exp, archivo, "Otro programa cambió")


def test_cambiado_en_el_mismo_instante_se_nota(exp: Expediente, archivo: Path):
    """La hora de una memoria USB va de dos en dos segundos: el contador de SQLite no miente."""
    capturar(exp, TRIMESTRE, ABRIL, 6)
    visto = archivo.stat()
    con_otro_programa(archivo, "UPDATE conteo SET valor = 1000")
    os.utime(archivo, ns=(visto.st_atime_ns, visto.st_mtime_ns))
    assert archivo.stat().st_size == visto.st_size
    negado(exp, archivo, "Otro programa cambió")


def test_alargado_por_fuera_se_nota(exp: Expediente, archivo: Path):
    capturar(exp, TRIMESTRE, ABRIL, 6)
    archivo.write_bytes(archivo.read_bytes() + bytes(8192))
    negado(exp, archivo, "Otro programa cambió")


# El diario que quedó junto al archivo: es suyo si lo que guarda es su página 1, o la de una escritura antes


def pagina(escrituras: int, tablas: int = 3, lista: bytes = b"\x0d" + b"t" * 20) -> bytes:
    """Una página 1: cuántas veces se ha escrito, de qué tablas y la lista de ellas."""
    return (
        b"c" * 24 + escrituras.to_bytes(4, "big") + b"d" * 12 + tablas.to_bytes(4, "big") + b"e" * 56 + lista
    )


@pytest.mark.parametrize(
    ("actual", "es"),
    [
        (pagina(8), True),
        (pagina(7), False),
        (pagina(9), False),
        (pagina(8, lista=b"\x0d" + b"o" * 20), False),
        (pagina(8, lista=b"\x05" + b"t" * 20), False),
        (pagina(8, tablas=4, lista=b"\x05" + b"o" * 20), True),
    ],
)
def test_la_pagina_de_una_escritura_despues_dice_las_mismas_tablas_si_no_se_migro(actual: bytes, es: bool):
    assert cabecera._es_la_siguiente(pagina(7), actual) is es


def test_tras_la_ultima_vuelta_de_la_cuenta_sigue_cero():
    assert cabecera._es_la_siguiente(pagina((1 << 32) - 1), pagina(0))
