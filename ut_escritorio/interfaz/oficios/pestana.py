"""La pestaña Oficios: el libro por año y filtro, el oficio elegido y los números de la serie."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QByteArray, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.oficios.libro import EnElLibro, Pedido, Vista
from ut_escritorio.dominio.oficios.relacion import Lista
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.interfaz.comunes.aspecto.piezas import con_barra
from ut_escritorio.interfaz.comunes.sesion.piezas_vivas import Pestana
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.oficios.a_la_vista import ALaVista
from ut_escritorio.interfaz.oficios.adonde import Adonde
from ut_escritorio.interfaz.oficios.barra import Barra
from ut_escritorio.interfaz.oficios.cartas import Cartas
from ut_escritorio.interfaz.oficios.datos import Dato
from ut_escritorio.interfaz.oficios.guardar import Guardar
from ut_escritorio.interfaz.oficios.lista.filtros import Filtros
from ut_escritorio.interfaz.oficios.lista.vista import ListaDelLibro
from ut_escritorio.interfaz.oficios.lo_elegido import LoElegido
from ut_escritorio.interfaz.oficios.por_cual_va import decir_el_ultimo
from ut_escritorio.interfaz.oficios.que_faltan import QueFaltan
from ut_escritorio.interfaz.oficios.relacion.boton import BotonDeRelacion
from ut_escritorio.servicios.archivo.expediente import Cosas
from ut_escritorio.servicios.evidencias.adjuntar import cuantas_hay_en_oficios
from ut_escritorio.servicios.oficios import numeros
from ut_escritorio.servicios.oficios.espera import paciencia_de
from ut_escritorio.servicios.oficios.libro import leer_libro

_CTRL_F = QKeySequence("Ctrl+F")
_LISTAS: Mapping[Vista, Lista] = {"sin contestar": "sin contestar", "sin acuse": "por entregar"}
"""Lo que Ctrl+P imprime de una vista, si no se eligió ningún oficio."""


class PestanaOficios(Pestana):
    """Lo elegido sigue en el formulario aunque, al cambiarlo, salga de lo que se pidió ver."""

    lee: ClassVar[Cosas] = frozenset({"libro", "renglones", "oficios", "firmados", "ajustes", "evidencias"})

    def __init__(self, sesion: Sesion) -> None:
        super().__init__()
        self._sesion = sesion
        self._de_que = sesion, sesion.trimestre
        self._vista = ALaVista()
        self._que_faltan: QueFaltan | None = None
        anio = sesion.trimestre.ejercicio
        self.filtros = Filtros(sorted({t.ejercicio for t in sesion.trimestres} | {anio}, reverse=True), anio)
        self.relacion = BotonDeRelacion(sesion, lambda: self._vista.elegidos)
        self.barra = Barra(self.filtros.busca, self.relacion.boton)
        self.lista = ListaDelLibro(self.barra, self.filtros)
        self.modelo, self.tabla, self.estado = self.lista.modelo, self.lista.tabla, self.lista.estado
        self.huecos = self.lista.huecos
        self._abajo = LoElegido(sesion)
        self.formulario, self.gestos = self._abajo.formulario, self._abajo.gestos
        self.evidencias = self._abajo.evidencias
        self.evidencias.conectar(self, self.tabla)
        self._guardar = Guardar(self, sesion, self._vista.fila, self._mostrar)
        self.divisor = QSplitter(Qt.Orientation.Vertical)
        self._pila = QStackedWidget()
        self.cartas = Cartas(self._pila, sesion, self._vista.fila)
        self._adonde = Adonde(
            sesion,
            self._vista,
            self.filtros,
            self.lista,
            self._abajo,
            self.cartas,
            self._releer,
            self._mostrar,
            self.empieza_en,
        )
        self._armar()
        self._conectar()
        self.refrescar(sesion.foto)

    def _armar(self) -> None:
        self.divisor.addWidget(self.lista)
        self.divisor.addWidget(self._abajo)
        for cual, parte in enumerate((3, 2)):  # al achicarse la ventana, ceden las dos
            self.divisor.setStretchFactor(cual, parte)
        self.divisor.setSizes([460, 200])
        self.divisor.setChildrenCollapsible(False)
        # En una pantalla chica, con la letra acercada y la tira de anotar abierta, se recorre entera.
        self._pila.addWidget(con_barra(self.divisor))
        # Si no, la ventana pide el alto de la carta aunque se vea la lista.
        self._pila.setMinimumHeight(self.fontMetrics().height() * 5)
        QVBoxLayout(self).addWidget(self._pila)

    def _conectar(self) -> None:
        self.filtros.cambio.connect(self._al_filtrar)
        self.filtros.cambio_de_anio.connect(self._al_cambiar_de_anio)
        self.filtros.pide_lista.connect(self.lista.entrar)
        self.tabla.pide.connect(self._pedir)
        self.tabla.entra_en.connect(self._abajo.enfocar)
        self.lista.eligio.connect(self._al_elegir)
        self.barra.pide.connect(self._pedir)
        self.barra.dijo_el_ultimo.connect(self._decir_el_ultimo)
        self.huecos.pide.connect(self._ver_que_faltan)
        self.formulario.guarda.connect(self._al_escribir)
        self.gestos.agrego.connect(self._adonde.a_llenar)
        self.gestos.pide_carta.connect(lambda uid: self.cartas.abrir(uid, self._vista.libro))
        self.gestos.pide_mirar.connect(lambda uid: self.cartas.mirar(uid, self._vista.libro))
        self.gestos.recordo.connect(self._adonde.a_los_recordatorios)
        self.gestos.pide_imprimir.connect(self.imprimir_lo_que_se_ve)
        self.gestos.solto.connect(self.tabla.setFocus)
        self.gestos.dijo.connect(lambda por_que: self.estado.decir(por_que, "atencion"))
        self.relacion.dijo.connect(lambda hecho: self.estado.decir(hecho, "bien"))
        self.cartas.volvio.connect(self._adonde.de_la_carta)
        self.cartas.guarda_del_oficio.connect(self._al_escribir)
        self.cartas.dijo.connect(self.estado.decir)
        self.cartas.elige.connect(self._adonde.esperar)

    # --- lo que se ve -----------------------------------------------------------------------------

    def refrescar(self, foto: FotoTrimestre) -> None:
        """Vuelve a leer el libro, sin perder lo elegido."""
        anio, hoy = self.filtros.ejercicio(), self._sesion.reloj.hoy()
        libro = self._sesion.consultar(lambda exp, _: leer_libro(exp, anio, paciencia_de(exp, hoy)))
        if libro is None:
            return
        self.estado.decir("")  # de lo que se dijo, ya pasó otra cosa
        for uid in self._vista.poner(libro):
            self._sesion.sin_guardar.soltar_de(Origen("libro", uid))
        preguntar = self._sesion.consultar(numeros.hay_que_preguntar) or False
        tienen = self._sesion.consultar(lambda exp, _: cuantas_hay_en_oficios(exp, anio))
        self.modelo.contar(tienen or {})
        self.barra.poner(libro, preguntar=preguntar, cerrado=bool(self._sesion.solo_leer))
        self.huecos.poner(libro)
        self.relacion.poner(libro)
        if self._que_faltan is not None:
            self._que_faltan.poner(libro)
        self.filtros.ofrecer(libro)
        self._abajo.con_libro(libro)
        self._listar()
        self.cartas.refrescar(libro)

    def _listar(self) -> None:
        self.lista.poner(self._vista.libro, self._vista.elegidos)
        self._mostrar()

    def _mostrar(self) -> None:
        """El formulario de lo elegido, como está en el libro."""
        filas = self._vista.filas()
        self._vista.elegidos = tuple(fila.oficio.uid for fila in filas)
        self._abajo.poner(filas, fuera=sum(self.modelo.fila_de(uid) < 0 for uid in self._vista.elegidos))

    def _al_elegir(self, uids: tuple[str, ...]) -> None:
        self._vista.elegidos = uids
        self._mostrar()

    def _al_filtrar(self) -> None:
        self.formulario.asentar()
        self._vista.elegidos = ()
        self._listar()
        self.tabla.scrollToTop()

    def _al_cambiar_de_anio(self) -> None:
        self.formulario.asentar()
        self._vista.elegidos = ()
        self._releer()

    def _releer(self) -> None:
        self.refrescar(self._sesion.foto)

    def _al_escribir(self, dato: Dato, filas: Sequence[EnElLibro], valor: Any, texto: str) -> None:
        self._guardar.dato(dato, filas, valor, texto, self._vista.serie())

    def _decir_el_ultimo(self, cual: int | None, se_lleva_aqui: bool) -> None:
        decir_el_ultimo(self._sesion, self.filtros.ejercicio(), cual, se_lleva_aqui=se_lleva_aqui)

    def _ver_que_faltan(self) -> None:
        if self._vista.libro is not None:
            self._que_faltan = QueFaltan(self, self._sesion, self._vista.libro)
            self._que_faltan.agrego.connect(self._adonde.a_llenar)
            self._que_faltan.finished.connect(lambda _: setattr(self, "_que_faltan", None))
            self._que_faltan.open()

    # --- adónde va el cursor ----------------------------------------------------------------------

    def ir_a(self, sitio: Sitio) -> None:
        """Elige un oficio y pone el cursor en su dato, o enseña los que cuentan para una casilla."""
        self._adonde.ir_a(sitio)

    def ver_tambien(self, sitios: Sequence[Sitio]) -> None:
        """Los oficios que cambiaron juntos quedan elegidos juntos, como cuando ella los eligió."""
        self._adonde.a_varios(sitios)

    def ver_los_que_esperan(self) -> None:
        """Los que esperan respuesta, lo más viejo primero, y ningún otro."""
        self._adonde.a_los_que_esperan()

    def _pedir(self, pedido: str) -> None:
        if pedido == "entrar":
            if self._vista.elegidos:
                self._abajo.enfocar()
            else:
                self.estado.decir("Elija en la lista el oficio cuyos datos quiere escribir.", "atencion")
        else:
            self.gestos.pedir(pedido)

    def event(self, event: QEvent) -> bool:
        """En la lista, Ctrl+F busca en el libro; Ctrl+B y, ante una carta, los dos, en todo el archivo."""
        if not (isinstance(event, QKeyEvent) and self._busca_en_el_libro(event)):
            return super().event(event)
        if event.type() == QEvent.Type.KeyPress:
            self.filtros.buscar()
        event.accept()
        return True

    def _busca_en_el_libro(self, tecla: QKeyEvent) -> bool:
        return self.cartas.abierta is None and QKeySequence(tecla.keyCombination()) == _CTRL_F

    def empieza_en(self) -> QWidget:
        """En la lista, que sus teclas sirven al llegar; si se pregunta por cuál número va, ahí."""
        pregunta = self.barra.pregunta
        return pregunta.campo if pregunta.isVisibleTo(self) else self.tabla

    def atender(self, tecla: QKeyEvent) -> bool:
        """Las de la lista, o las de la carta que se ve."""
        if (carta := self.cartas.abierta) is not None:
            return carta.atender(tecla)
        if self._busca_en_el_libro(tecla):
            self.filtros.buscar()
            return True
        pedido = self.tabla.pedido_de(tecla)
        if pedido or self.lista.copiar(tecla):
            self.tabla.setFocus()
            if pedido:
                self._pedir(pedido)
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Insert y Ctrl+Insert empiezan uno desde cualquier botón de la pestaña, como desde la lista."""
        if event.key() == Qt.Key.Key_Insert and self.cartas.abierta is None:
            self._pedir("escribir" if event.modifiers() & Qt.KeyboardModifier.ControlModifier else "agregar")
        else:
            super().keyPressEvent(event)

    # --- lo que la ventana pide -------------------------------------------------------------------

    def asentar(self) -> None:
        """Guarda lo que esté a medio escribir."""
        self.formulario.asentar()
        self.evidencias.asentar()
        self.cartas.asentar()

    def imprimir_lo_que_se_ve(self) -> bool:
        """La carta que se ve o las de los elegidos; sin ninguno, la lista de lo que se ve, si la hay."""
        filas = self._vista.filas()
        lista = _LISTAS.get(self.filtros.pedido().vista)
        if lista and not filas and self.cartas.abierta is None and self.modelo.filas:
            self.relacion.ver(self.filtros.ejercicio(), lista)
        else:
            self.cartas.imprimir(filas)
        return True

    def recuerdo(self) -> object:
        """Qué parte del libro se ve, cuáles están elegidos y qué carta, en este archivo y trimestre."""
        carta = self.cartas.abierta.uid if self.cartas.abierta else ""
        return self._de_que, self.filtros.ejercicio(), self.filtros.pedido(), self._vista.elegidos, carta

    def recordar(self, recuerdo: object) -> None:
        """Lo deja como estaba, si es el mismo archivo y trimestre."""
        match recuerdo:
            case (de_que, int(anio), Pedido() as pedido, tuple(elegidos), str(carta)) if (
                de_que == self._de_que
            ):
                self.filtros.anio.poner(anio)
                self.refrescar(self._sesion.foto)
                self.filtros.poner(pedido)
                self._vista.elegidos = elegidos
                self._listar()
                if carta:
                    self.cartas.abrir(carta, self._vista.libro)
            case _:
                pass

    def divisores(self) -> QByteArray:
        """Cómo quedó el divisor, para recordarlo."""
        return self.divisor.saveState()

    def poner_divisores(self, guardado: QByteArray) -> None:
        """Deja el divisor como se recuerda."""
        self.divisor.restoreState(guardado)
