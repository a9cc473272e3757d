"""Los dos botones al pie de un cuadro de diálogo: el que hace lo que se pide, y Cancelar."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialogButtonBox, QPushButton


def aceptar_o_cancelar(
    rotulo: str,
    al_aceptar: Callable[[], object],
    al_cancelar: Callable[[], object],
    cancelar: str = "Cancelar",
) -> tuple[QDialogButtonBox, QPushButton]:
    """El renglón de los dos botones y el de `rotulo`, al que Tab llega antes que al de no hacerlo."""
    botones = QDialogButtonBox()
    # Tab los recorre como se crean, y así se ven en Windows.
    aceptar = botones.addButton(rotulo, QDialogButtonBox.ButtonRole.AcceptRole)
    botones.addButton(cancelar, QDialogButtonBox.ButtonRole.RejectRole)
    botones.accepted.connect(lambda: al_aceptar())
    botones.rejected.connect(lambda: al_cancelar())
    return botones, aceptar
