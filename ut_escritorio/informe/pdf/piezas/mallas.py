"""Las filas ya medidas de un cuadro: qué alto tienen, por dónde se cortan y cómo se dibujan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.informe.documento import Celda
from ut_escritorio.informe.estilo import EstiloTabla, Letra
from ut_escritorio.informe.pdf.etiquetas.etiqueta import Etiqueta
from ut_escritorio.informe.pdf.papel.hoja import Cosa, Linea, Mancha, Marco
from ut_escritorio.informe.pdf.papel.lineas import ancho_mm, textos, textos_girados


@dataclass(frozen=True, slots=True)
class CeldaMedida:
    """Una celda en su lugar de la malla, con su texto ya en líneas."""

    celda: Celda
    fila: int
    filas: int
    x: float
    ancho: float
    lineas: tuple[Linea, ...]
    letra: Letra
    girada: bool = False
    etiqueta: Etiqueta | None = None

    @property
    def alto_de_texto(self) -> float:
        """Lo que su texto ocupa hacia abajo."""
        if self.girada:
            return ancho_mm(self.lineas, self.letra)
        return len(self.lineas) * self.letra.linea_mm

    @property
    def termina(self) -> int:
        """La fila que sigue a la última que abarca."""
        return self.fila + self.filas


@congelado
class Malla:
    """Filas de celdas medidas y el alto de cada una."""

    celdas: tuple[CeldaMedida, ...]
    altos: tuple[float, ...]

    @property
    def alto(self) -> float:
        """Lo que ocupa entera."""
        return sum(self.altos)


def solo_adorno(malla: Malla) -> Malla:
    """La misma, que se ve y no se lee: ya se leyó en otra hoja."""
    return replace(malla, celdas=tuple(replace(medida, etiqueta=None) for medida in malla.celdas))


def malla_de(celdas: tuple[CeldaMedida, ...], estilo: EstiloTabla) -> Malla:
    """Da a cada fila el alto de su celda más alta; lo que abarca varias ensancha la última."""
    altos = [estilo.alto_minimo] * max((medida.termina for medida in celdas), default=0)
    for medida in sorted(celdas, key=lambda medida: medida.termina):
        ocupa = medida.alto_de_texto + 2 * estilo.relleno_y
        falta = ocupa - sum(altos[medida.fila : medida.termina])
        if falta > 0:
            altos[medida.termina - 1] += falta
    return Malla(celdas, tuple(altos))


def primer_grupo(malla: Malla) -> float:
    """El alto de las primeras filas que ninguna celda deja separar."""
    return sum(malla.altos[: next(_cortes(malla), len(malla.altos))])


def _cortes(malla: Malla) -> Iterator[int]:
    """Las filas antes de las que se puede cortar sin partir una celda, ni dejar abajo un título solo."""
    llega = 0
    por_fila: dict[int, int] = {}
    for medida in malla.celdas:
        con_la_que_sigue = medida.celda.papel == "titulo" and medida.termina < len(malla.altos)
        por_fila[medida.fila] = max(por_fila.get(medida.fila, 0), medida.termina + con_la_que_sigue)
    for fila in range(len(malla.altos)):
        llega = max(llega, por_fila.get(fila, 0), fila + 1)
        if llega == fila + 1:
            yield llega


def filas_que_caben(malla: Malla, sitio: float) -> int:
    """Cuántas filas, desde la primera, caben en `sitio` milímetros sin partir ninguna celda."""
    caben = 0
    for corte in _cortes(malla):
        if sum(malla.altos[:corte]) > sitio + 1e-6:
            break
        caben = corte
    return caben


def sin_dejar_una(malla: Malla, filas: int) -> int:
    """Las filas del corte o, si la última se iría sola a otra hoja, uno antes; si no lo hay, las mismas."""
    cortes = [*_cortes(malla)]
    sola = len(cortes) > 2 and filas == cortes[-2]
    return cortes[-3] if sola else filas


def corta_en_fila(malla: Malla, filas: int) -> tuple[Malla, Malla]:
    """Las primeras `filas` y las demás; ninguna celda debe cruzar el corte."""
    antes = tuple(medida for medida in malla.celdas if medida.fila < filas)
    luego = tuple(
        replace(medida, fila=medida.fila - filas) for medida in malla.celdas if medida.fila >= filas
    )
    return Malla(antes, malla.altos[:filas]), Malla(luego, malla.altos[filas:])


def corta_entre_lineas(malla: Malla, sitio: float, estilo: EstiloTabla) -> tuple[Malla, Malla]:
    """Corta a la altura `sitio`: cada celda que cruza deja arriba las líneas que caben."""
    fila, altos = 0, list(malla.altos)
    while fila < len(altos) - 1 and sum(altos[: fila + 1]) <= sitio:
        fila += 1
    altos_antes = [*altos[:fila], max(sitio - sum(altos[:fila]), 0.0)]
    antes: list[CeldaMedida] = []
    luego: list[CeldaMedida] = []
    for medida in malla.celdas:
        if medida.termina <= fila:
            antes.append(medida)
        elif medida.fila > fila:
            luego.append(replace(medida, fila=medida.fila - fila))
        else:
            arriba = sum(altos_antes[medida.fila : fila + 1]) - 2 * estilo.relleno_y
            caben = max(int(arriba / medida.letra.linea_mm + 1e-6), 1 if medida.fila == 0 else 0)
            antes.append(replace(medida, filas=fila + 1 - medida.fila, lineas=medida.lineas[:caben]))
            resto = replace(medida.celda, origen="")
            luego.append(
                replace(
                    medida,
                    celda=resto,
                    fila=0,
                    filas=medida.termina - fila,
                    lineas=medida.lineas[caben:],
                )
            )
    return Malla(tuple(antes), tuple(altos_antes)), malla_de(tuple(luego), estilo)


def dibuja(malla: Malla, desde: float, estilo: EstiloTabla) -> Iterator[Cosa]:
    """Rellenos, marcos y textos, en ese orden para que nada tape un texto."""
    bordes = [desde]
    for alto in malla.altos:
        bordes.append(bordes[-1] + alto)
    cajas = [(medida, bordes[medida.fila], bordes[medida.termina]) for medida in malla.celdas]
    for medida, arriba, abajo in cajas:
        relleno = estilo.rellenos.get(medida.celda.papel)
        if relleno:
            yield Mancha(medida.x, arriba, medida.ancho, abajo - arriba, relleno)
    for medida, arriba, abajo in cajas:
        yield Marco(medida.x, arriba, medida.ancho, abajo - arriba, estilo.grosor, estilo.borde)
    for medida, arriba, abajo in cajas:
        if medida.girada:
            grueso = len(medida.lineas) * medida.letra.linea_mm
            x = medida.x + (medida.ancho - grueso) / 2
            yield from textos_girados(medida.lineas, medida.letra, x, abajo, abajo - arriba, medida.etiqueta)
            continue
        sobra = abajo - arriba - medida.alto_de_texto
        yield from textos(
            medida.lineas,
            medida.letra,
            medida.x + estilo.relleno_x,
            arriba + sobra / 2,
            medida.ancho - 2 * estilo.relleno_x,
            medida.celda.alineacion,
            medida.etiqueta,
        )
