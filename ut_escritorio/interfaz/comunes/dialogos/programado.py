"""Lo programado de una actividad en el trimestre que se ve: se pregunta y se guarda."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ut_escritorio.dominio.plan.arbol import Actividad
from ut_escritorio.dominio.plan.lugares import con_nombre
from ut_escritorio.dominio.porcentajes import en_duda, leer_porcentaje
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.oficina import plan as servicio


def pedir_programado(padre: QWidget, sesion: Sesion, actividad: Actividad) -> None:
    """Pregunta qué porcentaje se programó; lo que no puede serlo se dice y no se guarda."""

    def guardar(escrito: str) -> bool:
        try:
            valor = leer_porcentaje(escrito)
        except ErrorEsperado as error:
            sesion.fallo.emit(str(error))
            return False
        if valor is not None and (duda := en_duda(escrito, valor)):
            sesion.fallo.emit(duda)
            return False
        return sesion.logra(servicio.programar, actividad.clave, valor)

    avisos.pedir_texto(
        padre,
        f"¿Qué porcentaje se programó para {con_nombre(actividad)} en el {sesion.trimestre}?",
        "Guardar",
        guardar,
        con_enter=True,
    )
