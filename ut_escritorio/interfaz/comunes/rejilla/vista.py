"""La rejilla en la pantalla: mide lo que su cuadro y se maneja como una hoja de cálculo."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QKeyCombination,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QMenu, QSizePolicy, QTableView

from ut_escritorio.dominio.numeros.copiado import de_cuadro
from ut_escritorio.dominio.numeros.pegado import CambioDeConteo, proponer_pegado, proponer_relleno
from ut_escritorio.dominio.numeros.tabla import CeldaDeCuadro, TablaDeCuadro
from ut_escritorio.dominio.propuestas import Propuesta
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.comunes.entrada.recibido import texto_de
from ut_escritorio.interfaz.comunes.listas.portapapeles import copiar_tabla
from ut_escritorio.interfaz.comunes.rejilla import recorrido
from ut_escritorio.interfaz.comunes.rejilla.bloque import celdas_de, de_texto, trae_encabezados
from ut_escritorio.interfaz.comunes.rejilla.medidas import medir
from ut_escritorio.interfaz.comunes.rejilla.modelo import ModeloDeCuadro
from ut_escritorio.interfaz.comunes.rejilla.pincel import Pincel, paso_de
from ut_escritorio.interfaz.comunes.sesion.pendientes import Pendiente
from ut_escritorio.interfaz.comunes.sesion.senales import Senal

COPIAR_TODO = QKeyCombination(
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_C
)
_Indice = QModelIndex | QPersistentModelIndex
_SIN_MAS = QAbstractItemView.ScrollHint.EnsureVisible
_TOPE_DE_HOJA = 30_000_000
_AL_MENOS = 30
"""Letras que se ven de lado a lado de un cuadro en el lugar más angosto."""
DE_DONDE = "¿De &dónde salió este número?"


class Rejilla(QTableView):
    """Un cuadro que se escribe en su sitio.

    `escrita` sale con (casilla, valor) de cada celda; `propuesta`, con lo pegado o borrado en
    bloque; `mal_escrita`, con (casilla, texto, por qué) de lo que no es un número; `soltada`, con la
    casilla que vuelve a decir lo guardado; `rechazada`, con la frase de por qué no se hizo algo;
    `pregunta`, con la casilla de la que ella quiere saber de dónde salió.
    """

    escrita = Signal(object, object)
    propuesta = Signal(object)
    rechazada = Signal(str)
    mal_escrita = Signal(object, str, str)
    soltada = Signal(object)
    pregunta = Signal(object)

    def __init__(self, tabla: TablaDeCuadro) -> None:
        super().__init__()
        self._entera = QSize()
        self._medido: object = None
        self.modelo = ModeloDeCuadro(tabla)
        self.setModel(self.modelo)
        self.setAccessibleName(tabla.titulo or "Cuadro")
        self._sin_adornos()
        self._conectar()
        self._acomodar()
        self._al_principio()

    def poner(self, tabla: TablaDeCuadro) -> None:
        """Muestra el cuadro con datos nuevos, sin mover el cursor."""
        self.modelo.poner(tabla)
        self._acomodar()

    def poner_sin_guardar(self, sin_guardar: Mapping[Casilla, Pendiente]) -> None:
        """Deja a la vista, en su celda, lo escrito que no se guardó y por qué."""
        self.modelo.poner_sin_guardar(sin_guardar)
        self._acomodar()

    def senalar(self, de_casilla: Callable[[Casilla | None], Senal | None]) -> None:
        """Enseña en cada celda lo que la revisión dice de ella."""
        self.modelo.senalar(de_casilla)
        self.viewport().update()

    def poner_antes(self, antes: Mapping[Casilla, int]) -> None:
        """Enseña en las celdas vacías, en gris, el número que tuvieron el trimestre anterior."""
        self.modelo.antes = antes
        self.viewport().update()

    def cerrar(self, motivo: str) -> None:
        """Deja de aceptar números, y dice por qué a quien teclee; con motivo vacío, los acepta."""
        self.modelo.cerrado = motivo

    def celda_actual(self) -> CeldaDeCuadro | None:
        """La celda donde está el cursor."""
        return self.modelo.celda(self.currentIndex())

    def ir_a(self, celda: CeldaDeCuadro | None) -> None:
        """Pone el cursor en esa celda; con None se queda donde está."""
        if celda is not None:
            # Con Ctrl oprimido (al deshacer) Qt sumaría la celda a las que estén elegidas.
            indice, elegir = self.modelo.indice_de(celda), QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(indice, elegir)

    def ir_a_casilla(self, casilla: Casilla | None) -> None:
        """Pone el cursor en la celda de esa casilla; si no está en este cuadro se queda donde está."""
        self.ir_a(next((c for c in self.modelo.tabla.celdas if casilla and c.casilla == casilla), None))

    def _sin_adornos(self) -> None:
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(8)
        self.setFrameShape(QFrame.Shape.Box)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        gesto = QAbstractItemView.EditTrigger
        self.setEditTriggers(gesto.AnyKeyPressed | gesto.EditKeyPressed | gesto.DoubleClicked)

    def _conectar(self) -> None:
        self.pincel = Pincel(self)
        self.setItemDelegate(self.pincel)
        self.pincel.pide_paso.connect(lambda paso: self._dar(paso))
        self.pincel.pide_tabular.connect(self._tabular)
        self.modelo.modelReset.connect(self._olvidar_lo_medido)
        self.modelo.escrita.connect(self.escrita)
        self.modelo.mal_escrita.connect(self.mal_escrita)
        self.modelo.soltada.connect(self.soltada)

    def _acomodar(self) -> None:
        """Da a filas y columnas su medida y a la rejilla, la de todas juntas; si ya la tenían, nada."""
        tabla, letra = self.modelo.tabla, self.font()
        dicho = [self.modelo.dicho(celda) for celda in tabla.celdas]
        if self._medido == (letra, dicho):
            return
        self._medido = letra, dicho
        anchos, altos = medir(tabla, letra, self.modelo.dicho)
        for columna, ancho in enumerate(anchos):
            self.setColumnWidth(columna, ancho)
        for fila, alto in enumerate(altos):
            self.setRowHeight(fila, alto)
        self.clearSpans()
        for celda in tabla.celdas:
            if celda.alto > 1 or celda.ancho > 1:
                self.setSpan(celda.fila, celda.columna, celda.alto, celda.ancho)
        orilla = 2 * self.frameWidth()
        self._entera = QSize(sum(anchos) + orilla, sum(altos) + orilla)
        self.setMaximumWidth(self._entera.width())
        self._dar_su_alto()

    def _olvidar_lo_medido(self) -> None:
        self._medido = None

    def _dar_su_alto(self) -> None:
        """El de sus filas y, si no cabe a lo ancho, el de la barra con que se recorre sin mover lo demás."""
        cabe = self.width() >= self._entera.width()
        barra = 0 if cabe else self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(self._entera.height() + barra)

    def sizeHint(self) -> QSize:
        return QSize(self._entera.width(), self.height())

    def minimumSizeHint(self) -> QSize:
        al_menos = _AL_MENOS * self.fontMetrics().averageCharWidth()
        return QSize(min(self._entera.width(), al_menos), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._dar_su_alto()

    def scrollTo(self, index: _Indice, hint: QAbstractItemView.ScrollHint = _SIN_MAS) -> None:
        """Además, en la primera celda de un renglón se ve también su rótulo: de qué mes es."""
        super().scrollTo(index, hint)
        columnas = [c.columna for c in recorrido.datos(self.modelo.tabla) if c.fila == index.row()]
        desde_el_principio = sum(self.columnWidth(columna) for columna in range(index.column() + 1))
        es_la_primera = bool(columnas) and index.column() <= min(columnas)
        if es_la_primera and desde_el_principio <= self.viewport().width():
            self.horizontalScrollBar().setValue(0)

    def _al_principio(self) -> None:
        celda = next(iter(recorrido.editables(self.modelo.tabla)), None)
        if celda is not None:
            indice = self.modelo.indice_de(celda)
            self.selectionModel().setCurrentIndex(indice, QItemSelectionModel.SelectionFlag.NoUpdate)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "modelo"):
            self._acomodar()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.keyCombination() == COPIAR_TODO:
            self.copiar_entero()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copiar()
        elif event.matches(QKeySequence.StandardKey.Cut):
            self.cortar()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pegar()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.borrar()
        elif event.key() == Qt.Key.Key_Escape and (celda := self.celda_actual()) and celda.casilla:
            self.soltada.emit(celda.casilla)
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._tabular(event.key() == Qt.Key.Key_Tab)
        elif paso := paso_de(event):
            self._dar(paso)
        elif self.modelo.cerrado and _escribe(event):
            self.rechazada.emit(self.modelo.cerrado)
        else:
            # Lo que abra el editor sabe si fue tecleando (reemplaza) o con F2 (corrige).
            self.pincel.tecleando = event.key() != Qt.Key.Key_F2
            super().keyPressEvent(event)
            self.pincel.tecleando = False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Al pasar el cursor a otra pieza no queda nada elegido aquí; a su menú o a otra ventana, sí."""
        super().focusOutEvent(event)
        adonde, razon = QApplication.focusWidget(), Qt.FocusReason
        de_paso = event.reason() in (
            razon.PopupFocusReason,
            razon.MenuBarFocusReason,
            razon.ActiveWindowFocusReason,
        )
        if adonde is not None and adonde is not self and not self.isAncestorOf(adonde) and not de_paso:
            self.clearSelection()

    def focusNextPrevChild(self, next: bool) -> bool:
        # Tab camina por la rejilla y sale de ella al acabarse las celdas.
        celda = self.celda_actual()
        if celda and recorrido.al_tabular(self.modelo.tabla, celda, next):
            return False
        return super().focusNextPrevChild(next)

    def _dar(self, paso: recorrido.Paso) -> None:
        celda = self.celda_actual()
        if celda is not None:
            self.ir_a(recorrido.tras(self.modelo.tabla, celda, paso))

    def _tabular(self, adelante: bool) -> None:
        celda = self.celda_actual()
        destino = recorrido.al_tabular(self.modelo.tabla, celda, adelante) if celda else None
        if destino is None:
            self.focusNextPrevChild(adelante)
        self.ir_a(destino)

    def contextMenuEvent(self, arg__1: QContextMenuEvent) -> None:
        """El menú de la celda: con clic derecho o con la tecla Menú."""
        con_raton = arg__1.reason() == QContextMenuEvent.Reason.Mouse
        indice = self.indexAt(arg__1.pos()) if con_raton else self.currentIndex()
        celda = self.modelo.celda(indice)
        if celda is None or celda.casilla is None:
            arg__1.ignore()  # un rótulo: su menú es de quien pone el cuadro
            return
        if not self.selectionModel().isSelected(indice):
            self.setCurrentIndex(indice)
        donde = arg__1.pos() if con_raton else self.visualRect(indice).center()
        self._menu_de(celda.casilla).popup(self.viewport().mapToGlobal(QPoint(donde)))

    def _menu_de(self, casilla: Casilla) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Cor&tar", self.cortar).setEnabled(not self.modelo.cerrado)
        menu.addAction("&Copiar", self.copiar)
        menu.addAction("Copiar el cua&dro entero\tCtrl+Mayús+C", self.copiar_entero)
        menu.addAction("&Pegar", self.pegar).setEnabled(not self.modelo.cerrado)
        menu.addSeparator()
        menu.addAction(DE_DONDE, lambda: self.pregunta.emit(casilla))
        return menu

    def copiar(self) -> None:
        """Pone en el portapapeles las celdas elegidas, para pegarlas en Excel, en Word o aquí mismo."""
        elegidas = self._elegidas()
        que = "una celda" if len(elegidas) == 1 else f"{len(elegidas)} celdas"
        copiar_tabla(self, que, celdas_de(elegidas))

    def copiar_entero(self) -> None:
        """Pone en el portapapeles el cuadro con sus encabezados: tabla en Word, celdas en Excel."""
        copiar_tabla(self, "el cuadro entero", de_cuadro(self.modelo.tabla))

    def cortar(self) -> None:
        """Copia las celdas elegidas y propone dejarlas vacías."""
        self.copiar()
        self.borrar()

    def pegar(self) -> None:
        """Propone el bloque del portapapeles desde la celda del cursor."""
        celda = self.celda_actual()
        if self.modelo.cerrado:
            self.rechazada.emit(self.modelo.cerrado)
            return
        try:
            bloque = de_texto(texto_de(QGuiApplication.clipboard().mimeData(), _TOPE_DE_HOJA))
        except ErrorEsperado as error:
            self.rechazada.emit(f"No se pegó nada. {error}")
            return
        if celda is not None and bloque:
            self._proponer(celda, bloque)

    def _proponer(self, celda: CeldaDeCuadro, bloque: tuple[tuple[str, ...], ...]) -> None:
        elegidas = self._elegidas()
        if len(elegidas) > 1 and [len(fila) for fila in bloque] == [1]:
            self.propuesta.emit(proponer_relleno(elegidas, bloque[0][0]))
            return
        propuesta = proponer_pegado(self.modelo.tabla, celda.fila, celda.columna, bloque)
        if not propuesta.aplicable and trae_encabezados(bloque):
            self.rechazada.emit("No se pegó nada. Lo copiado trae encabezados; copie solo los números.")
        else:
            self.propuesta.emit(propuesta)

    def borrar(self) -> None:
        """Propone dejar vacías las celdas elegidas que se escriben."""
        casillas = [c.casilla for c in self._elegidas() if c.editable and c.casilla]
        if self.modelo.cerrado:
            self.rechazada.emit(self.modelo.cerrado)
        elif casillas:
            nombre = "Borrar una celda" if len(casillas) == 1 else f"Borrar {len(casillas)} celdas"
            cambios = tuple(CambioDeConteo(casilla, None) for casilla in casillas)
            self.propuesta.emit(Propuesta(nombre, cambios))

    def _elegidas(self) -> tuple[CeldaDeCuadro, ...]:
        indices = self.selectedIndexes() or [self.currentIndex()]
        celdas = (self.modelo.celda(indice) for indice in indices)
        return tuple(celda for celda in celdas if celda is not None and celda.casilla)


def _escribe(tecla: QKeyEvent) -> bool:
    """Si con esa tecla se empieza a escribir en una celda."""
    return tecla.key() == Qt.Key.Key_F2 or bool(tecla.text()) and tecla.text().isprintable()
