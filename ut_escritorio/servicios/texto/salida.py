"""Guardar como texto el plan de un año o los datos de un trimestre: lo mismo que se escribe a mano."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ut_escritorio.datos.filas.oficios.cartas import plantillas_propias
from ut_escritorio.datos.toml.archivo import ArchivoConReparos
from ut_escritorio.datos.toml.escribir.plan import escribir_plan
from ut_escritorio.datos.toml.escribir.trimestre import escribir_trimestre
from ut_escritorio.datos.toml.libro import PapelLeido
from ut_escritorio.datos.toml.plan import PlanLeido, leer_plan
from ut_escritorio.datos.toml.trimestre import leer_trimestre
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficios.libro import EnElLibro
from ut_escritorio.dominio.oficios.oficio import Seguimiento
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.oficina.catalogos import catalogo_de
from ut_escritorio.servicios.oficina.plan import plan_de
from ut_escritorio.servicios.oficios.libro import leer_libro
from ut_escritorio.servicios.texto.al_disco import del_programa, escribir, nombres_de, revisar_que_es_nuevo

_NO_VUELVE = "Al leerlo de nuevo no dice exactamente lo mismo. Guarde también una copia del archivo."


@congelado
class TextoGuardado:
    """Dónde quedó, los logotipos que quedaron junto a él y lo que habría que corregirle para que entre."""

    ruta: Path
    junto: tuple[Path, ...] = ()
    avisos: tuple[str, ...] = ()


def plan_del_anio(exp: Expediente, ejercicio: int) -> PlanLeido:
    """El plan de un año con todo lo que su texto lleva; ErrorEsperado si el archivo no lo tiene."""
    catalogo = catalogo_de(exp)
    suyos = sorted({logo.sha256 for papel in catalogo.papeles for logo in papel.logos})
    contenidos = {sha256: exp.contenido(sha256) for sha256 in suyos}
    plan = plan_de(exp, Trimestre(ejercicio, 1))
    return PlanLeido(plan, catalogo, contenidos, plantillas_propias(exp.base))


def guardar_plan(exp: Expediente, ejercicio: int, salida: Path) -> TextoGuardado:
    """Deja en el disco el texto del plan de un año y, en una carpeta junto a él, sus logotipos.

    ErrorEsperado si ahí ya hay algo, que pudo escribirse a mano, o si no se deja; no queda nada.
    """
    suyo = plan_del_anio(exp, ejercicio)
    revisar_que_es_nuevo(salida)
    archivos = {
        sha256: del_programa().get(sha256) or f"{salida.stem} logotipos/{nombre}"
        for sha256, nombre in nombres_de(suyo.catalogo, suyo.contenidos).items()
    }
    texto = escribir_plan(suyo.plan, suyo.catalogo, archivos, suyo.plantillas)
    junto = {
        salida.parent / archivos[sha256]: suyo.contenidos[sha256]
        for sha256 in archivos
        if sha256 not in del_programa()
    }
    escribir(salida, texto, junto)
    return TextoGuardado(salida, tuple(junto), tuple(_avisos_del_plan(salida, suyo)))


def guardar_datos(exp: Expediente, trimestre: Trimestre, salida: Path) -> TextoGuardado:
    """Deja en el disco el texto de un trimestre; ErrorEsperado como `guardar_plan`."""
    foto, papeles = datos_del_trimestre(exp, trimestre)
    revisar_que_es_nuevo(salida)
    escribir(salida, escribir_trimestre(foto, papeles), {})
    try:
        leer_trimestre(salida, foto.plan, foto.catalogo)
    except ArchivoConReparos as reparos:
        return TextoGuardado(salida, avisos=tuple(map(str, reparos.reparos)))
    return TextoGuardado(salida)


def datos_del_trimestre(
    exp: Expediente, trimestre: Trimestre
) -> tuple[FotoTrimestre, tuple[PapelLeido, ...]]:
    """Lo de un trimestre, sin lo elegido para un solo informe, y los papeles que van con él."""
    foto = replace(exp.foto(trimestre), plan=plan_de(exp, trimestre), catalogo=catalogo_de(exp))
    filas = leer_libro(exp, trimestre.ejercicio).filas
    suyas = [fila for fila in reversed(filas) if _dice_mas(fila) and _es_del_trimestre(fila, trimestre)]
    return foto, tuple(PapelLeido(fila.oficio, fila.seguimiento) for fila in suyas)


def _dice_mas(fila: EnElLibro) -> bool:
    """Si del papel se sabe algo que no dice un renglón; sin número no se puede nombrar."""
    return bool(fila.oficio.folio) and (
        fila.oficio.propio or replace(fila.seguimiento, impreso=None) != Seguimiento()
    )


def _es_del_trimestre(fila: EnElLibro, trimestre: Trimestre) -> bool:
    """Si se dice en él o es de sus meses; el que no se sabe de cuándo es va con todos."""
    papel = fila.oficio.papel
    if fila.dichos:
        return any(dicho.trimestre == trimestre for dicho in fila.dichos)
    if papel.fecha:
        return trimestre.primer_dia <= papel.fecha <= trimestre.ultimo_dia
    return papel.mes is None or papel.mes in trimestre.meses


def _avisos_del_plan(salida: Path, suyo: PlanLeido) -> Iterator[str]:
    """Lo que al leerlo de nuevo habría que corregirle; casi nunca hay nada."""
    try:
        vuelto = leer_plan(salida)
    except ArchivoConReparos as reparos:
        yield from map(str, reparos.reparos)
        return
    if (_en_orden(vuelto.plan), vuelto.catalogo) != (_en_orden(suyo.plan), suyo.catalogo):
        yield _NO_VUELVE


def _en_orden(plan: Plan) -> Plan:
    """El plan con sus cuadros por su clave: en el texto van donde se imprimen, y eso es lo que cuenta."""
    return replace(plan, cuadros=tuple(sorted(plan.cuadros, key=lambda cuadro: cuadro.clave)))
