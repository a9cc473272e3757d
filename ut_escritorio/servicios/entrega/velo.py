"""Un texto impreso sin lo que ella anotó ni los nombres de la oficina: en su lugar, huellas.

Sirve para recordar fuera del archivo cómo se dijo algo: solo con el mismo archivo se vuelve a leer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cached_property
from hashlib import sha256
from typing import Any, cast

from ut_escritorio.dominio.trimestre.foto import FotoTrimestre

_HUELLA = re.compile(r"⟦([0-9a-f]{16})⟧")
# Claves y palabras del programa: no las escribió nadie.
_DEL_PROGRAMA = frozenset(
    {"uid", "asunto_uid", "clave", "lugar", "puesto", "persona", "rol", "medio", "sentido", "forma", "clase",
     "articulo", "genero", "sha256", "departamento", "origen", "dueno", "contenido", "original"}
)  # fmt: skip


class Velo:
    """Cubre y descubre los textos de una foto."""

    def __init__(self, foto: FotoTrimestre) -> None:
        self._foto = foto

    def cubierto(self, texto: str) -> str:
        """El texto con la huella de cada cosa suya en lugar de ella."""
        return self._suyo.sub(lambda hallado: f"⟦{_huella(hallado[0])}⟧", texto)

    def descubierto(self, texto: str) -> str | None:
        """El texto como era; None si lleva la huella de algo que esta foto no dice."""
        if any(huella not in self._por_huella for huella in _HUELLA.findall(texto)):
            return None
        return _HUELLA.sub(lambda hallado: self._por_huella[hallado[1]], texto)

    @cached_property
    def _dichos(self) -> frozenset[str]:
        """Lo escrito y los nombres, de las maneras en que se imprimen: en mayúsculas, sin su punto."""
        foto = self._foto
        partes = (
            foto.renglones, foto.parrafos, foto.a_mano, foto.remisiones, foto.justificaciones, foto.catalogo,
            foto.evidencias,
        )  # fmt: skip
        escritos = {dicho for parte in partes for dicho in _textos(parte) if len(dicho) > 1}
        escritos |= {dicho.rstrip(".") for dicho in escritos}
        return frozenset(escritos | {dicho.upper() for dicho in escritos} - {""})

    @cached_property
    def _suyo(self) -> re.Pattern[str]:
        largos = sorted(self._dichos, key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, largos))})(?!\w)" if largos else "(?!)")

    @cached_property
    def _por_huella(self) -> Mapping[str, str]:
        return {_huella(dicho): dicho for dicho in self._dichos}


def _textos(valor: Any) -> Iterator[str]:
    """Los textos que hay en algo de la foto, sin las claves."""
    if isinstance(valor, str):
        yield valor.strip()
    elif isinstance(valor, Mapping):
        yield from (dicho for dentro in cast(Mapping[Any, Any], valor).values() for dicho in _textos(dentro))
    elif isinstance(valor, tuple):
        yield from (dicho for dentro in cast(tuple[Any, ...], valor) for dicho in _textos(dentro))
    elif is_dataclass(valor):
        for campo in fields(valor):
            if campo.name not in _DEL_PROGRAMA:
                yield from _textos(getattr(valor, campo.name))


def _huella(texto: str) -> str:
    return sha256(texto.encode("utf-8", "replace")).hexdigest()[:16]
