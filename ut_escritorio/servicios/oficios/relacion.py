"""La relación de oficios y la lista de entrega, de lo que dice el libro a su PDF."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from ut_escritorio.datos.disco.archivos import reemplazar, revisar_destino_de
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficios.relacion import Lista, PedidoDeRelacion, por_entregar, relacion_de
from ut_escritorio.dominio.periodos import trimestre_de
from ut_escritorio.dominio.vigencia import vigente
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.informe.armado.relaciones import (
    Mesa,
    hoja_de_entrega,
    hoja_de_pendientes,
    hoja_de_relacion,
)
from ut_escritorio.informe.documento import Documento
from ut_escritorio.informe.pdf import PdfEscrito, escribir_pdf
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.oficios.espera import paciencia_de
from ut_escritorio.servicios.oficios.libro import Libro, leer_libro, que_esperan, ultimo_de


@congelado
class HojaDelLibro:
    """Una hoja por imprimir: lo que dice, sus logotipos, cuántos oficios lleva y cuántos no se sabe."""

    documento: Documento
    logotipos: Mapping[str, bytes]
    cuantos: int
    sin_fecha: int = 0

    @property
    def nombre(self) -> str:
        """El nombre que se propone para su PDF."""
        return f"{self.documento.titulo.replace('/', '-')}.pdf"


def relacion(exp: Expediente, pedido: PedidoDeRelacion, hoy: date) -> HojaDelLibro:
    """La relación de un periodo, como se imprimiría hoy."""
    mesa = _mesa(exp, pedido.periodo.ejercicio, hoy)
    hecha = relacion_de(_libro(exp, pedido.periodo.ejercicio, hoy).filas, pedido)
    return HojaDelLibro(hoja_de_relacion(mesa, hecha), _logotipos(exp, mesa), hecha.cuantos, hecha.sin_fecha)


def lista_de_entrega(exp: Expediente, ejercicio: int, hoy: date) -> HojaDelLibro:
    """Los oficios del año que aún no tienen acuse, por área."""
    mesa, filas = _mesa(exp, ejercicio, hoy), por_entregar(_libro(exp, ejercicio, hoy).filas)
    return HojaDelLibro(hoja_de_entrega(mesa, filas), _logotipos(exp, mesa), len(filas))


def lista_de_pendientes(exp: Expediente, ejercicio: int, hoy: date) -> HojaDelLibro:
    """Los que esperan respuesta, también de años anteriores, con los días hábiles que lleva cada uno."""
    mesa, filas = _mesa(exp, ejercicio, hoy), que_esperan(exp, paciencia_de(exp, hoy))
    return HojaDelLibro(hoja_de_pendientes(mesa, filas), _logotipos(exp, mesa), len(filas))


def lista(exp: Expediente, cual: Lista, ejercicio: int, hoy: date) -> HojaDelLibro:
    """Una de las que dicen cómo va hoy el libro."""
    return (lista_de_entrega if cual == "por entregar" else lista_de_pendientes)(exp, ejercicio, hoy)


def hacer_pdf(
    hoja: HojaDelLibro,
    avance: Callable[[int, int], None] | None = None,
    cancelado: Callable[[], bool] | None = None,
) -> PdfEscrito:
    """Su PDF, en hojas a lo ancho; los mismos datos y el mismo día dan los mismos bytes."""
    return escribir_pdf(hoja.documento, hoja.logotipos.__getitem__, avance, cancelado, acostada=True)


def guardar(datos: bytes, salida: Path) -> None:
    """Deja el PDF en el disco; lo que hubiera ahí solo se reemplaza por uno entero.

    ErrorEsperado si no se deja escribir, o guarda algo que no es un PDF; no se perdió nada.
    """
    revisar_destino_de("PDF", salida)
    reemplazar(salida, datos)


def _libro(exp: Expediente, ejercicio: int, hoy: date) -> Libro:
    return leer_libro(exp, ejercicio, paciencia_de(exp, hoy))


def _mesa(exp: Expediente, ejercicio: int, hoy: date) -> Mesa:
    """El membrete y la firma son los de hoy; si el archivo no llega hasta hoy, los últimos de ese año."""
    de_hoy = trimestre_de(hoy)
    cual = de_hoy if de_hoy in exp.trimestres() else ultimo_de(exp, ejercicio)
    return Mesa(exp.foto(cual), min(hoy, cual.ultimo_dia), hoy)


def _logotipos(exp: Expediente, mesa: Mesa) -> Mapping[str, bytes]:
    """Los de ese membrete; el que el archivo no tiene se imprime con su nombre."""
    papel = vigente(mesa.foto.catalogo.papeles, mesa.dia)
    suyos: dict[str, bytes] = {}
    for logo in papel.logos if papel else ():
        try:
            suyos[logo.sha256] = exp.contenido(logo.sha256)
        except ErrorEsperado:
            suyos[logo.sha256] = b""
    return suyos
