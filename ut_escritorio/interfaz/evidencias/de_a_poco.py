"""Guardar algo grande sin detener la ventana: un paso por turno, y cada uno en cuanto se puede escribir."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from ut_escritorio.dominio.trimestre.evidencias import Trozo
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.evidencias.adjuntar import adelantar, quitar_un_suelto, sueltos

Paso = Callable[[], bool]


class DeAPoco(QObject):
    """Da unos pasos en orden; el que no se logra ya dijo por qué, y los que le siguen no se dan.

    `avanzo` sale con cuántos van y de cuántos; `espera`, cada vez que el que sigue espera su turno.
    """

    avanzo = Signal(int, int)
    espera = Signal()

    def __init__(self, sesion: Sesion, padre: QObject) -> None:
        super().__init__(padre)
        self._sesion = sesion
        self._pasos: Sequence[Paso] = ()
        self._van = 0
        self._al_acabar: Callable[[bool], object] = lambda logrados: None
        self._adelanta: Collection[str] = ()

    @property
    def andando(self) -> bool:
        """Si aún faltan pasos."""
        return bool(self._pasos)

    def empezar(
        self, pasos: Iterable[Paso], al_acabar: Callable[[bool], object], adelanta: Collection[str] = ()
    ) -> None:
        """Da esos pasos y llama a `al_acabar`, que recibe si todos se lograron; nunca si se cancelan.

        `adelanta`: los contenidos cuyos trozos guardan. Los que así no acaban de guardarse se quitan.
        """
        self._pasos, self._van, self._al_acabar = tuple(pasos), 0, al_acabar
        self._adelanta = adelanta
        self._formar()

    def cancelar(self) -> None:
        """Los que faltan ya no se dan; lo ya guardado queda."""
        if self._pasos:
            self._pasos = ()
            _quitar(self._sesion, self._adelanta)

    def _formar(self) -> None:
        """Da el que sigue, ya o en su turno."""
        pasos = self._pasos
        if pasos and self._sesion.espera:
            self.espera.emit()
        self._sesion.espera.cuando_se_pueda(lambda: self._dar(pasos))

    def _dar(self, pasos: Sequence[Paso]) -> None:
        """Lo da y deja que la ventana atienda lo suyo."""
        if pasos is not self._pasos:
            return  # se canceló mientras esperaba
        logrado = not pasos or pasos[self._van]()
        if pasos is not self._pasos:
            return  # se canceló mientras se daba
        self._van += 1
        if logrado and self._van < len(pasos):
            self.avanzo.emit(self._van, len(pasos))
            QTimer.singleShot(0, self, self._formar)
            return
        self._pasos = ()
        if not logrado:
            _quitar(self._sesion, self._adelanta)
        self._al_acabar(logrado)


def adelantos(sesion: Sesion, trozos: Iterable[Trozo]) -> list[Paso]:
    """Los pasos que guardan ya unos trozos: de una vez, en un disco lento la ventana se detendría."""

    def paso(trozo: Trozo) -> bool:
        return sesion.logra(lambda exp, _: adelantar(exp, trozo))

    return [partial(paso, trozo) for trozo in trozos]


def quitar_lo_suelto(sesion: Sesion) -> None:
    """Quita lo grande que la vez pasada se cortó a medio guardar; si no hay, no escribe nada."""
    if not sesion.solo_leer and (quedaron := sesion.consultar(lambda exp, _: sueltos(exp), lambda _: None)):
        _quitar(sesion, quedaron)


def _quitar(sesion: Sesion, de: Collection[str]) -> None:
    """Un trozo por turno. Si ahora no se puede no se dice: se intenta otra vez al abrir el archivo."""

    def uno() -> None:
        with suppress(ErrorEsperado):
            if quitar_un_suelto(sesion.expediente, de):
                QTimer.singleShot(0, sesion, en_su_turno)

    def en_su_turno() -> None:
        sesion.espera.cuando_se_pueda(uno)

    if de:
        en_su_turno()
