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
from prueba import al_abrir, anexos, de_linux, fallas, impresora, pantalla, trabajo, version
from prueba.comun import Caso, cerrar_ventana
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
        ella = Ella(EQUIPO, visible, DISPLAY=visible.numero, CUPS_SERVER=str(suya.enchufe))
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
    anexado, *con_anexos = de_linux.con_anexos(aparte, ".pdf", ".docx")
    copiado = trabajo.copia_de(anexado)

    def cambiarlo(ella: Ella) -> int:
        return ella.instalar(instalador)

    return [
        ("instalar en silencio", version.instalar(instalador)),
        ("autoprueba, sin terminal", trabajo.autoprueba),
        ("preparar el ejemplo", trabajo.ejemplo),
        *(
            (f"mismo informe que en Linux, {hecho.suffix}", trabajo.mismo_informe(hecho, trabajo.del_ejemplo))
            for hecho in de_linux.del_ejemplo(aparte, ".pdf", ".docx", ".xlsx")
        ),
        *(
            (f"mismo informe, con un PDF de anexo, {hecho.suffix}", trabajo.mismo_informe(hecho, copiado))
            for hecho in con_anexos
        ),
        *(
            (f"mismo informe, logotipo {plan.stem}", trabajo.mismo_informe(hecho, trabajo.del_plan(plan)))
            for plan, hecho in de_linux.con_logotipos(aparte)
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
        ("imprimir el componente que se ve", trabajo.imprimir_lo_que_se_ve(suya, aparte)),
        ("anexos que pinta otro proceso", anexos.pintadas_aparte(anexado, cerrar_ventana)),
        ("anexos, y el programa se cae", anexos.pintadas_aparte(anexado, anexos.se_cae)),
        ("exportar sobre un informe protegido", trabajo.sobre_un_informe_protegido),
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
