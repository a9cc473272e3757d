"""El guion dentro del PDF: un objeto por etiqueta, y qué pedazos de qué hojas son de cada una."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from fpdf.output import PDFPage
from fpdf.syntax import PDFObject, PDFString

from ut_escritorio.informe.pdf.etiquetas.etiqueta import Etiqueta
from ut_escritorio.informe.pdf.etiquetas.marcas import Marcas, Pedazo

# Una celda vacía se lee como vacía; lo demás que no se imprimió no está en el documento.
_AUN_VACIAS = ("TD", "TH")


class Arbol:
    """Lo que fpdf2 escribe como estructura del documento, en lugar de la suya."""

    def __init__(
        self,
        guion: Etiqueta,
        marcas: Marcas,
        hojas: Sequence[PDFPage],
        enlaces: Sequence[tuple[Etiqueta, Any]],
    ) -> None:
        self._hojas = hojas
        self._nodos: dict[Etiqueta, _Nodo] = {}
        self._raiz = _Raiz()
        self._raiz.de_enlaces = []
        self._raiz.documento = self._cuelga(guion, self._raiz, marcas)
        self._raiz.por_hoja = [
            [self._nodos[etiqueta] for etiqueta in suyas if etiqueta in self._nodos] for suyas in marcas.hojas
        ]
        for numero, hoja in enumerate(hojas):
            hoja.struct_parents = numero
        for numero, (etiqueta, enlace) in enumerate(enlaces, start=len(hojas)):
            enlace.struct_parent = numero
            self._nodos[etiqueta].enlaces.append(enlace)
            self._raiz.de_enlaces.append(self._nodos[etiqueta])

    # Lo que sigue es lo que fpdf2 pide a su constructor de estructura.

    @property
    def doc_struct_elem(self) -> _SinNadaSuelto:
        """Lo que fpdf2 colgaría por su cuenta: nada."""
        return _SinNadaSuelto()

    def empty(self) -> bool:
        """Si no hay estructura."""
        return False

    def __iter__(self) -> Iterator[PDFObject]:
        """Todos los objetos, la raíz primero."""
        yield self._raiz
        yield from self._nodos.values()

    def _cuelga(self, etiqueta: Etiqueta, de: PDFObject, marcas: Marcas) -> _Nodo:
        nodo = _Nodo(etiqueta, de, marcas.pedazos.get(etiqueta, ()), self._hojas)
        self._nodos[etiqueta] = nodo
        nodo.dentro = [self._cuelga(suya, nodo, marcas) for suya in etiqueta.dentro if _se_lee(suya, marcas)]
        return nodo


class _SinNadaSuelto:
    k: tuple[PDFObject, ...] = ()


def _se_lee(etiqueta: Etiqueta, marcas: Marcas) -> bool:
    return (
        etiqueta in marcas.pedazos
        or etiqueta.clase in _AUN_VACIAS
        or any(_se_lee(suya, marcas) for suya in etiqueta.dentro)
    )


class _Raiz(PDFObject):
    """La raíz: el documento y, por hoja y por enlace, de qué etiqueta es."""

    documento: _Nodo
    por_hoja: list[list[_Nodo]]
    de_enlaces: list[_Nodo]

    def serialize(self, obj_dict: object = None, _security_handler: object = None) -> str:
        suyos = (" ".join(nodo.ref for nodo in nodos) for nodos in self.por_hoja)
        hojas = [f"[{nodos}]" for nodos in suyos] + [nodo.ref for nodo in self.de_enlaces]
        de_cada_una = "\n".join(f"{numero} {nodos}" for numero, nodos in enumerate(hojas))
        de_quien = f"/ParentTree <</Nums [{de_cada_una}]>> /ParentTreeNextKey {len(hojas)}"
        return f"{self.id} 0 obj\n<< /Type /StructTreeRoot /K [{self.documento.ref}] {de_quien} >>\nendobj"


class _Nodo(PDFObject):
    """Una etiqueta escrita."""

    def __init__(
        self, etiqueta: Etiqueta, de: PDFObject, pedazos: Sequence[Pedazo], hojas: Sequence[PDFPage]
    ) -> None:
        super().__init__()
        self._etiqueta, self._de, self._pedazos, self._hojas = etiqueta, de, pedazos, hojas
        self.dentro: list[_Nodo] = []
        self.enlaces: list[PDFObject] = []

    def serialize(self, obj_dict: object = None, _security_handler: object = None) -> str:
        partes = (f"/S /{self._etiqueta.clase} /P {self._de.ref}", *self._atributos(), *self._contenido())
        return f"{self.id} 0 obj\n<< /Type /StructElem {' '.join(partes)} >>\nendobj"

    def _contenido(self) -> Iterator[str]:
        """Las de dentro o, si es de las últimas, sus pedazos."""
        if self.dentro:
            yield f"/K [{' '.join(nodo.ref for nodo in self.dentro)}]"
        elif self._pedazos:
            primera = self._pedazos[0].hoja
            suyos = [
                str(numero)
                if hoja == primera
                else f"<</Type /MCR /Pg {self._hojas[hoja].ref} /MCID {numero}>>"
                for hoja, numero in self._pedazos
            ] + [f"<</Type /OBJR /Obj {enlace.ref}>>" for enlace in self.enlaces]
            yield f"/Pg {self._hojas[primera].ref} /K [{' '.join(suyos)}]"

    def _atributos(self) -> Iterator[str]:
        etiqueta, abarca = self._etiqueta, self._etiqueta.abarca
        if etiqueta.alternativo:
            yield f"/Alt {PDFString(etiqueta.alternativo).serialize()}"
        if etiqueta.clase == "L":
            yield "/A <</O /List /ListNumbering /Disc>>"
        de_celda = (
            f" /Scope /{abarca.alcance}" if abarca.alcance else "",
            f" /ColSpan {abarca.columnas}" if abarca.columnas > 1 else "",
            f" /RowSpan {abarca.filas}" if abarca.filas > 1 else "",
        )
        if any(de_celda):
            yield f"/A <</O /Table{''.join(de_celda)}>>"
