"""Qué programa es y dónde está cada cosa: lo que se le dice a quien ayuda por teléfono."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from ut_escritorio import __version__, rutas
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, boton, que_quepa
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.comunes.dialogos.imprevistos import en_que_equipo
from ut_escritorio.servicios.archivo.respaldo import carpeta_de_respaldos

_LICENCIAS = (
    "Programa libre, con licencia MIT. Lleva dentro Qt y PySide6 (LGPL-3.0), fpdf2 (LGPL-3.0), Python, "
    "SQLite, peewee, fontTools, Pillow y platformdirs, cada cual con la suya."
)

_DEL_NOMBRE = 19
"""Lo que ocupa el nombre de cada carpeta, en letras: lo ancho es para dónde está."""


class AcercaDe(QWidget):
    """La versión, las licencias y las carpetas, cada una con un botón que la abre."""

    def __init__(self, archivo: Path) -> None:
        super().__init__()
        self._archivo = archivo
        self.abrir: list[QPushButton] = []
        self.copiar = boton("Copiar detalles", self._copiar)
        self.copiar.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._copiado = Letrero(tinta="bien")
        cuadricula = QGridLayout(self)
        cuadricula.setColumnStretch(1, 1)
        cuadricula.setHorizontalSpacing(14)
        cuadricula.addWidget(_sin_partir("Versión"), 0, 0)
        cuadricula.addWidget(Letrero(f"{rutas.APLICACION} {__version__}"), 0, 1)
        cuadricula.addWidget(_sin_partir("Licencias"), 1, 0)
        cuadricula.addWidget(Letrero(_LICENCIAS), 1, 1)
        self._poner_boton(cuadricula, 1, "Licencias", rutas.carpeta_de_licencias())
        for fila, (que, donde, carpeta) in enumerate(_carpetas(archivo), start=2):
            nombre = Letrero(que)
            nombre.setMaximumWidth(nombre.fontMetrics().averageCharWidth() * _DEL_NOMBRE)
            cuadricula.addWidget(nombre, fila, 0)
            cuadricula.addWidget(Letrero(que_quepa(str(donde))), fila, 1)
            self._poner_boton(cuadricula, fila, que, carpeta)
        ultima = cuadricula.rowCount()
        cuadricula.addWidget(self.copiar, ultima, 1)
        cuadricula.addWidget(self._copiado, ultima + 1, 1)
        cuadricula.setRowStretch(ultima + 2, 1)

    def _poner_boton(self, cuadricula: QGridLayout, fila: int, que: str, carpeta: Path | None) -> None:
        """El que abre esa carpeta; la que todavía no existe no tiene."""
        if carpeta is None or not carpeta.is_dir():
            return
        nuevo = boton("Abrir carpeta", lambda: _abrir(self, carpeta), "abrir")
        nuevo.setAccessibleName(f"Abrir la carpeta de: {que}")
        cuadricula.addWidget(nuevo, fila, 2)
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


def _sin_partir(texto: str) -> Letrero:
    letrero = Letrero(texto)
    letrero.setWordWrap(False)
    return letrero
