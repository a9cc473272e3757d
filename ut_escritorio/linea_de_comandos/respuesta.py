"""Lo que una orden contesta."""

from __future__ import annotations

import json
from collections.abc import Sequence

from ut_escritorio.dominio.congelado import congelado


@congelado
class Respuesta:
    """Lo que se escribe en la terminal, y si la respuesta es que no (hay algo que corregir)."""

    texto: str
    es_no: bool = False


def como_json(dichos: Sequence[object]) -> str:
    """Sin acentos a la vista: una tubería de Windows no es UTF-8 y quien lo lea lo espera."""
    return json.dumps(dichos, indent=1)
