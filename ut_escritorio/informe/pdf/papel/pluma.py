"""La pluma: fpdf2, con lo que aquí se le pide por debajo de sus órdenes."""

from __future__ import annotations

from typing import Any

from fpdf import FPDF
from fpdf.fonts import TTFFont
from fpdf.output import PDFPage


class Pluma(FPDF):
    """fpdf2, a la que además se le dictan los trazos de una página.

    Es lo único que toca lo que fpdf2 guarda para sí: `FPDF.text` y `FPDF.cell` vuelven a medir cada letra,
    y eso cuesta veinte veces más que pintarla.
    """

    def escribe(self, trazos: str) -> None:
        """Agrega unos trazos a la página."""
        self._out(trazos)

    def toma(self, fuente: TTFFont, puntos: float) -> str:
        """Los trazos que ponen una letra y su tamaño; la página queda sabiendo que la usa."""
        return self._set_font_for_page(fuente, puntos, wrap_in_text_object=False)

    @property
    def hojas(self) -> tuple[PDFPage, ...]:
        """Las páginas hechas, en su orden."""
        return tuple(self.pages.values())

    def pon_estructura(self, arbol: Any) -> None:
        """El orden en que se lee el documento, en lugar del que fpdf2 haría."""
        self.struct_builder = arbol
        self._set_min_pdf_version("1.7")

    @property
    def escrito(self) -> bytearray:
        """Lo que la página lleva escrito."""
        contenido = self.pages[self.page].contents
        assert isinstance(contenido, bytearray), "así guarda fpdf2 una página que aún no se escribe"
        return contenido

    def repite(self, trazos: bytes) -> None:
        """Agrega los trazos de otra página, con lo que usan."""
        self._out(trazos)
        self._resource_catalog.index_stream_resources(trazos.decode("latin-1"), self.page)
