"""El catálogo, entre sus valores y sus filas."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.conexion import Base
from ut_escritorio.datos.esquema.base import columnas_comunes
from ut_escritorio.datos.plan_en_filas import uid_de
from ut_escritorio.dominio.catalogo import Catalogo, Nombramiento, PapelMembretado, Persona, Unidad
from ut_escritorio.dominio.congelado import congelado

T = TypeVar("T")


@congelado
class CatalogoGuardado:
    """El catálogo leído del archivo, con el número de fila de cada unidad."""

    catalogo: Catalogo
    unidades: Mapping[str, int]


def guardar_catalogo(base: Base, clave_del_plan: str, catalogo: Catalogo) -> None:
    """Agrega el catálogo que llega con un plan; dentro de la acción o carga de quien llama."""

    def fila(tabla: type[e.Tabla], orden: int, valor: object, clave: str, **otras: object) -> int:
        propias = {n: getattr(valor, n) for n in columnas_comunes(tabla, type(valor)) if n not in otras}
        return base.inserta(tabla, uid=uid_de(clave_del_plan, tabla, clave), orden=orden, **propias, **otras)

    personas = {p.clave: fila(e.Persona, n, p, p.clave) for n, p in enumerate(catalogo.personas, 1)}
    for n, nombramiento in enumerate(catalogo.nombramientos, 1):
        clave = f"{nombramiento.puesto} {nombramiento.desde or ''}"
        fila(e.Nombramiento, n, nombramiento, clave, persona=personas[nombramiento.persona])
    for n, unidad in enumerate(catalogo.unidades, 1):
        fila(e.Unidad, n, unidad, unidad.clave)
    for n, papel in enumerate(catalogo.papeles, 1):
        fila(e.Papel, n, papel, papel.clave)


def leer_catalogo(base: Base) -> CatalogoGuardado:
    """Todo el catálogo del archivo."""
    personas = dict(base.filas(e.Persona, ("id", "clave")))
    columnas = ("persona", "puesto", "cargo", "desde", "hasta")
    catalogo = Catalogo(
        personas=_todos(base, e.Persona, Persona),
        nombramientos=tuple(
            Nombramiento(puesto, personas[persona], cargo, desde, hasta)
            for persona, puesto, cargo, desde, hasta in base.filas(e.Nombramiento, columnas, "orden")
        ),
        unidades=_todos(base, e.Unidad, Unidad),
        papeles=_todos(base, e.Papel, PapelMembretado),
    )
    return CatalogoGuardado(catalogo, dict(base.filas(e.Unidad, ("clave", "id"))))


def _todos(base: Base, tabla: type[e.Tabla], tipo: type[T]) -> tuple[T, ...]:
    nombres = columnas_comunes(tabla, tipo)
    return tuple(
        tipo(**dict(zip(nombres, fila, strict=True))) for fila in base.filas(tabla, nombres, "orden")
    )
