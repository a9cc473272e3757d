"""La bitácora leída como historia: qué se puede deshacer y rehacer, y cómo se vuelve atrás.

Deshacer solo agrega: escribe lo contrario de lo que la bitácora anotó, fila por fila, y lo anota como
una acción más. La pila se rehace leyendo las acciones de esta apertura del archivo, en orden.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from ut_escritorio.datos.esquema import BITACORADAS, Tabla
from ut_escritorio.datos.esquema.base import columnas_de, nombre_de
from ut_escritorio.datos.motor.conexion import Base, ClaseDeAccion
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.errores import ErrorEsperado

TABLAS: Mapping[str, type[Tabla]] = {nombre_de(tabla): tabla for tabla in BITACORADAS}
_FUE_OTRO = "lo que cambió ya no está como quedó entonces. No se cambió nada."


@congelado
class Hecho:
    """Lo que se deshace o rehace de una vez: una acción, o varias seguidas de un mismo grupo."""

    nombre: str
    acciones: tuple[int, ...]
    grupo: str
    trimestre: int | None


@congelado
class CambioDeFila:
    """Lo que una acción hizo en una fila: sin `antes` es un alta; sin `despues`, una baja."""

    tabla: str
    fila: int
    antes: Mapping[str, Any] | None
    despues: Mapping[str, Any] | None

    @property
    def al_reves(self) -> CambioDeFila:
        """El cambio que lo deshace."""
        return CambioDeFila(self.tabla, self.fila, self.despues, self.antes)


class Pila:
    """Lo hecho y lo deshecho en una apertura, o en esta, al día con la bitácora cada vez que se pregunta."""

    def __init__(self, base: Base, apertura: str = "") -> None:
        self._base, self._apertura = base, apertura or base.apertura
        self._leida = 0
        self._abierto = False
        self._hechos: list[Hecho] = []
        self._deshechos: list[Hecho] = []
        self._deshechas: set[int] = set()

    def por_deshacer(self) -> Hecho | None:
        """Lo último hecho; None si no hay nada, o si lo último ya no se puede deshacer."""
        self._poner_al_dia()
        return self._hechos[-1] if self._hechos else None

    def por_rehacer(self) -> Hecho | None:
        """Lo último deshecho; None si no hay nada."""
        self._poner_al_dia()
        return self._deshechos[-1] if self._deshechos else None

    def deshechas(self) -> frozenset[int]:
        """Las acciones que se deshicieron y no se han vuelto a hacer, aunque ya no se pueda."""
        self._poner_al_dia()
        return frozenset(self._deshechas)

    def _poner_al_dia(self) -> None:
        orden = (
            "SELECT id, nombre, clase, grupo, trimestre_id FROM accion "
            "WHERE id > ? AND apertura = ? ORDER BY id"
        )
        for id_, *fila in self._base.lee_orden(orden, (self._leida, self._apertura)):
            self._leida = id_
            self._apilar(id_, *fila)

    def _apilar(self, id_: int, nombre: str, clase: ClaseDeAccion, grupo: str, trimestre: int | None) -> None:
        match clase:
            case "deshacer":
                self._deshechos.append(self._hechos.pop())
                self._deshechas.update(self._deshechos[-1].acciones)
            case "rehacer":
                self._hechos.append(self._deshechos.pop())
                self._deshechas.difference_update(self._hechos[-1].acciones)
            case "barrera":
                self._hechos, self._deshechos = [], []
            case "hecha":
                self._deshechos = []
                self._hechos.append(self._unido(Hecho(nombre, (id_,), grupo, trimestre)))
            case "aparte":
                pass
        if clase != "aparte":
            self._abierto = clase == "hecha"

    def _unido(self, hecho: Hecho) -> Hecho:
        """El hecho, con el anterior dentro si es del mismo grupo y nada se deshizo entre los dos."""
        ultimo = self._hechos[-1] if self._hechos and self._abierto else None
        if ultimo is None or not hecho.grupo or ultimo.grupo != hecho.grupo:
            return hecho
        self._hechos.pop()
        return Hecho(hecho.nombre, (*ultimo.acciones, *hecho.acciones), hecho.grupo, hecho.trimestre)


def ultimo_cambio(base: Base) -> datetime | None:
    """Cuándo se guardó lo último; None si la historia está vacía."""
    for (cuando,) in base.lee_orden("SELECT cuando FROM accion ORDER BY id DESC LIMIT 1"):
        return datetime.fromisoformat(cuando)
    return None


def cambios_de(base: Base, hecho: Hecho) -> tuple[CambioDeFila, ...]:
    """Lo que un hecho cambió, en el orden en que pasó; sin lo que solo se anotó de él."""
    return _cambios(base, f"accion_id IN ({', '.join('?' * len(hecho.acciones))})", hecho.acciones)


def cambios_desde(base: Base, accion: int) -> tuple[CambioDeFila, ...]:
    """Lo que cambió después de una acción, en el orden en que pasó; sin lo que se cargó de una vez."""
    return _cambios(base, "accion_id > ?", (accion,))


def _cambios(base: Base, donde: str, valores: tuple[int, ...]) -> tuple[CambioDeFila, ...]:
    orden = f"SELECT tabla, fila, antes, despues FROM bitacora WHERE {donde} AND tabla <> '' ORDER BY id"
    return tuple(
        CambioDeFila(tabla, fila, _leido(antes), _leido(despues))
        for tabla, fila, antes, despues in base.lee_orden(orden, valores)
    )


def _leido(texto: str | None) -> Mapping[str, Any] | None:
    return None if texto is None else json.loads(texto)


def deshacer(base: Base, hecho: Hecho, nombre: str) -> tuple[CambioDeFila, ...]:
    """Vuelve atrás un hecho; devuelve lo que cambió.

    Raises:
        ErrorEsperado: alguna fila ya no está como quedó, o su trimestre está cerrado; no cambió nada.
    """
    cambios = tuple(cambio.al_reves for cambio in reversed(cambios_de(base, hecho)))
    return _aplicar(base, hecho, nombre, "deshacer", cambios)


def rehacer(base: Base, hecho: Hecho, nombre: str) -> tuple[CambioDeFila, ...]:
    """Vuelve a hacer un hecho deshecho; devuelve lo que cambió, y lanza lo mismo que `deshacer`."""
    return _aplicar(base, hecho, nombre, "rehacer", cambios_de(base, hecho))


def _aplicar(
    base: Base, hecho: Hecho, nombre: str, clase: ClaseDeAccion, cambios: tuple[CambioDeFila, ...]
) -> tuple[CambioDeFila, ...]:
    with base.accion(nombre, hecho.trimestre, clase):
        for cambio in cambios:
            if not escribir(base, cambio, nombre):
                raise ErrorEsperado(f"No se pudo {_con_minuscula(nombre)}: {_FUE_OTRO}")
    return cambios


def _con_minuscula(nombre: str) -> str:
    return nombre[:1].lower() + nombre[1:]


def escribir(base: Base, cambio: CambioDeFila, nombre: str) -> bool:
    """Lleva una fila de `antes` a `despues`; False si no estaba como dice `antes`."""
    orden, valores = _orden(cambio)
    try:
        return base.escribe_orden(TABLAS[cambio.tabla], orden, valores).rowcount == 1
    except sqlite3.IntegrityError as causa:
        raise ErrorEsperado(f"No se pudo {_con_minuscula(nombre)}: {_FUE_OTRO}") from causa


def _orden(cambio: CambioDeFila) -> tuple[str, list[Any]]:
    tabla = cambio.tabla
    antes, despues = _revisados(tabla, cambio.antes or {}), _revisados(tabla, cambio.despues or {})
    donde = " AND ".join(["id = ?", *(f"{columna} IS ?" for columna in antes)])
    if cambio.antes is None:
        marcas = ", ".join("?" * len(despues))
        return f"INSERT INTO {tabla} ({', '.join(despues)}) VALUES ({marcas})", [*despues.values()]
    if cambio.despues is None:
        return f"DELETE FROM {tabla} WHERE {donde}", [cambio.fila, *antes.values()]
    pone = ", ".join(f"{columna} = ?" for columna in despues)
    return f"UPDATE {tabla} SET {pone} WHERE {donde}", [*despues.values(), cambio.fila, *antes.values()]


def _revisados(tabla: str, valores: Mapping[str, Any]) -> Mapping[str, Any]:
    """Los mismos valores, si todas sus columnas son de la tabla: la bitácora no dicta SQL."""
    propias = {columna.column_name for columna in columnas_de(TABLAS[tabla])}
    if not propias.issuperset(valores):
        raise ErrorEsperado("La historia de este archivo no se entiende. No se cambió nada.")
    return valores


def tablas_de(cambios: Iterable[CambioDeFila]) -> frozenset[str]:
    """Las tablas que unos cambios tocan."""
    return frozenset(cambio.tabla for cambio in cambios)
