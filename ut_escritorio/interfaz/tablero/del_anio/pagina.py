"""La hoja del año: cada celda a la vista, y Enter lleva a donde se escribe o a lo que se cuenta."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, boton, que_quepa
from ut_escritorio.interfaz.comunes.listas.copiable import hacer_copiable
from ut_escritorio.interfaz.comunes.sesion.piezas_vivas import PiezaViva
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.tablero.cuentas import SE_CUENTA
from ut_escritorio.interfaz.tablero.del_anio.filas import COLUMNAS, filas_del_anio
from ut_escritorio.interfaz.tablero.del_anio.modelo import ModeloDelAnio
from ut_escritorio.interfaz.tablero.grafica import Grafica
from ut_escritorio.interfaz.tablero.por_componente import TablaPorComponente, adonde
from ut_escritorio.servicios.archivo.expediente import Cosas

_NOTA = "Con más color, el mes mayor de cada renglón. Vacío es que no se sabe; 0, que no hubo."


class PaginaDelAnio(PiezaViva):
    """Meses por cifra, con el total de cada trimestre y del año; se llena con `refrescar`."""

    lee: ClassVar[Cosas] = SE_CUENTA

    def __init__(self, sesion: Sesion) -> None:
        super().__init__()
        self._sesion = sesion
        self.modelo = ModeloDelAnio()
        self.tabla = TablaPorComponente("El año, mes por mes", self.modelo)
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
        self.tabla.elegir_algo()
        self._al_elegir()

    def _al_elegir(self) -> None:
        """La gráfica es de la fila elegida."""
        clave = self.tabla.clave
        self.ir.setEnabled(bool(clave))
        if clave:
            fila = self.modelo.filas[self.tabla.currentIndex().row()]
            meses = [n for n, columna in enumerate(COLUMNAS) if columna.mes is not None]
            self._de_que.decir(que_quepa(fila.nombre))
            rotulos = tuple(COLUMNAS[n].rotulo for n in meses)
            self.grafica.poner(fila.nombre, tuple(fila.numero(n) for n in meses), rotulos)

    def _ir(self) -> None:
        """Adonde se escribe o se cuenta; el total del año no es de un trimestre: al que se ve."""
        columna = COLUMNAS[max(self.tabla.currentIndex().column() - 1, -1)]
        if clave := self.tabla.clave:
            foto = self._sesion.foto
            numero = columna.trimestre or foto.trimestre.numero
            trimestre = Trimestre(foto.trimestre.ejercicio, numero)
            self._sesion.pide_ir_a.emit(*adonde(foto, clave, trimestre, columna.mes))
