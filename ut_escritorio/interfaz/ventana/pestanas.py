"""Las pestañas: cada una se arma la primera vez que se mira, y se pone al día solo si se ve."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QTabBar, QTabWidget, QVBoxLayout, QWidget

from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, boton, desechar, sin_atajo, sin_marcado
from ut_escritorio.interfaz.comunes.sesion.piezas_vivas import Pestana
from ut_escritorio.interfaz.comunes.sesion.senales import Senales
from ut_escritorio.interfaz.ventana import al_pedirlo
from ut_escritorio.servicios.archivo.expediente import Cosas

CADA_RATO = 4000  # milisegundos
P_co = TypeVar("P_co", bound=Pestana, covariant=True)


class Pagina(QWidget, Generic[P_co]):
    """El lugar de una pestaña: vacío hasta que se mira por primera vez."""

    def __init__(self, clave: str, fabrica: Callable[[], P_co]) -> None:
        super().__init__()
        self.clave = clave
        self._fabrica = fabrica
        self.contenido: P_co | None = None
        self._por_leer: Cosas = frozenset()
        self._senales: Senales | None = None
        self._por_que_no: QWidget | None = None
        acomodo = QVBoxLayout(self)
        acomodo.setContentsMargins(0, 0, 0, 0)

    def decir_por_que_no(self, frase: str, otra_vez: Callable[[], object]) -> None:
        """En vez de la pestaña que no se pudo armar, por qué, y con qué se vuelve a intentar."""
        self._quitar_por_que_no()
        self._por_que_no = QWidget()
        dentro = QVBoxLayout(self._por_que_no)
        dentro.addWidget(Letrero(f"Esta pestaña no se pudo leer. {frase}", "atencion"))
        a_la_izquierda = al_pedirlo.qt().AlignmentFlag.AlignLeft
        dentro.addWidget(boton("Reintentar ahora", otra_vez), 0, a_la_izquierda)
        dentro.addStretch()
        self._acomodar(self._por_que_no)

    def _quitar_por_que_no(self) -> None:
        if self._por_que_no is not None:
            desechar(self._por_que_no)
            self._por_que_no = None

    def _acomodar(self, pieza: QWidget) -> None:
        acomodo = self.layout()
        assert acomodo is not None
        acomodo.addWidget(pieza)

    def mirar(self, foto: FotoTrimestre) -> P_co:
        """La arma si aún no estaba, o la pone al día si algo cambió; devuelve lo que contiene."""
        if self.contenido is None:
            self.contenido = self._fabrica()
            self._quitar_por_que_no()
            self._acomodar(self.contenido)
        elif self._por_leer:
            self.contenido.poner_al_dia(foto, self._por_leer)
        self._por_leer = frozenset()
        self._senalar()
        return self.contenido

    def senalar(self, senales: Senales) -> None:
        """Hay señales nuevas: se enseñan si la pestaña se ve; si no, al mirarla."""
        self._senales = senales
        if self.isVisible():
            self._senalar()

    def _senalar(self) -> None:
        if self.contenido is not None and self._senales is not None:
            self.contenido.senalar(self._senales)
            self._senales = None

    def cambiar(self, foto: FotoTrimestre, cosas: Cosas) -> None:
        """Cambiaron esas cosas: si se ve, se pone al día; si no, al mirarla."""
        if self.contenido is not None and self.isVisible():
            self.contenido.poner_al_dia(foto, cosas)
        else:
            self._por_leer |= cosas


class _Barra(QTabBar):
    """`clic` sale cuando ya se ve la pestaña que se oprimió."""

    clic = Signal()

    def mousePressEvent(self, arg__1: QMouseEvent) -> None:
        super().mousePressEvent(arg__1)
        if self.tabAt(arg__1.position().toPoint()) >= 0:
            self.clic.emit()


class Pestanas(QTabWidget):
    """`mirada` sale con la clave de la pestaña que se acaba de mostrar.

    `pide_cursor`, cuando el cursor debe pasar a la que se ve: la oprimió, o el cursor no quedó en nada.
    """

    mirada = Signal(str)
    pide_cursor = Signal()

    def __init__(self) -> None:
        super().__init__()
        barra = _Barra()
        barra.clic.connect(self.pide_cursor)
        self.setTabBar(barra)
        self.setDocumentMode(True)
        self.setAccessibleName("Pestañas")
        self.setUsesScrollButtons(True)
        self._foto: FotoTrimestre | None = None
        self._recuerdos: dict[str, object] = {}
        self._va_a = ""
        self._reloj = QTimer(self, interval=CADA_RATO, singleShot=True)
        self._reloj.timeout.connect(self._al_mirar)
        self.currentChanged.connect(self._al_mirar)

    def minimumSizeHint(self) -> QSize:
        """En una pantalla muy chica cede su alto a la tira de anotar, que es donde se escribe."""
        pide = super().minimumSizeHint()
        return QSize(pide.width(), min(pide.height(), self.tabBar().sizeHint().height()))

    def hasHeightForWidth(self) -> bool:
        return False  # lo que no le quepa de alto se recorre dentro de cada una

    def event(self, event: QEvent) -> bool:
        """Con el cursor en un rótulo, la tecla que su pestaña quiere para sí no es de los menús."""
        if event.type() == QEvent.Type.ShortcutOverride and self.tabBar().hasFocus():
            pagina = self.actual()
            if pagina is not None and pagina.contenido is not None and pagina.contenido.event(event):
                return True
        return super().event(event)

    def agregar(self, pagina: Pagina[Pestana], rotulo: str, ayuda: str) -> None:
        """Pone una pestaña al final."""
        indice = self.addTab(pagina, sin_atajo(rotulo))
        self.setTabToolTip(indice, sin_marcado(ayuda))

    def rotular(self, clave: str, rotulo: str) -> None:
        """Cambia lo que dice una pestaña."""
        self.setTabText(self._indice(clave), sin_atajo(rotulo))

    def paginas(self) -> list[Pagina[Pestana]]:
        """Todas las pestañas, en orden."""
        widgets = (self.widget(indice) for indice in range(self.count()))
        return [pagina for pagina in widgets if isinstance(pagina, Pagina)]

    def actual(self) -> Pagina[Pestana] | None:
        """La que se ve."""
        pagina = self.currentWidget()
        return pagina if isinstance(pagina, Pagina) else None

    def ir_a(self, clave: str, lugar: str = "") -> Pestana | None:
        """Muestra la pestaña de esa clave y devuelve su contenido; None si no existe, o si no se pudo leer:
        ahí mismo dice por qué.

        `lugar` es el del plan adonde se va: la que se arma ahora empieza por él.
        """
        indice = self._indice(clave)
        if indice < 0:
            return None
        self._va_a = lugar
        if self.currentIndex() != indice:
            self.setCurrentIndex(indice)
        else:
            self._al_mirar()
        pagina = self.actual()
        return pagina.contenido if pagina else None

    def al_dia(self, pagina: Pagina[P_co]) -> P_co | None:
        """Lo que contiene una página, puesto al día sin enseñarla."""
        return None if self._foto is None else pagina.mirar(self._foto)

    def poner(self, foto: FotoTrimestre, cosas: Cosas) -> None:
        """Hay datos nuevos de esas cosas."""
        self._foto = foto
        for pagina in self.paginas():
            pagina.cambiar(foto, cosas)

    def senalar(self, senales: Senales) -> None:
        """Hay señales nuevas de la revisión."""
        for pagina in self.paginas():
            pagina.senalar(senales)

    def empezar(self, foto: FotoTrimestre, clave: str) -> None:
        """Muestra la primera pestaña: la que se recuerda o, si ya no existe, la primera."""
        self._foto = foto
        if self._indice(clave) < 0:
            self._al_mirar()
        else:
            self.ir_a(clave)

    def vaciar(self) -> None:
        """Quita todas las pestañas; de las que se habían mirado, queda lo que se veía."""
        self._foto = None
        paginas = self.paginas()
        self._recuerdos |= {p.clave: p.contenido.recuerdo() for p in paginas if p.contenido is not None}
        self.clear()
        for pagina in paginas:
            pagina.deleteLater()

    def _indice(self, clave: str) -> int:
        return next((i for i, pagina in enumerate(self.paginas()) if pagina.clave == clave), -1)

    def _al_mirar(self) -> None:
        """La que no se pudo leer dice por qué, y se intenta sola mientras se ve."""
        try:
            self._mirar()
            if (pagina := self.actual()) is not None and pagina.hasFocus():  # aún no tenía nada dentro
                self.pide_cursor.emit()
        except ErrorEsperado as error:
            pagina = self.actual()
            if pagina is not None and pagina.contenido is None:
                pagina.decir_por_que_no(str(error), self._al_mirar)
            self._reloj.start()

    def _mirar(self) -> Pestana | None:
        pagina = self.actual()
        if pagina is None or self._foto is None:
            return None
        nueva = pagina.contenido is None
        contenido = pagina.mirar(self._foto)
        if nueva:
            contenido.recordar(self._recuerdos.pop(pagina.clave, None))
            contenido.empezar(self._va_a)
            self._va_a = ""
            self.mirada.emit(pagina.clave)
        return contenido
