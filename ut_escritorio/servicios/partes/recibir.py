"""Recibir la parte de otro departamento: se comprueba, se enseña y, si ella quiere, se recibe de una vez."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import ExitStack
from dataclasses import field, replace
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from ut_escritorio.datos.filas.contenidos import adelantar
from ut_escritorio.datos.filas.firmas import esta_cerrado
from ut_escritorio.datos.filas.legajo import Legajo
from ut_escritorio.datos.filas.partes.contenidos import (
    contenidos_de,
    pasar_contenidos,
    por_adelantar,
    trozos_que_llegan,
)
from ut_escritorio.datos.filas.partes.escribir import escribir_cosas
from ut_escritorio.datos.filas.partes.leer import en_otro_lado, leer_parte
from ut_escritorio.datos.historia.linaje import aperturas, tocadas_desde
from ut_escritorio.datos.historia.recepciones import anotar_recepcion, recepciones
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.palabras.redaccion import lista
from ut_escritorio.dominio.partes.cambio import Comparacion, con_lo_que_piden
from ut_escritorio.dominio.partes.comparar import comparar
from ut_escritorio.dominio.partes.cosa import Cosa, Nombra, Parte
from ut_escritorio.dominio.partes.dejado import NINGUNO
from ut_escritorio.dominio.partes.distintos import avisos, de_otra_oficina
from ut_escritorio.dominio.partes.emparejar import AQUI, FUERA, LLEGA, emparejar
from ut_escritorio.dominio.partes.pasado import Pasado, Rastro
from ut_escritorio.dominio.partes.recibido import RECIBIR, Recibidas
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.propuestas import Reparo
from ut_escritorio.dominio.reloj import Reloj
from ut_escritorio.dominio.trimestre.evidencias import MIDE
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo import al_pedirlo
from ut_escritorio.servicios.archivo.expediente import ADELANTADO, Cambios, Expediente
from ut_escritorio.servicios.partes.dejados import dejados_en
from ut_escritorio.servicios.partes.leida import Leida, leer, otra_vez

_NADA: Mapping[Nombra, str] = MappingProxyType({})


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
    contestadas: Mapping[Nombra, str] = field(default_factory=dict[Nombra, str])

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
    dia = suya.cuando.date() if suya.cuando else trimestre.ultimo_dia
    dejados = dejados_en(exp.foto(trimestre), dia) if leida.con_lo_dejado else NINGUNO
    with exp.base.lectura():
        if esta_cerrado(legajo):
            raise ErrorEsperado(
                f"El {trimestre} ya está firmado aquí, y lo firmado no cambia. Para recibir la parte, ábralo "
                "antes para corregir. No se cambió nada."
            )
        componentes = {c.clave for c in suya.plan.componentes} & set(legajo.guardado.plan.lugar)
        nuestra = leer_parte(legajo, componentes, libro_entero=True, dejados=dejados)
        recibidas = Recibidas(recepciones(exp.base, legajo.id))
        pasado = _pasado(exp.base, leida.rastro)
    if porque := de_otra_oficina(suya, nuestra):
        raise ErrorEsperado(f"«{ruta.name}» {porque}. No se cambió nada.")
    sabidas = recibidas.contestadas
    de_antes = {n: sabidas[str(n)] for cosa in suya.cosas if str(n := _la(cosa)) in sabidas}
    traducida, con = emparejar(suya, nuestra, {**de_antes, **contestadas})
    con = replace(con, en_otro_lado=en_otro_lado(exp.base, traducida.cosas, nuestra.por_clave))
    comparacion = comparar(traducida, nuestra, con, recibidas, pasado)
    ultima = recibidas.ultima_hecha(suya.de)
    vieja = ultima if ultima and suya.cuando and suya.cuando < ultima else None
    return Llegada(leida, traducida, comparacion, avisos(traducida, nuestra), vieja, contestadas)


def _la(cosa: Cosa) -> Nombra:
    return Nombra(cosa.tabla, cosa.uid)


def _que_es_aqui(contestada: str) -> str:
    """Lo que se recuerda: que es el mismo; lo que de él cambie después se vuelve a enseñar."""
    return LLEGA if contestada == AQUI else contestada


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


class Adelanto:
    """Las evidencias de lo elegido, que se guardan de a poco antes de recibirlo: el archivo no se detiene.

    `cuales` son sus huellas y `pasos`, cuántas veces hay que `dar` uno; ninguno si juntas son pocas.
    """

    def __init__(self, exp: Expediente, llegada: Llegada, elegidas: Collection[str]) -> None:
        """Lanza lo que `otra_vez`."""
        todas = con_lo_que_piden(llegada.comparacion, elegidas)
        llegan = [c.cosa for c in llegada.comparacion.cambios if c.clave in todas and not c.quita]
        self._abierta = ExitStack()
        base = self._abierta.enter_context(otra_vez(llegada.leida))
        faltan = por_adelantar(base, exp.base, llegan)
        self.cuales, self.enteros = frozenset(faltan), set[str]()
        self.pasos = sum(max(1, -(-octetos // MIDE)) for octetos in faltan.values())
        self._trozos = trozos_que_llegan(base, faltan, self.enteros)

    def dar(self, exp: Expediente) -> Cambios:
        """Guarda un trozo; ErrorEsperado si lo que llega no es lo que se dice."""
        adelantar(exp.base, next(self._trozos))
        return ADELANTADO

    def cerrar(self) -> None:
        """Suelta la parte, que puede estar en una memoria por sacar."""
        self._trozos.close()
        self._abierta.close()


def aplicar(
    exp: Expediente,
    _: Trimestre,
    llegada: Llegada,
    elegidas: Collection[str],
    enteros: Collection[str] = frozenset(),
) -> Cambios:
    """Recibe de una vez lo elegido y lo que con ello debe llegar; `enteros` es lo que ya se adelantó.

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
        with otra_vez(llegada.leida) as base:
            pasar_contenidos(base, legajo.base, llegan, enteros)
        escribir_cosas(legajo, llegan, se_van)
        dichas = {str(n): _que_es_aqui(dicha) for n, dicha in llegada.contestadas.items() if dicha != FUERA}
        anotar_recepcion(legajo.base, llegada.hecha, llegaron, iguales, dichas)

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
    sabe = bool(suyo.aperturas)
    return Pasado(
        comun is not None, frozenset(tocadas.ultimas), suyo.desde(comun or 0), tocadas.nacidas, sabe
    )
