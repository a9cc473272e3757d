"""Toda ventana y todo diálogo, en la pantalla más chica de la oficina: caben y Tab va como se lee."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,  # noqa: TID251
    QFileDialog,  # noqa: TID251
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QTableView,
    QToolButton,
    QTreeView,
    QWidget,
)
from shiboken6 import isValid

from tests.interfaz import ventanas
from tests.interfaz.manos import agenda, en, poner_en, renglones, revisada, tecla, teclear
from tests.interfaz.ventanas import DIALOGOS, hojas_de, pantallas
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.interfaz import hojas
from ut_escritorio.interfaz.anotar.tira import Tira
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, sin_marcado
from ut_escritorio.interfaz.comunes.aspecto.que_ceden import LetreroQueSePliega
from ut_escritorio.interfaz.comunes.campos.de_renglon import CampoDeLista
from ut_escritorio.interfaz.comunes.dialogos.dialogo import Dialogo
from ut_escritorio.interfaz.comunes.rejilla.vista import Rejilla
from ut_escritorio.interfaz.hojas.ayuda import Ayuda
from ut_escritorio.interfaz.informe.vista_previa import VistaPrevia
from ut_escritorio.interfaz.tablero.avance.pagina import TablaDelAvance
from ut_escritorio.interfaz.tablero.mosaicos import Mosaicos
from ut_escritorio.interfaz.tablero.por_componente import TablaPorComponente
from ut_escritorio.interfaz.ventana.acciones import Barra
from ut_escritorio.interfaz.ventana.mesa import FranjaDeArriba
from ut_escritorio.interfaz.ventana.tabulador import zonas_de

TITULO, ORILLA = 32, 2
"""Lo que la barra de título y la orilla de una ventana quitan, en puntos."""

LOS_EXTREMOS = (("100", 100), ("150", 160))
"""La pantalla (1366×768 sin la barra de tareas, a esa escala) y el acercamiento: con más y menos lugar."""

LOS_DE_EN_MEDIO = (("100", 160), ("125", 100), ("125", 160), ("150", 100))
TAMANOS = (*LOS_EXTREMOS, *(pytest.param(tamano, marks=pytest.mark.largo) for tamano in LOS_DE_EN_MEDIO))


def libre(pantalla: str) -> QRect:
    """Lo que queda de una pantalla para lo de adentro de una ventana."""
    suya = next(p for p in QGuiApplication.screens() if p.name() == pantalla)
    return suya.availableGeometry().adjusted(ORILLA, TITULO, -ORILLA, -ORILLA)


@pytest.fixture(params=TAMANOS, ids=lambda t: f"{t[0]}-{t[1]}")
def en_pantalla(request, abrir):
    """La ventana, a todo lo que da esa pantalla."""
    pantalla, por_ciento = request.param
    ventana = abrir()
    ventana.zoom.poner(por_ciento)
    ventana._rehacer()
    ventana.setGeometry(libre(pantalla))
    QApplication.processEvents()
    yield ventana, libre(pantalla).size()
    ventana.zoom.poner(100)


def no_caben(pieza: QWidget, hay: QSize) -> list[str]:
    """En qué no cabe una ventana."""
    pide = pieza.minimumSizeHint().expandedTo(pieza.minimumSize()).expandedTo(pieza.size())
    ancho = [f"ancho {pide.width()} de {hay.width()}"] if pide.width() > hay.width() else []
    return ancho + ([f"alto {pide.height()} de {hay.height()}"] if pide.height() > hay.height() else [])


def test_todo_dialogo_del_programa_esta_entre_los_que_se_prueban():
    """El que se agregue y no esté en `DIALOGOS` ni siquiera se mediría."""
    bases = "Dialogo|SinPerderlo|DialogoDeDatos|HojaAImprimir"
    de_dialogo = re.compile(rf"^class ([A-Z]\w+)\((?:{bases})\b", re.MULTILINE)
    archivos = Path(hojas.__file__).parents[1].rglob("*.py")
    propios = {cual for ruta in archivos for cual in de_dialogo.findall(ruta.read_text(encoding="utf-8"))}
    propios -= set(bases.split("|"))
    probados = Path(ventanas.__file__).read_text(encoding="utf-8")
    assert len(propios) > 20
    assert {cual for cual in propios if cual not in probados} == set()


def test_la_ventana_cabe_y_nada_se_corta(en_pantalla):
    ventana, hay = en_pantalla
    fallas = {}
    for nombre, _ in pantallas(ventana):
        QApplication.processEvents()
        for _vez in range(4):  # lo que la revisión cuenta llega después, y se acomoda en su vuelta
            QApplication.processEvents()
            malas = no_caben(ventana, hay) + cortados(ventana) + escondidos(ventana) + a_lo_ancho(ventana)
            if not malas:
                break
        else:
            fallas[nombre] = malas
    assert fallas == {}


_LARGO = (
    "actualizar el módulo de la información relativa a los procesos licitatorios de obra pública y los "
    "convenios celebrados con las dependencias federales durante todo el segundo trimestre del ejercicio"
)


def a_la_vista(ventana: QWidget) -> list[str]:
    """Lo que dice cada letrero, con su alto: así se sabe qué quitó su lugar a lo de en medio."""
    letreros = [letrero for letrero in ventana.findChildren(Letrero) if letrero.isVisible()]
    return [f"{ventana.height()}"] + [f"{cada.height()} {cada.text()[:60]}" for cada in letreros]


def test_con_anotar_abierto_y_algo_dicho_arriba_lo_de_en_medio_se_sigue_usando(en_pantalla, qtbot):
    ventana, hay = en_pantalla
    arriba = FranjaDeArriba(ventana.mesa)
    dicho = "Ya se sabe hasta cuándo existió el Órgano Garante (el 31/01/2031); su archivo dice otro día."
    arriba.decir(dicho, ("Corregirlo", lambda: None), ("Dejarlo así", lambda: None))
    ventana.pestanas.ir_a("tablero")
    QApplication.processEvents()
    assert arriba.pieza is not None
    entera = arriba.pieza.height()
    tecla(Qt.Key.Key_F9)
    for dato in ("0534", "", "tesoreria", _LARGO):  # un número que ya se usó: la tira lo avisa
        teclear(dato)
        tecla(Qt.Key.Key_Tab)
    for _vez in range(4):
        QApplication.processEvents()
    renglon = ventana.fontMetrics().lineSpacing()
    en_medio = ventana.pestanas.currentWidget()

    def cabe() -> None:
        assert en_medio.height() >= 3 * renglon, a_la_vista(ventana)

    qtbot.waitUntil(cabe)  # ya sin lo que dice la barra al abrir
    for zona in en_medio.contenido.zonas()[1:]:
        assert zona.height() >= 2 * renglon, "se recorren, y no se aplastan"
    assert no_caben(ventana, hay) + cortados(ventana) == []
    (letrero,) = arriba.pieza.findChildren(LetreroQueSePliega)
    assert letrero.text() == dicho
    if ventana.height() < 30 * renglon:
        assert letrero.height() < 2 * renglon
    tira = ventana.findChild(Tira)
    assert tira.lectura.height() < 4 * renglon
    assert _LARGO in tira.lectura.text() or _LARGO in tira.lectura.toolTip()
    tecla(Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert arriba.pieza.height() == entera


def test_en_el_libro_con_poco_alto_se_recorre_y_ninguna_hilera_se_aplasta(en_pantalla):
    ventana, _ = en_pantalla
    arriba = FranjaDeArriba(ventana.mesa)
    arriba.decir("El 2º trimestre 2024 se firmó el 04/07/2024 y está cerrado.", ("Abrir…", lambda: None))
    libro = ventana.pestanas.ir_a("oficios")
    for _vez in range(4):
        QApplication.processEvents()
    for pieza in (libro.barra, libro.filtros):
        assert pieza.height() >= pieza.layout().heightForWidth(pieza.width())
    assert libro.tabla.height() >= libro.tabla.minimumHeight()


def test_lo_que_hoy_se_pide_se_recorre_si_no_cabe_y_ninguna_linea_ni_su_boton_se_corta(abrir, qtbot):
    ventana = abrir(Trimestre(2024, 3), date(2024, 10, 2))
    ventana.setGeometry(libre("150"))
    revisada(ventana, qtbot)
    columna = agenda(ventana)
    assert len(columna.lineas) >= 8
    barras = ventana.pestanas.actual().contenido._de_hoy
    qtbot.waitUntil(lambda: barras.verticalScrollBar().maximum() > 0)
    assert barras.horizontalScrollBar().maximum() == 0

    def cortados_ahi() -> list[str]:
        letreros = (letrero for letrero in columna.findChildren(Letrero) if letrero.isVisible())
        return [uno.text() for uno in letreros if uno.height() < uno.heightForWidth(uno.width())]

    qtbot.waitUntil(lambda: cortados_ahi() == [], timeout=30_000)  # al salir la barra se acomoda en su vuelta
    for boton in columna.findChildren(QPushButton):
        assert boton.isHidden() or boton.width() >= boton.sizeHint().width(), boton.text()


def test_todo_dialogo_cabe_nada_se_corta_tab_va_como_se_lee_y_no_falta_ninguno(en_pantalla, qtbot):
    """En una sola vuelta: abrirlos todos es lo que más tarda.

    Tab, con lugar de sobra: lo que se recorre para verlo no está donde se lee.
    """
    ventana, hay = en_pantalla
    con_lugar = ventana.zoom.por_ciento == 100 and hay == libre("100").size()
    fallas, vistos = {}, set()
    for nombre, abrir_dialogo in DIALOGOS.items():
        dialogo = abrir_dialogo(ventana)
        vistos.add(type(dialogo))
        dialogo.show()
        qtbot.waitUntil(dialogo.isVisible)
        QApplication.processEvents()
        for hoja in hojas_de(dialogo):
            malas = no_caben(dialogo, hay) + cortados(dialogo) + a_lo_ancho(dialogo)
            if con_lugar and not isinstance(dialogo, QFileDialog):
                malas += a_destiempo(dialogo)
            if malas:
                fallas[nombre, hoja] = malas
        dialogo.done(0)
    assert fallas == {}
    assert {clase.__name__ for clase in los_que_se_abren(Dialogo) - vistos} == set()


def escondidos(ventana: QWidget) -> list[str]:
    """Los botones de la barra que quedaron detrás de », y lo que en el Tablero tapa la barra de recorrer."""
    barra = ventana.findChild(Barra)
    tras = [a.text() for a in barra.actions() if not barra.widgetForAction(a).isVisible()]
    columna = ventana.findChild(Mosaicos).parentWidget()
    tapados = columna.isVisible() and columna.width() > columna.parentWidget().width()
    return tras + (["mosaicos"] if tapados else [])


def a_lo_ancho(ventana: QWidget) -> list[str]:
    """Lo que para leerse hay que recorrer de lado; un cuadro más ancho que la hoja, sí, y él solo."""
    if isinstance(ventana, QFileDialog):
        return []
    recorridas = (
        pieza
        for pieza in ventana.findChildren(QAbstractScrollArea)
        if pieza.isVisible()
        and not isinstance(pieza, Rejilla | TablaPorComponente | TablaDelAvance)
        and pieza.horizontalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        and pieza.horizontalScrollBar().maximum() > 0
    )
    return [f"de lado: {type(pieza).__name__} {pieza.accessibleName()}" for pieza in recorridas]


def cortados(ventana: QWidget) -> list[str]:
    """Lo que no se lee entero en una ventana, sin puntos suspensivos ni su texto entero a la mano."""
    piezas = [p for p in ventana.findChildren(QWidget) if p.isVisible() and p.window() is ventana]
    return [
        f"{type(pieza).__name__} «{dicho[:50]}»" for pieza in piezas for dicho in _sin_leer(pieza) if dicho
    ]


def _sin_leer(pieza: QWidget) -> list[str]:
    ancho, letra = pieza.contentsRect().width(), pieza.fontMetrics()
    if isinstance(pieza, QLabel) and pieza.text():
        if pieza.wordWrap():
            return [pieza.text()] if pieza.heightForWidth(pieza.width()) > pieza.height() + 2 else []
        entero = pieza.sizeHint().width() <= pieza.width() + 1
        return [] if entero or _a_la_mano(pieza.toolTip(), pieza.text()) else [pieza.text()]
    if isinstance(pieza, QAbstractButton) and pieza.text() and not isinstance(pieza, QToolButton):
        entero = pieza.sizeHint().width() <= pieza.width() + 1
        return [] if entero or pieza.toolTip() else [pieza.text()]
    if isinstance(pieza, QComboBox) and not pieza.isEditable():
        opcion = QStyleOptionComboBox()
        pieza.initStyleOption(opcion)
        cabida = pieza.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, opcion, QStyle.SubControl.SC_ComboBoxEditField, pieza
        )
        entero = letra.horizontalAdvance(pieza.currentText()) <= cabida.width()
        return [] if entero or _a_la_mano(pieza.toolTip(), pieza.currentText()) else [pieza.currentText()]
    if isinstance(pieza, QLineEdit) and not pieza.text() and not pieza.isReadOnly():
        entero = letra.horizontalAdvance(pieza.placeholderText()) <= ancho
        return [] if entero or pieza.toolTip() else [pieza.placeholderText()]
    if isinstance(pieza, QHeaderView):
        if isinstance(pieza.window(), QFileDialog):
            return []  # es de Qt, y en Windows el suyo
        return _rotulos_cortados(pieza)
    if isinstance(pieza, QAbstractItemView) and pieza.model() is not None:
        return _celdas_cortadas(pieza)
    return []


def _a_la_mano(ayuda: str, texto: str) -> bool:
    """Si la ayuda que sale al posarse dice todo el texto."""
    return sin_marcado(texto) == ayuda or texto == ayuda


def _rotulos_cortados(cabeza: QHeaderView) -> list[str]:
    modelo, letra = cabeza.model(), cabeza.fontMetrics()
    if cabeza.orientation() == Qt.Orientation.Vertical or modelo is None:
        return []
    cortados = []
    for columna in range(cabeza.count()):
        dicho = str(modelo.headerData(columna, Qt.Orientation.Horizontal) or "")
        ayuda = modelo.headerData(columna, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
        cabe = letra.horizontalAdvance(dicho) <= cabeza.sectionSize(columna)
        if not (cabeza.isSectionHidden(columna) or cabe or ayuda):
            cortados.append(dicho)
    return cortados


def _celdas_cortadas(vista: QAbstractItemView) -> list[str]:
    """Las celdas a la vista cuyo texto no cabe y que al posarse no dicen nada."""
    if vista.itemDelegate().metaObject().className() != "QStyledItemDelegate":
        return []
    modelo, cortadas = vista.model(), []
    if getattr(vista, "wordWrap", lambda: False)():
        return []
    columnas = vista.header().count() if isinstance(vista, QTreeView) else 1
    if isinstance(vista, QTableView):
        columnas = vista.horizontalHeader().count()
    for fila in range(min(modelo.rowCount(), 60)):
        for columna in range(columnas):
            indice = modelo.index(fila, columna)
            caja = vista.visualRect(indice)
            dicho = str(indice.data() or "")
            if not caja.intersects(vista.viewport().rect()) or not dicho:
                continue
            if vista.fontMetrics().horizontalAdvance(dicho) > caja.width() and not indice.data(
                Qt.ItemDataRole.ToolTipRole
            ):
                cortadas.append(dicho)
    return cortadas


def test_anotar_nunca_ensancha_la_ventana(en_pantalla):
    ventana, hay = en_pantalla
    ventana.resize(hay.width() * 2 // 3, hay.height())
    antes = ventana.width()
    for hacer in (ventana.mando.diario.anotar, lambda: teclear("0645")):
        hacer()
        QApplication.processEvents()
        assert ventana.width() == antes
    tira = ventana.findChild(Tira)
    QApplication.processEvents()
    assert tira.height() >= tira.heightForWidth(tira.width()), "se ve entera"


def test_lo_que_se_avisa_de_las_hojas_se_lee_entero_y_no_en_una_columna(en_pantalla):
    ventana, _ = en_pantalla
    ventana.pestanas.ir_a("informe")
    vista = ventana.findChild(VistaPrevia)
    ventana.contenidos.informe().ir_a_paso(1)
    vista._aviso.decir("14 hojas, con la palabra BORRADOR mientras haya algo que corregir.", "atencion")
    for _ in range(3):
        QApplication.processEvents()
    assert vista._aviso.isVisible()
    alto, renglon = vista._aviso.height(), vista._aviso.fontMetrics().lineSpacing()
    assert vista._aviso.heightForWidth(vista._aviso.width()) <= alto < renglon * 3


def test_acercar_la_letra_no_ensancha_la_ventana(ventana):
    ventana.setGeometry(libre("150"))
    for clave in ("tablero", "componente:1", "informe"):
        ventana.zoom.poner(100)
        ventana._rehacer()
        ventana.pestanas.ir_a(clave)
        QApplication.processEvents()
        for _ in range(6):
            ventana.acercar(1)
            QApplication.processEvents()
            QApplication.processEvents()
            assert ventana.size() == libre("150").size(), (clave, ventana.zoom.por_ciento)
    ventana.zoom.poner(100)


def test_al_volver_la_letra_a_su_tamano_vuelve_toda(ventana):
    for clave in ("tablero", "componente:1", "informe"):
        ventana.pestanas.ir_a(clave)
        for pasos in (6, 0):
            ventana.acercar(pasos)
            QApplication.processEvents()
            QApplication.processEvents()
        normal, pagina = QApplication.font().pointSizeF(), ventana.pestanas.ir_a(clave)
        cabezas = [cabeza for cabeza in pagina.findChildren(QHeaderView) if cabeza.isVisible()]
        assert all(cabeza.font().pointSizeF() == normal for cabeza in cabezas), clave
        tablas = [tabla for tabla in pagina.findChildren(QTableView) if tabla.isVisible()]
        assert all(tabla.verticalScrollBar().maximum() == 0 for tabla in tablas), clave


def test_con_la_tira_abierta_y_poco_alto_se_siguen_viendo_los_renglones(ventana, qtbot):
    ventana.setGeometry(libre("150"))
    pestana = en(ventana, "1.2/2")
    QApplication.processEvents()
    con_alto = pestana.a_lo_alto.sizes()
    ventana.mando.diario.anotar()
    QApplication.processEvents()
    QApplication.processEvents()
    bloque = renglones(pestana)

    def falta() -> int:
        """De alto, para que se lean los dos primeros."""
        arriba = bloque.tabla.mapTo(pestana.hoja.viewport(), QPoint()).y()
        primero = bloque.tabla.visualRect(bloque.modelo.index(0, 0))
        cabeza = bloque.tabla.horizontalHeader().height()
        return arriba + cabeza + 2 * primero.height() - pestana.hoja.viewport().height()

    def se_leen() -> None:
        assert falta() < 0, a_la_vista(ventana)

    qtbot.waitUntil(se_leen)
    tecla(Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert pestana.a_lo_alto.sizes() == con_alto


def test_la_guia_se_recorre_con_el_teclado(en_pantalla):
    ventana, hay = en_pantalla
    ayuda = Ayuda(ventana, ventana.sesion.expediente.ruta)
    ayuda.show()
    ayuda.activateWindow()
    ayuda.pestanas.setCurrentIndex(1)
    teclas = ayuda.pestanas.currentWidget()
    assert isinstance(teclas, QScrollArea)
    poner_en(teclas)
    barra = teclas.verticalScrollBar()
    assert ayuda.height() <= hay.height()
    assert barra.maximum() > 0
    tecla(Qt.Key.Key_PageDown)
    assert barra.value() > 0
    tecla(Qt.Key.Key_Escape)
    assert not isValid(ayuda), "Esc la cierra"


def en_orden_de_tab(ventana: QWidget) -> list[QWidget]:
    """Las piezas a las que llega Tab, desde la primera, en el orden en que llega."""
    for texto in ventana.findChildren(QPlainTextEdit):
        if texto.isVisible() and not texto.toPlainText():
            texto.setPlainText("algo")  # hay botones que esperan a que se escriba
    ventana.activateWindow()
    QApplication.processEvents()
    recorridas: list[QWidget] = []
    ventana.focusNextChild()
    while (pieza := ventana.focusWidget()) is not None and pieza not in recorridas:
        recorridas.append(pieza)
        ventana.focusNextChild()
    if not recorridas:
        return []
    rectas = [QRect(p.mapTo(ventana, QPoint()), p.size()) for p in recorridas]
    primer_renglon = min(recta.center().y() for recta in rectas)
    donde = min(
        (n for n, recta in enumerate(rectas) if recta.top() <= primer_renglon), key=lambda n: rectas[n].left()
    )
    return [*recorridas[donde:], *recorridas[:donde]]


def a_destiempo(ventana: QWidget) -> list[str]:
    """Los saltos de Tab que no van de arriba abajo ni, en un renglón, de izquierda a derecha."""
    return [salto for antes, luego in pairwise(en_orden_de_tab(ventana)) for salto in _mal_dado(antes, luego)]


def _mal_dado(antes: QWidget, luego: QWidget) -> list[str]:
    ventana = antes.window()
    una, otra = (QRect(p.mapTo(ventana, QPoint()), p.size()) for p in (antes, luego))
    al_lado = (
        min(una.bottom(), otra.bottom()) - max(una.top(), otra.top()) > min(una.height(), otra.height()) // 2
    )
    va_bien = otra.left() >= una.left() if al_lado else otra.top() >= una.top()
    otra_columna = not al_lado and otra.left() >= una.right()
    return [] if va_bien or otra_columna else [f"{nombre_de(antes)} → {nombre_de(luego)}"]


def nombre_de(pieza: QWidget) -> str:
    texto = pieza.text() if isinstance(pieza, QAbstractButton) else ""
    return f"{type(pieza).__name__} «{pieza.accessibleName() or texto}»"


def los_que_se_abren(clase: type[Dialogo]) -> set[type[Dialogo]]:
    """Los diálogos del programa de los que no sale otro."""
    hijas = [hija for hija in clase.__subclasses__() if hija.__module__.startswith("ut_escritorio")]
    return set().union(*map(los_que_se_abren, hijas)) if hijas else {clase}


def test_tab_va_como_se_lee_en_la_ventana_y_llega_a_todo(abrir, qtbot):
    """Zona por zona: letreros, pestañas, índice, captura, lo impreso, tira de anotar y barra de estado."""
    ventana, fallas = abrir(hoy=date(2024, 5, 14)), {}
    ventana.ejemplo.poner(es_ejemplo=True, hay_suyo=False)
    tablero = ventana.pestanas.ir_a("tablero")
    qtbot.waitUntil(lambda: tablero.agenda is not None and bool(tablero.agenda.lineas))
    qtbot.waitUntil(lambda: "copias" in vars(ventana))  # lo que llega ya pintada la ventana
    for nombre, _ in pantallas(ventana):
        QApplication.processEvents()
        piezas = en_orden_de_tab(ventana)
        sin_llegar = [nombre_de(pieza) for pieza in por_alcanzar(ventana) if pieza not in piezas]
        if malos := _saltos_entre_zonas(ventana, piezas) + sin_llegar:
            fallas[nombre] = malos
    assert fallas == {}


def _saltos_entre_zonas(ventana, piezas: list[QWidget]) -> list[str]:
    """Lo que Tab recorre hacia atrás de una zona a otra, o dentro de una."""
    zonas = zonas_de(ventana.mesa.medio, ventana.pestanas, ventana.statusBar())
    en_su_zona = [next(n for n, z in enumerate(zonas) if z is p or z.isAncestorOf(p)) for p in piezas]
    primera = en_su_zona.index(min(en_su_zona)) if en_su_zona[0] else 0
    recorrido = [*zip(en_su_zona, piezas, strict=True)]
    malos = []
    for (de, antes), (a, luego) in pairwise([*recorrido[primera:], *recorrido[:primera]]):
        # En la tira se guarda ya que se escribió, aunque el botón esté arriba.
        if a < de or (a == de and nombre_de(luego) != "QPushButton «Guardar y otro»"):
            malos += [nombre_de(luego)] if a < de else _mal_dado(antes, luego)
    return malos


def por_alcanzar(ventana: QWidget) -> list[QWidget]:
    """Lo que recibe el cursor con Tab; de unos botones redondos, solo el escogido."""
    return [
        pieza
        for pieza in ventana.findChildren(QWidget)
        if pieza.isVisible()
        and pieza.isEnabled()
        and pieza.window() is ventana
        and pieza.focusPolicy() & Qt.FocusPolicy.TabFocus
        and pieza.focusProxy() is None
        and not (isinstance(pieza, QRadioButton) and not pieza.isChecked())
    ]


def test_mayus_tab_vuelve_por_donde_se_vino(ventana):
    en(ventana, "1.2/2")
    QApplication.processEvents()
    poner_en(ventana.pestanas.tabBar())
    ida = [QApplication.focusWidget()]
    while len(ida) < 6:
        tecla(Qt.Key.Key_Tab)
        ida.append(QApplication.focusWidget())
    vuelta = [QApplication.focusWidget()]
    while len(vuelta) < 6:
        tecla(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        vuelta.append(QApplication.focusWidget())
    tecla(Qt.Key.Key_Tab)  # Qt cree oprimida la última Mayús hasta la tecla que sigue
    assert vuelta == ida[::-1]


def test_lo_escogido_que_no_cabe_termina_en_puntos_y_se_lee_al_posarse(ventana, qtbot):
    dicho = "Diseño de carteles para el portal"
    largo = CampoDeLista("x", [("", dicho)])
    qtbot.addWidget(largo)
    largo.resize(120, largo.sizeHint().height())
    retrato = largo.grab().toImage()
    parecidos = [CampoDeLista("x", [("", dicho[:n].rstrip() + "…")]) for n in range(1, 30)]
    for lista in parecidos:
        qtbot.addWidget(lista)
        lista.resize(largo.size())
    assert any(lista.grab().toImage() == retrato for lista in parecidos)
    assert largo.toolTip() == sin_marcado(dicho)


def test_con_lugar_la_barra_dice_cada_cosa_y_sin_el_ninguna_se_esconde(ventana, qtbot):
    barra = ventana.mando.puestos.barra
    botones = [barra.widgetForAction(a) for a in barra.actions() if a.text()][2:]
    for pantalla, con_letrero in (("100", len(botones)), ("150", len(botones) - 2), ("100", len(botones))):
        ventana.setGeometry(libre(pantalla))
        QApplication.processEvents()
        QApplication.processEvents()
        dichos = [b for b in botones if b.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon]
        assert len(dichos) >= con_letrero
        qtbot.waitUntil(lambda: escondidos(ventana) == [])  # lo que llega ya pintada la ventana
