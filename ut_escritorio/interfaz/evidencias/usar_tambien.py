"""«Usar también en…»: de qué más es una evidencia; se escoge de una lista que se va acortando al teclear."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.palabras.llano import llano
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, boton, sin_marcado, sin_volteos
from ut_escritorio.interfaz.comunes.dialogos.dialogo import Dialogo
from ut_escritorio.interfaz.comunes.entrada.campo_limpio import CampoLimpio

_NADA = "No se halló nada. Pruebe con menos palabras, o solo una parte del número."
_DE = Qt.ItemDataRole.UserRole


class UsarTambien(Dialogo):
    """`usar` recibe de qué más es; si dice que no se pudo, el cuadro sigue abierto."""

    def __init__(
        self, padre: QWidget, que: str, destinos: Sequence[tuple[Origen, str]], usar: Callable[[Origen], bool]
    ) -> None:
        super().__init__(padre)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Usar también en…")
        self._usar = usar
        self.busca = CampoLimpio()
        self.busca.setAccessibleName("Buscar")
        self.busca.setPlaceholderText("Buscar: un número de oficio, una fecha, palabras")
        self.lista = QListWidget()
        self.lista.setAccessibleName("De qué más es")
        self.lista.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for origen, dicho in destinos:
            renglon = QListWidgetItem(sin_volteos(dicho))
            renglon.setToolTip(sin_marcado(dicho))
            renglon.setData(_DE, origen)
            self.lista.addItem(renglon)
        self.nada = Letrero(_NADA, "letra_tenue")
        self.aqui = boton("Usar aquí", self._aceptar, "adjuntar")
        cerrar = boton("Cerrar", self.reject, "cancelar", "Esc")
        abajo = QHBoxLayout()
        abajo.addStretch()
        abajo.addWidget(self.aqui)
        abajo.addWidget(cerrar)
        acomodo = QVBoxLayout(self)
        acomodo.addWidget(Letrero(f"«{que}» se queda donde está, y aquí no ocupa más.", "letra_tenue"))
        acomodo.addWidget(self.busca)
        acomodo.addWidget(self.lista, 1)
        acomodo.addWidget(self.nada)
        acomodo.addLayout(abajo)
        self.busca.textChanged.connect(self._acortar)
        self.busca.returnPressed.connect(self._aceptar)
        self.lista.itemActivated.connect(lambda _: self._aceptar())
        self.medir(90, 26)
        self._acortar("")

    def _acortar(self, escrito: str) -> None:
        """Solo lo que lleva todas las palabras escritas; la primera queda elegida."""
        palabras = llano(escrito).split()
        primera = -1
        for n in range(self.lista.count()):
            dicho = llano(self.lista.item(n).text())
            queda = all(palabra in dicho for palabra in palabras)
            self.lista.item(n).setHidden(not queda)
            primera = n if queda and primera < 0 else primera
        self.lista.setCurrentRow(primera)
        self.aqui.setEnabled(primera >= 0)
        self.nada.setVisible(primera < 0)

    def _aceptar(self) -> None:
        elegido = self.lista.currentItem()
        if elegido is not None and not elegido.isHidden() and self._usar(Origen.leido(elegido.data(_DE))):
            self.accept()
