"""La propuesta: cambios leídos de fuera y revisados, que se aplican todos o ninguno."""

from __future__ import annotations

from typing import Generic, TypeVar

from ut_escritorio.dominio.congelado import congelado

C = TypeVar("C")


@congelado
class Reparo:
    """Por qué no se puede aplicar: dónde está, qué pasa y qué hacer."""

    lugar: str
    que: str
    remedio: str

    def __str__(self) -> str:
        return f"{self.lugar}: {self.que} {self.remedio}".strip()


@congelado
class Propuesta(Generic[C]):
    """Los cambios propuestos y los reparos que impiden aplicarlos."""

    nombre: str
    cambios: tuple[C, ...]
    reparos: tuple[Reparo, ...] = ()

    @property
    def aplicable(self) -> bool:
        """Si no hay ningún reparo."""
        return not self.reparos
