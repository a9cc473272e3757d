"""Lo que el PDF dice de sí mismo; nada depende del momento en que se escribe."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from ut_escritorio.informe.pdf.papel.signos import en_una_linea

if TYPE_CHECKING:
    from fpdf import FPDF


PRODUCTOR = "UT Escritorio"
IDIOMA = "es-MX"


# Que es para archivo (PDF/A-3A) y que es para todos (PDF/UA-1).
_PARA_ARCHIVO = """
  <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
   <pdfaid:part>3</pdfaid:part>
   <pdfaid:conformance>A</pdfaid:conformance>
  </rdf:Description>"""
# PDF/A pide decir además qué es `pdfuaid`, que no es de las suyas.
_PARA_TODOS = """
  <rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
   <pdfuaid:part>1</pdfuaid:part>
  </rdf:Description>
  <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
   <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
     <pdfaProperty:name>part</pdfaProperty:name>
     <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
     <pdfaProperty:category>internal</pdfaProperty:category>
     <pdfaProperty:description>PDF/UA</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
   </rdf:li></rdf:Bag></pdfaExtension:schemas>
  </rdf:Description>"""


def pon_metadatos(pluma: FPDF, titulo: str, autor: str, fecha: datetime) -> None:
    """Título, autor, idioma, productor y fecha (con zona horaria) del PDF, y qué normas cumple."""
    titulo, autor = en_una_linea(titulo), en_una_linea(autor)
    pluma.set_title(titulo)
    pluma.set_author(autor)
    pluma.set_lang(IDIOMA)
    pluma.set_creator(PRODUCTOR)
    pluma.set_producer(PRODUCTOR)
    pluma.set_creation_date(fecha)
    pluma.set_xmp_metadata(_xmp(titulo, autor, fecha.isoformat()))


def _xmp(titulo: str, autor: str, fecha: str) -> str:
    return f"""<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(titulo)}</rdf:li></rdf:Alt></dc:title>
   <dc:creator><rdf:Seq><rdf:li>{escape(autor)}</rdf:li></rdf:Seq></dc:creator>
   <dc:language><rdf:Bag><rdf:li>{IDIOMA}</rdf:li></rdf:Bag></dc:language>
   <xmp:CreateDate>{fecha}</xmp:CreateDate>
   <xmp:ModifyDate>{fecha}</xmp:ModifyDate>
   <xmp:MetadataDate>{fecha}</xmp:MetadataDate>
   <xmp:CreatorTool>{PRODUCTOR}</xmp:CreatorTool>
   <pdf:Producer>{PRODUCTOR}</pdf:Producer>
  </rdf:Description>{_PARA_ARCHIVO}{_PARA_TODOS}
 </rdf:RDF>
</x:xmpmeta>"""
