"""Lo que la ventana deja guardado al cerrarse, y cómo vuelve a quedar al abrirse."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.interfaz.comunes.sesion.ajustes import texto
from ut_escritorio.interfaz.ventana.pestanas import Pestanas

_ANCHO, _ALTO = 1240, 760


def acomodar(ventana: QMainWindow, ajustes: QSettings) -> None:
    """Deja la ventana donde estaba; la primera vez, o si ya no cabría en la pantalla, centrada."""
    guardado = ajustes.value("geometria")
    if not (isinstance(guardado, QByteArray) and ventana.restoreGeometry(guardado)) or not any(
        p.availableGeometry().contains(ventana.geometry().center()) for p in QGuiApplication.screens()
    ):
        _centrar(ventana)


def recordar_archivo(ruta: Path, ajustes: QSettings) -> None:
    """Deja dicho cuál es el archivo en uso; si ya lo era no se escribe: al abrir retrasa la ventana."""
    dicho = str(ruta.absolute())
    if texto(ajustes, "archivo") != dicho:
        ajustes.setValue("archivo", dicho)


def guardar(ventana: QMainWindow, pestanas: Pestanas, trimestre: Trimestre, ajustes: QSettings) -> None:
    """Guarda tamaño, trimestre, pestaña y divisores."""
    ajustes.setValue("geometria", ventana.saveGeometry())
    actual = pestanas.actual()
    if actual is not None:
        ajustes.setValue("pestana", actual.clave)
    for pagina in pestanas.paginas():
        divisores = pagina.contenido.divisores() if pagina.contenido else None
        if divisores is not None:
            ajustes.setValue(_nombre(pagina.clave), divisores)
    ajustes.setValue("trimestre", f"{trimestre.ejercicio}-{trimestre.numero}")
    ajustes.sync()


def poner_divisores(pestanas: Pestanas, clave: str, ajustes: QSettings) -> None:
    """Deja los divisores de una pestaña recién armada como estaban."""
    guardado = ajustes.value(_nombre(clave))
    pagina = next((p for p in pestanas.paginas() if p.clave == clave), None)
    if pagina is not None and pagina.contenido is not None and isinstance(guardado, QByteArray):
        pagina.contenido.poner_divisores(guardado)


def _nombre(clave: str) -> str:
    return f"divisores-{clave.replace(':', '-')}"


def _centrar(ventana: QMainWindow) -> None:
    disponible = ventana.screen().availableGeometry()
    ventana.resize(min(_ANCHO, disponible.width() - 20), min(_ALTO, disponible.height() - 50))
    marco = ventana.frameGeometry()
    marco.moveCenter(disponible.center())
    ventana.move(marco.topLeft())
