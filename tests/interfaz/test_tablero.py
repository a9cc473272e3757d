"""El Tablero se pinta con el lugar de lo que llega después ya guardado: al llegar no se mueve nada."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.interfaz.manos import clic, poner_en, tecla
from tests.interfaz.test_monitoreos import vaciar
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.plan.cifras import de_que_sale
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.interfaz.comunes.rejilla.vista import Rejilla
from ut_escritorio.interfaz.tablero import pestana
from ut_escritorio.interfaz.tablero.vistas import ANIO
from ut_escritorio.interfaz.ventana.marco import Ventana

EN_MAYO, DESPUES = date(2024, 5, 14), date(2024, 7, 4)


def _lugares(tablero: Any) -> list[QRect]:
    """Dónde están el título, los mosaicos, la tabla y la tarjeta de la gráfica."""
    mosaicos = tablero.mosaicos.todos
    piezas: list[QWidget] = [tablero._titulo, *mosaicos, tablero.tabla, tablero._de_que.parentWidget()]
    return [QRect(p.mapTo(tablero, QPoint()), p.size()) for p in piezas]


@pytest.mark.parametrize(
    ("hoy", "vacios"),
    [(EN_MAYO, ()), (EN_MAYO, (5,)), (DESPUES, ()), (DESPUES, (6,))],
    ids=["en curso", "en curso y faltan días", "acabado", "acabado y faltan días"],
)
def test_al_llegar_la_fila_de_hoy_y_la_grafica_nada_brinca(
    abrir: Callable[..., Ventana], monkeypatch, hoy: date, vacios: tuple[int, ...]
):
    monkeypatch.setattr(pestana, "_TRAS_PINTAR", 3_600_000)
    ventana = abrir(Trimestre(2024, 2), hoy)
    vaciar(ventana, *vacios)
    for por_ciento in (100, 150):
        _nada_brinca_al(ventana, por_ciento)


def _nada_brinca_al(ventana: Ventana, por_ciento: int) -> None:
    ventana.zoom.poner(por_ciento)
    ventana._rehacer()
    tablero: Any = ventana.pestanas.ir_a("tablero")
    ventana.repaint()
    QApplication.processEvents()
    QApplication.processEvents()
    antes = _lugares(tablero)
    assert tablero.hoy is None
    tablero._poner_lo_demas()
    QApplication.processEvents()
    QApplication.processEvents()
    assert tablero.hoy.isVisible()
    assert _lugares(tablero) == antes


def test_la_grafica_es_de_la_fila_elegida_y_la_del_anio_de_la_suya(ventana: Ventana, qtbot):
    tablero: Any = ventana.pestanas.ir_a("tablero")
    qtbot.waitUntil(lambda: "grafica" in tablero.__dict__)

    def rotulos() -> list[str]:
        return [tablero.tabla.horizontalHeaderItem(n).text() for n in range(tablero.tabla.columnCount())]

    assert rotulos() == ["", "Abr", "May", "Jun", "Total"]
    tablero.tabla.setCurrentCell(2, 1)
    assert tablero._de_que.text() == tablero.tabla.item(2, 0).text() != tablero.tabla.item(0, 0).text()
    clic(tablero.tira.botones[1])
    anio = tablero.otras[ANIO]
    assert [anio.modelo.rotulos()[n] for n in (1, 4, 15, 16, 17)] == ["Ene", "1º", "Dic", "4º", "Año"]
    elegida = anio.modelo.filas[anio.tabla.currentIndex().row()]
    assert [barra.valor for barra in anio.grafica.datos.barras] == [
        elegida.numero(n) for n in range(16) if n % 4 < 3
    ]
    clic(tablero.tira.botones[0])
    assert tablero._de_que.text() == tablero.tabla.item(2, 0).text(), "sigue en la que se veía"
    poner_en(tablero.grafica)
    tecla(Qt.Key.Key_Right)
    tecla(Qt.Key.Key_Return)
    plan = ventana.sesion.foto.plan
    asesorias = plan.cifra[plan.mosaicos[2].cifra]
    rejilla = QApplication.focusWidget()
    assert isinstance(rejilla, Rejilla)
    celda = rejilla.celda_actual()
    assert celda is not None
    assert celda.casilla == Casilla(de_que_sale(asesorias.fuente)[0], 2, 5), "de mayo, a la primera que suma"
