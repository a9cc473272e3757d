"""Lo que se pide en el menú «Copias» y lo que se respalda solo; la edad de la última, siempre a la vista."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths, QStorageInfo, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMainWindow

from ut_escritorio.dominio.oficina.respaldos import Ocasion, Respaldo, hace_poco
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.comunes.dialogos import avisos, imprevistos
from ut_escritorio.interfaz.comunes.dialogos.imprevistos import atender
from ut_escritorio.interfaz.comunes.sesion.salidas import COPIAR, RESPALDAR
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.respaldo.de_una_en_una import DeUnaEnUna
from ut_escritorio.interfaz.respaldo.edad import EdadDeLaCopia
from ut_escritorio.interfaz.respaldo.elegir import ElegirCopia
from ut_escritorio.interfaz.respaldo.espacio import Espacio
from ut_escritorio.servicios.archivo import respaldo
from ut_escritorio.servicios.archivo.comprobacion import Informe, comprobar
from ut_escritorio.servicios.archivo.expediente import Cambios
from ut_escritorio.servicios.archivo.historia import LO_VIEJO, adelgazar
from ut_escritorio.servicios.archivo.ubicacion import ubicacion_de

MINUTO = 60_000


class Copias(DeUnaEnUna):
    """Las del archivo que se ve.

    `pide_restaurar` lleva la copia que ella eligió; `pide_aligerar`, que al archivo se le quite lo que ya
    nadie usa. Con `solas` en falso nada se respalda sin pedirlo.
    """

    pide_restaurar = Signal(object)
    pide_aligerar = Signal()

    def __init__(self, ventana: QMainWindow, sesion: Sesion, cuaderno: Path, solas: bool) -> None:
        super().__init__(ventana)
        self._cuaderno, self._puede_solas = cuaderno, solas
        self._lista_para_cerrar = False
        self.edad = EdadDeLaCopia(self._al_oprimir_edad)
        ventana.statusBar().addPermanentWidget(self.edad)
        self._reloj = QTimer(self, interval=MINUTO)
        self._reloj.timeout.connect(self.cada_minuto)
        self._reloj.start()
        self.termino.connect(self.decir)
        self.seguir(sesion)

    def seguir(self, sesion: Sesion) -> None:
        """Desde ahora cuida el archivo de esa sesión; el ejemplo se va al cerrarlo y no se respalda solo."""
        super().seguir(sesion)
        self._solas = self._puede_solas and not sesion.expediente.es_ejemplo
        sesion.cambio.connect(self._al_cambiar)
        sesion.respaldar_antes = self.antes_de
        self._por_espacio = respaldo.cuenta_de(self._ruta, self._cuaderno).por_espacio
        self.decir()

    def decir(self) -> None:
        """Pone al día lo que se ve de la última copia."""
        cuenta = respaldo.cuenta_de(self._ruta, self._cuaderno)
        edad = respaldo.edad(self._ruta, self._sesion.reloj.ahora(), self._cuaderno)
        self.edad.decir(edad, cuenta.fallo, self._como_esta())
        self.edad.setVisible(not self._sesion.expediente.es_ejemplo)
        if self.tarea is None:  # mientras se copia lo taparía «Respaldado y comprobado»
            self._decir_una_vez(cuenta.por_espacio)
        if not self._sesion.expediente.es_ejemplo:
            self._sesion.saber_de_las_copias(cuenta)

    def _decir_una_vez(self, por_espacio: str) -> None:
        """La primera vez que una copia se quita antes de su día, se dice; luego, en «Lo que ocupan»."""
        if por_espacio and not self._por_espacio:
            self._ventana.statusBar().showMessage(por_espacio, 20_000)
        self._por_espacio = por_espacio

    def _como_esta(self) -> str:
        if self._sesion.solo_leer:
            return "Solo para leer"
        return "Archivo sano ✔" if self._sesion.expediente.revisado else "Comprobando el archivo"

    # --- lo que se pide ------------------------------------------------------------------------

    def ahora(self) -> None:
        """Respalda en este momento, con todo lo escrito; lo que se hace solo copia lo guardado."""
        self._sesion.puerta(RESPALDAR, self._respaldar)

    def _respaldar(self) -> None:
        trabajo = partial(respaldo.respaldar_tambien_alla, self._ruta, self._ahora(), self._cuaderno)
        self.correr("Respaldando…", trabajo, self._decir_hecho, self._decir_fallo)

    def a_usb(self) -> None:
        """Pregunta en qué memoria o carpeta dejar una copia."""
        pedir, ventana = avisos.pedir_carpeta, self._ventana
        self._sesion.puerta(COPIAR, lambda: pedir(ventana, "Copiar a USB", _memoria(), self.copiar_a))

    def copiar_a(self, carpeta: Path) -> None:
        """Deja ahí una copia y la vuelve a leer."""
        trabajo = partial(respaldo.copiar_a, self._ruta, carpeta, self._ahora())
        self.correr("Copiando y volviendo a leer…", trabajo, self._decir_copiado, self._decir_fallo)

    def pedir_comprobar(self) -> None:
        """Pregunta qué copia comprobar."""
        carpeta = respaldo.carpeta_de_respaldos(self._ruta)
        donde = carpeta if carpeta.is_dir() else self._ruta.parent
        avisos.pedir_archivo(self._ventana, "Comprobar una copia", donde, avisos.FILTRO, self.comprobar)

    def comprobar(self, copia: Path) -> None:
        """Revisa entera una copia y dice cómo está."""
        self.correr("Comprobando la copia…", lambda al_leer: comprobar(copia), self._decir_informe,
                     partial(imprevistos.decir_error, self._ventana, "No se pudo comprobar."))  # fmt: skip

    def pedir_restaurar(self) -> None:
        """Enseña las copias que hay, para escoger una."""
        copias = respaldo.copias_de(self._ruta, self._ahora(), self._cuaderno)
        dialogo = ElegirCopia(self._ventana, self._ruta, copias, self._cuaderno)
        dialogo.eligio.connect(self.pide_restaurar)
        dialogo.open()

    def ver_espacio(self) -> None:
        """Enseña lo que ocupan el archivo y sus copias."""
        dialogo = Espacio(self._ventana, self._sesion, self._cuaderno)
        dialogo.pide_aligerar.connect(self.pide_aligerar)
        dialogo.open()

    def abrir_carpeta(self) -> None:
        """Abre la carpeta de los respaldos en el explorador de archivos."""
        carpeta = respaldo.carpeta_de_respaldos(self._ruta)
        if not carpeta.is_dir():
            avisos.escoger(
                self._ventana, "Todavía no hay respaldos de este archivo.",
                (("Respaldar ahora", self.ahora),), f"Quedarán en:\n{carpeta}",
            )  # fmt: skip
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(carpeta))):
            avisos.informar(self._ventana, f"Los respaldos están en:\n{carpeta}")

    # --- lo que se hace solo -------------------------------------------------------------------

    def cada_minuto(self) -> None:
        """Pone al día la edad y, pasada media hora desde la última copia, respalda si algo cambió."""
        self.decir()
        cuenta = respaldo.cuenta_de(self._ruta, self._cuaderno)
        if not hace_poco(cuenta, self._ahora().replace(tzinfo=None)):
            self._si_toca("cada rato")

    def _al_cambiar(self, cambios: Cambios) -> None:
        if not cambios.accion:  # se volvió a leer
            self.decir()
        if "firmados" in cambios.cosas and self._sesion.foto.firmado:
            self._si_toca("al cerrar")

    def _si_toca(self, ocasion: Ocasion) -> None:
        if self._solas and self.tarea is None and not self._sesion.solo_leer:
            trabajo = partial(respaldo.respaldar_si_toca, self._ruta, self._ahora(), ocasion, self._cuaderno)
            self.correr("Respaldando…", trabajo, lambda _: None, _si_nadie_lo_esperaba)

    def antes_de(self, seguir: Callable[[], object]) -> None:
        """Respalda, si algo cambió, y luego sigue; si no se pudo, pregunta."""
        if not self.cuando_este_libre(lambda: self.antes_de(seguir)):
            return
        if not self._solas or self._sesion.solo_leer:
            seguir()
            return
        trabajo = partial(respaldo.respaldar_si_toca, self._ruta, self._ahora(), "al cerrar", self._cuaderno)
        self.correr(
            "Respaldando…",
            trabajo,
            lambda _: self.al_quedar_libre.append(seguir),
            lambda error: self._no_antes("No se pudo respaldar antes.", error, self.antes_de, seguir),
        )

    def listo_para_cerrar(self, cerrar: Callable[[], object]) -> bool:
        """True si el archivo ya se puede cerrar; si no, respalda y luego llama a `cerrar`."""
        lista, self._lista_para_cerrar = self._lista_para_cerrar, False
        # Si el equipo se está apagando no se le hace esperar: se respaldará al volver a abrir.
        if lista or not self._solas or _se_apaga_el_equipo():
            return True
        if self._sesion.solo_leer or self._sesion.espera:  # no es suyo, o ya ni está abierto
            return True
        self.dejar_tocar(False)

        def ya(hecho: object) -> None:
            if hecho is not None:
                self._adelgazar()
            self._lista_para_cerrar = True
            self.al_quedar_libre.append(cerrar)

        trabajo = partial(respaldo.respaldar_si_toca, self._ruta, self._ahora(), "al cerrar", self._cuaderno)

        def sin_copia() -> None:
            self._lista_para_cerrar = True
            cerrar()

        self.correr(
            "Respaldando antes de cerrar…",
            trabajo,
            ya,
            lambda error: self._no_antes(
                "No se pudo respaldar antes de cerrar.", error, lambda _: cerrar(), sin_copia
            ),
        )
        return False

    def _adelgazar(self) -> None:
        """Recién respaldado, quita de la historia lo de hace años que otros cambios ya reemplazaron."""
        with suppress(ErrorEsperado):  # si hoy no se pudo, será al cerrar otro día
            adelgazar(self._sesion.expediente, self._sesion.reloj.hoy() - LO_VIEJO)

    def _no_antes(
        self,
        que: str,
        error: Exception,
        otra_vez: Callable[[Callable[[], object]], object],
        seguir: Callable[[], object],
    ) -> None:
        avisos.escoger(
            self._ventana,
            que,
            (("Reintentar", lambda: otra_vez(seguir)), ("Seguir sin respaldar", seguir)),
            f"{error}\n\nLo que anotó sí está guardado en el archivo.",
        )

    @property
    def _ruta(self) -> Path:
        return self._sesion.expediente.ruta

    def _ahora(self) -> Any:
        return self._sesion.reloj.ahora()

    # --- lo que se dice ------------------------------------------------------------------------

    def _decir_hecho(self, hecho: Respaldo) -> None:
        self._ventana.statusBar().showMessage(f"Respaldado y comprobado: {hecho.ruta.name}", 8000)

    def _decir_copiado(self, ruta: Path) -> None:
        respaldo.anotar_afuera(self._ruta, self._ahora(), self._cuaderno)
        avisos.informar(
            self._ventana,
            f"La copia quedó en:\n{ruta}",
            "Se volvió a leer de ahí y está completa. Antes de sacar la memoria, pida al equipo quitarla.",
        )

    def _decir_fallo(self, error: Exception) -> None:
        imprevistos.decir_error(self._ventana, "No se pudo hacer la copia.", error)

    def _decir_informe(self, informe: Informe) -> None:
        if informe.sano:
            avisos.informar(self._ventana, "La copia sirve.", str(informe))
        else:
            avisos.advertir(self._ventana, "Esa copia no sirve.", str(informe))

    def _al_oprimir_edad(self) -> None:
        fallo = respaldo.cuenta_de(self._ruta, self._cuaderno).fallo
        if fallo:
            avisos.escoger(
                self._ventana, "La última copia no se pudo hacer.", (("Respaldar ahora", self.ahora),), fallo
            )
        else:
            self.ahora()


def _si_nadie_lo_esperaba(error: Exception) -> None:
    """De un respaldo que se hace solo, la falla de costumbre se dice en la barra de estado; otra, aparte."""
    if not isinstance(error, ErrorEsperado):
        atender(error)


def _se_apaga_el_equipo() -> bool:
    aplicacion = QGuiApplication.instance()
    return isinstance(aplicacion, QGuiApplication) and aplicacion.isSavingSession()


def _memoria() -> Path:
    """La primera memoria conectada; si no hay, la carpeta de la persona."""
    for disco in QStorageInfo.mountedVolumes():
        raiz = Path(disco.rootPath())
        if disco.isReady() and not disco.isReadOnly() and ubicacion_de(raiz)[0] == "memoria":
            return raiz
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation))
