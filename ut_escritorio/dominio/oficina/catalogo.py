"""Personas, cargos, unidades y membretes, cada uno con los días en que vale."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Literal

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.palabras.llano import llano
from ut_escritorio.dominio.palabras.sustantivos import Genero


@congelado
class Persona:
    """Quien trabaja en la oficina o recibe sus oficios; `tratamiento` va antes del nombre («Lic.»)."""

    clave: str
    nombre: str
    tratamiento: str = ""
    genero: Genero | None = None

    @property
    def con_tratamiento(self) -> str:
        """El nombre como se firma."""
        return f"{self.tratamiento} {self.nombre}".strip()


@congelado
class Nombramiento:
    """Quién ocupa un puesto, con qué cargo impreso y desde cuándo hasta cuándo."""

    puesto: str
    persona: str
    cargo: str
    desde: date | None = None
    hasta: date | None = None


@congelado
class Unidad:
    """Un área del municipio o un órgano de fuera; `articulo` es el que lleva en una frase, o vacío."""

    clave: str
    nombre: str
    articulo: Literal["", "el", "la", "los", "las"] = ""
    clase: Literal["unidad", "organo"] = "unidad"
    siglas: str = ""
    desde: date | None = None
    hasta: date | None = None


@congelado
class Logo:
    """Un logotipo: el SHA-256 de su imagen, lo que dice a quien no lo ve, y su alto en milímetros."""

    sha256: str
    alternativo: str
    alto_mm: float = 15.0


@congelado
class PapelMembretado:
    """Los logotipos, los renglones de la administración y el pie de cada página."""

    clave: str
    logos: tuple[Logo, ...] = ()
    administracion: tuple[str, ...] = ()
    pie: str = ""
    desde: date | None = None
    hasta: date | None = None


@congelado
class Catalogo:
    """Todo lo que se elige de una lista."""

    personas: tuple[Persona, ...] = ()
    nombramientos: tuple[Nombramiento, ...] = ()
    unidades: tuple[Unidad, ...] = ()
    papeles: tuple[PapelMembretado, ...] = ()

    def unidad(self, clave: str) -> Unidad | None:
        """La unidad de esa clave."""
        return self._por_clave.get(clave)

    def por_nombre(self) -> list[Unidad]:
        """Las unidades en el orden de sus nombres: «Área» va con la A."""
        return sorted(self.unidades, key=lambda unidad: llano(unidad.nombre))

    @cached_property
    def _por_clave(self) -> dict[str, Unidad]:
        return {unidad.clave: unidad for unidad in reversed(self.unidades)}

    def nombrados(self, puesto: str) -> tuple[Nombramiento, ...]:
        """Los nombramientos de un puesto que son de alguien: sin los de cuando estuvo vacante."""
        sin_nombre = {persona.clave for persona in self.personas if not persona.nombre}
        return tuple(n for n in self.nombramientos if n.puesto == puesto and n.persona not in sin_nombre)

    def persona(self, clave: str) -> Persona | None:
        """La persona de esa clave."""
        return next((p for p in self.personas if p.clave == clave), None)
