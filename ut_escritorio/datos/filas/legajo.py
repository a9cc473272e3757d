"""El legajo: un trimestre del archivo y los números de fila de lo que sus capturas nombran."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.filas.catalogo import leer_catalogo
from ut_escritorio.datos.filas.plan.leer import PlanGuardado, leer_plan
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.palabras.redaccion import lista
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.errores import ErrorEsperado


@congelado
class Legajo:
    """Un trimestre abierto para leer o escribir en él.

    `del_anio` da el número de cada trimestre de su año, por su fila.
    """

    base: Base
    trimestre: Trimestre
    id: int
    guardado: PlanGuardado
    unidades: Mapping[str, int]
    del_anio: Mapping[int, int]

    def lugar(self, clave: str) -> int:
        """La fila de un componente, actividad o paso."""
        return _fila(self.guardado.lugares, clave, "El plan no tiene el lugar")

    def cifra(self, clave: str) -> int:
        """La fila de una cifra."""
        return _fila(self.guardado.cifras, clave, "El plan no tiene el número")

    def medio(self, clave: str) -> int | None:
        """La fila de un medio; None si no se dijo."""
        return _fila(self.guardado.medios, clave, "El plan no tiene el medio") if clave else None

    def departamento(self, clave: str) -> int:
        """La fila de un departamento."""
        return _fila(self.guardado.departamentos, clave, "El plan no tiene el departamento")

    def unidad(self, clave: str) -> int | None:
        """La fila de una unidad; None si no se dijo."""
        return _fila(self.unidades, clave, "No está en la lista la unidad") if clave else None

    def ultima_fecha_firmada(self) -> date | None:
        """El día de la última firma del trimestre; None si nunca se ha firmado.

        No está con las firmas porque se pregunta antes de pintar la ventana, sin cargar lo que firma.
        """
        firmas: list[tuple[int, date]] = self.base.filas(e.Firma, ("version", "fecha"), trimestre=self.id)
        return max(firmas)[1] if firmas else None

    def forma(self, lugar: str, clave: str) -> int | None:
        """La fila de la forma que un lugar usa con esa clave; None si no se dijo."""
        if not clave:
            return None
        cadena = reversed(self.guardado.plan.cadena[lugar])
        dueno = next((donde.clave for donde in cadena if donde.formas), "")
        de_el = {suya: id_ for (de, suya), id_ in self.guardado.formas.items() if de == dueno}
        return _fila(de_el, clave, "El plan no tiene la forma")


def _fila(filas: Mapping[Any, int], clave: str, si_no: str) -> int:
    if clave not in filas:
        raise ErrorEsperado(f"{si_no} «{clave}».")
    return filas[clave]


def leer_legajo(base: Base, trimestre: Trimestre) -> Legajo:
    """El legajo de un trimestre, leído del archivo; ErrorEsperado si no tiene plan de ese año."""
    guardado = leer_plan(base, trimestre.ejercicio)
    return legajo_con(base, trimestre, guardado, leer_catalogo(base).unidades)


def legajo_con(
    base: Base, trimestre: Trimestre, guardado: PlanGuardado | None, unidades: Mapping[str, int]
) -> Legajo:
    """El legajo de un trimestre cuyo plan y catálogo ya se leyeron."""
    if guardado is None:
        hay = sorted(ejercicio for (ejercicio,) in base.filas(e.Plan, ("ejercicio",)))
        raise ErrorEsperado(
            f"Este archivo no tiene el plan de {trimestre.ejercicio}; tiene el de "
            f"{lista([str(ejercicio) for ejercicio in hay])}. Pida un año que tenga o abra otro archivo."
        )
    del_anio = dict(base.filas(e.Trimestre, ("id", "numero"), plan=guardado.id))
    id_ = next(id_ for id_, numero in del_anio.items() if numero == trimestre.numero)
    return Legajo(base, trimestre, id_, guardado, unidades, del_anio)


def trimestres_de(base: Base) -> tuple[Trimestre, ...]:
    """Los trimestres que el archivo tiene, en orden."""
    return tuple(sorted(filas_de_trimestres(base).values()))


def trimestres_con_datos(base: Base) -> tuple[Trimestre, ...]:
    """Los trimestres donde hay números o renglones anotados, en orden."""
    con_datos = {
        id_ for tabla in (e.Conteo, e.Dia, e.Renglon) for (id_,) in base.filas(tabla, ("trimestre",))
    }
    return tuple(
        sorted(trimestre for id_, trimestre in filas_de_trimestres(base).items() if id_ in con_datos)
    )


def filas_de_trimestres(base: Base) -> dict[int, Trimestre]:
    """Los trimestres del archivo, por su número de fila."""
    ejercicios = dict(base.filas(e.Plan, ("id", "ejercicio")))
    filas = base.filas(e.Trimestre, ("id", "plan", "numero"))
    return {id_: Trimestre(ejercicios[plan], numero) for id_, plan, numero in filas}


def al_reves(filas: Mapping[Any, int]) -> dict[int, Any]:
    """Cada clave, por su número de fila."""
    return {id_: clave for clave, id_ in filas.items()}
