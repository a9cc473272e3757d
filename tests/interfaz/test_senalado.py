"""El signo que la revisión pone dentro de un campo no borra lo que el campo dice."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from ut_escritorio.interfaz.comunes.aspecto.senalado import marcar
from ut_escritorio.interfaz.comunes.sesion.senales import Senal


def test_al_llegar_su_signo_y_al_irse_el_numero_sigue_a_la_vista(qtbot):
    campo = QLineEdit("30")
    qtbot.addWidget(campo)
    campo.setAlignment(Qt.AlignmentFlag.AlignRight)
    campo.setFixedWidth(80)
    campo.show()
    qtbot.waitExposed(campo)
    for senal in (Senal(por_revisar=("Todas dicen 30 %.",)), None):
        QApplication.processEvents()
        marcar(campo, senal)
        QApplication.processEvents()
        en_pantalla = campo.screen().grabWindow(campo.winId()).toImage()
        assert en_pantalla == campo.grab().toImage().convertToFormat(en_pantalla.format()), senal
