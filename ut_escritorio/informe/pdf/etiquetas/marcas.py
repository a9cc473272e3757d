"""Las marcas que en los trazos de cada hoja dicen de qué etiqueta es cada cosa, o que es adorno."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ut_escritorio.informe.pdf.etiquetas.etiqueta import Etiqueta

_ADORNO, _FIN = "/Artifact BMC", "EMC"


class Pedazo(NamedTuple):
    """Un pedazo de una hoja (desde 0), por su número en ella."""

    hoja: int
    numero: int


class Marcas:
    """Lo marcado hasta ahora: qué etiqueta lleva cada pedazo y en qué pedazos está cada una."""

    def __init__(self) -> None:
        self.hojas: list[list[Etiqueta]] = []
        self.pedazos: dict[Etiqueta, list[Pedazo]] = {}
        self._abierta: Etiqueta | None = None
        self._hay_abierta = False

    def abre_hoja(self) -> None:
        """Empieza una hoja, sin nada marcado."""
        self.hojas.append([])

    def pasa_a(self, etiqueta: Etiqueta | None) -> Iterator[str]:
        """Los trazos que hacen de lo que sigue parte de esa etiqueta, o adorno si no es de ninguna."""
        if self._hay_abierta and self._abierta is etiqueta:
            return
        yield from self.cierra()
        self._abierta, self._hay_abierta = etiqueta, True
        yield _ADORNO if etiqueta is None else self._empieza(etiqueta)

    def cierra(self) -> Iterator[str]:
        """Los trazos que acaban lo que esté marcándose."""
        if self._hay_abierta:
            self._hay_abierta = False
            yield _FIN

    def aparte(self, etiqueta: Etiqueta | None) -> tuple[str, str]:
        """Los trazos que van antes y después de una cosa que se marca sola."""
        return _ADORNO if etiqueta is None else self._empieza(etiqueta), _FIN

    def _empieza(self, etiqueta: Etiqueta) -> str:
        hoja = self.hojas[-1]
        pedazo = Pedazo(len(self.hojas) - 1, len(hoja))
        hoja.append(etiqueta)
        self.pedazos.setdefault(etiqueta, []).append(pedazo)
        return f"/{etiqueta.clase} <</MCID {pedazo.numero}>> BDC"
