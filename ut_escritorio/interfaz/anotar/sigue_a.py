"""«Contesta a», «Sigue a»: a qué oficio contesta lo que llega, o de qué asunto es lo que se anota."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ut_escritorio.dominio.impreso.contestables import Contestable
from ut_escritorio.dominio.plan.formas import Sentido
from ut_escritorio.interfaz.comunes.aspecto.piezas import agrandar
from ut_escritorio.interfaz.comunes.campos.de_renglon import CampoDeLista

_A_LA_VISTA = 26
_COMO: dict[Sentido, tuple[str, str]] = {
    "recibido": ("Contesta a", "(a ninguno)"),
    "enviado": ("Sigue a", "(es otro asunto)"),
}


class SigueA(QWidget):
    """Se ve solo si hay alguno; de entrada no es ninguno: nada se une ni se da por contestado en silencio.

    `eligio` sale cuando ella escoge otro.
    """

    eligio = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._posibles: dict[str, Contestable] = {}
        self.lista = CampoDeLista("Sigue a", [("", "")])
        self.lista.setMinimumContentsLength(_A_LA_VISTA)
        self.letrero = QLabel()
        self.letrero.setBuddy(self.lista)
        self.falta_parte = agrandar(QCheckBox("Falta una parte"))
        self.falta_parte.setToolTip("Llegó algo, y se sigue esperando lo demás")
        pila, hilera = QVBoxLayout(self), QHBoxLayout()
        pila.setContentsMargins(0, 0, 0, 0)
        pila.setSpacing(2)
        pila.addWidget(self.letrero)
        hilera.addWidget(self.lista, 1)
        hilera.addWidget(self.falta_parte)
        pila.addLayout(hilera)
        self.lista.currentIndexChanged.connect(lambda _: self._al_elegir())
        self.lista.cambio.connect(lambda _: self.eligio.emit())
        self.hide()

    def poner(self, posibles: Sequence[Contestable], sentido: Sentido) -> None:
        """Ofrece a qué podría contestar o seguir lo escrito; lo elegido sigue así, si aún está."""
        nombre, ninguno = _COMO.get(sentido, _COMO["enviado"])
        self._posibles = {cada.clave: cada for cada in posibles}
        self.letrero.setText(nombre)
        self.lista.setAccessibleName(nombre)
        self.lista.ofrecer([("", ninguno), *((clave, cada.rotulo) for clave, cada in self._posibles.items())])
        if self.lista.currentIndex() < 0:
            self.lista.poner("")
        self._puede_faltar = sentido == "recibido"
        self._al_elegir()
        self.setVisible(bool(posibles))

    def _al_elegir(self) -> None:
        se_ve = self.elegido() is not None and self._puede_faltar
        self.falta_parte.setVisible(se_ve)
        if not se_ve:
            self.falta_parte.setChecked(False)

    _puede_faltar = False

    def elegido(self) -> Contestable | None:
        """El que ella escogió; None si ninguno."""
        return self._posibles.get(self.lista.currentData() or "")

    def soltar(self) -> None:
        """Otra vez a ninguno: lo que sigue es otra cosa."""
        self.lista.poner("")
