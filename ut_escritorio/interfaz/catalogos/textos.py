"""Todos los textos del plan, también los de la portada y los oficios, para hallar uno y cambiarlo."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ut_escritorio.dominio.palabras.llano import lleva
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.plan.lugares import donde
from ut_escritorio.dominio.plan.rotulado import nombres_de_cifras, rotular
from ut_escritorio.dominio.plan.textos import TextoDelPlan, textos_de
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, boton, sin_marcado
from ut_escritorio.interfaz.comunes.dialogos.editor_de_texto import EditorDeTexto
from ut_escritorio.interfaz.comunes.entrada.campo_limpio import CampoLimpio
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.oficina.plan import plan_de

_TEXTO = Qt.ItemDataRole.UserRole


class Textos(QWidget):
    """Se busca por cualquier palabra; Enter o doble clic lo abre."""

    def __init__(self, sesion: Sesion) -> None:
        super().__init__()
        self._sesion = sesion
        self.busca, self.lista = CampoLimpio(), QListWidget()
        self.busca.setAccessibleName("Buscar un texto")
        self.busca.setPlaceholderText("Buscar por cualquier palabra…")
        self.lista.setAccessibleName("Textos del plan")
        self.lista.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.cambiar = boton("Ca&mbiar este texto…", self._cambiar, "a_mano")
        acomodo = QVBoxLayout(self)
        acomodo.addWidget(self.busca)
        acomodo.addWidget(self.lista, 1)
        hilera = QHBoxLayout()
        nota = "Lo que va entre ‹ › lo pone el programa con lo que se anota."
        hilera.addWidget(Letrero(nota, tinta="letra_tenue"), 1)
        hilera.addWidget(self.cambiar)
        acomodo.addLayout(hilera)
        self.busca.textChanged.connect(lambda _: self._filtrar())
        self.lista.itemActivated.connect(lambda _: self._cambiar())
        self.cambiar.setEnabled(not sesion.cerrado)

    def poner(self) -> None:
        """Muestra los del plan, sin dejar el elegido."""
        plan = plan_de(self._sesion.expediente, self._sesion.trimestre)
        actual = self.lista.currentRow()
        self.lista.clear()
        cifras = nombres_de_cifras(plan)
        for texto in textos_de(plan):
            leido = rotular(texto.texto, cifras).texto if texto.es_patron else texto.texto
            renglon = QListWidgetItem(f"{_de_quien(plan, texto)}: {leido}".replace("\n", " "))
            renglon.setToolTip(sin_marcado(leido))
            renglon.setData(_TEXTO, texto)
            self.lista.addItem(renglon)
        self.lista.setCurrentRow(max(0, actual))
        self._filtrar()

    def _filtrar(self) -> None:
        for fila in range(self.lista.count()):
            renglon = self.lista.item(fila)
            renglon.setHidden(not lleva(renglon.text(), self.busca.text()))

    def _cambiar(self) -> None:
        renglon = self.lista.currentItem()
        if renglon is not None and not renglon.isHidden() and not self._sesion.cerrado:
            texto: TextoDelPlan = renglon.data(_TEXTO)
            EditorDeTexto(self._sesion, texto, self.window()).open()


def _de_quien(plan: Plan, texto: TextoDelPlan) -> str:
    """«1.2 paso 3, texto», «oficio de remisión»."""
    lugar = donde(plan, texto.lugar)
    return f"{lugar}, {texto.que}" if lugar else texto.que
