"""Los asuntos de una actividad: cada uno en un renglón, y en cada paso el botón que lo lleva a él."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from ut_escritorio.dominio.impreso.anotar import fecha_propuesta
from ut_escritorio.dominio.impreso.asuntos import Asunto, cuentas_de, encargo_de
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.plan.arbol import Paso
from ut_escritorio.dominio.plan.lugares import breve
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.dominio.trimestre.renglones import Renglon
from ut_escritorio.interfaz.componente.asuntos.modelo import ModeloDeAsuntos
from ut_escritorio.interfaz.componente.asuntos.tabla import TablaDeAsuntos
from ut_escritorio.interfaz.componente.renglones.formulario import Formulario
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, boton, sin_atajo, tarjeta
from ut_escritorio.interfaz.comunes.listas.clic_firme import ClicFirme
from ut_escritorio.interfaz.comunes.listas.copiable import hacer_copiable
from ut_escritorio.interfaz.comunes.sesion.piezas_vivas import Bloque
from ut_escritorio.interfaz.comunes.sesion.senales import Senales
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.archivo.expediente import Cosas
from ut_escritorio.servicios.captura import asuntos as servicio
from ut_escritorio.servicios.captura.renglones import quitar_renglon

_FILAS_A_LA_VISTA, _LETRAS = 12, 60


class BloqueDeAsuntos(Bloque):
    """La tabla de asuntos, lo que se cuenta de cada paso, y los datos del renglón de la celda elegida.

    Al elegir una celda llena, `eligio` sale con el origen de su renglón; al entrar en ella o con un clic,
    `abrio`. `se_movio` sale al pasar a otra celda.
    """

    lee: ClassVar[Cosas] = frozenset({"conteos", "renglones", "oficios", "marcas", "firmados"})
    abrio = Signal()
    eligio = Signal(str)
    se_movio = Signal()

    def __init__(self, sesion: Sesion, pasos: tuple[Paso, ...]) -> None:
        super().__init__()
        self._sesion, self.pasos = sesion, pasos
        self._mostrado = ""
        self._tope: int | None = None
        self._vistos: frozenset[str] | None = None
        self.modelo = ModeloDeAsuntos(pasos)
        self.tabla = TablaDeAsuntos()
        self.tabla.setModel(self.modelo)
        self.formulario = Formulario(sesion)
        self.cuentas = Letrero()
        self._armar()
        self._conectar()
        self.refrescar(sesion.foto)

    def _armar(self) -> None:
        acomodo = QVBoxLayout(self)
        acomodo.setContentsMargins(0, 0, 0, 0)
        acomodo.setSpacing(6)
        self._vacio = Letrero("Aún no hay ningún asunto: empiece uno con «Asunto».", "letra_tenue")
        self._detalle, dentro = tarjeta()
        self._de_que = Letrero(negrita=True)
        dentro.addWidget(self._de_que)
        dentro.addWidget(self.formulario)
        hilera = QHBoxLayout()
        self.agregar = boton("Asunto", self._empezar, "agregar", "Insert")
        hilera.addWidget(self.agregar)
        hilera.addWidget(self.cuentas, 1)
        acomodo.addLayout(hilera)
        acomodo.addWidget(self._vacio)
        acomodo.addWidget(self.tabla)
        acomodo.addWidget(self._detalle)
        self._detalle.hide()
        self.formulario.despues_de = self.tabla

    def _conectar(self) -> None:
        self.tabla.llena.connect(self.llenar)
        self.tabla.vacia.connect(self._vaciar)
        self.tabla.agrega.connect(self._empezar)
        self.tabla.pide_menu.connect(self._menu)
        ClicFirme(self.tabla).hecho.connect(self._al_hacer_clic)
        self._de_copiar = hacer_copiable(self.tabla, self.modelo.rotulos, self.modelo.textos)
        self.tabla.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        self.tabla.selectionModel().currentChanged.connect(lambda *_: self._al_moverse())

    def refrescar(self, foto: FotoTrimestre) -> None:
        """Vuelve a mostrar lo anotado; si hay un renglón nuevo, va a él; si no, sigue en la misma celda."""
        antes, donde = self._asunto(), self.tabla.currentIndex().column()
        cerrado = bool(self._sesion.cerrado)
        self.modelo.poner(foto, cerrado)
        self._cerrar(cerrado)
        uids = frozenset(renglon.uid for asunto in self.modelo.asuntos for renglon in asunto.renglones)
        nuevos = uids - self._vistos if self._vistos is not None else frozenset[str]()
        self._vistos = uids
        if nuevos:
            self._elegir(min((self.modelo.indice_de(uid) for uid in nuevos), key=lambda i: i.column()))
        elif antes is not None:
            self._elegir_asunto(antes, donde)
        self._decir_cuentas(foto)
        self._acomodar()
        self._mostrar_elegido()

    def _cerrar(self, cerrado: bool) -> None:
        self.formulario.setEnabled(not cerrado)
        self.agregar.setVisible(not cerrado)

    def _decir_cuentas(self, foto: FotoTrimestre) -> None:
        dichas = [(paso.numero, cuentas_de(foto, paso)) for paso in self.pasos]
        texto = " · ".join(f"{numero}: {cuenta}" for numero, cuenta in dichas if cuenta)
        self.cuentas.decir(f"Se cuenta  {texto}" if texto else "")

    def senalar(self, senales: Senales) -> None:
        """Enseña lo que la revisión dice de cada celda y del renglón elegido."""
        self.modelo.senalar(senales)
        self.formulario.senalar(senales)

    def lleva(self, sitio: Sitio) -> bool:
        """Si lo de ese sitio se ve aquí: un renglón de alguno de sus pasos, aunque ya no esté."""
        return sitio.origen.clase == "renglon" and any(p.clave == sitio.lugar for p in self.pasos)

    def pieza_de(self, sitio: Sitio) -> QWidget | None:
        """Dónde poner el cursor para un sitio: el dato del renglón o la tabla; None si no es de aquí."""
        if not self.lleva(sitio):
            return None
        indice = self.modelo.indice_de(sitio.origen.clave)
        if not indice.isValid():
            return self.tabla
        self._elegir(indice)
        return (self.formulario.pieza_de(sitio.campo) if sitio.campo else None) or self.tabla

    def asentar(self) -> None:
        """Guarda lo que esté a medio escribir."""
        self.formulario.asentar()

    def llenar(self, indice: QModelIndex) -> None:
        """Llena la ficha de una celda (si pide algo, con la tira de anotar); en una llena, va a sus datos."""
        asunto, paso, ficha = (
            self.modelo.asunto_de(indice),
            self.modelo.paso_de(indice),
            self.modelo.ficha_en(indice),
        )
        if asunto is None:
            return
        if ficha is None or paso is None:
            if self._es_casilla(indice):
                self._vaciar(indice)
            elif self._renglon() is not None:
                self.formulario.enfocar()
                self.abrio.emit()
            else:
                self._se_puede()
            return
        self._anotar(asunto, paso)

    def _anotar(self, asunto: Asunto, paso: Paso) -> None:
        fecha = fecha_propuesta(self._sesion.trimestre, self._sesion.reloj.hoy())
        encargo = encargo_de(self.pasos, asunto, paso, fecha)
        if paso.ficha is not None and paso.ficha.pregunta:
            self._sesion.pide_anotar.emit(encargo)
            # La tira le quita lugar a lo de arriba.
            self.se_movio.emit()
        else:
            self._sesion.hacer(servicio.seguir_asunto, asunto, encargo.borrador)

    def _empezar(self) -> None:
        """Empieza un asunto: la tira de anotar, en el primer paso."""
        if self._se_puede():
            self._anotar(Asunto(), self.pasos[0])

    def _se_puede(self) -> bool:
        """Si se puede cambiar algo; si no, dice por qué."""
        if self._sesion.cerrado:
            self._sesion.fallo.emit(self._sesion.cerrado)
        return not self._sesion.cerrado

    def _al_hacer_clic(self, indice: QModelIndex) -> None:
        if self.modelo.ficha_en(indice) is not None or self._es_casilla(indice):
            self.llenar(indice)
        elif self._renglon() is not None:
            self.abrio.emit()

    def _es_casilla(self, indice: QModelIndex) -> bool:
        paso = self.modelo.paso_de(indice)
        return paso is not None and paso.ficha is not None and not paso.ficha.pregunta

    def _vaciar(self, indice: QModelIndex) -> None:
        """Quita lo último anotado en una celda, sin preguntar: se puede deshacer."""
        renglones = self.modelo.renglones_en(indice)
        if renglones and self._se_puede():
            self._sesion.hacer(quitar_renglon, renglones[-1].uid)
            self._sesion.sin_guardar.soltar_de(Origen("renglon", renglones[-1].uid))

    def _menu(self, indice: QModelIndex, donde: QPoint) -> None:
        """Copiar; y quitar, unir con otro asunto o separar de él lo de una celda."""
        asunto, renglon = self.modelo.asunto_de(indice), self.modelo.renglon_en(indice)
        if asunto is None:
            return
        self.tabla.setCurrentIndex(indice)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self._de_copiar)
        if renglon is not None and not self.modelo.cerrado:
            menu.addSeparator()
            self._ofrecer_cambios(menu, indice, asunto, renglon)
        menu.popup(donde)

    def _ofrecer_cambios(self, menu: QMenu, indice: QModelIndex, asunto: Asunto, renglon: Renglon) -> None:
        if self.modelo.paso_de(indice) is not None:
            menu.addAction("&Quitar de este paso", lambda: self._vaciar(indice))
        unir = menu.addMenu("Es del &mismo asunto que")
        for otro in self._con_que_unir(asunto):
            rotulo = sin_atajo(f"{otro.unidad}: {otro.tema}"[:_LETRAS])
            unir.addAction(rotulo, lambda o=otro: self._sesion.hacer(servicio.unir_asuntos, asunto, o))
        if len(asunto.renglones) > 1 and self.modelo.paso_de(indice) is not None:
            menu.addAction(
                "&Separar de su asunto", lambda: self._sesion.hacer(servicio.separar_renglon, renglon)
            )

    def _con_que_unir(self, asunto: Asunto) -> list[Asunto]:
        """Los que no tienen nada en sus mismos pasos; antes, los de su unidad."""
        otros = [
            otro
            for otro in self.modelo.asuntos
            if otro is not asunto and not otro.en.keys() & asunto.en.keys()
        ]
        return sorted(otros, key=lambda otro: otro.unidad != asunto.unidad)

    def _asunto(self) -> Asunto | None:
        return self.modelo.asunto_de(self.tabla.currentIndex())

    def _renglon(self) -> Renglon | None:
        indice = self.tabla.currentIndex()
        return self.modelo.renglon_en(indice) if indice.isValid() else None

    def _elegir(self, indice: QModelIndex) -> None:
        if indice != self.tabla.currentIndex():
            self.tabla.setCurrentIndex(indice)

    def _elegir_asunto(self, antes: Asunto, columna: int) -> None:
        """La misma celda del mismo asunto, aunque ahora lleve otra clave o esté en otro renglón."""
        suyos = {antes.clave, *(renglon.uid for renglon in antes.renglones)}
        for fila, asunto in enumerate(self.modelo.asuntos):
            if suyos & {asunto.clave, *(renglon.uid for renglon in asunto.renglones)}:
                self._elegir(self.modelo.index(fila, columna))
                return

    def _mostrar_elegido(self) -> None:
        """Enseña los datos del renglón de la celda; lo a medio escribir del anterior se guarda."""
        renglon = self._renglon()
        otro = renglon is not None and renglon.uid != self._mostrado
        if otro:
            self.formulario.asentar()
        self._detalle.setVisible(renglon is not None)
        self._mostrado = renglon.uid if renglon else ""
        if renglon is None:
            return
        paso = next(paso for paso in self.pasos if paso.clave == renglon.lugar)
        self._de_que.decir(f"{paso.numero}. {breve(paso)}")
        self.formulario.poner(renglon)
        if otro:
            self.eligio.emit(Origen("renglon", renglon.uid))

    def _al_moverse(self) -> None:
        self._mostrar_elegido()
        self.se_movio.emit()

    def ceder(self, tope: int | None) -> bool:
        """La tabla mide a lo más ese alto (None: lo que sus asuntos); si cambió, hay que esperar a verlo."""
        antes, self._tope = self.tabla.height(), tope
        self._acomodar()
        self.tabla.scrollTo(self.tabla.currentIndex())
        return self.tabla.height() != antes

    def datos(self) -> QRect:
        """Dónde están los datos del renglón elegido, en las medidas del bloque."""
        return self._detalle.geometry()

    def celda(self) -> QRect:
        """Dónde está la celda elegida, en las medidas del bloque."""
        caja = self.tabla.visualRect(self.tabla.currentIndex())
        return QRect(self.tabla.viewport().mapTo(self, caja.topLeft()), caja.size())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "cuentas"):
            self._acomodar()

    def _acomodar(self) -> None:
        """La tabla mide lo que sus asuntos, hasta cierto alto; siempre se ve al menos uno."""
        filas, encabezado = len(self.modelo.asuntos), self.tabla.horizontalHeader()
        self.tabla.verticalHeader().setDefaultSectionSize(self.tabla.fontMetrics().height() + 14)
        encabezado.setFont(self.tabla.font())
        self._vacio.setVisible(not filas)
        self.tabla.setVisible(bool(filas))
        self.tabla.repartir()
        una = self.tabla.verticalHeader().defaultSectionSize()
        orillas = encabezado.sizeHint().height() + 2 * self.tabla.frameWidth() + 2
        alto = una * min(filas, _FILAS_A_LA_VISTA) + orillas
        self.tabla.setFixedHeight(alto if self._tope is None else max(una + orillas, min(alto, self._tope)))
