"""La oficina pequeña, con la serie ya empezada y una carta a la mano."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.datos.conftest import archivo, exp, molde
from tests.datos.oficina import PASO, TRIMESTRE
from ut_escritorio.dominio.cartas.carta import Carta
from ut_escritorio.dominio.oficios.oficio import DelPapel, Oficio
from ut_escritorio.dominio.trimestre.renglones import Cita, Parte
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.captura.renglones import nuevo_renglon
from ut_escritorio.servicios.oficios import anotar, cartas

__all__ = ["archivo", "exp", "molde"]

HOY = date(2031, 7, 4)
TESORERIA = Parte("destinatario", "tesoreria")


@pytest.fixture
def con_serie(exp: Expediente) -> Expediente:
    empezar_la_serie(exp)
    return exp


def empezar_la_serie(exp: Expediente) -> None:
    citas = (Cita("PR/0900/2031"),)
    nuevo_renglon(exp, TRIMESTRE, PASO, medio="oficio", sentido="enviado", citas=citas)


def nueva(exp: Expediente, *partes: Parte, plantilla: str = "actualizacion", **de_la_carta: Any) -> str:
    """Un oficio sin número con su carta escrita; da su uid."""
    papel = DelPapel(partes=partes or (TESORERIA,))
    oficio, _ = anotar.agregar(exp, TRIMESTRE, Oficio("", papel=papel))
    cartas.con_plantilla(exp, TRIMESTRE, oficio.uid, HOY, plantilla)
    escribir(exp, oficio.uid, **{"campos": {"modulo": "Horarios"}, **de_la_carta})
    return oficio.uid


def escribir(exp: Expediente, uid: str, **de_la_carta: Any) -> None:
    cartas.escribir(exp, TRIMESTRE, uid, replace(carta_de(exp, uid), **de_la_carta))


def carta_de(exp: Expediente, uid: str) -> Carta:
    return cartas.abrir_carta(exp, uid, HOY).carta


def dicha(exp: Expediente, uid: str) -> Any:
    return cartas.abrir_carta(exp, uid, HOY).dicha
