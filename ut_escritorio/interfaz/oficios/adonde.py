"""Adónde va el cursor en la pestaña Oficios: a un oficio, a su dato, a su carta o a los que se pide ver."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from ut_escritorio.dominio.numeros.del_libro import cuenta_de
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.oficios.libro import Pedido
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.oficios.a_la_vista import ALaVista
from ut_escritorio.interfaz.oficios.cartas import Cartas
from ut_escritorio.interfaz.oficios.datos import DE_LA_CARTA
from ut_escritorio.interfaz.oficios.formulario import sitio_de
from ut_escritorio.interfaz.oficios.lista.filtros import Filtros
from ut_escritorio.interfaz.oficios.lista.vista import ListaDelLibro
from ut_escritorio.interfaz.oficios.lo_elegido import LoElegido
from ut_escritorio.servicios.oficios.libro import anio_de


class Adonde:
    """`releer` vuelve a leer el libro del año que se pide; `mostrar`, el formulario de los elegidos.

    `empieza_en` da dónde va el cursor al llegar.
    """

    def __init__(
        self,
        sesion: Sesion,
        vista: ALaVista,
        filtros: Filtros,
        lista: ListaDelLibro,
        abajo: LoElegido,
        cartas: Cartas,
        releer: Callable[[], object],
        mostrar: Callable[[], object],
        empieza_en: Callable[[], QWidget],
    ) -> None:
        self._sesion, self._vista, self._filtros, self._lista = sesion, vista, filtros, lista
        self._abajo, self._cartas, self._releer, self._mostrar = abajo, cartas, releer, mostrar
        self._empieza_en = empieza_en

    def ir_a(self, sitio: Sitio) -> None:
        """Elige un oficio y pone el cursor en su dato; si lo que se ve lo esconde, enseña todo su año.

        El de una casilla de un cuadro son los papeles que cuentan para ella. Si se ve la carta de ese oficio
        se sigue en ella, salvo que se pida un dato que en ella no está. Lo que se escribió a varios de una
        vez y no se guardó se corrige con todos elegidos.
        """
        if sitio.casilla is not None:
            self._cartas.cerrar()
            self._a_los_que_cuentan(sitio.casilla)
            return
        uid, abierta = sitio.origen.clave, self._cartas.abierta
        if abierta is not None and uid in ("", abierta.uid) and abierta.seguir_en_ella(sitio.campo):
            return
        juntos = tuple(cada.origen.clave for cada in self._sesion.sin_guardar.juntos_con(sitio))
        for cada in juntos:
            self._que_se_vea(cada)
        if self._vista.fila(uid):
            self.elegir(tuple(cada for cada in juntos if self._vista.fila(cada)))
        if sitio.campo.startswith(DE_LA_CARTA) and self._cartas.abrir(
            uid, self._vista.libro, campo=sitio.campo
        ):
            return
        self._cartas.cerrar()
        pieza = self._abajo.formulario.pieza_de(sitio.campo)
        if pieza is not None:
            self._abajo.enfocar_en(pieza)
        else:
            (self._lista.tabla if uid else self._empieza_en()).setFocus()

    def _que_se_vea(self, uid: str) -> None:
        if uid and not self._vista.fila(uid):
            anio = self._sesion.consultar(lambda exp, _: anio_de(exp, uid))
            if anio is not None:
                self._filtros.ver_todo(anio)
        elif self._lista.modelo.fila_de(uid) < 0:
            self._filtros.ver_todo(self._filtros.ejercicio())

    def a_varios(self, sitios: Sequence[Sitio]) -> None:
        """Los oficios que cambiaron juntos quedan elegidos juntos, como cuando ella los eligió."""
        suyos = (sitio.origen.clave for sitio in sitios if sitio.origen.clase == "libro")
        uids = tuple(uid for uid in suyos if self._vista.fila(uid))
        if len(uids) > 1 and self._cartas.abierta is None:
            self.elegir(uids)

    def elegir(self, uids: tuple[str, ...]) -> None:
        """Los deja elegidos, con el cursor en la lista."""
        self._vista.elegidos = uids
        self._lista.mostrar(uids)
        self._mostrar()

    def esperar(self, uids: tuple[str, ...]) -> None:
        """Los que aún no están en el libro; el cursor los espera en la lista."""
        self._vista.elegidos = uids
        self._lista.tabla.setFocus()

    def a_los_que_esperan(self) -> None:
        """Los que esperan respuesta, lo más viejo primero, y ningún otro."""
        self._cartas.cerrar()
        self._solo(Pedido(vista="sin contestar"))

    def _a_los_que_cuentan(self, casilla: Casilla) -> None:
        """Los papeles que el libro tiene para una casilla, y ninguno más."""
        foto = self._sesion.foto
        if (cuenta := cuenta_de(foto, casilla)) is not None:
            self._filtros.anio.poner(foto.trimestre.ejercicio)
            self._solo(Pedido(cuenta=cuenta))

    def _solo(self, pedido: Pedido) -> None:
        self._abajo.formulario.asentar()
        self._vista.elegidos = ()
        self._filtros.poner(pedido)
        self._releer()
        self._lista.tabla.scrollToTop()
        self._lista.tabla.setFocus()

    def a_los_recordatorios(self, uids: tuple[str, ...]) -> None:
        """La carta de uno; las de varios quedan elegidas, y Ctrl+P las imprime juntas."""
        if len(uids) == 1:
            self._cartas.abrir(uids[0], self._vista.libro)
            return
        self._filtros.ver_todo(self._filtros.ejercicio())
        self.elegir(uids)
        self._lista.estado.decir(f"{len(uids)} recordatorios, aún sin número: Ctrl+P se lo da y los imprime.")

    def de_la_carta(self, uid: str) -> None:
        """Al suyo o, si se dejó en blanco y ya no está, a los que estaban elegidos."""
        self.elegir((uid,) if self._vista.fila(uid) else self._vista.elegidos)

    def a_llenar(self, uid: str) -> None:
        """A un oficio recién agregado, para llenarlo."""
        self.ir_a(sitio_de(uid))
        self._abajo.enfocar()
