"""Escribir a mano un texto que el programa hace solo, y volver al suyo."""

from __future__ import annotations

from ut_escritorio.datos.filas.captura import poner_por_mirar, poner_texto
from ut_escritorio.datos.filas.legajo import Legajo
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.foto import TextoAMano
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
