"""Cada ventana tiene lo que dice su retrato, por escrito y pintado: sus piezas, en su lugar."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from difflib import unified_diff
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import Mock

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QFont, QFontDatabase, QImage
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMainWindow, QProgressBar, QWidget  # noqa: TID251
from pytestqt.exceptions import TimeoutError as NoLlego

from tests.aspecto.retratos import TOLERANCIA, oscuros, reducido
from tests.aspecto.ventanas import por_escrito
from tests.interfaz.conftest import (
    abrir,
    ajustes,
    con_impresora,
    ejemplo,
    leidos,
    portapapeles_vacio_al_salir,
    recien_copiado,
    ya_leido,
)
from tests.interfaz.ventanas import DIALOGOS, hojas_de, pantallas
from ut_escritorio import rutas
from ut_escritorio.dominio.palabras.llano import llano
from ut_escritorio.interfaz.comunes.aspecto import piezas
from ut_escritorio.interfaz.comunes.sesion import tareas
from ut_escritorio.interfaz.ventana.marco import Ventana

__all__ = [
    "abrir",
    "ajustes",
    "con_impresora",
    "ejemplo",
    "leidos",
    "portapapeles_vacio_al_salir",
    "recien_copiado",
    "ya_leido",
]

_CUANDO_MAS = 10_000  # milisegundos
AQUI = Path(__file__).parent / "retratos" / "ventanas"
SE_RETRATAN = "UT_RETRATAR" in os.environ
"""Lo pide `python -m tests.aspecto`, cuando una ventana cambió a propósito."""


@pytest.fixture
def archivo(ejemplo: Path) -> Iterator[Path]:
    """La copia del ejemplo, en una carpeta de nombre corto: su ruta no se parte en dos renglones."""
    with TemporaryDirectory() as carpeta:
        copia = Path(carpeta) / "unidad-de-transparencia.sqlite"
        copia.write_bytes(ejemplo.read_bytes())
        yield copia


@pytest.fixture
def con_su_retrato(archivo: Path, carpetas_del_sistema: Path, qtbot):
    """Compara una pieza con su retrato, en cuanto llegue a ella lo que llega después; o lo vuelve a hacer."""

    def comparar(nombre: str, pieza: QWidget, espera: int) -> list[str]:
        dicho = AQUI / f"{llano(nombre).replace(' ', '-').replace('/', '-').replace(',', '')}.txt"
        pintado = dicho.with_suffix(".png")

        def ahora() -> str:
            escrito = por_escrito(pieza).replace(str(archivo.parent), "…")
            return escrito.replace(str(carpetas_del_sistema), "…")

        lienzo = pieza.centralWidget() if isinstance(pieza, QMainWindow) else pieza

        def se_ve() -> QImage:
            """Sin pintar donde va la ruta del archivo, que en cada equipo es otra, ni lo que se mueve.

            Ni las hojas de un PDF, que se pintan aparte; se retratan con los informes.
            """
            esperando = [barra for barra in lienzo.findChildren(QProgressBar) if barra.isVisible()]
            hojas = [hoja for hoja in lienzo.findChildren(QPdfView) if hoja.isVisible()]
            if esperando or hojas or str(archivo.parent) in por_escrito(lienzo):
                return QImage()
            return reducido(lienzo.grab().toImage())

        qtbot.waitUntil(partial(_en_calma, pieza.window()), timeout=_CUANDO_MAS)
        if SE_RETRATAN:
            qtbot.wait(400)
            qtbot.waitUntil(partial(_en_calma, pieza.window()), timeout=_CUANDO_MAS)
            dicho.write_text(ahora(), encoding="utf-8")
            pintado.unlink(missing_ok=True)
            se_ve().save(str(pintado))
        de_antes, como_se_veia = dicho.read_text(encoding="utf-8"), QImage(str(pintado))
        try:
            qtbot.waitUntil(
                lambda: ahora() == de_antes and _son_iguales(se_ve(), como_se_veia), timeout=espera
            )
        except NoLlego:
            renglones = unified_diff(
                de_antes.splitlines(), ahora().splitlines(), nombre, "ahora", "", "", 0, ""
            )
            return list(renglones) or [f"{nombre}: dice lo mismo y se ve distinta que en {pintado.name}"]
        return []

    return comparar


def _son_iguales(una: QImage, otra: QImage) -> bool:
    """A la vista: un borde suavizado de otra manera no cuenta."""
    if una.isNull() or una.size() != otra.size():
        return una.isNull() and otra.isNull()
    pares = oscuros(una), oscuros(otra.convertToFormat(una.format()))
    return pares[0] == pares[1] or all(abs(a - b) <= TOLERANCIA for a, b in zip(*pares, strict=True))


def _en_calma(ventana: QWidget) -> bool:
    """Ya no le falta nada por llegar: ni un trabajo aparte, ni una pausa, ni la revisión."""
    principal = next(v for v in QApplication.topLevelWidgets() if isinstance(v, Ventana) and v.isVisible())
    pausas = [*ventana.findChildren(QTimer), *principal.findChildren(QTimer)]
    quedan = any(p.isActive() and p.isSingleShot() and p.interval() < _CUANDO_MAS for p in pausas)
    return principal.sesion.revision.al_dia and not quedan and not tareas._andando


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


@pytest.fixture(scope="module")
def letras_del_informe(qapp: QApplication) -> None:
    """La de signos, solo si el equipo no la tiene: se llama igual, y las demás pruebas medirían con ella."""
    for ruta in sorted((rutas.recursos() / "fuentes").glob("*.ttf")):
        if "DejaVu" not in ruta.name or "DejaVu Sans" not in QFontDatabase.families():
            QFontDatabase.addApplicationFont(str(ruta))


@pytest.fixture
def con_la_letra_del_informe(
    qapp: QApplication, letras_del_informe: None, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """La misma en cualquier equipo, y sin afinarla a su pantalla: así todo queda en el mismo lugar.

    Ni lo que no se ve, que esa letra no trae y Qt tomaría de la que halle.
    """
    monkeypatch.setattr("ut_escritorio.datos.disco.espacio.shutil.disk_usage", lambda _: Mock(free=10**12))
    monkeypatch.setattr(piezas, "_UNION", "")
    monkeypatch.setattr(piezas, "_CORRIDA", "(?!)()")
    del_sistema = qapp.font()
    letra = QFont(["Montserrat", "DejaVu Sans"], 9)
    letra.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    letra.setStyleStrategy(QFont.StyleStrategy.NoSubpixelAntialias)
    qapp.setFont(letra)
    parpadeo = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    yield
    qapp.setCursorFlashTime(parpadeo)
    qapp.setFont(del_sistema)


@pytest.mark.skipif(sys.platform != "linux", reason="Los retratos son de la pantalla de Linux")
@pytest.mark.parametrize("cuales", [pantallas, _de_oficina], ids=["pantallas", "dialogos"])
def test_cada_ventana_tiene_lo_que_dice_su_retrato(
    con_la_letra_del_informe, abrir, qtbot, con_su_retrato, cuales
):
    ventana = abrir()
    ventana.ejemplo.poner(es_ejemplo=True, hay_suyo=False)
    qtbot.waitUntil(lambda: ventana.sesion.revision.al_dia)
    distintas: list[str] = []
    for nombre, pieza in cuales(ventana):
        distintas += con_su_retrato(nombre, pieza, espera=500 if distintas else _CUANDO_MAS)
    assert not distintas, "\n".join([*distintas, "Si cambió a propósito: python -m tests.aspecto"])
