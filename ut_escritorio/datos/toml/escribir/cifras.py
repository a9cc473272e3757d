"""Lo que se cuenta, como va en el texto de un plan."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, assert_never

from ut_escritorio.datos.toml.escribir.llano import en_orden, llano, tabla
from ut_escritorio.dominio.palabras.sustantivos import Sustantivo
from ut_escritorio.dominio.plan.arbol import Medio
from ut_escritorio.dominio.plan.cifras import (
    Capturada,
    Cifra,
    Contada,
    DelLibro,
    Formula,
    Fuente,
    Porcion,
    Razon,
)


def de_sustantivo(sustantivo: Sustantivo) -> dict[str, Any]:
    """Las tres llaves de una cosa que se cuenta."""
    return tabla(sustantivo, genero=sustantivo.genero)


def de_medio(medio: Medio) -> dict[str, Any]:
    """Las llaves de un medio, con su sustantivo entre ellas."""
    de_su_unidad = de_sustantivo(medio.unidad)
    return en_orden(tabla(medio, unidad=None, **de_su_unidad), ("clave", "frase", *de_su_unidad))


def de_cifra(cifra: Cifra, sustantivos: Mapping[str, Sustantivo]) -> dict[str, Any]:
    """Las llaves de una cifra: de dónde sale, entre ellas."""
    de_que = next((clave for clave, suyo in sustantivos.items() if suyo == cifra.unidad), None)
    aparte: dict[str, object] = {"fuente": None, "contraste": None, **_de_fuente(cifra.fuente)}
    if cifra.contraste:
        aparte["libro" if isinstance(cifra.contraste, DelLibro) else "contraste"] = tabla(cifra.contraste)
    por_dia = {"por_dia": cifra.por_dia} if cifra.por_dia else {}
    return tabla(cifra, unidad=de_que or de_sustantivo(cifra.unidad), por_dia=None, **aparte) | por_dia


def _de_fuente(fuente: Fuente) -> dict[str, Any]:
    match fuente:
        case Capturada():
            return {"captura": llano(fuente.captura), **tabla(fuente, captura=None)}
        case Contada():
            return {"cuenta": tabla(fuente)}
        case DelLibro():
            return {"cuenta_del_libro": tabla(fuente)}
        case Formula():
            return {"formula": tabla(fuente)}
        case Porcion():
            return {"porcion": {"de": fuente.de, "donde": {c.campo: list(c.valores) for c in fuente.donde}}}
        case Razon():
            return {"porcentaje" if fuente.por_cien else "promedio": tabla(fuente, por_cien=None)}
        case _:
            assert_never(fuente)
