"""La ficha de una cosa del plan: lo que de ella se dice, y el cambio que eso pide."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ut_escritorio.dominio.cambios_del_plan.armado.cambio import Cambio
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero
from ut_escritorio.interfaz.comunes.entrada.campo_limpio import CampoLimpio


class Ficha(QWidget):
    """`cambio` sale cada vez que ella escribe algo; nada se guarda hasta que lo pide."""

    cambio = Signal()
    titulo = ""
    guardar = "Guardar"
    va_en_la_hoja = True
    """Si lo que pide se imprime: si no, la hoja de lo que se veía antes no dice nada de ello."""

    def dicho(self) -> object:
        """Lo que dice ahora; lo que se compara para saber si algo cambió."""
        return None

    def pedido(self) -> Cambio | None:
        """El cambio que pide; None si de esto nada se cambia."""
        return None

    def ver(self, foto: FotoTrimestre) -> None:
        """Lo que enseña de cómo quedaría el trimestre; de suyo, nada."""

    def piezas(self) -> tuple[QWidget, ...]:
        """Lo que se llena u oprime, como se lee."""
        return tuple(
            pieza
            for pieza in self.findChildren(QWidget)
            if pieza.focusPolicy() & Qt.FocusPolicy.TabFocus
            and pieza.focusProxy() is None
            and pieza.window() is self.window()  # la lista que una opción despliega es otra ventana
        )

    def empezar(self) -> None:
        """Pone el cursor donde se empieza a escribir."""
        self.setFocus()


class FichaQuieta(Ficha):
    """De lo que solo se mueve o se quita: dice qué es."""

    def __init__(self, titulo: str, explica: str) -> None:
        super().__init__()
        self.titulo = titulo
        filas(self, (("", Letrero(explica, "letra_tenue")),))


def campo(nombre: str, texto: str = "", ayuda: str = "") -> CampoLimpio:
    """Un renglón donde se escribe."""
    nuevo = CampoLimpio(texto)
    nuevo.setAccessibleName(nombre)
    nuevo.setPlaceholderText(ayuda)
    nuevo.setCursorPosition(0)
    return nuevo


def filas(padre: QWidget, pares: Sequence[tuple[str, QWidget]]) -> dict[QWidget, Letrero]:
    """Cada pieza con su rótulo a la izquierda, que se devuelve; sin rótulo, a todo lo ancho."""
    letreros: dict[QWidget, Letrero] = {}
    acomodo = QGridLayout(padre)
    acomodo.setContentsMargins(0, 0, 0, 0)
    acomodo.setVerticalSpacing(8)
    acomodo.setColumnStretch(1, 1)
    for fila, (rotulo, pieza) in enumerate(pares):
        if not rotulo:
            acomodo.addWidget(pieza, fila, 0, 1, 2)
            continue
        letrero = letreros[pieza] = Letrero(rotulo)
        letrero.setWordWrap(False)
        letrero.setContentsMargins(0, 4, 0, 0)
        acomodo.addWidget(letrero, fila, 0, Qt.AlignmentFlag.AlignTop)
        acomodo.addWidget(pieza, fila, 1)
    acomodo.setRowStretch(len(pares), 1)
    return letreros
