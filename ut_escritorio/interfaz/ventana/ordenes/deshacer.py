"""Deshacer y rehacer: sus dos acciones, con el nombre de lo que harían, y de quién es Ctrl+Z."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from ut_escritorio.interfaz.comunes.aspecto.piezas import sin_atajo
from ut_escritorio.interfaz.comunes.sesion.salidas import OTRO_TRIMESTRE
from ut_escritorio.interfaz.comunes.sesion.sin_guardar import ConPendiente
from ut_escritorio.interfaz.ventana.mesa import Mesa
from ut_escritorio.interfaz.ventana.ordenes.al_pedirlo import Servicios

if TYPE_CHECKING:
    from ut_escritorio.dominio.periodos import Trimestre
    from ut_escritorio.servicios.archivo.expediente import Cambios, Expediente

    Vuelta = Callable[[Expediente], Cambios]
    Donde = Callable[[Expediente], Trimestre | None]

DESHACER, REHACER = "&Deshacer", "&Rehacer"
_NADA = "No se deshizo nada: antes se guardó otra cosa. Si aún quiere deshacer, pídalo otra vez."


class Historia(QObject):
    """Las dos acciones al día, y lo que hacen: volver atrás o adelante e ir a lo que cambió.

    Lo que se hizo en otro trimestre lleva a él, y a otro trimestre no se va sin pasar por la puerta.
    """

    def __init__(
        self, deshacer: QAction, rehacer: QAction, mesa: Mesa, a_revisar: Callable[[], None]
    ) -> None:
        super().__init__()
        self._deshacer, self._rehacer, self._mesa, self._a_revisar = deshacer, rehacer, mesa, a_revisar
        self.olvidar()

    def olvidar(self) -> None:
        """Recién abierto el archivo no hay nada que deshacer."""
        _nombrar(self._deshacer, DESHACER, None)
        _nombrar(self._rehacer, REHACER, None)

    def poner(self, expediente: Expediente) -> None:
        """Dice qué se desharía y qué se volvería a hacer."""
        historia = Servicios.historia()
        _nombrar(self._deshacer, DESHACER, historia.por_deshacer(expediente))
        _nombrar(self._rehacer, REHACER, historia.por_rehacer(expediente))

    def deshacer(self) -> None:
        """Deshace lo último."""
        historia = Servicios.historia()
        self._pedir(historia.deshacer, historia.donde_se_deshace, "Se deshizo")

    def rehacer(self) -> None:
        """Vuelve a hacer lo último que se deshizo."""
        historia = Servicios.historia()
        self._pedir(historia.rehacer, historia.donde_se_rehace, "Se volvió a hacer")

    def _pedir(self, accion: Vuelta, donde: Donde, dicho: str) -> None:
        """Guarda antes lo que esté a medio escribir, y espera su turno."""
        self._mesa.asentar()
        self._mesa.sesion().espera.cuando_se_pueda(lambda: self._volver(accion, donde, dicho))

    def _volver(self, accion: Vuelta, donde: Donde, dicho: str) -> None:
        sesion = self._mesa.sesion()

        def lleva_a() -> Trimestre | None:
            return sesion.consultar(lambda expediente, _: donde(expediente))

        def seguir() -> None:
            if lleva_a() == destino:
                self._volver_ya(accion, dicho)
            else:
                sesion.fallo.emit(_NADA)

        destino = lleva_a()
        if destino in (None, sesion.trimestre):
            self._volver_ya(accion, dicho)
        else:
            sesion.puerta(OTRO_TRIMESTRE, seguir)

    def _volver_ya(self, accion: Vuelta, dicho: str) -> None:
        cambios = self._mesa.sesion().volver(accion)
        if cambios is None:
            return
        self._mesa.decir(f"{dicho}: {cambios.accion.partition(' ')[2]}.")
        if cambios.sitios:
            self._mesa.volver_a(cambios.sitios)
        elif cambios.trimestre is not None and cambios.cosas and "plan" not in cambios.cosas:
            self._a_revisar()


def _nombrar(accion: QAction, solo: str, dicho: str | None) -> None:
    accion.setText(f"&{sin_atajo(dicho)}" if dicho else solo)
    accion.setToolTip(f"{dicho or solo.replace('&', '')} ({accion.shortcut().toString()})")
    accion.setEnabled(dicho is not None)


class DuenoDelTeclado(QObject):
    """Ctrl+Z y Ctrl+Y son del campo de texto mientras tenga algo sin confirmar; si no, de la ventana."""

    def __init__(self, ventana: QWidget) -> None:
        super().__init__(ventana)
        aplicacion = QApplication.instance()
        assert isinstance(aplicacion, QApplication)
        aplicacion.focusChanged.connect(self._seguir)

    def _seguir(self, antes: QWidget | None, ahora: QWidget | None) -> None:
        if antes is not None and isValid(antes):
            antes.removeEventFilter(self)
        if isinstance(ahora, (QLineEdit, QPlainTextEdit)):
            ahora.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if not _es_de_la_historia(event):
            return False
        event.setAccepted(sin_confirmar(watched))
        return True


def _es_de_la_historia(tecla: QKeyEvent) -> bool:
    con_y = QKeySequence(tecla.keyCombination()) == QKeySequence("Ctrl+Y")
    return (
        con_y or tecla.matches(QKeySequence.StandardKey.Undo) or tecla.matches(QKeySequence.StandardKey.Redo)
    )


def sin_confirmar(campo: QObject) -> bool:
    """Si un campo tiene algo escrito que aún no se guarda."""
    if isinstance(campo, ConPendiente):
        return campo.sin_confirmar()
    return isinstance(campo, QLineEdit) and campo.isModified()
