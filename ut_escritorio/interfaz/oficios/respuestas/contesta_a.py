"""A qué oficio contesta uno recibido, como se ofrece y se dice en su formulario."""

from __future__ import annotations

from collections.abc import Sequence

from ut_escritorio.dominio.impreso.contestables import en_lista
from ut_escritorio.dominio.oficios.libro import EnElLibro, a_cuales_contesta
from ut_escritorio.dominio.palabras.redaccion import lista

VARIOS = "varios"
Opciones = Sequence[tuple[str, str]]


def contesta_a(fila: EnElLibro) -> str:
    """El uid del oficio al que contesta, si ella lo dijo; vacío si a ninguno."""
    return VARIOS if len(fila.contesta) > 1 else next((uid for uid, _ in fila.contesta), "")


def falta_parte(fila: EnElLibro) -> bool:
    """Si de lo que contesta falta una parte."""
    return any(not completa for _, completa in fila.contesta)


def opciones(fila: EnElLibro, del_libro: Sequence[EnElLibro]) -> Opciones:
    """A cuáles puede contestar uno recibido: ninguno, al que ya contesta y los que esperan."""
    de_uid = {cada.oficio.uid: cada for cada in del_libro}
    dichos = [de_uid[uid] for uid, _ in fila.contesta if uid in de_uid]
    posibles = a_cuales_contesta(del_libro, fila.con)
    varios = [(VARIOS, lista([cada.oficio.folio for cada in dichos]))] if len(dichos) > 1 else []
    por_su_asunto = fila.responde_a and not fila.contesta
    ninguno = f"(por su asunto, a {lista(fila.responde_a)})" if por_su_asunto else "(a ninguno)"
    todas = {cada.oficio.uid: cada for cada in (*dichos, *posibles)}
    return [("", ninguno), *varios, *((uid, _rotulo(cada)) for uid, cada in todas.items())]


def _rotulo(fila: EnElLibro) -> str:
    return en_lista(fila.oficio.folio, fila.con, fila.asunto, fila.van)
