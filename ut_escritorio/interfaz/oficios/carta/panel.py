"""La carta sobre la lista: lo que se escribe a la izquierda y, a la derecha, su hoja."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout, QWidget

from ut_escritorio.dominio.cartas.huecos import nombres_de_huecos
from ut_escritorio.dominio.oficios.libro import EnElLibro
from ut_escritorio.dominio.palabras.redaccion import lista
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.interfaz.comunes.aspecto.altura import dejar_a_la_vista_lo_que_llega
from ut_escritorio.interfaz.comunes.aspecto.piezas import (
    Letrero,
    boton,
    con_barra,
    rotular,
    sin_marcado,
)
from ut_escritorio.interfaz.comunes.aspecto.que_ceden import LetreroQueCede
from ut_escritorio.interfaz.comunes.aspecto.que_se_parte import HileraQueSeParte
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.comunes.papel.hoja_viva import HojaViva
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.oficios.carta.campos import DatoDeCarta
from ut_escritorio.interfaz.oficios.carta.formulario import FormularioDeCarta, escrito_en
from ut_escritorio.interfaz.oficios.carta.impresor import Impresor
from ut_escritorio.interfaz.oficios.carta.plantillas import MenuDePlantillas
from ut_escritorio.interfaz.oficios.formulario import sitio_de
from ut_escritorio.interfaz.oficios.por_cual_va import sabiendo_por_cual_va
from ut_escritorio.servicios.archivo.expediente import Cambios, Expediente
from ut_escritorio.servicios.oficios import cartas, imprimir, tomar
from ut_escritorio.servicios.oficios.cartas import CartaAbierta
from ut_escritorio.servicios.oficios.libro import Libro, en_el_anio

_UNIDADES = "Unidades y órganos"
_CTRL_M = QKeySequence("Ctrl+M")


class PanelDeCarta(QWidget):
    """`vuelve` sale al pedir la lista; `pide_varias`, con las ya escritas, al querer
    mandarla a varias áreas.

    `guarda_del_oficio` sale con un dato del oficio y lo escrito.
    """

    vuelve = Signal()
    pide_varias = Signal(str)
    guarda_del_oficio = Signal(object, object, object, str)

    def __init__(self, sesion: Sesion, impresor: Impresor) -> None:
        super().__init__()
        self._sesion, self._impresor = sesion, impresor
        self._fila: EnElLibro | None = None
        self._libro: Libro | None = None
        self._abierta: CartaAbierta | None = None
        self.titulo, self.nota = LetreroQueCede(), Letrero(tinta="letra_tenue")
        self.estado = Letrero(tinta="letra_tenue")
        self.formulario, self.hoja = FormularioDeCarta(sesion), HojaViva("Así se imprime la carta")
        self.imprimir = boton("Imprimir", self.pedir_imprimir, "imprimir", "Ctrl+P")
        self.tomar = boton("Tomar número", self._tomar, "agregar")
        self.en_pdf = boton("En PDF…", self._en_pdf, "pdf")
        self.corregir = boton("Corregir esta carta…", self._corregir, "a_mano")
        self.varias = boton("A varias áreas…", self._a_varias, "ir", "Ctrl+M")
        self.plantillas = MenuDePlantillas(self, sesion, self.asentar)
        self.volver = boton("Volver a la lista", self._volver, "anterior", "Esc")
        self.ver = boton("Ver la hoja", lambda: self.agrandar(si=True), "acercar", "Espacio, en la hoja")
        self.achicar = boton("Dejarla como estaba", self._dejar_de_ver, "alejar", "Esc o Espacio")
        self._de_paso = False
        self._armar()
        self._conectar()

    def _armar(self) -> None:
        self._gestos, self._de_datos = QWidget(), con_barra(self.formulario)
        hilera = HileraQueSeParte(self._gestos, entre=6)
        for pieza in (
            self.volver, self.imprimir, self.tomar, self.varias, self.ver, self.en_pdf, self.corregir,
            self.plantillas.boton,
        ):  # fmt: skip
            hilera.agregar(pieza)
        self.achicar.hide()
        self.divisor = QSplitter(Qt.Orientation.Horizontal)
        self.divisor.addWidget(self._de_datos)
        self.divisor.addWidget(self.hoja)
        self.divisor.setSizes([560, 520])
        self.divisor.setChildrenCollapsible(False)
        acomodo = QVBoxLayout(self)
        for pieza in (self.titulo, self._gestos, self.achicar, self.estado, self.nota):
            acomodo.addWidget(pieza)
        acomodo.addWidget(self.divisor, 1)

    def _conectar(self) -> None:
        self.formulario.guarda.connect(self._guardar)
        self.formulario.guarda_del_oficio.connect(
            lambda dato, valor, texto: self.guarda_del_oficio.emit(dato, (self._fila,), valor, texto)
        )
        self.formulario.eligio.connect(self._elegir_plantilla)
        self.formulario.pide_oficina.connect(lambda: self._sesion.pide_oficina.emit(_UNIDADES))
        self.formulario.pide_automatico.connect(self._volver_al_automatico)
        self._impresor.dijo.connect(self.estado.decir)
        aplicacion = QApplication.instance()
        assert isinstance(aplicacion, QApplication)
        aplicacion.focusChanged.connect(self._dejar_a_la_vista)

    def _dejar_a_la_vista(self, _antes: QWidget | None, ahora: QWidget | None) -> None:
        """El campo que recibe el cursor; el que ella señala con el ratón ya lo está viendo."""
        con_raton = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if ahora is not None and not con_raton and self.formulario.isAncestorOf(ahora):
            dejar_a_la_vista_lo_que_llega(self._de_datos, ahora)

    # --- lo que se ve -----------------------------------------------------------------------------

    @property
    def uid(self) -> str:
        """El oficio cuya carta se ve."""
        return self._fila.oficio.uid if self._fila else ""

    @property
    def intacta(self) -> bool:
        """Si se abrió y se dejó sin decir nada en ella ni de su oficio, ni algo que aún espera guardarse."""
        fila, abierta = self._fila, self._abierta
        if fila is None or abierta is None or self._sesion.solo_leer:
            return False
        suyo = sitio_de(self.uid).origen
        if any(pendiente.escrito.sitio.origen == suyo for pendiente in self._sesion.sin_guardar.todos):
            return False
        return not abierta.escrita and fila.oficio.en_blanco and not fila.dichos

    def poner(self, fila: EnElLibro, libro: Libro) -> bool:
        """Enseña la carta de un oficio como está ahora; dice si se pudo."""
        hoy, uid = self._sesion.reloj.hoy(), fila.oficio.uid
        abierta = self._sesion.consultar(lambda exp, _: cartas.abrir_carta(exp, uid, hoy))
        todas = self._sesion.consultar(lambda exp, _: cartas.plantillas(exp))
        if abierta is None or todas is None:
            return False
        self.estado.decir("")  # de lo que se dijo, ya pasó otra cosa
        if self._fila is not None and self.uid != uid:
            self.asentar()
            self._de_datos.verticalScrollBar().setValue(0)  # la otra pudo quedar recorrida
        self._fila, self._libro, self._abierta = fila, libro, abierta
        cerrado = self._por_que_no(abierta)
        self.formulario.poner(abierta, fila, todas, cerrado)
        self._decir(abierta, cerrado)
        dira = self._sesion.consultar(lambda exp, _: tomar.como_se_dira(exp, abierta, hoy))
        frase, por_que_no = dira or ("", "")
        self.formulario.se_dira.decir(frase or por_que_no, "letra_tenue" if frase else "atencion")
        self._ver_la_hoja()
        return True

    def _por_que_no(self, abierta: CartaAbierta) -> str:
        """Por qué no se cambia; vacío si se puede."""
        if self._sesion.solo_leer:
            return self._sesion.solo_leer
        if abierta.oficio.cancelado is not None:
            return f"Está cancelado: {abierta.oficio.cancelado}"
        if abierta.fija and abierta.enviada:
            dia = f"{abierta.enviada.dia:%d/%m/%Y}"
            return (
                f"Ya está en papel: se imprimió el {dia} y se queda como salió. Para que diga otra cosa, use "
                "«Corregir esta carta…» e imprímala otra vez; si ya no va, cancele su número en la lista."
            )
        return ""

    def _decir(self, abierta: CartaAbierta, cerrado: str) -> None:
        oficio, abierto = abierta.oficio, not self._sesion.solo_leer
        sigue = self._libro.siguiente if self._libro else ""
        sin_numero, vivo = not oficio.folio, oficio.cancelado is None
        sin = f"sin número todavía (sigue {sigue})" if sigue else "sin número todavía"
        self.titulo.setText(f"Carta {oficio.folio or sin}")
        corrige = f"Se está corrigiendo: {abierta.carta.corrige}" if abierta.carta.corrige else ""
        self.nota.decir(cerrado or corrige)
        huecos = nombres_de_huecos(abierta.plantilla, abierta.dicha.faltan)
        rotular(self.imprimir, _que_imprime(sin_numero, abierta.fija, len(huecos)))
        falta = f"\nFalta: {lista(huecos)}" if huecos else ""
        self.imprimir.setToolTip(sin_marcado(f"Ctrl+P{falta}"))
        self.imprimir.setVisible(abierta.escrita and vivo and (abierto or abierta.fija))
        self.en_pdf.setVisible(self.imprimir.isVisibleTo(self))
        con_serie = self._libro is not None and self._libro.serie is not None
        self.tomar.setVisible(abierto and abierta.escrita and sin_numero and con_serie)
        rotular(self.tomar, f"Tomar número {sigue}".strip())
        self.varias.setVisible(self.tomar.isVisibleTo(self))
        self.corregir.setVisible(abierto and abierta.fija and vivo)
        self.plantillas.poner(abierta)
        self.plantillas.boton.setVisible(abierto and abierta.escrita)

    def _ver_la_hoja(self) -> None:
        """La hoja: la que se imprimió o, si no, como saldría."""
        uid, hoy = self.uid, self._sesion.reloj.hoy()

        def reunir(exp: Expediente, _: object) -> tuple[Any, Callable[[str], bytes]]:
            reunida = imprimir.por_verse(exp, uid, hoy)
            return reunida, imprimir.imagenes_de(exp, reunida.secciones)

        if (vista := self._sesion.consultar(reunir)) is not None:
            reunida, imagen = vista
            self.hoja.poner(
                reunida, lambda avance, cancelado: imprimir.hacer_pdf(reunida, imagen, avance, cancelado)
            )

    def enfocar(self) -> None:
        """Pone el cursor en lo primero por llenar."""
        self.formulario.enfocar()

    def seguir_en_ella(self, campo: str = "") -> bool:
        """Pone el cursor en ese dato o, sin decir cuál, lo deja donde esté; dice si en ella se puede."""
        cursor = self.window().focusWidget()
        if campo:
            return self._seguir_en(self.formulario.abierta(campo))
        if cursor is None or not self.isAncestorOf(cursor):
            self.enfocar()
        return True

    def _seguir_en(self, pieza: QWidget | None) -> bool:
        if pieza is None:
            return False
        if self.grande:
            self.agrandar(si=False)
        pieza.setFocus()
        return True

    @property
    def grande(self) -> bool:
        """Si solo se ve la hoja, a todo lo ancho."""
        return self.achicar.isVisibleTo(self)

    def agrandar(self, *, si: bool, de_paso: bool = False) -> None:
        """Deja solo la hoja, a todo lo ancho, o como estaba; `de_paso`: al dejarla se vuelve a la lista."""
        self.asentar()
        self._de_paso = de_paso
        for pieza in (self._gestos, self._de_datos):
            pieza.setVisible(not si)
        self.achicar.setVisible(si)
        if si:
            self.hoja.setFocus()

    def _dejar_de_ver(self) -> None:
        de_paso = self._de_paso
        self.agrandar(si=False)
        if de_paso:
            self._volver()
        else:
            self.enfocar()

    def pieza_de(self, clave: str) -> QWidget | None:
        """El campo donde se ve un dato."""
        return self.formulario.pieza_de(clave)

    def asentar(self) -> None:
        """Guarda lo que esté a medio escribir."""
        self.formulario.asentar()

    # --- lo que se escribe ------------------------------------------------------------------------

    def _guardar(self, dato: DatoDeCarta, valor: Any, texto: str) -> None:
        uid, hoy = self.uid, self._sesion.reloj.hoy()

        def escribir(exp: Expediente, trimestre: Any) -> Cambios:
            # Al reintentar, lo demás de la carta puede ser otro.
            carta = cartas.abrir_carta(exp, uid, hoy).carta
            return cartas.escribir(exp, trimestre, uid, dato.poner(carta, valor))

        if self._abierta is not None and dato.leer(self._abierta.carta) == valor:
            self._sesion.sin_guardar.soltar(escrito_en(uid, dato.campo, dato.rotulo, texto).sitio)
            return
        self._sesion.guardar(escrito_en(uid, dato.campo, dato.rotulo, texto), escribir)

    def _elegir_plantilla(self, clave: str) -> None:
        """La empieza con esa plantilla o, ya empezada, se la cambia; el cursor va a lo que falte."""
        uid, hoy = self.uid, self._sesion.reloj.hoy()
        if clave and self._abierta is not None:
            self._sesion.hacer(cartas.con_plantilla, uid, hoy, clave)
            self.formulario.enfocar()

    def _volver_al_automatico(self) -> None:
        uid, hoy = self.uid, self._sesion.reloj.hoy()
        self._sesion.hacer(cartas.volver_al_automatico, uid, hoy)

    # --- sus gestos -------------------------------------------------------------------------------

    def pedir_imprimir(self) -> None:
        """La imprime, tomándole número si no lo tiene."""
        self._encargar(self._impresor.en_papel)

    def _en_pdf(self) -> None:
        self._encargar(self._impresor.en_pdf)

    def _encargar(self, hacer: Callable[[Sequence[EnElLibro]], object]) -> None:
        self.asentar()
        if self._fila is not None:
            hacer((self._fila,))

    def _tomar(self) -> None:
        self.asentar()
        if (libro := self._libro) and (uid := self.uid):
            anio, hoy = libro.ejercicio, self._sesion.reloj.hoy()

            def tomarlo(exp: Expediente, trimestre: Trimestre) -> tuple[tuple[str, ...], Cambios]:
                return tomar.tomar_seguidos(exp, en_el_anio(exp, trimestre, anio), [uid], hoy)

            sabiendo_por_cual_va(self.window(), self._sesion, anio, lambda: self._sesion.hacer(tomarlo))

    def _a_varias(self) -> None:
        self.asentar()
        self.pide_varias.emit(self.formulario.a_quien())

    def _corregir(self) -> None:
        uid = self.uid
        avisos.pedir_texto(
            self,
            "Esta carta ya se imprimió. ¿Por qué se cambia?",
            "Corregirla",
            lambda motivo: self._sesion.logra(cartas.corregir, uid, motivo),
            "La que se imprimió se conserva, con este motivo junto a la que la reemplaza.",
            con_enter=True,
        )

    def _volver(self) -> None:
        self.asentar()
        self.estado.decir("")  # lo que se acaba de hacer, ya se vio
        self.vuelve.emit()

    def atender(self, tecla: QKeyEvent) -> bool:
        """Ctrl+M, aunque el cursor esté en el rótulo de la pestaña; dice si era."""
        es_suya = QKeySequence(tecla.keyCombination()) == _CTRL_M and self.varias.isVisible()
        if es_suya:
            self._a_varias()
        return es_suya

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._dejar_de_ver() if self.grande else self._volver()
        elif event.key() == Qt.Key.Key_Space:  # lo que se escribe no llega hasta aquí
            self._dejar_de_ver() if self.grande else self.agrandar(si=True)
        elif not self.atender(event):
            super().keyPressEvent(event)


def _que_imprime(sin_numero: bool, fija: bool, huecos: int) -> str:
    if fija:
        return "Volver a imprimir"
    con = "" if not huecos else " con un hueco" if huecos == 1 else f" con {huecos} huecos"
    return f"Tomar número e imprimir{con}" if sin_numero else f"Imprimir{con}"
