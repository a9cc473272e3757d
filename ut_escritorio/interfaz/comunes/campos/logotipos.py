"""Los logotipos del membrete, a la vista y con el botón para elegir otros."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ut_escritorio.dominio.oficina.catalogo import Logo
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.comunes.aspecto.iconos import crecido
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, boton, llano, vaciar
from ut_escritorio.interfaz.comunes.dialogos import avisos

Lectura = Callable[[tuple[Path, ...]], tuple[tuple[Logo, ...], Mapping[str, bytes]]]


class Logotipos(QWidget):
    """Enseña los elegidos; `cambio` sale cuando ella elige otros. `leer` los lee de sus archivos."""

    cambio = Signal()

    def __init__(
        self, logos: tuple[Logo, ...], imagenes: Mapping[str, bytes], leer: Lectura, alto: int = 44
    ) -> None:
        super().__init__()
        self._alto = alto
        self.logos, self.imagenes = logos, dict(imagenes)
        self._leer = leer
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
        try:
            logos, imagenes = self._leer(elegidas)
        except ErrorEsperado as error:
            avisos.advertir(self, str(error))
            return
        self.logos = logos
        self.imagenes.update(imagenes)
        self._mostrar()
        self.cambio.emit()

    def mostrar(self, logos: tuple[Logo, ...]) -> None:
        """Vuelve a enseñar los guardados."""
        if logos != self.logos:
            self.logos = logos
            self._mostrar()

    def _pedir(self) -> None:
        imagenes = "Imágenes (*.png *.jpg *.jpeg *.svg)"
        avisos.pedir_archivos(self, "Logotipos, de izquierda a derecha", Path.home(), imagenes, self.poner)

    def _mostrar(self) -> None:
        vaciar(self._tira)
        for logo in self.logos:
            dibujo = QPixmap()
            dibujo.loadFromData(self.imagenes[logo.sha256])
            letrero = QLabel()
            letrero.setPixmap(
                dibujo.scaledToHeight(crecido(self._alto), Qt.TransformationMode.SmoothTransformation)
                if not dibujo.isNull()
                else dibujo
            )
            letrero.setToolTip(llano(logo.alternativo))
            letrero.setAccessibleName(f"Logotipo: {logo.alternativo}")
            self._tira.addWidget(letrero)
        if not self.logos:
            self._tira.addWidget(Letrero("Sin logotipos", tinta="letra_tenue"))
