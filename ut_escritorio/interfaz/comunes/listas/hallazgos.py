"""La lista viva de lo que hay que corregir y lo que conviene revisar, con sus [Ir] y [Dejarlo así…]."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ut_escritorio.dominio.impreso.sitios import decir_sitio
from ut_escritorio.interfaz.comunes.aspecto.iconos import crecido, icono
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, boton, sin_marcado
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.comunes.listas import al_pedirlo
from ut_escritorio.interfaz.comunes.listas.partidas import Indice, Partidas
from ut_escritorio.interfaz.comunes.listas.todavia_no import TodaviaNo
from ut_escritorio.interfaz.comunes.sesion.senales import COMO_SE_DICE, SIGNOS, Senales
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.entrega.decisiones import dejar_asi, volver_a_senalar

if TYPE_CHECKING:
    from ut_escritorio.dominio.numeros.sitios import Sitio
    from ut_escritorio.interfaz.comunes.listas.del_anexo import BotonDelAnexo
    from ut_escritorio.interfaz.comunes.listas.del_libro import BotonesDelLibro
    from ut_escritorio.revision import Hallazgo

_DEJADO, _ASI_SE_FIRMO = "Se dejó así", "Así se firmó"
_OFRECEN = {"no_es_lo_del_libro": al_pedirlo.del_libro, "anexo_a_mano": al_pedirlo.del_anexo}
_SANGRIA, _AIRE = 14, 8
_HALLAZGO, _SITIO = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class ListaDeHallazgos(QWidget):
    """Flechas para recorrerla; Enter, doble clic o su botón van al lugar.

    Lo que está en varios lugares lleva al primero y, la vez que sigue, al segundo. Abajo, plegado, lo que
    todavía no toca.
    """

    def __init__(self, sesion: Sesion) -> None:
        super().__init__()
        self._sesion = sesion
        self._cual_sigue: dict[str, int] = {}
        self.lista = _Arbol()
        self._nada = Letrero("Revisando…", "letra_tenue")
        self.ir = boton("Ir al lugar", self._ir, "ir", "Enter")
        self.dejar = boton("Dejarlo así…", self._dejar, "listo", "No se vuelve a señalar mientras no cambie")
        self.volver = boton("Volver a revisarlo", self._volver, "automatico")
        self.todavia_no = TodaviaNo()
        self.ofrecido: dict[str, BotonesDelLibro | BotonDelAnexo] = {}
        self.lista.hide()
        self._armar()
        self.lista.itemActivated.connect(lambda *_: self._ir())
        self.lista.currentItemChanged.connect(lambda *_: self._al_elegir())
        self._al_elegir()

    def _armar(self) -> None:
        acomodo = QVBoxLayout(self)
        acomodo.setContentsMargins(0, 0, 0, 0)
        acomodo.addWidget(self._nada)
        acomodo.addWidget(self.lista, 1)
        self._hilera = QHBoxLayout()
        for pieza in (self.ir, self.dejar, self.volver):
            self._hilera.addWidget(pieza)
        self._hilera.addStretch()
        acomodo.addLayout(self._hilera)
        acomodo.addWidget(self.todavia_no)
        acomodo.addStretch()

    def senalar(self, senales: Senales) -> None:
        """Muestra lo señalado; lo elegido y lo abierto siguen así; si ya no está, se elige lo que sigue."""
        elegido, abiertos, alto = self._elegido(), self._abiertos(), self.lista.verticalScrollBar().value()
        por_si_no_esta = self._desde(elegido)
        with QSignalBlocker(self.lista):  # si no, el botón en que está el cursor se iría y volvería sin él
            self.lista.clear()
            for rotulo, hallazgos in (
                (COMO_SE_DICE["corregir"], senales.por_corregir),
                (COMO_SE_DICE["revisar"], senales.por_revisar),
                (_ASI_SE_FIRMO, senales.asi_se_firmo),
                (_DEJADO, senales.dejados),
            ):
                if hallazgos:
                    self._agrupar(rotulo, hallazgos, abiertos)
        self.todavia_no.poner(senales.todavia_no)
        hay = self.lista.topLevelItemCount() > 0
        self.lista.setVisible(hay)
        self._nada.decir("" if hay else self._si_no_hay(), "bien" if self._revisado() else "letra_tenue")
        self._elegir(por_si_no_esta)
        self.lista.dejar_a_la_altura(alto)
        self._al_elegir()

    def _revisado(self) -> bool:
        return self._sesion.revision.al_dia

    def _si_no_hay(self) -> str:
        return "No hay nada que corregir." if self._revisado() else "Revisando…"

    def _agrupar(self, rotulo: str, hallazgos: tuple[Hallazgo, ...], abiertos: set[str]) -> None:
        cabeza = QTreeWidgetItem([f"{rotulo} ({len(hallazgos)})"])
        cabeza.setFlags(Qt.ItemFlag.ItemIsEnabled)
        letra = cabeza.font(0)
        letra.setBold(True)
        cabeza.setFont(0, letra)
        self.lista.addTopLevelItem(cabeza)
        cabeza.setExpanded(True)
        for hallazgo in hallazgos:
            renglon = self._renglon(hallazgo, firmado=rotulo == _ASI_SE_FIRMO)
            cabeza.addChild(renglon)
            renglon.setExpanded(hallazgo.huella in abiertos)

    def _renglon(self, hallazgo: Hallazgo, *, firmado: bool) -> QTreeWidgetItem:
        motivo = f"\n{_DEJADO}: {hallazgo.motivo}" if hallazgo.motivo else ""
        renglon = QTreeWidgetItem([hallazgo.mensaje + motivo])
        signo = ("listo", "letra_tenue") if motivo or firmado else SIGNOS[hallazgo.gravedad]
        renglon.setIcon(0, icono(*signo))
        cual = _DEJADO if motivo else _ASI_SE_FIRMO if firmado else COMO_SE_DICE[hallazgo.gravedad]
        renglon.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{cual}: {hallazgo.mensaje}{motivo}")
        renglon.setToolTip(0, sin_marcado(hallazgo.mensaje + motivo))
        renglon.setData(0, _HALLAZGO, hallazgo)
        if len(hallazgo.sitios) > 1:
            decir = partial(decir_sitio, self._sesion.foto)
            renglon.addChildren([_Dentro(hallazgo, sitio, decir) for sitio in hallazgo.sitios])
        return renglon

    def _actual(self) -> Hallazgo | None:
        """El hallazgo elegido, o el del sitio elegido."""
        actual = self.lista.currentItem()
        return actual.data(0, _HALLAZGO) if actual else None

    def _elegido(self) -> _Cual | None:
        """Cuál hallazgo está elegido y, si es uno de sus sitios, cuál."""
        actual = self.lista.currentItem()
        return _cual(actual) if actual and self._actual() else None

    def _desde(self, elegido: _Cual | None) -> list[_Cual]:
        """El elegido y, por si ya no está, los que le siguen y luego los de antes."""
        todos = [_cual(renglon) for renglon in self.lista.todos()]
        if elegido not in todos:
            return []
        donde = todos.index(elegido)
        return [*todos[donde:], *reversed(todos[:donde])]

    def _elegir(self, por_orden: list[_Cual]) -> None:
        """Elige el primero de esos que haya."""
        hay = {_cual(renglon): renglon for renglon in self.lista.todos()}
        elegido = next((hay[cual] for cual in por_orden if cual in hay), None)
        if elegido is not None:
            self.lista.setCurrentItem(elegido)

    def _abiertos(self) -> set[str]:
        return {renglon.data(0, _HALLAZGO).huella for renglon in self.lista.todos() if renglon.isExpanded()}

    def _al_elegir(self) -> None:
        """Ajusta los botones a lo elegido."""
        hallazgo = self._actual()
        self.ir.setText(self._que_haria())
        self.ir.setAccessibleName(self.ir.text())
        self.ir.setEnabled(hallazgo is not None)
        self.ir.setVisible(self.lista.topLevelItemCount() > 0)
        cerrado = bool(self._sesion.cerrado)
        dejado = hallazgo is not None and bool(hallazgo.motivo)
        self.dejar.setVisible(self.ir.isVisibleTo(self) and not (cerrado or dejado))
        self.dejar.setEnabled(hallazgo is not None)
        self.volver.setVisible(dejado and not cerrado)
        self._ofrecer(hallazgo)

    def _ofrecer(self, hallazgo: Hallazgo | None) -> None:
        """Lo que aquí mismo lo arregla: usar lo que el libro tiene, poner el anexo de hoy."""
        codigo = hallazgo.codigo if hallazgo is not None and hallazgo.sitios else ""
        if codigo in _OFRECEN and codigo not in self.ofrecido:
            self.ofrecido[codigo] = _OFRECEN[codigo]()(self._sesion)
            self._hilera.insertWidget(1, self.ofrecido[codigo])
        for cual, piezas in self.ofrecido.items():
            piezas.poner_en(hallazgo.sitios[0] if hallazgo is not None and cual == codigo else None)

    def _que_haria(self) -> str:
        """«Ir al lugar» o, si son varios, «Ir al 2º de 3»."""
        actual, hallazgo = self.lista.currentItem(), self._actual()
        if actual is None or hallazgo is None or not actual.childCount():
            return "Ir al lugar"
        return f"Ir al {self._turno(hallazgo) + 1}º de {len(hallazgo.sitios)}"

    def _turno(self, hallazgo: Hallazgo) -> int:
        """Cuál de sus lugares sigue; después del último, otra vez el primero."""
        return self._cual_sigue.get(hallazgo.huella, 0) % len(hallazgo.sitios)

    def _ir(self) -> None:
        actual, hallazgo = self.lista.currentItem(), self._actual()
        if actual is None or hallazgo is None or not hallazgo.sitios:
            return
        sitio = actual.data(0, _SITIO)
        turno = hallazgo.sitios.index(sitio) if sitio else self._turno(hallazgo)
        self._cual_sigue[hallazgo.huella] = turno + 1
        self._al_elegir()
        self._sesion.pide_ir.emit(hallazgo.sitios[turno])

    def _dejar(self) -> None:
        hallazgo = self._actual()
        if hallazgo is None:
            return
        # El botón se apaga al contestar: sin esto el cursor caería en el dato de al lado.
        self.lista.setFocus()
        avisos.pedir_texto(
            self,
            "¿Por qué se deja así?",
            "Dejarlo así",
            lambda motivo: self._sesion.logra(dejar_asi, hallazgo.huella, motivo),
            f"{hallazgo.mensaje}\n\nYa no se señala ni hace borrador el informe; "
            "si cambian sus números, se vuelve a señalar.",
        )

    def _volver(self) -> None:
        hallazgo = self._actual()
        if hallazgo is not None:
            self.lista.setFocus()
            self._sesion.hacer(volver_a_senalar, hallazgo.huella)


_Cual = tuple[str, bool, "Sitio | None"]


def _cual(renglon: QTreeWidgetItem) -> _Cual:
    """Con qué se reconoce un renglón al hacerse otra vez la lista; el que se dejó así ya es otro."""
    hallazgo: Hallazgo = renglon.data(0, _HALLAZGO)
    return hallazgo.huella, bool(hallazgo.motivo), renglon.data(0, _SITIO)


class _Dentro(QTreeWidgetItem):
    """Uno de los lugares de un hallazgo: cómo se llama se arma hasta que se ve, que pueden ser mil."""

    def __init__(self, hallazgo: Hallazgo, sitio: Sitio, decir: Callable[[Sitio], str]) -> None:
        super().__init__()
        self._hallazgo, self._sitio, self._decir = hallazgo, sitio, decir

    def data(self, column: int, role: int) -> Any:
        propios = {_HALLAZGO: self._hallazgo, _SITIO: self._sitio}
        if role in propios:
            return propios[role]
        return self._decir(self._sitio) if role == Qt.ItemDataRole.DisplayRole else super().data(column, role)


class _Arbol(QTreeWidget):
    """Renglones que se parten para caber; al cambiar de ancho vuelven a medirse. Pide el alto de todos."""

    def __init__(self) -> None:
        super().__init__()
        self._alto = 0
        self.setAccessibleName("Lo que hay que corregir y lo que conviene revisar")
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(False)
        self.setIndentation(_SANGRIA)
        self.setWordWrap(True)
        self.setItemDelegate(Partidas(self, _AIRE, self._ancho_de))
        self.setIconSize(QSize(crecido(16), crecido(16)))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _ancho_de(self, indice: Indice) -> int:
        """En cuánto cabe el texto de un renglón, con su sangría y su icono."""
        sangria, arriba = _SANGRIA, indice.parent()
        while arriba.isValid():
            sangria, arriba = sangria + _SANGRIA, arriba.parent()
        con_icono = self.iconSize().width() + 6 if indice.data(Qt.ItemDataRole.DecorationRole) else 0
        return max(100, self.viewport().width() - sangria - con_icono - 10)

    def todos(self) -> list[QTreeWidgetItem]:
        """Los renglones y los sitios dentro de ellos, sin los encabezados."""
        cabezas = _hijos(self.invisibleRootItem())
        renglones = [renglon for cabeza in cabezas for renglon in _hijos(cabeza)]
        return [r for renglon in renglones for r in (renglon, *_hijos(renglon))]

    def dejar_a_la_altura(self, alto: int) -> None:
        """Deja la barra donde estaba, con lo elegido a la vista."""
        self.doItemsLayout()
        self.verticalScrollBar().setValue(alto)
        if (actual := self.currentItem()) is not None:
            self.scrollToItem(actual)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._alto)

    def minimumSizeHint(self) -> QSize:
        """Con poco alto se recorre, en vez de agrandar la ventana."""
        return QSize(super().minimumSizeHint().width(), 1)

    def updateGeometries(self) -> None:
        super().updateGeometries()
        alto = self._alto_de_todo()
        if alto != self._alto:
            self._alto = alto
            self.updateGeometry()

    def _alto_de_todo(self) -> int:
        """Lo que miden los renglones a la vista y los que la barra esconde, en pixeles."""
        hijos = _hijos(self.invisibleRootItem())
        if not hijos:
            return 0
        primero = ultimo = hijos[0]
        while hijos:
            ultimo = hijos[-1]
            hijos = _hijos(ultimo) if ultimo.isExpanded() else []
        de_arriba = self.visualItemRect(primero).top()
        return self.visualItemRect(ultimo).bottom() + 1 - de_arriba + 2 * self.frameWidth()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()


def _hijos(renglon: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    hijos = (renglon.child(i) for i in range(renglon.childCount()))
    return [hijo for hijo in hijos if hijo is not None]
