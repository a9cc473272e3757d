"""Un plan, de valor a filas."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.esquema.base import columnas_comunes, uid_de
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.dominio.plan.apartados import Apartado
from ut_escritorio.dominio.plan.arbol import Actividad, Componente, Lugar, Paso, Plan


class Escritor:
    """Agrega las filas de un plan, cada una con su identidad y su posición."""

    def __init__(self, base: Base, plan_: Plan) -> None:
        self.base, self.plan = base, plan_
        self._orden: dict[type[e.Tabla], int] = {}
        columnas = {nombre: getattr(plan_, nombre) for nombre in columnas_comunes(e.Plan, Plan)}
        self.id = self.poner(e.Plan, plan_.clave, columnas)

    def poner(self, tabla: type[e.Tabla], llave: str, columnas: dict[str, Any]) -> int:
        """Agrega una fila; `llave` la distingue entre las de su tabla."""
        return self.base.inserta(tabla, uid=uid_de(self.plan.clave, tabla, llave), **columnas)

    def fila(self, tabla: type[e.Tabla], valor: object, prefijo: str = "", **otras: Any) -> int:
        """Pone la fila de un valor; `otras` son las columnas que no son campos suyos."""
        self._orden[tabla] = self._orden.get(tabla, 0) + 1
        propias = {n: getattr(valor, n) for n in columnas_comunes(tabla, type(valor)) if n not in otras}
        llave = prefijo + otras.get("clave", propias.get("clave", ""))
        return self.poner(tabla, llave, {"plan": self.id, "orden": self._orden[tabla], **propias, **otras})


def guardar_plan(base: Base, plan_: Plan) -> None:
    """Agrega un plan y sus cuatro trimestres; dentro de la acción o carga de quien llama."""
    escritor = Escritor(base, plan_)
    escribir(escritor)
    for numero in (1, 2, 3, 4):
        uid = uid_de(plan_.clave, e.Trimestre, str(numero))
        base.inserta(e.Trimestre, uid=uid, plan=escritor.id, numero=numero, fecha_de_firma=None)


def escribir(escritor: Escritor) -> None:
    """Pone todas las filas de su plan, menos los trimestres."""
    plan_ = escritor.plan
    for clave, sustantivo in plan_.sustantivos.items():
        escritor.fila(e.Sustantivo, sustantivo, clave=clave)
    for tabla, valores in (
        (e.Medio, plan_.medios),
        (e.Cifra, plan_.cifras),
        (e.Molde, plan_.moldes),
        (e.Concordancia, plan_.concordancias),
    ):
        for valor in valores:
            escritor.fila(tabla, valor)
    for mosaico in plan_.mosaicos:
        escritor.fila(e.Mosaico, mosaico, clave=mosaico.cifra)
    cuadros_ = {cuadro.clave: escritor.fila(e.Cuadro, cuadro) for cuadro in plan_.cuadros}
    _guardar_impresos(escritor, cuadros_)


def _guardar_impresos(escritor: Escritor, cuadros_: Mapping[str, int]) -> None:
    """Departamentos y lugares, con los bloques que de cada uno cuelgan."""

    def apartados(donde: str, cuales: tuple[Apartado, ...], **de: Any) -> None:
        for apartado in cuales:
            cuadro = cuadros_.get(apartado.cuadro)
            escritor.fila(e.Apartado, apartado, donde=donde, cuadro=cuadro, **de)

    apartados("portada", escritor.plan.portada)
    apartados("ultima", escritor.plan.ultima)
    departamentos: dict[str, int] = {}
    for departamento in escritor.plan.departamentos:
        id_ = departamentos[departamento.clave] = escritor.fila(e.Departamento, departamento)
        apartados("departamento", departamento.apartados, departamento=id_)
        apartados("final", departamento.al_final, departamento=id_)
    ids: dict[str, int] = {}
    for cadena in escritor.plan.cadena.values():
        lugar, padre = cadena[-1], ids[cadena[-2].clave] if len(cadena) > 1 else None
        departamento_id = departamentos[lugar.departamento] if isinstance(lugar, Componente) else None
        id_ = ids[lugar.clave] = escritor.fila(
            e.Lugar,
            lugar,
            clase=_CLASES[type(lugar)],
            padre=padre,
            departamento=departamento_id,
        )
        apartados("lugar", lugar.apartados, lugar=id_)
        _guardar_de_lugar(escritor, lugar, id_)


_CLASES: dict[type, str] = {Componente: "componente", Actividad: "actividad", Paso: "paso"}


def _guardar_de_lugar(escritor: Escritor, lugar: Lugar, id_: int) -> None:
    for forma in lugar.formas:
        escritor.fila(e.Forma, forma, prefijo=f"{lugar.clave} ", lugar=id_)
    if isinstance(lugar, Actividad):
        for tabla, metas in ((e.Programado, lugar.programado), (e.Propuesto, lugar.propuesto)):
            for trimestre, valor in metas.items():
                meta = {"lugar": id_, "trimestre": trimestre, "valor": valor}
                escritor.poner(tabla, f"{lugar.clave} {trimestre}", meta)
