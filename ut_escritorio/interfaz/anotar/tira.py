"""La tira de anotar, al pie de la ventana: se llena con el teclado y se lee como quedará."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget
from shiboken6 import isValid

from ut_escritorio.dominio.impreso import anotar as regla
from ut_escritorio.dominio.impreso.asuntos import Encargo
from ut_escritorio.dominio.oficios.libro import EnElLibro
from ut_escritorio.dominio.oficios.solo_al_libro import dicho_en_el_libro
from ut_escritorio.dominio.trimestre.renglones import Renglon
from ut_escritorio.interfaz.anotar.campos import Hoja
from ut_escritorio.interfaz.anotar.en_su_turno import EnSuTurno
from ut_escritorio.interfaz.anotar.encargada import Encargada
from ut_escritorio.interfaz.anotar.hecho import Anotado, Hecho, hecho_de
from ut_escritorio.interfaz.anotar.pedido import Pedido
from ut_escritorio.interfaz.anotar.propuesta import Propuesta
from ut_escritorio.interfaz.anotar.renglon_de_hecho import RenglonDeHecho
from ut_escritorio.interfaz.anotar.reparos import Reparos
from ut_escritorio.interfaz.anotar.sigue_a import SigueA
from ut_escritorio.interfaz.anotar.ya_anotado import YaAnotado
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, boton
from ut_escritorio.interfaz.comunes.aspecto.que_ceden import plegar_lo_de_arriba
from ut_escritorio.interfaz.comunes.campos.al_pie import aviso_de
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion

_COMO = "En el {}. Enter lo guarda y queda lista para otro; Esc la cierra."
_COMO_ENCARGO = "Enter lo guarda y cierra; Esc la cierra sin guardar."
_CTRL_R = QKeySequence("Ctrl+R")


class Tira(QFrame):
    """Lo que se está anotando; Enter lo guarda y queda lista para otro, Esc la cierra sin perderlo."""

    def __init__(self, sesion: Sesion) -> None:
        super().__init__()
        self.sesion = sesion
        self._ya = YaAnotado(sesion)
        self._de_donde: QWidget | None = None
        self._en_su_turno = EnSuTurno(sesion, self._al_quedar)
        self.hoja = Hoja(sesion)
        self._propuesta = Propuesta(sesion, self.hoja, self._ya)
        self.lectura = self.hoja.lectura
        self.aviso = Letrero(tinta="atencion")
        self._hecho = RenglonDeHecho(self._ir)
        self.hecho, self.ir = self._hecho.dicho, self._hecho.ir
        self._reparos = Reparos(sesion, self.hoja, self._ya)
        self.en_cual, self.sigue_de_ahi = self._reparos.en_cual, self._reparos.sigue_de_ahi
        self._armar()
        self.hoja.cambio.connect(self._leer)
        self.en_cual.toggled.connect(lambda _: self._leer())
        self.hoja.cambio_de_medio.connect(self._al_cambiar_de_medio)
        self.hoja.cambio_de_lugar.connect(self._al_cambiar_de_lugar)
        self.sigue_a.eligio.connect(self._al_elegir_a_cual)
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
        self._encargada = Encargada(self.hoja, self.guardar)
        self.tambien = self._encargada.tambien
        for cual in (self.guardar, self.cerrar):
            self.hoja.junto.addWidget(cual, 0, Qt.AlignmentFlag.AlignTop)
        self.hoja.datos.agregar(self.sigue_a, 4)
        self.hoja.datos.agregar(self.tambien)
        acomodo = QVBoxLayout(self)
        acomodo.setContentsMargins(12, 5, 12, 5)
        acomodo.setSpacing(6)
        acomodo.addWidget(self.hoja)
        acomodo.addWidget(self.aviso)
        for casilla in (self.en_cual, self.sigue_de_ahi):
            acomodo.addWidget(casilla, 0, Qt.AlignmentFlag.AlignLeft)
        acomodo.addLayout(self._hecho)
        por_orden = (
            self.hoja.cuantos, self.sigue_a.lista, self.sigue_a.falta_parte, self.tambien, self.en_cual,
            self.sigue_de_ahi, self.guardar, self.cerrar,
        )  # fmt: skip
        for antes, despues in pairwise(por_orden):
            QWidget.setTabOrder(antes, despues)

    def abrir(self, donde: str) -> None:
        """Se abre con lo que se propone estando en ese lugar; si algo se estaba anotando, sigue ahí."""
        if not self.isVisible():
            self._de_donde = QApplication.focusWidget()
        plegar_lo_de_arriba(self.window(), True)
        self._releer()
        if self.hoja.nada_escrito():
            self._proponer(donde)
        self.show()
        self.hoja.enfocar()

    def encargar(self, encargo: Encargo) -> None:
        """Se abre con lo de un asunto y, al guardarlo, se cierra; antes hay que terminar lo empezado."""
        if self._hay_otro_empezado():
            return
        self._encargada.encargo = encargo
        self.abrir(encargo.borrador.lugar)
        self._encargada.llenar(encargo)
        self._propuesta.lugar_a_mano = True
        self._vestir()
        self.hoja.enfocar()

    def contestar(self, fila: EnElLibro) -> None:
        """Se abre con lo que falta de un oficio que llegó en respuesta a otro."""
        if self._hay_otro_empezado():
            return
        self.abrir("")
        self._propuesta.contestar(fila)
        self._al_cambiar_de_medio()
        self.sigue_a.lista.poner(fila.oficio.uid)
        self._al_elegir_a_cual()
        self.hoja.enfocar()

    def _hay_otro_empezado(self) -> bool:
        """Si hay algo a medio anotar; lo enseña y dice que antes se termine."""
        empezado = not self.hoja.nada_escrito()
        if empezado:
            self.abrir(self._propuesta.donde)
            self.aviso.decir("Antes termine o vacíe lo que estaba anotando.", "error")
        return empezado

    def _proponer(self, donde: str) -> None:
        self.sigue_a.soltar()
        self._propuesta.empezar(donde)
        self._hecho.decir(None)
        self._al_cambiar_de_medio()

    def _releer(self) -> None:
        """Vuelve a ver lo ya anotado, de donde salen la serie y lo que se ofrece."""
        self._ya.releer()
        self.hoja.seguir(self.sesion.foto)
        self._vestir()

    def _al_cambiar(self) -> None:
        if self.sesion.cerrado:
            self.close()
            return
        self._hecho.callar_si_se_deshizo(self.sesion, self.en_cual.foto_de)
        if self.isVisible():
            self._releer()

    def _al_cambiar_de_medio(self) -> None:
        self._propuesta.seguir_al_medio(solo_al_libro=self._reparos.solo_al_libro)
        self._vestir()

    def _al_elegir_a_cual(self) -> None:
        self._propuesta.seguir_a(self.sigue_a.elegido())
        self._vestir()

    def _al_cambiar_de_lugar(self) -> None:
        self._propuesta.seguir_al_lugar()
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
            como = _COMO_ENCARGO if self._encargada.encargo else _COMO.format(self.sesion.trimestre)
            self.lectura.explicar(como)
        else:
            self._hecho.decir(None)
            ancho = self.width() - self.guardar.width() - self.cerrar.width()
            self.lectura.leer(self._frase(), ancho, en_el_libro=self._reparos.solo_al_libro)
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
        de_asunto = elegido is not None and elegido.asunto is not None
        no_se_mira = de_asunto or self._encargada.encargo is not None or self._reparos.solo_al_libro
        self.en_cual.ver(None if no_se_mira else self.hoja.fecha.entendido(), self.hoja.lugar.currentData())

    def _ofrecer_contestar(self) -> None:
        """A qué contesta o sigue lo escrito; de un encargo ya se sabe."""
        borrador = self.hoja.borrador()
        posibles = self._ya.contestables(borrador)
        self.sigue_a.poner(() if self._encargada.encargo else posibles, borrador.sentido)

    def _guardar(self, y_luego: Callable[[], object] = lambda: None) -> None:
        """Guarda lo escrito, salvo que algo no se entienda; lo que extraña se pregunta o pide otro Enter."""
        if self._reparos.preguntar_si_son_varios(lambda: self._guardar(y_luego)):
            return
        por_corregir = self._reparos.por_corregir()
        self._ver_en_cual()
        if por_corregir:
            self.aviso.decir(por_corregir, "error")
            return
        if self._reparos.preguntar_si_se_cuenta(lambda: self._guardar(y_luego)):
            return
        if por_aceptar := self._reparos.por_aceptar():
            self.aviso.decir(por_aceptar, "error")
            return
        self._en_su_turno.anotar(self._pedido, y_luego)

    def _pedido(self) -> Pedido:
        """Lo que se pide anotar, con lo que dice ahora."""
        return Pedido(
            en=self.en_cual.foto.trimestre,
            borradores=self._encargada.borradores(),
            encargo=self._encargada.encargo,
            elegido=self.sigue_a.elegido(),
            completa=not self.sigue_a.falta_parte.isChecked(),
            sigue_de_ahi=self.sigue_de_ahi.isChecked(),
            solo_al_libro=self._reparos.solo_al_libro,
        )

    def _al_quedar(self, pedido: Pedido, hecho: Anotado) -> None:
        """Lo dice, y queda lista para otro o, si era un encargo, se cierra."""
        self._reparos.olvidar()
        self._vaciar()
        if isinstance(hecho, Renglon) and aviso_de(self.sesion.foto, hecho, "fecha"):
            self._propuesta.fechar()
        self._leer()
        self._hecho.decir(hecho_de(hecho, pedido.en, self.sesion.trimestre, self.en_cual.foto_de))
        if pedido.encargo is not None:
            self.close()
        else:
            self.hoja.enfocar()

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
        self.abrir(self._propuesta.donde)

    def dejarlo(self) -> None:
        """Lo escrito ya no se va a anotar."""
        self._vaciar()
        self.close()

    def _vaciar(self) -> None:
        """Lista para otro, que no contesta a ninguno."""
        self._ya.por_contestar = None
        self.sigue_a.soltar()
        self.hoja.vaciar()

    def _ir(self, hecho: Hecho) -> None:
        self.close()
        self.sesion.pide_ir_a.emit(hecho.trimestre, hecho.sitio)

    def _al_reves(self) -> None:
        """Lo que se envía pasa a ser lo que se recibe, o al revés, sin mover el cursor."""
        self.hoja.sentido.poner("enviado" if self.hoja.sentido.currentData() == "recibido" else "recibido")
        self._al_cambiar_de_medio()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if QKeySequence(event.keyCombination()) == _CTRL_R and self._encargada.encargo is None:
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
        plegar_lo_de_arriba(self.window(), False)
        self._reparos.olvidar()
        if self._encargada.encargo is not None:
            self._encargada.soltar()
        if self._de_donde is not None and isValid(self._de_donde) and self._de_donde.isVisible():
            self._de_donde.setFocus()
