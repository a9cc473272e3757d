"""La pestaña Oficios: el libro por año y filtro, el oficio elegido y los números de la serie."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QByteArray, QEvent, QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from ut_escritorio.dominio.impreso.anotar import vigentes_en
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.oficios.espera import esperando
from ut_escritorio.dominio.oficios.libro import EnElLibro, Pedido
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, con_barra, tarjeta
from ut_escritorio.interfaz.comunes.listas.copiable import hacer_copiable
from ut_escritorio.interfaz.comunes.sesion.piezas_vivas import Pestana
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.oficios.barra import Barra
from ut_escritorio.interfaz.oficios.boton_de_relacion import BotonDeRelacion
from ut_escritorio.interfaz.oficios.cartas import Cartas
from ut_escritorio.interfaz.oficios.columnas import COLUMNAS, donde_se_dice, numero_de
from ut_escritorio.interfaz.oficios.datos import DE_LA_CARTA, Dato
from ut_escritorio.interfaz.oficios.filtros import Filtros
from ut_escritorio.interfaz.oficios.formulario import Formulario, sitio_de
from ut_escritorio.interfaz.oficios.gestos import Gestos
from ut_escritorio.interfaz.oficios.guardar import Guardar
from ut_escritorio.interfaz.oficios.huecos import RenglonDeHuecos
from ut_escritorio.interfaz.oficios.modelo import ModeloDelLibro
from ut_escritorio.interfaz.oficios.que_faltan import QueFaltan
from ut_escritorio.interfaz.oficios.respuestas.contesta_a import Opciones, opciones
from ut_escritorio.interfaz.oficios.tabla import TablaDelLibro
from ut_escritorio.servicios.archivo.expediente import Cosas
from ut_escritorio.servicios.oficina.calendario import calendario_de
from ut_escritorio.servicios.oficios import numeros
from ut_escritorio.servicios.oficios.espera import paciencia_de
from ut_escritorio.servicios.oficios.libro import Libro, anio_de, en_el_anio, leer_libro

_CTRL_F = QKeySequence("Ctrl+F")
_VACIO = "El libro de este año está vacío. «Oficio nuevo» (Insert) anota el primero."
_NADA_ASI = "Ninguno de este año es así. Pruebe con menos palabras, o vea «Todos»."
_FUERA = "Ya no es de los que se pidió ver; al elegir otro, sale de la lista."


class PestanaOficios(Pestana):
    """Lo elegido sigue en el formulario aunque, al cambiarlo, salga de lo que se pidió ver."""

    lee: ClassVar[Cosas] = frozenset({"libro", "renglones", "oficios", "firmados", "ajustes"})

    def __init__(self, sesion: Sesion) -> None:
        super().__init__()
        self._sesion = sesion
        self._de_que = sesion, sesion.trimestre
        self._libro: Libro | None = None
        self._de_uid: dict[str, EnElLibro] = {}
        self._elegidos: tuple[str, ...] = ()
        self._refrescando = False
        self._que_faltan: QueFaltan | None = None
        anio = sesion.trimestre.ejercicio
        self.filtros = Filtros(sorted({t.ejercicio for t in sesion.trimestres} | {anio}, reverse=True), anio)
        self.relacion = BotonDeRelacion(sesion)
        self.barra = Barra(self.filtros.busca, self.relacion.boton)
        self.modelo = ModeloDelLibro()
        self.tabla = TablaDelLibro(self.modelo)
        self.huecos = RenglonDeHuecos()
        self.gestos = Gestos(sesion)
        self.formulario = Formulario(sesion, self.gestos, self._a_cuales)
        self._guardar = Guardar(self, sesion, lambda uid: self._de_uid.get(uid))
        self.divisor = QSplitter(Qt.Orientation.Vertical)
        self._pila = QStackedWidget()
        self.cartas = Cartas(self._pila, sesion, lambda uid: self._de_uid.get(uid))
        self._armar()
        self._conectar()
        self.refrescar(sesion.foto)

    def _armar(self) -> None:
        self._vacio, self.estado = Letrero(tinta="letra_tenue"), Letrero(tinta="letra_tenue")
        arriba = QWidget()
        acomodo = QVBoxLayout(arriba)
        acomodo.setContentsMargins(0, 0, 0, 0)
        for pieza in (self.barra, self.filtros, self.estado, self._vacio):
            acomodo.addWidget(pieza)
        acomodo.addWidget(self.tabla, 1)
        acomodo.addWidget(self.huecos)
        detalle, dentro = tarjeta()
        dentro.addWidget(self.formulario)
        dentro.addStretch()
        self.divisor.addWidget(arriba)
        self._abajo = con_barra(detalle)
        for pieza in (self.tabla, self._abajo):
            pieza.setMinimumHeight(self.fontMetrics().height() * 5)
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
        self.filtros.pide_lista.connect(self._a_la_lista)
        self.tabla.pide.connect(self._pedir)
        self.tabla.selectionModel().selectionChanged.connect(lambda *_: self._al_elegir())
        self.barra.pide.connect(self._pedir)
        self.barra.dijo_el_ultimo.connect(self._decir_el_ultimo)
        self.huecos.pide.connect(self._ver_que_faltan)
        self.formulario.guarda.connect(self._al_escribir)
        self.gestos.agrego.connect(self._entrar_en)
        self.gestos.pide_carta.connect(lambda uid: self.cartas.abrir(uid, self._libro))
        self.gestos.recordo.connect(self._ver_los_recordatorios)
        self.gestos.pide_imprimir.connect(self.imprimir_lo_que_se_ve)
        self.cartas.volvio.connect(self._volver_de_la_carta)
        self.cartas.guarda_del_oficio.connect(self._al_escribir)
        self.cartas.dijo.connect(self.estado.decir)
        self.cartas.elige.connect(lambda uids: setattr(self, "_elegidos", tuple(uids)))
        hacer_copiable(self.tabla, self.modelo.rotulos, self.modelo.textos)

    # --- lo que se ve -----------------------------------------------------------------------------

    def refrescar(self, foto: FotoTrimestre) -> None:
        """Vuelve a leer el libro, sin perder lo elegido."""
        anio = self.filtros.ejercicio()
        hoy = self._sesion.reloj.hoy()
        libro = self._sesion.consultar(lambda exp, _: leer_libro(exp, anio, paciencia_de(exp, hoy)))
        if libro is None:
            return
        antes = self._de_uid if self._libro is not None and self._libro.ejercicio == anio else {}
        self._libro, self._de_uid = libro, {fila.oficio.uid: fila for fila in libro.todas}
        for uid in antes.keys() - self._de_uid.keys():
            self._sesion.sin_guardar.soltar_de(Origen("libro", uid))
        preguntar = self._sesion.consultar(numeros.hay_que_preguntar) or False
        self.barra.poner(libro, preguntar=preguntar, cerrado=bool(self._sesion.solo_leer))
        self.huecos.poner(libro)
        self.relacion.poner(libro)
        if self._que_faltan is not None:
            self._que_faltan.poner(libro)
        self.filtros.ofrecer(libro)
        self.formulario.ofrecer(
            {
                "partes": vigentes_en(foto.catalogo, foto.trimestre),
                "asunto": _cada(fila.asunto for fila in libro.filas),
                "clase": _cada(fila.oficio.clase for fila in libro.filas),
                "expediente": (),
                "guardado_en": _cada(fila.seguimiento.guardado_en for fila in libro.filas),
            }
        )
        self._listar()
        self.cartas.refrescar(libro)

    def _listar(self) -> None:
        """Los que se piden, con lo elegido todavía elegido si sigue entre ellos."""
        self._refrescando = True
        pedido = self.filtros.pedido()
        filas = self._libro.ver(pedido) if self._libro else ()
        self.modelo.poner(filas)
        self._marcar(self._elegidos)
        self._refrescando = False
        self.tabla.repartir()
        de_antes = sum(fila.oficio.ejercicio < self.filtros.ejercicio() for fila in filas)
        nada = _NADA_ASI if self.filtros.esconde else _VACIO
        self._vacio.decir(_de_antes(de_antes) if filas else nada)
        self._mostrar()

    def _marcar(self, uids: Sequence[str]) -> None:
        """Deja elegidas las filas de esos oficios que se vean."""
        filas = sorted(fila for uid in uids if (fila := self.modelo.fila_de(uid)) >= 0)
        if self.tabla.elegidas() == filas:
            return
        seleccion, modelo = QItemSelection(), self.tabla.selectionModel()
        for fila in filas:
            seleccion.select(self.modelo.index(fila, 0), self.modelo.index(fila, len(COLUMNAS) - 1))
        if filas:
            modelo.setCurrentIndex(self.modelo.index(filas[0], 0), QItemSelectionModel.SelectionFlag.NoUpdate)
        modelo.select(seleccion, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _mostrar(self) -> None:
        """El formulario de lo elegido, como está en el libro."""
        filas = tuple(self._de_uid[uid] for uid in self._elegidos if uid in self._de_uid)
        self._elegidos = tuple(fila.oficio.uid for fila in filas)
        firmado = self._firmado(filas[0]) if len(filas) == 1 else None
        self._abajo.setVisible(bool(filas))
        fuera = any(self.modelo.fila_de(uid) < 0 for uid in self._elegidos)
        espera = self._espera(filas[0]) if len(filas) == 1 else ""
        nota = " ".join(filter(None, (_de_firmado(firmado), espera, _FUERA if fuera else "")))
        self.formulario.poner(filas, _titulo(filas), nota, firmes=firmado is not None)
        self.gestos.poner(filas, self._libro, firmado)

    def _firmado(self, fila: EnElLibro) -> Trimestre | None:
        """El trimestre que lo dice y ya se firmó."""
        trimestres = dict.fromkeys(dicho.trimestre for dicho in fila.dichos)
        firmados = self._sesion.consultar(lambda exp, _: [t for t in trimestres if exp.foto(t).firmado])
        return next(iter(firmados or ()), None)

    def _espera(self, fila: EnElLibro) -> str:
        """Cuántos días hábiles lleva esperando respuesta, y por qué son esos."""
        fecha = fila.oficio.papel.fecha
        if not fila.espera or fecha is None:
            return ""
        calendario, hoy = calendario_de(self._sesion.foto), self._sesion.reloj.hoy()
        return f"Espera respuesta. {esperando(calendario, fecha, hoy)}"

    def _a_cuales(self, fila: EnElLibro) -> Opciones:
        return opciones(fila, self._libro.todas if self._libro else ())

    def _al_elegir(self) -> None:
        if not self._refrescando:
            self._elegidos = tuple(self.modelo.filas[fila].oficio.uid for fila in self.tabla.elegidas())
            self.estado.decir("")
            self._mostrar()

    def _al_filtrar(self) -> None:
        self.formulario.asentar()
        self._elegidos = ()
        self._listar()
        self.tabla.scrollToTop()

    def _al_cambiar_de_anio(self) -> None:
        self.formulario.asentar()
        self._elegidos = ()
        self.refrescar(self._sesion.foto)

    def _al_escribir(self, dato: Dato, filas: Sequence[EnElLibro], valor: Any, texto: str) -> None:
        self._guardar.dato(dato, filas, valor, texto, self._libro.serie if self._libro else None)

    def _decir_el_ultimo(self, cual: int | None, se_lleva_aqui: bool) -> None:
        anio = self.filtros.ejercicio()
        self._sesion.hacer(
            lambda exp, t: numeros.decir_ultimo(
                exp, en_el_anio(exp, t, anio), cual, se_lleva_aqui=se_lleva_aqui
            )
        )

    def _ver_que_faltan(self) -> None:
        if self._libro is not None:
            self._que_faltan = QueFaltan(self, self._sesion, self._libro)
            self._que_faltan.agrego.connect(self._entrar_en)
            self._que_faltan.finished.connect(lambda _: setattr(self, "_que_faltan", None))
            self._que_faltan.open()

    # --- adónde va el cursor ----------------------------------------------------------------------

    def ir_a(self, sitio: Sitio) -> None:
        """Elige un oficio y pone el cursor en su dato; si lo que se ve lo esconde, enseña todo su año."""
        uid = sitio.origen.clave
        if uid and uid not in self._de_uid:
            anio = self._sesion.consultar(lambda exp, _: anio_de(exp, uid))
            if anio is not None:
                self.filtros.ver_todo(anio)
        elif self.modelo.fila_de(uid) < 0:
            self.filtros.ver_todo(self.filtros.ejercicio())
        if uid in self._de_uid:
            self._elegidos = (uid,)
            self._marcar(self._elegidos)
            self.tabla.scrollTo(self.tabla.currentIndex())
            self._mostrar()
        if sitio.campo.startswith(DE_LA_CARTA) and self.cartas.abrir(uid, self._libro, campo=sitio.campo):
            return
        self.cartas.cerrar()
        pieza = self.formulario.pieza_de(sitio.campo)
        (pieza or self.tabla).setFocus()
        if pieza is not None:
            self._abajo.ensureWidgetVisible(pieza)

    def _ver_los_recordatorios(self, uids: tuple[str, ...]) -> None:
        """La carta de uno; las de varios quedan elegidas, y Ctrl+P las imprime juntas."""
        if len(uids) == 1:
            self.cartas.abrir(uids[0], self._libro)
            return
        self.filtros.ver_todo(self.filtros.ejercicio())
        self._elegidos = uids
        self._listar()
        self.tabla.scrollTo(self.tabla.currentIndex())
        self.tabla.setFocus()
        self.estado.decir(f"{len(uids)} recordatorios, aún sin número: Ctrl+P se los toma y los imprime.")

    def _volver_de_la_carta(self, uid: str) -> None:
        self._elegidos = (uid,)
        self._marcar(self._elegidos)
        self._mostrar()
        self.tabla.setFocus()

    def _entrar_en(self, uid: str) -> None:
        """A un oficio recién agregado, para llenarlo."""
        self.ir_a(sitio_de(uid))
        self._al_formulario()

    def _al_formulario(self) -> None:
        self._abajo.ensureWidgetVisible(self.formulario.enfocar())

    def _a_la_lista(self) -> None:
        if self.modelo.filas:
            self.tabla.setFocus()
            if not self._elegidos:
                self.tabla.selectRow(0)

    def _a_buscar(self) -> None:
        self.filtros.busca.setFocus()
        self.filtros.busca.selectAll()

    def _pedir(self, pedido: str) -> None:
        if pedido == "entrar":
            if self._elegidos:
                self._al_formulario()
        else:
            self.gestos.pedir(pedido)

    def event(self, event: QEvent) -> bool:
        """Aquí Ctrl+F busca en el libro; Ctrl+B, como siempre, en todo el archivo."""
        tecla = event if isinstance(event, QKeyEvent) else None
        if tecla is None or QKeySequence(tecla.keyCombination()) != _CTRL_F:
            return super().event(event)
        if event.type() == QEvent.Type.KeyPress:
            self._a_buscar()
        event.accept()
        return True

    # --- lo que la ventana pide -------------------------------------------------------------------

    def asentar(self) -> None:
        """Guarda lo que esté a medio escribir."""
        self.formulario.asentar()
        self.cartas.asentar()

    def imprimir_lo_que_se_ve(self) -> bool:
        """La carta que se ve, o las de los oficios elegidos."""
        filas = [self._de_uid[uid] for uid in self._elegidos if uid in self._de_uid]
        self.cartas.imprimir(filas)
        return True

    def recuerdo(self) -> object:
        """Qué parte del libro se ve, cuáles están elegidos y qué carta, en este archivo y trimestre."""
        carta = self.cartas.abierta.uid if self.cartas.abierta else ""
        return self._de_que, self.filtros.ejercicio(), self.filtros.pedido(), self._elegidos, carta

    def recordar(self, recuerdo: object) -> None:
        """Lo deja como estaba, si es el mismo archivo y trimestre."""
        match recuerdo:
            case (de_que, int(anio), Pedido() as pedido, tuple(elegidos), str(carta)) if (
                de_que == self._de_que
            ):
                self.filtros.anio.poner(anio)
                self.refrescar(self._sesion.foto)
                self.filtros.poner(pedido)
                self._elegidos = elegidos
                self._listar()
                if carta:
                    self.cartas.abrir(carta, self._libro)
            case _:
                pass

    def divisores(self) -> QByteArray:
        """Cómo quedó el divisor, para recordarlo."""
        return self.divisor.saveState()

    def poner_divisores(self, guardado: QByteArray) -> None:
        """Deja el divisor como se recuerda."""
        self.divisor.restoreState(guardado)


def _titulo(filas: Sequence[EnElLibro]) -> str:
    if len(filas) != 1:
        return f"{len(filas):,} oficios elegidos: lo que escriba aquí se pone a todos."
    fila = filas[0]
    donde = donde_se_dice(fila)
    partes = (numero_de(fila), fila.estado if fila.oficio.folio else "", donde and f"en {donde}")
    return " · ".join(filter(None, partes))


def _de_antes(cuantos: int) -> str:
    if not cuantos:
        return ""
    return "Uno es de un año anterior." if cuantos == 1 else f"{cuantos} son de años anteriores."


def _de_firmado(firmado: Trimestre | None) -> str:
    if firmado is None:
        return ""
    return f"Está en el {firmado}, ya firmado. Para cambiarlo, abra ese trimestre para corregir."


def _cada(dichos: Iterable[str]) -> list[str]:
    return sorted({dicho for dicho in dichos if dicho})
