"""Los anexos en su propio PDF, cuando el plan los pone aparte; de lo firmado, los que se firmaron."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from ut_escritorio.datos.disco.archivos import reemplazar, revisar_destino_de
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.informe.documento import Documento
from ut_escritorio.informe.pdf import PdfEscrito, escribir_pdf
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.entrega import hojas
from ut_escritorio.servicios.entrega.firma import documento_firmado
from ut_escritorio.servicios.entrega.hojas import ConHojas
from ut_escritorio.servicios.entrega.informe import documento_de
from ut_escritorio.servicios.evidencias.hojas import PintarHoja

_NO_HAY = "El informe no lleva anexos aparte. En Informe, «Hojas que se agregan» dice dónde van."


@congelado
class DeAnexos:
    """Los anexos por escribir, con lo que necesitan del archivo ya leído."""

    documento: Documento
    contenido: ConHojas


def anexos_aparte(exp: Expediente, foto: FotoTrimestre, pintar: PintarHoja | None) -> DeAnexos:
    """Los de un trimestre, con lo suyo ya leído; lanza lo mismo que `por_leer`."""
    return hojas.ya_leido(por_leer(exp, foto, pintar))


def por_leer(
    exp: Expediente, foto: FotoTrimestre, pintar: PintarHoja | None
) -> tuple[DeAnexos, Iterator[None]]:
    """Los de un trimestre y los pasos que leen lo suyo del archivo.

    ErrorEsperado si no van aparte, y lo mismo que `hojas.por_leer`.
    """
    del_informe = documento_firmado(exp, foto.trimestre) if foto.firmado else documento_de(foto)
    documento = del_informe.de_anexos
    if documento is None:
        raise ErrorEsperado(_NO_HAY)
    logos = {logo.sha256 for seccion in documento.secciones for logo in seccion.membrete.logos}
    necesarios = logos | {figura.sha256 for figura in documento.figuras}
    con_pdf = any(figura.hoja for figura in documento.figuras)
    contenido, pasos = hojas.por_leer(exp, necesarios, con_pdf, pintar)
    return DeAnexos(documento, contenido), pasos


def exportar_anexos(
    anexos: DeAnexos,
    salida: Path,
    avance: Callable[[int, int], None] | None = None,
    cancelado: Callable[[], bool] | None = None,
) -> PdfEscrito:
    """Escribe los anexos; lo que hubiera en `salida` solo se reemplaza por un PDF entero."""
    revisar_destino_de("PDF", salida)
    escrito = escribir_pdf(anexos.documento, anexos.contenido, avance, cancelado)
    reemplazar(salida, escrito.datos)
    return escrito


def nombre_de_anexos(foto: FotoTrimestre) -> str:
    """El nombre que se propone para ese PDF."""
    return f"Anexos {foto.trimestre}.pdf"
