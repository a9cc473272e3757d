"""Dar una evidencia para verla o llevarla: sus bytes, con un nombre y una clase que pone el programa."""

from __future__ import annotations

import re
from pathlib import Path

from ut_escritorio.datos.disco.archivos import reemplazar
from ut_escritorio.dominio.trimestre.evidencias import Evidencia
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.expediente import Expediente

_LETRAS = 60
_PNG = b"\x89PNG"


def bytes_de(exp: Expediente, evidencia: Evidencia) -> bytes:
    """Sus bytes; ErrorEsperado si el archivo no los tiene."""
    try:
        return exp.contenido(evidencia.contenido)
    except ErrorEsperado as causa:
        raise ErrorEsperado(
            f"«{evidencia.dicha}» no está en el archivo. Abra una copia de respaldo."
        ) from causa


def se_puede_abrir(evidencia: Evidencia) -> bool:
    """Si es de las que se ven sin riesgo: una foto que preparó el programa, o un PDF."""
    return evidencia.clase in ("foto", "pdf")


def nombre_de(evidencia: Evidencia, octetos: bytes) -> str:
    """Un nombre que todo sistema admite; la extensión es la de lo que trae dentro."""
    sin_extension = evidencia.nombre.rsplit(".", 1)[0]
    llano = re.sub(r"[^\w ()-]+", " ", sin_extension).strip()[:_LETRAS].strip() or "evidencia"
    match evidencia.clase:
        case "foto":
            extension = "png" if octetos.startswith(_PNG) else "jpg"
        case "pdf":
            extension = "pdf"
        case "correo":
            extension = "eml" if evidencia.nombre.lower().endswith(".eml") else "msg"
    return f"{llano}.{extension}"


def guardar_copia(exp: Expediente, evidencia: Evidencia, ruta: Path) -> None:
    """Deja sus bytes en una ruta, enteros o nada; lanza lo que `reemplazar`."""
    reemplazar(ruta, bytes_de(exp, evidencia))
