"""Los números escritos a mano en un párrafo contra los que el programa conoce."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ut_escritorio.dominio.impreso.entradas import Impreso
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.palabras.redaccion import cantidad, lista
from ut_escritorio.dominio.palabras.sustantivos import Sustantivo
from ut_escritorio.dominio.periodos import MESES
from ut_escritorio.dominio.personas import SEXOS, Sexo
from ut_escritorio.dominio.plan.apartados import Apartado, que_imprime
from ut_escritorio.dominio.plan.cifras import Cifra, Contada
from ut_escritorio.dominio.plan.lugares import donde_estan
from ut_escritorio.revision.hallazgos import Hallazgo, hallazgo
from ut_escritorio.revision.lectura import Lectura
from ut_escritorio.revision.una_vez import una_vez_por_plan

_DE_TODO = re.compile(rf"\b(?:total|per[ií]odo|trimestre|{'|'.join(MESES)})\b", re.IGNORECASE)
_FRASE = re.compile(r"[^.;\n]+")


def textos_a_mano(lectura: Lectura) -> Iterator[Hallazgo]:
    """Los textos a mano que dicen otro número que los datos, o cuyos datos cambiaron desde entonces."""
    for escrito in lectura.escritos:
        if escrito.relato.a_mano:
            yield from _de_texto(lectura, escrito)


def _de_texto(lectura: Lectura, escrito: Impreso) -> Iterator[Hallazgo]:
    sitio = Sitio(escrito.lugar, escrito.relato.origen, campo="texto")
    en = donde_estan(lectura.plan, [escrito.lugar])
    discrepan = _discrepan(lectura, escrito)
    if discrepan:
        detalle = "; ".join(f"dice {suyo} y los datos dan {dato}" for suyo, dato in discrepan)
        mensaje = f"Un texto escrito a mano no cuadra{en}: {detalle}."
        yield hallazgo("numero_a_mano", "corregir", mensaje, [sitio], escrito.relato.origen, discrepan)
    elif escrito.relato.cambio:
        mensaje = f"Los datos cambiaron desde que se escribió a mano un texto{en}: vea si todavía vale."
        yield hallazgo("texto_a_mano", "revisar", mensaje, [sitio], escrito.relato.automatico)


def _discrepan(lectura: Lectura, escrito: Impreso) -> list[tuple[str, str]]:
    """Lo que dice el texto y lo que dan los datos, donde ambos cuentan la misma cosa y no coinciden."""
    suyos = lectura.vocabulario.numeros(escrito.relato.texto)
    datos = lectura.vocabulario.numeros(escrito.relato.automatico)
    return [
        (_dicho(cosa, suyos[cosa]), _dicho(cosa, datos[cosa]))
        for cosa in suyos
        if cosa in datos and not datos[cosa] <= suyos[cosa]
    ]


def _dicho(cosa: Sustantivo, numeros: frozenset[int]) -> str:
    return lista([cantidad(numero, cosa) for numero in sorted(numeros)])


def totales_sin_apoyo(lectura: Lectura) -> Iterator[Hallazgo]:
    """Los párrafos libres y textos fijos que dan un total o el número de un mes que ningún cuadro da."""
    for escrito in lectura.escritos:
        que = escrito.entrada.que
        es_fijo = isinstance(que, Apartado) and que_imprime(que.clase) == "frases"
        if escrito.relato.a_mano or not (es_fijo or escrito.origen.clase == "parrafo"):
            continue
        for frase in _frases_de_todo(escrito.relato.texto):
            yield from _de_frase(lectura, escrito, frase)


@lru_cache(maxsize=4096)
def _frases_de_todo(texto: str) -> tuple[str, ...]:
    """Las frases que hablan de un total, de un mes o del trimestre entero."""
    return tuple(frase for frase in _FRASE.findall(texto) if _DE_TODO.search(frase))


def _de_frase(lectura: Lectura, escrito: Impreso, frase: str) -> Iterator[Hallazgo]:
    for cosa, numeros in lectura.vocabulario.numeros(frase).items():
        cifras = _de_la_cosa(lectura, escrito.lugar, cosa)
        ajenos = numeros - {lectura.valor(cifra.clave).numero for cifra in cifras}
        if cifras and ajenos:
            ajenos -= {numero for cifra in cifras for numero in _valores(lectura, cifra)}
        if cifras and ajenos:
            dan = lista([f"«{c.nombre}» da {lectura.valor(c.clave).numero}" for c in cifras])
            yield hallazgo(
                "total_sin_apoyo",
                "revisar",
                f"Un texto dice {_dicho(cosa, ajenos)}{donde_estan(lectura.plan, [escrito.lugar])} y {dan}.",
                [Sitio(escrito.lugar, escrito.relato.origen, campo="texto")],
                escrito.relato.origen,
                sorted(ajenos),
                dan,
            )


def _de_la_cosa(lectura: Lectura, lugar: str, cosa: Sustantivo) -> list[Cifra]:
    """Las cifras de esa cosa que se conocen y son de la misma actividad: de sus cuadros o sus renglones."""
    suyas = _por_actividad(lectura).get(_actividad(lectura, lugar), [])
    return [cifra for cifra in suyas if cifra.unidad == cosa and lectura.valor(cifra.clave).completo]


@una_vez_por_plan
def _por_actividad(lectura: Lectura) -> dict[str, list[Cifra]]:
    """Las cifras de cada actividad: las de sus cuadros y las que se cuentan de sus renglones."""
    lugares: dict[str, set[str]] = {}
    for celda in lectura.celdas:
        lugares.setdefault(celda.casilla.cifra, set()).add(celda.sitio.lugar)
    suyas: dict[str, list[Cifra]] = {}
    for cifra in lectura.cifras:
        contada_en = cifra.fuente.lugares if isinstance(cifra.fuente, Contada) else ()
        donde = {*lugares.get(cifra.clave, ()), *contada_en} & lectura.posicion.keys()
        for actividad in {_actividad(lectura, lugar) for lugar in donde}:
            suyas.setdefault(actividad, []).append(cifra)
    return suyas


def _actividad(lectura: Lectura, clave: str) -> str:
    """La actividad de un lugar, o él mismo si es un componente."""
    cadena = lectura.plan.cadena.get(clave, ())
    return cadena[min(1, len(cadena) - 1)].clave if cadena else ""


def _valores(lectura: Lectura, cifra: Cifra) -> set[int]:
    """Todo lo que de una cifra se puede decir: el trimestre y cada mes, enteros y por sexo."""
    sexos: tuple[Sexo | None, ...] = (None, *SEXOS)
    meses = (None, *lectura.trimestre.meses)
    valores = (lectura.valor(cifra.clave, mes, sexo).entero for mes in meses for sexo in sexos)
    return {numero for numero in valores if numero is not None}
