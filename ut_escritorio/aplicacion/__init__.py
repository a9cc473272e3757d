"""El programa: decide entre la ventana y una orden, y es el único que mira el reloj."""

from __future__ import annotations

import gc
import io
import sys
from collections.abc import Sequence
from datetime import datetime

from ut_escritorio import rutas
from ut_escritorio.aplicacion.notas import anotar_imprevisto, llevar_notas
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.linea_de_comandos.lectura import (
    AYUDA,
    Autoprueba,
    Ayuda,
    Orden,
    Ventana,
    VentanaConEjemplo,
    leer_orden,
)

HECHO, LA_RESPUESTA_ES_NO, NO_SE_PUDO = 0, 1, 2


def ahora() -> datetime:
    """La hora de este equipo."""
    return datetime.now().astimezone()


def correr(escrito: Sequence[str]) -> int:
    """Hace lo que se pidió; devuelve 0 si se hizo, 1 si la respuesta es que no y 2 si no se pudo."""
    for salida in (sys.stdout, sys.stderr):
        if isinstance(salida, io.TextIOWrapper):
            salida.reconfigure(errors="replace")  # una terminal sin acentos no debe impedir la frase
    llevar_notas(rutas.carpeta_de_registro())
    try:
        return _cumplir(leer_orden(escrito))
    except ErrorEsperado as error:
        return _decir_que_no(str(error))
    except KeyboardInterrupt:
        return _decir_que_no("Se interrumpió; lo que no se había guardado no cambió nada.")
    except Exception as error:
        anotar_imprevisto(error)
        return _decir_que_no(f"Falló algo que el programa no esperaba ({type(error).__name__}: {error}).")


def _cumplir(orden: Orden) -> int:
    if isinstance(orden, (Ventana, VentanaConEjemplo, Autoprueba)):
        return _con_ventana(orden)
    if isinstance(orden, Ayuda):
        print(AYUDA)
        return HECHO
    from ut_escritorio.linea_de_comandos.ordenes import cumplir

    respuesta = cumplir(orden, ahora)
    print(respuesta.texto)
    return LA_RESPUESTA_ES_NO if respuesta.es_no else HECHO


def _con_ventana(orden: Ventana | VentanaConEjemplo | Autoprueba) -> int:
    """Qt se carga aquí, y no antes: las órdenes no lo necesitan."""
    gc.disable()  # al arrancar nacen cien mil cosas que se quedan; buscar cuáles sobran retrasa la ventana
    match orden:
        case Ventana(archivo):
            from ut_escritorio.aplicacion.ventana import con_archivo

            return con_archivo(archivo, ahora)
        case VentanaConEjemplo():
            from ut_escritorio.aplicacion.ventana import con_el_ejemplo

            return con_el_ejemplo(ahora)
        case Autoprueba():
            from ut_escritorio.aplicacion.autoprueba import autoprueba

            print(autoprueba(ahora))
            return HECHO


def _decir_que_no(frase: str) -> int:
    """Dice la frase en la terminal o, si el programa no tiene, en una ventana; al cerrarla, termina."""
    if sys.stderr is not None:
        print(frase, file=sys.stderr)
    else:
        from ut_escritorio.interfaz.arranque import nueva_aplicacion
        from ut_escritorio.interfaz.comunes.dialogos.avisos import advertir

        aplicacion = nueva_aplicacion()
        aplicacion.setQuitOnLastWindowClosed(True)
        advertir(None, frase)
        aplicacion.exec()
    return NO_SE_PUDO
