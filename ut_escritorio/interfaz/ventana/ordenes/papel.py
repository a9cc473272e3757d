"""Las hojas que no son del informe: para capturar a mano, y la ficha de una sesión."""

from __future__ import annotations

from ut_escritorio.interfaz.comunes.sesion.salidas import IMPRIMIR
from ut_escritorio.interfaz.ventana.mesa import Mesa
from ut_escritorio.interfaz.ventana.ordenes import al_pedirlo


def pedir_hojas_de_captura(mesa: Mesa, actividad: str | None = None) -> None:
    """Enseña las de una actividad por su número, las de todas con él vacío, o las de la que se ve."""
    sesion = mesa.sesion()
    cadena = sesion.foto.plan.cadena.get(mesa.lugar(), ())
    de_la_que_se_ve = cadena[1].numero if len(cadena) > 1 else ""
    cual = de_la_que_se_ve if actividad is None else actividad
    hojas = al_pedirlo.hojas_de_captura
    sesion.puerta(IMPRIMIR, lambda: hojas().HojasDeCaptura(mesa.marco, sesion, cual).open())


def pedir_ficha(mesa: Mesa, renglon: str) -> None:
    """Enseña la ficha de un renglón, por su uid, como se va a imprimir."""
    sesion = mesa.sesion()
    ficha = al_pedirlo.ficha_de_sesion
    sesion.puerta(IMPRIMIR, lambda: ficha().HojaDeFicha(mesa.marco, sesion, renglon).open())
