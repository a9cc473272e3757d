"""Los datos del informe: fecha de firma, numeración de páginas y oficios de remisión."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from ut_escritorio.dominio.foto import FotoTrimestre, OficioRemision
from ut_escritorio.dominio.plan import Departamento
from ut_escritorio.interfaz.comunes.fechas import CampoDeFecha
from ut_escritorio.interfaz.comunes.piezas import Letrero, sin_atajo
from ut_escritorio.interfaz.comunes.sesion import Sesion
from ut_escritorio.servicios import remision


class DatosDeRemision(QWidget):
    """Cada dato se guarda al salir de su campo."""

    def __init__(self, sesion: Sesion) -> None:
        super().__init__()
        self._sesion = sesion
        ultimo = sesion.foto.trimestre.ultimo_dia
        self.fecha = CampoDeFecha("Fecha de firma", sesion.reloj.hoy, ultimo)
        self.paginas = QCheckBox("Escribir «&Página X de N» en cada hoja")
        self.oficios = {
            depto.clave: _Oficio(sesion, depto) for depto in sesion.foto.plan.departamentos if depto.oficio
        }
        self._armar()
        self.fecha.elegida.connect(lambda dia: sesion.hacer(remision.fijar_fecha_de_firma, dia))
        self.paginas.toggled.connect(lambda si: sesion.hacer(remision.numerar_paginas, si))
        self.refrescar(sesion.foto)

    def refrescar(self, foto: FotoTrimestre) -> None:
        """Muestra lo que dice el archivo."""
        self.fecha.poner(foto.fecha_de_firma)
        with QSignalBlocker(self.paginas):
            self.paginas.setChecked(foto.numera_paginas)
        for clave, oficio in self.oficios.items():
            oficio.poner(foto.oficios.get(clave, OficioRemision(clave)))

    def enfocar(self, departamento: str) -> None:
        """Pone el cursor en el oficio de ese departamento."""
        if departamento in self.oficios:
            self.oficios[departamento].folio.setFocus()

    def _armar(self) -> None:
        acomodo = QVBoxLayout(self)
        acomodo.setContentsMargins(0, 0, 0, 0)
        cuadricula = QGridLayout()
        rotulo = QLabel("&Fecha de firma")
        rotulo.setBuddy(self.fecha)
        cuadricula.addWidget(rotulo, 0, 0)
        cuadricula.addWidget(self.fecha, 0, 1)
        cuadricula.setColumnStretch(2, 1)
        acomodo.addLayout(cuadricula)
        acomodo.addWidget(self.paginas)
        if self.oficios:
            acomodo.addWidget(Letrero("Oficios de remisión", negrita=True))
        for oficio in self.oficios.values():
            acomodo.addWidget(oficio)


class _Oficio(QWidget):
    """El número y la fecha del oficio de un departamento."""

    def __init__(self, sesion: Sesion, depto: Departamento) -> None:
        super().__init__()
        self._sesion, self._clave = sesion, depto.clave
        self.folio = QLineEdit()
        self.folio.setAccessibleName(f"Número de oficio de {depto.nombre}")
        self.folio.setPlaceholderText("Número de oficio")
        self.fecha = CampoDeFecha(
            f"Fecha del oficio de {depto.nombre}", sesion.reloj.hoy, sesion.foto.trimestre.ultimo_dia
        )
        for campo, letras in ((self.folio, 20), (self.fecha, 16)):
            campo.setFixedWidth(campo.fontMetrics().averageCharWidth() * letras)
        self._armar(depto.nombre)
        self.folio.editingFinished.connect(self._guardar)
        self.fecha.elegida.connect(lambda _: self._guardar())

    def poner(self, oficio: OficioRemision) -> None:
        """Muestra el oficio guardado."""
        self._guardado = oficio
        if not (self.folio.hasFocus() and self.folio.isModified()):
            self.folio.setText(oficio.folio)
        self.fecha.poner(oficio.fecha)

    def _armar(self, nombre: str) -> None:
        cuadricula = QGridLayout(self)
        cuadricula.setContentsMargins(0, 0, 0, 4)
        letrero = QLabel(sin_atajo(nombre))
        letrero.setTextFormat(Qt.TextFormat.PlainText)
        letrero.setWordWrap(True)
        cuadricula.addWidget(letrero, 0, 0, 1, 3)
        cuadricula.addWidget(self.folio, 1, 0)
        cuadricula.addWidget(self.fecha, 1, 1)
        cuadricula.setColumnStretch(2, 1)

    def _guardar(self) -> None:
        oficio = OficioRemision(self._clave, self.folio.text().strip(), self.fecha.fecha())
        if oficio != self._guardado:
            self.folio.setModified(False)
            self._sesion.hacer(remision.guardar_oficio, oficio.departamento, oficio.folio, oficio.fecha)
