"""Qué programa es y dónde está cada cosa: lo que se le dice a quien ayuda por teléfono."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from ut_escritorio import __version__, rutas
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, boton, que_quepa
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.comunes.dialogos.imprevistos import en_que_equipo
from ut_escritorio.servicios.archivo.respaldo import carpeta_de_respaldos

_LICENCIAS = (
    "Programa libre, con licencia MIT. Lleva dentro Qt y PySide6 (LGPL-3.0), fpdf2 (LGPL-3.0), Python, "
    "SQLite, peewee, fontTools, Pillow, pypdf, python-docx, lxml, XlsxWriter y platformdirs, cada cual con "
    "la suya."
)

_ENTRE_UNA_Y_OTRA = 6  # puntos


class AcercaDe(QWidget):
    """La versión, las licencias y las carpetas, cada una con un botón que la abre."""

    def __init__(self, archivo: Path) -> None:
        super().__init__()
        self._archivo = archivo
        self.abrir: list[QPushButton] = []
        self.copiar = boton("Copiar detalles", self._copiar)
        self._copiado = Letrero(tinta="bien")
        self._cuadricula = cuadricula = QGridLayout(self)
        cuadricula.setColumnStretch(0, 1)
        cuadricula.setVerticalSpacing(2)
        self._poner("Versión", f"{rutas.APLICACION} {__version__}", None)
        self._poner("Licencias", _LICENCIAS, rutas.carpeta_de_licencias())
        for que, donde, carpeta in _carpetas(archivo):
            self._poner(que, que_quepa(str(donde)), carpeta)
        abajo = cuadricula.rowCount()
        cuadricula.addWidget(self.copiar, abajo, 0, Qt.AlignmentFlag.AlignLeft)
        cuadricula.addWidget(self._copiado, abajo + 1, 0, 1, 2)
        cuadricula.setRowStretch(abajo + 2, 1)

    def _poner(self, que: str, dicho: str, carpeta: Path | None) -> None:
        """El nombre y el botón que abre su carpeta, si ya existe; debajo, a todo lo ancho, lo que se dice."""
        fila = self._cuadricula.rowCount()
        self._cuadricula.addWidget(Letrero(que, negrita=True), fila, 0)
        self._cuadricula.addWidget(Letrero(dicho), fila + 1, 0, 1, 2)
        self._cuadricula.setRowMinimumHeight(fila + 2, _ENTRE_UNA_Y_OTRA)
        if carpeta is not None and carpeta.is_dir():
            nuevo = boton("Abrir carpeta", lambda: _abrir(self, carpeta), "abrir")
            nuevo.setAccessibleName(f"Abrir la carpeta de: {que}")
            self._cuadricula.addWidget(nuevo, fila, 1)
            self.abrir.append(nuevo)

    def _copiar(self) -> None:
        QGuiApplication.clipboard().setText(detalles_de(self._archivo))
        self._copiado.decir("Copiado. Péguelo en un correo para quien instaló el programa.", "bien")


def detalles_de(archivo: Path) -> str:
    """Lo que sirve para ayudarla: versión, equipo y carpetas, sin el nombre de su cuenta ni nada escrito."""
    lugares = (f"{que}: {_sin_su_cuenta(donde)}" for que, donde, _ in _carpetas(archivo))
    return "\n".join([en_que_equipo(), f"Pantalla: {_pantalla()}", *lugares])


def _carpetas(archivo: Path) -> Iterable[tuple[str, Path, Path]]:
    """Cada cosa, dónde está y la carpeta que se abre para verla."""
    respaldos, informes = carpeta_de_respaldos(archivo), rutas.carpeta_de_datos() / "informes"
    ajustes, notas = rutas.carpeta_de_ajustes(), rutas.carpeta_de_registro()
    return (
        ("Este archivo", archivo.absolute(), archivo.absolute().parent),
        ("Sus respaldos", respaldos.absolute(), respaldos.absolute()),
        ("Informes en PDF", informes, informes),
        ("Ajustes", ajustes, ajustes),
        ("Notas de funcionamiento", notas, notas),
    )


def _abrir(padre: QWidget, carpeta: Path) -> None:
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(carpeta))):
        avisos.informar(padre, f"No se pudo abrir la carpeta. Está en:\n{carpeta}")


def _pantalla() -> str:
    pantalla = QGuiApplication.primaryScreen()
    medida = pantalla.size() * pantalla.devicePixelRatio()
    return f"{medida.width()}×{medida.height()}, al {pantalla.devicePixelRatio():.0%}"


def _sin_su_cuenta(ruta: Path) -> str:
    suya = Path.home()
    return f"~/{ruta.relative_to(suya).as_posix()}" if ruta.is_relative_to(suya) else str(ruta)
