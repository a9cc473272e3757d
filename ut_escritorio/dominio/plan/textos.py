"""Cada texto de un plan: recorrerlos, cambiar uno o decirlos todos de otra manera.

Son textos lo que ella lee o se imprime; las claves con que unas cosas nombran a otras no lo son.
A cada uno se llega por su ruta.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, cast

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.plan.apartados import Apartado, Firmante
from ut_escritorio.dominio.plan.arbol import (
    Actividad,
    Componente,
    Departamento,
    Estilo,
    Mosaico,
    Paso,
    Plan,
    PlantillaOficio,
    Ruta,
)
from ut_escritorio.dominio.plan.cifras import Cifra, Concordancia
from ut_escritorio.dominio.plan.cuadros import Banda, Cuadro, Pie
from ut_escritorio.dominio.plan.formas import Campo, Forma

_OFICIO = "oficio de remisión"
_DE_LUGAR = {"nombre": "nombre", "corto": "nombre corto"}
_TEXTOS: Mapping[type, Mapping[str, str]] = {
    Departamento: {"nombre": "nombre del departamento"},
    PlantillaOficio: dict.fromkeys(
        ("datos", "lugar_y_fecha", "saludo", "cuerpo", "despedida", "copias"), _OFICIO
    ),
    Apartado: {"texto": "texto"},
    Firmante: {"rotulo": "firma"},
    Componente: _DE_LUGAR,
    Actividad: _DE_LUGAR,
    Paso: _DE_LUGAR,
    Forma: {"nombre": "nombre de una frase", "texto": "frase", "etiquetas": "rótulo de un dato"},
    Campo: {"etiqueta": "rótulo de un dato"},
    Estilo: dict.fromkeys(("actividad", "nombre_actividad", "paso", "valor"), "encabezado"),
    Cifra: {"nombre": "nombre de un número"},
    Cuadro: {"titulo": "título de un cuadro", "esquina": "rótulo de un cuadro"},
    Banda: {"encabezado": "rótulo de un cuadro", "etiquetas": "rótulo de un cuadro"},
    Pie: {"rotulo": "rótulo de un cuadro"},
    Concordancia: {"mensaje": "aviso"},
    Mosaico: {"rotulo": "rótulo del Tablero"},
}
_CON_TEXTOS = (
    "departamentos", "portada", "componentes", "ultima", "cuadros", "cifras", "concordancias", "mosaicos",
)  # fmt: skip
_PATRONES = {
    (Apartado, "texto"), (Forma, "texto"), *((PlantillaOficio, campo) for campo in _TEXTOS[PlantillaOficio]),
    *((Estilo, campo) for campo in _TEXTOS[Estilo]),
}  # fmt: skip


@congelado
class TextoDelPlan:
    """Un texto, por dónde se llega a él, de quién es (su clave) y qué es («título de un cuadro»).

    `dueno` es la clave de la cosa con clave que lo lleva; `lugar`, la del componente, actividad o paso en
    que se lee (vacía: ninguno); `es_patron`: puede llevar campos.
    """

    ruta: Ruta
    texto: str
    dueno: str
    que: str
    lugar: str = ""
    es_patron: bool = False


def textos_de(plan: Plan) -> Iterator[TextoDelPlan]:
    """Los textos del plan que no están vacíos, en el orden del informe y luego los de la pantalla."""
    for nombre in _CON_TEXTOS:
        yield from _textos(getattr(plan, nombre), (nombre,), "", "")


def con_texto(plan: Plan, ruta: Ruta, texto: str) -> Plan:
    """El plan con otro texto al que se llega por esa ruta."""
    return _poner(plan, ruta, texto)


def texto_en(plan: Plan, ruta: Ruta) -> TextoDelPlan | None:
    """El texto al que se llega por una ruta; None si ahí no hay ninguno, o está vacío."""
    return next((texto for texto in textos_de(plan) if texto.ruta == ruta), None)


def lo_de(plan: Plan, ruta: Ruta) -> Any:
    """La cosa del plan que lleva el texto al que se llega por una ruta."""
    de_quien: Any = plan
    valor: Any = plan
    for llave in ruta:
        if is_dataclass(valor):
            de_quien = valor
        valor = _dentro(valor, llave)
    return de_quien


def _dentro(valor: Any, llave: str | int) -> Any:
    if isinstance(valor, tuple):
        partes = cast(tuple[Any, ...], valor)
        return partes[llave] if isinstance(llave, int) else next(p for p in partes if p.clave == llave)
    return cast(Mapping[Any, Any], valor)[llave] if isinstance(valor, Mapping) else getattr(valor, str(llave))


def con_textos_por(plan: Plan, decir: Callable[[str], str]) -> Plan:
    """El plan con cada uno de sus textos dicho como `decir` lo diga."""
    for texto in tuple(textos_de(plan)):
        nuevo = decir(texto.texto)
        if nuevo != texto.texto:
            plan = con_texto(plan, texto.ruta, nuevo)
    return plan


def _textos(valor: Any, ruta: Ruta, dueno: str, lugar: str) -> Iterator[TextoDelPlan]:
    if isinstance(valor, tuple):
        for n, parte in enumerate(cast(tuple[Any, ...], valor)):
            yield from _textos(parte, (*ruta, getattr(parte, "clave", n)), dueno, lugar)
    elif is_dataclass(valor):
        suyo = getattr(valor, "clave", dueno)
        aqui = _lugar_de(valor, suyo) or lugar
        for campo in fields(valor):
            dentro, que = getattr(valor, campo.name), _TEXTOS.get(type(valor), {}).get(campo.name)
            if que is None:
                yield from _textos(dentro, (*ruta, campo.name), suyo, aqui)
                continue
            patron = (type(valor), campo.name) in _PATRONES
            for llave, texto in _sueltos(dentro):
                if texto.strip():
                    yield TextoDelPlan((*ruta, campo.name, *llave), texto, suyo, que, aqui, patron)


def _lugar_de(valor: Any, clave: str) -> str:
    """El lugar que algo es, o en el que un cuadro se imprime."""
    if isinstance(valor, (Componente, Actividad, Paso)):
        return clave
    return clave.partition("#")[0] if isinstance(valor, Cuadro) else ""


def _sueltos(dentro: Any) -> Iterator[tuple[Ruta, str]]:
    """Los textos de un campo que es uno, varios o varios con nombre."""
    if isinstance(dentro, str):
        yield (), dentro
    elif isinstance(dentro, Mapping):
        yield from (((llave,), texto) for llave, texto in cast(Mapping[str, str], dentro).items())
    else:
        yield from (((n,), texto) for n, texto in enumerate(dentro))


def _poner(valor: Any, ruta: Ruta, texto: str) -> Any:
    if not ruta:
        return texto
    llave, resto = ruta[0], ruta[1:]
    if isinstance(valor, tuple):
        partes: list[Any] = list(cast(tuple[Any, ...], valor))
        n = llave if isinstance(llave, int) else [parte.clave for parte in partes].index(llave)
        partes[n] = _poner(partes[n], resto, texto)
        return tuple(partes)
    if isinstance(valor, Mapping):
        return {**cast(Mapping[Any, Any], valor), llave: texto}
    nombre = str(llave)
    return replace(valor, **{nombre: _poner(getattr(valor, nombre), resto, texto)})
