"""Lo que se hace una vez con la aplicación antes de abrir cualquier ventana."""

from __future__ import annotations

import sys
from functools import cache
from threading import Thread

from PySide6.QtGui import QFont, QRawFont
from PySide6.QtWidgets import QApplication

from ut_escritorio import rutas
from ut_escritorio.interfaz.comunes.aspecto import al_pedirlo, iconos
from ut_escritorio.interfaz.comunes.aspecto.idioma import hablar_espanol, poner_lugar
from ut_escritorio.interfaz.comunes.aspecto.paleta import encender_la_del_cursor, es_oscura, poner_paleta
from ut_escritorio.interfaz.comunes.aspecto.piezas import sin_uniones
from ut_escritorio.interfaz.comunes.sesion import al_pedirlo as de_sesion
from ut_escritorio.interfaz.comunes.sesion.tras_pintar import tras_pintar

_TURNO = 0.001  # segundos
_YA_LEYENDO = 5000  # milisegundos: la ventana ya se pintó y ella la está leyendo


def nueva_aplicacion() -> QApplication:
    """La aplicación de Qt, con el estilo y lo demás de la oficina; solo hay una, y la que ya haya."""
    ya_hecha = QApplication.instance()
    if isinstance(ya_hecha, QApplication):
        return ya_hecha
    # El estilo va como argumento: ponerlo desde Python carga antes de pintar todas las medidas de QStyle.
    aplicacion = QApplication([*sys.argv[:1], "-style", "Fusion"])
    # De costumbre, un hilo que trabaja aparte le devuelve el turno a la ventana hasta 5 ms después, y cada
    # lectura del archivo lo suelta: al adjuntar, la ventana se detenía 80–170 ms y así menos de 75.
    sys.setswitchinterval(_TURNO)
    _vestir(aplicacion)
    # Lo que Qt dice por su cuenta se lee en diálogos y menús, que llegan después de la ventana.
    tras_pintar(aplicacion, lambda: _con_lo_suyo(aplicacion))
    tras_pintar(aplicacion, adelantar_el_pdf, _YA_LEYENDO)
    return aplicacion


def adelantar_el_pdf() -> Thread:
    """Carga aparte lo que pide el primer PDF, para que al pedirlo no se espere; cerrar no lo espera."""
    aparte = Thread(target=de_sesion.pdf().preparar, daemon=True)
    aparte.start()
    return aparte


def preparar(aplicacion: QApplication) -> None:
    """Pone nombre, colores, letra e idioma de la oficina."""
    _vestir(aplicacion)
    _con_lo_suyo(aplicacion)


def _con_lo_suyo(aplicacion: QApplication) -> None:
    """El idioma y el icono de las ventanas, que hacen falta ya pintada la primera."""
    hablar_espanol(aplicacion)
    aplicacion.setWindowIcon(iconos.del_programa())
    _copiar_sin_uniones(aplicacion)


@cache
def _copiar_sin_uniones(aplicacion: QApplication) -> None:
    """Lo que ella copie de un mensaje se pega como se escribe: Qt copia también lo invisible."""
    portapapeles = aplicacion.clipboard()

    def limpiar() -> None:
        # Lo que otro programa copia, mientras ella está en él, ni se mira.
        dicho = portapapeles.text() if aplicacion.activeWindow() is not None else ""
        if dicho != sin_uniones(dicho):
            portapapeles.setText(sin_uniones(dicho))

    portapapeles.dataChanged.connect(limpiar)


def _vestir(aplicacion: QApplication) -> None:
    # El nombre para mostrar no se pone: Qt lo agregaría al final de cada título, que ya lo dice.
    aplicacion.setApplicationName(rutas.APLICACION)
    _poner_colores(aplicacion, es_oscura(aplicacion.palette()))  # la del sistema, aún sin la nuestra encima
    _estar_pendiente(aplicacion)
    _asegurar_letra()
    poner_lugar()


@cache
def _estar_pendiente(aplicacion: QApplication) -> None:
    """De que el sistema pase de claro a oscuro, y el cursor de una pieza a otra; una vez por aplicación."""
    aplicacion.focusChanged.connect(encender_la_del_cursor)
    aplicacion.styleHints().colorSchemeChanged.connect(lambda: _seguir_al_sistema(aplicacion))


def _seguir_al_sistema(aplicacion: QApplication) -> None:
    _poner_colores(aplicacion, aplicacion.styleHints().colorScheme().name == "Dark")  # sin nombrar `Qt`


def _poner_colores(aplicacion: QApplication, oscuro: bool) -> None:
    poner_paleta(aplicacion, oscuro)
    iconos.renovar()


def _asegurar_letra() -> None:
    """Sin letras en el sistema (un Linux pelón) se usa la del informe; si las hay, las suyas."""
    if not QRawFont.fromFont(QFont()).isValid():
        for letra in sorted((rutas.recursos() / "fuentes").glob("*.ttf")):
            al_pedirlo.letras().addApplicationFont(str(letra))
