"""Lo que Qt dice por su cuenta también se lee en español, y el título nombra el programa una vez."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,  # noqa: TID251
    QDialog,
    QGroupBox,
    QLabel,
    QTabWidget,
    QWidget,
)

from ut_escritorio import rutas
from ut_escritorio.interfaz.arranque import preparar
from ut_escritorio.interfaz.comunes.dialogos import avisos

SE_DICEN_IGUAL = {"...", "", "Color"}


def dichos(dialogo: QDialog) -> Iterator[str]:
    """Todo lo que dice un diálogo de Qt, lo escondido también."""
    for pieza in dialogo.findChildren(QWidget):
        if isinstance(pieza, (QLabel, QAbstractButton)):
            yield pieza.text()
        elif isinstance(pieza, QGroupBox):
            yield pieza.title()
        elif isinstance(pieza, QTabWidget):
            yield from (pieza.tabText(i) for i in range(pieza.count()))
        elif isinstance(pieza, QComboBox) and not pieza.isEditable():
            yield from (pieza.itemText(i) for i in range(pieza.count()))


def de_imprimir(ventana) -> None:
    impresora = QPrinter()  # quien la pide la conserva mientras esté abierto el diálogo
    avisos.elegir_impresora(ventana, impresora, 1, 14, impresora.abort, impresora.abort)


def de_guardar(ventana) -> None:
    carpeta = rutas.carpeta_de_datos()
    avisos.pedir_donde_guardar(ventana, "Informe", carpeta / "x.pdf", "Documento (*.pdf)", lambda _: None)


def de_abrir(ventana) -> None:
    avisos.pedir_archivo(ventana, "Abrir", rutas.carpeta_de_datos(), "Archivo (*.sqlite)", lambda _: None)


@pytest.fixture
def sin_traducir() -> Callable[[Callable[[], object]], None]:
    """Hace algo como si Qt no supiera otro idioma que el suyo."""
    aplicacion = QApplication.instance()
    assert aplicacion is not None
    traductores = aplicacion.findChildren(QTranslator)

    def hacer(algo: Callable[[], object]) -> None:
        for traductor in traductores:
            aplicacion.removeTranslator(traductor)
        algo()
        for traductor in traductores:
            aplicacion.installTranslator(traductor)

    return hacer


@pytest.mark.parametrize("abre", [de_imprimir, de_guardar, de_abrir])
def test_ningun_dialogo_de_qt_dice_nada_en_ingles(ventana, sin_traducir, abre):
    leidos: list[list[str]] = []

    def leer() -> None:
        abre(ventana)
        leidos.append(list(dichos(avisos.ultimo().dialogo)))
        avisos.ultimo().dialogo.close()

    sin_traducir(leer)
    leer()
    en_ingles, en_espanol = leidos
    assert len(en_ingles) == len(en_espanol) > 3
    iguales = {uno for uno, otro in zip(en_ingles, en_espanol, strict=True) if uno == otro}
    de_ella = {dicho for dicho in iguales if "(*." in dicho or Path(dicho).is_absolute()}
    assert iguales - SE_DICEN_IGUAL - de_ella == set()


_DE_QT = (
    ("QFileDialog", "%1 already exists.\nDo you want to replace it?"),
    ("QFileDialog", "%1\nFile not found.\nPlease verify the correct file name was given."),
    ("QFileDialog", "%1\nDirectory not found.\nPlease verify the correct directory name was given."),
    ("QFileDialog", "Directory:"),
    ("QAbstractFileIconProvider", "Folder"),
    ("QAbstractFileIconProvider", "%1 File"),
    ("QFileDialog", "Parent Directory"),
    ("QFileDialog", "Find Directory"),
    ("QFileDialog", "Directories"),
    ("QFileDialog", "Could not delete directory."),
    ("QPrintDialog", "%1 is a directory.\nPlease choose a different file name."),
    ("QPrintDialog", "File %1 is not writable.\nPlease choose a different file name."),
    ("QPrintDialog", "%1 already exists.\nDo you want to overwrite it?"),
    ("QPrintDialog", "Invalid Pages Definition"),
    (
        "QPrintDialog",
        "%1 does not follow the correct syntax. Please use ',' to separate ranges and pages, '-' to define "
        "ranges and make sure ranges do not intersect with each other.",
    ),
    ("QPrintDialog", "There are conflicts in some options. Please fix them."),
    ("QPrintDialog", "There are conflicts in duplex settings. Do you want to fix them?"),
    ("QPrintPropertiesWidget", "Advanced"),
    ("QPageSetupWidget", "Pages &per sheet:"),
    ("QPageSetupWidget", "Page &order:"),
    ("QCupsJobWidget", "Scheduled &printing:"),
    ("QCupsJobWidget", "&Billing information:"),
    ("QCupsJobWidget", "Job &priority:"),
    ("QCupsJobWidget", "Banner page at start"),
    ("QCupsJobWidget", "Banner page at end"),
)


def test_lo_que_qt_pregunta_al_guardar_o_imprimir_se_dice_como_en_la_oficina(ventana):
    for donde, dice in _DE_QT:
        dicho = QCoreApplication.translate(donde, dice)
        assert dicho != dice
        assert not re.search("fichero|directorio", dicho, re.IGNORECASE), dicho


def test_el_programa_no_se_nombra_otra_vez_al_final_de_cada_titulo(ventana, monkeypatch):
    aplicacion, puestos = QApplication.instance(), []
    monkeypatch.setattr(QApplication, "setApplicationDisplayName", puestos.append)
    preparar(aplicacion)
    assert puestos == [], "Qt lo agregaría al título"
    assert ventana.windowTitle().count("UT Escritorio") == 1
