"""La única conexión con un archivo: sus ajustes puestos y releídos, y la única puerta para escribir."""

from __future__ import annotations

import logging
import sqlite3
import uuid
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path, PurePath
from typing import Any, Literal
from urllib.parse import quote

from peewee import Expression, SqliteDatabase

from ut_escritorio.datos.esquema import Accion, Bitacora, Tabla, ordenes
from ut_escritorio.datos.esquema.base import columnas_por_nombre, nombre_de
from ut_escritorio.datos.esquema.campos import traducidas
from ut_escritorio.datos.esquema.clases import COLUMNAS
from ut_escritorio.datos.motor import fallas, sello, turno
from ut_escritorio.datos.motor.fallas import en_palabras, es_del_disco
from ut_escritorio.datos.motor.identidad import Identidad
from ut_escritorio.datos.motor.pragmas import poner_pragmas
from ut_escritorio.datos.motor.sello import Sello
from ut_escritorio.datos.motor.vigias import Vigias
from ut_escritorio.dominio.reloj import Reloj
from ut_escritorio.errores import ErrorEsperado

_NOTAS = logging.getLogger(__name__)
Modo = Literal["rw", "ro", "rwc", "memory"]
ClaseDeAccion = Literal["hecha", "deshacer", "rehacer", "barrera", "aparte"]

_APARTAR = "BEGIN IMMEDIATE"  # como se empieza a escribir: nadie más puede hasta que se termine


def uri_de(ruta: PurePath, modo: Modo) -> str:
    """La dirección que SQLite entiende, también con ñ, #, %, ?, & y espacios, o en otro equipo de la red."""
    texto = ruta.as_posix()
    return f"file://{'' if texto.startswith('/') else '/'}{quote(texto, safe='/:')}?mode={modo}"


def _nadie_anota() -> datetime:
    """La hora de quien solo lee: nunca se pide."""
    raise ErrorEsperado("El archivo se abrió solo para leer y no se guardó nada.")


@dataclass
class AccionHecha:
    """Una acción: `cuando` se anotó y, al terminar, las tablas que cambió y el sello con que quedan."""

    nombre: str
    id: int
    cuando: str
    tablas: frozenset[str] = field(default_factory=frozenset[str])
    sello: Sello = field(default_factory=dict[str, int])


def _nada(_: AccionHecha) -> Callable[[], None]:
    return lambda: None


