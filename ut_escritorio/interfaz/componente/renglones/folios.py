"""Los números de oficio de un renglón: se completan como en F9, y lo que no está claro se pregunta."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from ut_escritorio.dominio.oficios.folios import Serie, llave_de, partir, por_aclarar
from ut_escritorio.dominio.palabras.limpieza import limpio
from ut_escritorio.dominio.trimestre.renglones import Cita, Renglon
from ut_escritorio.errores import ErrorEsperado, ValorInvalido
from ut_escritorio.interfaz.comunes.campos.al_pie import aviso_de
from ut_escritorio.interfaz.comunes.campos.de_renglon import CampoDeTexto
from ut_escritorio.interfaz.comunes.campos.preguntas import preguntar_si_se_cuenta, preguntar_si_son_varios
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.captura.anotar import serie_para


class FoliosDelRenglon(CampoDeTexto):
    """De «645 al 650» pregunta si son seis; de uno enviado que ya está, si se cuenta aquí también.

    Mientras no conteste, lo escrito sigue a la vista sin guardarse; Enter lo pregunta otra vez.
    """

    def __init__(self, nombre: str, ayuda: str, sesion: Sesion, renglon: Renglon) -> None:
        super().__init__(nombre, ayuda)
        self._sesion, self._uid = sesion, renglon.uid
        self._contado = ""
        self.returnPressed.connect(self._preguntar)
        self.rechazado.connect(lambda *_: QTimer.singleShot(0, self, self._preguntar))

    def leer(self, texto: str) -> str:
        """Los números completos; ValorInvalido si falta saber cuántos son o si se cuentan otra vez."""
        if duda := por_aclarar(texto):
            raise ValorInvalido(duda)
        completos = self._completos(texto)
        if texto != self._contado and (dicho := self._usados(completos)):
            raise ValorInvalido(f"{dicho} Falta decir si se cuenta aquí también; Enter lo pregunta.")
        return completos

    def _mostrar(self) -> None:
        self._contado = ""
        super()._mostrar()

    def _preguntar(self) -> None:
        """Si aún no se contesta y nada más está preguntando."""
        texto = limpio(self.text())
        if QApplication.activeModalWidget() is not None or not self.isVisible() or not self.sin_confirmar():
            return
        if preguntar_si_son_varios(self, texto, self._serie(), self._queda):
            return
        if dicho := self._usados(self._completos(texto)):
            preguntar_si_se_cuenta(self, dicho, lambda: self._contar(texto))

    def _queda(self, claro: str) -> None:
        self.setText(claro)
        self.guardar_ya()

    def _contar(self, texto: str) -> None:
        self._contado = texto
        self._queda(texto)

    def _serie(self) -> Serie | None:
        suyo = self._sesion.renglon(self._uid)
        if suyo is None or suyo.sentido != "enviado":
            return None
        try:
            return serie_para(self._sesion.expediente, self._sesion.foto, suyo.medio, suyo.sentido)
        except ErrorEsperado:  # sin leer el archivo no se sabe; el número queda como se escribió
            return None

    def _completos(self, texto: str) -> str:
        serie = self._serie()
        return ", ".join(serie.folio(numero) for numero in partir(texto)) if serie else texto

    def _usados(self, folios: str) -> str:
        """Dónde están los que el renglón aún no decía; vacío si ninguno, o si no son de los que se envían."""
        suyo = self._sesion.renglon(self._uid)
        if suyo is None or suyo.sentido != "enviado":
            return ""
        ya = {llave_de(cita.folio) for cita in suyo.citas}
        nuevas = tuple(Cita(folio) for folio in partir(folios) if llave_de(folio) not in ya)
        return aviso_de(self._sesion.foto, replace(suyo, citas=nuevas), "folios")
