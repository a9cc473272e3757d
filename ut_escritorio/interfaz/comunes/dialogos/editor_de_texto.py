"""Cambiar un texto del plan: como ella lo lee, con lo que pone el programa entre ‹ ›."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ut_escritorio.dominio.cambios_del_plan.edicion import con_otro_texto
from ut_escritorio.dominio.impreso.contexto import Contexto
from ut_escritorio.dominio.impreso.textos import decir
from ut_escritorio.dominio.plan.rotulado import Rotulado, nombres_de_cifras, rotular
from ut_escritorio.dominio.plan.textos import TextoDelPlan
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.comunes.dialogos.botones import aceptar_o_cancelar
from ut_escritorio.interfaz.comunes.dialogos.sin_perderlo import SinPerderlo
from ut_escritorio.interfaz.comunes.entrada.campo_limpio import CuadroLimpio
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.oficina.plan import cambiar_texto

_CON_VISTA = "texto"


class EditorDeTexto(SinPerderlo):
    """El texto, cómo se imprime con lo de este trimestre, y Guardar."""

    def __init__(self, sesion: Sesion, texto: TextoDelPlan, padre: QWidget) -> None:
        super().__init__(padre)
        self._sesion, self._texto = sesion, texto
        plan = sesion.foto.plan
        self._rotulado = (
            rotular(texto.texto, nombres_de_cifras(plan)) if texto.es_patron else Rotulado(texto.texto, {})
        )
        self.setWindowTitle("Cambiar este texto")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.campo = CuadroLimpio(self._rotulado.texto)
        self.campo.setAccessibleName("Texto")
        self.campo.setTabChangesFocus(True)
        self._vista, self._reparo = Letrero(tinta="letra_tenue"), Letrero(tinta="error")
        botones, self.guardar = aceptar_o_cancelar("Guardar", self._guardar, self.reject)
        acomodo = QVBoxLayout(self)
        acomodo.setSpacing(8)
        nota = f"Cambia en todo {plan.ejercicio}; lo ya firmado queda como se firmó."
        if self._rotulado.campos:
            nota += " Lo que va entre ‹ › lo pone el programa: puede moverlo o quitarlo."
        for pieza in (Letrero(nota, tinta="letra_tenue"), self.campo, self._vista, self._reparo, botones):
            acomodo.addWidget(pieza)
        letra = self.fontMetrics()
        self.campo.setMinimumHeight(letra.lineSpacing() * (6 if len(texto.texto) > 90 else 3) + 14)
        self.medir(90)
        self.campo.textChanged.connect(self._leer)
        self._leer()

    def lo_dicho(self) -> str:
        """Lo que se perdería al cerrarlo."""
        return self.campo.limpio()

    def _leer(self) -> str | None:
        """El patrón de lo escrito, con su vista; None, y por qué, si no puede ser."""
        escrito = self.campo.limpio()
        try:
            patron = self._rotulado.de_vuelta(escrito) if self._texto.es_patron else escrito
            con_otro_texto(self._sesion.foto.plan, self._texto.ruta, patron)
        except ErrorEsperado as error:
            self._reparo.decir(str(error))
            patron = None
        else:
            self._reparo.decir("")
            self._vista.decir(self._como_se_imprime(patron))
        self.guardar.setEnabled(patron is not None)
        return patron

    def _como_se_imprime(self, patron: str) -> str:
        if not (self._texto.lugar and self._rotulado.campos and self._texto.que == _CON_VISTA):
            return ""
        foto: FotoTrimestre = self._sesion.foto
        return f"Así se imprime: {decir(patron, Contexto(foto, self._texto.lugar)).texto}"

    def _guardar(self) -> None:
        patron = self._leer()
        if patron is None:
            return
        igual = patron == self._texto.texto
        if igual or self._sesion.logra(cambiar_texto, self._texto.ruta, patron):
            self.accept()


def pedir_renglon(padre: QWidget, al_escribir: Callable[[str], bool]) -> None:
    """Pide un renglón impreso nuevo."""
    avisos.pedir_texto(
        padre,
        "¿Qué debe decir el renglón?",
        "Agregar el renglón",
        al_escribir,
        "Se imprime debajo del que señaló, en todos los trimestres del año que no se hayan firmado.",
    )
