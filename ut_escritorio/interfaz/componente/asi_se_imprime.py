"""«Así se imprime»: las frases tal como saldrán, vivas, debajo de lo que se captura."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from ut_escritorio.dominio.impreso.entradas import Impreso
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.interfaz.componente.frases import Frases, ListaDeFrases
from ut_escritorio.interfaz.comunes.aspecto.piezas import (
    Letrero,
    boton,
)
from ut_escritorio.interfaz.comunes.aspecto.que_se_parte import HileraQueSeParte
from ut_escritorio.interfaz.comunes.campos.campo_escrito import AlPie
from ut_escritorio.interfaz.comunes.campos.textos import TextoLargo
from ut_escritorio.interfaz.comunes.listas.del_anexo import BotonDelAnexo
from ut_escritorio.interfaz.comunes.sesion.pendientes import Escrito
from ut_escritorio.interfaz.comunes.sesion.senales import Senales
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.captura import textos
from ut_escritorio.servicios.captura.traer import dar_por_mirado


class AsiSeImprime(QWidget):
    """Las frases de un lugar y lo que se puede hacer con la elegida.

    `pide_renglon` sale con la frase en que ella hizo clic; `pide_hoja`, con el origen de la que quiere
    ver en su página.
    """

    pide_renglon = Signal(object)
    pide_hoja = Signal(str)

    def __init__(self, sesion: Sesion) -> None:
        super().__init__()
        self._sesion = sesion
        self._origen = ""
        self._seguido = ""
        self._cerrado = False
        self.modelo = Frases()
        self.lista = ListaDeFrases()
        self.lista.setModel(self.modelo)
        self.lista.setMinimumHeight(1)  # con poco alto, lo que se escribe va primero
        self.editor = TextoLargo("Su texto, escrito a mano", 4)
        self._armar()
        self._conectar()

    def _armar(self) -> None:
        acomodo = QVBoxLayout(self)
        acomodo.setContentsMargins(12, 6, 12, 6)
        acomodo.setSpacing(4)
        acomodo.addLayout(self._encabezado())
        self._aviso = Letrero(tinta="atencion")
        acomodo.addWidget(self._aviso)
        acomodo.addLayout(self._decision())
        acomodo.addWidget(self.editor)
        acomodo.addWidget(AlPie(self.editor))
        acomodo.addWidget(self.lista, 1)
        self._vacio = Letrero(tinta="letra_tenue")
        self._vacio.setAlignment(Qt.AlignmentFlag.AlignTop)
        acomodo.addWidget(self._vacio, 1)
        self.editor.hide()

    def _encabezado(self) -> HileraQueSeParte:
        hilera = HileraQueSeParte(entre=6)
        titulo = Letrero("Así se imprime", negrita=True)
        titulo.setWordWrap(False)
        self.ver = boton("Ver la hoja", self._ver_hoja, "hoja")
        self.a_mano = boton("Cambiar a mano", self._abrir_editor, "a_mano")
        self.automatico = boton("Volver al texto automático", self.volver, "automatico")
        self.mirado = boton("Ya lo miré", self._mirar, "listo", "Se trajo del trimestre anterior")
        hilera.agregar(titulo)
        hilera.agregar(QWidget(), crece=1)  # los botones, a la derecha
        for pieza in (self.mirado, self.automatico):
            pieza.hide()  # ya acomodados, su ancho ensancharía la ventana antes de esconderse
        for pieza in (self.mirado, self.ver, self.a_mano, self.automatico):
            hilera.agregar(pieza)
        return hilera

    def _decision(self) -> QHBoxLayout:
        hilera = QHBoxLayout()
        self.usar = boton("Usar el nuevo", self._usar, "listo")
        self.dejar = boton("Dejar el mío", self._dejar, "a_mano")
        self.usar.hide()
        self.dejar.hide()
        self.del_anexo = BotonDelAnexo(self._sesion)
        hilera.addWidget(self.del_anexo)
        hilera.addWidget(self.usar)
        hilera.addWidget(self.dejar)
        hilera.addStretch()
        return hilera

    def _conectar(self) -> None:
        self.lista.selectionModel().currentChanged.connect(lambda *_: self._al_elegir())
        self.lista.clicked.connect(lambda indice: self.pide_renglon.emit(self.modelo.frases[indice.row()]))
        self.lista.activated.connect(lambda indice: self.pide_renglon.emit(self.modelo.frases[indice.row()]))
        self.editor.guardar.connect(self._guardar)

    def senalar(self, senales: Senales) -> None:
        """Enseña en cada frase lo que la revisión dice de ella."""
        self.modelo.senalar(senales)

    def poner(self, frases: tuple[Impreso, ...], si_no_hay: str) -> None:
        """Muestra esas frases (o `si_no_hay`); la elegida sigue elegida aunque cambie de texto."""
        origen = self._seguido or self._origen
        self._cerrado = bool(self._sesion.cerrado)
        self._vacio.decir("" if frases else si_no_hay)
        self.lista.setVisible(bool(frases))
        self.modelo.poner(frases)
        self.elegir(origen)
        if not self.editor.isHidden() and (frase := self.elegida()):
            self._mostrar_en_editor(frase)
        self.lista.scheduleDelayedItemsLayout()
        self._al_elegir()

    def elegir(self, origen: str) -> None:
        """Elige la frase de ese origen, si está, y lo sigue aunque pase a decirse en otra."""
        for fila, frase in enumerate(self.modelo.frases):
            if origen and origen in frase.relato.origenes:
                self.lista.setCurrentIndex(self.modelo.index(fila))
                self.lista.scrollTo(self.modelo.index(fila))
                self._seguido = origen
                return

    def elegida(self) -> Impreso | None:
        """La frase elegida."""
        fila = self.lista.currentIndex().row()
        return self.modelo.frases[fila] if 0 <= fila < len(self.modelo.frases) else None

    def asentar(self) -> None:
        """Guarda lo que esté a medio escribir."""
        if not self.editor.isHidden():
            self.editor.guardar_ya()

    def volver(self) -> None:
        """Deja la frase elegida como sale de los datos."""
        frase = self.elegida()
        self._cerrar_editor()
        if frase is not None:
            self._sesion.hacer(textos.volver_al_automatico, frase.relato.origen)

    def _al_elegir(self) -> None:
        """Ajusta los botones a la frase elegida; al cambiar de frase se cierra el editor."""
        frase = self.elegida()
        nuevo = frase.relato.origen if frase else ""
        if nuevo != self._origen:
            self.asentar()
            self._cerrar_editor()
            self._origen, self._seguido = nuevo, ""
        libre = frase is not None and frase.se_escribe_a_mano and not self._cerrado
        self.ver.setEnabled(frase is not None)
        self.a_mano.setEnabled(libre)
        self.automatico.setVisible(bool(frase and frase.relato.a_mano) and not self._cerrado)
        self.mirado.setVisible(nuevo in self._sesion.foto.por_mirar and not self._cerrado)
        self.del_anexo.poner_en(_sitio(frase) if frase else None)
        self._avisar()

    def _mirar(self) -> None:
        """El texto traído está bien así; sigue el que falte por mirar en este lugar."""
        self._sesion.hacer(dar_por_mirado, self._origen)
        por_mirar = self._sesion.foto.por_mirar
        origenes = (frase.relato.origen for frase in self.modelo.frases)
        self.elegir(next((origen for origen in origenes if origen in por_mirar), self._origen))

    def _por_decidir(self) -> Impreso | None:
        """La frase a mano cuyos datos cambiaron: la elegida, si es una; si no, la primera que haya."""
        elegida = self.elegida()
        candidatas = (*([elegida] if elegida else []), *self.modelo.frases)
        return next((frase for frase in candidatas if frase.relato.cambio), None)

    def _avisar(self) -> None:
        """Si los datos cambiaron bajo un texto a mano, enseña los dos y deja escoger; si no, sus anexos."""
        frase = self._por_decidir()
        texto = ""
        if frase is not None:
            texto = f"Su texto dice: «{frase.relato.texto}»\nAhora sería: «{frase.relato.automatico}»"
        self._aviso.decir(texto or self.del_anexo.dicho)
        self._aviso.setVisible(bool(texto or self.del_anexo.dicho) and not self._cerrado)
        for pieza in (self.usar, self.dejar):
            pieza.setVisible(frase is not None and not self._cerrado)

    def enfocar(self, origen: str) -> None:
        """Va a la frase de ese origen; si está escrita a mano, la abre para cambiarla."""
        self.elegir(origen)
        frase = self.elegida()
        self.lista.setFocus()
        if frase is not None and frase.relato.origen == origen and frase.relato.a_mano:
            self._abrir_editor()

    def _abrir_editor(self) -> None:
        frase = self.elegida()
        if frase is not None and not self._cerrado:
            self.editor.soltar()
            self._mostrar_en_editor(frase)
            self.editor.show()
            # Con el editor abierto aún deben leerse varias frases.
            self.setMinimumHeight(self.editor.height() + 12 * self.fontMetrics().lineSpacing())
            self.editor.setFocus()

    def _cerrar_editor(self) -> None:
        self.editor.hide()
        self.setMinimumHeight(0)

    def _mostrar_en_editor(self, frase: Impreso) -> None:
        self._sesion.sin_guardar.mostrar(self.editor, _sitio(frase), frase.relato.texto)

    def _guardar(self, texto: str) -> None:
        frase = next((f for f in self.modelo.frases if f.relato.origen == self._origen), None)
        if frase is None:
            return
        if texto == frase.relato.texto:
            self._sesion.sin_guardar.soltar(_sitio(frase))
            return
        escrito = Escrito(_sitio(frase), "Texto escrito a mano", texto)
        datos = self._origen, texto, frase.relato.automatico, self.editor.visita
        self._sesion.guardar(escrito, textos.escribir_a_mano, *datos)

    def _usar(self) -> None:
        frase = self._por_decidir()
        if frase is not None:
            self._cerrar_editor()
            self._sesion.hacer(textos.volver_al_automatico, frase.relato.origen)

    def _dejar(self) -> None:
        frase = self._por_decidir()
        if frase is not None:
            relato = frase.relato
            self._sesion.hacer(textos.escribir_a_mano, relato.origen, relato.texto, relato.automatico)

    def _ver_hoja(self) -> None:
        if self._origen:
            self.pide_hoja.emit(self._origen)


def _sitio(frase: Impreso) -> Sitio:
    return Sitio(frase.lugar, frase.relato.origen, campo="texto")
