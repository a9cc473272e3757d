"""Lo que dos archivos tienen en común: hasta dónde fueron el mismo, y qué cambió después en cada uno."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from ut_escritorio.dominio.congelado import congelado


@congelado
class Rastro:
    """La historia de un archivo, en corto: su última acción en cada apertura y la última en cada cosa.

    Una apertura es de un solo archivo: si está en dos, hasta ahí fueron el mismo.
    """

    aperturas: Mapping[str, int] = field(default_factory=dict[str, int])
    ultimas: Mapping[str, int] = field(default_factory=dict[str, int])

    def en_comun(self, otro: Rastro) -> int | None:
        """La última acción que está en los dos; None si no consta que hayan sido el mismo."""
        juntas = self.aperturas.keys() & otro.aperturas.keys()
        return max((min(self.aperturas[una], otro.aperturas[una]) for una in juntas), default=None)

    def desde(self, accion: int) -> frozenset[str]:
        """Las cosas que cambiaron después de esa acción."""
        return frozenset(clave for clave, ultima in self.ultimas.items() if ultima > accion)


@congelado
class Pasado:
    """Lo que cambió en cada lado desde que los archivos fueron el mismo, por la clave de cada cosa.

    `consta`: si se sabe que lo fueron; si no, `aqui` y `alla` son todo lo que en cada uno se ha escrito.
    `nacidas`: lo que aquí se agregó después. `se_sabe_de_alla`: si lo que llega dice qué se escribió en él.
    """

    consta: bool = False
    aqui: frozenset[str] = frozenset()
    alla: frozenset[str] = frozenset()
    nacidas: frozenset[str] = frozenset()
    se_sabe_de_alla: bool = False

    def nadie_lo_escribio(self, clave: str) -> bool:
        """Si, sin haber sido nunca el mismo archivo, en ninguno consta que alguien lo escribiera."""
        return not self.consta and self.se_sabe_de_alla and clave not in self.aqui | self.alla

    def solo_aqui(self, clave: str) -> bool:
        """Si consta que algo cambió aquí y que allá sigue como estaba."""
        return self.consta and clave in self.aqui and clave not in self.alla

    def se_quito_alla(self, clave: str) -> bool:
        """Si consta que algo de aquí, que allá no está, estaba en los dos."""
        return self.consta and clave not in self.nacidas
