"""Antes de irse del archivo o del trimestre: lo que no se pudo guardar no se pierde sin que ella lo diga."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ut_escritorio.interfaz.comunes.sesion import Sesion
from ut_escritorio.interfaz.comunes.sin_guardar import en_lista


def si_todo_quedo(ventana: QWidget, sesion: Sesion, sin_guardarlo: str, seguir: Callable[[], object]) -> bool:
    """Sigue si no hay nada sin guardar; si lo hay, pregunta. Devuelve si siguió ya.

    `sin_guardarlo` es el rótulo de seguir de todos modos («Cerrar sin guardarlo»); entonces lo pendiente
    se olvida.
    """
    if not sesion.sin_guardar:
        seguir()
        return True
    _preguntar(ventana, sesion, sin_guardarlo, seguir)
    return False


def olvidar(ventana: QWidget, sesion: Sesion) -> None:
    """Deja de intentar guardar lo que no se pudo: los campos vuelven a decir lo del archivo."""
    for campo in ventana.findChildren(QWidget):
        if hasattr(campo, "soltar"):
            campo.soltar()  # pyright: ignore[reportAttributeAccessIssue]
    sesion.sin_guardar.olvidar()


def _preguntar(ventana: QWidget, sesion: Sesion, sin_guardarlo: str, seguir: Callable[[], object]) -> None:
    from ut_escritorio.interfaz.comunes import avisos

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
    avisos.escoger(
        ventana,
        f"No se pudo guardar: {en_lista(pendientes)}.",
        (("Reintentar", reintentar), ("Copiar el texto", copiar), (sin_guardarlo, dejarlo)),
        "\n".join(motivos[:3]),
    )
