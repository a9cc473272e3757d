"""Hacer la parte de un departamento: un archivo con su plan y lo capturado, y nada más; y reconocerla."""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from typing import Any

from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.esquema.base import Tabla, columnas_de
from ut_escritorio.datos.esquema.captura import ABIERTO
from ut_escritorio.datos.esquema.conforme import conforme
from ut_escritorio.datos.filas.legajo import Legajo, leer_legajo
from ut_escritorio.datos.filas.partes.contenidos import pasar_contenidos
from ut_escritorio.datos.filas.partes.escribir import escribir_cosas
from ut_escritorio.datos.filas.partes.leer import leer_parte
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.partes.cosa import DEJADO, OFICIO, UNIDAD, Parte
from ut_escritorio.dominio.partes.dejado import Dejado, Dejados
from ut_escritorio.dominio.partes.pasado import Rastro
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.vigencia import vale
from ut_escritorio.errores import ValorInvalido

ENTREGAR = "Entregar la parte de "
RASTRO = ("aperturas", "ultimas")
"""Con qué nombre va en la parte el rastro del archivo de que salió."""
DEJADOS = "dejados"
"""Con qué nombre va dónde es, y qué se señaló, lo que se dejó así."""
_ENTREGADA = """
SELECT a.nombre, a.cuando, b.despues FROM accion a JOIN bitacora b ON b.accion_id = a.id
WHERE a.nombre LIKE ? AND b.clase = 'resumen' ORDER BY a.id LIMIT 1"""


@congelado
class Entregada:
    """De quién es una parte, a qué hora se hizo, de qué trimestre, y el rastro del archivo de que salió.

    `dejados`: None si quien la hizo no los entrega: un programa de antes, o un trimestre escrito.
    """

    de: str
    cuando: datetime
    trimestre: Trimestre
    rastro: Rastro = Rastro()
    dejados: Dejados | None = None


def llenar(base: Base, legajo: Legajo, parte: Parte, de: str, rastro: Rastro, dejados: Dejados) -> None:
    """Escribe en un archivo vacío la parte de un departamento; del rastro, lo de sus cosas."""
    ultimas = {c: ultima for c, ultima in rastro.ultimas.items() if c in parte.por_clave}
    suyos = {
        cosa.llave["huella"]: asdict(dejados[cosa.llave["huella"]])
        for cosa in parte.cosas
        if cosa.tabla == DEJADO
    }
    dichos = (json.dumps(dicho) for dicho in (dict(rastro.aperturas), ultimas, suyos))
    dicho = dict(zip((*RASTRO, DEJADOS), dichos, strict=True))
    with _de_quien(base, de, parte.trimestre, **dicho):
        _copiar_el_plan(base, legajo, parte.plan)
        _copiar_la_oficina(base, legajo, parte.plan)
        mencionadas = {str(n) for cosa in parte.cosas if cosa.tabla != UNIDAD for n in cosa.nombra}
        suyas = [cosa for cosa in parte.cosas if cosa.tabla != UNIDAD or cosa.clave in mencionadas]
        pasar_contenidos(legajo.base, base, suyas)
        escribir_cosas(leer_legajo(base, parte.trimestre), suyas)


def llenar_con(base: Base, legajo: Legajo, de: str, poner: Callable[[], None]) -> None:
    """Escribe en un archivo vacío, como la parte de `de`, lo que `poner` captura en él.

    Antes le pone dónde va: el plan de ese trimestre, las áreas y el libro de oficios, sin imágenes ni cartas
    impresas; por ellos se reconoce lo que `poner` nombra.
    """
    with _de_quien(base, de, legajo.trimestre):
        _copiar_el_plan(base, legajo, legajo.guardado.plan)
        _copiar_la_oficina(base, legajo, legajo.guardado.plan)
        libro = leer_parte(legajo, legajo.guardado.plan.lugar, libro_entero=True)
        suyas = [cosa for cosa in libro.cosas if cosa.tabla in (UNIDAD, OFICIO)]
        escribir_cosas(leer_legajo(base, legajo.trimestre), suyas)
        poner()


@contextmanager
def _de_quien(base: Base, de: str, trimestre: Trimestre, **dicho: str) -> Generator[None, None, None]:
    """Lo que adentro se escriba es la parte de `de`: así la reconoce `entregada`."""
    suyo = {"ejercicio": str(trimestre.ejercicio), "trimestre": str(trimestre.numero)}
    with base.carga(f"{ENTREGAR}{de}", **suyo, **dicho):
        yield


