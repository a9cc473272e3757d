"""Mide un cuadro y lo parte entre páginas, con su encabezado repetido."""

from __future__ import annotations

from dataclasses import replace

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.informe.documento import Celda, Lugar, Tabla, Tramo
from ut_escritorio.informe.estilo import Estilo, EstiloTabla, Letra
from ut_escritorio.informe.pdf.etiquetas.etiqueta import Etiqueta
from ut_escritorio.informe.pdf.etiquetas.guion import Guion
from ut_escritorio.informe.pdf.papel.hoja import Linea, Trozo
from ut_escritorio.informe.pdf.papel.lineas import ancho_de_palabra, ancho_mm, parte, parte_parejo
from ut_escritorio.informe.pdf.papel.tipografia import Tipografia
from ut_escritorio.informe.pdf.piezas.anchos import Pedido, anchos_de_columnas, caben
from ut_escritorio.informe.pdf.piezas.mallas import (
    CeldaMedida,
    Malla,
    corta_en_fila,
    corta_entre_lineas,
    dibuja,
    filas_que_caben,
    malla_de,
    primer_grupo,
    sin_dejar_una,
    solo_adorno,
)
from ut_escritorio.informe.pdf.piezas.pieza import Pieza

# Para que un texto que mide justo lo de su columna no se parta por un redondeo.
_HOLGURA = 0.1
# Hasta dónde sube un rótulo girado antes de partirse en dos.
_ALTO_GIRADO = 38.0


@congelado
class PiezaCuadro:
    """Un cuadro medido: `cabeza` se repite en cada página si el `cuerpo` se parte."""

    cabeza: Malla
    cuerpo: Malla
    estilo: EstiloTabla
    entera: float
    antes: float
    origenes: tuple[str, ...] = ()

    @property
    def alto(self) -> float:
        """Lo que ocupa entero, con el aire que deja abajo."""
        return self.cabeza.alto + self.cuerpo.alto + self.estilo.despues_mm

    def minimo(self, entera: float) -> float:
        """El cuadro entero si es de los que no se parten; si no, su encabezado y una línea de su cuerpo."""
        if self.alto <= entera * self.estilo.entero_hasta:
            return self.alto
        return self.cabeza.alto + min(primer_grupo(self.cuerpo), self.estilo.alto_minimo * 3)

    def corta(self, disponible: float, limpia: bool) -> tuple[Trozo | None, Pieza | None]:
        """Corta entre filas; una fila más alta que la página se corta entre líneas."""
        if self.alto <= disponible + 1e-6:
            return self._trozo(self.cuerpo, self.estilo.despues_mm), None
        if self.alto <= self.entera * self.estilo.entero_hasta and not limpia:
            return None, self
        sitio = disponible - self.cabeza.alto
        filas = filas_que_caben(self.cuerpo, sitio)
        if filas == len(self.cuerpo.altos):  # solo falta sitio para el aire de abajo, que ahí no hace falta
            return self._trozo(self.cuerpo, 0.0), None
        filas = sin_dejar_una(self.cuerpo, filas)
        if filas:
            ahora, luego = corta_en_fila(self.cuerpo, filas)
        elif limpia or primer_grupo(self.cuerpo) > self.entera - self.cabeza.alto:
            if sitio < self.minimo(self.entera) - self.cabeza.alto and not limpia:
                return None, self
            ahora, luego = corta_entre_lineas(self.cuerpo, sitio, self.estilo)
        else:
            return None, self
        return self._trozo(ahora, 0.0), self._lo_que_falta(luego)

    def _lo_que_falta(self, cuerpo: Malla) -> Pieza:
        return replace(self, cabeza=solo_adorno(self.cabeza), cuerpo=cuerpo, antes=0.0, origenes=())

    def _trozo(self, cuerpo: Malla, despues: float) -> Trozo:
        cosas = (
            *dibuja(self.cabeza, 0.0, self.estilo),
            *dibuja(cuerpo, self.cabeza.alto, self.estilo),
        )
        celdas = (*self.cabeza.celdas, *cuerpo.celdas)
        origenes = (*self.origenes, *(medida.celda.origen for medida in celdas))
        return Trozo(self.cabeza.alto + cuerpo.alto + despues, cosas, origenes)


def pieza_de_tabla(
    tabla: Tabla, estilo: Estilo, entera: float, tipografia: Tipografia, guion: Guion
) -> PiezaCuadro | None:
    """El cuadro medido y centrado en la hoja; `None` si no tiene celdas."""
    lugares = tabla.lugares
    if not lugares:
        return None
    aspecto, anchos, girados = anchos_de_cuadro(tabla, estilo, tipografia)
    if tabla.es_lista:
        aspecto = replace(aspecto, entero_hasta=0.0)
    bordes = [(estilo.hoja.columna - sum(anchos)) / 2]
    for ancho in anchos:
        bordes.append(bordes[-1] + ancho)
    etiquetas = guion.cuadro(lugares, len(tabla.filas))
    medidas = tuple(
        _mide(lugar, bordes, aspecto, tipografia, girados, etiqueta)
        for lugar, etiqueta in zip(lugares, etiquetas, strict=True)
    )
    cabeza, cuerpo = _separa_encabezado(malla_de(medidas, aspecto), tabla.filas_encabezado, entera)
    return PiezaCuadro(cabeza, cuerpo, aspecto, entera, aspecto.antes_mm, (tabla.origen,))


