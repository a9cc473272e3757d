"""La hoja del año: cada celda a la vista, y Enter lleva a donde se escribe o a lo que se cuenta."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, boton, que_quepa
from ut_escritorio.interfaz.comunes.listas.copiable import hacer_copiable
from ut_escritorio.interfaz.comunes.listas.tabla import TablaDeFilas
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.tablero.del_anio.filas import COLUMNAS, adonde, filas_del_anio
from ut_escritorio.interfaz.tablero.del_anio.modelo import ModeloDelAnio
from ut_escritorio.interfaz.tablero.grafica import Grafica

_NOMBRE = 22  # letras que se leen del nombre, por poco que quede
_NOTA = "Con más color, el mes mayor de cada renglón. Vacío es que no se sabe; 0, que no hubo."


class PaginaDelAnio(QWidget):
    """Meses por cifra, con el total de cada trimestre y del año; se llena con `refrescar`."""

    def __init__(self, sesion: Sesion) -> None:
        super().__init__()
        self._sesion = sesion
        self.modelo = ModeloDelAnio()
        self.tabla = TablaDelAnio(self.modelo)
        self.titulo = Letrero(aumento=1.15, negrita=True)
        self.grafica, self._de_que = Grafica(), Letrero(negrita=True)
        self.ir = boton("Ir a donde se escribe", self._ir, "ir", "Enter")
        self.tabla.activated.connect(lambda _: self._ir())
        self.tabla.selectionModel().currentChanged.connect(lambda *_: self._al_elegir())
        hacer_copiable(self.tabla, self.modelo.rotulos, self.modelo.textos)
        abajo = QHBoxLayout()
        abajo.addWidget(self.ir)
        abajo.addWidget(Letrero(_NOTA, "letra_tenue"), 1)
        acomodo = QVBoxLayout(self)
        acomodo.setContentsMargins(0, 0, 0, 0)
        acomodo.addWidget(self.titulo)
        acomodo.addWidget(self.tabla, 3)  # con poco alto cede antes la gráfica
        acomodo.addLayout(abajo)
        acomodo.addWidget(self._de_que)
        acomodo.addWidget(self.grafica, 1)
        self._al_elegir()

    def refrescar(self, foto: FotoTrimestre) -> None:
        """Vuelve a contar; se pintan otra vez solo las que cambiaron."""
        self.titulo.decir(f"El año {foto.trimestre.ejercicio}")
        self.modelo.poner(filas_del_anio(foto))
        self.tabla.repartir()
        if not self._clave():
            primera = next((n for n, fila in enumerate(self.modelo.filas) if fila.clave), 0)
            self.tabla.setCurrentIndex(self.modelo.index(primera, 1))
        self._al_elegir()

    def _clave(self) -> str:
        actual = self.tabla.currentIndex()
        return self.modelo.filas[actual.row()].clave if actual.isValid() else ""

    def _al_elegir(self) -> None:
        """La gráfica es de la fila elegida."""
        clave = self._clave()
        self.ir.setEnabled(bool(clave))
        if clave:
            fila = self.modelo.filas[self.tabla.currentIndex().row()]
            meses = [n for n, columna in enumerate(COLUMNAS) if columna.mes is not None]
            self._de_que.decir(que_quepa(fila.nombre))
            rotulos = tuple(COLUMNAS[n].rotulo for n in meses)
            self.grafica.poner(fila.nombre, tuple(fila.numero(n) for n in meses), rotulos)

    def _ir(self) -> None:
        columna = self.tabla.currentIndex().column() - 1
        if clave := self._clave():
            trimestre, sitio = adonde(self._sesion.foto, clave, COLUMNAS[max(columna, -1)])
            self._sesion.pide_ir_a.emit(trimestre, sitio)


class TablaDelAnio(TablaDeFilas):
    """Se recorre celda por celda; el nombre cede antes que los números."""

    def __init__(self, modelo: ModeloDelAnio) -> None:
        super().__init__("El año, mes por mes", {})
        self.setModel(modelo)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setAlternatingRowColors(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        )
        self.cambio_de_ancho.connect(self.repartir)

    def repartir(self) -> None:
        """Cada número, lo que mide; el nombre, lo que sobra."""
        encabezado = self.horizontalHeader()
        encabezado.setMinimumSectionSize(self.fontMetrics().averageCharWidth() * 4)
        encabezado.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        encabezado.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        numeros = sum(encabezado.sectionSize(n) for n in range(1, encabezado.count()))
        al_menos = self.fontMetrics().averageCharWidth() * _NOMBRE
        encabezado.resizeSection(0, max(al_menos, self.viewport().width() - numeros))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter lleva, esté en la celda que esté."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)
