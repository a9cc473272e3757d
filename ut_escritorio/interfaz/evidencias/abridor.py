"""Abrir o llevarse lo que el archivo guarda: se lee de a poco y se escribe aparte; si tarda, se dice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMainWindow, QWidget

from ut_escritorio.interfaz.comunes.aspecto.piezas import desechar
from ut_escritorio.interfaz.comunes.dialogos import avisos, imprevistos
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
        """Deja un contenido, por su SHA-256, en un lugar privado y lo abre; `falta`: qué decir si no está.

        La copia que ya está se abre otra vez si sigue igual: el programa que la ve puede tenerla abierta.
        """
        ruta = lugar_privado(contenido) / nombre
        if not ruta.exists():
            self._abrir_nueva(contenido, ruta, falta, lambda copia: abrir_ruta(self._pieza, copia))
        elif contenido not in self._en_curso:
            self._en_curso.add(contenido)
            tarea = Tarea(lambda avance, cancelado: dar.copia_intacta(ruta, contenido))
            tarea.hecha.connect(lambda copia: self._ya_revisada(copia, contenido, ruta, falta))
            tarea.empezar()

    def _ya_revisada(self, copia: Path | None, contenido: str, ruta: Path, falta: str) -> None:
        self._en_curso.discard(contenido)
        if copia is not None:
            abrir_ruta(self._pieza, copia)
        else:
            self._abrir_nueva(contenido, ruta, falta, self._abrir_y_decir)

    def _abrir_y_decir(self, copia: Path) -> None:
        """Lo que ella le hizo a la que abrió no está aquí, y se le va si no lo guarda."""
        abrir_ruta(self._pieza, copia)
        avisos.advertir(
            self._pieza,
            "La copia que abrió antes ya no es igual a la guardada; se abrió la guardada.",
            "Lo que se le haga a una copia no se guarda aquí, y se va al cerrar este programa. Si quiere "
            "conservarlo, guárdelo en otra carpeta desde el programa donde lo hizo, y adjúntelo.",
        )

    def _abrir_nueva(self, contenido: str, ruta: Path, falta: str, abrir: Callable[[Path], object]) -> None:
        self._leer(
            contenido, falta, f"Abriendo «{ruta.name}»…", f"No se pudo abrir «{ruta.name}».",
            lambda octetos: dar.dejar_otra(octetos, ruta), abrir,
        )  # fmt: skip

    def copiar(self, contenido: str, ruta: Path, falta: str) -> None:
        """Deja un contenido en esa ruta, entero o nada."""
        self._leer(
            contenido, falta, f"Guardando «{ruta.name}»…", "No se guardó la copia.",
            lambda octetos: dar.dejar(octetos, ruta), lambda _: self._decir(f"Quedó en «{ruta.name}»."),
        )  # fmt: skip

    def _leer(
        self, contenido: str, falta: str, diciendo: str, si_no: str,
        dejar: Callable[[bytes], Path], seguir: Callable[[Path], object],
    ) -> None:  # fmt: skip
        if contenido in self._en_curso:
            return
        self._en_curso.add(contenido)
        leido: dict[str, bytes] = {}
        antes = self._sesion.expediente.leyendo((contenido,), leido, falta)
        tarea = Tarea(lambda avance, cancelado: dejar(leido.pop(contenido)), antes)
        callar = self._decir_si_tarda(diciendo)
        tarea.hecha.connect(seguir)
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
