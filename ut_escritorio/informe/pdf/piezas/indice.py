"""Mide el índice: cada parte, sus puntos y, a la derecha, la hoja en que empieza."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ut_escritorio.informe.documento import Indice, RenglonDeIndice, Tramo
from ut_escritorio.informe.estilo import Estilo, Letra
from ut_escritorio.informe.pdf.etiquetas.etiqueta import Etiqueta
from ut_escritorio.informe.pdf.etiquetas.guion import Guion
from ut_escritorio.informe.pdf.papel.hoja import Enlace, Marca, Texto
from ut_escritorio.informe.pdf.papel.lineas import ancho_mm, parte, textos
from ut_escritorio.informe.pdf.papel.tipografia import Tipografia
from ut_escritorio.informe.pdf.piezas.pieza import PiezaDeLineas

_PUNTO = ". "


def piezas_de_indice(
    indice: Indice, estilo: Estilo, marcas: Sequence[Marca], tipografia: Tipografia, guion: Guion
) -> tuple[PiezaDeLineas, ...]:
    """Una por renglón; `marcas`, dónde quedó cada parte: sin ellas ocupa lo mismo y aún no lo dice."""
    etiquetas = guion.indice([renglon.dentro for renglon in indice.renglones])
    piezas = [
        _pieza(renglon, estilo, marcas, tipografia, etiqueta)
        for renglon, etiqueta in zip(indice.renglones, etiquetas, strict=True)
    ]
    return tuple(replace(pieza, origenes=(indice.origen,)) for pieza in piezas)


def _pieza(
    renglon: RenglonDeIndice,
    estilo: Estilo,
    marcas: Sequence[Marca],
    tipografia: Tipografia,
    etiqueta: Etiqueta,
) -> PiezaDeLineas:
    aspecto = estilo.indice
    bloque, x = (aspecto.dentro, aspecto.sangria) if renglon.dentro else (aspecto.parte, 0.0)
    ancho = estilo.hoja.columna - aspecto.numero - x
    *antes, ultima = parte(tipografia, (Tramo(renglon.texto),), bloque.letra, ancho)
    desde = x + ancho_mm((ultima,), bloque.letra)
    marca = marcas[renglon.marcador] if renglon.marcador < len(marcas) else None
    final = () if marca is None else tuple(_final(marca, desde, bloque.letra, estilo, tipografia, etiqueta))
    return PiezaDeLineas(
        (*antes, replace(ultima, sigue=" ")),
        bloque.letra,
        x,
        ancho,
        "izquierda",
        bloque.antes_mm,
        etiqueta=etiqueta,
        final=final,
        destino=None if marca is None else _enlace(renglon, marca, estilo.hoja.columna - x, x, etiqueta),
    )


def _final(
    marca: Marca, desde: float, letra: Letra, estilo: Estilo, tipografia: Tipografia, etiqueta: Etiqueta
) -> Iterator[Texto]:
    """Los puntos, que son adorno, y el número, que se lee."""
    aire, columna = estilo.indice.junto_a_los_puntos, estilo.hoja.columna
    llana = replace(letra, negrita=False)
    (punto,) = parte(tipografia, (Tramo(_PUNTO.strip()),), llana, columna)
    (dos,) = parte(tipografia, (Tramo(_PUNTO + _PUNTO.strip()),), llana, columna)
    uno, cada = ancho_mm((punto,), llana), ancho_mm((dos,), llana) - ancho_mm((punto,), llana)
    hasta = columna - estilo.indice.numero + aire
    caben = int((hasta - desde - aire - uno) / cada) + 1
    if caben > 0:
        puntos = parte(tipografia, (Tramo((_PUNTO * caben).strip()),), llana, columna)
        yield from textos(puntos, llana, 0.0, 0.0, hasta, "derecha")
    numero = parte(tipografia, (Tramo(str(marca.pagina)),), letra, estilo.indice.numero)
    yield from textos(numero, letra, 0.0, 0.0, columna, "derecha", etiqueta)


def _enlace(renglon: RenglonDeIndice, marca: Marca, ancho: float, x: float, etiqueta: Etiqueta) -> Enlace:
    dicho = f"{renglon.texto}, página {marca.pagina}"
    return Enlace(x, 0.0, ancho, 0.0, marca.pagina, marca.y, dicho, etiqueta)
