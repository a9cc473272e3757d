"""Buscar con Ctrl+B: escribir, ver lo hallado y saltar ahí con Enter."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.interfaz.manos import con_control, en, poner_en, renglones, tecla, teclear, tiene_el_cursor
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.interfaz.hojas.hallado import renglon_de
from ut_escritorio.servicios.captura.renglones import nuevo_renglon


def abrir_con(ventana, cual: Qt.Key):
    ventana.activateWindow()
    QApplication.processEvents()
    poner_en(ventana.pestanas.tabBar())
    con_control(cual)
    hoja = ventana.mando.diario._buscar
    hoja.activateWindow()
    assert tiene_el_cursor(hoja.campo)
    return hoja


def hallado(hoja) -> list[str]:
    return [h.que.texto for h in hoja.lista.modelo.hallados]


def test_del_numero_al_renglon_en_dos_gestos(ventana):
    hoja = abrir_con(ventana, Qt.Key.Key_B)
    teclear("548")
    assert len(hallado(hoja)) == 1
    assert "Tesorería Municipal" in hallado(hoja)[0]
    assert hoja._cuantos.text() == "Un resultado."
    tecla(Qt.Key.Key_Return)
    assert not hoja.isVisible()
    pestana = ventana.pestanas.actual().contenido
    assert pestana.lugar() == "1.2/2"
    elegido = renglones(pestana).modelo.cosas[renglones(pestana).tabla.currentIndex().row()]
    assert elegido.citas[0].folio == "UT/0548/2024"


def test_ctrl_f_tambien_y_las_flechas_escogen(ventana):
    hoja = abrir_con(ventana, Qt.Key.Key_F)
    teclear("2024 sesion")
    assert len(hallado(hoja)) > 2
    tecla(Qt.Key.Key_Down)
    tecla(Qt.Key.Key_Down)
    assert hoja.lista.currentIndex().row() == 2
    assert QApplication.focusWidget() is hoja.campo
    tecla(Qt.Key.Key_Up)
    elegido = hoja.lista.hallado().que.sitio
    tecla(Qt.Key.Key_Return)
    assert ventana.pestanas.actual().contenido.lugar() == elegido.lugar


def test_salta_a_otro_trimestre(ventana):
    cuarto = Trimestre(2024, 4)
    nuevo_renglon(ventana.sesion.expediente, cuarto, "1.2/2", asunto="el ornitorrinco")
    hoja = abrir_con(ventana, Qt.Key.Key_B)
    teclear("ORNITO")
    tecla(Qt.Key.Key_Return)
    assert ventana.sesion.trimestre == cuarto
    assert ventana.pestanas.actual().contenido.lugar() == "1.2/2"
    assert "4º trimestre 2024" in hoja.lista.hallado().que.cuando


def test_un_cuadro_se_halla_por_su_titulo(ventana):
    abrir_con(ventana, Qt.Key.Key_B)
    teclear("denuncias 2.5")
    tecla(Qt.Key.Key_Return)
    assert ventana.pestanas.actual().contenido.lugar() == "2.5"


def test_quien_firma_lleva_al_informe(ventana):
    abrir_con(ventana, Qt.Key.Key_B)
    teclear("keyla matus")
    tecla(Qt.Key.Key_Return)
    assert ventana.pestanas.actual().clave == "informe"


def test_lo_que_no_esta_se_dice_y_enter_no_hace_nada(ventana):
    hoja = abrir_con(ventana, Qt.Key.Key_B)
    teclear('"x* OR')
    assert hallado(hoja) == []
    assert hoja._cuantos.text().startswith("No se halló nada.")
    tecla(Qt.Key.Key_Return)
    assert hoja.isVisible()
    tecla(Qt.Key.Key_Escape)
    assert not hoja.isVisible()


def test_al_volver_sigue_lo_buscado_y_ve_lo_anotado_entre_tanto(ventana):
    hoja = abrir_con(ventana, Qt.Key.Key_B)
    teclear("xilófono")
    tecla(Qt.Key.Key_Escape)
    en(ventana, "1.2/2")
    ventana.sesion.hacer(nuevo_renglon, "1.2/2", asunto="el xilofono nuevo")
    assert abrir_con(ventana, Qt.Key.Key_F) is hoja
    assert hoja.campo.selectedText() == "xilófono"
    assert len(hallado(hoja)) == 1


def test_lo_hallado_se_lee_en_voz_alta(ventana):
    hoja = abrir_con(ventana, Qt.Key.Key_B)
    teclear("548")
    dicho = hoja.lista.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert dicho.startswith("2º trimestre 2024 · 1.2 paso 2: oficio · UT/0548/2024")


def test_lo_hallado_que_no_cabe_acaba_en_puntos_y_entero_esta_en_su_ayuda(ventana):
    hoja = abrir_con(ventana, Qt.Key.Key_B)
    teclear("oficio")
    primero = hoja.lista.hallado()
    for ancho in (180, 260, 5000):
        renglon = renglon_de(primero, hoja.lista.font(), ancho)
        assert renglon.lineAt(0).naturalTextWidth() <= ancho
        assert renglon.text().endswith("…") == (ancho < 5000)
        assert primero.que.texto.startswith(renglon.text().rstrip("…"))
    assert primero.que.texto in hoja.lista.currentIndex().data(Qt.ItemDataRole.ToolTipRole)
