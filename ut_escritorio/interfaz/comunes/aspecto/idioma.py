"""El español de México en los textos propios de Qt, y la semana desde el lunes."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

# Qt traduce con el español de España; en la oficina se dice de otro modo.
_PALABRAS = {
    "Files of type:": "Archivos de tipo:",
    "File &name:": "&Nombre del archivo:",
    "&Save": "&Guardar",
    "&Cancel": "&Cancelar",
    "Cancel": "Cancelar",
    "OK": "Aceptar",
    "&OK": "&Aceptar",
    "Ctrl": "Ctrl",
    "Shift": "Mayús",
    "Del": "Supr",
    "Files of &type:": "Archivos de &tipo:",
    "&Look in:": "&Carpeta:",
    "Double Sided Printing": "Por los dos lados",
    "Off": "No",
    "Long side binding": "Volteando por el lado largo",
    "Short side binding": "Volteando por el lado corto",
    "Print range": "Qué se imprime",
    "Print all": "Todo",
    "Pages from": "De la hoja",
    "Pages": "Hojas",
    "Page &Set:": "De e&sas:",
    "All Pages": "Todas",
    "Odd Pages": "Las nones",
    "Even Pages": "Las pares",
    "Collate": "Por juegos",
    "Reverse": "De la última a la primera",
    "Output &file:": "&Archivo:",
    "Print To File ...": "Imprimir a un archivo…",
    "Select &All": "&Seleccionar todo",
    "Select All": "Seleccionar todo",
    "%1 already exists.\nDo you want to replace it?": "«%1» ya existe.\n¿Lo reemplaza?",
    "%1 already exists.\nDo you want to overwrite it?": "«%1» ya existe.\n¿Lo reemplaza?",
    "%1\nFile not found.\nPlease verify the correct file name was given.": (
        "%1\nNo se encontró. Revise cómo se llama el archivo."
    ),
    "%1\nDirectory not found.\nPlease verify the correct directory name was given.": (
        "%1\nNo se encontró. Revise cómo se llama la carpeta."
    ),
    "%1 is a directory.\nPlease choose a different file name.": "%1 es una carpeta. Escriba otro nombre.",
    "File %1 is not writable.\nPlease choose a different file name.": (
        "No se puede escribir en %1. Escriba otro nombre."
    ),
    "Could not delete directory.": "No se pudo borrar la carpeta.",
    "Directory:": "Carpeta:",
    "Folder": "Carpeta",
    "%1 File": "Archivo %1",
    "Directories": "Carpetas",
    "Parent Directory": "Carpeta de arriba",
    "Find Directory": "Buscar una carpeta",
    "All Files (*)": "Todos los archivos (*)",
}


class _NuestrasPalabras(QTranslator):
    """Unas cuantas palabras de la oficina sobre la traducción de Qt."""

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        del context, disambiguation, n
        return _PALABRAS.get(sourceText)

    def isEmpty(self) -> bool:
        return False


def poner_lugar() -> None:
    """Pone las fechas y los números como se escriben aquí."""
    QLocale.setDefault(QLocale(QLocale.Language.Spanish, QLocale.Country.Mexico))


def hablar_espanol(aplicacion: QApplication) -> None:
    """Pone el idioma de la oficina a los botones y menús que escribe Qt; una sola vez: Qt los sumaría."""
    if aplicacion.findChild(_NuestrasPalabras) is not None:
        return
    carpeta = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    de_qt = QTranslator(aplicacion)
    if de_qt.load("qtbase_es", carpeta):
        _instalar(aplicacion, de_qt)
    _instalar(aplicacion, _NuestrasPalabras(aplicacion))


def _instalar(aplicacion: QApplication, traductor: QObject) -> None:
    assert isinstance(traductor, QTranslator)
    aplicacion.installTranslator(traductor)
