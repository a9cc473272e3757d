"""Traer al plan de un año los componentes del programa que se dejaron fuera."""

from __future__ import annotations

from ut_escritorio.datos.filas.cambios_del_plan import cambiar_plan
from ut_escritorio.datos.toml.de_fabrica.relevos import relevos_conocidos
from ut_escritorio.datos.toml.plan import leer_plan
from ut_escritorio.dominio.cambios_del_plan import componente_agregado as reglas
from ut_escritorio.dominio.oficina.relevos import relevado
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.plan.arbol import Componente, Plan
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.creacion import plan_del_programa
from ut_escritorio.servicios.archivo.expediente import Cambios, Expediente
from ut_escritorio.servicios.oficina.plan import plan_de


def por_agregar(exp: Expediente, trimestre: Trimestre) -> tuple[Componente, ...]:
    """Los que el plan del programa trae y el de ese año no tiene; ErrorEsperado si no se hizo con aquel."""
    return reglas.por_agregar(plan_de(exp, trimestre), _del_programa(exp, trimestre))


def agregar_componente(exp: Expediente, trimestre: Trimestre, clave: str) -> tuple[str, Cambios]:
    """Agrega a todo el año un componente del plan del programa, dicho como ese trimestre; da su clave.

    Los trimestres firmados quedan como se firmaron. ErrorEsperado si ya estaba o si el plan no se hizo con
    el del programa; no cambia nada.
    """

    def decir(texto: str) -> str:
        return relevado(texto, relevos_conocidos(), trimestre.ultimo_dia)

    suyo = plan_de(exp, trimestre)
    nuevo = reglas.con_componente(suyo, _del_programa(exp, trimestre), clave, decir)
    hecho = exp.hacer(trimestre, "Agregar un componente", lambda s: cambiar_plan(s.base, s.guardado, nuevo))
    return clave, hecho


def modelos_de_componente(exp: Expediente, trimestre: Trimestre) -> tuple[Componente, ...]:
    """Aquellos como los que se puede imprimir uno nuevo: los del año y los del plan del programa."""
    return (*plan_de(exp, trimestre).componentes, *leer_plan(plan_del_programa()).plan.componentes)


def _del_programa(exp: Expediente, trimestre: Trimestre) -> Plan:
    del_programa = leer_plan(plan_del_programa()).plan
    if not reglas.salio_de(plan_de(exp, trimestre), del_programa):
        raise ErrorEsperado(
            "Su plan no se hizo con el que trae el programa, y no se le pueden agregar los de aquel. "
            "Agregue actividades con clic derecho en uno de los suyos."
        )
    return del_programa
