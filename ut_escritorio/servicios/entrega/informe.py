"""El informe, de la foto al archivo; el de un trimestre cerrado dice siempre lo que se firmó."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from ut_escritorio.datos.disco.archivos import reemplazar, revisar_destino_de, revisar_que_no_es_de_trabajo
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficios.libro import EnElLibro
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre, PdfFirmado
from ut_escritorio.informe.armado import armar
from ut_escritorio.informe.documento import Documento
from ut_escritorio.informe.excel import escribir_excel
from ut_escritorio.informe.pdf import PdfEscrito, escribir_pdf
from ut_escritorio.informe.word import escribir_word
from ut_escritorio.revision import por_corregir, revisar
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.entrega import hojas
from ut_escritorio.servicios.entrega.firmado import FIRMADO
from ut_escritorio.servicios.entrega.formatos import EXTENSIONES, Formato, formato_de
from ut_escritorio.servicios.entrega.hojas import ConHojas
from ut_escritorio.servicios.evidencias.hojas import PintarHoja
from ut_escritorio.servicios.oficina.calendario import calendario_de

Contenido = Callable[[str], bytes] | Mapping[str, bytes]
_APARTE = "Los anexos van aparte, y solo en PDF: en Informe, «Anexos en PDF…»."
_DEL_PDF = (
    "Los números de página del índice son los del PDF; si en Word cambian las hojas, Ctrl+E y F9 los ponen "
    "al día."
)
_NO_ES_LO_FIRMADO = "Son los datos de hoy, no los que se firmaron."


@congelado
class Exportado:
    """El informe escrito: dónde, en qué y, del PDF, de cuántas páginas y qué signos no tuvo la letra.

    `hojas` lleva cada origen a la primera página en que se imprime. `por_corregir`: las frases por
    las que sale BORRADOR. `huellas`: qué lleva cada hoja, para `firma.hojas_que_cambiaron`.
    `firmado`: es lo que se firmó; en PDF, sus mismos bytes. `avisos`: lo que no lleva, y qué hacer.
    """

    ruta: Path
    paginas: int
    sin_glifo: tuple[str, ...]
    hojas: Mapping[str, int]
    por_corregir: tuple[str, ...] = ()
    huellas: tuple[str, ...] = ()
    firmado: bool = False
    avisos: tuple[str, ...] = ()
    formato: Formato = "PDF"


def exportar(
    foto: FotoTrimestre,
    contenido: Contenido,
    salida: Path,
    avance: Callable[[int, int], None] | None = None,
    cancelado: Callable[[], bool] | None = None,
    datos_de_hoy: bool = False,
    oficios: tuple[EnElLibro, ...] = (),
) -> Exportado:
    """Escribe el informe; lo que hubiera en `salida` solo se reemplaza por uno entero.

    Args:
        foto: el trimestre; su plan y sus datos bastan para todo el informe.
        contenido: los bytes de un logotipo, y de lo firmado, por su SHA-256.
        salida: el archivo, que dice en qué va con el final de su nombre; su carpeta debe existir.
        avance: recibe lo hecho y el total.
        cancelado: dice si ya no se quiere.
        datos_de_hoy: en un trimestre cerrado, exporta sus datos, marcados BORRADOR, y no lo firmado.
        oficios: los que van en el de Excel; los da `servicios/oficios/del_informe.py`.

    Raises:
        ErrorEsperado: se canceló, el nombre no dice en qué hacerlo, o el destino no deja escribir o guarda
            algo de otra clase; no se perdió nada.
    """
    revisar_que_no_es_de_trabajo(salida)
    formato = formato_de(salida)
    revisar_destino_de(formato, salida)
    bytes_de = contenido if callable(contenido) else contenido.__getitem__
    firmado = None if datos_de_hoy else foto.firmado
    if firmado and formato == "PDF":
        reemplazar(salida, bytes_de(firmado.sha256))
        return Exportado(salida, firmado.paginas, (), firmado.hojas, firmado=True)
    documento = _lo_firmado(firmado, bytes_de) if firmado else _sin_firmar(foto)
    if formato == "PDF":
        escrito = escribir_pdf(documento, bytes_de, avance, cancelado)
        reemplazar(salida, escrito.datos)
        return _exportado(salida, documento, escrito)
    if formato == "Word":
        hecho = escribir_word(documento, bytes_de, avance, cancelado)
        suyos = ((_DEL_PDF, documento.con_indice), (_APARTE, bool(documento.anexos)))
        datos, avisos = hecho.datos, (*hecho.avisos, *(dicho for dicho, toca in suyos if toca))
    else:
        datos, avisos = escribir_excel(documento, foto, oficios, avance, cancelado), ()
    reemplazar(salida, datos)
    por_corregir = documento.por_corregir
    return Exportado(salida, 0, (), {}, por_corregir, firmado=bool(firmado), avisos=avisos, formato=formato)


def _lo_firmado(firmado: PdfFirmado, bytes_de: Callable[[str], bytes]) -> Documento:
    """Lo que decía el informe que se firmó."""
    return FIRMADO.de_json(bytes_de(firmado.documento).decode(), Documento)


def _sin_firmar(foto: FotoTrimestre) -> Documento:
    """El documento con los datos de hoy; si el trimestre está cerrado, siempre BORRADOR."""
    documento = documento_de(foto)
    if foto.firmado is None:
        return documento
    return replace(documento, por_corregir=(_NO_ES_LO_FIRMADO, *documento.por_corregir))


def _exportado(salida: Path, documento: Documento, escrito: PdfEscrito) -> Exportado:
    return Exportado(
        salida,
        escrito.paginas,
        escrito.sin_glifo,
        escrito.hojas,
        documento.por_corregir,
        escrito.huellas,
        avisos=escrito.avisos,
    )


def documento_de(foto: FotoTrimestre) -> Documento:
    """El documento del trimestre, ya revisado: con algo por corregir sale BORRADOR."""
    return armar(foto, por_corregir_en_papel(foto))


def por_corregir_en_papel(foto: FotoTrimestre) -> tuple[str, ...]:
    """Lo que hace del informe un BORRADOR.

    Se revisa como si hoy fuera el día del informe: los mismos datos dan siempre los mismos bytes.
    """
    hallazgos = por_corregir(revisar(foto, calendario_de(foto), foto.dia))
    return tuple(hallazgo.mensaje for hallazgo in hallazgos)


def contenidos_de(exp: Expediente, foto: FotoTrimestre, pintar: PintarHoja | None = None) -> ConHojas:
    """Lo que el informe necesita del archivo, ya leído; lanza lo mismo que `por_leer` y sus pasos."""
    return hojas.ya_leido(por_leer(exp, foto, pintar))


def por_leer(
    exp: Expediente, foto: FotoTrimestre, pintar: PintarHoja | None
) -> tuple[ConHojas, Iterator[None]]:
    """Lo que el informe necesita del archivo y los pasos que lo leen; lanza lo mismo que `hojas.por_leer`."""
    necesarios = {logo.sha256 for papel in foto.catalogo.papeles for logo in papel.logos}
    necesarios |= {cada.contenido for anexo in foto.anexos.todos for cada in anexo.evidencias}
    if foto.firmado:
        necesarios |= {foto.firmado.sha256, foto.firmado.documento}
    return hojas.por_leer(exp, necesarios, any(anexo.es_pdf for anexo in foto.anexos.todos), pintar)


def nombre_de_informe(foto: FotoTrimestre, formato: Formato = "PDF") -> str:
    """El nombre que se propone."""
    return f"Informe {foto.trimestre}{EXTENSIONES[formato]}"
