"""La hoja del libro: la relación de un periodo, o una lista de cómo va hoy."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ut_escritorio.dominio.oficios.relacion import CUALES, Lista, PedidoDeRelacion
from ut_escritorio.dominio.palabras.redaccion import con_inicial
from ut_escritorio.interfaz.comunes.campos.de_renglon import CampoDeLista, CampoDeSi
from ut_escritorio.interfaz.comunes.papel.hoja_a_imprimir import HojaAImprimir
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.oficios import relacion as servicio


class HojaDeOficios(HojaAImprimir[servicio.HojaDelLibro]):
    """De la relación se escoge cuáles y si van los cancelados; las listas no preguntan nada."""

    no_se_leyo = "No se pudo leer el libro."

    def __init__(self, padre: QWidget, sesion: Sesion, anio: int, pedido: PedidoDeRelacion | Lista) -> None:
        self._anio = anio
        self._pedido: PedidoDeRelacion | Lista = pedido
        self.cuales = CampoDeLista("Cuáles", [(cual, con_inicial(cual)) for cual in CUALES])
        self.cancelados = CampoDeSi("Con los cancelados")
        opciones: tuple[QWidget, ...] = ()
        if isinstance(pedido, PedidoDeRelacion):
            self.cuales.poner(pedido.cuales)
            self.cancelados.poner(pedido.con_cancelados)
            opciones = self.cuales, self.cancelados
        super().__init__(padre, sesion, opciones)
        self.cuales.cambio.connect(lambda _: self.hacer())
        self.cancelados.cambio.connect(lambda _: self.hacer())

    def leer(self) -> servicio.HojaDelLibro | None:
        hoy, anio = self._sesion.reloj.hoy(), self._anio
        pedido: PedidoDeRelacion | Lista = self._que_se_pide()
        if not isinstance(pedido, PedidoDeRelacion):
            return self._sesion.consultar(lambda exp, _: servicio.lista(exp, pedido, anio, hoy))
        return self._sesion.consultar(lambda exp, _: servicio.relacion(exp, pedido, hoy))

    def que_lleva(self, hoja: servicio.HojaDelLibro, paginas: int) -> str:
        oficios = {0: "Ningún oficio", 1: "Un oficio"}.get(hoja.cuantos, f"{hoja.cuantos} oficios")
        hojas = "una hoja" if paginas == 1 else f"{paginas} hojas"
        fuera = {0: "", 1: " No va uno que no tiene fecha."}.get(
            hoja.sin_fecha, f" No van {hoja.sin_fecha} que no tienen fecha."
        )
        return f"{oficios} en {hojas}.{fuera}"

    def _que_se_pide(self) -> PedidoDeRelacion | Lista:
        if not isinstance(self._pedido, PedidoDeRelacion):
            return self._pedido
        con_cancelados = self.cancelados.isChecked()
        return PedidoDeRelacion(self._pedido.periodo, self.cuales.currentData(), con_cancelados)
