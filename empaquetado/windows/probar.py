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

import disco
import marcas
import montaje
from banco import informe_de_linux
from prueba import al_abrir, fallas, impresora, pantalla, trabajo, version
from prueba.comun import Caso
from prueba.ella import Ella
from wine import BANCO, RAIZ

DIST = RAIZ / "dist"
RETRATOS = DIST / "prueba"
EQUIPO = BANCO / "ella"
OTRA_CARPETA = "Prueba con eñe y espacios"


def main(escrito: list[str]) -> int:
    """Corre los casos e imprime la tabla."""
    instalador = DIST / f"ut-escritorio-{marcas.version()}-instalador.exe"
    falta = montaje.lo_que_falta() or pantalla.lo_que_falta() or impresora.lo_que_falta()
    if falta or not instalador.is_file():
        print(falta or "Falta el instalador: python3 empaquetado/construir.py", file=sys.stderr)
        return 2
    montaje.montar(BANCO)
    shutil.rmtree(EQUIPO, ignore_errors=True)
    EQUIPO.mkdir()
    disco.instalar(EQUIPO)
    with (
        tempfile.TemporaryDirectory(prefix="ut-prueba-") as nombre,
        pantalla.encendida() as visible,
        impresora.encendida(Path(nombre) / "impresora") as suya,
    ):
        ella = Ella(EQUIPO, visible, DISPLAY=pantalla.NUMERO, CUPS_SERVER=str(suya.enchufe))
        try:
            todos = por_ver(instalador, suya, Path(nombre))
            filas = [correr(ella, que, caso) for que, caso in todos if _se_pidio(que, escrito)]
        finally:
            ella.apagar()
    fallaron = sum(not bien for bien, *_ in filas)
    print(f"\n{len(filas)} casos, {fallaron} no se vieron como debían")
    return 1 if fallaron else 0


def por_ver(instalador: Path, suya: impresora.Impresora, aparte: Path) -> list[tuple[str, Caso]]:
    """Todo lo que debe verse, en orden."""
    rota = instalador_roto(aparte)

    def cambiarlo(ella: Ella) -> int:
        return ella.instalar(instalador)

    return [
        ("instalar en silencio", version.instalar(instalador)),
        ("autoprueba, sin terminal", trabajo.autoprueba),
        ("preparar el ejemplo", trabajo.ejemplo),
        ("mismo informe que en Linux", trabajo.mismo_informe(informe_de_linux(aparte))),
        *(
            (f"mismo informe, logotipo {plan.stem}", trabajo.mismo_informe(de_linux, plan))
            for plan, de_linux in con_logotipos(aparte)
        ),
        *((f"archivo {cual}", caso) for cual, caso in al_abrir.NO_SE_ABREN.items()),
        ("Documentos donde no se escribe", al_abrir.sin_documentos),
        ("ajustes donde no se escribe", al_abrir.sin_ajustes),
        ("segundo doble clic, de la misma persona", al_abrir.segundo_doble_clic),
        ("segundo doble clic, de otra persona", al_abrir.de_otra_persona),
        ("error nuestro al arrancar", fallas.error_nuestro),
        ("una biblioteca que falta", fallas.le_falta_una_parte),
        ("autoprueba que falla", fallas.autoprueba_que_falla),
        ("anotar con el teclado", trabajo.anotar),
        ("imprimir sin impresora", trabajo.sin_impresora),
        ("imprimir un intervalo, dos copias", trabajo.imprimir(suya, aparte)),
        ("respaldar y comprobar", trabajo.respaldar_y_comprobar),
        ("«Abrir con»", version.abrir_con),
        ("actualizar con el programa abierto", version.con_la_ventana_abierta(cambiarlo)),
        ("quitar con el programa abierto", version.con_la_ventana_abierta(Ella.desinstalar)),
        ("actualizar", version.actualizar(instalador)),
        ("actualizar a una que no funciona", version.instalar(rota, 7)),
        ("una vieja sobre una más nueva", version.una_mas_nueva(instalador, 6)),
        ("una vieja sobre una más nueva, pedida", version.una_mas_nueva(instalador, 0, "/FORZAR")),
        (f"mudarlo a C:\\{OTRA_CARPETA}", version.mudar(instalador, OTRA_CARPETA)),
        ("quitar", version.quitar),
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


def con_logotipos(aparte: Path) -> list[tuple[Path, Path]]:
    """Un plan con un logotipo de cada clase de imagen, y su informe hecho en este equipo."""
    from PIL import Image

    hechos: list[tuple[Path, Path]] = []
    escrito = (RAIZ / "tests" / "datos" / "archivos" / "plan_chico.toml").read_text(encoding="utf-8")
    for clase in ("png", "jpg"):
        Image.linear_gradient("L").convert("RGB").save(aparte / f"logo.{clase}")
        plan, archivo, informe = (aparte / f"{clase}.{que}" for que in ("toml", "sqlite", "pdf"))
        plan.write_text(escrito.replace("logo.svg", f"logo.{clase}"), encoding="utf-8")
        programa = [sys.executable, "-m", "ut_escritorio"]
        for orden in (
            ["nuevo", str(archivo), "--plan", str(plan)],
            ["exportar", str(archivo), *trabajo.PERIODO_DEL_PLAN, "--salida", str(informe)],
        ):
            subprocess.run([*programa, *orden], cwd=RAIZ, check=True, stdout=subprocess.DEVNULL)
        hechos.append((plan, informe))
    return hechos


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
