"""Qué va en cada pestaña: se arma la primera vez que se mira."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal

from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.plan.arbol import Componente, Plan
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.comunes.sesion.senales import Senales
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.ventana import al_pedirlo
from ut_escritorio.interfaz.ventana.pestanas import Pagina, Pestanas
from ut_escritorio.interfaz.ventana.rotulos import con_cuenta, nombre_de

if TYPE_CHECKING:
    from ut_escritorio.interfaz.componente.pestana import PestanaDeComponente
    from ut_escritorio.interfaz.informe.pestana import PestanaInforme
    from ut_escritorio.interfaz.oficios.pestana import PestanaOficios

TABLERO, OFICIOS, INFORME = "tablero", "oficios", "informe"


class Contenidos(QObject):
    """El Tablero, los componentes, los Oficios y el Informe, con lo que este le pide a la ventana."""

    pide_informe = Signal(str)
    pide_anexos = Signal()
    pide_abrir = Signal()
    dijo = Signal(str)

    def __init__(self, pestanas: Pestanas, ajustes: QSettings) -> None:
        super().__init__(pestanas)
        self._pestanas, self._ajustes = pestanas, ajustes

    def poner(self, sesion: Sesion) -> None:
        """Pone las pestañas del plan que se ve, en lugar de las que había."""
        pestanas = self._pestanas
        pestanas.vaciar()
        tablero = Pagina(TABLERO, lambda: al_pedirlo.tablero().PestanaTablero(sesion))
        pestanas.agregar(tablero, "Tablero", "Lo que hoy se pide, y las cuentas")
        for componente in sesion.foto.plan.componentes:
            pagina = Pagina(clave_de(componente), self._de_componente(sesion, componente))
            pestanas.agregar(pagina, nombre_de(componente), componente.nombre)
        self._del_libro = Pagina(OFICIOS, lambda: self._oficios(sesion))
        pestanas.agregar(self._del_libro, "Oficios", "El libro: cada oficio una vez, y el número que sigue")
        self._del_informe = Pagina(INFORME, lambda: self._informe(sesion))
        pestanas.agregar(self._del_informe, "Informe", "Revisar, ver, imprimir y firmar")

    def informe(self) -> PestanaInforme | None:
        """Muestra el Informe y lo da; None si no se pudo leer, que ahí mismo se dice."""
        self._pestanas.ir_a(INFORME)
        return self._del_informe.contenido

    def oficios(self) -> PestanaOficios | None:
        """Muestra los Oficios y los da; None si no se pudieron leer, que ahí mismo se dice."""
        self._pestanas.ir_a(OFICIOS)
        return self._del_libro.contenido

    def _ver_hoja(self, origen: Origen) -> None:
        if (informe := self.informe()) is not None:
            informe.ver_hoja(origen)

    def imprimir_componente(self, sesion: Sesion, lugar: str) -> None:
        """Imprime las hojas del componente de ese lugar, sin dejar de verlo."""
        informe = sesion.consultar(lambda *_: self._pestanas.al_dia(self._del_informe))
        if informe is not None:
            informe.imprimir.del_componente(lugar)

    def rotular(self, sesion: Sesion, senales: Senales) -> None:
        """Dice en cada pestaña cuánto hay por corregir o por ver; en Oficios, cuántos se atrasaron."""
        for componente in sesion.foto.plan.componentes:
            cuentas = senales.cuantas(componente.clave), senales.por_ver(componente.clave)
            rotulo = con_cuenta(nombre_de(componente), *cuentas, senales.acabado)
            self._pestanas.rotular(clave_de(componente), rotulo)
        atrasados = _atrasados(sesion)
        self._pestanas.rotular(OFICIOS, f"Oficios ({atrasados})" if atrasados else "Oficios")
        todas = len(senales.por_corregir), len(senales.por_revisar)
        self._pestanas.rotular(INFORME, con_cuenta("Informe", *todas, senales.acabado))

    def _de_componente(self, sesion: Sesion, componente: Componente) -> Callable[[], PestanaDeComponente]:
        def armar() -> PestanaDeComponente:
            pestana = al_pedirlo.componente().PestanaDeComponente(sesion, componente, self._ajustes)
            pestana.pide_hoja.connect(self._ver_hoja)
            return pestana

        return armar

    def _oficios(self, sesion: Sesion) -> PestanaOficios:
        _que_se_deje_leer(sesion)
        return al_pedirlo.oficios().PestanaOficios(sesion)

    def _informe(self, sesion: Sesion) -> PestanaInforme:
        _que_se_deje_leer(sesion)
        pestana = al_pedirlo.informe().PestanaInforme(sesion)
        pestana.pide_informe.connect(self.pide_informe)
        pestana.pide_anexos.connect(self.pide_anexos)
        pestana.pide_abrir.connect(self.pide_abrir)
        pestana.imprimir.dijo.connect(self.dijo)
        return pestana


def _que_se_deje_leer(sesion: Sesion) -> None:
    """ErrorEsperado si no se deja, antes de armar la pestaña: a medio armar se quedaría vacía."""
    _ = sesion.expediente.ultimo_cambio


def _atrasados(sesion: Sesion) -> int:
    """De cuántos oficios pasó su día sin respuesta; ninguno mientras el archivo no se deje leer."""
    try:
        return al_pedirlo.libro().atrasados(sesion.expediente, sesion.reloj.hoy())
    except ErrorEsperado:
        return 0


def clave_del_sitio(plan: Plan, sitio: Sitio) -> str:
    """La clave de la pestaña donde se ve un sitio."""
    if sitio.origen.clase == "libro":
        return OFICIOS
    cadena = plan.cadena.get(sitio.lugar)
    return clave_de(cadena[0]) if cadena else INFORME


def clave_de(componente: Componente) -> str:
    """La clave de la pestaña de un componente."""
    return f"componente:{componente.clave}"
