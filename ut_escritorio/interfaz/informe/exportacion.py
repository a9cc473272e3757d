"""«Informe en PDF»: se pide dónde, se hace sin detener la ventana, y se ofrece abrirlo."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from ut_escritorio import rutas
from ut_escritorio.interfaz.comunes.dialogos import avisos, imprevistos
from ut_escritorio.interfaz.comunes.dialogos.avance import Avance
from ut_escritorio.interfaz.comunes.dialogos.visor import abrir_ruta
from ut_escritorio.interfaz.comunes.sesion.exportacion import exportar_aparte
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.comunes.sesion.tareas import Tarea
from ut_escritorio.servicios.entrega.informe import Exportado, nombre_de_informe


class Exportacion(QObject):
    """El camino del PDF, de F12 a abrirlo; a lo más uno a la vez."""

    def __init__(self, ventana: QMainWindow) -> None:
        super().__init__(ventana)
        self._ventana = ventana
        self.tarea: Tarea | None = None
        self._cancelada = False

    @cached_property
    def avance(self) -> Avance:
        """La barra de avance, puesta en la de estado."""
        avance = Avance(self.cancelar)
        self._ventana.statusBar().addPermanentWidget(avance)
        return avance

    def pedir(self, sesion: Sesion) -> None:
        """Pregunta dónde guardar, con el lugar y el nombre de costumbre ya puestos."""
        if self.tarea is not None:
            return
        propuesta = rutas.carpeta_de_datos() / "informes" / nombre_de_informe(sesion.foto)
        avisos.pedir_donde_guardar(
            self._ventana,
            "Informe en PDF",
            propuesta,
            "Documento PDF (*.pdf)",
            lambda r: self.hacer(sesion, r),
        )

    def hacer(self, sesion: Sesion, salida: Path) -> None:
        """Empieza el PDF en otro hilo."""
        self._cancelada = False
        self.avance.empezar("Haciendo el informe…")
        self.tarea = exportar_aparte(sesion, salida)
        self.tarea.avanzo.connect(self.avance.poner)
        self.tarea.hecha.connect(self._ofrecer)
        self.tarea.fallida.connect(self._fallar)
        self.tarea.acabo.connect(self._terminar)
        self.tarea.empezar()

    def cancelar(self) -> None:
        """Deja el PDF a medias; nada cambia en el disco."""
        self._cancelada = True
        if self.tarea is not None:
            self.tarea.cancelar()

    def _terminar(self) -> None:
        self.tarea = None
        self.avance.hide()

    def _fallar(self, error: Exception) -> None:
        if self._cancelada:
            self._ventana.statusBar().showMessage("Informe cancelado; no se guardó nada.", 8000)
        else:
            imprevistos.decir_error(self._ventana, "No se pudo hacer el informe.", error)

    def _ofrecer(self, exportado: Exportado) -> None:
        ruta: Path = exportado.ruta
        avisos.ofrecer(
            self._ventana,
            f"El informe quedó en:\n{ruta}",
            "Abrir",
            lambda: abrir_ruta(self._ventana, ruta),
            advertencias(exportado),
        )


_ALGUNAS = 4


def advertencias(exportado: Exportado) -> str:
    """Lo que conviene saber del PDF que se acaba de hacer; vacío si nada."""
    dichas: list[str] = []
    if exportado.firmado:
        dichas.append("Es el informe que se firmó.")
    if por_corregir := len(exportado.por_corregir):
        cosas = "una cosa" if por_corregir == 1 else f"{por_corregir} cosas"
        unas = [f"• {mensaje}" for mensaje in exportado.por_corregir[:_ALGUNAS]]
        mas = [f"y {por_corregir - _ALGUNAS} más."] if por_corregir > _ALGUNAS else []
        dichas.append("\n".join([f"Dice BORRADOR: hay {cosas} por corregir.", *unas, *mas]))
    if exportado.sin_glifo:
        signos = " ".join(exportado.sin_glifo)
        dichas.append(f"Estos signos no están en las letras del informe y salieron como □: {signos}")
    dichas += exportado.no_dura
    return "\n".join(dichas)
