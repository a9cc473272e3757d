"""Repartir acuses en la ventana: se ve de quién es cada hoja, se corrige y se guardan todos juntos."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel  # noqa: TID251

from tests.evidencias.archivos import escaneo, hojas_numeradas
from tests.interfaz.manos import clic, con_control, poner_en, tecla, teclear
from tests.interfaz.test_oficios import elegir, oficios
from ut_escritorio.dominio.oficios.reparto import repartibles
from ut_escritorio.interfaz.oficios.relacion.repartir import RepartirAcuses
from ut_escritorio.interfaz.ventana.marco import Ventana
from ut_escritorio.servicios.oficios.libro import leer_libro


def abierto(ventana: Ventana, ruta: Path, qtbot) -> RepartirAcuses:
    pestana: Any = oficios(ventana)
    (accion,) = (a for a in pestana.relacion.menu.actions() if a.text() == "Repartir acuses…")
    accion.trigger()
    dialogo = ventana.findChildren(QFileDialog)[-1]
    dialogo.selectFile(str(ruta))
    dialogo.accept()
    cuadro = ventana.findChildren(RepartirAcuses)[-1]
    assert que_hace(cuadro) == ["Leyendo las hojas…"], "una sola vez"
    qtbot.waitUntil(lambda: cuadro.tarea is None, timeout=20_000)
    return cuadro


def que_hace(cuadro: RepartirAcuses) -> list[str]:
    dichos = [letrero.text() for letrero in cuadro.findChildren(QLabel) if letrero.isVisible()]
    return [dicho for dicho in dichos if dicho.endswith("…")]


@pytest.fixture
def ruta(tmp_path: Path) -> Path:
    dichos = ["ACUSE 1", "ACUSE 2", "", "ACUSE 3"]
    (tmp_path / "ACUSES_SIPO.pdf").write_bytes(hojas_numeradas(dichos))
    return tmp_path / "ACUSES_SIPO.pdf"


def renglones(cuadro: RepartirAcuses) -> list[str]:
    return [cuadro.lista.item(n).text() for n in range(cuadro.lista.count())]


def con_acuse(ventana: Ventana) -> set[str]:
    libro = leer_libro(ventana.sesion.expediente, 2024)
    return {f.oficio.folio for f in libro.filas if f.seguimiento.acuse == date(2024, 7, 4)}


def test_se_propone_el_que_sigue_y_se_guardan_de_un_jalon(ventana: Ventana, ruta: Path, qtbot, monkeypatch):
    cuadro = abierto(ventana, ruta, qtbot)
    folios = [parte.de.oficio.folio for parte in cuadro.partes if parte.de]
    assert [r.split(" · ")[:2] for r in renglones(cuadro)] == [
        ["Hoja 1", folios[0]], ["Hoja 2", folios[1]], ["Hoja 4", folios[2]]
    ]  # fmt: skip
    assert "No se guarda por estar en blanco: hoja 3." in cuadro.estado.text()
    assert not cuadro.hoja.pixmap().isNull() and cuadro.hoja.accessibleName() == "Hoja 1"
    assert cuadro.guardar.text() == "Guardar 3 acuses"
    dichos: list[str] = []
    monkeypatch.setattr(cuadro._avance, "empezar", lambda dicho: dichos.extend((dicho, cuadro.estado.text())))
    for escrito, dice in (("g", "no es una fecha"), ("", "qué día los recibieron")):
        cuadro.dia.setText(escrito)
        clic(cuadro.guardar)
        assert dice in cuadro.estado.text() and cuadro.guardar.isEnabled() and not con_acuse(ventana)
    cuadro.dia.setText("04/07/2024")
    with qtbot.waitSignal(cuadro.destroyed, timeout=20_000):
        clic(cuadro.guardar)
    assert dichos[::2] == ["Separando los acuses…", "Guardando los acuses…"]
    assert "qué día" not in dichos[1], "el reparo ya no se lee"
    assert con_acuse(ventana) == set(folios)
    pestana: Any = ventana.pestanas.actual().contenido
    assert pestana.estado.text() == "Se guardaron 3 acuses."
    ventana.activateWindow()
    qtbot.waitUntil(ventana.isActiveWindow)
    poner_en(ventana.pestanas.ir_a("oficios").tabla)
    con_control(Qt.Key.Key_Z)
    assert con_acuse(ventana) == set()


def test_el_mismo_escaneo_otra_vez_dice_de_quien_es_ya_y_no_lo_propone_a_otros(ventana, ruta: Path, qtbot):
    cuadro = abierto(ventana, ruta, qtbot)
    folios = [parte.de.oficio.folio for parte in cuadro.partes if parte.de]
    with qtbot.waitSignal(cuadro.destroyed, timeout=20_000):
        clic(cuadro.guardar)
    ventana.activateWindow()
    qtbot.waitUntil(ventana.isActiveWindow)
    cuadro = abierto(ventana, ruta, qtbot)
    assert renglones(cuadro)[1] == f"Hoja 2 · ya es acuse de {folios[1]}: no se guarda otra vez"
    assert f"Ya son acuses de {folios[0]} a {folios[2]}" in cuadro.estado.text()
    assert not cuadro.guardar.isEnabled()
    cuadro.lista.setCurrentRow(1)
    poner_en(cuadro.de)
    tecla(Qt.Key.Key_Down)  # ella lo pide
    assert cuadro.guardar.text() == "Guardar un acuse" and cuadro.guardar.isEnabled()
    assert (
        f"ya es acuse de {folios[1]}" in renglones(cuadro)[1] and "no se guarda" not in renglones(cuadro)[1]
    )
    poner_en(cuadro.de_cuantas)
    cuadro.de_cuantas.selectAll()
    teclear("2")
    tecla(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: cuadro.tarea is None, timeout=20_000)
    juntas = f"Hojas 1 y 2 · ya es acuse de {folios[0]} y {folios[1]}: no se guarda otra vez"
    assert renglones(cuadro)[0] == juntas, "son las mismas hojas, juntas de otra manera"


def test_empieza_por_los_que_ella_eligio_y_dice_el_que_ya_tenia_acuse(ventana, ruta: Path, qtbot):
    pestana = oficios(ventana)
    salieron = [f.oficio.folio for f in repartibles(pestana._vista.libro.filas)][3:7]
    elegir(pestana, salieron[1])
    clic(pestana.gestos.acuse)
    elegir(pestana, *salieron)
    cuadro = abierto(ventana, ruta, qtbot)
    assert cuadro.solo_elegidos.text() == "Solo entre los 4 elegidos" and cuadro.solo_elegidos.isChecked()
    assert [parte.de.oficio.folio for parte in cuadro.partes if parte.de] == [salieron[n] for n in (0, 2, 3)]
    assert f"Se saltó {salieron[1]}, que ya tiene acuse." in cuadro.estado.text()
    cuadro.desde.poner(cuadro._elegidos[3])
    cuadro.desde.cambio.emit("")
    assert [bool(parte.de) for parte in cuadro.partes] == [True, False, False], "lo que sobra, de ninguno"
    cuadro.solo_elegidos.click()
    assert all(parte.de for parte in cuadro.partes)


def test_si_los_elegidos_ya_tienen_todos_su_acuse_lo_escaneado_es_de_los_que_faltan(
    ventana, ruta: Path, qtbot
):
    pestana = oficios(ventana)
    salieron = [f.oficio.folio for f in repartibles(pestana._vista.libro.filas)]
    elegir(pestana, *salieron[:2])
    clic(pestana.gestos.acuse)
    cuadro = abierto(ventana, ruta, qtbot)
    assert cuadro.solo_elegidos.isHidden()
    suyos = [parte.de.oficio.folio for parte in cuadro.partes if parte.de]
    assert len(suyos) == len(cuadro.partes) and not set(suyos) & set(salieron[:2])


def test_decir_de_quien_es_una_recorre_las_demas_y_se_dice_cual_falta(ventana: Ventana, ruta: Path, qtbot):
    cuadro = abierto(ventana, ruta, qtbot)
    antes = [parte.de.oficio.folio for parte in cuadro.partes if parte.de]
    cuadro.lista.setCurrentRow(1)
    poner_en(cuadro.de)
    tecla(Qt.Key.Key_Down)
    ahora = [parte.de.oficio.folio for parte in cuadro.partes if parte.de]
    assert ahora[0] == antes[0] and ahora[1] != antes[1]
    assert "Sin acuse queda" in cuadro.estado.text() and antes[1] in cuadro.estado.text()
    tecla(Qt.Key.Key_Home)
    assert "de ninguno: no se guarda" in renglones(cuadro)[1]


def test_esc_pregunta_si_ya_se_dijo_algo(ventana: Ventana, ruta: Path, qtbot):
    cuadro = abierto(ventana, ruta, qtbot)
    poner_en(cuadro.de)
    tecla(Qt.Key.Key_Down)
    cuadro.reject()
    assert cuadro.isVisible(), "pregunta antes"
    assert con_acuse(ventana) == set()


def test_sin_decir_nada_esc_lo_cierra_aunque_aun_se_lea(ventana: Ventana, ruta: Path, qtbot):
    cuadro = abierto(ventana, ruta, qtbot)
    with qtbot.waitSignal(cuadro.rejected):
        cuadro.reject()
    otro = RepartirAcuses(ventana, ventana.sesion, leer_libro(ventana.sesion.expediente, 2024), ruta)
    otro.open()
    tarea = otro.tarea
    assert tarea is not None
    with qtbot.waitSignals([otro.destroyed, tarea.finished], timeout=20_000):
        otro.reject()
    assert con_acuse(ventana) == set()


def test_lo_que_no_se_puede_repartir_se_dice_ahi(ventana: Ventana, tmp_path: Path, qtbot):
    (tmp_path / "cifrado.pdf").write_bytes(escaneo(2, clave="x"))
    cuadro = abierto(ventana, tmp_path / "cifrado.pdf", qtbot)
    assert "no es un PDF que se deje abrir" in cuadro.estado.text()
    assert not cuadro.guardar.isEnabled()


def test_si_no_se_pudo_guardar_no_queda_ninguno_y_se_repite(ventana: Ventana, ruta: Path, qtbot, monkeypatch):
    cuadro = abierto(ventana, ruta, qtbot)
    with monkeypatch.context() as m:
        m.setattr(ventana.sesion, "logra", lambda *_: False)
        clic(cuadro.guardar)
        qtbot.waitUntil(lambda: cuadro.tarea is None and cuadro.guardar.isEnabled())
    assert cuadro.isVisible() and con_acuse(ventana) == set()
