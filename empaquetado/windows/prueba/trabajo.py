"""El trabajo de cada día con el programa instalado: probarse, anotar, imprimir, respaldar y exportar."""

from __future__ import annotations

import shutil
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

from wine import RAIZ

from prueba import de_linux, impresora
from prueba.comun import NO_SE_ABRIO, TITULO, Caso, cerrar_ventana, llano
from prueba.ella import APLICACION, Abierto, Ella
from prueba.pantalla import esperar

_TODO, _DE_UN_DEPARTAMENTO = (60, 239), (180, 301)
"""Dónde quedan, dentro de la ventana, el botón que imprime todo y el segundo de los departamentos."""

_SUS_HOJAS, _DEL_COMPONENTE, _DEL_INFORME = [7, 8, 9, 10, 11, 12], [3, 4, 5, 6], 14
"""Las de ese departamento, las del primer componente y cuántas son todas."""


def autoprueba(ella: Ella) -> str:
    """La del programa ya instalado, sin terminal."""
    codigo = ella.doble_clic("--autoprueba").termina(200)
    dicho = (ella.recuerda / "Logs" / "autoprueba.txt").read_text(encoding="utf-16").strip()
    assert codigo == 0, dicho
    assert not ella.pantalla.ventanas(), "abrió una ventana"
    return dicho


def ejemplo(ella: Ella) -> str:
    """El archivo con que se prueba lo demás, en sus Documentos."""
    ella.datos.mkdir(parents=True, exist_ok=True)
    codigo, dicho = ella.terminal("ejemplo", ella.de_windows(ella.archivo))
    assert codigo == 0, dicho
    return dicho


def anotar(ella: Ella) -> str:
    """F9, con solo el teclado; al cerrar quedó guardado y respaldado."""
    antes = _acciones(ella.archivo)
    abierto = ella.doble_clic(ella.de_windows(ella.archivo))
    clave = abierto.ventana(TITULO)
    time.sleep(2)
    ella.pantalla.activar(clave)
    abierto.contestar("ctrl+2", "F9")
    time.sleep(1)
    ella.pantalla.escribir("645")
    abierto.contestar("Tab", "Tab")
    ella.pantalla.escribir("tes")
    abierto.contestar("Tab")
    ella.pantalla.escribir("Prueba en su equipo")
    abierto.contestar("Return")
    time.sleep(1)
    ella.pantalla.retratar(RAIZ / "dist" / "prueba" / "anotar.png")
    abierto.contestar("Escape")
    cerrar_ventana(ella, abierto, clave)
    ahora = _acciones(ella.archivo)
    assert ahora == antes + 1, f"eran {antes} acciones y hay {ahora}"
    copias = list((ella.datos / "respaldos").glob("*.sqlite"))
    assert copias, "no respaldó al cerrar"
    return f"se anotó y se guardó; {len(copias)} respaldos"


def sin_impresora(ella: Ella) -> str:
    """«Imprimir» dice que no hay en qué, en vez de no hacer nada."""
    abierto, clave = _en_imprimir(ella, _TODO)
    try:
        dicho = abierto.aviso()
        assert "En este equipo no hay ninguna impresora" in dicho, dicho
        abierto.contestar("Escape")
        return llano(dicho)
    finally:
        cerrar_ventana(ella, abierto, clave)


def imprimir(suya: impresora.Impresora, aparte: Path) -> Caso:
    """Las hojas de un departamento, dos copias: a la impresora llegan esas, y son las del informe.

    El intervalo se pide con su botón, que el cuadro de Wine 8 no devuelve el que se escriba en él.
    """

    def caso(ella: Ella) -> str:
        suya.agregar()
        abierto, clave = _en_imprimir(ella, _DE_UN_DEPARTAMENTO)
        try:
            abierto.contestar("alt+c", "ctrl+a", "2", "Return")
            trabajo, copias = suya.trabajo()
        finally:
            cerrar_ventana(ella, abierto, clave)
        _salieron(ella, trabajo, aparte, _SUS_HOJAS)
        assert copias == 2, f"se pidieron {copias} copias"
        return f"salieron las hojas {_SUS_HOJAS[0]} a {_SUS_HOJAS[-1]} de {_DEL_INFORME}, {copias} copias"

    return caso


def imprimir_lo_que_se_ve(suya: impresora.Impresora, aparte: Path) -> Caso:
    """Ctrl+P en un componente: salen sus hojas, y las demás no."""

    def caso(ella: Ella) -> str:
        abierto = ella.doble_clic(ella.de_windows(ella.archivo))
        clave = abierto.ventana(TITULO)
        time.sleep(3)
        try:
            ella.pantalla.activar(clave)
            abierto.contestar("ctrl+2", "ctrl+p")
            abierto.ventana("Print$")
            abierto.contestar("Return")
            trabajo, copias = suya.trabajo()
        finally:
            cerrar_ventana(ella, abierto, clave)
        _salieron(ella, trabajo, aparte, _DEL_COMPONENTE)
        assert copias == 1, f"se pidieron {copias} copias"
        return f"salieron las hojas {_DEL_COMPONENTE[0]} a {_DEL_COMPONENTE[-1]} de {_DEL_INFORME}"

    return caso


