"""Vuelve a tomar las imágenes del README, de la ventana real con el ejemplo.

.venv/bin/python empaquetado/ilustrar.py
"""

from __future__ import annotations

import os
import sys
import tempfile
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QMainWindow

from ut_escritorio import rutas
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.interfaz.arranque import nueva_aplicacion
from ut_escritorio.interfaz.ventana import abrir_ventana
from ut_escritorio.servicios.archivo.creacion import crear_ejemplo
from ut_escritorio.servicios.archivo.expediente import Expediente

CAPTURAS = Path(__file__).resolve().parent / "capturas"
AHORA = datetime(2024, 7, 4, 16, 59)  # noqa: DTZ001 — la hora que se ve en las imágenes
ESPERA_MS = 1500


def main() -> int:
    """Abre el ejemplo y guarda una imagen de cada vista."""
    nueva_aplicacion()
    CAPTURAS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as carpeta:
        archivo = Path(carpeta) / "unidad-de-transparencia.sqlite"
        with crear_ejemplo(archivo, lambda: AHORA) as expediente:
            _ilustrar(expediente, Path(carpeta) / "ajustes.ini")
    return 0


def _ilustrar(expediente: Expediente, ajustes: Path) -> None:
    ventana = abrir_ventana(
        expediente,
        Trimestre(2024, 2),
        hoy=lambda: date(2024, 7, 4),
        ahora=lambda: AHORA,
        ajustes=QSettings(str(ajustes), QSettings.Format.IniFormat),
        respalda=False,
    )
    ventana.estado.decir_archivo(Path("Documentos") / rutas.APLICACION / "unidad-de-transparencia.sqlite")
    ventana.resize(1366, 740)
    ventana.show()
    _guardar(ventana, "tablero")
    for nombre, lugar in (("componente", "1.2/2"), ("cuadros", "2.2")):
        ventana.vista.ir_a(Sitio(lugar))
        _guardar(ventana, nombre)
    ventana.ir_a_revisar()
    _guardar(ventana, "revisar")
    ventana.vista.ir_a(Sitio())
    ventana.pestanas.actual().contenido.ver_hoja("cuadro:2.2#3")
    _esperar(3 * ESPERA_MS)
    _guardar(ventana, "informe")
    ventana.close()


def _guardar(ventana: QMainWindow, nombre: str) -> None:
    _esperar(ESPERA_MS)
    ventana.grab().save(str(CAPTURAS / f"{nombre}.png"))


def _esperar(milisegundos: int) -> None:
    """Deja a la ventana y a sus hilos trabajar un rato."""
    vuelta = QEventLoop()
    QTimer.singleShot(milisegundos, vuelta.quit)
    vuelta.exec()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main())
