"""El disco C: de un Windows 10 de prueba, recién instalado y aparte de los archivos de quien lo corre."""

from __future__ import annotations

import shutil
import struct
from pathlib import Path

from wine import BANCO, en_wine

DE_PASO = "C:\\Año de prueba\\de paso"
CARPETA_DE_RED = "\\\\oficina\\compartida"
_TOPE = 300
_LETRAS = {
    "Segoe UI": "regular",
    "Segoe UI Bold": "bold",
    "Segoe UI Italic": "italic",
    "Segoe UI Bold Italic": "bolditalic",
    "Segoe UI Semibold": "semibold",
}
"""Las que Windows tiene y los archivos con que aquí se suplen; sin ellas Qt pondría una con patines."""

_CON_LETRA = ("MessageFont", "IconFont", "MenuFont", "CaptionFont", "StatusFont", "SmCaptionFont")
_DE_SIEMPRE = ("Segoe UI", -12)  # nueve puntos, en pantalla al 100 %


def instalar(carpeta: Path) -> None:
    """Lo instala en esa carpeta: su letra, sus temporales con ñ y espacios, una red, y las DLL que faltan."""
    _correr(carpeta, "wineboot", "--init")
    _correr(carpeta, "winecfg", "-v", "win10")
    disco = carpeta / "disco" / "drive_c"
    for suplente in (BANCO / "suplentes").glob("*.dll"):
        shutil.copy(suplente, disco / "windows" / "system32")
    for letra in (BANCO / "suplentes").glob("*.ttf"):
        shutil.copy(letra, disco / "windows" / "Fonts")
    (disco / "ajustes.reg").write_text(_ajustes(), encoding="utf-16")
    _correr(carpeta, "regedit", "/S", "C:\\ajustes.reg")
    _poner_carpetas_propias(carpeta)
    disco.joinpath(*DE_PASO.split("\\")[1:]).mkdir(parents=True)
    red = carpeta / "disco" / "dosdevices" / "unc"  # donde Wine busca los otros equipos
    red.joinpath(*CARPETA_DE_RED.strip("\\").split("\\")).mkdir(parents=True)


def persona(carpeta: Path) -> Path:
    """La carpeta de quien usa ese Windows: su Escritorio, sus Documentos y sus ajustes."""
    personas = (carpeta / "disco" / "drive_c" / "users").iterdir()
    return next(suya for suya in personas if suya.name != "Public")


def vaciar_lo_de_paso(carpeta: Path) -> None:
    """Quita los temporales que cada corrida deja, que son cientos de megas."""
    for resto in carpeta.joinpath("disco", "drive_c", *DE_PASO.split("\\")[1:]).iterdir():
        if resto.is_dir() and not resto.is_symlink():
            shutil.rmtree(resto, ignore_errors=True)
        else:
            resto.unlink()


def _correr(carpeta: Path, *orden: str) -> None:
    en_wine(carpeta, list(orden), _TOPE, decir=lambda _: None)


def _poner_carpetas_propias(carpeta: Path) -> None:
    """Wine las enlaza a las de quien lo corre: ninguna prueba debe llegar hasta ahí."""
    for suya in persona(carpeta).iterdir():
        if suya.is_symlink():
            suya.unlink()
            suya.mkdir()


def _ajustes() -> str:
    """Lo que se escribe en su registro, como lo lee `regedit`."""
    fuentes = (f'"{nombre} (TrueType)"="banco-{archivo}.ttf"' for nombre, archivo in _LETRAS.items())
    con_letra = (f'"{cual}"=hex:{_en_hexadecimal(_letra(*_DE_SIEMPRE))}' for cual in _CON_LETRA)
    de_paso = (f'"{variable}"="{DE_PASO}"'.replace("\\", "\\\\") for variable in ("TEMP", "TMP"))
    secciones = {
        "HKEY_LOCAL_MACHINE\\Software\\Microsoft\\Windows NT\\CurrentVersion\\Fonts": fuentes,
        "HKEY_CURRENT_USER\\Control Panel\\Desktop\\WindowMetrics": con_letra,
        "HKEY_CURRENT_USER\\Environment": de_paso,
    }
    cuerpo = "\n".join(f"[{llave}]\n" + "\n".join(renglones) + "\n" for llave, renglones in secciones.items())
    return f"Windows Registry Editor Version 5.00\n\n{cuerpo}"


def _letra(nombre: str, alto: int) -> bytes:
    """La estructura LOGFONTW."""
    medidas = struct.pack("<5l8B", alto, 0, 0, 0, 400, 0, 0, 0, 1, 0, 0, 5, 0)
    return medidas + nombre.encode("utf-16-le").ljust(64, b"\0")


def _en_hexadecimal(octetos: bytes) -> str:
    return ",".join(f"{octeto:02x}" for octeto in octetos)
