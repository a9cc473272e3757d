"""El menú Oficina: lo que cambia de un año a otro. Cada ventana suya se carga cuando se pide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ut_escritorio.interfaz.ventana.acciones import Accion
from ut_escritorio.interfaz.ventana.pendientes import si_todo_quedo

if TYPE_CHECKING:
    from ut_escritorio.interfaz.ventana.marco import Ventana


def acciones_de_oficina(ventana: Ventana) -> tuple[Accion | None, ...]:
    """Lo que el menú ofrece."""
    return (
        Accion("&Año nuevo…", lambda: pedir_anio(ventana), icono="agregar"),
        Accion("El plan ya se a&probó", lambda: aprobar(ventana), icono="listo"),
    )


def pedir_anio(ventana: Ventana) -> None:
    """Prepara el año que sigue al que se ve; al crearlo se va a su primer trimestre."""
    from ut_escritorio.interfaz.anio import VentanaDeAnio

    ventana.asentar()

    def abrir() -> None:
        anio = VentanaDeAnio(ventana.sesion, ventana)
        anio.creado.connect(lambda trimestre: ventana.sesion.ir_a_trimestre(trimestre))
        anio.open()

    si_todo_quedo(ventana, ventana.sesion, "Seguir sin guardarlo", abrir)


def aprobar(ventana: Ventana) -> None:
    """El plan del año que se ve deja de ser provisional."""
    from ut_escritorio.servicios.plan import aprobar_plan

    ventana.asentar()
    if ventana.sesion.foto.plan.provisional:
        ventana.sesion.hacer(aprobar_plan, True)
    else:
        ventana.statusBar().showMessage(
            f"El plan de {ventana.sesion.foto.plan.ejercicio} ya está aprobado.", 6000
        )
