"""El archivo como estaba al terminar una acción: una copia en memoria, vuelta atrás con la bitácora."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace

from ut_escritorio.datos.esquema import BITACORADAS, Contenido, Escaneado
from ut_escritorio.datos.esquema.base import nombre_de
from ut_escritorio.datos.filas.catalogo import CatalogoGuardado, leer_catalogo
from ut_escritorio.datos.filas.foto import leer_foto, solo_lo_que_se_cuenta
from ut_escritorio.datos.filas.legajo import legajo_con
from ut_escritorio.datos.filas.plan.leer import leer_plan
from ut_escritorio.datos.historia.acciones import cambios_desde, escribir
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.dominio.periodos import Trimestre, hace_un_anio
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.errores import ErrorEsperado

_NUMEROS_FIRMADOS = "SELECT * FROM contenido WHERE sha256 IN (SELECT cifras FROM firma)"
_TABLAS = {nombre_de(tabla) for tabla in BITACORADAS if tabla is not Escaneado}


def ultima_accion(base: Base) -> int:
    """La última acción que cambió algo; 0 si no hay ninguna."""
    ((ultima,),) = base.lee_orden("SELECT coalesce(max(accion_id), 0) FROM bitacora")
    return ultima


def apertura_de(base: Base, accion: int) -> str:
    """En qué apertura del archivo se hizo esa acción: no se repite, y dos copias que siguieron aparte la
    tienen distinta; vacía si no está.
    """
    filas = base.lee_orden("SELECT apertura FROM accion WHERE id = ?", (accion,))
    return filas[0][0] if filas else ""


def accion_de_firma(base: Base, firma: int) -> int | None:
    """La acción con que se guardó una firma; None si la historia no la tiene."""
    orden = "SELECT accion_id FROM bitacora WHERE tabla = 'firma' AND fila = ? AND clase = 'alta'"
    filas = base.lee_orden(orden, (firma,))
    return filas[0][0] if filas else None


def accion_de_texto(base: Base, trimestre: int, origen: str) -> int | None:
    """La última acción que escribió un texto a mano; None si no lo hay o la historia no la tiene."""
    orden = (
        "SELECT max(b.accion_id) FROM bitacora b JOIN texto_a_mano t ON t.id = b.fila "
        "WHERE b.tabla = 'texto_a_mano' AND t.trimestre_id = ? AND t.origen = ?"
    )
    ((accion,),) = base.lee_orden(orden, (trimestre, str(origen)))
    return accion


def foto_de_entonces(base: Base, trimestre: Trimestre, accion: int) -> FotoTrimestre | None:
    """La foto de un trimestre al terminar esa acción; None si la historia no alcanza para volver a ella."""
    if accion > ultima_accion(base):
        return None
    with _copia(base) as copia:
        if not _volver(base, copia, accion):
            return None
        guardado, catalogo = leer_plan(copia, trimestre.ejercicio), leer_catalogo(copia)
        if guardado is None:
            return None
        foto = leer_foto(legajo_con(copia, trimestre, guardado, catalogo.unidades), catalogo.catalogo)
        return _con_la_de_hace_un_anio(copia, foto, catalogo) if guardado.plan.compara else foto


def _con_la_de_hace_un_anio(copia: Base, foto: FotoTrimestre, catalogo: CatalogoGuardado) -> FotoTrimestre:
    cual = hace_un_anio(foto.trimestre)
    guardado = leer_plan(copia, cual.ejercicio)
    if guardado is None:
        return foto
    otra = leer_foto(legajo_con(copia, cual, guardado, catalogo.unidades), catalogo.catalogo)
    return replace(foto, hace_un_anio=solo_lo_que_se_cuenta(otra))


@contextmanager
def _copia(base: Base) -> Generator[Base, None, None]:
    """Lo capturado, el plan, el catálogo y los números firmados, sin imágenes ni historia."""
    copia = Base(base.ruta, "memory")
    try:
        with base.lectura():
            tablas = base.lee_orden("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
            for nombre, hecha in tablas:
                if nombre in _TABLAS:
                    copia.conexion.execute(hecha)
                    _llenar(copia, nombre, base.lee_orden(f"SELECT * FROM {nombre}"))
                elif nombre == nombre_de(Contenido):
                    copia.conexion.execute(hecha)
                    _llenar(copia, nombre, base.lee_orden(_NUMEROS_FIRMADOS))
        yield copia
    finally:
        copia.cerrar()


def _llenar(copia: Base, tabla: str, filas: list[tuple[object, ...]]) -> None:
    if filas:
        incognitas = ", ".join("?" * len(filas[0]))
        copia.conexion.executemany(f"INSERT INTO {tabla} VALUES ({incognitas})", filas)


def _volver(base: Base, copia: Base, accion: int) -> bool:
    """Vuelve atrás en la copia todo lo posterior; False si algo no estaba como la historia dice."""
    try:
        return all(
            escribir(copia, cambio.al_reves, "volver atrás")
            for cambio in reversed(cambios_desde(base, accion))
            if cambio.tabla in _TABLAS
        )
    except ErrorEsperado:
        return False
