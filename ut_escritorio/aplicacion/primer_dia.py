"""El primer día: se pregunta cómo empezar y se muestra la ventana de lo elegido."""

from __future__ import annotations

import gc
from pathlib import Path

from PySide6.QtCore import QSettings

from ut_escritorio.aplicacion.mostrar import hasta_cerrar
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.reloj import Reloj
from ut_escritorio.interfaz import arranque
from ut_escritorio.interfaz.comunes.sesion.visto import DiaYHora
from ut_escritorio.interfaz.primer_dia import PrimerDia
from ut_escritorio.interfaz.ventana import abrir_ventana
from ut_escritorio.servicios.archivo.expediente import Expediente


def preguntar(perdido: Path | None, ajustes: QSettings, ahora: Reloj) -> int:
    """Pregunta cómo empezar y atiende a la ventana de lo elegido; `perdido`, el archivo que ya no está."""
    aplicacion = arranque.nueva_aplicacion()
    gc.enable()
    reloj = DiaYHora(lambda: ahora().date(), ahora)
    abiertas: list[object] = []
    inicio = PrimerDia(reloj, perdido)

    def listo(abierto: Expediente, trimestre: Trimestre) -> None:
        abiertas.append(abrir_ventana(abierto, trimestre, hoy=reloj.hoy, ahora=ahora, ajustes=ajustes))

    inicio.listo.connect(listo)
    inicio.show()
    return hasta_cerrar(aplicacion)
