"""La pestaña Tablero: las cuentas del trimestre o del año, su gráfica y lo que hay que corregir."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QHeaderView,
    QRadioButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ut_escritorio.dominio.plan.arbol import Actividad
from ut_escritorio.dominio.plan.cifras import Valor
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, con_barra, tarjeta
from ut_escritorio.interfaz.comunes.aspecto.sin_nombrar_qt import a_la_derecha, decir_al_lector
from ut_escritorio.interfaz.comunes.listas.copiable import hacer_copiable
from ut_escritorio.interfaz.comunes.sesion.piezas_vivas import Pestana
from ut_escritorio.interfaz.comunes.sesion.senales import Senales
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.comunes.sesion.tras_pintar import tras_pintar
from ut_escritorio.interfaz.tablero import al_pedirlo
from ut_escritorio.interfaz.tablero.cuentas import (
    cuentas_de,
    meses_del,
    nombre_de_mes,
)
from ut_escritorio.interfaz.tablero.mosaicos import Mosaicos
from ut_escritorio.interfaz.tablero.reserva import ReservaDeGrafica, reserva_de_hoy
from ut_escritorio.servicios.archivo.expediente import Cosas

if TYPE_CHECKING:
    from ut_escritorio.interfaz.comunes.listas.hallazgos import ListaDeHallazgos
    from ut_escritorio.interfaz.tablero.grafica import Grafica
    from ut_escritorio.interfaz.tablero.hoy import FilaDeHoy
    from ut_escritorio.interfaz.tablero.primeros_pasos import PorDondeEmpezar

_SE_CUENTA: Cosas = frozenset({"conteos", "renglones", "marcas"})
_FILAS_A_LA_VISTA = 9
_TRAS_PINTAR = 60  # milisegundos: que antes se vean los iconos
_ANCHO_DE_LA_LISTA = 240  # con menos, sus frases no se leen; con más, anotar ensancha la ventana angosta


class PestanaTablero(Pestana):
    """Cuánto va del trimestre o del año, y lo que falta o hay que corregir."""

    def __init__(self, sesion: Sesion) -> None:
        super().__init__()
        self._sesion, self._foto = sesion, sesion.foto
        self.tabla = _tabla()
        self.mosaicos = Mosaicos()
        self.por_corregir: ListaDeHallazgos | None = None
        self.empezar: PorDondeEmpezar | None = None
        self._hueco = reserva_de_hoy(sesion.foto, sesion.reloj.hoy(), bool(sesion.cerrado))
        self._de_la_grafica = ReservaDeGrafica()
        self._revisando = Letrero("Revisando…", "letra_tenue")
        self._titulo = Letrero(aumento=1.15, negrita=True)
        self._de_que = Letrero(negrita=True)
        self.del_trimestre = QRadioButton("Este &trimestre")
        self.del_anio = QRadioButton("Todo el añ&o")
        self.del_trimestre.setChecked(True)
        self._armar()
        self._conectar()
        self.hoy: FilaDeHoy | None = None
        self.refrescar(sesion.foto)

    def showEvent(self, event: QShowEvent) -> None:
        """La gráfica, el calendario y los campos de hoy se cargan cuando el Tablero ya se pintó."""
        super().showEvent(event)
        if self.hoy is None:
            tras_pintar(self, self._poner_lo_demas, _TRAS_PINTAR)

    def poner_al_dia(self, foto: FotoTrimestre, cosas: Cosas) -> None:
        """Vuelve a contar si cambió lo que se cuenta; lo de hoy, si cambió algo de sus días."""
        self._foto = foto
        if _SE_CUENTA & cosas:
            self.refrescar(foto)
        if self.empezar is not None:
            self.empezar.refrescar(foto)
        if self.hoy is not None:
            self.hoy.poner_al_dia(foto, cosas)

    def zonas(self) -> tuple[QWidget, ...]:
        """Las cuentas y, al lado, lo que hay que corregir."""
        return self._columna, self._al_lado

    def refrescar(self, foto: FotoTrimestre) -> None:
        """Vuelve a contar."""
        self._titulo.decir(f"Cuentas del {foto.trimestre}")
        self._poner_mosaicos()
        self._contar()

    def senalar(self, senales: Senales) -> None:
        """Enseña lo que hay que corregir."""
        self._con_lista().senalar(senales)

    def _con_lista(self) -> ListaDeHallazgos:
        """La lista de lo que hay que corregir, que se hace hasta que hay qué poner en ella."""
        if self.por_corregir is None:
            self.por_corregir = al_pedirlo.hallazgos().ListaDeHallazgos(self._sesion, solo_por_corregir=True)
            self._tarjeta.replaceWidget(self._revisando, self.por_corregir)
            self._tarjeta.setStretchFactor(self.por_corregir, 1)
            self._revisando.deleteLater()
        return self.por_corregir

    def _armar(self) -> None:
        acomodo = QHBoxLayout(self)
        acomodo.setContentsMargins(14, 12, 14, 12)
        acomodo.setSpacing(12)
        columna = QWidget()
        izquierda = QVBoxLayout(columna)
        izquierda.setContentsMargins(0, 0, 0, 0)
        self._izquierda = izquierda
        self._poner_por_donde_empezar()
        izquierda.addWidget(self._hueco)
        izquierda.addWidget(self._titulo)
        izquierda.addWidget(self.mosaicos)
        izquierda.addLayout(self._encabezado())
        izquierda.addWidget(self.tabla)
        marco, self._de_grafica = tarjeta()
        self._de_grafica.addWidget(self._de_que)
        self._de_grafica.addWidget(self._de_la_grafica)
        izquierda.addWidget(marco)
        izquierda.addStretch()
        derecha, self._tarjeta = tarjeta()
        self._tarjeta.addWidget(Letrero("Lo que falta o hay que corregir", aumento=1.15, negrita=True))
        self._tarjeta.addWidget(self._revisando, 1)
        self._columna, self._al_lado = con_barra(columna), derecha
        acomodo.addWidget(self._columna, 3)
        columna_derecha = QWidget()
        al_lado = _ConLoMenos(columna_derecha)
        al_lado.setContentsMargins(0, 0, 0, 0)
        al_lado.addWidget(derecha)
        al_lado.addStretch(1)  # con poco que decir, la tarjeta mide lo que su lista y no toda la ventana
        acomodo.addWidget(con_barra(columna_derecha, _ANCHO_DE_LA_LISTA), 2)

    def _poner_por_donde_empezar(self) -> None:
        """Lo primero que hay que hacer, arriba de todo; se carga solo si aún no se captura nada."""
        if self._foto.sin_empezar and not self._sesion.cerrado:
            self.empezar = al_pedirlo.primeros_pasos().PorDondeEmpezar(self._sesion, self._programar)
            self._izquierda.addWidget(self.empezar)
            self.empezar.refrescar(self._foto)

    def _programar(self, actividad: Actividad) -> None:
        al_pedirlo.programado().pedir_programado(self.window(), self._sesion, actividad)

    @cached_property
    def grafica(self) -> Grafica:
        """La gráfica de la fila elegida."""
        grafica = al_pedirlo.grafica().Grafica()
        self._de_grafica.replaceWidget(self._de_la_grafica, grafica)
        self._de_la_grafica.deleteLater()
        self._llenar(grafica)
        return grafica

    def _poner_lo_demas(self) -> None:
        if self.hoy is not None:
            return
        self.hoy = al_pedirlo.hoy().FilaDeHoy(self._sesion)
        self._izquierda.replaceWidget(self._hueco, self.hoy)
        self._hueco.hide()
        self._hueco.deleteLater()
        self.hoy.refrescar(self._foto)
        self._llenar(self.grafica)
        # Llegaron al último: Tab iría a ellos hasta el final.
        for antes, luego in pairwise((*self.hoy.piezas(), self.del_trimestre, self.tabla, self.grafica)):
            self.setTabOrder(antes, luego)

    def _encabezado(self) -> QHBoxLayout:
        hilera = QHBoxLayout()
        hilera.addWidget(Letrero("Por mes", negrita=True))
        hilera.addStretch()
        hilera.addWidget(self.del_trimestre)
        hilera.addWidget(self.del_anio)
        return hilera

    def _conectar(self) -> None:
        self.del_anio.toggled.connect(lambda _: self._contar())
        hacer_copiable(self.tabla, self._rotulos, self._textos)
        self.tabla.currentCellChanged.connect(lambda *_: self._graficar())

    def _poner_mosaicos(self) -> None:
        """El total del trimestre de cada cifra, en grande."""
        self.mosaicos.poner(cuentas_de(self._foto, todo_el_anio=False))

    def _contar(self) -> None:
        """Llena la tabla: una fila por cifra, una columna por mes y el total al final."""
        elegida = max(0, self.tabla.currentRow())
        rotulos = self._rotulos()
        self._cuentas = cuentas_de(self._foto, self.del_anio.isChecked())
        self.tabla.setColumnCount(len(rotulos))
        self.tabla.setRowCount(len(self._cuentas))
        self.tabla.setHorizontalHeaderLabels(rotulos)
        for fila, cuenta in enumerate(self._cuentas):
            self.tabla.setItem(fila, 0, QTableWidgetItem(cuenta.rotulo))
            for columna, valor in enumerate((*cuenta.meses, cuenta.total), start=1):
                self.tabla.setItem(fila, columna, _celda(valor, columna == len(rotulos) - 1))
        _repartir(self.tabla)
        self.tabla.setCurrentCell(min(elegida, len(self._cuentas) - 1), 0)
        self._graficar()

    def _rotulos(self) -> list[str]:
        meses = meses_del(self._foto, self.del_anio.isChecked())
        return ["", *(nombre_de_mes(mes) for mes in meses), "Total"]

    def _textos(self, fila: int) -> list[str]:
        """Lo que dice una fila de la tabla."""
        cuenta = self._cuentas[fila]
        numeros = (valor.numero for valor in (*cuenta.meses, cuenta.total))
        return [cuenta.rotulo, *("" if numero is None else str(numero) for numero in numeros)]

    def _graficar(self) -> None:
        fila = self.tabla.currentRow()
        if 0 <= fila < len(self._cuentas):
            self._de_que.decir(self._cuentas[fila].rotulo)
        if "grafica" in self.__dict__:
            self._llenar(self.grafica)

    def _llenar(self, grafica: Grafica) -> None:
        fila = self.tabla.currentRow()
        if not 0 <= fila < len(self._cuentas):
            return
        cuenta = self._cuentas[fila]
        meses = meses_del(self._foto, self.del_anio.isChecked())
        valores = tuple(valor.numero for valor in cuenta.meses)
        grafica.poner(cuenta.rotulo, valores, tuple(nombre_de_mes(mes) for mes in meses))


class _ConLoMenos(QVBoxLayout):
    """Se recorre solo si no cabe lo menos que mide: la lista cede antes, y su botón no se va de la vista."""

    def hasHeightForWidth(self) -> bool:
        return False


def _tabla() -> QTableWidget:
    tabla = QTableWidget()
    tabla.setAccessibleName("Cuentas por mes")
    tabla.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    tabla.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    tabla.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    tabla.setAlternatingRowColors(True)
    tabla.setShowGrid(False)
    tabla.setTabKeyNavigation(False)
    tabla.verticalHeader().hide()
    tabla.horizontalHeader().setHighlightSections(False)
    return tabla


def _repartir(tabla: QTableWidget) -> None:
    """Los meses miden lo que un número; el rótulo, lo que sobra; el alto, lo que sus filas."""
    encabezado = tabla.horizontalHeader()
    encabezado.setFont(QApplication.font())  # al volver la letra a su tamaño normal, no le llega sola
    encabezado.setMinimumSectionSize(tabla.fontMetrics().averageCharWidth() * 6)
    encabezado.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    encabezado.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    alto = tabla.fontMetrics().height() + 10
    tabla.verticalHeader().setDefaultSectionSize(alto)
    filas = min(tabla.rowCount(), _FILAS_A_LA_VISTA)
    tabla.setFixedHeight(alto * filas + encabezado.sizeHint().height() + 2 * tabla.frameWidth())


def _celda(valor: Valor, es_total: bool) -> QTableWidgetItem:
    celda = QTableWidgetItem("" if valor.numero is None else str(valor.numero))
    a_la_derecha(celda)
    if valor.numero is None:
        decir_al_lector(celda, "sin dato")
    if es_total:
        letra = celda.font()
        letra.setBold(True)
        celda.setFont(letra)
    return celda
