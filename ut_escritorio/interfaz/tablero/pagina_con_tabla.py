"""Lo que las páginas de una tabla hacen igual: su título, copiarla, y seguir e ir a lo de la fila elegida."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QTableView, QVBoxLayout

from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, boton
from ut_escritorio.interfaz.comunes.listas.copiable import hacer_copiable
from ut_escritorio.interfaz.comunes.sesion.piezas_vivas import PiezaViva
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion

Copiado = tuple[Callable[[], Sequence[str]], Callable[[int], Sequence[str]]]
"""Los rótulos de lo que se copia, y lo que dice una fila."""


class PaginaConTabla(PiezaViva):
    """Su título va hasta arriba de `acomodo`, donde cada una pone lo suyo."""

    def __init__(self, sesion: Sesion, tabla: QTableView, copiado: Copiado, ir: str, tecla: str = "") -> None:
        super().__init__()
        self._sesion = sesion
        self.titulo = Letrero(aumento=1.15, negrita=True)
        self.ir = boton(ir, self._ir, "ir", tecla)
        tabla.selectionModel().currentChanged.connect(lambda *_: self._al_elegir())
        hacer_copiable(tabla, *copiado)
        self.acomodo = QVBoxLayout(self)
        self.acomodo.setContentsMargins(0, 0, 0, 0)
        self.acomodo.addWidget(self.titulo)

    def _al_elegir(self) -> None:
        """Lo que se dice y se puede es de la fila elegida."""
        raise NotImplementedError

    def _ir(self) -> None:
        """Adonde lleva la fila elegida."""
        raise NotImplementedError

    def _ir_y_nota(self, nota: str) -> QHBoxLayout:
        """El botón y, junto, cómo se lee la tabla."""
        hilera = QHBoxLayout()
        hilera.addWidget(self.ir)
        hilera.addWidget(Letrero(nota, "letra_tenue"), 1)
        return hilera
