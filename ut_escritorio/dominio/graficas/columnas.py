"""Dónde va cada trazo de una gráfica de meses: barras que suben, enteras o partidas."""

from __future__ import annotations

from collections.abc import Iterator

from ut_escritorio.dominio.graficas.grafica import Barra, Grafica
from ut_escritorio.dominio.graficas.tramas import con_su_trama
from ut_escritorio.dominio.graficas.trazos import (
    Caja,
    Dibujo,
    Letras,
    Linea,
    Medidas,
    Sitio,
    Trazo,
    que_quepa,
)
from ut_escritorio.dominio.plan.cifras import Numero

SOBRE = 1.25
"""Los renglones que se dejan arriba de las barras, para su número, y abajo, para su rótulo."""
_HUECO, _AL_LADO, _PASO_DE_TRAMA = 0.35, 0.25, 0.28
_MIL = 1000


def en_columnas(grafica: Grafica, ancho: float, alto: float, medidas: Medidas) -> Dibujo:
    """Las barras repartidas en ese lienzo; lo más alto, ahora o antes, llega arriba.

    Un mes sin dato no tiene alto ni número; un cero no tiene alto, pero sí su 0.
    """
    de_series = SOBRE * medidas.renglon if grafica.series else 0.0
    sitios = _sitios(grafica, ancho, alto, de_series + SOBRE * medidas.renglon, SOBRE * medidas.renglon)
    base = alto - SOBRE * medidas.renglon
    trazos = [
        *(_series(grafica, ancho, medidas) if grafica.series else ()),
        *(
            t
            for barra, sitio in zip(grafica.barras, sitios, strict=True)
            for t in _barra(barra, sitio, medidas)
        ),
        Linea(0.0, base, ancho, base, "base"),
        *_letras(grafica, sitios, ancho, alto, medidas),
    ]
    return Dibujo(tuple(trazos), tuple(sitios))


def _sitios(grafica: Grafica, ancho: float, alto: float, arriba: float, abajo: float) -> list[Sitio]:
    numeros = [n for barra in grafica.barras for n in (_altura(barra), barra.antes) if n]
    mayor = float(max(numeros, default=1))
    paso, util = ancho / max(1, len(grafica.barras)), max(1.0, alto - arriba - abajo)
    sitios: list[Sitio] = []
    for numero, barra in enumerate(grafica.barras):
        suyo, de_antes = (util * max(0.0, float(n or 0)) / mayor for n in (_altura(barra), barra.antes))
        x = numero * paso + paso * _HUECO / 2
        sitios.append(Sitio(x, alto - abajo - suyo, paso * (1 - _HUECO), suyo, de_antes))
    return sitios


def _altura(barra: Barra) -> Numero | None:
    """Lo que vale o, si de sus partes se sabe más, lo que suman."""
    if not barra.partes:
        return barra.valor
    return max((barra.valor or 0, sum(parte or 0 for parte in barra.partes)))


def _barra(barra: Barra, sitio: Sitio, medidas: Medidas) -> Iterator[Trazo]:
    if barra.partes:
        yield from _partida(barra, sitio, medidas)
    elif sitio.alto:
        yield Caja(sitio.x, sitio.y, sitio.ancho, sitio.alto, "llena")
    if barra.antes is not None:
        lado = _AL_LADO * medidas.renglon
        yield Caja(
            sitio.x - lado, sitio.base - sitio.alto_de_antes, sitio.ancho + 2 * lado, sitio.alto_de_antes,
            "contorno",
        )  # fmt: skip


def _partida(barra: Barra, sitio: Sitio, medidas: Medidas) -> Iterator[Trazo]:
    """Una parte sobre otra, de abajo hacia arriba, con su número donde cabe."""
    entera, y = _altura(barra), sitio.base
    for serie, parte in enumerate(barra.partes):
        if not parte or not entera:
            continue
        alto = sitio.alto * float(parte) / float(entera)
        y -= alto
        yield from con_su_trama(serie, sitio.x, y, sitio.ancho, alto, _PASO_DE_TRAMA * medidas.renglon)
        if alto >= medidas.renglon and (dicho := numero_que_quepa(parte, sitio.ancho, medidas)):
            como = "sobre trama" if serie else "sobre lleno"
            yield Letras(sitio.x, y + (alto - medidas.renglon) / 2, sitio.ancho, dicho, como=como)


def _letras(
    grafica: Grafica, sitios: list[Sitio], ancho: float, alto: float, medidas: Medidas
) -> Iterator[Letras]:
    """El número sobre cada barra y el rótulo debajo, en lo que a cada una le toca."""
    paso = ancho / max(1, len(sitios))
    for numero, (barra, sitio) in enumerate(zip(grafica.barras, sitios, strict=True)):
        x, arriba = numero * paso, sitio.arriba - SOBRE * medidas.renglon
        if barra.valor is not None and (dicho := numero_que_quepa(barra.valor, paso, medidas)):
            yield Letras(x, arriba, paso, dicho)
        rotulo = barra.rotulo if medidas.ancho_de(barra.rotulo) <= paso else barra.rotulo[:1]
        yield Letras(x, alto - (SOBRE - 0.1) * medidas.renglon, paso, rotulo, como="tenue")


def numero_que_quepa(numero: Numero, ancho: float, medidas: Medidas) -> str:
    """Con sus miles o, si así no cabe, en miles o en millones; vacío si de ningún modo."""
    de_miles = [(f"{numero / _MIL**n:,.0f} {cual}", _MIL**n) for n, cual in ((1, "mil"), (2, "M"))]
    dichos = [f"{numero:,}", *(dicho for dicho, desde in de_miles if abs(numero) >= desde)]
    return next((dicho for dicho in dichos if medidas.ancho_de(dicho) <= ancho), "")


def _series(grafica: Grafica, ancho: float, medidas: Medidas) -> Iterator[Trazo]:
    """Arriba, la trama de cada serie junto a su nombre."""
    renglon, toca = medidas.renglon, ancho / len(grafica.series)
    lado = 0.8 * renglon
    for serie, nombre in enumerate(grafica.series):
        x = serie * toca
        yield from con_su_trama(serie, x, 0.1 * renglon, lado, lado, _PASO_DE_TRAMA * renglon)
        sobra = toca - lado - renglon
        yield Letras(x + lado + 0.4 * renglon, 0.0, sobra, que_quepa(nombre, sobra, medidas), "izquierda")
