"""La ventana de un archivo: cómo se muestra, y lo que se atiende hasta que se cierra."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication

from tests.datos.oficina import TRIMESTRE
from ut_escritorio.aplicacion import en_ventana, mostrar
from ut_escritorio.interfaz.comunes.sesion.abierto import Abierto
from ut_escritorio.interfaz.comunes.sesion.ajustes import abrir_ajustes
from ut_escritorio.interfaz.comunes.sesion.tareas import Tarea
from ut_escritorio.servicios.archivo import expediente


def ahora() -> datetime:
    return datetime(2031, 5, 4, 9, tzinfo=UTC)


@pytest.mark.parametrize("se_puede_escribir", [True, False])
def test_el_que_aun_se_revisa_se_ve_sin_poder_escribir_en_el(
    archivo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, se_puede_escribir: bool
):
    pasos: list[object] = []
    monkeypatch.setattr(mostrar.arranque, "nueva_aplicacion", lambda: pasos.append("la aplicación"))
    monkeypatch.setattr(mostrar, "abrir_ventana", lambda *_, abierto, **__: pasos.append(abierto))
    como_se_abre = expediente.abrir if se_puede_escribir else expediente.consultar
    with como_se_abre(archivo, ahora) as exp:
        mostrar.mostrar(exp, TRIMESTRE, abrir_ajustes(tmp_path), ahora)
        assert pasos == ["la aplicación", None if se_puede_escribir else Abierto(exp, "revisando")]


def test_lo_imprevisto_se_atiende_en_cuanto_se_pinto(qtbot, monkeypatch: pytest.MonkeyPatch):
    atendidos: list[bool] = []
    aplicacion = QApplication.instance()
    assert isinstance(aplicacion, QApplication)
    imprevistos = SimpleNamespace(atenderlos=lambda: atendidos.append(True))
    monkeypatch.setattr(mostrar.al_pedirlo, "imprevistos", lambda: imprevistos)
    monkeypatch.setattr(mostrar, "_TRAS_PINTAR", 0)
    monkeypatch.setattr(aplicacion, "exec", lambda: qtbot.waitUntil(lambda: bool(atendidos)) or 0)
    assert mostrar.hasta_cerrar(aplicacion) == 0


def test_al_cerrar_lo_que_se_dijo_sin_ventana_no_queda_nada_andando(qtbot, monkeypatch: pytest.MonkeyPatch):
    """Las de la ventana que se hubiera abierto a medias."""
    aplicacion = QApplication.instance()
    assert isinstance(aplicacion, QApplication)

    def hasta_que_se_deje(avance, cancelado) -> None:
        while not cancelado():
            QThread.yieldCurrentThread()

    tarea = Tarea(hasta_que_se_deje)
    monkeypatch.setattr(en_ventana.arranque, "nueva_aplicacion", lambda: aplicacion)
    monkeypatch.setattr(aplicacion, "exec", tarea.empezar)
    en_ventana.decir("No se pudo.")
    assert tarea.isFinished()
