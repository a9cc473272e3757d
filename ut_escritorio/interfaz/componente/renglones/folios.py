"""Los números de oficio de un renglón: se completan como en F9, y lo que no está claro se pregunta."""

from __future__ import annotations

from dataclasses import replace

from ut_escritorio.dominio.oficios.folios import llave_de, partir, por_aclarar
from ut_escritorio.dominio.trimestre.renglones import Cita, Renglon
from ut_escritorio.errores import ValorInvalido
from ut_escritorio.interfaz.comunes.campos.al_pie import aviso_de
from ut_escritorio.interfaz.comunes.campos.folios import FoliosQuePreguntan
from ut_escritorio.interfaz.comunes.campos.preguntas import preguntar_si_son_varios
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion


class FoliosDelRenglon(FoliosQuePreguntan):
    """De «645 al 650» pregunta además si son seis."""

    def __init__(self, nombre: str, ayuda: str, sesion: Sesion, renglon: Renglon) -> None:
        super().__init__(nombre, ayuda, sesion)
        self._uid = renglon.uid

    def claro(self, texto: str) -> str:
        """Lo escrito; ValorInvalido si falta saber cuántos son."""
        if duda := por_aclarar(texto):
            raise ValorInvalido(duda)
        return texto

    def aclarar(self, texto: str) -> bool:
        """Si son varios o uno."""
        return preguntar_si_son_varios(self, texto, self.serie(), self.queda)

    def medio(self) -> str | None:
        """El del renglón."""
        suyo = self._enviado()
        return suyo.medio if suyo else None

    def usados(self, folios: str) -> str:
        """Dónde están los que el renglón aún no decía; vacío si ninguno, o si no son de los que se envían."""
        suyo = self._enviado()
        if suyo is None:
            return ""
        ya = {llave_de(cita.folio) for cita in suyo.citas}
        nuevas = tuple(Cita(folio) for folio in partir(folios) if llave_de(folio) not in ya)
        return aviso_de(self._sesion.foto, replace(suyo, citas=nuevas), "folios")

    def _enviado(self) -> Renglon | None:
        suyo = self._sesion.renglon(self._uid)
        return suyo if suyo is not None and suyo.sentido == "enviado" else None
