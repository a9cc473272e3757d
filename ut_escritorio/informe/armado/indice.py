"""El índice: cada parte del documento y, dentro, cada actividad o anexo, con su nombre."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ut_escritorio.dominio.impreso.entradas import INDICE, PORTADA
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.palabras.llano import llano
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.informe.documento import Bloque, Indice, RenglonDeIndice, Seccion, Titulo
from ut_escritorio.informe.pdf.papel.signos import en_una_linea


def con_indice(plan: Plan, secciones: Sequence[Seccion]) -> tuple[Seccion, ...]:
    """Las mismas, con sus índices hechos."""
    if not any(isinstance(bloque, Indice) for seccion in secciones for bloque in seccion.bloques):
        return tuple(secciones)
    renglones = tuple(_renglones(plan, secciones))

    def hecho(bloque: Bloque) -> Bloque:
        return replace(bloque, renglones=renglones) if isinstance(bloque, Indice) else bloque

    return tuple(replace(seccion, bloques=tuple(map(hecho, seccion.bloques))) for seccion in secciones)


def _renglones(plan: Plan, secciones: Sequence[Seccion]) -> Iterator[RenglonDeIndice]:
    """La portada y el índice mismo cuentan entre los marcadores, pero no se nombran."""
    marcador = 0
    for seccion in secciones:
        for texto, origen, dentro in _marcadores(seccion):
            if texto:
                if seccion.origen not in (PORTADA, INDICE):
                    yield RenglonDeIndice(_con_su_nombre(plan, texto, origen), dentro, marcador)
                marcador += 1


def _marcadores(seccion: Seccion) -> Iterator[tuple[str, Origen, bool]]:
    yield en_una_linea(seccion.marcador), seccion.origen, False
    for bloque in seccion.bloques:
        if isinstance(bloque, Titulo):
            yield _dicho(bloque), bloque.origen, True


def _dicho(titulo: Titulo) -> str:
    """Como lo nombra el índice del PDF o, si el título empieza así y dice más, entero: «ANEXO 1 · Portal»."""
    marcador, texto = en_una_linea(titulo.marcador), en_una_linea(titulo.texto)
    return texto if marcador and llano(texto).startswith(llano(marcador)) else marcador


def _con_su_nombre(plan: Plan, texto: str, origen: Origen) -> str:
    """De un componente o una actividad, también cómo se llama, si no lo dice ya."""
    lugar = plan.lugar.get(origen.clave) if origen.clase == "lugar" else None
    if lugar is None or llano(lugar.nombre) in llano(texto):
        return texto
    return en_una_linea(f"{texto} – {lugar.nombre}")
