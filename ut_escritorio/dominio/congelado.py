"""Los valores: no cambian, y dos de la misma clase que dicen lo mismo son iguales.

Cada uno es una dataclass congelada, y así lo conocen `fields`, `replace` y `match`. Pero
`@dataclass(frozen=True)` escribe y compila seis funciones por clase, y eso era la sexta parte de lo que
tardaba en verse la ventana; aquí solo se compila cómo se arma, y de la clase que se arma muchas veces.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, NoReturn, TypeVar, dataclass_transform

T = TypeVar("T")
_POCAS = 200


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def congelado(clase: type[T]) -> type[T]:
    """Hace de una clase con sus campos escritos un valor, como `@dataclass(frozen=True)`."""
    valor: Any = dataclass(init=False, repr=False, eq=False)(clase)
    valor.__init__ = _como_se_arma(valor)
    valor.__eq__, valor.__hash__ = _como_se_compara(valor)
    valor.__repr__, valor.__setattr__, valor.__delattr__ = _mostrar, _negarse, _negarse
    return valor


def _como_se_arma(clase: Any) -> Callable[..., None]:
    """Cómo se arma una clase mientras se ha armado pocas veces; la que se arma muchas se compila."""
    nombres: tuple[str, ...] = clase.__match_args__
    si_no_se_dice = {c.name: c.default for c in fields(clase) if c.default is not MISSING}
    cada_vez = {c.name: c.default_factory for c in fields(clase) if c.default_factory is not MISSING}
    al_final = getattr(clase, "__post_init__", None)
    pocas = iter(range(_POCAS))

    def armar(self: object, *en_orden: object, **por_nombre: object) -> None:
        if next(pocas, None) is None:
            clase.__init__ = _compilado(clase)
        dichos = dict(zip(nombres, en_orden, strict=False))
        valores = {**si_no_se_dice, **dichos, **por_nombre}
        for nombre, hacer in cada_vez.items():
            if nombre not in valores:
                valores[nombre] = hacer()
        sobran = len(en_orden) + len(por_nombre) > len(dichos | por_nombre)
        if sobran or len(valores) != len(nombres):
            raise TypeError(f"{clase.__name__} se arma con: {', '.join(nombres)}.")
        self.__dict__.update(valores)
        if al_final is not None:
            al_final(self)

    return armar


def _compilado(clase: Any) -> Callable[..., None]:
    """Lo mismo, escrito para esa clase: cuesta una vez y después arma cuatro veces más rápido."""
    campos = fields(clase)
    si_no = {f"_{c.name}": c.default for c in campos if c.default is not MISSING}
    hacer = {f"_hacer_{c.name}": c.default_factory for c in campos if c.default_factory is not MISSING}
    pide, pone = ["self"], ["    _suyo = self.__dict__"]
    for nombre in (campo.name for campo in campos):
        nuevo = f"_hacer_{nombre}" in hacer
        pide.append(f"{nombre}=_{nombre}" if f"_{nombre}" in si_no else f"{nombre}=_nada" * nuevo or nombre)
        valor = f"_hacer_{nombre}() if {nombre} is _nada else {nombre}" if nuevo else nombre
        pone.append(f"    _suyo[{nombre!r}] = {valor}")
    if hasattr(clase, "__post_init__"):
        pone.append("    self.__post_init__()")
    cosas: dict[str, Any] = {**si_no, **hacer, "_nada": object()}
    exec("\n".join([f"def armar({', '.join(pide)}):", *pone]), cosas)
    return cosas["armar"]


def _como_se_compara(clase: Any) -> tuple[Callable[[object, object], bool], Callable[[object], int]]:
    nombres: tuple[str, ...] = clase.__match_args__
    dicho_por: Callable[[object], Any] = attrgetter(*nombres) if nombres else lambda _: ()

    def son_iguales(self: object, otro: object) -> bool:
        return dicho_por(self) == dicho_por(otro) if type(otro) is type(self) else NotImplemented

    return son_iguales, lambda self: hash(dicho_por(self))


def _mostrar(self: Any) -> str:
    dicho = ", ".join(f"{nombre}={getattr(self, nombre)!r}" for nombre in self.__match_args__)
    return f"{type(self).__qualname__}({dicho})"


def _negarse(self: object, nombre: str, *_: object) -> NoReturn:
    raise FrozenInstanceError(f"«{nombre}» de {type(self).__name__} no se cambia.")
