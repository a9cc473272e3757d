"""Lo que llega en respuesta a un oficio: si con eso ya se contestó, o falta una parte."""

from __future__ import annotations

from collections.abc import Iterable

from ut_escritorio.dominio.congelado import congelado


@congelado
class Llegada:
    """Algo que llegó en respuesta: con qué se dice (su folio, o su medio), cuál papel es y qué día llegó.

    `papel` es 0 si no fue un oficio. `completa`: si con eso no falta nada; None si nadie lo dijo y se sabe
    por ir en el mismo asunto. `nota`, qué contestaron.
    """

    con: str = ""
    papel: int = 0
    fecha: str | None = None
    completa: bool | None = None
    nota: str = ""


@congelado
class LoQueLlego:
    """Todo lo que llegó: si ya se contestó entero, si falta una parte y con qué, en su orden."""

    entero: bool = False
    a_medias: bool = False
    con: tuple[str, ...] = ()


def lo_que_llego(llegadas: Iterable[Llegada]) -> LoQueLlego:
    """Cómo va un oficio con lo que ha llegado.

    Lo que llegó en su asunto lo contesta entero, salvo que de ese mismo papel se haya dicho que le falta una
    parte; lo que llegue después lo completa.
    """
    todas = tuple(llegadas)
    incompletas = {_cual(llegada) for llegada in todas if llegada.completa is False}
    entero = any(
        llegada.completa or (llegada.completa is None and _cual(llegada) not in incompletas)
        for llegada in todas
    )
    con = tuple(dict.fromkeys(llegada.con for llegada in todas if llegada.con))
    return LoQueLlego(entero, bool(todas) and not entero, con)


def cada_una(llegadas: Iterable[Llegada]) -> tuple[Llegada, ...]:
    """Lo que llegó, por su día; lo que se sabe por su asunto y además se anotó va una vez, como se anotó."""
    todas = tuple(llegadas)
    anotadas = {_cual(llegada) for llegada in todas if llegada.completa is not None}
    suyas = (cada for cada in todas if cada.completa is not None or _cual(cada) not in anotadas)
    return tuple(sorted(suyas, key=lambda llegada: llegada.fecha or ""))


def _cual(llegada: Llegada) -> object:
    """Lo que hace de dos noticias la misma: el papel o, si no lo hubo, el día."""
    return llegada.papel or llegada.fecha
