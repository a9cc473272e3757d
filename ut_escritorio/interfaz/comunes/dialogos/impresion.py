"""Mandar a la impresora algunas hojas de un PDF, una por vuelta para no detener la ventana."""

from __future__ import annotations

from collections.abc import Sequence
from os import SEEK_END
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QPageLayout, QPageRanges, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintEngine, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from ut_escritorio.dominio.palabras.redaccion import decir_hojas
from ut_escritorio.interfaz.comunes.dialogos import avisos

_PUNTOS_POR_PULGADA = 72
_FINURA = 300
"""A cuántos puntos por pulgada se dibuja cada hoja: lo que distingue una impresora de oficina."""

_FIN_DE_PDF, _COLA = b"%%EOF", 1024

_DEL_SERVIDOR = QPrintEngine.PrintEnginePropertyKey(0xFE00)
"""Lo que el cuadro de Linux le encarga al servidor de impresión; Qt lo guarda ahí sin darle nombre."""


class Impresion(QObject):
    """`termino` sale con True cuando todas las hojas se mandaron; con False si la impresora no quiso.

    `avanzo` sale con cuántas van y cuántas son.
    """

    avanzo = Signal(int, int)
    termino = Signal(bool)

    def __init__(self, padre: QObject, datos: bytes, hojas: Sequence[int], impresora: QPrinter) -> None:
        super().__init__(padre)
        self._documento = QPdfDocument(self)
        memoria = QBuffer(self._documento)  # hija suya: se va después de que él deja de leerla
        memoria.setData(QByteArray(datos))
        memoria.open(QIODevice.OpenModeFlag.ReadOnly)
        self._documento.load(memoria)
        self._por_mandar, self._cuantas = list(hojas), len(hojas)
        self._impresora = impresora
        self._pincel = QPainter()

    def empezar(self) -> None:
        """Manda la primera hoja."""
        self._acomodar()
        self._impresora.setFullPage(True)
        if self._pincel.begin(self._impresora):
            self._mandar()
        else:
            self.termino.emit(False)

    def _acomodar(self) -> None:
        """Ajusta el papel a la hoja que sigue: en un informe unas van paradas y otras a lo ancho."""
        tamano = self._documento.pagePointSize(self._por_mandar[0] - 1)
        # Si no se pide cómo va y por la orilla, algunas impresoras encogen o giran la hoja.
        acostada = tamano.width() > tamano.height()
        papel = tamano.transposed() if acostada else tamano
        self._impresora.setPageSize(QPageSize(papel, QPageSize.Unit.Point))
        como = QPageLayout.Orientation.Landscape if acostada else QPageLayout.Orientation.Portrait
        self._impresora.setPageOrientation(como)

    def _mandar(self) -> None:
        hoja = self._por_mandar.pop(0)
        medida = self._documento.pagePointSize(hoja - 1) * (_FINURA / _PUNTOS_POR_PULGADA)
        imagen = self._documento.render(hoja - 1, QSize(round(medida.width()), round(medida.height())))
        papel = self._impresora.pageLayout().fullRectPixels(self._impresora.resolution())
        self._pincel.drawImage(QRectF(papel), imagen)
        self.avanzo.emit(self._cuantas - len(self._por_mandar), self._cuantas)
        if not self._por_mandar:
            self.termino.emit(self._pincel.end() and _quedo(self._impresora))
            return
        self._acomodar()
        if self._impresora.newPage():
            QTimer.singleShot(0, self, self._mandar)
        else:
            self._pincel.end()
            self.termino.emit(False)


def _quedo(impresora: QPrinter) -> bool:
    """Si lo impreso a un archivo PDF llegó entero al disco: Qt no avisa que se llenó."""
    if impresora.outputFormat() != QPrinter.OutputFormat.PdfFormat:
        return True
    try:
        with Path(impresora.outputFileName()).open("rb") as escrito:
            escrito.seek(max(0, escrito.seek(0, SEEK_END) - _COLA))
            return _FIN_DE_PDF in escrito.read(_COLA)
    except OSError:
        return False


def hojas_pedidas(hojas: Sequence[int], impresora: QPrinter) -> tuple[int, ...]:
    """De esas hojas, las que ella pidió al escoger la impresora, en el orden en que las pidió."""
    rangos, resto = _pedido(impresora)
    pedidas = tuple(
        hoja
        for hoja in hojas
        if (rangos.isEmpty() or rangos.contains(hoja)) and (resto is None or hoja % 2 == resto)
    )
    al_reves = impresora.pageOrder() == QPrinter.PageOrder.LastPageFirst
    return pedidas[::-1] if al_reves else pedidas


def _pedido(impresora: QPrinter) -> tuple[QPageRanges, int | None]:
    """De cuál a cuál hoja, y si solo las nones (1) o las pares (0).

    Lo que Linux le encarga al servidor de impresión se le quita: él contaría las que se le mandan, y la 3 del
    informe no es la tercera de las de un departamento.
    """
    sueltas = impresora.printEngine().property(_DEL_SERVIDOR) or []
    encargos = dict(zip(sueltas[::2], sueltas[1::2], strict=True))
    escritas, cuales = encargos.pop("page-ranges", ""), encargos.pop("page-set", "")
    if escritas or cuales:
        quedan = [palabra for encargo in encargos.items() for palabra in encargo]
        impresora.printEngine().setProperty(_DEL_SERVIDOR, quedan)
    resto = {"odd": 1, "even": 0}.get(cuales)
    if impresora.printRange() != QPrinter.PrintRange.PageRange:
        return QPageRanges.fromString(escritas), resto
    if resto is not None and impresora.fromPage() % 2 == 0:
        resto = 1 - resto  # desde una par, Qt encarga al servidor las contrarias: él cuenta desde la 1
    return impresora.pageRanges(), resto


def decir_que_nada_salio(padre: QWidget, hojas: Sequence[int]) -> None:
    """Dice que ninguna de las hojas que pidió es de estas, que son las que iban a salir."""
    iban = "Iban a salir" if len(hojas) > 1 else "Iba a salir"
    detalle = f"{iban}: {decir_hojas(hojas)}. Vuelva a imprimir y pida de esas."
    avisos.advertir(padre, "No se imprimió nada.", detalle)


def hay_impresora() -> bool:
    """Si en este equipo hay en qué imprimir; sin ninguna, el cuadro del sistema ni siquiera se abre."""
    return bool(QPrinterInfo.availablePrinterNames())


def nueva_impresora() -> QPrinter:
    """La impresora de costumbre, con la finura de una de oficina."""
    return QPrinter(QPrinter.PrinterMode.HighResolution)
