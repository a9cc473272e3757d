"""El traductor entre los valores del dominio y el JSON que se guarda.

Sirve a cualquier dataclass congelada hecha de textos, números, decimales, fechas, tuplas, mapas y otras
dataclasses. El JSON de cada una lleva su nombre en `clase:`; ese nombre y los de sus campos son los de la
tabla del traductor, no los del código.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Mapping, Sequence
from dataclasses import is_dataclass
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
        """El valor de ese tipo que `a_json` escribió; ErrorEsperado si lo escribió un programa más nuevo."""
        return self._constructor(tipo)(json.loads(texto))

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
            return _DE_TEXTO[tipo]
        if is_dataclass(tipo):
            return self._de_clases([tipo])
        origen, partes = get_origin(tipo), get_args(tipo)
        if origen in (Union, types.UnionType):
            return self._de_union(partes)
        if origen is tuple:
            cada = self._constructor(partes[0])
            return lambda cosas: tuple(map(cada, cosas))
        if origen in (Mapping, dict):
            llave, cada = self._constructor(partes[0]), self._constructor(partes[1])
            return lambda cosas: MappingProxyType({llave(k): cada(v) for k, v in cosas.items()})
        return tipo if tipo in (int, float) else _tal_cual

    def _de_union(self, partes: tuple[Any, ...]) -> _Constructor:
        """Lo que no es dataclass solo puede ser uno, un entero o decimal, o nada."""
        clases = [parte for parte in partes if is_dataclass(parte)]
        otros = [parte for parte in partes if parte is not types.NoneType and parte not in clases]
        if otros == [int, Decimal]:  # el decimal va escrito como texto
            return lambda suelto: Decimal(suelto) if isinstance(suelto, str) else suelto
        rehacer = self._de_clases(clases) if clases else self._constructor(otros[0])
        return lambda suelto: None if suelto is None else rehacer(suelto)

    def _de_clases(self, clases: list[Any]) -> _Constructor:
        """Elige entre las clases por el nombre que lleva el JSON."""
        por_nombre = {guardada(clase, self.nombres).nombre: self._de_clase(clase) for clase in clases}

        def rehacer(suelto: Any) -> Any:
            nombre = suelto[_CLASE]
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
        return lambda suelto: clase(
            **{campo: rehacer(suelto[suyo]) for campo, suyo, rehacer in campos if suyo in suelto}
        )


def _tal_cual(valor: Any) -> Any:
    return valor
