"""Los órganos al preparar un año: desde cuándo ya no existe cada uno y cuáles empiezan a existir."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficina.catalogo import Catalogo, Unidad
from ut_escritorio.dominio.oficina.relevos import Rectificado
from ut_escritorio.dominio.palabras.llano import llano


@congelado
class OrganoDelAnio:
    """Un órgano que ese año existe o empieza; `hasta` es su último día que se propone (None: sigue).

    `nuevo`: el archivo aún no lo tiene. `decia`: el último día que dice el archivo, si se propone otro.
    """

    organo: Unidad
    hasta: date | None
    nuevo: bool = False
    decia: date | None = None


def organos_del_anio(
    catalogo: Catalogo, conocidos: Iterable[Unidad], rectificados: Iterable[Rectificado], desde: date
) -> tuple[OrganoDelAnio, ...]:
    """Los del archivo que ese día ya existen y, al final, los que después empiezan y le faltan."""
    terminos = _terminos(rectificados)
    suyos: list[OrganoDelAnio] = []
    for organo in catalogo.unidades:
        if organo.clase == "organo" and (organo.desde is None or organo.desde < desde):
            hasta = terminos.get((organo.clave, organo.hasta), organo.hasta)
            suyos.append(OrganoDelAnio(organo, hasta, decia=organo.hasta if hasta != organo.hasta else None))
    nuevos = (OrganoDelAnio(u, u.hasta, nuevo=True) for u in _que_le_faltan(catalogo, conocidos))
    return tuple(o for o in (*suyos, *nuevos) if o.hasta is None or o.hasta >= desde)


def rectificables(catalogo: Catalogo, rectificados: Iterable[Rectificado]) -> tuple[Unidad, ...]:
    """Los órganos cuyo último día todavía es el que decía otra versión, con el que fue."""
    terminos = _terminos(rectificados)
    return tuple(
        replace(u, hasta=terminos[u.clave, u.hasta])
        for u in catalogo.unidades
        if (u.clave, u.hasta) in terminos
    )


def con_organos_rectificados(
    catalogo: Catalogo, conocidos: Iterable[Unidad], rectificados: Iterable[Rectificado]
) -> Catalogo:
    """El catálogo con el último día que fue, y los órganos que después empiezan y le faltan."""
    rectos = {unidad.clave: unidad for unidad in rectificables(catalogo, rectificados)}
    suyas = (rectos.get(unidad.clave, unidad) for unidad in catalogo.unidades)
    return replace(catalogo, unidades=(*suyas, *_que_le_faltan(catalogo, conocidos)))


def _terminos(rectificados: Iterable[Rectificado]) -> Mapping[tuple[str, date | None], date]:
    return {(clave, r.decia): r.termino for r in rectificados for clave in r.organos}


def _que_le_faltan(catalogo: Catalogo, conocidos: Iterable[Unidad]) -> Iterator[Unidad]:
    tiene = {dicho for u in catalogo.unidades for dicho in (u.clave, llano(u.nombre))}
    for u in conocidos:
        if u.clase == "organo" and u.desde is not None and not tiene & {u.clave, llano(u.nombre)}:
            yield u
