"""Unidades y órganos: cómo se llaman en una frase, quién es su titular y hasta cuándo existen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ut_escritorio.dominio.oficina.catalogo import Catalogo, Unidad
from ut_escritorio.dominio.oficina.firmantes import Ocupante, ocupante
from ut_escritorio.dominio.palabras.llano import lleva
from ut_escritorio.interfaz.catalogos.lectura import dicho_de
from ut_escritorio.interfaz.comunes.aspecto.lista_que_cede import ListaQueCede
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, agrandar, boton, sin_marcado
from ut_escritorio.interfaz.comunes.campos.de_renglon import campo_de_fecha
from ut_escritorio.interfaz.comunes.entrada.campo_limpio import CampoLimpio
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.oficina import catalogos as servicio

_CLAVE = Qt.ItemDataRole.UserRole
_ARTICULOS = (("(sin artículo)", ""), ("el", "el"), ("la", "la"), ("los", "los"), ("las", "las"))


class Unidades(QWidget):
    """La lista a la izquierda; la elegida, o una nueva, a la derecha."""

    def __init__(self, sesion: Sesion) -> None:
        super().__init__()
        self._sesion, self._unidad = sesion, Unidad("", "")
        self._quien: Ocupante | None = None
        self.busca, self.lista = _campo("Buscar una unidad"), QListWidget()
        self.busca.setPlaceholderText("Buscar…")
        self.lista.setAccessibleName("Unidades y órganos")
        self.lista.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nombre, self.siglas = _campo("Nombre"), _campo("Siglas")
        self.articulo = ListaQueCede("Artículo", 6)
        for dicho, articulo in _ARTICULOS:
            self.articulo.addItem(dicho, articulo)
        self.organo = agrandar(QCheckBox("Es un órgano de &fuera"))
        self.termina = agrandar(QCheckBox("&Ya no existe desde el"))
        self.dia = campo_de_fecha("Ya no existe desde el", sesion.reloj.hoy, sesion.reloj.hoy())
        self.titular, self.cargo = _campo("Su titular"), _campo("Cargo de su titular")
        self.desde = campo_de_fecha("Titular a partir de", sesion.reloj.hoy, sesion.reloj.hoy())
        self.nueva = boton("&Nueva", lambda: self._mostrar(Unidad("", "")), "agregar")
        self.guardar = boton("&Guardar", self._guardar, "guardar")
        self._armar()
        self.termina.toggled.connect(self.dia.setEnabled)
        self.busca.textChanged.connect(self._buscar)
        self.lista.currentItemChanged.connect(self._al_elegir)

    def poner(self, catalogo: Catalogo) -> None:
        """Muestra lo que dice el archivo, sin dejar la que ella ve."""
        self._catalogo = catalogo
        actual = self._unidad.clave
        self.lista.blockSignals(True)
        self.lista.clear()
        for unidad in catalogo.por_nombre():
            renglon = QListWidgetItem(dicho_de(unidad))
            renglon.setData(_CLAVE, unidad.clave)
            renglon.setToolTip(sin_marcado(unidad.nombre))
            self.lista.addItem(renglon)
            if unidad.clave == actual:
                self.lista.setCurrentItem(renglon)
        self.lista.blockSignals(False)
        self._buscar(self.busca.text())
        guardada = catalogo.unidad(actual) or Unidad("", "")
        if (guardada, self._titular_de(guardada)) != (self._unidad, self._quien):
            self._mostrar(guardada)

    def _armar(self) -> None:
        acomodo = QHBoxLayout(self)
        izquierda = QVBoxLayout()
        for pieza in (self.busca, self.lista, self.nueva):
            izquierda.addWidget(pieza)
        acomodo.addLayout(izquierda, 1)
        derecha = QGridLayout()
        derecha.setColumnStretch(1, 1)
        derecha.setVerticalSpacing(8)
        filas = (
            ("Nombre", self.nombre),
            ("En la frase", self.articulo),
            ("Siglas", self.siglas),
            ("", self.organo),
            ("", self._hilera(self.termina, self.dia)),
            ("Titular", self.titular),
            ("Cargo", self.cargo),
            ("A partir del", self._hilera(self.desde)),
        )
        for fila, (rotulo, pieza) in enumerate(filas):
            letrero = Letrero(rotulo)
            letrero.setWordWrap(False)
            derecha.addWidget(letrero, fila, 0)
            derecha.addWidget(pieza, fila, 1)
        derecha.addWidget(self.guardar, len(filas), 1, Qt.AlignmentFlag.AlignRight)
        derecha.setRowStretch(len(filas) + 1, 1)
        acomodo.addLayout(derecha, 1)

    def _hilera(self, *piezas: QWidget) -> QWidget:
        hilera = QWidget()
        acomodo = QHBoxLayout(hilera)
        acomodo.setContentsMargins(0, 0, 0, 0)
        for pieza in piezas:
            acomodo.addWidget(pieza)
        acomodo.addStretch()
        return hilera

    def _buscar(self, palabras: str) -> None:
        for fila in range(self.lista.count()):
            renglon = self.lista.item(fila)
            renglon.setHidden(not lleva(renglon.text(), palabras))

    def _al_elegir(self, renglon: QListWidgetItem | None) -> None:
        unidad = self._catalogo.unidad(renglon.data(_CLAVE)) if renglon is not None else None
        if unidad is not None:
            self._mostrar(unidad)

    def _mostrar(self, unidad: Unidad) -> None:
        self._unidad = unidad
        if not unidad.clave:
            self.lista.setCurrentRow(-1)
        for campo, texto in ((self.nombre, unidad.nombre), (self.siglas, unidad.siglas)):
            campo.setText(texto)
            campo.setCursorPosition(0)
        self.articulo.setCurrentIndex(self.articulo.findData(unidad.articulo))
        self.organo.setChecked(unidad.clase == "organo")
        self.termina.setChecked(unidad.hasta is not None)
        self.dia.setEnabled(unidad.hasta is not None)
        self.dia.poner(unidad.hasta + timedelta(days=1) if unidad.hasta else None)
        self._quien = self._titular_de(unidad)
        self.titular.setText(self._quien.nombre if self._quien else "")
        self.cargo.setText(self._quien.cargo if self._quien else "")
        self.desde.poner(self._sesion.reloj.hoy())

    def _titular_de(self, unidad: Unidad) -> Ocupante | None:
        hoy = self._sesion.reloj.hoy()
        return ocupante(self._catalogo, unidad.clave, hoy) if unidad.clave else None

    def _dicha(self) -> Unidad:
        dia: date | None = self.dia.fecha() if self.termina.isChecked() else None
        return replace(
            self._unidad,
            nombre=self.nombre.text().strip(),
            articulo=self.articulo.currentData(),
            siglas=self.siglas.text().strip(),
            clase="organo" if self.organo.isChecked() else "unidad",
            hasta=dia - timedelta(days=1) if dia else None,
        )

    def sin_guardar(self) -> bool:
        """Si lo que se ve no es lo guardado."""
        titular = Ocupante(self.titular.text().strip(), self.cargo.text().strip())
        return self._dicha() != self._unidad or titular != (self._quien or Ocupante("", ""))

    def _guardar(self) -> None:
        """Guarda la unidad y, si cambió, su titular desde su día; las dos cosas se deshacen juntas."""
        dicho = Ocupante(self.titular.text().strip(), self.cargo.text().strip())
        nuevo = (dicho.nombre, dicho.cargo, self.desde.fecha()) if dicho != self._quien else None
        self._sesion.hacer(servicio.guardar_unidad, self._dicha(), nuevo)


def _campo(nombre: str) -> CampoLimpio:
    campo = CampoLimpio()
    campo.setAccessibleName(nombre)
    return campo
