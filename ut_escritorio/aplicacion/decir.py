"""Decir que no se pudo: en la terminal o, si el programa no tiene (un doble clic), en una ventana.

El programa termina al cerrarse esa ventana, aunque otra hubiera alcanzado a abrirse a medias.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ut_escritorio.aplicacion.notas import anotar_imprevisto

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

_AL_ARRANCAR = "El programa no pudo arrancar: tropezó con algo que no esperaba."
_QUE_HACER = (
    "Lo que estaba guardado sigue en su archivo. Vuelva a abrir el programa. Si se repite, copie los "
    "detalles y mándelos a quien lo instaló: no llevan nombres ni nada de lo que usted escribió."
)


def decir_que_no(frase: str) -> None:
    """Dice por qué no se hizo lo que se pidió."""
    if sys.stderr is not None:
        print(frase, file=sys.stderr)
        return
    from ut_escritorio.interfaz.arranque import nueva_aplicacion
    from ut_escritorio.interfaz.comunes.dialogos.avisos import advertir

    aplicacion = nueva_aplicacion()
    advertir(None, frase)
    _hasta_que_la_cierre(aplicacion)


def decir_imprevisto(error: Exception) -> None:
    """Anota y dice algo que el programa no esperaba; en la ventana se pueden copiar sus detalles."""
    anotar_imprevisto(error)
    if sys.stderr is not None:
        print(f"Falló algo que el programa no esperaba ({type(error).__name__}: {error}).", file=sys.stderr)
        return
    from PySide6.QtGui import QGuiApplication

    from ut_escritorio.interfaz.arranque import nueva_aplicacion
    from ut_escritorio.interfaz.comunes.dialogos.avisos import escoger
    from ut_escritorio.interfaz.comunes.dialogos.imprevistos import detalles_de

    aplicacion, detalles = nueva_aplicacion(), detalles_de(error)
    copiar = ("Copiar detalles", lambda: QGuiApplication.clipboard().setText(detalles))
    escoger(None, _AL_ARRANCAR, (copiar,), _QUE_HACER, ("Cerrar", lambda: None))
    _hasta_que_la_cierre(aplicacion)


def _hasta_que_la_cierre(aplicacion: QApplication) -> None:
    from ut_escritorio.interfaz.comunes.dialogos.avisos import ultimo

    aviso = ultimo()
    assert aviso is not None, "acaba de abrirse"
    aviso.dialogo.finished.connect(aplicacion.quit)
    aplicacion.exec()
