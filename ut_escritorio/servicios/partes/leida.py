"""Leer la parte de otro: se comprueba entera antes, y leerla no toca el archivo de la oficina."""

from __future__ import annotations

import logging
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.archivo.apertura import abrir_sin_revisar, revisar_por_fuera
from ut_escritorio.datos.esquema.conforme import conforme
from ut_escritorio.datos.filas.catalogo import leer_catalogo
from ut_escritorio.datos.filas.firmas import esta_cerrado
from ut_escritorio.datos.filas.foto import leer_foto
from ut_escritorio.datos.filas.legajo import Legajo, leer_legajo, trimestres_de
from ut_escritorio.datos.filas.partes.contenidos import LO_MAS, pesos
from ut_escritorio.datos.filas.partes.hacer import Entregada, entregada
from ut_escritorio.datos.filas.partes.leer import leer_parte
from ut_escritorio.datos.filas.partes.revisar import revisar_columnas, revisar_historia
from ut_escritorio.datos.historia.acciones import ultimo_cambio
from ut_escritorio.datos.historia.linaje import rastro
from ut_escritorio.datos.migraciones import VERSION, version_de
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.datos.motor.fallas import dichas
from ut_escritorio.datos.motor.identidad import Senas, senas_de
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficina.catalogo import Catalogo
from ut_escritorio.dominio.palabras.tamanos import pesa
from ut_escritorio.dominio.partes.cosa import Parte
from ut_escritorio.dominio.partes.dejado import NINGUNO, Dejados
from ut_escritorio.dominio.partes.pasado import Rastro
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.errores import (
    ArchivoAjeno,
    ArchivoDanado,
    ArchivoIncompleto,
    ContenidoCambiado,
    ErrorEsperado,
    ValorInvalido,
    rastro_de,
)
from ut_escritorio.servicios.partes.dejados import dejados_en
from ut_escritorio.servicios.partes.lo_que_trae import reparo_de_lo_que_trae

_NOTAS = logging.getLogger(__name__)
# Cada columna ya se revisó: queda que nombre algo que no trae, o diga un día o un año que no puede ser
_NO_ES_LO_QUE_DICE = (ValorInvalido, ValueError, LookupError)
_OTRA_VEZ = "Pida que se la entreguen otra vez. No se cambió nada."


@congelado
class Leida:
    """Una parte comprobada y leída, aún sin comparar: leerla no toca el archivo de la oficina.

    `con_lo_dejado`: si dice lo que allá se dejó así; un programa de antes no lo entregaba.
    """

    ruta: Path
    senas: Senas
    parte: Parte
    rastro: Rastro
    pesos: Mapping[str, int]
    con_lo_dejado: bool = True


def leer(ruta: Path, trimestre: Trimestre | None = None) -> Leida:
    """Comprueba y lee una parte, que trae su trimestre, o un archivo entero, del trimestre que se da.

    Raises:
        ErrorEsperado: no es de fiar, es de otra versión, no tiene ese trimestre o ya se firmó.
    """
    senas = senas_dichas(ruta)
    with abierta(ruta) as base, _bien_leida(ruta), base.lectura():
        revisar_columnas(base)
        revisar_historia(base)
        suya_es = entregada(base)
        trimestre = suya_es.trimestre if suya_es else trimestre
        if trimestre is None:
            raise ErrorEsperado(f"«{ruta.name}» es un archivo entero. Diga de qué año y trimestre se recibe.")
        suyo = suya_es.rastro if suya_es else rastro(base)
        parte = _parte(base, ruta, trimestre, suya_es)
        pesan = pesos(base, parte.cosas)
        if max(pesan.values(), default=0) > LO_MAS:
            raise ErrorEsperado(
                f"«{ruta.name}» trae una evidencia de más de {pesa(LO_MAS)}, y aquí no cabe. Pida que la "
                "dividan y se la entreguen otra vez. No se cambió nada."
            )
        if porque := reparo_de_lo_que_trae(base, parte.cosas):
            raise ErrorEsperado(f"«{ruta.name}» {porque} No se cambió nada.")
        con_lo_dejado = suya_es is None or suya_es.dejados is not None
        return Leida(ruta, senas, parte, suyo, pesan, con_lo_dejado)


