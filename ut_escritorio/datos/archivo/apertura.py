"""Abrir el archivo de la oficina, en este orden, y crear uno nuevo sin pisar nada.

Cada rechazo dice qué se halló y qué hacer; el archivo queda intacto y nada se crea a su lado. Nunca
se repara en el lugar: eso haría «válida» una copia a medias, con números viejos y nuevos revueltos.
"""

from __future__ import annotations

import logging
import os
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

from ut_escritorio.datos import migraciones
from ut_escritorio.datos.archivo import candado
from ut_escritorio.datos.archivo.cabecera import (
    apartar_diario_ajeno,
    incompleto,
    octetos_de,
    revisar_cabecera,
    revisar_que_no_haya_diario,
)
from ut_escritorio.datos.archivo.sanidad import cumple_sus_reglas, integro, sano
from ut_escritorio.datos.disco.destino import revisar_carpeta_y_nombre
from ut_escritorio.datos.migraciones import huella_de_tablas, huella_de_version, migrar, version_de
from ut_escritorio.datos.motor import sello
from ut_escritorio.datos.motor.conexion import Base, Modo
from ut_escritorio.datos.motor.fallas import clase_de, dichas
from ut_escritorio.datos.motor.identidad import Senas, senas_de
from ut_escritorio.dominio.reloj import Reloj
from ut_escritorio.errores import ArchivoDanado, ContenidoCambiado, ErrorEsperado, NoDejaEscribir

_NOTAS = logging.getLogger(__name__)
_GRANDE = 8 * 1024 * 1024
_RESPALDO = "Abra su última copia de respaldo y guarde aparte este archivo."


def abrir_base(
    ruta: Path,
    ahora: Reloj,
    antes_de_migrar: Callable[[], None],
    quitar_candado: bool = False,
    comprobado: Senas | None = None,
    pronto: bool = False,
) -> Base:
    """El archivo abierto para escribir, revisado, al día y con su candado puesto.

    Args:
        ruta: el archivo; debe existir.
        ahora: la hora que se anota en cada acción.
        antes_de_migrar: lo que se hace con un archivo sano de una versión anterior antes de ponerlo al
            día; si falla, el archivo se queda como estaba.
        quitar_candado: lo abre aunque parezca abierto en otro equipo.
        comprobado: las señas que tenía cuando se halló sano; si son las mismas no se revisa otra vez.
        pronto: si está al día se deja ver sin revisar; se revisa al `terminar_de_abrir`, o antes de
            escribir lo primero.

    Raises:
        ArchivoEnUso: alguien más lo tiene abierto.
        ArchivoDanado: está dañado o incompleto, u otro programa cambió su contenido.
        NoDejaEscribir: él o su carpeta son de solo lectura.
        ErrorEsperado: no es de este programa o es más nuevo.
    """
    revisar_cabecera(ruta)
    if not os.access(ruta, os.W_OK):
        raise NoDejaEscribir(
            f"«{ruta.name}» es de solo lectura. Ábralo solo para leer, o cópielo a otra carpeta."
        )
    puesto = candado.tomar(ruta, ahora(), quitar_candado)
    try:
        apartar_diario_ajeno(ruta)
        base = conectar(ruta, "rw", ahora)
    except BaseException:
        puesto.soltar()
        raise
    base.al_cerrar = puesto.soltar
    try:
        with base.lectura():
            ya = comprobado is not None and comprobado == senas_de(ruta)
            al_dia = revisar_tablas(base) == migraciones.VERSION
            if not ya and pronto and al_dia:
                base.por_revisar = lambda: revisar(base)
            elif not ya:
                revisar(base)
            if al_dia:
                base.vigilar()
        if not al_dia:
            antes_de_migrar()
            migrar(base.conexion)
            base.vigilar()
    except Exception as error:
        base.cerrar()
        _NOTAS.warning("no se abrió: %s", clase_de(error))
        with dichas():
            raise
    _NOTAS.info("abierto para escribir")
    return base


def leer_base(ruta: Path, ahora: Reloj, aunque_cambio: bool = False, sin_revisar: bool = False) -> Base:
    """El archivo abierto y revisado solo para leer: no se escribe nada, ni siquiera junto a él.

    `aunque_cambio`: también si otro programa cambió su contenido. `sin_revisar`: enseguida, sin saber
    aún si está sano. Lanza lo mismo que `abrir_base`, menos lo que toca a escribir.
    """
    base = abrir_sin_revisar(ruta, ahora)
    try:
        with base.lectura():
            if not sin_revisar:
                revisar(base, tambien_el_contenido=not aunque_cambio)
            version = version_de(base.conexion)
        if version < migraciones.VERSION:
            raise ErrorEsperado(f"«{ruta.name}» es de una versión anterior. Ábralo una vez con el programa.")
    except BaseException:
        base.cerrar()
        raise
    return base


def revisar_por_fuera(ruta: Path) -> Base:
    """El archivo, de hoy o de una versión anterior, abierto solo para leer y revisado entero.

    ArchivoDanado si no está sano; ErrorEsperado si no se pudo revisar.
    """
    base = abrir_sin_revisar(ruta)
    try:
        with base.lectura():
            revisar(base)
            if not cumple_sus_reglas(base.conexion):
                raise ArchivoDanado(f"«{ruta.name}» está dañado. {_RESPALDO}")
    except BaseException:
        base.cerrar()
        raise
    return base


