"""La tira de anotar, al pie de la ventana: se llena con el teclado y se lee como quedará."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from ut_escritorio.dominio.impreso import anotar as regla
from ut_escritorio.dominio.impreso.asuntos import Encargo, encargo_de
from ut_escritorio.dominio.oficios.solo_al_libro import dicho_en_el_libro
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.renglones import Renglon
from ut_escritorio.interfaz.anotar.campos import Hoja
from ut_escritorio.interfaz.anotar.hecho import Anotado, Hecho, hecho_de
from ut_escritorio.interfaz.anotar.reparos import Reparos
from ut_escritorio.interfaz.anotar.sigue_a import SigueA
from ut_escritorio.interfaz.anotar.ya_anotado import YaAnotado
from ut_escritorio.interfaz.comunes.aspecto.piezas import (
    CABEN,
    Letrero,
    agrandar,
    boton,
    que_quepa,
    sin_atajo,
    sin_marcado,
)
from ut_escritorio.interfaz.comunes.aspecto.que_ceden import LetreroQueSePliega
from ut_escritorio.interfaz.comunes.campos.al_pie import aviso_de
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.captura.anotar import anotar
from ut_escritorio.servicios.captura.asuntos import seguir_asunto
from ut_escritorio.servicios.oficios.anotar import anotar_solo_al_libro
from ut_escritorio.servicios.oficios.responder import anotar_respuesta

_COMO = "En el {}. Enter lo guarda y queda lista para otro; Esc la cierra."
_COMO_ENCARGO = "Enter lo guarda y cierra; Esc la cierra sin guardar."
_SE_LEERA = "Se leerá: «»"
_EN_EL_LIBRO = "El informe no lo dirá; en el libro: «»"
_CORTA = 34  # renglones que caben de arriba abajo
_RENGLONES = 1.7  # dos, y lo que cada uno deja sin llenar
_CTRL_R = QKeySequence("Ctrl+R")


class Tira(QFrame):
    """Lo que se está anotando; Enter lo guarda y queda lista para otro, Esc la cierra sin perderlo."""

    def __init__(self, sesion: Sesion) -> None:
        super().__init__()
        self.sesion = sesion
        self._ya = YaAnotado(sesion)
        self._lugar_a_mano = False
        self._encargo: Encargo | None = None
        self._de_donde: QWidget | None = None
        self._anotado: Hecho | None = None
        self._donde = ""
        self._en_camino = False
        self.hoja = Hoja(sesion)
        self.lectura = self.hoja.lectura
        self.aviso, self.hecho = Letrero(tinta="atencion"), Letrero(tinta="bien")
        self._reparos = Reparos(sesion, self.hoja, self._ya)
        self.en_cual, self.sigue_de_ahi = self._reparos.en_cual, self._reparos.sigue_de_ahi
        self._armar()
        self.hoja.cambio.connect(self._leer)
        self.en_cual.toggled.connect(lambda _: self._leer())
        self.hoja.cambio_de_medio.connect(self._al_cambiar_de_medio)
        self.hoja.cambio_de_lugar.connect(self._al_cambiar_de_lugar)
        sesion.cambio.connect(lambda _: self._al_cambiar())
        sesion.cambio_de_trimestre.connect(self.close)
        sesion.por_anotar = self

    def _armar(self) -> None:
        self.setAccessibleName("Anotar")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.palette().ColorRole.AlternateBase)
        self.guardar = boton("Guardar y otro", self._guardar, "guardar", "Enter")
        self.cerrar = boton("Cerrar", self.close, "cancelar", "Esc")
        self.sigue_a = SigueA()
        self.tambien = agrandar(QCheckBox())
        self.tambien.hide()
        self.ir = boton("Ir al renglón", self._ir, "ir")
        for cual in (self.guardar, self.cerrar):
            self.hoja.junto.addWidget(cual, 0, Qt.AlignmentFlag.AlignTop)
        self.hoja.datos.agregar(self.sigue_a, 4)
        self.hoja.datos.agregar(self.tambien)
        dicho = QHBoxLayout()
        dicho.addWidget(self.ir)
        dicho.addWidget(self.hecho, 1)
        acomodo = QVBoxLayout(self)
        acomodo.setContentsMargins(12, 5, 12, 5)
        acomodo.setSpacing(6)
        acomodo.addWidget(self.hoja)
        acomodo.addWidget(self.aviso)
        for casilla in (self.en_cual, self.sigue_de_ahi):
            acomodo.addWidget(casilla, 0, Qt.AlignmentFlag.AlignLeft)
        acomodo.addLayout(dicho)
        QWidget.setTabOrder(self.hoja.cuantos, self.sigue_a.lista)
        QWidget.setTabOrder(self.sigue_a.lista, self.sigue_a.falta_parte)
        QWidget.setTabOrder(self.sigue_a.falta_parte, self.tambien)
        QWidget.setTabOrder(self.tambien, self.en_cual)
        QWidget.setTabOrder(self.en_cual, self.sigue_de_ahi)
        QWidget.setTabOrder(self.sigue_de_ahi, self.guardar)
        QWidget.setTabOrder(self.guardar, self.cerrar)

    def abrir(self, donde: str) -> None:
        """Se abre con lo que se propone estando en ese lugar; si algo se estaba anotando, sigue ahí."""
        if not self.isVisible():
            self._de_donde = QApplication.focusWidget()
        self._plegar_lo_de_arriba(True)
        self._releer()
        if self.hoja.nada_escrito():
            self._proponer(donde)
        self.show()
        self.hoja.enfocar()

    def _plegar_lo_de_arriba(self, si: bool) -> None:
        """En una ventana corta, mientras se anota, lo dicho arriba ocupa un renglón: que se vea lo demás."""
        corta = self.window().height() < _CORTA * self.fontMetrics().lineSpacing()
        for letrero in self.window().findChildren(LetreroQueSePliega):
            letrero.plegar(si and corta)

    def encargar(self, encargo: Encargo) -> None:
        """Se abre con lo de un asunto y, al guardarlo, se cierra; antes hay que terminar lo empezado."""
        if not self.hoja.nada_escrito():
            self.abrir(self._donde)
            self.aviso.decir("Antes termine o vacíe lo que estaba anotando.", "error")
            return
        self._encargo = encargo
        self.abrir(encargo.borrador.lugar)
        self.hoja.poner(encargo.borrador)
        self.hoja.lugar.setEnabled(not encargo.asunto.renglones)
        self._lugar_a_mano = True
        if encargo.de_paso is not None and encargo.de_paso.ficha is not None:
            self.tambien.setText(f"También: {sin_atajo(encargo.de_paso.ficha.rotulo)}")
        self.tambien.setChecked(False)
        self.tambien.setVisible(encargo.de_paso is not None)
        self.guardar.setText("Guardar")
        self._vestir()
        self.hoja.enfocar()

    def _soltar_encargo(self) -> None:
        self._encargo = None
        self.tambien.hide()
        self.hoja.lugar.setEnabled(True)
        self.guardar.setText("Guardar y otro")
        self.hoja.vaciar()

    def _proponer(self, donde: str) -> None:
        self._donde, self._lugar_a_mano = donde, False
        self.sigue_a.soltar()
        self._comenzar(donde)
        self._proponer_fecha()
        self._decir_hecho(None)
        self._al_cambiar_de_medio()

    def _comenzar(self, lugar: str) -> None:
        comienzo = regla.comienzo_de(self.sesion.foto, lugar)
        self.hoja.medio.poner(comienzo.medio)
        self.hoja.sentido.poner(comienzo.sentido)

    def _proponer_fecha(self) -> None:
        self.hoja.fecha.poner(regla.fecha_propuesta(self.sesion.trimestre, self.sesion.reloj.hoy()))

    def _releer(self) -> None:
        """Vuelve a ver lo ya anotado, de donde salen la serie y lo que se ofrece."""
        self._ya.releer()
        self.hoja.seguir(self.sesion.foto)
        self._vestir()

    def _al_cambiar(self) -> None:
        if self.sesion.cerrado:
            self.close()
            return
        if self._anotado is not None and not self._anotado.sigue(self.sesion, self.en_cual.foto_de):
            self._decir_hecho(None)  # se deshizo
        if self.isVisible():
            self._releer()

    def _al_cambiar_de_medio(self) -> None:
        medio, sentido = self.hoja.medio.currentData(), self.hoja.sentido.currentData()
        no_va = self._reparos.solo_al_libro and medio != self.sesion.foto.plan.medio_con_folio
        if not self._lugar_a_mano or no_va:
            self.hoja.lugar.poner(self._ya.lugar_propuesto(medio, sentido, self._donde))
        self._vestir()

    def _al_cambiar_de_lugar(self) -> None:
        self._lugar_a_mano = True
        lugar, foto = self.hoja.lugar.currentData(), self.sesion.foto
        if not regla.es_de_su_medio(foto.plan, lugar, self.hoja.medio.currentData()):
            self._comenzar(lugar)
        self._vestir()

    def _vestir(self) -> None:
        foto, renglon = self.sesion.foto, self._reparos.renglon()
        self.hoja.vestir(foto, renglon, self._reparos.serie())
        self.hoja.ofrecer(self._ya.unidades_ofrecidas(), self._ya.asuntos_ofrecidos(renglon.lugar))
        self._leer()

    def _leer(self) -> None:
        """Enseña la frase como va a quedar y lo que conviene ver antes de guardarla."""
        if not self.hoja.fecha.hasFocus():
            self._ver_en_cual()
        if self.hoja.nada_escrito():
            como = _COMO_ENCARGO if self._encargo else _COMO.format(self.sesion.trimestre)
            self.lectura.decir(como, "letra_tenue")
        else:
            self._decir_hecho(None)
            frase = self._frase()
            dicha = que_quepa(frase, self._caben_en_dos_renglones())
            como = _EN_EL_LIBRO if self._reparos.solo_al_libro else _SE_LEERA
            self.lectura.decir(f"{como[:-1]}{dicha}»", "letra")
            self.lectura.setToolTip(sin_marcado(frase) if dicha != que_quepa(frase, len(frase)) else "")
        self._ofrecer_contestar()
        self.aviso.decir(self._reparos.a_la_vista(), "atencion")

    def _frase(self) -> str:
        """Lo escrito, como lo dirá el informe o, si no lo va a decir, como queda en el libro."""
        if self._reparos.solo_al_libro:
            return dicho_en_el_libro(self.sesion.foto.catalogo, self._reparos.renglon())
        return regla.como_se_leera(self.en_cual.foto, self._reparos.renglon()).texto

    def _ver_en_cual(self) -> None:
        """Si su fecha es de otro trimestre abierto; lo de un asunto sigue en el suyo."""
        elegido = self.sigue_a.elegido()
        de_asunto = self._encargo is not None or (elegido is not None and elegido.asunto is not None)
        self.en_cual.ver(None if de_asunto or self._reparos.solo_al_libro else self.hoja.fecha.entendido())

    def _caben_en_dos_renglones(self) -> int:
        """Las letras de la frase que se leen sin que la tira tape lo demás."""
        ancho = self.width() - self.guardar.width() - self.cerrar.width()
        por_renglon = ancho // self.fontMetrics().averageCharWidth()
        return min(CABEN, int(por_renglon * _RENGLONES) - len(_SE_LEERA))

    def _ofrecer_contestar(self) -> None:
        """A qué contesta o sigue lo escrito; de un encargo ya se sabe."""
        borrador = self.hoja.borrador()
        posibles = self._ya.contestables(borrador)
        self.sigue_a.poner(() if self._encargo else posibles, borrador.sentido)

    def _guardar(self, y_luego: Callable[[], object] = lambda: None) -> None:
        """Guarda lo escrito, salvo que algo no se entienda; lo que extraña pide un segundo Enter."""
        por_corregir = self._reparos.por_corregir()
        self._ver_en_cual()
        if por_corregir:
            self.aviso.decir(por_corregir, "error")
            return
        if por_aceptar := self._reparos.por_aceptar():
            self.aviso.decir(por_aceptar, "error")
            return
        self._anotar(y_luego)

    def _anotar(self, y_luego: Callable[[], object]) -> None:
        """Lo anota ya o en su turno; mientras espera, otro Enter no lo anota dos veces."""
        if self._en_camino:
            return
        self._en_camino = True
        encargo, pedido, trimestre = self._encargo, self._pedido(), self.en_cual.foto.trimestre
        self.sesion.espera.cuando_se_pueda(lambda: self._anotar_ya(pedido, encargo, trimestre, y_luego))

    def _pedido(self) -> Callable[[], Anotado | None]:
        """Lo que se pide anotar, con lo que dice ahora: suelto, en un asunto, en respuesta o en el libro."""
        encargo, elegido, sesion = self._encargo, self.sigue_a.elegido(), self.sesion
        en = self.en_cual.foto.trimestre
        borradores = (self.hoja.borrador(), *(self._de_paso(encargo) if encargo else ()))
        mueve, completa = self.sigue_de_ahi.isChecked(), not self.sigue_a.falta_parte.isChecked()
        if self._reparos.solo_al_libro:
            contesta_a = elegido.oficio if elegido else ""
            return lambda: sesion.hacer(
                lambda exp, _: anotar_solo_al_libro(
                    exp, en, borradores[0], contesta_a=contesta_a, completa=completa, sigue_de_ahi=mueve
                )
            )
        if encargo is None and elegido is not None and borradores[0].sentido == "recibido":
            return lambda: sesion.hacer(
                lambda exp, _: anotar_respuesta(exp, en, elegido, completa, borradores[0])
            )
        asunto = encargo.asunto if encargo else elegido.asunto if elegido else None
        if asunto is None:
            return lambda: sesion.hacer(lambda exp, _: anotar(exp, en, *borradores, sigue_de_ahi=mueve))
        return lambda: sesion.hacer(seguir_asunto, asunto, *borradores, sigue_de_ahi=mueve)

    def _anotar_ya(
        self,
        pedido: Callable[[], Anotado | None],
        encargo: Encargo | None,
        trimestre: Trimestre,
        y_luego: Callable[[], object],
    ) -> None:
        self._en_camino = False
        hecho = pedido()
        if hecho is None:
            return
        self._reparos.olvidar()
        self.sigue_a.soltar()
        self.hoja.vaciar()
        if isinstance(hecho, Renglon) and aviso_de(self.sesion.foto, hecho, "fecha"):
            self._proponer_fecha()
        self._leer()
        self._decir_hecho(hecho_de(hecho, trimestre, self.sesion.trimestre, self.en_cual.foto_de))
        if encargo is not None:
            self.close()
        else:
            self.hoja.enfocar()
        y_luego()

    def _de_paso(self, encargo: Encargo) -> tuple[regla.Borrador, ...]:
        """El borrador del paso que sigue, si ella lo marcó."""
        if encargo.de_paso is None or not self.tambien.isChecked():
            return ()
        asunto = replace(encargo.asunto, unidad=self.hoja.unidad.text(), tema=self.hoja.asunto.text())
        siguiente = encargo_de((encargo.de_paso,), asunto, encargo.de_paso, self.hoja.fecha.entendido())
        return (siguiente.borrador,)

    def _decir_hecho(self, hecho: Hecho | None) -> None:
        self._anotado = hecho
        self.ir.setVisible(hecho is not None)
        if hecho is not None:
            self.ir.setText(hecho.rotulo)
            self.ir.setAccessibleName(hecho.rotulo)
        self.hecho.decir(hecho.dicho if hecho else "")

    # --- lo que se pregunta antes de irse sin su Enter ------------------------------------------

    def se_lee(self) -> str:
        """Cómo quedaría lo que se está anotando; vacío si nada se escribió."""
        if self.hoja.nada_escrito():
            return ""
        return self._frase()

    def anotarlo(self, seguir: Callable[[], object]) -> None:
        """Como su Enter y, si quedó, sigue; si algo falta o extraña, la tira lo dice y no sigue."""
        self.volver()
        self._guardar(seguir)

    def volver(self) -> None:
        """La enseña como se dejó."""
        self.abrir(self._donde)

    def dejarlo(self) -> None:
        """Lo escrito ya no se va a anotar."""
        self.sigue_a.soltar()
        self.hoja.vaciar()
        self.close()

    def _ir(self) -> None:
        if self._anotado is not None:
            hecho = self._anotado
            self.close()
            self.sesion.pide_ir_a.emit(hecho.trimestre, hecho.sitio)

    def _al_reves(self) -> None:
        """Lo que se envía pasa a ser lo que se recibe, o al revés, sin mover el cursor."""
        self.hoja.sentido.poner("enviado" if self.hoja.sentido.currentData() == "recibido" else "recibido")
        self._al_cambiar_de_medio()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if QKeySequence(event.keyCombination()) == _CTRL_R and self._encargo is None:
            self._al_reves()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._guardar()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Al cerrarse, el cursor vuelve adonde estaba; ni un encargo ni un sí quedan para otra vez."""
        if event.spontaneous():  # la ventana se minimizó: la tira sigue abierta
            return
        self._plegar_lo_de_arriba(False)
        self._reparos.olvidar()
        if self._encargo is not None:
            self._soltar_encargo()
        if self._de_donde is not None and isValid(self._de_donde) and self._de_donde.isVisible():
            self._de_donde.setFocus()
