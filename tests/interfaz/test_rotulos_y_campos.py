"""En un formulario, lo que sobra de ancho es de los campos; los rótulos piden solo lo que dicen."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from ut_escritorio.interfaz.comunes.campos.campo_escrito import con_pie
from ut_escritorio.interfaz.comunes.campos.de_renglon import CampoDeLista, CampoDeNumero


def test_un_campo_angosto_no_angosta_a_los_demas_de_su_columna(qtbot):
    hoja, cual, cuantos = (
        QWidget(),
        CampoDeLista("Qué es", [("", "Oficio")]),
        CampoDeNumero("Mujeres que participan"),
    )
    qtbot.addWidget(hoja)
    cuadricula, rotulo = QGridLayout(hoja), QLabel("Qué es")
    cuadricula.setColumnStretch(1, 1)
    cuadricula.addWidget(rotulo, 0, 0)
    cuadricula.addWidget(cual, 0, 1)
    cuadricula.addWidget(QLabel("Mujeres"), 1, 0)
    cuadricula.addLayout(con_pie(cuantos)[0], 1, 1)
    hoja.resize(600, 80)
    hoja.show()
    assert cual.width() > 450 and rotulo.width() < 100
    assert cuantos.width() < 100 and cuantos.x() == cual.x()
