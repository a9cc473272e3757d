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
    Color,
    Estilo,
    EstiloMembrete,
    Hoja,
    Letra,
)
from ut_escritorio.informe.pdf.papel.hoja import Contorno, Cosa, Estampa, Linea, Marco, Raya, Texto, Trozo
from ut_escritorio.informe.pdf.papel.lineas import ancho_mm, parte, textos
from ut_escritorio.informe.pdf.papel.tipografia import Tipografia

# Ancho entre alto de lo que deja en blanco un logotipo que no se entiende.
_PROPORCION_SIN_LOGO = 2.0
# La parte de la hoja que ocupan los logotipos: se encogen hasta que la administración quepa entera.
_LOGOS_AL_MENOS, _LOGOS_A_LO_MAS = 0.6, 0.75
_ORILLA = 0.3  # mm: de BORRADOR encima de una figura
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
    hoja: Hoja


def encuadra(
    membrete: Membrete,
    estilo: Estilo,
    tipografia: Tipografia,
    proporcion: Callable[[str], float | None],
    borrador: bool,
) -> Encuadre:
    """Mide el membrete. `proporcion` da el ancho entre alto de un logotipo, o `None` si no se lee."""
    trazo = _Trazo(membrete, estilo, tipografia, proporcion)
    if borrador:
        trazo.cosas.append(_borrador(estilo.hoja, tipografia, GRIS_BORRADOR))
    arriba, abajo = trazo.arriba(), trazo.abajo()
    trozo, sobrante = Trozo(0.0, tuple(trazo.cosas)), tuple(trazo.sobrante)
    return Encuadre(trozo, arriba, abajo - arriba, sobrante, estilo.hoja)


def numero_de_pagina(
    numero: int, total: int, hoja: Hoja, aspecto: EstiloMembrete, tipografia: Tipografia
) -> Trozo:
    """«Página X de N», abajo a la derecha."""
    letra = aspecto.pagina
    lineas = parte(tipografia, (Tramo(f"Página {numero} de {total}"),), letra, hoja.columna)
    y = hoja.alto - hoja.abajo - letra.linea_mm
    return Trozo(0.0, tuple(textos(lineas, letra, hoja.margen, y, hoja.columna, "derecha")))


class _Trazo:
    """El membrete mientras se mide: lo que ya se puso en `cosas` y los textos que no cupieron."""

    def __init__(
        self,
        membrete: Membrete,
        estilo: Estilo,
        tipografia: Tipografia,
        proporcion: Callable[[str], float | None],
    ) -> None:
        self.membrete, self.estilo, self.tipografia = membrete, estilo, tipografia
        self.proporcion = proporcion
        self.hoja, self.aspecto = estilo.hoja, estilo.membrete
        self.cosas: list[Cosa] = []
        self.sobrante: list[Parrafo] = []

    def arriba(self) -> float:
        """Agrega lo de arriba y devuelve dónde empieza el cuerpo."""
        hoja, aspecto = self.hoja, self.aspecto
        y = hoja.arriba
        if banda := self._banda():
            y += banda + aspecto.bajo_logos
            self._raya(y, aspecto.grosor, GUINDA)
        if self.membrete.leyenda:
            y += aspecto.sobre_leyenda
            leyenda = self._acotado(self.membrete.leyenda, aspecto.leyenda, hoja.columna)
            self._pon(leyenda, aspecto.leyenda, hoja.margen, y, hoja.columna, "centro")
            y += len(leyenda) * aspecto.leyenda.linea_mm
        return y + hoja.bajo_membrete

    def abajo(self) -> float:
        """Agrega el pie y devuelve dónde acaba el cuerpo."""
        hoja, aspecto = self.hoja, self.aspecto
        pie = self._acotado(self.membrete.pie, aspecto.pie, aspecto.pie_ancho)
        alto = max(len(pie) * aspecto.pie.linea_mm, aspecto.pagina.linea_mm)
        y = hoja.alto - hoja.abajo - alto
        self._pon(pie, aspecto.pie, (hoja.ancho - aspecto.pie_ancho) / 2, y, aspecto.pie_ancho, "centro")
        raya = y - aspecto.sobre_pie
        self._raya(raya, aspecto.grosor_pie, GRIS_CLARO)
        return raya - hoja.sobre_pie

    def _banda(self) -> float:
        """Primer logotipo y administración a la izquierda, los demás a la derecha; devuelve el alto."""
        hoja, letra = self.hoja, self.aspecto.administracion
        cajas = cajas_de_logos(self.membrete, self.estilo, self.tipografia, self.proporcion)
        sitio = hoja.columna - sum(ancho + self.aspecto.entre_logos for ancho, _ in cajas)
        lineas = self._acotado("\n".join(self.membrete.administracion), letra, sitio)
        alto_del_texto = len(lineas) * letra.linea_mm
        alto = max([alto_del_texto, *(alto for _, alto in cajas)])
        for logo, caja, x in zip(self.membrete.logos, cajas, _lados(cajas, self.estilo), strict=True):
            y = hoja.arriba + (alto - caja[1]) / 2
            forma = self.proporcion(logo.sha256)
            self.cosas.extend(_logo(logo, x, y, caja, forma, self.estilo, self.tipografia))
        if lineas:
            x = hoja.margen + (cajas[0][0] + self.aspecto.entre_logos if cajas else 0.0)
            self._separa(x, alto, cajas)
            self._pon(lineas, letra, x, hoja.arriba + (alto - alto_del_texto) / 2, sitio, "izquierda")
        return alto

    def _separa(self, x: float, alto: float, cajas: list[tuple[float, float]]) -> None:
        """La raya entre el primer logotipo y la administración."""
        if cajas:
            x -= self.aspecto.entre_logos / 2
            desde, hasta = self.hoja.arriba + 1, self.hoja.arriba + alto - 1
            self.cosas.append(Raya(x, desde, x, hasta, self.aspecto.grosor_pie, GRIS_CLARO))

    def _raya(self, y: float, grosor: float, color: Color) -> None:
        self.cosas.append(Raya(self.hoja.margen, y, self.hoja.ancho - self.hoja.margen, y, grosor, color))

    def _acotado(self, texto: str, letra: Letra, ancho: float) -> Sequence[Linea]:
        """Las líneas que caben; si no caben todas, el texto entero pasa a `sobrante`."""
        if not texto.strip():
            return ()
        lineas = parte(self.tipografia, (Tramo(texto),), letra, ancho)
        if len(lineas) > self.aspecto.lineas_maximas:
            self.sobrante.append(Parrafo((Tramo(texto),), alineacion="izquierda"))
        return lineas[: self.aspecto.lineas_maximas]

    def _pon(
        self,
        lineas: Sequence[Linea],
        letra: Letra,
        x: float,
        y: float,
        ancho: float,
        alineacion: Alineacion,
    ) -> None:
        self.cosas.extend(textos(lineas, letra, x, y, ancho, alineacion))


