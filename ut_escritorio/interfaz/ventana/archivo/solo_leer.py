"""Por qué el archivo solo se lee y qué puede hacer ella; el que pesa mucho se comprueba por detrás."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.errores import ArchivoEnUso, ErrorEsperado
from ut_escritorio.interfaz.comunes.sesion.abierto import Abierto, PorQueSoloLeer
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.comunes.sesion.tareas import Tarea
from ut_escritorio.interfaz.ventana.al_pedirlo import avisos
from ut_escritorio.interfaz.ventana.archivo import al_pedirlo
from ut_escritorio.interfaz.ventana.archivo.al_pedirlo import Servicios
from ut_escritorio.interfaz.ventana.archivo.en_espera import hacer_en_espera
from ut_escritorio.interfaz.ventana.mesa import FranjaDeArriba, Mesa
from ut_escritorio.servicios.archivo.expediente import abrir

if TYPE_CHECKING:
    from ut_escritorio.servicios.archivo.comprobacion import Informe

_REVISANDO = "Se está comprobando que el archivo esté sano. Puede verlo; en un momento podrá escribir."


@congelado
class Remedios:
    """Lo que se le ofrece: abrir otro, volver a abrirlo, restaurar una copia o traerlo a este equipo."""

    abrir: Callable[[Path], object]
    volver_a_abrir: Callable[[], object]
    restaurar: Callable[[Path], object]
    trabajar_aqui: Callable[[], object]


class SoloParaLeer:
    """Lo dice arriba mientras así esté; a `sano` se le llama si se comprobó y ya se abrió para escribir."""

    def __init__(
        self,
        mesa: Mesa,
        cuaderno: Path,
        franja: FranjaDeArriba,
        remedios: Remedios,
        sano: Callable[[], object],
    ) -> None:
        self._ventana, self._cuaderno, self._franja = mesa.marco, cuaderno, franja
        self._remedios, self._sano = remedios, sano

    def seguir(self, sesion: Sesion, abierto: Abierto | None) -> None:
        """Desde ahora, el archivo de esa sesión; `abierto` dice cómo se abrió."""
        self._sesion, self._abierto = sesion, abierto

    def se_dice(self) -> bool:
        """Si solo se lee, dice por qué y qué se puede hacer; si se está revisando, espera a que termine."""
        abierto = self._abierto
        if abierto is None or not abierto.por:
            return False
        remedios = self._remedios
        otra_vez = ("Volver a intentar", remedios.volver_a_abrir)
        restaurar = ("Restaurar una copia…", self._pedir_copia)
        frase = f"Solo para leer. {abierto.frase}"
        match abierto.por:
            case "revisando":
                self._franja.decir(_REVISANDO)
                self._comprobar()
            case "cambiado":
                aceptar = ("Aceptar el contenido como está…", self._pedir_motivo)
                self._franja.decir(frase, aceptar, restaurar)
            case "danado":
                self._franja.decir(frase, restaurar)
            case "sin permiso":
                aqui = ("Trabajar en este equipo…", remedios.trabajar_aqui)
                self._franja.decir(frase, aqui, otra_vez)
            case _:
                self._franja.decir(frase, otra_vez)
        return True

    def _pedir_copia(self) -> None:
        ruta = self._sesion.expediente.ruta
        copias = Servicios.respaldo().copias_de(ruta, self._sesion.reloj.ahora(), self._cuaderno)
        dialogo = al_pedirlo.elegir().ElegirCopia(self._ventana, ruta, copias, self._cuaderno)
        dialogo.eligio.connect(self._remedios.restaurar)
        dialogo.open()

    def _pedir_motivo(self) -> None:
        avisos().pedir_texto(
            self._ventana,
            "¿Por qué se acepta el contenido como está?",
            "Aceptar el contenido",
            self._aceptar,
            "Se hace una copia nueva con lo que el archivo dice hoy y con este motivo, y se abre esa. "
            "El archivo de ahora se conserva como está.",
        )

    def _aceptar(self, motivo: str) -> bool:
        ruta, ahora = self._sesion.expediente.ruta, self._sesion.reloj.ahora
        aceptar = Servicios.restauracion().aceptar_como_esta
        hacer_en_espera(
            self._ventana,
            "Copiando el contenido…",
            lambda: aceptar(ruta, motivo, ahora),
            self._remedios.abrir,
        )
        return True

    def _comprobar(self) -> None:
        sesion, ruta = self._sesion, self._sesion.expediente.ruta
        comprobar = Servicios.comprobacion().comprobar
        tarea = Tarea(lambda avance, cancelado: comprobar(ruta))
        tarea.hecha.connect(lambda informe: self._comprobado(sesion, informe))
        tarea.fallida.connect(lambda error: self._no_sirve("danado", str(error)))
        tarea.empezar()

    def _comprobado(self, sesion: Sesion, informe: Informe) -> None:
        """Sano: se vuelve a abrir, ya para escribir, sin que nada de lo que ve se mueva."""
        if sesion is not self._sesion:
            return
        if not informe.sano:
            self._no_sirve("cambiado" if informe.cambiado else "danado", str(informe))
            return
        leido = sesion.expediente
        try:
            expediente = abrir(leido.ruta, sesion.reloj.ahora, comprobado=informe.senas)
        except ErrorEsperado as error:
            self._no_sirve("en uso" if isinstance(error, ArchivoEnUso) else "sin permiso", str(error))
            return
        self._abierto = None
        sesion.tomar(expediente)
        leido.cerrar()
        self._franja.decir("")
        self._sano()

    def _no_sirve(self, por: PorQueSoloLeer, frase: str) -> None:
        self._abierto = Abierto(self._sesion.expediente, por, frase)
        self.se_dice()
