"""Lo que un .docx dice de sí: su idioma, sus letras, de qué Word es y sus propiedades, con su fecha."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE

from ut_escritorio.informe.documento import Documento
from ut_escritorio.informe.estilo import Estilo
from ut_escritorio.informe.word.nodos import Nodo, en_una_linea, nodo, veinteavos

_DE_WORD = "http://schemas.microsoft.com/office/word"
_SOBRAN = ("thumbnail", "customXml", "stylesWithEffects", "webSettings")
_PROGRAMA = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>UT Escritorio</Application></Properties>"
)


def quita_lo_del_molde(de_word: Any) -> None:
    """El .docx nuevo de python-docx trae cosas de otro documento: no van."""
    for parte in (de_word.part.package, de_word.part):
        for numero in [n for n, r in parte.rels.items() if r.reltype.rpartition("/")[2] in _SOBRAN]:
            del parte.rels[numero]
    de_si = de_word.part.package.part_related_by(RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
    de_si._blob = _PROGRAMA.encode()


def pon_ajustes(raiz: Nodo, estilo: Estilo) -> None:
    """Los ajustes de un .docx nuevo, en el orden en que Word los pide."""
    for viejo in list(raiz):
        raiz.remove(viejo)
    moderno = nodo("w:compatSetting", name="compatibilityMode", uri=_DE_WORD, val=15)
    raiz.extend(
        [
            nodo("w:zoom", percent=100),
            nodo("w:embedTrueTypeFonts"),
            nodo("w:defaultTabStop", val=veinteavos(estilo.tabulador)),
            nodo("w:characterSpacingControl", val="doNotCompress"),
            nodo("w:compat", nodo("w:doNotExpandShiftReturn"), moderno),
            nodo("w:themeFontLang", val="es-MX"),
            nodo("w:decimalSymbol", val="."),
            nodo("w:listSeparator", val=","),
        ]
    )


def pon_propiedades(de_word: Any, documento: Documento) -> None:
    """Título, autor, idioma y fecha."""
    titulo = f"BORRADOR – {documento.titulo}" if documento.borrador else documento.titulo
    propias = de_word.core_properties
    propias.title = en_una_linea(titulo)[:255]
    propias.author = en_una_linea(documento.autor)[:255]
    propias.last_modified_by = propias.author
    propias.language = "es-MX"
    propias.comments = propias.keywords = propias.subject = propias.category = ""
    propias.revision = 1
    propias.created = propias.modified = datetime.combine(documento.fecha, time(12))
