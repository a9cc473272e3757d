"""Mide títulos y párrafos."""

from __future__ import annotations

from ut_escritorio.informe.documento import Bloque, Parrafo, Titulo, Tramo
from ut_escritorio.informe.estilo import Estilo, EstiloBloque
from ut_escritorio.informe.pdf.etiquetas.guion import Guion
from ut_escritorio.informe.pdf.papel.hoja import Marcador
from ut_escritorio.informe.pdf.papel.lineas import ancho_mm, parte, parte_parejo, textos
from ut_escritorio.informe.pdf.papel.signos import en_una_linea
from ut_escritorio.informe.pdf.papel.tipografia import Tipografia
from ut_escritorio.informe.pdf.piezas.pieza import PiezaDeLineas


def pieza_de_titulo(
    titulo: Titulo, antes: float, estilo: Estilo, tipografia: Tipografia, guion: Guion
) -> PiezaDeLineas:
    """El título medido; su nivel se acota a los que el estilo conoce."""
    letra = estilo_de_titulo(titulo, estilo).letra
    marcador = en_una_linea(titulo.marcador)
    reparte = parte_parejo if titulo.alineacion == "centro" else parte
    return PiezaDeLineas(
        reparte(tipografia, (Tramo(titulo.texto),), letra, estilo.hoja.columna),
        letra,
        0.0,
        estilo.hoja.columna,
        titulo.alineacion,
        antes,
        origenes=(titulo.origen,),
        marcador=Marcador(marcador, titulo.nivel) if marcador else None,
        etiqueta=guion.titulo(titulo.nivel),
    )


def pieza_de_parrafo(
    parrafo: Parrafo, antes: float, estilo: Estilo, tipografia: Tipografia, guion: Guion
) -> PiezaDeLineas:
    """El párrafo medido; con viñeta lleva sangría francesa."""
    bloque = estilo.parrafos[parrafo.estilo]
    tramos, adorno, sangria = parrafo.tramos, (), 0.0
    x = estilo.hoja.columna * (1 - bloque.ancho)
    vineta, etiqueta = guion.punto() if parrafo.vineta else (None, guion.parrafo())
    if parrafo.vineta:
        signo = parte(tipografia, (Tramo(en_una_linea(parrafo.vineta)),), bloque.letra, 1000.0)
        sangria = max(estilo.sangria_vineta, ancho_mm(signo, bloque.letra) + 2.0)
        adorno = tuple(textos(signo, bloque.letra, x, 0.0, 0.0, "izquierda", vineta))
    if sangria > estilo.hoja.columna / 3:  # no es un signo sino un texto: va dentro del párrafo
        tramos, adorno, sangria = (Tramo(parrafo.vineta + " "), *tramos), (), 0.0
    ancho = estilo.hoja.columna * bloque.ancho - sangria
    justifica = parrafo.alineacion == "justificada"
    return PiezaDeLineas(
        parte(tipografia, tramos, bloque.letra, ancho, justifica, estilo.tabulador),
        bloque.letra,
        x + sangria,
        ancho,
        parrafo.alineacion,
        antes,
        adorno,
        (parrafo.origen,),
        etiqueta=etiqueta,
    )


def estilo_de_titulo(titulo: Titulo, estilo: Estilo) -> EstiloBloque:
    """El estilo de un título según su nivel."""
    return estilo.titulos[min(max(titulo.nivel, 1), max(estilo.titulos))]


def antes_de(bloque: Titulo | Parrafo, anterior: Bloque | None, estilo: Estilo) -> float:
    """El espacio antes de un bloque, en milímetros: menor cuando sigue a otro de su misma clase."""
    if isinstance(bloque, Titulo):
        aspecto = estilo_de_titulo(bloque, estilo)
        return aspecto.seguido_mm if isinstance(anterior, Titulo) else aspecto.antes_mm
    aspecto = estilo.parrafos[bloque.estilo]
    if isinstance(anterior, Parrafo) and bloque.estilo == anterior.estilo:
        return estilo.vineta_seguida_mm if bloque.vineta and anterior.vineta else aspecto.seguido_mm
    return aspecto.antes_mm
