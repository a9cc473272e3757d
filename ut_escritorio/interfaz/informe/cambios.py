"""«¿Qué cambió?»: lo que ya no es como se firmó, número por número y texto por texto, con su [Ir]."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, boton, sin_marcado
from ut_escritorio.interfaz.comunes.dialogos.dialogo import Dialogo
from ut_escritorio.interfaz.comunes.listas.partidas import Partidas
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.entrega.diferencias import Diferencia

_ORILLA = 10
_DEL_PROGRAMA = "Lo dice ahora el programa"


class HojaDeCambios(Dialogo):
    """Una hoja que se deja abierta al lado; Enter o doble clic van a lo que cambió.

    `titulo` dice de qué a qué, y `antes` encabeza cómo decía.
    """

    def __init__(
        self,
        padre: QWidget,
        sesion: Sesion,
        trimestre: Trimestre,
        titulo: str,
        cambios: tuple[Diferencia, ...],
        antes: str = "Se firmó",
    ) -> None:
        super().__init__(padre.window())
        self._sesion, self._trimestre = sesion, trimestre
        self.setWindowTitle("¿Qué cambió?")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.lista = _lista(cambios, antes)
        self.ir = boton("Ir al lugar", self._ir, "ir")
        self.ir.setEnabled(False)
        self.lista.itemSelectionChanged.connect(lambda: self.ir.setEnabled(True))
        self.lista.itemActivated.connect(lambda *_: self._ir())
        self._armar(titulo, cambios)

    def _armar(self, titulo: str, cambios: tuple[Diferencia, ...]) -> None:
        acomodo = QVBoxLayout(self)
        acomodo.addWidget(Letrero(titulo, aumento=1.15, negrita=True))
        acomodo.addWidget(Letrero(_cuantos(cambios), "letra" if cambios else "bien"))
        if cambios:
            acomodo.addWidget(self.lista, 1)
        else:
            acomodo.addStretch()
        hilera = QHBoxLayout()
        hilera.addWidget(self.ir)
        self.ir.setVisible(bool(cambios))
        cerrar = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        cerrar.rejected.connect(self.close)
        hilera.addWidget(cerrar, 1)
        acomodo.addLayout(hilera)
        self.medir(150 if cambios else 100, 32 if cambios else 8)

    def _ir(self) -> None:
        elegidos = self.lista.selectedItems()
        if not elegidos:
            return
        if self._trimestre != self._sesion.trimestre:
            self._sesion.ir_a_trimestre(self._trimestre)
        self._sesion.pide_ir.emit(elegidos[0].data(0, Qt.ItemDataRole.UserRole))


def _cuantos(cambios: tuple[Diferencia, ...]) -> str:
    """Lo que cambió ella y, aparte, lo que esta versión del programa dice de otro modo."""
    if not cambios:
        return "Nada: lo de hoy es igual a lo que se firmó."
    programa = sum(cambio.del_programa for cambio in cambios)
    suyos = len(cambios) - programa
    dicho = {0: "No cambió ningún dato.", 1: "Cambió una cosa."}.get(suyos, f"Cambiaron {suyos} cosas.")
    if not programa:
        return dicho
    otras = "una cosa se dice" if programa == 1 else f"{programa} cosas se dicen"
    return f"{dicho} Con esta versión del programa {otras} de otro modo, con los mismos datos."


def _lista(cambios: tuple[Diferencia, ...], antes: str) -> QTreeWidget:
    lista = QTreeWidget()
    lista.setItemDelegate(
        Partidas(lista, _ORILLA, lambda cual: max(60, lista.columnWidth(cual.column()) - _ORILLA))
    )
    lista.setAccessibleName("Lo que cambió")
    lista.setRootIsDecorated(False)
    lista.setAlternatingRowColors(True)
    lista.setWordWrap(True)
    lista.setHeaderLabels(["Qué", antes, "Ahora", "Por eso cambia"])
    for cambio in sorted(cambios, key=lambda cada: cada.del_programa):
        lista.addTopLevelItem(_renglon(cambio))
    encabezado = lista.header()
    encabezado.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    encabezado.sectionResized.connect(lambda *_: lista.scheduleDelayedItemsLayout())
    return lista


def _renglon(cambio: Diferencia) -> QTreeWidgetItem:
    por_eso = _DEL_PROGRAMA if cambio.del_programa else "\n".join(cambio.arrastra)
    antes, ahora = cambio.antes or "(no estaba)", cambio.ahora or "(ya no está)"
    renglon = QTreeWidgetItem([cambio.que, antes, ahora, por_eso])
    for columna in range(renglon.columnCount()):  # dos textos largos se comparan desde su primera palabra
        renglon.setTextAlignment(columna, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    renglon.setToolTip(0, sin_marcado(str(cambio)))
    nota = f" {_DEL_PROGRAMA}." if cambio.del_programa else ""
    renglon.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{cambio}{nota}")
    renglon.setData(0, Qt.ItemDataRole.UserRole, cambio.sitio)
    return renglon
