"""Vuelve a hacer los retratos, cuando el aspecto del informe cambió a propósito; luego se miran."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from tests.aspecto.informes import INFORMES, pdf_de
from tests.aspecto.retratos import AQUI, guardar


def main() -> None:
    """Retrata cada informe y dice cuántas hojas son."""
    _aplicacion = QGuiApplication([])
    for nombre in INFORMES:
        print(f"{nombre}: {guardar(nombre, pdf_de(nombre))} hojas en {AQUI}")


if __name__ == "__main__":
    main()
