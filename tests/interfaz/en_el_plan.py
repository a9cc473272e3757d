"""Ella en la ventana del plan: abrirla, ponerse en una cosa, agregar otra, soltarla donde va."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QMenu

from tests.interfaz.manos import pedir, tecla
from ut_escritorio.dominio.cambios_del_plan.armado.nodos import Nodo, nodos_de, todos
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.plan import ElPlan
from ut_escritorio.interfaz.ventana.marco import Ventana

Donde = QAbstractItemView.DropIndicatorPosition


def abrir_el_plan(ventana: Ventana) -> ElPlan:
    pedir(ventana, "Oficina", "El plan…")
    plan = ventana.findChild(ElPlan)
    assert plan is not None
    return plan


def agregar(plan: ElPlan, que: str) -> None:
    """Con Insertar, en el índice, escoge en el menú lo que empieza así."""
    plan.arbol.setFocus()
    tecla(Qt.Key.Key_Insert)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    (opcion,) = [a for a in menu.actions() if a.text().replace("&", "").startswith(que)]
    menu.close()
    opcion.trigger()
    QApplication.processEvents()


def nodo_de(plan: ElPlan, clave: str) -> Nodo:
    return next(nodo for nodo in todos(nodos_de(plan._plan)) if nodo.clave == clave)


def detalle_de(aviso: avisos.Aviso) -> str:
    return str(aviso.dialogo.property("informativeText"))


def lo_que_dice(plan: ElPlan) -> str:
    return " ".join(letrero.text() for letrero in plan.ficha.findChildren(QLabel))


def ponerse_en(plan: ElPlan, clave: str) -> None:
    plan.ir_a(clave)
    plan.arbol.setFocus()
    QApplication.processEvents()


def soltar(plan: ElPlan, clave: str, sobre: str, donde: Donde) -> None:
    """Toma una cosa del índice y la suelta en otra, donde el índice señala; sin pantalla no hay arrastre."""
    plan.ir_a(sobre)
    renglon = plan.arbol.currentItem()
    assert renglon is not None
    plan.ir_a(clave)
    plan.arbol.scrollToItem(renglon)
    punto = plan.arbol.visualItemRect(renglon).center()
    plan.arbol.dropIndicatorPosition = lambda: donde
    nada = Qt.KeyboardModifier.NoModifier
    plan.arbol.dropEvent(
        QDropEvent(QPointF(punto), Qt.DropAction.MoveAction, QMimeData(), Qt.MouseButton.LeftButton, nada)
    )
