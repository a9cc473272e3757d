"""«Archivo sano ✔ · Última copia hoy 14:02»: lo que siempre se ve en la barra de estado."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton

from ut_escritorio.interfaz.comunes.aspecto.iconos import vestir
from ut_escritorio.interfaz.comunes.aspecto.paleta import color
from ut_escritorio.interfaz.comunes.aspecto.piezas import sin_marcado


class EdadDeLaCopia(QPushButton):
    """De cuándo es la última copia buena; si la siguiente falló, lo dice hasta que haya otra."""

    def __init__(self, al_oprimir: Callable[[], object]) -> None:
        super().__init__()
        self.setFlat(True)
        self.clicked.connect(lambda: al_oprimir())

    def decir(self, edad: str, fallo: str, como_esta: str) -> None:
        """Dice la edad y cómo está el archivo; `fallo` es por qué no se pudo la última copia."""
        self.setText(f"No se pudo respaldar · {edad}" if fallo else f"{como_esta} · {edad}")
        vestir(self, *(("error", "error") if fallo else ("guardar", "letra")))
        self.setToolTip(sin_marcado(fallo or "Oprima para respaldar ahora."))
        paleta = self.palette()
        paleta.setColor(paleta.ColorRole.ButtonText, color("error" if fallo else "letra"))
        self.setPalette(paleta)
