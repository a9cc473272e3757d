"""La hoja de traer: cada texto con su casilla, y abajo el elegido como decía y como dirá."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ut_escritorio.dominio.impreso.sitios import decir_sitio
from ut_escritorio.dominio.impreso.traidos import TextoTraido
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.palabras.redaccion import cantidad_de_lista
from ut_escritorio.dominio.palabras.sustantivos import Sustantivo
from ut_escritorio.dominio.propuestas import Propuesta
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, sin_marcado, sin_volteos
from ut_escritorio.interfaz.comunes.dialogos.botones import aceptar_o_cancelar
from ut_escritorio.interfaz.comunes.dialogos.dialogo import Dialogo
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.captura.traer import traer

_TEXTO = Sustantivo("texto", "textos")
_AL_TRAERLOS = "Llegan con su mes, su año y su trimestre ya corridos, y quedan señalados hasta que los mire."


class HojaDeTraer(Dialogo):
    """Nada se trae hasta oprimir Traer; se pueden quitar los que no vengan al caso."""

    def __init__(self, padre: QWidget, sesion: Sesion, propuesta: Propuesta[TextoTraido]) -> None:
        super().__init__(padre)
        self._sesion, self._propuesta = sesion, propuesta
        self.setWindowTitle(propuesta.nombre)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.lista = QTreeWidget()
        self.lista.setAccessibleName("Textos que se pueden traer")
        self.lista.setHeaderLabels(["Dónde", "Cómo dirá"])
        self.lista.setRootIsDecorated(False)
        self.lista.setUniformRowHeights(True)
        self.lista.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self._renglones = [self._renglon(texto) for texto in propuesta.cambios]
        self.lista.addTopLevelItems(self._renglones)
        self._decia, self._dira = Letrero(tinta="letra_tenue"), Letrero()
        self.botones, self.traer = aceptar_o_cancelar("", self._traer, self.close)
        self._armar()
        self.lista.itemChanged.connect(lambda *_: self._contar())
        self.lista.currentItemChanged.connect(lambda *_: self._mostrar())
        self.lista.setCurrentItem(self._renglones[0])
        self._contar()
        self.traer.setFocus()

    def _armar(self) -> None:
        acomodo = QVBoxLayout(self)
        acomodo.setSpacing(8)
        acomodo.addWidget(Letrero(_AL_TRAERLOS))
        acomodo.addWidget(self.lista, 1)
        for pieza in (self._decia, self._dira):
            pieza.setMinimumHeight(3 * self.fontMetrics().lineSpacing())
            pieza.setAlignment(Qt.AlignmentFlag.AlignTop)
            acomodo.addWidget(pieza)
        acomodo.addWidget(self.botones)
        self.medir(90, 26)

    def _renglon(self, texto: TextoTraido) -> QTreeWidgetItem:
        donde = decir_sitio(self._sesion.foto, Sitio(texto.lugar))
        renglon = QTreeWidgetItem([donde, sin_volteos(" ".join(texto.texto.split()))])
        for columna in range(2):
            renglon.setToolTip(columna, sin_marcado(renglon.text(columna)))
        renglon.setCheckState(0, Qt.CheckState.Checked)
        return renglon

    def elegidos(self) -> tuple[TextoTraido, ...]:
        """Los que siguen marcados."""
        return tuple(
            texto
            for texto, renglon in zip(self._propuesta.cambios, self._renglones, strict=True)
            if renglon.checkState(0) == Qt.CheckState.Checked
        )

    def _contar(self) -> None:
        cuantos = len(self.elegidos())
        self.traer.setText(f"&Traer {cantidad_de_lista(cuantos, _TEXTO)}" if cuantos else "&Traer")
        self.traer.setEnabled(bool(cuantos))

    def _mostrar(self) -> None:
        texto = self._propuesta.cambios[self.lista.currentIndex().row()]
        self._decia.decir(f"Decía: {sin_volteos(texto.antes)}")
        self._dira.decir(f"Dirá: {sin_volteos(texto.texto)}")

    def _traer(self) -> None:
        elegidos = self.elegidos()
        if self._sesion.logra(traer, replace(self._propuesta, cambios=elegidos)):
            self.close()
            self._sesion.pide_ir.emit(Sitio(elegidos[0].lugar))
