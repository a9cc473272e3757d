"""La hoja a la vista, mostrada desde la memoria: nada queda abierto en el disco."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPointF, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, boton
from ut_escritorio.interfaz.comunes.aspecto.que_se_parte import HileraQueSeParte
from ut_escritorio.interfaz.comunes.papel.en_memoria import pdf_en_memoria
from ut_escritorio.interfaz.informe import al_pedirlo
from ut_escritorio.interfaz.informe.hojas import Hojas

_COMO_SE_LEE = 1.0  # a su tamaño: cabe más hoja que a todo lo ancho, y se lee
_LETRAS = 40  # de lo que se avisa; si junto a los botones no caben, los botones bajan


class VistaPrevia(QWidget):
    """Las hojas del informe; tras un cambio dice que ya no están al día.

    `pide_informe` sale, con el formato, al pedirlo en PDF, en Word o en Excel.
    """

    pide_informe = Signal(str)

    def __init__(self, hojas: Hojas) -> None:
        super().__init__()
        self._hojas = hojas
        self._mostrados = b""
        self.vista: Any = None
        self._origen = ""
        self._aviso = Letrero(tinta="letra_tenue")
        self._ver = boton("Ver &informe", hojas.pedir, "hoja")
        self._aviso.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LETRAS)
        hilera = HileraQueSeParte(entre=6)
        hilera.agregar(self._ver)
        hilera.agregar(self._aviso, crece=1)
        hilera.agregar_juntas(
            boton("&Tablas en Excel", lambda: self.pide_informe.emit("Excel"), "tablero"),
            boton("Copia en &Word", lambda: self.pide_informe.emit("Word"), "informe"),
            boton("Informe en PDF  F12", lambda: self.pide_informe.emit("PDF"), "pdf"),
            al_final=True,
        )
        self._acomodo = QVBoxLayout(self)
        self._acomodo.setContentsMargins(0, 0, 0, 0)
        self._acomodo.addLayout(hilera)
        self._acomodo.addStretch()
        hojas.cambio.connect(self._refrescar)
        self._refrescar()

    def ver_hoja(self, origen: str) -> None:
        """Enseña la hoja donde se imprime ese bloque, haciendo el informe si hace falta."""
        self._origen = origen
        self._saltar()
        self._hojas.pedir()

    def _refrescar(self) -> None:
        hojas = self._hojas
        self._ver.setEnabled(not hojas.haciendo and not hojas.al_dia)
        if hojas.haciendo:
            self._aviso.decir("Haciendo el informe…", "letra_tenue")
        elif hojas.error:
            self._aviso.decir(hojas.error, "error")
        elif hojas.datos and not hojas.al_dia:
            self._aviso.decir("Cambió algo desde que se hizo esta vista.", "atencion")
        elif hojas.datos:
            self._aviso.decir(*_que_es(hojas.exportado))
        if hojas.datos and hojas.datos is not self._mostrados:
            self._cargar(hojas.datos)

    def _cargar(self, datos: bytes) -> None:
        """Pone el PDF en la vista."""
        vista = self.vista = self.vista or self._armar_vista()
        self._mostrados = datos
        documento = pdf_en_memoria(self, datos)
        anterior, self._documento = getattr(self, "_documento", None), documento
        vista.setDocument(documento)
        if anterior is not None:
            anterior.deleteLater()
        # Las hojas toman su lugar cuando la vista termina de acomodarse.
        QTimer.singleShot(100, self, self._saltar)

    def _armar_vista(self) -> Any:
        de_qt = al_pedirlo.vista_de_pdf()
        vista = de_qt(self)
        vista.setPageMode(de_qt.PageMode.MultiPage)
        vista.setZoomMode(de_qt.ZoomMode.Custom)
        vista.setZoomFactor(_COMO_SE_LEE)
        vista.setAccessibleName("Hojas del informe")
        self._acomodo.takeAt(self._acomodo.count() - 1)
        self._acomodo.addWidget(vista, 1)
        return vista

    def _saltar(self) -> None:
        hoja = self._hojas.exportado.hojas.get(self._origen) if self._hojas.exportado else None
        if hoja is not None and self.vista is not None:
            self.vista.pageNavigator().jump(hoja - 1, QPointF(), self.vista.zoomFactor())


def _que_es(exportado: Any) -> tuple[str, str]:
    """Cuántas hojas son y si salen como borrador, con su tinta."""
    hojas = f"{exportado.paginas} hojas"
    if exportado.firmado:
        return f"{hojas}. Es el informe que se firmó.", "letra"
    if exportado.por_corregir:
        return f"{hojas}, con la palabra BORRADOR mientras haya algo que corregir.", "atencion"
    return f"{hojas}. Listo para imprimir.", "bien"
