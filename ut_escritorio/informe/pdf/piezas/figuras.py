"""Mide las figuras: una hilera nunca se parte, y la que llena la hoja toma lo que quede de ella."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.informe.claves import clave_de
from ut_escritorio.informe.documento import Figura, Figuras, Tramo
from ut_escritorio.informe.estilo import GRIS_CLARO, Estilo, EstiloFiguras
from ut_escritorio.informe.pdf.etiquetas.etiqueta import Etiqueta
from ut_escritorio.informe.pdf.etiquetas.guion import Guion
from ut_escritorio.informe.pdf.papel.hoja import Cosa, Estampa, Linea, Marco, Trozo
from ut_escritorio.informe.pdf.papel.lineas import parte, textos
from ut_escritorio.informe.pdf.papel.tipografia import Tipografia
from ut_escritorio.informe.pdf.piezas.pieza import Pieza, PiezaEntera

Proporcion = Callable[[str], float | None]
_SIN_LEERSE = 1.5  # ancho entre alto del lugar de la que no se entiende


@congelado
class _Medida:
    """Una figura medida: lo que la dibuja, y su pie ya partido en líneas."""

    clave: str
    proporcion: float | None
    etiqueta: Etiqueta
    pie: Sequence[Linea]
    del_pie: Etiqueta | None
    en_vez: Sequence[Linea]
    origen: str


def piezas_de_figuras(
    bloque: Figuras,
    estilo: Estilo,
    entera: float,
    tipografia: Tipografia,
    proporcion: Proporcion,
    guion: Guion,
) -> tuple[Pieza, ...]:
    """Una por hilera."""
    aspecto = estilo.figuras
    caja = aspecto.cajas[bloque.tamano]
    ancho = (estilo.hoja.columna - aspecto.entre * (caja.columnas - 1)) / caja.columnas
    medidas = [_medida(figura, ancho, aspecto, tipografia, proporcion, guion) for figura in bloque.figuras]
    hileras = [medidas[n : n + caja.columnas] for n in range(0, len(medidas), caja.columnas)]
    if bloque.tamano == "hoja":
        minimo = entera * aspecto.minimo
        return tuple(_QueLlena(hilera[0], ancho, minimo, aspecto) for hilera in hileras)
    alto, paso = entera * caja.alto, ancho + aspecto.entre
    return tuple(
        PiezaEntera(
            _trozo(hilera, ancho, alto, aspecto, (caja.columnas - len(hilera)) * paso / 2), aspecto.antes_mm
        )
        for hilera in hileras
    )


def _medida(
    figura: Figura,
    ancho: float,
    aspecto: EstiloFiguras,
    tipografia: Tipografia,
    proporcion: Proporcion,
    guion: Guion,
) -> _Medida:
    clave = clave_de(figura.sha256, figura.hoja)
    suya = proporcion(clave)
    pie = parte(tipografia, (Tramo(figura.pie),), aspecto.pie, ancho) if figura.pie else ()
    etiqueta, del_pie = guion.figura(figura.alternativo, bool(pie), suya is not None)
    en_vez = parte(tipografia, (Tramo(figura.alternativo),), aspecto.pie, ancho - 4) if suya is None else ()
    return _Medida(clave, suya, etiqueta, pie, del_pie, en_vez, figura.origen)


def _trozo(
    hilera: Sequence[_Medida], ancho: float, alto: float, aspecto: EstiloFiguras, desde: float = 0.0
) -> Trozo:
    """Las de una hilera, cada una al centro de su lugar y con su pie debajo; `desde`: dónde empieza."""
    cosas: list[Cosa] = []
    ocupa = 0.0
    for columna, medida in enumerate(hilera):
        x = desde + columna * (ancho + aspecto.entre)
        del_pie = len(medida.pie) * aspecto.pie.linea_mm + (aspecto.sobre_pie if medida.pie else 0.0)
        suyo, suyo_alto = dentro(medida.proporcion, ancho, max(alto - del_pie, alto / 2))
        cosas += _dibujo(medida, x + (ancho - suyo) / 2, suyo, suyo_alto, aspecto)
        y = suyo_alto + aspecto.sobre_pie
        cosas += textos(medida.pie, aspecto.pie, x, y, ancho, "centro", medida.del_pie)
        ocupa = max(ocupa, suyo_alto + del_pie)
    return Trozo(ocupa, tuple(cosas), tuple(medida.origen for medida in hilera))


def dentro(proporcion: float | None, ancho: float, alto: float) -> tuple[float, float]:
    """Lo más grande que cabe sin deformarse."""
    suya = proporcion or _SIN_LEERSE
    return (ancho, ancho / suya) if ancho / suya <= alto else (alto * suya, alto)


def _dibujo(medida: _Medida, x: float, ancho: float, alto: float, aspecto: EstiloFiguras) -> Iterator[Cosa]:
    """La figura o, si no se entiende, un marco que dice lo que era."""
    if medida.proporcion is not None:
        yield Estampa(x, 0.0, ancho, alto, medida.clave, medida.etiqueta)
        return
    yield Marco(x, 0.0, ancho, alto, aspecto.grosor, GRIS_CLARO)
    yield from textos(medida.en_vez, aspecto.pie, x + 2, 2.0, ancho - 4, "izquierda", medida.etiqueta)


@congelado
class _QueLlena:
    """Una figura que toma lo que queda de la hoja, si es bastante."""

    medida: _Medida
    ancho: float
    al_menos: float
    aspecto: EstiloFiguras
    antes: float = 2.0

    @property
    def alto(self) -> float:
        """Lo menos que ocupa: lo demás lo dice la hoja."""
        return self.al_menos

    def minimo(self, entera: float) -> float:
        """Lo que pide para no irse a otra hoja."""
        return self.al_menos

    def corta(self, disponible: float, limpia: bool) -> tuple[Trozo | None, Pieza | None]:
        """Entera o nada."""
        if disponible < self.al_menos and not limpia:
            return None, self
        return _trozo((self.medida,), self.ancho, disponible, self.aspecto), None
