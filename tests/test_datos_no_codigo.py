"""Lo que cambia de un año a otro es dato: nada de ningún plan está escrito en el programa."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

RAIZ = Path(__file__).resolve().parent.parent
PLANES = sorted((RAIZ / "recursos" / "planes").glob("*.toml"))
FUENTES = {
    str(ruta.relative_to(RAIZ)): ruta.read_text(encoding="utf-8")
    for ruta in sorted((RAIZ / "ut_escritorio").rglob("*.py"))
}
_TEXTOS = {"leyenda", "siglas", "evidencia", "cargo"}
_CON_CLAVE = {"clave", "puesto", "persona", "departamento", "molde", "cifra"}
_POR_CLAVE = {"cifras", "moldes", "medios", "sustantivos", "estilos"}
_CON_NOMBRE = {"personas", "unidades", "departamentos", "programa"}


def _es_distintiva(clave: str) -> bool:
    """Si solo puede ser de un plan; «oficio» y «1.1» son además palabras y números de cualquiera."""
    return bool(re.search(r"[_/-]|[a-z]\d|\d[a-z]", clave))


def _tablas(datos: Any, llave: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Cada tabla del TOML con la llave bajo la que está."""
    if isinstance(datos, dict):
        yield llave, datos
        for hija, valor in datos.items():
            yield from _tablas(valor, hija)
    elif isinstance(datos, list):
        for valor in datos:
            yield from _tablas(valor, llave)


def _lugares(componentes: list[dict[str, Any]]) -> Iterator[str]:
    for componente in componentes:
        for actividad in componente.get("actividades", ()):
            yield from (f"{actividad['numero']}/{paso['numero']}" for paso in actividad.get("pasos", ()))


def _dichos(plan: dict[str, Any]) -> Iterator[str]:
    """Los años, nombres, siglas, leyendas y claves distintivas de un plan o de su trimestre."""
    yield str(plan["ejercicio"])
    yield from _lugares(plan.get("componentes", []))
    for llave, tabla in _tablas(plan):
        claves = [str(tabla.get(cual, "")) for cual in _CON_CLAVE] + [*tabla] * (llave in _POR_CLAVE)
        yield from filter(_es_distintiva, claves)
        yield from (str(tabla[cual]) for cual in _TEXTOS & tabla.keys())
        yield from tabla.get("administracion", ())
        if llave in _CON_NOMBRE and "nombre" in tabla:
            yield tabla["nombre"]
        if llave == "personas":
            yield from tabla["nombre"].split()


def prohibidos(planes: Iterator[dict[str, Any]]) -> frozenset[str]:
    return frozenset(dicho for plan in planes for dicho in _dichos(plan) if len(dicho) > 2)


def violaciones(fuentes: Mapping[str, str], dichos: frozenset[str]) -> list[str]:
    """Dónde aparece alguno, como palabra completa y sin distinguir mayúsculas."""
    alguno = "|".join(re.escape(dicho) for dicho in sorted(dichos, key=len, reverse=True))
    palabra = re.compile(rf"(?<!\w)(?:{alguno})(?!\w)", re.IGNORECASE)
    return [
        f"{nombre}:{texto.count(chr(10), 0, hallado.start()) + 1}: {hallado[0]}"
        for nombre, texto in fuentes.items()
        for hallado in palabra.finditer(texto)
    ]


@pytest.fixture(scope="module")
def dichos() -> frozenset[str]:
    return prohibidos(tomllib.loads(ruta.read_text(encoding="utf-8")) for ruta in PLANES)


def test_nada_de_ningun_plan_esta_en_el_programa(dichos: frozenset[str]) -> None:
    assert violaciones(FUENTES, dichos) == []


def test_se_buscan_años_personas_siglas_leyendas_y_claves(dichos: frozenset[str]) -> None:
    plan = tomllib.loads((RAIZ / "recursos" / "planes" / "2024.toml").read_text(encoding="utf-8"))
    siglas = {unidad["siglas"] for unidad in plan["unidades"] if "siglas" in unidad}
    assert siglas
    assert {str(plan["ejercicio"]), plan["leyenda"], plan["clave"]} | siglas <= dichos
    assert {persona["nombre"] for persona in plan["personas"]} <= dichos
    assert {clave for clave in plan["cifras"] if "_" in clave} <= dichos


def test_una_violacion_sembrada_se_descubre(dichos: frozenset[str]) -> None:
    for dicho in sorted(dichos):
        sembrada = {"malo.py": f"# uno\nquien = '{dicho.upper()}'\n"}
        assert violaciones(sembrada, dichos) == [f"malo.py:2: {dicho.upper()}"]


def test_parecerse_no_basta(dichos: frozenset[str]) -> None:
    parecidas = "".join(f"x{dicho} {dicho}x\n" for dicho in sorted(dichos) if dicho.isalnum())
    assert violaciones({"bueno.py": parecidas}, dichos) == []
