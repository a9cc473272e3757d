"""Los logotipos del membrete, tal como se imprimirán, y el botón para elegir otros."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ut_escritorio.dominio.oficina.catalogo import Logo
from ut_escritorio.interfaz.comunes.aspecto.iconos import crecido
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, boton, llano, vaciar
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.comunes.sesion.tareas import Tarea
from ut_escritorio.servicios.oficina.logotipos import Elegidos, elegir_logos, se_imprime

_MARGEN, _A_LO_ANCHO = 3, 6
_ENTERO = Qt.AspectRatioMode.KeepAspectRatio


class Logotipos(QWidget):
    """Enseña los elegidos; `cambio` sale cuando ella elige otros. Se leen aparte: un archivo grande tarda."""

    cambio = Signal()

    def __init__(self, logos: tuple[Logo, ...], imagenes: Mapping[str, bytes], alto: int = 44) -> None:
        super().__init__()
        self._alto = alto
        self.logos, self.imagenes = logos, dict(imagenes)
        self._tarea: Tarea | None = None
        hilera = QHBoxLayout(self)
        hilera.setContentsMargins(0, 0, 0, 0)
        self._tira = QHBoxLayout()
        self._tira.setSpacing(16)
        self.elegir = boton("E&legir…", self._pedir, "abrir")
        hilera.addLayout(self._tira)
        hilera.addWidget(self.elegir)
        hilera.addStretch()
        self._mostrar()

    def poner(self, elegidas: tuple[Path, ...]) -> None:
        """Pone los logotipos de esos archivos; si alguno no sirve lo dice y deja los que estaban."""
        from ut_escritorio.interfaz.comunes.campos.dibujo_svg import pintar

        if self._tarea is not None or not elegidas:
            return
        self.elegir.setEnabled(False)
        self._tarea = Tarea(lambda avance, cancelado: elegir_logos(elegidas, pintar))
        # Métodos propios, no lambdas: si la ventana se cierra antes, Qt ya no los llama.
        self._tarea.hecha.connect(self._recibir)
        self._tarea.fallida.connect(self._no_se_pudo)
        self._tarea.finished.connect(self._al_terminar)
        self._tarea.start()

    def mostrar(self, logos: tuple[Logo, ...]) -> None:
        """Vuelve a enseñar los guardados."""
        if logos != self.logos:
            self.logos = logos
            self._mostrar()

    def _recibir(self, elegidos: Elegidos) -> None:
        self.logos, imagenes = elegidos
        self.imagenes.update(imagenes)
        self._mostrar()
        self.cambio.emit()

    def _no_se_pudo(self, error: Exception) -> None:
        avisos.advertir(self, str(error))

    def _al_terminar(self) -> None:
        self._tarea = None
        self.elegir.setEnabled(True)

    def _pedir(self) -> None:
        imagenes = "Imágenes (*.png *.jpg *.jpeg *.svg)"
        avisos.pedir_archivos(self, "Logotipos, de izquierda a derecha", Path.home(), imagenes, self.poner)

    def _mostrar(self) -> None:
        vaciar(self._tira)
        for logo in self.logos:
            self._tira.addWidget(self._letrero(logo))
        if not self.logos:
            self._tira.addWidget(Letrero("Sin logotipos", tinta="letra_tenue"))

    def _letrero(self, logo: Logo) -> QLabel:
        """El logotipo sobre papel blanco; el que no se imprime como es no se dibuja: se dice."""
        letrero = QLabel()
        letrero.setAccessibleName(f"Logotipo: {logo.alternativo}")
        letrero.setToolTip(llano(logo.alternativo))
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
