"""Mide los bloques de firma: lado a lado, con la raya de todos a la misma altura."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

from ut_escritorio.informe.documento import Firma, Firmas, Tramo
from ut_escritorio.informe.estilo import Estilo, EstiloFirmas, Letra
from ut_escritorio.informe.pdf.etiquetas.etiqueta import Etiqueta
from ut_escritorio.informe.pdf.etiquetas.guion import DeFirma, Guion
from ut_escritorio.informe.pdf.papel.hoja import Cosa, Raya, Trozo
from ut_escritorio.informe.pdf.papel.lineas import parte, parte_parejo, textos
from ut_escritorio.informe.pdf.papel.tipografia import Tipografia
from ut_escritorio.informe.pdf.piezas.pieza import Pieza, PiezaDeLineas, PiezaEntera

_Alguna = TypeVar("_Alguna")


class _Renglon(NamedTuple):
    texto: str
    etiqueta: Etiqueta


class _Firma(NamedTuple):
    rotulo: _Renglon
    nombre: _Renglon
    cargo: _Renglon


class _Bloque(NamedTuple):
    """Un bloque de firmas con la etiqueta de cada uno de sus textos."""

    antes: Sequence[_Renglon]
    firmas: Sequence[_Firma]
    origen: str


def piezas_de_firmas(
    firmas: Firmas, estilo: Estilo, entera: float, tipografia: Tipografia, guion: Guion
) -> tuple[Pieza, ...]:
    """Una pieza que no se parte; si no cabe ni en una página limpia, líneas que sí se parten."""
    bloque = _bloque(firmas, guion)
    trozo = _trozo(bloque, estilo, tipografia)
    if trozo.alto <= entera:
        return (PiezaEntera(trozo, estilo.firmas.antes_mm),)
    return tuple(_en_lineas(bloque, estilo, tipografia))


def _bloque(firmas: Firmas, guion: Guion) -> _Bloque:
    antes, suyas = guion.firmas(firmas)
    return _Bloque(
        [_Renglon(texto, etiqueta) for texto, etiqueta in zip(firmas.antes, antes, strict=True)],
        [_firma(firma, etiquetas) for firma, etiquetas in zip(firmas.firmas, suyas, strict=True)],
        firmas.origen,
    )


def _firma(firma: Firma, etiquetas: DeFirma) -> _Firma:
    return _Firma(
        _Renglon(firma.rotulo, etiquetas.rotulo),
        _Renglon(firma.nombre, etiquetas.nombre),
        _Renglon(firma.cargo, etiquetas.cargo),
    )


def _trozo(firmas: _Bloque, estilo: Estilo, tipografia: Tipografia) -> Trozo:
    cosas: list[Cosa] = []
    y = 0.0
    for renglon in firmas.antes:
        y += _pon(cosas, renglon, estilo.firmas.antes_de_firmas, 0.0, estilo.hoja.columna, y, tipografia)
    for numero, fila in enumerate(en_filas(firmas.firmas)):
        y += (estilo.firmas.entre_filas if numero else 0.0) + (2.0 if firmas.antes and not numero else 0.0)
        y += _pon_fila(cosas, fila, y, estilo, tipografia)
    return Trozo(y, tuple(cosas), (firmas.origen,))


def en_filas(firmas: Sequence[_Alguna]) -> Iterator[Sequence[_Alguna]]:
    """De dos en dos; tres caben juntas."""
    por_fila = 3 if len(firmas) == 3 else 2
    for desde in range(0, len(firmas), por_fila):
        yield firmas[desde : desde + por_fila]


def _pon_fila(
    cosas: list[Cosa], fila: Sequence[_Firma], y: float, estilo: Estilo, tipografia: Tipografia
) -> float:
    """Agrega una fila de firmas y devuelve su alto."""
    aspecto = estilo.firmas
    sitio = estilo.hoja.columna / len(fila)
    ancho = min(aspecto.ancho, sitio - 6.0)
    lados = [sitio * (numero + 0.5) - ancho / 2 for numero in range(len(fila))]
    rotulos = [
        _pon(cosas, firma.rotulo, aspecto.rotulo, x, ancho, y, tipografia) if firma.rotulo.texto else 0.0
        for firma, x in zip(fila, lados, strict=True)
    ]
    raya = max(rotulos) + aspecto.espacio
    pies = [
        _pon_nombre(cosas, firma, x, ancho, y + raya, aspecto, tipografia)
        for firma, x in zip(fila, lados, strict=True)
    ]
    return raya + max(pies)


def _pon_nombre(
    cosas: list[Cosa],
    firma: _Firma,
    x: float,
    ancho: float,
    y: float,
    aspecto: EstiloFirmas,
    tipografia: Tipografia,
) -> float:
    largo = min(aspecto.raya, ancho)
    centro = x + ancho / 2
    cosas.append(Raya(centro - largo / 2, y, centro + largo / 2, y, aspecto.grosor, aspecto.nombre.color))
    alto = aspecto.tras_raya
    alto += _pon(cosas, firma.nombre, aspecto.nombre, x, ancho, y + alto, tipografia)
    return alto + _pon(cosas, firma.cargo, aspecto.cargo, x, ancho, y + alto, tipografia)


def _pon(
    cosas: list[Cosa],
    renglon: _Renglon,
    letra: Letra,
    x: float,
    ancho: float,
    y: float,
    tipografia: Tipografia,
) -> float:
    """Agrega un texto centrado y devuelve su alto."""
    lineas = parte_parejo(tipografia, (Tramo(renglon.texto),), letra, ancho)
    cosas.extend(textos(lineas, letra, x, y, ancho, "centro", renglon.etiqueta))
    return len(lineas) * letra.linea_mm


def _en_lineas(firmas: _Bloque, estilo: Estilo, tipografia: Tipografia) -> Iterator[PiezaDeLineas]:
    """Las firmas como líneas seguidas, para textos que no caben en una página."""
    aspecto, columna = estilo.firmas, estilo.hoja.columna
    seguidos = [(renglon, aspecto.antes_de_firmas, 0.0) for renglon in firmas.antes]
    for firma in firmas.firmas:
        seguidos.append((firma.rotulo, aspecto.rotulo, aspecto.entre_filas))
        seguidos.append((firma.nombre, aspecto.nombre, aspecto.espacio))
        seguidos.append((firma.cargo, aspecto.cargo, 0.0))
    origenes = (firmas.origen,)  # están donde empieza la primera
    for renglon, letra, antes in seguidos:
        lineas = parte(tipografia, (Tramo(renglon.texto),), letra, columna)
        yield PiezaDeLineas(
            lineas, letra, 0.0, columna, "centro", antes, origenes=origenes, etiqueta=renglon.etiqueta
        )
