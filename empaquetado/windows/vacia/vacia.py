"""Una ventana de PySide6 sin nada: lo menos que puede tardar un programa hecho así."""

import sys

from PySide6.QtWidgets import QApplication, QMainWindow

aplicacion = QApplication([*sys.argv[:1], "-style", "Fusion"])
ventana = QMainWindow()
ventana.setWindowTitle("Vacia")
ventana.resize(1200, 700)
ventana.show()
sys.exit(aplicacion.exec())
