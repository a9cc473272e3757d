"""Lo que hay que corregir y lo que conviene revisar, vivo en la ventana mientras se anota."""

from __future__ import annotations

import threading
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.interfaz.manos import (
    clic,
    con_control,
    contestar,
    cuadros,
    en,
    poner_en,
    renglones,
    revisada,
    se_ve,
    tecla,
    teclear,
    tiene_el_cursor,
)
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.interfaz.componente.procedencia import HojaDeProcedencia
from ut_escritorio.interfaz.comunes.rejilla.vista import Rejilla
from ut_escritorio.servicios.entrega import decisiones, revision

RECURSOS_DE_JUNIO = Casilla("recursos", 2, 6)


@pytest.fixture
def hallazgos(ventana, qtbot):
    """La lista del Informe, ya revisada."""
    revisada(ventana, qtbot)
    return ventana.pestanas.ir_a("informe").hallazgos


def grupos(hallazgos) -> dict[str, list[str]]:
    """Lo que dice la lista, por grupo."""
    raiz = hallazgos.lista.invisibleRootItem()
    cabezas = [raiz.child(i) for i in range(raiz.childCount())]
    return {
        cabeza.text(0).rsplit(" (", 1)[0]: [cabeza.child(i).text(0) for i in range(cabeza.childCount())]
        for cabeza in cabezas
    }


def elegir(hallazgos, comienzo: str):
    """Elige el renglón de la lista que empieza así."""
    renglon = next(r for r in hallazgos.lista.todos() if r.text(0).startswith(comienzo))
    hallazgos.lista.setCurrentItem(renglon)
    return renglon


def test_ir_al_lugar_deja_el_cursor_en_la_celda_que_no_cuadra(ventana, hallazgos):
    elegir(hallazgos, "Recursos de revisión recibidos, junio: 1 en total y 2 por género").setExpanded(True)
    elegir(hallazgos, "2.2: Recursos de revisión recibidos, junio")
    assert hallazgos.ir.text() == "Ir al lugar"
    hallazgos.ir.click()
    rejilla = QApplication.focusWidget()
    assert rejilla.celda_actual().casilla == RECURSOS_DE_JUNIO
    assert ventana.pestanas.actual().contenido.lugar() == "2.2"


def donde_esta(ventana) -> tuple[str, object]:
    """En qué lugar está el cursor y, si es un cuadro, en qué casilla."""
    QApplication.processEvents()
    contenido, pieza = ventana.pestanas.actual().contenido, QApplication.focusWidget()
    return contenido.lugar(), pieza.celda_actual().casilla if isinstance(pieza, Rejilla) else None


@pytest.mark.parametrize("gesto", ["botón", "Enter", "doble clic"])
def test_lo_que_esta_en_varios_lugares_lleva_a_uno_tras_otro(ventana, hallazgos, gesto):
    varios = elegir(hallazgos, "Recursos de revisión recibidos, junio")
    sitios = ventana.sesion.revision.senales.por_corregir[1].sitios
    assert len(sitios) == varios.childCount() > 2
    for turno, sitio in enumerate((*sitios, sitios[0])):
        ventana.pestanas.ir_a("informe")
        varios = hallazgos.lista.currentItem()
        assert hallazgos.ir.text() == f"Ir al {turno % len(sitios) + 1}º de {len(sitios)}"
        if gesto == "botón":
            hallazgos.ir.click()
        elif gesto == "Enter":
            poner_en(hallazgos.lista)
            tecla(Qt.Key.Key_Return)
        else:
            donde = hallazgos.lista.visualItemRect(varios).center()
            clic(hallazgos.lista.viewport(), donde)
            QTest.mouseDClick(hallazgos.lista.viewport(), Qt.MouseButton.LeftButton, pos=donde)
        assert donde_esta(ventana) == (sitio.lugar, sitio.casilla)
    assert not varios.isExpanded()


def test_al_dejarlo_asi_el_cursor_sigue_en_la_lista_y_en_lo_que_sigue(ventana, hallazgos, qtbot):
    informe = ventana.pestanas.actual().contenido
    fecha = informe.datos.fecha.text()
    elegir(hallazgos, "Recursos de revisión recibidos, junio")
    alto = hallazgos.lista.verticalScrollBar().value()
    poner_en(hallazgos.dejar)
    tecla(Qt.Key.Key_Space)
    teclear("Así lo reportó el órgano garante.")
    tecla(Qt.Key.Key_Tab)
    tecla(Qt.Key.Key_Return)
    ventana.activateWindow()
    assert len(revisada(ventana, qtbot).dejados) == 1
    assert tiene_el_cursor(hallazgos.lista)
    assert hallazgos.lista.currentItem().text(0).startswith("El oficio «UT/057/2024»")
    assert hallazgos.lista.verticalScrollBar().value() == alto
    teclear("5")
    assert informe.datos.fecha.text() == fecha


