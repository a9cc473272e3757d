"""La barra de una meta que cabe en una celda: lo alcanzado y, en el mismo lugar en todas, su meta."""

from __future__ import annotations

from decimal import Decimal

from ut_escritorio.dominio.graficas.trazos import Caja

_HASTA = 125
"""El % en que acaba: lo que se pasa de ahí la llena y su número dice cuánto."""

_MARCA, _SALE = 2.0, 2.0


def en_celda(por_cien: Decimal, ancho: float, alto: float) -> tuple[Caja, Caja]:
    """La barra y su marca, en un lienzo de ese tamaño; `por_cien`, qué % de la meta se alcanzó."""
    lleno = ancho * float(min(max(por_cien, Decimal(0)), Decimal(_HASTA))) / _HASTA
    donde = ancho * 100 / _HASTA
    barra = Caja(0.0, _SALE, lleno, alto - 2 * _SALE, "llena")
    return barra, Caja(donde - _MARCA / 2, 0.0, _MARCA, alto, "marca")
