"""Antes de irse del archivo o del trimestre: lo que no se pudo guardar no se pierde sin que ella lo diga."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QWidget

from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.comunes.sesion.sin_guardar import ConPendiente, en_lista
from ut_escritorio.interfaz.ventana import al_pedirlo
from ut_escritorio.interfaz.ventana.pestanas import Pestanas


def si_todo_quedo(ventana: QWidget, sesion: Sesion, sin_guardarlo: str, seguir: Callable[[], object]) -> bool:
    """Sigue si no hay nada sin guardar; si lo hay, pregunta. Devuelve si siguió ya.

    `sin_guardarlo` es el rótulo de seguir de todos modos («Cerrar sin guardarlo»); entonces lo pendiente
    se olvida. Si algo apenas espera su turno para guardarse, lo espera.
    """
    if sesion.espera and sesion.guardando:
        sesion.espera.cuando_se_pueda(lambda: si_todo_quedo(ventana, sesion, sin_guardarlo, seguir))
        return False
    if not sesion.sin_guardar:
        seguir()
        return True
    _preguntar(ventana, sesion, sin_guardarlo, seguir)
    return False


def olvidar(ventana: QWidget, sesion: Sesion) -> None:
    """Deja de intentar guardar lo que no se pudo: los campos vuelven a decir lo del archivo."""
    for campo in ventana.findChildren(QWidget):
        if isinstance(campo, ConPendiente):
            campo.soltar()
    sesion.sin_guardar.olvidar()


def asentar(ventana: QWidget, pestanas: Pestanas) -> None:
    """Pide a todo campo que guarde lo que esté a medio escribir; el cursor se queda donde estaba."""
    con_foco = ventana.focusWidget()
    if con_foco is not None:
        con_foco.clearFocus()
        _cuadro_de(con_foco).setFocus()
    for pagina in pestanas.paginas():
        if pagina.contenido is not None:
            pagina.contenido.asentar()


def _cuadro_de(pieza: QWidget) -> QWidget:
    """El cuadro cuya celda se estaba escribiendo (su editor se va al guardarla); si no, la pieza misma."""
    padre = pieza.parentWidget()
    vista = padre.parentWidget() if padre else None
    return vista if isinstance(vista, QAbstractItemView) else pieza


def _preguntar(ventana: QWidget, sesion: Sesion, sin_guardarlo: str, seguir: Callable[[], object]) -> None:
    def otra_vez() -> None:
        si_todo_quedo(ventana, sesion, sin_guardarlo, seguir)

    def reintentar() -> None:
        sesion.reintentar()
        otra_vez()

    def copiar() -> None:
        QGuiApplication.clipboard().setText("\n\n".join(p.escrito.texto for p in sesion.sin_guardar.todos))
        otra_vez()

    def dejarlo() -> None:
        olvidar(ventana, sesion)
        seguir()

    pendientes = sesion.sin_guardar.todos
    motivos = list(dict.fromkeys(pendiente.por_que for pendiente in pendientes))
    al_pedirlo.avisos().escoger(
        ventana,
        f"No se pudo guardar: {en_lista(pendientes)}.",
        (("Reintentar", reintentar), ("Copiar el texto", copiar), (sin_guardarlo, dejarlo)),
        "\n".join(motivos[:3]),
    )
