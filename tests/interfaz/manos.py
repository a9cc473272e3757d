"""Lo que ella hace con el teclado y el ratón, y lo que ve, dicho en pocas palabras."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPlainTextEdit, QWidget

from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.interfaz.componente.bloque_cuadro import BloqueDeCuadro
from ut_escritorio.interfaz.componente.pestana import PestanaDeComponente
from ut_escritorio.interfaz.componente.renglones.bloque import BloqueDeRenglones
from ut_escritorio.interfaz.comunes.campos.campo_escrito import AlPie
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.comunes.rejilla.vista import Rejilla
from ut_escritorio.interfaz.comunes.sesion.senales import Senales
from ut_escritorio.interfaz.tablero.agenda.columna import ColumnaDeHoy
from ut_escritorio.interfaz.tablero.agenda.tarjeta import RenglonDeLinea
from ut_escritorio.interfaz.ventana.marco import Ventana


def tecla(cual: Qt.Key, modo: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Oprime una tecla donde esté el cursor."""
    QApplication.processEvents()
    QTest.keyClick(_donde_teclea(), cual, modo)
    QApplication.processEvents()


def _donde_teclea() -> QWidget:
    """La pieza que recibe las teclas: la lista desplegada, si la hay; si no, la del cursor."""
    donde = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert donde is not None, "no hay cursor en ninguna parte"
    return donde


def teclear(texto: str) -> None:
    """Escribe donde esté el cursor, letra por letra."""
    for letra in texto:
        QApplication.processEvents()
        donde = _donde_teclea()
        if letra.isascii():
            QTest.keyClicks(donde, letra)
        else:
            for tipo in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(donde, QKeyEvent(tipo, 0, Qt.KeyboardModifier.NoModifier, letra))
    QApplication.processEvents()


def con_control(cual: Qt.Key) -> None:
    tecla(cual, Qt.KeyboardModifier.ControlModifier)


def en(ventana: Ventana, lugar: str) -> PestanaDeComponente:
    """Va a un lugar del plan."""
    ventana.vista.ir_a(Sitio(lugar))
    pestana: Any = ventana.pestanas.actual().contenido
    QApplication.processEvents()
    return pestana


def cuadros(pestana: PestanaDeComponente) -> list[Rejilla]:
    return [bloque.rejilla for bloque in pestana.hoja.bloques if isinstance(bloque, BloqueDeCuadro)]


def bloque_de(rejilla: Rejilla) -> BloqueDeCuadro:
    padre = rejilla.parent()
    assert isinstance(padre, BloqueDeCuadro)
    return padre


def renglones(pestana: PestanaDeComponente) -> BloqueDeRenglones:
    return next(b for b in pestana.hoja.bloques if isinstance(b, BloqueDeRenglones))


def se_ve(rejilla: Rejilla) -> str:
    """El cuadro como texto: una raya entre celdas, un renglón por fila; «*» marca lo que está mal."""
    tabla = rejilla.modelo.tabla
    filas = []
    for fila in range(tabla.filas):
        celdas = [c for c in tabla.celdas if c.fila == fila]
        dichas = [
            str(rejilla.modelo.index(c.fila, c.columna).data()).replace("\n", " ")
            + ("*" if rejilla.modelo.error_de(c) else "")
            for c in sorted(celdas, key=lambda c: c.columna)
        ]
        filas.append(" | ".join(dichas))
    return "\n".join(filas)


def impreso(pestana: PestanaDeComponente) -> list[str]:
    """Las frases de «Así se imprime»."""
    modelo = pestana.impreso.modelo
    return [modelo.index(fila).data() for fila in range(modelo.rowCount())]


def poner_en(pieza: QWidget) -> None:
    """Pone el cursor en una pieza."""
    pieza.setFocus()
    QApplication.processEvents()
    assert tiene_el_cursor(pieza)


