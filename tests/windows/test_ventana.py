"""La ventana en Windows: abrir el ejemplo, teclear un número, exportar, y que quede guardado."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from tests.interfaz.conftest import (
    AHORA,
    SEGUNDO,
    abrir,
    ajustes,
    archivo,
    ejemplo,
    leidos,
    recien_copiado,
    ventana,
    ya_leido,
)
from tests.interfaz.manos import cuadros, en, poner_en, tecla, teclear
from tests.windows.equipo import SOLO_EN_WINDOWS, abierto_en_otro_programa
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.ventana.marco import Ventana
from ut_escritorio.servicios.archivo import expediente

__all__ = ["abrir", "ajustes", "archivo", "ejemplo", "leidos", "recien_copiado", "ventana", "ya_leido"]


def exportar(ventana: Ventana, qtbot, salida: Path) -> None:
    ventana.mando.exportacion.hacer(ventana.sesion, salida)
    qtbot.waitUntil(lambda: ventana.mando.exportacion.tarea is None, timeout=60_000)


def test_teclear_un_numero_exportarlo_y_hallarlo_al_reabrir(ventana: Ventana, qtbot, tmp_path: Path):
    antes = dict(ventana.sesion.foto.conteos.valores)
    rejilla = cuadros(en(ventana, "2.2"))[0]
    poner_en(rejilla)
    teclear("987")
    tecla(Qt.Key.Key_Return)
    salida = tmp_path / "Informe 2º trimestre.pdf"
    exportar(ventana, qtbot, salida)
    assert salida.read_bytes().startswith(b"%PDF-")
    ruta = ventana.sesion.expediente.ruta
    ventana.close()
    with expediente.abrir(ruta, lambda: AHORA) as abierto:
        ahora = abierto.foto(SEGUNDO).conteos.valores
    assert {987} == {valor for casilla, valor in ahora.items() if antes.get(casilla) != valor}


@SOLO_EN_WINDOWS
def test_exportar_sobre_el_que_esta_abierto_lo_dice_en_la_ventana(ventana: Ventana, qtbot, tmp_path: Path):
    salida = tmp_path / "informe.pdf"
    salida.write_bytes(b"%PDF-1.4 el anterior")
    with abierto_en_otro_programa(salida):
        exportar(ventana, qtbot, salida)
    aviso = avisos.ultimo().dialogo
    assert "está abierto en otro programa" in f"{aviso.text()} {aviso.informativeText()}"
    assert salida.read_bytes() == b"%PDF-1.4 el anterior"


def test_mientras_se_ven_las_hojas_el_informe_no_queda_tomado(ventana: Ventana, qtbot, tmp_path: Path):
    pestana = en(ventana, "3.3/4")
    pestana.impreso.lista.setCurrentIndex(pestana.impreso.modelo.index(0))
    pestana.impreso.ver.click()
    informe = ventana.pestanas.actual().contenido
    qtbot.waitUntil(lambda: bool(informe.hojas.datos) and not informe.hojas.haciendo, timeout=60_000)
    salida = tmp_path / "informe.pdf"
    exportar(ventana, qtbot, salida)
    salida.unlink()