def abrir_sin_revisar(ruta: Path, *ahora: Reloj) -> Base:
    """El archivo abierto solo para leer, con solo su encabezado y sus tablas revisados."""
    revisar_cabecera(ruta)
    revisar_que_no_haya_diario(ruta)
    base = conectar(ruta, "ro", *ahora)
    try:
        with base.lectura():
            revisar_tablas(base)
    except BaseException:
        base.cerrar()
        raise
    return base


def revisar_tablas(base: Base) -> int:
    """La versión de un archivo abierto, si tiene las tablas de esa versión; antes no se lee nada de él.

    Una tabla cambiada por una vista que se llama a sí misma se comería la memoria con solo leerla. Lanza
    ArchivoDanado si tiene otras.
    """
    version = version_de(base.conexion)
    if huella_de_tablas(base.conexion) != huella_de_version(version):
        raise ArchivoDanado(f"A «{base.ruta.name}» otro programa le cambió las tablas. {_RESPALDO}")
    return version


def conectar(ruta: Path, modo: Modo, *ahora: Reloj) -> Base:
    """El archivo abierto con SQLite; ErrorEsperado, con la causa en palabras, si no se deja."""
    with dichas():
        return Base(ruta, modo, *ahora)


def revisar(base: Base, tambien_el_contenido: bool = True) -> int:
    """Todo lo que se revisa de un archivo abierto, de la versión que sea; devuelve su versión.

    De un archivo grande SQLite revisa sus páginas en otro hilo, por su propia conexión, mientras aquí se
    calcula el sello; en uno chico los hilos se estorban más de lo que ayudan.

    Raises:
        ArchivoDanado: está dañado, le falta algo o tiene otras tablas.
        ContenidoCambiado: lo guardado no es lo que este programa guardó.
    """
    conexion, nombre = base.conexion, base.ruta.name
    version = revisar_tablas(base)
    ((paginas, tamano),) = conexion.execute("SELECT * FROM pragma_page_count, pragma_page_size")
    if octetos_de(base.ruta) != paginas * tamano:
        raise incompleto(base.ruta)
    grande = paginas * tamano > _GRANDE
    hallado = _aparte(lambda: integro(base.ruta)) if grande else lambda: sano(conexion)
    try:
        mismo = not tambien_el_contenido or not _cambiado(conexion)
    finally:
        esta_sano = hallado()
    if not esta_sano:
        raise ArchivoDanado(f"«{nombre}» está dañado. {_RESPALDO}")
    if not mismo:
        raise ContenidoCambiado(
            f"El contenido de «{nombre}» no es el que este programa guardó: "
            f"lo cambió otro programa o la copia se hizo a medias. {_RESPALDO}"
        )
    return version


def _aparte(trabajo: Callable[[], bool]) -> Callable[[], bool]:
    """Empieza el trabajo en otro hilo; lo devuelto espera a que acabe y da, o lanza, lo que dio."""
    dicho: list[bool | Exception] = []

    def hacer() -> None:
        try:
            dicho.append(trabajo())
        except Exception as error:
            dicho.append(error)

    def esperar() -> bool:
        hilo.join()
        if isinstance(dicho[0], Exception):
            raise dicho[0]
        return dicho[0]

    hilo = threading.Thread(target=hacer)
    hilo.start()
    return esperar


def _cambiado(conexion: sqlite3.Connection) -> bool:
    return bool(sello.alteradas(conexion)) or sello.contenidos_alterados(conexion)


def crear_base(ruta: Path, ahora: Reloj, llenar: Callable[[Base], None]) -> None:
    """Escribe un archivo nuevo, lleno, en `ruta`; nunca pisa, y si algo falla no deja nada.

    Raises:
        ErrorEsperado: ya hay algo con ese nombre, o la carpeta no existe o no deja escribir.
    """
    aparte = ruta.with_name(f".{ruta.name}.nuevo")
    _revisar_destino(ruta)
    try:
        _quitar_restos(aparte)
        try:
            aparte.touch()  # si aquí no se puede, el sistema dice la causa y SQLite no
            _escribir(aparte, ahora, llenar)
            _revisar_destino(ruta)
            aparte.rename(ruta)
        finally:
            _quitar_restos(aparte)
    except OSError as error:
        raise NoDejaEscribir(f"No se pudo escribir en «{ruta.parent}»; elija otra carpeta.") from error


def _quitar_restos(aparte: Path) -> None:
    """Quita lo escrito aparte y su diario; también los que dejó un corte: un diario viejo lo dañaría."""
    for resto in (aparte, aparte.with_name(f"{aparte.name}-journal")):
        resto.unlink(missing_ok=True)


def _escribir(ruta: Path, ahora: Reloj, llenar: Callable[[Base], None]) -> None:
    base = conectar(ruta, "rwc", ahora)
    try:
        with dichas():
            migrar(base.conexion)
            llenar(base)
    finally:
        base.cerrar()


def _revisar_destino(ruta: Path) -> None:
    revisar_carpeta_y_nombre(ruta)
    if ruta.exists():
        raise ErrorEsperado(f"Ya existe «{ruta}» y no se pisa. Elija otro nombre.")
