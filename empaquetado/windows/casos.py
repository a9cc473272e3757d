"""Lo que debe verse en su equipo, un caso tras otro: cada uno dice qué se vio, o falla."""

from __future__ import annotations

import json
import shutil
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import marcas
from ella import APLICACION, Abierto, Ella
from pantalla import esperar

Caso = Callable[[Ella], str]
_NO_SE_ABRIO = 2
_TITULO = f"{APLICACION} {marcas.version()}"
_PERIODO = ("--ejercicio", "2024", "--trimestre", "2")


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


# --- lo que no se abre --------------------------------------------------------------------------


def _cortar(archivo: Path) -> None:
    archivo.write_bytes(archivo.read_bytes()[:5000])


def _danar_sin_copias(archivo: Path) -> None:
    shutil.rmtree(archivo.parent / "respaldos", ignore_errors=True)
    octetos = bytearray(archivo.read_bytes())
    for lugar in range(4096, len(octetos), 4096):
        octetos[lugar] ^= 0xFF
    archivo.write_bytes(octetos)


def _vaciar(archivo: Path) -> None:
    archivo.write_bytes(b"")


def _no_sqlite(archivo: Path) -> None:
    archivo.write_bytes(b"no es" * 100)


def _de_otro_programa(archivo: Path) -> None:
    archivo.unlink()
    with sqlite3.connect(archivo) as otro:
        otro.execute("CREATE TABLE pendientes (que TEXT)")


def _mas_nuevo(archivo: Path) -> None:
    with sqlite3.connect(archivo) as conexion:
        conexion.execute("PRAGMA user_version = 99")


def _de_otro_equipo(archivo: Path) -> None:
    quien = {"equipo": "RECEPCION-2", "usuario": "recepción", "desde": "2024-07-01T09:00"}
    archivo.with_name(f"{archivo.name}.candado").write_text(json.dumps(quien), encoding="ascii")


def no_se_abre(estorbar: Callable[[Path], object], *palabras: str) -> Caso:
    """Con eso hecho al archivo, el aviso dice esas palabras y, al cerrarlo, el programa termina."""

    def caso(ella: Ella) -> str:
        with _a_salvo(ella):
            estorbar(ella.archivo)
            antes = ella.archivo.read_bytes() if ella.archivo.exists() else None
            abierto = ella.doble_clic(ella.de_windows(ella.archivo))
            dicho = abierto.aviso()
            for palabra in palabras:
                assert palabra in dicho, f"no dice «{palabra}»: {_llano(dicho)}"
            abierto.contestar("Escape")
            codigo = abierto.termina()
            assert codigo == _NO_SE_ABRIO, f"terminó en {codigo}"
            assert antes == (ella.archivo.read_bytes() if ella.archivo.exists() else None), (
                "el archivo cambió"
            )
            return _llano(dicho)

    return caso


class _a_salvo:  # noqa: N801 - se usa como una función
    """Al salir, la carpeta de sus datos vuelve a quedar como estaba."""

    def __init__(self, ella: Ella) -> None:
        self._datos, self._aparte = ella.datos, ella.c / "aparte"

    def __enter__(self) -> None:
        shutil.copytree(self._datos, self._aparte)

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self._datos)
        self._aparte.rename(self._datos)


def danado_con_copias(ella: Ella) -> str:
    """Ofrece la última copia buena; lo dañado queda."""
    respaldos = ella.datos / "respaldos"
    respaldos.mkdir(exist_ok=True)
    codigo, dicho = ella.terminal(
        "respaldar", ella.de_windows(ella.archivo), "--en", ella.de_windows(respaldos)
    )
    assert codigo == 0, dicho
    return no_se_abre(_cortar, "está dañado", "Restaurar la del", "Elegir otra copia…")(ella)


def sin_documentos(ella: Ella) -> str:
    """Donde van sus archivos no se puede escribir, y todavía no tiene ninguno: el primer día lo dice."""
    aparte = ella.casa / "Documents de antes"
    ella.documentos.rename(aparte)
    ella.documentos.write_bytes(b"")
    try:
        return _abre_y_cierra(ella, titulo=f"{APLICACION}$")
    finally:
        ella.documentos.unlink()
        aparte.rename(ella.documentos)


def sin_ajustes(ella: Ella) -> str:
    """La ventana no puede recordar nada: abre igual."""
    aparte = ella.recuerda.with_name("de antes")
    ella.recuerda.rename(aparte)
    ella.recuerda.write_bytes(b"")
    try:
        return _abre_y_cierra(ella, ella.de_windows(ella.archivo))
    finally:
        ella.recuerda.unlink()
        aparte.rename(ella.recuerda)


