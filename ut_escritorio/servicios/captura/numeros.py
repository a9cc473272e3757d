"""Anotar números: una casilla, un bloque pegado, lo que no hubo y lo alcanzado."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from ut_escritorio.datos.filas import captura
from ut_escritorio.datos.filas.legajo import Legajo
from ut_escritorio.dominio.numeros.evaluacion import se_captura
from ut_escritorio.dominio.numeros.pegado import CambioDeConteo
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.plan.cifras import DelLibro
from ut_escritorio.dominio.porcentajes import revisar_porcentaje
from ut_escritorio.dominio.propuestas import Propuesta
from ut_escritorio.dominio.trimestre.conteos import Casilla, revisar_conteo
from ut_escritorio.dominio.trimestre.metas import MetaModificada
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.expediente import Cambios, Expediente


def capturar(exp: Expediente, trimestre: Trimestre, casilla: Casilla, valor: int | None) -> Cambios:
    """Anota un número en su casilla; None la vacía."""
    return exp.hacer(trimestre, "Anotar un número", lambda legajo: _poner(legajo, casilla, valor))


def usar_lo_del_libro(exp: Expediente, trimestre: Trimestre, casilla: Casilla, valor: int) -> Cambios:
    """Deja en una casilla los papeles que el libro tiene; nunca se hace sin que ella lo pida.

    La que sale del libro se vuelve a contar de él: lo escrito encima se quita.
    """
    nombre = "Usar el número del libro"

    def usar(legajo: Legajo) -> None:
        cifra = legajo.guardado.plan.cifra.get(casilla.cifra)
        sale_de_el = cifra is not None and isinstance(cifra.fuente, DelLibro)
        _poner(legajo, casilla, None if sale_de_el else valor)

    return exp.hacer(trimestre, nombre, usar)


def aplicar_pegado(exp: Expediente, trimestre: Trimestre, propuesta: Propuesta[CambioDeConteo]) -> Cambios:
    """Anota de una vez lo pegado; con un solo reparo no anota nada y los dice todos."""
    if not propuesta.aplicable:
        raise ErrorEsperado("\n".join(["No se pegó nada:", *(f"- {reparo}" for reparo in propuesta.reparos)]))

    def pegar(legajo: Legajo) -> None:
        for cambio in propuesta.cambios:
            _poner(legajo, cambio.casilla, cambio.valor)

    return exp.hacer(trimestre, propuesta.nombre, pegar)


def _poner(legajo: Legajo, casilla: Casilla, valor: int | None) -> None:
    cifra = legajo.guardado.plan.cifra.get(casilla.cifra)
    fuera = casilla.trimestre != legajo.trimestre.numero or (
        casilla.mes is not None and casilla.mes not in legajo.trimestre.meses
    )
    if fuera or cifra is None or not se_captura(cifra, casilla.mes, casilla.sexo):
        raise ErrorEsperado("Ese número no se escribe aquí: se calcula, o es de otro trimestre.")
    captura.poner_conteo(legajo, casilla, None if valor is None else revisar_conteo(valor))


def marcar_capturado(
    exp: Expediente, trimestre: Trimestre, cifras: tuple[str, ...], mes: int, si: bool
) -> Cambios:
    """Da por revisado un mes en unas cifras (lo vacío vale cero), o deja de darlo."""
    if mes not in trimestre.meses:
        raise ErrorEsperado("Ese mes no es de este trimestre.")

    def marcar(legajo: Legajo) -> None:
        for cifra in cifras:
            captura.poner_capturado(legajo, cifra, mes, si)

    return exp.hacer(trimestre, "Marcar un mes revisado" if si else "Quitar la marca de un mes", marcar)


def marcar_sin_actividad(exp: Expediente, trimestre: Trimestre, lugar: str, si: bool) -> Cambios:
    """Marca que un lugar no tocó este trimestre, o quita la marca."""
    nombre = "Marcar que no tocó" if si else "Quitar la marca de que no tocó"
    return exp.hacer(trimestre, nombre, lambda legajo: captura.poner_sin_actividad(legajo, lugar, si))


def fijar_alcanzado(exp: Expediente, trimestre: Trimestre, lugar: str, valor: Decimal | None) -> Cambios:
    """Anota el valor alcanzado de un lugar, en %; None lo deja vacío; ValorInvalido si no puede serlo."""
    bueno = None if valor is None else revisar_porcentaje(valor)
    nombre = "Anotar el valor alcanzado"
    return exp.hacer(trimestre, nombre, lambda legajo: captura.poner_alcanzado(legajo, lugar, bueno))


def modificar_meta(exp: Expediente, trimestre: Trimestre, actividad: str, meta: MetaModificada) -> Cambios:
    """La meta de una actividad en el trimestre pasa a ser otra; ErrorEsperado si no se dice por qué."""
    if not meta.motivo.strip():
        raise ErrorEsperado("Escriba por qué se modificó la meta; el motivo se ve junto a ella.")
    buena = replace(
        meta, valor=revisar_porcentaje(meta.valor), motivo=meta.motivo.strip(), folio=meta.folio.strip()
    )
    nombre = "Modificar la meta"
    return exp.hacer(trimestre, nombre, lambda legajo: captura.poner_modificada(legajo, actividad, buena))


def volver_a_lo_programado(exp: Expediente, trimestre: Trimestre, actividad: str) -> Cambios:
    """La meta de una actividad vuelve a ser la programada."""
    nombre = "Volver a lo programado"
    return exp.hacer(trimestre, nombre, lambda legajo: captura.poner_modificada(legajo, actividad, None))
