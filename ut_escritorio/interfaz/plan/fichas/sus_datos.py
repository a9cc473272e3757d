"""Los datos que una frase pide al anotar: con qué rótulo se pide cada uno, y los que solo ella pide."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ut_escritorio.dominio.cambios_del_plan.armado.frases import dato_propio
from ut_escritorio.dominio.plan.campos import rotulo_de_campo
from ut_escritorio.dominio.plan.formas import Campo, ClaseDeCampo, Forma
from ut_escritorio.errores import ValorInvalido
from ut_escritorio.interfaz.comunes.aspecto.lista_que_cede import ListaQueCede
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, boton, desechar
from ut_escritorio.interfaz.plan.fichas.ficha import campo

_CLASES: tuple[tuple[str, ClaseDeCampo], ...] = (
    ("un texto", "texto"), ("un número", "numero"), ("una hora", "hora"), ("una fecha", "fecha"),
)  # fmt: skip


class SusDatos(QWidget):
    """`cambio` sale al rotular, agregar o quitar uno; `agregado`, con la clave del que se agregó."""

    cambio = Signal()
    agregado = Signal(str)

    def __init__(self, frase: Forma) -> None:
        super().__init__()
        self.propios: tuple[Campo, ...] = frase.campos
        self._rotulos = dict(frase.etiquetas)
        self._usados: tuple[str, ...] = ()
        self.pide = campo("Dato que pide", ayuda="Otro dato que se pide: Sede")
        self.que_es = ListaQueCede("Qué es", 8)
        for dicho, clase in _CLASES:
            self.que_es.addItem(dicho, clase)
        self.pedir = boton("Pedirlo", self._pedir, "agregar")
        self._reparo = Letrero(tinta="error")
        self._reparo.hide()
        self._filas: QWidget | None = None
        self._columna = QVBoxLayout(self)
        self._columna.setContentsMargins(0, 0, 0, 0)
        gestos = QHBoxLayout()
        gestos.addWidget(self.pide, 1)
        gestos.addWidget(self.que_es)
        gestos.addWidget(self.pedir)
        self._columna.addLayout(gestos)
        self._columna.addWidget(self._reparo)
        self._rehacer()

    def etiquetas(self) -> dict[str, str]:
        """Con qué rótulo se pide cada dato que no se pide con el de siempre."""
        return {clave: dicho for clave, dicho in self._rotulos.items() if dicho}

    def usa(self, campos: Iterable[str]) -> None:
        """Los datos de lo anotado que la frase dice: de esos se cambia el rótulo."""
        usados = tuple(campos)
        if usados != self._usados:
            self._usados = usados
            self._rehacer()

    def _rehacer(self) -> None:
        antes, self._filas = self._filas, QWidget()
        acomodo = QGridLayout(self._filas)
        acomodo.setContentsMargins(0, 0, 0, 0)
        acomodo.setColumnStretch(1, 1)
        for fila, clave in enumerate(self._usados):
            suyo = rotulo_de_campo(clave)
            pieza = campo(f"Cómo se pide «{suyo}»", self._rotulos.get(clave, ""), suyo)
            pieza.textChanged.connect(lambda dicho, clave=clave: self._rotular(clave, dicho))
            acomodo.addWidget(_rotulo(suyo), fila, 0)
            acomodo.addWidget(pieza, fila, 1, 1, 2)
        dichos = {clase: dicho for dicho, clase in _CLASES}
        for fila, propio in enumerate(self.propios, len(self._usados)):
            pieza = campo(f"Cómo se pide «{propio.etiqueta}»", propio.etiqueta)
            pieza.textChanged.connect(lambda dicho, n=propio.clave: self._renombrar(n, dicho))
            quitar = boton("", lambda n=propio.clave: self._quitar(n), "quitar", "Ya no pedirlo")
            quitar.setAccessibleName(f"Ya no pedir «{propio.etiqueta}»")
            acomodo.addWidget(_rotulo(dichos[propio.clase].capitalize()), fila, 0)
            acomodo.addWidget(pieza, fila, 1)
            acomodo.addWidget(quitar, fila, 2)
        self._columna.insertWidget(0, self._filas)
        self._filas.lower()  # el orden de Tab es el de las piezas: estas van primero
        if antes is not None:
            desechar(antes)

    def _rotular(self, clave: str, dicho: str) -> None:
        self._rotulos[clave] = dicho.strip()
        self.cambio.emit()

    def _renombrar(self, clave: str, dicho: str) -> None:
        self.propios = tuple(
            replace(c, etiqueta=dicho.strip()) if c.clave == clave else c for c in self.propios
        )
        self.cambio.emit()

    def _pedir(self) -> None:
        """Agrega un dato propio, que desde ahí se puede poner en la frase."""
        try:
            nuevo = dato_propio(self.pide.text(), self.que_es.currentData(), self.propios)
        except ValorInvalido as reparo:
            self._reparo.decir(str(reparo))
            self._reparo.show()
            return
        self._reparo.hide()
        self.propios = (*self.propios, nuevo)
        self.pide.clear()
        self._rehacer()
        self.agregado.emit(nuevo.clave)
        self.cambio.emit()

    def _quitar(self, clave: str) -> None:
        self.propios = tuple(propio for propio in self.propios if propio.clave != clave)
        self._rehacer()
        self.pide.setFocus()
        self.cambio.emit()


def _rotulo(dicho: str) -> Letrero:
    letrero = Letrero(dicho, "letra_tenue")
    letrero.setWordWrap(False)
    return letrero
