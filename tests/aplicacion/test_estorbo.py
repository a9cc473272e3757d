"""Lo que sigue cuando un archivo no se deja abrir: la ventana de lo que se elija o, si se desiste, nada."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from weakref import ReferenceType, ref

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from tests.datos.oficina import TRIMESTRE
from ut_escritorio.aplicacion import estorbo
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.comunes.sesion.abierto import Abierto
from ut_escritorio.interfaz.comunes.sesion.ajustes import abrir_ajustes
from ut_escritorio.servicios.archivo.expediente import Expediente, consultar

RAZON = ErrorEsperado("El archivo está incompleto.")


def ahora() -> datetime:
    return datetime(2031, 5, 4, 9, tzinfo=UTC)


class Armada:
    """Una ventana."""


class Contestada(QObject):
    """La apertura, ya contestada: con lo que se eligió abrir o, si nada, desistiendo."""

    abrio = Signal(object)
    desistio = Signal()
    elegido: Abierto | None = None

    def __init__(self, *_: object) -> None:
        super().__init__()

    def ofrecer(self, ruta: Path, error: ErrorEsperado) -> None:
        assert error is RAZON
        assert gc.isenabled()
        assert not QApplication.quitOnLastWindowClosed(), "entre un diálogo y otro no hay ninguna ventana"
        if self.elegido is None:
            self.desistio.emit()
        else:
            self.abrio.emit(self.elegido)


@pytest.fixture
def vistas(qtbot, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[Expediente, Trimestre, Abierto]]]:
    """Las ventanas que se abren."""
    abiertas: list[tuple[Expediente, Trimestre, Abierto]] = []
    armadas: list[ReferenceType[Armada]] = []

    def abrir_ventana(exp: Expediente, trimestre: Trimestre, *, abierto: Abierto, **_: object) -> Armada:
        abiertas.append((exp, trimestre, abierto))
        armada = Armada()
        armadas.append(ref(armada))
        return armada

    def atender(aplicacion: QApplication) -> int:
        codigos: list[int] = []
        monkeypatch.setattr(aplicacion, "exit", codigos.append, raising=False)
        aplicacion.processEvents()
        gc.collect()
        assert all(cada() is not None for cada in armadas), "la ventana que nadie conserva se va"
        return codigos[0] if codigos else 0

    monkeypatch.setattr(estorbo, "Apertura", Contestada)
    monkeypatch.setattr(estorbo, "abrir_ventana", abrir_ventana)
    monkeypatch.setattr(estorbo, "hasta_cerrar", atender)
    gc.disable()  # como al arrancar
    yield abiertas
    gc.enable()


def test_lo_que_se_elige_se_abre_en_su_trimestre(vistas, archivo: Path, tmp_path: Path, monkeypatch):
    with consultar(archivo, ahora) as exp:
        elegido = Abierto(exp, "sin permiso")
        monkeypatch.setattr(Contestada, "elegido", elegido)
        codigo = estorbo.ofrecer(tmp_path / "otro.sqlite", RAZON, abrir_ajustes(tmp_path), ahora)
    assert codigo == 0
    assert QApplication.quitOnLastWindowClosed(), "al cerrar esa ventana, el programa termina"
    assert vistas == [(exp, TRIMESTRE, elegido)]


def test_sin_terminal_desistir_tambien_termina(vistas, tmp_path: Path, monkeypatch, capsys):
    monkeypatch.setattr(sys, "stderr", None)
    assert estorbo.ofrecer(tmp_path / "otro.sqlite", RAZON, abrir_ajustes(tmp_path), ahora) == 2
    assert capsys.readouterr().out == ""


def test_si_se_desiste_se_dice_por_que_y_no_se_abre_nada(vistas, tmp_path: Path, capsys):
    assert estorbo.ofrecer(tmp_path / "otro.sqlite", RAZON, abrir_ajustes(tmp_path), ahora) == 2
    assert vistas == []
    assert capsys.readouterr().err == "El archivo está incompleto.\n"