def _letra(celda: Celda, estilo: EstiloTabla) -> Letra:
    return estilo.letra_fuerte if celda.papel in estilo.fuertes else estilo.letra


def anchos_de_cuadro(
    tabla: Tabla, estilo: Estilo, tipografia: Tipografia
) -> tuple[EstiloTabla, tuple[float, ...], bool]:
    """El aspecto en que ninguna palabra se parte, el ancho de cada columna, y si los rótulos van girados.

    El de siempre; si no, el estrecho; si no, el estrecho con los rótulos de columna de abajo arriba.
    """
    lugares, total = tabla.lugares, estilo.hoja.columna
    columnas = max(tabla.columnas, *(columna + celda.ancho for _, columna, celda in lugares))
    pruebas = ((estilo.tabla, False), (estilo.tabla_estrecha, False), (estilo.tabla_estrecha, True))
    aspecto, girados, pedidos = estilo.tabla, False, list[Pedido]()
    for aspecto, girados in pruebas:
        pedidos = [_pedido(lugar, aspecto, tipografia, girados) for lugar in lugares]
        if caben(pedidos, columnas, total):
            break
    anchos = anchos_de_columnas(pedidos, columnas, total, aspecto.columna_minima, aspecto.columna_comoda)
    return aspecto, anchos, girados


def se_gira(lugar: Lugar, girados: bool) -> bool:
    """Solo los rótulos de una columna de números: la primera dice los de las líneas."""
    _, columna, celda = lugar
    return girados and celda.papel == "columna" and celda.ancho == 1 and columna > 0


def _girado(celda: Celda, letra: Letra, tipografia: Tipografia) -> tuple[Linea, ...]:
    """Las líneas de un rótulo girado, tan altos como pida su palabra más larga."""
    tramos = (Tramo(celda.texto),)
    alto = max(_ALTO_GIRADO, ancho_de_palabra(tipografia, tramos, letra) + _HOLGURA)
    return parte_parejo(tipografia, tramos, letra, alto)


def _pedido(lugar: Lugar, estilo: EstiloTabla, tipografia: Tipografia, girados: bool) -> Pedido:
    _, columna, celda = lugar
    letra = _letra(celda, estilo)
    relleno = 2 * estilo.relleno_x
    if se_gira(lugar, girados):
        grueso = len(_girado(celda, letra, tipografia)) * letra.linea_mm + relleno
        return Pedido(columna, 1, grueso, grueso, centrada=True)
    tramos = (Tramo(celda.texto),)
    corrido = parte(tipografia, tramos, letra, 1e6)
    return Pedido(
        columna,
        celda.ancho,
        ancho_de_palabra(tipografia, tramos, letra) + relleno + _HOLGURA,
        ancho_mm(corrido, letra) + relleno + _HOLGURA,
        celda.papel != "fila" and (celda.alineacion == "centro" or celda.papel in ("titulo", "columna")),
    )


def _mide(
    lugar: Lugar,
    bordes: list[float],
    estilo: EstiloTabla,
    tipografia: Tipografia,
    girados: bool,
    etiqueta: Etiqueta,
) -> CeldaMedida:
    fila, columna, celda = lugar
    letra = _letra(celda, estilo)
    x, hasta = bordes[columna], bordes[columna + celda.ancho]
    if se_gira(lugar, girados):
        lineas = _girado(celda, letra, tipografia)
        return CeldaMedida(celda, fila, celda.alto, x, hasta - x, lineas, letra, True, etiqueta)
    ancho_de_texto = max(hasta - x - 2 * estilo.relleno_x, 0.5)
    tramos = (Tramo(celda.texto),)
    if celda.alineacion == "centro":
        lineas = parte_parejo(tipografia, tramos, letra, ancho_de_texto)
    else:
        lineas = parte(tipografia, tramos, letra, ancho_de_texto, celda.alineacion == "justificada")
    return CeldaMedida(celda, fila, celda.alto, x, hasta - x, lineas, letra, False, etiqueta)


def _separa_encabezado(malla: Malla, filas: int, entera: float) -> tuple[Malla, Malla]:
    """Aparta las filas que se repiten; ninguna, si ocuparían media página o cruzan al cuerpo."""
    filas = min(filas, len(malla.altos))
    cruza = any(medida.fila < filas < medida.termina for medida in malla.celdas)
    if cruza or filas == len(malla.altos) or sum(malla.altos[:filas]) > entera / 2:
        filas = 0
    return corta_en_fila(malla, filas)
