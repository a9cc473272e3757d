"""La hoja como se va a imprimir: qué lleva, verla, mandarla a la impresora o guardarla en PDF."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ut_escritorio import rutas
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, boton
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.comunes.dialogos.dialogo import Dialogo
from ut_escritorio.interfaz.comunes.dialogos.imprevistos import atender
from ut_escritorio.interfaz.comunes.dialogos.visor import abrir_ruta
from ut_escritorio.interfaz.comunes.papel import al_pedirlo
from ut_escritorio.interfaz.comunes.papel.en_memoria import pdf_en_memoria
from ut_escritorio.interfaz.comunes.papel.en_papel import EnPapel
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.comunes.sesion.tareas import Tarea
from ut_escritorio.servicios.papel import hoja_suelta
from ut_escritorio.servicios.papel.hoja_suelta import HojaSuelta

H = TypeVar("H", bound=HojaSuelta)
_CTRL_P = QKeySequence("Ctrl+P")
_SIN_IMPRESORA = "Conecte o instale una y vuelva a intentarlo. Mientras, puede guardarla en PDF."
_GUARDARLA = "Guardar como PDF…"


class HojaAImprimir(Dialogo, Generic[H]):
    """La hoja como se va a imprimir, hecha en otro hilo; cada clase dice qué lleva y qué se escoge."""

    carpeta = "oficios"
    no_se_leyo = "No se pudo leer el archivo."

    def __init__(self, padre: QWidget, sesion: Sesion, opciones: Sequence[QWidget] = ()) -> None:
        super().__init__(padre)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._sesion = sesion
        self._hoja: H | None = None
        self._escrito: Any = None
        self._tarea: Tarea | None = None
        self.en_papel = EnPapel(self, _SIN_IMPRESORA)
        self.en_papel.avanzo.connect(lambda *_: self.estado.decir("Mandando a la impresora…", "letra_tenue"))
        self.en_papel.termino.connect(self._al_imprimir)
        self._otra_vez = False
        self._documento: Any = None
        self.estado = Letrero(tinta="letra_tenue")
        self.vista: Any = al_pedirlo.vista_de_pdf()(self)
        self.imprimir = boton("Imprimir", self._imprimir, "imprimir", "Ctrl+P")
        self.guardar = boton(_GUARDARLA, self._guardar, "pdf")
        self._armar(opciones)
        self.hacer()

    def leer(self) -> H | None:
        """La hoja que se pide ahora; None si el archivo no se dejó leer, que ya se dijo."""
        raise NotImplementedError

    def que_lleva(self, hoja: H, paginas: int) -> str:
        """Lo que se dice de ella al verla."""
        raise NotImplementedError

    def _armar(self, opciones: Sequence[QWidget]) -> None:
        de_qt = al_pedirlo.vista_de_pdf()
        self.vista.setPageMode(de_qt.PageMode.MultiPage)
        self.vista.setZoomMode(de_qt.ZoomMode.FitToWidth)
        self.vista.setAccessibleName("La hoja como se va a imprimir")
        arriba, abajo = QHBoxLayout(), QHBoxLayout()
        for pieza in opciones:
            arriba.addWidget(pieza)
        arriba.addWidget(self.estado, 1)
        for pieza in (self.imprimir, self.guardar):
            abajo.addWidget(pieza)
        abajo.addStretch()
        cerrar = boton("Cerrar", self.reject, "cancelar", "Esc")
        abajo.addWidget(cerrar)
        acomodo = QVBoxLayout(self)
        acomodo.addLayout(arriba)
        acomodo.addWidget(self.vista, 1)
        acomodo.addLayout(abajo)
        for pieza, sigue in pairwise((*opciones, self.vista, self.imprimir, self.guardar, cerrar)):
            QWidget.setTabOrder(pieza, sigue)
        self.resize(QSize(1020, 680).boundedTo(self.lo_que_cabe()))
        self.imprimir.setFocus()

    # --- la hoja ----------------------------------------------------------------------------------

    def hacer(self) -> None:
        """La hace con lo que se pide ahora; si otra se está haciendo, al acabar esa."""
        self._otra_vez = self._tarea is not None
        if self._tarea is not None:
            self._tarea.cancelar()
            return
        hoja = self._hoja = self.leer()
        for pieza in (self.imprimir, self.guardar):
            pieza.setEnabled(False)
        if hoja is None:
            self.estado.decir(self.no_se_leyo, "error")
            return
        self.setWindowTitle(hoja.documento.titulo)
        self.estado.decir("Haciendo la hoja…", "letra_tenue")
        self._tarea = Tarea(lambda avance, cancelado: hoja_suelta.hacer_pdf(hoja, avance, cancelado))
        self._tarea.hecha.connect(self._mostrar)
        self._tarea.fallida.connect(self._fallar)
        self._tarea.acabo.connect(self._terminar)
        self._tarea.empezar()

    def _mostrar(self, escrito: Any) -> None:
        hoja = self._hoja
        if hoja is None or self._otra_vez:
            return
        self._escrito = escrito
        antes, self._documento = self._documento, pdf_en_memoria(self, escrito.datos)
        self.vista.setDocument(self._documento)
        if antes is not None:
            antes.deleteLater()
        for pieza in (self.imprimir, self.guardar):
            pieza.setEnabled(True)
        self.estado.decir(self.que_lleva(hoja, escrito.paginas), "letra_tenue")
        self.imprimir.setFocus()

    def _fallar(self, error: Exception) -> None:
        if not isinstance(error, ErrorEsperado):  # si no, se canceló
            self.estado.decir("No se pudo hacer la hoja.", "error")
            atender(error)

    def _terminar(self) -> None:
        """Si mientras se pidió otra cosa, se hace."""
        self._tarea = None
        if self._otra_vez:
            self.hacer()

    def done(self, arg__1: int) -> None:
        if self._tarea is not None:
            self._tarea.acabo.disconnect(self._terminar)
            self._tarea.cancelar()
        super().done(arg__1)

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        if QKeySequence(arg__1.keyCombination()) == _CTRL_P:
            self.imprimir.click()
        else:
            super().keyPressEvent(arg__1)

    # --- en papel y en PDF ------------------------------------------------------------------------

    def _imprimir(self) -> None:
        if self.en_papel.hay_en_que((_GUARDARLA, self._guardar)):
            hojas = range(1, self._escrito.paginas + 1)
            self.en_papel.escoger(hojas, self.windowTitle(), self.mandar)

    def mandar(self, hojas: Sequence[int], impresora: Any) -> None:
        """Manda esas hojas a la impresora."""
        self.imprimir.setEnabled(False)
        self.en_papel.mandar(self._escrito.datos, hojas, impresora)

    def _al_imprimir(self, bien: bool) -> None:
        self.imprimir.setEnabled(True)
        self.estado.decir(*(("Se mandó a imprimir.", "bien") if bien else ("No se imprimió.", "error")))

    def _guardar(self) -> None:
        if self._hoja is None:
            return
        propuesta = rutas.carpeta_de_datos() / self.carpeta / self._hoja.nombre
        avisos.pedir_donde_guardar(self, "Guardar como PDF", propuesta, "PDF (*.pdf)", self.guardar_en)

    def guardar_en(self, salida: Path) -> None:
        """La deja en el disco y ofrece abrirla; si no se pudo, dice por qué y aquí sigue."""
        try:
            hoja_suelta.guardar(self._escrito.datos, salida)
        except ErrorEsperado as error:
            avisos.advertir(self, "No se guardó la hoja.", str(error))
            return
        avisos.ofrecer(self, f"Quedó en {salida}.", "Abrirla", lambda: abrir_ruta(self, salida))
