"""La ventana «El plan»: su índice, la ficha de lo elegido y, al lado, cómo se va imprimiendo."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QVBoxLayout, QWidget

from ut_escritorio.dominio.cambios_del_plan.armado.cambio import Acomodado, Cambio
from ut_escritorio.dominio.cambios_del_plan.armado.nodos import (
    GRUPOS,
    Nodo,
    el_nuevo,
    el_primero,
    nodos_de,
    todos,
)
from ut_escritorio.dominio.plan.puestos import como_se_llaman
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, boton, con_barra, desechar
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.comunes.dialogos.dialogo_de_datos import DialogoDeDatos
from ut_escritorio.interfaz.comunes.papel.hoja_viva import HojaViva
from ut_escritorio.interfaz.comunes.sesion.hecho_aqui import HechoAqui
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.plan import gestos
from ut_escritorio.interfaz.plan.agregar import Oferta, ofertas
from ut_escritorio.interfaz.plan.arbol import ArbolDelPlan
from ut_escritorio.interfaz.plan.fichas.cuales import DeDonde, ficha_de
from ut_escritorio.interfaz.plan.fichas.ficha import Ficha
from ut_escritorio.interfaz.plan.su_hoja import poner_hoja
from ut_escritorio.servicios.oficina import plan as servicio
from ut_escritorio.servicios.oficina.componentes import modelos_de_componente


class ElPlan(DialogoDeDatos):
    """Cada cosa se guarda al pedirlo y queda en el archivo; Deshacer la vuelve atrás."""

    def __init__(self, sesion: Sesion, padre: QWidget | None = None) -> None:
        super().__init__(padre)
        self._sesion = sesion
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._plan = servicio.plan_de(sesion.expediente, sesion.trimestre)
        self._modelos = sesion.consultar(modelos_de_componente) or self._plan.componentes
        self._nodo: Nodo | None = None
        self._nueva = self._haciendo = False
        self.hecho = HechoAqui(sesion)
        self.setWindowTitle(f"El plan de {self._plan.ejercicio}")
        self.arbol, self.hoja = ArbolDelPlan(), HojaViva("Así se imprime")
        self.mas = boton("&Agregar…", self._ofrecer, "agregar", "Insertar")
        self.quitar = boton("&Ya no va…", self._quitar, "quitar", "Supr")
        self.arriba = boton("Subir", lambda: self._mover(-1), "subir", "Alt+↑")
        self.abajo = boton("Bajar", lambda: self._mover(1), "bajar", "Alt+↓")
        self.titulo, self.reparo = Letrero(negrita=True, aumento=1.15), Letrero(tinta="error")
        self.guardar = boton("Guardar", self._guardar, "guardar", "Ctrl+Enter")
        for tecla in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(tecla), self, self._guardar)
        self.deshacer = boton("Des&hacer", self._deshacer, "deshacer")
        self.cerrar = boton("Cerrar", self.reject)
        self._dice = Letrero(tinta="letra_tenue")
        self._dice.setWordWrap(False)
        self.ficha: Ficha = ficha_de(self._plan, None, self._de_donde())
        self._hueco = QVBoxLayout()
        self._armar()
        self._conectar()
        nodos = nodos_de(self._plan)
        self.arbol.poner(nodos)
        self._ir_a(el_primero(nodos))

    def lo_dicho(self) -> object:
        """Lo que se perdería al cerrarla."""
        return self.ficha.dicho()

    def _de_donde(self) -> DeDonde:
        """Lo que se escoge y no es del plan, como está ahora."""
        catalogo = self._sesion.foto.catalogo
        unidades = {cada.nombre: cada.clave for cada in catalogo.unidades}
        return DeDonde(self._modelos, unidades, como_se_llaman(self._plan, catalogo))

    # --- lo que se ve -----------------------------------------------------------------------------

    def _armar(self) -> None:
        izquierda, medio = QWidget(), QWidget()
        lado = QVBoxLayout(izquierda)
        lado.setContentsMargins(0, 0, 0, 0)
        lado.addWidget(self.arbol, 1)
        for par in ((self.mas, self.quitar), (self.arriba, self.abajo)):
            hilera = QHBoxLayout()
            for pieza in par:
                hilera.addWidget(pieza)
            hilera.addStretch()
            lado.addLayout(hilera)
        centro = QVBoxLayout(medio)
        centro.setContentsMargins(6, 0, 6, 0)
        centro.addWidget(self.titulo)
        self._barra = con_barra(self.ficha, 350)
        centro.addWidget(self._barra, 1)
        centro.addWidget(self.reparo)
        centro.addWidget(self.guardar, 0, Qt.AlignmentFlag.AlignRight)
        self.divisor = QSplitter(Qt.Orientation.Horizontal)
        self.divisor.setChildrenCollapsible(False)
        self.divisor.setAccessibleName("Índice, ficha y hoja")
        for pieza in (izquierda, medio, self.hoja):
            self.divisor.addWidget(pieza)
        self.divisor.setSizes([310, 470, 460])
        abajo = QHBoxLayout()
        abajo.addWidget(self.deshacer)
        abajo.addWidget(self._dice)
        abajo.addStretch()
        abajo.addWidget(self.cerrar)
        acomodo = QVBoxLayout(self)
        acomodo.addWidget(self.divisor, 1)
        acomodo.addLayout(abajo)
        self.resize(QSize(1300, 690).boundedTo(self.lo_que_cabe()))

    def _conectar(self) -> None:
        # Al terminar la tecla o el clic: antes, el índice volvería a ponerse donde se pidió.
        self.arbol.elegido.connect(
            lambda _: QTimer.singleShot(0, self, lambda: self._pasar_a(self.arbol.nodo()))
        )
        self.arbol.pide_cambiar.connect(lambda: self.ficha.empezar())
        self.arbol.pide_agregar.connect(self._ofrecer)
        self.arbol.pide_quitar.connect(self._quitar)
        self.arbol.pide_mover.connect(self._mover)
        self.arbol.solto.connect(self._soltar)
        self.arbol.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.arbol.customContextMenuRequested.connect(self._menu_del_indice)
        self._sesion.cambio.connect(self._al_cambiar)

    def _mostrar(self, nodo: Nodo | None) -> None:
        """La ficha de lo elegido, como está guardado."""
        self._nodo, self._nueva = nodo, False
        self._poner(ficha_de(self._plan, nodo, self._de_donde()))

    def _poner(self, ficha: Ficha) -> None:
        antes, self.ficha = self.ficha, ficha
        self._barra.takeWidget()
        self._barra.setWidget(ficha)
        desechar(antes)
        ficha.cambio.connect(self._leer)
        self.titulo.decir(ficha.titulo)
        self.guardar.setText(ficha.guardar)
        self.guardar.setAccessibleName(ficha.guardar)
        self.guardar.setVisible(ficha.pedido() is not None)
        self.deshacer.setEnabled(bool(self.hecho))
        for pieza in (self.quitar, self.arriba, self.abajo):
            pieza.setEnabled(self._nodo is not None and self._nodo.clase not in GRUPOS)
        self.recordar_lo_dicho()
        self._leer()

    def _leer(self) -> None:
        """Enseña cómo quedaría con lo escrito; si así no puede ser, por qué."""
        de_antes = (self.mas, self.quitar, self.arriba, self.abajo)
        luego = (self.guardar, self.hoja, self.deshacer, self.cerrar)
        for una, otra in pairwise((self.arbol, *de_antes, *self.ficha.piezas(), *luego)):
            QWidget.setTabOrder(una, otra)  # lo recién hecho iría al final
        self.reparo.decir("")
        pedido = self.ficha.pedido() if self._nueva or self.sin_guardar() else None
        hecho = Acomodado(self._plan)
        if pedido is not None:
            try:
                hecho = pedido.en(self._plan)
            except ErrorEsperado as error:
                self.reparo.decir(str(error) if self.sin_guardar() else "")
                pedido = None
        self.guardar.setEnabled(pedido is not None)
        if pedido is not None or not self._nueva:
            self.ficha.ver(replace(self._sesion.foto, plan=hecho.plan))
        self._ver(hecho)

    def _ver(self, hecho: Acomodado) -> None:
        """La hoja de lo elegido, como quedaría."""
        nodo = el_nuevo(self._plan, hecho.plan) if self._nueva else None
        if nodo is None and self._nodo is not None and (self.ficha.va_en_la_hoja or not self._nueva):
            nodo = gestos.el_mismo(self._nodo, hecho)
        poner_hoja(self.hoja, self._sesion.foto, hecho.plan, nodo)

    def sin_guardar(self) -> bool:
        """Si lo que se ve no es lo guardado."""
        return self.lo_dicho() != self._al_abrir

    def ir_a(self, clave: str) -> None:
        """Se pone en el lugar o el bloque de esa clave, si lo hay."""
        cual = next((nodo for nodo in todos(nodos_de(self._plan)) if nodo.clave == clave), None)
        self._pasar_a(cual)

    # --- pasar de una cosa a otra -----------------------------------------------------------------

    def _pasar_a(self, nodo: Nodo | None) -> None:
        """Pasa a esa cosa; con algo escrito de la que se veía, antes pregunta."""
        if nodo is None or (self._nodo is not None and nodo.cual == self._nodo.cual):
            return
        self._si_se_pierde(lambda: self._ir_a(nodo))

    def _si_se_pierde(self, seguir: Callable[[], object]) -> None:
        if self.sin_guardar():
            self.arbol.ponerse_en(self._nodo)
            avisos.preguntar_si_se_pierde(self, seguir, "pasar")
        else:
            seguir()

    def _ir_a(self, nodo: Nodo | None) -> None:
        """Se pone en esa cosa, si sigue en el plan."""
        self._mostrar(self.arbol.ponerse_en(nodo))

    def _menu(self) -> QMenu:
        que_hay = ofertas(self._plan, self._nodo, self._de_donde())
        return gestos.menu_de(self, que_hay, self._agregar)

    def _ofrecer(self) -> None:
        """El menú de lo que se puede agregar desde donde está."""
        self._menu().popup(self.mas.mapToGlobal(QPoint(0, self.mas.height())))

    def _menu_del_indice(self, punto: QPoint) -> None:
        menu = self._menu()
        if self._nodo is not None:
            menu.addSeparator()
            menu.addAction("Ya &no va este año…", self._quitar)
        menu.popup(self.arbol.viewport().mapToGlobal(punto))

    def _agregar(self, oferta: Oferta) -> None:
        """Enseña en blanco la ficha de lo que se va a agregar; el cursor, donde se escribe."""

        def en_blanco() -> None:
            self._nueva = True
            self._poner(oferta[1]())
            self.ficha.empezar()

        self._si_se_pierde(en_blanco)

    # --- cambiar el plan --------------------------------------------------------------------------

    def _guardar(self) -> None:
        pedido = self.ficha.pedido()
        if pedido is not None and self.guardar.isEnabled():
            self._hacer(pedido)

    def _quitar(self) -> None:
        """Dice qué se iría y, si ella quiere, lo quita; lo que tiene algo anotado no se quita."""
        nodo = self._nodo
        if nodo is None:
            return
        cambio = gestos.de_quitar(nodo)
        se_va = self._sesion.consultar(
            lambda exp, trimestre: servicio.lo_que_se_va(exp, trimestre, cambio),
            lambda por_que: avisos.advertir(self, por_que),
        )
        if se_va is not None:
            avisos.preguntar(
                self,
                f"¿Quitar «{nodo.rotulo.strip()}» de todo {self._plan.ejercicio}?",
                "Ya no va este año",
                lambda: self._hacer(cambio),
                gestos.lo_que_pasa_al_quitar(self._sesion.foto, nodo, se_va),
            )

    def _mover(self, hacia: int) -> None:
        nodo = self._nodo
        if nodo is not None:
            self._si_se_pierde(lambda: self._hacer(gestos.de_mover(nodo, hacia)))

    def _soltar(self, nodo: Nodo, sobre: Nodo, entre: int) -> None:
        self._si_se_pierde(lambda: self._hacer(gestos.de_soltar(nodo, sobre, entre), nodo))

    def _hacer(self, cambio: Cambio, nodo: Nodo | None = None) -> None:
        """Hace un cambio y se pone en lo que quedó; si no se pudo, dice por qué y lo escrito se queda."""
        antes, nodo = self._plan, nodo or self._nodo
        try:
            hecho = cambio.en(antes)
        except ErrorEsperado as error:
            self._dice.decir(str(error), "error")
            return
        self._haciendo = True
        logrado = self._sesion.logra(servicio.cambiar, cambio)
        self._haciendo = False
        if logrado:
            agregado = el_nuevo(antes, self._plan) if self._nueva else None
            self._ir_a(agregado or (gestos.el_mismo(nodo, hecho) if nodo else None))
            self.arbol.setFocus()

    def _al_cambiar(self, cambios: object) -> None:
        """Vuelve a leer el plan; lo que ella escribe se queda."""
        if dicho := self.hecho.contar(cambios):
            self._dice.decir(dicho, "letra_tenue")
        with suppress(ErrorEsperado):  # si el archivo no se deja leer ya se dijo: se ve lo último que se leyó
            self._plan = servicio.plan_de(self._sesion.expediente, self._sesion.trimestre)
        self.arbol.poner(nodos_de(self._plan))
        if not self._haciendo and not self.sin_guardar():
            self._ir_a(self._nodo)
        self.deshacer.setEnabled(bool(self.hecho))

    def _deshacer(self) -> None:
        """Vuelve atrás lo último que se guardó aquí."""
        if self.hecho:
            self._si_se_pierde(self.hecho.deshacer)
