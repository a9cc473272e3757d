"""Escoger de qué copia se restaura, sabiendo qué pasará con lo que hay."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ut_escritorio.dominio.oficina.respaldos import Respaldo
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, boton, sin_marcado
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.comunes.dialogos.botones import aceptar_o_cancelar
from ut_escritorio.interfaz.comunes.dialogos.dialogo import Dialogo
from ut_escritorio.servicios.archivo.respaldo import carpeta_de_respaldos
from ut_escritorio.servicios.archivo.restauracion import antes_de_restaurar

_QUE_PASA = (
    "El archivo vuelve a decir lo que decía esa copia. Lo que hay ahora no se borra: queda aparte, en la "
    "misma carpeta. La copia se comprueba antes de usarla."
)
_RUTA = Qt.ItemDataRole.UserRole


class ElegirCopia(Dialogo):
    """Las copias hechas, la más adelantada arriba; `eligio` sale con la ruta de una.

    Las que guardan cambios que el archivo ya no tiene van al final, y ninguna de ellas es la de costumbre.
    """

    eligio = Signal(object)

    def __init__(
        self, padre: QWidget | None, archivo: Path, copias: Sequence[Respaldo], cuaderno: Path
    ) -> None:
        super().__init__(padre)
        self._archivo, self._cuaderno = archivo, cuaderno
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Restaurar")
        self.lista = QListWidget()
        self.lista.setAccessibleName("Copias que hay")
        for copia in copias:
            self.lista.addItem(_renglon(copia, carpeta_de_respaldos(archivo)))
        if copias and not copias[0].dejada:
            self.lista.setCurrentRow(0)
        self.lista.itemActivated.connect(lambda _: self._elegir())
        botones, self.restaurar = aceptar_o_cancelar("Restaurar…", self._elegir, self.reject)
        self.restaurar.setEnabled(self.lista.currentItem() is not None)
        self.lista.currentItemChanged.connect(lambda *_: self.restaurar.setEnabled(True))
        self.otra = boton("Elegir otra copia…", self._otra, "abrir")
        self._armar(botones)

    def _armar(self, botones: QDialogButtonBox) -> None:
        acomodo = QVBoxLayout(self)
        acomodo.setSpacing(10)
        hay = self.lista.count() > 0
        titulo = "¿De qué copia?" if hay else "Este equipo no tiene copias de este archivo."
        acomodo.addWidget(Letrero(titulo, negrita=True))
        acomodo.addWidget(Letrero(_QUE_PASA))
        self.lista.setVisible(hay)
        for pieza in (self.lista, self.otra, botones):
            acomodo.addWidget(pieza)
        self.medir(70)
        self.lista.setMinimumHeight(self.fontMetrics().lineSpacing() * 10)

    def _elegir(self) -> None:
        actual = self.lista.currentItem()
        if actual is not None:
            self._confirmar(actual.data(_RUTA), actual.text())

    def _otra(self) -> None:
        avisos.pedir_archivo(
            self, "Restaurar de una copia", self._archivo.parent, avisos.FILTRO,
            lambda ruta: self._confirmar(ruta, f"«{ruta.name}»"),
        )  # fmt: skip

    def _confirmar(self, copia: Path, cual: str) -> None:
        def si() -> None:
            self.eligio.emit(copia)
            self.accept()

        try:
            saber = antes_de_restaurar(self._archivo, copia, self._cuaderno)
        except ErrorEsperado as error:
            avisos.advertir(self, "Esa copia no sirve.", str(error))
            return
        detalle = f"{saber}\n\n{_QUE_PASA}" if saber else _QUE_PASA
        avisos.preguntar(self, f"¿Restaurar de la copia {cual}?", "Restaurar", si, detalle)


def _renglon(hecho: Respaldo, de_costumbre: Path) -> QListWidgetItem:
    """«del 04/07/2031 a las 14:02», y dónde, si no es donde siempre."""
    aparte = f", en {hecho.ruta.parent}" if hecho.ruta.parent != de_costumbre.absolute() else ""
    que = ", con cambios que el archivo de ahora no tiene" if hecho.dejada else ""
    renglon = QListWidgetItem(f"del {hecho.cuando:%d/%m/%Y a las %H:%M}{que}{aparte}")
    renglon.setToolTip(sin_marcado(str(hecho.ruta)))
    renglon.setData(_RUTA, hecho.ruta)
    return renglon
