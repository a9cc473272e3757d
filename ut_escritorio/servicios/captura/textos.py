"""Escribir a mano un texto que el programa hace solo, y volver al suyo."""

from __future__ import annotations

from ut_escritorio.datos.filas.captura import poner_por_mirar, poner_texto
from ut_escritorio.datos.filas.legajo import Legajo
from ut_escritorio.dominio.impreso.relatos import relatos_de
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.anexos_a_mano import con_los_de_hoy, suyos
from ut_escritorio.dominio.trimestre.foto import TextoAMano
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.expediente import Cambios, Expediente


def escribir_a_mano(
    exp: Expediente, trimestre: Trimestre, origen: str, texto: str, sustituye: str, visita: str = ""
) -> Cambios:
    """Guarda un texto en lugar del automático; `sustituye` es el automático de ese momento.

    Vacío vuelve al automático: si no, se callaría sin decirlo lo que el informe debe decir. Lo
    guardado seguido en una misma `visita` se deshace junto.
    """
    a_mano = TextoAMano(origen, texto, sustituye) if texto.strip() else None
    return exp.hacer(
        trimestre, "Cambiar a mano un texto", lambda legajo: _poner(legajo, origen, a_mano), visita
    )


def _poner(legajo: Legajo, origen: str, texto: TextoAMano | None) -> None:
    """Guarda o quita el texto; si era traído, al tocarlo queda mirado."""
    poner_texto(legajo, origen, texto)
    poner_por_mirar(legajo, origen, False)


def volver_al_automatico(exp: Expediente, trimestre: Trimestre, origen: str) -> Cambios:
    """Quita el texto a mano: se imprime el que sale de los datos."""
    return exp.hacer(trimestre, "Volver al texto automático", lambda legajo: _poner(legajo, origen, None))


def poner_los_anexos_de_hoy(exp: Expediente, trimestre: Trimestre, lugar: str, origen: Origen) -> Cambios:
    """En un texto a mano, los números de sus anexos como hoy son; lo demás queda como lo escribió.

    ErrorEsperado si mientras tanto el texto cambió y ya no hay qué poner.
    """
    foto = exp.foto(trimestre)
    relato = next((cada for cada in relatos_de(foto, lugar) if cada.origen == origen), None)
    a_mano = foto.a_mano.get(origen)
    hoy = suyos(foto.anexos, relato.uids) if relato else frozenset[int]()
    texto = con_los_de_hoy(a_mano.texto, hoy) if a_mano else None
    if relato is None or a_mano is None or texto is None:
        raise ErrorEsperado("Ese texto ya cambió; la pantalla se actualizó.")
    # Si del automático solo cambiaron los anexos, ya no hay nada que decidir
    solo_eso = con_los_de_hoy(a_mano.sustituye, hoy) == relato.automatico
    sustituye = relato.automatico if solo_eso else a_mano.sustituye
    nuevo = TextoAMano(origen, texto, sustituye)
    return exp.hacer(trimestre, "Poner el anexo de hoy", lambda legajo: _poner(legajo, origen, nuevo))
