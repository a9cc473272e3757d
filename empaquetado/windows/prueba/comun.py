"""Lo que comparten los casos: cómo se cierra una ventana, y cómo se dice lo que se vio."""

from __future__ import annotations

import time
from collections.abc import Callable

import marcas

from prueba.ella import APLICACION, Abierto, Ella
from prueba.pantalla import esperar

Caso = Callable[[Ella], str]
"""Hace algo en su equipo y dice qué se vio; AssertionError si no fue lo que debía."""

NO_SE_ABRIO = 2
TITULO = f"{APLICACION} {marcas.version()}"


def cerrar_ventana(ella: Ella, abierto: Abierto, clave: str) -> None:
    """Cierra con Alt+F4, y otra vez si con la prisa no llegó; termina en 0."""

    def cerrar() -> bool:
        if clave in ella.pantalla.ventanas():
            ella.pantalla.activar(clave)
            abierto.contestar("alt+F4")
            time.sleep(4)
        return not abierto.sigue()

    esperar(cerrar, "que el programa termine al cerrarlo")
    assert abierto.termina() == 0, f"al cerrarlo terminó en {abierto.termina()}"


def avisa(ella: Ella, *palabras: str) -> str:
    """Con doble clic en su archivo, el aviso dice esas palabras y, al cerrarlo, el programa termina."""
    abierto = ella.doble_clic(ella.de_windows(ella.archivo))
    dicho = abierto.aviso()
    for palabra in palabras:
        assert palabra in dicho, f"no dice «{palabra}»: {llano(dicho)}"
    abierto.contestar("Escape")
    codigo = abierto.termina()
    assert codigo == NO_SE_ABRIO, f"terminó en {codigo}"
    return llano(dicho)


def llano(dicho: str) -> str:
    """El aviso copiado, en un renglón y sin sus rayas."""
    return " · ".join(renglon.strip() for renglon in dicho.splitlines()[1:] if renglon.strip("- "))
