"""Los anexos del informe: si van, dónde, y con qué más."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QRadioButton, QVBoxLayout

from ut_escritorio.dominio.plan.anexos import DONDE_VAN, DondeVan, LosAnexos
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, agrandar, boton
from ut_escritorio.interfaz.comunes.aspecto.que_se_parte import HileraQueSeParte
from ut_escritorio.interfaz.comunes.sesion.piezas_vivas import PiezaViva
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.archivo.expediente import Cosas
from ut_escritorio.servicios.oficina.plan import anexar

_ROTULOS: dict[DondeVan, str] = {"": "No van", "al final": "Al final", "aparte": "En un PDF aparte"}
_ADEMAS = {
    "citados": ("Citar los anexos en el texto", "Cada frase acaba diciendo los suyos: «(Anexos 1 a 4)»"),
    "lista": ("Lista de evidencias", "Nombra todas, también las que no salen"),
    "con_fichas": ("Fichas", "Una hoja por cada una, con sus datos y hasta cuatro fotos"),
}
_COMO = "Salen las evidencias marcadas «Sale en el informe»; las fotos, de entrada, lo están."


class LosAnexosDelInforme(PiezaViva):
    """Lo que se elija vale para los informes del año y se deshace; `guardar` hace el PDF aparte."""

    lee: ClassVar[Cosas] = frozenset({"plan", "renglones", "evidencias", "ajustes", "firmados"})

    def __init__(self, sesion: Sesion, guardar: Callable[[], object]) -> None:
        super().__init__()
        self._sesion = sesion
        self.donde: dict[DondeVan, QRadioButton] = {cada: QRadioButton(_ROTULOS[cada]) for cada in DONDE_VAN}
        self.ademas = {cual: agrandar(QCheckBox(rotulo)) for cual, (rotulo, _) in _ADEMAS.items()}
        self.cuantos = Letrero(tinta="letra_tenue")
        self.guardar = boton("Anexos en PDF…", guardar, "pdf")
        self._armar()
        self.refrescar(sesion.foto)

    def _armar(self) -> None:
        acomodo = QVBoxLayout(self)
        acomodo.setContentsMargins(0, 0, 0, 0)
        hilera = HileraQueSeParte(entre=12)
        for cada, boton_ in self.donde.items():
            boton_.setAccessibleName(f"Anexos: {_ROTULOS[cada].lower()}")
            boton_.clicked.connect(lambda _=False, cada=cada: self._poner(donde=cada))
            hilera.agregar(boton_)
        acomodo.addLayout(hilera)
        for cual, marca in self.ademas.items():
            marca.setToolTip(_ADEMAS[cual][1])
            marca.toggled.connect(lambda si, cual=cual: self._poner(**{cual: si}))
            acomodo.addWidget(marca)
        acomodo.addWidget(self.cuantos)
        acomodo.addWidget(self.guardar)

    def refrescar(self, foto: FotoTrimestre) -> None:
        """Lo que el plan dice de ellos y cuánto es."""
        anexos, cerrado = foto.plan.programa.anexos, self._sesion.cerrado
        for cada, boton_ in self.donde.items():
            with QSignalBlocker(boton_):
                boton_.setChecked(cada == anexos.donde)
            boton_.setEnabled(not cerrado)
        for cual, marca in self.ademas.items():
            with QSignalBlocker(marca):
                marca.setChecked(getattr(anexos, cual))
            marca.setEnabled(bool(anexos.donde) and not cerrado)
        self.ademas["con_fichas"].setVisible(bool(foto.plan.programa.fichas))
        self.cuantos.decir(foto.anexos.dicho if anexos.donde else _COMO, "letra_tenue")
        self.guardar.setVisible(anexos.donde == "aparte")

    def _poner(self, **cambio: object) -> None:
        anexos: LosAnexos = replace(self._sesion.foto.plan.programa.anexos, **cambio)
        if not self._sesion.logra(anexar, anexos):
            self.refrescar(self._sesion.foto)
