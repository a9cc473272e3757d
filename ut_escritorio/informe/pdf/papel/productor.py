"""Cómo escribe fpdf2 el PDF, con nuestras fuentes en lugar de las que él cortaría cada vez."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field
from typing import Any, TypeVar

from fpdf.output import CIDSystemInfo, OutputProducer, PDFFont
from fpdf.syntax import Name, PDFArray, PDFObject

from ut_escritorio.informe.pdf.papel.cortes import corte
from ut_escritorio.informe.pdf.papel.fuentes import fuente

T = TypeVar("T", bound=PDFObject)


@dataclass(slots=True)
class FuenteEnUso:
    """Una fuente en un PDF: su número en él y las letras que lleva escritas."""

    i: int
    nombre: str
    letras: set[str] = field(default_factory=set[str])


class Productor(OutputProducer):
    """fpdf2, salvo en las fuentes."""

    def _add_fonts(
        self, image_objects_per_index: Any, gfxstate_objs_per_name: Any, pattern_objs_per_name: Any
    ) -> dict[int, Any]:
        fuentes: Any = self.fpdf.fonts.values()
        return {cada.i: self._fuente(cada) for cada in sorted(fuentes, key=lambda cada: cada.i)}

    def _fuente(self, cada: FuenteEnUso) -> PDFFont:
        abierta: Any = fuente(cada.nombre)
        suyo = corte(cada.nombre, frozenset(cada.letras)).sin_usar
        nombre = f"MPDFAA+{abierta.name}"
        descriptor = copy(abierta.desc)
        compuesta = self._pon(PDFFont("Type0", nombre, "Identity-H"))
        de_figuras = self._pon(PDFFont("CIDFontType2", nombre, d_w=descriptor.missing_width, w=suyo.anchos))
        compuesta.descendant_fonts = PDFArray([de_figuras])
        compuesta.to_unicode = self._pon(suyo.letras)
        de_figuras.c_i_d_system_info = self._pon(CIDSystemInfo())
        de_figuras.font_descriptor = self._pon(descriptor)
        de_figuras.c_i_d_to_g_i_d_map = self._pon(suyo.figuras)
        descriptor.font_name = Name(nombre)
        sueltos: Any = descriptor
        sueltos.font_file2 = self._pon(suyo.archivo)
        return compuesta

    def _pon(self, objeto: T) -> T:
        self._add_pdf_obj(objeto, "fonts")
        return objeto
