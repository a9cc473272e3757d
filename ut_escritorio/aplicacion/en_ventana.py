"""Decir en una ventana que no se pudo; el programa termina al cerrarla.

Termina aunque otra ventana hubiera alcanzado a abrirse a medias.
"""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ut_escritorio.interfaz import arranque
from ut_escritorio.interfaz.comunes.dialogos.avisos import advertir, escoger, ultimo
from ut_escritorio.interfaz.comunes.dialogos.imprevistos import detalles_de
from ut_escritorio.interfaz.comunes.sesion.tareas import detener_todas

_AL_ARRANCAR = "El programa no pudo arrancar: tropezó con algo que no esperaba."
_FALTA_UNA_PARTE = "Al programa le falta una parte y no puede abrirse."
_REINSTALAR = (
    "Lo que estaba guardado sigue en su archivo. Vuelva a instalar el programa. Si se repite, puede que el "
    "antivirus le quite esa parte: copie los detalles y mándelos a quien lo instaló."
)
_QUE_HACER = (
    "Lo que estaba guardado sigue en su archivo. Vuelva a abrir el programa. Si se repite, copie los "
    "detalles y mándelos a quien lo instaló: no llevan nombres ni nada de lo que usted escribió."
)


def decir(frase: str) -> None:
    """Dice la frase."""
    aplicacion = arranque.nueva_aplicacion()
    advertir(None, frase)
    _hasta_que_la_cierre(aplicacion)


def decir_imprevisto(error: Exception) -> None:
    """Dice que algo falló como nadie esperaba, y deja copiar sus detalles."""
    aplicacion, detalles = arranque.nueva_aplicacion(), detalles_de(error)
    copiar = ("Copiar detalles", lambda: QGuiApplication.clipboard().setText(detalles))
    incompleto = isinstance(error, ImportError)
    frase, que_hacer = (_FALTA_UNA_PARTE, _REINSTALAR) if incompleto else (_AL_ARRANCAR, _QUE_HACER)
    escoger(None, frase, (copiar,), que_hacer, ("Cerrar", lambda: None))
    _hasta_que_la_cierre(aplicacion)


def _hasta_que_la_cierre(aplicacion: QApplication) -> None:
    aviso = ultimo()
    assert aviso is not None, "acaba de abrirse"
    aviso.dialogo.finished.connect(aplicacion.quit)
    aplicacion.exec()
    detener_todas()  # las de la ventana que se hubiera abierto a medias
