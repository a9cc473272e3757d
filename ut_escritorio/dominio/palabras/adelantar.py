"""Un texto de un trimestre dicho en otro: sus meses, su año y sus ordinales, corridos otro tanto.

Las fechas con día cuentan algo que pasó y se quedan como están, salvo el primer y el último día del
trimestre, que dicen su periodo. Los números de oficio y los años de otras cosas no se tocan.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from ut_escritorio.dominio.palabras.redaccion import con_inicial, ordinal_ante_nombre
from ut_escritorio.dominio.periodos import MESES, Trimestre

_DEL_MISMO = {"primero": "primer", "tercero": "tercer"}
_ABREVIADOS = {1: "1er", 2: "2do", 3: "3er", 4: "4to"}
_ORDINALES = {ordinal_ante_nombre(n): n for n in range(1, 5)}
_ANIO = r"(?:(?P<de{0}>\s+(?:del?\s+)?(?:(?:año|ejercicio)\s+)?)(?P<anio{0}>20\d\d)(?![\d/\-]))?"
_PATRON = re.compile(
    rf"(?P<dia>(?<![\d/])\d{{1,2}}\s+de\s+)?\b(?P<mes>{'|'.join(MESES)})\b{_ANIO.format('')}"
    r"|\b(?P<ordinal>primero?|segundo|tercero?|cuarto|1er|2do|3er|4to|[1-4]\s?[º°o])"
    rf"(?P<resto>\.?\s+(?:informe\s+|reporte\s+)?trimestr\w+){_ANIO.format('2')}"
    r"|(?<![\d/\-])(?P<suelto>20\d\d)(?![\d/\-])",
    re.IGNORECASE,
)


def adelantar(texto: str, de: Trimestre, a: Trimestre) -> str:
    """El texto que se escribió en el trimestre `de`, como se diría en el trimestre `a`."""
    return _PATRON.sub(lambda hallado: _corrido(hallado, de, a), texto)


def _corrido(hallado: re.Match[str], de: Trimestre, a: Trimestre) -> str:
    if hallado["mes"]:
        return _mes(hallado, de, a)
    if hallado["ordinal"]:
        return _ordinal(hallado, de, a)
    return _anio(hallado["suelto"], de, a)


def _pasos(de: Trimestre, a: Trimestre) -> int:
    """Cuántos trimestres hay de uno a otro."""
    return 4 * (a.ejercicio - de.ejercicio) + a.numero - de.numero


def _anio(anio: str, de: Trimestre, a: Trimestre) -> str:
    """El año del trimestre pasa a ser el del otro; los demás no son suyos."""
    return str(a.ejercicio) if int(anio) == de.ejercicio else anio


def _mes(hallado: re.Match[str], de: Trimestre, a: Trimestre) -> str:
    numero = MESES.index(hallado["mes"].lower()) + 1
    dia, anio = hallado["dia"] or "", hallado["anio"]
    suyo = int(anio) if anio else de.ejercicio
    if abs(suyo - de.ejercicio) > 1:
        return hallado[0]
    corridos = 12 * suyo + numero - 1 + 3 * _pasos(de, a)
    nuevo_anio, nuevo = corridos // 12, corridos % 12 + 1
    if dia:
        limite = _limite(int(dia.split()[0]), numero, suyo, de)
        if limite is None:
            return hallado[0]
        dia = dia.replace(dia.split()[0], "1" if limite == "primero" else str(_dias(nuevo_anio, nuevo)), 1)
    return dia + _como(hallado["mes"], MESES[nuevo - 1]) + (f"{hallado['de']}{nuevo_anio}" if anio else "")


def _limite(dia: int, mes: int, anio: int, de: Trimestre) -> str | None:
    """Si el día es el primero o el último del trimestre; None si es de en medio."""
    if dia > _dias(anio, mes) or dia < 1:
        return None
    return {de.primer_dia: "primero", de.ultimo_dia: "último"}.get(date(anio, mes, dia))


def _dias(anio: int, mes: int) -> int:
    return monthrange(anio, mes)[1]


def _ordinal(hallado: re.Match[str], de: Trimestre, a: Trimestre) -> str:
    """El ordinal corrido, escrito como estaba («SEGUNDO», «2º», «2do»), con su año si lo lleva al lado."""
    dicho, anio = hallado["ordinal"], hallado["anio2"]
    numero = _numero(dicho)
    suyo = int(anio) if anio else de.ejercicio
    if abs(suyo - de.ejercicio) > 1:
        return hallado[0]
    corridos = 4 * suyo + numero - 1 + _pasos(de, a)
    return (
        _ordinal_como(dicho, corridos % 4 + 1)
        + hallado["resto"]
        + (f"{hallado['de2']}{corridos // 4}" if anio else "")
    )


def _numero(ordinal: str) -> int:
    bajo = ordinal.lower()
    return _ORDINALES.get(_DEL_MISMO.get(bajo, bajo)) or int(bajo[0])


def _ordinal_como(modelo: str, numero: int) -> str:
    if not modelo[0].isdigit():
        return _como(modelo, ordinal_ante_nombre(numero))
    abreviado = modelo.lower() in _ABREVIADOS.values()
    return _como(modelo, _ABREVIADOS[numero]) if abreviado else str(numero) + modelo[1:]


def _como(modelo: str, palabra: str) -> str:
    """La palabra en mayúsculas, con inicial o en minúsculas, como estaba el modelo."""
    if modelo.isupper():
        return palabra.upper()
    return con_inicial(palabra) if modelo[:1].isupper() else palabra
