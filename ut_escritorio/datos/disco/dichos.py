"""Lo que cada informe abierto decía la última vez que se vio, cubierto, guardado fuera del archivo.

Si falta, no se entiende o lo escribió una versión que no lo cubría, no se sabe: nunca impide nada.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from ut_escritorio.datos.disco.archivos import reemplazar
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.errores import ErrorEsperado

_NOTAS = logging.getLogger(__name__)
_FORMATO = 2
_CUANTOS = 8  # informes que se recuerdan, los últimos que se vieron


@congelado
class LoDicho:
    """Lo que un informe decía, texto por texto y cubierto, al terminar una acción de su archivo.

    `apertura` dice cuál: en otra copia, la de ese número puede ser otra. Vacía si no se guardó.
    """

    accion: int
    textos: Mapping[str, str]
    apertura: str = ""


def leer(ruta: Path, cual: str) -> LoDicho | None:
    """Lo que se recuerda de un informe; None si no se recuerda o no se entiende."""
    try:
        dicho = _leer_todo(ruta)[cual]
        textos = {str(llave): str(texto) for llave, texto in dicho["textos"].items()}
        return LoDicho(int(dicho["accion"]), textos, str(dicho.get("apertura", "")))
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def anotar(ruta: Path, cual: str, dicho: LoDicho) -> None:
    """Recuerda lo que dice un informe, en lugar de lo que se recordaba; si no se deja escribir, nada pasa."""
    todo = _leer_todo(ruta)
    todo.pop(cual, None)
    todo[cual] = {
        "formato": _FORMATO,
        "accion": dicho.accion,
        "apertura": dicho.apertura,
        "textos": dict(dicho.textos),
    }
    ultimos = dict([*todo.items()][-_CUANTOS:])
    try:
        ruta.parent.mkdir(parents=True, exist_ok=True)
        reemplazar(ruta, json.dumps(ultimos, ensure_ascii=False, indent=1).encode("utf-8"))
    except (OSError, ErrorEsperado) as error:
        _NOTAS.warning("lo que dicen los informes no se dejó recordar: %s", type(error).__name__)


def _leer_todo(ruta: Path) -> dict[str, Any]:
    try:
        leido = json.loads(ruta.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    informes = cast(dict[str, Any], leido).items() if isinstance(leido, dict) else ()
    return {cual: informe for cual, informe in informes if _formato_de(informe) == _FORMATO}


def _formato_de(informe: object) -> object:
    return cast(dict[str, Any], informe).get("formato") if isinstance(informe, dict) else None
