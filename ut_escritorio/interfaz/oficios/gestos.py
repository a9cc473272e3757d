"""Lo que se hace con los oficios elegidos: tomar número, acuse, ir adonde se dice y quitarlos."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.oficios.libro import Dicho, EnElLibro
from ut_escritorio.dominio.oficios.oficio import Contestacion, DelPapel, Oficio
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.plan.formas import Sentido
from ut_escritorio.interfaz.comunes.aspecto.piezas import boton, rotular, sin_atajo
from ut_escritorio.interfaz.comunes.aspecto.que_se_parte import HileraQueSeParte
from ut_escritorio.interfaz.comunes.campos.fechas import decir_fecha
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.oficios import al_pedirlo
from ut_escritorio.interfaz.oficios.cancelar import pedir_quitar
from ut_escritorio.interfaz.oficios.por_cual_va import sabiendo_por_cual_va
from ut_escritorio.interfaz.oficios.respuestas.llego import LlegoLaRespuesta
from ut_escritorio.servicios.archivo.expediente import Cambios, Expediente
from ut_escritorio.servicios.oficios import anotar, responder
from ut_escritorio.servicios.oficios.libro import Libro, en_el_anio

_Cual = TypeVar("_Cual")
_SENTIDO_DE: Mapping[str, Sentido] = {"agregar": "enviado", "llego": "recibido"}
_SIN_CAMBIAR_NADA = frozenset({"ir", "carta", "mirar"})
_ELIJA: Mapping[str, str] = {
    "ir": "Para ir a su renglón, elija uno que diga algún informe: «En el informe» dice dónde.",
    "carta": "Para escribir una carta, elija uno solo de los enviados.",
    "mirar": "Para ver la hoja de una carta, elija uno que ya la tenga; F4 la escribe.",
    "quitar": "Elija en la lista el oficio que quiere quitar o cancelar.",
    "llego_la_respuesta": "Para anotar que llegó la respuesta, elija uno que espere respuesta.",
    "recordar": "Para escribir el recordatorio, elija uno que espere respuesta: «Sin contestar» los junta.",
}
"""Lo que se dice si a ninguno de los elegidos se le puede hacer lo que se pidió."""


class Gestos(QWidget):
    """Los botones de los oficios elegidos; `agrego` sale con el que se agregó.

    `pide_carta` sale con el oficio cuya carta se quiere escribir, y `pide_mirar`, si solo es ver su hoja;
    `pide_imprimir`, al querer las de los elegidos; `recordo`, con los recordatorios que se escribieron;
    `dijo`, con qué hay que elegir para lo que se pidió; `solto`, cuando el cursor ya no es de ninguno.
    """

    agrego = Signal(str)
    pide_carta = Signal(str)
    pide_mirar = Signal(str)
    recordo = Signal(tuple)
    pide_imprimir = Signal()
    dijo = Signal(str)
    solto = Signal()

    def __init__(self, sesion: Sesion) -> None:
        super().__init__()
        self._sesion = sesion
        self._filas: tuple[EnElLibro, ...] = ()
        self._libro: Libro | None = None
        self._firmado: Trimestre | None = None
        self._anotadas: tuple[Contestacion, ...] = ()
        self.tomar = boton("Tomar número", self._tomar, "agregar")
        self.carta = boton("Escribir la carta", self._ver_la_carta, "a_mano", "F4")
        self.imprimir = boton("Imprimir", self.pide_imprimir.emit, "imprimir", "Ctrl+P")
        self.acuse = boton("Con acuse de hoy", self._poner_acuse, "listo")
        self.llego = boton("Llegó la respuesta…", self._llego, "traer", "Ctrl+R")
        self.recordar = boton("Escribir recordatorio…", self._recordar, "a_mano", "Ctrl+T")
        self.no_llego = boton("Quitar la respuesta", self._no_llego, "deshacer")
        self.ir = boton("Ir adonde se dice", self._ir, "ir", "Ctrl+Enter")
        self.quitar = boton("Quitar", self._quitar, "quitar", "Supr")
        hilera = HileraQueSeParte(self, entre=6)
        for pieza in (
            self.tomar, self.carta, self.imprimir, self.llego, self.recordar, self.no_llego, self.acuse,
            self.ir,
        ):  # fmt: skip
            hilera.agregar(pieza)
        hilera.agregar(self.quitar)
        for uno in self._botones():
            uno.installEventFilter(self)

    def _botones(self) -> list[QPushButton]:
        return self.findChildren(QPushButton, options=Qt.FindChildOption.FindDirectChildrenOnly)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """El segundo clic de un doble clic no es de nadie: ya puede haber otro botón bajo el puntero."""
        if event.type() != QEvent.Type.MouseButtonDblClick:
            return False
        self.solto.emit()  # Qt ya le dio el cursor, y Espacio lo oprimiría
        return True

    def poner(self, filas: Sequence[EnElLibro], libro: Libro | None, firmado: Trimestre | None) -> None:
        """Ofrece lo que se puede hacer con esos oficios; el cursor no pasa de un botón que se va a otro."""
        oprimido = next((uno for uno in self._botones() if uno is self.window().focusWidget()), None)
        self._ofrecer(filas, libro, firmado)
        if oprimido is not None and not oprimido.isVisibleTo(self):
            self.solto.emit()

    def _ofrecer(self, filas: Sequence[EnElLibro], libro: Libro | None, firmado: Trimestre | None) -> None:
        self._filas, self._libro, self._firmado = tuple(filas), libro, firmado
        abierto, uno = not self._sesion.solo_leer, self._uno()
        con_serie = libro is not None and libro.serie is not None
        self.tomar.setVisible(abierto and uno is not None and uno.estado == "sin número" and con_serie)
        rotular(self.tomar, f"Tomar número {libro.siguiente}".strip() if libro else "")
        self._ofrecer_cartas(libro)
        self.acuse.setVisible(abierto and any(fila.sin_acuse for fila in filas))
        self.llego.setVisible(abierto and any(fila.contestable for fila in filas))
        self.recordar.setVisible(abierto and any(fila.espera for fila in filas))
        self._anotadas = self._respuestas_de(uno)
        self.no_llego.setVisible(abierto and bool(self._anotadas))
        dichos = uno.dichos if uno else ()
        self.ir.setVisible(bool(dichos))
        rotular(self.ir, f"Ir a {dichos[0].donde}" if len(dichos) == 1 else "Ir adonde se dice")
        self.quitar.setVisible(abierto and uno is not None and uno.oficio.cancelado is None)
        con_numero = uno is not None and uno.oficio.sentido != "recibido" and bool(uno.oficio.folio)
        rotular(self.quitar, "Cancelar este número…" if con_numero else "Quitar del libro")

    def _ofrecer_cartas(self, libro: Libro | None) -> None:
        """La de uno se escribe o se ve, y ahí se imprime; las de varios, o la de entrega, se imprimen."""
        uno, con_carta = self._uno(), libro.con_carta if libro else frozenset[str]()
        vivas = [fila for fila in self._filas if fila.oficio.cancelado is None]
        escritas = [fila for fila in vivas if fila.oficio.uid in con_carta]
        de_entrega = uno is not None and any(not dicho.lugar for dicho in uno.dichos)
        enviado = uno is not None and uno.oficio.sentido != "recibido" and not de_entrega
        se_escribe = enviado and not self._sesion.solo_leer and uno in vivas
        self.carta.setVisible(enviado and (se_escribe or uno in escritas))
        rotular(self.carta, "Ver la carta" if uno in escritas else "Escribir la carta")
        self.imprimir.setVisible(bool(escritas) and not enviado)
        cuantas = len(escritas)
        rotular(self.imprimir, "Imprimir" if cuantas == 1 else f"Imprimir {cuantas} cartas")

    def _ver_la_carta(self) -> bool:
        uno = self._uno()
        if uno is None or not self.carta.isVisibleTo(self):
            return False
        self.pide_carta.emit(uno.oficio.uid)
        return True

    def _mirar(self) -> bool:
        uno, con_carta = self._uno(), self._libro.con_carta if self._libro else frozenset[str]()
        if uno is None or uno.oficio.uid not in con_carta or not self.carta.isVisibleTo(self):
            return False
        self.pide_mirar.emit(uno.oficio.uid)
        return True

    def pedir(self, pedido: str) -> None:
        """Hace lo que se pidió con una tecla o un botón; si no hay a cuál, dice qué elegir."""
        hacer = {
            "ir": self._ir, "carta": self._ver_la_carta, "mirar": self._mirar, "quitar": self._quitar,
            "llego_la_respuesta": self._llego, "recordar": self._recordar,
        }.get(pedido)  # fmt: skip
        if self._sesion.solo_leer and pedido not in _SIN_CAMBIAR_NADA:
            self._sesion.fallo.emit(self._sesion.solo_leer)
        elif hacer is not None:
            if not hacer():
                self.dijo.emit(_ELIJA[pedido])
        elif pedido == "escribir":
            if (nuevo := self._nuevo("enviado")) is not None:
                self.pide_carta.emit(nuevo.uid)
        elif pedido in _SENTIDO_DE and (nuevo := self._nuevo(_SENTIDO_DE[pedido])) is not None:
            self.agrego.emit(nuevo.uid)

    def _uno(self) -> EnElLibro | None:
        return self._filas[0] if len(self._filas) == 1 else None

    def _nuevo(self, sentido: Sentido) -> Oficio | None:
        """Uno por llenar; abrirlo no toma número. El que llegó, llegó hoy mientras ella no diga otra cosa."""
        papel = DelPapel(self._sesion.reloj.hoy()) if sentido == "recibido" else DelPapel()
        anio = self._libro.ejercicio if self._libro else 0
        return self._sesion.hacer(anotar.agregar, Oficio("", "", sentido, anio, papel))

    def _tomar(self) -> None:
        if (uno := self._uno()) and (libro := self._libro):
            uid, anio, hoy = uno.oficio.uid, libro.ejercicio, self._sesion.reloj.hoy()

            def tomar(exp: Expediente, trimestre: Trimestre) -> tuple[str, Cambios]:
                return al_pedirlo.tomar().tomar_uno(exp, en_el_anio(exp, trimestre, anio), uid, "", hoy)

            sabiendo_por_cual_va(self.window(), self._sesion, anio, lambda: self._sesion.hacer(tomar))

    def _poner_acuse(self) -> None:
        """El día de hoy a los elegidos que no lo tienen, de una vez."""
        uids = tuple(fila.oficio.uid for fila in self._filas if fila.sin_acuse)
        self._sesion.hacer(anotar.seguir, uids, acuse=self._sesion.reloj.hoy())

    def _llego(self) -> bool:
        """De todos los elegidos que podrían contestarse."""
        filas = [fila for fila in self._filas if fila.contestable]
        if filas:
            LlegoLaRespuesta(self, self._sesion, filas).open()
        return bool(filas)

    def _recordar(self) -> bool:
        """A los elegidos que no han contestado: la carta de uno se abre, las de varios quedan elegidas."""
        filas, libro = [fila for fila in self._filas if fila.espera], self._libro
        if not filas or libro is None:
            return False
        servicio, hoy = al_pedirlo.recordar(), self._sesion.reloj.hoy()
        uids = self._sesion.hacer(
            lambda exp, t: servicio.recordar(exp, en_el_anio(exp, t, libro.ejercicio), filas, hoy)
        )
        if uids:
            self.recordo.emit(uids)
        return True

    def _no_llego(self) -> None:
        """Quita una respuesta anotada; si hay varias, pregunta cuál."""
        dichas = [
            (f"La de {cada.medio or 'un oficio'}, {decir_fecha(cada.fecha) or 'sin fecha'}", cada)
            for cada in self._anotadas
        ]
        _con_cual(self.no_llego, dichas, self._quitar_respuesta)

    def _quitar_respuesta(self, cual: Contestacion) -> None:
        self._sesion.hacer(responder.quitar_contestacion, cual.uid)

    def _respuestas_de(self, fila: EnElLibro | None) -> tuple[Contestacion, ...]:
        """Las que ella anotó; las que se saben por su asunto se quitan allá."""
        if fila is None or not (fila.contestado or fila.a_medias):
            return ()
        uid = fila.oficio.uid
        return self._sesion.consultar(lambda exp, _: responder.contestaciones_de(exp, uid)) or ()

    def _quitar(self) -> bool:
        uno = self._uno()
        if uno is None:
            if self._filas:
                self._sesion.fallo.emit("Se quitan o cancelan de uno en uno: elija solo un oficio.")
            return bool(self._filas)
        tomados = self._libro.numeros.tomados if self._libro else frozenset[int]()
        es_el_ultimo = uno.oficio.leido.numero == max(tomados, default=None)
        pedir_quitar(self, self._sesion, uno, firmado=self._firmado, es_el_ultimo=es_el_ultimo)
        return True

    def _ir(self) -> bool:
        uno = self._uno()
        donde = [(f"{dicho.donde}, {dicho.trimestre}", dicho) for dicho in (uno.dichos if uno else ())]
        _con_cual(self.ir, donde, self._ir_a)
        return bool(donde)

    def _ir_a(self, dicho: Dicho) -> None:
        self._sesion.pide_ir_a.emit(dicho.trimestre, Sitio(dicho.lugar, dicho.origen))


def _con_cual(
    boton: QPushButton, cuales: Sequence[tuple[str, _Cual]], hacer: Callable[[_Cual], object]
) -> None:
    """Lo hace con el único que hay; si hay varios, bajo el botón se elige con cuál."""
    if len(cuales) == 1:
        hacer(cuales[0][1])
    elif cuales:
        menu = QMenu(boton)
        for dicho, cual in cuales:
            menu.addAction(sin_atajo(dicho)).triggered.connect(lambda _, cual=cual: hacer(cual))
        menu.popup(boton.mapToGlobal(boton.rect().bottomLeft()))
