"""La ayuda de F1: las teclas, en una hoja que se deja abierta al lado."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero

_TECLAS = (
    ("En un cuadro", (
        ("Escribir un número", "reemplaza lo que había"),
        ("Enter · Mayús+Enter", "baja · sube; al acabar la columna sigue en la de al lado"),
        ("Tab · Mayús+Tab", "a la derecha · a la izquierda"),
        ("F2 · Esc", "corregir lo escrito · dejarlo como estaba"),
        ("Supr", "vaciar las celdas elegidas"),
        ("Ctrl+C · Ctrl+X · Ctrl+V", "copiar, cortar y pegar celdas, también con Excel"),
        ("Ctrl+Mayús+C", "copiar el cuadro entero, a Word o a Excel"),
        ("Clic derecho o tecla Menú", "¿de dónde salió este número?"),
    )),
    ("En los renglones", (
        ("Insert", "agregar un renglón"),
        ("Enter o F2", "pasar a sus datos"),
        ("Ctrl+↑ · Ctrl+↓", "subirlo · bajarlo"),
        ("Ctrl+C · Ctrl+Mayús+C", "copiar el renglón · la lista entera, a Word o a Excel"),
        ("Supr", "quitarlo"),
    )),
    ("En los asuntos", (
        ("Insert", "empezar un asunto"),
        ("Enter o Espacio", "llenar el paso de la celda; en uno ya lleno, pasar a sus datos"),
        ("Supr", "quitar lo de esa celda"),
        ("Clic derecho o tecla Menú", "unirlo con otro asunto, o separarlo"),
    )),
    ("Al anotar (F9)", (
        ("Enter · Esc", "guardar y quedar lista para otro · cerrar"),
        ("+", "el número de oficio que sigue"),
        ("Tab", "aceptar el nombre que se ofrece y pasar al dato siguiente"),
    )),
    ("En lo que se imprime", (
        ("Clic derecho en un texto", "cambiarlo, agregar un renglón o quitarlo del año"),
        ("Clic derecho en el índice", "cambiar un nombre, agregar un paso, lo programado, pasó a ser otra"),
    )),
    ("En una fecha", (
        ("h o Ctrl+;", "hoy"),
        ("+ · −", "un día después · un día antes"),
        ("15", "el día 15 de ese mes"),
    )),
    ("En toda la ventana", (
        ("F9", "anotar desde donde esté"),
        ("Ctrl+Z", "deshacer lo último; en un campo a medio escribir, lo que se escribe en él"),
        ("Ctrl+Y o Ctrl+Mayús+Z", "rehacer lo que se deshizo"),
        ("Ctrl+B o Ctrl+F", "buscar en todo el archivo: número de oficio, área, persona, palabras o año"),
        ("F8", "registrar los monitoreos de hoy, una sola vez"),
        ("Ctrl+1, Ctrl+2…", "ir a cada pestaña"),
        ("Ctrl+AvPág · Ctrl+RePág", "trimestre siguiente · anterior"),
        ("Ctrl++ · Ctrl+− · Ctrl+0", "acercar · alejar · tamaño normal"),
        ("Ctrl+G", "guardar: termina lo que esté a medio escribir y dice a qué hora"),
        ("F12 · Ctrl+P", "informe en PDF · imprimir para firma"),
    )),
)  # fmt: skip


class Ayuda(QDialog):
    """Las teclas, por lugar."""

    def __init__(self, padre: QWidget) -> None:
        super().__init__(padre)
        self.setWindowTitle("Teclas")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        acomodo = QVBoxLayout(self)
        cuadricula = QGridLayout()
        cuadricula.setHorizontalSpacing(24)
        for titulo, teclas in _TECLAS:
            self._agregar(cuadricula, titulo, teclas)
        acomodo.addLayout(cuadricula)
        botones = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        botones.rejected.connect(self.close)
        acomodo.addWidget(botones)

    def _agregar(self, cuadricula: QGridLayout, titulo: str, teclas: tuple[tuple[str, str], ...]) -> None:
        cuadricula.addWidget(Letrero(titulo, negrita=True), cuadricula.rowCount(), 0, 1, 2)
        for tecla, hace in teclas:
            fila = cuadricula.rowCount()
            cuadricula.addWidget(QLabel(tecla), fila, 0)
            cuadricula.addWidget(QLabel(hace), fila, 1)
