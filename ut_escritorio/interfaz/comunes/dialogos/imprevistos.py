"""Lo que el programa no esperaba: se anota, se dice una vez y se puede copiar sin nada de lo escrito."""

from __future__ import annotations

import logging
import platform
import sys
import threading
from contextlib import suppress
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from ut_escritorio import __version__, rutas
from ut_escritorio.errores import ErrorEsperado, rastro_de
from ut_escritorio.interfaz.comunes.dialogos import avisos

if TYPE_CHECKING:
    from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion

_NOTAS = logging.getLogger(__name__)
_FRASE = "El programa tropezó con algo que no esperaba."
_DETALLE = (
    "Lo que ya estaba guardado está a salvo en su archivo y puede seguir trabajando. Si se repite, copie "
    "los detalles y mándelos a quien instaló el programa: no llevan nombres ni nada de lo que usted escribió."
)
_a_la_vista: list[QWidget] = []


def atender(error: BaseException, padre: QWidget | None = None, frase: str = _FRASE) -> None:
    """Anota algo imprevisto y lo dice; mientras se está diciendo uno, los demás solo se anotan."""
    _NOTAS.error("imprevisto", exc_info=error)
    if _a_la_vista:
        return
    detalles = detalles_de(error)
    avisos.escoger(
        padre or QApplication.activeWindow(),
        frase,
        (
            ("Copiar detalles", lambda: QGuiApplication.clipboard().setText(detalles)),
            ("Cerrar el programa", cerrar_el_programa),
        ),
        _DETALLE if frase == _FRASE else f"{_FRASE}\n\n{_DETALLE}",
        ("Seguir", lambda: None),
    )
    ultimo = avisos.ultimo()
    if ultimo is not None:
        _a_la_vista.append(ultimo.dialogo)
        ultimo.dialogo.finished.connect(lambda _: _a_la_vista.clear())


def cerrar_el_programa() -> None:
    """Cierra primero las ventanas que enseñan un archivo; así otra que no se deje cerrar no las detiene."""
    for ventana in QApplication.topLevelWidgets():
        if isinstance(ventana, _ConSesion):
            ventana.close()
    QApplication.closeAllWindows()


def decir_error(padre: QWidget | None, texto: str, error: Exception) -> None:
    """Dice que algo no se pudo por ese error; si no era de esperarse, con cómo copiar sus detalles."""
    if isinstance(error, ErrorEsperado):
        avisos.advertir(padre, texto, str(error))
    else:
        atender(error, padre, texto)


def detalles_de(error: BaseException) -> str:
    """En qué equipo fue y por dónde pasó el error; nunca lo que dice, que puede citar lo escrito."""
    return f"{en_que_equipo()}\n{rastro_de(error)}"


def en_que_equipo() -> str:
    """La versión del programa y con qué corre."""
    equipo = f"{platform.system()} {platform.release()}, Python {platform.python_version()}, Qt {qVersion()}"
    return f"{rutas.APLICACION} {__version__}\n{equipo}"


@runtime_checkable
class _ConSesion(Protocol):
    """Una ventana que enseña un archivo."""

    sesion: Sesion


class _Puente(QObject):
    """Trae a la ventana lo que falló en otro hilo."""

    llego = Signal(object)


def atenderlos() -> None:
    """Desde ahora todo error que nadie esperaba llega aquí, y las ventanas vuelven a leer su archivo."""
    puente = _Puente(QApplication.instance())

    def recibir(error: BaseException) -> None:
        for ventana in QApplication.topLevelWidgets():
            if isinstance(ventana, _ConSesion):
                with suppress(Exception):  # ya hay uno que decir
                    ventana.sesion.tomar(ventana.sesion.expediente, ventana.sesion.solo_leer)
        if not isinstance(error, ErrorEsperado):
            atender(error)
        elif not avisos.a_la_vista(str(error)):  # lo que el archivo no dejó se sabe decir
            avisos.advertir(QApplication.activeWindow(), str(error))

    puente.llego.connect(recibir, Qt.ConnectionType.QueuedConnection)

    def en_la_ventana(clase: type[BaseException], error: BaseException, rastro: TracebackType | None) -> None:
        if isinstance(error, Exception):
            puente.llego.emit(error)
        else:
            sys.__excepthook__(clase, error, rastro)

    sys.excepthook = en_la_ventana
    threading.excepthook = lambda dicho: (
        puente.llego.emit(dicho.exc_value) if isinstance(dicho.exc_value, Exception) else None
    )
