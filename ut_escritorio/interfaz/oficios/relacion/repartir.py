"""Repartir un escaneo de muchos acuses: cada hoja se ve, y se dice de qué oficio es antes de guardarla."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QVBoxLayout, QWidget

from ut_escritorio.dominio.oficios.libro import EnElLibro
from ut_escritorio.dominio.oficios.reparto import (
    Parte,
    repartibles,
    repartir,
    repetidos,
    saltados,
    sin_acuse_todavia,
)
from ut_escritorio.dominio.palabras.redaccion import lista
from ut_escritorio.dominio.trimestre.evidencias import Preparada
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, boton, que_quepa, sin_volteos
from ut_escritorio.interfaz.comunes.aspecto.que_se_parte import HileraQueSeParte
from ut_escritorio.interfaz.comunes.campos.de_renglon import CampoDeLista, CampoDeNumero, CampoDeSi
from ut_escritorio.interfaz.comunes.campos.fechas import CampoDeFecha
from ut_escritorio.interfaz.comunes.dialogos import imprevistos
from ut_escritorio.interfaz.comunes.dialogos.avance import Avance
from ut_escritorio.interfaz.comunes.dialogos.sin_perderlo import SinPerderlo
from ut_escritorio.interfaz.comunes.papel.sobre_papel import sobre_papel
from ut_escritorio.interfaz.comunes.sesion.al_pedirlo import pintar_hoja
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.comunes.sesion.tareas import Tarea
from ut_escritorio.interfaz.evidencias.de_a_poco import DeAPoco, adelantos
from ut_escritorio.interfaz.oficios.relacion import dichos_de_acuses as dichos
from ut_escritorio.interfaz.oficios.relacion.una_hoja import UnaHoja
from ut_escritorio.servicios.oficios.libro import Libro, en_el_anio
from ut_escritorio.servicios.oficios.repartir import (
    Escaneo,
    guardar_acuses,
    huellas_de,
    leer_escaneo,
    maneras_de_juntar,
    partir,
    trozos_de_acuses,
    ya_guardadas,
)

_DE_NINGUNO = ""


class RepartirAcuses(SinPerderlo):
    """Propone el oficio que sigue, desde el primero de los `elegidos` en la lista y, si son varios, entre
    ellos; cambiar el de una hoja recorre las de abajo.

    `dijo` sale, ya guardados, con cuántos son.
    """

    dijo = Signal(str)

    def __init__(
        self, padre: QWidget, sesion: Sesion, libro: Libro, ruta: Path, elegidos: Sequence[str] = ()
    ) -> None:
        super().__init__(padre)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"Repartir acuses · {ruta.name}")
        self._sesion, self._libro = sesion, libro
        self.oficios = repartibles(libro.filas)
        suyos = [fila for fila in self.oficios if fila.oficio.uid in elegidos]
        # Si todos los elegidos tienen ya su acuse, como recién puesto, lo escaneado es de otros.
        les_falta = any(fila.sin_acuse for fila in suyos)
        self._elegidos = tuple(fila.oficio.uid for fila in suyos) if les_falta else ()
        self._puestos: dict[int, str] = {}
        self._cuantas = 1
        self._ya: dict[int, str] = {}
        self._maneras = sesion.consultar(lambda exp, _: maneras_de_juntar(exp)) or frozenset[int]()
        self._escaneo: Escaneo | None = None
        self.partes: tuple[Parte, ...] = ()
        rotulos = [(fila.oficio.uid, que_quepa(dichos.cual(fila))) for fila in self.oficios]
        self.desde = CampoDeLista("Desde", rotulos)
        self.de_cuantas = CampoDeNumero("Hojas por oficio")
        self.solo_elegidos = CampoDeSi(f"Solo entre los {len(self._elegidos)} elegidos")
        self.solo_elegidos.setVisible(len(self._elegidos) > 1)
        self.solo_elegidos.poner(len(self._elegidos) > 1)
        self.dia = CampoDeFecha("Acuse del", sesion.reloj.hoy, sesion.reloj.hoy())
        self.lista = QListWidget()
        self.lista.setAccessibleName("De quién es cada hoja")
        self.lista.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hoja = UnaHoja()
        self.de = CampoDeLista("Es de", [(_DE_NINGUNO, "(de ninguno)"), *rotulos])
        self.estado = Letrero(tinta="letra_tenue")
        self.guardar = boton("Guardar", self._partir, "guardar")
        self.cerrar = boton("Cerrar", self.reject, "cancelar", "Esc")
        self._avance, self._de_a_poco = Avance(), DeAPoco(sesion, self)
        self._de_a_poco.avanzo.connect(self._avance.poner)
        self._armar()
        self.desde.poner(self._primero())
        self.de_cuantas.poner(1)
        self.dia.poner(sesion.reloj.hoy())
        self._conectar()
        self._ofrecer(False)
        self.tarea: Tarea | None = None
        leer = Tarea(lambda avance, cancelado: leer_escaneo(ruta, pintar_hoja, avance, cancelado))
        self._empezar("Leyendo las hojas…", leer, self._leido)

    def _armar(self) -> None:
        arriba = HileraQueSeParte()
        campos = (("&Desde", self.desde), ("&Hojas por oficio", self.de_cuantas), ("&Acuse del", self.dia))
        for rotulo, campo in campos:
            letrero = QLabel(rotulo)
            letrero.setBuddy(campo)
            arriba.agregar_juntas(letrero, campo, crece=int(campo is self.desde))
        arriba.agregar(self.solo_elegidos)
        derecha = QVBoxLayout()
        de_quien = QHBoxLayout()
        letrero = QLabel("&Es de")
        letrero.setBuddy(self.de)
        de_quien.addWidget(letrero)
        de_quien.addWidget(self.de, 1)
        derecha.addLayout(de_quien)
        derecha.addWidget(self.hoja, 1)
        en_medio = QHBoxLayout()
        en_medio.addWidget(self.lista, 1)
        en_medio.addLayout(derecha, 1)
        abajo = QHBoxLayout()
        abajo.addWidget(self._avance)
        abajo.addStretch()
        abajo.addWidget(self.guardar)
        abajo.addWidget(self.cerrar)
        acomodo = QVBoxLayout(self)
        acomodo.addLayout(arriba)
        acomodo.addLayout(en_medio, 1)
        acomodo.addWidget(self.estado)
        acomodo.addLayout(abajo)
        self.medir(150, 38)

    def _conectar(self) -> None:
        self.desde.cambio.connect(lambda _: self._desde_otro())
        self.solo_elegidos.cambio.connect(lambda _: self._desde_otro())
        self.de_cuantas.cambio.connect(self._de_a)
        self.lista.currentRowChanged.connect(self._ver)
        self.de.cambio.connect(self._es_de)

    def _primero(self) -> str | None:
        """El primero de los elegidos o, sin ninguno, el primero sin acuse, antes que nada de su serie."""
        faltan = [fila.oficio for fila in self.oficios if fila.sin_acuse]
        serie = self._libro.serie.antes if self._libro.serie else ""
        de_la_serie = [oficio.uid for oficio in faltan if oficio.folio.startswith(serie)]
        todos = (*self._elegidos, *de_la_serie, *(oficio.uid for oficio in faltan))
        return next(iter(todos), None)

    def _entre_cuales(self) -> tuple[EnElLibro, ...]:
        """De los que se proponen: los elegidos o, desde uno, todos."""
        if not self.solo_elegidos.isChecked():
            return self.oficios
        # El que ella puso en una hoja vale aunque no esté entre ellos.
        suyos = {*self._elegidos, *self._puestos.values()}
        return tuple(fila for fila in self.oficios if fila.oficio.uid in suyos)

    def lo_dicho(self) -> object:
        """De quién dijo que es cada hoja."""
        return dict(self._puestos)

    # --- leer y repartir ----------------------------------------------------------------------------

    def _empezar(self, que: str, tarea: Tarea, al_acabar: Callable[[Any], None]) -> None:
        self.tarea = tarea
        self._avance.empezar(que)
        tarea.avanzo.connect(self._avance.poner)
        tarea.hecha.connect(al_acabar)
        tarea.fallida.connect(self._fallar)
        tarea.acabo.connect(self._acabar)
        tarea.empezar()

    def _acabar(self) -> None:
        self.tarea = None
        self._avance.setVisible(self._de_a_poco.andando)
        if self._escaneo is not None and not self.partes:
            self._reconocer_o_buscar(self._escaneo)

    def _reconocer_o_buscar(self, escaneo: Escaneo) -> None:
        """Las que, juntas de alguna manera, ya son acuse de alguno; luego las reparte."""
        maneras, self._maneras = self._maneras, frozenset()
        if not maneras:
            self._empezar_a_ver()
            return
        buscar = Tarea(lambda avance, cancelado: huellas_de(escaneo, maneras))
        self._empezar("Viendo cuáles ya se guardaron…", buscar, self._reconocer)

    def _reconocer(self, huellas: Mapping[str, tuple[int, ...]]) -> None:
        self._ya = self._sesion.consultar(lambda exp, _: ya_guardadas(exp, huellas)) or {}

    def _empezar_a_ver(self) -> None:
        self._repartir()
        self.lista.setCurrentRow(0)
        self.lista.setFocus()

    def _fallar(self, error: Exception) -> None:
        if isinstance(error, ErrorEsperado):
            self.estado.decir(str(error), "error")
        else:
            imprevistos.decir_error(self, "No se pudo repartir.", error)

    def _leido(self, escaneo: Escaneo) -> None:
        self._escaneo = escaneo  # se reparte cuando se sabe cuáles ya se guardaron

    def _de_a(self, cuantas: int | None) -> None:
        self._cuantas = max(1, cuantas or 1)
        self._desde_otro()

    def _desde_otro(self) -> None:
        self._puestos.clear()
        self._repartir()

    def _repartir(self) -> None:
        if self._escaneo is None or self.tarea is not None:
            return
        self.partes = repartir(
            self._escaneo.hojas, self._cuantas, self._escaneo.en_blanco, self._entre_cuales(),
            self._desde_cual(), self._puestos, self._ya,
        )  # fmt: skip
        fila = self.lista.currentRow()
        self.lista.clear()
        self.lista.addItems([sin_volteos(dichos.dicha(parte)) for parte in self.partes])
        self.lista.setCurrentRow(max(0, min(fila, len(self.partes) - 1)))
        self._decir()

    def _desde_cual(self) -> str:
        return self.desde.currentData() or ""

    def _decir(self) -> None:
        assert self._escaneo is not None
        van = sum(parte.de is not None for parte in self.partes)
        self.guardar.setText(dichos.que_guarda(van))
        dobles = repetidos(self.partes)
        self._ofrecer(bool(van) and not dobles)
        if dobles:
            self.estado.decir(f"{lista(dobles)} está en dos lados. Cambie el de una de sus hojas.", "error")
            return
        entre = self._entre_cuales()
        frases = (
            dichos.de_antes(self.partes),
            dichos.se_saltaron(saltados(entre, self._desde_cual(), self.partes)),
            dichos.en_blanco(self._escaneo.en_blanco),
            dichos.faltan(sin_acuse_todavia(entre, self.partes)),
        )
        self.estado.decir(" ".join(filter(None, frases)), "letra_tenue")

    def _ofrecer(self, si: bool) -> None:
        self.guardar.setEnabled(si and not self._sesion.solo_leer)

    # --- una hoja -----------------------------------------------------------------------------------

    def _ver(self, cual: int) -> None:
        if self._escaneo is None or not 0 <= cual < len(self.partes):
            return
        parte = self.partes[cual]
        self.de.poner(parte.de.oficio.uid if parte.de else _DE_NINGUNO)
        pintada = pintar_hoja(self._escaneo.octetos, parte.hojas[0])
        imagen = QImage(pintada.octetos, pintada.ancho, pintada.alto, QImage.Format.Format_RGBA8888)
        self.hoja.poner(sobre_papel(imagen, 1), f"Hoja {parte.hojas[0]}")

    def _es_de(self, uid: str) -> None:
        cual = self.lista.currentRow()
        if cual >= 0:
            self._puestos = {n: suyo for n, suyo in self._puestos.items() if n < cual} | {cual: uid}
            self._repartir()

    # --- guardar ------------------------------------------------------------------------------------

    def _partir(self) -> None:
        escaneo, partes = self._escaneo, self.partes
        if escaneo is None or self.tarea is not None or self._de_a_poco.andando:
            return
        falta, dia = self.dia.lo_que_falta("Escriba qué día los recibieron."), self.dia.fecha()
        if dia is None or falta:
            self.estado.decir(falta, "error")
            self.dia.setFocus()
            return
        self._decir()
        self._ofrecer(False)
        separar = Tarea(lambda avance, cancelado: partir(escaneo, partes))
        self._empezar("Separando los acuses…", separar, lambda acuses: self._guardar(acuses, dia))

    def _guardar(self, acuses: Sequence[tuple[str, Preparada]], dia: date) -> None:
        """Si juntos son grandes van antes de a poco; al último, todos en una acción."""
        sesion, anio = self._sesion, self._libro.ejercicio

        def guardar() -> bool:
            return sesion.logra(lambda exp, t: guardar_acuses(exp, en_el_anio(exp, t, anio), acuses, dia))

        pasos = [*adelantos(sesion, trozos_de_acuses(acuses)), guardar]
        self._avance.empezar("Guardando los acuses…")
        suyos = {acuse.contenido for _, acuse in acuses}
        self._de_a_poco.empezar(pasos, lambda logrados: self._al_guardar(logrados, acuses), suyos)

    def _al_guardar(self, hecho: bool, acuses: Sequence[tuple[str, Preparada]]) -> None:
        self._avance.hide()
        if hecho:
            self._puestos.clear()
            self.recordar_lo_dicho()
            self.dijo.emit(dichos.guardados(len(acuses)))
            self.accept()
        else:
            self._ofrecer(True)

    def done(self, arg__1: int) -> None:
        """Lo que aún se estaba leyendo o guardando ya no se espera."""
        self._de_a_poco.cancelar()
        if (tarea := self.tarea) is not None:
            self.tarea = None
            tarea.acabo.disconnect(self._acabar)
            tarea.cancelar()
        super().done(arg__1)
