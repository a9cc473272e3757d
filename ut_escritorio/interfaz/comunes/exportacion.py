"""Hacer el PDF en otro hilo; el escritor de PDF no se carga hasta que se pide el primero."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from ut_escritorio.interfaz.comunes.sesion import Sesion
from ut_escritorio.interfaz.comunes.tareas import Tarea


def exportar_aparte(sesion: Sesion, salida: Path, padre: QObject) -> Tarea:
    """La tarea, ya andando, que escribe en `salida` el informe del trimestre; da un `Exportado`."""
    from ut_escritorio.servicios.informe import contenidos_de, exportar

    foto = sesion.foto
    contenidos = contenidos_de(sesion.expediente, foto)

    def trabajo(avance: Callable[[int, int], None], cancelado: Callable[[], bool]) -> Any:
        return exportar(foto, contenidos, salida, avance, cancelado)

    tarea = Tarea(trabajo, padre)
    tarea.start()
    return tarea
