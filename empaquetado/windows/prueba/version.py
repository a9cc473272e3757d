"""Instalar, cambiar de versión, mudar y quitar."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import marcas

from prueba.comun import TITULO, Caso, cerrar_ventana
from prueba.ella import APLICACION, Ella
from prueba.trabajo import autoprueba


def instalar(instalador: Path, espera: int = 0, *palabras: str, version: str = "") -> Caso:
    """Instalar en silencio termina en ese código, y queda esa versión."""

    def caso(ella: Ella) -> str:
        empezo = time.monotonic()
        codigo = ella.instalar(instalador, *palabras)
        assert codigo == espera, f"terminó en {codigo}"
        quedo = _version_instalada(ella)
        assert quedo == (version or marcas.version()), f"quedó la {quedo}"
        assert not list(ella.instalado.glob("programa.*")), "dejó restos"
        return f"terminó en {codigo} a los {time.monotonic() - empezo:.0f} s; está la {quedo}"

    return caso


def _version_instalada(ella: Ella) -> str:
    llave = f"HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\{APLICACION}"
    dicho = ella.correr("reg", "query", llave, "/v", "DisplayVersion")[1]
    return dicho.split()[-1] if "DisplayVersion" in dicho else ""


def con_la_ventana_abierta(hacer: Callable[[Ella], int]) -> Caso:
    """Con la ventana abierta no se hace: termina en 5 y nada cambia."""

    def caso(ella: Ella) -> str:
        antes = _lo_instalado(ella)
        abierto = ella.doble_clic(ella.de_windows(ella.archivo))
        clave = abierto.ventana(TITULO)
        try:
            codigo = hacer(ella)
            assert codigo == 5, f"terminó en {codigo}"
            assert abierto.sigue(), "se cerró la ventana"
        finally:
            cerrar_ventana(ella, abierto, clave)
        assert _lo_instalado(ella) == antes, "cambió lo instalado"
        return "terminó en 5, la ventana siguió y nada cambió"

    return caso


def _lo_instalado(ella: Ella) -> dict[str, int]:
    return {
        cosa.relative_to(ella.instalado).as_posix(): cosa.stat().st_size
        for cosa in ella.instalado.rglob("*")
        if cosa.is_file()
    }


def actualizar(instalador: Path) -> Caso:
    """Con el programa cerrado se cambia entero, y lo que sobraba del anterior se va."""

    def caso(ella: Ella) -> str:
        viejo = ella.instalado / "programa" / "_internal" / "de_una_version_anterior.dll"
        viejo.write_bytes(b"x")
        dicho = instalar(instalador)(ella)
        assert not viejo.exists(), "quedó lo que sobraba"
        return dicho

    return caso


def mudar(instalador: Path, carpeta: str) -> Caso:
    """Instalarlo en otra carpeta lo muda: en la de antes no queda nada."""

    def caso(ella: Ella) -> str:
        antes = ella.instalado
        ella.instalado = ella.c / carpeta
        dicho = instalar(instalador, 0, f"/D=C:\\{carpeta}")(ella)
        assert not antes.exists(), "el de antes sigue ahí"
        autoprueba(ella)
        return f"{dicho}, en C:\\{carpeta}, y se prueba bien"

    return caso


def una_mas_nueva(instalador: Path, espera: int, *palabras: str) -> Caso:
    """Con una versión más nueva puesta, la vieja no se instala sin pedirlo."""

    def caso(ella: Ella) -> str:
        llave = f"HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\{APLICACION}"
        ella.correr("reg", "add", llave, "/f", "/v", "DisplayVersion", "/d", "99.0.0")
        quedo = "99.0.0" if espera else marcas.version()
        return instalar(instalador, espera, *palabras, version=quedo)(ella)

    return caso


def abrir_con(ella: Ella) -> str:
    """«Abrir con» lo ofrece para .sqlite, y quien ya los abría los sigue abriendo."""
    clase = ella.correr("reg", "query", "HKCU\\Software\\Classes\\.sqlite\\OpenWithProgids")[1]
    assert "UTEscritorio.Archivo" in clase, clase
    de_siempre = ella.correr("reg", "query", "HKCU\\Software\\Classes\\.sqlite", "/ve")[1]
    assert "UTEscritorio" not in de_siempre, de_siempre
    return "lo ofrece, sin quedarse con ellos"


def quitar(ella: Ella) -> str:
    """Se quita el programa; sus archivos y lo que recuerda, no."""
    suyos = {cosa: cosa.read_bytes() for cosa in ella.datos.rglob("*") if cosa.is_file()}
    codigo = ella.desinstalar()
    assert codigo == 0, f"terminó en {codigo}"
    assert not (ella.instalado / "programa").exists(), "quedó el programa"
    for acceso in (ella.casa / "Desktop").glob("*.lnk"):
        raise AssertionError(f"quedó {acceso.name}")
    assert suyos == {cosa: cosa.read_bytes() for cosa in ella.datos.rglob("*") if cosa.is_file()}
    assert ella.recuerda.is_dir()
    assert _version_instalada(ella) == ""
    clase = ella.correr("reg", "query", "HKCU\\Software\\Classes\\UTEscritorio.Archivo")[0]
    assert clase != 0, "sigue en «Abrir con»"
    return f"sus {len(suyos)} archivos siguen iguales"