def tiene_el_cursor(pieza: QWidget) -> bool:
    """Si el cursor está en ella; a la ventana que se acaba de abrir, el sistema se lo da después."""
    QTest.qWaitForWindowActive(pieza.window())
    return QApplication.focusWidget() is pieza


def copiar_al_portapapeles(texto: str) -> None:
    QGuiApplication.clipboard().setText(texto)


def clic(pieza: QWidget | QWindow, donde: QPoint | None = None) -> None:
    QTest.mouseClick(pieza, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, donde or QPoint())
    QApplication.processEvents()


def asuntos(bloque: BloqueDeRenglones) -> list[str]:
    """Lo que dicen los renglones en la columna del asunto."""
    return [bloque.modelo.texto(fila, 4) for fila in range(len(bloque.modelo.cosas))]


def campo(bloque: BloqueDeRenglones, nombre: str) -> Any:
    """El campo del formulario que se llama así."""
    QApplication.processEvents()
    encontrados = [w for w in bloque.formulario.findChildren(QWidget) if w.accessibleName() == nombre]
    vivos = [w for w in encontrados if w.isVisibleTo(bloque)]
    assert vivos, f"no se ve ningún campo «{nombre}»"
    return vivos[0]


def oprimir_en_aviso(rotulo: str) -> None:
    """Oprime un botón del último aviso."""
    dialogo = avisos.ultimo().dialogo
    ventana = dialogo.parentWidget().window()
    botones = dialogo.findChildren(QAbstractButton)
    next(b for b in botones if b.text().replace("&", "") == rotulo).click()
    ventana.activateWindow()
    QApplication.processEvents()


def contestar(palabras: str, rotulo: str) -> None:
    """Escribe en el último aviso y oprime uno de sus botones."""
    avisos.ultimo().dialogo.findChild(QPlainTextEdit).setPlainText(palabras)
    oprimir_en_aviso(rotulo)


def revisada(ventana: Ventana, qtbot) -> Senales:
    """Espera a que la revisión haya visto lo último que se anotó."""
    qtbot.waitUntil(lambda: ventana.sesion.revision.al_dia, timeout=10_000)
    return ventana.sesion.revision.senales


def agenda(ventana: Ventana) -> ColumnaDeHoy:
    """Lo que hoy se pide en el Tablero, sin esperar a que llegue ya pintado."""
    tablero: Any = ventana.pestanas.ir_a("tablero")
    tablero._poner_lo_demas()
    QApplication.processEvents()
    return tablero.agenda


def linea(ventana: Ventana, clave: str) -> RenglonDeLinea | None:
    """La línea de lo que hoy se pide con esa clave; None si no se pide."""
    columna = agenda(ventana)
    renglones = columna.findChildren(RenglonDeLinea)
    return next((r for r in renglones if r.linea.clave == clave and r.linea in columna.lineas), None)


def pedir(ventana: Ventana, menu: str, opcion: str) -> None:
    """Pide una opción de un menú, como se leen."""
    de_menu = next(a.menu() for a in ventana.menuBar().actions() if a.text().replace("&", "") == menu)
    de_menu.aboutToShow.emit()  # lo abre
    next(a for a in de_menu.actions() if a.text().replace("&", "") == opcion).trigger()  # pyright: ignore[reportAttributeAccessIssue]
    QApplication.processEvents()


def rotulos(ventana: Ventana) -> list[str]:
    """Lo que dicen las pestañas."""
    return [ventana.pestanas.tabText(i) for i in range(ventana.pestanas.count())]


def al_pie(pieza: QWidget) -> str:
    """Lo que se lee debajo de un campo."""
    pies = [pie for pie in pieza.parent().findChildren(AlPie) if pie.isVisible()]
    debajo = [pie for pie in pies if 0 <= pie.y() - pieza.geometry().bottom() <= 4 and pie.x() == pieza.x()]
    return debajo[0].letrero.text() if debajo else ""
