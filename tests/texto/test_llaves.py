"""Toda llave que se lee se escribe: la que el programa aprenda mañana y no salga, aquí se cae."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.texto.casos import CASOS
from ut_escritorio import rutas
from ut_escritorio.datos.toml.escribir.plan import llaves_de as del_plan
from ut_escritorio.datos.toml.escribir.trimestre import llaves_de as del_trimestre
from ut_escritorio.datos.toml.llaves import Hoja
from ut_escritorio.datos.toml.plan import leer_plan
from ut_escritorio.datos.toml.trimestre import leer_trimestre

Llave = tuple[str, str]


def clase(ruta: tuple[str, ...]) -> str:
    """De qué clase es una tabla, por dónde está: «componente 2 › actividad 2.1» es una actividad."""
    return re.sub(r"[ \d].*", "", ruta[-1]) if ruta else ""


@pytest.fixture
def pedidas(monkeypatch: pytest.MonkeyPatch) -> dict[str, set[str]]:
    """Las llaves que los lectores piden, por la clase de su tabla."""
    todas: dict[str, set[str]] = {}
    tiene = Hoja.tiene

    def apuntar(hoja: Hoja, llave: str) -> bool:
        todas.setdefault(clase(hoja.ruta), set()).add(llave)
        return tiene(hoja, llave)

    monkeypatch.setattr(Hoja, "tiene", apuntar)
    return todas


def nombres(cosa: Any) -> Iterator[str]:
    """Cada llave escrita en alguna parte de una hoja."""
    for llave, dentro in cosa.items() if isinstance(cosa, dict) else ():
        yield llave
        yield from nombres(dentro)
    for dentro in cosa if isinstance(cosa, list) else ():
        yield from nombres(dentro)


def escritas_de_todos() -> set[str]:
    """Las llaves que salen de todos los casos."""
    escritas: set[str] = set()
    for plan, datos in CASOS.values():
        leido = leer_plan(plan)
        archivos = dict.fromkeys(leido.contenidos, "logo.svg")
        escritas |= {*nombres(del_plan(leido.plan, leido.catalogo, archivos, leido.plantillas))}
        suyo = leer_trimestre(datos, leido.plan, leido.catalogo)
        escritas |= {*nombres(del_trimestre(suyo.foto, suyo.papeles))}
    return escritas


def test_cada_llave_que_se_lee_tambien_se_escribe(pedidas: dict[str, set[str]]):
    escritas = escritas_de_todos()
    faltan = sorted(f"{de}: {llave}" for de, suyas in pedidas.items() for llave in suyas - escritas)
    assert not faltan, "póngala en tests/texto/entero.toml y, si aun así no sale, en datos/toml/escribir"


def test_cada_llave_de_la_guia_sale_y_entra():
    guia = (rutas.recursos() / "LEEME.md").read_text(encoding="utf-8")
    del_formato = re.sub(r"(?s)## Patrones.*?## ", "", guia.partition("# Las cartas")[0])
    dichas = {*re.findall(r"`\[{0,2}(?:\w+\.)*([a-z_]+)(?:\.…)?\]{0,2}(?: = [^`]*)?`", del_formato)}
    assert {"apartados", "suma_de_sexos", "metas_modificadas", "guardado_en", "anexos"} <= dichas
    assert sorted(dichas - escritas_de_todos()) == []