def _salieron(ella: Ella, trabajo: Path, aparte: Path, cuales: list[int]) -> None:
    """Lo que llegó a la impresora son esas hojas del informe."""
    informe = ella.c / f"para comparar {trabajo.name}.pdf"
    hasta = (*de_linux.DEL_EJEMPLO, "--salida", ella.de_windows(informe))
    codigo, dicho = ella.terminal("exportar", ella.de_windows(ella.archivo), *hasta)
    assert codigo == 0, dicho
    del_informe = impresora.hojas_de(informe, aparte / f"informe {trabajo.name}")
    impresas = impresora.hojas_de(trabajo, aparte / f"impresas {trabajo.name}")
    salieron = [impresora.se_parece_a(hoja, del_informe) for hoja in impresas]
    assert len(del_informe) == _DEL_INFORME, f"el informe tiene {len(del_informe)} hojas"
    assert salieron == cuales, f"salieron las hojas {salieron}"


def _en_imprimir(ella: Ella, boton: tuple[int, int]) -> tuple[Abierto, str]:
    """La ventana en «Imprimir para firma», ya oprimido ese botón y a la vista lo que abre."""
    abierto = ella.doble_clic(ella.de_windows(ella.archivo))
    clave = abierto.ventana(TITULO)
    time.sleep(3)

    def oprimir() -> bool:
        """Mientras las hojas se hacen no hay botón, y oprimir donde va a estar no hace nada.

        Desde el Tablero, que no tiene hojas suyas: Ctrl+P lleva a las de todo el informe.
        """
        ella.pantalla.activar(clave)
        abierto.contestar("ctrl+1", "ctrl+p")
        time.sleep(4)
        ella.pantalla.oprimir(clave, *boton)
        time.sleep(2)
        return bool(ella.pantalla.ventanas(f"(Print|{APLICACION})$"))

    esperar(oprimir, "que al imprimir se pregunte o se diga algo", 180)
    return abierto, clave


def _acciones(archivo: Path) -> int:
    with sqlite3.connect(f"file:{archivo}?mode=ro", uri=True) as conexion:
        return conexion.execute("SELECT count(*) FROM accion").fetchone()[0]


def respaldar_y_comprobar(ella: Ella) -> str:
    """Una copia verificada, y el archivo entero sano."""
    usb = ella.c / "Memoria de Ñandú"
    usb.mkdir(exist_ok=True)
    codigo, dicho = ella.terminal("respaldar", ella.de_windows(ella.archivo), "--en", ella.de_windows(usb))
    assert codigo == 0, dicho
    codigo, dicho = ella.terminal("comprobar", ella.de_windows(ella.archivo))
    assert codigo == 0, dicho
    return dicho.splitlines()[-1]


def sobre_un_informe_protegido(ella: Ella) -> str:
    """El informe que ya estaba es de solo lectura: se dice, y sigue como estaba."""
    salida = ella.c / "protegido.pdf"
    salida.write_bytes(b"%PDF-1.7 el de antes")
    salida.chmod(0o444)
    hasta = (*de_linux.DEL_EJEMPLO, "--salida", ella.de_windows(salida))
    codigo, dicho = ella.terminal("exportar", ella.de_windows(ella.archivo), *hasta)
    assert codigo == NO_SE_ABRIO, f"terminó en {codigo}: {dicho}"
    assert "es de solo lectura" in dicho, dicho
    assert salida.read_bytes() == b"%PDF-1.7 el de antes", "cambió"
    return dicho


def mismo_informe(de_aqui: Path, preparar: Callable[[Ella, Path], tuple[str, ...]]) -> Caso:
    """El informe de ese archivo, el mismo octeto por octeto que se hizo en Linux."""

    def caso(ella: Ella) -> str:
        archivo, salida = ella.c / "otro.sqlite", ella.c / f"informe{de_aqui.suffix}"
        periodo = preparar(ella, archivo)
        try:
            hasta = (*periodo, "--salida", ella.de_windows(salida))
            codigo, dicho = ella.terminal("exportar", ella.de_windows(archivo), *hasta)
            assert codigo == 0, dicho
            aqui, alla = salida.read_bytes(), de_aqui.read_bytes()
        finally:
            archivo.unlink()
            salida.unlink(missing_ok=True)
        assert aqui == alla, f"{len(aqui)} octetos y en Linux {len(alla)}"
        return f"los mismos {len(aqui):,} octetos"

    return caso


def del_ejemplo(ella: Ella, archivo: Path) -> tuple[str, ...]:
    """El que el programa trae; da su periodo."""
    codigo, dicho = ella.terminal("ejemplo", ella.de_windows(archivo))
    assert codigo == 0, dicho
    return de_linux.DEL_EJEMPLO


def del_plan(plan: Path) -> Callable[[Ella, Path], tuple[str, ...]]:
    """Uno nuevo, de ese plan."""

    def preparar(ella: Ella, archivo: Path) -> tuple[str, ...]:
        codigo, dicho = ella.terminal("nuevo", f"--plan=Z:{plan}", ella.de_windows(archivo))
        assert codigo == 0, dicho
        return de_linux.DEL_PLAN

    return preparar


def copia_de(otro: Path) -> Callable[[Ella, Path], tuple[str, ...]]:
    """Uno del ejemplo, como se dejó."""

    def preparar(_: Ella, archivo: Path) -> tuple[str, ...]:
        shutil.copy(otro, archivo)
        return de_linux.DEL_EJEMPLO

    return preparar
