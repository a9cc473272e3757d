"""Cuánto tarda en verse la ventana instalada, como razón de una ventana vacía empaquetada igual.

    .venv/bin/python empaquetado/windows/medir.py [VECES]

Se abren por turno y se toma el mínimo de cada una; la primera vuelta no cuenta. Cada cierre debe terminar
en 0: con `medir.py 40` se ven cuarenta. Mide lo que hay en `dist/`.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import time
from pathlib import Path

import disco
import marcas
import montaje
from prueba import pantalla
from prueba.ella import APLICACION, Ella
from wine import BANCO, RAIZ, en_wine

EQUIPO = BANCO / "medir"
TOPE = 1.5
_VECES = 9


def main(escrito: list[str]) -> int:
    """Mide y dice la razón; 1 si pasa de su tope."""
    veces = int(escrito[0]) if escrito else _VECES
    hacer_la_vacia()
    shutil.rmtree(EQUIPO, ignore_errors=True)
    EQUIPO.mkdir()
    disco.instalar(EQUIPO)
    with pantalla.encendida() as visible:
        ella = Ella(EQUIPO, visible, DISPLAY=visible.numero)
        ella.instalado = RAIZ / "dist"
        programa = RAIZ / "dist" / marcas.NOMBRE
        ella.datos.mkdir(parents=True)
        archivo = ella.de_windows(ella.archivo)
        ella.correr(str(programa / "ut-escritorio.exe"), "ejemplo", archivo)
        turnos = {
            "vacía": (RAIZ / "build" / "Vacia" / "Vacia.exe", "Vacia", ()),
            "programa": (programa / f"{marcas.NOMBRE}.exe", f"{APLICACION} {marcas.version()}", (archivo,)),
        }
        tardo: dict[str, list[float]] = {cual: [] for cual in turnos}
        try:
            for vuelta in range(veces + 1):
                for cual, (exe, titulo, palabras) in turnos.items():
                    segundos = _hasta_verse(ella, exe, titulo, palabras)
                    if vuelta:
                        tardo[cual].append(segundos)
        finally:
            ella.apagar()
    for cual, cuantos in tardo.items():
        print(f"{cual:<10} mínimo {min(cuantos):.2f} s, mediana {statistics.median(cuantos):.2f} s")
    razon = min(tardo["programa"]) / min(tardo["vacía"])
    print(f"razón {razon:.2f}; tope {TOPE}")
    return 1 if razon > TOPE else 0


def hacer_la_vacia() -> None:
    """La ventana vacía, empaquetada igual, en `build/`."""
    orden = ["-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "--distpath", "build", "--workpath"]
    python = montaje.montar(BANCO)
    guion = "empaquetado/windows/vacia/vacia.spec"
    assert en_wine(BANCO, [str(python), *orden, "build/de-vacia", guion], 900) == 0


def _hasta_verse(ella: Ella, exe: Path, titulo: str, palabras: tuple[str, ...]) -> float:
    """Segundos desde que se pide hasta que su ventana se ve; luego la cierra."""
    empezo = time.monotonic()
    abierto = ella.doble_clic(*palabras, programa=exe)
    clave = ella.pantalla.en_cuanto_se_vea(titulo)
    segundos = time.monotonic() - empezo
    while abierto.sigue():
        time.sleep(1)
        if clave in ella.pantalla.ventanas(titulo):
            ella.pantalla.activar(clave)
            abierto.contestar("alt+F4")
    assert abierto.termina() == 0, f"«{titulo}» terminó en {abierto.termina()} al cerrarla"
    return segundos


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
