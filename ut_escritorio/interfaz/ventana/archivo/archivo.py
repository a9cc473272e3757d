"""El archivo de la ventana: abrir otro, dejar el suyo, y volver a leerlo si otro programa lo cambió."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings

from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.comunes.sesion import salidas
from ut_escritorio.interfaz.comunes.sesion.abierto import Abierto
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.ventana.al_pedirlo import avisos
from ut_escritorio.interfaz.ventana.archivo import al_pedirlo
from ut_escritorio.interfaz.ventana.archivo.al_pedirlo import Servicios
from ut_escritorio.interfaz.ventana.archivo.donde_esta import Dejar, DondeEsta
from ut_escritorio.interfaz.ventana.archivo.puerta import olvidar
from ut_escritorio.interfaz.ventana.archivo.solo_leer import Remedios, SoloParaLeer
from ut_escritorio.interfaz.ventana.mesa import FranjaDeArriba, Mesa
from ut_escritorio.servicios.archivo.expediente import Expediente

if TYPE_CHECKING:
    from ut_escritorio.interfaz.respaldo.al_frente import Llamada
    from ut_escritorio.interfaz.respaldo.apertura import Apertura

Cambiar = Callable[[Expediente, Trimestre, Abierto | None], object]


class ArchivoDeLaVentana(QObject):
    """Todo lo que pasa con el archivo y no con lo que dice.

    `dejar` sigue cuando ella puede irse del que tiene por esa salida; `cambiar` pone a la vista otro, en un
    trimestre, y cómo se abrió.
    """

    def __init__(self, mesa: Mesa, cuaderno: Path, dejar: Dejar, cambiar: Cambiar) -> None:
        super().__init__(mesa.marco)
        self._ventana, self._cuaderno = mesa.marco, cuaderno
        self._mesa, self._dejar, self._cambiar = mesa, dejar, cambiar
        self._cuidada: Sesion | None = None
        self.franja = FranjaDeArriba(mesa)
        self._donde = DondeEsta(mesa, cuaderno, self.franja, dejar, self.abrir)
        self.pedir_trabajar_aqui = self._donde.pedir_trabajar_aqui
        remedios = Remedios(self.abrir, self.volver_a_abrir, self.restaurar, self.pedir_trabajar_aqui)
        self._solo_leer = SoloParaLeer(mesa, cuaderno, self.franja, remedios, self._ya_se_escribe)

    def seguir(self, sesion: Sesion, abierto: Abierto | None = None) -> None:
        """Desde ahora es el archivo de esa sesión; `abierto` dice cómo se abrió."""
        self._sesion = sesion
        self._solo_leer.seguir(sesion, abierto)
        sesion.cambio_de_fuera.connect(self._ofrecer_volver_a_leer)

    def cuidar(self, ajustes: QSettings) -> None:
        """Ya pintada la ventana: dice, una vez, cómo está abierto y si conviene trabajar en otro lugar."""
        if self._cuidada is self._sesion:
            return
        self._ajustes, self._cuidada = ajustes, self._sesion
        if not self._solo_leer.se_dice() and self._termino_de_abrir():
            self._ya_se_escribe()

    def _ya_se_escribe(self) -> None:
        """El archivo es suyo: atiende a quien lo pida otra vez, y dice si conviene otro lugar.

        Lo grande que la vez pasada se quedó a medio guardar se va.
        """
        self._llamada.atender(self._sesion.expediente.ruta)
        al_pedirlo.de_a_poco().quitar_lo_suelto(self._sesion)
        self._donde.decir(self._ajustes)

    def _termino_de_abrir(self) -> bool:
        """Revisa lo que se dejó para después de pintar; si no está sano, lo cierra y dice qué se puede."""
        expediente = self._sesion.expediente
        try:
            expediente.terminar_de_abrir()
        except ErrorEsperado as error:
            self._soltar()
            self._nueva_apertura(se_puede_seguir=False).ofrecer(expediente.ruta, error)
            return False
        return True

    @cached_property
    def _llamada(self) -> Llamada:
        """Lo que trae al frente esta ventana si ella vuelve a abrir el mismo archivo."""
        return al_pedirlo.al_frente().Llamada(self._ventana)

    # --- abrir -------------------------------------------------------------------------------

    def pedir(self) -> None:
        """Pregunta qué archivo abrir."""
        carpeta = self._sesion.expediente.ruta.parent
        avisos().pedir_archivo(self._ventana, "Abrir", carpeta, avisos().FILTRO, self.abrir_otro)

    def abrir_otro(self, ruta: Path) -> None:
        """Abre otro archivo cuando ella puede dejar el suyo; si no se puede, sigue con él."""
        self._dejar(salidas.ABRIR, lambda: self.abrir(ruta))

    def pedir_primer_dia(self) -> None:
        """Empezar un trimestre propio, traer un archivo o ver el ejemplo, en esta ventana."""
        inicio = al_pedirlo.primer_dia().PrimerDia(self._sesion.reloj, padre=self._ventana)
        inicio.listo.connect(lambda abierto, trimestre: self._cambiar(abierto, trimestre, None))
        self._dejar(salidas.EMPEZAR, inicio.open)

    def ver_ejemplo(self) -> None:
        """Enseña el ejemplo en esta ventana, aparte de su archivo."""
        self._dejar(salidas.EMPEZAR, self._ver_ejemplo)

    def _ver_ejemplo(self) -> None:
        try:
            ejemplo = Servicios.primer_dia().ver_ejemplo(self._sesion.reloj.ahora)
        except ErrorEsperado as error:
            avisos().advertir(self._ventana, "No se pudo hacer el ejemplo.", str(error))
            return
        self._cambiar(ejemplo, ejemplo.trimestre_de_entrada(self._sesion.reloj.hoy()), None)

    def pedir_restaurar(self, copia: Path) -> None:
        """Restaura la copia que ella eligió; antes se guarda lo que esté a medio escribir."""
        self._dejar(salidas.RESTAURAR, lambda: self.restaurar(copia))

    def pedir_aligerar(self) -> None:
        """Quita del archivo lo que ya nadie usa; antes se guarda lo que esté a medio escribir."""
        self._dejar(salidas.ALIGERAR, self._aligerar)

    def abrir(self, ruta: Path) -> None:
        """Abre otro archivo; si no se puede, se dice y la ventana sigue con el suyo."""
        self._nueva_apertura(se_puede_seguir=True).intentar(ruta)

    def volver_a_abrir(self) -> None:
        """Cierra el archivo y lo abre otra vez, para ver lo que dice ahora."""
        self._soltar()
        self._nueva_apertura(se_puede_seguir=False).intentar(self._sesion.expediente.ruta)

    def restaurar(self, copia: Path) -> None:
        """Pone en el lugar del archivo lo que dice una copia."""
        self._soltar()
        self._nueva_apertura(se_puede_seguir=False).restaurar(self._sesion.expediente.ruta, copia)

    def _aligerar(self) -> None:
        self._soltar()
        self._nueva_apertura(se_puede_seguir=False).aligerar(self._sesion.expediente.ruta)

    def _soltar(self) -> None:
        """Cierra el archivo; hasta que haya otro, nada se escribe ni se lee."""
        self._llamada.callar()
        self._sesion.espera.entrar("archivo")
        self._sesion.revision.parar()
        self._sesion.expediente.cerrar()

    def _nueva_apertura(self, *, se_puede_seguir: bool) -> Apertura:
        apertura = al_pedirlo.apertura().Apertura(self._ventana, self._sesion.reloj.ahora, self._cuaderno)
        apertura.abrio.connect(self._adoptar)
        if not se_puede_seguir:
            apertura.desistio.connect(self._sin_archivo)
        return apertura

    def _adoptar(self, abierto: Abierto) -> None:
        anterior, nuevo = self._sesion, abierto.expediente
        try:
            trimestres = nuevo.trimestres()
            mismo = nuevo.ruta == anterior.expediente.ruta and anterior.trimestre in trimestres
            trimestre = anterior.trimestre if mismo else nuevo.trimestre_de_entrada(anterior.reloj.hoy())
            self._cambiar(nuevo, trimestre, abierto)
        except ErrorEsperado as error:
            nuevo.cerrar()
            avisos().advertir(self._ventana, "No se pudo abrir el archivo.", str(error))

    def _sin_archivo(self) -> None:
        """El suyo ya está cerrado y no se abrió ninguno: o se abre uno, o se termina."""
        ruta = self._sesion.expediente.ruta
        apertura = self._nueva_apertura(se_puede_seguir=False)

        def otro() -> None:
            intentar, volver = apertura.intentar, self._sin_archivo
            avisos().pedir_archivo(self._ventana, "Abrir", ruta.parent, avisos().FILTRO, intentar, volver)

        avisos().escoger(
            self._ventana,
            "No hay ningún archivo abierto.",
            (("Volver a intentar", lambda: apertura.intentar(ruta)), ("Abrir otro…", otro)),
            si_no=("Cerrar el programa", self._cerrar),
        )

    def _cerrar(self) -> None:
        olvidar(self._ventana, self._sesion)
        self._ventana.close()

    # --- cambiado por fuera --------------------------------------------------------------------

    def _ofrecer_volver_a_leer(self, frase: str) -> None:
        def volver() -> None:
            self._sesion.puerta(salidas.RELEER, self.volver_a_abrir)

        avisos().escoger(
            self._ventana, "El archivo cambió por fuera.", (("Volver a leer el archivo", volver),), frase
        )
