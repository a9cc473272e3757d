"""Los estilos que Word enseña en su lista: los del informe, con sus letras, colores y espacios."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from ut_escritorio.informe.documento import Disposicion, EstiloParrafo
from ut_escritorio.informe.estilo import MM_POR_PUNTO, Estilo, EstiloBloque, Letra
from ut_escritorio.informe.pdf.paginas.secciones import ESTILOS
from ut_escritorio.informe.word.archivo.letras import FAMILIA
from ut_escritorio.informe.word.nodos import Nodo, hexa, nodo, veinteavos

_NORMAL = "Normal"
_DE_WORD = frozenset(
    (
        "Normal",
        "Normal Table",
        "No List",
        "header",
        "footer",
        *(f"heading {n}" for n in range(1, 10)),
        "toc 1",
        "toc 2",
    )
)
"""Los que Word ya conoce por su nombre, y dice en el idioma de cada quien."""
_CON_OTRO_NOMBRE: Mapping[EstiloParrafo, str] = MappingProxyType(
    {"rotulo": "rótulo", "valor": "valor alcanzado"}
)
_DE_DISPOSICION: Mapping[Disposicion, str] = MappingProxyType(
    {"portada": "Portada", "oficio": "Oficio", "corrida": "Informe", "horizontal": "Informe"}
)


def estilo_de_titulo(nivel: int, disposicion: Disposicion) -> str:
    """El de un título; los de la portada son más grandes."""
    return f"Portada{nivel}" if disposicion == "portada" else f"Heading{nivel}"


def estilo_de_parrafo(clase: EstiloParrafo, disposicion: Disposicion) -> str:
    """El de un párrafo, que cambia de una disposición a otra."""
    return f"{_DE_DISPOSICION[disposicion]}_{clase}"


def estilo_de_indice(*, dentro: bool) -> str:
    """El de un renglón del índice: una parte, o lo que va dentro de ella."""
    return "TOC2" if dentro else "TOC1"


def pon_estilos(raiz: Nodo) -> None:
    """Deja en los estilos de un .docx nuevo solo los del informe."""
    for viejo in list(raiz):
        raiz.remove(viejo)
    raiz.extend(_todos())


def _todos() -> Iterator[Nodo]:
    corrida = ESTILOS["corrida"]
    cuerpo = corrida.parrafos["cuerpo"].letra
    yield nodo("w:docDefaults", nodo("w:rPrDefault", _letra(cuerpo)), nodo("w:pPrDefault", nodo("w:pPr")))
    yield _estilo(_NORMAL, "Normal", "paragraph", porque_si=True)
    vacia = nodo("w:tblPr", nodo("w:tblInd", w=0, type="dxa"))
    yield _estilo("TableNormal", "Normal Table", "table", vacia, porque_si=True)
    yield _estilo("NoList", "No List", "numbering", porque_si=True)
    for nivel, aspecto in corrida.titulos.items():
        yield _de_titulo(f"Heading{nivel}", f"heading {nivel}", nivel, aspecto)
    for nivel, aspecto in ESTILOS["portada"].titulos.items():
        yield _de_titulo(f"Portada{nivel}", f"Portada título {nivel}", nivel, aspecto)
    for disposicion, estilo in ESTILOS.items():
        if disposicion != "horizontal":  # sus párrafos son los de una corrida
            yield from _de_parrafos(disposicion, estilo)
    yield from _de_indice(corrida)
    yield from _de_letras(corrida)


def _de_titulo(clave: str, nombre: str, nivel: int, aspecto: EstiloBloque) -> Nodo:
    parrafo = nodo(
        "w:pPr",
        nodo("w:keepNext"),
        nodo("w:keepLines"),
        _espacio(aspecto),
        nodo("w:outlineLvl", val=nivel - 1),
    )
    return _estilo(clave, nombre, "paragraph", parrafo, _letra(aspecto.letra), sigue="Informe_cuerpo")


def _de_parrafos(disposicion: Disposicion, estilo: Estilo) -> Iterator[Nodo]:
    for clase, aspecto in estilo.parrafos.items():
        blanco = estilo.hoja.columna * (1 - aspecto.ancho)
        sangria = nodo("w:ind", left=veinteavos(blanco)) if blanco else None
        parrafo = nodo("w:pPr", _espacio(aspecto), sangria)
        nombre = f"{_DE_DISPOSICION[disposicion]} {_CON_OTRO_NOMBRE.get(clase, clase)}"
        clave = estilo_de_parrafo(clase, disposicion)
        yield _estilo(clave, nombre, "paragraph", parrafo, _letra(aspecto.letra))


def _de_indice(estilo: Estilo) -> Iterator[Nodo]:
    """Los renglones, con el número a la derecha tras sus puntos."""
    aspecto, columna = estilo.indice, estilo.hoja.columna
    for nivel, (bloque, sangria) in enumerate(((aspecto.parte, 0.0), (aspecto.dentro, aspecto.sangria)), 1):
        parrafo = nodo(
            "w:pPr",
            nodo("w:tabs", nodo("w:tab", val="right", leader="dot", pos=veinteavos(columna))),
            _espacio(bloque),
            nodo(
                "w:ind", left=veinteavos(sangria)
            ),  # con sangría a la derecha LibreOffice no pinta el número
        )
        yield _estilo(f"TOC{nivel}", f"toc {nivel}", "paragraph", parrafo, _letra(bloque.letra))


def _de_letras(estilo: Estilo) -> Iterator[Nodo]:
    """Los de lo que no es título ni párrafo: cuadros, firmas y lo que rodea a la hoja."""
    tabla, firmas, membrete = estilo.tabla, estilo.firmas, estilo.membrete
    letras = {
        "Cuadro": ("Cuadro", tabla.letra),
        "CuadroRotulo": ("Cuadro rótulo", tabla.letra_fuerte),
        "CuadroEstrecho": ("Cuadro estrecho", estilo.tabla_estrecha.letra),
        "CuadroEstrechoRotulo": ("Cuadro estrecho rótulo", estilo.tabla_estrecha.letra_fuerte),
        "FirmaAntes": ("Firma despedida", firmas.antes_de_firmas),
        "FirmaRotulo": ("Firma rótulo", firmas.rotulo),
        "FirmaNombre": ("Firma nombre", firmas.nombre),
        "FirmaCargo": ("Firma cargo", firmas.cargo),
        "Figura": ("Figura", estilo.figuras.pie),
        "Leyenda": ("Membrete leyenda", membrete.leyenda),
        "Administracion": ("Membrete administración", membrete.administracion),
        "Alternativo": ("Membrete logotipo", membrete.alternativo),
        "Header": ("header", membrete.leyenda),
        "Footer": ("footer", membrete.pie),
        "Separador": ("Separador", Letra(1, 1.0)),
    }
    for clave, (nombre, letra) in letras.items():
        exacta = "exact" if clave == "Separador" else "atLeast"
        yield _estilo(clave, nombre, "paragraph", nodo("w:pPr", _renglones(letra, exacta)), _letra(letra))
    pagina = _letra(membrete.pagina)
    pagina.append(nodo("w:b", val=0))  # el pie va en negrita y el número de página no
    yield _estilo("Pagina", "Número de página", "character", _ordenada(pagina))


def _estilo(
    clave: str, nombre: str, clase: str, *aspecto: Nodo, porque_si: bool = False, sigue: str = ""
) -> Nodo:
    """Uno; `porque_si`: el que Word da a lo que no dice otro."""
    return nodo(
        "w:style",
        nodo("w:name", val=nombre),
        None if porque_si or clase == "character" else nodo("w:basedOn", val=_NORMAL),
        nodo("w:next", val=sigue) if sigue else None,
        nodo("w:uiPriority", val=99) if clase in ("table", "numbering") else None,
        nodo("w:semiHidden") if clase in ("table", "numbering") else None,
        nodo("w:unhideWhenUsed") if clase in ("table", "numbering") else None,
        nodo("w:qFormat") if clase == "paragraph" else None,
        *aspecto,
        type=clase,
        styleId=clave,
        **({"default": 1} if porque_si else {}),
        **({} if nombre in _DE_WORD else {"customStyle": 1}),
    )


def _espacio(aspecto: EstiloBloque) -> Nodo:
    return _renglones(aspecto.letra, "atLeast", aspecto.antes_mm)


def _renglones(letra: Letra, regla: str, antes_mm: float = 0.0) -> Nodo:
    """El alto de cada renglón es el del papel, y crece si ella agranda la letra."""
    alto = round(letra.linea_mm / MM_POR_PUNTO * 20)
    return nodo("w:spacing", before=veinteavos(antes_mm), after=0, line=alto, lineRule=regla)


def _letra(letra: Letra) -> Nodo:
    return nodo(
        "w:rPr",
        nodo("w:rFonts", ascii=FAMILIA, hAnsi=FAMILIA, eastAsia=FAMILIA, cs=FAMILIA),
        nodo("w:b") if letra.negrita else None,
        nodo("w:i") if letra.cursiva else None,
        nodo("w:color", val=hexa(letra.color)),
        nodo("w:sz", val=round(letra.puntos * 2)),
        nodo("w:szCs", val=round(letra.puntos * 2)),
        nodo("w:lang", val="es-MX", eastAsia="es-MX", bidi="ar-SA"),
    )


_ORDEN = ("rFonts", "b", "i", "color", "sz", "szCs", "lang")


def _ordenada(letra: Nodo) -> Nodo:
    """La letra con sus datos en el orden en que Word los pide."""
    letra[:] = sorted(letra, key=lambda hijo: _ORDEN.index(hijo.tag.rpartition("}")[2]))
    return letra
