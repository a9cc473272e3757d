"""Los datos del informe: fecha de firma, numeración de páginas y oficios de remisión."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from ut_escritorio.dominio.foto import FotoTrimestre, OficioRemision
from ut_escritorio.dominio.plan import Departamento
from ut_escritorio.dominio.sitios import Sitio
from ut_escritorio.interfaz.comunes.fechas import CampoDeFecha
from ut_escritorio.interfaz.comunes.piezas import Letrero, sin_atajo
from ut_escritorio.interfaz.comunes.senalado import LetreroDeSenal, marcar
from ut_escritorio.interfaz.comunes.senales import Senales
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
        self.paginas.setToolTip("Sin número, una hoja que cambia se puede imprimir sola.")
        self.serie = QCheckBox("Aquí se anotan todos los &oficios del año")
        self.serie.setToolTip("Así se avisa si falta un número entre los oficios.")
        self.oficios = {
            depto.clave: _Oficio(sesion, depto) for depto in sesion.foto.plan.departamentos if depto.oficio
        }
        self._armar()
        self.fecha.elegida.connect(lambda dia: sesion.hacer(remision.fijar_fecha_de_firma, dia))
        self.paginas.toggled.connect(lambda si: sesion.hacer(remision.numerar_paginas, si))
        self.serie.toggled.connect(self._llevar_la_serie)
        self.refrescar(sesion.foto)

    def refrescar(self, foto: FotoTrimestre) -> None:
        """Muestra lo que dice el archivo."""
        self.fecha.poner(foto.fecha_de_firma)
        for casilla, si in ((self.paginas, foto.numera_paginas), (self.serie, foto.lleva_la_serie)):
            with QSignalBlocker(casilla):
                casilla.setChecked(si)
        for clave, oficio in self.oficios.items():
            oficio.poner(foto.oficios.get(clave, OficioRemision(clave)))
        self.setEnabled(foto.firmado is None)

    def senalar(self, senales: Senales) -> None:
        """Enseña lo que la revisión dice de la fecha de firma y de cada oficio."""
        marcar(self.fecha, senales.de_dato("informe", "fecha_de_firma"))
        for oficio in self.oficios.values():
            oficio.senalar(senales)

    def ir_a(self, sitio: Sitio) -> None:
        """Pone el cursor en el dato de un oficio; lo demás del informe depende del día de la firma."""
        clase, _, clave = sitio.origen.partition(":")
        oficio = self.oficios.get(clave.partition("#")[0]) if clase == "oficio" else None
        if oficio is not None:
            (oficio.fecha if sitio.campo == "fecha" else oficio.folio).setFocus()
        elif sitio.origen:
            self.fecha.setFocus()

    def _llevar_la_serie(self, si: bool) -> None:
        from ut_escritorio.servicios.revision import llevar_la_serie

        self._sesion.hacer(llevar_la_serie, si)

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
        acomodo.addWidget(self.serie)
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

    def senalar(self, senales: Senales) -> None:
        """Enseña lo que la revisión dice del oficio y de sus datos."""
        origen = f"oficio:{self._clave}"
        self._aviso.poner(senales.de_origen(origen))
        for campo, nombre in ((self.folio, "folio"), (self.fecha, "fecha")):
            marcar(campo, senales.de_dato(origen, nombre))

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
        self._aviso = LetreroDeSenal()
        cuadricula.addWidget(self._aviso, 2, 0, 1, 3)

    def _guardar(self) -> None:
        oficio = OficioRemision(self._clave, self.folio.text().strip(), self.fecha.fecha())
        if oficio != self._guardado:
            self.folio.setModified(False)
            self._sesion.hacer(remision.guardar_oficio, oficio.departamento, oficio.folio, oficio.fecha)
