"""«Sigue a»: de qué asunto de esa unidad es lo que se anota, entre los que aún no llegan a ese paso."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ut_escritorio.dominio.impreso.anotar import Borrador
from ut_escritorio.dominio.impreso.asuntos import Asunto, por_continuar
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.interfaz.comunes.campos.de_renglon import CampoDeLista

_LETRAS, _A_LA_VISTA = 60, 26


class SigueA(QWidget):
    """Se ve solo si hay alguno que continuar; de entrada es un asunto nuevo: nada se une en silencio."""

    def __init__(self) -> None:
        super().__init__()
        self._asuntos: dict[str, Asunto] = {}
        self.lista = CampoDeLista("Sigue a", [("", "(es otro asunto)")])
        self.lista.setMinimumContentsLength(_A_LA_VISTA)
        letrero = QLabel("Sigue a")
        letrero.setBuddy(self.lista)
        pila = QVBoxLayout(self)
        pila.setContentsMargins(0, 0, 0, 0)
        pila.setSpacing(2)
        pila.addWidget(letrero)
        pila.addWidget(self.lista)
        self.hide()

    def poner(self, foto: FotoTrimestre, borrador: Borrador | None) -> None:
        """Ofrece los asuntos que lo escrito podría continuar; ninguno, si ya se sabe de cuál es."""
        asuntos = por_continuar(foto, borrador.lugar, borrador.unidad) if borrador else ()
        self._asuntos = {asunto.clave: asunto for asunto in asuntos}
        opciones = [(clave, _rotulo(asunto)) for clave, asunto in self._asuntos.items()]
        self.lista.ofrecer([("", "(es otro asunto)"), *opciones])
        if self.lista.currentIndex() < 0:
            self.lista.poner("")
        self.setVisible(bool(asuntos))

    def asunto(self) -> Asunto | None:
        """El que ella escogió; None si es otro."""
        return self._asuntos.get(self.lista.currentData() or "")


def _rotulo(asunto: Asunto) -> str:
    folios = [cita.folio for renglon in asunto.renglones for cita in renglon.citas]
    dicho = ": ".join(parte for parte in (", ".join(folios[:1]), asunto.tema) if parte)
    return dicho if len(dicho) <= _LETRAS else f"{dicho[:_LETRAS]}…"
