"""Los menús y la barra: una acción por cosa que hoy funciona, con su tecla y su icono."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLabel, QMainWindow, QSizePolicy, QToolBar, QToolButton, QWidget

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.interfaz.comunes.aspecto.iconos import crecido, vestir
from ut_escritorio.interfaz.comunes.aspecto.sin_nombrar_qt import poner
from ut_escritorio.interfaz.comunes.sesion.tras_pintar import tras_pintar


@congelado
class Accion:
    """Lo que se puede pedir desde un menú."""

    rotulo: str
    hacer: Callable[[], object]
    teclas: Sequence[str] = ()
    icono: str = ""


def poner_menu(ventana: QMainWindow, titulo: str, acciones: Sequence[Accion | None]) -> list[QAction]:
    """Agrega un menú; None es una raya. Devuelve las acciones de Qt, en orden.

    Sus teclas valen desde ya; el menú se llena un instante después de pintarse la ventana, o al abrirlo.
    """
    menu = ventana.menuBar().addMenu(titulo)
    puestas = [_de_qt(ventana, accion) for accion in acciones if accion]
    ventana.addActions(puestas)

    def llenar() -> None:
        if menu.isEmpty():
            de_qt = iter(puestas)
            for accion in acciones:
                menu.addAction(next(de_qt)) if accion else menu.addSeparator()

    def abrir() -> None:
        llenar()
        _vestir(puestas, acciones)  # los iconos se dibujan cuando se abre por primera vez

    menu.aboutToShow.connect(abrir)
    tras_pintar(menu, llenar)
    return puestas


def _de_qt(ventana: QMainWindow, accion: Accion) -> QAction:
    puesta = QAction(accion.rotulo, ventana)
    puesta.setShortcuts([QKeySequence(tecla) for tecla in accion.teclas])
    puesta.triggered.connect(lambda: accion.hacer())
    return puesta


def _vestir(puestas: Sequence[QAction], acciones: Sequence[Accion | None]) -> None:
    for puesta, accion in zip(puestas, (a for a in acciones if a), strict=True):
        if accion.icono and puesta.icon().isNull():
            vestir(puesta, accion.icono)


class Barra(QToolBar):
    """La barra de arriba: el trimestre con sus flechas, lo de todos los días, deshacer y el informe."""

    def __init__(
        self,
        anterior: QAction,
        siguiente: QAction,
        historia: tuple[QAction, QAction],
        informe: QAction,
        diario: Sequence[QAction],
    ) -> None:
        super().__init__("Barra")
        self.setObjectName("barra")
        self.setMovable(False)
        poner(self, contextMenuPolicy="PreventContextMenu", toolButtonStyle="ToolButtonTextBesideIcon")
        self._trimestre = QLabel()
        poner(self._trimestre, textFormat="PlainText")
        deshacer, rehacer = historia
        for accion, icono in (
            (anterior, "anterior"), (siguiente, "siguiente"), (informe, "pdf"),
            (deshacer, "deshacer"), (rehacer, "rehacer"),
            *zip(diario, ("a_mano", "dias", "buscar"), strict=True),
        ):  # fmt: skip
            vestir(accion, icono)
        self.addAction(anterior)
        self.addWidget(self._trimestre)
        self.addAction(siguiente)
        self.addSeparator()
        for accion in diario:
            accion.setIconText(f"{accion.text().strip('…').replace('&', '')} {accion.shortcut().toString()}")
        self.addActions(diario)
        self.addSeparator()
        # Qué se deshace se lee al posarse y en el menú: aquí no cabe con la letra acercada.
        for accion, solo in zip(historia, ("Deshacer", "Rehacer"), strict=True):
            accion.setIconText(solo)
        self.addActions(historia)
        self.addWidget(_resorte())
        self.addAction(informe)
        self._ceden = [self._boton(accion) for accion in (rehacer, deshacer, informe, *reversed(diario))]
        for accion in (anterior, siguiente):
            _sin_letrero(self._boton(accion))

    def decir(self, texto: str) -> None:
        """Dice en qué trimestre se está, con los iconos del tamaño de la letra."""
        self.setIconSize(QSize(crecido(20), crecido(20)))
        self._trimestre.setText(f"  {texto}  ")
        QTimer.singleShot(0, self, self._caber)  # ya que sus botones sepan de qué tamaño es la letra

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._caber()

    def _caber(self) -> None:
        """Si no caben todos, los que menos lo necesitan se quedan en su icono: ninguno se esconde."""
        for boton in self._ceden:
            poner(boton, toolButtonStyle="ToolButtonTextBesideIcon")
        for boton in self._ceden:
            if self.sizeHint().width() <= self.width():
                return
            poner(boton, toolButtonStyle="ToolButtonIconOnly")

    def _boton(self, accion: QAction) -> QToolButton:
        boton = self.widgetForAction(accion)
        assert isinstance(boton, QToolButton)
        return boton


def _sin_letrero(boton: QToolButton) -> None:
    poner(boton, toolButtonStyle="ToolButtonIconOnly")
    boton.setAccessibleName(boton.defaultAction().text().replace("&", ""))


def _resorte() -> QWidget:
    resorte = QWidget()
    resorte.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return resorte
