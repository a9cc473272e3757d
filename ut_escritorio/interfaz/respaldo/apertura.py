"""Abrir un archivo y, si algo lo estorba, decir qué y ofrecer las salidas que de verdad hay."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ut_escritorio.dominio.oficina.respaldos import Respaldo
from ut_escritorio.dominio.palabras.tamanos import pesa
from ut_escritorio.dominio.reloj import Reloj
from ut_escritorio.errores import (
    ArchivoAjeno,
    ArchivoDanado,
    ArchivoEnUso,
    ArchivoIncompleto,
    ArchivoOcupado,
    ContenidoCambiado,
    ErrorEsperado,
    NoDejaEscribir,
)
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.comunes.dialogos.imprevistos import atender
from ut_escritorio.interfaz.comunes.sesion.abierto import Abierto, PorQueSoloLeer
from ut_escritorio.interfaz.comunes.sesion.tareas import Tarea
from ut_escritorio.interfaz.respaldo.elegir import ElegirCopia
from ut_escritorio.servicios.archivo import espacio, respaldo, restauracion
from ut_escritorio.servicios.archivo.expediente import Expediente, abrir, abrir_pronto, consultar


class Apertura(QObject):
    """`abrio` sale con lo `Abierto`; `desistio`, si no se abrió nada.

    Con `padre` los diálogos salen sobre esa ventana; sin él, solos, y siempre ofrecen abrir otro archivo.
    """

    abrio = Signal(object)
    desistio = Signal()

    def __init__(self, padre: QWidget | None, ahora: Reloj, cuaderno: Path) -> None:
        super().__init__(padre)
        self._padre, self._ahora, self._cuaderno = padre, ahora, cuaderno
        self._donde = Path.home()

    def intentar(self, ruta: Path, quitar_candado: bool = False) -> None:
        """Abre para escribir (uno grande, primero para leer); si no se puede, ofrece lo que sí."""
        try:
            expediente = abrir(ruta, self._ahora, True) if quitar_candado else self._abrir(ruta)
        except ErrorEsperado as error:
            self.ofrecer(ruta, error)
        else:
            self.abrio.emit(Abierto(expediente, "revisando" if expediente.solo_lectura else ""))

    def _abrir(self, ruta: Path) -> Expediente:
        expediente = abrir_pronto(ruta, self._ahora)
        try:
            expediente.terminar_de_abrir()
        except ErrorEsperado:
            expediente.cerrar()
            raise
        return expediente

    def ofrecer(self, ruta: Path, error: ErrorEsperado) -> None:
        """Dice por qué no se abrió y qué se puede hacer."""
        self._donde = ruta.parent
        match error:
            case ArchivoEnUso():
                self._en_uso(ruta, error)
            case ArchivoOcupado():
                otra_vez = ("Volver a intentar", lambda: self.intentar(ruta))
                self._escoger("No se pudo abrir el archivo.", str(error), otra_vez)
            case NoDejaEscribir():
                leer = ("Abrir solo para leer", lambda: self.leer(ruta, "sin permiso", str(error)))
                self._escoger("No se puede escribir en el archivo.", str(error), leer)
            case ContenidoCambiado():
                self.leer(ruta, "cambiado", str(error))
            case ArchivoAjeno():
                self._de_otro_programa(ruta, error)
            case _ if isinstance(error, ArchivoDanado) or not ruta.exists():
                self._con_copias(ruta, error)
            case _:
                self._escoger("No se pudo abrir el archivo.", str(error))

    def leer(self, ruta: Path, por: PorQueSoloLeer, frase: str) -> None:
        """Abre solo para leer, diciendo por qué."""
        try:
            expediente = consultar(ruta, self._ahora, aunque_cambio=por == "cambiado")
        except ContenidoCambiado as error:
            self.leer(ruta, "cambiado", str(error))
        except ErrorEsperado as error:
            self.ofrecer(ruta, error)
        else:
            self.abrio.emit(Abierto(expediente, por, frase))

    def restaurar(self, ruta: Path, copia: Path) -> None:
        """Pone en su lugar lo que dice la copia y lo abre; si no se puede, vuelve a ofrecer."""
        espera = avisos.hacer_esperar(self._padre, "Comprobando la copia y restaurando…")
        trabajo = partial(restauracion.restaurar, ruta, copia, self._ahora(), self._cuaderno)
        tarea = Tarea(lambda avance, cancelado: trabajo())
        tarea.hecha.connect(lambda apartado: self._restaurado(ruta, apartado))
        tarea.fallida.connect(lambda error: self._no_se_hizo(ruta, "No se restauró.", error))
        tarea.acabo.connect(lambda: espera.done(0))
        tarea.empezar()

    def _restaurado(self, ruta: Path, apartado: Path | None) -> None:
        self.intentar(ruta)
        que_habia = f"Lo que había quedó aparte en:\n{apartado}" if apartado else ""
        avisos.informar(self._padre, "Se restauró el archivo.", que_habia)

    def _no_se_hizo(self, ruta: Path, que: str, error: Exception) -> None:
        if not isinstance(error, ErrorEsperado):
            atender(error)
        self._escoger(que, str(error), ("Volver a abrir el archivo", lambda: self.intentar(ruta)))

    def aligerar(self, ruta: Path) -> None:
        """Lo copia, le quita lo que ya nadie usa y lo vuelve a abrir."""
        espera = avisos.hacer_esperar(self._padre, "Haciendo una copia y aligerando el archivo…")
        trabajo = partial(espacio.aligerar, ruta, self._ahora, self._cuaderno)
        tarea = Tarea(lambda avance, cancelado: trabajo())
        tarea.hecha.connect(lambda hecho: self._aligerado(ruta, hecho))
        tarea.fallida.connect(lambda error: self._no_se_hizo(ruta, "No se aligeró.", error))
        tarea.acabo.connect(lambda: espera.done(0))
        tarea.empezar()

    def _aligerado(self, ruta: Path, hecho: espacio.Aligerado) -> None:
        self.intentar(ruta)
        avisos.informar(
            self._padre,
            f"El archivo pesaba {pesa(hecho.antes)} y ahora pesa {pesa(hecho.ahora)}.",
            f"Como estaba antes quedó en:\n{hecho.copia.ruta}",
        )

    def _en_uso(self, ruta: Path, error: ArchivoEnUso) -> None:
        frase = f"Este archivo lo tiene abierto {error.quien}."
        salidas = [("Abrir solo para leer", lambda: self.leer(ruta, "en uso", frase))]
        if error.se_puede_quitar:
            salidas.append(("Ya está cerrado ahí: abrirlo", lambda: self.intentar(ruta, quitar_candado=True)))
        else:
            salidas.append(("Volver a intentar", lambda: self.intentar(ruta)))
        self._escoger("El archivo ya está abierto en otra parte.", str(error), *salidas)

    def _de_otro_programa(self, ruta: Path, error: ArchivoAjeno) -> None:
        """Enter busca el suyo; restaurar ahí una copia, por si era este, hay que elegirlo."""
        copia = ("Elegir una copia…", lambda: self._elegir_copia(ruta))
        hay = self._copias_de(ruta)
        self._escoger(
            "No se pudo abrir el archivo.", str(error), *((copia,) if hay else ()), otro_primero=True
        )

    def _con_copias(self, ruta: Path, error: ErrorEsperado) -> None:
        copias = self._copias_de(ruta)
        if not copias:
            self._escoger("No se pudo abrir el archivo.", str(error))
            return
        ultima = copias[0]
        restaurar = lambda: self.restaurar(ruta, ultima.ruta)  # noqa: E731
        self._escoger(
            f"«{ruta.name}» {_como_esta(ruta, error)}.",
            f"{error}\n\nAl restaurar una copia, lo que haya no se borra: queda aparte.",
            *(() if ultima.dejada else ((f"Restaurar la del {ultima.cuando:%d/%m/%Y %H:%M}", restaurar),)),
            ("Elegir otra copia…", lambda: self._elegir_copia(ruta)),
        )

    def _copias_de(self, ruta: Path) -> tuple[Respaldo, ...]:
        return respaldo.copias_de(ruta, self._ahora(), self._cuaderno)

    def _elegir_copia(self, ruta: Path) -> None:
        dialogo = ElegirCopia(self._padre, ruta, self._copias_de(ruta), self._cuaderno)
        dialogo.eligio.connect(lambda copia: self.restaurar(ruta, copia))
        dialogo.rejected.connect(self.desistio)
        dialogo.open()

    def _escoger(
        self, frase: str, detalle: str, *salidas: tuple[str, Callable[[], object]], otro_primero: bool = False
    ) -> None:
        otro = () if self._padre else (("Abrir otro…", self._pedir_otro),)
        todas = (*otro, *salidas) if otro_primero else (*salidas, *otro)
        avisos.escoger(self._padre, frase, todas, detalle, ("Cerrar", self.desistio.emit))

    def _pedir_otro(self) -> None:
        carpeta = self._donde if self._donde.is_dir() else Path.home()
        avisos.pedir_archivo(self._padre, "Abrir", carpeta, avisos.FILTRO, self.intentar, self.desistio.emit)


def _como_esta(ruta: Path, error: ErrorEsperado) -> str:
    if not ruta.exists():
        return "no está en su carpeta"
    return "está incompleto" if isinstance(error, ArchivoIncompleto) else "está dañado"
