"""Retrata cada ventana y cada diálogo, con el ejemplo, como se ven en Windows al 100, 125 y 150 %.

    .venv/bin/python empaquetado/windows/retratar.py     en `dist/retratos/`, una carpeta por escala

Los toma el Python de Windows, que abre las ventanas de verdad; aquí se le pone pantalla y escala.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import montaje
from prueba import pantalla
from wine import BANCO, RAIZ, en_wine

ESCALAS = (100, 125, 150)
RETRATOS = RAIZ / "dist" / "retratos"
HOY, AHORA = date(2024, 7, 4), datetime(2024, 7, 4, 16, 59, tzinfo=UTC)
_TOPE = 900
_DEL_SISTEMA = ("imprimir", "guardar")
"""Los que dibuja Windows, no el programa."""

_PUNTOS = 96  # por pulgada, al 100 %


def main() -> int:
    """Retrata a cada escala; el código de la última que falló."""
    falta = montaje.lo_que_falta() or pantalla.lo_que_falta()
    if falta:
        print(falta, file=sys.stderr)
        return 2
    python, codigo = montaje.montar(BANCO), 0
    shutil.rmtree(RETRATOS, ignore_errors=True)
    with pantalla.encendida() as visible:
        for escala in ESCALAS:
            _poner_escala(escala)
            guion = f"empaquetado/windows/{Path(__file__).name}"
            orden = [str(python), guion, f"dist/retratos/{escala}"]
            codigo = en_wine(BANCO, orden, _TOPE, DISPLAY=visible.numero) or codigo
    _poner_escala(ESCALAS[0])
    return codigo


def _poner_escala(escala: int) -> None:
    puntos = str(_PUNTOS * escala // 100)
    llave = ["HKCU\\Control Panel\\Desktop", "/f", "/v", "LogPixels", "/t", "REG_DWORD", "/d", puntos]
    en_wine(BANCO, ["reg", "add", *llave], _TOPE, lambda _: None)
    en_wine(BANCO, ["wineboot", "--restart"], _TOPE, lambda _: None)  # la escala se lee al empezar


def retratar_aqui(carpeta: Path) -> int:
    """Dentro de Windows: abre el ejemplo y guarda una imagen de cada cosa."""
    sys.path.insert(0, str(RAIZ))
    from PySide6.QtCore import QEventLoop, QSettings
    from PySide6.QtWidgets import QApplication, QWidget

    from tests.interfaz.ventanas import DIALOGOS, hojas_de, pantallas
    from ut_escritorio.dominio.periodos import Trimestre
    from ut_escritorio.interfaz.arranque import nueva_aplicacion, preparar
    from ut_escritorio.interfaz.ventana import abrir_ventana
    from ut_escritorio.servicios.archivo.creacion import crear_ejemplo
    from ut_escritorio.servicios.archivo.expediente import abrir

    def guardar(pieza: QWidget, nombre: str) -> None:
        for _ in range(3):
            QApplication.processEvents()
        while getattr(getattr(pieza, "hojas", None), "haciendo", False):
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        pieza.window().grab().save(str(carpeta / f"{nombre.replace('/', '.').replace(':', '')}.png"))

    preparar(nueva_aplicacion())
    carpeta.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as aparte:
        archivo = Path(aparte) / "unidad-de-transparencia.sqlite"
        crear_ejemplo(archivo, lambda: AHORA).cerrar()
        ventana = abrir_ventana(
            abrir(archivo, lambda: AHORA),
            Trimestre(2024, 2),
            hoy=lambda: HOY,
            ahora=lambda: AHORA,
            ajustes=QSettings(str(Path(aparte) / "ajustes.ini"), QSettings.Format.IniFormat),
            respalda=False,
        )
        ventana.resize(ventana.screen().availableGeometry().size() * 0.95)
        for nombre, pieza in pantallas(ventana):
            guardar(pieza, f"ventana {nombre}")
        for nombre, abre in DIALOGOS.items():
            if nombre in _DEL_SISTEMA:
                continue
            dialogo = abre(ventana)
            dialogo.show()
            for hoja in hojas_de(dialogo):
                if hoja == nombre or hoja not in DIALOGOS:  # los catálogos van todos en una ventana
                    guardar(dialogo, f"{nombre} {hoja}".strip())
            dialogo.done(0)
        ventana._sin_guardarlo = True
        ventana.close()
    print(f"{len(list(carpeta.glob('*.png')))} retratos en {carpeta}")
    return 0


if __name__ == "__main__":
    sys.exit(retratar_aqui(Path(sys.argv[1])) if sys.argv[1:] else main())
