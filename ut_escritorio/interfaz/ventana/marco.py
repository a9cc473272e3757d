"""El marco: título, barra, menús, pestañas y barra de estado de la ventana principal."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSettings, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.interfaz.comunes.sesion import salidas
from ut_escritorio.interfaz.comunes.sesion.abierto import Abierto
from ut_escritorio.interfaz.comunes.sesion.ajustes import texto
from ut_escritorio.interfaz.comunes.sesion.ordenes import Orden
from ut_escritorio.interfaz.comunes.sesion.salidas import Salida
from ut_escritorio.interfaz.comunes.sesion.sesion import DiaYHora, Sesion
from ut_escritorio.interfaz.comunes.sesion.tareas import acabar_todas
from ut_escritorio.interfaz.comunes.sesion.tras_pintar import tras_pintar
from ut_escritorio.interfaz.ventana import al_pedirlo, recuerdos
from ut_escritorio.interfaz.ventana.archivo.archivo import ArchivoDeLaVentana
from ut_escritorio.interfaz.ventana.archivo.atencion import esperar_con_la_aplicacion
from ut_escritorio.interfaz.ventana.archivo.puerta import Puerta, asentar, olvidar
from ut_escritorio.interfaz.ventana.archivo.reintento import Reintento
from ut_escritorio.interfaz.ventana.cierre import Cierre
from ut_escritorio.interfaz.ventana.contenidos import TABLERO, Contenidos
from ut_escritorio.interfaz.ventana.estado import Estado
from ut_escritorio.interfaz.ventana.letreros.ejemplo import LetreroDeEjemplo
from ut_escritorio.interfaz.ventana.letreros.firmado import LetreroDeFirmado, pedir_abrir_para_corregir
from ut_escritorio.interfaz.ventana.letreros.frases import FrasesDeAntes
from ut_escritorio.interfaz.ventana.letreros.organos import OrganosPorRectificar
from ut_escritorio.interfaz.ventana.menus import Pedidos, poner_menus
from ut_escritorio.interfaz.ventana.mesa import Mesa
from ut_escritorio.interfaz.ventana.ordenes.del_tablero import Ordenes
from ut_escritorio.interfaz.ventana.ordenes.deshacer import DuenoDelTeclado, Historia
from ut_escritorio.interfaz.ventana.ordenes.diario import Diario
from ut_escritorio.interfaz.ventana.ordenes.lista import pedir_lista
from ut_escritorio.interfaz.ventana.ordenes.oficina import (
    acciones_de_oficina,
    pedir_anio,
    pedir_catalogos,
    recordar_dias,
)
from ut_escritorio.interfaz.ventana.ordenes.papel import pedir_ficha, pedir_hojas_de_captura
from ut_escritorio.interfaz.ventana.ordenes.teclas import para_que_es
from ut_escritorio.interfaz.ventana.pestanas import Pestanas
from ut_escritorio.interfaz.ventana.tabulador import entrar, tabular, zonas_de
from ut_escritorio.interfaz.ventana.vista import Vista
from ut_escritorio.interfaz.ventana.zoom import Zoom
from ut_escritorio.servicios.archivo.expediente import Cambios, Expediente

if TYPE_CHECKING:
    from ut_escritorio.interfaz.hojas.ayuda import Ayuda
    from ut_escritorio.interfaz.informe.exportacion import Exportacion
    from ut_escritorio.interfaz.respaldo.copias import Copias
    from ut_escritorio.servicios.entrega.formatos import Formato

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
        self.estado = Estado(self.statusBar(), self.ir_a_revisar)
        self.vista = Vista(
            self, lambda: self.sesion, self.pestanas, self.contenidos, self.firmado, self.estado
        )
        self.diario = Diario(self.mesa)
        self.frases = FrasesDeAntes(self.mesa, self.cuaderno.with_name("frases.json"))
        self.organos = OrganosPorRectificar(self.mesa, ajustes)
        self._poner_menus()
        self.ordenes = Ordenes(self.mesa, self._de_la_ventana())
        self.ejemplo.pide_empezar.connect(self.archivo.pedir_primer_dia)
        for quien in (self.firmado, self.contenidos):
            quien.pide_abrir.connect(self.pedir_abrir_para_corregir)
        self.firmado.pide_imprimir.connect(self.ir_a_imprimir)
        self.contenidos.pide_informe.connect(self.pedir_informe)
        self.contenidos.pide_anexos.connect(self.pedir_anexos)
        self.contenidos.dijo.connect(self.mesa.decir)
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
        sesion.pide_ir.connect(self.vista.ir_a)
        sesion.pide_ir_a.connect(
            lambda trimestre, sitio: self.ir_a_trimestre(trimestre, lambda: self.vista.ir_a(sitio))
        )
        sesion.pide_deshacer.connect(self.historia.deshacer)
        self.diario.atender(sesion)
        self.reintento.atender(sesion)
        sesion.pide_oficina.connect(lambda cual: pedir_catalogos(self.mesa, cual))
        sesion.pide_ficha.connect(lambda renglon: pedir_ficha(self.mesa, renglon))
        sesion.pide_hojas_de_captura.connect(lambda cual: pedir_hojas_de_captura(self.mesa, cual))
        sesion.pide_lista.connect(lambda cuadro, ruta: pedir_lista(self.mesa, cuadro, ruta, self._ajustes))
        sesion.pide_orden.connect(self.ordenes.obedecer)
        self.frases.atender(sesion)
        self.organos.atender(sesion)
        sesion.fallo.connect(self._advertir)
        sesion.sin_guardar.cambio.connect(self._decir_guardado)
        sesion.espera.cambio.connect(self._decir_guardado)
        sesion.cambio_de_trimestre.connect(lambda: self._armar(self.vista.donde()))
        self.ejemplo.poner(sesion.expediente.es_ejemplo)
        if not sesion.expediente.es_ejemplo:
            recuerdos.recordar_archivo(sesion.expediente.ruta, self._ajustes)
        self.estado.decir_archivo(sesion.expediente.ruta)
        self.historia.olvidar()
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
        self._decir_trimestre()
        self.vista.armar(donde)

    def _decir_trimestre(self) -> None:
        """Dice en la barra cuál es, y si hay otro antes y después."""
        self.barra.decir(str(self.sesion.trimestre))
        self._anterior.setEnabled(self._vecino(-1) is not None)
        self._siguiente.setEnabled(self._vecino(1) is not None)

    def _al_cambiar(self, cambios: Cambios) -> None:
        if "firmados" in cambios.cosas and self.sesion.foto.firmado:
            olvidar(self, self.sesion)  # lo que se firmó sin eso ya no tiene dónde guardarse
        if "plan" in cambios.cosas:
            self._decir_trimestre()
        self.vista.poner_al_dia(cambios.cosas)
        if cambios.accion:
            self.historia.poner(self.sesion.expediente)
            self._decir_guardado()

    # --- lo que se puede pedir -----------------------------------------------------------------

    def ir_a_revisar(self) -> None:
        """Enseña lo que hay que corregir y lo que conviene revisar."""
        self.contenidos.informe().ir_a_revisar()

    @cached_property
    def exportacion(self) -> Exportacion:
        """El camino del informe en PDF, que se carga al pedirlo."""
        return al_pedirlo.exportacion().Exportacion(self)

    def pedir_abrir_para_corregir(self) -> None:
        """Pide el motivo y abre el trimestre firmado."""
        pedir_abrir_para_corregir(self, self.sesion)

    def pedir_informe(self, formato: Formato = "PDF") -> None:
        """Empieza el informe en PDF, o en lo que se pida."""
        self.sesion.puerta(salidas.INFORME, lambda: self.exportacion.pedir(self.sesion, formato))

    def pedir_anexos(self) -> None:
        """Pregunta dónde guardar los anexos que van en su propio PDF."""
        self.sesion.puerta(salidas.INFORME, lambda: self.exportacion.pedir_anexos(self.sesion))

    def ir_a_imprimir(self) -> None:
        """Guarda lo que esté a medias e imprime lo que se ve; de lo que no es de un lugar, en el Informe."""
        self.asentar()
        pagina = self.pestanas.actual()
        if pagina is not None and pagina.contenido is not None and pagina.contenido.imprimir_lo_que_se_ve():
            return
        if lugar := self.mesa.lugar():
            sesion, imprimir = self.sesion, self.contenidos.imprimir_componente
            sesion.puerta(salidas.IMPRIMIR, lambda: imprimir(sesion, lugar))
        else:
            self.contenidos.informe().ir_a_imprimir()

    def guardar(self) -> None:
        """Todo se guarda solo: termina lo que esté a medio escribir y lo dice."""
        self.asentar()
        self._decir_guardado()
        sesion = self.sesion
        if not sesion.sin_guardar and not sesion.guardando:
            falta = sesion.por_anotar is not None and sesion.por_anotar.se_lee()
            self.mesa.decir("Falta anotar lo de «Anotar» (F9)." if falta else "Todo está guardado.")

    def respaldar(self) -> None:
        """Respalda en este momento, con lo que esté a medio escribir."""
        self.copias.ahora()

    def asentar(self) -> None:
        """Termina de guardar lo que esté a medio escribir; lo que no se pueda queda en `sin_guardar`."""
        asentar(self, self.pestanas)
        self.sesion.reintentar()

    def mover_trimestre(self, pasos: int) -> None:
        """Va al trimestre anterior o siguiente de los que hay en el archivo."""
        vecino = self._vecino(pasos)
        if vecino is not None:
            self.ir_a_trimestre(vecino)

    def ir_a_trimestre(self, trimestre: Trimestre, y_luego: Callable[[], object] = lambda: None) -> None:
        """Va a un trimestre del archivo y, ya en él, hace lo que sigue; si ya está en él, solo eso."""

        def ir() -> None:
            self.sesion.ir_a_trimestre(trimestre)
            y_luego()

        if trimestre == self.sesion.trimestre:
            self.asentar()
            y_luego()
        else:
            self.sesion.puerta(salidas.OTRO_TRIMESTRE, ir)

    def acercar(self, pasos: int) -> None:
        """Acerca o aleja la letra de toda la ventana; con 0, el tamaño normal."""
        if self.zoom.dar(pasos):
            self.statusBar().clearMessage()
            self._rehacer()

    def _repintar(self) -> None:
        """Con otros colores; la que ya se cerró no vuelve a leer su archivo."""
        if self.isVisible():
            self._rehacer()

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

    def _vecino(self, pasos: int) -> Trimestre | None:
        todos = self.sesion.trimestres
        lugar = todos.index(self.sesion.trimestre) + pasos if self.sesion.trimestre in todos else -1
        return todos[lugar] if 0 <= lugar < len(todos) else None

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
            ir_a_trimestre=self.ir_a_trimestre,
        )

    def _nueva_guia(self) -> Ayuda:
        return al_pedirlo.ayuda().Ayuda(self, self.sesion.expediente.ruta)

    def _pedir_acerca(self) -> None:
        guia = self._nueva_guia()
        guia.ver_el_programa()
        guia.show()

    def _poner_menus(self) -> None:
        pedidos = Pedidos(
            abrir=self.archivo.pedir,
            empezar=self.archivo.pedir_primer_dia,
            guardar=self.guardar,
            informe=self.pedir_informe,
            imprimir=self.ir_a_imprimir,
            hojas_de_captura=lambda: pedir_hojas_de_captura(self.mesa),
            deshacer=lambda: self.historia.deshacer(),
            rehacer=lambda: self.historia.rehacer(),
            respaldar=self.respaldar,
            mover_trimestre=self.mover_trimestre,
            acercar=self.acercar,
            copias=lambda: self.copias,
            ayuda=lambda: self._nueva_guia().show(),
            acerca=self._pedir_acerca,
            diario=self.diario.acciones,
            de_vez_en_cuando=self.diario.de_vez_en_cuando,
            oficina=acciones_de_oficina(self.mesa),
        )
        puestos = poner_menus(self, pedidos)
        self.historia = Historia(*puestos.historia, self.mesa, self.ir_a_revisar)
        self._anterior, self._siguiente, self.barra = puestos.anterior, puestos.siguiente, puestos.barra
        for numero in range(1, 10):
            atajo = QShortcut(QKeySequence(f"Ctrl+{numero}"), self)
            atajo.activated.connect(lambda cual=numero - 1: self._ir_a_pestana(cual))

    def _de_la_ventana(self) -> dict[Orden, Callable[[], object]]:
        informe, diario = self.contenidos.informe, self.diario
        return {
            "revisar": self.ir_a_revisar,
            "imprimir para firma": lambda: informe().ir_a_imprimir(),
            "ver lo firmado": lambda: informe().ir_a_lo_firmado(),
            "sin contestar": lambda: self.contenidos.oficios().ver_los_que_esperan(),
            "copiar a USB": lambda: self.copias.a_usb(),
            "respaldar": self.respaldar,
            "ver los días": lambda: diario.ver_los_dias("", completar=False),
            "completar los días": lambda: diario.ver_los_dias("", completar=True),
            "ir al trimestre": lambda: None,
            "preparar el año": lambda: pedir_anio(self.mesa),
        }

    def _ir_a_pestana(self, indice: int) -> None:
        if indice < self.pestanas.count():
            self.pestanas.setCurrentIndex(indice)
            entrar(self.pestanas)

    def _decir_guardado(self) -> None:
        """A qué hora se guardó o, si algo no se pudo, qué."""
        self.estado.decir(self.sesion)

    def focusNextPrevChild(self, next: bool) -> bool:
        zonas = zonas_de(self.mesa.medio, self.pestanas, self.statusBar())
        return tabular(self, zonas, next, super().focusNextPrevChild)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """La que nadie atendió donde está el cursor no se queda muda."""
        if dicho := para_que_es(event):
            if not self._atiende_la_pestana(event):
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
        if "exportacion" in self.__dict__:
            self.exportacion.cancelar()
        self.cierre.recoger(self.pestanas, self._ajustes)
        self.frases.recordar()
        self.sesion.expediente.cerrar()
        super().closeEvent(event)
