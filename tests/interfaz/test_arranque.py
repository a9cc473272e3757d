"""Qué se abre al abrir el programa: el primer día, lo último que estuvo abierto, o que ya no está."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication, QWidget

from ut_escritorio import rutas
from ut_escritorio.aplicacion.mostrar import hasta_cerrar
from ut_escritorio.aplicacion.ventana import con_archivo, con_el_ejemplo
from ut_escritorio.interfaz import arranque
from ut_escritorio.interfaz.comunes.aspecto import iconos
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero
from ut_escritorio.interfaz.comunes.sesion.ajustes import abrir_ajustes
from ut_escritorio.interfaz.comunes.sesion.tareas import Tarea
from ut_escritorio.interfaz.hojas.ayuda import Ayuda
from ut_escritorio.interfaz.primer_dia import PrimerDia
from ut_escritorio.interfaz.ventana.marco import Ventana


def ahora() -> datetime:
    return datetime(2026, 5, 14, 9, 30, tzinfo=UTC)


@dataclass
class Vista:
    """Lo que se vio al abrir: de qué archivo es, si es el ejemplo, y lo que dice el primer día."""

    ruta: Path | None
    es_ejemplo: bool
    dice: str


@pytest.fixture
def vistas(qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Vista]:
    """Lo que se ve cada vez que el programa termina de arrancar; enseguida se cierra."""
    aplicacion = QApplication.instance()
    assert isinstance(aplicacion, QApplication)
    monkeypatch.setattr(rutas, "carpeta_de_datos", lambda: tmp_path / "Documentos" / "UT Escritorio")
    arranque.preparar(aplicacion)
    de_antes = set(aplicacion.topLevelWidgets())
    vistas: list[Vista] = []

    def mirar() -> int:
        nuevas = [w for w in aplicacion.topLevelWidgets() if w not in de_antes and w.isVisible()]
        vistas.extend(_vista(w) for w in nuevas if isinstance(w, (Ventana, PrimerDia)))
        for ventana in nuevas:
            de_antes.add(ventana)
            ventana.close()
        return 0

    monkeypatch.setattr(arranque, "nueva_aplicacion", lambda: aplicacion)
    monkeypatch.setattr(aplicacion, "exec", mirar)
    return vistas


def test_las_ventanas_llevan_el_icono_del_programa_a_todo_tamano(ventana):
    icono = QApplication.windowIcon()
    assert not icono.isNull()
    for pieza in (ventana, Ayuda(ventana, ventana.sesion.expediente.ruta)):
        assert pieza.windowIcon().cacheKey() == icono.cacheKey()
    for lado in (16, 32, 256):
        retrato = icono.pixmap(lado, lado).toImage()
        tonos = {retrato.pixelColor(x, y).name() for x in range(lado) for y in range(0, lado, 4)}
        assert retrato.width() == lado
        assert "#0f5a9c" in tonos, "se dibujó, y con sus colores"


def test_un_icono_que_falta_se_dice_y_no_termina_el_programa(qtbot, tmp_path, monkeypatch):
    (tmp_path / "iconos").mkdir()
    monkeypatch.setattr(rutas, "recursos", lambda: tmp_path)
    with pytest.raises(FileNotFoundError):
        iconos.dibujo("falta", 17, "letra")


def test_al_terminar_no_queda_nada_andando(qtbot, monkeypatch):
    aplicacion = QApplication.instance()

    def hasta_que_se_deje(avance, cancelado) -> None:
        while not cancelado():
            QThread.yieldCurrentThread()

    tarea = Tarea(hasta_que_se_deje)
    monkeypatch.setattr(aplicacion, "exec", lambda: tarea.empezar() or 7)
    assert hasta_cerrar(aplicacion) == 7
    assert tarea.isFinished()


def _vista(ventana: QWidget) -> Vista:
    if isinstance(ventana, Ventana):
        ventana._solas = False  # al cerrarse no respalda
        exp = ventana.sesion.expediente
        return Vista(exp.ruta, exp.es_ejemplo, "")
    return Vista(None, False, "\n".join(letrero.text() for letrero in ventana.findChildren(Letrero)))


def test_sin_archivo_todavia_se_ve_el_primer_dia(vistas):
    con_archivo(None, ahora)
    (vista,) = vistas
    assert vista.ruta is None
    assert "¿Cómo quiere empezar?" in vista.dice


def test_lo_ultimo_que_estuvo_abierto_se_abre_de_nuevo(vistas, archivo: Path):
    con_archivo(archivo, ahora)
    con_archivo(None, ahora)
    assert [vista.ruta for vista in vistas] == [archivo, archivo]


def test_ver_el_ejemplo_no_cambia_lo_ultimo_que_estuvo_abierto(vistas, archivo: Path):
    con_archivo(archivo, ahora)
    con_el_ejemplo(ahora)
    assert [vista.es_ejemplo for vista in vistas] == [False, True]
    assert abrir_ajustes().value("archivo") == str(archivo)


def test_si_el_ultimo_ya_no_esta_ni_hay_otro_lo_dice_el_primer_dia(vistas, archivo: Path):
    con_archivo(archivo, ahora)
    archivo.rename(archivo.with_name("guardado en otra parte.sqlite"))
    con_archivo(None, ahora)
    assert f"No se encontró «{archivo}»" in vistas[-1].dice
