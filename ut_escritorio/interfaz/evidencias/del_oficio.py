"""Las evidencias del oficio elegido: su acuse, un correo, lo que llegó con él."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QPoint
from PySide6.QtWidgets import QTableView, QWidget

from ut_escritorio.dominio.oficios.libro import EnElLibro
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.interfaz.evidencias.franja import FranjaDeEvidencias
from ut_escritorio.interfaz.evidencias.llegadas import Recibe


class EvidenciasDelOficio(FranjaDeEvidencias):
    """Con varios elegidos, o ninguno, no se ven; lo que se suelta sobre una fila es de ese oficio."""

    def poner(self, filas: Sequence[EnElLibro]) -> None:
        """Enseña las del oficio elegido."""
        self.mostrar(Origen("libro", filas[0].oficio.uid) if len(filas) == 1 else None)

    def conectar(self, pestana: QWidget, tabla: QTableView) -> None:
        """En esa pestaña se pega y se adjunta; sobre las filas de su lista se sueltan archivos."""

        def al_soltar(datos: QMimeData, punto: QPoint) -> None:
            if (fila := tabla.rowAt(punto.y())) >= 0:
                tabla.selectRow(fila)
                self.recibir(datos)

        self.atajos_en(pestana)
        Recibe(tabla.viewport()).solto.connect(al_soltar)