class Base:
    """Un archivo abierto.

    `ahora` da la hora para la bitácora; `en_curso` es la acción abierta; `al_cerrar`, lo que además se
    hace al cerrarlo. `al_asentar` mira cada acción ya hecha y aún sin confirmar, y da lo que se hace si
    queda. Sin `vigilar()` solo se lee, o se carga un archivo nuevo. En el modo «memory» no hay archivo.
    """

    def __init__(self, ruta: Path, modo: Modo, ahora: Reloj = _nadie_anota) -> None:
        self.ruta, self.modo, self._ahora = ruta, modo, ahora
        self.apertura = str(uuid.uuid4())
        self.en_curso: AccionHecha | None = None
        self.al_cerrar: Callable[[], None] = lambda: None
        self.al_asentar: Callable[[AccionHecha], Callable[[], None]] = _nada
        self.por_revisar: Callable[[], object] | None = None
        self._por_estrenar = False
        self._vigias: Vigias | None = None
        self._identidad: Identidad | None = None
        self._db = SqliteDatabase(
            uri_de(ruta.absolute(), modo),
            uri=True,
            autoconnect=False,
            lock_type="IMMEDIATE",
            timeout=turno.ESPERA,
        )
        self._db.connect()
        try:
            if modo != "memory":
                poner_pragmas(self.conexion, escribe=modo != "ro")
        except BaseException:
            self._db.close()
            raise
        self._turno = turno.Turno(self.conexion)

    @property
    def conexion(self) -> sqlite3.Connection:
        """La conexión de SQLite, para lo que no es leer ni escribir filas."""
        return self._db.connection()

    @property
    def cerrada(self) -> bool:
        """Si ya se cerró: leer la abriría otra vez."""
        return self._db.is_closed()

    def vigilar(self) -> None:
        """Desde aquí todo cambio pasa por `accion`, y en cada tabla, por los vigías que se le ponen."""
        self._identidad = Identidad(self.ruta, self.conexion)
        self.conexion.execute("PRAGMA query_only = ON")
        self._por_estrenar = True

    def _estrenar(self) -> None:
        """Antes de escribir por primera vez: hasta entonces SQLite no deja."""
        if self._por_estrenar:
            self._vigias = Vigias(self.conexion, lambda: self.en_curso.id if self.en_curso else None)
            self.conexion.execute("PRAGMA query_only = OFF")
            self._por_estrenar = False

    def cerrar(self) -> None:
        """Cierra el archivo y quita el diario vacío que deja al lado."""
        if self._db.is_closed():
            return
        try:
            if self.modo != "ro" and (self._identidad is None or self._identidad.es_la_misma):
                self._quitar_diario()
        finally:
            self._db.close()
            self.al_cerrar()

    def _quitar_diario(self) -> None:
        """Si el disco no deja, el diario se queda: vacío no estorba, y con algo hará falta."""
        with suppress(sqlite3.OperationalError):
            self.conexion.execute("PRAGMA query_only = OFF")
            self.conexion.execute("PRAGMA journal_mode = DELETE").fetchall()

    # Leer: todo pasa por aquí, para que si el archivo no se deja se diga en palabras

    def lee(self, consulta: Any) -> list[tuple[Any, ...]]:
        """Las filas de una consulta, como tuplas ya traducidas."""
        with self._turno.de_leer():
            return list(consulta.tuples().execute(self._db))

    def lee_orden(self, orden: str, valores: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Las filas de una consulta escrita en SQL, tal como las guarda el archivo."""
        with self._turno.de_leer():
            return self.conexion.execute(orden, valores).fetchall()

    def filas(
        self, tabla: type[Tabla], columnas: Sequence[str], orden: str = "", **donde: object
    ) -> list[tuple[Any, ...]]:
        """Columnas de las filas que cumplen unas igualdades (una tupla: con cualquiera de sus valores)."""
        lectura, valores = ordenes.de_lectura(tabla, columnas, orden, donde)
        de = columnas_por_nombre(tabla)
        return traducidas(self.lee_orden(lectura, valores), [de[nombre] for nombre in columnas])

    def lee_octetos(self, tabla: type[Tabla], fila: int, desde: int, cuantos: int) -> bytes:
        """Un pedazo de los bytes que guarda una fila, sin leer los demás; menos si no hay tantos."""
        de_cual = (nombre_de(tabla), "bytes", fila)
        with self._turno.de_leer(), self.conexion.blobopen(*de_cual, readonly=True) as todos:
            todos.seek(min(desde, len(todos)))
            return todos.read(cuantos)

    @property
    def sello_vigente(self) -> Sello | None:
        """El sello del archivo, sin abrirlo; None si solo se lee o puede no ser el que se dejó."""
        return self._identidad.sello_vigente if self._identidad else None

    @property
    def intacta(self) -> bool:
        """Si consta, dentro de una lectura, que nadie más ha escrito en el archivo."""
        return self._identidad is not None and self._identidad.intacta

    @contextmanager
    def lectura(self) -> Generator[None, None, None]:
        """Todo lo que se lea dentro es de un mismo momento."""
        with self._transaccion("BEGIN"):
            yield

    # Escribir

    @property
    def libre(self) -> bool:
        """Si en este momento nadie más lo ocupa; no espera ni cambia nada."""
        if self._por_estrenar:
            return True  # aún no se ha escrito en él: lo dirá la primera acción
        self._turno.no_esperar()
        try:
            self.conexion.execute(_APARTAR)
            self._deshacer()
        except sqlite3.OperationalError as error:
            return not fallas.esta_ocupado(error)
        self._turno.esperar()
        return True

    def esperar(self) -> None:
        """Lo que sigue espera a quien lo ocupe, aunque se acabe de ver ocupado: ella lo pidió."""
        self._turno.esperar()

    def terminar_de_abrir(self) -> None:
        """Revisa lo que se dejó para después; sin esto nada se escribe. Lanza lo que `abrir_base`."""
        if self.por_revisar is not None:
            with self.lectura():
                self.por_revisar()
            self.por_revisar = None

    @contextmanager
    def accion(
        self, nombre: str, trimestre: int | None = None, clase: ClaseDeAccion = "hecha", grupo: str = ""
    ) -> Generator[AccionHecha, None, None]:
        """Algo que se hace de una vez: o queda entero, con su grupo en la bitácora, o no pasó nada.

        Una acción que no cambia nada no deja huella. ErrorEsperado si el archivo no deja escribir, y
        ArchivoCambiado si ya no es el que se abrió.

        Args:
            nombre: cómo se llama lo que se hace.
            trimestre: la fila del trimestre en que se hace, si es de uno.
            clase: cómo cuenta al deshacer (véase `esquema.Accion`).
            grupo: las acciones seguidas de un mismo grupo se deshacen juntas; vacío: va sola.
        """
        with self._escritura():
            hecha = self.en_curso = self._anotar_accion(nombre, trimestre, clase, grupo)
            try:
                yield hecha
                confirmada = self._asentar(hecha)
            finally:
                self.en_curso = None
        confirmada()
        _NOTAS.info("acción %d guardada: %s", hecha.id, ", ".join(sorted(hecha.tablas)))

    @contextmanager
    def aparte(self) -> Generator[None, None, None]:
        """Deja de una vez lo que por sí solo no es nada que ella haya hecho: sin bitácora ni deshacer.

        Solo caben los trozos de un contenido: lo que la bitácora anota, sin acción no se deja escribir.
        """
        with self._escritura():
            yield
            self._confirmar(sello.escrito(self.conexion))

    @contextmanager
    def _escritura(self) -> Generator[None, None, None]:
        """Aparta el archivo para escribir en él, si sigue siendo el que se abrió."""
        self.terminar_de_abrir()
        self._estrenar()
        with self._transaccion(_APARTAR):
            if self._identidad is not None:
                self._identidad.revisar()
            if self._vigias is not None:
                self._vigias.pasar_lista()
                self._vigias.poner(Bitacora)  # los de cada tabla escriben en ella
            yield

    @contextmanager
    def carga(self, nombre: str, **detalle: str) -> Generator[None, None, None]:
        """Muchas filas de una vez en un archivo nuevo, aún sin vigías: un resumen y sello por barrido.

        `detalle` es lo que el resumen dice además de cuántas filas fueron.
        """
        antes = self.conexion.total_changes
        with self._transaccion(_APARTAR):
            yield
            resumen = {"filas": self.conexion.total_changes - antes, **detalle}
            self.anotar_resumen(self._anotar_accion(nombre, None, "barrera", "").id, resumen)
            sello.sellar(self.conexion)
            self._confirmar(sello.escrito(self.conexion))

    def anotar_resumen(self, accion: int, resumen: Mapping[str, int | str]) -> None:
        """Anota en la bitácora, en un solo renglón, lo que una acción hizo y no se anotó fila por fila."""
        despues = COLUMNAS.a_json(resumen)
        self.inserta(Bitacora, accion=accion, tabla="", fila=0, clase="resumen", despues=despues)

    def escribe_orden(self, tabla: type[Tabla], orden: str, valores: Sequence[object] = ()) -> sqlite3.Cursor:
        """Cumple una orden escrita en SQL que cambia una sola tabla, ya con sus vigías."""
        if self._vigias is not None:
            self._vigias.poner(tabla)
        return self.conexion.execute(orden, valores)

    def inserta(self, tabla: type[Tabla], /, **valores: Any) -> int:
        """Agrega una fila; devuelve su número."""
        return self.escribe_orden(tabla, *ordenes.de_alta(tabla, valores)).lastrowid or 0

    def cambia(self, tabla: type[Tabla], donde: Expression, /, **valores: Any) -> int:
        """Cambia columnas de las filas que cumplen; devuelve cuántas eran."""
        return self.escribe_orden(tabla, *ordenes.de_cambio(tabla, donde, valores)).rowcount

    def borra(self, tabla: type[Tabla], donde: Expression) -> int:
        """Quita las filas que cumplen; devuelve cuántas eran."""
        return self.escribe_orden(tabla, *ordenes.de_baja(tabla, donde)).rowcount

    def _anotar_accion(
        self, nombre: str, trimestre: int | None, clase: ClaseDeAccion, grupo: str
    ) -> AccionHecha:
        cuando = self._ahora().isoformat(timespec="seconds")
        otras = {"apertura": self.apertura, "clase": clase, "grupo": grupo, "trimestre": trimestre}
        return AccionHecha(nombre, self.inserta(Accion, nombre=nombre, cuando=cuando, **otras), cuando)

    def _asentar(self, hecha: AccionHecha) -> Callable[[], None]:
        """Confirma lo hecho, si cambió algo; da lo que se hace ya confirmado."""
        hecha.tablas = self._tablas_de(hecha.id)
        if not hecha.tablas:
            return lambda: None
        # Se lee antes de confirmar: después ya no, por si el disco falla.
        hecha.sello = sello.escrito(self.conexion)
        confirmada = self.al_asentar(hecha)
        self._confirmar(hecha.sello)
        return confirmada

    def _tablas_de(self, accion: int) -> frozenset[str]:
        filas = self.conexion.execute("SELECT DISTINCT tabla FROM bitacora WHERE accion_id = ?", (accion,))
        return frozenset(tabla for (tabla,) in filas)

    @contextmanager
    def _transaccion(self, comienzo: str) -> Generator[None, None, None]:
        """Abre y, si nadie confirmó, deshace; dice en palabras la causa verdadera de lo que falle."""
        try:
            self.conexion.execute(comienzo)
            if comienzo == _APARTAR:
                self._turno.esperar()  # es suyo: confirmar sí espera a quien apenas lo esté leyendo
            yield
            self._deshacer()
        except BaseException as error:
            self._deshacer()
            self._turno.fallo(error)
            _NOTAS.warning("no se guardó o no se leyó: %s", fallas.clase_de(error))
            if self._identidad is not None and es_del_disco(error):
                self._identidad.dudar()
            esperado = en_palabras(error)
            if esperado is not None:
                raise esperado from error
            raise

    def _confirmar(self, dice: Sello) -> None:
        self.conexion.execute("COMMIT")
        if self._identidad is not None:
            self._identidad.recordar(dice)

    def _deshacer(self) -> None:
        """Deshace si aún hay qué: tras disco lleno, SQLite ya deshizo solo."""
        if self.conexion.in_transaction:
            self.conexion.execute("ROLLBACK")
