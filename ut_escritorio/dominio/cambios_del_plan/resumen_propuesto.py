"""Lo que se propone decir en el resumen: cada número en una frase, como la escribiría la oficina."""

from __future__ import annotations

import re

from ut_escritorio.dominio.numeros.por_componente import por_componente
from ut_escritorio.dominio.palabras.llano import llano
from ut_escritorio.dominio.palabras.participios import de_una, lo_que_se_hizo
from ut_escritorio.dominio.palabras.patrones import Campo, Eleccion, Literal, Pieza, escrito_tal_cual, leer
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.plan.cifras import Cifra, Razon
from ut_escritorio.dominio.plan.textos import textos_de

_FRASES = 6
_CONTRA = "[, {{contra_anterior.{0}}}][, {{contra_hace_un_anio.{0}}}]."
_SE_HIZO = re.compile(r"\b[Ss]e (\w+ron) $")
_SE = re.compile(r"\b[Ss]e $")


def frases_propuestas(plan: Plan) -> tuple[str, ...]:
    """La de cada número del Tablero o, sin ninguno, de los primeros de sus cuadros, contra los de antes."""
    de_los_cuadros = [una.cifra for _, suyas in por_componente(plan) for una in suyas]
    sin_tablero = [(cifra.clave, cifra.nombre) for cifra in de_los_cuadros[:_FRASES]]
    dichas = [(mosaico.cifra, mosaico.rotulo) for mosaico in plan.mosaicos] or sin_tablero
    return tuple(
        _de_una(plan, plan.cifra[clave], rotulo, es_la_primera=n == 0) + _CONTRA.format(clave)
        for n, (clave, rotulo) in enumerate(dichas)
    )


def _de_una(plan: Plan, cifra: Cifra, rotulo: str, *, es_la_primera: bool) -> str:
    """«En el trimestre se recibieron 71 solicitudes»; si no se sabe qué se hizo, «hubo»."""
    es_razon = isinstance(cifra.fuente, Razon)
    cuantas = f"{{cifra.{cifra.clave}:{'unidad' if es_razon else 'uno_en_letra'}}}"
    como = None if es_razon else _con_verbo(plan, cifra, cuantas)
    if como is None:
        return f"{escrito_tal_cual(rotulo)}: {cuantas} en el trimestre"
    return f"En el trimestre {como}" if es_la_primera else f"{como[0].upper()}{como[1:]}"


def _con_verbo(plan: Plan, cifra: Cifra, cuantas: str) -> str | None:
    """Con el verbo del plan, el de su nombre o «hubo»; None si su nombre no empieza con lo que cuenta."""
    if del_plan := _como_lo_dice_el_plan(plan, cifra.clave):
        return f"se {del_plan} {cuantas}"
    resto = _tras_la_cosa(cifra)
    if resto is None:
        return None
    hecho = lo_que_se_hizo(resto)
    verbo = f"se {{cifra.{cifra.clave}?{hecho.uno}|{hecho.varios}}}" if hecho else "hubo"
    return " ".join(filter(None, (verbo, cuantas, escrito_tal_cual(hecho.resto if hecho else resto))))


def _tras_la_cosa(cifra: Cifra) -> str | None:
    """Lo que su nombre dice después de lo que cuenta: «recibidas», de «Solicitudes recibidas»."""
    palabras, cosa = cifra.nombre.split(), cifra.unidad.plural.split()
    iguales = 0
    while iguales < min(len(palabras), len(cosa)) and llano(palabras[iguales]) == llano(cosa[iguales]):
        iguales += 1
    return " ".join(palabras[iguales:]) if iguales else None


def _como_lo_dice_el_plan(plan: Plan, clave: str) -> str:
    """El verbo con que un texto del plan dice ese número: el de «Se dieron {cifra.k:unidad}»."""
    este = {Campo(f"cifra.{clave}", (forma,)) for forma in ("unidad", "uno_en_letra")}
    citados = (t.texto for t in textos_de(plan) if t.es_patron and f"{{cifra.{clave}:" in t.texto)
    verbos = (
        _verbo_antes(piezas[:donde], clave)
        for piezas in map(leer, citados)
        for donde, pieza in enumerate(piezas)
        if pieza in este
    )
    return next(filter(None, verbos), "")


def _verbo_antes(piezas: tuple[Pieza, ...], clave: str) -> str:
    match piezas:
        case (*_, Literal(texto)) if hallado := _SE_HIZO.search(texto):
            return f"{{cifra.{clave}?{de_una(hallado[1])}|{hallado[1]}}}"
        case (*_, Literal(texto), Eleccion(nombre, (), uno, varios), Literal(" ")) if _SE.search(texto):
            return f"{{{nombre}?{uno}|{varios}}}"
        case _:
            return ""
