"""«Así se imprime»: las frases tal como saldrán, vivas, debajo de lo que se captura."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ut_escritorio.dominio.impreso.entradas import Impreso
from ut_escritorio.dominio.impreso.recorrido import impresos_de
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.plan.arbol import Lugar
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.interfaz.comunes.aspecto.iconos import crecido, dibujo
from ut_escritorio.interfaz.comunes.aspecto.opciones import celda_de
from ut_escritorio.interfaz.comunes.aspecto.paleta import color
from ut_escritorio.interfaz.comunes.aspecto.piezas import (
    Letrero,
    boton,
    folios_enteros,
    sin_marcado,
    sin_volteos,
)
from ut_escritorio.interfaz.comunes.campos.campo_escrito import AlPie
from ut_escritorio.interfaz.comunes.campos.textos import TextoLargo
from ut_escritorio.interfaz.comunes.sesion.pendientes import Escrito
from ut_escritorio.interfaz.comunes.sesion.senales import NINGUNA, SIGNOS, Senal, Senales
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.captura import textos
from ut_escritorio.servicios.captura.traer import dar_por_mirado

_ROL_FRASE, _ROL_SIGNO = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_MARGEN = 5
_SANGRIA = 22
Indice = QModelIndex | QPersistentModelIndex


class _Frases(QAbstractListModel):
    """Las frases, una por renglón de la lista."""

    def __init__(self) -> None:
        super().__init__()
        self.frases: tuple[Impreso, ...] = ()
        self.senales: Senales = NINGUNA

    def senalar(self, senales: Senales) -> None:
        self.senales = senales
        if self.frases:
            self.dataChanged.emit(self.index(0), self.index(len(self.frases) - 1))

    def senal_de(self, frase: Impreso) -> Senal | None:
        """Lo que la revisión dice de una frase o de algún renglón que diga."""
        senales = [senal for origen in frase.relato.origenes if (senal := self.senales.de_origen(origen))]
        return next((s for s in senales if s.gravedad == "corregir"), next(iter(senales), None))

    def poner(self, frases: tuple[Impreso, ...]) -> None:
        mismas = [f.relato.origen for f in frases] == [f.relato.origen for f in self.frases]
        if not mismas:
            self.beginResetModel()
        self.frases = frases
        if not mismas:
            self.endResetModel()
        elif frases:
            self.dataChanged.emit(self.index(0), self.index(len(frases) - 1))

    def rowCount(self, parent: Indice = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.frases)

    def data(self, index: Indice, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        frase = self.frases[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return sin_volteos(frase.relato.texto)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._en_voz_alta(frase)
            case Qt.ItemDataRole.ToolTipRole:
                senal = self.senal_de(frase)
                return sin_marcado(senal.texto) if senal else None
            case _:
                return {_ROL_FRASE: frase, _ROL_SIGNO: self._signo(frase)}.get(role)

    def _en_voz_alta(self, frase: Impreso) -> str:
        senal = self.senal_de(frase)
        a_mano = " (escrito a mano)" if frase.relato.a_mano else ""
        return f"{frase.relato.texto}{a_mano}{f'. {senal.texto}' if senal else ''}"

    def _signo(self, frase: Impreso) -> tuple[str, str] | None:
        """El icono de la frase y su tinta: lo por decidir, lo que hay que corregir, a mano, lo demás."""
        senal = self.senal_de(frase)
        if frase.relato.cambio:
            return "error", "atencion"
        if senal and senal.gravedad == "corregir":
            return SIGNOS["corregir"]
        if frase.relato.a_mano:
            return "a_mano", "acento"
        return SIGNOS["revisar"] if senal or frase.relato.faltantes else None


class _Pincel(QStyledItemDelegate):
    """Pinta una frase entera, partida en renglones, con su signo si está a mano o le falta algo."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Indice) -> None:
        frase: Impreso = index.data(_ROL_FRASE)
        celda = celda_de(option)
        caja = celda.caja
        painter.save()
        if celda.elegida:
            painter.fillRect(caja, color("encabezado"))
        if signo := index.data(_ROL_SIGNO):
            painter.drawPixmap(caja.left() + 3, caja.top() + _MARGEN, dibujo(signo[0], 16, signo[1]))
        painter.setPen(color("atencion" if frase.relato.faltantes else "letra"))
        dentro = caja.adjusted(crecido(_SANGRIA), _MARGEN, -_MARGEN, -_MARGEN)
        painter.drawText(dentro, Qt.TextFlag.TextWordWrap, folios_enteros(index.data()))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Indice) -> QSize:
        celda = celda_de(option)
        assert isinstance(celda.vista, QListView)
        ancho = celda.vista.viewport().width() - crecido(_SANGRIA) - _MARGEN
        texto = folios_enteros(index.data(Qt.ItemDataRole.DisplayRole))
        caja = celda.medidas.boundingRect(0, 0, max(ancho, 100), 100_000, Qt.TextFlag.TextWordWrap, texto)
        return QSize(caja.width(), caja.height() + 2 * _MARGEN)


