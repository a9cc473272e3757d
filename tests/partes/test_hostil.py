"""Una parte hecha con mala fe y bien sellada: se rechaza con su razón, o lo que trae se puede usar."""

from __future__ import annotations

import json
import shutil
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from random import Random
from tempfile import mkdtemp
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.datos.oficina import PASO, TRIMESTRE, abrir, ahora, nuevo
from tests.evidencias.archivos import escaneo, foto
from tests.historia.azar import GESTOS, contenido
from tests.sorteos import casos
from ut_escritorio.datos.motor import sello
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.evidencias import Preparada
from ut_escritorio.dominio.trimestre.renglones import Renglon
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.archivo.historia import deshacer
from ut_escritorio.servicios.captura.renglones import guardar_renglon, nuevo_parrafo
from ut_escritorio.servicios.entrega.informe import documento_de
from ut_escritorio.servicios.evidencias.adjuntar import adjuntar
from ut_escritorio.servicios.evidencias.preparar import Lote
from ut_escritorio.servicios.partes.entregar import entregar
from ut_escritorio.servicios.partes.llegada import Llegada
from ut_escritorio.servicios.partes.recibir import aplicar, proponer

TEXTOS: list[Any] = [
    "", "x", "NaN", "-Infinity", "1E+999999999", "0001-01-01", "20310603", "2031-02-30", "[", "[]", "{}",
    "null", "1", "-5.50", '{"clase:": "Formula"}', "[null]", '{"a": 1}', "lugar:x", "registro:", ":",
    "{", "{{}}", "x" * 300_000, "[" * 90_000, "\0", "\u202e", "visitas", "vecindad", None, b"\xff\xfe",
]  # fmt: skip
ENTEROS: list[Any] = [0, -1, 7, 13, 99_999, 2**31, 2**63 - 1, -(2**63), None]
SUELTOS: list[Any] = [None, 1, 2**70, 1.5, float("nan"), "x", "", [], {}, [1], {"clase:": "Formula"}, True]


@cache
def hecha() -> tuple[Path, Path, tuple[tuple[str, str, str], ...]]:
    """Una oficina, la parte de otra igual con de todo, y sus columnas con algo escrito."""
    carpeta = Path(mkdtemp())
    aqui, otro, parte = (carpeta / nombre for nombre in ("aqui.sqlite", "otro.sqlite", "otro.parte"))
    nuevo(aqui).cerrar()
    shutil.copy(aqui, otro)
    pdf = escaneo(1)
    acuse = Preparada(pdf, sha256(pdf).hexdigest(), "acuse.pdf", "pdf", hojas=1)
    with abrir(otro) as exp:
        adjuntar(exp, TRIMESTRE, Origen("lugar", "1.1"), Lote((acuse,)))
        azar = Random(5)
        for _ in range(120):
            azar.choice([*GESTOS.values()])(exp, azar)
        entregar(exp, TRIMESTRE, ["vecindad"], parte, ahora)
    with abrir(aqui) as exp:
        assert len(proponer(exp, parte).comparacion.cambios) > 20, "sin daño se recibe"
    return aqui, parte, tuple(_columnas(parte))


def _columnas(parte: Path) -> Iterator[tuple[str, str, str]]:
    tablas = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('sello', 'contenido')"
    with closing(sqlite3.connect(parte)) as base:
        for (tabla,) in base.execute(tablas).fetchall():
            for _, nombre, clase, *_ in base.execute(f"PRAGMA table_info({tabla})").fetchall():
                if base.execute(f"SELECT 1 FROM {tabla} WHERE {nombre} IS NOT NULL").fetchone():
                    yield tabla, nombre, clase


def _mudado(azar: Random, dicho: Any) -> Any:
    """Un JSON con una de sus cosas, a cualquier hondura, cambiada por otra de otra clase, o sin ella."""
    if isinstance(dicho, dict) and dicho and azar.random() < 0.8:
        cual = azar.choice([*dicho])
        queda = {**dicho, cual: _mudado(azar, dicho[cual])}
        return {n: v for n, v in queda.items() if n != cual or azar.random() < 0.8}
    if isinstance(dicho, list) and dicho and azar.random() < 0.8:
        cual = azar.randrange(len(dicho))
        return [*dicho[:cual], _mudado(azar, dicho[cual]), *dicho[cual + 1 :]]
    return azar.choice(SUELTOS)


