"""Lo que se le pide a Qt antes de que se vea la ventana, sin nombrar su `Qt`.

Nombrarlo arma de golpe sus 93 enumeraciones, con 1 195 nombres: la décima parte de lo que tardaba en verse
la ventana. Lo que se carga antes de pintar pone aquí, por su nombre, las propiedades que piden una; lo que
se carga después usa `Qt` como siempre.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QTableWidgetItem

_ALINEACION, _A_LA_DERECHA = 7, 0x0002 | 0x0080  # TextAlignmentRole; AlignRight | AlignVCenter
_PARA_EL_LECTOR = 11  # AccessibleTextRole


def poner(pieza: QObject, **propiedades: str) -> None:
    """Pone propiedades de Qt con el nombre de su valor: `poner(letrero, textFormat="PlainText")`.

    Raises:
        ValueError: Qt no conoce esa propiedad, o no con ese valor.
    """
    for propiedad, valor in propiedades.items():
        if not pieza.setProperty(propiedad, valor):
            raise ValueError(f"Qt no pone «{propiedad}» en «{valor}».")


def a_la_derecha(celda: QTableWidgetItem) -> None:
    """Arrima el texto de una celda a la derecha, como los números."""
    celda.setData(_ALINEACION, _A_LA_DERECHA)


def decir_al_lector(celda: QTableWidgetItem, texto: str) -> None:
    """Lo que el lector de pantalla dice de una celda, cuando no es lo que muestra."""
    celda.setData(_PARA_EL_LECTOR, texto)
