"""Mostrar la ventana de un archivo y atenderla hasta que se cierre."""

from __future__ import annotations

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from ut_escritorio.aplicacion.por_adelantado import PorAdelantado
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.reloj import Reloj
from ut_escritorio.interfaz import arranque
from ut_escritorio.interfaz.comunes.sesion.abierto import Abierto
from ut_escritorio.interfaz.comunes.sesion.tareas import detener_todas
from ut_escritorio.interfaz.comunes.sesion.tras_pintar import tras_pintar
from ut_escritorio.interfaz.ventana import abrir_ventana, al_pedirlo
from ut_escritorio.interfaz.ventana.marco import Ventana
from ut_escritorio.servicios.archivo.expediente import Expediente

_TRAS_PINTAR = 300  # milisegundos
_YA_LA_VE = 800  # milisegundos: lo de después de pintar ya acabó, y ella aún no escoge adónde ir


def mostrar(abierto: Expediente, trimestre: Trimestre, ajustes: QSettings, ahora: Reloj) -> Ventana:
    """La ventana de un archivo, en un trimestre; uno que aún se revisa se ve sin poder escribir en él."""
    arranque.nueva_aplicacion()
    revisando = Abierto(abierto, "revisando") if abierto.solo_lectura else None
    return abrir_ventana(
        abierto, trimestre, hoy=lambda: ahora().date(), ahora=ahora, ajustes=ajustes, abierto=revisando
    )


def hasta_cerrar(aplicacion: QApplication) -> int:
    """Atiende a la ventana hasta que se cierre; lo imprevisto se dice en un diálogo. Devuelve su código."""
    QTimer.singleShot(_TRAS_PINTAR, lambda: al_pedirlo.imprevistos().atenderlos())
    tras_pintar(aplicacion, PorAdelantado(aplicacion).empezar, _YA_LA_VE)
    codigo = aplicacion.exec()
    detener_todas()  # a un hilo que siguiera andando Qt lo terminaría con todo el programa
    return codigo


def de_entrada(abierto: Expediente, ahora: Reloj) -> Trimestre:
    """El trimestre que conviene ver primero."""
    return abierto.trimestre_de_entrada(ahora().date())
