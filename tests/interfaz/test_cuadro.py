"""Anotar números en un cuadro, como en una hoja de cálculo."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.interfaz.manos import (
    bloque_de,
    con_control,
    copiar_al_portapapeles,
    cuadros,
    en,
    impreso,
    poner_en,
    revisada,
    se_ve,
    tecla,
    teclear,
)
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.interfaz.comunes.rejilla import recorrido

TERCERO = Trimestre(2024, 3)


def portal(ventana):
    pestana = en(ventana, "1.2/1")
    rejilla = cuadros(pestana)[0]
    poner_en(rejilla)
    return pestana, rejilla


def test_un_numero_tecleado_cambia_el_total_y_la_frase_y_sigue_ahi_al_reabrir(abrir):
    ventana = abrir()
    ventana.pestanas.tabBar().setFocus()
    con_control(Qt.Key.Key_2)
    pestana = ventana.pestanas.actual().contenido
    poner_en(pestana.arbol)
    for _ in range(20):
        if pestana.lugar() == "1.2/1":
            break
        tecla(Qt.Key.Key_Down)
    tecla(Qt.Key.Key_Tab)
    for _ in range(10):
        if cuadros(pestana)[0].hasFocus():
            break
        tecla(Qt.Key.Key_Tab)
    teclear("80")
    tecla(Qt.Key.Key_Return)

    assert se_ve(cuadros(pestana)[0]).splitlines()[-1] == "80 | 70 | 64 | 214"
    assert "dando un total de 214 revisiones" in impreso(pestana)[0]
    assert ventana.estado.guardado.text() == "Guardado 16:59"
    ventana.close()

    otra = abrir()
    pestana, rejilla = portal(otra)
    assert se_ve(rejilla).splitlines()[-1] == "80 | 70 | 64 | 214"


def test_enter_baja_y_al_acabar_la_columna_sigue_en_la_de_al_lado(ventana):
    rejilla = cuadros(en(ventana, "2.2"))[2]
    poner_en(rejilla)
    recorridas = []
    for _ in range(4):
        recorridas.append(rejilla.celda_actual().nombre.split(", ", 1)[1])
        tecla(Qt.Key.Key_Return)
    assert recorridas == ["abril, hombres", "mayo, hombres", "junio, hombres", "abril, mujeres"]
    for _ in range(2):
        tecla(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert rejilla.celda_actual().nombre.endswith("junio, hombres")


def test_tab_va_a_la_derecha_y_sale_del_cuadro_al_acabarse(ventana):
    _, rejilla = portal(ventana)
    tecla(Qt.Key.Key_Tab)
    assert "mayo" in rejilla.celda_actual().nombre
    tecla(Qt.Key.Key_Tab)
    tecla(Qt.Key.Key_Tab)
    assert not rejilla.hasFocus()


def test_esc_deja_el_numero_como_estaba_y_f2_lo_corrige(ventana):
    _, rejilla = portal(ventana)
    teclear("9")
    tecla(Qt.Key.Key_Escape)
    assert se_ve(rejilla).splitlines()[-1].startswith("77 |")
    tecla(Qt.Key.Key_F2)
    tecla(Qt.Key.Key_End)
    teclear("0")
    tecla(Qt.Key.Key_Return)
    assert se_ve(rejilla).splitlines()[-1].startswith("770 |")


def test_supr_vacia_la_celda_y_el_total_dice_que_mes_falta(ventana, qtbot):
    antes = revisada(ventana, qtbot).cuantas("1")
    pestana, rejilla = portal(ventana)
    tecla(Qt.Key.Key_Delete)
    assert se_ve(rejilla).splitlines()[-1] == " | 70 | 64 | 134 falta abril"
    assert any("______" in frase for frase in impreso(pestana))
    assert revisada(ventana, qtbot).cuantas("1") == antes + 1
    assert ventana.pestanas.tabText(1).endswith(f"({antes + 1})")


def test_lo_que_no_es_numero_no_se_guarda_y_se_dice_en_su_celda(ventana):
    _, rejilla = portal(ventana)
    teclear("doce")
    tecla(Qt.Key.Key_Return)
    assert se_ve(rejilla).splitlines()[-1] == "doce* | 70 | 64 | 211"
    bloque = bloque_de(rejilla)
    assert "«doce» no es un número entero" in bloque._reparo.text()
    celda = next(c for c in rejilla.modelo.tabla.celdas if c.editable)
    dicho = rejilla.modelo.indice_de(celda).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "doce" in dicho
    assert "no es un número entero" in dicho

    rejilla.ir_a(celda)
    teclear("78")
    tecla(Qt.Key.Key_Return)
    assert se_ve(rejilla).splitlines()[-1] == "78 | 70 | 64 | 212"
    assert bloque._reparo.isHidden()


def test_en_un_cuadro_que_no_cabe_a_lo_ancho_al_empezar_un_renglon_se_ve_de_que_mes_es(ventana):
    rejilla = cuadros(en(ventana, "2.2"))[2]
    poner_en(rejilla)
    rejilla.setFixedWidth(rejilla.columnWidth(0) + rejilla.columnWidth(1) + 10)
    celdas = recorrido.editables(rejilla.modelo.tabla)
    rejilla.ir_a(celdas[2])
    assert rejilla.horizontalScrollBar().value() > 0
    tecla(Qt.Key.Key_Tab)
    assert rejilla.celda_actual() == celdas[3]
    assert rejilla.horizontalScrollBar().value() == 0


def test_pegar_un_bloque_de_excel_lo_anota_entero(ventana):
    rejilla = cuadros(en(ventana, "2.2"))[2]
    poner_en(rejilla)
    copiar_al_portapapeles("1\t2\t3\r\n4\t5\t6\r\n7\t8\t9\r\n")
    con_control(Qt.Key.Key_V)
    assert [fila.split(" | ")[1:] for fila in se_ve(rejilla).splitlines()[-3:]] == [
        ["1", "2", "3"],
        ["4", "5", "6"],
        ["7", "8", "9"],
    ]


def test_pegar_con_una_celda_mala_no_cambia_nada_y_la_nombra(ventana):
    rejilla = cuadros(en(ventana, "2.2"))[2]
    poner_en(rejilla)
    antes = se_ve(rejilla)
    copiar_al_portapapeles("1\t2\t3\n4\tcinco\t6\n")
    con_control(Qt.Key.Key_V)
    assert se_ve(rejilla) == antes
    dicho = bloque_de(rejilla)._reparo.text()
    assert "mayo, mujeres" in dicho
    assert "«cinco»" in dicho


def test_copiar_da_los_numeros_sin_comillas(ventana):
    from PySide6.QtGui import QGuiApplication

    rejilla = cuadros(en(ventana, "2.2"))[2]
    poner_en(rejilla)
    rejilla.selectAll()
    con_control(Qt.Key.Key_C)
    assert QGuiApplication.clipboard().text() == "10\t6\t10\n6\t3\t4\n4\t20\t8"


def test_no_hubo_en_el_mes_vale_cero(abrir):
    ventana = abrir(TERCERO)
    pestana, rejilla = portal(ventana)
    meses = list(bloque_de(rejilla)._meses._casillas.values())
    assert [casilla.text() for casilla in meses] == [
        "No hubo en julio",
        "No hubo en agosto",
        "No hubo en septiembre",
    ]
    for casilla in meses:
        casilla.click()
    assert se_ve(rejilla).splitlines()[-1] == "0 | 0 | 0 | 0"
    meses[1].click()
    assert se_ve(rejilla).splitlines()[-1] == "0 |  | 0 | 0 falta agosto"


def test_lo_que_se_cuenta_y_nadie_anoto_tambien_se_dice_que_no_hubo(ventana):
    rejilla = cuadros(en(ventana, "2.3"))[0]
    mayo = bloque_de(rejilla)._meses._casillas[5]
    assert (mayo.text(), mayo.isChecked()) == ("Ya revisé mayo: lo vacío es 0", True)
    de_mayo = lambda: se_ve(rejilla).splitlines()[-2]  # noqa: E731
    assert de_mayo() == "MAYO | 0 | 0 | 0"
    mayo.click()
    assert de_mayo().replace(" falta mayo", "") == "MAYO |  | 0 | 0"
    mayo.click()
    assert de_mayo() == "MAYO | 0 | 0 | 0"


def test_irse_a_otra_ventana_a_media_celda_la_guarda(ventana, qtbot):
    from PySide6.QtWidgets import QWidget

    _, rejilla = portal(ventana)
    teclear("79")
    otra = QWidget()
    qtbot.addWidget(otra)
    otra.show()
    otra.activateWindow()
    qtbot.waitUntil(lambda: se_ve(rejilla).splitlines()[-1] == "79 | 70 | 64 | 213")


def test_cerrar_a_media_celda_la_guarda(abrir):
    ventana = abrir()
    portal(ventana)
    teclear("79")
    ventana.close()
    _, rejilla = portal(abrir())
    assert se_ve(rejilla).splitlines()[-1] == "79 | 70 | 64 | 213"


def test_ningun_paso_de_la_rejilla_cae_en_un_rotulo(ventana):
    for lugar in ("1.2", "2.1", "2.2", "2.3", "2.5"):
        for rejilla in cuadros(en(ventana, lugar)):
            tabla = rejilla.modelo.tabla
            for celda in recorrido.datos(tabla):
                for paso in ("abajo", "arriba", "derecha", "izquierda", "siguiente", "anterior"):
                    destino = recorrido.tras(tabla, celda, paso)
                    assert destino is None or destino.casilla is not None


def test_el_modelo_del_cuadro_cumple_con_qt(ventana, qtmodeltester):
    for rejilla in cuadros(en(ventana, "2.2")):
        qtmodeltester.check(rejilla.modelo, force_py=True)


def test_el_mensaje_rojo_se_va_al_volver_a_escribir_el_numero_de_antes_o_con_esc(ventana):
    _, rejilla = portal(ventana)
    reparo = bloque_de(rejilla)._reparo
    celda = rejilla.celda_actual()
    for corregir in (lambda: (teclear("77"), tecla(Qt.Key.Key_Return)), lambda: tecla(Qt.Key.Key_Escape)):
        teclear("99x")
        tecla(Qt.Key.Key_Return)
        assert se_ve(rejilla).splitlines()[-1] == "99x* | 70 | 64 | 211"
        assert "«99x»" in reparo.text()
        rejilla.ir_a(celda)
        corregir()
        assert se_ve(rejilla).splitlines()[-1] == "77 | 70 | 64 | 211"
        assert reparo.isHidden()
        rejilla.ir_a(celda)


def test_lo_que_no_se_puede_pegar_se_dice_y_no_cambia_nada(ventana):
    rejilla = cuadros(en(ventana, "2.2"))[2]
    poner_en(rejilla)
    antes = se_ve(rejilla)
    for copiado, dicho in (
        ("uno\rdos", "encabezados"),
        ("7" * 140_000, "no es un bloque de celdas"),
        ("Mes\tHombres\nabril\t3", "Lo copiado trae encabezados; copie solo los números"),
        ("Hombres\tMujeres\n1\t2", "Lo copiado trae encabezados; copie solo los números"),
    ):
        copiar_al_portapapeles(copiado)
        con_control(Qt.Key.Key_V)
        assert dicho in bloque_de(rejilla)._reparo.text()
        assert se_ve(rejilla) == antes, dicho


def test_pegar_con_saltos_de_los_de_antes(ventana):
    rejilla = cuadros(en(ventana, "2.2"))[2]
    poner_en(rejilla)
    copiar_al_portapapeles("1\t2\r3\t4\r")
    con_control(Qt.Key.Key_V)
    assert [fila.split(" | ")[1:3] for fila in se_ve(rejilla).splitlines()[-3:-1]] == [["1", "2"], ["3", "4"]]


def test_un_numero_pegado_llena_las_celdas_elegidas_y_ctrl_x_las_vacia(ventana):
    rejilla = cuadros(en(ventana, "2.2"))[2]
    poner_en(rejilla)
    rejilla.selectAll()
    copiar_al_portapapeles("5")
    con_control(Qt.Key.Key_V)
    assert [fila.split(" | ")[1:] for fila in se_ve(rejilla).splitlines()[-3:]] == [["5", "5", "5"]] * 3
    con_control(Qt.Key.Key_X)
    assert QGuiApplication.clipboard().text() == "5\t5\t5\n5\t5\t5\n5\t5\t5"
    assert [fila.split(" | ")[1:] for fila in se_ve(rejilla).splitlines()[-3:]] == [["", "", ""]] * 3


def test_al_pasar_a_otro_cuadro_no_queda_nada_elegido_en_el_de_antes(ventana):
    primero, segundo = cuadros(en(ventana, "2.2"))[:2]
    poner_en(primero)
    for _ in range(2):
        tecla(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert len(primero.selectedIndexes()) == 3
    ventana.mando.guardar()
    assert len(primero.selectedIndexes()) == 3, "guardar no mueve nada"
    celda = primero.celda_actual()
    segundo.setFocus(Qt.FocusReason.MouseFocusReason)
    assert primero.selectedIndexes() == []
    assert primero.celda_actual() == celda, "al volver, el cursor está donde se dejó"


def test_el_cuadro_que_no_cabe_se_recorre_el_solo_y_sus_filas_se_ven_todas(ventana, qtbot):
    (rejilla, *_) = cuadros(en(ventana, "2.2"))
    entera = rejilla.size()
    assert rejilla.horizontalScrollBar().maximum() == 0
    rejilla.resize(entera.width() // 2, entera.height())
    qtbot.waitUntil(lambda: rejilla.horizontalScrollBar().maximum() > 0)
    assert rejilla.verticalScrollBar().maximum() == 0
    assert rejilla.height() == entera.height() + rejilla.horizontalScrollBar().sizeHint().height()
    rejilla.resize(entera)
    assert rejilla.height() == entera.height()
    assert rejilla.maximumWidth() == entera.width(), "no crece más que sus columnas"
