"""«Son estos»: las cartas que se mandan son las que el informe ya decía haber enviado, sin decir cuáles."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from ut_escritorio.dominio.cartas.tanda import son_sin_duda
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.plan.lugares import donde, donde_estan
from ut_escritorio.dominio.trimestre.renglones import Renglon
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, agrandar, sin_atajo
from ut_escritorio.servicios.oficios.varias import PorVerse


class SonEstos(QWidget):
    """Se ve solo si algún renglón dice que se enviaron tantas; `a_la_vista`, el trimestre de la ventana."""

    def __init__(self, vista: PorVerse, a_la_vista: Trimestre) -> None:
        super().__init__()
        self._vista, self._a_la_vista = vista, a_la_vista
        self._ya_dichos: Renglon | None = None
        self.casilla, self.van_ahi = agrandar(QCheckBox()), Letrero(tinta="atencion")
        acomodo = QVBoxLayout(self)
        acomodo.setContentsMargins(0, 0, 0, 0)
        acomodo.addWidget(self.casilla)
        acomodo.addWidget(self.van_ahi)
        self.casilla.toggled.connect(lambda _: self._decir_adonde_van())
        self.hide()

    @property
    def elegido(self) -> str:
        """El renglón que ya los decía; vacío si no son esos."""
        return self._ya_dichos.uid if self._ya_dichos and self.casilla.isChecked() else ""

    def ofrecer(self, cuantas: int) -> None:
        """Si el informe ya dice que se enviaron tantas, pregunta si son estas; si no hay duda, ya marcado."""
        posibles = self._vista.pueden_ser(cuantas) if cuantas else ()
        antes, self._ya_dichos = self._ya_dichos, next(iter(posibles), None)
        self.setVisible(self._ya_dichos is not None)
        if (suyo := self._ya_dichos) is None:
            return
        otro = "" if self._vista.trimestre == self._a_la_vista else f" del {self._vista.trimestre}"
        lugar = f"{donde(self._vista.plan, suyo.lugar)}{otro}"
        self.casilla.setText(sin_atajo(f"En {lugar} hay {cuantas} oficios sin su número: son estos"))
        if antes != suyo:  # sin marcarlo, lo que no tiene duda se quedaría dicho dos veces
            self.casilla.setChecked(son_sin_duda(suyo, self._vista.va_en))
        self._decir_adonde_van()

    def _decir_adonde_van(self) -> None:
        """Marcada, si la carta pedía otro lugar, que van en este y no en el suyo."""
        suyo, vista = self._ya_dichos, self._vista
        if suyo is None or not self.casilla.isChecked() or son_sin_duda(suyo, vista.va_en):
            self.van_ahi.decir("")
            return
        en_su_lugar = f"«Va en»{donde_estan(vista.plan, (vista.va_en,))}"
        self.van_ahi.decir(f"Entonces van en {donde(vista.plan, suyo.lugar)}, y no donde dice {en_su_lugar}.")
