"""Los valores alcanzados: los que faltan, los que son todos iguales y los que se alejan de lo programado."""

from __future__ import annotations

from collections.abc import Iterator

from ut_escritorio.dominio.numeros.avance import avance_de
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.palabras.redaccion import lista, unas
from ut_escritorio.dominio.plan.arbol import Actividad
from ut_escritorio.dominio.porcentajes import con_signo, decir_porcentaje
from ut_escritorio.revision.hallazgos import Hallazgo, hallazgo
from ut_escritorio.revision.lectura import Lectura
from ut_escritorio.revision.plazos import gravedad_de, ya_toca
from ut_escritorio.revision.una_vez import una_vez_por_plan

SOSPECHOSAS = 3
"""Desde cuántas actividades llama la atención que todas digan el mismo valor."""


def valores_que_faltan(lectura: Lectura) -> Iterator[Hallazgo]:
    """Las actividades que, acabado el trimestre, imprimen su valor alcanzado y no lo tienen."""
    if not ya_toca(lectura):
        return
    faltan = [
        a for a in actividades_de(lectura) if a.clave not in lectura.foto.alcanzado and _imprime(lectura, a)
    ]
    if faltan:
        yield hallazgo(
            "valor_que_falta",
            "corregir",
            f"Falta el valor alcanzado de {unas([actividad.numero for actividad in faltan])}.",
            [
                (sitio_del_valor(actividad), f"Falta el valor alcanzado de {actividad.numero}.")
                for actividad in faltan
            ],
            [actividad.clave for actividad in faltan],
        )


@una_vez_por_plan
def actividades_de(lectura: Lectura) -> tuple[Actividad, ...]:
    """Las que la revisión mira."""
    lugares = (lectura.plan.lugar[clave] for clave in lectura.lugares)
    return tuple(lugar for lugar in lugares if isinstance(lugar, Actividad))


def _imprime(lectura: Lectura, actividad: Actividad) -> bool:
    return bool(lectura.plan.cadena[actividad.clave][0].estilo.valor)


def sitio_del_valor(actividad: Actividad) -> Sitio:
    """Donde se escribe lo alcanzado de una actividad."""
    return Sitio(actividad.clave, Origen("valor", actividad.clave), campo="alcanzado")


def valores_iguales(lectura: Lectura) -> Iterator[Hallazgo]:
    """Todas las actividades con el mismo valor: quizá se copió de una a otra."""
    con_valor = [
        (a, lectura.foto.alcanzado[a.clave])
        for a in actividades_de(lectura)
        if a.clave in lectura.foto.alcanzado
    ]
    distintos = {valor for _, valor in con_valor}
    if len(con_valor) >= SOSPECHOSAS and len(distintos) == 1:
        valor = con_signo(con_valor[0][1])
        yield hallazgo(
            "valores_iguales",
            "revisar",
            f"Las {len(con_valor)} actividades dicen el mismo valor alcanzado, {valor}.",
            [sitio_del_valor(actividad) for actividad, _ in con_valor],
            [actividad.clave for actividad, _ in con_valor],
            valor,
        )


def lejos_de_lo_programado(lectura: Lectura) -> Iterator[Hallazgo]:
    """Los valores que se salen de la holgura del programa, sin justificar; se corrige si el plan lo pide."""
    minimo, maximo = lectura.plan.programa.holgura
    lejos = [
        (avance.actividad, avance.alcanzado, avance.meta)
        for avance in (avance_de(lectura.foto, actividad) for actividad in actividades_de(lectura))
        if avance.falta_por_que and avance.alcanzado is not None and avance.meta is not None
    ]
    if lejos:
        dichos = [f"{a.numero} alcanzó {con_signo(v)} de {con_signo(p)}" for a, v, p in lejos]
        yield hallazgo(
            "valor_sin_justificar",
            gravedad_de(lectura) if lectura.plan.programa.pide_por_que else "revisar",
            f"Fuera del {decir_porcentaje(minimo)} al {con_signo(maximo)} de lo programado "
            f"y sin decir por qué: {lista(dichos)}.",
            [
                (sitio_del_valor(a), f"Alcanzó {con_signo(v)} de {con_signo(p)} y falta decir por qué.")
                for a, v, p in lejos
            ],
            [(a.clave, con_signo(v), con_signo(p)) for a, v, p in lejos],
        )
