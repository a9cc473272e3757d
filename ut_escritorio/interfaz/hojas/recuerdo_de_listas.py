"""Lo que se recuerda de la última lista que se trajo: cómo se llaman sus columnas y qué es cada palabra.

De sus filas no se recuerda nada.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSettings

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.numeros.recuento import NO_SE_CUENTAN
from ut_escritorio.dominio.personas import SEXOS
from ut_escritorio.interfaz.comunes.sesion.ajustes import texto

_NOMBRE = "lista_de_solicitudes"


@congelado
class Recuerdo:
    """El rótulo de cada columna, y de qué sexo dijo ella que es cada palabra."""

    columnas: Mapping[str, str]
    palabras: Mapping[str, str]


def recordado(ajustes: QSettings) -> Recuerdo:
    """Lo de la última vez; nada si no la hubo, o no se deja leer."""
    try:
        guardado: Any = json.loads(texto(ajustes, _NOMBRE) or "{}")
        palabras = _textos(guardado.get("palabras"))
        buenas = {palabra: que for palabra, que in palabras.items() if que in (*SEXOS, NO_SE_CUENTAN)}
        return Recuerdo(_textos(guardado.get("columnas")), buenas)
    except (ValueError, AttributeError):
        return Recuerdo({}, {})


def recordar(ajustes: QSettings, recuerdo: Recuerdo) -> None:
    """Lo deja para la próxima."""
    dicho = {"columnas": dict(recuerdo.columnas), "palabras": dict(recuerdo.palabras)}
    ajustes.setValue(_NOMBRE, json.dumps(dicho))


def _textos(guardado: Any) -> Mapping[str, str]:
    pares = guardado.items() if isinstance(guardado, dict) else ()
    return {clave: valor for clave, valor in pares if isinstance(clave, str) and isinstance(valor, str)}
