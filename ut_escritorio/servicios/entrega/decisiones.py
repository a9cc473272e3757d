"""Contestar a la revisión: justificar un valor y dejar algo así."""

from __future__ import annotations

from ut_escritorio.datos.filas import captura
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.expediente import Cambios, Expediente


def justificar(exp: Expediente, trimestre: Trimestre, lugar: str, texto: str, visita: str = "") -> Cambios:
    """Anota por qué el valor de un lugar se alejó de lo programado; vacío, quita lo anotado.

    Lo guardado seguido en una misma `visita` se deshace junto.
    """
    nombre = "Justificar un valor"
    return exp.hacer(
        trimestre, nombre, lambda legajo: captura.poner_justificacion(legajo, lugar, texto), visita
    )


def dejar_asi(exp: Expediente, trimestre: Trimestre, huella: str, motivo: str) -> Cambios:
    """Deja así lo señalado que tiene esa huella; ErrorEsperado si no se dice por qué."""
    if not motivo.strip():
        raise ErrorEsperado("Escriba por qué se deja así; el motivo queda junto a lo señalado.")
    return exp.hacer(trimestre, "Dejar así", lambda legajo: captura.poner_dejado(legajo, huella, motivo))


def volver_a_senalar(exp: Expediente, trimestre: Trimestre, huella: str) -> Cambios:
    """Quita el «dejarlo así» de lo que tiene esa huella."""
    return exp.hacer(trimestre, "Volver a señalar", lambda legajo: captura.poner_dejado(legajo, huella, None))
