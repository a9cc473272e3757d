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
    "Invalid Pages Definition": "Hojas que se imprimen",
    "%1 does not follow the correct syntax. Please use ',' to separate ranges and pages, '-' to define "
    "ranges and make sure ranges do not intersect with each other.": (
        "«%1» no dice qué hojas. Escriba sus números separados con coma, sin repetir; de una a otra, con "
        "guion: 3-4,13."
    ),
    "Specify pages or ranges separated by commas. Ranges are specified by two numbers separated by a hyphen. "
    "E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9.": (
        "Los números de las hojas, separados con coma; de una a otra, con guion. «3,5-7,9» son la 3, la 5, "
        "la 6, la 7 y la 9."
    ),
    "Advanced": "Otras",
    "Advanced Option Conflicts": "Otras opciones",
    "Page Setup Conflicts": "Página",
    "Duplex Settings Conflicts": "Por los dos lados",
    "There are conflicts in some options. Please fix them.": (
        "Esta impresora no admite juntas algunas de esas opciones. Cámbielas."
    ),
    "There are conflicts in page setup options. Do you want to fix them?": (
        "Esta impresora no admite juntas algunas opciones de la página. ¿Las cambia?"
    ),
    "There are conflicts in some advanced options. Do you want to fix them?": (
        "Esta impresora no admite juntas algunas de las otras opciones. ¿Las cambia?"
    ),
    "There are conflicts in duplex settings. Do you want to fix them?": (
        "Esta impresora no admite por los dos lados lo demás que se pidió. ¿Lo cambia?"
    ),
    "Options 'Pages Per Sheet' and 'Page Set' cannot be used together.\n"
    "Please turn one of those options off.": (
        "Varias hojas en una y solo las nones o las pares no se pueden pedir juntas. Quite una de las dos."
    ),
    "Pages &per sheet:": "&Hojas en cada una:",
    "Page &order:": "&En qué orden:",
    "Scheduled &printing:": "&Cuándo se imprime:",
    "&Billing information:": "A cargo &de:",
    "Job &priority:": "Qué tan &urgente:",
    "Banner page at start": "Hoja que va antes",
    "Banner page at end": "Hoja que va después",
    "CUPS Banner page": "Hoja con el nombre de quien imprime",
    "Custom value for %1": "Otro valor de «%1»",
    "Unable to load printer plugin": "No se halló con qué imprimir",
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
