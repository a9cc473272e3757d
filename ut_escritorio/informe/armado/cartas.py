"""La carta de un oficio hecha sección: en su hoja y con su membrete, como los oficios de remisión."""

from __future__ import annotations

from collections.abc import Iterator

from ut_escritorio.dominio.cartas.dicha import CartaDicha
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.informe.armado.bloques import RenglonDeOficio, renglon_de_oficio
from ut_escritorio.informe.documento import Bloque, Firma, Firmas, Membrete, Seccion


def seccion_de_carta(carta: CartaDicha, folio: str, membrete: Membrete, origen: Origen) -> Seccion:
    """Una carta en hojas suyas; el índice la nombra por su número."""
    return Seccion(folio, tuple(_bloques(carta, origen)), membrete, "oficio", origen)


def _bloques(carta: CartaDicha, origen: Origen) -> Iterator[Bloque]:
    arriba: tuple[tuple[RenglonDeOficio, tuple[str, ...]], ...] = (
        ("datos", carta.datos), ("fecha", (carta.fecha,)), ("destinatario", carta.destinatario),
        ("cuerpo", carta.cuerpo),
    )  # fmt: skip
    for clase, textos in arriba:
        for texto in textos:
            yield renglon_de_oficio(clase, texto, origen)
    yield Firmas((Firma(carta.firma.nombre, carta.firma.cargo),), carta.despedida, origen)
    for copia in carta.copias:
        yield renglon_de_oficio("copias", copia, origen)
