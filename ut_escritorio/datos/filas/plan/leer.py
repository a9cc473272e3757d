"""Un plan, de filas al mismo valor."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.esquema.base import columnas_comunes
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.plan import arbol as plan
from ut_escritorio.dominio.plan import cifras, cuadros, formas
from ut_escritorio.dominio.plan.apartados import Apartado
from ut_escritorio.dominio.plan.arbol import Actividad, Componente, Paso, Plan

T = TypeVar("T")


@congelado
class PlanGuardado:
    """Un plan leído del archivo, con el número de fila de lo que las capturas nombran."""

    id: int
    plan: Plan
    lugares: Mapping[str, int]
    cifras: Mapping[str, int]
    medios: Mapping[str, int]
    departamentos: Mapping[str, int]
    formas: Mapping[tuple[str, str], int]


def leer_plan(base: Base, ejercicio: int) -> PlanGuardado | None:
    """El plan de un ejercicio; None si el archivo no lo tiene."""
    columnas = ("id", "clave", "ejercicio", "programa", "leyenda", "provisional")
    filas = base.filas(e.Plan, columnas, ejercicio=ejercicio)
    return _Lector(base, filas[0][0]).guardado(filas[0]) if filas else None


class _Lector:
    """Lee las tablas de un plan y las arma en su valor."""

    def __init__(self, base: Base, id_: int) -> None:
        self.base, self.id = base, id_
        self.cuadros = self._ids(e.Cuadro)
        self.lugares = self._ids(e.Lugar)
        self.departamentos = self._ids(e.Departamento)
        self.formas_por_lugar: dict[int, list[formas.Forma]] = {}
        self.formas: dict[tuple[str, str], int] = {}
        self.bloques: dict[tuple[str, int | None], list[Apartado]] = {}
        self._leer_formas()
        self._leer_apartados()
        self.programado = self._leer_metas(e.Programado)
        self.propuesto = self._leer_metas(e.Propuesto)

    def guardado(self, fila: tuple[Any, ...]) -> PlanGuardado:
        return PlanGuardado(
            self.id,
            self._plan(fila),
            self.lugares,
            self._ids(e.Cifra),
            self._ids(e.Medio),
            self.departamentos,
            self.formas,
        )

    def _plan(self, fila: tuple[Any, ...]) -> Plan:
        _, clave, ejercicio, programa, leyenda, provisional = fila
        sustantivos = self._con_clave(e.Sustantivo, cifras.Sustantivo)
        mosaicos = self._filas(e.Mosaico, "clave", "rotulo")
        return Plan(
            clave=clave,
            ejercicio=ejercicio,
            programa=programa,
            leyenda=leyenda,
            portada=self._de("portada", None),
            ultima=self._de("ultima", None),
            departamentos=self._departamentos(),
            componentes=self._componentes(),
            medios=self._todos(e.Medio, plan.Medio),
            sustantivos=sustantivos,
            cifras=self._todos(e.Cifra, cifras.Cifra),
            moldes=self._todos(e.Molde, cuadros.Molde),
            cuadros=self._todos(e.Cuadro, cuadros.Cuadro),
            concordancias=self._todos(e.Concordancia, cifras.Concordancia),
            mosaicos=tuple(plan.Mosaico(*fila) for fila in mosaicos),
            provisional=provisional,
        )

    def _filas(self, tabla: type[e.Tabla], *nombres: str) -> list[tuple[Any, ...]]:
        return self.base.filas(tabla, nombres, "orden", plan=self.id)

    def _ids(self, tabla: type[e.Tabla]) -> dict[str, int]:
        return dict(self._filas(tabla, "clave", "id"))

    def _todos(self, tabla: type[e.Tabla], tipo: type[T]) -> tuple[T, ...]:
        nombres = columnas_comunes(tabla, tipo)
        filas = self._filas(tabla, *nombres)
        return tuple(tipo(**dict(zip(nombres, fila, strict=True))) for fila in filas)

    def _con_clave(self, tabla: type[e.Tabla], tipo: type[T]) -> dict[str, T]:
        nombres = columnas_comunes(tabla, tipo)
        filas = self._filas(tabla, "clave", *nombres)
        return {clave: tipo(**dict(zip(nombres, resto, strict=True))) for clave, *resto in filas}

    def _leer_formas(self) -> None:
        nombres = columnas_comunes(e.Forma, formas.Forma)
        claves = {id_: clave for clave, id_ in self.lugares.items()}
        for id_, lugar, *resto in self._filas(e.Forma, "id", "lugar", *nombres):
            forma = formas.Forma(**dict(zip(nombres, resto, strict=True)))
            self.formas_por_lugar.setdefault(lugar, []).append(forma)
            self.formas[claves[lugar], forma.clave] = id_

    def _leer_apartados(self) -> None:
        claves = {id_: clave for clave, id_ in self.cuadros.items()}
        columnas = ("donde", "lugar", "departamento", "cuadro", "clave", "clase", "texto", "firmantes")
        for donde, lugar, departamento, cuadro, clave, clase, texto, firmantes in self._filas(
            e.Apartado, *columnas
        ):
            apartado = Apartado(clave, clase, texto, claves.get(cuadro, ""), firmantes)
            self.bloques.setdefault((donde, lugar or departamento), []).append(apartado)

    def _leer_metas(self, tabla: type[e.Tabla]) -> dict[int, dict[int, Any]]:
        metas: dict[int, dict[int, Any]] = {}
        lugares = tuple(self.lugares.values())
        columnas = ("lugar", "trimestre", "valor")
        for lugar, trimestre, valor in self.base.filas(tabla, columnas, "trimestre", lugar=lugares):
            metas.setdefault(lugar, {})[trimestre] = valor
        return metas

    def _de(self, donde: str, id_: int | None) -> tuple[Apartado, ...]:
        return tuple(self.bloques.get((donde, id_), ()))

    def _departamentos(self) -> tuple[plan.Departamento, ...]:
        return tuple(
            plan.Departamento(
                clave, nombre, puesto, oficio, self._de("departamento", id_), self._de("final", id_)
            )
            for id_, clave, nombre, puesto, oficio in self._filas(
                e.Departamento, "id", "clave", "nombre", "puesto", "oficio"
            )
        )

    def _componentes(self) -> tuple[Componente, ...]:
        columnas = (
            "id", "clave", "padre", "numero", "nombre", "corto", "departamento", "estilo", "antes", "ficha",
        )  # fmt: skip
        hijos: dict[int | None, list[tuple[Any, ...]]] = {}
        for fila in self._filas(e.Lugar, *columnas):
            hijos.setdefault(fila[2], []).append(fila)
        claves = {id_: clave for clave, id_ in self.departamentos.items()}
        return tuple(
            Componente(
                **self._comun(fila),
                departamento=claves[fila[6]],
                estilo=fila[7],
                actividades=tuple(self._actividad(de, hijos) for de in hijos.get(fila[0], ())),
            )
            for fila in hijos.get(None, ())
        )

    def _actividad(
        self, fila: tuple[Any, ...], hijos: Mapping[int | None, list[tuple[Any, ...]]]
    ) -> Actividad:
        return Actividad(
            **self._comun(fila),
            programado=self.programado.get(fila[0], {}),
            propuesto=self.propuesto.get(fila[0], {}),
            pasos=tuple(Paso(**self._comun(paso), ficha=paso[9]) for paso in hijos.get(fila[0], ())),
        )

    def _comun(self, fila: tuple[Any, ...]) -> dict[str, Any]:
        return {
            "clave": fila[1],
            "numero": fila[3],
            "nombre": fila[4],
            "corto": fila[5],
            "antes": fila[8],
            "apartados": self._de("lugar", fila[0]),
            "formas": tuple(self.formas_por_lugar.get(fila[0], ())),
        }
