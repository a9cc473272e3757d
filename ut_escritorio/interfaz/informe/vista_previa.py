"""La hoja a la vista: el PDF hecho en otro hilo y mostrado desde la memoria."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ut_escritorio.interfaz.comunes.exportacion import hojear_aparte
from ut_escritorio.interfaz.comunes.piezas import Letrero, boton
from ut_escritorio.interfaz.comunes.sesion import Sesion
from ut_escritorio.interfaz.comunes.tareas import Tarea

_POR_VER = "Oprima «Ver informe» para ver aquí las hojas tal como saldrán."


class VistaPrevia(QWidget):
    """Las hojas del informe; tras un cambio dice que ya no están al día."""

    def __init__(self, sesion: Sesion) -> None:
        super().__init__()
        self._sesion = sesion
        self._vista: Any = None
        self._tarea: Tarea | None = None
        self._hojas: Mapping[str, int] = {}
        self._origen = ""
        self._al_dia = False
        self._aviso = Letrero(_POR_VER, "letra_tenue")
        self._ver = boton("Ver &informe", self.hacer, "hoja")
        hilera = QHBoxLayout()
        hilera.addWidget(self._ver)
        hilera.addWidget(self._aviso, 1)
        self._acomodo = QVBoxLayout(self)
        self._acomodo.setContentsMargins(0, 0, 0, 0)
        self._acomodo.addLayout(hilera)
        self._acomodo.addStretch()

    def envejecer(self) -> None:
        """Los datos cambiaron: lo que se ve ya no es lo que saldría."""
        self._al_dia = False
        if self._vista is not None:
            self._aviso.decir("Cambió algo desde que se hizo esta vista.", "atencion")

    def ver_hoja(self, origen: str) -> None:
        """Enseña la hoja donde se imprime ese bloque, haciendo el informe si hace falta."""
        self._origen = origen
        if self._al_dia:
            self._saltar()
        else:
            self.hacer()

    def hacer(self) -> None:
        """Hace el informe en otro hilo y lo muestra."""
        if self._tarea is not None:
            return
        self._aviso.decir("Haciendo el informe…", "letra_tenue")
        self._ver.setEnabled(False)
        self._al_dia = True
        self._tarea = hojear_aparte(self._sesion)
        self._tarea.hecha.connect(self._mostrar)
        self._tarea.fallida.connect(self._fallar)
        self._tarea.finished.connect(self._terminar)
        self._tarea.start()

    def _terminar(self) -> None:
        self._tarea = None
        self._ver.setEnabled(True)

    def _fallar(self, error: Exception) -> None:
        self._al_dia = False
        self._aviso.decir(str(error), "error")

    def _mostrar(self, hecho: tuple[Any, bytes]) -> None:
        exportado, datos = hecho
        self._hojas = exportado.hojas
        self._cargar(datos)
        if self._al_dia:
            self._aviso.decir(f"{exportado.paginas} páginas")
        else:
            self.envejecer()
        # Las hojas toman su lugar cuando la vista termina de acomodarse.
        QTimer.singleShot(100, self, self._saltar)

    def _cargar(self, datos: bytes) -> None:
        """Pone el PDF en la vista; nada queda abierto en el disco."""
        from PySide6.QtPdf import QPdfDocument

        vista = self._vista = self._vista or self._armar_vista()
        self._memoria = QBuffer(self)
        self._memoria.setData(QByteArray(datos))
        self._memoria.open(QIODevice.OpenModeFlag.ReadOnly)
        documento = QPdfDocument(self)
        documento.load(self._memoria)
        anterior, self._documento = getattr(self, "_documento", None), documento
        vista.setDocument(documento)
        if anterior is not None:
            anterior.deleteLater()

    def _armar_vista(self) -> Any:
        from PySide6.QtPdfWidgets import QPdfView

        vista = QPdfView(self)
        vista.setPageMode(QPdfView.PageMode.MultiPage)
        vista.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        vista.setAccessibleName("Hojas del informe")
        self._acomodo.takeAt(self._acomodo.count() - 1)
        self._acomodo.addWidget(vista, 1)
        return vista

    def _saltar(self) -> None:
        hoja = self._hojas.get(self._origen)
        if hoja is not None and self._vista is not None:
            self._vista.pageNavigator().jump(hoja - 1, QPointF(), self._vista.zoomFactor())
