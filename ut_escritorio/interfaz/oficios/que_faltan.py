"""Los números que faltan de una serie, por tramos, y quién la lleva: aquí desde uno, o la Unidad."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ut_escritorio.dominio.oficios.oficio import Oficio
from ut_escritorio.dominio.trimestre.series import Ajenos, tramos_en_palabras
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, agrandar, boton
from ut_escritorio.interfaz.comunes.campos.campo_escrito import con_pie
from ut_escritorio.interfaz.comunes.campos.de_renglon import CampoDeNumero
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.comunes.dialogos.dialogo import Dialogo
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.oficios import anotar, numeros
from ut_escritorio.servicios.oficios.libro import Libro, en_el_anio

_TRAMO = Qt.ItemDataRole.UserRole


class QueFaltan(Dialogo):
    """`agrego` sale con el oficio que se anotó con un número que faltaba."""

    agrego = Signal(str)

    def __init__(self, padre: QWidget, sesion: Sesion, libro: Libro) -> None:
        super().__init__(padre)
        self._sesion, self._libro = sesion, libro
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"Números de {libro.ejercicio} que no están aquí")
        self.lleva = agrandar(QCheckBox("Aquí se llevan todos, desde el número"))
        self.lleva.setToolTip(
            "Así se avisa si falta un número. Sin marcar, la lleva la Unidad y aquí hay una parte."
        )
        self.desde = CampoDeNumero("Desde qué número se llevan aquí")
        self.lista = QListWidget()
        self.lista.setAccessibleName(self.windowTitle())
        self.anotar = boton("Anotar el primero", self._anotar, "agregar")
        self.de_otro = boton("Los lleva otro…", self._de_otro)
        self.ya_no = boton("Ya no son de otro", self._ya_no)
        self._armar()
        self.lleva.clicked.connect(lambda si: self._llevar(self._primero() if si else None))
        self.desde.cambio.connect(self._llevar)
        self.lista.currentItemChanged.connect(lambda *_: self._ofrecer())
        self.poner(libro)

    def _armar(self) -> None:
        cerrar = boton("Cerrar", self.reject)
        hilera = QHBoxLayout()
        for pieza in (self.anotar, self.de_otro, self.ya_no):
            hilera.addWidget(pieza)
        hilera.addStretch()
        hilera.addWidget(cerrar)
        acomodo = QVBoxLayout(self)
        acomodo.addWidget(
            Letrero("Van por tramos, entre el primero y el último que sí están.", "letra_tenue")
        )
        acomodo.addWidget(self.lista)
        de_quien = QHBoxLayout()
        de_quien.addWidget(self.lleva)
        de_quien.addLayout(con_pie(self.desde)[0])
        de_quien.addStretch()
        acomodo.addLayout(de_quien)
        acomodo.addLayout(hilera)
        self.medir(64, 22)

    def poner(self, libro: Libro) -> None:
        """Los tramos de un libro, y los que ya se dijo que lleva otro."""
        self._libro, ancho = libro, libro.serie.ancho if libro.serie else 1
        desde, abierto = libro.numeros.desde, not self._sesion.solo_leer
        self.lleva.setChecked(desde is not None)
        self.desde.poner(desde)
        for pieza in (self.lleva, self.desde):
            pieza.setEnabled(abierto)
        cual = max(0, self.lista.currentRow())
        self.lista.clear()
        faltan = libro.numeros.huecos
        for tramo, dicho in zip(faltan, tramos_en_palabras(faltan, ancho), strict=True):
            self._agregar(dicho, Ajenos(*tramo))
        for ajenos in libro.numeros.ajenos:
            (dicho,) = tramos_en_palabras(((ajenos.desde, ajenos.hasta),), ancho)
            self._agregar(f"{dicho}: los lleva {ajenos.de_quien}", ajenos)
        self.lista.setCurrentRow(min(cual, self.lista.count() - 1))
        self._ofrecer()

    def _primero(self) -> int:
        """El que se propone: el menor de los que ya están."""
        return min(self._libro.numeros.tomados, default=1)

    def _llevar(self, desde: int | None) -> None:
        anio = self._libro.ejercicio
        self._sesion.hacer(lambda exp, t: numeros.llevar_desde(exp, en_el_anio(exp, t, anio), desde))

    def _agregar(self, dicho: str, tramo: Ajenos) -> None:
        renglon = QListWidgetItem(dicho)
        renglon.setData(_TRAMO, tramo)
        self.lista.addItem(renglon)

    def _elegido(self) -> Ajenos | None:
        renglon = self.lista.currentItem()
        return renglon.data(_TRAMO) if renglon is not None else None

    def _ofrecer(self) -> None:
        tramo, abierto = self._elegido(), not self._sesion.solo_leer
        self.anotar.setVisible(abierto and tramo is not None and not tramo.de_quien)
        self.de_otro.setVisible(abierto and tramo is not None and not tramo.de_quien)
        self.ya_no.setVisible(abierto and tramo is not None and bool(tramo.de_quien))

    def _anotar(self) -> None:
        tramo, serie = self._elegido(), self._libro.serie
        if tramo is None or serie is None:
            return
        nuevo = self._sesion.hacer(
            anotar.agregar, Oficio("", serie.folio(str(tramo.desde)), "enviado", self._libro.ejercicio)
        )
        if nuevo is not None:
            self.accept()
            self.agrego.emit(nuevo.uid)

    def _de_otro(self) -> None:
        tramo = self._elegido()
        if tramo is not None:
            avisos.pedir_texto(
                self,
                f"¿Quién lleva {self.lista.currentItem().text()}?",
                "Son de otro",
                lambda quien: self._son_de(Ajenos(tramo.desde, tramo.hasta, quien)),
                "Escriba el área o la persona. Dejan de contarse entre los que faltan, y no se toman aquí.",
                con_enter=True,
            )

    def _son_de(self, ajenos: Ajenos) -> bool:
        anio = self._libro.ejercicio
        return self._sesion.logra(lambda exp, t: numeros.anotar_ajenos(exp, en_el_anio(exp, t, anio), ajenos))

    def _ya_no(self) -> None:
        if tramo := self._elegido():
            anio = self._libro.ejercicio
            self._sesion.hacer(lambda exp, t: numeros.quitar_ajenos(exp, en_el_anio(exp, t, anio), tramo))
