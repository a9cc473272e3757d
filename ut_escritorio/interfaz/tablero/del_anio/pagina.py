"""La hoja del año: cada celda a la vista, y Enter lleva a donde se escribe o a lo que se cuenta."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout

from ut_escritorio.dominio.graficas.de_la_foto import sexos_de
from ut_escritorio.dominio.numeros.avance import avances
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, que_quepa
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.tablero.cuentas import SE_CUENTA
from ut_escritorio.interfaz.tablero.del_anio.cual import CualGrafica
from ut_escritorio.interfaz.tablero.del_anio.filas import COLUMNAS, MESES_DEL_ANIO, filas_del_anio, grafica_de
from ut_escritorio.interfaz.tablero.del_anio.modelo import ModeloDelAnio
from ut_escritorio.interfaz.tablero.grafica import VistaDeGrafica
from ut_escritorio.interfaz.tablero.pagina_con_tabla import PaginaConTabla
from ut_escritorio.interfaz.tablero.por_componente import TablaPorComponente, adonde
from ut_escritorio.servicios.archivo.expediente import Cosas
from ut_escritorio.servicios.captura.comparar import el_de_hace_un_anio

_NOTA = "Con más color, el mes mayor de cada renglón. Vacío es que no se sabe; 0, que no hubo."


class PaginaDelAnio(PaginaConTabla):
    """Meses por cifra, con el total de cada trimestre y del año; se llena con `refrescar`."""

    lee: ClassVar[Cosas] = SE_CUENTA.union(("alcanzado",))

    def __init__(self, sesion: Sesion) -> None:
        modelo = ModeloDelAnio()
        tabla = TablaPorComponente("El año, mes por mes", modelo)
        super().__init__(sesion, tabla, (modelo.rotulos, modelo.textos), "Ir a donde se escribe", "Enter")
        self.modelo, self.tabla = modelo, tabla
        self.grafica, self._de_que, self.cual = VistaDeGrafica(), Letrero(negrita=True), CualGrafica()
        self._otra: FotoTrimestre | None = None
        self.tabla.activated.connect(lambda _: self._ir())
        self.grafica.pide_ir.connect(self._a_su_lugar)
        self.acomodo.addWidget(self.tabla, 3)  # con poco alto cede antes la gráfica
        self.acomodo.addLayout(self._ir_y_nota(_NOTA))
        arriba = QHBoxLayout()
        arriba.addWidget(self._de_que, 1)
        arriba.addWidget(self.cual)
        self.acomodo.addLayout(arriba)
        self.acomodo.addWidget(self.grafica, 1)
        self.cual.cambio.connect(self._al_elegir)
        self._al_elegir()

    def refrescar(self, foto: FotoTrimestre) -> None:
        """Vuelve a contar; se pintan otra vez solo las que cambiaron."""
        self.titulo.decir(f"El año {foto.trimestre.ejercicio}")
        # Sin poder leerlo, la gráfica va sin contorno: ya lo dice la barra de estado.
        otro = None if self._sesion.espera else self._sesion.consultar(el_de_hace_un_anio, lambda _: None)
        self._otra = otro.foto if otro else None
        self.modelo.poner(filas_del_anio(foto))
        self.tabla.repartir()
        self.tabla.elegir_algo()
        self._al_elegir()

    def _al_elegir(self) -> None:
        """La gráfica es de la fila elegida."""
        clave = self.tabla.clave
        self.ir.setEnabled(bool(clave))
        if clave:
            foto = self._sesion.foto
            self.cual.admitir(por_sexo=bool(sexos_de(foto, clave)))
            datos = grafica_de(foto, clave, self._otra, self.cual.elegida)
            self._de_que.decir(que_quepa(datos.leyenda))
            self.grafica.poner(datos)

    def _a_su_lugar(self, cual: int) -> None:
        """De una barra, a la celda de su mes y de ahí a su lugar; de una meta, a su actividad."""
        if self.grafica.datos.clase == "metas":
            clave = avances(self._sesion.foto)[cual].actividad.clave
            self._sesion.pide_ir.emit(Sitio(clave, Origen("valor", clave), campo="alcanzado"))
            return
        self.tabla.setCurrentIndex(
            self.modelo.index(self.tabla.currentIndex().row(), 1 + MESES_DEL_ANIO[cual])
        )
        self._ir()

    def _ir(self) -> None:
        """Adonde se escribe o se cuenta; el total del año no es de un trimestre: al que se ve."""
        columna = COLUMNAS[max(self.tabla.currentIndex().column() - 1, -1)]
        if clave := self.tabla.clave:
            foto = self._sesion.foto
            numero = columna.trimestre or foto.trimestre.numero
            trimestre = Trimestre(foto.trimestre.ejercicio, numero)
            self._sesion.pide_ir_a.emit(*adonde(foto, clave, trimestre, columna.mes))
