"""Unidades y órganos: cómo se llaman en una frase, quién es su titular y hasta cuándo existen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ut_escritorio.dominio.cartas import tanda
from ut_escritorio.dominio.oficina.catalogo import Catalogo, Unidad
from ut_escritorio.dominio.oficina.firmantes import Ocupante, cargo_conocido, ocupante
from ut_escritorio.dominio.palabras.llano import lleva
from ut_escritorio.dominio.palabras.redaccion import con_inicial
from ut_escritorio.errores import ValorInvalido
from ut_escritorio.interfaz.catalogos.lectura import desde_cuando, dicho_de, historia_de
from ut_escritorio.interfaz.comunes.aspecto.lista_que_cede import ListaQueCede
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, agrandar, boton, sin_marcado
from ut_escritorio.interfaz.comunes.campos.de_renglon import campo_de_fecha
from ut_escritorio.interfaz.comunes.dialogos import avisos
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
        self._quien = Ocupante("", "")
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
        self.despues = Letrero(tinta="letra_tenue")
        self.nueva = boton("&Nueva", lambda: self._pasar_a(Unidad("", "")), "agregar")
        self.pegar = boton("&Pegar de Excel…", self._pegar, "traer")
        self.pegar.setToolTip("Copie en Excel las columnas de área, titular y cargo.")
        self.guardar = boton("&Guardar", self._guardar, "guardar")
        self._armar()
        self.termina.toggled.connect(self.dia.setEnabled)
        self.busca.textChanged.connect(self._buscar)
        self.lista.currentItemChanged.connect(self._al_elegir)

    def poner(self, catalogo: Catalogo) -> None:
        """Muestra lo que dice el archivo, sin dejar la que ella ve ni lo que escribe."""
        self._catalogo, escribe = catalogo, self.sin_guardar()
        actual = self._unidad.clave
        with QSignalBlocker(self.lista):
            self.lista.clear()
            for unidad in catalogo.por_nombre():
                renglon = QListWidgetItem(dicho_de(unidad))
                renglon.setData(_CLAVE, unidad.clave)
                renglon.setToolTip(sin_marcado(unidad.nombre))
                self.lista.addItem(renglon)
        self._buscar(self.busca.text())
        guardada = catalogo.unidad(actual) or Unidad("", "")
        if escribe and guardada.clave == actual:
            self._unidad, self._quien = guardada, self._titular_de(guardada)
            self._elegir_en_la_lista(actual)
        else:
            self._mostrar(guardada)

    def _armar(self) -> None:
        acomodo = QHBoxLayout(self)
        izquierda = QVBoxLayout()
        for pieza in (self.busca, self.lista):
            izquierda.addWidget(pieza)
        gestos = QHBoxLayout()
        for pieza in (self.nueva, self.pegar):
            gestos.addWidget(pieza)
        gestos.addStretch()
        izquierda.addLayout(gestos)
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
            ("", self.despues),
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
            # Al terminar el clic o la tecla: antes, la lista volvería a elegir la que se pidió.
            QTimer.singleShot(0, self, lambda: self._pasar_a(unidad))

    def _pasar_a(self, unidad: Unidad) -> None:
        """Pasa a esa unidad; con algo escrito de la que se veía, antes pregunta."""
        if unidad.clave and unidad.clave == self._unidad.clave:
            return
        if not self.sin_guardar():
            self._mostrar(unidad)
            return
        self._elegir_en_la_lista(self._unidad.clave)
        avisos.preguntar_si_se_pierde(self.window(), lambda: self._mostrar(unidad), "pasar")

    def _elegir_en_la_lista(self, clave: str) -> None:
        """Deja elegida en la lista la de esa clave; vacía, ninguna."""
        claves = [self.lista.item(fila).data(_CLAVE) for fila in range(self.lista.count())]
        with QSignalBlocker(self.lista):
            self.lista.setCurrentRow(claves.index(clave) if clave in claves else -1)

    def _mostrar(self, unidad: Unidad) -> None:
        self._unidad = unidad
        self._elegir_en_la_lista(unidad.clave)
        for campo, texto in ((self.nombre, unidad.nombre), (self.siglas, unidad.siglas)):
            campo.setText(texto)
            campo.setCursorPosition(0)
        self.articulo.setCurrentIndex(self.articulo.findData(unidad.articulo))
        self.organo.setChecked(unidad.clase == "organo")
        self.termina.setChecked(unidad.hasta is not None)
        self.dia.setEnabled(unidad.hasta is not None)
        self.dia.poner(unidad.hasta + timedelta(days=1) if unidad.hasta else None)
        self._quien = self._titular_de(unidad)
        self.titular.setText(self._quien.nombre)
        self.cargo.setText(self._quien.cargo)
        self.desde.poner(self._sesion.reloj.hoy())
        self.despues.decir("\n".join(historia_de(self._catalogo, unidad.clave, self._sesion.reloj.hoy())))

    def _titular_de(self, unidad: Unidad) -> Ocupante:
        """Quien lo es hoy; si nadie, sin nombre y con el cargo que se le conoce."""
        quien = ocupante(self._catalogo, unidad.clave, self._sesion.reloj.hoy())
        return quien or Ocupante("", cargo_conocido(self._catalogo, unidad.clave))

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
        return self._dicha() != self._unidad or self._titular_dicho() != self._quien

    def _titular_dicho(self) -> Ocupante:
        return Ocupante(self.titular.text().strip(), self.cargo.text().strip())

    def _pegar(self) -> None:
        """Enseña lo que lo copiado en Excel pondría, y lo pone si ella dice."""
        hoy = self._sesion.reloj.hoy()
        try:
            leidas = tanda.leer_areas(QGuiApplication.clipboard().text())
        except ValorInvalido as reparo:
            por_que = con_inicial(str(reparo).removeprefix("No se pegó nada: "))
            avisos.advertir(self.window(), "No se pegó nada.", por_que)
            return
        areas = [tanda.completada(self._catalogo, area, hoy) for area in leidas]
        avisos.escoger(
            self.window(),
            f"Son {len(areas)} áreas." if len(areas) > 1 else "Es un área.",
            (("Ponerlas", lambda: self._sesion.hacer(servicio.poner_areas, areas, hoy)),),
            "\n".join(tanda.a_cuales_les_pasa(self._catalogo, areas, hoy)),
            ("Dejarlo como está", lambda: None),
        )

    def _guardar(self) -> None:
        """Guarda la unidad y, si cambió, su titular desde su día; las dos cosas se deshacen juntas."""
        dicho = self._titular_dicho()
        hay_antes = any(n.puesto == self._unidad.clave for n in self._catalogo.nombramientos)
        dia = desde_cuando(self.desde.fecha(), self._sesion.reloj.hoy(), hay_antes=hay_antes)
        nuevo = (dicho.nombre, dicho.cargo, dia) if dicho != self._quien else None
        antes = {unidad.clave for unidad in self._catalogo.unidades}
        if self._sesion.logra(servicio.guardar_unidad, self._dicha(), nuevo):
            recien = next((u for u in self._catalogo.unidades if u.clave not in antes), self._unidad)
            self._mostrar(recien)


def _campo(nombre: str) -> CampoLimpio:
    campo = CampoLimpio()
    campo.setAccessibleName(nombre)
    return campo
