"""La pluma: fpdf2, con lo que aquí se le pide por debajo de sus órdenes."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from fpdf import FPDF
from fpdf.annotations import PDFAnnotation
from fpdf.image_datastructures import RasterImageInfo, VectorImageInfo
from fpdf.output import PDFPage
from fpdf.syntax import DestinationXYZ, Name
from fpdf.util import escape_parens

from ut_escritorio.informe.pdf.papel.hoja import Enlace
from ut_escritorio.informe.pdf.papel.productor import FuenteEnUso, Productor
from ut_escritorio.informe.pdf.papel.sellos import sello

# Cuentan paso a paso cómo recortan cada fuente; nada de eso le sirve a quien usa el programa.
for _nombre in ("fontTools", "fpdf"):
    logging.getLogger(_nombre).setLevel(logging.ERROR)

_DE_UN_SELLO = 500  # octetos: lo más corto se repite y ya
_PRIMER_SELLO = 1000  # las imágenes de puntos se numeran desde uno


class Enlazado(PDFAnnotation):
    """Un enlace ya puesto; `struct_parent`, con qué número lo halla la estructura del documento."""

    struct_parent = 0


class Pluma(FPDF):
    """fpdf2, a la que además se le dictan los trazos de una página.

    Es lo único que toca lo que fpdf2 guarda para sí: `FPDF.text` y `FPDF.cell` vuelven a medir cada letra,
    y eso cuesta veinte veces más que pintarla.
    """

    def __init__(self, **como: Any) -> None:
        super().__init__(**como)
        self._tomadas: dict[tuple[int, str, float], str] = {}

    def escribe(self, trazos: str) -> None:
        """Agrega unos trazos a la página."""
        self._out(trazos)

    def toma(self, nombre: str, puntos: float) -> str:
        """Los trazos que ponen una letra y su tamaño; la página queda sabiendo que la usa."""
        cual = (self.page, nombre, puntos)
        trazos = self._tomadas.get(cual)
        if trazos is None:
            trazos = self._set_font_for_page(self._en_uso(nombre), puntos, wrap_in_text_object=False)
            self._tomadas[cual] = trazos
        return trazos

    def codifica(self, nombre: str, texto: str) -> str:
        """El texto con los códigos que sus letras tendrán en esa fuente, que queda sabiendo cuáles usa."""
        self._en_uso(nombre).letras.update(texto)
        return escape_parens(texto.encode("utf-16-be").decode("latin-1"))

    def dibuja(
        self, dibujo: Any, info: VectorImageInfo, x: float, y: float, ancho: float, alto: float
    ) -> None:
        """Pone un dibujo ya leído."""
        self._vector_image("dibujo", dibujo, info, x, y, ancho, alto)

    def conoce(self, nombre: str, info: RasterImageInfo) -> None:
        """Una imagen ya leída, para no volver a leerla; su perfil de color, si trae, va una vez."""
        imagenes, perfiles = self.image_cache.images, self.image_cache.icc_profiles
        if nombre not in imagenes:
            perfil: Any = info.get("iccp")
            numero = None if perfil is None else perfiles.setdefault(perfil, len(perfiles))
            suyo = {"i": len(imagenes) + 1, "usages": 0, "iccp": None, "iccp_i": numero}
            imagenes[nombre] = RasterImageInfo({**info, **suyo})

    def aspectos(self) -> dict[str, str]:
        """Lo que dice cada aspecto que piden los dibujos puestos (cuánto se transparentan), por su nombre."""
        return {str(nombre): str(dice) for dice, nombre in self._resource_catalog.graphics_styles.items()}

    def enlaza(self, enlace: Enlace, sobre_el_pie: float) -> Enlazado:
        """Pone en la página donde un clic lleva a otra, a esa altura desde el pie de ella."""
        hecho = Enlazado(
            "Link",
            enlace.x * self.k,
            self.h_pt - enlace.y * self.k,
            enlace.ancho * self.k,
            enlace.alto * self.k,
            contents=enlace.dicho,
            dest=DestinationXYZ(enlace.hoja, sobre_el_pie * self.k),
        )
        hoja: Any = self.pages[self.page]
        hoja.add_annotation(hecho)
        hoja.tabs = Name("S")  # se recorren en el orden en que se lee
        return hecho

    def escrita(self) -> bytes:
        """El PDF."""
        return bytes(self.output(output_producer_class=Productor))

    def _en_uso(self, nombre: str) -> Any:
        fuentes: Any = self.fonts
        if nombre not in fuentes:
            fuentes[nombre] = FuenteEnUso(len(fuentes) + 1, nombre)
        return fuentes[nombre]

    @property
    def hojas(self) -> tuple[PDFPage, ...]:
        """Las páginas hechas, en su orden."""
        return tuple(self.pages.values())

    def pon_estructura(self, arbol: Any) -> None:
        """El orden en que se lee el documento, en lugar del que fpdf2 haría."""
        self.struct_builder = arbol
        self._set_min_pdf_version("1.7")

    def recorta(self, dibuja: Callable[[], object]) -> bytes:
        """Lo que algo dibuja, sin dejarlo en la página: sus trazos o, si son muchos, llamar a su sello."""
        escrito = self.pages[self.page].contents
        assert isinstance(escrito, bytearray), "así guarda fpdf2 una página que aún no se escribe"
        desde = len(escrito)
        dibuja()
        trazos = bytes(escrito[desde:])
        del escrito[desde:]
        if len(trazos) < _DE_UN_SELLO:
            return trazos
        catalogo = self._resource_catalog
        usa = catalogo.scan_stream(trazos.decode("latin-1"))
        numero = _PRIMER_SELLO + len(catalogo.form_xobjects)
        catalogo.form_xobjects.append((numero, sello(trazos, usa, self.w_pt, self.h_pt)))
        return f"/I{numero} Do\n".encode()

    def repite(self, trazos: bytes) -> None:
        """Agrega unos trazos de `recorta`, con lo que usan."""
        self._out(trazos)
        self._resource_catalog.index_stream_resources(trazos.decode("latin-1"), self.page)
