"""Los logotipos del membrete, tal como se imprimirán; se cambia uno por otro, o todos de una vez."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from ut_escritorio.dominio.oficina.catalogo import Logo
from ut_escritorio.interfaz.comunes.aspecto.iconos import crecido
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, boton, sin_marcado, vaciar
from ut_escritorio.interfaz.comunes.aspecto.que_se_parte import HileraQueSeParte
from ut_escritorio.interfaz.comunes.campos.dibujo_svg import pintar
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.comunes.sesion.tareas import Tarea
from ut_escritorio.servicios.oficina.logotipos import Elegidos, elegir_logos, se_imprime

_MARGEN, _A_LO_ANCHO = 3, 6
_IMAGENES = "Imágenes (*.png *.jpg *.jpeg *.svg)"
_ENTERO = Qt.AspectRatioMode.KeepAspectRatio


class Logotipos(QWidget):
    """Enseña los elegidos; `cambio` sale cuando ella elige otros. Se leen aparte: un archivo grande tarda."""

    cambio = Signal()

    def __init__(self, logos: tuple[Logo, ...], imagenes: Mapping[str, bytes], alto: int = 44) -> None:
        super().__init__()
        self._alto = alto
        self.logos, self.imagenes = logos, dict(imagenes)
        self._tarea: Tarea | None = None
        self._en: int | None = None
        self._seguir: Callable[[], object] | None = None
        hilera = HileraQueSeParte(self)
        self._tira = QGridLayout()
        self._tira.setHorizontalSpacing(8)
        self._tira.setVerticalSpacing(4)
        self.cambiar: tuple[QPushButton, ...] = ()
        self.elegir = boton(
            "T&odos…", self._pedir, ayuda="Los que elija, de izquierda a derecha, en vez de estos"
        )
        self.elegir.setAccessibleName("Elegir todos los logotipos")
        hilera.agregar(self._tira)
        hilera.agregar(self.elegir)
        self._mostrar()

    def poner(self, elegidas: tuple[Path, ...], en: int | None = None) -> None:
        """Pone los logotipos de esos archivos en vez de todos o, con `en`, en vez de ese, que va en su lugar.

        Si alguno no sirve lo dice y deja los que estaban.
        """
        if self._tarea is not None or not elegidas:
            return
        self._en = en
        for pieza in (self.elegir, *self.cambiar):
            pieza.setEnabled(False)
        self._tarea = Tarea(lambda avance, cancelado: elegir_logos(elegidas, pintar))
        # Métodos propios, no lambdas: si la ventana se cierra antes, Qt ya no los llama.
        self._tarea.hecha.connect(self._recibir)
        self._tarea.fallida.connect(self._no_se_pudo)
        self._tarea.acabo.connect(self._al_terminar)
        self._tarea.empezar()

    def ya_leidos(self, seguir: Callable[[], object]) -> None:
        """Sigue en cuanto se hayan leído los que ella eligió; si no se pudo, ya se dijo y no se sigue."""
        if self._tarea is None:
            seguir()
        else:
            self._seguir = seguir

    def mostrar(self, logos: tuple[Logo, ...]) -> None:
        """Vuelve a enseñar los guardados."""
        if logos != self.logos:
            self.logos = logos
            self._mostrar()

    def _recibir(self, elegidos: Elegidos) -> None:
        nuevos, imagenes = elegidos
        if self._en is not None:
            suyo = self.logos[self._en]
            nuevos = (*self.logos[: self._en], *_del_alto_de(suyo, nuevos), *self.logos[self._en + 1 :])
        self.logos = nuevos
        self.imagenes.update(imagenes)
        self._mostrar()
        self.cambio.emit()

    def _no_se_pudo(self, error: Exception) -> None:
        self._seguir = None
        avisos.advertir(self, str(error))

    def _al_terminar(self) -> None:
        self._tarea = None
        for pieza in (self.elegir, *self.cambiar):
            pieza.setEnabled(True)
        seguir, self._seguir = self._seguir, None
        if seguir is not None:
            seguir()

    def _pedir(self) -> None:
        avisos.pedir_archivos(self, "Logotipos, de izquierda a derecha", Path.home(), _IMAGENES, self.poner)

    def _pedir_otro(self, cual: int) -> None:
        de = f"En vez de «{self.logos[cual].alternativo}»"
        avisos.pedir_archivo(
            self, de, Path.home(), _IMAGENES, lambda archivo: self.poner((archivo,), en=cual)
        )

    def _mostrar(self) -> None:
        vaciar(self._tira)
        self.cambiar = tuple(self._de_cambiar(cual, logo) for cual, logo in enumerate(self.logos))
        for n, (logo, cambiar) in enumerate(zip(self.logos, self.cambiar, strict=True)):
            self._tira.addWidget(self._letrero(logo), 0, n)
            self._tira.addWidget(cambiar, 1, n)
        if not self.logos:
            self._tira.addWidget(Letrero("Sin logotipos", tinta="letra_tenue"))

    def _de_cambiar(self, cual: int, logo: Logo) -> QPushButton:
        cambiar = boton(
            "Cambiar…", lambda: self._pedir_otro(cual), ayuda="Otro en vez de este; los demás siguen"
        )
        cambiar.setAccessibleName(f"Cambiar el logotipo «{logo.alternativo}»")
        return cambiar

    def _letrero(self, logo: Logo) -> QLabel:
        """El logotipo sobre papel blanco; el que no se imprime como es no se dibuja: se dice."""
        letrero = QLabel()
        letrero.setAccessibleName(f"Logotipo: {logo.alternativo}")
        letrero.setToolTip(sin_marcado(logo.alternativo))
        dibujo = QPixmap()
        imagen = self.imagenes[logo.sha256]
        if se_imprime(imagen) and dibujo.loadFromData(imagen):
            caja = QSize(crecido(self._alto) * _A_LO_ANCHO, crecido(self._alto))
            letrero.setPixmap(dibujo.scaled(caja, _ENTERO, Qt.TransformationMode.SmoothTransformation))
            letrero.setMargin(_MARGEN)
            letrero.setStyleSheet("background: white")
        else:
            letrero.setText(f"«{logo.alternativo}» no se imprime como es: elíjalo otra vez")
        return letrero


def _del_alto_de(suyo: Logo, nuevos: Iterable[Logo]) -> tuple[Logo, ...]:
    """Los nuevos, del alto del que sustituyen."""
    return tuple(replace(nuevo, alto_mm=suyo.alto_mm) for nuevo in nuevos)