def _abre_y_cierra(ella: Ella, *palabras: str, titulo: str = _TITULO) -> str:
    abierto = ella.doble_clic(*palabras)
    clave = abierto.ventana(titulo)
    time.sleep(1)
    visto = ella.pantalla.ventanas()[clave]
    _cerrar(ella, abierto, clave)
    return f"se abrió «{visto}» y cerró en 0"


def segundo_doble_clic(ella: Ella) -> str:
    """Trae al frente la ventana que ya lo tiene, aunque esté minimizada."""
    ruta = ella.de_windows(ella.archivo)
    primero = ella.doble_clic(ruta)
    clave = primero.ventana(_TITULO)
    try:
        ella.pantalla.minimizar(clave)
        esperar(lambda: not ella.pantalla.ventanas(), "que se guarde en la barra")
        empezo = time.monotonic()
        codigo = ella.doble_clic(ruta).termina()
        assert codigo == 0, f"el segundo terminó en {codigo}"
        esperar(lambda: list(ella.pantalla.ventanas()) == [clave], "que vuelva a verse la primera, y sola")
        return f"volvió la primera; el segundo terminó en 0 a los {time.monotonic() - empezo:.1f} s"
    finally:
        _cerrar(ella, primero, clave)


def de_otra_persona(ella: Ella) -> str:
    """Lo tiene abierto otra cuenta: se dice quién, y se puede ver."""
    ruta, candado = ella.de_windows(ella.archivo), ella.archivo.with_name(f"{ella.archivo.name}.candado")
    primero = ella.doble_clic(ruta)
    clave = primero.ventana(_TITULO)
    try:
        puesto = json.loads(candado.read_bytes())
        with candado.open("r+b") as abierto:
            abierto.write(json.dumps(puesto | {"usuario": "otra"}).encode("ascii").ljust(200))
        segundo = ella.doble_clic(ruta)
        dicho = segundo.aviso(menos=(clave,))
        assert "otra, en el equipo" in dicho, dicho
        assert "Abrir solo para leer" in dicho, dicho
        segundo.contestar("Escape")
        assert segundo.termina() == _NO_SE_ABRIO
        return _llano(dicho)
    finally:
        _cerrar(ella, primero, clave)


def _cerrar(ella: Ella, abierto: Abierto, clave: str) -> None:
    """Cierra con Alt+F4, y otra vez si con la prisa no llegó; termina en 0."""

    def cerrar() -> bool:
        if clave in ella.pantalla.ventanas():
            ella.pantalla.activar(clave)
            abierto.contestar("alt+F4")
            time.sleep(4)
        return not abierto.sigue()

    esperar(cerrar, "que el programa termine al cerrarlo")
    assert abierto.termina() == 0, f"al cerrarlo terminó en {abierto.termina()}"


# --- al programa le falla algo --------------------------------------------------------------------


def error_nuestro(ella: Ella) -> str:
    """Algo que nadie esperaba al arrancar: se dice en español, y se pueden copiar los detalles."""
    recurso = ella.instalado / "programa" / "_internal" / "ut_escritorio" / "recursos" / "iconos"
    with _sin(recurso):
        return _avisa(ella, "El programa no pudo arrancar", "Copiar detalles")


def le_falta_una_parte(ella: Ella) -> str:
    """El antivirus se llevó una biblioteca: se dice que se reinstale."""
    with _sin(ella.instalado / "programa" / "_internal" / "PySide6" / "QtWidgets.pyd"):
        abierto = ella.doble_clic(ella.de_windows(ella.archivo))
        clave = abierto.ventana(f"{APLICACION}$")
        ella.pantalla.activar(clave)
        abierto.contestar("Return")
        codigo = abierto.termina()
        assert codigo == _NO_SE_ABRIO, f"terminó en {codigo}"
        return "Windows dice que le falta una parte; terminó en 2"


def autoprueba_que_falla(ella: Ella) -> str:
    """No abre nada, termina y deja dicho qué pasó."""
    with _sin(ella.instalado / "programa" / "_internal" / "ut_escritorio" / "recursos" / "planes"):
        codigo = ella.doble_clic("--autoprueba").termina(200)
    dicho = (ella.recuerda / "Logs" / "autoprueba.txt").read_text(encoding="utf-16").strip()
    assert codigo == _NO_SE_ABRIO, f"terminó en {codigo}"
    assert dicho.startswith("La autoprueba falló"), dicho
    assert not ella.pantalla.ventanas(), "abrió una ventana"
    return dicho