def test_la_celda_lo_dice_con_globo_y_en_voz_alta(ventana, hallazgos):
    ventana.vista.ir_a(Sitio("2.2", "cuadro:2.2#7", RECURSOS_DE_JUNIO))
    rejilla = QApplication.focusWidget()
    indice = rejilla.currentIndex()
    assert rejilla.modelo.senal_de(rejilla.celda_actual()).gravedad == "corregir"
    assert "1 en total y 2 por género" in indice.data(Qt.ItemDataRole.ToolTipRole)
    assert "Hay que corregir" in indice.data(Qt.ItemDataRole.AccessibleTextRole)


def test_ir_a_un_oficio_mal_escrito_deja_el_cursor_en_su_numero(ventana, hallazgos):
    elegir(hallazgos, "El oficio «UT/057/2024»")
    poner_en(hallazgos.lista)
    tecla(Qt.Key.Key_Return)
    numero = QApplication.focusWidget()
    assert numero.accessibleName() == "Número de oficio"
    assert "UT/057/2024" in numero.text()
    assert "lleva 3 dígitos" in numero.accessibleDescription()
    bloque = renglones(ventana.pestanas.actual().contenido)
    assert "lleva 3 dígitos" in bloque.modelo.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_cada_actividad_dice_su_estado(ventana, hallazgos):
    arbol = en(ventana, "2.2").arbol
    dicho = {clave: r.data(0, Qt.ItemDataRole.AccessibleTextRole) for clave, r in arbol._renglones.items()}
    assert "Hay que corregir: Recursos de revisión" in dicho["2.2"]
    assert "Hay que corregir" not in dicho["2.1"]


def test_corregir_lo_quita_de_la_lista_y_de_las_pestanas(ventana, hallazgos, qtbot):
    antes = revisada(ventana, qtbot).cuantas("2")
    ventana.vista.ir_a(Sitio("2.2", "cuadro:2.2#7", RECURSOS_DE_JUNIO))
    teclear("2")
    tecla(Qt.Key.Key_Return)
    ventana.sesion.hacer(decisiones.dejar_asi, "otra", "nada que ver")
    assert not any("junio: 1 en total" in h.mensaje for h in revisada(ventana, qtbot).hallazgos)
    assert revisada(ventana, qtbot).cuantas("2") <= antes
    ventana.mando.ir_a_revisar()
    assert not any("junio: 1 en total" in dicho for dicho in grupos(hallazgos)["Hay que corregir"])


def test_dejarlo_asi_pide_motivo_lo_quita_y_vuelve_si_cambian_sus_numeros(ventana, hallazgos, qtbot):
    antes = len(revisada(ventana, qtbot).por_corregir)
    elegir(hallazgos, "Recursos de revisión recibidos, junio")
    hallazgos.dejar.click()
    contestar("Así lo reportó el órgano garante.", "Dejarlo así")
    assert len(revisada(ventana, qtbot).por_corregir) == antes - 1
    (dejado,) = grupos(hallazgos)["Se dejó así"]
    assert dejado.endswith("Se dejó así: Así lo reportó el órgano garante.")
    assert ventana.estado.por_corregir.text().startswith(str(antes - 1))

    ventana.vista.ir_a(Sitio("2.2", "cuadro:2.2#7", RECURSOS_DE_JUNIO))
    teclear("3")
    tecla(Qt.Key.Key_Return)
    assert any("junio: 3 en total y 2" in h.mensaje for h in revisada(ventana, qtbot).por_corregir)
    con_control(Qt.Key.Key_Z)
    assert len(revisada(ventana, qtbot).dejados) == 1


def test_volver_a_revisarlo(ventana, hallazgos, qtbot):
    antes = grupos(hallazgos)["Hay que corregir"]
    elegir(hallazgos, "El oficio «UT/057/2024»")
    hallazgos.dejar.click()
    contestar("Es de otro año.", "Dejarlo así")
    revisada(ventana, qtbot)
    elegir(hallazgos, "El oficio «UT/057/2024»")
    assert hallazgos.dejar.isHidden()
    hallazgos.volver.click()
    revisada(ventana, qtbot)
    assert grupos(hallazgos)["Hay que corregir"] == antes


