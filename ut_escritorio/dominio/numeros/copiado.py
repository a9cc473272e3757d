"""Lo que se copia para pegarlo fuera: la misma tabla como HTML, para Word, y como celdas, para Excel."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.numeros.tabla import TablaDeCuadro

_ROTULOS = ("titulo", "columna", "fila")
_COMO_FORMULA = ("=", "+", "-", "@")
_NUMERO = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_NEGATIVO = re.compile(r"-[0-9]+(,[0-9]{3})*(\.[0-9]+)?( ?%)?")
# Así Excel deja el texto como está: ni fórmula, ni fecha donde hay un número de oficio.
_TEXTO = "mso-number-format:'\\@'"
_TABLA = '<table border="1" cellspacing="0" cellpadding="4" style="border-collapse:collapse">'


@congelado
class CeldaCopiada:
    """Una celda: dónde empieza, cuánto abarca, qué dice y si es un rótulo."""

    fila: int
    columna: int
    texto: str
    alto: int = 1
    ancho: int = 1
    rotulo: bool = False

    @property
    def es_numero(self) -> bool:
        """Si es un número, también negativo o con decimales, y no un rótulo: fuera se puede sumar."""
        return not self.rotulo and _NUMERO.fullmatch(self.texto) is not None


def de_cuadro(tabla: TablaDeCuadro) -> tuple[CeldaCopiada, ...]:
    """El cuadro entero como se imprime, con sus encabezados y lo que abarcan."""
    return tuple(
        CeldaCopiada(c.fila, c.columna, c.texto, c.alto, c.ancho, rotulo=c.papel in _ROTULOS)
        for c in tabla.celdas
    )


def de_lista(rotulos: Sequence[str], filas: Iterable[Sequence[str]]) -> tuple[CeldaCopiada, ...]:
    """Una lista con sus rótulos arriba (ninguno, si no se dan)."""
    arriba = [CeldaCopiada(0, columna, rotulo, rotulo=True) for columna, rotulo in enumerate(rotulos)]
    abajo = [
        CeldaCopiada(fila, columna, texto)
        for fila, textos in enumerate(filas, bool(rotulos))
        for columna, texto in enumerate(textos)
    ]
    return (*arriba, *abajo)


def a_html(celdas: Iterable[CeldaCopiada]) -> str:
    """La tabla para Word: encabezados, celdas combinadas, y cada texto tal cual, nunca como marcado."""
    por_fila: dict[int, list[CeldaCopiada]] = {}
    for celda in sorted(celdas, key=lambda c: (c.fila, c.columna)):
        por_fila.setdefault(celda.fila, []).append(celda)
    filas = "".join(f"<tr>{''.join(map(_celda, suyas))}</tr>" for suyas in por_fila.values())
    return f'<html><head><meta charset="utf-8"></head><body>{_TABLA}{filas}</table></body></html>'


def _celda(celda: CeldaCopiada) -> str:
    marca = "th" if celda.rotulo else "td"
    abarca = (("rowspan", celda.alto), ("colspan", celda.ancho))
    atributos = "".join(f' {nombre}="{cuanto}"' for nombre, cuanto in abarca if cuanto > 1)
    estilo = ' align="center"' if celda.es_numero or celda.rotulo else f' style="{_TEXTO}"'
    return f"<{marca}{atributos}{estilo}>{escape(celda.texto).replace(chr(10), '<br>')}</{marca}>"


def a_celdas(celdas: Iterable[CeldaCopiada]) -> str:
    """Las celdas para Excel: tabuladores entre columnas, un renglón por fila; lo abarcado queda vacío.

    Lo que Excel leería como fórmula y no es un número lleva un apóstrofo delante, para que quede como texto.
    """
    en = {(celda.fila, celda.columna): _plano(celda) for celda in celdas}
    filas = range(min((f for f, _ in en), default=0), max((f for f, _ in en), default=-1) + 1)
    columnas = range(max((c for _, c in en), default=-1) + 1)
    return "\n".join("\t".join(en.get((fila, columna), "") for columna in columnas) for fila in filas)


def _plano(celda: CeldaCopiada) -> str:
    return celda.texto if celda.es_numero else como_texto(" ".join(celda.texto.split()))


def como_texto(texto: str) -> str:
    """El texto, con un apóstrofo delante si Excel lo leería como fórmula; un número negativo no lo es."""
    es_formula = texto.startswith(_COMO_FORMULA) and not _NEGATIVO.fullmatch(texto)
    return f"'{texto}" if es_formula else texto
