"""«¿De dónde salió este número?»: lo que lo forma, cada cosa con su [Ir], y lo que ha cambiado."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.plan.cifras import Valor
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, boton, sin_marcado
from ut_escritorio.interfaz.comunes.dialogos.dialogo import Dialogo
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.archivo.historia import Procedencia, procedencia

_FILAS_A_LA_VISTA, _LETRAS = 9, 60


class HojaDeProcedencia(Dialogo):
    """Una hoja que se deja abierta al lado; Enter o doble clic van a lo elegido."""

    def __init__(self, padre: QWidget, sesion: Sesion, casilla: Casilla) -> None:
        super().__init__(padre.window())
        self._sesion = sesion
        dicho = procedencia(sesion.expediente, sesion.trimestre, casilla)
        self.setWindowTitle("¿De dónde salió este número?")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.piezas = _lista("Lo que forma el número", ("Cuánto", "De qué"))
        self.antes = _lista("Lo que ha cambiado", ("Cuándo", "Qué pasó", "Al"))
        self.ir = boton("Ir al lugar", self._ir, "ir")
        self.ir.setEnabled(False)
        self._armar(dicho)
        self.piezas.itemActivated.connect(lambda *_: self._ir())
        self.piezas.itemSelectionChanged.connect(lambda: self.ir.setEnabled(True))

    def _armar(self, dicho: Procedencia) -> None:
        acomodo = QVBoxLayout(self)
        acomodo.setSpacing(8)
        acomodo.addWidget(Letrero(_titulo(dicho), aumento=1.15, negrita=True))
        acomodo.addWidget(Letrero(dicho.como))
        if dicho.piezas:
            for pieza in dicho.piezas:
                cuanto = "?" if pieza.valor is None else str(pieza.valor)
                self.piezas.addTopLevelItem(_renglon(pieza.sitio, cuanto, pieza.texto))
            _medir(self.piezas)
            acomodo.addWidget(self.piezas)
        acomodo.addWidget(Letrero("Cambios", negrita=True))
        for anterior in reversed(dicho.antes):
            cuando, accion = f"{anterior.cuando:%d/%m/%Y %H:%M}", anterior.accion.lower()
            self.antes.addTopLevelItem(_renglon(None, cuando, anterior.que, accion))
        if dicho.antes:
            _medir(self.antes)
            acomodo.addWidget(self.antes)
        else:
            acomodo.addWidget(Letrero("No ha cambiado desde que se anotó por primera vez.", "letra_tenue"))
        acomodo.addLayout(self._botones(bool(dicho.piezas)))
        self.medir(90)

    def showEvent(self, arg__1: QShowEvent) -> None:
        """Se pone arriba a la derecha de la ventana, para no tapar el cuadro."""
        super().showEvent(arg__1)
        ventana = self.parentWidget()
        if ventana is not None and not arg__1.spontaneous():
            orilla = self.fontMetrics().height()
            esquina = ventana.mapToGlobal(ventana.rect().topRight())
            self.move(esquina.x() - self.frameGeometry().width() - orilla, esquina.y() + 6 * orilla)

    def _botones(self, con_ir: bool) -> QHBoxLayout:
        hilera = QHBoxLayout()
        hilera.addWidget(self.ir)
        self.ir.setVisible(con_ir)
        cerrar = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        cerrar.rejected.connect(self.close)
        hilera.addWidget(cerrar, 1)
        return hilera

    def _ir(self) -> None:
        elegidos = self.piezas.selectedItems()
        if elegidos:
            self._sesion.pide_ir.emit(elegidos[0].data(0, Qt.ItemDataRole.UserRole))


def _titulo(dicho: Procedencia) -> str:
    return f"{dicho.nombre}: {_numero(dicho.valor)}"


def _numero(valor: Valor) -> str:
    return "sin dato" if valor.numero is None else str(valor.numero)


def _lista(nombre: str, columnas: tuple[str, ...]) -> QTreeWidget:
    lista = QTreeWidget()
    lista.setAccessibleName(nombre)
    lista.setRootIsDecorated(False)
    lista.setUniformRowHeights(True)
    lista.setHeaderLabels(list(columnas))
    lista.header().setStretchLastSection(True)
    lista.header().setMaximumSectionSize(lista.fontMetrics().averageCharWidth() * _LETRAS)
    for columna in range(len(columnas) - 1):
        lista.header().setSectionResizeMode(columna, QHeaderView.ResizeMode.ResizeToContents)
    return lista


def _renglon(sitio: Sitio | None, *textos: str) -> QTreeWidgetItem:
    renglon = QTreeWidgetItem([" ".join(texto.split()) for texto in textos])
    for columna, texto in enumerate(textos):
        renglon.setToolTip(columna, sin_marcado(texto))
    renglon.setData(0, Qt.ItemDataRole.UserRole, sitio)
    return renglon


def _medir(lista: QTreeWidget) -> None:
    """La lista mide lo que sus renglones, hasta cierto alto."""
    renglones = min(lista.topLevelItemCount(), _FILAS_A_LA_VISTA)
    alto = lista.sizeHintForRow(0) * renglones + lista.header().sizeHint().height() + 2 * lista.frameWidth()
    lista.setFixedHeight(alto + 4)
