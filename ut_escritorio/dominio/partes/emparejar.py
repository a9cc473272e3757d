"""Qué es lo mismo en los dos archivos, aunque no lleve la misma identidad; lo que no se sabe, se pregunta."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from difflib import get_close_matches
from typing import Any, cast

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficios.identidad import Igual, el_mismo, llave_del_papel
from ut_escritorio.dominio.palabras.llano import llano
from ut_escritorio.dominio.partes.cosa import (
    OFICIO,
    PARRAFO,
    RENGLON,
    UNIDAD,
    Cosa,
    Nombra,
    Parte,
    con_otros_nombres,
)
from ut_escritorio.dominio.partes.decir import decir
from ut_escritorio.dominio.plan.formas import Sentido
from ut_escritorio.dominio.trimestre.renglones import Parte as ConQuien
from ut_escritorio.dominio.trimestre.renglones import leer_folio

AQUI, LLEGA, FUERA = "aquí", "llega", "fuera"
_PARECIDO = 0.75
_DEL_PAPEL = ("fecha", "mes", "asunto", "partes", "clase", "expediente", "cancelado")


@congelado
class Opcion:
    """Una manera de contestar una duda: cómo se escribe en la terminal y cómo se lee."""

    clave: str
    dice: str


@congelado
class Duda:
    """Algo que puede ser lo mismo y no consta: qué se pregunta y lo que se puede contestar."""

    de: Nombra
    pregunta: str
    opciones: tuple[Opcion, ...]


@congelado
class Emparejadas:
    """Cómo se llama aquí lo de allá, lo que falta contestar y lo que ella dejó fuera.

    `en_otro_lado`: las claves de lo que aquí está en otro trimestre o en un componente que no es de la parte.
    """

    otros: Mapping[Nombra, Nombra] = field(default_factory=dict[Nombra, Nombra])
    dudas: tuple[Duda, ...] = ()
    fuera: frozenset[Nombra] = frozenset()
    de_aqui: frozenset[Nombra] = frozenset()
    en_otro_lado: frozenset[str] = frozenset()


def emparejar(suya: Parte, nuestra: Parte, contestadas: Mapping[Nombra, str]) -> tuple[Parte, Emparejadas]:
    """La parte como se llama aquí cada cosa suya, y con qué se emparejó."""
    areas = _areas(suya, nuestra, contestadas)
    con_areas = suya.con(lambda cosa: con_otros_nombres(cosa, areas.otros))
    papeles, completos = _papeles(con_areas, nuestra, contestadas)
    con_papeles = con_areas.con(
        lambda cosa: completos.get(cosa.clave) or con_otros_nombres(cosa, papeles.otros)
    )
    anotado = dict(_iguales(con_papeles, nuestra, (RENGLON, PARRAFO)))
    con_anotado = con_papeles.con(lambda cosa: con_otros_nombres(cosa, anotado))
    pruebas = dict(_iguales(con_anotado, nuestra, ("evidencia",)))
    lista = con_anotado.con(lambda cosa: con_otros_nombres(cosa, pruebas))
    otros = {**areas.otros, **papeles.otros, **anotado, **pruebas}
    nombres = {otros.get(nombra, nombra): dicho for nombra, dicho in suya.nombres.items()}
    return replace(lista, nombres=nombres), Emparejadas(
        otros, (*areas.dudas, *papeles.dudas), papeles.fuera, papeles.de_aqui
    )


# Las áreas


def _areas(suya: Parte, nuestra: Parte, contestadas: Mapping[Nombra, str]) -> Emparejadas:
    aqui = {cosa.uid: cosa for cosa in nuestra.cosas if cosa.tabla == UNIDAD}
    por_nombre = {llano(cosa.dice["nombre"]): cosa for cosa in aqui.values()}
    otros: dict[Nombra, Nombra] = {}
    dudas: list[Duda] = []
    for cosa in _mencionadas(suya):
        nombra, nombre = Nombra(UNIDAD, cosa.uid), cosa.dice["nombre"]
        igual = por_nombre.get(llano(nombre))
        suyo = aqui.get(cosa.uid)
        if suyo is not None and (igual is None or _se_parecen(nombre, suyo.dice["nombre"])):
            continue
        if igual is not None:
            otros[nombra] = Nombra(UNIDAD, igual.uid)
            continue
        parecidas = _parecidas(nombre, por_nombre)
        respuesta = contestadas.get(nombra)
        if parecidas and respuesta is None:
            opciones = tuple(Opcion(p.uid, f"Es «{p.dice['nombre']}»") for p in parecidas)
            que = f"El área «{nombre}» no está aquí con ese nombre. ¿Cuál es?"
            dudas.append(Duda(nombra, que, (*opciones, Opcion(LLEGA, "Es otra: agregarla"))))
        elif respuesta in aqui:
            otros[nombra] = Nombra(UNIDAD, respuesta)
    return Emparejadas(otros, tuple(dudas))


def _mencionadas(suya: Parte) -> list[Cosa]:
    mencionadas = {n.uid for cosa in suya.cosas for n in cosa.nombra if n.tabla == UNIDAD}
    return [cosa for cosa in suya.cosas if cosa.tabla == UNIDAD and cosa.uid in mencionadas]


def _se_parecen(uno: str, otro: str) -> bool:
    return bool(get_close_matches(llano(uno), [llano(otro)], 1, _PARECIDO))


def _parecidas(nombre: str, por_nombre: Mapping[str, Cosa]) -> list[Cosa]:
    return [por_nombre[llana] for llana in get_close_matches(llano(nombre), por_nombre, 3, _PARECIDO)]


# Los oficios


def _papeles(
    suya: Parte, nuestra: Parte, contestadas: Mapping[Nombra, str]
) -> tuple[Emparejadas, dict[str, Cosa]]:
    """Con cuál de aquí va cada oficio de allá; los que se completan, ya completos, por su clave de allá."""
    aqui = {cosa.uid: cosa for cosa in nuestra.cosas if cosa.tabla == OFICIO}
    por_llave: dict[tuple[object, ...], list[Cosa]] = {}
    alla = {cosa.uid for cosa in suya.cosas if cosa.tabla == OFICIO}
    for cosa in (cosa for uid, cosa in aqui.items() if uid not in alla):
        por_llave.setdefault(llave_de_oficio(cosa), []).append(cosa)
    otros: dict[Nombra, Nombra] = {}
    completos: dict[str, Cosa] = {}
    dudas: list[Duda] = []
    fuera: set[Nombra] = set()
    de_aqui: set[Nombra] = set()
    for cosa in (cosa for cosa in suya.cosas if cosa.tabla == OFICIO):
        llave = llave_de_oficio(cosa)
        igual = _el_de_aqui(cosa, por_llave.get(llave, ())) if llave and cosa.uid not in aqui else None
        if igual is None:
            continue
        nombra, suyo = Nombra(OFICIO, cosa.uid), Nombra(OFICIO, igual.uid)
        respuesta = contestadas.get(nombra)
        distintos = _se_contradicen(cosa, igual)
        if distintos and respuesta is None:
            dudas.append(_duda(nombra, suya, cosa, nuestra, igual))
        elif respuesta == FUERA:
            fuera.add(nombra)
        else:
            otros[nombra] = suyo
            if respuesta == AQUI:
                de_aqui.add(suyo)
            if not distintos:
                completos[cosa.clave] = _completo(cosa, igual)
    return Emparejadas(otros, tuple(dudas), frozenset(fuera), frozenset(de_aqui)), completos


def llave_de_oficio(cosa: Cosa) -> tuple[object, ...]:
    """Lo que comparten dos oficios que pueden ser el mismo papel; vacía si no lleva número."""
    return (
        llave_del_papel(leer_folio(cosa.dice["folio"]), cosa.dice["ejercicio"]) if cosa.dice["folio"] else ()
    )


def _el_de_aqui(cosa: Cosa, posibles: Sequence[Cosa]) -> Cosa | None:
    iguales = (Igual(otra, cast(Sentido, otra.dice["sentido"]), _con(otra)) for otra in posibles)
    return el_mismo(cast(Sentido, cosa.dice["sentido"]), _con(cosa), iguales)


def _con(cosa: Cosa) -> tuple[ConQuien, ...]:
    return tuple(ConQuien(p["rol"], str(p["unidad"] or ""), p["texto"]) for p in cosa.dice["partes"])


def _se_contradicen(una: Cosa, otra: Cosa) -> bool:
    """Si los dos dicen algo de lo mismo, y no es lo mismo."""
    return any(
        una.dice[campo] and otra.dice[campo] and _llano(una.dice[campo]) != _llano(otra.dice[campo])
        for campo in _DEL_PAPEL
    )


def _llano(dicho: Any) -> Any:
    return llano(dicho) if isinstance(dicho, str) else dicho


def _completo(suya: Cosa, nuestra: Cosa) -> Cosa:
    """El de aquí, con lo que allá se sabe y aquí no."""
    dice = {campo: nuestra.dice[campo] or valor for campo, valor in suya.dice.items()}
    if nuestra.dice["cancelado"] is not None:
        dice["cancelado"] = nuestra.dice["cancelado"]
    return replace(nuestra, dice=dice)


def _duda(nombra: Nombra, suya: Parte, cosa: Cosa, nuestra: Parte, igual: Cosa) -> Duda:
    alla, aqui = decir(suya, cosa), decir(nuestra, igual)
    return Duda(
        nombra,
        f"{cosa.dice['folio']} son dos oficios: el que llega es «{alla}» y el de aquí «{aqui}». ¿Cuál queda?",
        (
            Opcion(AQUI, "Es el mismo: queda como está aquí"),
            Opcion(LLEGA, "Es el mismo: queda como llega"),
            Opcion(FUERA, "Son dos: no recibirlo ni lo que habla de él, hasta corregir su número"),
        ),
    )


# Lo que se anotó en los dos lados


def _iguales(suya: Parte, nuestra: Parte, tablas: Sequence[str]) -> Iterator[tuple[Nombra, Nombra]]:
    """Lo que dice letra por letra lo mismo en el mismo lugar, sin la misma identidad: cada una una vez."""
    alla = {cosa.uid for cosa in suya.cosas if cosa.tabla in tablas}
    aqui = {cosa.uid for cosa in nuestra.cosas if cosa.tabla in tablas}
    libres: dict[tuple[str, str, str], list[str]] = {}
    for cosa in nuestra.cosas:
        if cosa.tabla in tablas and cosa.uid not in alla:
            libres.setdefault((cosa.tabla, cosa.lugar, cosa.huella), []).append(cosa.uid)
    for cosa in suya.cosas:
        if cosa.tabla in tablas and cosa.uid not in aqui:
            iguales = libres.get((cosa.tabla, cosa.lugar, cosa.huella))
            if iguales:
                yield Nombra(cosa.tabla, cosa.uid), Nombra(cosa.tabla, iguales.pop(0))
