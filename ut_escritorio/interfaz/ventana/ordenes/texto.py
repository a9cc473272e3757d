"""El plan que sale como texto, o llega escrito en uno."""

from __future__ import annotations

from pathlib import Path

from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.interfaz.comunes.sesion.salidas import OFICINA
from ut_escritorio.interfaz.ventana import al_pedirlo
from ut_escritorio.interfaz.ventana.al_pedirlo import Servicios
from ut_escritorio.interfaz.ventana.mesa import Mesa

_AL_GUARDAR = "Texto del plan (*.txt)"


def guardar_plan(mesa: Mesa) -> None:
    """Pide dónde y deja ahí el texto del plan del año que se ve."""
    sesion = mesa.sesion()
    anio = sesion.trimestre.ejercicio

    def guardar(ruta: Path) -> None:
        servicio = Servicios.texto_que_sale()
        guardado = sesion.consultar(lambda exp, _: servicio.guardar_plan(exp, anio, ruta))
        if guardado is None:
            return
        mesa.decir(f"El plan de {anio} quedó en {guardado.ruta}")
        if guardado.avisos:
            que = f"El plan de {anio} quedó en «{ruta.name}». Para volver a traerlo habrá que corregirlo."
            al_pedirlo.avisos().informar(mesa.marco, que, al_pedirlo.avisos().pocos(guardado.avisos))

    def pedir() -> None:
        propuesta = sesion.expediente.ruta.parent / f"Plan {anio}.txt"
        al_pedirlo.avisos().pedir_donde_guardar(
            mesa.marco, "Guardar el plan como texto", propuesta, _AL_GUARDAR, guardar
        )

    sesion.puerta(OFICINA, pedir)


def traer_plan(mesa: Mesa) -> None:
    """Pide un plan escrito como texto y enseña lo que cambiaría, antes de cambiar nada."""
    sesion = mesa.sesion()
    avisos = al_pedirlo.avisos()
    if sesion.solo_leer:
        avisos.advertir(mesa.marco, sesion.solo_leer)
        return

    def ver(ruta: Path) -> None:
        servicio = Servicios.texto_que_llega()
        llegada = sesion.consultar(lambda exp, _: servicio.revisar_plan(exp, ruta), no_sirve)
        if llegada is None:
            return
        if not llegada.cambios:
            avisos.informar(mesa.marco, f"«{ruta.name}» dice lo mismo que el plan de {llegada.ejercicio}.")
            return
        hoja = al_pedirlo.plan_que_llega().HojaDePlanQueLlega(mesa.marco, sesion, llegada)
        if llegada.nuevo:
            hoja.hecho.connect(lambda anio: mesa.ir_a_trimestre(Trimestre(anio, 1), lambda: None))
        hoja.open()

    def no_sirve(dicho: str) -> None:
        avisos.advertir_reparos(mesa.marco, dicho)

    carpeta = sesion.expediente.ruta.parent
    sesion.puerta(
        OFICINA,
        lambda: avisos.pedir_archivo(
            mesa.marco, "Traer un plan escrito", carpeta, avisos.TEXTO_DEL_PLAN, ver
        ),
    )
