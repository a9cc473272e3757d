"""Al dejar un archivo, lo que andaba aparte se deja de hacer y dice en qué quedó antes de irse."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QThread

from ut_escritorio.interfaz.comunes.sesion.tareas import Tarea, acabar_todas

DEMASIADO = 10  # segundos


def test_lo_que_anda_se_cancela_y_se_entrega_sin_esperar_a_que_termine(qapp):
    def hasta_que_se_deje(_, cancelado) -> str:
        tope = monotonic() + DEMASIADO
        while not cancelado():
            if monotonic() > tope:
                return "se esperó hasta el final"
            QThread.yieldCurrentThread()
        return "se dejó de hacer"

    tarea, dichos = Tarea(hasta_que_se_deje), []
    tarea.hecha.connect(dichos.append)
    tarea.acabo.connect(lambda: dichos.append("acabó"))
    tarea.empezar()
    acabar_todas()
    assert dichos == ["se dejó de hacer", "acabó"]
    assert tarea.isFinished()
    acabar_todas()
    assert dichos.count("acabó") == 1, "se entrega una sola vez"
