"""La ventana del primer día: tres caminos, y cada uno acaba en un archivo abierto."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QStackedWidget,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from ut_escritorio.dominio.palabras.redaccion import lista
from ut_escritorio.errores import ErrorEsperado, NoDejaEscribir
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, boton, tarjeta
from ut_escritorio.interfaz.comunes.aspecto.que_se_parte import HileraQueSeParte
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.comunes.dialogos.dialogo_de_datos import DialogoDeDatos
from ut_escritorio.interfaz.comunes.sesion.tareas import Tarea
from ut_escritorio.interfaz.comunes.sesion.visto import DiaYHora
from ut_escritorio.interfaz.primer_dia.empezar import Empezar
from ut_escritorio.servicios.archivo.expediente import abrir
from ut_escritorio.servicios.oficina import primer_dia

_EMPEZAR, _TRAER, _EJEMPLO, _CON_PLAN = range(4)
_ORILLA = 22
_BARRA = QStyle.PixelMetric.PM_ScrollBarExtent
_CAMINOS = (
    "&Empezar mi trimestre",
    "&Traigo mi archivo de otra computadora",
    "&Ver un ejemplo (aparte de mis datos)",
    "Tengo el &plan de mi oficina en un archivo",
)
_SEGUIR = ("Empezar", "Elegir mi archivo…", "Ver el ejemplo", "Elegir el plan…")


class PrimerDia(DialogoDeDatos):
    """`listo` sale con el expediente abierto y su trimestre, y la ventana se va.

    `perdido` es el último archivo que se abrió, si ya no está donde estaba.
    """

    listo = Signal(object, object)

    def __init__(self, reloj: DiaYHora, perdido: Path | None = None, padre: QWidget | None = None) -> None:
        super().__init__(padre)
        self._reloj = reloj
        self._carpeta = primer_dia.carpeta_de_la_oficina()
        self._de = primer_dia.para_empezar(reloj.hoy())
        self.setWindowTitle("UT Escritorio")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.formulario = Empezar(self._de)
        self.caminos = QButtonGroup(self)
        self.hojas = QStackedWidget()
        self.seguir = boton(_SEGUIR[_EMPEZAR], self._seguir)
        self.seguir.setDefault(True)
        self._donde = Letrero(tinta="letra_tenue")
        self._armar(perdido)
        self.caminos.idToggled.connect(lambda cual, si: self._mostrar(cual) if si else None)
        self.caminos.button(_EMPEZAR).setChecked(True)

    def showEvent(self, arg__1: QShowEvent) -> None:
        super().showEvent(arg__1)
        self.formulario.firmas[0].nombre.setFocus()

    def lo_dicho(self) -> object:
        """Lo que se perdería al cerrarla."""
        return self.formulario.inicio()

    def _armar(self, perdido: Path | None) -> None:
        acomodo = QVBoxLayout(self)
        acomodo.setContentsMargins(_ORILLA, 10, _ORILLA, 10)
        acomodo.setSpacing(8)
        acomodo.addWidget(Letrero("¿Cómo quiere empezar?", aumento=1.35, negrita=True))
        if perdido is not None:
            acomodo.addWidget(Letrero(_se_perdio(perdido), tinta="atencion"))
        hilera = HileraQueSeParte(entre=22)
        for cual, rotulo in enumerate(_CAMINOS):
            camino = QRadioButton(rotulo)
            self.caminos.addButton(camino, cual)
            hilera.agregar(camino)
        acomodo.addLayout(hilera)
        for hoja in (self.formulario, *map(_explicacion, (_DE_TRAER, _DE_EJEMPLO, _DE_PLAN))):
            marco, dentro = tarjeta()
            dentro.setContentsMargins(16, 10, 16, 10)
            dentro.addWidget(hoja)
            dentro.addStretch()
            self.hojas.addWidget(marco)
        # A las hojas y no al diálogo: uno fijado a mano podría ser menos de lo que piden sus opciones.
        cabe = self.lo_que_cabe().width() - 2 * _ORILLA - self.style().pixelMetric(_BARRA)
        self.hojas.setMinimumWidth(min(self.fontMetrics().averageCharWidth() * 112, cabe))
        acomodo.addWidget(self.hojas, 1)
        al_pie = QHBoxLayout()
        al_pie.addWidget(self._donde, 1)
        al_pie.addWidget(self.seguir)
        acomodo.addLayout(al_pie)

    def _mostrar(self, cual: int) -> None:
        for n in range(self.hojas.count()):  # la que no se ve no pide lugar: la hoja corta no se desplaza
            alto = QSizePolicy.Policy.Preferred if n == cual else QSizePolicy.Policy.Ignored
            if (hoja := self.hojas.widget(n)) is not None:
                hoja.setSizePolicy(QSizePolicy.Policy.Preferred, alto)
        self.hojas.setCurrentIndex(cual)
        self.seguir.setText(_SEGUIR[cual])
        self.seguir.setAccessibleName(_SEGUIR[cual])
        donde = primer_dia.donde_se_guarda(self._carpeta)
        self._donde.decir(
            "Lo que cambie en el ejemplo se va al cerrarlo."
            if cual == _EJEMPLO
            else f"Se guardará en {donde}"
        )

    def _seguir(self) -> None:
        match self.caminos.checkedId():
            case 0:
                self.formulario.logos.ya_leidos(
                    lambda: self._pedir_nombres(lambda: self._intentar(self._empezar))
                )
            case 1:
                avisos.pedir_archivo(self, "Elegir mi archivo", Path.home(), avisos.FILTRO, self.traer)
            case 3:
                avisos.pedir_archivo(self, "Elegir el plan", Path.home(), avisos.TEXTO, self.con_plan)
            case _:
                self._intentar(self._ver_ejemplo)

    def _intentar(self, hacer: Callable[[], object]) -> None:
        try:
            hacer()
        except NoDejaEscribir as error:
            self._pedir_otra_carpeta(error, hacer)
        except ErrorEsperado as error:
            avisos.advertir(self, str(error))

    def _pedir_otra_carpeta(self, error: Exception, hacer: Callable[[], object]) -> None:
        """Donde siempre no se puede guardar: ofrece otra carpeta y, con ella, sigue con lo que se hacía."""

        def en_otra(carpeta: Path) -> None:
            self._carpeta = carpeta
            self._mostrar(self.caminos.checkedId())
            self._intentar(hacer)

        def pedir() -> None:
            avisos.pedir_carpeta(self, "Guardar en", Path.home(), en_otra)

        avisos.escoger(self, "No se puede guardar ahí.", (("Elegir otra carpeta…", pedir),), str(error))

    def _pedir_nombres(self, seguir: Callable[[], object]) -> None:
        """Si alguna firma va sin nombre lo pregunta antes, con el cursor ya donde se escribe."""
        sin_nombre = [firma for firma in self.formulario.firmas if not firma.nombre.text().strip()]
        inicio = self.formulario.inicio()
        if not sin_nombre or not (inicio.componentes or inicio.en_blanco):
            seguir()
            return
        quienes = lista([f"«{firma.rotulo}»" for firma in sin_nombre])
        avisos.escoger(
            self,
            f"Falta el nombre de quien firma en {quienes}.",
            (("Empezar sin escribirlo", seguir),),
            "Sin él se imprime una raya en su lugar. También se puede decir después: el Tablero lo recuerda.",
            ("Escribirlo", sin_nombre[0].nombre.setFocus),
            preferida="Escribirlo",
        )

    def _empezar(self) -> None:
        inicio, formulario = self.formulario.inicio(), self.formulario
        abierto = primer_dia.empezar(
            self._de, inicio, formulario.logos.imagenes, self._carpeta, self._reloj.ahora
        )
        self._entregar(abierto, inicio.trimestre)

    def con_plan(self, ruta: Path) -> None:
        """Empieza con el plan que dice ese texto; si tiene algo que corregir, lo dice y aquí se sigue."""

        def empezar() -> None:
            try:
                abierto = primer_dia.empezar_con_plan(ruta, self._carpeta, self._reloj.ahora)
            except NoDejaEscribir:
                raise
            except ErrorEsperado as error:
                avisos.advertir_reparos(self, str(error))
                return
            self._entregar(abierto, abierto.trimestre_de_entrada(self._reloj.hoy()))

        self._intentar(empezar)

    def _ver_ejemplo(self) -> None:
        ejemplo = primer_dia.ver_ejemplo(self._reloj.ahora)
        self._entregar(ejemplo, ejemplo.trimestre_de_entrada(self._reloj.hoy()))

    def traer(self, archivo: Path) -> None:
        """Comprueba el archivo traído, dice de cuándo es y, si ella lo acepta, lo copia y lo abre."""
        self._en_espera(
            "Comprobando el archivo…",
            lambda: primer_dia.revisar_llegada(archivo),
            lambda llegado: self._ofrecer(archivo, str(llegado)),
        )

    def _ofrecer(self, archivo: Path, como_esta: str) -> None:
        avisos.ofrecer(
            self,
            f"«{archivo.name}»: {como_esta}",
            "Copiarlo y abrirlo",
            lambda: self._copiar(archivo),
            f"Se copia a {self._carpeta}. El que trae queda como está.",
        )

    def _copiar(self, archivo: Path) -> None:
        carpeta = self._carpeta
        self._en_espera("Copiando el archivo…", lambda: primer_dia.traer(archivo, carpeta), self._abrir,
                        lambda: self._copiar(archivo))  # fmt: skip

    def _abrir(self, llegado: primer_dia.Llegado) -> None:
        def abrirlo() -> None:
            abierto = abrir(llegado.ruta, self._reloj.ahora)
            self._entregar(abierto, abierto.trimestre_de_entrada(self._reloj.hoy()))

        self._intentar(abrirlo)

    def _en_espera(
        self,
        que: str,
        trabajo: Callable[[], object],
        al_hacer: Callable[[Any], object],
        otra_vez: Callable[[], object] = lambda: None,
    ) -> None:
        """Hace algo que puede tardar en otro hilo, sin dejar hacer nada mientras.

        `otra_vez`: lo que se hace con otra carpeta, si en la de costumbre no se pudo.
        """

        def fallo(error: Exception) -> None:
            if isinstance(error, NoDejaEscribir):
                self._pedir_otra_carpeta(error, otra_vez)
            else:
                avisos.advertir(self, str(error))

        espera = avisos.hacer_esperar(self, que)
        tarea = Tarea(lambda avance, cancelado: trabajo())
        tarea.acabo.connect(lambda: espera.done(0))
        tarea.hecha.connect(al_hacer)
        tarea.fallida.connect(fallo)
        tarea.empezar()

    def _entregar(self, abierto: object, trimestre: object) -> None:
        self.listo.emit(abierto, trimestre)
        self.accept()


_DE_TRAER = (
    "Elija el archivo que trae, por ejemplo en una memoria. Se comprueba que esté sano y completo, se le "
    "dice de cuándo es su último cambio y se copia a esta computadora. El que trae no se toca."
)
_DE_PLAN = (
    "Elija el texto del plan: el que guardó con «Guardar el plan como texto…» en otra computadora, o el que "
    "le escribieron. Empieza con sus componentes, sus cuadros y su gente, sin números ni oficios. El texto "
    "no se toca."
)
_DE_EJEMPLO = (
    "Abre un trimestre ya lleno, para ver cómo queda todo y probar sin miedo. Está aparte de sus datos."
)


def _explicacion(texto: str) -> QWidget:
    return Letrero(texto)


def _se_perdio(ruta: Path) -> str:
    return (
        f"No se encontró «{ruta}», el último archivo que se abrió. Si está en una memoria, cierre esta "
        "ventana, conéctela y vuelva a abrir el programa."
    )
