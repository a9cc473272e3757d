"""Lo que rodea a cada hoja: logotipos, administración, leyenda, pie, número de página y BORRADOR."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.informe.documento import Imagen, Membrete, Tramo
from ut_escritorio.informe.estilo import GRIS_BORRADOR, GRIS_CLARO, GUINDA, Estilo
from ut_escritorio.informe.pdf.paginas.membrete import Encuadre, cajas_de_logos
from ut_escritorio.informe.pdf.papel.lineas import ancho_mm, parte
from ut_escritorio.informe.pdf.papel.tipografia import Tipografia
from ut_escritorio.informe.word.archivo.letras import FAMILIA
from ut_escritorio.informe.word.nodos import Nodo, hexa, leido, nodo, raya, veinteavos
from ut_escritorio.informe.word.piezas.imagenes import Imagenes
from ut_escritorio.informe.word.piezas.parrafos import corrida, parrafo, sin_alto

Caja = tuple[float, float]


@congelado
class Rodea:
    """El membrete de una parte, con qué se mide y lo que de él cabe en la hoja."""

    membrete: Membrete
    estilo: Estilo
    encuadre: Encuadre
    tipografia: Tipografia
    imagenes: Imagenes
    borrador: bool
    numera: bool

    def cabe(self, texto: str) -> bool:
        """Si ese texto va en cada hoja; el que no cabe se imprime entero al empezar la parte."""
        return bool(texto.strip()) and all(texto != sobra.texto for sobra in self.encuadre.sobrante)


def arriba(rodea: Rodea, parte_de_word: Any) -> list[Nodo]:
    """El encabezado de las hojas."""
    estilo, membrete = rodea.estilo.membrete, rodea.membrete
    administracion = "\n".join(membrete.administracion)
    administracion = administracion if rodea.cabe(administracion) else ""
    cajas = cajas_de_logos(membrete, rodea.estilo, rodea.tipografia, rodea.imagenes.proporcion)
    nodos: list[Nodo] = []
    if cajas or administracion:
        nodos.append(_banda(rodea, parte_de_word, cajas, administracion))
    leyenda = (Tramo(membrete.leyenda),) if rodea.cabe(membrete.leyenda) else ()
    if leyenda:
        nodos.append(parrafo(leyenda, "Leyenda", "centro", antes_mm=estilo.sobre_leyenda))
    else:
        nodos.append(sin_alto())
    if rodea.borrador:
        nodos[-1].append(_borrador())
    return nodos


def _banda(rodea: Rodea, parte_de_word: Any, cajas: Sequence[Caja], administracion: str) -> Nodo:
    """El primer logotipo y la administración a la izquierda; los demás, pegados a la derecha."""
    aspecto, columna = rodea.estilo.membrete, rodea.estilo.hoja.columna
    logos = [
        _logo(rodea, parte_de_word, logo, caja)
        for logo, caja in zip(rodea.membrete.logos, cajas, strict=True)
    ]
    primero = cajas[0][0] + aspecto.entre_logos / 2 if cajas else 0.0
    demas = sum(ancho + aspecto.entre_logos for ancho, _ in cajas[1:])
    celdas = [_celda(primero, logos[:1], "izquierda")] if cajas else []
    dicha = [corrida(Tramo(administracion))] if administracion else []
    celdas.append(_celda(columna - primero - demas, dicha, "izquierda", junto_al_logo=bool(cajas)))
    if demas:
        celdas.append(_celda(demas, logos[1:], "derecha"))
    anchos = [ancho for ancho in (primero, columna - primero - demas, demas) if ancho]
    propio = nodo(
        "w:tblPr",
        nodo("w:tblW", w=veinteavos(columna), type="dxa"),
        nodo("w:tblBorders", raya("bottom", aspecto.grosor, GUINDA)),
        nodo("w:tblLayout", type="fixed"),
        nodo(
            "w:tblCellMar",
            nodo("w:left", w=0, type="dxa"),
            nodo("w:bottom", w=veinteavos(aspecto.bajo_logos), type="dxa"),
            nodo("w:right", w=0, type="dxa"),
        ),
    )
    malla = nodo("w:tblGrid", *(nodo("w:gridCol", w=veinteavos(ancho)) for ancho in anchos))
    return nodo("w:tbl", propio, malla, nodo("w:tr", *celdas))


def _celda(ancho: float, corridas: Sequence[Nodo], lado: str, *, junto_al_logo: bool = False) -> Nodo:
    aspecto = nodo(
        "w:tcPr",
        nodo("w:tcW", w=veinteavos(ancho), type="dxa"),
        nodo("w:tcBorders", raya("left", 0.2, GRIS_CLARO)) if junto_al_logo else None,
        nodo("w:vAlign", val="center"),
    )
    sangria = nodo("w:ind", left=veinteavos(2.5)) if junto_al_logo else None
    dentro = parrafo((), "Administracion", "derecha" if lado == "derecha" else "izquierda", sangria=sangria)
    for numero, cada in enumerate(corridas):
        if numero:
            dentro.append(corrida(Tramo("  ")))
        dentro.append(cada)
    return nodo("w:tc", aspecto, dentro)


def _logo(rodea: Rodea, parte_de_word: Any, logo: Imagen, caja: Caja) -> Nodo:
    """El logotipo o, si no se entiende, su texto alternativo."""
    puesta = rodea.imagenes.puesta(parte_de_word, logo.sha256, caja, logo.alternativo)
    return corrida(Tramo(logo.alternativo)) if puesta is None else puesta


def abajo(rodea: Rodea) -> list[Nodo]:
    """El pie de las hojas: el nombre de la unidad al centro y «Página X de N» a la derecha."""
    aspecto, hoja = rodea.estilo.membrete, rodea.estilo.hoja
    pie = rodea.membrete.pie if rodea.cabe(rodea.membrete.pie) else ""
    lineas = parte(rodea.tipografia, (Tramo(pie),), aspecto.pie, aspecto.pie_ancho)
    caben_juntos = len(lineas) == 1 and ancho_mm(lineas, aspecto.pie) < hoja.columna - 60
    borde = nodo("w:pBdr", raya("top", aspecto.grosor_pie, GRIS_CLARO, espacio=4))
    numero = list(_pagina()) if rodea.numera else []
    if not caben_juntos:
        nodos = [parrafo((Tramo(pie),), "Footer", "centro", bordes=borde)]
        if numero:
            nodos.append(parrafo((), "Footer", "derecha"))
            nodos[-1].extend(numero)
        return nodos
    if not numero:
        return [parrafo((Tramo(pie),), "Footer", "centro", bordes=borde)]
    junto = parrafo((Tramo(f"\t{pie}\t"),), "Footer", bordes=borde)
    junto.pPr.insert_element_before(
        nodo(
            "w:tabs",
            nodo("w:tab", val="center", pos=veinteavos(hoja.columna / 2)),
            nodo("w:tab", val="right", pos=veinteavos(hoja.columna)),
        ),
        "w:spacing", "w:ind", "w:jc",
    )  # fmt: skip
    junto.extend(numero)
    return [junto]


def _pagina() -> Iterator[Nodo]:
    yield _numerada(Tramo("Página "))
    yield _campo("PAGE")
    yield _numerada(Tramo(" de "))
    yield _campo("NUMPAGES")


def _numerada(tramo: Tramo) -> Nodo:
    hecha = corrida(tramo)
    hecha.get_or_add_rPr().insert(0, nodo("w:rStyle", val="Pagina"))
    return hecha


def _campo(cual: str) -> Nodo:
    """Un número que Word pone y mantiene al día."""
    return nodo("w:fldSimple", _numerada(Tramo("1")), instr=f" {cual} ")


_SELLO = f"""<w:r NOMBRES xmlns:v="urn:schemas-microsoft-com:vml"
 xmlns:o="urn:schemas-microsoft-com:office:office">
<w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"
 path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>
<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>
<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas>
<v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype>
<v:shape id="borrador" o:spid="_x0000_s2049" type="#_x0000_t136" alt="BORRADOR" stroked="f"
 fillcolor="#{hexa(GRIS_BORRADOR)}" style="position:absolute;margin-left:0;margin-top:0;\
width:560pt;height:105pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:page;\
mso-position-vertical:center;mso-position-vertical-relative:page">
<v:textpath style="font-family:&quot;{FAMILIA}&quot;;font-size:1pt;font-weight:bold" string="BORRADOR"/>
</v:shape></w:pict></w:r>"""


def _borrador() -> Nodo:
    """La palabra BORRADOR cruzando la hoja, como la marca de agua de Word."""
    return leido(_SELLO, "w")


def pon_en(nodos: Sequence[Nodo], historia: Any) -> None:
    """Deja esas piezas, y solo esas, en un encabezado o un pie."""
    for viejo in list(historia):
        historia.remove(viejo)
    historia.extend(nodos)
