"""El catálogo, entre sus valores y sus filas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol, TypeVar

from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.esquema.base import columnas_comunes, uid_de
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficina.catalogo import Catalogo, Nombramiento, PapelMembretado, Persona, Unidad

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


def cambiar_catalogo(base: Base, nuevo: Catalogo) -> None:
    """Deja el catálogo guardado como el nuevo, dentro de la acción de quien llama.

    Lo que ya estaba sigue siendo lo mismo, por su clave; ni las personas ni las unidades se quitan.
    """
    personas = _puestas(base, e.Persona, nuevo.personas)
    _puestas(base, e.Unidad, nuevo.unidades)
    _quitar(base, e.Papel, _puestas(base, e.Papel, nuevo.papeles))
    estaban = {
        (puesto, desde): id_ for id_, puesto, desde in base.filas(e.Nombramiento, ("id", "puesto", "desde"))
    }
    quedan: dict[str, int] = {}
    for n, nombramiento in enumerate(nuevo.nombramientos, 1):
        columnas = {c: getattr(nombramiento, c) for c in ("puesto", "cargo", "desde", "hasta")}
        llave = nombramiento.puesto, nombramiento.desde
        columnas |= {"orden": n, "persona": personas[nombramiento.persona]}
        quedan[str(llave)] = _puesta(base, e.Nombramiento, estaban.get(llave), columnas)
    _quitar(base, e.Nombramiento, quedan)


class _ConClave(Protocol):
    """Una entrada del catálogo: se distingue por su clave."""

    @property
    def clave(self) -> str: ...


def _puestas(base: Base, tabla: type[e.Tabla], valores: Sequence[_ConClave]) -> dict[str, int]:
    """Agrega o cambia la fila de cada valor; da su número por su clave."""
    estaban: dict[str, int] = dict(base.filas(tabla, ("clave", "id")))
    return {
        valor.clave: _puesta(
            base,
            tabla,
            estaban.get(valor.clave),
            {"orden": n, **{c: getattr(valor, c) for c in columnas_comunes(tabla, type(valor))}},
        )
        for n, valor in enumerate(valores, 1)
    }


def _puesta(base: Base, tabla: type[e.Tabla], id_: int | None, columnas: dict[str, Any]) -> int:
    if id_ is None:
        return base.inserta(tabla, **columnas)
    base.cambia(tabla, tabla.id == id_, **columnas)
    return id_


def _quitar(base: Base, tabla: type[e.Tabla], quedan: Mapping[str, int]) -> None:
    """Quita las filas que no quedan."""
    for (id_,) in base.filas(tabla, ("id",)):
        if id_ not in quedan.values():
            base.borra(tabla, tabla.id == id_)


def guardar_contenidos(base: Base, contenidos: Mapping[str, bytes]) -> None:
    """Agrega los logotipos que el archivo aún no tiene."""
    ya = {sha256 for (sha256,) in base.filas(e.Contenido, ("sha256",))}
    for sha256, octetos in contenidos.items():
        if sha256 not in ya:
            base.inserta(e.Contenido, sha256=sha256, bytes=octetos)


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
