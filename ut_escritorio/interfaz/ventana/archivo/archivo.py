"""El archivo de la ventana: abrirlo, decir por qué solo se lee, y volver a leerlo si otro lo cambió."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QObject, QSettings

from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.errores import ArchivoEnUso, ErrorEsperado
from ut_escritorio.interfaz.comunes.sesion import salidas
from ut_escritorio.interfaz.comunes.sesion.salidas import Salida
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.comunes.sesion.tareas import Tarea
from ut_escritorio.interfaz.ventana import al_pedirlo
from ut_escritorio.interfaz.ventana.al_pedirlo import Servicios, avisos
from ut_escritorio.interfaz.ventana.archivo.puerta import olvidar
from ut_escritorio.interfaz.ventana.mesa import Mesa
from ut_escritorio.servicios.archivo.expediente import Expediente, abrir

if TYPE_CHECKING:
    from ut_escritorio.interfaz.comunes.dialogos.franja import Franja
    from ut_escritorio.interfaz.comunes.sesion.abierto import Abierto, PorQueSoloLeer
    from ut_escritorio.interfaz.respaldo.al_frente import Llamada
    from ut_escritorio.interfaz.respaldo.apertura import Apertura
    from ut_escritorio.servicios.archivo.respaldo import Informe

Dejar = Callable[[Salida, Callable[[], object]], object]
Cambiar: TypeAlias = "Callable[[Expediente, Trimestre, Abierto | None], object]"
_REVISANDO = "Se está comprobando que el archivo esté sano. Puede verlo; en un momento podrá escribir."


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
        self._anterior: Sesion | None = None

    def seguir(self, sesion: Sesion, abierto: Abierto | None = None) -> None:
        """Desde ahora es el archivo de esa sesión; `abierto` dice cómo se abrió."""
        self._sesion, self._abierto = sesion, abierto
        sesion.cambio_de_fuera.connect(self._ofrecer_volver_a_leer)

    def cuidar(self, ajustes: QSettings) -> None:
        """Ya pintada la ventana: dice, una vez, cómo está abierto y si conviene trabajar en otro lugar."""
        if self._cuidada is self._sesion:
            return
        self._ajustes, self._cuidada = ajustes, self._sesion
        if self._abierto is not None and self._abierto.por:
            self._decir_por_que()
        elif self._termino_de_abrir():
            self._llamada.atender(self._sesion.expediente.ruta)
            self._decir_donde()

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

    def pedir_restaurar(self, copia: Path) -> None:
        """Restaura la copia que ella eligió; antes se guarda lo que esté a medio escribir."""
        self._dejar(salidas.RESTAURAR, lambda: self.restaurar(copia))

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

    # --- solo para leer ------------------------------------------------------------------------

    @cached_property
    def franja(self) -> Franja:
        """El letrero de arriba, que dice por qué solo se lee o por qué conviene otro lugar."""

        franja = al_pedirlo.franja().Franja()
        self._mesa.poner_letrero(franja)
        return franja

    def _decir_por_que(self) -> None:
        assert self._abierto is not None
        otra_vez = ("Volver a intentar", self.volver_a_abrir)
        aceptar = ("Aceptar el contenido como está…", self._pedir_motivo)
        restaurar = ("Restaurar una copia…", self._pedir_copia)
        match self._abierto.por:
            case "revisando":
                self.franja.decir(_REVISANDO)
                self._comprobar()
            case "cambiado":
                self.franja.decir(f"Solo para leer. {self._abierto.frase}", aceptar, restaurar)
            case "danado":
                self.franja.decir(f"Solo para leer. {self._abierto.frase}", restaurar)
            case "sin permiso":
                aqui = ("Trabajar en este equipo…", self.pedir_trabajar_aqui)
                self.franja.decir(f"Solo para leer. {self._abierto.frase}", aqui, otra_vez)
            case _:
                self.franja.decir(f"Solo para leer. {self._abierto.frase}", otra_vez)

    def _pedir_copia(self) -> None:

        ruta = self._sesion.expediente.ruta
        copias = Servicios.respaldo().copias_de(ruta, self._cuaderno)
        dialogo = al_pedirlo.elegir().ElegirCopia(self._ventana, ruta, copias, self._cuaderno)
        dialogo.eligio.connect(self.restaurar)
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

        ruta, ahora, servicio = self._sesion.expediente.ruta, self._sesion.reloj.ahora, Servicios.respaldo()
        self._en_espera(
            "Copiando el contenido…", lambda: servicio.aceptar_como_esta(ruta, motivo, ahora), self.abrir
        )
        return True

    def _en_espera(self, que: str, trabajo: Any, al_hacer: Any) -> None:
        """Hace algo en otro hilo, sin dejar hacer nada mientras."""

        espera = avisos().hacer_esperar(self._ventana, que)
        tarea = Tarea(lambda avance, cancelado: trabajo())
        tarea.finished.connect(lambda: espera.done(0))
        tarea.hecha.connect(al_hacer)
        decir = al_pedirlo.imprevistos().decir_error
        tarea.fallida.connect(lambda error: decir(self._ventana, "No se pudo hacer.", error))
        tarea.start()

    # --- revisar uno grande por detrás ---------------------------------------------------------

    def _comprobar(self) -> None:

        sesion, ruta = self._sesion, self._sesion.expediente.ruta
        servicio = Servicios.respaldo()
        tarea = Tarea(lambda avance, cancelado: servicio.comprobar(ruta))
        tarea.hecha.connect(lambda informe: self._comprobado(sesion, informe))
        tarea.fallida.connect(lambda error: self._no_sirve("danado", str(error)))
        tarea.start()

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
        self._llamada.atender(expediente.ruta)
        self.franja.decir("")
        self._decir_donde()

    def _no_sirve(self, por: PorQueSoloLeer, frase: str) -> None:

        self._abierto = al_pedirlo.abierto().Abierto(self._sesion.expediente, por, frase)
        self._decir_por_que()

    # --- dónde está ----------------------------------------------------------------------------

    def _decir_donde(self) -> None:

        ruta = self._sesion.expediente.ruta
        _, por_que = Servicios.respaldo().ubicacion_de(ruta)
        if por_que and self._ajustes.value("seguir_en") != str(ruta):
            self.franja.decir(
                por_que,
                ("Trabajar en este equipo…", self.pedir_trabajar_aqui),
                ("Seguir aquí", self._seguir_aqui),
                icono="abrir",
            )
        elif "franja" in self.__dict__:
            self.franja.decir("")

    def _seguir_aqui(self) -> None:
        self._ajustes.setValue("seguir_en", str(self._sesion.expediente.ruta))
        self.franja.decir("")

    def pedir_trabajar_aqui(self) -> None:
        """Dice adónde se copiaría y, si ella quiere, lo copia y abre esa copia."""
        self._dejar(salidas.TRASLADAR, self._ofrecer_trabajar_aqui)

    def _ofrecer_trabajar_aqui(self) -> None:

        servicio = Servicios.respaldo()
        ruta, carpeta = self._sesion.expediente.ruta, servicio.carpeta_de_trabajo()
        ahora = self._sesion.reloj.ahora
        avisos().preguntar(
            self._ventana,
            f"¿Trabajar desde ahora en «{carpeta}»?",
            "Trabajar en este equipo",
            lambda: self._en_espera(
                "Copiando el archivo a este equipo…",
                lambda: servicio.trabajar_aqui(ruta, carpeta, ahora(), self._cuaderno),
                self.abrir,
            ),
            f"El archivo se copia ahí y se abre esa copia. El de «{ruta.parent}» se queda como está, y ahí "
            "se dejará también cada copia de respaldo.",
        )
