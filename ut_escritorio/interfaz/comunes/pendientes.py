"""La lista de lo que falta, por componente; Enter, doble clic o «Ir» llevan a llenarlo."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from ut_escritorio.dominio.faltas import Falta
from ut_escritorio.dominio.plan import Plan
from ut_escritorio.interfaz.comunes.iconos import icono
from ut_escritorio.interfaz.comunes.piezas import Letrero, boton, llano


class ListaDeFaltas(QWidget):
    """`pide_ir` sale con el lugar y el origen de la falta elegida."""

    pide_ir = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.lista = QTreeWidget()
        self.lista.setAccessibleName("Lo que falta")
        self.lista.setHeaderHidden(True)
        self.lista.setRootIsDecorated(False)
        self.lista.setIndentation(12)
        self.lista.setWordWrap(True)
        self._nada = Letrero("No falta nada: el informe está completo.", "bien")
        self.ir = boton("Ir al lugar", self._ir, "ir")
        acomodo = QVBoxLayout(self)
        acomodo.setContentsMargins(0, 0, 0, 0)
        acomodo.addWidget(self._nada)
        acomodo.addWidget(self.lista, 1)
        acomodo.addWidget(self.ir)
        acomodo.addStretch()
        self.lista.itemActivated.connect(lambda *_: self._ir())
        self.lista.itemSelectionChanged.connect(lambda: self.ir.setEnabled(self._elegida() is not None))

    def poner(self, plan: Plan, faltas: Sequence[tuple[str, Sequence[Falta]]]) -> None:
        """Muestra las faltas por grupo; si no hay ninguna, lo dice."""
        self.lista.clear()
        for grupo, suyas in faltas:
            cabeza = QTreeWidgetItem([f"{grupo} ({len(suyas)})"])
            cabeza.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.lista.addTopLevelItem(cabeza)
            for falta in suyas:
                cabeza.addChild(_renglon(plan, falta))
        self.lista.expandAll()
        self.ir.setEnabled(False)
        for pieza in (self.lista, self.ir):
            pieza.setVisible(bool(faltas))
        self._nada.setVisible(not faltas)

    def _elegida(self) -> Falta | None:
        elegidos = self.lista.selectedItems()
        return elegidos[0].data(0, Qt.ItemDataRole.UserRole) if elegidos else None

    def _ir(self) -> None:
        falta = self._elegida()
        if falta is not None:
            self.pide_ir.emit(falta.lugar, falta.origen)


def donde(plan: Plan, lugar: str) -> str:
    """«1.2, paso 3: »; el número solo si es una actividad; nada si es del componente o del informe."""
    _, *dentro = plan.cadena.get(lugar, (None,))
    numeros = [cada.numero for cada in dentro if cada]
    return f"{', paso '.join(numeros)}: " if numeros else ""


def _renglon(plan: Plan, falta: Falta) -> QTreeWidgetItem:
    renglon = QTreeWidgetItem([donde(plan, falta.lugar) + falta.texto])
    renglon.setIcon(0, icono("falta", "atencion"))
    renglon.setToolTip(0, llano(falta.texto))
    renglon.setData(0, Qt.ItemDataRole.UserRole, falta)
    return renglon
