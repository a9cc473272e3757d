"""El campo del número de oficio: la serie y el año ya puestos, y solo falta el número."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ut_escritorio.dominio.oficios.folios import Serie
from ut_escritorio.interfaz.comunes.entrada.campo_limpio import CampoLimpio


class CampoDeNumeroDeOficio(QWidget):
    """«UT/ [645] /2031»; «+» pone el que sigue. Un folio entero, de otra serie, se escribe tal cual."""

    cambio = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._serie: Serie | None = None
        self._antes, self._despues = QLabel(), QLabel()
        self.campo = _Numero()
        self.campo.setAccessibleName("Número")
        self.campo.textChanged.connect(lambda: (self._decir(), self.cambio.emit()))
        self.campo.pide_el_que_sigue.connect(self._poner_el_que_sigue)
        self.setFocusProxy(self.campo)
        hilera = QHBoxLayout(self)
        hilera.setContentsMargins(0, 0, 0, 0)
        hilera.setSpacing(2)
        for pieza in (self._antes, self.campo, self._despues):
            hilera.addWidget(pieza)

    def poner_serie(self, serie: Serie | None) -> None:
        """La serie con que se completa; None: el folio se escribe entero."""
        self._serie = serie
        ancho = serie.ancho + 6 if serie else 22
        self.campo.setFixedWidth(self.fontMetrics().averageCharWidth() * ancho)
        sigue = f"{serie.siguiente:0{serie.ancho}d}" if serie and serie.siguiente else ""
        self.campo.setPlaceholderText(sigue)
        self.campo.setToolTip("«+» pone el que sigue. Varios se separan con coma." if serie else "")
        self._decir()

    def texto(self) -> str:
        """Lo escrito, tal cual."""
        return self.campo.text()

    def poner(self, texto: str) -> None:
        """Lo deja escrito, con el cursor al final."""
        self.campo.setText(texto)

    def _decir(self) -> None:
        """Serie y año se ven mientras lo escrito sea solo el número."""
        serie = self._serie if "/" not in self.campo.text() else None
        self._antes.setText(serie.antes if serie else "")
        self._despues.setText(f"/{serie.anio}" if serie else "")

    def _poner_el_que_sigue(self) -> None:
        if self._serie is not None and self._serie.siguiente:
            self.campo.setText(f"{self._serie.siguiente:0{self._serie.ancho}d}")


class _Numero(CampoLimpio):
    pide_el_que_sigue = Signal()

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        if arg__1.text() == "+" and arg__1.key() == Qt.Key.Key_Plus:
            self.pide_el_que_sigue.emit()
        else:
            super().keyPressEvent(arg__1)
