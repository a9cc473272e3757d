"""A quien ocupa el archivo se le espera una vez, y ya no hasta verlo libre: se cuentan las esperas."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.datos.oficina import ABRIL, PASO, TRIMESTRE
from tests.datos.test_fallas import LECTURAS
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.captura.numeros import capturar
from ut_escritorio.servicios.captura.renglones import nuevo_parrafo

pytestmark = pytest.mark.usefixtures("poca_espera")
OCUPADO = "Otro programa está usando el archivo"


@contextmanager
def ocupado(archivo: Path, como: str = "EXCLUSIVE") -> Iterator[None]:
    otro = sqlite3.connect(archivo, isolation_level=None)
    otro.execute(f"BEGIN {como}")
    yield
    otro.close()


def no_deja(que) -> None:
    with pytest.raises(ErrorEsperado, match=OCUPADO):
        que()


def las_que_esperaron(esperas: list[float]) -> int:
    return sum(espera > 0 for espera in esperas)


def test_de_muchas_lecturas_seguidas_solo_espera_la_primera(exp: Expediente, archivo: Path, esperas):
    capturar(exp, TRIMESTRE, ABRIL, 76)
    with ocupado(archivo):
        for leer in LECTURAS:
            no_deja(lambda leer=leer: leer(exp))
        assert len(esperas) >= len(LECTURAS)
        assert las_que_esperaron(esperas) == 1


def test_visto_libre_al_leer_vuelve_a_esperar_a_quien_lo_ocupe(exp: Expediente, archivo: Path, esperas):
    for _ in range(3):
        with ocupado(archivo):
            no_deja(lambda: capturar(exp, TRIMESTRE, ABRIL, 5))
            no_deja(lambda: exp.foto(TRIMESTRE))
        assert exp.foto(TRIMESTRE).conteos.en(ABRIL) == 77
    assert las_que_esperaron(esperas) == 3


def test_visto_libre_al_escribir_vuelve_a_esperar(exp: Expediente, archivo: Path, esperas):
    with ocupado(archivo):
        no_deja(lambda: capturar(exp, TRIMESTRE, ABRIL, 5))
    capturar(exp, TRIMESTRE, ABRIL, 5)
    with ocupado(archivo):
        no_deja(lambda: capturar(exp, TRIMESTRE, ABRIL, 6))
    assert exp.foto(TRIMESTRE).conteos.en(ABRIL) == 5
    assert las_que_esperaron(esperas) == 2


def test_preguntar_si_esta_libre_no_espera_y_si_lo_esta_lo_siguiente_si(
    exp: Expediente, archivo: Path, esperas
):
    capturar(exp, TRIMESTRE, ABRIL, 5)
    with ocupado(archivo):
        assert not exp.libre
        no_deja(lambda: capturar(exp, TRIMESTRE, ABRIL, 6))
    assert exp.libre
    esperas.clear()
    with ocupado(archivo):
        no_deja(lambda: capturar(exp, TRIMESTRE, ABRIL, 6))
    assert las_que_esperaron(esperas) == 1


def test_lo_que_ella_pide_espera_otra_vez(exp: Expediente, archivo: Path, esperas):
    with ocupado(archivo):
        no_deja(lambda: exp.foto(TRIMESTRE))
        exp.esperar()
        no_deja(lambda: nuevo_parrafo(exp, TRIMESTRE, PASO, "Hola"))
        no_deja(lambda: exp.foto(TRIMESTRE))
    assert las_que_esperaron(esperas) == 2


def test_al_confirmar_si_se_espera_a_quien_lo_esta_leyendo(exp: Expediente, archivo: Path, esperas):
    """Quien lee deja apartar la escritura, pero no terminarla; lo de ella ya va a medias."""
    with ocupado(archivo):
        no_deja(lambda: exp.foto(TRIMESTRE))
    lector = sqlite3.connect(archivo, isolation_level=None)
    lector.execute("BEGIN")
    lector.execute("SELECT count(*) FROM conteo").fetchone()
    no_deja(lambda: capturar(exp, TRIMESTRE, ABRIL, 5))
    lector.close()
    assert las_que_esperaron(esperas) == 2
    assert exp.foto(TRIMESTRE).conteos.en(ABRIL) == 77
