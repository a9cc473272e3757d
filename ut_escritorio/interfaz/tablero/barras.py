"""La geometría de la gráfica de barras por mes: dónde va cada barra y qué dice, sin nada de Qt."""

from __future__ import annotations

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.plan.cifras import Numero


@congelado
class Barra:
    """Una barra: su caja en la gráfica, el valor que pinta y el rótulo bajo ella."""

    x: float
    y: float
    ancho: float
    alto: float
    valor: Numero | None
    rotulo: str

    @property
    def dice(self) -> str:
        """Lo que se lee de ella: «Abr: 77», «May: sin dato»."""
        return f"{self.rotulo}: {'sin dato' if self.valor is None else self.valor}"


ARRIBA, ABAJO = 20.0, 20.0
_HUECO = 0.35


def barras(
    valores: tuple[Numero | None, ...], rotulos: tuple[str, ...], ancho: float, alto: float
) -> tuple[Barra, ...]:
    """Las barras repartidas en un lienzo de ese tamaño; la más alta llega arriba.

    Un mes sin dato es una barra sin alto y sin valor; un cero, sin alto pero con su 0.
    """
    mayor = max((valor for valor in valores if valor), default=1)
    paso = ancho / max(1, len(valores))
    util = max(1.0, alto - ARRIBA - ABAJO)
    return tuple(
        _barra(indice, valor, rotulo, paso, util * float(valor or 0) / float(mayor), alto)
        for indice, (valor, rotulo) in enumerate(zip(valores, rotulos, strict=True))
    )


def _barra(indice: int, valor: Numero | None, rotulo: str, paso: float, tamano: float, alto: float) -> Barra:
    x = indice * paso + paso * _HUECO / 2
    return Barra(x, alto - ABAJO - tamano, paso * (1 - _HUECO), tamano, valor, rotulo)
