"""Dar una evidencia para verla o llevarla: sus bytes, con un nombre y una clase que pone el programa."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from itertools import chain, count, takewhile
from pathlib import Path

from ut_escritorio.datos.disco.archivos import reemplazar
from ut_escritorio.dominio.trimestre.evidencias import Evidencia
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.evidencias.lista import EnLista

_LETRAS = 60
_PNG = b"\x89PNG"


def si_falta(evidencia: Evidencia) -> str:
    """Qué decir si el archivo no tiene sus bytes."""
    return f"«{evidencia.dicha}» no está en el archivo. Abra una copia de respaldo."


def bytes_de(exp: Expediente, evidencia: Evidencia) -> bytes:
    """Sus bytes; ErrorEsperado si el archivo no los tiene."""
    try:
        return exp.contenido(evidencia.contenido)
    except ErrorEsperado as causa:
        raise ErrorEsperado(si_falta(evidencia)) from causa


def se_puede_abrir(evidencia: Evidencia) -> bool:
    """Si es de las que se ven sin riesgo: una foto que preparó el programa, o un PDF."""
    return evidencia.clase in ("foto", "pdf")


def nombre_de(evidencia: Evidencia, empieza: bytes) -> str:
    """Un nombre que todo sistema admite; la extensión es la de lo que trae dentro, por cómo `empieza`."""
    sin_extension = evidencia.nombre.rsplit(".", 1)[0]
    llano = re.sub(r"[^\w ()-]+", " ", sin_extension).strip()[:_LETRAS].strip() or "evidencia"
    match evidencia.clase:
        case "foto":
            extension = "png" if empieza.startswith(_PNG) else "jpg"
        case "pdf":
            extension = "pdf"
        case "correo":
            extension = "eml" if evidencia.nombre.lower().endswith(".eml") else "msg"
    return f"{llano}.{extension}"


def guardar_todas(exp: Expediente, todas: Iterable[EnLista], carpeta: Path) -> list[Path]:
    """Deja cada una en una carpeta, una vez aunque sea de varios, y dice dónde; nunca escribe encima de nada.

    El nombre dice su anexo, si sale en alguno, y su lugar. Lanza lo que `reemplazar`: lo ya puesto se queda.
    """
    hechas: list[Path] = []
    vistas: set[str] = set()
    for cada in todas:
        if cada.evidencia.contenido in vistas:
            continue
        vistas.add(cada.evidencia.contenido)
        octetos = bytes_de(exp, cada.evidencia)
        anexo = f"Anexo {cada.anexo} - " if cada.anexo else ""
        nombre = f"{anexo}{cada.donde} - {nombre_de(cada.evidencia, octetos)}"
        hechas.append(_libre(carpeta / nombre))
        reemplazar(hechas[-1], octetos)
    return hechas


def _libre(ruta: Path) -> Path:
    """Esa ruta o, si ya hay algo, la primera con su número que no tenga nada."""
    return next(libre for libre in _con_numero(ruta) if not libre.exists())


def _con_numero(ruta: Path) -> Iterator[Path]:
    """Esa ruta, y la misma con un número."""
    return chain((ruta,), (ruta.with_stem(f"{ruta.stem} ({n})") for n in count(2)))


def empieza(exp: Expediente, evidencia: Evidencia) -> bytes:
    """Sus primeros bytes, sin leer los demás; ErrorEsperado si el archivo no los tiene."""
    primeros = exp.empieza(evidencia.contenido)
    if not primeros:
        raise ErrorEsperado(si_falta(evidencia))
    return primeros


def copia_intacta(ruta: Path, contenido: str) -> Path | None:
    """La copia de un contenido, ahí o con un número, que aún dice lo mismo; None si ninguna."""
    hechas = takewhile(Path.exists, _con_numero(ruta))
    return next((copia for copia in hechas if _es(copia, contenido)), None)


def _es(copia: Path, contenido: str) -> bool:
    """Si dice lo de esa huella; de la que otro programa no deja leer no se sabe."""
    try:
        with copia.open("rb") as abierta:
            return hashlib.file_digest(abierta, "sha256").hexdigest() == contenido
    except OSError:
        return False


def dejar_otra(octetos: bytes, ruta: Path) -> Path:
    """Deja unos bytes en esa ruta o, si ya hay algo, con un número; dice dónde. Lanza lo que `reemplazar`."""
    return dejar(octetos, _libre(ruta))


def dejar(octetos: bytes, ruta: Path) -> Path:
    """Deja unos bytes en una ruta, enteros o nada, y la da; lanza lo que `reemplazar`."""
    reemplazar(ruta, octetos)
    return ruta
