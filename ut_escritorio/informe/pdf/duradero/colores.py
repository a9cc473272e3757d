"""Los colores del informe, dichos sin depender de la pantalla ni de la impresora de hoy."""

from __future__ import annotations

from fpdf import FPDF
from fpdf.enums import OutputIntentSubType
from fpdf.output import PDFICCProfile

from ut_escritorio.rutas import recursos

_SRGB = "sRGB2014.icc"


def pon_colores(pluma: FPDF) -> None:
    """Dentro del PDF, qué color es cada uno: los del sRGB que todo monitor sigue (IEC 61966-2-1)."""
    perfil = PDFICCProfile((recursos() / "color" / _SRGB).read_bytes(), n=3, alternate="DeviceRGB")
    pluma.add_output_intent(
        OutputIntentSubType.PDFA,
        output_condition_identifier="sRGB",
        output_condition="IEC 61966-2-1:1999",
        registry_name="http://www.color.org",
        dest_output_profile=perfil,
        info="sRGB2014",
    )
