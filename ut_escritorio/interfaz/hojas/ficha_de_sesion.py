"""La ficha de una sesión, como se va a imprimir: con sus datos y hasta cuatro fotos."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ut_escritorio.interfaz.comunes.papel.hoja_a_imprimir import HojaAImprimir
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.papel.ficha import ficha_de_sesion
from ut_escritorio.servicios.papel.hoja_suelta import HojaSuelta


class HojaDeFicha(HojaAImprimir[HojaSuelta]):
    """La de un renglón; nada se guarda, y del informe no es parte."""

    carpeta = "fichas"

    def __init__(self, padre: QWidget, sesion: Sesion, renglon: str) -> None:
        self._renglon = renglon
        super().__init__(padre, sesion)

    def leer(self) -> HojaSuelta | None:
        hoy = self._sesion.reloj.hoy()
        return self._sesion.consultar(lambda exp, t: ficha_de_sesion(exp, t, self._renglon, hoy))

    def que_lleva(self, hoja: HojaSuelta, paginas: int) -> str:
        fotos = len(tuple(hoja.documento.figuras))
        con = {0: "Sin fotos", 1: "Con una foto"}.get(fotos, f"Con {fotos} fotos")
        return f"{con}. {'Una hoja' if paginas == 1 else f'{paginas} hojas'}."
