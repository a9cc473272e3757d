"""Dónde va cada trazo de una gráfica de metas: una barra por renglón, con la marca de lo programado."""

from __future__ import annotations

from collections.abc import Iterator

from ut_escritorio.dominio.graficas.grafica import Barra, Grafica
from ut_escritorio.dominio.graficas.trazos import Caja, Dibujo, Letras, Medidas, Sitio, Trazo, que_quepa

RENGLON = 1.7
"""Lo que mide cada barra con su aire, en renglones de letra."""
_HOLGURA = 1e-6
_DEL_NOMBRE, _DEL_NUMERO, _GRUESO, _CIEN = 0.4, 0.2, 0.9, 100.0


def en_renglones(
    grafica: Grafica, ancho: float, alto: float, medidas: Medidas, elegida: int | None = None
) -> Dibujo:
    """Las que quepan sin encogerse, y entre ellas la elegida; de las demás se dice cuántas son."""
    todas = len(grafica.barras)
    cabe = max(1, int(alto / (RENGLON * medidas.renglon) + _HOLGURA))
    ven = todas if todas <= cabe else max(1, cabe - 1)
    desde = min(max(0, (elegida or 0) - ven + 1), todas - ven)
    # El alto que sobre se reparte, sin que una sola barra llene el lienzo.
    paso = min(alto / max(1, ven + (ven < todas)), 2 * RENGLON * medidas.renglon)
    mayor = max([_CIEN, *(float(n) for b in grafica.barras for n in (b.valor, b.antes) if n)])
    sitios: list[Sitio | None] = [None] * todas
    trazos: list[Trazo] = []
    for renglon, numero in enumerate(range(desde, desde + ven)):
        barra = grafica.barras[numero]
        sitio = sitios[numero] = _sitio(barra, renglon * paso, paso, ancho, mayor)
        trazos += _renglon(grafica, barra, sitio, paso, ancho, mayor, medidas)
    if ven < todas:
        trazos.append(Letras(0.0, ven * paso, ancho, f"y otras {todas - ven}", "izquierda", "tenue"))
    return Dibujo(tuple(trazos), tuple(sitios))


def _sitio(barra: Barra, y: float, paso: float, ancho: float, mayor: float) -> Sitio:
    largo = _largo(ancho) * max(0.0, float(barra.valor or 0)) / mayor
    return Sitio(ancho * _DEL_NOMBRE, y, largo, paso)


def _largo(ancho: float) -> float:
    return ancho * (1 - _DEL_NOMBRE - _DEL_NUMERO)


def _renglon(
    grafica: Grafica, barra: Barra, sitio: Sitio, paso: float, ancho: float, mayor: float, medidas: Medidas
) -> Iterator[Trazo]:
    grueso = _GRUESO * medidas.renglon
    y, letras = sitio.y + (paso - grueso) / 2, sitio.y + (paso - medidas.renglon) / 2
    del_nombre = ancho * _DEL_NOMBRE - 0.5 * medidas.renglon
    yield Letras(0.0, letras, del_nombre, que_quepa(barra.rotulo, del_nombre, medidas), "izquierda")
    yield Caja(sitio.x, y, _largo(ancho), grueso, "clara")
    if sitio.ancho:
        yield Caja(sitio.x, y, sitio.ancho, grueso, "llena")
    if barra.antes is not None:
        marca = sitio.x + _largo(ancho) * max(0.0, float(barra.antes)) / mayor
        ancha = 0.2 * medidas.renglon
        yield Caja(marca - ancha / 2, y - 0.25 * grueso, ancha, 1.5 * grueso, "marca")
    dicho, del_numero = _dicho(grafica, barra), ancho * _DEL_NUMERO - 0.5 * medidas.renglon
    yield Letras(
        ancho * (1 - _DEL_NUMERO),
        letras,
        ancho * _DEL_NUMERO,
        que_quepa(dicho, del_numero, medidas),
        "derecha",
    )


def _dicho(grafica: Grafica, barra: Barra) -> str:
    """«20 de 30 %», «30 %, sin meta», «sin dato»."""
    if barra.valor is None:
        return "sin dato"
    if barra.antes is None:
        return f"{grafica.escrito(barra.valor)}, sin meta"
    return f"{barra.valor:,} de {grafica.escrito(barra.antes)}"
