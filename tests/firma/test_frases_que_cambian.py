"""Un informe abierto que otra versión del programa dice de otro modo: cuáles frases, y solo esas."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.datos.oficina import ABRIL, TRIMESTRE
from tests.firma.test_otro_programa import otra_version
from ut_escritorio.datos.disco import dichos
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.captura.numeros import capturar
from ut_escritorio.servicios.captura.renglones import guardar_renglon
from ut_escritorio.servicios.entrega.firma import firmar
from ut_escritorio.servicios.entrega.frases import frases_que_cambian, recordar_frases

__all__ = ["otra_version"]


@pytest.fixture
def recuerdos(tmp_path: Path) -> Path:
    return tmp_path / "ajustes" / "frases.json"


def cambian(exp: Expediente, recuerdos: Path) -> list[tuple[str, str]]:
    return [(d.antes, d.ahora) for d in frases_que_cambian(recuerdos, exp, exp.foto(TRIMESTRE))]


def test_sin_recuerdo_o_con_la_misma_version_no_se_dice_nada(exp: Expediente, recuerdos: Path):
    assert cambian(exp, recuerdos) == []
    recordar_frases(recuerdos, exp, TRIMESTRE)
    assert cambian(exp, recuerdos) == []
    capturar(exp, TRIMESTRE, ABRIL, 78)
    assert cambian(exp, recuerdos) == [], "lo que ella cambió no lo cambió el programa"


def test_otra_version_dice_cuales_y_lo_de_ella_no_cuenta(
    exp: Expediente, recuerdos: Path, otra_version: Callable[[], None]
):
    recordar_frases(recuerdos, exp, TRIMESTRE)
    renglon = exp.foto(TRIMESTRE).renglones[1]
    guardar_renglon(exp, TRIMESTRE, replace(renglon, asunto="las sesiones"))
    otra_version()
    assert cambian(exp, recuerdos) == [("Siendo 3 y 141.", "Suman 3 y 141.")]
    capturar(exp, TRIMESTRE, ABRIL, 78)
    assert cambian(exp, recuerdos) == [], "esa frase ya dice otro número: lo que cambió son los datos"
    recordar_frases(recuerdos, exp, TRIMESTRE)
    assert cambian(exp, recuerdos) == [], "se dice una vez"


def test_lo_firmado_ni_se_recuerda_ni_se_compara(
    exp: Expediente, recuerdos: Path, otra_version: Callable[[], None]
):
    recordar_frases(recuerdos, exp, TRIMESTRE)
    firmar(exp, TRIMESTRE, date(2031, 7, 4))
    escrito = recuerdos.read_bytes()
    recordar_frases(recuerdos, exp, TRIMESTRE)
    otra_version()
    assert (cambian(exp, recuerdos), recuerdos.read_bytes()) == ([], escrito)


@pytest.mark.parametrize("basura", ["", "{", "[]", '{"x": 1}', '{"a 2031-2": {"accion": "no"}}'])
def test_un_recuerdo_que_no_se_entiende_es_como_no_tenerlo(exp: Expediente, recuerdos: Path, basura: str):
    recordar_frases(recuerdos, exp, TRIMESTRE)
    recuerdos.write_text(basura, encoding="utf-8")
    assert cambian(exp, recuerdos) == []
    recordar_frases(recuerdos, exp, TRIMESTRE)
    assert "Siendo 3 y 141." in recuerdos.read_text(encoding="utf-8")


def test_se_recuerdan_los_ultimos_y_si_no_se_deja_escribir_nada_pasa(recuerdos: Path, tmp_path: Path):
    for n in range(12):
        dichos.anotar(recuerdos, f"informe {n}", dichos.LoDicho(n, {"a": "b"}))
    quedan = [n for n in range(12) if dichos.leer(recuerdos, f"informe {n}")]
    assert quedan == [*range(4, 12)]
    estorbo = tmp_path / "no es carpeta"
    estorbo.write_text("", encoding="utf-8")
    dichos.anotar(estorbo / "frases.json", "informe", dichos.LoDicho(1, {}))
    assert dichos.leer(estorbo / "frases.json", "informe") is None
