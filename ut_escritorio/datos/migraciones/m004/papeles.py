"""Migración 4: qué papeles hay, de lo que decían los renglones y las remisiones.

Texto congelado: no se edita, se migra.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

Partes = tuple[tuple[int | None, str], ...]
_FOLIO = re.compile(
    r"(?:(?P<serie>.+)/)?(?P<numero>[0-9]{1,6})(?P<bis>[ -]?(?:bis|ter|[a-z]))?/(?P<anio>[0-9]{4})",
    re.IGNORECASE,
)
_SIN_NUMERO = re.compile(r"s ?[/.-]? ?n\.?|s ?/ ?num\.?|sin (numero|num\.?|no\.?|folio|oficio)|[-–—]+")
_ROL = {"enviado": "destinatario", "recibido": "emisor"}


class Mencion(NamedTuple):
    """Dónde se decía un oficio: la tabla y fila que lo nombra, y lo que ahí se sabía de él."""

    tabla: str
    fila: int
    oficio: int
    folio: str
    sentido: str
    ejercicio: int
    fecha: str | None
    mes: int | None
    partes: Partes


@dataclass
class Papel:
    """Un papel: todas las veces que se dijo."""

    menciones: list[Mencion] = field(default_factory=list[Mencion])

    @property
    def sentido(self) -> str:
        """Si se envió o se recibió."""
        return next((m.sentido for m in self.menciones if m.sentido), "")

    @property
    def folio(self) -> str:
        """Como se escribió la primera vez."""
        return self.menciones[0].folio

    @property
    def cuando(self) -> tuple[str | None, int | None]:
        """La primera fecha, o mes, que se dijo."""
        return next(((m.fecha, m.mes) for m in self.menciones if m.fecha or m.mes), (None, None))

    @property
    def partes(self) -> Partes:
        """Con quién, como se dijo primero."""
        return next((m.partes for m in self.menciones if m.partes), ())

    @property
    def bis(self) -> str:
        """Lo que sigue al número."""
        hallado = _FOLIO.fullmatch(self.folio.strip())
        return (hallado["bis"] or "").strip(" -").upper() if hallado else ""

    @property
    def ejercicio(self) -> int:
        """El año del libro en que va."""
        return _del_libro(next((m for m in self.menciones if m.sentido), self.menciones[0]))


def _del_libro(mencion: Mencion) -> int:
    """El año del libro: el de su número si lo enviamos, o el de su fecha; uno lejano no se cree."""
    hallado = _FOLIO.fullmatch(mencion.folio.strip())
    suyo = int(hallado["anio"]) if hallado and mencion.sentido == "enviado" else None
    if suyo is None and mencion.fecha:
        suyo = int(mencion.fecha[:4])
    return suyo if suyo is not None and abs(suyo - mencion.ejercicio) <= 1 else mencion.ejercicio


def papeles_de(conexion: sqlite3.Connection) -> list[Papel]:
    """Los papeles del archivo, en el orden en que se dijeron."""
    papeles: list[Papel] = []
    por_llave: dict[tuple[object, ...], list[Papel]] = {}
    for mencion in _menciones(conexion):
        llave = _llave(mencion)
        iguales = por_llave.setdefault(llave, []) if llave else []
        papel = _el_mismo(mencion, iguales) if llave else None
        if papel is None:
            papel = Papel()
            papeles.append(papel)
            iguales.append(papel)
        papel.menciones.append(mencion)
    return papeles


def _el_mismo(mencion: Mencion, iguales: list[Papel]) -> Papel | None:
    """De los que se escriben igual, el mismo papel: si es recibido, el de quien lo mandó."""
    suyo = mencion.sentido
    posibles = [papel for papel in iguales if suyo in (papel.sentido, "") or not papel.sentido]
    for papel in posibles:
        if papel.sentido == "enviado":
            return papel
    for papel in posibles:
        if suyo == "enviado" or (papel.sentido == suyo and papel.partes == mencion.partes):
            return papel
    de_quien = [papel for papel in posibles if not (papel.partes and mencion.partes)]
    return de_quien[0] if len(de_quien) == 1 else None


def _llave(mencion: Mencion) -> tuple[object, ...]:
    """Lo que dos escrituras del mismo oficio comparten; nada, si no lleva número."""
    hallado = _FOLIO.fullmatch(mencion.folio.strip())
    if hallado:
        bis = (hallado["bis"] or "").strip(" -").upper()
        serie = (hallado["serie"] or "").upper()
        return serie, int(hallado["numero"]), int(hallado["anio"]), bis
    if _SIN_NUMERO.fullmatch(_llano(mencion.folio)):
        return ()
    return _del_libro(mencion), mencion.folio.strip().upper()


def _llano(texto: str) -> str:
    partido = unicodedata.normalize("NFD", texto.casefold())
    return " ".join("".join(letra for letra in partido if not unicodedata.combining(letra)).split())


def _menciones(conexion: sqlite3.Connection) -> Iterator[Mencion]:
    """Todas, por año, trimestre y orden; con su fecha y sus partes donde el renglón cita uno solo."""
    partes = _partes(conexion)
    de_citas = conexion.execute(
        """SELECT c.id, c.oficio_id, o.folio, r.sentido, p.ejercicio, r.fecha, r.mes, r.id,
        (SELECT count(*) FROM cita x WHERE x.registro_id = r.id), t.numero, r.orden, c.orden
        FROM cita c JOIN oficio o ON o.id = c.oficio_id JOIN registro r ON r.id = c.registro_id
        JOIN trimestre t ON t.id = r.trimestre_id JOIN plan p ON p.id = t.plan_id"""
    )
    todas: list[tuple[tuple[int, ...], Mencion]] = []
    for cita, oficio, folio, sentido, anio, fecha, mes, renglon, cuantas, *orden in de_citas:
        suyo = (fecha, mes, partes.get((renglon, _ROL.get(sentido, "")), ()))
        dice = suyo if cuantas == 1 and sentido in _ROL else (None, None, ())
        mencion = Mencion("cita", cita, oficio, folio, sentido, anio, *dice)
        todas.append(((anio, *orden, cita), mencion))
    de_entregas = conexion.execute(
        """SELECT d.id, d.oficio_id, o.folio, p.ejercicio, d.fecha, t.numero
        FROM oficio_de_remision d JOIN oficio o ON o.id = d.oficio_id
        JOIN trimestre t ON t.id = d.trimestre_id JOIN plan p ON p.id = t.plan_id"""
    )
    for fila, oficio, folio, anio, fecha, numero in de_entregas:
        mencion = Mencion("oficio_de_remision", fila, oficio, folio, "enviado", anio, fecha, None, ())
        todas.append(((anio, numero, 2**62, 0, fila), mencion))
    return (mencion for _, mencion in sorted(todas, key=lambda cada: cada[0]))


def _partes(conexion: sqlite3.Connection) -> dict[tuple[int, str], Partes]:
    partes: dict[tuple[int, str], Partes] = {}
    filas = conexion.execute("SELECT registro_id, rol, unidad_id, texto FROM parte ORDER BY orden")
    for renglon, rol, unidad, texto in filas:
        partes[renglon, rol] = (*partes.get((renglon, rol), ()), (unidad, texto))
    return partes
