"""La pestaña de un componente: índice a la izquierda, captura a la derecha y lo impreso debajo."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMimeData, QPoint, QSettings, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ut_escritorio.dominio.impreso.entradas import Impreso
from ut_escritorio.dominio.impreso.resumen import por_que_no_hay
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.plan.arbol import Componente, Ruta
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.interfaz.componente import al_pedirlo
from ut_escritorio.interfaz.componente.arbol import Arbol
from ut_escritorio.interfaz.componente.asi_se_imprime import AsiSeImprime
from ut_escritorio.interfaz.componente.contenido import Hoja
from ut_escritorio.interfaz.componente.frases import frases_de
from ut_escritorio.interfaz.comunes.aspecto.altura import dejar_a_la_altura
from ut_escritorio.interfaz.comunes.sesion.piezas_vivas import Pestana
from ut_escritorio.interfaz.comunes.sesion.senales import Senales
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.evidencias.llegadas import Recibe
from ut_escritorio.servicios.archivo.expediente import Cosas

_RENGLONES_PARA_LOS_DOS = 13
"""El alto, en renglones, en que caben la captura y lo que se imprime."""


class PestanaDeComponente(Pestana):
    """`pide_hoja` sale con el origen de lo que ella quiere ver en su página."""

    pide_hoja = Signal(str)

    def __init__(self, sesion: Sesion, componente: Componente, ajustes: QSettings) -> None:
        super().__init__()
        self._sesion, self.componente = sesion, componente
        self._de_que = sesion, sesion.trimestre
        self._dichas: tuple[object, ...] | None = None
        self._reparto: list[int] | None = None
        self.arbol = Arbol(componente)
        self.hoja = Hoja(sesion, ajustes)
        self.impreso = AsiSeImprime(sesion)
        self.a_lo_ancho = _divisor(Qt.Orientation.Horizontal, "Índice y captura")
        self.a_lo_alto = _divisor(Qt.Orientation.Vertical, "Captura y así se imprime")
        self._armar()
        self.arbol.elegido.connect(self._mostrar)
        self.impreso.pide_renglon.connect(self._ir_al_renglon)
        self.impreso.pide_hoja.connect(self.pide_hoja)
        self.hoja.eligio.connect(self.impreso.elegir)
        Recibe(self.impreso.lista.viewport()).solto.connect(self._soltaron_en_una_frase)
        for pieza in (self.arbol, self.hoja, self.impreso.lista):
            pieza.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.arbol.customContextMenuRequested.connect(self._menu_del_indice)
        self.hoja.customContextMenuRequested.connect(self._menu_de_la_hoja)
        self.impreso.lista.customContextMenuRequested.connect(self._menu_de_frase)
        self.arbol.refrescar(sesion.foto)

    def poner_al_dia(self, foto: FotoTrimestre, cosas: Cosas) -> None:
        """Pone al día el índice, los bloques y las frases, cada uno si algo de lo que lee cambió."""
        if self.arbol.lee & cosas:
            self.arbol.refrescar(foto)
        # Antes que los bloques: el que va a un renglón nuevo elige su frase.
        self._refrescar_frases(foto)
        self.hoja.poner_al_dia(foto, cosas)

    def senalar(self, senales: Senales) -> None:
        """Enseña lo que la revisión dice de cada lugar, celda, renglón y frase."""
        for pieza in (self.arbol, self.hoja, self.impreso):
            pieza.senalar(senales)

    def empezar(self, lugar: str) -> None:
        """Enseña ese lugar; si no es de aquí, la primera actividad, y también si es un paso suyo: puede verse
        entre sus asuntos.
        """
        if self.hoja.lugar is not None:
            return
        primero = (self.componente.actividades or (self.componente,))[0]
        cadena = self._sesion.foto.plan.cadena.get(lugar, ())
        es_otro = self.componente in cadena and primero not in cadena
        self.arbol.ir_a(lugar if es_otro else primero.clave)

    def ir_a(self, sitio: Sitio) -> None:
        """Pone el cursor en un sitio: celda, dato, párrafo o, si solo se ve impreso, su frase."""
        if not self.hoja.lleva(sitio):
            self.arbol.ir_a(sitio.lugar)
        if self.hoja.ir_a(sitio):
            self.impreso.elegir(sitio.origen)
        elif sitio.origen:
            self.impreso.enfocar(sitio.origen)

    def asentar(self) -> None:
        """Guarda lo que esté a medio escribir."""
        self.hoja.asentar()
        self.impreso.asentar()

    def zonas(self) -> tuple[QWidget, ...]:
        """El índice, la captura y lo que se imprime."""
        return self.arbol, self.hoja, self.impreso

    def lugar(self) -> str:
        """La clave del lugar que se ve."""
        return self.hoja.lugar.clave if self.hoja.lugar else ""

    def recuerdo(self) -> object:
        """El lugar que se ve, y a qué altura van la captura y lo que se imprime."""
        altos = (zona.verticalScrollBar().value() for zona in (self.hoja, self.impreso.lista))
        return self._de_que, self.lugar(), *altos

    def recordar(self, recuerdo: object) -> None:
        """Lo deja como estaba, si es el mismo archivo y trimestre."""
        match recuerdo:
            case (de_que, str(lugar), int(de_la_hoja), int(de_lo_impreso)) if de_que == self._de_que:
                self.arbol.ir_a(lugar)
                dejar_a_la_altura(self.hoja, de_la_hoja)
                dejar_a_la_altura(self.impreso.lista, de_lo_impreso)

    def divisores(self) -> QByteArray:
        """Cómo quedaron los divisores, para recordarlos; no como los dejó la falta de alto."""
        if self._reparto is not None:
            self.a_lo_alto.setSizes(self._reparto)
        return self.a_lo_ancho.saveState() + b"|" + self.a_lo_alto.saveState()

    def poner_divisores(self, guardado: QByteArray) -> None:
        """Deja los divisores como se recuerdan."""
        ancho, _, alto = bytes(guardado.data()).partition(b"|")
        self.a_lo_ancho.restoreState(QByteArray(ancho))
        self.a_lo_alto.restoreState(QByteArray(alto))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Con muy poco alto, como con la tira de anotar abierta, casi todo es de lo que se escribe."""
        super().resizeEvent(event)
        apretada = self.height() < _RENGLONES_PARA_LOS_DOS * self.fontMetrics().lineSpacing()
        if apretada and self._reparto is None:
            self._reparto = self.a_lo_alto.sizes()
            self.a_lo_alto.setSizes([self.height(), 0])
        elif not apretada and self._reparto is not None:
            self.a_lo_alto.setSizes(self._reparto)
            self._reparto = None

    def _armar(self) -> None:
        self.a_lo_alto.addWidget(self.hoja)
        self.a_lo_alto.addWidget(self.impreso)
        self.a_lo_alto.setStretchFactor(0, 3)
        self.a_lo_alto.setStretchFactor(1, 2)
        self.a_lo_ancho.addWidget(self.arbol)
        self.a_lo_ancho.addWidget(self.a_lo_alto)
        self.a_lo_ancho.setStretchFactor(1, 1)
        self.a_lo_ancho.setSizes([270, 900])
        self.a_lo_alto.setSizes([380, 220])
        acomodo = QVBoxLayout(self)
        acomodo.setContentsMargins(0, 0, 0, 0)
        acomodo.addWidget(self.a_lo_ancho)

    def _mostrar(self, clave: str) -> None:
        self.impreso.asentar()
        self.hoja.mostrar(self._sesion.foto.plan.lugar[clave])
        self._dichas = None
        self._refrescar_frases(self._sesion.foto)

    def _refrescar_frases(self, foto: FotoTrimestre) -> None:
        """Las frases se leen siempre, porque cualquier dato puede citarse; si son las mismas, no se tocan."""
        lugar = foto.plan.lugar[self.lugar()]
        frases, si_no_hay = frases_de(foto, lugar), por_que_no_hay(foto, lugar)
        dichas = (frases, si_no_hay, foto.por_mirar, foto.anexos.citas, self._sesion.cerrado)
        if dichas != self._dichas:
            self._dichas = dichas
            self.impreso.poner(frases, si_no_hay)

    def _menu_del_indice(self, punto: QPoint) -> None:
        clave = self.arbol.lugar_en(punto)
        if clave:
            nombre = (*self._sesion.foto.plan.ruta(clave), "nombre")
            self._abrir_menu(Origen("lugar", clave), nombre, self.arbol.viewport().mapToGlobal(punto))

    def _menu_de_la_hoja(self, punto: QPoint) -> None:
        origen, ruta = self.hoja.impreso_en(punto)
        self._abrir_menu(origen, ruta, self.hoja.mapToGlobal(punto))

    def _menu_de_frase(self, punto: QPoint) -> None:
        lista = self.impreso.lista
        fila = lista.indexAt(punto).row()
        if fila >= 0:
            frase = self.impreso.modelo.frases[fila]
            self._abrir_menu(frase.origen, frase.ruta, lista.viewport().mapToGlobal(punto))

    def _soltaron_en_una_frase(self, datos: QMimeData, punto: QPoint) -> None:
        fila = self.impreso.lista.indexAt(punto).row()
        frase = self.impreso.modelo.frases[fila] if fila >= 0 else None
        al_pedirlo.en_la_frase().recibir(self.impreso.lista, self._sesion, frase, datos, punto)

    def _abrir_menu(self, origen: Origen, ruta: Ruta, punto: QPoint) -> None:
        menu = al_pedirlo.menus_de_texto().menu_de(self, self._sesion, origen, ruta)
        if not menu.isEmpty():
            menu.popup(punto)

    def _ir_al_renglon(self, frase: Impreso) -> None:
        self.hoja.ir_a(Sitio(frase.lugar, frase.relato.origen))


def _divisor(sentido: Qt.Orientation, nombre: str) -> QSplitter:
    divisor = QSplitter(sentido)
    divisor.setChildrenCollapsible(False)
    divisor.setAccessibleName(nombre)
    return divisor