def test_la_revision_nunca_espera_al_tecleo_ni_el_tecleo_a_ella(ventana, qtbot, monkeypatch):
    revisada(ventana, qtbot)
    soltar, hilos = threading.Event(), []

    def lenta(foto, hoy, logotipos):
        hilos.append(threading.current_thread())
        soltar.wait(30)
        return ()

    monkeypatch.setattr(revision, "revisar", lenta)
    rejilla = cuadros(en(ventana, "2.2"))[0]
    poner_en(rejilla)
    teclear("1")
    tecla(Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: len(hilos) == 1)
    for numero in ("2", "3"):
        teclear(numero)
        tecla(Qt.Key.Key_Tab)
    assert se_ve(rejilla).splitlines()[-1].startswith("1 | 2 | 3 | 6")
    assert len(hilos) == 1
    assert hilos[0] is not threading.main_thread()
    assert not ventana.sesion.revision.al_dia
    soltar.set()
    revisada(ventana, qtbot)
    assert len(hilos) == 2


def test_lo_que_la_revision_diga_no_pisa_lo_que_se_esta_escribiendo(ventana, qtbot):
    rejilla = cuadros(en(ventana, "2.2"))[0]
    poner_en(rejilla)
    teclear("1")
    tecla(Qt.Key.Key_Tab)
    teclear("9")
    revisada(ventana, qtbot)
    teclear("8")
    tecla(Qt.Key.Key_Return)
    assert se_ve(rejilla).splitlines()[-1].startswith("1 | 98 |")


def test_de_donde_salio_un_numero_y_cada_cosa_lleva_a_su_celda(ventana, qtbot):
    ventana.vista.ir_a(Sitio("2.2", "cuadro:2.2#7", RECURSOS_DE_JUNIO))
    rejilla = QApplication.focusWidget()
    teclear("4")
    tecla(Qt.Key.Key_Return)
    rejilla.ir_a_casilla(Casilla("recursos", 2))
    punto = rejilla.visualRect(rejilla.currentIndex()).center()
    gesto = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, punto, rejilla.viewport().mapToGlobal(punto))
    QApplication.sendEvent(rejilla.viewport(), gesto)
    menu = QApplication.activePopupWidget()
    next(a for a in menu.actions() if "De dónde" in a.text().replace("&", "")).trigger()
    menu.close()

    (hoja,) = ventana.findChildren(HojaDeProcedencia)
    dichas = [hoja.piezas.topLevelItem(i) for i in range(hoja.piezas.topLevelItemCount())]
    assert [renglon.text(0) for renglon in dichas] == ["3", "1", "4"]
    assert dichas[2].text(1) == "Recursos de revisión recibidos, junio"
    cambio = hoja.antes.topLevelItem(0)
    assert cambio.text(1) == "Recursos de revisión recibidos, junio, de 1 a 4"
    assert (cambio.text(0), cambio.text(2)) == ("04/07/2024 16:59", "anotar un número")

    hoja.piezas.setCurrentItem(dichas[2])
    hoja.ir.click()
    assert rejilla.celda_actual().casilla == RECURSOS_DE_JUNIO
    hoja.close()


def test_la_tecla_menu_tambien_pregunta_de_donde_salio(ventana):
    ventana.vista.ir_a(Sitio("2.2", "cuadro:2.2#7", RECURSOS_DE_JUNIO))
    rejilla = QApplication.focusWidget()
    preguntas = []
    rejilla.pregunta.connect(preguntas.append)
    gesto = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(rejilla.viewport(), gesto)
    menu = QApplication.activePopupWidget()
    next(a for a in menu.actions() if "De dónde" in a.text().replace("&", "")).trigger()
    menu.close()
    assert preguntas == [RECURSOS_DE_JUNIO]


def test_lo_que_aun_no_toca_se_cuenta_pero_no_se_pinta_de_rojo(abrir, qtbot):
    ventana = abrir(Trimestre(2024, 3), hoy=date(2024, 8, 10))
    qtbot.waitUntil(lambda: ventana.sesion.revision.al_dia, timeout=20_000)
    senales = ventana.sesion.revision.senales
    assert any(h.codigo == "sin_capturar" for h in senales.por_corregir)
    marcadas = [senales.de_casilla(Casilla("portal", 3, mes)) is not None for mes in (7, 8, 9)]
    assert marcadas == [True, False, False]
    assert senales.de_dato("2.2", "alcanzado") is None
    assert senales.de_lugar("2.2") is not None
