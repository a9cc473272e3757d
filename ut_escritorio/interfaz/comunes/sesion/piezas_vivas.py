"""Lo que enseña algo del trimestre y se pone al día solo cuando cambia lo que lee."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.interfaz.comunes.sesion.senales import Senales
from ut_escritorio.interfaz.comunes.sesion.visto import TODO
from ut_escritorio.servicios.archivo.expediente import Cosas


class PiezaViva(QWidget):
    """`lee` son las cosas de que está hecho lo que enseña; si cambian otras, no se vuelve a dibujar."""

    lee: ClassVar[Cosas] = TODO

    def poner_al_dia(self, foto: FotoTrimestre, cosas: Cosas) -> None:
        """Cambiaron esas cosas: si lee alguna, se refresca."""
        if self.lee & cosas:
            self.refrescar(foto)

    def refrescar(self, foto: FotoTrimestre) -> None:
        """Vuelve a mostrar lo que dice el archivo."""
        raise NotImplementedError

    def senalar(self, senales: Senales) -> None:
        """Enseña lo que la revisión señala de lo suyo; de suyo, nada."""

    def asentar(self) -> None:
        """Guarda lo que esté a medio escribir; sin campos, nada."""

    def empieza_en(self) -> QWidget | None:
        """Dónde está el cursor al llegar por primera vez; None: en su primera pieza."""
        return None

    def recuerdo(self) -> object:
        """Lo que ella está viendo, para dejarlo igual si la pestaña se arma otra vez; None si nada."""
        return None

    def recordar(self, recuerdo: object) -> None:
        """Enseña lo que se veía antes de armarse otra vez."""


class Bloque(PiezaViva):
    """Una parte de lo que se captura de un lugar: un cuadro, sus renglones, sus asuntos o su valor."""

    def pieza_de(self, sitio: Sitio) -> QWidget | None:
        """Dónde poner el cursor para un sitio; None si no es de aquí."""
        raise NotImplementedError

    def lleva(self, sitio: Sitio) -> bool:
        """Si lo de ese sitio se ve aquí aunque sea de otro lugar."""
        del sitio
        return False


class Pestana(PiezaViva):
    """Lo que va en una pestaña de la ventana."""

    def empezar(self, lugar: str) -> None:
        """Recién armada, enseña lo primero que se verá: ese lugar del plan, si es suyo; de suyo, nada más."""

    def ir_a(self, sitio: Sitio) -> None:
        """Pone el cursor en un sitio, si la pestaña tiene dónde."""

    def corregir_aqui(self, sitio: Sitio) -> bool:
        """Si ahí mismo se ve lo mal escrito en un sitio que es de otra pestaña, lleva a eso el cursor."""
        del sitio
        return False

    def ver_tambien(self, sitios: Sequence[Sitio]) -> None:
        """Ya en el primero de unos sitios, señala los demás, si puede hacerlo a la vez; de suyo, no."""

    def zonas(self) -> tuple[QWidget, ...]:
        """Sus partes, en el orden en que se leen; de suyo, es una sola."""
        return (self,)

    def atender(self, tecla: QKeyEvent) -> bool:
        """Una tecla suya, oprimida en su rótulo, hace lo que adentro; dice si lo era."""
        del tecla
        return False

    def lugar(self) -> str:
        """La clave del lugar del plan que se ve; vacía si no es de uno."""
        return ""

    def imprimir_lo_que_se_ve(self) -> bool:
        """Imprime lo que se ve, si tiene qué imprimir; si no, dice que no."""
        return False

    def divisores(self) -> QByteArray | None:
        """Cómo quedaron sus divisores, para recordarlos; None si no tiene."""
        return None

    def poner_divisores(self, guardado: QByteArray) -> None:
        """Deja sus divisores como se recuerdan."""
