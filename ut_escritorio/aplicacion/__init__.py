"""El programa: decide entre la ventana y una orden, y es el único que mira el reloj."""

from __future__ import annotations

import gc
import io
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from ut_escritorio import rutas
from ut_escritorio.aplicacion import al_pedirlo
from ut_escritorio.aplicacion.decir import contestar, decir_imprevisto, decir_que_no
from ut_escritorio.aplicacion.notas import anotar_imprevisto, dejar_dicho, llevar_notas
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.linea_de_comandos.ventana import Ventana, VentanaConEjemplo, ventana_pedida

if TYPE_CHECKING:
    from ut_escritorio.linea_de_comandos.pedidos import Orden

HECHO, LA_RESPUESTA_ES_NO, NO_SE_PUDO = 0, 1, 2


def ahora() -> datetime:
    """La hora de este equipo."""
    return datetime.now().astimezone()


def correr(escrito: Sequence[str]) -> int:
    """Hace lo que se pidió; devuelve 0 si se hizo, 1 si la respuesta es que no y 2 si no se pudo."""
    if escrito[:1] == [rutas.PINTAR_HOJAS]:
        return al_pedirlo.hojas_de_pdf().pintar_lo_que_se_pida(int(escrito[1]))
    for salida in (sys.stdout, sys.stderr):
        if isinstance(salida, io.TextIOWrapper):
            salida.reconfigure(errors="replace")  # una terminal sin acentos no debe impedir la frase
    llevar_notas(rutas.carpeta_de_registro())
    try:
        return _cumplir(ventana_pedida(escrito) or al_pedirlo.terminal().leer_orden(escrito))
    except ErrorEsperado as error:
        decir_que_no(str(error))
    except KeyboardInterrupt:
        decir_que_no("Se interrumpió; lo que no se había guardado no cambió nada.")
    except Exception as error:
        decir_imprevisto(error)
    return NO_SE_PUDO


def _cumplir(orden: Orden) -> int:
    if isinstance(orden, (Ventana, VentanaConEjemplo)):
        return _con_ventana(orden)
    terminal = al_pedirlo.terminal()
    if isinstance(orden, terminal.Autoprueba):
        return _probarse()
    if isinstance(orden, terminal.Ayuda):
        contestar(terminal.AYUDA)
        return HECHO
    from ut_escritorio.linea_de_comandos.ordenes import cumplir

    gc.disable()  # una orden acaba pronto: buscar lo que sobra tardaría más de lo que ahorra
    try:
        respuesta = cumplir(orden, ahora, al_pedirlo.pintar_hoja)
    finally:
        gc.freeze()  # y lo que nació acaba con el proceso: al salir, Python ya no lo recorre
        gc.enable()
    contestar(respuesta.texto)
    return LA_RESPUESTA_ES_NO if respuesta.es_no else HECHO


def _con_ventana(orden: Ventana | VentanaConEjemplo) -> int:
    """Qt se carga aquí, y no antes: las órdenes no lo necesitan."""
    gc.disable()  # al arrancar nacen cien mil cosas que se quedan; buscar cuáles sobran retrasa la ventana
    al_pedirlo.bibliotecas().adelantar_bibliotecas()
    al_pedirlo.expediente()
    al_pedirlo.qt()
    from ut_escritorio.aplicacion.ventana import con_archivo, con_el_ejemplo

    return con_archivo(orden.archivo, ahora) if isinstance(orden, Ventana) else con_el_ejemplo(ahora)


def _probarse() -> int:
    """Hace la autoprueba; lo que salió queda en un archivo y en la terminal, si la hay: nunca en un diálogo.

    La pide el instalador, que no tiene quien conteste.
    """
    codigo = NO_SE_PUDO
    try:
        from ut_escritorio.aplicacion.autoprueba import autoprueba

        frase, codigo = autoprueba(ahora), HECHO
    except ErrorEsperado as error:
        frase = f"La autoprueba falló. {error}"
    except Exception as error:
        anotar_imprevisto(error)
        frase = (
            f"La autoprueba falló en algo que nadie esperaba ({type(error).__name__}). Reinstale el programa."
        )
    with suppress(OSError):
        dejar_dicho(rutas.carpeta_de_registro(), frase)
    print(frase, file=sys.stderr if codigo else sys.stdout)
    return codigo
