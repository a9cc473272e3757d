"""De Open Sans, una letra con el nombre de Segoe UI, que no es libre: solo para que el banco se vea parecido.

python letra.py CARPETA_DE_OPEN_SANS DESTINO
"""

import sys
from pathlib import Path

from fontTools.ttLib import TTFont

ESTILOS = {
    "Regular": ("Segoe UI", "Regular"),
    "Bold": ("Segoe UI", "Bold"),
    "Italic": ("Segoe UI", "Italic"),
    "BoldItalic": ("Segoe UI", "Bold Italic"),
    "Semibold": ("Segoe UI Semibold", "Regular"),
}
_FAMILIA, _ESTILO, _UNICO, _ENTERO, _POSTSCRIPT = 1, 2, 3, 4, 6
_DE_MAS = (16, 17, 18, 21, 22)

de, a = map(Path, sys.argv[1:])
for archivo, (familia, estilo) in ESTILOS.items():
    letra = TTFont(de / f"OpenSans-{archivo}.ttf")
    nombres = letra["name"]
    entero = f"{familia} {estilo}".removesuffix(" Regular")
    dicho = {_FAMILIA: familia, _ESTILO: estilo, _UNICO: f"{entero} (banco)", _ENTERO: entero}
    dicho[_POSTSCRIPT] = entero.replace(" ", "")
    nombres.names = [n for n in nombres.names if n.nameID not in (*dicho, *_DE_MAS)]
    for cual, texto in dicho.items():
        nombres.setName(texto, cual, 3, 1, 0x409)
    letra.save(a / f"banco-{archivo.lower()}.ttf")
