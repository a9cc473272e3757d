"""El marco: título, barra, menús, pestañas y barra de estado de la ventana principal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QSettings, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QMainWindow, QVBoxLayout, QWidget

from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.plan import Componente
from ut_escritorio.dominio.sitios import Sitio
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.comunes import iconos
from ut_escritorio.interfaz.comunes.ajustes import abrir_ajustes, texto
from ut_escritorio.interfaz.comunes.sesion import Reloj, Sesion
from ut_escritorio.interfaz.comunes.sin_guardar import en_lista
from ut_escritorio.interfaz.comunes.tareas import detener_todas
from ut_escritorio.interfaz.ventana import recuerdos
from ut_escritorio.interfaz.ventana.acciones import Accion, Barra, poner_menu
from ut_escritorio.interfaz.ventana.cierre import LetreroDeFirmado
from ut_escritorio.interfaz.ventana.deshacer import DuenoDelTeclado, Historia
from ut_escritorio.interfaz.ventana.diario import Diario
from ut_escritorio.interfaz.ventana.ejemplo import LetreroDeEjemplo
from ut_escritorio.interfaz.ventana.estado import Estado
from ut_escritorio.interfaz.ventana.pendientes import si_todo_quedo
from ut_escritorio.interfaz.ventana.pestanas import Pagina, Pestanas
from ut_escritorio.interfaz.ventana.rotulos import con_cuenta, nombre_de, titulo_de
from ut_escritorio.interfaz.ventana.zoom import NORMAL, PASO, Zoom
from ut_escritorio.servicios.expediente import Cambios, Expediente, abrir

if TYPE_CHECKING:
    from ut_escritorio.interfaz.ventana.exportacion import Exportacion

TABLERO, INFORME = "tablero", "informe"


class Ventana(QMainWindow):
    """La ventana de un archivo, en un trimestre."""

    def __init__(
        self, expediente: Expediente, trimestre: Trimestre, reloj: Reloj, ajustes: QSettings
    ) -> None:
        super().__init__()
        self._ajustes = ajustes
        self._sin_guardarlo = False
        self.zoom = Zoom(ajustes)
        self.pestanas = Pestanas()
        self.firmado = LetreroDeFirmado()
        self.firmado.pide_abrir.connect(self.pedir_abrir_para_corregir)
        self.ejemplo = LetreroDeEjemplo()
        self.ejemplo.pide_empezar.connect(self.pedir_primer_dia)
        self._poner_en_medio()
        self.estado = Estado(self.statusBar(), self.ir_a_revisar)
        self.diario = Diario(self)
        self._poner_menus()
        DuenoDelTeclado(self)
        self.pestanas.mirada.connect(lambda clave: recuerdos.poner_divisores(self.pestanas, clave, ajustes))
        recuerdos.acomodar(self, ajustes)
        self._adoptar(Sesion(expediente, trimestre, reloj), texto(ajustes, "pestana"))

    # --- lo que se ve -------------------------------------------------------------------------

    def _adoptar(self, sesion: Sesion, pestana: str) -> None:
        """Pone a la vista un archivo y su trimestre."""
        self.sesion = sesion
        sesion.setParent(self)
        sesion.cambio.connect(self._al_cambiar)
        sesion.revision.reviso.connect(self._al_revisar)
        sesion.pide_ir.connect(self.ir_a)
        self.diario.atender(sesion)
        sesion.fallo.connect(self._advertir)
        sesion.sin_guardar.cambio.connect(self._decir_guardado)
        sesion.cambio_de_trimestre.connect(lambda: self._armar(self._donde()))
        self.ejemplo.poner(sesion.expediente.es_ejemplo)
        if not sesion.expediente.es_ejemplo:
            self._ajustes.setValue("archivo", str(sesion.expediente.ruta.absolute()))
        self.estado.decir_archivo(sesion.expediente.ruta)
        self.historia.olvidar()
        self._armar((pestana, ""))

    def _armar(self, donde: tuple[str, str]) -> None:
        """Hace de nuevo las pestañas del plan y vuelve adonde ella estaba."""
        foto = self.sesion.foto
        self.setWindowTitle(titulo_de(foto.trimestre, self.sesion.expediente.es_ejemplo))
        self.barra.decir(str(foto.trimestre))
        self._poner_flechas()
        self.firmado.poner(foto)
        self.estado.por_corregir.hide()
        self.pestanas.vaciar()
        self.pestanas.agregar(Pagina(TABLERO, self._tablero), "Tablero", "Cuentas y lo que hay que corregir")
        for componente in foto.plan.componentes:
            pagina = Pagina(_clave(componente), lambda c=componente: self._componente(c))
            self.pestanas.agregar(pagina, nombre_de(componente), componente.nombre)
        self.pestanas.agregar(Pagina(INFORME, self._informe), "Informe", "Revisar, ver, imprimir y firmar")
        self.pestanas.empezar(foto, donde[0])
        if self.sesion.revision.al_dia:
            self._al_revisar()
        actual = self.pestanas.actual()
        if donde[1] and actual is not None and hasattr(actual.contenido, "ir_a"):
            actual.contenido.ir_a(Sitio(donde[1]))  # pyright: ignore[reportOptionalMemberAccess, reportAttributeAccessIssue]

    def _donde(self) -> tuple[str, str]:
        """La pestaña y el lugar que se ven ahora."""
        pagina = self.pestanas.actual()
        contenido: Any = pagina.contenido if pagina else None
        return pagina.clave if pagina else "", contenido.lugar() if hasattr(contenido, "lugar") else ""

    def _tablero(self) -> QWidget:
        from ut_escritorio.interfaz.tablero.pestana import PestanaTablero

        return PestanaTablero(self.sesion)

    def _componente(self, componente: Componente) -> QWidget:
        from ut_escritorio.interfaz.componente.pestana import PestanaDeComponente

        pestana = PestanaDeComponente(self.sesion, componente)
        pestana.pide_hoja.connect(self._ver_hoja)
        return pestana

    def _informe(self) -> QWidget:
        from ut_escritorio.interfaz.informe.pestana import PestanaInforme

        pestana = PestanaInforme(self.sesion)
        pestana.pide_pdf.connect(self.pedir_informe)
        pestana.pide_abrir.connect(self.pedir_abrir_para_corregir)
        return pestana

    def _al_cambiar(self, cambios: Cambios) -> None:
        foto = self.sesion.foto
        self.firmado.poner(foto)
        self.pestanas.poner(foto)
        if cambios.accion:
            self.historia.poner(self.sesion.expediente)
            self._decir_guardado()

    def _al_revisar(self) -> None:
        """Reparte lo que la revisión señala: pestañas, sus rótulos y la barra de estado."""
        senales = self.sesion.revision.senales
        self.pestanas.senalar(senales)
        for componente in self.sesion.foto.plan.componentes:
            rotulo = con_cuenta(nombre_de(componente), senales.cuantas(componente.clave))
            self.pestanas.rotular(_clave(componente), rotulo)
        self.pestanas.rotular(INFORME, con_cuenta("Informe", len(senales.por_corregir)))
        self.estado.decir_por_corregir(len(senales.por_corregir))

    # --- lo que se puede pedir -----------------------------------------------------------------

    def ir_a(self, sitio: Sitio) -> None:
        """Pone el cursor en un sitio: de un lugar del plan o, sin lugar, del Informe."""
        cadena = self.sesion.foto.plan.cadena.get(sitio.lugar)
        contenido: Any = self.pestanas.ir_a(_clave(cadena[0]) if cadena else INFORME)
        contenido.ir_a(sitio)

    def ir_a_revisar(self) -> None:
        """Enseña lo que hay que corregir y lo que conviene revisar."""
        contenido: Any = self.pestanas.ir_a(INFORME)
        contenido.ir_a_revisar()

    def volver(self, accion: Callable[[Expediente], Cambios], dicho: str) -> None:
        """Deshace o rehace lo último y va a lo que cambió; antes guarda lo que esté a medio escribir."""
        self.asentar()
        cambios = self.sesion.volver(accion)
        if cambios is None:
            return
        self.statusBar().showMessage(f"{dicho}: {cambios.accion.partition(' ')[2]}.", 6000)
        if cambios.sitios:
            self.ir_a(cambios.sitios[0])
        elif cambios.cosas:
            self.ir_a_revisar()

    @cached_property
    def exportacion(self) -> Exportacion:
        """El camino del informe en PDF, que se carga al pedirlo."""
        from ut_escritorio.interfaz.ventana.exportacion import Exportacion

        return Exportacion(self)

    def pedir_abrir_para_corregir(self) -> None:
        """Pide el motivo y abre el trimestre firmado."""
        from ut_escritorio.interfaz.comunes import avisos
        from ut_escritorio.servicios.firma import abrir_para_corregir

        avisos.pedir_texto(
            self,
            f"¿Por qué se abre el {self.sesion.trimestre} para corregir?",
            "Abrir para corregir",
            lambda motivo: self.sesion.hacer(abrir_para_corregir, motivo),
            "Lo que se firmó se conserva tal cual, con este motivo al lado. "
            "Después de corregir habrá que volver a imprimir y firmar.",
        )

    def pedir_informe(self) -> None:
        """Guarda lo que esté a medias y empieza el informe en PDF."""
        self.asentar()
        si_todo_quedo(self, self.sesion, "Hacerlo sin eso", lambda: self.exportacion.pedir(self.sesion))

    def guardar(self) -> None:
        """Todo se guarda solo: termina lo que esté a medio escribir y lo dice."""
        self.asentar()
        self._decir_guardado()

    def asentar(self) -> None:
        """Termina de guardar lo que esté a medio escribir; lo que no se pueda queda en `sin_guardar`."""
        con_foco = self.focusWidget()
        if con_foco is not None:
            con_foco.clearFocus()
            _cuadro_de(con_foco).setFocus()
        for pagina in self.pestanas.paginas():
            if hasattr(pagina.contenido, "asentar"):
                pagina.contenido.asentar()  # pyright: ignore[reportOptionalMemberAccess, reportAttributeAccessIssue]
        self.sesion.reintentar()

    def mover_trimestre(self, pasos: int) -> None:
        """Va al trimestre anterior o siguiente de los que hay en el archivo."""
        vecino = self._vecino(pasos)
        if vecino is not None:
            self.asentar()
            si_todo_quedo(
                self, self.sesion, "Cambiar sin guardarlo", lambda: self.sesion.ir_a_trimestre(vecino)
            )

    def acercar(self, por_ciento: int) -> None:
        """Cambia el tamaño de la letra de toda la ventana."""
        if self.zoom.poner(por_ciento):
            self._rehacer()

    def _rehacer(self) -> None:
        """Pinta de nuevo las pestañas, sin perder lo que esté a medio escribir ni el lugar."""
        self.asentar()
        self._armar(self._donde())

    def pedir_archivo(self) -> None:
        """Pregunta qué archivo abrir."""
        from ut_escritorio.interfaz.comunes import avisos

        carpeta = self.sesion.expediente.ruta.parent
        avisos.pedir_archivo(self, "Abrir", carpeta, "Archivo de UT Escritorio (*.sqlite)", self.abrir)

    def abrir(self, ruta: Path) -> None:
        """Abre otro archivo en esta ventana; si no se puede, sigue con el que tenía."""
        self.asentar()
        si_todo_quedo(self, self.sesion, "Abrir sin guardarlo", lambda: self._abrir(ruta))

    def _abrir(self, ruta: Path) -> None:
        reloj = self.sesion.reloj
        try:
            expediente = abrir(ruta, reloj.ahora)
            self._cambiar_de_archivo(expediente, expediente.trimestre_de_entrada(reloj.hoy()))
        except ErrorEsperado as error:
            self._advertir("No se pudo abrir el archivo.", str(error))

    def pedir_primer_dia(self) -> None:
        """Empezar un trimestre propio, traer un archivo o ver el ejemplo, en esta ventana."""
        from ut_escritorio.interfaz.primer_dia import PrimerDia

        self.asentar()
        inicio = PrimerDia(self.sesion.reloj, padre=self)
        inicio.listo.connect(self._cambiar_de_archivo)
        si_todo_quedo(self, self.sesion, "Seguir sin guardarlo", inicio.open)

    def _cambiar_de_archivo(self, expediente: Expediente, trimestre: Trimestre) -> None:
        anterior = self.sesion
        sesion = Sesion(expediente, trimestre, anterior.reloj)
        anterior.revision.parar()
        detener_todas()
        self._adoptar(sesion, TABLERO)
        anterior.expediente.cerrar()
        anterior.deleteLater()

    def _advertir(self, frase: str, detalle: str = "") -> None:
        # Los diálogos se cargan cuando hay algo que decir, no al arrancar.
        from ut_escritorio.interfaz.comunes import avisos

        avisos.advertir(self, frase, detalle)

    def _vecino(self, pasos: int) -> Trimestre | None:
        todos = self.sesion.trimestres
        lugar = todos.index(self.sesion.trimestre) + pasos if self.sesion.trimestre in todos else -1
        return todos[lugar] if 0 <= lugar < len(todos) else None

    # --- el marco ------------------------------------------------------------------------------

    def _poner_en_medio(self) -> None:
        self._medio = QWidget()
        acomodo = QVBoxLayout(self._medio)
        acomodo.setContentsMargins(0, 0, 0, 0)
        acomodo.setSpacing(0)
        acomodo.addWidget(self.ejemplo)
        acomodo.addWidget(self.firmado)
        acomodo.addWidget(self.pestanas, 1)
        self.setCentralWidget(self._medio)

    def _poner_menus(self) -> None:
        archivo = (
            Accion("&Abrir…", self.pedir_archivo, ("Ctrl+O",), "abrir"),
            Accion("&Empezar, traer o ver el ejemplo…", self.pedir_primer_dia, icono="agregar"),
            Accion("&Guardar", self.guardar, ("Ctrl+G", "Ctrl+S"), "guardar"),
            None,
            Accion("&Informe en PDF", self.pedir_informe, ("F12",), "pdf"),
            None,
            Accion("&Salir", self.close, ("Ctrl+Q",), "salir"),
        )
        ver = (
            Accion("Trimestre a&nterior", lambda: self.mover_trimestre(-1), ("Ctrl+PgUp",), "anterior"),
            Accion("Trimestre &siguiente", lambda: self.mover_trimestre(1), ("Ctrl+PgDown",), "siguiente"),
            None,
            Accion(
                "&Acercar", lambda: self.acercar(self.zoom.por_ciento + PASO), ("Ctrl++", "Ctrl+="), "acercar"
            ),
            Accion("A&lejar", lambda: self.acercar(self.zoom.por_ciento - PASO), ("Ctrl+-",), "alejar"),
            Accion("&Tamaño normal", lambda: self.acercar(NORMAL), ("Ctrl+0",)),
        )
        edicion = (
            Accion("&Anotar", self.anotar, ("F9",), "a_mano"),
            None,
            Accion("&Deshacer", lambda: self.historia.deshacer(), ("Ctrl+Z",), "deshacer"),
            Accion("&Rehacer", lambda: self.historia.rehacer(), ("Ctrl+Y", "Ctrl+Shift+Z"), "rehacer"),
        )
        informe = poner_menu(self, "&Archivo", archivo)[3]
        anotar, deshacer, rehacer, *diario = poner_menu(
            self, "&Edición", (*edicion, None, *self.diario.acciones)
        )
        self.historia = Historia(deshacer, rehacer, self.volver)
        self._anterior, self._siguiente, *_ = poner_menu(self, "&Ver", ver)
        poner_menu(self, "Ay&uda", (Accion("&Teclas", self.ayudar, ("F1",), "ayuda"),))
        self.barra = Barra(self._anterior, self._siguiente, (deshacer, rehacer), informe, (anotar, *diario))
        self.addToolBar(self.barra)
        for numero in range(1, 10):
            atajo = QShortcut(QKeySequence(f"Ctrl+{numero}"), self)
            atajo.activated.connect(lambda cual=numero - 1: self._ir_a_pestana(cual))

    def anotar(self) -> None:
        """Abre la tira de anotar, con lo que se propone según dónde está."""
        from ut_escritorio.interfaz.anotar import abrir_tira

        abrir_tira(self._medio, self.sesion, self._donde()[1])

    def ayudar(self) -> None:
        """Enseña las teclas."""
        from ut_escritorio.interfaz.ventana.ayuda import Ayuda

        Ayuda(self).show()

    def _ir_a_pestana(self, indice: int) -> None:
        if indice < self.pestanas.count():
            self.pestanas.setCurrentIndex(indice)

    def _ver_hoja(self, origen: str) -> None:
        contenido: Any = self.pestanas.ir_a(INFORME)
        contenido.ver_hoja(origen)

    def _poner_flechas(self) -> None:
        self._anterior.setEnabled(self._vecino(-1) is not None)
        self._siguiente.setEnabled(self._vecino(1) is not None)

    def _decir_guardado(self) -> None:
        """A qué hora se guardó o, si algo no se pudo, qué."""
        if pendientes := self.sesion.sin_guardar.todos:
            self.estado.decir_sin_guardar(en_lista(pendientes), pendientes[-1].por_que)
        else:
            self.estado.decir_guardado(self.sesion.reloj.ahora())

    def changeEvent(self, event: QEvent) -> None:
        """Si el sistema pasa de claro a oscuro, las pestañas se pintan de nuevo."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "sesion"):
            QTimer.singleShot(0, self, self._rehacer)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Al cerrar se guarda lo que esté a medias y cómo quedó la ventana."""
        if not self._sin_guardarlo:
            self.asentar()
            self.sesion.se_cierra.emit()
        if self.sesion.sin_guardar:
            event.ignore()
            si_todo_quedo(self, self.sesion, "Cerrar sin guardarlo", self._cerrar_sin_guardarlo)
            return
        if "exportacion" in self.__dict__:
            self.exportacion.cancelar()
        self.sesion.revision.parar()
        detener_todas()
        recuerdos.guardar(self, self.pestanas, self._ajustes)
        trimestre = self.sesion.trimestre
        self._ajustes.setValue("trimestre", f"{trimestre.ejercicio}-{trimestre.numero}")
        self._ajustes.sync()
        self.sesion.expediente.cerrar()
        super().closeEvent(event)

    def _cerrar_sin_guardarlo(self) -> None:
        self._sin_guardarlo = True
        self.close()


def _cuadro_de(pieza: QWidget) -> QWidget:
    """El cuadro cuya celda se estaba escribiendo (su editor se va al guardarla); si no, la pieza misma."""
    padre = pieza.parentWidget()
    vista = padre.parentWidget() if padre else None
    return vista if isinstance(vista, QAbstractItemView) else pieza


def _clave(componente: Any) -> str:
    return f"componente:{componente.clave}"


def abrir_ventana(
    expediente: Expediente,
    trimestre: Trimestre,
    *,
    hoy: Callable[[], date],
    ahora: Callable[[], datetime],
    ajustes: QSettings | None = None,
) -> Ventana:
    """Abre la ventana de un archivo en un trimestre y la muestra.

    `hoy` y `ahora` dan el día y la hora; `ajustes`, dónde se recuerda cómo quedó (si no, los del sistema).
    La ventana se queda con el expediente y lo cierra al cerrarse.
    """
    with iconos.despues_de_pintar():
        ventana = Ventana(expediente, trimestre, Reloj(hoy, ahora), ajustes or abrir_ajustes())
        ventana.show()
    return ventana
