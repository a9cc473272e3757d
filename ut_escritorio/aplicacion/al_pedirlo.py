"""Lo que el arranque carga hasta que se pide; solo aquí y al escoger la orden importa tarde."""

from __future__ import annotations

import sys
from importlib import import_module


def terminal():
    """Lo que se escribe en una terminal, que la ventana no usa."""
    from ut_escritorio.linea_de_comandos import terminal

    return terminal


def expediente():
    """El archivo, que no necesita a Qt."""
    from ut_escritorio.servicios.archivo import expediente

    return expediente


def qt() -> None:
    """Qt, sin que PySide lea el texto de todo módulo que se carga después de él.

    Lo lee por si pidiera `from __feature__ import …`, que aquí ninguno pide: leerlos tardaba más de la mitad
    que la fotografía del trimestre. Empaquetado no hay textos que leer.
    """
    import_module("PySide6")
    lo_que_lee = sys.modules.get("PySide6.support.feature")
    if lo_que_lee is not None:
        vars(lo_que_lee)["_mod_uses_pyside"] = _usa_qt


def _usa_qt(_: object) -> bool:
    """Que sí, que es lo que PySide supone de un módulo cuyo texto nombra a Qt."""
    return True


def ejemplo():
    """El ejemplo que el programa trae."""
    from ut_escritorio.servicios.oficina import primer_dia

    return primer_dia


def primer_dia():
    """Lo que se pregunta sin archivo todavía."""
    from ut_escritorio.aplicacion import primer_dia

    return primer_dia


def estorbo():
    """Lo que se ofrece si un archivo no se deja abrir."""
    from ut_escritorio.aplicacion import estorbo

    return estorbo


def al_frente():
    """Traer al frente la ventana que ya tiene el archivo."""
    from ut_escritorio.interfaz.respaldo import al_frente

    return al_frente


def en_ventana():
    """Decir en una ventana que no se pudo."""
    from ut_escritorio.aplicacion import en_ventana

    return en_ventana
