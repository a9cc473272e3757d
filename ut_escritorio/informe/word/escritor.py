"""Escribe el .docx: las partes del documento, cada una en su hoja y con lo que la rodea."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

from docx import Document

from ut_escritorio.informe.documento import Documento, Seccion
from ut_escritorio.informe.estilo import Hoja
from ut_escritorio.informe.paquete import cerrado
from ut_escritorio.informe.pdf.escritor import en_que_hojas
from ut_escritorio.informe.pdf.logotipos import Logotipos
from ut_escritorio.informe.pdf.paginas.membrete import Encuadre, encuadra
from ut_escritorio.informe.pdf.paginas.secciones import ESTILOS
from ut_escritorio.informe.pdf.papel.pluma import Pluma
from ut_escritorio.informe.pdf.papel.tipografia import Tipografia
from ut_escritorio.informe.pdf.resultado import Cancelado
from ut_escritorio.informe.sin_leerse import figuras_sin_leerse, logotipos_sin_leerse
from ut_escritorio.informe.word.archivo.ajustes import pon_ajustes, pon_propiedades, quita_lo_del_molde
from ut_escritorio.informe.word.archivo.estilos import pon_estilos
from ut_escritorio.informe.word.archivo.letras import pon_letras
from ut_escritorio.informe.word.archivo.listas import Listas
from ut_escritorio.informe.word.archivo.marcas import Marcas
from ut_escritorio.informe.word.bloques import Taller, nodos_de
from ut_escritorio.informe.word.nodos import Nodo, nodo, veinteavos
from ut_escritorio.informe.word.piezas.imagenes import Imagenes
from ut_escritorio.informe.word.piezas.membrete import Rodea, abajo, arriba, pon_en
from ut_escritorio.informe.word.piezas.parrafos import sin_alto

_TOTAL, _CUERPO = 100, 80
_EN_VEZ = ("va su descripción", "van sus descripciones")


def escribe(
    documento: Documento,
    imagen: Callable[[str], bytes],
    avance: Callable[[int, int], None] | None = None,
    cancelado: Callable[[], bool] | None = None,
) -> tuple[bytes, tuple[str, ...]]:
    """El trabajo de `escribir_word`; véase ahí qué recibe, qué devuelve y qué lanza."""

    def va(hecho: int) -> None:
        if cancelado is not None and cancelado():
            raise Cancelado("El informe no se terminó porque se canceló. No se guardó nada.")
        if avance is not None:
            avance(hecho, _TOTAL)

    escritor = _Escritor(documento, imagen)
    for numero, seccion in enumerate(documento.secciones):
        va(_CUERPO * numero // len(documento.secciones))
        escritor.agrega(seccion)
    va(_CUERPO)
    datos = escritor.termina()
    va(_TOTAL)
    figuras = figuras_sin_leerse(documento, escritor.se_pudo_poner, _EN_VEZ)
    return datos, (*logotipos_sin_leerse(documento, escritor.se_pudo_poner), *figuras)


class _Escritor:
    """Un .docx mientras se escribe, parte por parte."""

    def __init__(self, documento: Documento, imagen: Callable[[str], bytes]) -> None:
        self._documento = documento
        self._tipografia = Tipografia()
        logotipos = Logotipos(Pluma(), imagen)
        self._imagenes = Imagenes(imagen, logotipos.proporcion)
        con_indice = documento.con_indice
        self._hojas = en_que_hojas(documento, self._tipografia, logotipos) if con_indice else ()
        self._listas, self._marcas = Listas(ESTILOS["corrida"]), Marcas(con_indice=con_indice)
        self._partes: list[tuple[Seccion, Encuadre]] = []
        self._word: Any = Document()
        quita_lo_del_molde(self._word)
        pon_estilos(self._word.styles.element)
        pon_ajustes(self._word.settings.element, ESTILOS["corrida"])
        self._cuerpo: Nodo = self._word.element.body
        for viejo in list(self._cuerpo):
            self._cuerpo.remove(viejo)

    def agrega(self, seccion: Seccion) -> None:
        """Agrega una parte, que empieza en hoja nueva."""
        estilo = ESTILOS[seccion.disposicion]
        encuadre = encuadra(
            seccion.membrete, estilo, self._tipografia, self._imagenes.proporcion, borrador=False
        )
        if self._partes:
            self._corta(*self._partes[-1])
        taller = Taller(
            seccion.disposicion,
            estilo,
            encuadre,
            self._tipografia,
            self._listas,
            self._marcas,
            self._imagenes,
            self._hojas,
            self._word.part,
        )
        self._cuerpo.extend(nodos_de(seccion, taller))
        self._partes.append((seccion, encuadre))

    def termina(self) -> bytes:
        """Los bytes del .docx entero."""
        if self._partes:
            self._cierra_cuadro()
            self._cuerpo.append(_hoja_de(*self._partes[-1]))
        self._rodea()
        self._listas.pon_en(self._word.part.numbering_part.element)
        pon_letras(self._word.part)
        pon_propiedades(self._word, self._documento)
        abierto = BytesIO()
        self._word.save(abierto)
        return cerrado(abierto)

    def se_pudo_poner(self, clave: str) -> bool:
        """Si esa imagen va en el archivo."""
        return self._imagenes.proporcion(clave) is not None and clave not in self._imagenes.fallidas

    def _corta(self, seccion: Seccion, encuadre: Encuadre) -> None:
        """Acaba una parte: cómo es su hoja lo dice su último párrafo."""
        self._cierra_cuadro()
        ultimo = next(hecho for hecho in reversed(self._cuerpo) if hecho.tag.endswith("}p"))
        ultimo.get_or_add_pPr().append(_hoja_de(seccion, encuadre))

    def _cierra_cuadro(self) -> None:
        """Word pide un párrafo después del último cuadro, y uno al menos en cada parte."""
        ultimo = next((hecho for hecho in reversed(self._cuerpo) if _es_de_texto(hecho)), None)
        if ultimo is None or not ultimo.tag.endswith("}p") or ultimo.find(".//" + _SECTPR) is not None:
            self._cuerpo.append(sin_alto())

    def _rodea(self) -> None:
        """Los encabezados y pies, donde cambian de una parte a otra."""
        puesto: object = None
        for (seccion, encuadre), de_word in zip(self._partes, self._word.sections, strict=True):
            suyo = (seccion.membrete, seccion.disposicion)
            if suyo == puesto:
                continue
            puesto = suyo
            rodea = Rodea(
                seccion.membrete,
                ESTILOS[seccion.disposicion],
                encuadre,
                self._tipografia,
                self._imagenes,
                self._documento.borrador,
                self._documento.numera_paginas,
            )
            de_word.header.is_linked_to_previous = de_word.footer.is_linked_to_previous = False
            pon_en(arriba(rodea, de_word.header.part), de_word.header.part.element)
            pon_en(abajo(rodea), de_word.footer.part.element)


_SECTPR = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}sectPr"


def _es_de_texto(hecho: Nodo) -> bool:
    return hecho.tag.endswith(("}p", "}tbl"))


def _volteada(hoja: Hoja) -> dict[str, str]:
    """Lo que le dice a la impresora que la hoja va a lo ancho."""
    return {"orient": "landscape"} if hoja.ancho > hoja.alto else {}


def _hoja_de(seccion: Seccion, encuadre: Encuadre) -> Nodo:
    """El tamaño del papel y los márgenes: el cuerpo cae donde en el PDF."""
    hoja: Hoja = ESTILOS[seccion.disposicion].hoja
    bajo = hoja.alto - encuadre.cuerpo_y - encuadre.cuerpo_alto
    return nodo(
        "w:sectPr",
        nodo("w:type", val="nextPage"),
        nodo("w:pgSz", w=veinteavos(hoja.ancho), h=veinteavos(hoja.alto), **_volteada(hoja)),
        nodo(
            "w:pgMar", top=veinteavos(encuadre.cuerpo_y), right=veinteavos(hoja.margen),
            bottom=veinteavos(bajo), left=veinteavos(hoja.margen),
            header=veinteavos(hoja.arriba), footer=veinteavos(hoja.abajo), gutter=0,
        ),
    )  # fmt: skip
