"""Lo que tarda y no deja hacer nada mientras: se dice qué es y se hace en otro hilo."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QMainWindow

from ut_escritorio.interfaz.comunes.sesion.tareas import Tarea
from ut_escritorio.interfaz.ventana.al_pedirlo import avisos, imprevistos


def hacer_en_espera(
    ventana: QMainWindow,
    que: str,
    trabajo: Callable[[], object],
    al_hacer: Callable[[Any], object],
    al_fallar: Callable[[Exception], object] | None = None,
) -> None:
    """Dice qué se está haciendo hasta que acaba; lo hecho va a `al_hacer`.

    Si no se pudo, el error va a `al_fallar` o, si no lo hay, se dice.
    """
    espera = avisos().hacer_esperar(ventana, que)
    tarea = Tarea(lambda avance, cancelado: trabajo())
    tarea.acabo.connect(lambda: espera.done(0))
    tarea.hecha.connect(al_hacer)
    decir = imprevistos().decir_error
    tarea.fallida.connect(al_fallar or (lambda error: decir(ventana, "No se pudo hacer.", error)))
    tarea.empezar()
