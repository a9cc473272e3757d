"""El marco: la ventana principal, del archivo que se ve y de lo que llega a su teclado y a su cierre."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSettings, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.interfaz.comunes.sesion.abierto import Abierto
from ut_escritorio.interfaz.comunes.sesion.ajustes import texto
from ut_escritorio.interfaz.comunes.sesion.salidas import Salida
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.comunes.sesion.tareas import acabar_todas
from ut_escritorio.interfaz.comunes.sesion.tras_pintar import tras_pintar
from ut_escritorio.interfaz.comunes.sesion.visto import DiaYHora
from ut_escritorio.interfaz.ventana import al_pedirlo, recuerdos
from ut_escritorio.interfaz.ventana.archivo.archivo import ArchivoDeLaVentana
from ut_escritorio.interfaz.ventana.archivo.atencion import esperar_con_la_aplicacion
from ut_escritorio.interfaz.ventana.archivo.puerta import Puerta, asentar, olvidar
from ut_escritorio.interfaz.ventana.archivo.reintento import Reintento
from ut_escritorio.interfaz.ventana.cierre import Cierre
from ut_escritorio.interfaz.ventana.contenidos import TABLERO, Contenidos
from ut_escritorio.interfaz.ventana.estado import Estado
from ut_escritorio.interfaz.ventana.letreros.ejemplo import LetreroDeEjemplo
from ut_escritorio.interfaz.ventana.letreros.firmado import LetreroDeFirmado
from ut_escritorio.interfaz.ventana.letreros.frases import FrasesDeAntes
from ut_escritorio.interfaz.ventana.letreros.organos import OrganosPorRectificar
from ut_escritorio.interfaz.ventana.letreros.recibido import LoRecibido
from ut_escritorio.interfaz.ventana.mando import Mando
from ut_escritorio.interfaz.ventana.mesa import Mesa
from ut_escritorio.interfaz.ventana.ordenes.deshacer import DuenoDelTeclado
from ut_escritorio.interfaz.ventana.ordenes.oficina import recordar_dias
from ut_escritorio.interfaz.ventana.ordenes.teclas import para_que_es
from ut_escritorio.interfaz.ventana.pestanas import Pestanas
from ut_escritorio.interfaz.ventana.tabulador import entrar, tabular, zonas_de
from ut_escritorio.interfaz.ventana.vista import Vista
from ut_escritorio.interfaz.ventana.zoom import Zoom
from ut_escritorio.servicios.archivo.expediente import Cambios, Expediente

if TYPE_CHECKING:
    from ut_escritorio.interfaz.respaldo.copias import Copias

CUIDAR = 300  # milisegundos: ya pintada la ventana


class Ventana(QMainWindow):
    """La ventana de un archivo, en un trimestre."""

    def __init__(
        self,
        expediente: Expediente,
        trimestre: Trimestre,
        reloj: DiaYHora,
        ajustes: QSettings,
        abierto: Abierto | None,
        respalda: bool,
    ) -> None:
        super().__init__()
        self._ajustes = ajustes
        self._solas = respalda
        self.cuaderno = Path(ajustes.fileName()).with_name("respaldos.json")
        self.zoom = Zoom(ajustes)
        self.pestanas = Pestanas()
        self.contenidos = Contenidos(self.pestanas, ajustes)
        self.firmado, self.ejemplo = LetreroDeFirmado(), LetreroDeEjemplo()
        self.mesa = self._poner_la_mesa()
        self.archivo = ArchivoDeLaVentana(
            self.mesa, self.cuaderno, self.dejar_el_archivo, self.cambiar_de_archivo
        )
        self.cierre = Cierre(self.mesa, lambda: self.copias)
        self.reintento = Reintento(self.mesa)
        self.estado = Estado(self.statusBar(), lambda: self.mando.ir_a_revisar())
        self.vista = Vista(
            self, lambda: self.sesion, self.pestanas, self.contenidos, self.firmado, self.estado
        )
        self.frases = FrasesDeAntes(self.mesa, self.cuaderno.with_name("frases.json"))
        self.organos = OrganosPorRectificar(self.mesa, ajustes)
        self.recibido = LoRecibido(self.mesa)
        self.mando = Mando(
            self.mesa,
            self.pestanas,
            self.contenidos,
            self.archivo,
            ajustes,
            copias=lambda: self.copias,
            acercar=self.acercar,
            decir_guardado=self._decir_guardado,
        )
        self.mando.escuchar(self.firmado)
        self.ejemplo.pide_empezar.connect(self.archivo.pedir_primer_dia)
        self.ejemplo.pide_volver.connect(lambda: self.abrir(Path(texto(ajustes, "archivo"))))
        DuenoDelTeclado(self)
        self.pestanas.pide_cursor.connect(lambda: entrar(self.pestanas))
        self.pestanas.mirada.connect(lambda clave: recuerdos.poner_divisores(self.pestanas, clave, ajustes))
        recuerdos.acomodar(self, ajustes)
        sesion = Sesion(expediente, trimestre, reloj, abierto.solo_leer if abierto else "")
        self.archivo.seguir(sesion, abierto)
        self._adoptar(sesion, (texto(ajustes, "pestana"), ""))
        esperar_con_la_aplicacion(self, lambda: self.sesion, self.asentar)
        tras_pintar(self, self._cuidar, CUIDAR)

    # --- lo que se ve -------------------------------------------------------------------------

    def _adoptar(self, sesion: Sesion, donde: tuple[str, str]) -> None:
        """Pone a la vista un archivo y su trimestre, en una pestaña y un lugar."""
        self.sesion = sesion
        sesion.setParent(self)
        sesion.puerta = Puerta(self, sesion, self.asentar).pasar
        sesion.cambio.connect(self._al_cambiar)
        sesion.revision.reviso.connect(self.vista.senalar)
        self.mando.atender(sesion)
        self.reintento.atender(sesion)
        self.frases.atender(sesion)
        self.organos.atender(sesion)
        self.recibido.atender(sesion)
        sesion.fallo.connect(self._advertir)
        sesion.sin_guardar.cambio.connect(self._decir_guardado)
        sesion.espera.cambio.connect(self._decir_guardado)
        sesion.cambio_de_trimestre.connect(lambda: self._armar(self.vista.donde()))
        suyo = texto(self._ajustes, "archivo")
        self.ejemplo.poner(sesion.expediente.es_ejemplo, hay_suyo=bool(suyo) and Path(suyo).is_file())
        if not sesion.expediente.es_ejemplo:
            recuerdos.recordar_archivo(sesion.expediente.ruta, self._ajustes)
        self.estado.decir_archivo(sesion.expediente.ruta)
        self._armar(donde)

    @cached_property
    def copias(self) -> Copias:
        """Las copias de respaldo; se cargan ya pintada la ventana, o al pedirlas."""
        copias = al_pedirlo.copias().Copias(self, self.sesion, self.cuaderno, self._solas)
        copias.pide_restaurar.connect(self.archivo.pedir_restaurar)
        copias.pide_aligerar.connect(self.archivo.pedir_aligerar)
        return copias

    def _cuidar(self) -> None:
        """Lo que no hace falta para pintar: la edad de la última copia y dónde está el archivo."""
        if self.isVisible():
            self.archivo.cuidar(self._ajustes)
            self.copias.decir()
            recordar_dias(self.mesa, self._ajustes)

    def _armar(self, donde: tuple[str, str]) -> None:
        """Dibuja el trimestre de la sesión."""
        self.mando.decir_trimestre()
        self.vista.armar(donde)

    def _al_cambiar(self, cambios: Cambios) -> None:
        if "firmados" in cambios.cosas and self.sesion.foto.firmado:
            olvidar(self, self.sesion)  # lo que se firmó sin eso ya no tiene dónde guardarse
        if "plan" in cambios.cosas:
            self.mando.decir_trimestre()
        self.vista.poner_al_dia(cambios.cosas)
        if cambios.accion:
            self.mando.historia.poner(self.sesion.expediente)
            self._decir_guardado()

    def asentar(self) -> None:
        """Termina de guardar lo que esté a medio escribir; lo que no se pueda queda en `sin_guardar`."""
        asentar(self, self.pestanas)
        self.sesion.reintentar()

    def acercar(self, pasos: int) -> None:
        """Acerca o aleja la letra de toda la ventana; con 0, el tamaño normal."""
        if self.zoom.dar(pasos):
            self.statusBar().clearMessage()
            self._rehacer()

    def _repintar(self) -> None:
        """Con otros colores, también lo que se lee abajo; la que ya se cerró no vuelve a leer su archivo."""
        if self.isVisible():
            self._rehacer()
            self._decir_guardado()
            if "copias" in self.__dict__:
                self.copias.decir()

    def _rehacer(self) -> None:
        """Pinta de nuevo las pestañas, sin perder lo que esté a medio escribir ni el lugar."""
        self.asentar()
        self._armar(self.vista.donde())

    def abrir(self, ruta: Path) -> None:
        """Abre otro archivo en esta ventana; si no se puede, sigue con el que tenía."""
        self.archivo.abrir_otro(ruta)

    def dejar_el_archivo(self, salida: Salida, seguir: Callable[[], object]) -> None:
        """Sigue cuando no hay nada a medias: ni lo que escribe, ni una copia, ni lo que se adjunta."""
        otra_vez = lambda: self.dejar_el_archivo(salida, seguir)  # noqa: E731
        if self.copias.cuando_este_libre(otra_vez) and self.sesion.cuando_acabe(otra_vez):
            self.sesion.puerta(salida, seguir)

    def cambiar_de_archivo(
        self, expediente: Expediente, trimestre: Trimestre, abierto: Abierto | None = None
    ) -> None:
        """Deja el archivo que tenía y pone a la vista el que se abrió; el mismo, donde ella estaba."""
        anterior, donde = self.sesion, self.vista.donde()
        sesion = Sesion(expediente, trimestre, anterior.reloj, abierto.solo_leer if abierto else "")
        self.archivo.seguir(sesion, abierto)
        mismo = anterior.expediente.ruta == expediente.ruta
        anterior.revision.parar()
        acabar_todas()
        olvidar(self, anterior)  # al quitar sus campos no se escribe en él lo que ella quiso dejar
        self._adoptar(sesion, donde if mismo else (TABLERO, ""))
        self.copias.seguir(sesion)
        anterior.expediente.cerrar()
        anterior.deleteLater()
        self.archivo.cuidar(self._ajustes)

    def _advertir(self, frase: str, detalle: str = "") -> None:
        avisos = al_pedirlo.avisos()
        if not avisos.a_la_vista(frase):
            avisos.advertir(QApplication.activeModalWidget() or self, frase, detalle)

    # --- el marco ------------------------------------------------------------------------------

    def _poner_la_mesa(self) -> Mesa:
        """Las pestañas, con los letreros encima, y lo que las órdenes pueden pedir."""
        medio = QWidget()
        acomodo = QVBoxLayout(medio)
        acomodo.setContentsMargins(0, 0, 0, 0)
        acomodo.setSpacing(0)
        acomodo.addWidget(self.ejemplo)
        acomodo.addWidget(self.firmado)
        acomodo.addWidget(self.pestanas, 1)
        self.setCentralWidget(medio)
        return Mesa(
            self,
            medio,
            acomodo,
            sesion=lambda: self.sesion,
            lugar=lambda: self.vista.donde()[1],
            asentar=self.asentar,
            ir_a=lambda sitio: self.vista.ir_a(sitio),
            volver_a=lambda sitios: self.vista.volver_a(sitios),
            ir_a_trimestre=lambda trimestre, y_luego: self.mando.ir_a_trimestre(trimestre, y_luego),
        )

    def _decir_guardado(self) -> None:
        """A qué hora se guardó o, si algo no se pudo, qué."""
        self.estado.decir(self.sesion)

    def focusNextPrevChild(self, next: bool) -> bool:
        zonas = zonas_de(self.mesa.medio, self.pestanas, self.statusBar())
        return tabular(self, zonas, next, super().focusNextPrevChild)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """La que nadie atendió donde está el cursor no se queda muda."""
        if self._atiende_la_pestana(event):
            return
        if dicho := para_que_es(event):
            self.mesa.decir(dicho)
        else:
            super().keyPressEvent(event)

    def _atiende_la_pestana(self, tecla: QKeyEvent) -> bool:
        """Con el cursor en su rótulo, las de la pestaña que se ve sirven como adentro."""
        pagina = self.pestanas.actual() if self.pestanas.tabBar().hasFocus() else None
        return pagina is not None and pagina.contenido is not None and pagina.contenido.atender(tecla)

    def changeEvent(self, event: QEvent) -> None:
        """Si el sistema pasa de claro a oscuro, las pestañas se pintan de nuevo."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "sesion"):
            QTimer.singleShot(0, self, self._repintar)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Al cerrar se guarda lo que esté a medias, se respalda si cambió y se recuerda la ventana."""
        if not self.cierre.listo():
            event.ignore()
            return
        self.mando.dejar_de_exportar()
        self.cierre.recoger(self.pestanas, self._ajustes)
        self.frases.recordar()
        self.sesion.expediente.cerrar()
        super().closeEvent(event)
