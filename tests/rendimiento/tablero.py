"""Segundos de CPU de llenar y pintar una vista del Tablero en un archivo de diez años y en otro de pocos.

    python tests/rendimiento/tablero.py hoy|año|avance|comparar

Los dos van por turnos. «Comparar» se mide contra un archivo de dos años: en uno solo no hay con qué comparar.
Imprime lo menos que tardó cada uno.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from editar import HOY, POCOS, SEGUNDO, ahora, archivos, cpu

DIEZ, VUELTAS = 10, 15
_VISTAS = ("hoy", "año", "avance", "comparar")


def medir(rutas: list[Path], vista: int) -> list[float]:
    """Lo menos de cada archivo, una vez ya hecha la vista."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from ut_escritorio.interfaz.arranque import preparar
    from ut_escritorio.interfaz.comunes.sesion.sesion import TODO
    from ut_escritorio.interfaz.tablero.pestana import PestanaTablero
    from ut_escritorio.interfaz.ventana import abrir_ventana
    from ut_escritorio.servicios.archivo.expediente import abrir

    aplicacion = QApplication([])
    preparar(aplicacion)
    ajustes = QSettings(str(rutas[0].with_suffix(".ini")), QSettings.Format.IniFormat)
    ventanas = [
        abrir_ventana(
            abrir(ruta, ahora), SEGUNDO, hoy=lambda: HOY, ahora=ahora, ajustes=ajustes, respalda=False
        )
        for ruta in rutas
    ]

    def pintar(tablero: PestanaTablero) -> None:
        tablero.poner_al_dia(tablero._foto, TODO)
        tablero.grab()

    tableros: list[PestanaTablero] = []
    for ventana in ventanas:
        tablero = ventana.pestanas.ir_a("tablero")
        assert isinstance(tablero, PestanaTablero)
        tableros.append(tablero)
        tablero._poner_lo_demas()
        tablero.ver(vista)
        pintar(tablero)
    tomas = [[cpu(lambda t=tablero: pintar(t)) for tablero in tableros] for _ in range(VUELTAS)]
    for ventana in ventanas:
        ventana.close()
    return [min(suyas) for suyas in zip(*tomas, strict=True)]


if __name__ == "__main__":
    vista = _VISTAS.index(sys.argv[1])
    with tempfile.TemporaryDirectory() as carpeta:
        pocos = 2 if sys.argv[1] == "comparar" else 1
        print(*medir(archivos(Path(carpeta), (POCOS, DIEZ), (POCOS, pocos)), vista))
