"""El cuadro contra el libro: lo que se escribió de una cifra y los papeles que de ella hay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.numeros.evaluacion import se_captura, valor_de
from ut_escritorio.dominio.oficios.libro import Cuenta
from ut_escritorio.dominio.palabras.redaccion import cantidad
from ut_escritorio.dominio.periodos import MESES
from ut_escritorio.dominio.plan.cifras import Capturada, Cifra, la_del_libro
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.dominio.trimestre.del_libro import cuantos_del_libro
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre


@congelado
class Diferencia:
    """Una casilla que no dice lo que el libro; `cuadro` es None si está vacía.

    `dicho`: «Turnos: el libro tiene 47 turnos en abril y el cuadro dice 49.» `se_escribe`, si ahí se captura.
    """

    casilla: Casilla
    libro: int
    cuadro: int | None
    dicho: str
    se_escribe: bool


def cuenta_de(foto: FotoTrimestre, casilla: Casilla) -> Cuenta | None:
    """Los papeles que cuentan para una casilla; None si la suya ni sale del libro ni se compara con él."""
    cifra = foto.plan.cifra.get(casilla.cifra)
    fuente = la_del_libro(cifra) if cifra else None
    if cifra is None or fuente is None:
        return None
    meses = foto.trimestre.meses if casilla.mes is None else (casilla.mes,)
    return Cuenta(fuente, meses, cifra.nombre)


def que_difieren(foto: FotoTrimestre, cifra: Cifra) -> Iterator[Diferencia]:
    """Las casillas de una cifra que no dicen lo que el libro; la vacía, si el libro tiene algo."""
    if foto.firmado is not None:
        return
    for casilla in _casillas(foto, cifra):
        if (cuenta := cuenta_de(foto, casilla)) is None:
            return
        libro = cuantos_del_libro(foto.del_libro, cuenta.fuente, cuenta.meses)
        cuadro = valor_de(foto, cifra.clave, casilla.mes).entero
        if libro != (cuadro or 0):
            yield Diferencia(
                casilla,
                libro,
                cuadro,
                _dicho(cifra, casilla, libro, cuadro),
                se_captura(cifra, casilla.mes, None),
            )


def diferencia_en(foto: FotoTrimestre, casilla: Casilla) -> Diferencia | None:
    """Lo que una casilla, o la de su mes si es de un sexo, no dice como el libro; None si dicen lo mismo."""
    cifra, suya = foto.plan.cifra.get(casilla.cifra), replace(casilla, sexo=None)
    difieren = que_difieren(foto, cifra) if cifra else ()
    return next((diferencia for diferencia in difieren if diferencia.casilla == suya), None)


def _casillas(foto: FotoTrimestre, cifra: Cifra) -> tuple[Casilla, ...]:
    """Las de sus meses o, si solo se escribe el trimestre, la suya."""
    numero, fuente = foto.trimestre.numero, cifra.fuente
    if isinstance(fuente, Capturada) and not {"mes", "mes y sexo"} & {*fuente.captura}:
        return (Casilla(cifra.clave, numero),)
    return tuple(Casilla(cifra.clave, numero, mes) for mes in foto.trimestre.meses)


def _dicho(cifra: Cifra, casilla: Casilla, libro: int, cuadro: int | None) -> str:
    tiene = f"tiene {cantidad(libro, cifra.unidad)}" if libro else f"no tiene {cifra.unidad.plural}"
    cuando = "en el trimestre" if casilla.mes is None else f"en {MESES[casilla.mes - 1]}"
    dice = "está vacío" if cuadro is None else f"dice {cuadro:,}"
    return f"{cifra.nombre}: el libro {tiene} {cuando} y el cuadro {dice}."
