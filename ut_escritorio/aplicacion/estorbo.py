"""Lo que se ofrece en una ventana cuando un archivo no se deja abrir."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer

from ut_escritorio.aplicacion.mostrar import de_entrada, hasta_cerrar
from ut_escritorio.dominio.reloj import Reloj
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz import arranque
from ut_escritorio.interfaz.comunes.sesion.abierto import Abierto
from ut_escritorio.interfaz.respaldo.apertura import Apertura
from ut_escritorio.interfaz.ventana import abrir_ventana

_NO_SE_ABRIO = 2


def ofrecer(ruta: Path, error: ErrorEsperado, ajustes: QSettings, ahora: Reloj) -> int:
    """Dice por qué no se abrió, ofrece lo que se pueda y atiende a la ventana de lo que se elija."""
    cuaderno = Path(ajustes.fileName()).with_name("respaldos.json")
    aplicacion = arranque.nueva_aplicacion()
    aplicacion.setQuitOnLastWindowClosed(False)  # entre un diálogo y otro no hay ninguna
    gc.enable()
    abiertas: list[object] = []

    def abrio(abierto: Abierto) -> None:
        suyo, trimestre = abierto.expediente, de_entrada(abierto.expediente, ahora)
        ventana = abrir_ventana(
            suyo, trimestre, hoy=lambda: ahora().date(), ahora=ahora, ajustes=ajustes, abierto=abierto
        )
        abiertas.append(ventana)
        aplicacion.setQuitOnLastWindowClosed(True)

    def desistir() -> None:
        if sys.stderr is not None:
            print(error, file=sys.stderr)
        aplicacion.exit(_NO_SE_ABRIO)

    apertura = Apertura(None, ahora, cuaderno)
    apertura.abrio.connect(abrio)
    apertura.desistio.connect(desistir)
    QTimer.singleShot(0, lambda: apertura.ofrecer(ruta, error))
    return hasta_cerrar(aplicacion)
