"""Cambiar el plan de un año en su lugar, cada cosa en una acción; lo que ya se firmó queda como se firmó."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from ut_escritorio.datos.filas.cambios_del_plan import cambiar_plan
from ut_escritorio.datos.filas.firmas import esta_cerrado
from ut_escritorio.datos.filas.legajo import Legajo
from ut_escritorio.dominio.cambios_del_plan.acomodo import Destino, acomodado
from ut_escritorio.dominio.cambios_del_plan.actividad_nueva import (
    ActividadNueva,
    SeCuenta,
    con_actividad,
    con_otra_cuenta,
)
from ut_escritorio.dominio.cambios_del_plan.armado.cambio import Acomodado, Cambio
from ut_escritorio.dominio.cambios_del_plan.armado.se_va import dicho_lo_que_se_va
from ut_escritorio.dominio.cambios_del_plan.edicion import (
    con_frases_del_resumen,
    con_lista,
    con_metas_confirmadas,
    con_otro_texto,
    con_parrafo,
    con_paso,
    con_programado,
    sin_apartado,
    sin_lista,
    sin_lugar,
)
from ut_escritorio.dominio.cambios_del_plan.resumen_propuesto import frases_propuestas
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.plan.anexos import LosAnexos
from ut_escritorio.dominio.plan.apartados import ClaseDeLista
from ut_escritorio.dominio.plan.arbol import Plan, Ruta
from ut_escritorio.dominio.plan.programa import AlcanceDelPorcentaje, Seguimiento
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.expediente import Cambios, Expediente
from ut_escritorio.servicios.oficina.sin_lugar import revisar_que_nada_se_queda_sin_lugar

_TITULOS: dict[ClaseDeLista, str] = {
    "indice": "ÍNDICE",
    "avance": "AVANCE DE LAS ACTIVIDADES, {periodo:mayusculas} {ejercicio}",
    "resumen": "RESUMEN EJECUTIVO, {periodo:mayusculas} {ejercicio}",
    "comparativo": "COMPARATIVO, {periodo:mayusculas} {ejercicio}",
    "graficas": "GRÁFICAS, {periodo:mayusculas} {ejercicio}",
    "relacion_de_enviados": "RELACIÓN DE OFICIOS ENVIADOS, {periodo:mayusculas} {ejercicio}",
    "relacion_de_recibidos": "RELACIÓN DE OFICIOS RECIBIDOS, {periodo:mayusculas} {ejercicio}",
}

_COMO_SE_LLAMA: dict[ClaseDeLista, str] = {
    "indice": "el índice", "avance": "el avance", "resumen": "el resumen", "comparativo": "el comparativo",
    "graficas": "las gráficas",
}  # fmt: skip


def plan_de(exp: Expediente, trimestre: Trimestre) -> Plan:
    """El plan del año de un trimestre, sin lo elegido para un solo informe."""
    return exp.legajo(trimestre).guardado.plan


def cambiar_texto(exp: Expediente, trimestre: Trimestre, ruta: Ruta, texto: str) -> Cambios:
    """Dice de otra manera un texto del plan, en todo su año; ErrorEsperado si así no se imprimiría."""
    return _cambiar(
        exp, trimestre, "Cambiar un texto del plan", lambda plan: con_otro_texto(plan, ruta, texto)
    )


def agregar_parrafo(exp: Expediente, trimestre: Trimestre, tras: str, texto: str) -> Cambios:
    """Agrega un renglón impreso debajo de otro; `tras` es la clave del apartado."""
    return _cambiar(exp, trimestre, "Agregar un renglón", lambda plan: con_parrafo(plan, tras, texto))


def quitar_apartado(exp: Expediente, trimestre: Trimestre, clave: str) -> Cambios:
    """Quita del año un texto o un cuadro impreso; ErrorEsperado si hay números que solo él tiene."""
    return _cambiar(exp, trimestre, "Quitar del plan", lambda plan: sin_apartado(plan, clave))


def quitar_lugar(exp: Expediente, trimestre: Trimestre, clave: str) -> Cambios:
    """Quita del año un componente, una actividad o un paso; ErrorEsperado si hay algo anotado en él."""
    return _cambiar(exp, trimestre, "Quitar del plan", lambda plan: sin_lugar(plan, clave))


def agregar_paso(exp: Expediente, trimestre: Trimestre, actividad: str, nombre: str) -> Cambios:
    """Agrega un paso al final de una actividad."""
    return _cambiar(exp, trimestre, "Agregar un paso", lambda plan: con_paso(plan, actividad, nombre))


def agregar_actividad(
    exp: Expediente, trimestre: Trimestre, nueva: ActividadNueva
) -> tuple[ActividadNueva, Cambios]:
    """Agrega una actividad, con su cuadro si lo lleva; la devuelve."""
    return nueva, _cambiar(exp, trimestre, "Agregar una actividad", lambda plan: con_actividad(plan, nueva))


def agregar_cuenta(exp: Expediente, trimestre: Trimestre, cuadro: str, nombre: str) -> Cambios:
    """Agrega a un cuadro un renglón o una columna que cuente algo más."""
    cosa = SeCuenta(nombre, "", "")
    nombre_de_accion = "Agregar al cuadro"
    return _cambiar(exp, trimestre, nombre_de_accion, lambda plan: con_otra_cuenta(plan, cuadro, cosa))


def mudar_actividad(exp: Expediente, trimestre: Trimestre, destino: Destino) -> Cambios:
    """Una actividad pasa a ser otra: lo capturado en ella se va con ella."""
    nombre = "Pasar una actividad a ser otra"
    return cambiar(exp, trimestre, Cambio(nombre, lambda plan: acomodado(plan, (destino,))))


def lo_que_se_va(exp: Expediente, trimestre: Trimestre, cambio: Cambio) -> str:
    """Lo que ese cambio quita, en palabras, sin hacerlo; lanza lo mismo que `cambiar`."""
    plan = plan_de(exp, trimestre)
    return dicho_lo_que_se_va(plan, _hecho(exp.legajo(trimestre), cambio).plan)


def programar(exp: Expediente, trimestre: Trimestre, actividad: str, valor: Decimal | None) -> Cambios:
    """Pone lo programado de una actividad en el trimestre; None: no se sabe. Lo firmado no cambia de meta."""
    if trimestre.numero not in _abiertos(exp, trimestre):
        raise ErrorEsperado(
            f"El {trimestre} ya está firmado y lo que ahí se programó no se cambia. "
            "Si hay que corregirlo, ábralo para corregir."
        )
    return _cambiar(
        exp,
        trimestre,
        "Cambiar lo programado",
        lambda plan: con_programado(plan, actividad, trimestre.numero, valor),
    )


def confirmar_metas(exp: Expediente, trimestre: Trimestre) -> Cambios:
    """Lo que el año anterior programó, y aquí se propone, queda programado; en lo firmado, nada."""
    abiertos = _abiertos(exp, trimestre)
    return _cambiar(exp, trimestre, "Confirmar las metas", lambda plan: con_metas_confirmadas(plan, abiertos))


def decir_alcance(exp: Expediente, trimestre: Trimestre, alcance: AlcanceDelPorcentaje) -> Cambios:
    """Dice, para todo el año, si el % que se escribe es solo del trimestre o lo que va del año."""
    return _cambiar(
        exp,
        trimestre,
        "Decir qué es el %",
        lambda plan: replace(plan, programa=replace(plan.programa, alcance=alcance)),
    )


def fijar_seguimiento(exp: Expediente, trimestre: Trimestre, suyo: Seguimiento) -> Cambios:
    """Dice, para todo el año, cómo se miden sus metas y cuándo se entregan sus informes."""
    return _cambiar(
        exp,
        trimestre,
        "Cambiar las metas y la entrega",
        lambda plan: replace(
            plan,
            programa=replace(
                plan.programa,
                holgura=suyo.holgura,
                pide_por_que=suyo.pide_por_que,
                entrega=suyo.entrega,
            ),
        ),
    )


def relacionar(exp: Expediente, trimestre: Trimestre, clase: ClaseDeLista, si: bool) -> Cambios:
    """Los informes del año llevan, o ya no, una de las hojas que se agregan: el índice, el resumen…"""

    def cambio(plan: Plan) -> Plan:
        if not si:
            return sin_lista(plan, clase)
        con_ella = con_lista(plan, clase, _TITULOS[clase])
        return con_frases_del_resumen(con_ella, frases_propuestas(plan)) if clase == "resumen" else con_ella

    cual = _COMO_SE_LLAMA.get(clase, "la relación de oficios")
    return _cambiar(exp, trimestre, f"{'Agregar' if si else 'Quitar'} {cual}", cambio)


def anexar(exp: Expediente, trimestre: Trimestre, anexos: LosAnexos) -> Cambios:
    """Dice qué se hace con las evidencias en los informes del año."""
    return _cambiar(
        exp,
        trimestre,
        "Cambiar los anexos",
        lambda plan: replace(plan, programa=replace(plan.programa, anexos=anexos)),
    )


def aprobar_plan(exp: Expediente, trimestre: Trimestre, si: bool) -> Cambios:
    """El plan del año ya se aprobó, o vuelve a ser provisional."""
    nombre = "Aprobar el plan" if si else "Dejar el plan provisional"
    return _cambiar(exp, trimestre, nombre, lambda plan: replace(plan, provisional=not si))


def cambiar_leyenda(exp: Expediente, trimestre: Trimestre, leyenda: str) -> Cambios:
    """Pone la leyenda del año."""
    return _cambiar(exp, trimestre, "Cambiar la leyenda", lambda plan: replace(plan, leyenda=leyenda.strip()))


def cambiar(exp: Expediente, trimestre: Trimestre, cambio: Cambio) -> Cambios:
    """Le hace un cambio al plan del año, en una acción; ErrorEsperado si se perdería algo anotado."""
    legajo = exp.legajo(trimestre)
    hecho = _hecho(legajo, cambio)
    return exp.hacer(
        trimestre, cambio.nombre, lambda s: cambiar_plan(s.base, s.guardado, hecho.plan, hecho.ahora)
    )


def _cambiar(exp: Expediente, trimestre: Trimestre, nombre: str, regla: Callable[[Plan], Plan]) -> Cambios:
    return cambiar(exp, trimestre, Cambio(nombre, regla))


def _hecho(legajo: Legajo, cambio: Cambio) -> Acomodado:
    """El cambio ya hecho al plan guardado, si nada de lo anotado se queda sin su lugar."""
    hecho = cambio.en(legajo.guardado.plan)
    revisar_que_nada_se_queda_sin_lugar(legajo, hecho)
    return hecho


def _abiertos(exp: Expediente, trimestre: Trimestre) -> frozenset[int]:
    """Los trimestres de su año que no se han firmado, por su número."""
    del_anio = (cada for cada in exp.trimestres() if cada.ejercicio == trimestre.ejercicio)
    return frozenset(cada.numero for cada in del_anio if not esta_cerrado(exp.legajo(cada)))
