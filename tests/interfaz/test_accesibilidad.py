"""Todo se puede leer y alcanzar: nombres, atajos, contraste, y nada suyo se lee como marcado."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import fields

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QScrollBar,
    QSplitterHandle,
    QTabBar,
    QTreeWidget,
    QVBoxLayout,
    QWidget,
)

from tests.interfaz.manos import en, poner_en, renglones
from tests.interfaz.ventanas import pantallas
from ut_escritorio.dominio.graficas.dibujar import dibujar
from ut_escritorio.dominio.graficas.grafica import de_meses
from ut_escritorio.dominio.graficas.trazos import Letras, Medidas
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.interfaz.comunes.aspecto.iconos import icono, vestir
from ut_escritorio.interfaz.comunes.aspecto.paleta import CLAROS, OSCUROS, Tonos, color, poner_paleta
from ut_escritorio.interfaz.comunes.aspecto.piezas import tarjeta
from ut_escritorio.interfaz.comunes.listas.hallazgos import ListaDeHallazgos
from ut_escritorio.interfaz.comunes.sesion.senales import SIGNOS, Senales
from ut_escritorio.interfaz.ventana.marco import Ventana
from ut_escritorio.revision.hallazgos import hallazgo


def test_en_cada_pantalla_todo_tiene_nombre_ningun_atajo_se_repite_y_nada_se_lee_como_marcado(ventana):
    fallas = {}
    for pantalla, _ in pantallas(ventana):
        for que, malas in (
            ("sin nombre", sin_nombre(ventana)),
            ("atajos repetidos", atajos_repetidos(ventana)),
            ("con marcado", con_marcado(ventana)),
        ):
            if malas:
                fallas[pantalla, que] = malas
    assert fallas == {}


def sin_nombre(ventana: QWidget) -> list[str]:
    """Lo que toma el cursor y nadie sabe cómo llamar."""
    malas = []
    for pieza in ventana.findChildren(QWidget):
        ajeno = isinstance(pieza, (QScrollBar, QSplitterHandle, QTabBar, QScrollArea))
        if ajeno or not pieza.isVisible() or pieza.focusPolicy() == Qt.FocusPolicy.NoFocus:
            continue
        interfaz = QAccessible.queryAccessibleInterface(pieza)
        if interfaz and not interfaz.text(QAccessible.Text.Name) and pieza.objectName()[:3] != "qt_":
            malas.append(type(pieza).__name__)
    return malas


def atajos_repetidos(ventana: Ventana) -> list[str]:
    """Las letras con que Alt llegaría a dos lados."""
    textos = [accion.text() for accion in ventana.menuBar().actions()]
    for pieza in ventana.findChildren(QWidget):
        if pieza.isVisible() and isinstance(pieza, (QAbstractButton, QLabel)):
            textos.append(pieza.text())
    atajos = [m.group(1).lower() for t in textos for m in re.finditer(r"&(\w)", t)]
    return [atajo for atajo, veces in Counter(atajos).items() if veces > 1]


def con_marcado(ventana: QWidget) -> list[str]:
    """Los letreros que leerían como formato lo que ella escribió."""
    letreros = ventana.findChildren(QLabel)
    return [x.text() for x in letreros if x.textFormat() != Qt.TextFormat.PlainText and "<" in x.text()]


def test_lo_que_ella_escribe_no_se_vuelve_formato_en_la_ayuda(ventana):
    bloque = renglones(en(ventana, "1.2/2"))
    bloque.agregar()
    foto = ventana.sesion.foto
    lista = ListaDeHallazgos(ventana.sesion)
    dicho = hallazgo("x", "corregir", "Falta <b>algo</b>", [Sitio("1.2/2")])
    lista.senalar(Senales(foto.plan, [dicho]))
    renglon = lista.lista.topLevelItem(0).child(0)
    assert renglon.text(0) == "Falta <b>algo</b>"
    assert "<b>" not in renglon.toolTip(0)
    lista.deleteLater()


def luz(tono: str) -> float:
    def canal(numero: int) -> float:
        x = numero / 255
        return x / 12.92 if x <= 0.03928 else ((x + 0.055) / 1.055) ** 2.4

    rojo, verde, azul = (canal(int(tono[i : i + 2], 16)) for i in (1, 3, 5))
    return 0.2126 * rojo + 0.7152 * verde + 0.0722 * azul


def contraste(uno: str, otro: str) -> float:
    claro, oscuro = sorted((luz(uno), luz(otro)), reverse=True)
    return (claro + 0.05) / (oscuro + 0.05)


@pytest.mark.parametrize("juego", [CLAROS, OSCUROS])
def test_toda_tinta_se_lee_sobre_todo_fondo(juego: Tonos):
    fondos = ("fondo", "hoja", "renglon_alterno", "boton", "calculado", "encabezado")
    tintas = ("letra", "letra_tenue", "bien", "atencion", "error", "enlace")
    for fondo in fondos:
        for tinta in tintas:
            medido = contraste(getattr(juego, tinta), getattr(juego, fondo))
            assert medido >= 4.5, (tinta, fondo, round(medido, 2))
    assert contraste(juego.sobre_acento, juego.acento) >= 4.5
    assert contraste(juego.error, juego.fondo_error) >= 4.5
    assert all(re.fullmatch(r"#[0-9A-F]{6}", getattr(juego, f.name)) for f in fields(juego))


def orilla_de(pieza: QWidget) -> tuple[str, str, str]:
    """Los colores de afuera, de la orilla y de adentro de una pieza, a media altura."""
    ventana = pieza.window()
    retrato = ventana.grab().toImage()
    y = pieza.mapTo(ventana, pieza.rect().center()).y()
    afuera = pieza.mapTo(ventana, pieza.rect().topLeft()).x() - 3
    tonos = [retrato.pixelColor(x, y).name() for x in range(afuera, afuera + 14)]
    orilla = next(tono for tono in tonos if tono != tonos[0])
    return tonos[0], orilla, tonos[-1]


@pytest.mark.parametrize("oscuro", [True, False], ids=["oscuro", "claro"])
def test_en_oscuro_se_distinguen_casillas_botones_redondos_y_marcos(ventana, qtbot, oscuro):
    aplicacion = QApplication.instance()
    assert isinstance(aplicacion, QApplication)
    hoja = QWidget()
    qtbot.addWidget(hoja)
    marco, _ = tarjeta()
    piezas = (QCheckBox("x"), QRadioButton("x"), QLineEdit(), QPlainTextEdit(), QTreeWidget(), marco)
    acomodo = QVBoxLayout(hoja)
    for pieza in piezas:
        acomodo.addWidget(pieza)
    hoja.show()
    poner_paleta(aplicacion, oscuro)
    try:
        QApplication.processEvents()
        medidos = {}
        for pieza in piezas:
            afuera, orilla, adentro = orilla_de(pieza)
            medidos[type(pieza).__name__] = [round(contraste(orilla, tono), 1) for tono in (afuera, adentro)]
        fondo = hoja.palette().window().color().name().upper()
    finally:
        poner_paleta(aplicacion, oscuro=False)
    assert fondo == (OSCUROS if oscuro else CLAROS).fondo
    if oscuro:
        assert all(medida >= 3 for medidas in medidos.values() for medida in medidas), medidos
    else:
        assert all(max(medidas) >= 1.5 for medidas in medidos.values()), medidos


def test_la_grafica_se_lee_y_se_recorre_con_flechas(ventana, qtbot):
    grafica = ventana.pestanas.ir_a("tablero").grafica
    assert "Abr: 26; May: 13; Jun: 32" in grafica.accessibleName()
    assert grafica.accessibleDescription() == "Abr: 26"
    qtbot.keyClick(grafica, Qt.Key.Key_Right)
    assert grafica.accessibleDescription() == "May: 13"


def test_un_mes_sin_dato_no_es_un_cero_en_la_grafica():
    grafica = de_meses("", ("Abr", "May", "Jun"), (None, 0, 5))
    assert [grafica.dice(barra) for barra in grafica.barras] == ["Abr: sin dato", "May: 0", "Jun: 5"]
    dibujo = dibujar(grafica, 300, 140, Medidas(16, lambda texto: 8.0 * len(texto)))
    sin_dato, cero, cinco = (sitio for sitio in dibujo.sitios if sitio is not None)
    assert [t.texto for t in dibujo.trazos if isinstance(t, Letras) and t.como == "fuerte"] == ["0", "5"]
    assert sin_dato.alto == cero.alto == 0
    assert cinco.alto == 100
    assert cinco.y + cinco.alto == 120


def test_lo_elegido_se_ve_de_otro_color_donde_no_esta_el_cursor(ventana):
    arbol = en(ventana, "1.2/2").arbol
    lista = renglones(en(ventana, "1.2/2")).tabla
    for con_cursor, sin_el in ((arbol, lista), (lista, arbol)):
        poner_en(con_cursor)
        assert _de_lo_elegido(con_cursor) == (color("acento"), color("sobre_acento"))
        assert _de_lo_elegido(sin_el) == (color("elegido"), color("letra"))


@pytest.mark.parametrize("oscuro", [True, False], ids=["oscuro", "claro"])
def test_el_signo_de_lo_elegido_se_distingue_este_ahi_el_cursor_o_no(ventana, oscuro):
    aplicacion = QApplication.instance()
    assert isinstance(aplicacion, QApplication)
    poner_paleta(aplicacion, oscuro)
    try:
        de_lista = (*SIGNOS.values(), ("adjuntar", "letra_tenue"))
        signos = [(signo, icono(*signo), QIcon.Mode.Selected) for signo in de_lista]
        de_menu = QAction(ventana)
        vestir(de_menu, "guardar")
        for signo, imagenes, modo in (*signos, ("guardar", de_menu.icon(), QIcon.Mode.Active)):
            imagen = imagenes.pixmap(16, modo)
            for fondo in ("acento", "elegido"):
                renglon = QPixmap(imagen.size())
                renglon.fill(color(fondo))
                pincel = QPainter(renglon)
                pincel.drawPixmap(0, 0, imagen)
                pincel.end()
                visto = renglon.toImage()
                tonos = {visto.pixelColor(i % 16, i // 16).name() for i in range(256)}
                medido = max(contraste(uno, otro) for uno in tonos for otro in tonos)
                assert medido >= 3, (signo, fondo, round(medido, 1))
    finally:
        poner_paleta(aplicacion, oscuro=False)


def _de_lo_elegido(lista):
    paleta = lista.palette()
    return paleta.color(paleta.ColorRole.Highlight), paleta.color(paleta.ColorRole.HighlightedText)
