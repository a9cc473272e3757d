"""Lo que trae una parte, por componente y con su casilla; y lo que no se junta, lo igual y lo que falta."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from ut_escritorio.dominio.palabras.redaccion import con_inicial
from ut_escritorio.dominio.partes.cambio import Cambio
from ut_escritorio.interfaz.comunes.aspecto.piezas import sin_marcado, sin_volteos
from ut_escritorio.servicios.partes.llegada import Llegada

_NO_VIENE = "No viene en la parte: se decide aquí"
_SE_DECIDE_AQUI = (
    "Quién firma el informe, si se eligió a otra persona: en Informe.",
    "El día de la firma, el membrete y la leyenda: en Informe.",
)
_NADIE_SABE = "No se sabe quién lo cambió: los dos venían así desde que empezó su archivo. Decida cuál queda."
_ANCHOS = (48, 20)  # de cada cien; lo demás, para lo que llega
_CAMBIO = Qt.ItemDataRole.UserRole
_MARCADO, _SIN_MARCAR = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class ListaDeLaParte(QTreeWidget):
    """`marco` sale cuando cambia lo marcado; `mira`, con lo de aquí y lo que llega donde está el cursor."""

    marco = Signal()
    mira = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Lo que trae la parte")
        self.setHeaderLabels(["Qué", "Aquí dice", "Llega"])
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(True)
        cabeza = self.header()
        cabeza.setStretchLastSection(True)
        cabeza.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._renglones: list[QTreeWidgetItem] = []
        self.itemChanged.connect(self._al_marcar)
        self.currentItemChanged.connect(lambda renglon, _: self.mira.emit(*_dicho_en(renglon)))

    def ensenar(self, llegada: Llegada, marcados: Collection[str]) -> None:
        """Pone lo que trae, con eso marcado."""
        comparacion = llegada.comparacion
        with QSignalBlocker(self):
            self.clear()
            self._renglones = []
            for componente in dict.fromkeys(cambio.componente for cambio in comparacion.cambios):
                suyos = [cambio for cambio in comparacion.cambios if cambio.componente == componente]
                self._grupo_de_cambios(llegada.titulo(componente), suyos, marcados)
            self._grupo("No se puede juntar", (f"{reparo}" for reparo in comparacion.fuera), abierto=True)
            self._grupo("Allá dice otra cosa, y se queda como aquí", map(str, llegada.avisos), abierto=True)
            self._grupo(_NO_VIENE, _SE_DECIDE_AQUI)
            solo_aqui = (dicho for _, dicho in comparacion.solo_aqui)
            self._grupo("Solo está aquí, y se queda", solo_aqui)
            for componente, suyas in comparacion.iguales.items():
                self._grupo(f"Igual que aquí: {len(suyas)} · {llegada.titulo(componente)}", ())
        if primero := self.topLevelItem(0):
            self.setCurrentItem(primero)

    def resizeEvent(self, e: QResizeEvent) -> None:
        """Reparte su ancho entre las columnas: al llenarse todavía no lo tiene."""
        super().resizeEvent(e)
        if e.size().width() != e.oldSize().width():
            for columna, de_cada_cien in enumerate(_ANCHOS):
                self.setColumnWidth(columna, self.viewport().width() * de_cada_cien // 100)

    def marcados(self) -> frozenset[str]:
        """Las claves de lo marcado."""
        return frozenset(
            cambio.clave
            for renglon in self._renglones
            if renglon.checkState(0) == _MARCADO and (cambio := _cambio_de(renglon)) is not None
        )

    def marcar(self, claves: Collection[str]) -> None:
        """Marca eso, y lo demás no."""
        with QSignalBlocker(self):
            for renglon in self._renglones:
                cambio = _cambio_de(renglon)
                va = cambio is not None and cambio.clave in claves
                renglon.setCheckState(0, _MARCADO if va else _SIN_MARCAR)
        self.marco.emit()

    def _grupo_de_cambios(self, titulo: str, suyos: list[Cambio], marcados: Collection[str]) -> None:
        grupo = self._titular(titulo)
        grupo.setFlags(grupo.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate)
        for cambio in suyos:
            renglon = _renglon(f"{con_inicial(cambio.que)} · {cambio.nombre}", cambio.antes, _llega(cambio))
            renglon.setData(0, _CAMBIO, cambio)
            renglon.setCheckState(0, _MARCADO if cambio.clave in marcados else _SIN_MARCAR)
            self._renglones.append(renglon)
            grupo.addChild(renglon)
        grupo.setExpanded(True)

    def _grupo(self, titulo: str, dichos: Iterable[str], abierto: bool = False) -> None:
        renglones = [_renglon(dicho) for dicho in dichos]
        if renglones or titulo.startswith("Igual"):
            grupo = self._titular(f"{titulo} ({len(renglones)})" if renglones else titulo)
            for renglon in renglones:
                grupo.addChild(renglon)
                renglon.setFirstColumnSpanned(True)
            grupo.setExpanded(abierto)

    def _titular(self, titulo: str) -> QTreeWidgetItem:
        grupo = QTreeWidgetItem([titulo])
        grupo.setToolTip(0, sin_marcado(titulo))
        letra = self.font()
        letra.setBold(True)
        grupo.setFont(0, letra)
        self.addTopLevelItem(grupo)
        grupo.setFirstColumnSpanned(True)
        return grupo

    def _al_marcar(self, renglon: QTreeWidgetItem) -> None:
        self.marco.emit()


def _llega(cambio: Cambio) -> str:
    return cambio.despues or "Ya no está allá: se quita"


def _renglon(*textos: str) -> QTreeWidgetItem:
    renglon = QTreeWidgetItem([sin_volteos(" ".join(texto.split())) for texto in textos])
    for columna in range(len(textos)):
        renglon.setToolTip(columna, sin_marcado(renglon.text(columna)))
    return renglon


def _cambio_de(renglon: QTreeWidgetItem | None) -> Cambio | None:
    return renglon.data(0, _CAMBIO) if renglon is not None else None


def _dicho_en(renglon: QTreeWidgetItem | None) -> tuple[str, str]:
    """Lo de aquí y lo que llega, enteros; de lo que no se recibe, su frase."""
    cambio = _cambio_de(renglon)
    if cambio is None:
        return "", renglon.text(0) if renglon is not None and renglon.parent() else ""
    llega = cambio.despues or "ya no está; al recibirlo se quita de aquí"
    nadie = f". {_NADIE_SABE}" if cambio.que == "no coincide" else ""
    return f"Aquí: {sin_volteos(cambio.antes) or 'nada'}", f"Llega: {sin_volteos(llega)}{nadie}"
