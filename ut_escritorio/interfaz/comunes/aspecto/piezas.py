"""Las piezas pequeñas de toda pestaña: letreros sin marcado, botones con icono y tarjetas."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ut_escritorio.interfaz.comunes.aspecto.iconos import crecido, vestir
from ut_escritorio.interfaz.comunes.aspecto.paleta import color
from ut_escritorio.interfaz.comunes.aspecto.sin_nombrar_qt import poner


class Letrero(QLabel):
    """Texto que se muestra tal cual, nunca como marcado; `tinta` es su color de la paleta, de suyo."""

    def __init__(self, texto: str = "", tinta: str = "letra", aumento: float = 1.0, negrita: bool = False):
        super().__init__()
        self.setWordWrap(True)
        poner(self, textFormat="PlainText", focusPolicy="NoFocus")
        poner(self, textInteractionFlags="TextSelectableByMouse")
        self._aumento, self._negrita = aumento, negrita
        self._tinta = self._de_suyo = tinta
        self._vestir()
        self.decir(texto)

    def decir(self, texto: str, tinta: str | None = None) -> None:
        """Cambia el texto, con ese color o el suyo: el de lo que antes decía no se le queda."""
        if self._tinta != (tinta or self._de_suyo):
            self._tinta = tinta or self._de_suyo
            self._vestir()
        self.setText(folios_enteros(texto))
        if not texto:
            self.hide()
        elif self.parent() is not None:
            self.show()

    def changeEvent(self, arg__1: QEvent) -> None:
        """Si el programa pasa de claro a oscuro, su tinta pasa también."""
        super().changeEvent(arg__1)
        if arg__1.type() != QEvent.Type.PaletteChange or not hasattr(self, "_tinta"):
            return
        if self.palette().windowText().color() != color(self._tinta):
            self._vestir()

    def text(self) -> str:
        """Lo que dice, sin lo invisible que evita partirlo."""
        return sin_uniones(super().text())

    def _vestir(self) -> None:
        letra = QFont(self.font())
        letra.setBold(self._negrita)
        if self._aumento != 1.0:
            letra.setPointSizeF(QFont().pointSizeF() * self._aumento)
        self.setFont(letra)
        paleta = self.palette()
        # Qt toma la tinta de uno u otro papel según el fondo en que esté el letrero.
        for papel in (paleta.ColorRole.WindowText, paleta.ColorRole.ButtonText):
            paleta.setColor(papel, color(self._tinta))
        self.setPalette(paleta)


_CASILLA = 14
CABEN = 360
"""Las letras que caben en dos o tres renglones de una ventana ancha."""
_CORRIDA = r"(\S{40})(?=\S)"
_UNION = "\u2060"
_FOLIO = r"(?<![\w./-])[\w.-]{1,12}(?:/[\w.-]{1,12}){1,4}(?![\w/-])"
_VOLTEOS = "[\u202a-\u202e\u2066-\u2069]"


def sin_volteos(texto: str) -> str:
    """El texto sin las marcas invisibles que lo pintarían de derecha a izquierda."""
    return re.sub(_VOLTEOS, "", texto)


def folios_enteros(texto: str) -> str:
    """El texto para pintarse en varios renglones sin que Qt parta un número de oficio en sus diagonales."""
    if "/" not in texto:
        return texto
    return re.sub(_FOLIO, lambda folio: folio[0].replace("/", f"/{_UNION}"), texto)


def sin_uniones(texto: str) -> str:
    """El texto como se escribe, sin lo invisible que evita partir sus números."""
    return texto.replace(_UNION, "")


def sin_marcado(texto: str) -> str:
    """El texto listo para la ayuda que sale al posarse, donde Qt leería marcado: sale tal cual."""
    sin_marcas = texto.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")
    return f"<p>{sin_marcas}</p>" if texto else ""


def sin_atajo(texto: str) -> str:
    """El texto donde Qt leería «&» como atajo de teclado: sale tal cual."""
    return texto.replace("&", "&&")


def boton(texto: str, al_oprimir: Callable[[], object], icono: str = "", ayuda: str = "") -> QPushButton:
    """Un botón con su texto, su icono y lo que explica al posarse en él."""
    nuevo = QPushButton(texto)
    if icono:
        vestir(nuevo, icono)
    nuevo.setToolTip(ayuda)
    nuevo.setAccessibleName(texto.replace("&", ""))
    nuevo.setAutoDefault(False)
    nuevo.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    nuevo.clicked.connect(lambda: al_oprimir())
    return nuevo


def rotular(cual: QPushButton, rotulo: str) -> None:
    """Le pone a un botón lo que dice, también para quien no ve."""
    cual.setText(sin_atajo(rotulo))
    cual.setAccessibleName(rotulo)


def que_quepa(texto: str, caben: int = CABEN) -> str:
    """Un texto para leerse en dos o tres renglones: sin lo de en medio si es largo, y siempre partible."""
    if len(texto) > caben:
        texto = f"{texto[: caben // 2]} … {texto[-caben // 2 :]}"
    return partible(texto, _CORRIDA)


def partible(texto: str, corrida: str) -> str:
    """El texto, que pasa de renglón tras cada corrida de letras sin un espacio: su primer grupo."""
    return re.sub(corrida, "\\1\u200b", texto)


def agrandar(casilla: QCheckBox) -> QCheckBox:
    """La casilla, con su cuadrito del tamaño de la letra que ella acercó o alejó."""
    lado = crecido(_CASILLA)
    if lado != _CASILLA:
        casilla.setStyleSheet(f"QCheckBox::indicator {{ width: {lado}px; height: {lado}px; }}")
    return casilla


class Tarjeta(QFrame):
    """Una hoja con orilla; la paleta la conoce por su nombre."""


def tarjeta() -> tuple[QFrame, QVBoxLayout]:
    """Una hoja con orilla, y el acomodo donde se le ponen cosas."""
    marco = Tarjeta()
    marco.setFrameShape(QFrame.Shape.StyledPanel)
    marco.setAutoFillBackground(True)
    marco.setBackgroundRole(marco.palette().ColorRole.Button)
    acomodo = QVBoxLayout(marco)
    acomodo.setContentsMargins(12, 10, 12, 12)
    acomodo.setSpacing(8)
    return marco, acomodo


def con_barra(pieza: QWidget, ancho: int = 300) -> QScrollArea:
    """La pieza con barra de desplazamiento, para cuando no quepa a lo alto; a lo menos de ese ancho."""
    marco = QScrollArea()
    marco.setWidgetResizable(True)
    marco.setFrameShape(QFrame.Shape.NoFrame)
    poner(marco, focusPolicy="NoFocus")
    marco.setWidget(pieza)
    marco.setMinimumWidth(ancho)
    return marco


def vaciar(acomodo: QLayout) -> None:
    """Quita y desecha todo lo que hay en un acomodo."""
    while (pieza := acomodo.takeAt(0)) is not None:
        if (suya := pieza.widget()) is not None:
            desechar(suya)
        if (dentro := pieza.layout()) is not None:
            vaciar(dentro)


def desechar(pieza: QWidget) -> None:
    """Quita una pieza de su acomodo y la borra; toda pieza que se borra sola pasa por aquí.

    La que Qt borra dentro de su acomodo deja a PySide creyendo que su sitio sigue ahí: lo siguiente que
    nace en esa memoria se toma por él, y el programa se cae.
    """
    padre = pieza.parentWidget()
    acomodo = padre.layout() if padre is not None else None
    if acomodo is not None:
        for cada in (acomodo, *acomodo.findChildren(QLayout)):
            if cada.indexOf(pieza) >= 0:
                cada.removeWidget(pieza)
    pieza.hide()
    pieza.deleteLater()
