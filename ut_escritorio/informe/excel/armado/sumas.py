"""Las fórmulas: lo que un cuadro suma de otras casillas del libro, como el plan dice que se suma."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.numeros.evaluacion import casillas_que_suman
from ut_escritorio.dominio.numeros.tabla import CeldaDeCuadro, dibujar
from ut_escritorio.dominio.plan.cifras import Capturada, Contada, DelLibro, Formula, Numero, Porcion, Razon
from ut_escritorio.dominio.trimestre.conteos import LO_QUE_VA, Casilla
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.informe.documento import Tabla


@congelado
class EnSuHoja:
    """Un cuadro y dónde empieza en la hoja en que va."""

    tabla: Tabla
    hoja: str
    fila: int


class _Sitio(NamedTuple):
    """Una casilla de Excel, con su número y de cuál del trimestre es."""

    hoja: str
    fila: int
    columna: int
    numero: Numero


class _Termino(NamedTuple):
    casilla: Casilla
    resta: bool = False


def con_sus_sumas(foto: FotoTrimestre, cuadros: Sequence[EnSuHoja]) -> Mapping[tuple[str, int, int], str]:
    """La fórmula de cada casilla (su hoja, fila y columna) que se suma de otras que están en el libro.

    Solo donde la cuenta da lo que el documento dice: lo firmado manda sobre cómo se sume hoy.
    """
    hallados = list(_hallados(foto, cuadros))
    sitios: dict[Casilla, list[_Sitio]] = {}
    for celda, sitio in hallados:
        if celda.casilla:
            sitios.setdefault(celda.casilla, []).append(sitio)
    return {
        sitio[:3]: formula
        for celda, sitio in hallados
        if celda.casilla and not celda.escrito and (formula := _formula(foto, celda.casilla, sitio, sitios))
    }


def _hallados(foto: FotoTrimestre, cuadros: Sequence[EnSuHoja]) -> Iterator[tuple[CeldaDeCuadro, _Sitio]]:
    """Las celdas con número que el plan dibuja donde el documento dice ese mismo número."""
    for cuadro in cuadros:
        definido = foto.plan.cuadro.get(cuadro.tabla.origen.clave)
        if definido is None:
            continue
        dicho = {(fila, columna): celda.texto for fila, columna, celda in cuadro.tabla.lugares}
        for celda in dibujar(definido, foto).celdas:
            igual = dicho.get((celda.fila, celda.columna)) == celda.texto
            if igual and celda.valor is not None and celda.valor.completo:
                sitio = _Sitio(cuadro.hoja, cuadro.fila + celda.fila, celda.columna, celda.valor.numero or 0)
                yield celda, sitio


def _formula(
    foto: FotoTrimestre, casilla: Casilla, donde: _Sitio, sitios: Mapping[Casilla, Sequence[_Sitio]]
) -> str:
    terminos = _terminos(foto, casilla)
    hallados = [_mas_cerca(sitios.get(termino.casilla, ()), donde) for termino in terminos]
    if not hallados or None in hallados:
        return ""
    pares = [(sitio, termino.resta) for sitio, termino in zip(hallados, terminos, strict=True) if sitio]
    if sum(-sitio.numero if resta else sitio.numero for sitio, resta in pares) != donde.numero:
        return ""
    return _escrita(pares, donde)


def _mas_cerca(posibles: Sequence[_Sitio], donde: _Sitio) -> _Sitio | None:
    """La de la misma hoja y, de ellas, la de más cerca."""
    if not posibles:
        return None
    return min(
        posibles,
        key=lambda s: (s.hoja != donde.hoja, abs(s.fila - donde.fila), abs(s.columna - donde.columna)),
    )


def _terminos(foto: FotoTrimestre, casilla: Casilla) -> tuple[_Termino, ...]:
    """De qué otras se suma; ninguna si se cuenta de lo anotado o se escribe."""
    cifra = foto.plan.cifra.get(casilla.cifra)
    if cifra is not None and casilla.trimestre == LO_QUE_VA:
        numeros = () if isinstance(cifra.fuente, Razon) else range(1, foto.trimestre.numero + 1)
        return tuple(_Termino(replace(casilla, trimestre=numero)) for numero in numeros)
    if casilla.trimestre != foto.trimestre.numero:
        return ()
    match cifra.fuente if cifra else None:
        case Capturada() as fuente:
            return tuple(_Termino(otra) for otra in casillas_que_suman(fuente, casilla, foto.trimestre))
        case Formula(suma, resta):
            mas = (_Termino(_de_cifra(casilla, clave)) for clave in suma)
            return (*mas, *(_Termino(_de_cifra(casilla, clave), resta=True) for clave in resta))
        case Contada() | DelLibro() | Porcion() if casilla.mes is None:
            meses = foto.trimestre.meses
            return tuple(
                _Termino(Casilla(casilla.cifra, casilla.trimestre, mes, casilla.sexo)) for mes in meses
            )
        case _:
            return ()


def _de_cifra(casilla: Casilla, clave: str) -> Casilla:
    return Casilla(clave, casilla.trimestre, casilla.mes, casilla.sexo)


def _escrita(pares: Sequence[tuple[_Sitio, bool]], donde: _Sitio) -> str:
    """«SUM(B5:D5)» si van seguidas; si no, una por una: «B5+'2.1 Portal'!C7-D5»."""
    nombres = [_nombre(sitio, donde) for sitio, _ in pares]
    if len(pares) > 1 and _van_seguidas(pares):
        return f"SUM({nombres[0]}:{_columna(pares[-1][0].columna)}{pares[-1][0].fila + 1})"
    con_signo = "".join(
        f"{'-' if resta else '+'}{nombre}" for nombre, (_, resta) in zip(nombres, pares, strict=True)
    )
    return con_signo.removeprefix("+")


def _van_seguidas(pares: Sequence[tuple[_Sitio, bool]]) -> bool:
    """Si son un tramo de una fila o de una columna, sin nada de por medio."""
    if any(resta for _, resta in pares):
        return False
    pasos = {
        (otro.hoja == uno.hoja, otro.fila - uno.fila, otro.columna - uno.columna)
        for (uno, _), (otro, _) in zip(pares, pares[1:], strict=False)
    }
    return pasos in ({(True, 0, 1)}, {(True, 1, 0)})


def _nombre(sitio: _Sitio, donde: _Sitio) -> str:
    casilla = f"{_columna(sitio.columna)}{sitio.fila + 1}"
    if sitio.hoja == donde.hoja:
        return casilla
    return f"'{sitio.hoja.replace(chr(39), chr(39) * 2)}'!{casilla}"


def _columna(numero: int) -> str:
    """«A», «B»… «AA»."""
    letras = ""
    numero += 1
    while numero:
        numero, resto = divmod(numero - 1, 26)
        letras = chr(ord("A") + resto) + letras
    return letras
