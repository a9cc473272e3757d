"""Las formas de decir un renglón, los datos que piden, y el botón con que un asunto llega a un paso."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType
from typing import Literal

from ut_escritorio.dominio.congelado import congelado

ClaseDeCampo = Literal["texto", "fecha", "hora", "numero"]
Sentido = Literal["enviado", "recibido", ""]
Rol = Literal["destinatario", "emisor", "origen", "beneficiario"]


@congelado
class Campo:
    """Un dato propio de una forma: su clave en el patrón y cómo se pide en pantalla."""

    clave: str
    etiqueta: str
    clase: ClaseDeCampo = "texto"


@congelado
class Forma:
    """Una manera de decir un renglón.

    Toca a los renglones que la nombran y, sin nombrarla, a los de alguno de sus `medios` (vacío:
    cualquiera). Con `agrupa`, los renglones seguidos de un mismo mes se dicen en un párrafo.
    `etiquetas` son los rótulos con que pide en pantalla los datos de un renglón, por su campo.
    """

    clave: str
    nombre: str
    texto: str
    medios: tuple[str, ...] = ()
    vineta: bool = False
    agrupa: bool = False
    campos: tuple[Campo, ...] = ()
    etiquetas: Mapping[str, str] = field(default_factory=dict[str, str])

    def __post_init__(self) -> None:
        object.__setattr__(self, "etiquetas", MappingProxyType(dict(self.etiquetas)))


@congelado
class Ficha:
    """El botón con que un asunto llega a un paso, y cómo empieza el renglón que lo dice ahí.

    Si `rotulo` acaba en «…», antes de anotarlo se piden sus datos. `unidad` es el papel que en ese renglón
    tiene el área del asunto; `con`, las claves de las demás, por su papel.
    """

    rotulo: str
    unidad: Rol
    con: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    medio: str = ""
    sentido: Sentido = ""
    forma: str = ""
    cantidad_medio: int | None = None
    cantidad: int | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "con", MappingProxyType(dict(self.con)))

    @property
    def pregunta(self) -> bool:
        """Si pide algo antes de anotarse."""
        return self.rotulo.endswith("…")
