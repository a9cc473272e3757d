"""La única puerta de los cuadros de diálogo: avisos, preguntas y elección de archivos.

Ninguno detiene el programa: se abren y, al cerrarse, llaman a quien preguntó.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget  # noqa: TID251


@dataclass(frozen=True)
class Aviso:
    """Lo último que se le dijo o preguntó, y su ventana."""

    texto: str
    dialogo: QDialog


_ultimo: list[Aviso] = []


def ultimo() -> Aviso | None:
    """El último aviso mostrado; None si no ha habido."""
    return _ultimo[-1] if _ultimo else None


def olvidar() -> None:
    """Olvida los avisos mostrados."""
    _ultimo.clear()


def advertir(padre: QWidget | None, texto: str, detalle: str = "") -> None:
    """Dice que algo no se pudo: qué pasó, por qué y qué hacer."""
    _abrir(_mensaje(padre, QMessageBox.Icon.Warning, texto, detalle), texto)


def preguntar(
    padre: QWidget, texto: str, rotulo: str, al_aceptar: Callable[[], object], detalle: str = ""
) -> None:
    """Pregunta; si ella oprime el botón `rotulo` llama a `al_aceptar`."""
    _ofrecer(_mensaje(padre, QMessageBox.Icon.Question, texto, detalle), "Cancelar", rotulo, al_aceptar)


def ofrecer(
    padre: QWidget, texto: str, rotulo: str, al_aceptar: Callable[[], object], detalle: str = ""
) -> None:
    """Dice algo que salió bien y ofrece lo que sigue: si ella oprime `rotulo` llama a `al_aceptar`."""
    _ofrecer(_mensaje(padre, QMessageBox.Icon.Information, texto, detalle), "Cerrar", rotulo, al_aceptar)


def _ofrecer(mensaje: QMessageBox, no: str, rotulo: str, al_aceptar: Callable[[], object]) -> None:
    mensaje.setStandardButtons(QMessageBox.StandardButton.NoButton)
    mensaje.addButton(no, QMessageBox.ButtonRole.RejectRole)
    aceptar = mensaje.addButton(rotulo, QMessageBox.ButtonRole.AcceptRole)
    mensaje.setDefaultButton(aceptar)
    mensaje.finished.connect(lambda _: al_aceptar() if mensaje.clickedButton() is aceptar else None)
    _abrir(mensaje, mensaje.text())


def pedir_donde_guardar(
    padre: QWidget, titulo: str, propuesta: Path, filtro: str, al_elegir: Callable[[Path], object]
) -> None:
    """Pide dónde guardar, con `propuesta` ya escrita; la ruta elegida va a `al_elegir`."""
    dialogo = QFileDialog(padre, titulo, str(propuesta.parent), filtro)
    dialogo.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialogo.setDefaultSuffix(propuesta.suffix.lstrip("."))
    dialogo.selectFile(propuesta.name)
    _elegir(dialogo, al_elegir)


def pedir_archivo(
    padre: QWidget, titulo: str, carpeta: Path, filtro: str, al_elegir: Callable[[Path], object]
) -> None:
    """Pide un archivo que ya existe; el elegido va a `al_elegir`."""
    dialogo = QFileDialog(padre, titulo, str(carpeta), filtro)
    dialogo.setFileMode(QFileDialog.FileMode.ExistingFile)
    _elegir(dialogo, al_elegir)


def _elegir(dialogo: QFileDialog, al_elegir: Callable[[Path], object]) -> None:
    # Estos dos letreros Qt los deja en inglés.
    dialogo.setLabelText(QFileDialog.DialogLabel.LookIn, "Carpeta:")
    dialogo.setLabelText(QFileDialog.DialogLabel.FileType, "Tipo:")
    dialogo.fileSelected.connect(lambda ruta: al_elegir(Path(ruta)))
    _abrir(dialogo, dialogo.windowTitle())


def _mensaje(padre: QWidget | None, icono: QMessageBox.Icon, texto: str, detalle: str) -> QMessageBox:
    mensaje = QMessageBox(icono, "UT Escritorio", texto, QMessageBox.StandardButton.Ok, padre)
    mensaje.setTextFormat(Qt.TextFormat.PlainText)
    mensaje.setInformativeText(detalle)
    return mensaje


def _abrir(dialogo: QDialog, texto: str) -> None:
    dialogo.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    _ultimo[:] = [Aviso(texto, dialogo)]
    dialogo.open()