def cajas_de_logos(
    membrete: Membrete, estilo: Estilo, tipografia: Tipografia, proporcion: Callable[[str], float | None]
) -> list[tuple[float, float]]:
    """Lo que mide cada logotipo: se encogen hasta que la administración quepa en sus líneas."""
    letra, columna = estilo.membrete.administracion, estilo.hoja.columna
    texto = Tramo("\n".join(membrete.administracion))
    entero = ancho_mm(parte(tipografia, (texto,), letra, 1e6), letra)
    de_logos = max(columna - entero - _HOLGURA, columna * _LOGOS_AL_MENOS)
    cajas = [_caja(logo, proporcion(logo.sha256), estilo) for logo in membrete.logos]
    return _encoge(cajas, min(de_logos, columna * _LOGOS_A_LO_MAS), estilo.membrete.entre_logos)


def _caja(logo: Imagen, proporcion: float | None, estilo: Estilo) -> tuple[float, float]:
    """Ancho y alto de un logotipo, dentro de lo que el membrete admite."""
    aspecto = estilo.membrete
    alto = min(max(logo.alto_mm, 1.0), aspecto.logo_alto_maximo)
    ancho = alto * (proporcion or _PROPORCION_SIN_LOGO)
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
    """El logotipo o, si no se entiende, lo que ocuparía con el texto alternativo."""
    ancho, alto = caja
    if proporcion is not None:
        yield Estampa(x, y, ancho, alto, logo.sha256)
        return
    letra = estilo.membrete.alternativo
    lineas = parte(tipografia, (Tramo(logo.alternativo),), letra, ancho - 2)
    lineas = lineas[: max(int(alto / letra.linea_mm), 1)]
    yield Marco(x, y, ancho, alto, estilo.membrete.grosor_pie, GRIS_CLARO)
    arriba = y + (alto - len(lineas) * letra.linea_mm) / 2
    yield from textos(lineas, letra, x + 1, arriba, ancho - 2, "centro")


def borrador_encima(hoja: Hoja, tipografia: Tipografia) -> Contorno:
    """La misma palabra, solo su orilla: en la hoja que una figura llena, la de atrás no se ve."""
    return Contorno(_borrador(hoja, tipografia, GRIS_CLARO), _ORILLA)


def _borrador(hoja: Hoja, tipografia: Tipografia, color: Color) -> Texto:
    """La palabra BORRADOR cruzando la hoja, en gris liso: sin transparencias."""
    letra = Letra(112, 1.0, negrita=True, color=color)
    (linea,) = parte(tipografia, (Tramo("BORRADOR"),), letra, 1000.0)
    mitad = ancho_mm((linea,), letra) / 2
    # A 45° la mitad de la palabra ocupa lo mismo hacia la izquierda que hacia abajo.
    desde = mitad * 0.5**0.5
    media_altura = 0.35 * letra.puntos * MM_POR_PUNTO * 0.5**0.5
    return Texto(
        hoja.ancho / 2 - desde + media_altura,
        hoja.alto / 2 + desde + media_altura,
        letra.puntos,
        letra.color,
        linea,
        grados=45.0,
    )
