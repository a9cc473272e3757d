"""El español del informe: listas, artículos, plurales, números, fechas y ordinales en palabras."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import TypeVar

from ut_escritorio.dominio.palabras.sustantivos import Genero, Sustantivo
from ut_escritorio.dominio.periodos import MESES, Trimestre
from ut_escritorio.dominio.personas import Personas

C = TypeVar("C")
_SUENA_I = r"(?i)[\"«“']?(?:[ií]|hi(?![aeoáéó])|hí)"
_HASTA_29 = (
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis "
    "diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco "
    "veintiséis veintisiete veintiocho veintinueve"
).split()
_DECENAS = "treinta cuarenta cincuenta sesenta setenta ochenta noventa".split()
_CENTENAS = (
    "ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos"
).split()
_ORDINALES = (
    "primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo undécimo duodécimo"
).split()
_DE_UNA_VEZ = 5


def lista(cosas: Sequence[str]) -> str:
    """«a, b y c»; «e» en vez de «y» ante sonido i («Ingresos e Inventarios», pero «agua y hielo»)."""
    if len(cosas) < 2:
        return "".join(cosas)
    y = "e" if re.match(_SUENA_I, cosas[-1]) else "y"
    return f"{', '.join(cosas[:-1])} {y} {cosas[-1]}"


def unas(cosas: Sequence[str]) -> str:
    """La lista entera si es corta; si no, las primeras «y 8 más»."""
    if len(cosas) <= _DE_UNA_VEZ + 1:
        return lista(cosas)
    return f"{', '.join(cosas[:_DE_UNA_VEZ])} y {len(cosas) - _DE_UNA_VEZ} más"


def los_de_cada(pares: Iterable[tuple[C, str]]) -> dict[C, list[str]]:
    """De cada cosa, los suyos sin repetir: lo que se dice de varios se dice una vez, nombrándolos."""
    de: dict[C, dict[str, None]] = {}
    for cosa, suyo in pares:
        de.setdefault(cosa, {})[suyo] = None
    return {cosa: list(suyos) for cosa, suyos in de.items()}


def con_articulo(nombre: str, articulo: str) -> str:
    """«la Tesorería»; el nombre solo si no lleva artículo."""
    return f"{articulo} {nombre}".strip()


def con_preposicion(preposicion: str, nombre: str, articulo: str = "") -> str:
    """«a la Tesorería», «al Comité», «del Área»: contrae «a el» y «de el»."""
    entero = con_articulo(nombre, articulo)
    if entero.startswith("el "):
        return f"{preposicion}l {entero[3:]}"
    return f"{preposicion} {entero}"


def cantidad(numero: int | Decimal, cosa: Sustantivo) -> str:
    """«2 actualizaciones», «1 actualización»."""
    return f"{numero} {cosa.singular if numero == 1 else cosa.plural}"


def cantidad_de_lista(numero: int | Decimal, cosa: Sustantivo) -> str:
    """Como `cantidad`, pero el uno en palabras: «6 oficios», «un correo», «una llamada»."""
    if numero == 1:
        return f"{'una' if cosa.genero == 'f' else 'un'} {cosa.singular}"
    return cantidad(numero, cosa)


def en_letra(numero: int) -> str:
    """El número en palabras, de 0 a 999 999 («ciento cincuenta y nueve»); los demás, en cifras."""
    if not 0 <= numero < 1_000_000:
        return str(numero)
    if numero < 1000:
        return _hasta_999(numero)
    miles, resto = divmod(numero, 1000)
    cabeza = "mil" if miles == 1 else f"{_apocopado(_hasta_999(miles))} mil"
    return f"{cabeza} {_hasta_999(resto)}" if resto else cabeza


def _hasta_999(numero: int) -> str:
    if numero < 30:
        return _HASTA_29[numero]
    if numero < 100:
        decenas, unidades = divmod(numero, 10)
        return _DECENAS[decenas - 3] + (f" y {_HASTA_29[unidades]}" if unidades else "")
    if numero == 100:
        return "cien"
    centenas, resto = divmod(numero, 100)
    return _CENTENAS[centenas - 1] + (f" {_hasta_999(resto)}" if resto else "")


def _apocopado(palabras: str) -> str:
    """«veintiuno» ante sustantivo es «veintiún»; «treinta y uno», «treinta y un»."""
    if palabras.endswith("veintiuno"):
        return f"{palabras.removesuffix('veintiuno')}veintiún"
    return palabras.removesuffix("o") if palabras.endswith("uno") else palabras


def ordinal(numero: int, genero: Genero = "m") -> str:
    """«2º», «3ª»."""
    return f"{numero}{'ª' if genero == 'f' else 'º'}"


def ordinal_en_letra(numero: int, genero: Genero = "m") -> str:
    """«segundo», «tercera»; pasado el duodécimo, en cifras."""
    if not 1 <= numero <= len(_ORDINALES):
        return ordinal(numero, genero)
    palabra = _ORDINALES[numero - 1]
    return f"{palabra.removesuffix('o')}a" if genero == "f" else palabra


def ordinal_ante_nombre(numero: int) -> str:
    """«primer», «tercer», «segundo»: el ordinal masculino delante de su sustantivo."""
    palabra = ordinal_en_letra(numero)
    return palabra.removesuffix("o") if numero in (1, 3) else palabra


def mes(numero: int) -> str:
    """«abril» para 4."""
    return MESES[numero - 1]


def fecha_larga(dia: date) -> str:
    """«4 de julio de 2031»."""
    return f"{dia.day} de {mes(dia.month)} de {dia.year}"


def fecha_corta(dia: date) -> str:
    """«04/07/2031»."""
    return f"{dia.day:02}/{dia.month:02}/{dia.year}"


def dias(fechas: Iterable[date]) -> str:
    """«9, 11, 16 y 24 de abril»; con varios meses, «30 de abril y 2 de mayo»; en el orden dado."""
    tramos = [
        f"{lista([str(dia.day) for dia in seguidas])} de {mes(numero)}"
        for (_, numero), seguidas in groupby(fechas, key=lambda dia: (dia.year, dia.month))
    ]
    return lista(tramos)


def periodo(trimestre: Trimestre) -> str:
    """«abril – junio»."""
    return f"{mes(trimestre.meses[0])} – {mes(trimestre.meses[2])}"


_PERSONAS = (
    ("mujeres", Sustantivo("mujer", "mujeres", "f")),
    ("hombres", Sustantivo("hombre", "hombres", "m")),
    ("ni", Sustantivo("persona no identificada", "personas no identificadas", "f")),
)
_PERSONA = Sustantivo("persona", "personas", "f")


def _por_sexo(personas: Personas) -> list[tuple[int, Sustantivo]]:
    """Los sexos conocidos y no nulos; sin ninguno, el total como «personas»."""
    conocidos = [(getattr(personas, sexo), nombre) for sexo, nombre in _PERSONAS]
    presentes = [(numero, nombre) for numero, nombre in conocidos if numero]
    if not presentes and personas.cuantas is not None:
        return [(personas.cuantas, _PERSONA)]
    return presentes


def personas_por_sexo(personas: Personas) -> str:
    """«16 mujeres y 15 hombres»; «1 mujer»; si el sexo no se sabe, «3 personas»."""
    return lista([cantidad(numero, nombre) for numero, nombre in _por_sexo(personas)])


def personas_en_letra(personas: Personas) -> str:
    """«una mujer», «una persona no identificada», «16 mujeres y un hombre»."""
    return lista([cantidad_de_lista(numero, nombre) for numero, nombre in _por_sexo(personas)])


def con_inicial(texto: str) -> str:
    """El texto con su primera letra en mayúscula."""
    return texto[:1].upper() + texto[1:]


def seguidos(numeros: Iterable[int]) -> list[list[int]]:
    """Los números en orden y sin repetir, en tramos de los que van seguidos: 9, 3, 4 son «3, 4» y «9»."""
    tramos: list[list[int]] = []
    for numero in sorted({*numeros}):
        if tramos and numero == tramos[-1][-1] + 1:
            tramos[-1].append(numero)
        else:
            tramos.append([numero])
    return tramos


def decir_hojas(hojas: Iterable[int]) -> str:
    """«hoja 3»; «hojas 3, 4»; seguidas, «hojas 3 a 9»."""
    todas = {*hojas}
    return f"hoja{'s' if len(todas) > 1 else ''} {', '.join(map(_tramo_de_hojas, seguidos(todas)))}"


def _tramo_de_hojas(tramo: list[int]) -> str:
    if len(tramo) > 2:
        return f"{tramo[0]} a {tramo[-1]}"
    return ", ".join(str(hoja) for hoja in tramo)


def recortado(texto: str, letras: int) -> str:
    """El texto en un solo renglón, hasta tantas letras; lo que sigue, «…»."""
    seguido = " ".join(texto.split())
    return seguido if len(seguido) <= letras else f"{seguido[:letras].rstrip()}…"
