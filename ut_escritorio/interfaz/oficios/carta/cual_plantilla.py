"""El campo donde se escoge la plantilla de una carta."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeyEvent

from ut_escritorio.dominio.cartas.plantilla import PlantillaDeCarta
from ut_escritorio.dominio.palabras.llano import llano
from ut_escritorio.errores import ValorInvalido
from ut_escritorio.interfaz.comunes.campos import de_renglon as campos
from ut_escritorio.interfaz.comunes.campos.sugerencias import Sugerencias


class CualPlantilla(campos.CampoDeTexto):
    """El nombre de una plantilla, que se completa al escribir cualquiera de sus palabras."""

    def __init__(self) -> None:
        super().__init__("Plantilla", "Escriba parte de su nombre")
        self._claves: dict[str, str] = {}
        self.textChanged.connect(self._al_completarse)

    def _al_completarse(self, texto: str) -> None:
        """Tomada de la lista con un clic ya está elegida: no hace falta otro Enter."""
        empiezan_asi = [nombre for nombre in self._claves if nombre.startswith(llano(texto))]
        if empiezan_asi == [llano(texto)] and self.sin_confirmar():
            QTimer.singleShot(0, self, self.guardar_ya)

    def ofrecer(self, plantillas: Sequence[PlantillaDeCarta]) -> None:
        """Las que hay."""
        self._claves = {llano(cada.nombre): cada.clave for cada in plantillas}

    def leer(self, texto: str) -> str:
        """Lo escrito, si alguna se llama así."""
        if texto and llano(texto) not in self._claves:
            raise ValorInvalido(f"Ninguna plantilla se llama «{texto[:40]}»; elija una de la lista.")
        return texto

    def clave(self) -> str:
        """La clave de la que está puesta; vacía si ninguna."""
        return self._claves.get(llano(self.text()), "")


class LasQueHay(Sugerencias):
    """Enter toma la plantilla y ahí mismo queda elegida: lo que se siga tecleando ya es de lo que sigue."""

    def __init__(self, campo: CualPlantilla) -> None:
        super().__init__(campo, (), acepta_la_primera=True)
        self._cual = campo

    def _al_entrar(self, tecla: QKeyEvent) -> bool:
        hecho = super()._al_entrar(tecla)
        self._cual.guardar_ya()
        return hecho