def _parte(base: Base, ruta: Path, trimestre: Trimestre, suya_es: Entregada | None) -> Parte:
    """La parte que dice un archivo ya comprobado; ErrorEsperado si no es de ese trimestre o ya se firmó."""
    if trimestre not in trimestres_de(base):
        raise ErrorEsperado(f"«{ruta.name}» no tiene el {trimestre}. No se cambió nada.")
    legajo = leer_legajo(base, trimestre)
    if esta_cerrado(legajo):
        raise ErrorEsperado(
            f"En «{ruta.name}» el {trimestre} ya está firmado: quien lo firmó debe abrirlo para corregir y "
            "entregarlo otra vez. No se cambió nada."
        )
    plan = legajo.guardado.plan
    de, cuando = (suya_es.de, suya_es.cuando) if suya_es else ("", ultimo_cambio(base))
    if not conforme(plan, Plan):
        raise ValorInvalido("plan")
    dejados = suya_es.dejados or NINGUNO if suya_es else _dejados(base, legajo, cuando)
    leida = leer_parte(legajo, plan.lugar, dejados=dejados)
    if not conforme(leida.catalogo, Catalogo):
        raise ValorInvalido("plan")
    return Parte(trimestre, leida.plan, leida.catalogo, leida.cosas, leida.claves, leida.nombres, de, cuando)


def _dejados(base: Base, legajo: Legajo, cuando: datetime | None) -> Dejados:
    """Lo que se dejó así en un archivo entero, como se veía el día en que se cambió por última vez."""
    if not base.filas(e.DejadoAsi, ("id",), trimestre=legajo.id):
        return NINGUNO
    dia = cuando.date() if cuando else legajo.trimestre.ultimo_dia
    return dejados_en(leer_foto(legajo, leer_catalogo(base).catalogo), dia)


@contextmanager
def abierta(ruta: Path) -> Generator[Base, None, None]:
    """Un archivo de otros, revisado entero antes de leer nada de él, y solo para leer."""
    try:
        base = revisar_por_fuera(ruta)
    except ArchivoDanado as dano:
        raise ErrorEsperado(f"«{ruta.name}» no se puede recibir: {_que_tiene(dano)}. {_OTRA_VEZ}") from dano
    except OSError as causa:
        raise _no_se_dejo(ruta) from causa
    try:
        with dichas():
            version = version_de(base.conexion)
        if version < VERSION:
            raise ErrorEsperado(
                f"«{ruta.name}» es de una versión anterior del programa. Pida que actualicen el suyo y se la "
                "entreguen otra vez. No se cambió nada."
            )
        yield base
    finally:
        base.cerrar()


@contextmanager
def otra_vez(leida: Leida) -> Generator[Base, None, None]:
    """La que ya se revisó, para leer lo que de ella falta; ErrorEsperado si ya no es la misma."""
    with dichas():
        base = abrir_sin_revisar(leida.ruta)
    try:
        if senas_dichas(leida.ruta) != leida.senas:
            raise ErrorEsperado("La parte cambió desde que se revisó. Vuelva a elegirla.")
        yield base
    finally:
        base.cerrar()


def _que_tiene(dano: ArchivoDanado) -> str:
    match dano:
        case ArchivoIncompleto():
            return "llegó incompleto"
        case ArchivoAjeno():
            return "no es de este programa"
        case ContenidoCambiado():
            return "otro programa le cambió algo"
        case _:
            return "está dañado"


@contextmanager
def _bien_leida(ruta: Path) -> Generator[None, None, None]:
    """Lo que se lee de un archivo de otros: si algo no es de su columna, se dice, y en las notas, dónde."""
    try:
        yield
    except _NO_ES_LO_QUE_DICE as causa:
        _NOTAS.warning("una parte no se entiende:\n%s", rastro_de(causa))
        raise ErrorEsperado(f"«{ruta.name}» no se entiende. {_OTRA_VEZ}") from causa


def senas_dichas(ruta: Path) -> Senas:
    """Las señas de un archivo de otros; ErrorEsperado si no se deja leer."""
    try:
        return senas_de(ruta)
    except OSError as causa:
        raise _no_se_dejo(ruta) from causa


def _no_se_dejo(ruta: Path) -> ErrorEsperado:
    """Lo que se dice de la memoria que se sacó o falló."""
    return ErrorEsperado(f"No se pudo leer «{ruta.name}». Revise que siga ahí. No se cambió nada.")
