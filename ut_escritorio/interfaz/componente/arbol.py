"""El índice del componente: sus actividades y pasos, cada uno con su estado y su cuenta."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from ut_escritorio.dominio.impreso.resumen import cuenta_de, hijos
from ut_escritorio.dominio.plan.arbol import Componente, Lugar
from ut_escritorio.dominio.plan.lugares import con_nombre
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.interfaz.comunes.aspecto.iconos import crecido, icono
from ut_escritorio.interfaz.comunes.aspecto.piezas import sin_marcado
from ut_escritorio.interfaz.comunes.sesion.senales import SIGNOS, Senales
from ut_escritorio.servicios.archivo.expediente import Cosas

_LISTO, _NO_TOCO = ("listo", "bien"), ("no_toco", "letra_tenue")
_CLAVE = Qt.ItemDataRole.UserRole


class Arbol(QTreeWidget):
    """`elegido` sale con la clave del lugar en que ella se pone."""

    lee: Cosas = frozenset({"conteos", "renglones", "marcas"})
    elegido = Signal(str)

    def __init__(self, componente: Componente) -> None:
        super().__init__()
        self.componente = componente
        self._renglones: dict[str, QTreeWidgetItem] = {}
        self._sin_actividad: frozenset[str] = frozenset()
        self.setAccessibleName("Actividades y pasos")
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(14)
        self.setUniformRowHeights(True)
        self.setIconSize(QSize(crecido(16), crecido(16)))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._colgar(componente, None)
        self.expandAll()
        self.currentItemChanged.connect(self._avisar)

    def refrescar(self, foto: FotoTrimestre) -> None:
        """Pone al día la cuenta de cada lugar."""
        self._sin_actividad = foto.sin_actividad
        for lugar in _con_hijos(self.componente):
            self._renglones[lugar.clave].setText(1, cuenta_de(foto, lugar))

    def senalar(self, senales: Senales) -> None:
        """Pone el estado de cada lugar: listo, no tocó, o lo que hay que corregir o revisar."""
        for lugar in _con_hijos(self.componente):
            senal = senales.de_lugar(lugar.clave)
            if lugar.clave in self._sin_actividad:
                self._decir(lugar, _NO_TOCO, "No tocó este trimestre")
            elif senal:
                self._decir(lugar, SIGNOS[senal.gravedad], senal.texto)
            elif senales.firmado:
                self._decir(lugar, _LISTO, "Firmado")
            elif senales.acabado:
                self._decir(lugar, _LISTO, "Listo")
            else:
                self._decir(lugar, None, "Nada que corregir por ahora")

    def _decir(self, lugar: Lugar, signo: tuple[str, str] | None, estado: str) -> None:
        renglon = self._renglones[lugar.clave]
        renglon.setIcon(0, icono(*signo) if signo else QIcon())
        renglon.setToolTip(0, sin_marcado(f"{lugar.nombre}\n{estado}"))
        dicho = f"{con_nombre(lugar)}, {renglon.text(1)}. {estado}"
        renglon.setData(0, Qt.ItemDataRole.AccessibleTextRole, dicho)

    def ir_a(self, clave: str) -> None:
        """Se pone en ese lugar; si no es de aquí, se queda donde está."""
        if clave in self._renglones:
            self.setCurrentItem(self._renglones[clave])

    def lugar_en(self, punto: QPoint) -> str:
        """La clave del lugar que hay en un punto; vacía si ninguno."""
        renglon = self.itemAt(punto)
        return renglon.data(0, _CLAVE) if renglon is not None else ""

    def _colgar(self, lugar: Lugar, de: QTreeWidgetItem | None) -> None:
        renglon = QTreeWidgetItem([con_nombre(lugar), ""])
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
