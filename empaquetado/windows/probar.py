"""Prueba lo que `construir.py` dejó en `dist/`, en un Windows recién instalado: una tabla de qué se vio.

    .venv/bin/python empaquetado/windows/probar.py [CASO…]

Instala en silencio, abre sin terminal cada cosa que puede pasar, trabaja, cambia de versión y desinstala. Con
palabras, solo los casos que las llevan en su nombre (siempre instala antes). Termina en 1 si algo no se vio.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import casos
import disco
import marcas
import montaje
import pantalla
from banco import informe_de_linux
from casos import Caso
from ella import Ella
from wine import BANCO, RAIZ

DIST = RAIZ / "dist"
RETRATOS = DIST / "prueba"
EQUIPO = BANCO / "ella"
OTRA_CARPETA = "Prueba con eñe y espacios"


def main(escrito: list[str]) -> int:
    """Corre los casos e imprime la tabla."""
    instalador = DIST / f"ut-escritorio-{marcas.version()}-instalador.exe"
    falta = montaje.lo_que_falta() or pantalla.lo_que_falta()
    if falta or not instalador.is_file():
        print(falta or "Falta el instalador: python3 empaquetado/construir.py", file=sys.stderr)
        return 2
    montaje.montar(BANCO)
    shutil.rmtree(EQUIPO, ignore_errors=True)
    EQUIPO.mkdir()
    disco.instalar(EQUIPO)
    with tempfile.TemporaryDirectory(prefix="ut-prueba-") as nombre, pantalla.encendida() as visible:
        ella = Ella(EQUIPO, visible, DISPLAY=pantalla.NUMERO)
        try:
            todos = por_ver(instalador, Path(nombre))
            filas = [correr(ella, que, caso) for que, caso in todos if _se_pidio(que, escrito)]
        finally:
            ella.apagar()
    fallaron = sum(not bien for bien, *_ in filas)
    print(f"\n{len(filas)} casos, {fallaron} no se vieron como debían")
    return 1 if fallaron else 0


def por_ver(instalador: Path, aparte: Path) -> list[tuple[str, Caso]]:
    """Todo lo que debe verse, en orden."""
    rota = instalador_roto(aparte)

    def cambiarlo(ella: Ella) -> int:
        return ella.instalar(instalador)

    return [
        ("instalar en silencio", casos.instalar(instalador)),
        ("autoprueba, sin terminal", casos.autoprueba),
        ("preparar el ejemplo", casos.ejemplo),
        ("mismo informe que en Linux", casos.mismo_informe(None, informe_de_linux(aparte))),
        *((f"archivo {cual}", caso) for cual, caso in casos.NO_SE_ABREN.items()),
        ("Documentos donde no se escribe", casos.sin_documentos),
        ("ajustes donde no se escribe", casos.sin_ajustes),
        ("segundo doble clic, de la misma persona", casos.segundo_doble_clic),
        ("segundo doble clic, de otra persona", casos.de_otra_persona),
        ("error nuestro al arrancar", casos.error_nuestro),
        ("una biblioteca que falta", casos.le_falta_una_parte),
        ("autoprueba que falla", casos.autoprueba_que_falla),
        ("anotar con el teclado", casos.anotar),
        ("respaldar y comprobar", casos.respaldar_y_comprobar),
        ("«Abrir con»", casos.abrir_con),
        ("actualizar con el programa abierto", casos.con_la_ventana_abierta(cambiarlo)),
        ("quitar con el programa abierto", casos.con_la_ventana_abierta(Ella.desinstalar)),
        ("actualizar", casos.actualizar(instalador)),
        ("actualizar a una que no funciona", casos.instalar(rota, 7)),
        ("una vieja sobre una más nueva", casos.una_mas_nueva(instalador, 6)),
        ("una vieja sobre una más nueva, pedida", casos.una_mas_nueva(instalador, 0, "/FORZAR")),
        (f"mudarlo a C:\\{OTRA_CARPETA}", casos.mudar(instalador, OTRA_CARPETA)),
        ("quitar", casos.quitar),
    ]


def correr(ella: Ella, que: str, caso: Caso) -> tuple[bool, str, str]:
    """Corre un caso, lo dice y, si no salió, deja su retrato."""
    empezo = time.monotonic()
    try:
        bien, visto = True, caso(ella)
    except (AssertionError, subprocess.TimeoutExpired, OSError) as error:
        bien, visto = False, str(error) or type(error).__name__
        ella.pantalla.retratar(RETRATOS / f"{que.replace(chr(92), ' ').replace(':', '')}.png")
        ella.apagar()
    print(f"{'✔' if bien else '✘'} {que:<42} {time.monotonic() - empezo:5.1f} s  {visto}", flush=True)
    return bien, que, visto


def instalador_roto(aparte: Path) -> Path:
    """Uno de una versión que no pasa su autoprueba: le falta el plan."""
    from construir import hacer_el_instalador

    rota = aparte / marcas.NOMBRE
    shutil.copytree(DIST / marcas.NOMBRE, rota)
    shutil.rmtree(rota / "_internal" / "ut_escritorio" / "recursos" / "planes")
    return hacer_el_instalador(rota, "zlib", aparte / "roto.exe")


def _se_pidio(que: str, palabras: list[str]) -> bool:
    siempre = ("instalar en silencio", "preparar el ejemplo")
    return not palabras or que in siempre or any(palabra in que for palabra in palabras)


if __name__ == "__main__":
    sys.path.insert(0, str(RAIZ / "empaquetado"))
    sys.exit(main(sys.argv[1:]))
