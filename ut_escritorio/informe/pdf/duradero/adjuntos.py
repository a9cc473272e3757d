"""Los datos de las hojas, adentro del PDF: quien los quiera no tiene que copiarlos a mano."""

from __future__ import annotations

from datetime import datetime

from fpdf import FPDF
from fpdf.enums import AssociatedFileRelationship

from ut_escritorio.informe.documento import Documento
from ut_escritorio.informe.pdf.datos.archivos import archivos_de


def pon_adjuntos(pluma: FPDF, documento: Documento, fecha: datetime) -> None:
    """Los cuadros y lo demás que dicen sus hojas, con su diccionario; nada si no tiene cuadros."""
    for archivo in archivos_de(documento):
        es_dato = (
            AssociatedFileRelationship.DATA if archivo.es_dato else AssociatedFileRelationship.SUPPLEMENT
        )
        pluma.embed_file(
            bytes=archivo.contenido,
            basename=archivo.nombre,
            desc=archivo.que_es,
            mime_type=archivo.tipo,
            modification_date=fecha,
            associated_file_relationship=es_dato.value,
            compress=True,
        )
