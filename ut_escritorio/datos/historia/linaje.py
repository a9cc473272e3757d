"""De dónde viene un archivo: qué aperturas ha tenido y qué cambió desde una acción, leído de su bitácora."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.esquema.base import Tabla, columnas_por_nombre, nombre_de
from ut_escritorio.datos.filas.partes.tablas import ANOTADAS, EN_SU_SITIO, HIJAS, a_quien_nombra
from ut_escritorio.datos.historia.acciones import TABLAS, CambioDeFila
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.partes.cosa import Nombra
from ut_escritorio.dominio.partes.pasado import Rastro
from ut_escritorio.dominio.partes.recibido import RECIBIR

Fila = Mapping[str, Any]
_HIJAS: Mapping[str, tuple[str, type[Tabla]]] = {
    nombre_de(hijas.tabla): (columnas_por_nombre(hijas.tabla)[hijas.de].column_name, madre)
    for madre, todas in HIJAS.items()
    for hijas in todas
}
_LLAVES: Mapping[str, tuple[str, ...]] = {
    **{nombre_de(tabla): llave for tabla, llave in EN_SU_SITIO.items()},
    **{nombre_de(tabla): ("uid",) for tabla in (*ANOTADAS, e.Oficio, e.Evidencia)},
}
_APERTURAS = "SELECT apertura, max(id) FROM accion GROUP BY apertura"
_CAMBIOS = """
SELECT b.tabla, b.fila, b.accion_id, b.antes, b.despues FROM bitacora b JOIN accion a ON a.id = b.accion_id
WHERE b.accion_id > ? AND b.tabla <> '' AND instr(lower(a.nombre), ?) = 0 ORDER BY b.id"""


@congelado
class Tocadas:
    """Lo que cambió desde una acción: la última en cada cosa, y las que antes no estaban."""

    ultimas: Mapping[str, int]
    nacidas: frozenset[str]


def aperturas(base: Base) -> Mapping[str, int]:
    """La última acción de cada apertura que el archivo ha tenido."""
    return dict(base.lee_orden(_APERTURAS))


def rastro(base: Base) -> Rastro:
    """El de un archivo, con todo lo que se ha escrito en él."""
    return Rastro(aperturas(base), tocadas_desde(base, 0).ultimas)


def tocadas_desde(base: Base, accion: int) -> Tocadas:
    """Lo que ella cambió después de una acción, sin lo que recibió de otros ni lo que quedó como estaba."""
    claves = _Claves(base)
    filas: dict[tuple[str, int], _Hilo] = {}
    for tabla, fila, cual, antes, despues in base.lee_orden(_CAMBIOS, (accion, RECIBIR.lower())):
        if tabla in _LLAVES or tabla in _HIJAS:
            filas.setdefault((tabla, fila), _Hilo()).sigue(cual, _leida(antes), _leida(despues))
    ultimas: dict[str, int] = {}
    nacidas: set[str] = set()
    for (tabla, fila), hilo in filas.items():
        if not hilo.cambio or not (clave := claves.de(tabla, fila, hilo.dichas)):
            continue
        ultimas[clave] = max(ultimas.get(clave, 0), hilo.ultima)
        if hilo.nacio and tabla in _LLAVES:
            nacidas.add(clave)
    return Tocadas(ultimas, frozenset(nacidas))


def claves_tocadas(base: Base, cambios: Collection[CambioDeFila]) -> frozenset[str]:
    """La clave de cada cosa que unos cambios tocaron, como se recuerda en lo recibido."""
    claves = _Claves(base)
    dichas = ((c, c.antes or c.despues or {}) for c in cambios)
    return frozenset(clave for c, dicha in dichas if (clave := claves.de(c.tabla, c.fila, dicha)))


class _Hilo:
    """Lo que le pasó a una fila, de principio a fin."""

    def __init__(self) -> None:
        self.antes: dict[str, Any] | None = {}
        self.despues: dict[str, Any] | None = {}
        self.ultima = 0
        self.dichas: dict[str, Any] = {}

    def sigue(self, accion: int, antes: Fila | None, despues: Fila | None) -> None:
        if not self.ultima:
            self.antes = None if antes is None else dict(antes)
        elif self.antes is not None and antes is not None:
            self.antes = {**antes, **self.antes}
        self.despues = None if despues is None else {**(self.despues or {}), **despues}
        self.dichas |= {**(antes or {}), **(despues or {})}
        self.ultima = accion

    @property
    def nacio(self) -> bool:
        return self.antes is None

    @property
    def cambio(self) -> bool:
        return self.antes != self.despues


class _Claves:
    """La clave de la cosa de que es una fila, aunque ya no esté."""

    def __init__(self, base: Base) -> None:
        self._base = base
        self._uids: dict[type[Tabla], dict[int, str]] = {}
        self._filas: dict[str, dict[int, Fila]] = {}

    def de(self, tabla: str, id_: int, dicha: Fila) -> str:
        """Vacía si la fila no es de nada de lo que se recibe."""
        fila = {**dicha, **self._fila(tabla, id_)}
        if tabla in _HIJAS:
            columna, madre = _HIJAS[tabla]
            tabla = nombre_de(madre)
            fila = self._fila(tabla, fila.get(columna, 0))
        llave = _LLAVES.get(tabla, ())
        return ":".join([tabla, *self._valores(tabla, llave, fila)]) if llave and fila else ""

    def _valores(self, tabla: str, llave: tuple[str, ...], fila: Fila) -> Iterator[str]:
        columnas, nombra = columnas_por_nombre(TABLAS[tabla]), a_quien_nombra(TABLAS[tabla])
        for campo in llave:
            valor = fila.get(columnas[campo].column_name)
            if campo in nombra and valor is not None:
                uid = self._uid(nombra[campo], valor)
                valor = Nombra(nombre_de(nombra[campo]), uid) if uid else None
            yield str(valor)

    def _uid(self, tabla: type[Tabla], id_: int) -> str:
        if tabla not in self._uids:
            self._uids[tabla] = dict(self._base.filas(tabla, ("id", "uid")))
        return self._uids[tabla].get(id_, "")

    def _fila(self, tabla: str, id_: int) -> Fila:
        """Las columnas de una fila que dicen de qué cosa es, como está; vacías si ya no está."""
        if tabla not in self._filas:
            suyas = _columnas_de_llave(tabla)
            filas = self._base.lee_orden(f"SELECT id, {', '.join(suyas)} FROM {tabla}") if suyas else []
            self._filas[tabla] = {cual: dict(zip(suyas, fila, strict=True)) for cual, *fila in filas}
        return self._filas[tabla].get(id_, {})


def _columnas_de_llave(tabla: str) -> tuple[str, ...]:
    if tabla in _HIJAS:
        return (_HIJAS[tabla][0],)
    columnas = columnas_por_nombre(TABLAS[tabla]) if tabla in _LLAVES else {}
    return tuple(columnas[campo].column_name for campo in _LLAVES.get(tabla, ()))


def _leida(texto: str | None) -> Fila | None:
    return None if texto is None else json.loads(texto)
