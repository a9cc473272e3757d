"""El informe en PDF o en Word: se pide dónde, se hace sin detener la ventana, y se ofrece abrirlo."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from ut_escritorio import rutas
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.informe.pdf import PdfEscrito
from ut_escritorio.interfaz.comunes.dialogos import avisos, imprevistos
from ut_escritorio.interfaz.comunes.dialogos.avance import Avance
from ut_escritorio.interfaz.comunes.dialogos.visor import abrir_ruta
from ut_escritorio.interfaz.comunes.papel.exportacion import anexar_aparte, exportar_aparte
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.comunes.sesion.tareas import Tarea
from ut_escritorio.servicios.entrega.anexos import nombre_de_anexos
from ut_escritorio.servicios.entrega.formatos import Formato
from ut_escritorio.servicios.entrega.informe import Exportado, nombre_de_informe

_SE_PIDEN: Mapping[Formato, tuple[str, str]] = MappingProxyType(
    {
        "PDF": ("Informe en PDF", "Documento PDF (*.pdf)"),
        "Word": ("Copia en Word", "Documento de Word (*.docx)"),
        "Excel": ("Tablas en Excel", "Libro de Excel (*.xlsx)"),
    }
)
"""Cómo se llama la ventana que pide dónde, y qué archivos enseña."""


class Exportacion(QObject):
    """El camino del informe a un archivo, de F12 a abrirlo; a lo más uno a la vez."""

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

    def pedir(self, sesion: Sesion, formato: Formato = "PDF") -> None:
        """Pregunta dónde guardar, con el lugar y el nombre de costumbre ya puestos."""
        if self.tarea is not None:
            return
        titulo, filtro = _SE_PIDEN[formato]
        nombre = nombre_de_informe(sesion.foto, formato)
        self._preguntar(titulo, nombre, filtro, lambda r: self.hacer(sesion, r))

    def pedir_anexos(self, sesion: Sesion) -> None:
        """Lo mismo, de los anexos que van en su propio PDF."""
        if self.tarea is None:
            _, filtro = _SE_PIDEN["PDF"]
            nombre = nombre_de_anexos(sesion.foto)
            self._preguntar("Anexos en PDF", nombre, filtro, lambda r: self.hacer_anexos(sesion, r))

    def _preguntar(self, titulo: str, nombre: str, filtro: str, hacer: Callable[[Path], None]) -> None:
        propuesta = rutas.carpeta_de_datos() / "informes" / nombre
        avisos.pedir_donde_guardar(self._ventana, titulo, propuesta, filtro, hacer)

    def hacer(self, sesion: Sesion, salida: Path) -> None:
        """Empieza a hacerlo en otro hilo."""
        self._empezar("Haciendo el informe…", exportar_aparte(sesion, salida), self._ofrecer)

    def hacer_anexos(self, sesion: Sesion, salida: Path) -> None:
        """Empieza el de los anexos."""
        try:
            tarea = anexar_aparte(sesion, salida)
        except ErrorEsperado as error:
            self._fallar(error)
            return

        def ofrecer(escrito: PdfEscrito) -> None:
            self._ofrecer_abrir(f"Los anexos quedaron en:\n{salida}", salida, "\n".join(escrito.avisos))

        self._empezar("Haciendo los anexos…", tarea, ofrecer)

    def _empezar(self, que: str, tarea: Tarea, al_acabar: Callable[[Any], None]) -> None:
        self._cancelada = False
        self.avance.empezar(que)
        self.tarea = tarea
        self.tarea.avanzo.connect(self.avance.poner)
        self.tarea.hecha.connect(al_acabar)
        self.tarea.fallida.connect(self._fallar)
        self.tarea.acabo.connect(self._terminar)
        self.tarea.empezar()

    def cancelar(self) -> None:
        """Lo deja a medias; nada cambia en el disco."""
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
        self._ofrecer_abrir(f"El informe quedó en:\n{ruta}", ruta, advertencias(exportado))

    def _ofrecer_abrir(self, dicho: str, ruta: Path, ademas: str) -> None:
        avisos.ofrecer(self._ventana, dicho, "Abrir", lambda: abrir_ruta(self._ventana, ruta), ademas)


_ALGUNAS = 4


def advertencias(exportado: Exportado) -> str:
    """Lo que conviene saber del informe que se acaba de hacer; vacío si nada."""
    dichas: list[str] = []
    if exportado.firmado:
        es_el_mismo = exportado.formato == "PDF"
        dichas.append("Es el informe que se firmó." if es_el_mismo else "Dice lo mismo que el que se firmó.")
    if exportado.formato != "PDF":
        dichas.append(f"Lo que se cambie en {exportado.formato} no regresa a este programa.")
    if por_corregir := len(exportado.por_corregir):
        cosas = "una cosa" if por_corregir == 1 else f"{por_corregir} cosas"
        unas = [f"• {mensaje}" for mensaje in exportado.por_corregir[:_ALGUNAS]]
        mas = [f"y {por_corregir - _ALGUNAS} más."] if por_corregir > _ALGUNAS else []
        dichas.append("\n".join([f"Dice BORRADOR: hay {cosas} por corregir.", *unas, *mas]))
    if exportado.sin_glifo:
        signos = " ".join(exportado.sin_glifo)
        dichas.append(f"Estos signos no están en las letras del informe y salieron como □: {signos}")
    dichas += exportado.avisos
    return "\n".join(dichas)
