"""Quién firma: quien ocupaba el puesto el día de la firma, con el cargo que entonces tenía."""

from __future__ import annotations

from datetime import date

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficina.catalogo import Catalogo
from ut_escritorio.dominio.vigencia import vigente


@congelado
class Ocupante:
    """El nombre con su tratamiento y el cargo, como se imprimen bajo la raya."""

    nombre: str
    cargo: str

    @property
    def en_mayusculas(self) -> Ocupante:
        """Como se firma y se dirige un oficio."""
        return Ocupante(self.nombre.upper(), self.cargo.upper())


def ocupante(catalogo: Catalogo, puesto: str, dia: date) -> Ocupante | None:
    """Quien ocupa el puesto ese día; None si no hay nadie o su persona no está en el catálogo."""
    nombramiento = vigente((n for n in catalogo.nombramientos if n.puesto == puesto), dia)
    persona = catalogo.persona(nombramiento.persona) if nombramiento else None
    if nombramiento is None or persona is None or not persona.nombre:
        return None
    return Ocupante(persona.con_tratamiento, nombramiento.cargo)


def cargo_conocido(catalogo: Catalogo, puesto: str) -> str:
    """El último cargo que se le conoce a un puesto, aunque esté vacante; vacío si ninguno."""
    cargos = [n.cargo for n in catalogo.nombramientos if n.puesto == puesto]
    return cargos[-1] if cargos else ""
