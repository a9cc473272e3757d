"""Lo que se pide de las metas, las evidencias y las partes, según lo que se escribió."""

from __future__ import annotations

import argparse
from typing import Any

from ut_escritorio.linea_de_comandos.pedidos import (
    EntregarParte,
    Evidencias,
    ModificarMeta,
    RecibirParte,
    VerAvance,
)
from ut_escritorio.linea_de_comandos.terminal.lector import NoSeEntiende


def avance(**escrito: Any) -> VerAvance | ModificarMeta:
    """Ver el avance o, con lo que la modifica, cambiar una meta; NoSeEntiende si le falta algo."""
    leido = argparse.Namespace(**escrito)
    de_la_meta = (leido.actividad, leido.meta, leido.motivo)
    if not any((*de_la_meta, leido.fecha, leido.oficio)):
        return VerAvance(leido.archivo, leido.ejercicio, leido.trimestre, leido.json)
    if leido.json or not all(de_la_meta):
        raise NoSeEntiende(
            "Para modificar una meta diga --actividad, --meta y --motivo (y, si quiere, --fecha y --oficio)."
        )
    return ModificarMeta(
        leido.archivo, leido.ejercicio, leido.trimestre, *de_la_meta, leido.fecha, leido.oficio
    )  # fmt: skip


def evidencias(**escrito: Any) -> Evidencias:
    """Ver, adjuntar o guardar evidencias; NoSeEntiende si se pide más de una cosa."""
    leido = argparse.Namespace(**escrito)
    if bool(leido.adjuntar) != bool(leido.a):
        raise NoSeEntiende("--adjuntar y --a van juntos: qué archivos, y de qué oficio o lugar son.")
    if leido.fecha and not leido.a:
        raise NoSeEntiende("--fecha va con --a: de qué lugar es el renglón de ese día.")
    if sum(map(bool, (leido.adjuntar, leido.json, leido.guardar_en))) > 1:
        raise NoSeEntiende("Pida una sola cosa: --json, --adjuntar o --guardar-en.")
    return Evidencias(
        leido.archivo, leido.ejercicio, leido.trimestre, leido.json, tuple(leido.adjuntar), leido.a,
        leido.fecha, leido.guardar_en,
    )  # fmt: skip


def entregar(departamentos: list[str], **escrito: Any) -> EntregarParte:
    """Entregar la parte de esos departamentos; sin ninguno, la de todos."""
    return EntregarParte(departamentos=tuple(departamentos), **escrito)


def recibir(contestar: list[str], **escrito: Any) -> RecibirParte:
    """Recibir una parte; NoSeEntiende si una duda no se contesta con números."""
    leido = argparse.Namespace(**escrito)
    if (leido.ejercicio is None) != (leido.trimestre is None):
        raise NoSeEntiende("--ejercicio y --trimestre van juntos.")
    if leido.todo and not leido.aplicar:
        raise NoSeEntiende("--todo va con --aplicar: también recibe lo que aquí cambió.")
    pares = [dicho.partition("=")[::2] for dicho in contestar]
    if mal := [
        dicho for dicho, par in zip(contestar, pares, strict=True) if not all(map(str.isdecimal, par))
    ]:
        raise NoSeEntiende(f"«{mal[0]}» no contesta ninguna duda; escríbalo como --contestar 1=2.")
    return RecibirParte(contestar=tuple((int(duda), int(opcion)) for duda, opcion in pares), **escrito)
