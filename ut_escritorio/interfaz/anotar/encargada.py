"""La tira con lo de un asunto: lo que se le encargó anotar y, si lo hay, el paso que se anota también."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QPushButton

from ut_escritorio.dominio.impreso.anotar import Borrador
from ut_escritorio.dominio.impreso.asuntos import Encargo
from ut_escritorio.interfaz.anotar.campos import Hoja
from ut_escritorio.interfaz.anotar.pedido import de_paso
from ut_escritorio.interfaz.comunes.aspecto.piezas import agrandar, sin_atajo

_OTRO, _SOLO_ESE = "Guardar y otro", "Guardar"


class Encargada:
    """`encargo` es None mientras se anota por cuenta propia; `tambien`, la casilla del paso que sigue."""

    def __init__(self, hoja: Hoja, guardar: QPushButton) -> None:
        self._hoja, self._guardar = hoja, guardar
        self.encargo: Encargo | None = None
        self.tambien = agrandar(QCheckBox())
        self.tambien.hide()
        guardar.setText(_OTRO)

    def llenar(self, encargo: Encargo) -> None:
        """Pone en la hoja lo que el encargo ya sabe; el lugar solo se escoge si el asunto empieza."""
        paso = encargo.de_paso
        self._hoja.poner(encargo.borrador)
        self._hoja.lugar.setEnabled(not encargo.asunto.renglones)
        if paso is not None and paso.ficha is not None:
            self.tambien.setText(f"También: {sin_atajo(paso.ficha.rotulo)}")
        self.tambien.setChecked(False)
        self.tambien.setVisible(paso is not None)
        self._guardar.setText(_SOLO_ESE)

    def soltar(self) -> None:
        """Otra vez por cuenta propia, sin nada escrito."""
        self.encargo = None
        self.tambien.hide()
        self._hoja.lugar.setEnabled(True)
        self._guardar.setText(_OTRO)
        self._hoja.vaciar()

    def borradores(self) -> tuple[Borrador, ...]:
        """Lo escrito y, si se pidió, lo del paso que sigue."""
        borrador = self._hoja.borrador()
        sigue = self.encargo if self.tambien.isChecked() else None
        return borrador, *(de_paso(sigue, borrador) if sigue else ())
