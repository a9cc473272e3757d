"""Una pieza que se borra sola no deja a PySide un sitio de acomodo que ya no existe.

Con uno, lo siguiente que nace en esa memoria se toma por él: el programa se caía escribiendo oficios.
"""

from __future__ import annotations

import ast
import gc
from pathlib import Path

import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLayout, QVBoxLayout, QWidget, QWidgetItem

import ut_escritorio
from tests.interfaz.manos import con_control, poner_en, tecla, teclear
from tests.interfaz.test_oficios import oficios
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, desechar

DE_OTRA_CLASE = {
    "comunes/aspecto/piezas.py": "es quien las borra",
    "comunes/aspecto/senalado.py": "una acción del campo",
    "comunes/papel/en_papel.py": "un encargo a la impresora",
    "comunes/papel/hoja_a_imprimir.py": "un documento",
    "comunes/papel/hoja_viva.py": "un documento",
    "catalogos/membrete.py": "un documento",
    "informe/vista_previa.py": "un documento",
    "respaldo/al_frente.py": "una conexión",
    "ventana/marco.py": "la sesión",
    "ventana/pestanas.py": "las páginas, que acomoda Qt por dentro",
    "evidencias/adjuntador.py": "la barra de estado, que acomoda Qt por dentro",
    "tablero/pestana.py": "la que ya se cambió por otra en su sitio",
}
"""Lo que se borra a secas, y por qué se puede."""


def sitios_que_ya_no_existen() -> list[QWidgetItem]:
    """Los que PySide conserva de un acomodo donde ya no están."""
    gc.collect()
    todos = shiboken6.getAllValidWrappers()
    vivos = {
        shiboken6.getCppPointer(sitio)
        for acomodo in todos
        if isinstance(acomodo, QLayout)
        for cual in range(acomodo.count())
        if (sitio := acomodo.itemAt(cual)) is not None
    }
    return [
        cosa
        for cosa in todos
        if type(cosa) is QWidgetItem
        and shiboken6.getCppPointer(cosa) not in vivos
        and any(isinstance(de, QLayout) for de in gc.get_referrers(cosa))
    ]


def test_al_cambiar_de_plantilla_no_queda_el_sitio_de_los_campos_de_la_otra(ventana, qtbot):
    pestana = oficios(ventana)
    antes = len(sitios_que_ya_no_existen())
    for plantilla in ("act", "tur", "act"):  # la carta nueva se abre con los campos de la vez pasada
        poner_en(pestana.tabla)
        con_control(Qt.Key.Key_Insert)
        teclear(plantilla)
        tecla(Qt.Key.Key_Return)
        teclear("tes")
        tecla(Qt.Key.Key_Tab)
        tecla(Qt.Key.Key_Escape)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # lo que ya se mandó borrar
    assert len(sitios_que_ya_no_existen()) <= antes


def test_desecharla_la_saca_de_su_acomodo_aunque_vaya_dentro_de_otro(qtbot):
    ventana, de_dentro = QWidget(), QVBoxLayout()
    qtbot.addWidget(ventana)
    suya, otra = Letrero("Uno"), Letrero("Otro")
    for pieza in (suya, otra):
        de_dentro.addWidget(pieza)
    de_fuera = QVBoxLayout(ventana)
    de_fuera.addLayout(de_dentro)  # ya lleno: PySide se queda con sus sitios
    antes = len(sitios_que_ya_no_existen())
    desechar(suya)
    assert de_dentro.count() == 1 and suya.isHidden()
    qtbot.waitUntil(lambda: not shiboken6.isValid(suya))
    assert len(sitios_que_ya_no_existen()) <= antes


def test_ninguna_pieza_se_borra_de_otro_modo():
    raiz = Path(ut_escritorio.__file__).parent / "interfaz"
    borran = {
        archivo.relative_to(raiz).as_posix()
        for archivo in raiz.rglob("*.py")
        for nodo in ast.walk(ast.parse(archivo.read_text(encoding="utf-8")))
        if isinstance(nodo, ast.Attribute) and nodo.attr == "deleteLater"
    }
    assert borran == set(DE_OTRA_CLASE)
