"""Migración 4: escribir los papeles, y anotar en la historia lo que se juntó o se separó.

Con eso anotado, la foto de lo que se firmó antes se rehace igual. Texto congelado: no se edita, se migra.
"""

from __future__ import annotations

import os
import sqlite3
import uuid

from ut_escritorio.datos.migraciones.m004.papeles import Papel

_COLUMNAS = {
    "oficio": "id uid folio serie_id numero anio bis ejercicio sentido fecha mes asunto clase expediente "
    "propio cancelado",
    "serie": "id uid prefijo",
}
_ROL = {"enviado": "destinatario", "recibido": "emisor"}


class Apuntes:
    """Lo que cambió de lo que ya había, en orden, para la bitácora."""

    def __init__(self, conexion: sqlite3.Connection) -> None:
        self._conexion = conexion
        self._altas: list[int] = []
        self._hechos: list[tuple[str, int, str, str | None, str | None]] = []
        self.con_duenio: set[int] = set()

    def alta(self, oficio: int) -> None:
        """Un oficio nuevo; se lee al final, ya con todo lo suyo."""
        self._altas.append(oficio)

    def cambio(self, tabla: str, fila: int, columna: str, antes: object, despues: object) -> None:
        """Una columna que pasó de un valor a otro."""
        lados = self._conexion.execute(
            "SELECT json_object(?, ?), json_object(?, ?)", (columna, antes, columna, despues)
        ).fetchone()
        self._hechos.append((tabla, fila, "cambio", *lados))

    def baja(self, tabla: str, fila: int) -> None:
        """Una fila que se va; aún está."""
        self._hechos.append((tabla, fila, "baja", self._entera(tabla, fila), None))

    def asentar(self) -> None:
        """Lo escribe, si hubo algo: primero lo que llegó, luego lo que cambió y lo que se fue."""
        altas = [("oficio", fila, "alta", None, self._entera("oficio", fila)) for fila in self._altas]
        if not altas and not self._hechos:
            return
        accion = self._conexion.execute(
            "INSERT INTO accion (nombre, cuando, apertura, clase, grupo) "
            "SELECT 'Poner al día el archivo', max(cuando), 'versión 4', 'barrera', '' FROM accion"
        ).lastrowid
        self._conexion.executemany(
            "INSERT INTO bitacora (accion_id, tabla, fila, clase, antes, despues) VALUES (?, ?, ?, ?, ?, ?)",
            [(accion, *apunte) for apunte in (*altas, *self._hechos)],
        )

    def _entera(self, tabla: str, fila: int) -> str:
        pares = ", ".join(f"'{nombre}', {nombre}" for nombre in _COLUMNAS[tabla].split())
        return self._conexion.execute(
            f"SELECT json_object({pares}) FROM {tabla} WHERE id = ?", (fila,)
        ).fetchone()[0]


def juntar_series(conexion: sqlite3.Connection, apuntes: Apuntes) -> None:
    """Las series que solo cambian en mayúsculas son una: queda la más usada."""
    filas = conexion.execute(
        "SELECT s.id, s.prefijo FROM serie s ORDER BY "
        "(SELECT count(*) FROM oficio o WHERE o.serie_id = s.id) DESC, s.prefijo"
    ).fetchall()
    quedan: dict[str, int] = {}
    for serie, prefijo in filas:
        queda = quedan.setdefault(prefijo.upper(), serie)
        if queda == serie:
            continue
        suyos = conexion.execute("SELECT id FROM oficio WHERE serie_id = ?", (serie,)).fetchall()
        for (oficio,) in suyos:
            conexion.execute("UPDATE oficio SET serie_id = ? WHERE id = ?", (queda, oficio))
            apuntes.cambio("oficio", oficio, "serie_id", serie, queda)
        apuntes.baja("serie", serie)
        conexion.execute("DELETE FROM serie WHERE id = ?", (serie,))


def guardar(conexion: sqlite3.Connection, papel: Papel, apuntes: Apuntes) -> None:
    """Pone un papel en su fila, o en otra si esa ya es de uno distinto, y ahí lo que lo nombra."""
    antes = papel.menciones[0].oficio
    fila = antes if antes not in apuntes.con_duenio else _copia(conexion, antes, apuntes)
    apuntes.con_duenio.add(fila)
    fecha, mes = papel.cuando
    conexion.execute(
        "UPDATE oficio SET bis = ?, ejercicio = ?, sentido = ?, fecha = ?, mes = ? WHERE id = ?",
        (papel.bis, papel.ejercicio, papel.sentido, fecha, mes, fila),
    )
    rol = _ROL.get(papel.sentido, "")
    for orden, (unidad, texto) in enumerate(papel.partes, 1):
        conexion.execute(
            "INSERT INTO parte_de_oficio (id, uid, oficio_id, orden, rol, unidad_id, texto) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (_nuevo_id(), str(uuid.uuid4()), fila, orden, rol, unidad, texto),
        )
    for mencion in papel.menciones:
        if mencion.oficio != fila:
            orden_sql = f"UPDATE {mencion.tabla} SET oficio_id = ? WHERE id = ?"
            conexion.execute(orden_sql, (fila, mencion.fila))
            apuntes.cambio(mencion.tabla, mencion.fila, "oficio_id", mencion.oficio, fila)
        if mencion.folio != papel.folio:
            orden_sql = f"UPDATE {mencion.tabla} SET folio = ? WHERE id = ?"
            conexion.execute(orden_sql, (mencion.folio, mencion.fila))


def _copia(conexion: sqlite3.Connection, oficio: int, apuntes: Apuntes) -> int:
    fila = _nuevo_id()
    conexion.execute(
        "INSERT INTO oficio (id, uid, folio, serie_id, numero, anio) "
        "SELECT ?, ?, folio, serie_id, numero, anio FROM oficio WHERE id = ?",
        (fila, str(uuid.uuid4()), oficio),
    )
    apuntes.alta(fila)
    return fila


def quitar_los_que_sobran(conexion: sqlite3.Connection, apuntes: Apuntes) -> None:
    """Quita las filas que ya nadie nombra: su papel quedó en otra."""
    for (fila,) in conexion.execute("SELECT id FROM oficio").fetchall():
        if fila not in apuntes.con_duenio:
            apuntes.baja("oficio", fila)
            conexion.execute("DELETE FROM oficio WHERE id = ?", (fila,))


def _nuevo_id() -> int:
    return int.from_bytes(os.urandom(8), "big") >> 1
