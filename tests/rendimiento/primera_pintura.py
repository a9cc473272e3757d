"""Dice a qué hora del reloj de la máquina se pintó por primera vez una ventana vacía, o el programa."""

from __future__ import annotations

import gc
import sys
import time


def vacia() -> None:
    """Pinta un QMainWindow sin nada y dice la hora."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    aplicacion = QApplication(sys.argv[:1])
    ventana = QMainWindow()
    ventana.resize(1200, 700)
    ventana.show()
    print(_pintada(aplicacion))


def programa(archivo: str) -> None:
    """Corre el programa hasta que pinta las pestañas del plan y las celdas del trimestre, y dice la hora."""
    from ut_escritorio.aplicacion import al_pedirlo, correr

    gc.disable()  # como el programa, antes de cargar lo del archivo
    assert al_pedirlo.expediente() and "PySide6" not in sys.modules, (
        "en el programa, lo del archivo se carga antes que Qt"
    )
    al_pedirlo.qt()
    _irse_al_pintar()
    correr([archivo])


def _irse_al_pintar() -> None:
    from PySide6.QtWidgets import QApplication

    def pintar_e_irse(aplicacion) -> None:
        print(_pintada(aplicacion))
        sys.exit()

    QApplication.exec = pintar_e_irse


def _pintada(aplicacion) -> float:
    (ventana,) = aplicacion.topLevelWindows()
    while not ventana.isExposed():
        aplicacion.processEvents()
    aplicacion.processEvents()
    return time.monotonic()


if __name__ == "__main__":
    if sys.argv[1] == "programa":
        programa(sys.argv[2])
    else:
        vacia()
