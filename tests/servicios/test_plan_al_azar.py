"""Cambios del plan uno tras otro, al azar: siempre se puede imprimir, y al deshacerlos queda como estaba."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from ut_escritorio.dominio.cambios_del_plan.acomodo import Destino
from ut_escritorio.dominio.cambios_del_plan.actividad_nueva import ActividadNueva, SeCuenta
from ut_escritorio.dominio.cambios_del_plan.armado.cuadro_pedido import cuantas_cosas
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.plan.textos import textos_de
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo import creacion, expediente
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.archivo.historia import deshacer, por_deshacer
from ut_escritorio.servicios.entrega.informe import documento_de
from ut_escritorio.servicios.oficina import plan

SEGUNDO = Trimestre(2024, 2)


def ahora() -> datetime:
    return datetime(2024, 7, 4, 12, tzinfo=UTC)


def _numero(azar: Random, de: Plan) -> str:
    return f"{azar.choice(de.componentes).numero}.{azar.randrange(1, 12)}"


def _texto(exp: Expediente, de: Plan, azar: Random) -> None:
    texto = azar.choice(list(textos_de(de)))
    plan.cambiar_texto(exp, SEGUNDO, texto.ruta, f"{texto.texto} y más")


def _mudanza(exp: Expediente, de: Plan, azar: Random) -> None:
    actividad = azar.choice([a for c in de.componentes for a in c.actividades])
    plan.mudar_actividad(exp, SEGUNDO, Destino(actividad.clave, _numero(azar, de), actividad.nombre))


def _actividad(exp: Expediente, de: Plan, azar: Random) -> None:
    molde = azar.choice(de.moldes)
    cuenta = tuple(SeCuenta(f"Cosa {n}", "", "") for n in range(cuantas_cosas(molde)[0]))
    plan.agregar_actividad(exp, SEGUNDO, ActividadNueva(_numero(azar, de), "Nueva", molde.clave, cuenta))


def _paso(exp: Expediente, de: Plan, azar: Random) -> None:
    actividad = azar.choice([a for c in de.componentes for a in c.actividades])
    plan.agregar_paso(exp, SEGUNDO, actividad.clave, "Un paso más")


def _sin_lugar(exp: Expediente, de: Plan, azar: Random) -> None:
    plan.quitar_lugar(exp, SEGUNDO, azar.choice(list(de.lugar)))


def _renglon(exp: Expediente, de: Plan, azar: Random) -> None:
    apartados = [a.clave for lugar in de.lugares() for a in lugar.apartados]
    plan.agregar_parrafo(exp, SEGUNDO, azar.choice(apartados), "Un renglón más.")


def _sin_apartado(exp: Expediente, de: Plan, azar: Random) -> None:
    apartados = [a.clave for lugar in de.lugares() for a in lugar.apartados]
    plan.quitar_apartado(exp, SEGUNDO, azar.choice(apartados))


def _cuenta(exp: Expediente, de: Plan, azar: Random) -> None:
    plan.agregar_cuenta(exp, SEGUNDO, azar.choice(de.cuadros).clave, "Otra cosa")


CAMBIOS: tuple[Callable[[Expediente, Plan, Random], None], ...] = (
    _texto, _mudanza, _actividad, _paso, _sin_lugar, _renglon, _sin_apartado, _cuenta,
)  # fmt: skip


@pytest.mark.parametrize("semilla", range(3))
def test_tras_muchos_cambios_se_imprime_y_deshechos_todos_queda_como_estaba(tmp_path: Path, semilla: int):
    azar = Random(semilla)
    exp = creacion.crear_ejemplo(tmp_path / "a.sqlite", ahora)
    antes = exp.foto(SEGUNDO)
    for _ in range(25):
        with suppress(ErrorEsperado):  # hay algo anotado ahí, o ese número ya está: se dice y no cambia nada
            azar.choice(CAMBIOS)(exp, exp.foto(SEGUNDO).plan, azar)
    assert exp.foto(SEGUNDO).plan != antes.plan
    assert documento_de(exp.foto(SEGUNDO)).secciones
    while por_deshacer(exp):
        deshacer(exp)
    assert exp.foto(SEGUNDO) == antes
    exp.cerrar()
    expediente.abrir(tmp_path / "a.sqlite", ahora).cerrar()
