"""Los renglones de un lugar: su tabla, sus botones y el formulario del elegido."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QMenu, QVBoxLayout, QWidget

from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.anexos import ficha_de
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.dominio.trimestre.renglones import ParrafoLibre, Renglon
from ut_escritorio.interfaz.componente.renglones.formulario import Formulario
from ut_escritorio.interfaz.componente.renglones.modelo import (
    DEL_ASUNTO,
    ModeloDeRenglones,
    origen_de,
)
from ut_escritorio.interfaz.componente.renglones.recien import Recien
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, boton, sin_atajo, tarjeta
from ut_escritorio.interfaz.comunes.aspecto.que_se_parte import HileraQueSeParte
from ut_escritorio.interfaz.comunes.aspecto.senalado import LetreroDeSenal
from ut_escritorio.interfaz.comunes.campos.campo_escrito import AlPie
from ut_escritorio.interfaz.comunes.campos.textos import TextoLargo
from ut_escritorio.interfaz.comunes.listas.clic_firme import ClicFirme
from ut_escritorio.interfaz.comunes.listas.copiable import hacer_copiable
from ut_escritorio.interfaz.comunes.listas.tabla import CON, DE_TODA_LISTA, Pedidos, TablaDeFilas
from ut_escritorio.interfaz.comunes.sesion.pendientes import Escrito
from ut_escritorio.interfaz.comunes.sesion.piezas_vivas import Bloque
from ut_escritorio.interfaz.comunes.sesion.senales import NINGUNA, Senales
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.evidencias.franja import FranjaDeEvidencias
from ut_escritorio.interfaz.evidencias.llegadas import Recibe
from ut_escritorio.servicios.archivo.expediente import Cambios, Cosas, Expediente
from ut_escritorio.servicios.captura import renglones
from ut_escritorio.servicios.evidencias.adjuntar import cuantas_hay
from ut_escritorio.servicios.oficios.libro import los_que_dice

# Con menos, la tabla se desplazaría dentro de la hoja, que ya se desplaza.
_FILAS_A_LA_VISTA = 14


_PEDIDOS: Pedidos = {
    **DE_TODA_LISTA,
    (Qt.Key.Key_Up, CON): "subir",
    (Qt.Key.Key_Down, CON): "bajar",
    (Qt.Key.Key_Return, CON): "ver",
    (Qt.Key.Key_Enter, CON): "ver",
}


class BloqueDeRenglones(Bloque):
    """Lo anotado en un lugar, en el orden en que se imprime.

    Al elegir un renglón, `abrio` sale con su hoja de datos, para que quede a la vista, y `eligio` con
    su origen; al llegarle evidencias, `llegaron` con su franja.
    """

    lee: ClassVar[Cosas] = frozenset({"renglones", "oficios", "firmados", "evidencias"})
    abrio = Signal(object)
    llegaron = Signal(object)
    eligio = Signal(str)

    def __init__(self, sesion: Sesion, lugar: str, apartado: str) -> None:
        super().__init__()
        self._sesion, self.lugar, self._apartado = sesion, lugar, apartado
        self._cerrado = False
        self._senales: Senales = NINGUNA
        self._recien = Recien(self, sesion.revision)
        self.modelo = ModeloDeRenglones()
        self.tabla = TablaDeFilas("Renglones, en el orden en que se imprimen", _PEDIDOS)
        self.tabla.setModel(self.modelo)
        self.formulario = Formulario(sesion)
        self.parrafo = TextoLargo("Texto del párrafo", 5)
        self._armar()
        self.formulario.despues_de = self._de_fila[-1]
        self._conectar()
        self.refrescar(sesion.foto)

    def _armar(self) -> None:
        acomodo = QVBoxLayout(self)
        acomodo.setContentsMargins(0, 0, 0, 0)
        self._vacio = Letrero("Aún no hay renglones ni párrafos.", "letra_tenue")
        self._detalle, dentro = tarjeta()
        self._aviso = LetreroDeSenal()
        self.evidencias = FranjaDeEvidencias(self._sesion)
        self.evidencias.atajos_en(self)
        self.evidencias.llegaron.connect(lambda: self.llegaron.emit(self.evidencias))
        Recibe(self.tabla.viewport()).solto.connect(self._al_soltar)
        for pieza in (self.formulario, self._aviso, self.parrafo, AlPie(self.parrafo), self.evidencias):
            dentro.addWidget(pieza)
        for pieza in (self._vacio, self.tabla):
            acomodo.addWidget(pieza)
        acomodo.addLayout(self._botones())
        acomodo.addWidget(self._detalle)

    def _botones(self) -> HileraQueSeParte:
        hilera = HileraQueSeParte(entre=6)
        self._de_agregar = [
            boton("Agregar renglón", self.agregar, "agregar", "Insert"),
            boton("Escribir párrafo", self.escribir_parrafo, "parrafo"),
        ]
        for pieza in self._de_agregar:
            hilera.agregar(pieza)
        hilera.agregar(QWidget(), crece=1)  # los del renglón elegido, a la derecha
        self.de_oficio = boton("Ver su oficio", self._ver_su_oficio, "ir", "En el libro, Ctrl+Enter")
        hilera.agregar(self.de_oficio)
        self.de_ficha = boton("Imprimir la ficha", self._pedir_ficha, "imprimir", "Se ve antes de imprimirla")
        self.de_ficha.hide()
        hilera.agregar(self.de_ficha)
        self._de_fila = [
            boton("Subir", lambda: self._mover(-1), "subir", "Ctrl+↑"),
            boton("Bajar", lambda: self._mover(1), "bajar", "Ctrl+↓"),
            boton("Quitar", self.quitar, "quitar", "Supr"),
        ]
        for pieza in self._de_fila:
            hilera.agregar(pieza)
        return hilera

    def _conectar(self) -> None:
        pedidos = {
            "agregar": self.agregar, "quitar": self.quitar, "entrar": self._entrar,
            "subir": lambda: self._mover(-1), "bajar": lambda: self._mover(1),
        }  # fmt: skip
        self.tabla.pide.connect(lambda pedido: self._pedir(pedido, pedidos))
        self.tabla.cambio_de_ancho.connect(self._ajustar)
        self.tabla.doubleClicked.connect(lambda _: self.tabla.pide.emit("entrar"))
        ClicFirme(self.tabla).hecho.connect(lambda _: self.abrio.emit(self._detalle))
        self.tabla.selectionModel().currentRowChanged.connect(lambda *_: self._mostrar_elegido())
        self.parrafo.guardar.connect(self._guardar_parrafo)
        hacer_copiable(self.tabla, self.modelo.rotulos, self.modelo.textos)

    def refrescar(self, foto: FotoTrimestre) -> None:
        """Vuelve a mostrar lo anotado, sin perder el renglón elegido."""
        elegido = self.elegido()
        self._cerrar(bool(self._sesion.cerrado))
        self.modelo.poner(foto, foto.anotado_en(self.lugar))
        if self.modelo.cosas:
            cuantas = self._sesion.consultar(cuantas_hay, lambda _: None)
            self.modelo.contar(self.modelo.evidencias if cuantas is None else cuantas)
        if elegido is not None:
            self.ir_a(elegido.uid)
        self._acomodar()
        self._mostrar_elegido()

    def senalar(self, senales: Senales) -> None:
        """Enseña lo que la revisión dice de cada renglón y del elegido."""
        self._senales = senales
        self.modelo.senalar(senales)
        self.formulario.senalar(senales)
        self._senalar_parrafo()

    def _senalar_parrafo(self) -> None:
        cosa = self.elegido()
        libre = cosa if isinstance(cosa, ParrafoLibre) else None
        self._aviso.poner(self._senales.de_origen(origen_de(libre)) if libre else None)

    def pieza_de(self, sitio: Sitio) -> QWidget | None:
        """Dónde poner el cursor para un sitio: el dato, el párrafo, la tabla o el botón de agregar."""
        if sitio.origen == Origen("apartado", self._apartado):
            return self.tabla if self.modelo.cosas else self._de_agregar[0]
        if sitio.origen.clase not in ("renglon", "parrafo") or sitio.lugar not in ("", self.lugar):
            return None
        if not self.ir_a(sitio.origen.clave):
            # Ya no está: se va adonde estaba.
            return self.pieza_de(Sitio(origen=Origen("apartado", self._apartado))) if sitio.lugar else None
        if isinstance(self.elegido(), ParrafoLibre):
            return self.parrafo
        return (self.formulario.pieza_de(sitio.campo) if sitio.campo else None) or self.tabla

    def _cerrar(self, cerrado: bool) -> None:
        """Firmado el trimestre, o abierto el archivo solo para leer, todo se ve y nada se cambia."""
        self._cerrado = cerrado
        self.formulario.setEnabled(not cerrado)
        self.parrafo.setReadOnly(cerrado)
        for pieza in self._de_agregar:
            pieza.setVisible(not cerrado)

    def elegido(self) -> Renglon | ParrafoLibre | None:
        """El renglón o párrafo elegido en la tabla."""
        fila = self.tabla.currentIndex().row()
        return self.modelo.cosas[fila] if 0 <= fila < len(self.modelo.cosas) else None

    def ir_a(self, uid: str) -> bool:
        """Elige el renglón de esa identidad; False si no es de aquí."""
        fila = self.modelo.fila_de(uid)
        if fila >= 0 and fila != self.tabla.currentIndex().row():
            self.tabla.selectRow(fila)
        return fila >= 0

    def agregar(self) -> None:
        """Agrega un renglón vacío al final y pone el cursor en su primer dato."""
        nuevo = self._sesion.hacer(renglones.empezar_renglon, self.lugar)
        if nuevo is not None:
            self.ir_a(nuevo.uid)
            self.formulario.enfocar()
            self._recien.llenar(origen_de(nuevo))

    def escribir_parrafo(self) -> None:
        """Agrega un párrafo libre y pone el cursor en él."""
        nuevo = self._sesion.hacer(renglones.nuevo_parrafo, self.lugar)
        if nuevo is not None:
            self.ir_a(nuevo.uid)
            self.parrafo.setFocus()
            self._recien.llenar(origen_de(nuevo))

    def quitar(self) -> None:
        """Quita el renglón elegido, sin preguntar: se puede deshacer."""
        cosa = self.elegido()
        if cosa is not None:
            libre = isinstance(cosa, ParrafoLibre)
            servicio = renglones.quitar_parrafo if libre else renglones.quitar_renglon
            self._sesion.hacer(servicio, cosa.uid)
            if cosa not in self.modelo.cosas:
                self._sesion.sin_guardar.soltar_de(origen_de(cosa))

    def asentar(self) -> None:
        """Guarda lo que esté a medio escribir."""
        self.formulario.asentar()
        self.parrafo.guardar_ya()
        self.evidencias.asentar()

    def _al_soltar(self, datos: QMimeData, punto: QPoint) -> None:
        """Lo que se suelta sobre un renglón se le adjunta a él."""
        fila = self.tabla.rowAt(punto.y())
        if fila >= 0 and isinstance(self.modelo.cosas[fila], Renglon):
            self.tabla.selectRow(fila)
            self.evidencias.recibir(datos)

    def _mover(self, pasos: int) -> None:
        cosa = self.elegido()
        if cosa is not None:
            self._sesion.hacer(renglones.mover_renglon, cosa.uid, pasos)

    def _pedir(self, pedido: str, pedidos: Mapping[str, Callable[[], None]]) -> None:
        if pedido == "ver":
            self._ver_su_oficio()
        elif self._sesion.cerrado:
            self._sesion.fallo.emit(self._sesion.cerrado)
        else:
            pedidos[pedido]()

    def _ver_su_oficio(self) -> None:
        """Va en el libro al oficio que dice el renglón; si dice varios, al que se escoja."""
        renglon = self.elegido()
        if renglon is None:
            return
        dichos = self._sesion.consultar(lambda exp, _: los_que_dice(exp, renglon.uid)) or ()
        sitios = {folio: Sitio(origen=Origen("libro", uid)) for uid, folio in dichos}
        if len(sitios) == 1:
            self._sesion.pide_ir.emit(next(iter(sitios.values())))
        elif sitios:
            menu = QMenu(self)
            for folio, sitio in sitios.items():
                menu.addAction(sin_atajo(folio)).triggered.connect(partial(self._ir_al_libro, sitio))
            menu.popup(self.de_oficio.mapToGlobal(self.de_oficio.rect().bottomLeft()))

    def _pedir_ficha(self) -> None:
        if (renglon := self.elegido()) is not None:
            self._sesion.pide_ficha.emit(renglon.uid)

    def _ir_al_libro(self, sitio: Sitio, *_: object) -> None:
        self._sesion.pide_ir.emit(sitio)

    def _entrar(self) -> None:
        self.abrio.emit(self._detalle)
        if isinstance(self.elegido(), ParrafoLibre):
            self.parrafo.setFocus()
        elif self.elegido() is not None:
            self.formulario.enfocar()

    def _guardar_parrafo(self, texto: str) -> None:
        cosa = self._mostrado
        if not isinstance(cosa, ParrafoLibre):
            return
        visita = self.parrafo.visita

        def guardar(exp: Expediente, trimestre: Trimestre) -> Cambios:
            # Al reintentar, el párrafo puede estar ya en otro orden.
            actual = next((p for p in self._sesion.foto.parrafos if p.uid == cosa.uid), cosa)
            return renglones.guardar_parrafo(exp, trimestre, replace(actual, texto=texto), visita)

        self._sesion.guardar(Escrito(self._sitio(cosa), "Texto del párrafo", texto), guardar)

    def _sitio(self, parrafo: ParrafoLibre) -> Sitio:
        return Sitio(self.lugar, origen_de(parrafo), campo="texto")

    def _mostrar_elegido(self) -> None:
        """Enseña el formulario o el párrafo del elegido; lo a medio escribir del anterior se guarda."""
        cosa = self.elegido()
        otro = cosa if cosa and (self._mostrado is None or cosa.uid != self._mostrado.uid) else None
        if otro:
            self.asentar()
            self.parrafo.soltar()
            self._recien.seguir_en(origen_de(otro))
        self._mostrado = cosa
        self._detalle.setVisible(cosa is not None)
        self.parrafo.setVisible(isinstance(cosa, ParrafoLibre))
        self.formulario.setVisible(isinstance(cosa, Renglon))
        if isinstance(cosa, ParrafoLibre):
            self._sesion.sin_guardar.mostrar(self.parrafo, self._sitio(cosa), cosa.texto)
        elif cosa is not None:
            self.formulario.poner(cosa)
        de = origen_de(cosa) if isinstance(cosa, Renglon) else None
        if otro or cosa is None:
            self.evidencias.mostrar(de, self.lugar)
        self._senalar_parrafo()
        self.de_oficio.setVisible(isinstance(cosa, Renglon) and bool(cosa.citas))
        lleva_ficha = isinstance(cosa, Renglon) and ficha_de(self._sesion.foto.plan, cosa) is not None
        self.de_ficha.setVisible(lleva_ficha)
        for pieza in self._de_fila:
            pieza.setVisible(cosa is not None and not self._cerrado)
        if otro:
            self.abrio.emit(self._detalle)
            self.eligio.emit(origen_de(otro))

    _mostrado: Renglon | ParrafoLibre | None = None

    def _acomodar(self) -> None:
        """La tabla mide lo que sus renglones, hasta cierto alto, y esconde las columnas que nadie usa."""
        filas = len(self.modelo.cosas)
        self._vacio.setVisible(not filas)
        self.tabla.setVisible(bool(filas))
        for columna in range(self.modelo.columnCount()):
            self.tabla.setColumnHidden(columna, columna != DEL_ASUNTO and not self.modelo.en_uso(columna))
        self._ajustar()
        encabezado = self.tabla.horizontalHeader()
        encabezado.setSectionResizeMode(DEL_ASUNTO, QHeaderView.ResizeMode.Stretch)
        alto = self.tabla.verticalHeader().defaultSectionSize() * min(filas, _FILAS_A_LA_VISTA)
        self.tabla.setFixedHeight(alto + encabezado.sizeHint().height() + 2 * self.tabla.frameWidth() + 2)

    def _ajustar(self) -> None:
        """Cada columna pide lo que dicen sus celdas, sin pasar de un quinto; juntas caben en la tabla."""
        letra = self.tabla.fontMetrics()
        tope = max(self.tabla.viewport().width() // 5, letra.averageCharWidth() * 12)
        anchos: dict[int, int] = {}
        for columna in range(self.modelo.columnCount()):
            textos = [self.modelo.texto(fila, columna) for fila in range(len(self.modelo.cosas))]
            pedido = max((letra.horizontalAdvance(texto) for texto in textos), default=0) + 20
            if columna != DEL_ASUNTO:
                anchos[columna] = min(max(pedido, 70), tope)
        juntas, hay = sum(anchos.values()), self.tabla.viewport().width() - tope
        for columna, ancho in anchos.items():
            self.tabla.setColumnWidth(columna, ancho * hay // juntas if juntas > hay > 0 else ancho)
