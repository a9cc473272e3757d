"""De qué es un oficio: una de las clases que el plan nombra o, si no nombra ninguna, la que sea."""

from __future__ import annotations

from ut_escritorio.dominio.palabras.llano import llano


def clase_llamada(del_plan: tuple[str, ...], escrita: str) -> str | None:
    """La clase así escrita, con sus acentos y mayúsculas o sin ellos; None si el plan no la nombra."""
    if not del_plan or not escrita.strip():
        return escrita
    return next((clase for clase in del_plan if llano(clase) == llano(escrita)), None)
