"""Un dibujo que se repite en cada hoja: va una sola vez en el PDF y las hojas lo llaman."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from fpdf.enums import PDFResourceType
from fpdf.syntax import Name, PDFContentStream, PDFObject, Raw

Usado = tuple[PDFResourceType, str]
_LLAMADAS: Mapping[PDFResourceType, tuple[str, str]] = {
    PDFResourceType.EXT_G_STATE: ("/ExtGState", ""),
    PDFResourceType.FONT: ("/Font", "F"),
    PDFResourceType.PATTERN: ("/Pattern", ""),
    PDFResourceType.X_OBJECT: ("/XObject", "I"),
}


def sello(trazos: bytes, usa: Collection[Usado], ancho: float, alto: float) -> PDFContentStream:
    """El dibujo de esos trazos, que usan esas cosas del PDF; `ancho` y `alto`, de la hoja y en puntos."""
    hecho: Any = PDFContentStream(trazos, compress=True)
    hecho.type, hecho.subtype = Name("XObject"), Name("Form")
    hecho.b_box = Raw(f"[0 0 {ancho:.2f} {alto:.2f}]")
    hecho._blend_group = _LoQueUsa(frozenset(usa))  # a él le pregunta fpdf2 por lo que el dibujo usa
    return hecho


@dataclass(frozen=True, slots=True)
class _LoQueUsa:
    usa: frozenset[Usado]

    def get_resource_dictionary(
        self,
        estados: Mapping[str, PDFObject],
        patrones: Mapping[str, PDFObject],
        sombras: Mapping[str, PDFObject],
        fuentes: Mapping[int, PDFObject],
        imagenes: Mapping[int, PDFObject],
    ) -> Raw:
        """Lo que usa, con el objeto del PDF que es cada cosa."""
        objetos: dict[PDFResourceType, Mapping[Any, PDFObject]] = {
            PDFResourceType.EXT_G_STATE: estados,
            PDFResourceType.PATTERN: patrones,
            PDFResourceType.FONT: {str(numero): cada for numero, cada in fuentes.items()},
            PDFResourceType.X_OBJECT: {str(numero): cada for numero, cada in imagenes.items()},
        }
        return Raw(f"<<{' '.join(self._por_clase(objetos))}>>")

    def _por_clase(self, objetos: Mapping[PDFResourceType, Mapping[str, PDFObject]]) -> Iterator[str]:
        for clase, (llave, letra) in _LLAMADAS.items():
            nombres = sorted(nombre for de, nombre in self.usa if de is clase)
            suyos = " ".join(f"/{letra}{nombre} {objetos[clase][nombre].ref}" for nombre in nombres)
            if suyos:
                yield f"{llave} <<{suyos}>>"
