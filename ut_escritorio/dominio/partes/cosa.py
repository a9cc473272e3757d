"""Lo capturado en un trimestre, cosa por cosa: la misma en el archivo de uno y en el de otro departamento."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field, replace
from datetime import datetime
from functools import cached_property
from types import MappingProxyType
from typing import Any, cast

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficina.catalogo import Catalogo
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.trimestre.conteos import Casilla

RENGLON, PARRAFO, OFICIO, UNIDAD, TEXTO = "registro", "parrafo_libre", "oficio", "unidad", "texto_a_mano"
DEJADO = "dejado_asi"


@congelado
class Nombra:
    """La mención de otra cosa: de qué tabla es y su identidad, que es la misma en los dos archivos."""

    tabla: str
    uid: str

    def __str__(self) -> str:
        return f"{self.tabla}:{self.uid}"


@congelado
class Cosa:
    """Algo capturado: de qué tabla es, qué la distingue de las demás de su tabla, dónde va y lo que dice.

    `llave`: lo que la distingue, por sus columnas; en lo que lleva identidad propia, su uid. `lugar`: el del
    plan; vacío, en el libro de oficios o en la lista de áreas.
    """

    tabla: str
    llave: Mapping[str, Any]
    lugar: str
    dice: Mapping[str, Any]

    def __post_init__(self) -> None:
        for nombre in ("llave", "dice"):
            object.__setattr__(self, nombre, MappingProxyType(dict(getattr(self, nombre))))

    @cached_property
    def clave(self) -> str:
        """Cuál es, en un renglón: así se recuerda lo que se recibió."""
        return ":".join([self.tabla, *(str(valor) for valor in self.llave.values())])

    @cached_property
    def huella(self) -> str:
        """Lo que dice, en pocas letras; el orden entre las de su lugar no cuenta."""
        dicho = {nombre: valor for nombre, valor in self.dice.items() if nombre != "orden"}
        escrito = json.dumps(dicho, default=_en_letras, sort_keys=True)
        return hashlib.blake2b(escrito.encode("ascii"), digest_size=8).hexdigest()

    @cached_property
    def nombra(self) -> frozenset[Nombra]:
        """Lo que menciona."""
        return frozenset(_nombrados((*self.llave.values(), *self.dice.values())))

    @property
    def uid(self) -> str:
        """Su identidad propia; vacía si la distingue su sitio."""
        return self.llave.get("uid", "")


def conteo(cifra: str, casilla: Casilla, valor: int | None) -> Cosa:
    """El número de una casilla, por la identidad de su cifra."""
    sitio = {"cifra": Nombra("cifra", cifra), "mes": casilla.mes, "sexo": casilla.sexo}
    return Cosa("conteo", sitio, "", {"valor": valor})


def _en_letras(valor: Any) -> object:
    return dict(cast(Mapping[str, Any], valor)) if isinstance(valor, Mapping) else str(valor)


def _nombrados(valores: Iterable[Any]) -> Iterator[Nombra]:
    for valor in valores:
        match valor:
            case Nombra():
                yield valor
            case Mapping():
                yield from _nombrados(cast(Mapping[str, Any], valor).values())
            case tuple():
                yield from _nombrados(cast(tuple[Any, ...], valor))
            case _:
                pass


def con_otros_nombres(cosa: Cosa, otros: Mapping[Nombra, Nombra]) -> Cosa:
    """La cosa, mencionando a cada cual como se llama en el otro archivo."""

    def otro(valor: Any) -> Any:
        match valor:
            case Nombra():
                return otros.get(valor, valor)
            case Origen():
                return _otro_origen(valor, otros)
            case Mapping():
                return {n: otro(suyo) for n, suyo in cast(Mapping[str, Any], valor).items()}
            case tuple():
                return tuple(map(otro, cast(tuple[Any, ...], valor)))
            case _:
                return valor

    llave = otro(cosa.llave)
    if cosa.uid:
        llave["uid"] = otros.get(Nombra(cosa.tabla, cosa.uid), Nombra(cosa.tabla, cosa.uid)).uid
    return replace(cosa, llave=llave, dice=otro(cosa.dice))


def _otro_origen(origen: Origen, otros: Mapping[Nombra, Nombra]) -> Origen:
    tabla = {"renglon": RENGLON, "parrafo": PARRAFO}.get(origen.clase or "")
    suyo = tabla and otros.get(Nombra(tabla, origen.de))
    if not suyo:
        return origen
    return origen.con_clave(f"{suyo.uid}{origen.clave.removeprefix(origen.de)}")


@congelado
class Parte:
    """Lo capturado de unos componentes en un trimestre, con lo que hace falta para leerlo.

    `de`: el departamento que la entrega; vacío si es un archivo entero. `cuando`: la hora en que se hizo.
    `plan`: el de esos componentes; `claves`: la clave en él de lo que las cosas nombran, y `nombres`, cómo se
    dice cada oficio, área o renglón, y lo que se señaló y se dejó así.
    """

    trimestre: Trimestre
    plan: Plan
    catalogo: Catalogo
    cosas: tuple[Cosa, ...]
    claves: Mapping[Nombra, str] = field(default_factory=dict[Nombra, str])
    nombres: Mapping[Nombra, str] = field(default_factory=dict[Nombra, str])
    de: str = ""
    cuando: datetime | None = None

    @cached_property
    def por_clave(self) -> Mapping[str, Cosa]:
        """Cada cosa por su clave."""
        return {cosa.clave: cosa for cosa in self.cosas}

    def con(self, hacer: Callable[[Cosa], Cosa]) -> Parte:
        """La misma, con cada cosa como quede."""
        return replace(self, cosas=tuple(map(hacer, self.cosas)))

    def componente(self, cosa: Cosa) -> str:
        """La clave del componente en que va una cosa; vacía si no va en ninguno."""
        cadena = self.plan.cadena.get(cosa.lugar, ())
        return cadena[0].clave if cadena else ""
