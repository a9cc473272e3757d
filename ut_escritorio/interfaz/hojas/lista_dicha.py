"""Lo que se lee de una lista antes de usarla, en palabras; sin nada de Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ut_escritorio.dominio.numeros.pegado import CambioDeConteo
from ut_escritorio.dominio.numeros.recuento import Recuento
from ut_escritorio.dominio.numeros.tabla import nombre_de_casilla
from ut_escritorio.dominio.palabras.redaccion import lista
from ut_escritorio.dominio.palabras.redaccion import mes as nombre_de_mes
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.propuestas import Propuesta
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre

_ALGUNAS = 6


def lo_que_trae(recuento: Recuento, trimestre: Trimestre) -> str:
    """«74 filas: 71 del 2º trimestre 2031 · 2 de julio, no se cuentan · …»."""
    son = "Una fila" if recuento.filas == 1 else f"{recuento.filas} filas"
    return " · ".join([f"{son}: {recuento.cuantas()} del {trimestre}", *_lo_demas(recuento, trimestre)])


def _lo_demas(recuento: Recuento, trimestre: Trimestre) -> Iterator[str]:
    fuera = sum(recuento.por_palabra.values()) - recuento.cuantas()
    if fuera:
        yield f"{fuera} que usted dijo que no se cuentan"
    for (anio, mes), cuantas in sorted(recuento.de_otros.items())[:_ALGUNAS]:
        de = f" de {anio}" if anio != trimestre.ejercicio else ""
        yield f"{cuantas} de {nombre_de_mes(mes)}{de}, no se {'cuentan' if cuantas > 1 else 'cuenta'}"
    if len(recuento.de_otros) > _ALGUNAS:
        yield "y de otros meses, que tampoco"
    if repetidas := recuento.repetidas:
        yield f"{_filas(repetidas)} con folio repetido, se cuenta una vez"
    if sin_fecha := recuento.sin_fecha:
        no_se = "no se cuentan" if len(sin_fecha) > 1 else "no se cuenta"
        yield f"{_filas(sin_fecha)} sin una fecha que se entienda, {no_se}"
    if recuento.sin_digitos:
        yield (
            f"Excel ya perdió dígitos de {recuento.sin_digitos} folios: "
            "de esos no se puede saber si hay repetidos"
        )
    sin_nada = [nombre_de_mes(mes) for mes in trimestre.meses if not recuento.cuantas(mes)]
    if sin_nada and recuento.cuantas():
        yield f"de {lista(sin_nada)} no trae ninguna y no se {'tocan' if len(sin_nada) > 1 else 'toca'}"


def _filas(numeros: Sequence[int]) -> str:
    if len(numeros) == 1:
        return f"1 (la fila {numeros[0]})"
    y_mas = "…" if len(numeros) > _ALGUNAS else ""
    return f"{len(numeros)} (las filas {', '.join(map(str, numeros[:_ALGUNAS]))}{y_mas})"


def lo_que_cambia(foto: FotoTrimestre, propuesta: Propuesta[CambioDeConteo]) -> str:
    """Un renglón por número: como quedaría y como está; o por qué no se puede todavía."""
    if propuesta.reparos:
        return "\n".join(map(str, propuesta.reparos))
    if not propuesta.cambios:
        return "Sin cambios: el cuadro ya dice eso, o la lista no trae nada de este trimestre."
    return "\n".join(
        f"{nombre_de_casilla(foto.plan, cambio.casilla)}: {cambio.valor} (ahora {_ahora(foto, cambio)})"
        for cambio in propuesta.cambios
    )


def _ahora(foto: FotoTrimestre, cambio: CambioDeConteo) -> str:
    valor = foto.conteos.propios.get(cambio.casilla)
    return "nada" if valor is None else str(valor)
