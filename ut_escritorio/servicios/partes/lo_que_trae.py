"""Las evidencias y las cartas impresas de una parte: se revisan como al adjuntarlas, antes de que lleguen."""

from __future__ import annotations

from collections.abc import Iterable

from ut_escritorio.datos.esquema.conforme import conforme
from ut_escritorio.datos.filas.contenidos import contenido_de
from ut_escritorio.datos.filas.partes.contenidos import documentos_de, logotipos_de
from ut_escritorio.datos.imagenes import puerta
from ut_escritorio.datos.imagenes.reparo import NoSirve
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.dominio.partes.cosa import Cosa
from ut_escritorio.informe.documento import Seccion
from ut_escritorio.servicios.entrega.firmado import FIRMADO
from ut_escritorio.servicios.evidencias import al_pedirlo
from ut_escritorio.servicios.evidencias.clases import clase_de

_SIN_ELLA = "Pida que la quiten o la adjunten de nuevo, y que se la entreguen otra vez."


def reparo_de_lo_que_trae(base: Base, cosas: Iterable[Cosa]) -> str:
    """Por qué algo de lo que traen no se podría guardar o imprimir aquí, y qué hacer; vacío si todo sirve."""
    cosas = tuple(cosas)
    for cosa in cosas:
        if cosa.tabla == "evidencia" and (octetos := contenido_de(base, cosa.dice["contenido"])) is not None:
            try:
                _revisar(cosa, octetos)
            except NoSirve as reparo:
                cual = f"trae «{cosa.dice['nombre']}», y aquí no se puede guardar"
                return f"{cual}: {reparo.causa}. {_SIN_ELLA}"
    for documento in documentos_de(base, cosas):
        try:
            _revisar_carta(base, documento)
        except NoSirve as reparo:
            return f"trae una carta impresa que {reparo.causa}. {_SIN_ELLA}"
    return ""


def _revisar(cosa: Cosa, octetos: bytes) -> None:
    """NoSirve si una evidencia no es de su clase, o no se deja leer."""
    dicha = cosa.dice["clase"]
    if clase_de(cosa.dice["nombre"], octetos) != dicha:
        raise NoSirve("por dentro no es lo que dice su nombre", "")
    if dicha == "foto":
        al_pedirlo.fotos().revisar(octetos)
    elif dicha == "pdf":
        al_pedirlo.hojas().contar(octetos)


def _revisar_carta(base: Base, documento: bytes) -> None:
    """NoSirve si una carta impresa no se lee entera, o su logotipo no se deja imprimir."""
    try:
        carta = FIRMADO.de_json(documento.decode(), Seccion)
    except ValueError as causa:
        raise NoSirve("no se entiende", "") from causa
    if not conforme(carta, Seccion):
        raise NoSirve("no se entiende", "")
    for logotipo in logotipos_de(base, documento):
        try:
            puerta.revisar_guardado(logotipo)
        except NoSirve as reparo:
            raise NoSirve(f"lleva un logotipo que no se puede imprimir: {reparo.causa}", "") from reparo
