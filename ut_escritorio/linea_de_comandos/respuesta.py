"""Lo que una orden contesta."""

from __future__ import annotations

from ut_escritorio.dominio.congelado import congelado


@congelado
class Respuesta:
    """Lo que se escribe en la terminal, y si la respuesta es que no (hay algo que corregir)."""

    texto: str
    es_no: bool = False