def _malo(azar: Random, base: sqlite3.Connection, tabla: str, columna: str, clase: str) -> Any:
    if clase == "INTEGER":
        return azar.choice(ENTEROS)
    hay = base.execute(f"SELECT {columna} FROM {tabla} WHERE {columna} IS NOT NULL").fetchall()
    dicho = azar.choice(hay)[0]
    if dicho[:1] in ("{", "[") and dicho and azar.random() < 0.7:
        return json.dumps(_mudado(azar, json.loads(dicho)), ensure_ascii=False)
    return azar.choice(TEXTOS)


def _danar(ruta: Path, azar: Random) -> None:
    """Pone en una columna lo que no es de ella, aunque la tabla no lo admita, y la vuelve a sellar."""
    with closing(sqlite3.connect(ruta, isolation_level=None)) as base:
        base.execute(f"PRAGMA ignore_check_constraints = {azar.choice(('ON', 'OFF'))}")
        for _ in range(azar.choice((1, 1, 3))):
            tabla, columna, clase = azar.choice(hecha()[2])
            with suppress(sqlite3.Error, ValueError):  # no se dejó, o ya estaba dañado: queda como estaba
                dato = _malo(azar, base, tabla, columna, clase)
                valor = "CAST(? AS TEXT)" if isinstance(dato, bytes) else "?"
                filas = azar.choice(("1", f"id = (SELECT min(id) FROM {tabla})"))
                base.execute(f"UPDATE {tabla} SET {columna} = {valor} WHERE {filas}", (dato,))
        with suppress(sqlite3.OperationalError):  # si su sello no se puede calcular, tampoco se podrá aquí
            sello.sellar(base)


def _dichos(llegada: Llegada) -> list[str]:
    hallado = llegada.comparacion
    sueltos = (*hallado.cambios, *hallado.fuera, *llegada.avisos)
    preguntas = (duda.pregunta for duda in hallado.dudas)
    return [*map(str, sueltos), *preguntas, *(dicho for _, dicho in hallado.solo_aqui)]


@settings(max_examples=casos(25), deadline=None)
@given(semilla=st.integers(0, 2**32))
def test_se_rechaza_y_nada_cambia_o_lo_que_llega_se_puede_decir_imprimir_y_deshacer(semilla: int):
    aqui, buena, _ = hecha()
    ruta = buena.with_name("mala.parte")
    shutil.copy(buena, ruta)
    _danar(ruta, Random(semilla))
    copia = aqui.with_name("copia.sqlite")
    shutil.copy(aqui, copia)
    with abrir(copia) as exp:
        antes = contenido(exp)
        try:
            llegada = proponer(exp, ruta)
            dudas = {duda.de: duda.opciones[0].clave for duda in llegada.comparacion.dudas}
            llegada = proponer(exp, ruta, None, dudas)
            assert max(map(len, _dichos(llegada)), default=0) < 10_000
            aplicar(exp, TRIMESTRE, llegada, {cambio.clave for cambio in llegada.comparacion.cambios})
        except ErrorEsperado as reparo:
            assert str(reparo).endswith(".")
            assert contenido(exp) == antes
            return
        documento_de(exp.foto(TRIMESTRE))
        deshacer(exp)
        assert contenido(exp) == antes


def test_la_que_llama_a_un_componente_como_aqui_no_hay_se_recibe_y_se_deshace():
    """Lo que es solo su lugar («no tocó») llega a donde ya está: no hay qué cambiarle, y era un error."""
    aqui, buena, _ = hecha()
    ruta, copia = buena.with_name("de-otro-lugar.parte"), aqui.with_name("copia-de-lugar.sqlite")
    shutil.copy(buena, ruta)
    shutil.copy(aqui, copia)
    with closing(sqlite3.connect(ruta, isolation_level=None)) as base:
        base.execute("UPDATE lugar SET clave = '{\"a\": 1}' WHERE clave = '1'")
        sello.sellar(base)
    with abrir(copia) as exp:
        antes = contenido(exp)
        dudas = {duda.de: duda.opciones[0].clave for duda in proponer(exp, ruta).comparacion.dudas}
        llegada = proponer(exp, ruta, None, dudas)
        aplicar(exp, TRIMESTRE, llegada, {cambio.clave for cambio in llegada.comparacion.cambios})
        assert contenido(exp) != antes
        deshacer(exp)
        assert contenido(exp) == antes


def test_la_que_dice_guardarse_de_otro_modo_esta_danada(exp: Expediente, otro: Expediente, tmp_path: Path):
    ruta = tmp_path / "suya.parte"
    entregar(otro, TRIMESTRE, ["vecindad"], ruta, ahora)
    octetos = bytearray(ruta.read_bytes())
    octetos[47] = 9
    ruta.write_bytes(octetos)
    with pytest.raises(ErrorEsperado, match="está dañad"):
        proponer(exp, ruta)


