"""Lo que la bitácora recuerda de un número o de un renglón, y cómo se adelgaza lo viejo."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.filas.legajo import Legajo
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.trimestre.conteos import Casilla


@congelado
class CambioDeNumero:
    """Un cambio de una casilla: cuándo, con qué acción, y de cuánto a cuánto (None: vacía).

    `dia`, si lo que cambió fue uno de los días que la casilla suma.
    """

    casilla: Casilla
    cuando: datetime
    accion: str
    antes: int | None
    despues: int | None
    dia: date | None = None


@congelado
class CambioDeRenglon:
    """Algo que pasó con un renglón: cuándo y con qué acción."""

    uid: str
    cuando: datetime
    accion: str


def cambios_de_numeros(legajo: Legajo, casillas: Collection[Casilla]) -> tuple[CambioDeNumero, ...]:
    """Los cambios anotados de unas casillas del trimestre y de sus días, cada clase en su orden."""
    escritos = _apuntes(legajo, "conteo", _conteos(legajo))
    marcados = _apuntes(legajo, "dia", _dias(legajo))
    hechos = (_de_numero(legajo, *apunte) for apunte in (*escritos, *marcados))
    return tuple(hecho for hecho in hechos if hecho.casilla in casillas)


def cambios_de_renglones(legajo: Legajo, uids: Collection[str]) -> tuple[CambioDeRenglon, ...]:
    """Los cambios anotados de unos renglones del trimestre, en orden."""
    r = e.Renglon
    filas = {
        id_: {"uid": uid}
        for id_, uid in legajo.base.lee(r.select(r.id, r.uid).where(r.trimestre == legajo.id))
    }
    hechos = (
        CambioDeRenglon(fila["uid"], cuando, accion)
        for fila, _, _, cuando, accion in _apuntes(legajo, "registro", filas)
    )
    return tuple(hecho for hecho in hechos if hecho.uid in uids)


Fila = Mapping[str, Any]
Apunte = tuple[Fila, Fila | None, Fila | None, datetime, str]


def _apuntes(legajo: Legajo, tabla: str, filas: Mapping[int, Fila]) -> Iterator[Apunte]:
    """Lo anotado de una tabla en el trimestre: la fila, su antes, su después, cuándo y la acción."""
    orden = (
        "SELECT b.fila, b.antes, b.despues, a.cuando, a.nombre FROM bitacora b "
        "JOIN accion a ON a.id = b.accion_id WHERE b.tabla = ? AND a.trimestre_id = ? ORDER BY b.id"
    )
    leidos = [
        (
            id_,
            antes and json.loads(antes),
            despues and json.loads(despues),
            datetime.fromisoformat(cuando),
            accion,
        )
        for id_, antes, despues, cuando, accion in legajo.base.lee_orden(orden, (tabla, legajo.id))
    ]
    enteras = {
        id_: fila for id_, antes, despues, *_ in leidos for fila in (antes, despues) if fila and "uid" in fila
    }
    conocidas = {**enteras, **filas}
    for id_, antes, despues, cuando, accion in leidos:
        if id_ in conocidas:
            yield conocidas[id_], antes, despues, cuando, accion


def _conteos(legajo: Legajo) -> dict[int, Fila]:
    c = e.Conteo
    filas = legajo.base.lee(c.select(c.id, c.cifra, c.mes, c.sexo).where(c.trimestre == legajo.id))
    return {id_: {"cifra_id": cifra, "mes": mes, "sexo": sexo} for id_, cifra, mes, sexo in filas}


def _dias(legajo: Legajo) -> dict[int, Fila]:
    filas = legajo.base.filas(e.Dia, ("id", "cifra", "fecha"), trimestre=legajo.id)
    return {id_: {"cifra_id": cifra, "fecha": fecha.isoformat()} for id_, cifra, fecha in filas}


def _de_numero(
    legajo: Legajo, fila: Fila, antes: Fila | None, despues: Fila | None, cuando: datetime, accion: str
) -> CambioDeNumero:
    claves = {id_: clave for clave, id_ in legajo.guardado.cifras.items()}
    dia = date.fromisoformat(fila["fecha"]) if "fecha" in fila else None
    mes, sexo = (dia.month, None) if dia else (fila["mes"], fila["sexo"])
    casilla = Casilla(claves.get(fila["cifra_id"], ""), legajo.trimestre.numero, mes, sexo)
    de, a = ((lado or {}).get("valor") for lado in (antes, despues))
    return CambioDeNumero(casilla, cuando, accion, de, a, dia)


@congelado
class Adelgazado:
    """Lo que se quitó de la historia: cuántos cambios y cuántos bytes de texto ocupaban."""

    cambios: int
    octetos: int


# De cada fila viva se conserva su último cambio; de un trimestre que se ha firmado, todo lo de después
_VIEJAS = """
SELECT a.id FROM accion a
WHERE a.cuando < ? AND a.apertura <> ? AND a.clase <> 'barrera' AND NOT EXISTS (
    SELECT 1 FROM accion f WHERE f.clase = 'barrera' AND f.trimestre_id = a.trimestre_id AND f.id < a.id)
"""
_SOBRAN = f"""
FROM bitacora WHERE accion_id IN ({_VIEJAS}) AND tabla <> '' AND (
    clase = 'baja'
    OR id < (SELECT max(o.id) FROM bitacora o WHERE o.tabla = bitacora.tabla AND o.fila = bitacora.fila))
"""


def adelgazar(base: Base, antes_de: date) -> Adelgazado:
    """Quita de la historia anterior a ese día los cambios que otros ya reemplazaron.

    Nunca quita lo de esta apertura, las firmas, ni lo hecho en un trimestre desde que se firmó.
    """
    datos = (antes_de.isoformat(), base.apertura)
    with base.accion("Adelgazar la historia", clase="aparte") as hecha:
        largo = "coalesce(sum(length(coalesce(antes, '')) + length(coalesce(despues, ''))), 0)"
        cambios, octetos = base.conexion.execute(f"SELECT count(*), {largo} {_SOBRAN}", datos).fetchone()
        if cambios:
            base.escribe_orden(e.Bitacora, f"DELETE {_SOBRAN}", datos)
            base.escribe_orden(
                e.Accion,
                f"DELETE FROM accion WHERE id IN ({_VIEJAS}) "
                "AND NOT EXISTS (SELECT 1 FROM bitacora b WHERE b.accion_id = accion.id)",
                datos,
            )
            base.anotar_resumen(hecha.id, {"cambios": cambios, "octetos": octetos})
    return Adelgazado(cambios, octetos)
