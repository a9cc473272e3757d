"""Los colores, claros y oscuros, con contraste de lectura (AA); nada más nombra un color."""

from __future__ import annotations

from copy import copy

from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from ut_escritorio.dominio.congelado import congelado


@congelado
class Tonos:
    """Un juego de colores; los que Qt no tiene en su paleta se piden por nombre."""

    fondo: str
    hoja: str
    renglon_alterno: str
    letra: str
    letra_tenue: str
    boton: str
    acento: str
    sobre_acento: str
    elegido: str
    enlace: str
    raya: str
    calculado: str
    encabezado: str
    bien: str
    atencion: str
    error: str
    fondo_error: str


CLAROS = Tonos(
    fondo="#F3F5F7", hoja="#FFFFFF", renglon_alterno="#F7F9FA", letra="#1B1F24", letra_tenue="#59616B",
    boton="#FBFCFD", acento="#0F5A9C", sobre_acento="#FFFFFF", elegido="#CFE0F1", enlace="#0F5A9C",
    raya="#C9D0D8",
    calculado="#ECEFF2", encabezado="#DFE7EF", bien="#1B6B3A", atencion="#8A4B00", error="#B3261E",
    fondo_error="#FDECEA",
)  # fmt: skip
OSCUROS = Tonos(
    fondo="#262B31", hoja="#171A1E", renglon_alterno="#1C2025", letra="#E6E9EC", letra_tenue="#A9B1BB",
    boton="#30363E", acento="#2B6FB3", sobre_acento="#FFFFFF", elegido="#34506B", enlace="#8CC2F5",
    raya="#454C55",
    calculado="#23282E", encabezado="#2F3A47", bien="#8BD6A0", atencion="#F0BE6A", error="#FFB4AB",
    fondo_error="#4A1F1C",
)  # fmt: skip


def tonos() -> Tonos:
    """El juego que está puesto ahora."""
    return OSCUROS if es_oscura(QGuiApplication.palette()) else CLAROS


def es_oscura(paleta: QPalette) -> bool:
    """Si el fondo de una paleta es oscuro."""
    return paleta.color(QPalette.ColorRole.Window).lightness() < 128


def color(nombre: str) -> QColor:
    """El color de ese nombre en el juego que está puesto."""
    return QColor(getattr(tonos(), nombre))


def entre(uno: str, otro: str, cuanto: float) -> QColor:
    """El color entre dos de la paleta: 0 es el primero y 1, el segundo."""
    de, a = color(uno), color(otro)
    pares = ((de.red(), a.red()), (de.green(), a.green()), (de.blue(), a.blue()))
    return QColor(*(round(antes + (luego - antes) * cuanto) for antes, luego in pares))


CON_CONTORNO = (
    "QCheckBox", "QRadioButton", "QLineEdit", "QPlainTextEdit", "QComboBox", "QAbstractSpinBox",
    "QAbstractItemView", "QPushButton", "Tarjeta",
)  # fmt: skip
"""Lo que se distingue por su orilla: no se pinta por dentro con el color de la ventana."""

_DE_LA_ORILLA = "#D9DEE4"


def poner_paleta(aplicacion: QApplication, oscuro: bool) -> None:
    """Pone la paleta clara o la oscura."""
    juego = OSCUROS if oscuro else CLAROS
    aplicacion.setPalette(paleta_de(juego))
    _de_clase(_con_lo_elegido(paleta_de(juego), juego, encendida=False), "QAbstractItemView")
    if oscuro:
        # Qt hace cada orilla oscureciendo el color de la ventana: sobre lo oscuro no se vería.
        con_orilla = paleta_de(OSCUROS)
        con_orilla.setColor(QPalette.ColorRole.Window, QColor(_DE_LA_ORILLA))
        for clase in CON_CONTORNO:
            _de_clase(_con_lo_elegido(con_orilla, juego, encendida=clase != "QAbstractItemView"), clase)


def _de_clase(paleta: QPalette, clase: str) -> None:
    # PySide la quiere como texto, aunque declare octetos
    QApplication.setPalette(paleta, clase)  # pyright: ignore[reportArgumentType]


def _con_lo_elegido(paleta: QPalette, juego: Tonos, *, encendida: bool) -> QPalette:
    """Lo elegido, del color de donde está el cursor o, si no está ahí, de uno que no lo parezca."""
    nueva = copy(paleta)  # `QPalette(paleta)` armaría el `Qt` de PySide antes de pintar
    nueva.setColor(QPalette.ColorRole.Highlight, QColor(juego.acento if encendida else juego.elegido))
    encima = juego.sobre_acento if encendida else juego.letra
    nueva.setColor(QPalette.ColorRole.HighlightedText, QColor(encima))
    return nueva


def encender_la_del_cursor(antes: QWidget | None, ahora: QWidget | None) -> None:
    """El cursor pasó de una pieza a otra: solo en la lista donde está se ve lo elegido con su color."""
    for pieza in (antes, ahora):
        if isinstance(pieza, QAbstractItemView):
            pieza.setPalette(_con_lo_elegido(pieza.palette(), tonos(), encendida=pieza is ahora))


def paleta_de(juego: Tonos) -> QPalette:
    """La paleta de Qt de un juego de colores."""
    papel = QPalette.ColorRole
    paleta = QPalette(QColor(juego.boton), QColor(juego.fondo))
    for rol, tono in (
        (papel.WindowText, juego.letra), (papel.Text, juego.letra), (papel.ButtonText, juego.letra),
        (papel.Base, juego.hoja), (papel.AlternateBase, juego.renglon_alterno),
        (papel.ToolTipBase, juego.hoja), (papel.ToolTipText, juego.letra),
        (papel.Highlight, juego.acento), (papel.Accent, juego.acento),
        (papel.HighlightedText, juego.sobre_acento),
        (papel.Link, juego.enlace), (papel.LinkVisited, juego.enlace),
        (papel.PlaceholderText, juego.letra_tenue), (papel.Mid, juego.raya),
    ):  # fmt: skip
        paleta.setColor(rol, QColor(tono))
    for rol in (papel.WindowText, papel.Text, papel.ButtonText):
        paleta.setColor(QPalette.ColorGroup.Disabled, rol, QColor(juego.letra_tenue))
    return paleta
