"""Entregar la parte de un departamento y recibir la de otro, en la terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ut_escritorio.dominio.palabras.llano import llano
from ut_escritorio.dominio.palabras.redaccion import lista
from ut_escritorio.dominio.partes.cambio import Cambio
from ut_escritorio.dominio.partes.cosa import Nombra
from ut_escritorio.dominio.partes.emparejar import Duda
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.plan.arbol import Departamento
from ut_escritorio.dominio.reloj import Reloj
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.linea_de_comandos.pedidos import EntregarParte, RecibirParte
from ut_escritorio.linea_de_comandos.respuesta import Respuesta
from ut_escritorio.servicios.archivo import expediente
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.partes.entregar import departamentos_de, entregar, libre_en, nombre_de_parte
from ut_escritorio.servicios.partes.llegada import Llegada
from ut_escritorio.servicios.partes.recibir import proponer, recibir


def entregar_parte(orden: EntregarParte, ahora: Reloj) -> Respuesta:
    """Deja la parte de unos departamentos en un archivo; en una carpeta, con su nombre de costumbre."""
    trimestre = Trimestre(orden.ejercicio, orden.trimestre)
    with expediente.consultar(orden.archivo, ahora) as abierto:
        suyos = _los_dichos(departamentos_de(abierto, trimestre), orden.departamentos)
        ruta = orden.salida
        if ruta.is_dir():
            ruta = libre_en(ruta, nombre_de_parte(abierto, trimestre, suyos, ahora()))
        hecha = entregar(abierto, trimestre, suyos, ruta, ahora)
    return Respuesta(f"La parte de {hecha.de}, con {hecha.cuantas} cosas, quedó en {hecha.ruta}")


def _los_dichos(todos: Sequence[Departamento], nombres: Sequence[str]) -> list[str]:
    """Las claves de los departamentos que se nombran, aunque sea con el principio; sin nombres, de todos."""
    claves: list[str] = []
    for nombre in nombres:
        suyos = [depto.clave for depto in todos if llano(depto.nombre).startswith(llano(nombre))]
        if len(suyos) != 1:
            hay = lista([f"«{depto.nombre}»" for depto in todos])
            raise ErrorEsperado(f"«{nombre}» no es un departamento de este archivo. Tiene {hay}.")
        claves += suyos
    return claves or [depto.clave for depto in todos]


def recibir_parte(orden: RecibirParte, ahora: Reloj) -> Respuesta:
    """Dice qué trae una parte y, si se pide, la recibe; es que no si falta contestar algo o no se aplicó."""
    abrir = expediente.abrir if orden.aplicar else expediente.consultar
    with abrir(orden.archivo, ahora) as abierto:
        return recibir_en(abierto, orden, ahora)


def recibir_en(abierto: Expediente, orden: RecibirParte, ahora: Reloj) -> Respuesta:
    """Lo mismo, en un archivo ya abierto."""
    llegada = _contestada(abierto, orden)
    renglones = list(_dicha(llegada))
    todas = frozenset(cambio.clave for cambio in llegada.comparacion.cambios)
    elegidas = todas if orden.todo else llegada.de_entrada
    if llegada.comparacion.dudas or not orden.aplicar or not elegidas:
        return Respuesta("\n".join(renglones), es_no=bool(llegada.comparacion.dudas))
    recibir(abierto, llegada, elegidas, ahora)
    cuantas = len(elegidas)
    return Respuesta("\n".join([*renglones, f"Se recibieron {cuantas}." if cuantas > 1 else "Se recibió."]))


def _trimestre(orden: RecibirParte) -> Trimestre | None:
    """El que se dice; una parte trae el suyo."""
    if orden.ejercicio is None or orden.trimestre is None:
        return None
    return Trimestre(orden.ejercicio, orden.trimestre)


def _contestada(abierto: Expediente, orden: RecibirParte) -> Llegada:
    """La parte comparada, con las dudas contestadas como se pidió, por su número."""
    trimestre = _trimestre(orden)
    llegada = proponer(abierto, orden.parte, trimestre)
    contestadas: dict[Nombra, str] = {}
    for numero, opcion in orden.contestar:
        duda = _duda(llegada.comparacion.dudas, numero)
        if not 1 <= opcion <= len(duda.opciones):
            raise ErrorEsperado(f"A la duda {numero} se contesta de 1 a {len(duda.opciones)}.")
        contestadas[duda.de] = duda.opciones[opcion - 1].clave
    return proponer(abierto, orden.parte, trimestre, contestadas) if contestadas else llegada


def _duda(dudas: Sequence[Duda], numero: int) -> Duda:
    if not 1 <= numero <= len(dudas):
        raise ErrorEsperado(f"No hay una duda {numero}: hay {len(dudas)}.")
    return dudas[numero - 1]


def _dicha(llegada: Llegada) -> Iterator[str]:
    comparacion = llegada.comparacion
    de = f"De {llegada.de}" if llegada.de else f"De «{llegada.leida.ruta.name}»"
    hecha = f", hecha el {llegada.hecha:%d/%m/%Y a las %H:%M}" if llegada.hecha else ""
    yield f"{de}, {llegada.trimestre}{hecha}."
    if llegada.mas_vieja:
        yield f"Es más vieja que la que ya recibió, del {llegada.mas_vieja:%d/%m/%Y a las %H:%M}."
    yield from (f"No se junta: {aviso}" for aviso in llegada.avisos)
    yield from (f"No se recibe: {fuera}" for fuera in comparacion.fuera)
    for n, duda in enumerate(comparacion.dudas, 1):
        yield f"Duda {n}: {duda.pregunta}"
        yield from (f"  {m}. {opcion.dice}" for m, opcion in enumerate(duda.opciones, 1))
    for componente in dict.fromkeys(cambio.componente for cambio in comparacion.cambios):
        yield f"{llegada.titulo(componente)}:"
        yield from (_en_un_renglon(c) for c in comparacion.cambios if c.componente == componente)
    if not comparacion.cambios:
        yield "No trae nada nuevo."
    iguales = sum(map(len, comparacion.iguales.values()))
    yield f"Igual: {iguales}. Solo aquí: {len(comparacion.solo_aqui)}."


def _en_un_renglon(cambio: Cambio) -> str:
    return f"  {'+' if cambio.de_entrada else '?'} {cambio.que}: {cambio}"
