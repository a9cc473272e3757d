"""La única puerta de los cuadros de diálogo: avisos, preguntas y elección de archivos.

Ninguno detiene el programa: se abren y, al cerrarse, llaman a quien preguntó.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,  # noqa: TID251
    QMessageBox,  # noqa: TID251
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, folios_enteros, sin_uniones
from ut_escritorio.interfaz.comunes.dialogos import al_pedirlo
from ut_escritorio.interfaz.comunes.dialogos.botones import aceptar_o_cancelar
from ut_escritorio.interfaz.comunes.dialogos.dialogo import Dialogo
from ut_escritorio.interfaz.comunes.entrada.campo_limpio import CuadroLimpio

_REPAROS = 8
TEXTO = "Texto (*.txt *.toml)"
FILTRO = "Archivo de UT Escritorio (*.sqlite)"


@congelado
class Aviso:
    """Lo último que se le dijo o preguntó, y su ventana."""

    texto: str
    dialogo: QDialog


_ultimo: list[Aviso] = []


def ultimo() -> Aviso | None:
    """El último aviso mostrado; None si no ha habido."""
    return _ultimo[-1] if _ultimo else None


def a_la_vista(texto: str) -> bool:
    """Si eso mismo ya se está diciendo."""
    aviso = ultimo()
    return aviso is not None and aviso.texto == texto and isValid(aviso.dialogo) and aviso.dialogo.isVisible()


def cerrar(aviso: Aviso) -> None:
    """Cierra el que ya no es cierto; si ella lo cerró, o hay otro encima de él, lo deja."""
    if isValid(aviso.dialogo) and not aviso.dialogo.findChildren(QDialog):
        aviso.dialogo.reject()


def olvidar() -> None:
    """Olvida los avisos mostrados."""
    _ultimo.clear()


def advertir(padre: QWidget | None, texto: str, detalle: str = "") -> None:
    """Dice que algo no se pudo: qué pasó, por qué y qué hacer."""
    _abrir(_mensaje(padre, QMessageBox.Icon.Warning, texto, detalle), texto)


def advertir_reparos(padre: QWidget | None, dicho: str) -> None:
    """Dice lo que hay que corregir en un archivo, un reparo por renglón: los primeros, y cuántos más hay."""
    que, *reparos = dicho.split("\n")
    advertir(padre, que, pocos(reparos))


def pocos(reparos: Sequence[str]) -> str:
    """Los primeros de una lista larga, y cuántos más hay."""
    mas = len(reparos) - _REPAROS
    return "\n".join([*reparos[:_REPAROS], *([f"Y {mas} más."] if mas > 0 else [])])


def informar(padre: QWidget | None, texto: str, detalle: str = "") -> None:
    """Dice que algo salió bien."""
    _abrir(_mensaje(padre, QMessageBox.Icon.Information, texto, detalle), texto)


def preguntar(
    padre: QWidget, texto: str, rotulo: str, al_aceptar: Callable[[], object], detalle: str = ""
) -> None:
    """Pregunta antes de algo que no se deshace; solo el botón `rotulo`, y no Enter, llama a `al_aceptar`."""
    mensaje = _mensaje(padre, QMessageBox.Icon.Question, texto, detalle)
    mensaje.setDefaultButton(_poner_botones(mensaje, "Cancelar", rotulo, al_aceptar)[0])
    _abrir(mensaje, texto)


def ofrecer(
    padre: QWidget, texto: str, rotulo: str, al_aceptar: Callable[[], object], detalle: str = ""
) -> None:
    """Dice algo que salió bien y ofrece lo que sigue: si ella oprime `rotulo` llama a `al_aceptar`."""
    mensaje = _mensaje(padre, QMessageBox.Icon.Information, texto, detalle)
    mensaje.setDefaultButton(_poner_botones(mensaje, "Cerrar", rotulo, al_aceptar)[1])
    _abrir(mensaje, texto)


def _poner_botones(
    mensaje: QMessageBox, no: str, rotulo: str, al_aceptar: Callable[[], object]
) -> tuple[QPushButton, QPushButton]:
    """Pone el botón que no hace nada y el que llama a `al_aceptar`; los devuelve."""
    mensaje.setStandardButtons(QMessageBox.StandardButton.NoButton)
    dejar = mensaje.addButton(no, QMessageBox.ButtonRole.RejectRole)
    aceptar = mensaje.addButton(rotulo, QMessageBox.ButtonRole.AcceptRole)
    mensaje.finished.connect(lambda _: al_aceptar() if mensaje.clickedButton() is aceptar else None)
    return dejar, aceptar


def escoger(
    padre: QWidget | None,
    texto: str,
    opciones: Sequence[tuple[str, Callable[[], object]]],
    detalle: str = "",
    si_no: tuple[str, Callable[[], object]] = ("Cancelar", lambda: None),
    *,
    preferida: str = "",
) -> None:
    """Dice algo y ofrece varias salidas, cada una con su rótulo y lo que hace; Esc es `si_no`.

    Enter es la `preferida`, que puede ser la de Esc; si no se dice, la primera.
    """
    mensaje = _mensaje(padre, QMessageBox.Icon.Warning, texto, detalle)
    mensaje.setStandardButtons(QMessageBox.StandardButton.NoButton)
    botones = [mensaje.addButton(rotulo, QMessageBox.ButtonRole.ActionRole) for rotulo, _ in opciones]
    dejar = mensaje.addButton(si_no[0], QMessageBox.ButtonRole.RejectRole)
    mensaje.setEscapeButton(dejar)
    if botones:
        mensaje.setDefaultButton(dejar if preferida == si_no[0] else botones[0])

    def al_cerrar() -> None:
        oprimido = mensaje.clickedButton()
        elegidas = [hacer for boton, (_, hacer) in zip(botones, opciones, strict=True) if boton is oprimido]
        (elegidas or [si_no[1]])[0]()

    mensaje.finished.connect(lambda _: al_cerrar())
    _abrir(mensaje, texto)


def preguntar_si_se_pierde(padre: QWidget, irse: Callable[[], object], que: str = "cerrar") -> None:
    """Con algo escrito que se perdería al cerrar, o al pasar a otro: si ella dice que se pierda, se va."""
    texto, detalle = "Lo que escribió aquí todavía no se guarda.", f"Al {que}, se pierde."
    seguir, perderlo = ("Seguir escribiendo", lambda: None), f"{que.capitalize()} y perderlo"
    escoger(padre, texto, ((perderlo, irse),), detalle, seguir, preferida=seguir[0])


def pedir_donde_guardar(
    padre: QWidget, titulo: str, propuesta: Path, filtro: str, al_elegir: Callable[[Path], object]
) -> None:
    """Pide dónde guardar, con `propuesta` ya escrita; la ruta elegida va a `al_elegir`.

    La carpeta que no había solo queda si ahí se guarda; si el equipo no deja hacerla, se propone la de ella.
    """
    carpeta = propuesta.parent
    hechas = _hacer_carpetas(carpeta)  # el cuadro de Windows no deja escoger la que no existe
    dialogo = QFileDialog(padre, titulo, str(carpeta if carpeta.is_dir() else Path.home()), filtro)
    dialogo.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialogo.setDefaultSuffix(propuesta.suffix.lstrip("."))
    dialogo.selectFile(propuesta.name)
    dialogo.finished.connect(lambda _: _quitar_sin_usar(hechas, dialogo))
    _elegir(dialogo, al_elegir)


def _hacer_carpetas(carpeta: Path) -> tuple[Path, ...]:
    """Las que faltaban para que la haya, la de más adentro primero."""
    faltan = tuple(cada for cada in (carpeta, *carpeta.parents) if not cada.exists())
    with suppress(OSError):
        carpeta.mkdir(parents=True, exist_ok=True)
    return faltan


def _quitar_sin_usar(hechas: Sequence[Path], dialogo: QFileDialog) -> None:
    """Las que se hicieron solo para proponerlas y siguen vacías, si ahí no se va a guardar."""
    elegido = dialogo.result() == QFileDialog.DialogCode.Accepted and Path(dialogo.selectedFiles()[0])
    for carpeta in hechas:
        if elegido and carpeta in elegido.parents:
            return
        with suppress(OSError):
            carpeta.rmdir()


def pedir_archivo(
    padre: QWidget | None,
    titulo: str,
    carpeta: Path,
    filtro: str,
    al_elegir: Callable[[Path], object],
    si_no: Callable[[], object] = lambda: None,
) -> None:
    """Pide un archivo que ya existe; el elegido va a `al_elegir`, y sin ninguno se llama a `si_no`."""
    dialogo = QFileDialog(padre, titulo, str(carpeta), filtro)
    dialogo.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialogo.rejected.connect(lambda: si_no())
    _elegir(dialogo, al_elegir)


def pedir_archivos(
    padre: QWidget, titulo: str, carpeta: Path, filtro: str, al_elegir: Callable[[tuple[Path, ...]], object]
) -> None:
    """Pide uno o varios archivos que ya existen; los elegidos van juntos a `al_elegir`."""
    dialogo = QFileDialog(padre, titulo, str(carpeta), filtro)
    dialogo.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialogo.filesSelected.connect(lambda rutas: al_elegir(tuple(Path(ruta) for ruta in rutas)))
    _elegir(dialogo)


def pedir_carpeta(
    padre: QWidget | None, titulo: str, carpeta: Path, al_elegir: Callable[[Path], object]
) -> None:
    """Pide una carpeta que ya existe, como la de una memoria; la elegida va a `al_elegir`."""
    dialogo = QFileDialog(padre, titulo, str(carpeta))
    dialogo.setFileMode(QFileDialog.FileMode.Directory)
    dialogo.setOption(QFileDialog.Option.ShowDirsOnly)
    _elegir(dialogo, al_elegir)


def hacer_esperar(padre: QWidget | None, que: str) -> QDialog:
    """Un cuadro que dice qué se hace y no deja hacer otra cosa; quien lo pide lo cierra con `done`."""
    dialogo = _EnEspera(padre)
    dialogo.setWindowTitle("UT Escritorio")
    barra = QProgressBar()
    barra.setRange(0, 0)
    barra.setTextVisible(False)
    barra.setAccessibleName(que)
    acomodo = QVBoxLayout(dialogo)
    acomodo.addWidget(Letrero(que))
    acomodo.addWidget(barra)
    dialogo.medir(60)
    _abrir(dialogo, que)
    return dialogo


class _EnEspera(Dialogo):
    """No se cierra con Esc ni con su cruz."""

    def reject(self) -> None:
        pass


def elegir_impresora(
    padre: QWidget,
    impresora: Any,
    de_la: int,
    a_la: int,
    al_aceptar: Callable[[], object],
    al_dejarlo: Callable[[], object],
) -> None:
    """Pide en qué impresora, qué hojas entre esas dos y cuántas copias; luego llama a uno de los dos."""
    dialogo = al_pedirlo.dialogo_de_imprimir()(impresora, padre)
    dialogo.setMinMax(de_la, a_la)
    dialogo.setFromTo(de_la, a_la)  # si no, Windows propone de la 1 a la 1
    dialogo.setWindowTitle("Imprimir")
    dialogo.accepted.connect(lambda: al_aceptar())
    dialogo.rejected.connect(lambda: al_dejarlo())
    _abrir(dialogo, dialogo.windowTitle())


def pedir_texto(
    padre: QWidget,
    pregunta: str,
    rotulo: str,
    al_aceptar: Callable[[str], bool],
    detalle: str = "",
    si_no: str = "Cancelar",
    *,
    con_enter: bool = False,
) -> None:
    """Pide unas palabras; con el botón `rotulo`, que espera a que las haya, van a `al_aceptar`.

    Si contesta que no se pudo, el cuadro sigue abierto con lo escrito. `si_no` es el botón que no hace nada.
    `con_enter`: son de un solo renglón, y Enter es como oprimir el botón.
    """

    def aceptado() -> None:
        if al_aceptar(texto.limpio()):
            dialogo.accept()

    texto = _Palabras(en_un_renglon=con_enter)
    dialogo = _DePalabras(padre, texto)
    dialogo.setWindowTitle("UT Escritorio")
    texto.setAccessibleName(pregunta)
    texto.setTabChangesFocus(True)
    texto.setFixedHeight(texto.fontMetrics().lineSpacing() * 4 + 14)
    botones, aceptar = aceptar_o_cancelar(rotulo, aceptado, dialogo.reject, si_no)
    aceptar.setEnabled(False)
    texto.textChanged.connect(lambda: aceptar.setEnabled(bool(texto.limpio())))
    texto.entro.connect(aceptar.click)
    acomodo = QVBoxLayout(dialogo)
    acomodo.setSpacing(10)
    for pieza in (Letrero(pregunta, negrita=True), Letrero(detalle), texto, botones):
        acomodo.addWidget(pieza)
    dialogo.medir(70)
    _abrir(dialogo, pregunta)


class _Palabras(CuadroLimpio):
    """En un renglón, Enter no lo parte: sale `entro`."""

    entro = Signal()

    def __init__(self, *, en_un_renglon: bool) -> None:
        super().__init__(en_un_renglon=en_un_renglon)
        self._en_un_renglon = en_un_renglon

    def keyPressEvent(self, e: QKeyEvent) -> None:
        if self._en_un_renglon and e.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entro.emit()
        else:
            super().keyPressEvent(e)


class _DePalabras(Dialogo):
    """Con algo escrito, no se cierra sin preguntar."""

    def __init__(self, padre: QWidget, texto: CuadroLimpio) -> None:
        super().__init__(padre)
        self._texto = texto

    def reject(self) -> None:
        if self._texto.limpio():
            preguntar_si_se_pierde(self, super().reject)
        else:
            super().reject()


def _elegir(dialogo: QFileDialog, al_elegir: Callable[[Path], object] = lambda _: None) -> None:
    def elegido(ruta: str) -> None:
        dialogo.hide()  # lo que se avise ahora no es de este cuadro: al irse se lo llevaría
        al_elegir(Path(ruta))

    dialogo.fileSelected.connect(elegido)
    _abrir(dialogo, dialogo.windowTitle())


def _mensaje(padre: QWidget | None, icono: QMessageBox.Icon, texto: str, detalle: str) -> QMessageBox:
    mensaje = _Mensaje(icono, "UT Escritorio", folios_enteros(texto), QMessageBox.StandardButton.Ok, padre)
    mensaje.setTextFormat(Qt.TextFormat.PlainText)
    mensaje.setInformativeText(folios_enteros(detalle))
    return mensaje


class _Mensaje(QMessageBox):
    """No parte un número de oficio en dos renglones, y dice lo mismo."""

    def text(self) -> str:
        return sin_uniones(super().text())

    def informativeText(self) -> str:
        return sin_uniones(super().informativeText())


def _abrir(dialogo: QDialog, texto: str) -> None:
    dialogo.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    _ultimo[:] = [Aviso(texto, dialogo)]
    # QPrintDialog esconde el suyo tras otro que pide a quién avisar.
    QDialog.open(dialogo)
