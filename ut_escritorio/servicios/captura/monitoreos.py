"""Marcar día por día lo que se hace a diario: lo de hoy, un día suelto, lo que se propuso."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from ut_escritorio.datos.filas import captura
from ut_escritorio.datos.filas.dias import poner_dia
from ut_escritorio.datos.filas.legajo import Legajo
from ut_escritorio.dominio.numeros.dias import (
    CambioDeDia,
    con_dia,
    diarias,
    los_de_hoy,
    mes_entero,
    por_que_aun_no,
    se_marca_por_dia,
)
from ut_escritorio.dominio.oficina.calendario import por_que_no
from ut_escritorio.dominio.palabras.redaccion import cantidad, con_inicial, fecha_corta
from ut_escritorio.dominio.palabras.sustantivos import Sustantivo
from ut_escritorio.dominio.periodos import MESES, Trimestre, trimestre_de
from ut_escritorio.dominio.propuestas import Propuesta
from ut_escritorio.dominio.trimestre.conteos import Casilla, revisar_conteo
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.expediente import Cambios, Expediente
from ut_escritorio.servicios.oficina.calendario import calendario_de

_MONITOREO = Sustantivo("monitoreo", "monitoreos")


def registrar_los_de_hoy(exp: Expediente, hoy: date) -> tuple[str, Cambios]:
    """Marca lo de siempre de cada cifra diaria que hoy no esté marcada; devuelve lo que se le dice a ella.

    Escribe en el trimestre de hoy, se esté viendo el que sea; lo ya marcado se queda como está.

    Raises:
        ErrorEsperado: el archivo no tiene ese trimestre o ya está firmado, el plan no lleva nada a diario,
            o hoy es inhábil; no se marcó nada.
    """
    trimestre = trimestre_de(hoy)
    if trimestre not in exp.trimestres():
        raise ErrorEsperado(
            f"Hoy es {fecha_corta(hoy)} y este archivo no lleva {hoy.year}: no se registró nada. "
            f"Prepare {hoy.year} con «Oficina → Año nuevo…» o abra el archivo que lo lleva."
        )
    foto = exp.foto(trimestre)
    _comprobar(foto, hoy)
    cambios = los_de_hoy(foto, hoy)
    if not cambios:
        return f"Ya están los de hoy, {con_dia(hoy)}.", Cambios("", frozenset())
    hecho = _marcar(exp, trimestre, "Registrar los de hoy", cambios, hoy)
    return f"Registrado {con_dia(hoy)}: {cantidad(len(cambios), _MONITOREO)}.{_enteros(foto, cambios)}", hecho


def _enteros(foto: FotoTrimestre, cambios: Sequence[CambioDeDia]) -> str:
    """Qué números no cambian por su día marcado, porque su mes se escribió entero."""
    enteros = [c for c in cambios if mes_entero(foto, c.cifra, c.dia.month) is not None]
    if not enteros:
        return ""
    mes = MESES[enteros[0].dia.month - 1]
    if len(enteros) == len(cambios):
        return f" {con_inicial(mes)} ya está escrito entero: su número no cambia."
    return f" En {len(enteros)} de ellos {mes} ya está escrito entero y su número no cambia."


def _comprobar(foto: FotoTrimestre, hoy: date) -> None:
    if foto.firmado:
        raise ErrorEsperado(f"El {foto.trimestre} ya está firmado: sus días ya no se marcan.")
    if not diarias(foto):
        raise ErrorEsperado("El plan de este año no lleva nada que se haga a diario.")
    motivo = por_que_no(calendario_de(foto), hoy)
    if motivo:
        raise ErrorEsperado(
            f"Hoy, {con_dia(hoy)}, es inhábil ({motivo}): no se registró nada. "
            "Si de todos modos se hizo, escríbalo en «Ver los días…»."
        )


def marcar_dia(exp: Expediente, trimestre: Trimestre, cambio: CambioDeDia, hoy: date) -> Cambios:
    """Anota lo que un día se contó de una cifra, o quita su marca.

    Raises:
        ErrorEsperado: ese día aún no llega, es de otro trimestre o esa cifra no va por día.
    """
    nombre = "Anotar un día" if cambio.valor is not None else "Quitar un día"
    return _marcar(exp, trimestre, nombre, (cambio,), hoy)


def aplicar_dias(
    exp: Expediente, trimestre: Trimestre, propuesta: Propuesta[CambioDeDia], hoy: date
) -> Cambios:
    """Marca de una vez los días propuestos; ErrorEsperado, y ninguno, si alguno aún no llega."""
    return _marcar(exp, trimestre, propuesta.nombre, propuesta.cambios, hoy)


def contar_por_dias(exp: Expediente, trimestre: Trimestre, cifra: str, mes: int) -> Cambios:
    """Quita el número del mes escrito entero: en adelante se cuenta de sus días."""
    casilla = Casilla(cifra, trimestre.numero, mes)
    return exp.hacer(
        trimestre, "Contar un mes por sus días", lambda legajo: captura.poner_conteo(legajo, casilla, None)
    )


def _marcar(
    exp: Expediente, trimestre: Trimestre, nombre: str, cambios: Iterable[CambioDeDia], hoy: date
) -> Cambios:
    def marcar(legajo: Legajo) -> None:
        for cambio in cambios:
            _poner(legajo, cambio, hoy)

    return exp.hacer(trimestre, nombre, marcar)


def _poner(legajo: Legajo, cambio: CambioDeDia, hoy: date) -> None:
    cifra = legajo.guardado.plan.cifra.get(cambio.cifra)
    if cifra is None or not se_marca_por_dia(cifra) or trimestre_de(cambio.dia) != legajo.trimestre:
        raise ErrorEsperado("Ese día no se anota aquí: es de otro trimestre, o ese número no va por día.")
    if por_que := por_que_aun_no(cambio, hoy):
        raise ErrorEsperado(por_que)
    valor = None if cambio.valor is None else revisar_conteo(cambio.valor)
    poner_dia(legajo, cambio.cifra, cambio.dia, valor)
