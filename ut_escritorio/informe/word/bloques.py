"""Cada bloque del documento hecho piezas de Word, una parte a la vez."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, assert_never

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.informe.documento import (
    Bloque,
    Disposicion,
    Figuras,
    Firmas,
    Grafica,
    Indice,
    Parrafo,
    Seccion,
    Tabla,
    Titulo,
)
from ut_escritorio.informe.estilo import Estilo
from ut_escritorio.informe.pdf.etiquetas.guion import Guion
from ut_escritorio.informe.pdf.paginas.membrete import Encuadre
from ut_escritorio.informe.pdf.papel.tipografia import Tipografia
from ut_escritorio.informe.pdf.piezas.firmas import piezas_de_firmas
from ut_escritorio.informe.pdf.piezas.parrafos import antes_de
from ut_escritorio.informe.word.archivo.estilos import estilo_de_parrafo, estilo_de_titulo
from ut_escritorio.informe.word.archivo.listas import Listas
from ut_escritorio.informe.word.archivo.marcas import Marcas, ponlos_al_principio
from ut_escritorio.informe.word.nodos import Nodo
from ut_escritorio.informe.word.piezas.cuadros import cuadro
from ut_escritorio.informe.word.piezas.figuras import figuras_de
from ut_escritorio.informe.word.piezas.firmas import firmas_de
from ut_escritorio.informe.word.piezas.graficas import grafica_en_word
from ut_escritorio.informe.word.piezas.imagenes import Imagenes
from ut_escritorio.informe.word.piezas.indice import indice_de
from ut_escritorio.informe.word.piezas.parrafos import deja_abajo, parrafo, parrafo_de, titulo
from ut_escritorio.informe.word.piezas.portada import Aires, aires_de_portada

_TITULOS = 4


@congelado
class Taller:
    """Con qué se hace una parte: su aspecto, su hoja, y lo que se va apuntando del documento entero."""

    disposicion: Disposicion
    estilo: Estilo
    encuadre: Encuadre
    tipografia: Tipografia
    listas: Listas
    marcas: Marcas
    imagenes: Imagenes
    hojas: Sequence[int]
    parte_de_word: Any


def nodos_de(seccion: Seccion, taller: Taller) -> list[Nodo]:
    """Las piezas de una parte, en su orden, cada una entre los marcadores de su origen."""
    bloques = (*taller.encuadre.sobrante, *seccion.bloques)
    aires = aires_de_portada(bloques, taller.estilo, taller.encuadre, taller.tipografia)
    aires = aires if seccion.disposicion == "portada" else None
    principio = taller.marcas.de_parte(seccion.marcador)
    nodos: list[Nodo] = []
    for lugar, bloque in enumerate(bloques):
        suyos = list(_de_bloque(bloques, lugar, taller))
        if not suyos:
            continue
        if falta := _aire_antes(bloque, taller.estilo, aires):
            _aparta(nodos, suyos, falta)
        if isinstance(bloque, Titulo):
            ponlos_al_principio(taller.marcas.de_parte(bloque.marcador), suyos)
        nodos += taller.marcas.alrededor(bloque.origen, suyos)
    if aires is not None:
        aires.ponlos(nodos)
    ponlos_al_principio(principio, nodos)
    return taller.marcas.alrededor(seccion.origen, nodos)


def _de_bloque(bloques: Sequence[Bloque], lugar: int, taller: Taller) -> Iterator[Nodo]:
    bloque, estilo = bloques[lugar], taller.estilo
    anterior = bloques[lugar - 1] if lugar else None
    siguiente = bloques[lugar + 1] if lugar + 1 < len(bloques) else None
    match bloque:
        case Titulo():
            nivel = min(max(bloque.nivel, 1), _TITULOS)
            yield titulo(
                bloque, estilo_de_titulo(nivel, taller.disposicion), antes_de(bloque, anterior, estilo)
            )
        case Parrafo():
            yield parrafo_de(
                bloque,
                estilo_de_parrafo(bloque.estilo, taller.disposicion),
                antes_de(bloque, anterior, estilo),
                taller.listas.de(bloque.vineta),
                con_el_que_sigue=isinstance(siguiente, Firmas | Figuras),  # «Anexo 5, hoja 2 de 2»
            )
        case Tabla():
            hecho = cuadro(bloque, estilo, taller.encuadre.cuerpo_alto, taller.tipografia)
            if hecho is not None:
                yield hecho
        case Firmas():
            entera = taller.encuadre.cuerpo_alto
            piezas = piezas_de_firmas(bloque, estilo, entera, taller.tipografia, Guion())
            yield from firmas_de(bloque, estilo, juntas=len(piezas) == 1)
        case Figuras():
            entera = taller.encuadre.cuerpo_alto
            yield from figuras_de(bloque, estilo, entera, taller.imagenes, taller.parte_de_word)
        case Grafica():
            firmada = isinstance(siguiente, Firmas)
            imagenes, de_word = taller.imagenes, taller.parte_de_word
            yield from grafica_en_word(bloque, estilo, imagenes, de_word, con_la_firma=firmada)
        case Indice():
            yield from indice_de(bloque, taller.hojas)
        case _:
            assert_never(bloque)


def _aire_antes(bloque: Bloque, estilo: Estilo, aires: Aires | None) -> float:
    """El espacio que un cuadro, unas figuras o unas firmas piden arriba, que en Word deja lo anterior."""
    match bloque:
        case Tabla():
            return estilo.tabla.antes_mm
        case Firmas():
            return aires.sobre_firmas if aires else estilo.firmas.antes_mm
        case Figuras():
            return estilo.figuras.antes_mm
        case Titulo() | Parrafo() | Indice() | Grafica():
            return 0.0
        case _:
            assert_never(bloque)


def _aparta(nodos: list[Nodo], suyos: list[Nodo], mm: float) -> None:
    """Lo deja bajo el párrafo anterior; si lo anterior es otro cuadro, en uno que no se ve."""
    anterior = next((hecho for hecho in reversed(nodos) if not hecho.tag.endswith("bookmarkEnd")), None)
    if anterior is None or not anterior.tag.endswith("}p"):
        anterior = parrafo((), "Separador", con_el_que_sigue=True)
        suyos.insert(0, anterior)
    deja_abajo(anterior, mm)
