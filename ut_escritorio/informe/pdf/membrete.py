"""Lo que rodea el cuerpo de cada página: logotipos, administración, leyenda, pie y número."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.informe.documento import Alineacion, Imagen, Membrete, Parrafo, Tramo
from ut_escritorio.informe.estilo import (
    GRIS_BORRADOR,
    GRIS_CLARO,
    GUINDA,
    MM_POR_PUNTO,
    Estilo,
    Letra,
)
from ut_escritorio.informe.pdf.papel import Cosa, Estampa, Marco, Raya, Renglon, Texto, Trozo
from ut_escritorio.informe.pdf.renglones import ancho_mm, parte, textos
from ut_escritorio.informe.pdf.tipografia import Tipografia

# Ancho entre alto del hueco que deja un logotipo que no se entiende.
_PROPORCION_DEL_HUECO = 2.0
# La parte de la hoja que ocupan los logotipos: se encogen hasta que la administración quepa entera.
_LOGOS_AL_MENOS, _LOGOS_A_LO_MAS = 0.6, 0.75
_HOLGURA = 0.1  # mm: para que un texto que mide justo lo suyo no se parta por un redondeo


@congelado
class Encuadre:
    """El membrete medido: lo que va en cada página y dónde queda el cuerpo.

    `sobrante` son los textos que no caben en el membrete; se imprimen enteros al empezar la sección.
    """

    trozo: Trozo
    cuerpo_y: float
    cuerpo_alto: float
    sobrante: tuple[Parrafo, ...]


def encuadra(
    membrete: Membrete,
    estilo: Estilo,
    tipografia: Tipografia,
    proporcion: Callable[[str], float | None],
    borrador: bool,
) -> Encuadre:
    """Mide el membrete. `proporcion` da el ancho entre alto de un logotipo, o `None` si no se lee."""
    sobrante: list[Parrafo] = []
    cosas: list[Cosa] = list(_borrador(estilo, tipografia)) if borrador else []
    arriba = _arriba(cosas, sobrante, membrete, estilo, tipografia, proporcion)
    abajo = _pie(cosas, sobrante, membrete, estilo, tipografia)
    return Encuadre(Trozo(0.0, tuple(cosas)), arriba, abajo - arriba, tuple(sobrante))


def numero_de_pagina(numero: int, total: int, estilo: Estilo, tipografia: Tipografia) -> Trozo:
    """«Página X de N», abajo a la derecha."""
    hoja, letra = estilo.hoja, estilo.membrete.pagina
    renglones = parte(tipografia, (Tramo(f"Página {numero} de {total}"),), letra, hoja.columna)
    y = hoja.alto - hoja.abajo - letra.renglon_mm
    return Trozo(0.0, tuple(textos(renglones, letra, hoja.margen, y, hoja.columna, "derecha")))


def _arriba(
    cosas: list[Cosa],
    sobrante: list[Parrafo],
    membrete: Membrete,
    estilo: Estilo,
    tipografia: Tipografia,
    proporcion: Callable[[str], float | None],
) -> float:
    """Agrega lo de arriba y devuelve dónde empieza el cuerpo."""
    hoja, aspecto = estilo.hoja, estilo.membrete
    y = hoja.arriba
    banda = _banda(cosas, sobrante, membrete, estilo, tipografia, proporcion)
    if banda:
        y += banda + aspecto.bajo_logos
        cosas.append(Raya(hoja.margen, y, hoja.ancho - hoja.margen, y, aspecto.grosor, GUINDA))
    if membrete.leyenda:
        y += aspecto.sobre_leyenda
        leyenda = _acotado(membrete.leyenda, aspecto.leyenda, hoja.columna, estilo, tipografia, sobrante)
        y += _pon(cosas, leyenda, aspecto.leyenda, hoja.margen, y, hoja.columna, "centro")
    return y + hoja.bajo_membrete


def _banda(
    cosas: list[Cosa],
    sobrante: list[Parrafo],
    membrete: Membrete,
    estilo: Estilo,
    tipografia: Tipografia,
    proporcion: Callable[[str], float | None],
) -> float:
    """Primer logotipo y administración a la izquierda, los demás a la derecha; devuelve el alto."""
    hoja, aspecto = estilo.hoja, estilo.membrete
    texto = "\n".join(membrete.administracion)
    entero = ancho_mm(parte(tipografia, (Tramo(texto),), aspecto.administracion, 1e6), aspecto.administracion)
    de_logos = max(hoja.columna - entero - _HOLGURA, hoja.columna * _LOGOS_AL_MENOS)
    de_logos = min(de_logos, hoja.columna * _LOGOS_A_LO_MAS)
    cajas = [_caja(logo, proporcion(logo.sha256), estilo) for logo in membrete.logos]
    cajas = _encoge(cajas, de_logos, aspecto.entre_logos)
    anchos = sum(ancho + aspecto.entre_logos for ancho, _ in cajas)
    sitio = hoja.columna - anchos
    renglones: Sequence[Renglon] = ()
    if texto.strip():
        renglones = _acotado(texto, aspecto.administracion, sitio, estilo, tipografia, sobrante)
    alto = max([len(renglones) * aspecto.administracion.renglon_mm, *(alto for _, alto in cajas)])
    primero = cajas[0][0] + aspecto.entre_logos if cajas else 0.0
    for logo, caja, x in zip(membrete.logos, cajas, _lados(cajas, estilo), strict=True):
        y = hoja.arriba + (alto - caja[1]) / 2
        cosas.extend(_logo(logo, x, y, caja, proporcion(logo.sha256), estilo, tipografia))
    if renglones:
        y = hoja.arriba + (alto - len(renglones) * aspecto.administracion.renglon_mm) / 2
        if cajas:
            x = hoja.margen + primero - aspecto.entre_logos / 2
            cosas.append(Raya(x, hoja.arriba + 1, x, hoja.arriba + alto - 1, aspecto.grosor_pie, GRIS_CLARO))
        _pon(cosas, renglones, aspecto.administracion, hoja.margen + primero, y, sitio, "izquierda")
    return alto


def _caja(logo: Imagen, proporcion: float | None, estilo: Estilo) -> tuple[float, float]:
    """Ancho y alto de un logotipo, dentro de lo que el membrete admite."""
    aspecto = estilo.membrete
    alto = min(max(logo.alto_mm, 1.0), aspecto.logo_alto_maximo)
    ancho = alto * (proporcion or _PROPORCION_DEL_HUECO)
    if ancho > aspecto.logo_ancho_maximo:
        return aspecto.logo_ancho_maximo, alto * aspecto.logo_ancho_maximo / ancho
    return ancho, alto


def _encoge(cajas: list[tuple[float, float]], total: float, entre: float) -> list[tuple[float, float]]:
    suma = sum(ancho for ancho, _ in cajas)
    sitio = max(total - entre * len(cajas), total / 2)
    escala = min(1.0, sitio / suma) if suma else 1.0
    return [(ancho * escala, alto * escala) for ancho, alto in cajas]


def _lados(cajas: list[tuple[float, float]], estilo: Estilo) -> list[float]:
    """El primero al margen izquierdo; los demás, pegados al derecho."""
    lados: list[float] = []
    x = estilo.hoja.ancho - estilo.hoja.margen
    for ancho, _ in reversed(cajas[1:]):
        lados.insert(0, x - ancho)
        x -= ancho + estilo.membrete.entre_logos
    return [estilo.hoja.margen, *lados][: len(cajas)]


def _logo(
    logo: Imagen,
    x: float,
    y: float,
    caja: tuple[float, float],
    proporcion: float | None,
    estilo: Estilo,
    tipografia: Tipografia,
) -> Iterator[Cosa]:
    """El logotipo o, si no se entiende, su hueco con el texto alternativo."""
    ancho, alto = caja
    if proporcion is not None:
        yield Estampa(x, y, ancho, alto, logo.sha256)
        return
    letra = estilo.membrete.alternativo
    renglones = parte(tipografia, (Tramo(logo.alternativo),), letra, ancho - 2)
    renglones = renglones[: max(int(alto / letra.renglon_mm), 1)]
    yield Marco(x, y, ancho, alto, estilo.membrete.grosor_pie, GRIS_CLARO)
    arriba = y + (alto - len(renglones) * letra.renglon_mm) / 2
    yield from textos(renglones, letra, x + 1, arriba, ancho - 2, "centro")


def _pie(
    cosas: list[Cosa], sobrante: list[Parrafo], membrete: Membrete, estilo: Estilo, tipografia: Tipografia
) -> float:
    """Agrega el pie y devuelve dónde acaba el cuerpo."""
    hoja, aspecto = estilo.hoja, estilo.membrete
    renglones: Sequence[Renglon] = ()
    if membrete.pie:
        renglones = _acotado(membrete.pie, aspecto.pie, aspecto.pie_ancho, estilo, tipografia, sobrante)
    alto = max(len(renglones) * aspecto.pie.renglon_mm, aspecto.pagina.renglon_mm)
    y = hoja.alto - hoja.abajo - alto
    x = (hoja.ancho - aspecto.pie_ancho) / 2
    _pon(cosas, renglones, aspecto.pie, x, y, aspecto.pie_ancho, "centro")
    raya = y - aspecto.sobre_pie
    cosas.append(Raya(hoja.margen, raya, hoja.ancho - hoja.margen, raya, aspecto.grosor_pie, GRIS_CLARO))
    return raya - hoja.sobre_pie


def _acotado(
    texto: str,
    letra: Letra,
    ancho: float,
    estilo: Estilo,
    tipografia: Tipografia,
    sobrante: list[Parrafo],
) -> Sequence[Renglon]:
    """Los renglones que caben en el membrete; si no caben todos, el texto entero pasa a `sobrante`."""
    renglones = parte(tipografia, (Tramo(texto),), letra, ancho)
    if len(renglones) > estilo.membrete.renglones_maximos:
        sobrante.append(Parrafo((Tramo(texto),), alineacion="izquierda"))
    return renglones[: estilo.membrete.renglones_maximos]


def _pon(
    cosas: list[Cosa],
    renglones: Sequence[Renglon],
    letra: Letra,
    x: float,
    y: float,
    ancho: float,
    alineacion: Alineacion,
) -> float:
    cosas.extend(textos(renglones, letra, x, y, ancho, alineacion))
    return len(renglones) * letra.renglon_mm


def _borrador(estilo: Estilo, tipografia: Tipografia) -> Iterator[Texto]:
    """La palabra BORRADOR cruzando la hoja, en gris liso: sin transparencias."""
    letra = Letra(112, 1.0, negrita=True, color=GRIS_BORRADOR)
    (renglon,) = parte(tipografia, (Tramo("BORRADOR"),), letra, 1000.0)
    mitad = ancho_mm((renglon,), letra) / 2
    # A 45° la mitad de la palabra ocupa lo mismo hacia la izquierda que hacia abajo.
    desde = mitad * 0.5**0.5
    media_altura = 0.35 * letra.puntos * MM_POR_PUNTO * 0.5**0.5
    yield Texto(
        estilo.hoja.ancho / 2 - desde + media_altura,
        estilo.hoja.alto / 2 + desde + media_altura,
        letra.puntos,
        letra.color,
        renglon,
        grados=45.0,
    )
