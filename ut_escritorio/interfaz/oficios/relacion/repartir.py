"""Repartir un escaneo de muchos acuses: cada hoja se ve, y se dice de qué oficio es antes de guardarla."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QVBoxLayout, QWidget

from ut_escritorio.dominio.oficios.dichos import asunto_dicho
from ut_escritorio.dominio.oficios.libro import EnElLibro
from ut_escritorio.dominio.oficios.reparto import (
    Parte,
    repartibles,
    repartir,
    repetidos,
    sin_acuse_todavia,
)
from ut_escritorio.dominio.palabras.redaccion import lista
from ut_escritorio.dominio.trimestre.evidencias import Preparada
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, boton, que_quepa, sin_volteos
from ut_escritorio.interfaz.comunes.aspecto.que_se_parte import HileraQueSeParte
from ut_escritorio.interfaz.comunes.campos.de_renglon import CampoDeLista, CampoDeNumero
from ut_escritorio.interfaz.comunes.campos.fechas import CampoDeFecha
from ut_escritorio.interfaz.comunes.dialogos import imprevistos
from ut_escritorio.interfaz.comunes.dialogos.avance import Avance
from ut_escritorio.interfaz.comunes.dialogos.sin_perderlo import SinPerderlo
from ut_escritorio.interfaz.comunes.papel.sobre_papel import sobre_papel
from ut_escritorio.interfaz.comunes.sesion.al_pedirlo import pintar_hoja
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.comunes.sesion.tareas import Tarea
from ut_escritorio.servicios.oficios.libro import Libro, en_el_anio
from ut_escritorio.servicios.oficios.repartir import (
    Escaneo,
    guardar_acuses,
    huellas_de,
    leer_escaneo,
    partir,
    ya_guardadas,
)

_DE_NINGUNO = ""
_A_LA_VISTA = 4


class Hoja(QLabel):
    """Una hoja, tan grande como quepa."""

    def __init__(self) -> None:
        super().__init__()
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMinimumSize(QSize(180, 220))
        self._entera = QPixmap()

    def poner(self, hoja: QPixmap, dicho: str) -> None:
        """Enseña esa."""
        self._entera = hoja
        self.setAccessibleName(dicho)
        self._caber()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._caber()

    def _caber(self) -> None:
        if not self._entera.isNull():
            como = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            self.setPixmap(self._entera.scaled(self.size(), *como))


class RepartirAcuses(SinPerderlo):
    """Propone el oficio que sigue; cambiar el de una hoja recorre las de abajo.

    `dijo` sale, ya guardados, con cuántos son.
    """

    dijo = Signal(str)

    def __init__(self, padre: QWidget, sesion: Sesion, libro: Libro, ruta: Path) -> None:
        super().__init__(padre)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"Repartir acuses · {ruta.name}")
        self._sesion, self._libro = sesion, libro
        self.oficios = repartibles(libro.filas)
        self._puestos: dict[int, str] = {}
        self._cuantas, self._buscadas = 1, 0
        self._ya: dict[tuple[int, ...], str] = {}
        self._escaneo: Escaneo | None = None
        self.partes: tuple[Parte, ...] = ()
        rotulos = [(fila.oficio.uid, que_quepa(_cual(fila))) for fila in self.oficios]
        self.desde = CampoDeLista("Desde", rotulos)
        self.de_cuantas = CampoDeNumero("Hojas por oficio")
        self.dia = CampoDeFecha("Acuse del", sesion.reloj.hoy, sesion.reloj.hoy())
        self.lista = QListWidget()
        self.lista.setAccessibleName("De quién es cada hoja")
        self.lista.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hoja = Hoja()
        self.de = CampoDeLista("Es de", [(_DE_NINGUNO, "(de ninguno)"), *rotulos])
        self.estado = Letrero(tinta="letra_tenue")
        self.guardar = boton("Guardar", self._partir, "guardar")
        self.cerrar = boton("Cerrar", self.reject, "cancelar", "Esc")
        self._avance = Avance()
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
        self.de_cuantas.cambio.connect(self._de_a)
        self.lista.currentRowChanged.connect(self._ver)
        self.de.cambio.connect(self._es_de)

    def _primero(self) -> str | None:
        """El primero sin acuse de la serie del libro o, si de ella ya no falta, de cualquiera."""
        faltan = [fila.oficio for fila in self.oficios if fila.sin_acuse]
        serie = self._libro.serie.antes if self._libro.serie else ""
        de_la_serie = [oficio for oficio in faltan if oficio.folio.startswith(serie)]
        return next((oficio.uid for oficio in (*de_la_serie, *faltan)), None)

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
        self._avance.hide()
        if self._escaneo is not None and self._buscadas != self._cuantas:
            self._buscar_las_guardadas(self._escaneo, self._cuantas)

    def _buscar_las_guardadas(self, escaneo: Escaneo, cuantas: int) -> None:
        """Las que, juntas así, ya son acuse de alguno; luego las reparte."""
        self._buscadas = cuantas
        buscar = Tarea(lambda avance, cancelado: huellas_de(escaneo, cuantas))
        self._empezar("Viendo cuáles ya se guardaron…", buscar, self._reconocer)

    def _reconocer(self, huellas: Mapping[str, tuple[int, ...]]) -> None:
        self._ya = self._sesion.consultar(lambda exp, _: ya_guardadas(exp, huellas)) or {}
        recien = not self.partes
        self._repartir()
        if recien:
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
        self._puestos.clear()
        if self.tarea is None:
            self._acabar()

    def _desde_otro(self) -> None:
        self._puestos.clear()
        self._repartir()

    def _repartir(self) -> None:
        if self._escaneo is None:
            return
        self.partes = repartir(
            self._escaneo.hojas, self._cuantas, self._escaneo.en_blanco, self.oficios,
            self.desde.currentData() or "", self._puestos, self._ya,
        )  # fmt: skip
        fila = self.lista.currentRow()
        self.lista.clear()
        self.lista.addItems([sin_volteos(_dicha(parte)) for parte in self.partes])
        self.lista.setCurrentRow(max(0, min(fila, len(self.partes) - 1)))
        self._decir()

    def _decir(self) -> None:
        assert self._escaneo is not None
        van = sum(parte.de is not None for parte in self.partes)
        self.guardar.setText("Guardar un acuse" if van == 1 else f"Guardar {van} acuses")
        dobles = repetidos(self.partes)
        self._ofrecer(bool(van) and not dobles)
        if dobles:
            self.estado.decir(f"{lista(dobles)} está en dos lados. Cambie el de una de sus hojas.", "error")
            return
        dichos = (
            _de_antes(self.partes),
            _en_blanco(self._escaneo.en_blanco),
            _faltan(sin_acuse_todavia(self.oficios, self.partes)),
        )
        self.estado.decir(" ".join(filter(None, dichos)), "letra_tenue")

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
        if escaneo is None or self.tarea is not None:
            return
        self._ofrecer(False)
        separar = Tarea(lambda avance, cancelado: partir(escaneo, partes))
        self._empezar("Separando los acuses…", separar, self._guardar)

    def _guardar(self, acuses: Sequence[tuple[str, Preparada]]) -> None:
        anio, dia = self._libro.ejercicio, self.dia.fecha() or self._sesion.reloj.hoy()
        hecho = self._sesion.logra(lambda exp, t: guardar_acuses(exp, en_el_anio(exp, t, anio), acuses, dia))
        if hecho:
            self._puestos.clear()
            self.recordar_lo_dicho()
            guardados = "Se guardó un acuse." if len(acuses) == 1 else f"Se guardaron {len(acuses)} acuses."
            self.dijo.emit(guardados)
            self.accept()
        else:
            self._ofrecer(True)

    def done(self, arg__1: int) -> None:
        """Lo que aún se estaba leyendo ya no se espera."""
        if (tarea := self.tarea) is not None:
            self.tarea = None
            tarea.acabo.disconnect(self._acabar)
            tarea.cancelar()
        super().done(arg__1)


def _cual(fila: EnElLibro) -> str:
    """«UT/0661/2031 · Fomento Turístico»."""
    return f"{fila.oficio.folio} · {fila.con or asunto_dicho(fila)}"


def _dicha(parte: Parte) -> str:
    """«Hoja 3 · UT/0661/2031 · Fomento Turístico»."""
    hojas = f"Hoja{'s' if len(parte.hojas) > 1 else ''} {_numeros(parte.hojas)}"
    if parte.de is None:
        return (
            f"{hojas} · ya es acuse de {parte.ya}: no se guarda otra vez"
            if parte.ya
            else (f"{hojas} · de ninguno: no se guarda")
        )
    ya = "" if parte.de.sin_acuse else " (ya tenía acuse)"
    ya = f" (ya es acuse de {parte.ya})" if parte.ya else ya
    return f"{hojas} · {_cual(parte.de)}{ya}"


def _de_antes(partes: Sequence[Parte]) -> str:
    """Las que se guardaron la otra vez que se repartió lo mismo, y cómo guardarlas de todos modos."""
    folios = [parte.ya for parte in partes if parte.ya and parte.de is None]
    if not folios:
        return ""
    if len(folios) == 1:
        return f"Una parte ya es acuse de {folios[0]}. Si también es de otro, diga de cuál en «Es de»."
    de_quienes = f"Ya son acuses de {folios[0]} a {folios[-1]}: {len(folios)} partes de este mismo escaneo."
    return f"{de_quienes} Si alguna también es de otro, diga de cuál en «Es de»."


def _en_blanco(hojas: Collection[int]) -> str:
    if not hojas:
        return ""
    varias = len(hojas) > 1
    return f"No se guarda{'n' * varias} por estar en blanco: hoja{'s' * varias} {_numeros(sorted(hojas))}."


def _faltan(folios: Sequence[str]) -> str:
    if not folios:
        return ""
    otros = len(folios) - _A_LA_VISTA
    unos = lista([*folios[:_A_LA_VISTA], *([f"{otros} más"] if otros > 0 else [])])
    return f"Sin acuse queda{'n' if len(folios) > 1 else ''} {len(folios)}: {unos}."


def _numeros(hojas: Sequence[int]) -> str:
    return lista([str(hoja) for hoja in hojas])
