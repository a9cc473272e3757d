"""Lo que las órdenes le piden a la ventana, sin conocerla, y las franjas que ponen arriba."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.ventana import al_pedirlo

if TYPE_CHECKING:
    from ut_escritorio.interfaz.comunes.dialogos.franja import Franja


@congelado
class Mesa:
    """El lugar donde se trabaja: de quién son los diálogos, la sesión de ahora y cómo ir a otro lado.

    `lugar` da la clave del lugar del plan que se ve; `asentar` guarda lo que esté a medio escribir;
    `ir_a_trimestre` hace lo que sigue ya estando en él; `volver_a` va al primero de unos sitios, o al primero
    de los que están en la pestaña que se ve.
    """

    marco: QMainWindow
    medio: QWidget
    letreros: QVBoxLayout
    sesion: Callable[[], Sesion]
    lugar: Callable[[], str]
    asentar: Callable[[], None]
    ir_a: Callable[[Sitio], None]
    volver_a: Callable[[Sequence[Sitio]], None]
    ir_a_trimestre: Callable[[Trimestre, Callable[[], object]], None]

    def decir(self, frase: str, milisegundos: int = 6000) -> None:
        """Dice algo de paso en la barra de estado."""
        self.marco.statusBar().showMessage(frase, milisegundos)


class FranjaDeArriba:
    """Una franja arriba de todo, que se hace hasta que hay qué decir en ella."""

    def __init__(self, mesa: Mesa) -> None:
        self._letreros = mesa.letreros
        self.pieza: Franja | None = None

    def decir(self, texto: str, *salidas: tuple[str, Callable[[], object]], icono: str = "cerrado") -> None:
        """Dice eso, con un botón por salida; sin texto, se esconde."""
        if texto and self.pieza is None:
            self.pieza = al_pedirlo.franja().Franja()
            self._letreros.insertWidget(0, self.pieza)
        if self.pieza is not None:
            self.pieza.decir(texto, *salidas, icono=icono)

    def dice(self) -> str:
        """Lo que dice ahora."""
        return self.pieza.dice() if self.pieza is not None else ""
