"""El ejemplo, armado una vez para todas sus pruebas."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ut_escritorio import rutas
from ut_escritorio.datos.toml.plan import PlanLeido, leer_plan
from ut_escritorio.datos.toml.trimestre import leer_trimestre
from ut_escritorio.informe.armado import armar
from ut_escritorio.informe.documento import Documento
from ut_escritorio.informe.word import escribir_word

_PLANES = rutas.recursos() / "planes"


@pytest.fixture(scope="session")
def plan_leido() -> PlanLeido:
    return leer_plan(_PLANES / "2024.toml")


@pytest.fixture(scope="session")
def documento(plan_leido: PlanLeido) -> Documento:
    return armar(leer_trimestre(_PLANES / "2024-2.toml", plan_leido.plan, plan_leido.catalogo).foto)


@pytest.fixture(scope="session")
def borrador(documento: Documento) -> Documento:
    return replace(documento, por_corregir=("falta algo",))


@pytest.fixture(scope="session")
def en_word(documento: Documento, plan_leido: PlanLeido) -> bytes:
    return escribir_word(documento, plan_leido.contenidos.__getitem__).datos


@pytest.fixture(scope="session")
def borrador_en_word(borrador: Documento, plan_leido: PlanLeido) -> bytes:
    return escribir_word(borrador, plan_leido.contenidos.__getitem__).datos
