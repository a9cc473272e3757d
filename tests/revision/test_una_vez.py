"""Lo que solo depende del plan se calcula una vez, y se olvida con el plan."""

from __future__ import annotations

import gc
import weakref

from tests.inventado import foto, plan
from tests.revision.lo_que_dice import HOY, LEY
from ut_escritorio.revision.lectura import Lectura
from ut_escritorio.revision.una_vez import una_vez_por_plan


class Cosa:
    """Algo que costó calcular."""


def test_se_calcula_una_vez_por_plan_y_se_olvida_con_el():
    calcula = una_vez_por_plan(lambda _: Cosa())
    del_anio, de_otro = plan(), plan()
    primera = calcula(Lectura(foto(del_anio), LEY, HOY))
    assert calcula(Lectura(foto(del_anio), LEY, HOY)) is primera
    assert calcula(Lectura(foto(de_otro), LEY, HOY)) is not primera
    no_toco = Lectura(foto(del_anio, sin_actividad=frozenset({"1.1"})), LEY, HOY)
    assert calcula(no_toco) is not primera
    sigue = weakref.ref(primera)
    del primera, del_anio, no_toco
    gc.collect()
    assert sigue() is None
