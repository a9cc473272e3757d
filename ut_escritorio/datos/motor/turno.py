"""El turno de usar el archivo: a quien lo ocupa se le espera una vez, y ya no hasta verlo libre.

Después de un cambio la ventana lee varias veces: si cada una esperara, se detendría otro tanto en cada una.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager

from ut_escritorio.datos.motor.fallas import dichas, esta_ocupado

ESPERA = 0.5  # segundos que se espera a otro programa con la ventana detenida; luego se dice


class Turno:
    """Lo que una conexión espera a que otro programa suelte el archivo."""

    def __init__(self, conexion: sqlite3.Connection) -> None:
        self.conexion = conexion
        self.espera = ESPERA

    def esperar(self) -> None:
        """Lo que sigue espera, también si ya se vio ocupado."""
        self._poner(ESPERA)

    def no_esperar(self) -> None:
        """Lo que sigue se intenta una sola vez."""
        self._poner(0)

    def fallo(self, error: BaseException) -> None:
        """Si fue porque otro lo ocupa, ya se le esperó: hasta verlo libre, no más."""
        if esta_ocupado(error):
            self.no_esperar()

    @contextmanager
    def de_leer(self) -> Generator[None, None, None]:
        """Leer algo de una vez; lo que falle por cosa del archivo se lanza dicho en palabras."""
        try:
            yield
        except Exception as error:
            self.fallo(error)
            with dichas():
                raise
        self.esperar()

    def _poner(self, segundos: float) -> None:
        if segundos != self.espera:
            self.conexion.execute(f"PRAGMA busy_timeout = {round(segundos * 1000)}")
            self.espera = segundos
