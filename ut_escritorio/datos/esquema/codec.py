"""El traductor entre los valores del dominio y el JSON que se guarda.

Sirve a cualquier dataclass congelada hecha de textos, números, decimales, fechas, tuplas, mapas y otras
dataclasses. El JSON de cada una lleva su nombre en `clase:`; ese nombre y los de sus campos son los de la
tabla del traductor, no los del código.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from ut_escritorio.datos.esquema.puerta import revisar_texto
from ut_escritorio.dominio.guardado import Nombres, guardada
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.errores import ErrorEsperado

_CLASE = "clase:"
_DE_TEXTO: Mapping[Any, Callable[[str], Any]] = {Decimal: Decimal, date: date.fromisoformat}
_Constructor = Callable[[Any], Any]


class Codec:
    """Escribe y lee los valores de las clases de una tabla."""

    def __init__(self, nombres: Nombres) -> None:
        self.nombres = nombres
        self._constructores: dict[Any, _Constructor] = {}

    def a_json(self, valor: object) -> str:
        """El JSON de un valor, siempre igual para el mismo valor."""
        return json.dumps(self._suelto(valor), ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    def de_json(self, texto: str, tipo: Any) -> Any:
        """El valor de ese tipo que `a_json` escribió.

        Raises:
            ErrorEsperado: lo escribió un programa más nuevo.
            ValueError: no lo escribió `a_json`: no es JSON, o le falta algo o lleva una cosa por otra.
        """
        try:
            suelto = json.loads(texto)
        except RecursionError as causa:
            raise ValueError("una cosa dentro de otra, demasiadas veces") from causa
        return self._constructor(tipo)(suelto)

    def _suelto(self, valor: object) -> object:
        if type(valor) in _DE_TEXTO:
            return str(valor)
        if is_dataclass(valor):
            como = guardada(type(valor), self.nombres)
            suelto = {
                suyo: self._suelto(getattr(valor, campo))
                for campo, suyo in como.campos
                if suyo not in como.si_hay or getattr(valor, campo)
            }
            return {_CLASE: como.nombre, **suelto}
        if isinstance(valor, Mapping):
            return {
                str(llave): self._suelto(cosa) for llave, cosa in cast(Mapping[object, object], valor).items()
            }
        if isinstance(valor, (tuple, list)):
            return [self._suelto(cosa) for cosa in cast(Sequence[object], valor)]
        return revisar_texto(valor) if isinstance(valor, str) else valor

    def _constructor(self, tipo: Any) -> _Constructor:
        """La función que rehace un valor de ese tipo desde el JSON ya leído."""
        if tipo not in self._constructores:
            self._constructores[tipo] = self._nuevo_constructor(tipo)
        return self._constructores[tipo]

    def _nuevo_constructor(self, tipo: Any) -> _Constructor:
        if tipo is Origen:
            return Origen.leido
        if tipo in _DE_TEXTO:
            return _convertido(_DE_TEXTO[tipo], str)
        if is_dataclass(tipo):
            return self._de_clases([tipo])
        origen, partes = get_origin(tipo), get_args(tipo)
        if origen in (Union, types.UnionType):
            return self._de_union(partes)
        if origen is tuple:
            cada = self._constructor(partes[0])
            return lambda cosas: tuple(map(cada, _si_es(cosas, list)))
        if origen in (Mapping, dict):
            llave, cada = self._constructor(partes[0]), self._constructor(partes[1])
            return lambda cosas: MappingProxyType({llave(k): cada(v) for k, v in _si_es(cosas, dict).items()})
        return _convertido(tipo, (int, float, str)) if tipo in (int, float) else _tal_cual

    def _de_union(self, partes: tuple[Any, ...]) -> _Constructor:
        """Lo que no es dataclass solo puede ser uno, un entero o decimal, o nada."""
        clases = [parte for parte in partes if is_dataclass(parte)]
        otros = [parte for parte in partes if parte is not types.NoneType and parte not in clases]
        if otros == [int, Decimal]:  # el decimal va escrito como texto
            decimal = self._constructor(Decimal)
            return lambda suelto: decimal(suelto) if isinstance(suelto, str) else suelto
        rehacer = self._de_clases(clases) if clases else self._constructor(otros[0])
        return lambda suelto: None if suelto is None else rehacer(suelto)

    def _de_clases(self, clases: list[Any]) -> _Constructor:
        """Elige entre las clases por el nombre que lleva el JSON."""
        por_nombre = {guardada(clase, self.nombres).nombre: self._de_clase(clase) for clase in clases}

        def rehacer(suelto: Any) -> Any:
            nombre = _si_es(suelto, dict).get(_CLASE)
            if not isinstance(nombre, str):
                raise ValueError(f"no dice su «{_CLASE}»")
            if nombre not in por_nombre:
                raise ErrorEsperado(
                    f"Este archivo lo escribió una versión más nueva del programa: guarda «{nombre}», "
                    "que esta no conoce. Actualice el programa en este equipo; el archivo no se tocó."
                )
            return por_nombre[nombre](suelto)

        return rehacer

    def _de_clase(self, clase: Any) -> _Constructor:
        tipos = get_type_hints(clase)
        campos = [
            (campo, suyo, self._constructor(tipos[campo]))
            for campo, suyo in guardada(clase, self.nombres).campos
        ]
        debe = frozenset(c.name for c in fields(clase) if c.default is c.default_factory is MISSING)

        def rehacer(suelto: Any) -> Any:
            dichos = {campo: rehacer(suelto[suyo]) for campo, suyo, rehacer in campos if suyo in suelto}
            if not debe <= dichos.keys():
                raise ValueError(f"a «{suelto[_CLASE]}» le falta algo")
            return clase(**dichos)

        return rehacer


def _si_es(suelto: Any, tipo: type[Any]) -> Any:
    if not isinstance(suelto, tipo):
        raise ValueError(f"se esperaba {tipo.__name__}")
    return suelto


def _convertido(convertir: _Constructor, de: Any) -> _Constructor:
    """Lo que se escribió como texto o número, vuelto a lo que era."""

    def rehacer(suelto: Any) -> Any:
        try:
            return convertir(_si_es(suelto, de))
        except ArithmeticError as causa:
            raise ValueError("no es un número") from causa

    return rehacer


def _tal_cual(valor: Any) -> Any:
    return valor
