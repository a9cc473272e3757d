"""«Agregar un componente»: los que trae el plan del programa y no están en el suyo."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ut_escritorio.dominio.plan.arbol import Componente
from ut_escritorio.dominio.plan.lugares import breve
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero
from ut_escritorio.interfaz.comunes.dialogos.botones import aceptar_o_cancelar
from ut_escritorio.interfaz.comunes.dialogos.dialogo import Dialogo

_COMPONENTE = Qt.ItemDataRole.UserRole


class AgregarComponente(Dialogo):
    """`elegido` sale con la clave del que ella escoge; abajo se lee qué actividades trae."""

    elegido = Signal(str)

    def __init__(self, componentes: tuple[Componente, ...], ejercicio: int, padre: QWidget) -> None:
        super().__init__(padre)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Agregar un componente")
        self.lista = QListWidget()
        self.lista.setAccessibleName("Componentes que se pueden agregar")
        for componente in componentes:
            renglon = QListWidgetItem(f"{componente.numero}  {componente.nombre}")
            renglon.setData(_COMPONENTE, componente)
            self.lista.addItem(renglon)
        self.trae = Letrero()
        self.trae.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._armar(ejercicio)
        self.lista.currentItemChanged.connect(lambda *_: self._decir_que_trae())
        self.lista.itemActivated.connect(lambda _: self._elegir())
        self._apartar_lugar(componentes)
        self.lista.setCurrentRow(0)

    def _armar(self, ejercicio: int) -> None:
        botones, self.agregar = aceptar_o_cancelar("Agregarlo", self._elegir, self.reject)
        nota = f"Se agrega a todo {ejercicio}, sin metas. Se puede deshacer, y lo ya firmado no cambia."
        acomodo = QVBoxLayout(self)
        acomodo.setSpacing(10)
        pregunta = Letrero("¿Qué componente agrega a su plan?", negrita=True)
        for pieza in (pregunta, self.lista, self.trae, Letrero(nota, "letra_tenue"), botones):
            acomodo.addWidget(pieza)
        self.medir(80)

    def _apartar_lugar(self, componentes: tuple[Componente, ...]) -> None:
        """La lista mide lo que sus renglones, y abajo cabe lo que trae el de más actividades."""
        renglon = self.fontMetrics().lineSpacing()
        a_la_vista = min(len(componentes), 6)
        self.lista.setFixedHeight(self.lista.sizeHintForRow(0) * a_la_vista + 2 * self.lista.frameWidth())
        cuantas = max(len(componente.actividades) for componente in componentes)
        self.trae.setMinimumHeight(renglon * (cuantas + 1))

    def _decir_que_trae(self) -> None:
        componente: Componente = self.lista.currentItem().data(_COMPONENTE)
        actividades = (f"{a.numero}  {breve(a)}" for a in componente.actividades)
        self.trae.decir("\n".join(("Trae sus actividades, con sus pasos y cuadros:", *actividades)))

    def _elegir(self) -> None:
        componente: Componente = self.lista.currentItem().data(_COMPONENTE)
        self.accept()
        self.elegido.emit(componente.clave)
