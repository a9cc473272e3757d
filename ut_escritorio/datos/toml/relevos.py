"""Los relevos que el programa trae: qué se dice de otra manera, y desde cuándo."""

from __future__ import annotations

from functools import cache

from ut_escritorio import rutas
from ut_escritorio.datos.toml.archivo import leer_archivo
from ut_escritorio.datos.toml.llaves import Hoja
from ut_escritorio.dominio.oficina.relevos import Relevo


@cache
def relevos_conocidos() -> tuple[Relevo, ...]:
    """Los de `recursos/relevos.toml`, en su orden."""
    return leer_archivo(rutas.recursos() / "relevos.toml", _relevos)


def _relevos(raiz: Hoja) -> tuple[Relevo, ...]:
    return raiz.tablas("relevos", "relevo", _relevo, ("dice",))


def _relevo(hoja: Hoja) -> Relevo:
    return Relevo(hoja.texto("dice"), hoja.texto("ahora"), hoja.fecha("desde"))
