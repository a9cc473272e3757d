"""Las licencias de todo lo que se entrega, en la carpeta `licencias` del programa.

    python empaquetado/windows/licencias.py CARPETA

Corre en el Python de Windows, que tiene instalado lo que se entrega.
"""

from __future__ import annotations

import shutil
import sys
import sysconfig
from importlib.metadata import distribution
from pathlib import Path

import marcas

TEXTOS = Path(__file__).resolve().parent / "licencias"
PAQUETES = {
    "PySide6_Essentials": "LGPL-3.0",
    "PySide6_Addons": "LGPL-3.0",
    "shiboken6": "LGPL-3.0",
    "peewee": "MIT",
    "fpdf2": "LGPL-3.0",
    "fonttools": "MIT",
    "pillow": "MIT-CMU",
    "pypdf": "BSD-3-Clause",
    "defusedxml": "PSF-2.0",
    "platformdirs": "MIT",
    "python-docx": "MIT",
    "lxml": "BSD-3-Clause",
    "xlsxwriter": "BSD-2-Clause",
    "python-calamine": "MIT",
    "typing_extensions": "PSF-2.0",
    "pyinstaller": "GPL-2.0 con excepción: el programa que empaqueta no queda obligado por ella",
}
"""Los paquetes de Python que van dentro, y su licencia."""

OTROS = (
    ("CPython 3.11 y su biblioteca estándar", "PSF-2.0", "CPython.txt"),
    ("OpenSSL 3", "Apache-2.0", "Apache-2.0.txt"),
    ("SQLite 3", "dominio público", ""),
    ("libffi 3", "MIT", "libffi.txt"),
    ("Qt 6 (Core, Gui, Widgets, Network, Pdf, PrintSupport, Svg)", "LGPL-3.0", "LGPL-3.0.txt"),
    ("PDFium, dentro de Qt6Pdf", "BSD-3-Clause y Apache-2.0", "Apache-2.0.txt"),
    ("libxml2 y libxslt, dentro de lxml", "MIT", ""),
    ("libiconv, dentro de lxml", "LGPL-2.1 o posterior", "LGPL-3.0.txt"),
    ("calamine y lo que usa en Rust, dentro de python-calamine", "MIT o Apache-2.0", "Apache-2.0.txt"),
    ("Bibliotecas de C de Microsoft (VCRUNTIME140, MSVCP140)", "redistribuibles de Visual C++", ""),
    ("Montserrat", "OFL-1.1", "LICENCIA-Montserrat.txt"),
    ("DejaVu Sans", "Bitstream Vera", "LICENCIA-DejaVu.txt"),
    ("Tabler Icons", "MIT", "LICENCIA-Tabler.txt"),
    ("Perfil de color sRGB2014, del International Color Consortium", "libre", "LICENCIA-sRGB2014.txt"),
)
"""Lo demás que va dentro: qué es, su licencia y el archivo con su texto."""

_DE_RECURSOS = (
    "fuentes/LICENCIA-Montserrat.txt",
    "fuentes/LICENCIA-DejaVu.txt",
    "iconos/LICENCIA-Tabler.txt",
    "color/LICENCIA-sRGB2014.txt",
)
_CABEZA = """\
{nombre} {version} se entrega con licencia MIT. Lleva dentro lo que sigue, cada cosa con la suya; sus textos
están en esta carpeta.

Qt, PySide6, shiboken6 y fpdf2 van sin cambios y con licencia LGPL-3.0: Qt y PySide6 son los archivos
Qt6*.dll, Qt*.pyd, pyside6*.dll y shiboken6* de la carpeta «_internal», que puede cambiar por otros suyos de
la misma versión. Su código está en https://download.qt.io/official_releases/ y el de fpdf2, en
https://github.com/py-pdf/fpdf2. Qt lleva a su vez partes de otros (FreeType, HarfBuzz, libjpeg-turbo, libpng,
PCRE2, zlib y las de PDFium); sus avisos están en https://doc.qt.io/qt-6/licenses-used-in-qt.html.
"""


def main(escrito: list[str]) -> int:
    """Escribe la carpeta; falla si a algo de lo que va le falta su texto."""
    destino = Path(escrito[0])
    shutil.rmtree(destino, ignore_errors=True)
    shutil.copytree(TEXTOS, destino)
    shutil.copyfile(_de_python(), destino / "CPython.txt")
    for dentro in _DE_RECURSOS:
        shutil.copy(marcas.RAIZ / "recursos" / dentro, destino)
    filas = [_de_paquete(paquete, licencia, destino) for paquete, licencia in PAQUETES.items()]
    filas += list(OTROS)
    faltan = [texto for _, _, texto in filas if texto and not (destino / texto).is_file()]
    assert not faltan, f"Falta el texto de {faltan}"
    renglones = [f"{que:<60} {licencia:<30} {texto}".rstrip() for que, licencia, texto in filas]
    cabeza = _CABEZA.format(nombre=marcas.NOMBRE, version=marcas.version())
    (destino / "LEEME.txt").write_text("\n".join([cabeza, *renglones, ""]), encoding="utf-8")
    return 0


def _de_python() -> Path:
    casas = (Path(sys.base_prefix), Path(sysconfig.get_path("stdlib")))
    return next(casa / "LICENSE.txt" for casa in casas if (casa / "LICENSE.txt").is_file())


def _de_paquete(paquete: str, licencia: str, destino: Path) -> tuple[str, str, str]:
    """Copia lo que el paquete trae de su licencia; el de Qt es otro, que aquí no se usa."""
    instalado = distribution(paquete)
    que = f"{paquete} {instalado.version}"
    if licencia == "LGPL-3.0":
        return que, licencia, "LGPL-3.0.txt"
    traidas = [cual for cual in instalado.files or () if cual.name.upper().startswith(("LICENSE", "COPYING"))]
    texto = f"{paquete}.txt"
    escrito = "\n\n".join(cual.read_text(encoding="utf-8") for cual in traidas)
    if escrito:
        (destino / texto).write_text(escrito, encoding="utf-8")
    return que, licencia, texto


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
