"""La hoja del avance: cada actividad contra su meta, lo que va del año y, donde se alejó, por qué."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHeaderView, QWidget

from ut_escritorio.dominio.numeros.avance import Avance, avances, avances_del_anio
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.palabras.redaccion import lista
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.porcentajes import con_signo, decir_porcentaje
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, agrandar, boton
from ut_escritorio.interfaz.comunes.aspecto.que_se_parte import HileraQueSeParte
from ut_escritorio.interfaz.comunes.dialogos.programado import pedir_programado
from ut_escritorio.interfaz.comunes.listas.tabla import SIN, Pedidos, TablaDeFilas
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.tablero.avance.alcance import PreguntaDelAlcance
from ut_escritorio.interfaz.tablero.avance.barra import ConBarra
from ut_escritorio.interfaz.tablero.avance.cual import DEL_ANIO, CualSeVe
from ut_escritorio.interfaz.tablero.avance.metas_y_entrega import MetasYEntrega
from ut_escritorio.interfaz.tablero.avance.modelo import ACTIVIDAD, POR_QUE, PORCENTAJE, ModeloDelAvance
from ut_escritorio.interfaz.tablero.avance.modificar import ModificarMeta
from ut_escritorio.interfaz.tablero.avance.por_que import PorQue
from ut_escritorio.interfaz.tablero.pagina_con_tabla import PaginaConTabla
from ut_escritorio.servicios.archivo.expediente import Cosas
from ut_escritorio.servicios.oficina.plan import confirmar_metas

_LETRAS = 14  # que se leen de la actividad y del porqué, por poco que quede
_ENTRAR: Pedidos = {(Qt.Key.Key_Return, SIN): "entrar", (Qt.Key.Key_Enter, SIN): "entrar"}


class PaginaDelAvance(PaginaConTabla):
    """Una fila por actividad; se llena con `refrescar`."""

    lee: ClassVar[Cosas] = frozenset({"alcanzado", "marcas", "firmados"})

    def __init__(self, sesion: Sesion) -> None:
        modelo = ModeloDelAvance()
        tabla = TablaDelAvance(modelo)
        super().__init__(sesion, tabla, (modelo.rotulos, modelo.textos), "Ir a la actividad")
        self.modelo, self.tabla = modelo, tabla
        self.resumen = Letrero()
        self._de_que, self._contesta = sesion.trimestre, False
        self.cual = CualSeVe(sesion.trimestre.numero)
        self.alcance = PreguntaDelAlcance(sesion)
        self.primero_lo_bajo = agrandar(QCheckBox("Primero lo que va bajo"))
        self.por_que = boton("Por qué…", self._abrir(PorQue), "parrafo")
        self.modificar = boton("Modificar la meta…", self._abrir(ModificarMeta), "a_mano")
        self.poner = boton("Poner la meta…", self._poner, "agregar")
        self.limites = boton("Metas y entrega…", lambda: MetasYEntrega(self.window(), sesion).open(), "dias")
        self.confirmar = boton("Confirmar las metas", self._confirmar, "listo")
        self._armar()
        self.primero_lo_bajo.toggled.connect(lambda _: self.refrescar(sesion.foto))
        self.cual.elegido.connect(lambda _: self.refrescar(sesion.foto))
        self.tabla.pide.connect(lambda _: self._entrar())
        self.tabla.doubleClicked.connect(lambda _: self._entrar())

    def recuerdo(self) -> object:
        """De cuál trimestre, en qué orden, en qué renglón y si el cursor está en la pregunta."""
        elegida, cursor = self._elegida(), self.focusWidget()
        contesta = cursor is not None and self.alcance.isAncestorOf(cursor)
        clave = elegida.actividad.clave if elegida else ""
        return self._de_que, self.cual.puesto, self.primero_lo_bajo.isChecked(), clave, contesta

    def recordar(self, recuerdo: object) -> None:
        """Vuelve al mismo renglón: lo que se contesta aquí cambia el plan y la página se hace otra vez."""
        match recuerdo:
            case (de_que, int(cual), bool(lo_bajo), str(clave), bool(contesta)) if de_que == self._de_que:
                self.cual.poner(cual)
                self.primero_lo_bajo.setChecked(lo_bajo)
                self.refrescar(self._sesion.foto)
                self._elegir(clave)
                self._contesta = contesta
            case _:
                pass

    def empieza_en(self) -> QWidget | None:
        """En el renglón elegido o, si ahí se estaba contestando, en la pregunta."""
        return self.alcance.marcada if self._contesta else self.tabla

    def refrescar(self, foto: FotoTrimestre) -> None:
        """Vuelve a decir cómo va cada una."""
        elegida, numero = self._elegida(), self.cual.puesto
        filas = avances_del_anio(foto) if numero == DEL_ANIO else self._del_trimestre(foto, numero)
        if filas is None:  # ya lo dice la barra de estado; se sigue viendo lo último
            return
        anio = foto.trimestre.ejercicio
        de_cual = f"de {anio}" if numero == DEL_ANIO else f"del {Trimestre(anio, numero)}"
        self.titulo.decir(f"Avance {de_cual}")
        self.resumen.decir(" ".join(filter(None, (self._dicho(filas, foto), self._por_que_no))))
        self.alcance.poner(foto.plan.programa.alcance)
        self.modelo.poner(filas, self.primero_lo_bajo.isChecked())
        self._elegir(elegida.actividad.clave if elegida else "")
        self.tabla.repartir()
        self.confirmar.setVisible(foto.plan.con_propuestas)
        self._al_elegir()

    def _del_trimestre(self, foto: FotoTrimestre, numero: int) -> tuple[Avance, ...] | None:
        if numero == foto.trimestre.numero:
            return avances(foto)
        otro = Trimestre(foto.trimestre.ejercicio, numero)
        suya = self._sesion.consultar(lambda exp, _: exp.foto(otro), decir=lambda _: None)
        return avances(suya) if suya is not None else None

    @property
    def _por_que_no(self) -> str:
        """Por qué aquí no se cambia nada; vacío si sí."""
        if self.cual.puesto == self._sesion.trimestre.numero:
            return self._sesion.cerrado
        return f"Aquí solo se lee: en la ventana está el {self._sesion.trimestre}."

    def _dicho(self, filas: tuple[Avance, ...], foto: FotoTrimestre) -> str:
        if self.cual.puesto == DEL_ANIO and not foto.plan.programa.alcance:
            return "Lo del año se sabe cuando se diga arriba qué es el % que se escribe."
        return _resumen(filas)

    def _armar(self) -> None:
        botones = HileraQueSeParte(entre=6)
        for pieza in (self.por_que, self.modificar, self.poner, self.confirmar, self.ir, self.limites):
            botones.agregar(pieza)
        botones.agregar(self.primero_lo_bajo)
        arriba = HileraQueSeParte(entre=18)
        arriba.agregar(self.cual)
        arriba.agregar(self.alcance)
        self.acomodo.addLayout(arriba)
        self.acomodo.addWidget(self.tabla, 1)
        self.acomodo.addWidget(self.resumen)
        self.acomodo.addLayout(botones)

    def _elegida(self) -> Avance | None:
        fila = self.tabla.currentIndex().row()
        return self.modelo.filas[fila] if 0 <= fila < len(self.modelo.filas) else None

    def _elegir(self, clave: str) -> None:
        claves = [avance.actividad.clave for avance in self.modelo.filas]
        if claves:
            fila = claves.index(clave) if clave in claves else 0
            self.tabla.setCurrentIndex(self.modelo.index(fila, max(0, self.tabla.currentIndex().column())))

    def _al_elegir(self) -> None:
        """Cada botón, solo si hace algo con la elegida."""
        avance, abierto = self._elegida(), not self._por_que_no
        self.ir.setEnabled(avance is not None)
        self.por_que.setEnabled(abierto and avance is not None and avance.alcanzado is not None)
        self.modificar.setEnabled(abierto and avance is not None)
        self.poner.setEnabled(abierto and avance is not None and avance.programado is None)
        self.confirmar.setEnabled(abierto)
        self.alcance.setEnabled(not self._sesion.cerrado)

    def _entrar(self) -> None:
        """Con Enter, lo que le falta a la elegida; si nada, a donde se escribe lo alcanzado."""
        avance = self._elegida()
        if avance is None:
            return
        if self.por_que.isEnabled() and (avance.se_salio or avance.justificacion):
            self.por_que.click()
        elif self.poner.isEnabled() and avance.meta is None and avance.propuesto is None:
            self.poner.click()
        else:
            self._ir()

    def _abrir(self, cual: Callable[[QWidget, Sesion, Avance], Any]) -> Callable[[], None]:
        def abrir() -> None:
            if avance := self._elegida():
                cual(self.window(), self._sesion, avance).open()

        return abrir

    def _poner(self) -> None:
        if avance := self._elegida():
            pedir_programado(self.window(), self._sesion, avance.actividad)

    def _confirmar(self) -> None:
        self._sesion.hacer(confirmar_metas)

    def _ir(self) -> None:
        if avance := self._elegida():
            clave, este = avance.actividad.clave, self._sesion.trimestre
            suyo = Trimestre(este.ejercicio, self.cual.puesto or este.numero)
            sitio = Sitio(clave, Origen("valor", clave), campo="alcanzado")
            self._sesion.pide_ir_a.emit(suyo, sitio)


class TablaDelAvance(TablaDeFilas):
    """Lo que se cuenta mide lo suyo; la actividad y el porqué se reparten lo que sobra."""

    def __init__(self, modelo: ModeloDelAvance) -> None:
        super().__init__("Avance de cada actividad", _ENTRAR)
        self.setModel(modelo)
        self.setItemDelegateForColumn(PORCENTAJE, ConBarra(self, modelo))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.cambio_de_ancho.connect(self.repartir)

    def repartir(self) -> None:
        """La actividad y el porqué, por mitades; nunca tan poco que no se lean."""
        encabezado = self.horizontalHeader()
        encabezado.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for columna in (ACTIVIDAD, POR_QUE):
            encabezado.setSectionResizeMode(columna, QHeaderView.ResizeMode.Interactive)
        otras = sum(encabezado.sectionSize(n) for n in range(ACTIVIDAD + 1, POR_QUE))
        cada = max(self.fontMetrics().averageCharWidth() * _LETRAS, (self.viewport().width() - otras) // 2)
        for columna in (ACTIVIDAD, POR_QUE):
            encabezado.resizeSection(columna, cada)


def _resumen(filas: tuple[Avance, ...]) -> str:
    """«2 fuera del 90 al 110 % de su meta; 3 sin meta y 1 con la del año por saberse.»"""
    if not filas:
        return ""
    minimo, maximo = filas[0].limites
    fuera = sum(avance.se_salio for avance in filas)
    sin_decir = sum(avance.falta_por_que for avance in filas)
    propuestas = sum(avance.estado == "sin meta" and avance.propuesto is not None for avance in filas)
    sin_meta = sum(avance.estado == "sin meta" for avance in filas) - propuestas
    frase = f"{fuera or 'Ninguna'} fuera del {decir_porcentaje(minimo)} al {con_signo(maximo)} de su meta"
    if sin_decir:
        frase += f", {sin_decir} sin decir por qué"
    por_saberse = sum(avance.por_saberse for avance in filas)
    por_confirmar = "con la suya propuesta, sin confirmar"
    faltas = (
        (sin_meta, "sin meta"), (propuestas, por_confirmar), (por_saberse, "con la del año por saberse"),
    )  # fmt: skip
    dichas = lista([f"{cuantas} {de_que}" for cuantas, de_que in faltas if cuantas])
    return f"{frase}; {dichas}." if dichas else f"{frase}."
