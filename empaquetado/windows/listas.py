"""Qué va y qué no va en la carpeta del programa, y cuánto puede pesar.

Los caminos son los de dentro de la carpeta, con diagonales y sin importar mayúsculas.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

SOBRA = (
    r"opengl32sw\.dll$",  # dibujar en 3D sin tarjeta: 20 MB que ninguna ventana usa
    r"(^|/)Qt6?(Quick|Qml|VirtualKeyboard|OpenGL|WebEngine|Designer|Help|Test)\w*\.(dll|pyd)$",
    r"(^|/)qml/",
    r"plugins/(tls|networkinformation|generic|platforminputcontexts|styles|position|sqldrivers)/",
    r"plugins/platforms/(qdirect2d|qminimal)\.dll$",
    r"plugins/imageformats/(?!(qjpeg|qsvg)\.dll$)",
    r"translations/(?!qtbase_es\.qm$)",
    r"PIL/_(avif|webp|imagingtk|imagingft)\.",
    r"(^|/)docx/(?!templates/default(-header|-footer)?\.(docx|xml)$)",  # sus demás moldes no se usan
    r"(^|/)lxml/(?!(etree|_elementpath)\.)",
    r"(^|/)(numpy|tkinter|tcl|tk|PyInstaller|pytest|_pytest|hypothesis|setuptools)/",
    r"(^|/)_tkinter\.",
)
"""Lo que PyInstaller trae y nadie usa."""

HACE_FALTA = (
    "UT Escritorio.exe",
    "ut-escritorio.exe",
    "_internal/python311.dll",
    "_internal/base_library.zip",
    "_internal/_ssl.pyd",  # con OpenSSL: fpdf2 lo carga aunque nada salga a internet
    "_internal/libssl-3.dll",
    "_internal/libcrypto-3.dll",
    "_internal/_overlapped.pyd",  # asyncio, que trae unittest, que carga fpdf2
    "_internal/_sqlite3.pyd",
    "_internal/sqlite3.dll",
    "_internal/PySide6/Qt6Network.dll",  # QtPdf la pide
    "_internal/PySide6/Qt6Pdf.dll",
    "_internal/PySide6/Qt6Svg.dll",
    "_internal/PySide6/Qt6PrintSupport.dll",
    "_internal/PySide6/QtNetwork.pyd",  # el segundo doble clic
    "_internal/PySide6/plugins/platforms/qwindows.dll",
    "_internal/PySide6/plugins/platforms/qoffscreen.dll",  # la autoprueba
    "_internal/PySide6/plugins/imageformats/qjpeg.dll",
    "_internal/PySide6/plugins/imageformats/qsvg.dll",  # los logotipos que trae el programa son dibujos
    "_internal/PIL/_imagingcms.cp311-win_amd64.pyd",  # los logotipos con perfil de color
    "_internal/PySide6/translations/qtbase_es.qm",
    "_internal/lxml/etree.cp311-win_amd64.pyd",  # el informe en Word
    "_internal/lxml/_elementpath.cp311-win_amd64.pyd",
    "_internal/python_calamine/_python_calamine.cp311-win_amd64.pyd",  # las listas de Excel
    "_internal/docx/templates/default.docx",
    "_internal/docx/templates/default-header.xml",
    "_internal/docx/templates/default-footer.xml",
    "_internal/ut_escritorio/recursos/planes/2024.toml",
    "_internal/ut_escritorio/recursos/iconos/programa.svg",
    "_internal/ut_escritorio/recursos/fuentes/Montserrat-Regular.ttf",
    "_internal/ut_escritorio/recursos/color/sRGB2014.icc",
    "licencias/LEEME.txt",
    "licencias/LGPL-3.0.txt",
)
"""Sin cada uno de estos el programa no arranca, le falta algo o no se puede entregar."""

MODULOS = (
    "unittest",
    "unittest.mock",
    "ut_escritorio.aplicacion.autoprueba",
    "fpdf",
    "fontTools.subset",
    "docx",
    "xlsxwriter",
    "python_calamine._python_calamine",
    "lxml._elementpath",  # lo pide lxml, y quien junta el programa no lo ve
    "typing_extensions",  # la pide docx
    "peewee",
)
"""Lo que va dentro del ejecutable y se vio faltar."""

NO_SE_CARGAN = (
    "bdb", "cmd", "code", "codeop", "doctest", "http.server", "pdb", "pydoc", "pydoc_data", "xmlrpc",
    "_pydecimal",  # Python ya trae el suyo, compilado
    "fontTools.ttx", "fontTools.ttLib.woff2",
)  # fmt: skip
"""Módulos de Python que alguno nombra y que el programa nunca carga; irían en los dos ejecutables."""

SUPLIDOS = {"pypdf._codecs.adobe_glyphs": "sin_nombres_de_letras.py"}
"""Los que se cargan y no se usan: en su lugar va un archivo de esta carpeta."""

MEGA = 1_000_000
TOPES = {"carpeta": 112 * MEGA, "archivos": 190, "instalador": 38 * MEGA, "portátil": 56 * MEGA}

# Lo que Windows 10 trae desde la 1809, la primera en que corre Qt 6; icuuc está desde la 1703
DE_WINDOWS = frozenset(
    """
    advapi32 authz bcrypt bcryptprimitives comctl32 comdlg32 crypt32 cryptbase d2d1 d3d11 d3d12 d3d9
    d3dcompiler_47 dnsapi dwmapi dwrite dxgi gdi32 gdiplus icuin icuuc imm32 iphlpapi kernel32 mpr
    mscms msvcrt ncrypt netapi32 ntdll ole32 oleaut32 opengl32 powrprof propsys psapi rpcrt4 secur32
    setupapi shcore shell32 shlwapi uiautomationcore user32 userenv usp10 uxtheme version
    windowscodecs winhttp winmm winspool.drv wldap32 ws2_32 wsock32 wtsapi32
    """.split()
)

_SOBRA = re.compile("|".join(f"(?:{cual})" for cual in SOBRA), re.IGNORECASE)


def sobra(camino: str) -> bool:
    """Si eso no debe ir en la carpeta."""
    return _SOBRA.search(camino.replace("\\", "/")) is not None


def de_windows(dll: str) -> bool:
    """Si esa biblioteca es de Windows mismo, y no hay que llevarla."""
    nombre = dll.lower().removesuffix(".dll")
    return nombre in DE_WINDOWS or nombre.startswith(("api-ms-win-", "ext-ms-win-"))


def reparos_de(caminos: Iterable[str]) -> list[str]:
    """Lo que sobra y lo que falta en una carpeta con esos archivos."""
    hay = [camino.replace("\\", "/") for camino in caminos]
    puestos = {camino.lower() for camino in hay}
    return [f"Sobra {camino}" for camino in hay if sobra(camino)] + [
        f"Falta {camino}" for camino in HACE_FALTA if camino.lower() not in puestos
    ]


def reparos_de_peso(pesos: dict[str, int]) -> list[str]:
    """Lo que pasa de su tope; `pesos` dice cuánto da cada cosa de `TOPES` que se midió."""
    return [
        f"La medida «{que}» es {cuanto:,} y su tope es {TOPES[que]:,}"
        for que, cuanto in pesos.items()
        if cuanto > TOPES[que]
    ]
