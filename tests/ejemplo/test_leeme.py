"""Lo que el LEEME de los planes promete: sus ejemplos se cargan y nombra todo lo que se puede escribir."""

from __future__ import annotations

import re
import tomllib
from typing import get_args

import pytest
from impreso import bloques_de

from ut_escritorio import rutas
from ut_escritorio.datos.toml.plan import leer_plan
from ut_escritorio.datos.toml.trimestre import leer_trimestre
from ut_escritorio.dominio.impreso.contexto import CAMPOS
from ut_escritorio.dominio.impreso.textos import FORMAS
from ut_escritorio.dominio.plan.apartados import CLASES_DE_APARTADO
from ut_escritorio.dominio.plan.cifras import CAPTURAS, CONTABLES
from ut_escritorio.dominio.plan.cuadros import EJES
from ut_escritorio.dominio.plan.formas import ClaseDeCampo
from ut_escritorio.informe.armado import armar

LEEME = (rutas.recursos() / "LEEME.md").read_text(encoding="utf-8")
EJEMPLOS = re.findall(r"```toml\n(.*?)```", LEEME, re.DOTALL)


@pytest.mark.parametrize("ejemplo", EJEMPLOS, ids=lambda ejemplo: ejemplo.split("\n")[0][:40])
def test_cada_ejemplo_es_toml(ejemplo):
    assert tomllib.loads(ejemplo)


def test_el_plan_mas_corto_se_carga_con_su_trimestre_e_imprime_lo_que_se_dice(tmp_path):
    for nombre in ("plan.toml", "trimestre.toml"):
        (ejemplo,) = (texto for texto in EJEMPLOS if texto.startswith(f"# {nombre}"))
        (tmp_path / nombre).write_text(ejemplo, encoding="utf-8")
    leido = leer_plan(tmp_path / "plan.toml")
    documento = armar(leer_trimestre(tmp_path / "trimestre.toml", leido.plan, leido.catalogo).foto)
    bloques = bloques_de(documento)
    assert "ENERO FEBRERO MARZO 66 57 63" in bloques
    dichas = [frase for frase in re.findall("«([^»]*)»", LEEME.replace("\n", " ")) if frase in bloques]
    assert len(dichas) == 3
    assert not documento.borrador


def test_los_campos_que_explica_son_los_que_hay():
    explicados = re.search(r"\*\*Campos de cualquier texto:.*?\*\*De las cifras:", LEEME, re.DOTALL)
    assert explicados
    campos = re.findall(r"`(\w+)`", explicados[0])
    assert set(campos) == CAMPOS


@pytest.mark.parametrize("forma", sorted(FORMAS))
def test_cada_forma_de_decir_esta_explicada(forma):
    assert f"`:{forma}`" in LEEME


@pytest.mark.parametrize("palabra", [*CAPTURAS, *CONTABLES, *EJES, *get_args(ClaseDeCampo)])
def test_cada_palabra_de_una_lista_cerrada_esta_explicada(palabra):
    assert f'"{palabra}"' in LEEME


@pytest.mark.parametrize("clase", CLASES_DE_APARTADO)
def test_cada_clase_de_apartado_esta_explicada(clase):
    assert re.search(rf"`{clase}( = true)?`", LEEME)


def test_los_moldes_que_nombra_son_los_del_plan_que_viene(plan_leido):
    assert all(f"| `{molde.clave}` |" in LEEME for molde in plan_leido.plan.moldes)
    assert len(plan_leido.plan.moldes) == 7
