"""Los pasos que el plan enlaza: por ellos pasa un mismo asunto, de lo que se pide a lo que llega."""

from __future__ import annotations

from itertools import dropwhile, islice

from ut_escritorio.dominio.plan.arbol import Actividad, Paso, Plan


def pasos_enlazados(plan: Plan, paso: str) -> tuple[Paso, ...]:
    """Los pasos de los asuntos que pasan por uno; ninguno si el plan no lo enlaza con otros."""
    actividad = next((x for x in plan.cadena.get(paso, ()) if isinstance(x, Actividad)), None)
    pasos = actividad.pasos_de_asuntos if actividad else ()
    return pasos if any(cada.clave == paso for cada in pasos) else ()


def espera_respuesta(plan: Plan, paso: str) -> bool:
    """Si lo que se envía en un paso espera respuesta: en otro más adelante, algo llega."""
    return bool(paso_en_que_llega(plan, paso))


def paso_en_que_llega(plan: Plan, paso: str) -> str:
    """El paso, más adelante, en que llega lo que se pide en uno; vacío si en ninguno."""
    despues = dropwhile(lambda cada: cada.clave != paso, pasos_enlazados(plan, paso))
    llegan = (p.clave for p in islice(despues, 1, None) if p.ficha and p.ficha.sentido == "recibido")
    return next(llegan, "")
