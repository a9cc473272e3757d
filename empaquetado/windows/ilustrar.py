"""Vuelve a tomar las imágenes de `INSTALAR.md`, en un Windows de prueba y con una oficina inventada.

.venv/bin/python empaquetado/windows/ilustrar.py
"""

from __future__ import annotations

import shutil
import sys
import time

import disco
import marcas
import montaje
from prueba import pantalla
from prueba.ella import APLICACION, Abierto, Ella
from wine import BANCO, RAIZ

CAPTURAS = RAIZ / "empaquetado" / "capturas"
EQUIPO = BANCO / "guia"
_MEDIDA = "1024x700"
_FIRMAS = ("Elena Ruiz Paz", "Jefa del Departamento de Acceso", "Marco Solís Vega")


def main() -> int:
    """Instala como ella, con sus hojas, y abre el primer día."""
    falta = montaje.lo_que_falta() or pantalla.lo_que_falta()
    if falta:
        print(falta, file=sys.stderr)
        return 2
    montaje.montar(BANCO)
    shutil.rmtree(EQUIPO, ignore_errors=True)
    EQUIPO.mkdir()
    disco.instalar(EQUIPO)
    with pantalla.encendida(_MEDIDA) as visible:
        ella = Ella(EQUIPO, visible, DISPLAY=visible.numero)
        try:
            _instalador(ella)
            _primer_dia(ella)
        finally:
            ella.apagar()
    return 0


def _instalador(ella: Ella) -> None:
    instalador = RAIZ / "dist" / f"ut-escritorio-{marcas.version()}-instalador.exe"
    abierto = ella.doble_clic(programa=instalador)
    clave = abierto.ventana(APLICACION)
    _retratar(ella, abierto, clave, "instalador")
    for _ in range(2):
        abierto.contestar("Return")
        time.sleep(2)
    pantalla.esperar(lambda: (ella.instalado / "desinstalar.exe").exists(), "que acabe de instalar", 200)
    time.sleep(4)
    abierto.contestar("Return")  # a la última hoja
    time.sleep(2)
    abierto.contestar("Tab", "space", "Return")  # sin abrirlo todavía
    abierto.termina()


def _primer_dia(ella: Ella) -> None:
    abierto = ella.doble_clic()
    clave = abierto.ventana(f"{APLICACION}$")
    time.sleep(4)
    ella.pantalla.activar(clave)
    for texto in _FIRMAS:
        ella.pantalla.escribir(texto)
        abierto.contestar("Tab")
    time.sleep(1)
    clave = next(reversed(ella.pantalla.ventanas(f"{APLICACION}$")))
    _retratar(ella, abierto, clave, "primer-dia")


def _retratar(ella: Ella, abierto: Abierto, clave: str, nombre: str) -> None:
    time.sleep(3)
    assert abierto.sigue()
    ella.pantalla.retratar(CAPTURAS / f"{nombre}.png", clave)


if __name__ == "__main__":
    sys.exit(main())
