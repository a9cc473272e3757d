"""Recibir la parte de otro departamento: se comprueba, se enseña y, si ella quiere, se recibe de una vez."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import ExitStack
from pathlib import Path
from types import MappingProxyType

from ut_escritorio.datos.filas.contenidos import adelantar
from ut_escritorio.datos.filas.legajo import Legajo
from ut_escritorio.datos.filas.partes.contenidos import (
    pasar_contenidos,
    por_adelantar,
    trozos_que_llegan,
)
from ut_escritorio.datos.filas.partes.escribir import escribir_cosas
from ut_escritorio.datos.historia.recepciones import anotar_recepcion
from ut_escritorio.dominio.palabras.redaccion import lista
from ut_escritorio.dominio.partes.cambio import con_lo_que_piden
from ut_escritorio.dominio.partes.cosa import Nombra
from ut_escritorio.dominio.partes.emparejar import AQUI, FUERA, LLEGA
from ut_escritorio.dominio.partes.recibido import RECIBIR
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.reloj import Reloj
from ut_escritorio.dominio.trimestre.evidencias import MIDE
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo import al_pedirlo
from ut_escritorio.servicios.archivo.expediente import ADELANTADO, Cambios, Expediente
from ut_escritorio.servicios.partes.leida import leer, otra_vez
from ut_escritorio.servicios.partes.llegada import (
    Llegada,
    comparar_con,
    dejados_aqui,
    foto_de_aqui,
    lo_de_aqui,
)

_NADA: Mapping[Nombra, str] = MappingProxyType({})


def proponer(
    exp: Expediente,
    ruta: Path,
    trimestre: Trimestre | None = None,
    contestadas: Mapping[Nombra, str] = _NADA,
) -> Llegada:
    """Comprueba una parte y la compara con lo de aquí; lanza lo que `leer`, `lo_de_aqui` y `comparar_con`."""
    leida = leer(ruta, trimestre)
    dejados = dejados_aqui(foto_de_aqui(exp, leida), leida)
    return comparar_con(lo_de_aqui(exp, leida, dejados), leida, contestadas)


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


def _que_es_aqui(contestada: str) -> str:
    """Lo que se recuerda: que es el mismo; lo que de él cambie después se vuelve a enseñar."""
    return LLEGA if contestada == AQUI else contestada


def de_quien(llegada: Llegada, elegidas: Collection[str]) -> str:
    """De quién es lo que se recibe: quien la entregó o, si es un archivo entero, de quién es lo elegido."""
    if llegada.de:
        return llegada.de
    plan = llegada.suya.plan
    suyos = {c.componente for c in llegada.comparacion.cambios if c.clave in elegidas and c.componente}
    claves = dict.fromkeys(c.departamento for c in plan.componentes if c.clave in suyos)
    return lista([plan.departamento[clave].nombre for clave in claves]) or llegada.leida.ruta.stem
