"""Por lo que se reconoce al programa en Windows: su icono, su versión, sus imágenes y lo que declara.

Corre en el Python de Windows, que tiene Qt y Pillow.
"""

from __future__ import annotations

import io
import os
import sys
import tomllib
from pathlib import Path

RAIZ = Path(__file__).resolve().parent.parent.parent
NOMBRE = "UT Escritorio"
_LADOS = (16, 20, 24, 32, 40, 48, 64, 128, 256)
_CHICO = 24
"""Hasta este lado se usa el dibujo de pocos trazos: con el otro la palomita se empasta."""
_AZUL, _CLARO = "#0F5A9C", "#E8F1FA"
_ES_MX, _UNICODE = 0x080A, 1200

MANIFIESTO = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<assembly xmlns="urn:schemas-microsoft-com:asm.v1" manifestVersion="1.0">
  <trustInfo xmlns="urn:schemas-microsoft-com:asm.v3"><security><requestedPrivileges>
    <requestedExecutionLevel level="asInvoker" uiAccess="false"/>
  </requestedPrivileges></security></trustInfo>
  <compatibility xmlns="urn:schemas-microsoft-com:compatibility.v1"><application>
    <supportedOS Id="{8e0f7a12-bfb3-4fe8-b9a5-48fd50a15a9a}"/>
  </application></compatibility>
  <application xmlns="urn:schemas-microsoft-com:asm.v3"><windowsSettings>
    <longPathAware xmlns="http://schemas.microsoft.com/SMI/2016/WindowsSettings">true</longPathAware>
    <dpiAwareness xmlns="http://schemas.microsoft.com/SMI/2016/WindowsSettings">PerMonitorV2</dpiAwareness>
  </windowsSettings></application>
  <dependency><dependentAssembly>
    <assemblyIdentity type="win32" name="Microsoft.Windows.Common-Controls" version="6.0.0.0"
      processorArchitecture="*" publicKeyToken="6595b64144ccf1df" language="*"/>
  </dependentAssembly></dependency>
</assembly>
"""


def version() -> str:
    """La de `pyproject.toml`."""
    proyecto = tomllib.loads((RAIZ / "pyproject.toml").read_text(encoding="utf-8"))
    return proyecto["project"]["version"]


def version_de(archivo: str):
    """Lo que Windows enseña en las propiedades de un ejecutable, en español de México."""
    from PyInstaller.utils.win32.versioninfo import (
        FixedFileInfo,
        StringFileInfo,
        StringStruct,
        StringTable,
        VarFileInfo,
        VarStruct,
        VSVersionInfo,
    )

    numeros = tuple(map(int, version().split("."))) + (0,)
    dicho = {
        "CompanyName": NOMBRE,
        "FileDescription": NOMBRE,
        "FileVersion": version(),
        "InternalName": archivo,
        "LegalCopyright": "Licencia MIT; la de lo que lleva dentro, en su carpeta «licencias»",
        "OriginalFilename": archivo,
        "ProductName": NOMBRE,
        "ProductVersion": version(),
    }
    renglones = [StringStruct(que, cual) for que, cual in dicho.items()]
    return VSVersionInfo(
        ffi=FixedFileInfo(filevers=numeros, prodvers=numeros),
        kids=[
            StringFileInfo([StringTable(f"{_ES_MX:04X}{_UNICODE:04X}", renglones)]),
            VarFileInfo([VarStruct("Translation", [_ES_MX, _UNICODE])]),
        ],
    )


def icono(destino: Path) -> Path:
    """El icono a todos los tamaños en que Windows lo enseña."""
    from PIL import Image

    dibujos = [Image.open(io.BytesIO(_en_png(_dibujo(lado), lado, lado))) for lado in _LADOS]
    destino.parent.mkdir(parents=True, exist_ok=True)
    lados = [(lado, lado) for lado in _LADOS]
    dibujos[-1].save(destino, format="ICO", sizes=lados, append_images=dibujos[:-1])
    return destino


def imagenes_del_instalador(carpeta: Path) -> None:
    """Lo que enseña el instalador: a un lado al empezar y al acabar, y arriba en lo demás."""
    from PIL import Image

    carpeta.mkdir(parents=True, exist_ok=True)
    lado = Image.new("RGB", (164, 314), _AZUL)
    cabeza = Image.new("RGB", (150, 57), "#FFFFFF")
    for hoja, medida, donde, fondo in ((lado, 112, (26, 60), _CLARO), (cabeza, 45, (99, 6), None)):
        if fondo:
            hoja.paste(Image.new("RGB", (164, 232), fondo), (0, 0))
        dibujo = Image.open(io.BytesIO(_en_png("programa", medida, medida))).convert("RGBA")
        hoja.paste(dibujo, donde, dibujo)
    lado.save(carpeta / "lado.bmp")
    cabeza.save(carpeta / "cabeza.bmp")
    icono(carpeta / "programa.ico")


def _dibujo(lado: int) -> str:
    return "programa_chico" if lado <= _CHICO else "programa"


def _en_png(nombre: str, ancho: int, alto: int) -> bytes:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    de_qt = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    imagen = QImage(ancho, alto, QImage.Format.Format_ARGB32)
    imagen.fill(0)
    pincel = QPainter(imagen)
    QSvgRenderer(str(RAIZ / "recursos" / "iconos" / f"{nombre}.svg")).render(
        pincel, QRectF(0, 0, ancho, alto)
    )
    pincel.end()
    octetos = QByteArray()
    salida = QBuffer(octetos)
    salida.open(QIODevice.OpenModeFlag.WriteOnly)
    imagen.save(salida, "PNG")
    assert de_qt
    return octetos.data()


if __name__ == "__main__":
    imagenes_del_instalador(Path(sys.argv[1]))
