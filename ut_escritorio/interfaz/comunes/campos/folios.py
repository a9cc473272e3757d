"""Los números de oficio que se completan con su serie, y el que ya está pregunta antes de guardarse."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from ut_escritorio.dominio.oficios.folios import Serie, partir
from ut_escritorio.dominio.palabras.limpieza import limpio
from ut_escritorio.errores import ErrorEsperado, ValorInvalido
from ut_escritorio.interfaz.comunes.campos.de_renglon import CampoDeTexto
from ut_escritorio.interfaz.comunes.campos.preguntas import preguntar_si_se_cuenta
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.captura.anotar import serie_para


class FoliosQuePreguntan(CampoDeTexto):
    """Del que ya está dice dónde y pregunta si se cuenta aquí también.

    Mientras no conteste, lo escrito sigue a la vista sin guardarse; Enter lo pregunta otra vez. Cada clase
    sabe si lo escrito está `claro`, por qué `medio` se envía y cuáles están `usados`.
    """

    def __init__(self, nombre: str, ayuda: str, sesion: Sesion) -> None:
        super().__init__(nombre, ayuda)
        self._sesion = sesion
        self._contado = ""
        self.returnPressed.connect(self._preguntar)
        self.rechazado.connect(lambda *_: QTimer.singleShot(0, self, self._preguntar))

    def leer(self, texto: str) -> str:
        """Los números completos; ValorInvalido si no están claros o falta decir si se cuentan otra vez."""
        completos = self._completos(self.claro(texto))
        if texto != self._contado and (dicho := self.usados(completos)):
            raise ValorInvalido(f"{dicho} Falta decir si se cuenta aquí también; Enter lo pregunta.")
        return completos

    def claro(self, texto: str) -> str:
        """Lo escrito; ValorInvalido si puede leerse de dos maneras."""
        raise NotImplementedError

    def medio(self) -> str | None:
        """Por qué medio se envía; None si es de los que se reciben."""
        raise NotImplementedError

    def usados(self, folios: str) -> str:
        """Dónde están los que aquí aún no se decían; vacío si ninguno."""
        raise NotImplementedError

    def aclarar(self, texto: str) -> bool:
        """Pregunta lo que pueda leerse de dos maneras; dice si preguntó."""
        return False

    def serie(self) -> Serie | None:
        """Con la que se completan; None si no se sabe."""
        medio = self.medio()
        if medio is None:
            return None
        try:
            return serie_para(self._sesion.expediente, self._sesion.foto, medio, "enviado")
        except ErrorEsperado:  # sin leer el archivo no se sabe; el número queda como se escribió
            return None

    def queda(self, escrito: str) -> None:
        """Pone lo escrito y lo guarda."""
        self.setText(escrito)
        self.guardar_ya()

    def _mostrar(self) -> None:
        self._contado = ""
        super()._mostrar()

    def _preguntar(self) -> None:
        """Si aún no se contesta y nada más está preguntando."""
        texto = limpio(self.text())
        if QApplication.activeModalWidget() is not None or not self.isVisible() or not self.sin_confirmar():
            return
        if self.aclarar(texto):
            return
        if dicho := self.usados(self._completos(texto)):
            preguntar_si_se_cuenta(self, dicho, lambda: self._contar(texto))

    def _contar(self, texto: str) -> None:
        self._contado = texto
        self.queda(texto)

    def _completos(self, texto: str) -> str:
        serie = self.serie()
        return ", ".join(serie.folio(numero) for numero in partir(texto)) if serie else texto
