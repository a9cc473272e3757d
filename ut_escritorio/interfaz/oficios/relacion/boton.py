"""«Relación»: de qué mes o trimestre, y la lista para entregar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from ut_escritorio.dominio.oficios.libro import mes_de
from ut_escritorio.dominio.oficios.relacion import Lista, PedidoDeRelacion, Periodo
from ut_escritorio.dominio.periodos import MESES, Trimestre
from ut_escritorio.interfaz.comunes.aspecto.piezas import boton, sin_atajo
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.comunes.sesion.salidas import IMPRIMIR
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.oficios.relacion import al_pedirlo
from ut_escritorio.servicios.oficios.libro import Libro


class BotonDeRelacion(QObject):
    """El menú de su `boton` ofrece los meses en que hay oficios, sus listas y repartir sus acuses.

    `elegidos` da los oficios que ella eligió en la lista; `dijo` sale con lo que se logró.
    """

    dijo = Signal(str)

    def __init__(self, sesion: Sesion, elegidos: Callable[[], Sequence[str]]) -> None:
        super().__init__()
        self._sesion, self._elegidos = sesion, elegidos
        self.boton = boton("Relación", lambda: None, "hoja", "Para imprimir o guardar en PDF")
        self.menu = QMenu(self.boton)
        self.boton.setMenu(self.menu)

    def poner(self, libro: Libro) -> None:
        """Los periodos de un libro."""
        self.menu.clear()
        anio, meses = libro.ejercicio, {mes_de(fila) for fila in libro.filas}
        de_meses = [Periodo(anio, mes=mes) for mes in range(1, 13) if mes in meses]
        de_trimestres = [Periodo(anio, trimestre=numero) for numero in range(1, 5)]
        for periodo in (*de_meses, *de_trimestres, Periodo(anio)):
            if periodo.trimestre == 1:
                self.menu.addSeparator()
            accion = self.menu.addAction(sin_atajo(_dicho(periodo)))
            accion.triggered.connect(partial(self._relacion, periodo))
        self.menu.addSeparator()
        hay = libro.cuentas
        self._ofrecer(anio, "sin contestar", "Sin contestar ({})", hay["sin contestar"])
        self._ofrecer(anio, "por entregar", "Lista para entregar ({} sin acuse)", hay["sin acuse"])
        repartir = self.menu.addAction("Repartir acuses…")
        alguno = any(fila.le_cabe_acuse for fila in libro.filas)
        repartir.setEnabled(alguno and not self._sesion.solo_leer)
        repartir.triggered.connect(lambda: self._pedir_acuses(libro))

    def _pedir_acuses(self, libro: Libro) -> None:
        padre, carpeta = self.boton.window(), self._sesion.expediente.ruta.parent
        elegidos = self._elegidos()

        def repartir(ruta: Path) -> None:
            cuadro = al_pedirlo.repartir().RepartirAcuses(padre, self._sesion, libro, ruta, elegidos)
            cuadro.dijo.connect(self.dijo)
            cuadro.open()

        avisos.pedir_archivo(padre, "Repartir acuses", carpeta, "PDF (*.pdf)", repartir)

    def _ofrecer(self, anio: int, cual: Lista, rotulo: str, cuantos: int) -> None:
        accion = self.menu.addAction(sin_atajo(rotulo.format(cuantos)))
        accion.setEnabled(bool(cuantos))
        accion.triggered.connect(partial(self.ver, anio, cual))

    def _relacion(self, periodo: Periodo, *_: object) -> None:
        self.ver(periodo.ejercicio, PedidoDeRelacion(periodo))

    def ver(self, anio: int, pedido: PedidoDeRelacion | Lista, *_: object) -> None:
        """Antes se guarda, o se pregunta, lo que esté a medias: la hoja lleva lo que dice el archivo."""
        cuadro = al_pedirlo.ventana().HojaDeOficios
        self._sesion.puerta(IMPRIMIR, lambda: cuadro(self.boton.window(), self._sesion, anio, pedido).open())


def _dicho(periodo: Periodo) -> str:
    if periodo.mes:
        return MESES[periodo.mes - 1].capitalize()
    if periodo.trimestre:
        return str(Trimestre(periodo.ejercicio, periodo.trimestre)).removesuffix(f" {periodo.ejercicio}")
    return f"Todo {periodo.ejercicio}"
