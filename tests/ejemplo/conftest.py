"""El ejemplo que viene con el programa, leído una vez para todas sus pruebas."""

from __future__ import annotations

import pytest

from ut_escritorio import rutas
from ut_escritorio.datos.toml.plan import PlanLeido, leer_plan
from ut_escritorio.datos.toml.trimestre import leer_trimestre
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre

PLANES = rutas.recursos() / "planes"


@pytest.fixture(scope="session")
def plan_leido() -> PlanLeido:
    return leer_plan(PLANES / "2024.toml")


@pytest.fixture(scope="session")
def foto(plan_leido: PlanLeido) -> FotoTrimestre:
    return leer_trimestre(PLANES / "2024-2.toml", plan_leido.plan, plan_leido.catalogo).foto
