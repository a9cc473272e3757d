"""Oficina ▸ Agregar un componente: el que el primer día no se marcó llega con su pestaña, y se deshace."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.interfaz.conftest import AHORA, HOY
from tests.interfaz.manos import pedir
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.primer_dia.agregar import AgregarComponente
from ut_escritorio.interfaz.ventana.marco import Ventana
from ut_escritorio.servicios.entrega.firma import firmar
from ut_escritorio.servicios.oficina.primer_dia import empezar, para_empezar

PRIMERO = Trimestre(2024, 1)


@pytest.fixture
def archivo(tmp_path: Path) -> Path:
    """El de quien empezó con lo que el programa propone."""
    de = para_empezar(HOY)
    with empezar(de, de.propuesto, de.imagenes, tmp_path, lambda: AHORA) as exp:
        return exp.ruta


@pytest.fixture
def dejado() -> str:
    """El nombre del componente que el programa no propone."""
    de = para_empezar(HOY)
    (nombre,) = (c.nombre for c in de.leido.plan.componentes if c.clave not in de.propuesto.componentes)
    return nombre


def _pestanas(ventana: Ventana) -> list[str]:
    return [ventana.pestanas.tabToolTip(n) for n in range(ventana.pestanas.count())]


def _agregar(ventana: Ventana) -> AgregarComponente:
    pedir(ventana, "Oficina", "Agregar un componente…")
    dialogo = ventana.findChild(AgregarComponente)
    assert dialogo is not None
    return dialogo


def test_llega_con_su_pestana_en_su_lugar_y_se_deshace_de_una_vez(ventana: Ventana, dejado: str):
    antes = _pestanas(ventana)
    dialogo = _agregar(ventana)
    assert [dialogo.lista.item(n).text() for n in range(dialogo.lista.count())] == [f"2  {dejado}"]
    assert "2.1" in dialogo.trae.text()
    dialogo.agregar.click()
    assert dejado in ventana.pestanas.tabToolTip(2)
    assert ventana.pestanas.currentIndex() == 2
    assert ventana.pestanas.actual().contenido.lugar() == "2.1"
    ventana.mando.historia.deshacer()
    QApplication.processEvents()
    assert _pestanas(ventana) == antes


def test_cuando_no_falta_ninguno_se_dice(ventana: Ventana):
    _agregar(ventana).agregar.click()
    QApplication.processEvents()
    pedir(ventana, "Oficina", "Agregar un componente…")
    assert "ya tiene todos los componentes" in avisos.ultimo().texto


def test_desde_un_trimestre_firmado_se_dice_adonde_ir(abrir: Callable[..., Ventana]):
    ventana = abrir(PRIMERO)
    firmar(ventana.sesion.expediente, PRIMERO, date(2024, 4, 3))
    ventana.sesion.ir_a_trimestre(PRIMERO)
    pedir(ventana, "Oficina", "Agregar un componente…")
    assert "ya se firmó" in avisos.ultimo().texto
    assert ventana.findChild(AgregarComponente) is None
