"""Los números ya impresos: no se sueltan, se cancelan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, Protocol

from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.esquema.base import nombre_de
from ut_escritorio.datos.filas.legajo import Legajo
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.errores import ErrorEsperado


class _Cambio(Protocol):
    """Lo que una acción hizo en una fila."""

    @property
    def tabla(self) -> str: ...
    @property
    def fila(self) -> int: ...
    @property
    def antes(self) -> Mapping[str, Any] | None: ...
    @property
    def despues(self) -> Mapping[str, Any] | None: ...


def impresos_que_se_soltarian(base: Base, cambios: Iterable[_Cambio]) -> tuple[str, ...]:
    """Los folios ya impresos que unos cambios tomaron, y que al volver atrás quedarían libres."""
    tomaron = tuple(
        cambio.fila
        for cambio in cambios
        if cambio.tabla == nombre_de(e.Oficio)
        and cambio.despues is not None
        and (cambio.antes is None or cambio.despues.get("numero") is not None)
    )
    impresos = base.filas(e.Seguimiento, ("oficio", "impreso"), oficio=tomaron)
    filas = tuple(oficio for oficio, impreso in impresos if impreso)
    return tuple(folio or "ese oficio" for (folio,) in base.filas(e.Oficio, ("folio",), id=filas))


def marcar_impresos(base: Base, ids: Iterable[int]) -> None:
    """Anota que se imprimieron hoy; el que ya lo estaba sigue con su primer día."""
    s, dia = e.Seguimiento, _hoy(base)
    for id_ in ids:
        if not base.filas(s, ("id",), oficio=id_):
            base.inserta(s, oficio=id_, impreso=dia)
        else:
            base.cambia(s, (s.oficio == id_) & s.impreso.is_null(), impreso=dia)


def _hoy(base: Base) -> date:
    """El día de la acción en curso."""
    if base.en_curso is None:
        raise ErrorEsperado("Nada se está guardando.")
    return datetime.fromisoformat(base.en_curso.cuando).date()


def marcar_remisiones_impresas(legajo: Legajo) -> None:
    """Anota que se imprimieron los oficios con que se entrega el informe de un trimestre."""
    ids = (id_ for (id_,) in legajo.base.filas(e.OficioDeRemision, ("oficio",), trimestre=legajo.id))
    marcar_impresos(legajo.base, [id_ for id_ in ids if id_ is not None])
