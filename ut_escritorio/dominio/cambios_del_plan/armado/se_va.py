"""Lo que de un plan se iría con un cambio, dicho antes de hacerlo."""

from __future__ import annotations

from ut_escritorio.dominio.palabras.redaccion import cantidad, lista
from ut_escritorio.dominio.palabras.sustantivos import Sustantivo
from ut_escritorio.dominio.plan.arbol import Actividad, Componente, Paso, Plan

_DEPARTAMENTO = Sustantivo("departamento", "departamentos")
_COMPONENTE, _ACTIVIDAD = Sustantivo("componente", "componentes"), Sustantivo("actividad", "actividades", "f")
_PASO, _CUADRO, _FRASE = (
    Sustantivo("paso", "pasos"),
    Sustantivo("cuadro", "cuadros"),
    Sustantivo("frase", "frases", "f"),
)
_NUMERO = Sustantivo("número que se cuenta", "números que se cuentan")
_AVISO = Sustantivo("cosa que debía cuadrar", "cosas que debían cuadrar", "f")


def dicho_lo_que_se_va(antes: Plan, despues: Plan) -> str:
    """«2 actividades, 3 cuadros y 5 números que se cuentan»; vacío si no se va nada."""
    cuentas = (
        (_DEPARTAMENTO, len(antes.departamentos) - len(despues.departamentos)),
        (_COMPONENTE, _cuantos(antes, Componente) - _cuantos(despues, Componente)),
        (_ACTIVIDAD, _cuantos(antes, Actividad) - _cuantos(despues, Actividad)),
        (_PASO, _cuantos(antes, Paso) - _cuantos(despues, Paso)),
        (_CUADRO, len(antes.cuadros) - len(despues.cuadros)),
        (_FRASE, _frases(antes) - _frases(despues)),
        (_NUMERO, len(antes.cifras) - len(despues.cifras)),
        (_AVISO, len(antes.concordancias) - len(despues.concordancias)),
    )
    return lista([cantidad(cuantas, cosa) for cosa, cuantas in cuentas if cuantas > 0])


def _cuantos(plan: Plan, clase: type) -> int:
    return sum(isinstance(lugar, clase) for lugar in plan.lugares())


def _frases(plan: Plan) -> int:
    return sum(len(lugar.formas) for lugar in plan.lugares())
