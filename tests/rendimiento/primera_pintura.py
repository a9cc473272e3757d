"""Dice a qué hora del reloj de la máquina se pintó por primera vez una ventana vacía, o el programa."""

from __future__ import annotations

import sys
import time


def vacia() -> float:
    """La hora en que se pinta un QMainWindow sin nada."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    aplicacion = QApplication(sys.argv[:1])
    ventana = QMainWindow()
    ventana.resize(1200, 700)
    return _pintada(aplicacion, ventana)


def programa(archivo: str) -> float:
    """La hora en que se pintan las pestañas del plan y las celdas del trimestre."""
    from datetime import date, datetime
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from ut_escritorio.dominio.periodos import Trimestre
    from ut_escritorio.interfaz.arranque import preparar
    from ut_escritorio.interfaz.ventana import abrir_ventana
    from ut_escritorio.servicios import expediente

    aplicacion = QApplication(sys.argv[:1])
    preparar(aplicacion)
    abierto = expediente.abrir(Path(archivo), lambda: datetime(2024, 7, 4, 12))  # noqa: DTZ001
    ventana = abrir_ventana(abierto, Trimestre(2024, 2), hoy=lambda: date(2024, 7, 4), ahora=datetime.now)
    hora = _pintada(aplicacion, ventana)
    abierto.cerrar()
    return hora


def _pintada(aplicacion, ventana) -> float:
    ventana.show()
    while not ventana.windowHandle().isExposed():
        aplicacion.processEvents()
    aplicacion.processEvents()
    return time.monotonic()


if __name__ == "__main__":
    print(programa(sys.argv[2]) if sys.argv[1] == "programa" else vacia())
