"""Lo que de un año se perdería, o no se puede quitar, con cada cambio de un plan que llega."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ut_escritorio.datos.filas.cambios_del_plan.en_uso import Uso, Usos
from ut_escritorio.dominio.cambios_del_plan.llegado.comparar import Cambio
from ut_escritorio.dominio.cambios_del_plan.llegado.cosas import Cosa
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.palabras.redaccion import cantidad, lista

_QUE = {
    "componentes": "lugar", "actividades": "lugar", "pasos": "lugar", "cifras": "cifra", "medios": "medio",
    "departamentos": "departamento",
}  # fmt: skip
_DE_QUE = {"escrito": "cifra"}  # lo escrito de una cifra que se capturará de otro modo: no se quita, no se ve
Usado = tuple[str, str]


@congelado
class Perdida:
    """Algo con lo que el cambio se queda sin lugar: qué es (y su clave) y cuánto hay."""

    usado: Usado
    uso: Uso

    @property
    def posible(self) -> bool:
        """Si se puede perder: lo firmado no, ni lo que dice por dónde o de quién fue."""
        return self.usado[0] == "escrito" or (
            not self.uso.firmados and self.usado[0] in ("lugar", "cifra", "forma")
        )

    def __str__(self) -> str:
        cuanto = lista([cantidad(n, que) for que, n in self.uso.cuanto.items()])
        if self.uso.firmados and not self.posible:
            cuales = lista([f"{numero}º" for numero in sorted(self.uso.firmados)])
            return f"{cuanto}, y lo del {cuales} trimestre ya se firmó"
        if self.usado[0] == "escrito":
            return f"{cuanto} que dejarían de verse"
        if self.usado[0] == "forma":
            return f"{cuanto} que se dirían de otro modo"
        return cuanto


def perdidas(cambio: Cambio, antes_se_llamaba: Mapping[str, str], usos: Usos) -> tuple[Perdida, ...]:
    """Las de un cambio; `antes_se_llamaba` da la clave que aquí tiene un lugar que llega con otra."""
    if cambio.antes is None:
        return ()
    return tuple(
        Perdida(usado, usos[_DE_QUE.get(usado[0], usado[0]), usado[1]])
        for usado in _se_quedan_sin_lugar(cambio, cambio.antes, antes_se_llamaba)
        if (_DE_QUE.get(usado[0], usado[0]), usado[1]) in usos
    )


def _se_quedan_sin_lugar(cambio: Cambio, antes: Cosa, antes_se_llamaba: Mapping[str, str]) -> Iterator[Usado]:
    clave = antes_se_llamaba.get(antes.clave, antes.clave)
    que = _QUE.get(antes.parte)
    if (
        antes.parte == "cifras"
        and cambio.despues
        and antes.dice.get("captura") != cambio.despues.dice.get("captura")
    ):
        yield "escrito", clave
    if cambio.que == "se va" and que:
        yield que, clave
    quedan = {forma["clave"] for forma in _formas(cambio.despues)}
    yield from (("forma", f"{clave} {f['clave']}") for f in _formas(antes) if f["clave"] not in quedan)


def _formas(cosa: Cosa | None) -> Sequence[Mapping[str, Any]]:
    return cosa.dice.get("formas", ()) if cosa else ()
