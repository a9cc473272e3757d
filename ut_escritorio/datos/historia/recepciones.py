"""Lo que se ha recibido de otros departamentos, como lo recuerda la bitácora: de quién, cuándo y qué era."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime

from ut_escritorio.datos.historia.acciones import Pila
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.dominio.partes.recibido import RECIBIR, Recepcion

_RECIBIDAS = """
SELECT a.id, a.nombre, a.cuando, b.despues FROM accion a
JOIN bitacora b ON b.accion_id = a.id AND b.clase = 'resumen'
WHERE a.trimestre_id = ? AND a.nombre LIKE ? AND a.clase = 'hecha' ORDER BY a.id"""


def recepciones(base: Base, trimestre: int) -> tuple[Recepcion, ...]:
    """Las de un trimestre que no se han deshecho, de la más vieja a la más nueva."""
    filas = base.lee_orden(_RECIBIDAS, (trimestre, f"{RECIBIR}%"))
    if not filas:
        return ()
    fuera = _deshechas(base)
    return tuple(
        _leida(nombre, cuando, json.loads(despues))
        for id_, nombre, cuando, despues in filas
        if id_ not in fuera
    )


_ULTIMA = """
SELECT coalesce(max(id), 0) FROM accion WHERE trimestre_id = ? AND nombre LIKE ? AND clase = 'hecha'"""
_DESDE = "SELECT count(*) FROM accion WHERE id > ? AND trimestre_id = ? AND instr(lower(nombre), ?)"


def ultima_recepcion(base: Base, trimestre: int) -> int:
    """La acción con que se recibió la última vez; 0 si nunca."""
    return base.lee_orden(_ULTIMA, (trimestre, f"{RECIBIR}%"))[0][0]


def se_recibio_desde(base: Base, trimestre: int, accion: int) -> bool:
    """Si después de una acción se recibió algo, o se deshizo o rehízo haberlo recibido."""
    return base.lee_orden(_DESDE, (accion, trimestre, RECIBIR.lower()))[0][0] > 0


def _deshechas(base: Base) -> frozenset[int]:
    aperturas = base.lee_orden("SELECT DISTINCT apertura FROM accion WHERE clase = 'deshacer'")
    return frozenset(id_ for (apertura,) in aperturas for id_ in Pila(base, apertura).deshechas())


def _leida(nombre: str, cuando: str, resumen: Mapping[str, str]) -> Recepcion:
    hecha = datetime.fromisoformat(resumen["hecha"]) if resumen["hecha"] else None
    sabido = (json.loads(resumen.get(cual, "{}")) for cual in ("llegaron", "iguales", "contestadas"))
    return Recepcion(nombre.removeprefix(RECIBIR), datetime.fromisoformat(cuando), hecha, *sabido)


def anotar_recepcion(
    base: Base,
    hecha: datetime | None,
    llegaron: Mapping[str, str],
    iguales: Mapping[str, str],
    contestadas: Mapping[str, str],
) -> None:
    """Anota, en la acción en curso, qué decía allá cada cosa; si se deshace, ya no cuenta."""
    assert base.en_curso is not None, "solo se recibe dentro de una acción"
    dicho = {"hecha": hecha.isoformat() if hecha else ""}
    sabido = {"llegaron": llegaron, "iguales": iguales, "contestadas": contestadas}
    dicho |= {cual: json.dumps(dict(cosas)) for cual, cosas in sabido.items()}
    base.anotar_resumen(base.en_curso.id, dicho)
