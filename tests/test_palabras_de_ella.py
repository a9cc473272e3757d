"""Lo que ella lee no lleva las palabras de quien programa: clave, molde, cifra, patrón, TOML."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

RAIZ = Path(__file__).resolve().parent.parent / "ut_escritorio"
_AJENAS = re.compile(
    r"\b(cifras?|claves?|moldes?|patr[oó]n(es)?|toml|apartados?|conteos?|bit[aá]coras?|hallazgos?)\b", re.I
)
_FRASE = re.compile(r"[\wñáéíóú»›…,;:] [\wñáéíóú«‹]")
_NO_SE_LEEN = (
    "datos/esquema", "datos/historia", "datos/migraciones", "datos/motor", "revision/hallazgos.py",
    "terminal/ayuda.py",
)  # fmt: skip
_SE_PERMITE = ("cifras = […]",)  # así se escribe en el texto del plan


def _frases(fuente: str) -> Iterator[tuple[int, str]]:
    """Cada cadena de varias palabras que no es una nota de quien programa."""
    arbol = ast.parse(fuente)
    notas = {id(nodo.value) for nodo in ast.walk(arbol) if isinstance(nodo, ast.Expr)}
    for nodo in ast.walk(arbol):
        cadena = isinstance(nodo, ast.Constant) and isinstance(nodo.value, str) and id(nodo) not in notas
        if cadena and _FRASE.search(nodo.value):
            yield nodo.lineno, nodo.value


def test_ninguna_frase_lleva_palabras_del_programa():
    dichas = [
        f"{ruta.relative_to(RAIZ)}:{renglon}: {frase}"
        for ruta in sorted(RAIZ.rglob("*.py"))
        if not any(parte in ruta.as_posix() for parte in _NO_SE_LEEN)
        for renglon, frase in _frases(ruta.read_text(encoding="utf-8"))
        if not re.match(r"\s*(SELECT|WITH|UPDATE|INSERT|DELETE|CREATE)\b", frase)
        if _AJENAS.search(frase) and not any(permitida in frase for permitida in _SE_PERMITE)
    ]
    assert dichas == []
