"""Un plan entero como texto: el mismo orden y las mismas tablas con que se escribe a mano."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ut_escritorio.datos.toml.archivo import FORMATO
from ut_escritorio.datos.toml.escribir.catalogo import de_catalogo
from ut_escritorio.datos.toml.escribir.cifras import de_cifra, de_medio, de_sustantivo
from ut_escritorio.datos.toml.escribir.cuadros import de_molde
from ut_escritorio.datos.toml.escribir.hoja import COMO_SE_ESCRIBE, como_texto
from ut_escritorio.datos.toml.escribir.llano import en_orden, por_clave, tabla
from ut_escritorio.datos.toml.escribir.lugares import (
    DelPlan,
    de_apartados,
    de_componente,
    de_departamento,
)
from ut_escritorio.dominio.cartas.plantilla import PlantillaDeCarta
from ut_escritorio.dominio.impreso.contexto import CAMPOS_DE_RENGLON
from ut_escritorio.dominio.oficina.catalogo import Catalogo
from ut_escritorio.dominio.plan.anexos import FichaDeSesion
from ut_escritorio.dominio.plan.arbol import Plan

_PARTES = (
    "formato", "clave", "ejercicio", "leyenda", "provisional", "programa", "personas", "nombramientos",
    "membretes", "unidades", "sustantivos", "medios", "cifras", "moldes", "estilos", "portada", "ultima",
    "departamentos", "componentes", "concordancias", "mosaicos", "plantillas",
)  # fmt: skip


def escribir_plan(
    plan: Plan,
    catalogo: Catalogo,
    archivos: Mapping[str, str],
    plantillas: Iterable[PlantillaDeCarta] = (),
) -> str:
    """El texto de un plan; `archivos` dice dónde queda cada logotipo, por su SHA-256."""
    comentario = f"El plan de {plan.ejercicio}: {plan.programa.nombre}.\n{COMO_SE_ESCRIBE}"
    return como_texto(comentario, llaves_de(plan, catalogo, archivos, plantillas))


def llaves_de(
    plan: Plan,
    catalogo: Catalogo,
    archivos: Mapping[str, str],
    plantillas: Iterable[PlantillaDeCarta] = (),
) -> dict[str, Any]:
    """Las llaves de un plan, en el orden en que se escriben."""
    suyo = DelPlan.de(plan)
    llaves = tabla(
        plan,
        cuadros=None,
        programa=tabla(
            plan.programa, fichas=[_de_ficha(ficha, plan) for ficha in plan.programa.fichas] or None
        ),
        **{
            "formato": FORMATO,
            **de_catalogo(catalogo, archivos),
            "sustantivos": {de: de_sustantivo(suyo) for de, suyo in plan.sustantivos.items()} or None,
            "medios": por_clave(map(de_medio, plan.medios)),
            "cifras": por_clave(de_cifra(cifra, plan.sustantivos) for cifra in plan.cifras),
            "moldes": por_clave(map(de_molde, plan.moldes)),
            "estilos": por_clave({**tabla(estilo), "clave": de} for estilo, de in suyo.estilos.items()),
            "portada": de_apartados(plan.portada, "portada#", suyo),
            "ultima": de_apartados(plan.ultima, "ultima#", suyo),
            "departamentos": [de_departamento(depto, suyo) for depto in plan.departamentos] or None,
            "componentes": [de_componente(componente, suyo) for componente in plan.componentes],
            "plantillas": [tabla(plantilla, propia=None) for plantilla in plantillas] or None,
        },
    )
    return en_orden(llaves, _PARTES)


def _de_ficha(ficha: FichaDeSesion, plan: Plan) -> dict[str, Any]:
    """Las llaves de una ficha; los datos que ninguna forma del plan pide se dicen aparte: no son errata."""
    piden = {campo.clave for lugar in plan.lugares() for forma in lugar.formas for campo in forma.campos}
    sin_forma = [dato for dato in ficha.datos if dato not in piden | CAMPOS_DE_RENGLON]
    return tabla(ficha, sin_forma=sin_forma or None)
