"""Cada ventana tiene lo que dice su retrato: en su lugar, con sus palabras, su ayuda y su negrita."""

from __future__ import annotations

import os
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget  # noqa: TID251
from pytestqt.exceptions import TimeoutError as NoLlego

from tests.aspecto.ventanas import por_escrito
from tests.interfaz.conftest import (
    abrir,
    ajustes,
    archivo,
    con_impresora,
    ejemplo,
    portapapeles_vacio_al_salir,
    recien_copiado,
)
from tests.interfaz.ventanas import DIALOGOS, hojas_de, pantallas
from ut_escritorio.dominio.palabras.llano import llano
from ut_escritorio.interfaz.ventana.marco import Ventana

__all__ = [
    "abrir",
    "ajustes",
    "archivo",
    "con_impresora",
    "ejemplo",
    "portapapeles_vacio_al_salir",
    "recien_copiado",
]

AQUI = Path(__file__).parent / "retratos" / "ventanas"
SE_RETRATAN = "UT_RETRATAR" in os.environ
"""Lo pide `python -m tests.aspecto`, cuando una ventana cambió a propósito."""


@pytest.fixture
def con_su_retrato(archivo: Path, carpetas_del_sistema: Path, qtbot):
    """Compara una pieza con su retrato, en cuanto llegue a ella lo que llega después; o lo vuelve a hacer."""

    distintas: list[str] = []

    def comparar(nombre: str, pieza: QWidget) -> list[str]:
        guardado = AQUI / f"{llano(nombre).replace(' ', '-').replace('/', '-').replace(',', '')}.txt"

        def ahora() -> str:
            dicho = por_escrito(pieza)
            for donde_se_parte_una_ruta in (r"\u200b", r"\u2060"):
                dicho = dicho.replace(donde_se_parte_una_ruta, "")
            return dicho.replace(str(archivo.parent), "…").replace(str(carpetas_del_sistema), "…")

        if SE_RETRATAN:
            qtbot.wait(400)
            guardado.write_text(ahora(), encoding="utf-8")
        de_antes = guardado.read_text(encoding="utf-8")
        try:
            qtbot.waitUntil(lambda: ahora() == de_antes, timeout=500 if distintas else 20_000)
        except NoLlego:
            return [
                *unified_diff(de_antes.splitlines(), ahora().splitlines(), nombre, "ahora", "", "", 0, "")
            ]
        return []

    return comparar


def _de_oficina(ventana: Ventana) -> Iterator[tuple[str, QWidget]]:
    """Los diálogos del programa, y cada hoja de los que tienen varias; los de Qt no son suyos."""
    for nombre, abrir_dialogo in DIALOGOS.items():
        dialogo = abrir_dialogo(ventana)
        dialogo.show()
        QApplication.processEvents()
        if not isinstance(dialogo, _DE_QT):
            for hoja in hojas_de(dialogo):
                if hoja == nombre or nombre not in _CATALOGOS:
                    yield f"{nombre} {hoja}".strip().replace("&", ""), dialogo
        dialogo.done(QDialog.DialogCode.Rejected)


_DE_QT = (QFileDialog, QPrintDialog)
_CATALOGOS = (
    "Personas y cargos", "Unidades y órganos", "Membrete y leyenda", "Días inhábiles", "Textos del plan",
)  # fmt: skip


@pytest.mark.largo
@pytest.mark.parametrize("cuales", [pantallas, _de_oficina], ids=["pantallas", "diálogos"])
def test_cada_ventana_tiene_lo_que_dice_su_retrato(abrir, qtbot, con_su_retrato, cuales):
    ventana = abrir()
    ventana.ejemplo.poner(es_ejemplo=True)
    qtbot.waitUntil(lambda: ventana.sesion.revision.al_dia)
    distintas: list[str] = []
    for nombre, pieza in cuales(ventana):
        distintas += con_su_retrato(nombre, pieza)
    assert not distintas, "\n".join([*distintas, "Si cambió a propósito: python -m tests.aspecto"])
