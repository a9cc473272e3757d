"""Las metas de un trimestre que se modificaron, y lo que el avance necesita de los otros."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from ut_escritorio.dominio.congelado import congelado


@congelado
class MetaModificada:
    """A cuánto se modificó lo programado, por qué, en qué fecha y con qué oficio (vacío: no se sabe)."""

    valor: Decimal
    motivo: str
    fecha: date
    folio: str = ""


@congelado
class LoAlcanzado:
    """De un trimestre, por clave de lugar: el % alcanzado y a cuánto se modificó el programado."""

    alcanzado: Mapping[str, Decimal] = field(default_factory=dict[str, Decimal])
    modificado: Mapping[str, Decimal] = field(default_factory=dict[str, Decimal])

    def __post_init__(self) -> None:
        for nombre in ("alcanzado", "modificado"):
            object.__setattr__(self, nombre, MappingProxyType(dict(getattr(self, nombre))))
