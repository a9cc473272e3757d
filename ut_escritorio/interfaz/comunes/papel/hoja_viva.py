"""La hoja al lado de lo que se escribe: se vuelve a hacer, en otro hilo, cada vez que algo de ella cambia."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero
from ut_escritorio.interfaz.comunes.dialogos.imprevistos import atender
from ut_escritorio.interfaz.comunes.papel.en_memoria import pdf_en_memoria
from ut_escritorio.interfaz.comunes.papel.sobre_papel import sobre_papel
from ut_escritorio.interfaz.comunes.sesion.tareas import Tarea, Trabajo

_PAUSA = 250  # milisegundos sin cambiar nada
_TARDA = 600  # milisegundos haciéndola sin decirlo
_ORILLA = 24


class HojaViva(QScrollArea):
    """Las hojas de un PDF, a todo lo ancho que haya."""

    def __init__(self, nombre: str) -> None:
        super().__init__()
        self.setAccessibleName(nombre)
        self.setWidgetResizable(True)
        self.setBackgroundRole(self.palette().ColorRole.Mid)
        dentro = QWidget()
        dentro.setBackgroundRole(self.palette().ColorRole.Mid)
        dentro.setAutoFillBackground(True)
        self._acomodo = QVBoxLayout(dentro)
        self._acomodo.setSpacing(12)
        self._acomodo.addStretch()
        self.setWidget(dentro)
        self.espera = Letrero("Haciendo la hoja…")
        self.espera.setParent(self)
        self.espera.setWordWrap(False)
        self.espera.setAutoFillBackground(True)
        self.espera.setMargin(8)
        self.espera.hide()
        self._hojas: list[QLabel] = []
        self._puesta: object = None
        self._tarea: Tarea | None = None
        self._por_hacer: Trabajo | None = None
        self._documento: Any = None
        self._pausa = QTimer(self, singleShot=True, interval=_PAUSA)
        self._pausa.timeout.connect(self._hacer)
        self._tarda = QTimer(self, singleShot=True, interval=_TARDA)
        self._tarda.timeout.connect(self._decir_que_tarda)

    def poner(self, que: object, hacer: Trabajo) -> None:
        """Enseña otra cosa, o la misma con lo que cambió: `hacer` da su PDF, en otro hilo."""
        if que != self._puesta:
            self._puesta, self._por_hacer = que, hacer
            self._pausa.start()

    def _hacer(self) -> None:
        if self._tarea is not None or self._por_hacer is None:
            return
        hacer, self._por_hacer = self._por_hacer, None
        self._tarea = Tarea(hacer)
        # A métodos suyos: si la pestaña se arma otra vez, lo que aún se hace ya no busca dónde mostrarse.
        self._tarea.hecha.connect(self._mostrar)
        self._tarea.fallida.connect(self._fallar)
        self._tarea.acabo.connect(self._terminar)
        self._tarea.empezar()
        if not self._tarda.isActive() and not self.espera.isVisible():
            self._tarda.start()

    def _decir_que_tarda(self) -> None:
        """Lo que se ve es de antes, o aún no hay nada: se dice, encima."""
        self.espera.adjustSize()
        self.espera.move(_ORILLA // 2, _ORILLA // 2)
        self.espera.show()
        self.espera.raise_()

    def _terminar(self) -> None:
        self._tarea = None
        self._hacer()
        if self._tarea is None:
            self._tarda.stop()
            self.espera.hide()

    def _fallar(self, error: Exception) -> None:
        if not isinstance(error, ErrorEsperado):  # si no, se canceló al irse
            atender(error)

    def _mostrar(self, escrito: Any) -> None:
        antes, self._documento = self._documento, pdf_en_memoria(self, escrito.datos)
        if antes is not None:
            antes.deleteLater()
        self._pintar()

    def _pintar(self) -> None:
        """Dibuja cada hoja del ancho que haya, tan fina como la pantalla."""
        if self._documento is None:
            return
        cuantas = self._documento.pageCount()
        while len(self._hojas) < cuantas:
            hoja = QLabel()
            hoja.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            # Si no, la dibujada cuando era grande no deja angostar lo de dentro.
            hoja.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            self._hojas.append(hoja)
            self._acomodo.insertWidget(len(self._hojas) - 1, hoja)
        fina, ancho = self.devicePixelRatioF(), max(200, self.viewport().width() - _ORILLA)
        for cual, hoja in enumerate(self._hojas):
            hoja.setVisible(cual < cuantas)
            if cual < cuantas:
                medida = self._documento.pagePointSize(cual)
                alto = ancho * medida.height() / medida.width()
                pedida = QSize(round(ancho * fina), round(alto * fina))
                hoja.setPixmap(sobre_papel(self._documento.render(cual, pedida), fina))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._pintar()

    @property
    def al_dia(self) -> bool:
        """Si lo que se ve es lo último."""
        return self._tarea is None and self._por_hacer is None and not self._pausa.isActive()
