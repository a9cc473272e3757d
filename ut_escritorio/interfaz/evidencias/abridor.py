"""Abrir o llevarse lo que el archivo guarda: se lee de a poco y se escribe aparte; si tarda, se dice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMainWindow, QWidget

from ut_escritorio.interfaz.comunes.aspecto.piezas import desechar
from ut_escritorio.interfaz.comunes.dialogos import imprevistos
from ut_escritorio.interfaz.comunes.dialogos.avance import Avance
from ut_escritorio.interfaz.comunes.dialogos.visor import abrir_ruta, lugar_privado
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.comunes.sesion.tareas import Tarea
from ut_escritorio.servicios.evidencias import dar

_SE_DICE_TRAS = 200  # milisegundos: lo que ya está no hace parpadear la barra

_EN_PANTALLA = 10_000  # milisegundos


class Abridor(QObject):
    """El de una pieza. Lo que ya se está abriendo no se abre dos veces."""

    def __init__(self, sesion: Sesion, pieza: QWidget) -> None:
        super().__init__(pieza)
        self._sesion, self._pieza = sesion, pieza
        self._en_curso: set[str] = set()

    def abrir(self, contenido: str, nombre: str, falta: str) -> None:
        """Deja un contenido, por su SHA-256, en un lugar privado y lo abre; `falta`: qué decir si no está."""
        ruta = lugar_privado(contenido) / nombre
        if ruta.exists():  # un contenido nunca es otro, y el programa que lo ve puede tenerlo abierto
            abrir_ruta(self._pieza, ruta)
            return
        self._leer(
            contenido, falta, f"Abriendo «{nombre}»…", f"No se pudo abrir «{nombre}».",
            lambda octetos: dar.dejar(octetos, ruta), lambda: abrir_ruta(self._pieza, ruta),
        )  # fmt: skip

    def copiar(self, contenido: str, ruta: Path, falta: str) -> None:
        """Deja un contenido en esa ruta, entero o nada."""
        self._leer(
            contenido, falta, f"Guardando «{ruta.name}»…", "No se guardó la copia.",
            lambda octetos: dar.dejar(octetos, ruta), lambda: self._decir(f"Quedó en «{ruta.name}»."),
        )  # fmt: skip

    def _leer(
        self, contenido: str, falta: str, diciendo: str, si_no: str,
        dejar: Callable[[bytes], None], seguir: Callable[[], object],
    ) -> None:  # fmt: skip
        if contenido in self._en_curso:
            return
        self._en_curso.add(contenido)
        leido: dict[str, bytes] = {}
        antes = self._sesion.expediente.leyendo((contenido,), leido, falta)
        tarea = Tarea(lambda avance, cancelado: dejar(leido.pop(contenido)), antes)
        callar = self._decir_si_tarda(diciendo)
        tarea.hecha.connect(lambda _: seguir())
        tarea.fallida.connect(lambda error: imprevistos.decir_error(self._pieza, si_no, error))

        def al_acabar() -> None:
            self._en_curso.discard(contenido)
            callar()

        tarea.acabo.connect(al_acabar)
        tarea.empezar()

    def _decir(self, dicho: str) -> None:
        ventana = self._pieza.window()
        if isinstance(ventana, QMainWindow):
            ventana.statusBar().showMessage(dicho, _EN_PANTALLA)

    def _decir_si_tarda(self, diciendo: str) -> Callable[[], None]:
        """Lo dice en la barra de la ventana si tarda; devuelve cómo dejar de decirlo."""
        ventana, avance = self._pieza.window(), Avance()
        avance.hide()
        if isinstance(ventana, QMainWindow):
            ventana.statusBar().addPermanentWidget(avance)
        luego = QTimer(avance, singleShot=True, interval=_SE_DICE_TRAS)
        luego.timeout.connect(lambda: avance.empezar(diciendo))
        luego.start()

        def callar() -> None:
            luego.stop()
            avance.hide()
            desechar(avance)

        return callar
