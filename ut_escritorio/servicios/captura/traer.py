"""Traer del trimestre anterior los textos propios, corridos, y darlos por mirados uno por uno."""

from __future__ import annotations

from ut_escritorio.datos.esquema.campos import nuevo_uid
from ut_escritorio.datos.filas import captura
from ut_escritorio.datos.filas import renglones as renglones
from ut_escritorio.datos.filas.legajo import Legajo
from ut_escritorio.dominio.impreso.traidos import TextoTraido, proponer_traidos
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.propuestas import Propuesta
from ut_escritorio.dominio.trimestre.foto import TextoAMano
from ut_escritorio.dominio.trimestre.renglones import ParrafoLibre
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.expediente import Cambios, Expediente


def proponer(exp: Expediente, trimestre: Trimestre) -> Propuesta[TextoTraido]:
    """Los textos del trimestre anterior que se pueden traer a este; no cambia nada.

    Raises:
        ErrorEsperado: este ya está firmado, el archivo no tiene el anterior, o no hay nada que traer.
    """
    ahora, anterior = exp.foto(trimestre), trimestre.anterior
    if ahora.firmado:
        raise ErrorEsperado(f"El {trimestre} ya está firmado: no se le traen textos.")
    if anterior not in exp.trimestres():
        raise ErrorEsperado(f"Este archivo no tiene el {anterior}; no hay de dónde traer textos.")
    propuesta = proponer_traidos(exp.foto(anterior), ahora)
    if not propuesta.cambios:
        raise ErrorEsperado(
            f"No hay textos que traer del {anterior}: no se escribió ninguno a mano, o ya están aquí."
        )
    return propuesta


def traer(exp: Expediente, trimestre: Trimestre, propuesta: Propuesta[TextoTraido]) -> Cambios:
    """Trae de una vez los textos propuestos; cada uno queda por mirar."""

    def poner(legajo: Legajo) -> None:
        for texto in propuesta.cambios:
            captura.poner_por_mirar(legajo, _poner(legajo, texto), True)

    return exp.hacer(trimestre, propuesta.nombre, poner)


def _poner(legajo: Legajo, texto: TextoTraido) -> str:
    """Guarda un texto; devuelve su origen."""
    if texto.origen:
        captura.poner_texto(legajo, texto.origen, TextoAMano(texto.origen, texto.texto, texto.sustituye))
        return texto.origen
    uid, orden = nuevo_uid(), renglones.siguiente_orden(legajo, texto.lugar)
    renglones.guardar_parrafo(legajo, ParrafoLibre(uid, texto.lugar, orden, texto.texto))
    return Origen("parrafo", uid)


def dar_por_mirado(exp: Expediente, trimestre: Trimestre, origen: str) -> Cambios:
    """Ella ya miró un texto traído, y está bien así."""
    nombre = "Dar por mirado un texto"
    return exp.hacer(trimestre, nombre, lambda legajo: captura.poner_por_mirar(legajo, origen, False))
