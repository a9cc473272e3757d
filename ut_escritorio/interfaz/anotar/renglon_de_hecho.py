"""El renglón que dice lo que se acaba de anotar, con el botón que va a verlo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout

from ut_escritorio.interfaz.anotar.hecho import FotoDe, Hecho
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, boton
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion


class RenglonDeHecho(QHBoxLayout):
    """Vacío mientras no se anote nada; su botón llama a `ir` con lo que dice."""

    def __init__(self, ir: Callable[[Hecho], object]) -> None:
        super().__init__()
        self._hecho: Hecho | None = None
        self.dicho = Letrero(tinta="bien")
        self.ir = boton("Ir al renglón", lambda: ir(self._hecho) if self._hecho else None, "ir")
        self.addWidget(self.ir)
        self.addWidget(self.dicho, 1)

    def decir(self, hecho: Hecho | None) -> None:
        """Lo dice; None: ya no hay qué decir."""
        self._hecho = hecho
        self.ir.setVisible(hecho is not None)
        if hecho is not None:
            self.ir.setText(hecho.rotulo)
            self.ir.setAccessibleName(hecho.rotulo)
        self.dicho.decir(hecho.dicho if hecho else "")

    def callar_si_se_deshizo(self, sesion: Sesion, foto_de: FotoDe) -> None:
        """Deja de decir lo que ya no está anotado."""
        if self._hecho is not None and not self._hecho.sigue(sesion, foto_de):
            self.decir(None)
