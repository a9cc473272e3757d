"""Lo que se ha recibido de otros departamentos, como lo recuerda la bitácora: de quién, cuándo y qué era."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.esquema.base import Tabla, columnas_de, columnas_por_nombre, nombre_de
from ut_escritorio.datos.filas.partes.tablas import ANOTADAS, EN_SU_SITIO, HIJAS, a_quien_nombra
from ut_escritorio.datos.historia.acciones import TABLAS, CambioDeFila, Pila
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.dominio.partes.cosa import Nombra
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


def _deshechas(base: Base) -> frozenset[int]:
    aperturas = base.lee_orden("SELECT DISTINCT apertura FROM accion WHERE clase = 'deshacer'")
    return frozenset(id_ for (apertura,) in aperturas for id_ in Pila(base, apertura).deshechas())


def _leida(nombre: str, cuando: str, resumen: Mapping[str, str]) -> Recepcion:
    hecha = datetime.fromisoformat(resumen["hecha"]) if resumen["hecha"] else None
    llegaron, iguales = (json.loads(resumen[cuales]) for cuales in ("llegaron", "iguales"))
    return Recepcion(nombre.removeprefix(RECIBIR), datetime.fromisoformat(cuando), hecha, llegaron, iguales)


def anotar_recepcion(
    base: Base, hecha: datetime | None, llegaron: Mapping[str, str], iguales: Mapping[str, str]
) -> None:
    """Anota, en la acción en curso, qué decía allá cada cosa; si se deshace, ya no cuenta."""
    assert base.en_curso is not None, "solo se recibe dentro de una acción"
    dicho = {"hecha": hecha.isoformat() if hecha else ""}
    dicho |= {"llegaron": json.dumps(dict(llegaron)), "iguales": json.dumps(dict(iguales))}
    base.anotar_resumen(base.en_curso.id, dicho)


_HIJAS: Mapping[str, tuple[str, type[Tabla]]] = {
    nombre_de(hijas.tabla): (columnas_por_nombre(hijas.tabla)[hijas.de].column_name, madre)
    for madre, todas in HIJAS.items()
    for hijas in todas
}
_LLAVES: Mapping[str, tuple[str, ...]] = {
    **{nombre_de(tabla): llave for tabla, llave in EN_SU_SITIO.items()},
    **{nombre_de(tabla): ("uid",) for tabla in (*ANOTADAS, e.Oficio, e.Evidencia)},
}


def claves_tocadas(base: Base, cambios: Iterable[CambioDeFila]) -> frozenset[str]:
    """La clave de cada cosa que unos cambios tocaron, como se recuerda en lo recibido."""
    return frozenset(clave for cambio in cambios if (clave := _clave_de(base, cambio)))


def _clave_de(base: Base, cambio: CambioDeFila) -> str:
    fila = _fila(base, cambio.tabla, cambio.fila) or cambio.antes or cambio.despues or {}
    nombre = cambio.tabla
    if nombre in _HIJAS:
        columna, madre = _HIJAS[nombre]
        nombre = nombre_de(madre)
        fila = _fila(base, nombre, fila.get(columna, 0)) or {}
    llave = _LLAVES.get(nombre, ())
    columnas = columnas_por_nombre(TABLAS[nombre]) if llave else {}
    valores: list[str] = []
    for campo in llave:
        valor = fila.get(columnas[campo].column_name)
        nombrada = a_quien_nombra(TABLAS[nombre]).get(campo)
        if nombrada is not None:
            filas = base.filas(nombrada, ("uid",), id=valor)
            valor = Nombra(nombre_de(nombrada), filas[0][0]) if filas else None
        valores.append(str(valor))
    return ":".join([nombre, *valores]) if llave else ""


def _fila(base: Base, tabla: str, id_: int) -> Mapping[str, Any] | None:
    """Una fila como está, por sus columnas; None si ya no está."""
    columnas = [columna.column_name for columna in columnas_de(TABLAS[tabla])]
    filas = base.lee_orden(f"SELECT {', '.join(columnas)} FROM {tabla} WHERE id = ?", (id_,))
    return dict(zip(columnas, filas[0], strict=True)) if filas else None
