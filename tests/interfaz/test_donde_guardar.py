"""Pedir dónde guardar: la carpeta que se propone solo queda si ahí se guarda."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from ut_escritorio.interfaz.comunes.dialogos import avisos


def pedir(padre: QWidget, propuesta: Path) -> tuple[Any, list[Path]]:
    """El cuadro abierto, y lo que ella elija."""
    elegidas: list[Path] = []
    avisos.pedir_donde_guardar(padre, "Informe", propuesta, "Documento (*.pdf)", elegidas.append)
    aviso = avisos.ultimo()
    assert aviso is not None
    return aviso.dialogo, elegidas


@pytest.fixture
def padre(qtbot) -> QWidget:
    ventana = QWidget()
    qtbot.addWidget(ventana)
    return ventana


def test_al_cancelar_no_queda_ninguna_carpeta_y_lo_que_ya_habia_sigue_ahi(padre: QWidget, tmp_path: Path):
    propuesta = tmp_path / "Documentos" / "UT Escritorio" / "informes" / "Informe 2º.pdf"
    (tmp_path / "Documentos").mkdir()
    dialogo, elegidas = pedir(padre, propuesta)
    assert (Path(dialogo.directory().path()), dialogo.selectedFiles()) == (propuesta.parent, [str(propuesta)])
    dialogo.reject()
    assert not elegidas and list((tmp_path / "Documentos").iterdir()) == []
    propuesta.parent.mkdir(parents=True)
    pedir(padre, propuesta)[0].reject()
    assert propuesta.parent.is_dir(), "vacía, pero ya estaba"


def test_al_aceptar_queda_y_si_se_guarda_en_otra_parte_no(padre: QWidget, tmp_path: Path):
    propuesta, otra = tmp_path / "informes" / "2024" / "a.pdf", tmp_path / "a.pdf"
    dialogo, elegidas = pedir(padre, propuesta)
    dialogo.selectFile(str(otra))
    dialogo.accept()
    assert elegidas == [otra] and not (tmp_path / "informes").exists()
    dialogo, elegidas = pedir(padre, propuesta)
    dialogo.accept()
    assert elegidas == [propuesta] and propuesta.parent.is_dir()


def test_lo_que_otro_puso_ahi_mientras_tanto_no_se_quita(padre: QWidget, tmp_path: Path):
    propuesta = tmp_path / "informes" / "2024" / "a.pdf"
    dialogo, _ = pedir(padre, propuesta)
    (propuesta.parent.parent / "de otro.pdf").write_bytes(b"x")
    dialogo.reject()
    assert not propuesta.parent.exists() and (tmp_path / "informes" / "de otro.pdf").exists()
