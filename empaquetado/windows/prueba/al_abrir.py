"""Lo que se ve al abrir, sin terminal, lo que no se deja; y al abrirlo dos veces."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from wine import BANCO, ambiente, wine

from prueba.comun import NO_SE_ABRIO, TITULO, Caso, avisa, cerrar_ventana, llano
from prueba.ella import APLICACION, Ella
from prueba.pantalla import esperar


def _cortar(archivo: Path) -> None:
    archivo.write_bytes(archivo.read_bytes()[:5000])


def _danar(archivo: Path) -> None:
    octetos = bytearray(archivo.read_bytes())
    for lugar in range(4096, len(octetos), 4096):
        octetos[lugar] ^= 0xFF
    archivo.write_bytes(octetos)


def _danar_sin_copias(archivo: Path) -> None:
    shutil.rmtree(archivo.parent / "respaldos", ignore_errors=True)
    _danar(archivo)


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


def _de_solo_lectura(archivo: Path) -> None:
    archivo.chmod(0o444)


def _de_otro_equipo(archivo: Path) -> None:
    quien = {"equipo": "RECEPCION-2", "usuario": "recepción", "desde": "2024-07-01T09:00"}
    archivo.with_name(f"{archivo.name}.candado").write_text(json.dumps(quien), encoding="ascii")


def no_se_abre(estorbar: Callable[[Path], object], *palabras: str) -> Caso:
    """Con eso hecho al archivo, el aviso dice esas palabras y, al cerrarlo, el programa termina."""

    def caso(ella: Ella) -> str:
        with _a_salvo(ella):
            estorbar(ella.archivo)
            antes = ella.archivo.read_bytes() if ella.archivo.exists() else None
            dicho = avisa(ella, *palabras)
            assert antes == (ella.archivo.read_bytes() if ella.archivo.exists() else None), (
                "el archivo cambió"
            )
            return dicho

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


_TOMARLO = """
import ctypes, sys
abrir = ctypes.windll.kernel32.CreateFileW
abrir.restype = ctypes.c_void_p
print(abrir(sys.argv[1], 0xC0000000, 0, None, 3, 0, None), flush=True)
sys.stdin.read()
"""
"""Abre el archivo para leer y escribir, sin dejárselo a nadie, hasta que se le cierra la entrada."""


def tomado_por_otro(ella: Ella) -> str:
    """El antivirus, o la nube, no deja ni leerlo: se dice, y al soltarlo se vuelve a intentar."""
    ruta, tubo = ella.de_windows(ella.archivo), subprocess.PIPE
    orden = [wine() or "", str(BANCO / "python" / "python.exe"), "-c", _TOMARLO, ruta]
    suyo = ambiente(ella.carpeta)
    with subprocess.Popen(orden, stdin=tubo, stdout=tubo, stderr=subprocess.STDOUT, env=suyo) as otro:
        assert otro.stdin and otro.stdout
        assert int(otro.stdout.readline()) > 0, "no se pudo tomar"
        try:
            abierto = ella.doble_clic(ruta)
            dicho = abierto.aviso()
            assert "otro programa lo tiene tomado" in dicho, dicho
            assert "Volver a intentar" in dicho, dicho
        finally:
            otro.stdin.close()
    abierto.contestar("Return")
    cerrar_ventana(ella, abierto, abierto.ventana(TITULO))
    return llano(dicho)


def danado_con_copias(ella: Ella) -> str:
    """Ofrece la última copia buena; lo dañado queda."""
    respaldos = ella.datos / "respaldos"
    respaldos.mkdir(exist_ok=True)
    codigo, dicho = ella.terminal(
        "respaldar", ella.de_windows(ella.archivo), "--en", ella.de_windows(respaldos)
    )
    assert codigo == 0, dicho
    return no_se_abre(_danar, "está dañado", "Restaurar la del", "Elegir otra copia…")(ella)


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


def _abre_y_cierra(ella: Ella, *palabras: str, titulo: str = TITULO) -> str:
    abierto = ella.doble_clic(*palabras)
    clave = abierto.ventana(titulo)
    time.sleep(1)
    visto = ella.pantalla.ventanas()[clave]
    cerrar_ventana(ella, abierto, clave)
    return f"se abrió «{visto}» y cerró en 0"


def segundo_doble_clic(ella: Ella) -> str:
    """Trae al frente la ventana que ya lo tiene, aunque esté minimizada."""
    ruta = ella.de_windows(ella.archivo)
    primero = ella.doble_clic(ruta)
    clave = primero.ventana(TITULO)
    try:
        ella.pantalla.minimizar(clave)
        esperar(lambda: not ella.pantalla.ventanas(), "que se guarde en la barra")
        empezo = time.monotonic()
        codigo = ella.doble_clic(ruta).termina()
        assert codigo == 0, f"el segundo terminó en {codigo}"
        esperar(lambda: list(ella.pantalla.ventanas()) == [clave], "que vuelva a verse la primera, y sola")
        return f"volvió la primera; el segundo terminó en 0 a los {time.monotonic() - empezo:.1f} s"
    finally:
        cerrar_ventana(ella, primero, clave)


def de_otra_persona(ella: Ella) -> str:
    """Lo tiene abierto otra cuenta: se dice quién, y se puede ver."""
    ruta, candado = ella.de_windows(ella.archivo), ella.archivo.with_name(f"{ella.archivo.name}.candado")
    primero = ella.doble_clic(ruta)
    clave = primero.ventana(TITULO)
    try:
        puesto = json.loads(candado.read_bytes())
        with candado.open("r+b") as abierto:
            abierto.write(json.dumps(puesto | {"usuario": "otra"}).encode("ascii").ljust(200))
        segundo = ella.doble_clic(ruta)
        dicho = segundo.aviso(menos=(clave,))
        assert "otra, en el equipo" in dicho, dicho
        assert "Abrir solo para leer" in dicho, dicho
        segundo.contestar("Escape")
        assert segundo.termina() == NO_SE_ABRIO
        return llano(dicho)
    finally:
        cerrar_ventana(ella, primero, clave)


NO_SE_ABREN: dict[str, Caso] = {
    "dañado, con copias": danado_con_copias,
    "dañado, sin copias": no_se_abre(_danar_sin_copias, "No se pudo abrir", "Cerrar"),
    "cortado": no_se_abre(_cortar, "incompleta"),
    "de 0 octetos": no_se_abre(_vaciar, "vacío"),
    "que no es SQLite": no_se_abre(_no_sqlite, "no es un archivo de este programa"),
    "de otro programa": no_se_abre(_de_otro_programa, "es de otro programa"),
    "más nuevo": no_se_abre(_mas_nuevo, "versión más nueva"),
    "de solo lectura": no_se_abre(_de_solo_lectura, "es de solo lectura", "Abrir solo para leer"),
    "abierto en otro equipo": no_se_abre(_de_otro_equipo, "RECEPCION-2"),
    "tomado por otro programa": tomado_por_otro,
    "que no está": no_se_abre(Path.unlink, "No existe"),
}
"""Cada archivo que no se abre, y lo que se ve."""
