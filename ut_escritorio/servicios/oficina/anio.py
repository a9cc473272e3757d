"""El año nuevo: preparar el plan de otro año a partir del de este, verlo antes y crearlo."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ut_escritorio.datos.filas import catalogo as datos
from ut_escritorio.datos.filas.plan.escribir import guardar_plan
from ut_escritorio.datos.toml.de_fabrica.relevos import rectificados_conocidos, relevos_conocidos
from ut_escritorio.datos.toml.plan import leer_plan
from ut_escritorio.dominio.cambios_del_plan.anio import (
    AnioNuevo,
    PorMirar,
    catalogo_del_anio,
    plan_del_anio,
    propuesta_de_anio,
    textos_por_mirar,
)
from ut_escritorio.dominio.cambios_del_plan.organos import OrganoDelAnio, organos_del_anio
from ut_escritorio.dominio.oficina.catalogo import Catalogo
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.creacion import plan_del_programa
from ut_escritorio.servicios.archivo.expediente import Cambios, Expediente, cosas_de
from ut_escritorio.servicios.oficina.catalogos import catalogo_de
from ut_escritorio.servicios.oficina.plan import plan_de


def proponer_anio(exp: Expediente, trimestre: Trimestre) -> AnioNuevo:
    """El año que sigue al del trimestre, todavía igual que él."""
    return propuesta_de_anio(plan_de(exp, trimestre), catalogo_de(exp))


def organos(exp: Expediente, anio: AnioNuevo) -> tuple[OrganoDelAnio, ...]:
    """Los órganos del archivo ese año, con el día en que se sabe que terminan, y los que le faltan."""
    conocidos = leer_plan(plan_del_programa()).catalogo.unidades
    return organos_del_anio(catalogo_de(exp), conocidos, rectificados_conocidos(), anio.desde)


def por_mirar(exp: Expediente, trimestre: Trimestre, anio: AnioNuevo) -> tuple[PorMirar, ...]:
    """Los textos del año nuevo que todavía dicen el viejo o un órgano que ya no existirá."""
    plan, catalogo = _resultado(exp, trimestre, anio)
    return textos_por_mirar(plan, catalogo, trimestre.ejercicio, relevos_conocidos())


def vacio(
    exp: Expediente, trimestre: Trimestre, anio: AnioNuevo, imagenes: Mapping[str, bytes]
) -> tuple[FotoTrimestre, Mapping[str, bytes]]:
    """El primer trimestre del año nuevo, aún sin nada y sin crear el año, con sus logotipos: para verlo."""
    plan, catalogo = _resultado(exp, trimestre, anio)
    suyos = {logo.sha256 for papel in catalogo.papeles for logo in papel.logos}
    contenidos = {sha256: imagenes.get(sha256) or exp.contenido(sha256) for sha256 in sorted(suyos)}
    return FotoTrimestre(Trimestre(anio.ejercicio, 1), plan, catalogo), contenidos


def por_que_no(hay: Iterable[Trimestre], ejercicio: int) -> str:
    """Por qué ese año no se puede crear donde hay esos trimestres; vacío si se puede."""
    if ejercicio in {cada.ejercicio for cada in hay}:
        return f"Este archivo ya tiene el año {ejercicio}. Escriba otro año."
    return ""


def crear_anio(
    exp: Expediente, trimestre: Trimestre, anio: AnioNuevo, imagenes: Mapping[str, bytes]
) -> tuple[Trimestre, Cambios]:
    """Crea el año nuevo a partir del de ese trimestre, que queda intacto; da su primer trimestre.

    ErrorEsperado si el archivo ya tiene ese año o si algo de lo que se pide no puede ser; no cambia nada.
    """
    if ya_esta := por_que_no(exp.trimestres(), anio.ejercicio):
        raise ErrorEsperado(ya_esta)
    plan, catalogo = _resultado(exp, trimestre, anio)
    nombre = f"Crear {anio.ejercicio}"
    with exp.base.accion(nombre, exp.legajo(trimestre).id) as hecha:
        nuevos = {logo.sha256 for papel in catalogo.papeles for logo in papel.logos} & imagenes.keys()
        datos.guardar_contenidos(exp.base, {sha256: imagenes[sha256] for sha256 in sorted(nuevos)})
        datos.cambiar_catalogo(exp.base, catalogo)
        guardar_plan(exp.base, plan)
    return Trimestre(anio.ejercicio, 1), Cambios(nombre, cosas_de(hecha.tablas))


def _resultado(exp: Expediente, trimestre: Trimestre, anio: AnioNuevo) -> tuple[Plan, Catalogo]:
    return plan_del_anio(plan_de(exp, trimestre), anio), catalogo_del_anio(catalogo_de(exp), anio)