class _sin:  # noqa: N801 - se usa como una función
    """Mientras dura, eso no está en su lugar."""

    def __init__(self, ruta: Path) -> None:
        self._ruta, self._aparte = ruta, ruta.with_name(f"{ruta.name}.aparte")

    def __enter__(self) -> None:
        self._ruta.rename(self._aparte)

    def __exit__(self, *_: object) -> None:
        self._aparte.rename(self._ruta)


def _avisa(ella: Ella, *palabras: str) -> str:
    abierto = ella.doble_clic(ella.de_windows(ella.archivo))
    dicho = abierto.aviso()
    for palabra in palabras:
        assert palabra in dicho, f"no dice «{palabra}»: {_llano(dicho)}"
    abierto.contestar("Escape")
    codigo = abierto.termina()
    assert codigo == _NO_SE_ABRIO, f"terminó en {codigo}"
    return _llano(dicho)


# --- el trabajo -----------------------------------------------------------------------------------


def anotar(ella: Ella) -> str:
    """F9, con solo el teclado; al cerrar quedó guardado y respaldado."""
    antes = _acciones(ella.archivo)
    abierto = ella.doble_clic(ella.de_windows(ella.archivo))
    clave = abierto.ventana(_TITULO)
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
    ella.pantalla.retratar(Path("dist/prueba/anotar.png"))
    abierto.contestar("Escape")
    _cerrar(ella, abierto, clave)
    ahora = _acciones(ella.archivo)
    assert ahora == antes + 1, f"eran {antes} acciones y hay {ahora}"
    copias = list((ella.datos / "respaldos").glob("*.sqlite"))
    assert copias, "no respaldó al cerrar"
    return f"se anotó y se guardó; {len(copias)} respaldos"


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


def mismo_informe(plan: Path | None, de_linux: Path) -> Caso:
    """El informe de ese plan (o del ejemplo), el mismo octeto por octeto que en Linux."""

    def caso(ella: Ella) -> str:
        archivo, salida = ella.datos / "otro.sqlite", ella.datos / "informe.pdf"
        for viejo in (archivo, salida):
            viejo.unlink(missing_ok=True)
        if plan is None:
            codigo, dicho = ella.terminal("ejemplo", ella.de_windows(archivo))
        else:
            codigo, dicho = ella.terminal("nuevo", ella.de_windows(archivo), "--plan", f"Z:{plan}")
        assert codigo == 0, dicho
        periodo = _PERIODO if plan is None else ("--ejercicio", "2031", "--trimestre", "2")
        codigo, dicho = ella.terminal(
            "exportar", ella.de_windows(archivo), *periodo, "--salida", ella.de_windows(salida)
        )
        assert codigo == 0, dicho
        aqui, alla = salida.read_bytes(), de_linux.read_bytes()
        archivo.unlink()
        salida.unlink()
        assert aqui == alla, f"{len(aqui)} octetos y en Linux {len(alla)}"
        return f"los mismos {len(aqui):,} octetos"

    return caso


# --- instalar, cambiar de versión y quitar -----------------------------------------------------------


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
        clave = abierto.ventana(_TITULO)
        try:
            codigo = hacer(ella)
            assert codigo == 5, f"terminó en {codigo}"
            assert abierto.sigue(), "se cerró la ventana"
        finally:
            _cerrar(ella, abierto, clave)
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


def _llano(dicho: str) -> str:
    """El aviso copiado, en un renglón y sin sus rayas."""
    return " · ".join(renglon.strip() for renglon in dicho.splitlines()[1:] if renglon.strip("- "))


NO_SE_ABREN: dict[str, Caso] = {
    "dañado, con copias": danado_con_copias,
    "dañado, sin copias": no_se_abre(_danar_sin_copias, "No se pudo abrir", "Cerrar"),
    "cortado": no_se_abre(_cortar, "incompleta"),
    "de 0 octetos": no_se_abre(_vaciar, "vacío"),
    "que no es SQLite": no_se_abre(_no_sqlite, "no es un archivo de este programa"),
    "de otro programa": no_se_abre(_de_otro_programa, "es de otro programa"),
    "más nuevo": no_se_abre(_mas_nuevo, "versión más nueva"),
    "abierto en otro equipo": no_se_abre(_de_otro_equipo, "RECEPCION-2"),
    "que no está": no_se_abre(Path.unlink, "No existe"),
}
"""Cada archivo que no se abre, y lo que se ve."""
