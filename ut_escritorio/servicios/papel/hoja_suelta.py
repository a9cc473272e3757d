"""Una hoja suelta: de lo que dice a su PDF, y de ahí al disco."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from ut_escritorio.datos.disco.archivos import reemplazar, revisar_destino_de
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.dominio.vigencia import vigente
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.informe.documento import Documento
from ut_escritorio.informe.excel import escribir_suelta
from ut_escritorio.informe.pdf import ClaseDeHojas, PdfEscrito, escribir_pdf
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.entrega.formatos import formato_de


@congelado
class HojaSuelta:
    """Lo que dice, sus imágenes (los logotipos de su membrete, sus fotos) y en qué hojas va."""

    documento: Documento
    imagenes: Mapping[str, bytes]
    hojas_de: ClaseDeHojas = "acostadas"

    @property
    def nombre(self) -> str:
        """El nombre que se propone para su PDF."""
        return f"{self.documento.titulo.replace('/', '-')}.pdf"


def logotipos_de(exp: Expediente, foto: FotoTrimestre, dia: date) -> Mapping[str, bytes]:
    """Los del membrete de ese día; el que el archivo no tiene se imprime con su nombre."""
    papel = vigente(foto.catalogo.papeles, dia)
    suyos: dict[str, bytes] = {}
    for logo in papel.logos if papel else ():
        try:
            suyos[logo.sha256] = exp.contenido(logo.sha256)
        except ErrorEsperado:
            suyos[logo.sha256] = b""
    return suyos


def hacer_pdf(
    hoja: HojaSuelta,
    avance: Callable[[int, int], None] | None = None,
    cancelado: Callable[[], bool] | None = None,
) -> PdfEscrito:
    """Su PDF; los mismos datos y el mismo día dan los mismos bytes."""
    return escribir_pdf(hoja.documento, hoja.imagenes.__getitem__, avance, cancelado, hojas_de=hoja.hojas_de)


def exportar(hoja: HojaSuelta, salida: Path) -> None:
    """La deja en el disco en PDF o, si su nombre acaba en .xlsx, en Excel; lanza como `guardar`."""
    if formato_de(salida, ("PDF", "Excel")) == "PDF":
        guardar(hacer_pdf(hoja).datos, salida)
        return
    revisar_destino_de("Excel", salida)
    reemplazar(salida, escribir_suelta(hoja.documento))


def guardar(datos: bytes, salida: Path) -> None:
    """Deja el PDF en el disco; lo que hubiera ahí solo se reemplaza por uno entero.

    ErrorEsperado si no se deja escribir, o guarda algo que no es un PDF; no se perdió nada.
    """
    revisar_destino_de("PDF", salida)
    reemplazar(salida, datos)
