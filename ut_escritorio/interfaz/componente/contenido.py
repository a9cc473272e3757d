"""Lo que un lugar imprime, en su orden y escrito en su sitio: encabezado, cuadros y renglones."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QPoint, QSettings, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from ut_escritorio.dominio.impreso.relatos import relato_de_apartado
from ut_escritorio.dominio.impreso.resumen import lleva_valor, se_dejaria_de_imprimir, se_marca
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.origen import NINGUNO, Origen
from ut_escritorio.dominio.plan.apartados import Apartado, que_imprime
from ut_escritorio.dominio.plan.arbol import Actividad, Lugar, Paso, Plan, Ruta
from ut_escritorio.dominio.plan.lugares import donde, rotulo
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.interfaz.componente import al_pedirlo
from ut_escritorio.interfaz.componente.asuntos.encabezado import VerAsuntos
from ut_escritorio.interfaz.componente.bloque_cuadro import BloqueDeCuadro
from ut_escritorio.interfaz.componente.bloque_evidencias import BloqueDeEvidencias
from ut_escritorio.interfaz.componente.renglones.bloque import BloqueDeRenglones
from ut_escritorio.interfaz.componente.valor import ValorAlcanzado
from ut_escritorio.interfaz.comunes.aspecto.altura import dejar_a_la_vista_lo_que_llega
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, agrandar
from ut_escritorio.interfaz.comunes.aspecto.que_se_parte import HileraQueSeParte
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.comunes.rejilla.vista import Rejilla
from ut_escritorio.interfaz.comunes.sesion.ajustes import entero, texto
from ut_escritorio.interfaz.comunes.sesion.piezas_vivas import Bloque
from ut_escritorio.interfaz.comunes.sesion.senales import NINGUNA, Senales
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.archivo.expediente import Cosas
from ut_escritorio.servicios.captura.numeros import marcar_sin_actividad

_VER, POR_ASUNTO, POR_PASO = "ver_asuntos", "asunto", "paso"

_EN_GRIS = "anterior_en_gris"


class Hoja(QScrollArea):
    """Los bloques de un lugar; si es una actividad, también los de sus pasos.

    `eligio` sale con el origen del renglón o párrafo que ella acaba de elegir.
    """

    eligio = Signal(str)

    def __init__(self, sesion: Sesion, ajustes: QSettings) -> None:
        super().__init__()
        self._sesion, self._ajustes = sesion, ajustes
        self.lugar: Lugar | None = None
        self.bloques: list[Bloque] = []
        self._senales: Senales = NINGUNA
        self._marcas: dict[str, QCheckBox] = {}
        self._de_marca: dict[str, list[Bloque]] = {}
        self._subtitulos: list[tuple[str, Apartado, Letrero]] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Captura")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def mostrar(self, lugar: Lugar) -> None:
        """Arma los bloques de un lugar, en lugar de los que había."""
        con_cursor = self.focusWidget()
        if con_cursor is not None:
            con_cursor.clearFocus()
        self.asentar()
        self.lugar = lugar
        self.bloques, self._marcas, self._subtitulos, self._de_marca = [], {}, [], {}
        dentro = QWidget()
        acomodo = QVBoxLayout(dentro)
        acomodo.setContentsMargins(14, 10, 14, 14)
        acomodo.setSpacing(10)
        self._gris = self._casilla_de_gris()
        acomodo.addWidget(self._gris, 0, Qt.AlignmentFlag.AlignRight)
        self._de_lugar(lugar, acomodo, principal=True)
        if isinstance(lugar, Actividad):
            self._de_pasos(lugar, acomodo)
        for cuadro in self._cuadros():
            cuadro.ensenar_antes(self._gris.isChecked())
        acomodo.addStretch(1)
        self.setWidget(dentro)
        self._poner_al_dia_lo_de_entre_bloques(self._sesion.foto)  # los bloques nacen al día
        self.senalar(self._senales)

    def poner_al_dia(self, foto: FotoTrimestre, cosas: Cosas) -> None:
        """Cambiaron esas cosas: se refrescan, sin rehacerlos, los bloques que las leen."""
        for bloque in self.bloques:
            bloque.poner_al_dia(foto, cosas)
        self._poner_al_dia_lo_de_entre_bloques(foto)

    def _poner_al_dia_lo_de_entre_bloques(self, foto: FotoTrimestre) -> None:
        self._gris.setVisible(any(cuadro.hay_antes for cuadro in self._cuadros()))
        for clave, marca in self._marcas.items():
            no_toco = clave in foto.sin_actividad
            with QSignalBlocker(marca):
                marca.setChecked(no_toco)
            marca.setEnabled(not self._sesion.cerrado)
            for bloque in self._de_marca.get(clave, ()):
                bloque.setEnabled(not no_toco)
        for lugar, apartado, letrero in self._subtitulos:
            relato = relato_de_apartado(foto, lugar, apartado)
            letrero.decir(relato.texto if relato else "")

    def _cuadros(self) -> list[BloqueDeCuadro]:
        return [bloque for bloque in self.bloques if isinstance(bloque, BloqueDeCuadro)]

    def _casilla_de_gris(self) -> QCheckBox:
        """Si en las celdas vacías se ve lo del trimestre anterior; se recuerda de una vez a otra."""
        casilla = agrandar(QCheckBox("Trimestre anterior en gris"))
        casilla.setToolTip("En cada celda vacía, el número que tuvo el trimestre anterior")
        casilla.setChecked(bool(entero(self._ajustes, _EN_GRIS, 1)))
        casilla.toggled.connect(self._ensenar_antes)
        return casilla

    def _ensenar_antes(self, si: bool) -> None:
        self._ajustes.setValue(_EN_GRIS, int(si))
        for cuadro in self._cuadros():
            cuadro.ensenar_antes(si)

    def asentar(self) -> None:
        """Guarda lo que esté a medio escribir en cualquier bloque."""
        for bloque in self.bloques:
            bloque.asentar()

    def senalar(self, senales: Senales) -> None:
        """Enseña en cada bloque lo que la revisión dice de él."""
        self._senales = senales
        for bloque in self.bloques:
            bloque.senalar(senales)

    def ir_a(self, sitio: Sitio) -> bool:
        """Pone el cursor en un sitio: celda, dato de un renglón, párrafo o valor; False si no está aquí."""
        es_la_marca = sitio.origen.clase == "lugar" and not sitio.campo
        pieza = self._marcas.get(sitio.lugar) if es_la_marca else None
        piezas = (pieza, *(bloque.pieza_de(sitio) for bloque in self.bloques))
        donde = next((pieza for pieza in piezas if pieza is not None), None)
        if donde is not None:
            self._enfocar(donde)
        return donde is not None

    def _enfocar(self, pieza: QWidget) -> None:
        pieza.setFocus()
        self._dejar_a_la_vista(pieza)

    def _de_pasos(self, actividad: Actividad, acomodo: QVBoxLayout) -> None:
        """Los pasos de una actividad, uno tras otro; los de sus asuntos, juntos si así los quiere ver."""
        de_asuntos = actividad.pasos_de_asuntos
        juntos = texto(self._ajustes, _VER) != POR_PASO
        for paso in actividad.pasos:
            if de_asuntos and paso is de_asuntos[0]:
                self._de_asuntos(de_asuntos, juntos, acomodo)
            if not (juntos and paso in de_asuntos):
                self._de_lugar(paso, acomodo, principal=False)

    def _de_asuntos(self, pasos: tuple[Paso, ...], juntos: bool, acomodo: QVBoxLayout) -> None:
        ver = VerAsuntos(pasos, juntos)
        ver.cambio.connect(self._ver_asuntos)
        acomodo.addWidget(ver)
        if juntos:
            bloque = al_pedirlo.asuntos().BloqueDeAsuntos(self._sesion, pasos)
            seguimiento = al_pedirlo.seguir_la_celda().SeguirLaCelda(self, bloque)
            bloque.abrio.connect(seguimiento.con_sus_datos)
            bloque.eligio.connect(self.eligio)
            bloque.se_movio.connect(seguimiento.al_moverse)
            self._agregar(bloque, acomodo)

    def _ver_asuntos(self, juntos: bool) -> None:
        """Recuerda cómo los quiere ver y los enseña así."""
        self._ajustes.setValue(_VER, POR_ASUNTO if juntos else POR_PASO)
        if self.lugar is not None:
            # El botón oprimido se va con lo que había; primero termina su clic.
            QTimer.singleShot(0, self, lambda: self.mostrar(self.lugar) if self.lugar else None)

    def impreso_en(self, punto: QPoint) -> tuple[Origen, Ruta]:
        """Lo impreso que hay en un punto: su origen y por dónde se llega a su texto."""
        pieza = self.childAt(punto)
        while pieza is not None and pieza is not self:
            if isinstance(pieza, Rejilla):
                celda = pieza.modelo.celda(pieza.indexAt(pieza.viewport().mapFrom(self, punto)))
                return Origen("cuadro", pieza.modelo.tabla.clave), celda.ruta if celda else ()
            if isinstance(pieza, LetreroDelPlan):
                return pieza.origen, pieza.ruta
            pieza = pieza.parentWidget()
        return NINGUNO, ()

    def lleva(self, sitio: Sitio) -> bool:
        """Si lo de ese sitio está en la tabla de asuntos que se ve."""
        return any(bloque.lleva(sitio) for bloque in self.bloques)

    def _de_lugar(self, lugar: Lugar, acomodo: QVBoxLayout, *, principal: bool) -> None:
        antes = len(self.bloques)
        hilera = HileraQueSeParte(van="arriba")
        hilera.agregar(_encabezado(self._sesion.foto.plan, lugar, principal), 1)
        acomodo.addLayout(hilera)
        if lleva_valor(self._sesion.foto.plan, lugar):
            hilera = HileraQueSeParte(van="arriba")
            acomodo.addLayout(hilera)
            valor = ValorAlcanzado(self._sesion, lugar)
            self.bloques.append(valor)
            hilera.agregar(valor, crece=1)
        if se_marca(lugar):
            hilera.agregar(self._marca(lugar))
        for apartado in lugar.apartados:
            self._de_apartado(lugar, apartado, acomodo)
        if principal and isinstance(lugar, Actividad):
            bloque = BloqueDeEvidencias(self._sesion, lugar.clave)
            self._agregar(bloque, acomodo)
        self._de_marca[lugar.clave] = self.bloques[antes:]

    def _de_apartado(self, lugar: Lugar, apartado: Apartado, acomodo: QVBoxLayout) -> None:
        que = que_imprime(apartado.clase)
        match que:
            case "cuadro":
                self._agregar(
                    BloqueDeCuadro(self._sesion, lugar.clave, self._sesion.foto.plan.cuadro[apartado.cuadro]),
                    acomodo,
                )
            case "renglones":
                bloque = BloqueDeRenglones(self._sesion, lugar.clave, apartado.clave)
                bloque.abrio.connect(self._dejar_a_la_vista)
                bloque.llegaron.connect(lambda pieza: dejar_a_la_vista_lo_que_llega(self, pieza))
                bloque.eligio.connect(self.eligio)
                self._agregar(bloque, acomodo)
            case "encabezado" | "lista":
                ruta = (*self._sesion.foto.plan.ruta(lugar.clave), "apartados", apartado.clave, "texto")
                letrero = LetreroDelPlan(Origen("apartado", apartado.clave), ruta, tinta="letra_tenue")
                self._subtitulos.append((lugar.clave, apartado, letrero))
                acomodo.addWidget(letrero)
            case "frases" | "firmas":
                pass  # se leen en «Así se imprime»
            case _:
                assert_never(que)

    def _dejar_a_la_vista(self, pieza: QWidget) -> None:
        # Su tamaño se sabe cuando el acomodo termina; para entonces puede verse ya otro lugar.
        def dejar() -> None:
            if not isValid(pieza):
                return
            self.ensureWidgetVisible(pieza, 0, 8)
            if pieza.height() > self.viewport().height():  # no cabe entera: desde su principio
                principio = pieza.mapTo(self.viewport(), QPoint()).y() - 8
                self.verticalScrollBar().setValue(self.verticalScrollBar().value() + principio)

        QTimer.singleShot(40, self, dejar)

    def _agregar(self, bloque: Bloque, acomodo: QVBoxLayout) -> None:
        self.bloques.append(bloque)
        acomodo.addWidget(bloque)

    def _marcar(self, lugar: Lugar, si: bool) -> None:
        """Marca que no tocó; si ya hay algo anotado, pregunta antes: dejaría de imprimirse."""
        foto = self._sesion.foto
        anotado = se_dejaria_de_imprimir(foto, lugar)
        if not si or not anotado:
            self._sesion.hacer(marcar_sin_actividad, lugar.clave, si)
            return
        with QSignalBlocker(self._marcas[lugar.clave]):
            self._marcas[lugar.clave].setChecked(False)
        avisos.preguntar(
            self,
            f"En {donde(foto.plan, lugar.clave)} hay {anotado}. ¿De veras no tocó este trimestre?",
            "No tocó",
            lambda: self._sesion.hacer(marcar_sin_actividad, lugar.clave, True),
            "Lo anotado se queda en el archivo, pero no se imprime.",
        )

    def _marca(self, lugar: Lugar) -> QCheckBox:
        marca = agrandar(QCheckBox("No tocó este trimestre"))
        marca.setToolTip("Deja de pedirse, y no se imprime.")
        marca.setAccessibleName(f"{lugar.numero}: no tocó este trimestre")
        marca.toggled.connect(lambda si: self._marcar(lugar, si))
        self._marcas[lugar.clave] = marca
        return marca


class LetreroDelPlan(Letrero):
    """Un texto del plan entre lo que se captura: qué es, y por dónde se llega a él para cambiarlo."""

    def __init__(
        self, origen: Origen, ruta: Ruta, texto: str = "", tinta: str = "letra", aumento: float = 1.0
    ) -> None:
        super().__init__(texto, tinta=tinta, aumento=aumento, negrita=True)
        self.origen, self.ruta = origen, ruta
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setProperty("origen", str(origen))


def _encabezado(plan: Plan, lugar: Lugar, principal: bool) -> LetreroDelPlan:
    numero = rotulo(lugar)
    punto = "." if numero[-1:].isdigit() else ""
    nombre = (*plan.ruta(lugar.clave), "nombre")
    texto, aumento = f"{numero}{punto} {lugar.nombre}", 1.25 if principal else 1.08
    return LetreroDelPlan(Origen("lugar", lugar.clave), nombre, texto, aumento=aumento)
