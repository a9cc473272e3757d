"""Sin ningún archivo se pregunta cómo empezar, y de lo elegido se abre su ventana."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from weakref import ReferenceType, ref

import pytest
from PySide6.QtCore import QObject, Signal

from tests.datos.oficina import TRIMESTRE
from ut_escritorio import rutas
from ut_escritorio.aplicacion import primer_dia, ventana
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.interfaz.comunes.sesion.ajustes import abrir_ajustes
from ut_escritorio.servicios.archivo.expediente import Expediente


def ahora() -> datetime:
    return datetime(2031, 5, 4, 9, tzinfo=UTC)


class Armada:
    """Una ventana."""


class Elegido(QObject):
    """El primer día, donde ya se eligió."""

    listo = Signal(object, object)
    que: tuple[Expediente, Trimestre] | None = None
    perdidos: list[Path | None] = []

    def __init__(self, reloj: object, perdido: Path | None) -> None:
        super().__init__()
        self.perdidos.append(perdido)

    def show(self) -> None:
        if self.que is not None:
            self.listo.emit(*self.que)


@pytest.fixture
def vistas(
    qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[list[tuple[Expediente, Trimestre]]]:
    """Las ventanas que se abren; los Documentos y los ajustes están vacíos."""
    abiertas: list[tuple[Expediente, Trimestre]] = []
    monkeypatch.setattr(rutas, "carpeta_de_ajustes", lambda: tmp_path / "ajustes")
    monkeypatch.setattr(rutas, "carpeta_de_datos", lambda: tmp_path / "Documentos")
    monkeypatch.setattr(Elegido, "perdidos", [])
    monkeypatch.setattr(primer_dia, "PrimerDia", Elegido)
    armadas: list[ReferenceType[Armada]] = []

    def abrir_ventana(exp: Expediente, trimestre: Trimestre, **_: object) -> Armada:
        abiertas.append((exp, trimestre))
        armada = Armada()
        armadas.append(ref(armada))
        return armada

    def atender(_: object) -> int:
        assert gc.isenabled()
        gc.collect()
        assert all(cada() is not None for cada in armadas), "la ventana que nadie conserva se va"
        return 0

    monkeypatch.setattr(primer_dia, "abrir_ventana", abrir_ventana)
    monkeypatch.setattr(primer_dia, "hasta_cerrar", atender)
    gc.disable()  # como al arrancar
    yield abiertas
    gc.enable()


def test_de_lo_elegido_se_abre_su_ventana(vistas, exp: Expediente, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(Elegido, "que", (exp, TRIMESTRE))
    assert ventana.con_archivo(None, ahora) == 0
    assert vistas == [(exp, TRIMESTRE)]
    assert Elegido.perdidos == [None]


def test_si_el_ultimo_ya_no_esta_se_dice_cual_era(vistas, tmp_path: Path):
    ajustes = abrir_ajustes()
    ajustes.setValue("archivo", str(tmp_path / "perdido.sqlite"))
    ajustes.sync()
    assert ventana.con_archivo(None, ahora) == 0
    assert (vistas, Elegido.perdidos) == ([], [tmp_path / "perdido.sqlite"])


@pytest.mark.parametrize(
    ("sistema", "entorno", "hay"),
    [
        ("win32", {}, True),
        ("darwin", {}, True),
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False),
        ("win32", {"QT_QPA_PLATFORM": "minimal"}, False),
    ],
)
def test_hay_pantalla_si_alguien_puede_contestar(
    monkeypatch, sistema: str, entorno: dict[str, str], hay: bool
):
    for nombre in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(nombre, raising=False)
    for nombre, valor in entorno.items():
        monkeypatch.setenv(nombre, valor)
    monkeypatch.setattr(sys, "platform", sistema)
    assert ventana._hay_pantalla() is hay
