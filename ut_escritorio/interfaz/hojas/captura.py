"""Las hojas para capturar a mano, como se van a imprimir: de qué actividad, o de todas; y de qué mes."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ut_escritorio.dominio.palabras.redaccion import mes as nombre_de_mes
from ut_escritorio.dominio.plan.lugares import con_nombre
from ut_escritorio.interfaz.comunes.campos.de_renglon import CampoDeLista
from ut_escritorio.interfaz.comunes.papel.hoja_a_imprimir import HojaAImprimir
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.papel.hoja_suelta import HojaSuelta
from ut_escritorio.servicios.papel.para_capturar import actividades_de, para_capturar


class HojasDeCaptura(HojaAImprimir[HojaSuelta]):
    """Salen en blanco: nada de lo ya escrito, y nada se guarda."""

    carpeta = "hojas de captura"

    def __init__(self, padre: QWidget, sesion: Sesion, actividad: str) -> None:
        opciones = [(cada.numero, con_nombre(cada)) for cada in actividades_de(sesion.foto.plan)]
        self.de_cual = CampoDeLista("Actividad", [("", "Todas las actividades"), *opciones])
        self.de_cual.poner(actividad)
        meses = [(mes, f"Solo {nombre_de_mes(mes)}") for mes in sesion.trimestre.meses]
        self.de_cuando = CampoDeLista("De cuándo", [(0, "Todo el trimestre"), *meses])
        self.de_cuando.poner(0)
        super().__init__(padre, sesion, (self.de_cual, self.de_cuando))
        for campo in (self.de_cual, self.de_cuando):
            campo.cambio.connect(lambda _: self.hacer())

    def leer(self) -> HojaSuelta | None:
        hoy, cual, mes = self._sesion.reloj.hoy(), self.de_cual.currentData(), self.de_cuando.currentData()
        return self._sesion.consultar(
            lambda exp, trimestre: para_capturar(exp, trimestre, cual, hoy, mes or None)
        )

    def que_lleva(self, hoja: HojaSuelta, paginas: int) -> str:
        del hoja
        hojas = "Una hoja" if paginas == 1 else f"{paginas} hojas"
        return f"{hojas} en blanco. Del informe no son parte."
