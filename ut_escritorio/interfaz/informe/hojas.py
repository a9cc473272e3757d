"""Las hojas del informe de ahora, hechas en otro hilo: las ven la vista y quien las imprime."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.comunes.dialogos.imprevistos import atender
from ut_escritorio.interfaz.comunes.papel.exportacion import hojear_aparte
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.comunes.sesion.tareas import Tarea


class Hojas(QObject):
    """`exportado` y `datos` son del último PDF hecho (None y vacío si no lo hay).

    `cambio` sale cuando se empiezan a hacer, cuando están, cuando envejecen y cuando no se pudo
    (`error` dice por qué).
    """

    cambio = Signal()

    def __init__(self, sesion: Sesion) -> None:
        super().__init__()
        self._sesion = sesion
        self._tarea: Tarea | None = None
        self._otra_vez = False
        self.exportado: Any = None
        self.datos = b""
        self.foto = sesion.foto
        self.al_dia = False
        self.error = ""

    @property
    def haciendo(self) -> bool:
        """Si se están haciendo."""
        return self._tarea is not None

    def envejecer(self) -> None:
        """Los datos cambiaron: estas ya no son las que saldrían."""
        self.al_dia = False
        self.cambio.emit()

    def pedir(self) -> None:
        """Las hace, si no están al día; si se están haciendo otras que ya envejecieron, al acabar esas."""
        self._otra_vez = self._tarea is not None and not self.al_dia
        if self._tarea is not None or self.al_dia:
            return
        self.al_dia, self.error, self._por_foto = True, "", self._sesion.foto
        self._tarea = hojear_aparte(self._sesion)
        self._tarea.hecha.connect(self._recibir)
        self._tarea.fallida.connect(self._fallar)
        self._tarea.acabo.connect(self._terminar)
        self._tarea.empezar()
        self.cambio.emit()

    def _recibir(self, hecho: tuple[Any, bytes]) -> None:
        self.exportado, self.datos = hecho
        self.foto = self._por_foto

    def _fallar(self, error: Exception) -> None:
        self.al_dia, self.error = False, str(error)
        if not isinstance(error, ErrorEsperado):
            self.error = "No se pudieron hacer las hojas."
            atender(error)

    def _terminar(self) -> None:
        self._tarea = None
        if self._otra_vez:
            self.pedir()
        else:
            self.cambio.emit()
