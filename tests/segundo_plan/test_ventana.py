"""Las pestañas y rejillas salen del plan, sea cual sea."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from tests.interfaz.manos import cuadros, en, impreso, poner_en, se_ve, tecla, teclear
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.interfaz.ventana.marco import Ventana

PRIMERO = Trimestre(2027, 1)


@pytest.fixture
def ventana(abrir: Callable[..., Ventana]) -> Ventana:
    return abrir(PRIMERO)


def test_hay_una_pestaña_por_componente(ventana: Ventana) -> None:
    rotulos = [ventana.pestanas.tabText(i) for i in range(ventana.pestanas.count())]
    assert [rotulo.split()[0] for rotulo in rotulos] == ["Tablero", "A", "B", "C", "Oficios", "Informe"]
    assert "1º trimestre 2027" in ventana.windowTitle()


def test_un_componente_sin_actividades_se_captura_en_su_cuadro(ventana: Ventana) -> None:
    (rejilla,) = cuadros(en(ventana, "B"))
    assert se_ve(rejilla) == "QUEJAS ANÓNIMAS\nN/I\n3"


def test_el_paso_1_bis_dice_lo_suyo(ventana: Ventana) -> None:
    assert impreso(en(ventana, "A.1/1 bis"))[-1] == "En total, 2 expedientes."


def test_teclear_en_el_cuadro_de_cinco_columnas_cambia_sus_totales(ventana: Ventana) -> None:
    (rejilla,) = cuadros(en(ventana, "C.1"))
    poner_en(rejilla)
    teclear("41")
    tecla(Qt.Key.Key_Return)
    assert se_ve(rejilla).splitlines()[-1] == "TOTAL | 69 | 10 | 3 | 0 | 13"
