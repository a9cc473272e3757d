"""Un destino donde se pueda escribir: su carpeta existe y Windows guardaría ese nombre tal cual."""

from __future__ import annotations

import os
import re
from pathlib import Path

from ut_escritorio.errores import ErrorEsperado

# Fuente: «Naming Files, Paths, and Namespaces», de Microsoft
_NO_SE_ADMITEN = r'[\x00-\x1f<>:"/\\|?*]'
_RESERVADOS = r"(?i)(con|prn|aux|nul|(com|lpt)[0-9¹²³]|con(in|out)\$) *(\.|$)"


def revisar_carpeta_y_nombre(ruta: Path) -> None:
    """ErrorEsperado si no existe la carpeta o, en Windows, si el nombre no se guardaría tal cual."""
    if not ruta.parent.is_dir():
        raise ErrorEsperado(f"No existe la carpeta «{ruta.parent}». Créela o elija otra.")
    if os.name == "nt" and (reparo := reparo_del_nombre(ruta.name)):
        raise ErrorEsperado(reparo)


def sin_lo_que_no_se_admite(nombre: str) -> str:
    """El nombre, con un guion donde lleve algo que Windows no admite en ninguno."""
    return re.sub(_NO_SE_ADMITEN, "-", nombre)


def hacer_carpeta(carpeta: Path) -> Path:
    """La carpeta, y las de arriba, hechas si no las había; ErrorEsperado si no se puede."""
    try:
        carpeta.mkdir(parents=True, exist_ok=True)
    except OSError as causa:
        raise ErrorEsperado(f"No se pudo crear la carpeta «{carpeta}». Revise que se permita.") from causa
    return carpeta


def reparo_del_nombre(nombre: str) -> str:
    """Por qué Windows no guardaría un archivo con ese nombre tal cual; vacío si lo admite.

    Sin esto, «informe.pdf.» reemplazaría «informe.pdf» y «informe:2.pdf» se escondería en «informe».
    """
    if hallado := re.search(_NO_SE_ADMITEN, nombre):
        signo = hallado[0] if hallado[0].isprintable() else "un signo que no se ve"
        return f"«{nombre}» lleva {signo} y Windows no lo admite en un nombre. Escriba otro nombre."
    if hallado := re.match(_RESERVADOS, nombre):
        return f"Windows reserva el nombre «{hallado[1]}» para sus aparatos. Escriba otro nombre."
    if nombre.endswith((".", " ")):
        return f"«{nombre}» termina en punto o en espacio, y Windows se lo quitaría. Escriba otro nombre."
    return ""
