"""Lo que el programa sabe que se relevó: qué se dice de otra manera desde cuándo, y qué fecha era otra."""

from __future__ import annotations

from functools import cache

from ut_escritorio import rutas
from ut_escritorio.datos.toml.archivo import leer_archivo
from ut_escritorio.datos.toml.llaves import Hoja
from ut_escritorio.dominio.oficina.relevos import Rectificado, Relevo


@cache
def relevos_conocidos() -> tuple[Relevo, ...]:
    """Los de `recursos/relevos.toml`, en su orden."""
    return _leidos()[0]


@cache
def rectificados_conocidos() -> tuple[Rectificado, ...]:
    """Los de `recursos/relevos.toml`."""
    return _leidos()[1]


@cache
def _leidos() -> tuple[tuple[Relevo, ...], tuple[Rectificado, ...]]:
    return leer_archivo(rutas.recursos() / "relevos.toml", _de_raiz)


def _de_raiz(raiz: Hoja) -> tuple[tuple[Relevo, ...], tuple[Rectificado, ...]]:
    rectificados = raiz.tablas("rectificados", "rectificado", _rectificado)
    return raiz.tablas("relevos", "relevo", _relevo, ("dice",)), tuple(r for r in rectificados if r)


def _relevo(hoja: Hoja) -> Relevo:
    return Relevo(hoja.texto("dice"), hoja.texto("ahora"), hoja.fecha("desde"))


def _rectificado(hoja: Hoja) -> Rectificado | None:
    organos, decia, termino = hoja.textos("organos"), hoja.fecha("decia"), hoja.fecha("termino")
    if decia and termino:
        return Rectificado(organos, decia, termino)
    hoja.reparo("termino", "hacen falta «decia» y «termino».", "Escriba las dos fechas.")
    return None
