"""El mando: los menús y la barra de la ventana, y lo que hace cada cosa que ahí o en una pestaña se pide."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings
from PySide6.QtGui import QKeySequence, QShortcut

from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.interfaz.comunes.sesion import salidas
from ut_escritorio.interfaz.comunes.sesion.ordenes import Orden
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.comunes.sesion.tras_pintar import tras_pintar
from ut_escritorio.interfaz.ventana import al_pedirlo
from ut_escritorio.interfaz.ventana.archivo.archivo import ArchivoDeLaVentana
from ut_escritorio.interfaz.ventana.contenidos import Contenidos
from ut_escritorio.interfaz.ventana.letreros.firmado import LetreroDeFirmado, pedir_abrir_para_corregir
from ut_escritorio.interfaz.ventana.menus import Pedidos, poner_menus
from ut_escritorio.interfaz.ventana.mesa import Mesa
from ut_escritorio.interfaz.ventana.ordenes.del_tablero import Ordenes
from ut_escritorio.interfaz.ventana.ordenes.deshacer import Historia
from ut_escritorio.interfaz.ventana.ordenes.diario import Diario
from ut_escritorio.interfaz.ventana.ordenes.lista import pedir_lista
from ut_escritorio.interfaz.ventana.ordenes.oficina import (
    acciones_de_oficina,
    pedir_anio,
    pedir_catalogos,
    pedir_metas_y_entrega,
    pegar_areas,
)
from ut_escritorio.interfaz.ventana.ordenes.papel import pedir_ficha, pedir_hojas_de_captura
from ut_escritorio.interfaz.ventana.ordenes.partes import DondeSeSueltan, pedir_entregar, pedir_recibir
from ut_escritorio.interfaz.ventana.pestanas import Pestanas
from ut_escritorio.interfaz.ventana.tabulador import entrar

if TYPE_CHECKING:
    from ut_escritorio.interfaz.hojas.ayuda import Ayuda
    from ut_escritorio.interfaz.informe.exportacion import Exportacion
    from ut_escritorio.interfaz.informe.pestana import PestanaInforme
    from ut_escritorio.interfaz.respaldo.copias import Copias
    from ut_escritorio.servicios.entrega.formatos import Formato


class Mando(QObject):
    """Lo que se le puede pedir a la ventana; `acercar` y `decir_guardado` los hace ella."""

    def __init__(
        self,
        mesa: Mesa,
        pestanas: Pestanas,
        contenidos: Contenidos,
        archivo: ArchivoDeLaVentana,
        ajustes: QSettings,
        *,
        copias: Callable[[], Copias],
        acercar: Callable[[int], object],
        decir_guardado: Callable[[], object],
    ) -> None:
        super().__init__(mesa.marco)
        self._mesa, self._pestanas, self._contenidos, self._archivo = mesa, pestanas, contenidos, archivo
        self._ajustes = ajustes
        self._copias, self._acercar, self._decir_guardado = copias, acercar, decir_guardado
        self.diario = Diario(mesa)
        self.puestos = poner_menus(mesa.marco, self._pedidos())
        self.historia = Historia(*self.puestos.historia, mesa, self.ir_a_revisar)
        self._ordenes = Ordenes(mesa, self._del_tablero())
        tras_pintar(self, lambda: DondeSeSueltan(mesa))
        for numero in range(1, 10):
            atajo = QShortcut(QKeySequence(f"Ctrl+{numero}"), mesa.marco)
            atajo.activated.connect(lambda cual=numero - 1: self._ir_a_pestana(cual))

    def escuchar(self, firmado: LetreroDeFirmado) -> None:
        """Hace lo que se pida en el letrero de lo firmado y en las pestañas."""
        for quien in (firmado, self._contenidos):
            quien.pide_abrir.connect(self.pedir_abrir_para_corregir)
        firmado.pide_imprimir.connect(self.ir_a_imprimir)
        self._contenidos.pide_informe.connect(self.pedir_informe)
        self._contenidos.pide_anexos.connect(self.pedir_anexos)
        self._contenidos.dijo.connect(self._mesa.decir)

    def atender(self, sesion: Sesion) -> None:
        """Desde ahora hace lo que se pida en esa sesión."""
        mesa = self._mesa
        sesion.pide_ir.connect(mesa.ir_a)
        sesion.pide_ir_a.connect(self._ir_a_lo_de)
        sesion.pide_deshacer.connect(self.historia.deshacer)
        sesion.pide_oficina.connect(lambda cual: pedir_catalogos(mesa, cual))
        sesion.pide_ficha.connect(lambda renglon: pedir_ficha(mesa, renglon))
        sesion.pide_hojas_de_captura.connect(lambda cual: pedir_hojas_de_captura(mesa, cual))
        sesion.pide_lista.connect(lambda cuadro, ruta: pedir_lista(mesa, cuadro, ruta, self._ajustes))
        sesion.pide_orden.connect(self._ordenes.obedecer)
        self.diario.atender(sesion)
        self.historia.olvidar()

    # --- el informe ----------------------------------------------------------------------------

    def ir_a_revisar(self) -> None:
        """Enseña lo que hay que corregir y lo que conviene revisar."""
        self._en_el_informe(lambda informe: informe.ir_a_revisar())

    @cached_property
    def exportacion(self) -> Exportacion:
        """El camino del informe en PDF, que se carga al pedirlo."""
        return al_pedirlo.exportacion().Exportacion(self._mesa.marco)

    def dejar_de_exportar(self) -> None:
        """Cancela el informe que se esté haciendo; si ninguno se ha pedido, nada."""
        if "exportacion" in self.__dict__:
            self.exportacion.cancelar()

    def pedir_abrir_para_corregir(self) -> None:
        """Pide el motivo y abre el trimestre firmado."""
        pedir_abrir_para_corregir(self._mesa.marco, self._mesa.sesion())

    def pedir_informe(self, formato: Formato = "PDF") -> None:
        """Empieza el informe en PDF, o en lo que se pida."""
        sesion = self._mesa.sesion
        sesion().puerta(salidas.INFORME, lambda: self.exportacion.pedir(sesion(), formato))

    def pedir_anexos(self) -> None:
        """Pregunta dónde guardar los anexos que van en su propio PDF."""
        sesion = self._mesa.sesion
        sesion().puerta(salidas.INFORME, lambda: self.exportacion.pedir_anexos(sesion()))

    def ir_a_imprimir(self) -> None:
        """Guarda lo que esté a medias e imprime lo que se ve; de lo que no es de un lugar, en el Informe."""
        self._mesa.asentar()
        pagina = self._pestanas.actual()
        if pagina is not None and pagina.contenido is not None and pagina.contenido.imprimir_lo_que_se_ve():
            return
        if lugar := self._mesa.lugar():
            sesion, imprimir = self._mesa.sesion(), self._contenidos.imprimir_componente
            sesion.puerta(salidas.IMPRIMIR, lambda: imprimir(sesion, lugar))
        else:
            self._en_el_informe(lambda informe: informe.ir_a_imprimir())

    def _en_el_informe(self, hacer: Callable[[PestanaInforme], object]) -> None:
        """Lo enseña y hace eso en él; si no se pudo leer, ahí mismo lo dice."""
        if (informe := self._contenidos.informe()) is not None:
            hacer(informe)

    def _ver_sin_contestar(self) -> None:
        if (oficios := self._contenidos.oficios()) is not None:
            oficios.ver_los_que_esperan()

    # --- el archivo ----------------------------------------------------------------------------

    def guardar(self) -> None:
        """Todo se guarda solo: termina lo que esté a medio escribir y lo dice."""
        self._mesa.asentar()
        self._decir_guardado()
        sesion = self._mesa.sesion()
        if not sesion.sin_guardar and not sesion.guardando:
            falta = sesion.por_anotar is not None and sesion.por_anotar.se_lee()
            self._mesa.decir("Falta anotar lo de «Anotar» (F9)." if falta else "Todo está guardado.")

    def respaldar(self) -> None:
        """Respalda en este momento, con lo que esté a medio escribir."""
        self._copias().ahora()

    # --- de un trimestre a otro ----------------------------------------------------------------

    def mover_trimestre(self, pasos: int) -> None:
        """Va al trimestre anterior o siguiente de los que hay en el archivo."""
        vecino = self._vecino(pasos)
        if vecino is not None:
            self.ir_a_trimestre(vecino)

    def ir_a_trimestre(self, trimestre: Trimestre, y_luego: Callable[[], object] = lambda: None) -> None:
        """Va a un trimestre del archivo y, ya en él, hace lo que sigue; si ya está en él, solo eso."""
        sesion = self._mesa.sesion

        def ir() -> None:
            sesion().ir_a_trimestre(trimestre)
            y_luego()

        if trimestre == sesion().trimestre:
            self._mesa.asentar()
            y_luego()
        else:
            sesion().puerta(salidas.OTRO_TRIMESTRE, ir)

    def decir_trimestre(self) -> None:
        """Dice en la barra cuál es, y si hay otro antes y después."""
        self.puestos.barra.decir(str(self._mesa.sesion().trimestre))
        self.puestos.anterior.setEnabled(self._vecino(-1) is not None)
        self.puestos.siguiente.setEnabled(self._vecino(1) is not None)

    def _vecino(self, pasos: int) -> Trimestre | None:
        sesion = self._mesa.sesion()
        todos = sesion.trimestres
        lugar = todos.index(sesion.trimestre) + pasos if sesion.trimestre in todos else -1
        return todos[lugar] if 0 <= lugar < len(todos) else None

    def _ir_a_lo_de(self, trimestre: Trimestre, sitio: Sitio) -> None:
        self.ir_a_trimestre(trimestre, lambda: self._mesa.ir_a(sitio))

    def _ir_a_pestana(self, indice: int) -> None:
        if indice < self._pestanas.count():
            self._pestanas.setCurrentIndex(indice)
            entrar(self._pestanas)

    # --- los menús y lo que pide el Tablero ------------------------------------------------------

    def _nueva_guia(self) -> Ayuda:
        return al_pedirlo.ayuda().Ayuda(self._mesa.marco, self._mesa.sesion().expediente.ruta)

    def _pedir_acerca(self) -> None:
        guia = self._nueva_guia()
        guia.ver_el_programa()
        guia.show()

    def _pedidos(self) -> Pedidos:
        return Pedidos(
            abrir=self._archivo.pedir,
            empezar=self._archivo.pedir_primer_dia,
            guardar=self.guardar,
            informe=self.pedir_informe,
            imprimir=self.ir_a_imprimir,
            hojas_de_captura=lambda: pedir_hojas_de_captura(self._mesa),
            entregar=lambda: pedir_entregar(self._mesa, self._ajustes),
            recibir=lambda: pedir_recibir(self._mesa),
            deshacer=lambda: self.historia.deshacer(),
            rehacer=lambda: self.historia.rehacer(),
            respaldar=self.respaldar,
            mover_trimestre=self.mover_trimestre,
            acercar=self._acercar,
            copias=self._copias,
            ayuda=lambda: self._nueva_guia().show(),
            acerca=self._pedir_acerca,
            diario=self.diario.acciones,
            de_vez_en_cuando=self.diario.de_vez_en_cuando,
            oficina=acciones_de_oficina(self._mesa),
        )

    def _del_tablero(self) -> dict[Orden, Callable[[], object]]:
        en_el_informe, diario = self._en_el_informe, self.diario
        return {
            "revisar": self.ir_a_revisar,
            "imprimir para firma": lambda: en_el_informe(lambda informe: informe.ir_a_imprimir()),
            "ver lo firmado": lambda: en_el_informe(lambda informe: informe.ir_a_lo_firmado()),
            "sin contestar": self._ver_sin_contestar,
            "copiar a USB": lambda: self._copias().a_usb(),
            "respaldar": self.respaldar,
            "ver los días": lambda: diario.ver_los_dias("", completar=False),
            "completar los días": lambda: diario.ver_los_dias("", completar=True),
            "ir al trimestre": lambda: None,
            "pegar las áreas": lambda: pegar_areas(self._mesa),
            "ver un ejemplo": self._archivo.ver_ejemplo,
            "decir cuándo se entrega": lambda: pedir_metas_y_entrega(self._mesa),
            "preparar el año": lambda: pedir_anio(self._mesa),
            "decir el último oficio": lambda: al_pedirlo.por_cual_va().pedir_el_ultimo(
                self._mesa.marco, self._mesa.sesion()
            ),
        }
