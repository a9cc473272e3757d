"""Recibir la parte de otro departamento: se comprueba, se enseña y, si ella quiere, se recibe de una vez."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Collection, Generator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from ut_escritorio.datos.archivo.apertura import revisar_por_fuera
from ut_escritorio.datos.filas.firmas import esta_cerrado
from ut_escritorio.datos.filas.legajo import Legajo, leer_legajo, trimestres_de
from ut_escritorio.datos.filas.partes.contenidos import (
    LO_MAS,
    contenidos_de,
    documentos_de,
    pasar_contenidos,
    pesos,
)
from ut_escritorio.datos.filas.partes.escribir import escribir_cosas
from ut_escritorio.datos.filas.partes.hacer import Entregada, entregada
from ut_escritorio.datos.filas.partes.leer import leer_parte
from ut_escritorio.datos.historia.acciones import ultimo_cambio
from ut_escritorio.datos.historia.linaje import aperturas, rastro, tocadas_desde
from ut_escritorio.datos.historia.recepciones import anotar_recepcion, recepciones
from ut_escritorio.datos.migraciones import VERSION, version_de
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.datos.motor.identidad import Senas, senas_de
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.palabras.redaccion import lista
from ut_escritorio.dominio.palabras.tamanos import pesa
from ut_escritorio.dominio.partes.cambio import Comparacion, con_lo_que_piden
from ut_escritorio.dominio.partes.comparar import comparar
from ut_escritorio.dominio.partes.cosa import Nombra, Parte
from ut_escritorio.dominio.partes.distintos import avisos, de_otra_oficina
from ut_escritorio.dominio.partes.emparejar import emparejar
from ut_escritorio.dominio.partes.pasado import Pasado, Rastro
from ut_escritorio.dominio.partes.recibido import RECIBIR, Recibidas
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.propuestas import Reparo
from ut_escritorio.dominio.reloj import Reloj
from ut_escritorio.errores import (
    ArchivoAjeno,
    ArchivoDanado,
    ArchivoIncompleto,
    ContenidoCambiado,
    ErrorEsperado,
    rastro_de,
)
from ut_escritorio.informe.documento import Seccion
from ut_escritorio.servicios.archivo import al_pedirlo
from ut_escritorio.servicios.archivo.expediente import Cambios, Expediente
from ut_escritorio.servicios.entrega.firmado import FIRMADO

_NADA: Mapping[Nombra, str] = MappingProxyType({})
_NOTAS = logging.getLogger(__name__)
# Lo que sale de traducir lo que no es un número, un día, un JSON de los de aquí o algo que nombre a otra cosa
_NO_ES_LO_QUE_DICE = (
    ValueError, TypeError, LookupError, ArithmeticError, AttributeError, RecursionError, sqlite3.Error,
)  # fmt: skip
_OTRA_VEZ = "Pida que se la entreguen otra vez. No se cambió nada."


@congelado
class Leida:
    """Una parte comprobada y leída, aún sin comparar: leerla no toca el archivo de la oficina."""

    ruta: Path
    senas: Senas
    parte: Parte
    rastro: Rastro
    pesos: Mapping[str, int]


@congelado
class Llegada:
    """Una parte comparada con lo de aquí, aún sin recibir.

    `suya`: como se llama aquí cada cosa suya. `avisos`: lo que allá dice otra cosa y no se recibe.
    `mas_vieja`: la hora de la que ya se recibió, si esta es de antes.
    """

    leida: Leida
    suya: Parte
    comparacion: Comparacion
    avisos: tuple[Reparo, ...] = ()
    mas_vieja: datetime | None = None

    @property
    def trimestre(self) -> Trimestre:
        """De cuál es."""
        return self.suya.trimestre

    @property
    def de(self) -> str:
        """El departamento que la entregó; vacío si es un archivo entero."""
        return self.suya.de

    @property
    def hecha(self) -> datetime | None:
        """A qué hora se hizo."""
        return self.suya.cuando

    def pesa(self, elegidas: Collection[str]) -> int:
        """Los octetos de las evidencias y cartas impresas que llegan con eso."""
        llegan = [cambio.cosa for cambio in self.comparacion.cambios if cambio.clave in elegidas]
        return sum(self.leida.pesos.get(sha256, 0) for sha256 in contenidos_de(llegan))

    @property
    def de_entrada(self) -> frozenset[str]:
        """Lo que se propone recibir."""
        return frozenset(cambio.clave for cambio in self.comparacion.cambios if cambio.de_entrada)

    def titulo(self, componente: str) -> str:
        """Cómo se encabeza lo de un componente."""
        suyo = self.suya.plan.lugar.get(componente)
        return f"Componente {suyo.numero}. {suyo.nombre}" if suyo else "Libro de oficios y áreas"


def leer(ruta: Path, trimestre: Trimestre | None = None) -> Leida:
    """Comprueba y lee una parte, que trae su trimestre, o un archivo entero, del trimestre que se da.

    Raises:
        ErrorEsperado: no es de fiar, es de otra versión, no tiene ese trimestre o ya se firmó.
    """
    senas = _senas(ruta)
    with _abierta(ruta) as base, _bien_leida(ruta), base.lectura():
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
        for documento in documentos_de(base, parte.cosas):
            FIRMADO.de_json(documento.decode(), Seccion)
        return Leida(ruta, senas, parte, suyo, pesan)


def comparar_con(exp: Expediente, leida: Leida, contestadas: Mapping[Nombra, str] = _NADA) -> Llegada:
    """Compara con lo de aquí una parte leída, con lo que ella ya contestó; no cambia nada.

    Raises:
        ErrorEsperado: es de otra oficina o de un trimestre que aquí no está o ya se firmó.
    """
    ruta, suya = leida.ruta, leida.parte
    trimestre = suya.trimestre
    if trimestre not in exp.trimestres():
        raise ErrorEsperado(
            f"«{ruta.name}» es del {trimestre} y este archivo no tiene ese año. No se cambió nada."
        )
    legajo = exp.legajo(trimestre)
    with exp.base.lectura():
        if esta_cerrado(legajo):
            raise ErrorEsperado(
                f"El {trimestre} ya está firmado aquí, y lo firmado no cambia. Para recibir la parte, ábralo "
                "antes para corregir. No se cambió nada."
            )
        componentes = {c.clave for c in suya.plan.componentes} & set(legajo.guardado.plan.lugar)
        nuestra = leer_parte(legajo, componentes, libro_entero=True)
        recibidas = Recibidas(recepciones(exp.base, legajo.id))
        pasado = _pasado(exp.base, leida.rastro)
    if porque := de_otra_oficina(suya, nuestra):
        raise ErrorEsperado(f"«{ruta.name}» {porque}. No se cambió nada.")
    traducida, con = emparejar(suya, nuestra, contestadas)
    comparacion = comparar(traducida, nuestra, con, recibidas, pasado)
    ultima = recibidas.ultima_hecha(suya.de)
    vieja = ultima if ultima and suya.cuando and suya.cuando < ultima else None
    return Llegada(leida, traducida, comparacion, avisos(traducida, nuestra), vieja)


def proponer(
    exp: Expediente,
    ruta: Path,
    trimestre: Trimestre | None = None,
    contestadas: Mapping[Nombra, str] = _NADA,
) -> Llegada:
    """Comprueba una parte y la compara con lo de aquí; lanza lo mismo que `leer` y `comparar_con`."""
    return comparar_con(exp, leer(ruta, trimestre), contestadas)


def recibir(exp: Expediente, llegada: Llegada, elegidas: Collection[str], ahora: Reloj) -> Cambios:
    """Como `aplicar`, con una copia verificada antes; si no se pudo respaldar, no cambia nada."""
    al_pedirlo.respaldo().respaldar(exp.ruta, ahora())
    return aplicar(exp, llegada.trimestre, llegada, elegidas)


def aplicar(exp: Expediente, _: Trimestre, llegada: Llegada, elegidas: Collection[str]) -> Cambios:
    """Recibe de una vez lo elegido y lo que con ello debe llegar.

    Raises:
        ErrorEsperado: no se eligió nada, falta contestar algo, o la parte ya no es la que se revisó; no
            cambió nada.
    """
    comparacion = llegada.comparacion
    if comparacion.dudas:
        raise ErrorEsperado(f"Falta contestar: {comparacion.dudas[0].pregunta}")
    todas = con_lo_que_piden(comparacion, elegidas)
    elegidos = [cambio for cambio in comparacion.cambios if cambio.clave in todas]
    if not elegidos:
        raise ErrorEsperado("No se eligió nada que recibir.")
    llegan = [cambio.cosa for cambio in elegidos if not cambio.quita]
    se_van = [cambio.cosa for cambio in elegidos if cambio.quita]
    llegaron = {cosa.clave: cosa.huella for cosa in llegan} | {cosa.clave: "" for cosa in se_van}
    iguales = dict(comparacion.vistas)
    for suyas in comparacion.iguales.values():
        iguales |= suyas

    def escribir(legajo: Legajo) -> None:
        with _abierta(llegada.leida.ruta) as base:
            if _senas(llegada.leida.ruta) != llegada.leida.senas:
                raise ErrorEsperado("La parte cambió desde que se revisó. Vuelva a elegirla.")
            pasar_contenidos(base, legajo.base, llegan)
        escribir_cosas(legajo, llegan, se_van)
        anotar_recepcion(legajo.base, llegada.hecha, llegaron, iguales)

    return exp.hacer(llegada.trimestre, f"{RECIBIR}{de_quien(llegada, todas)}", escribir)


def de_quien(llegada: Llegada, elegidas: Collection[str]) -> str:
    """De quién es lo que se recibe: quien la entregó o, si es un archivo entero, de quién es lo elegido."""
    if llegada.de:
        return llegada.de
    plan = llegada.suya.plan
    suyos = {c.componente for c in llegada.comparacion.cambios if c.clave in elegidas and c.componente}
    claves = dict.fromkeys(c.departamento for c in plan.componentes if c.clave in suyos)
    return lista([plan.departamento[clave].nombre for clave in claves]) or llegada.leida.ruta.stem


def _pasado(base: Base, suyo: Rastro) -> Pasado:
    comun = suyo.en_comun(Rastro(aperturas(base)))
    tocadas = tocadas_desde(base, comun or 0)
    alla = frozenset[str]() if comun is None else suyo.desde(comun)
    return Pasado(comun is not None, frozenset(tocadas.ultimas), alla, tocadas.nacidas)


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
    leida = leer_parte(legajo, legajo.guardado.plan.lugar)
    de, cuando = (suya_es.de, suya_es.cuando) if suya_es else ("", ultimo_cambio(base))
    return Parte(trimestre, leida.plan, leida.catalogo, leida.cosas, leida.claves, leida.nombres, de, cuando)


@contextmanager
def _abierta(ruta: Path) -> Generator[Base, None, None]:
    """Un archivo de otros, revisado entero antes de leer nada de él, y solo para leer."""
    try:
        base = revisar_por_fuera(ruta)
    except ArchivoDanado as dano:
        raise ErrorEsperado(f"«{ruta.name}» no se puede recibir: {_que_tiene(dano)}. {_OTRA_VEZ}") from dano
    try:
        if version_de(base.conexion) < VERSION:
            raise ErrorEsperado(
                f"«{ruta.name}» es de una versión anterior del programa. Pida que actualicen el suyo y se la "
                "entreguen otra vez. No se cambió nada."
            )
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


def _senas(ruta: Path) -> Senas:
    try:
        return senas_de(ruta)
    except OSError as causa:
        raise ErrorEsperado(
            f"No se pudo leer «{ruta.name}». Revise que siga ahí. No se cambió nada."
        ) from causa