def entregada(base: Base) -> Entregada | None:
    """De quién es la parte de un archivo; None si es un archivo entero. ValorInvalido si no lo dice bien."""
    for nombre, cuando, despues in base.lee_orden(_ENTREGADA, (f"{ENTREGAR}%",)):
        dicho = json.loads(despues)
        if not conforme(dicho, Mapping[str, str | int]):
            raise ValorInvalido("bitacora.despues")
        trimestre = Trimestre(int(dicho["ejercicio"]), int(dicho["trimestre"]))
        rastro = Rastro(*(json.loads(dicho.get(cual, "{}")) for cual in RASTRO))
        hecha = datetime.fromisoformat(cuando)
        return Entregada(nombre.removeprefix(ENTREGAR), hecha, trimestre, rastro, _dejados(dicho))
    return None


def _dejados(dicho: Mapping[str, Any]) -> Dejados | None:
    if DEJADOS not in dicho:
        return None
    return {huella: Dejado(**suyo) for huella, suyo in json.loads(dicho[DEJADOS]).items()}


_Va = Callable[[Mapping[str, Any]], bool]


def _copiar_el_plan(base: Base, legajo: Legajo, plan: Plan) -> None:
    guardado = legajo.guardado
    lugares = {guardado.lugares[clave] for clave in plan.lugar}
    deptos = {guardado.departamentos[depto.clave] for depto in plan.departamentos}
    cuadros = {cuadro.clave for cuadro in plan.cuadros}
    avisos = {aviso.clave for aviso in plan.concordancias}

    def de_su_plan(fila: Mapping[str, Any]) -> bool:
        return fila["plan"] == guardado.id

    def si_esta_en(claves: Iterable[str]) -> _Va:
        suyas = frozenset(claves)
        return lambda fila: de_su_plan(fila) and fila["clave"] in suyas

    def cuelga(fila: Mapping[str, Any]) -> bool:
        de_aqui = fila["lugar"] in lugares or fila["departamento"] in deptos
        return de_su_plan(fila) and (de_aqui or not (fila["lugar"] or fila["departamento"]))

    van: dict[type[Tabla], _Va] = {
        e.Plan: lambda fila: fila["id"] == guardado.id,
        e.Departamento: lambda fila: fila["id"] in deptos,
        e.Lugar: lambda fila: fila["id"] in lugares,
        e.Programado: lambda fila: fila["lugar"] in lugares,
        e.Propuesto: lambda fila: fila["lugar"] in lugares,
        e.Sustantivo: de_su_plan,
        e.Medio: de_su_plan,
        e.Molde: de_su_plan,
        e.Cifra: si_esta_en(cifra.clave for cifra in plan.cifras),
        e.Cuadro: si_esta_en(cuadros),
        e.Apartado: cuelga,
        e.Forma: lambda fila: fila["lugar"] in lugares,
        e.Concordancia: si_esta_en(avisos),
        e.Mosaico: si_esta_en(mosaico.cifra for mosaico in plan.mosaicos),
    }
    for tabla, va in van.items():
        _copiar(legajo.base, base, tabla, va)
    en_blanco = {"papel": None, "leyenda": None, "fecha_de_firma": None, "estado": ABIERTO}
    _copiar(legajo.base, base, e.Trimestre, lambda fila: fila["id"] == legajo.id, **en_blanco)


def _copiar_la_oficina(base: Base, legajo: Legajo, plan: Plan) -> None:
    """Quién es la oficina: su membrete, sin imágenes, y quién ocupa los puestos que firman."""
    dia = legajo.trimestre.ultimo_dia
    firman = {f.puesto for apartado in plan.apartados() for f in apartado.firmantes}
    suyos = {depto.puesto for depto in plan.departamentos}
    firman |= suyos
    columnas = ("persona", "puesto", "desde", "hasta")
    nombrados = [fila for fila in legajo.base.filas(e.Nombramiento, columnas) if fila[1] in firman]
    elegidos = legajo.base.filas(e.FirmanteElegido, ("persona",), trimestre=legajo.id, puesto=tuple(suyos))
    personas = {persona for persona, *_ in (*nombrados, *elegidos)}
    _copiar(legajo.base, base, e.Persona, lambda fila: fila["id"] in personas)
    _copiar(
        legajo.base, base, e.FirmanteElegido,
        lambda fila: fila["trimestre"] == legajo.id and fila["puesto"] in suyos,
    )  # fmt: skip
    _copiar(legajo.base, base, e.Nombramiento, lambda fila: fila["puesto"] in firman)
    _copiar(
        legajo.base, base, e.Papel, lambda fila: vale(_Vigencia(fila["desde"], fila["hasta"]), dia), logos=()
    )


@congelado
class _Vigencia:
    desde: Any
    hasta: Any


def _copiar(de: Base, a: Base, tabla: type[Tabla], va: _Va, **otras: object) -> None:
    """Copia las filas de una tabla que van, tal como están salvo lo que se diga."""
    columnas = [columna.name for columna in columnas_de(tabla)]
    for fila in de.filas(tabla, columnas):
        dichos = dict(zip(columnas, fila, strict=True))
        if va(dichos):
            a.inserta(tabla, **{**dichos, **otras})