def _bomba() -> bytes:
    """Una imagen chica que, abierta, ocuparía gigas."""
    bomba = bytearray(foto(clase="PNG"))
    bomba[16:24] = (60_000).to_bytes(4, "big") * 2
    bomba[29:33] = zlib.crc32(bytes(bomba[12:29])).to_bytes(4, "big")
    return bytes(bomba)


@pytest.mark.parametrize(
    ("nombre", "clase", "octetos", "dice"),
    [
        ("bomba.png", "foto", _bomba(), "puntos"),
        ("rota.jpg", "foto", foto()[:900], "incompleta"),
        ("orden.pdf", "pdf", b"MZ" + bytes(900), "no es una foto, un PDF ni un correo"),
        ("cortado.pdf", "pdf", escaneo(2)[:-300], "cortado"),
        ("foto.jpg", "pdf", foto(), "no es lo que dice"),
    ],
)
def test_la_evidencia_que_no_se_podria_adjuntar_tampoco_se_recibe(
    exp: Expediente, otro: Expediente, tmp_path: Path, nombre: str, clase: Any, octetos: bytes, dice: str
):
    mala = Preparada(octetos, sha256(octetos).hexdigest(), nombre, clase)
    adjuntar(otro, TRIMESTRE, Origen("lugar", "1.1"), Lote((mala,)))
    ruta = tmp_path / "suya.parte"
    entregar(otro, TRIMESTRE, ["vecindad"], ruta, ahora)
    porque = f"trae «{nombre}», y aquí no se puede guardar: .*{dice}.* No se cambió nada"
    with pytest.raises(ErrorEsperado, match=porque):
        proponer(exp, ruta)


def test_un_texto_sin_fin_se_lee_recortado(exp: Expediente, otro: Expediente, tmp_path: Path):
    nuevo_parrafo(otro, TRIMESTRE, PASO, "palabra " * 9_000)
    entregar(otro, TRIMESTRE, ["vecindad"], tmp_path / "suya.parte", ahora)
    (dicho,) = _dichos(proponer(exp, tmp_path / "suya.parte"))
    assert len(dicho) < 4_000
    nuevo_parrafo(otro, TRIMESTRE, PASO, "palabra " * 90_000)
    entregar(otro, TRIMESTRE, ["vecindad"], tmp_path / "otra.parte", ahora)
    with pytest.raises(ErrorEsperado, match="no se entiende"):
        proponer(exp, tmp_path / "otra.parte")


def test_quien_firma_con_un_nombre_sin_fin_se_lee_recortado(
    exp: Expediente, otro: Expediente, tmp_path: Path
):
    ruta = tmp_path / "suya.parte"
    entregar(otro, TRIMESTRE, ["vecindad"], ruta, ahora)
    with closing(sqlite3.connect(ruta, isolation_level=None)) as base:
        base.execute("UPDATE persona SET nombre = ?", ("Ana " * 9_000,))
        sello.sellar(base)
    dichos = [str(aviso) for aviso in proponer(exp, ruta).avisos if "Ana Ana" in str(aviso)]
    assert dichos and all(len(dicho) < 400 and "…" in dicho for dicho in dichos)


def test_lo_que_aqui_esta_en_otro_trimestre_no_se_cambia_sin_ensenarse(
    exp: Expediente, otro: Expediente, tmp_path: Path
):
    primero = Trimestre(TRIMESTRE.ejercicio, 1)
    suyo = Renglon("mudado", PASO, 9, asunto="como quedó aquí")
    guardar_renglon(exp, primero, suyo)
    guardar_renglon(otro, TRIMESTRE, replace(suyo, asunto="como sigue allá"))
    ruta = tmp_path / "suya.parte"
    entregar(otro, TRIMESTRE, ["vecindad"], ruta, ahora)
    llegada = proponer(exp, ruta)
    assert [(fuera.que) for fuera in llegada.comparacion.fuera] == [
        "aquí está en otro trimestre o en otro componente: quítelo de ahí y vuelva a recibirla."
    ]
    with pytest.raises(ErrorEsperado, match="No se eligió nada"):
        aplicar(exp, TRIMESTRE, llegada, {"registro:mudado"})
    assert exp.foto(primero).renglon["mudado"].asunto == "como quedó aquí"