class _Lista(QListView):
    """La lista de frases; al cambiar de ancho vuelve a medir cada una."""

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(_Pincel(self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Así se imprime")

    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()


class AsiSeImprime(QWidget):
    """Las frases de un lugar y lo que se puede hacer con la elegida.

    `pide_renglon` sale con la frase en que ella hizo clic; `pide_hoja`, con el origen de la que quiere
    ver en su página.
    """

    pide_renglon = Signal(object)
    pide_hoja = Signal(str)

    def __init__(self, sesion: Sesion) -> None:
        super().__init__()
        self._sesion = sesion
        self._origen = ""
        self._seguido = ""
        self._cerrado = False
        self.modelo = _Frases()
        self.lista = _Lista()
        self.lista.setModel(self.modelo)
        self.lista.setMinimumHeight(1)  # con poco alto, lo que se escribe va primero
        self.editor = TextoLargo("Su texto, escrito a mano", 4)
        self._armar()
        self._conectar()

    def _armar(self) -> None:
        acomodo = QVBoxLayout(self)
        acomodo.setContentsMargins(12, 6, 12, 6)
        acomodo.setSpacing(4)
        acomodo.addLayout(self._encabezado())
        self._aviso = Letrero(tinta="atencion")
        acomodo.addWidget(self._aviso)
        acomodo.addLayout(self._decision())
        acomodo.addWidget(self.editor)
        acomodo.addWidget(AlPie(self.editor))
        acomodo.addWidget(self.lista, 1)
        self._vacio = Letrero(tinta="letra_tenue")
        self._vacio.setAlignment(Qt.AlignmentFlag.AlignTop)
        acomodo.addWidget(self._vacio, 1)
        self.editor.hide()

    def _encabezado(self) -> QHBoxLayout:
        hilera = QHBoxLayout()
        titulo = Letrero("Así se imprime", negrita=True)
        titulo.setWordWrap(False)
        self.ver = boton("Ver la hoja", self._ver_hoja, "hoja")
        self.a_mano = boton("Cambiar a mano", self._abrir_editor, "a_mano")
        self.automatico = boton("Volver al texto automático", self.volver, "automatico")
        self.mirado = boton("Ya lo miré", self._mirar, "listo", "Se trajo del trimestre anterior")
        hilera.addWidget(titulo)
        hilera.addStretch()
        for pieza in (self.mirado, self.automatico):
            pieza.hide()  # ya acomodados, su ancho ensancharía la ventana antes de esconderse
        for pieza in (self.mirado, self.ver, self.a_mano, self.automatico):
            hilera.addWidget(pieza)
        return hilera

    def _decision(self) -> QHBoxLayout:
        hilera = QHBoxLayout()
        self.usar = boton("Usar el nuevo", self._usar, "listo")
        self.dejar = boton("Dejar el mío", self._dejar, "a_mano")
        self.usar.hide()
        self.dejar.hide()
        hilera.addWidget(self.usar)
        hilera.addWidget(self.dejar)
        hilera.addStretch()
        return hilera

    def _conectar(self) -> None:
        self.lista.selectionModel().currentChanged.connect(lambda *_: self._al_elegir())
        self.lista.clicked.connect(lambda indice: self.pide_renglon.emit(self.modelo.frases[indice.row()]))
        self.lista.activated.connect(lambda indice: self.pide_renglon.emit(self.modelo.frases[indice.row()]))
        self.editor.guardar.connect(self._guardar)

    def senalar(self, senales: Senales) -> None:
        """Enseña en cada frase lo que la revisión dice de ella."""
        self.modelo.senalar(senales)

    def poner(self, frases: tuple[Impreso, ...], si_no_hay: str) -> None:
        """Muestra esas frases (o `si_no_hay`); la elegida sigue elegida aunque cambie de texto."""
        origen = self._seguido or self._origen
        self._cerrado = bool(self._sesion.cerrado)
        self._vacio.decir("" if frases else si_no_hay)
        self.lista.setVisible(bool(frases))
        self.modelo.poner(frases)
        self.elegir(origen)
        if not self.editor.isHidden() and (frase := self.elegida()):
            self._mostrar_en_editor(frase)
        self.lista.scheduleDelayedItemsLayout()
        self._al_elegir()

    def elegir(self, origen: str) -> None:
        """Elige la frase de ese origen, si está, y lo sigue aunque pase a decirse en otra."""
        for fila, frase in enumerate(self.modelo.frases):
            if origen and origen in frase.relato.origenes:
                self.lista.setCurrentIndex(self.modelo.index(fila))
                self.lista.scrollTo(self.modelo.index(fila))
                self._seguido = origen
                return

    def elegida(self) -> Impreso | None:
        """La frase elegida."""
        fila = self.lista.currentIndex().row()
        return self.modelo.frases[fila] if 0 <= fila < len(self.modelo.frases) else None

    def asentar(self) -> None:
        """Guarda lo que esté a medio escribir."""
        if not self.editor.isHidden():
            self.editor.guardar_ya()

    def volver(self) -> None:
        """Deja la frase elegida como sale de los datos."""
        frase = self.elegida()
        self._cerrar_editor()
        if frase is not None:
            self._sesion.hacer(textos.volver_al_automatico, frase.relato.origen)

    def _al_elegir(self) -> None:
        """Ajusta los botones a la frase elegida; al cambiar de frase se cierra el editor."""
        frase = self.elegida()
        nuevo = frase.relato.origen if frase else ""
        if nuevo != self._origen:
            self.asentar()
            self._cerrar_editor()
            self._origen, self._seguido = nuevo, ""
        libre = frase is not None and frase.se_escribe_a_mano and not self._cerrado
        self.ver.setEnabled(frase is not None)
        self.a_mano.setEnabled(libre)
        self.automatico.setVisible(bool(frase and frase.relato.a_mano) and not self._cerrado)
        self.mirado.setVisible(nuevo in self._sesion.foto.por_mirar and not self._cerrado)
        self._avisar()

    def _mirar(self) -> None:
        """El texto traído está bien así; sigue el que falte por mirar en este lugar."""
        self._sesion.hacer(dar_por_mirado, self._origen)
        por_mirar = self._sesion.foto.por_mirar
        origenes = (frase.relato.origen for frase in self.modelo.frases)
        self.elegir(next((origen for origen in origenes if origen in por_mirar), self._origen))

    def _por_decidir(self) -> Impreso | None:
        """La frase a mano cuyos datos cambiaron: la elegida, si es una; si no, la primera que haya."""
        elegida = self.elegida()
        candidatas = (*([elegida] if elegida else []), *self.modelo.frases)
        return next((frase for frase in candidatas if frase.relato.cambio), None)

    def _avisar(self) -> None:
        """Si los datos cambiaron bajo un texto a mano, enseña los dos y deja escoger."""
        frase = self._por_decidir()
        texto = ""
        if frase is not None:
            texto = f"Su texto dice: «{frase.relato.texto}»\nAhora sería: «{frase.relato.automatico}»"
        self._aviso.decir(texto)
        for pieza in (self._aviso, self.usar, self.dejar):
            pieza.setVisible(frase is not None and not self._cerrado)

    def enfocar(self, origen: str) -> None:
        """Va a la frase de ese origen; si está escrita a mano, la abre para cambiarla."""
        self.elegir(origen)
        frase = self.elegida()
        self.lista.setFocus()
        if frase is not None and frase.relato.origen == origen and frase.relato.a_mano:
            self._abrir_editor()

    def _abrir_editor(self) -> None:
        frase = self.elegida()
        if frase is not None and not self._cerrado:
            self.editor.soltar()
            self._mostrar_en_editor(frase)
            self.editor.show()
            # Con el editor abierto aún deben leerse varias frases.
            self.setMinimumHeight(self.editor.height() + 12 * self.fontMetrics().lineSpacing())
            self.editor.setFocus()

    def _cerrar_editor(self) -> None:
        self.editor.hide()
        self.setMinimumHeight(0)

    def _mostrar_en_editor(self, frase: Impreso) -> None:
        self._sesion.sin_guardar.mostrar(self.editor, _sitio(frase), frase.relato.texto)

    def _guardar(self, texto: str) -> None:
        frase = next((f for f in self.modelo.frases if f.relato.origen == self._origen), None)
        if frase is None:
            return
        if texto == frase.relato.texto:
            self._sesion.sin_guardar.soltar(_sitio(frase))
            return
        escrito = Escrito(_sitio(frase), "Texto escrito a mano", texto)
        datos = self._origen, texto, frase.relato.automatico, self.editor.visita
        self._sesion.guardar(escrito, textos.escribir_a_mano, *datos)

    def _usar(self) -> None:
        frase = self._por_decidir()
        if frase is not None:
            self._cerrar_editor()
            self._sesion.hacer(textos.volver_al_automatico, frase.relato.origen)

    def _dejar(self) -> None:
        frase = self._por_decidir()
        if frase is not None:
            relato = frase.relato
            self._sesion.hacer(textos.escribir_a_mano, relato.origen, relato.texto, relato.automatico)

    def _ver_hoja(self) -> None:
        if self._origen:
            self.pide_hoja.emit(self._origen)


def frases_de(foto: FotoTrimestre, lugar: Lugar) -> tuple[Impreso, ...]:
    """Las frases que se imprimen de un lugar y, si es actividad, de sus pasos, en su orden.

    Sus encabezados y sus cuadros se leen arriba, en la captura.
    """
    frases = (impreso for impreso in impresos_de(foto, lugar) if impreso.relato.texto)
    return tuple(frase for frase in frases if frase.apartado is not None or frase.clase == "valor")


def _sitio(frase: Impreso) -> Sitio:
    return Sitio(frase.lugar, frase.relato.origen, campo="texto")
