"""Cambiar un plan ya guardado: sus filas quedan como dice el plan nuevo, y cada una sigue siendo la misma."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.esquema.campos import nuevo_uid
from ut_escritorio.datos.esquema.captura import CERRADO
from ut_escritorio.datos.filas.plan.escribir import Escritor, escribir
from ut_escritorio.datos.filas.plan.leer import PlanGuardado
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.plan.arbol import Plan

_CON_CLAVE: tuple[type[e.Tabla], ...] = (
    e.Sustantivo, e.Medio, e.Cifra, e.Molde, e.Concordancia, e.Mosaico, e.Cuadro, e.Departamento, e.Lugar,
    e.Apartado,
)  # fmt: skip
_DE_PASO = "~"
"""Empieza la clave de lo que va de una a otra; ninguna empieza así."""


def cambiar_plan(
    base: Base, guardado: PlanGuardado, nuevo: Plan, ahora: Callable[[str], str] = lambda clave: clave
) -> None:
    """Deja el plan guardado como el nuevo, dentro de la acción de quien llama.

    `ahora` dice la clave que tiene lo que antes tenía otra: lo capturado en ello se va con él. Lo que ya no
    está se quita; si algo capturado lo nombra, la acción no se guarda.
    """
    cambios = _Cambios(base, guardado, nuevo, ahora)
    _desocupar(base, guardado, ahora)
    escribir(cambios)
    cambios.quitar_lo_demas()
    _mudar_textos(base, guardado.id, ahora)


class _Decian(Escritor):
    """No escribe: recuerda qué dice cada fila del plan guardado, por su número."""

    def __init__(self, base: Base, guardado: PlanGuardado) -> None:
        self._numeros = _filas_de(base, guardado, lambda clave: clave)
        self.filas: dict[tuple[type[e.Tabla], int], dict[str, Any]] = {}
        super().__init__(base, guardado.plan)
        escribir(self)

    def poner(self, tabla: type[e.Tabla], llave: str, columnas: dict[str, Any]) -> int:
        id_ = self._numeros[tabla, llave]
        self.filas[tabla, id_] = columnas
        return id_


class _Cambios(Escritor):
    """Pone cada fila donde ya estaba, si estaba y no dice lo mismo; la que no, la agrega."""

    def __init__(self, base: Base, guardado: PlanGuardado, nuevo: Plan, ahora: Callable[[str], str]) -> None:
        self._decian = _Decian(base, guardado).filas
        self._estaban = _filas_de(base, guardado, ahora)
        super().__init__(base, nuevo)

    def poner(self, tabla: type[e.Tabla], llave: str, columnas: dict[str, Any]) -> int:
        id_ = self._estaban.pop((tabla, llave), None)
        if id_ is None:
            return self.base.inserta(tabla, uid=nuevo_uid(), **columnas)
        if self._decian[tabla, id_] != columnas:
            self.base.cambia(tabla, tabla.id == id_, **columnas)
        return id_

    def quitar_lo_demas(self) -> None:
        """Quita las filas que el plan nuevo ya no tiene, y de sus lugares la marca de que no tocaron."""
        for (tabla, _), id_ in self._estaban.items():
            if tabla is e.Lugar:
                self.base.borra(e.SinActividad, e.SinActividad.lugar == id_)
            self.base.borra(tabla, tabla.id == id_)


def _filas_de(
    base: Base, guardado: PlanGuardado, ahora: Callable[[str], str]
) -> dict[tuple[type[e.Tabla], str], int]:
    """Las filas del plan por su tabla y la llave que tienen ahora."""
    filas: dict[tuple[type[e.Tabla], str], int] = {(e.Plan, guardado.plan.clave): guardado.id}
    for tabla in _CON_CLAVE:
        filas |= {
            (tabla, ahora(clave)): id_ for clave, id_ in base.filas(tabla, ("clave", "id"), plan=guardado.id)
        }
    for (lugar, clave), id_ in guardado.formas.items():
        filas[e.Forma, f"{ahora(lugar)} {clave}"] = id_
    lugares = {id_: ahora(clave) for clave, id_ in guardado.lugares.items()}
    for tabla in (e.Programado, e.Propuesto):
        for id_, lugar, trimestre in base.filas(tabla, ("id", "lugar", "trimestre"), lugar=tuple(lugares)):
            filas[tabla, f"{lugares[lugar]} {trimestre}"] = id_
    return filas


def _desocupar(base: Base, guardado: PlanGuardado, ahora: Callable[[str], str]) -> None:
    """Deja libre la clave que otra va a tomar, para dos que las cambian entre sí."""
    for tabla in (e.Cuadro, e.Lugar, e.Apartado):
        filas = list(base.filas(tabla, ("clave", "id"), plan=guardado.id))
        tomadas = {ahora(clave) for clave, _ in filas if ahora(clave) != clave}
        for clave, id_ in filas:
            if clave in tomadas and ahora(clave) != clave:
                base.cambia(tabla, tabla.id == id_, clave=f"{_DE_PASO}{clave}")


def _mudar_textos(base: Base, plan: int, ahora: Callable[[str], str]) -> None:
    """Lo escrito a mano y lo por mirar siguen a su lugar; lo de un trimestre firmado queda como se firmó."""
    abiertos = tuple(
        id_ for id_, estado in base.filas(e.Trimestre, ("id", "estado"), plan=plan) if estado != CERRADO
    )
    for tabla in (e.TextoAMano, e.PorMirar):
        for id_, origen in base.filas(tabla, ("id", "origen"), trimestre=abiertos):
            if (mudado := _mudado(origen, ahora)) != origen:
                base.cambia(tabla, tabla.id == id_, origen=mudado)


def _mudado(escrito: str, ahora: Callable[[str], str]) -> Origen:
    origen = Origen.leido(escrito)
    return origen.con_clave(ahora(origen.clave)) if origen.del_plan else origen
