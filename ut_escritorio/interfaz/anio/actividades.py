"""Las actividades del año nuevo: cada una sigue, cambia de texto, pasa a ser otra o ya no va."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem

from ut_escritorio.dominio.cambios_del_plan.acomodo import Destino
from ut_escritorio.dominio.cambios_del_plan.actividad_nueva import ActividadNueva
from ut_escritorio.interfaz.comunes.aspecto.lista_que_cede import ListaQueCede
from ut_escritorio.interfaz.comunes.aspecto.paleta import color
from ut_escritorio.interfaz.comunes.aspecto.piezas import sin_marcado

ERA, NUMERO, NOMBRE, QUE = range(4)
_SIGUE, _CAMBIA, _SE_VA, _PASA = "Sigue", "Cambia de texto", "Ya no va", "Pasó a ser…"


class Actividades(QTableWidget):
    """`cambio` sale con cada cosa que ella dice; escribir otro número o nombre ya es decirlo."""

    cambio = Signal()

    def __init__(self, destinos: tuple[Destino, ...]) -> None:
        super().__init__(0, 4)
        self._eran = list(destinos)
        self.nuevas: list[ActividadNueva] = []
        self.setAccessibleName("Actividades del año nuevo")
        rotulos = ["Era", "Número", "Nombre", "Qué pasa"]
        self.setHorizontalHeaderLabels(rotulos)
        for columna, rotulo in enumerate(rotulos):
            self.model().setHeaderData(
                columna, Qt.Orientation.Horizontal, rotulo, Qt.ItemDataRole.ToolTipRole
            )
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.setTabKeyNavigation(False)
        encabezado = self.horizontalHeader()
        encabezado.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        encabezado.setSectionResizeMode(NOMBRE, QHeaderView.ResizeMode.Stretch)
        for destino in destinos:
            self._agregar(destino.numero, destino.numero, destino.nombre)
            self._poner_lista(self.rowCount() - 1)
        self.itemChanged.connect(self._al_escribir)

    def destinos(self) -> tuple[Destino, ...]:
        """Lo que pasa con cada actividad que había."""
        return tuple(
            Destino(era.clave, self._texto(fila, NUMERO), self._texto(fila, NOMBRE), self._sigue(fila))
            for fila, era in enumerate(self._eran)
        )

    def sin_decir(self) -> int | None:
        """La primera fila de la que se dijo que cambia y no en qué; None si no hay."""
        for fila, (era, es) in enumerate(zip(self._eran, self.destinos(), strict=True)):
            if self.lista_de(fila).currentText() in (_CAMBIA, _PASA) and era == es:
                return fila
        return None

    def pedir(self, fila: int) -> None:
        """Lleva adonde se escribe en qué cambia una actividad."""
        que = self.lista_de(fila).currentText()
        self.setCurrentCell(fila, NOMBRE if que == _CAMBIA else NUMERO)
        self.setFocus()
        self.editItem(self.currentItem())

    def agregar(self, nueva: ActividadNueva) -> None:
        """Pone al final una actividad nueva."""
        self.nuevas.append(nueva)
        with QSignalBlocker(self):
            self._agregar("", nueva.numero, nueva.nombre)
            que = QTableWidgetItem("Nueva")
            que.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            self.setItem(self.rowCount() - 1, QUE, que)
            for columna in (NUMERO, NOMBRE):
                pieza = self.item(self.rowCount() - 1, columna)
                assert pieza is not None
                pieza.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        self.scrollToBottom()
        self.cambio.emit()

    def renombrar(self, era: str, es: str) -> None:
        """Las que se llamaban así se llaman ya de otra manera."""
        for fila in range(len(self._eran)):
            if self._texto(fila, NOMBRE) == era:
                self._celda(fila, NOMBRE).setText(es)

    def lista_de(self, fila: int) -> ListaQueCede:
        """La lista en que se dice qué pasa con una actividad."""
        lista = self.cellWidget(fila, QUE)
        assert isinstance(lista, ListaQueCede)
        return lista

    def _agregar(self, era: str, numero: str, nombre: str) -> None:
        fila = self.rowCount()
        self.insertRow(fila)
        for columna, texto in ((ERA, era), (NUMERO, numero), (NOMBRE, nombre)):
            celda = QTableWidgetItem(texto)
            celda.setToolTip(sin_marcado(texto) if columna == NOMBRE else "")
            if columna == ERA:
                celda.setFlags(Qt.ItemFlag.ItemIsEnabled)
                celda.setForeground(color("letra_tenue"))
            self.setItem(fila, columna, celda)

    def _poner_lista(self, fila: int) -> None:
        lista = ListaQueCede(f"Qué pasa con la actividad {self._eran[fila].numero}", 10)
        lista.addItems([_SIGUE, _SE_VA, _CAMBIA, _PASA])
        lista.currentIndexChanged.connect(lambda _: self._al_escoger(fila))
        self.setCellWidget(fila, QUE, lista)

    def _al_escoger(self, fila: int) -> None:
        """Lleva adonde se dice lo que falta; «Sigue» la deja como era."""
        era, escogido = self._eran[fila], self.lista_de(fila).currentText()
        if escogido in (_SIGUE, _SE_VA):
            self._poner(fila, era.numero, era.nombre)
            self._ensenar_que_cambio(fila)
        self._tachar(fila, escogido == _SE_VA)
        if escogido in (_CAMBIA, _PASA):
            self.pedir(fila)
        self.cambio.emit()

    def _al_escribir(self, celda: QTableWidgetItem) -> None:
        fila = celda.row()
        if fila < len(self._eran):
            era = self._eran[fila]
            otro_numero = self._texto(fila, NUMERO) != era.numero
            otro_nombre = self._texto(fila, NOMBRE) != era.nombre
            que = _PASA if otro_numero else _CAMBIA if otro_nombre else _SIGUE
            with QSignalBlocker(self.lista_de(fila)):
                self.lista_de(fila).setCurrentText(que)
            self._tachar(fila, False)
            self._ensenar_que_cambio(fila, NUMERO if otro_numero else -1, NOMBRE if otro_nombre else -1)
        self.cambio.emit()

    def _poner(self, fila: int, numero: str, nombre: str) -> None:
        with QSignalBlocker(self):
            self._celda(fila, NUMERO).setText(numero)
            self._celda(fila, NOMBRE).setText(nombre)

    def _ensenar_que_cambio(self, fila: int, *cuales: int) -> None:
        """En negrita lo que ya no dice lo de antes, que se lee al posarse."""
        era = {NUMERO: self._eran[fila].numero, NOMBRE: self._eran[fila].nombre}
        with QSignalBlocker(self):
            for columna, antes in era.items():
                celda, cambio = self._celda(fila, columna), columna in cuales
                letra = celda.font()
                letra.setBold(cambio)
                celda.setFont(letra)
                celda.setToolTip(
                    sin_marcado(f"Antes: {antes}" if cambio else antes if columna == NOMBRE else "")
                )

    def _tachar(self, fila: int, si: bool) -> None:
        with QSignalBlocker(self):
            for columna in (NUMERO, NOMBRE):
                celda = self._celda(fila, columna)
                letra = celda.font()
                letra.setStrikeOut(si)
                celda.setFont(letra)

    def _sigue(self, fila: int) -> bool:
        return self.lista_de(fila).currentText() != _SE_VA

    def _texto(self, fila: int, columna: int) -> str:
        return self._celda(fila, columna).text().strip()

    def _celda(self, fila: int, columna: int) -> QTableWidgetItem:
        celda = self.item(fila, columna)
        assert celda is not None
        return celda
