"""El índice del componente: sus actividades y pasos, cada uno con su estado y su cuenta."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from ut_escritorio.dominio.faltas import Estado, estado_de
from ut_escritorio.dominio.foto import FotoTrimestre
from ut_escritorio.dominio.plan import Componente, Lugar
from ut_escritorio.interfaz.componente.lectura import cuenta_de, hijos, nombre_corto
from ut_escritorio.interfaz.comunes.iconos import icono
from ut_escritorio.interfaz.comunes.piezas import llano

_SIGNOS: dict[Estado, tuple[str, str]] = {
    "listo": ("listo", "bien"),
    "falta": ("falta", "atencion"),
    "no tocó": ("no_toco", "letra_tenue"),
}
_CLAVE = Qt.ItemDataRole.UserRole


class Arbol(QTreeWidget):
    """`elegido` sale con la clave del lugar en que ella se pone."""

    elegido = Signal(str)

    def __init__(self, componente: Componente) -> None:
        super().__init__()
        self.componente = componente
        self._renglones: dict[str, QTreeWidgetItem] = {}
        self.setAccessibleName("Actividades y pasos")
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(14)
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._colgar(componente, None)
        self.expandAll()
        self.currentItemChanged.connect(self._avisar)

    def refrescar(self, foto: FotoTrimestre) -> None:
        """Pone al día el estado y la cuenta de cada lugar."""
        for lugar in _con_hijos(self.componente):
            renglon = self._renglones[lugar.clave]
            estado = estado_de(foto, lugar)
            cuenta = cuenta_de(foto, lugar)
            renglon.setIcon(0, icono(*_SIGNOS[estado]))
            renglon.setText(1, cuenta)
            renglon.setData(
                0, Qt.ItemDataRole.AccessibleTextRole, f"{nombre_corto(lugar)}, {estado}, {cuenta}"
            )
            renglon.setToolTip(0, llano(f"{lugar.nombre}\n{estado.capitalize()}"))

    def ir_a(self, clave: str) -> None:
        """Se pone en ese lugar; si no es de aquí, se queda donde está."""
        if clave in self._renglones:
            self.setCurrentItem(self._renglones[clave])

    def _colgar(self, lugar: Lugar, de: QTreeWidgetItem | None) -> None:
        renglon = QTreeWidgetItem([nombre_corto(lugar), ""])
        renglon.setData(0, _CLAVE, lugar.clave)
        renglon.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._renglones[lugar.clave] = renglon
        if de is None:
            self.addTopLevelItem(renglon)
        else:
            de.addChild(renglon)
        for hijo in hijos(lugar):
            self._colgar(hijo, renglon)

    def _avisar(self, actual: QTreeWidgetItem | None) -> None:
        if actual is not None:
            self.elegido.emit(actual.data(0, _CLAVE))


def _con_hijos(lugar: Lugar) -> list[Lugar]:
    return [lugar, *(dentro for hijo in hijos(lugar) for dentro in _con_hijos(hijo))]
