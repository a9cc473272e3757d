"""Un asunto se lleva de paso en paso con el teclado, y lo que se cuenta de cada paso lo sigue."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from tests.interfaz.manos import (
    clic,
    con_control,
    cuadros,
    en,
    impreso,
    poner_en,
    renglones,
    tecla,
    teclear,
)
from ut_escritorio.interfaz.anotar.tira import Tira
from ut_escritorio.interfaz.componente.asuntos.bloque import BloqueDeAsuntos
from ut_escritorio.interfaz.componente.asuntos.encabezado import VerAsuntos
from ut_escritorio.interfaz.componente.asuntos.pincel_de_fichas import PincelDeFichas
from ut_escritorio.interfaz.componente.renglones.bloque import BloqueDeRenglones
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.comunes.sesion.visto import FIRMADO
from ut_escritorio.servicios.entrega.firma import firmar

TAB, ENTER, ESC = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape
ANTES = {"2": "6 oficios y un correo", "3": "6 correos y 15 llamadas telefónicas", "4": "6 correos",
         "5": "9 actualizaciones"}  # fmt: skip
DESPUES = {"2": "7 oficios y un correo", "3": "7 correos y 15 llamadas telefónicas", "4": "7 correos",
           "5": "10 actualizaciones"}  # fmt: skip


def asuntos_en(pestana) -> BloqueDeAsuntos:
    return next(b for b in pestana.hoja.bloques if isinstance(b, BloqueDeAsuntos))


@pytest.fixture
def bloque(ventana) -> BloqueDeAsuntos:
    """La tabla de asuntos de una actividad, un día del trimestre."""
    ventana.sesion.reloj = replace(ventana.sesion.reloj, hoy=lambda: date(2024, 6, 14))
    bloque = asuntos_en(en(ventana, "1.2"))
    poner_en(bloque.tabla)
    return bloque


def cuentas(bloque: BloqueDeAsuntos) -> dict[str, str]:
    partes = bloque.cuentas.text().removeprefix("Se cuenta  ").split(" · ")
    return dict(parte.split(": ") for parte in partes)


def se_ve(bloque: BloqueDeAsuntos, fila: int | None = None) -> list[str]:
    """Un renglón de la tabla (si no se dice, el elegido); las fichas sin llenar, entre corchetes."""
    fila = bloque.tabla.currentIndex().row() if fila is None else fila
    indices = [bloque.modelo.index(fila, columna) for columna in range(bloque.modelo.columnCount())]
    fichas = [bloque.modelo.ficha_en(indice) for indice in indices]
    return [f"[{f.rotulo}]" if f else indice.data() for f, indice in zip(fichas, indices, strict=True)]


def empezar_el_de_tesoreria() -> None:
    tecla(Qt.Key.Key_Insert)
    teclear("645")
    tecla(TAB)
    tecla(TAB)
    teclear("tes")
    tecla(TAB)
    teclear("actualizar el módulo de Trámites")
    tecla(ENTER)


def a_la_derecha_y_enter() -> None:
    tecla(Qt.Key.Key_Right)
    tecla(ENTER)


def test_un_asunto_llenado_paso_a_paso_mueve_cada_cierre_de_a_uno_y_deshacer_los_devuelve(ventana, bloque):
    assert cuentas(bloque) == ANTES
    empezar_el_de_tesoreria()
    assert cuentas(bloque) == {**ANTES, "2": DESPUES["2"]}
    assert QApplication.focusWidget() is bloque.tabla, "la tira se cierra y se sigue en el asunto nuevo"
    tesoreria = ["Tesorería Municipal", "actualizar el módulo de Trámites", "UT/0645/2024"]
    assert se_ve(bloque) == [*tesoreria, "[Llegó…]", "[Analizado]", "[Se mandó…]"]
    a_la_derecha_y_enter()
    teclear("el módulo de Trámites")
    tecla(ENTER)
    assert cuentas(bloque) == {**DESPUES, "4": ANTES["4"], "5": ANTES["5"]}
    a_la_derecha_y_enter()
    assert cuentas(bloque) == {**DESPUES, "5": ANTES["5"]}, "«Analizado» no pregunta nada"
    a_la_derecha_y_enter()
    tecla(ENTER)
    assert cuentas(bloque) == DESPUES
    assert se_ve(bloque) == [*tesoreria, "correo 14/06/2024", "correo 14/06/2024", "1 actualización"]
    dichas = " ".join(impreso(en(ventana, "1.2")))
    assert "Siendo un total de 7 oficios y un correo de actualización." in dichas
    assert "por parte de la Tesorería Municipal, el módulo de Trámites, para actualizar el portal" in dichas
    assert "En total 10 actualizaciones." in dichas
    for paso in ("5", "4", "3"):
        con_control(Qt.Key.Key_Z)
        assert cuentas(bloque)[paso] == ANTES[paso]
    assert cuentas(bloque) == {**ANTES, "2": DESPUES["2"]}
    assert se_ve(bloque) == [*tesoreria, "[Llegó…]", "[Analizado]", "[Se mandó…]"]
    con_control(Qt.Key.Key_Z)
    assert cuentas(bloque) == ANTES


def test_de_paso_en_paso_va_la_cosa_y_las_frases_se_leen_sin_repetir_el_pedido(ventana, bloque):
    empezar_el_de_tesoreria()
    a_la_derecha_y_enter()
    assert ventana.findChild(Tira).hoja.asunto.text() == "el módulo de Trámites"
    tecla(ENTER)
    a_la_derecha_y_enter()
    a_la_derecha_y_enter()
    tecla(ENTER)
    dichas = " ".join(impreso(en(ventana, "1.2")))
    assert "por parte de la Tesorería Municipal, el módulo de Trámites, para actualizar el portal" in dichas
    assert "actualizar la información relativa al módulo de Trámites, ubicado en el portal" in dichas


def test_al_llegar_se_puede_dar_por_analizado_en_el_mismo_gesto_y_tres_deshacer_devuelven_los_cuatro(
    ventana, bloque
):
    empezar_el_de_tesoreria()
    a_la_derecha_y_enter()
    tira = ventana.findChild(Tira)
    assert tira.tambien.text() == "También: Analizado"
    tecla(TAB)
    assert QApplication.focusWidget() is tira.tambien
    tecla(Qt.Key.Key_Space)
    tecla(ENTER)
    assert cuentas(bloque) == {**DESPUES, "5": ANTES["5"]}
    tecla(Qt.Key.Key_Right)
    a_la_derecha_y_enter()
    tecla(ENTER)
    assert cuentas(bloque) == DESPUES
    for _ in range(3):
        con_control(Qt.Key.Key_Z)
    assert cuentas(bloque) == ANTES


def test_los_cierres_y_frases_de_un_renglon_suelto_siguen_igual_al_ensartarlo(ventana, bloque):
    fila = next(i for i in range(bloque.modelo.rowCount()) if se_ve(bloque, i)[2] == "UT/0548/2024")
    bloque.tabla.setCurrentIndex(bloque.modelo.index(fila, 3))
    tecla(ENTER)
    tira = ventana.findChild(Tira)
    assert tira.hoja.unidad.text() == "Tesorería Municipal"
    assert tira.hoja.lugar.currentData() == "1.2/3"
    assert not tira.hoja.lugar.isEnabled()
    tecla(ENTER)
    suyos = [r for r in ventana.sesion.foto.renglones if r.asunto_uid and "Horarios" in r.asunto]
    assert [r.lugar for r in suyos] == ["1.2/2", "1.2/3"]
    assert len({r.asunto_uid for r in suyos}) == 1
    con_control(Qt.Key.Key_Z)
    assert not any(r.asunto_uid and "Horarios" in r.asunto for r in ventana.sesion.foto.renglones)


def test_la_tira_de_un_asunto_nuevo_dice_que_al_guardar_se_cierra(ventana, bloque):
    tecla(Qt.Key.Key_Insert)
    tira = ventana.findChild(Tira)
    assert tira.lectura.text() == "Enter lo guarda y cierra; Esc la cierra sin guardar."
    tecla(ESC)
    tecla(Qt.Key.Key_F9)
    assert "queda lista para otro" in tira.lectura.text()


def test_un_asunto_puede_empezar_en_cualquier_paso_y_quedar_a_medias(ventana, bloque):
    tecla(Qt.Key.Key_Insert)
    tira = ventana.findChild(Tira)
    tira.hoja.lugar.setCurrentIndex(tira.hoja.lugar.findData("1.2/3"))
    tira.hoja.lugar.cambio.emit("1.2/3")
    assert tira.hoja.medio.currentText() == "Correo"
    poner_en(tira.hoja.unidad)
    teclear("obras")
    tecla(TAB)
    teclear("el padrón de obras")
    tecla(ENTER)
    assert se_ve(bloque)[:4] == [
        "Secretaría de Obras Públicas y Desarrollo Urbano",
        "el padrón de obras",
        "[Se solicitó…]",
        "correo 14/06/2024",
    ]


def test_con_el_raton_basta_un_clic_y_la_casilla_se_vuelve_a_quitar(ventana, bloque):
    indice = bloque.modelo.index(3, 4)
    bloque.tabla.scrollTo(indice)
    clic(bloque.tabla.viewport(), bloque.tabla.visualRect(indice).center())
    assert cuentas(bloque)["4"] == "7 correos"
    indice = bloque.tabla.currentIndex()
    clic(bloque.tabla.viewport(), bloque.tabla.visualRect(indice).center())
    assert cuentas(bloque)["4"] == "6 correos"


def test_enter_en_un_paso_lleno_va_a_sus_datos_y_supr_lo_quita(ventana, bloque):
    bloque.tabla.setCurrentIndex(bloque.modelo.index(0, 3))
    tecla(ENTER)
    assert bloque.formulario.isAncestorOf(QApplication.focusWidget())
    assert bloque._de_que.text() == "3. Se recibió"
    poner_en(bloque.tabla)
    tecla(Qt.Key.Key_Delete)
    assert se_ve(bloque, 0)[3] == "[Llegó…]"
    assert cuentas(bloque)["3"].startswith("5 correos")


def test_por_asunto_o_por_paso_se_recuerda(ventana, abrir, bloque):
    pestana = en(ventana, "1.2")
    assert len([b for b in pestana.hoja.bloques if isinstance(b, BloqueDeRenglones)]) == 1
    clic(
        pestana.hoja.findChild(VerAsuntos).por_paso,
        pestana.hoja.findChild(VerAsuntos).por_paso.rect().center(),
    )
    QApplication.processEvents()
    assert len([b for b in pestana.hoja.bloques if isinstance(b, BloqueDeRenglones)]) == 5
    ventana.close()
    otra = en(abrir(), "1.2")
    assert otra.hoja.findChild(VerAsuntos).por_paso.isChecked()
    assert not any(isinstance(b, BloqueDeAsuntos) for b in otra.hoja.bloques)


def test_dos_renglones_sueltos_se_unen_y_se_separan_desde_su_menu(ventana, bloque):
    fila = next(i for i in range(bloque.modelo.rowCount()) if se_ve(bloque, i)[2] == "UT/0583/2024")
    cuantos = bloque.modelo.rowCount()
    uid = bloque.modelo.renglon_en(bloque.modelo.index(fila, 2)).uid
    bloque._menu(bloque.modelo.index(fila, 2), bloque.mapToGlobal(bloque.rect().center()))
    menu = next(m for m in bloque.findChildren(QMenu) if m.title().startswith("Es del"))
    primero = menu.actions()[0]
    assert primero.text().startswith("Secretaría de Obras Públicas"), "antes, los de la misma unidad"
    primero.trigger()
    assert bloque.modelo.rowCount() == cuantos - 1
    indice = bloque.modelo.indice_de(uid)
    assert len(bloque.modelo.asunto_de(indice).renglones) == 2
    bloque._menu(indice, bloque.mapToGlobal(bloque.rect().center()))
    separar = [a for m in bloque.findChildren(QMenu) for a in m.actions() if "Separar" in a.text()]
    separar[-1].trigger()
    assert bloque.modelo.rowCount() == cuantos


def test_con_algo_a_medio_anotar_antes_hay_que_terminarlo(ventana, bloque):
    tecla(Qt.Key.Key_F9)
    tira = ventana.findChild(Tira)
    poner_en(tira.hoja.asunto)
    teclear("algo")
    poner_en(bloque.tabla)
    tecla(Qt.Key.Key_Insert)
    assert tira.aviso.text() == "Antes termine o vacíe lo que estaba anotando."
    assert tira.hoja.asunto.text() == "algo"


def test_cerrar_con_esc_lo_de_un_asunto_no_lo_deja_para_otro(ventana, bloque):
    bloque.tabla.setCurrentIndex(bloque.modelo.index(3, 3))
    tecla(ENTER)
    tecla(ESC)
    tecla(Qt.Key.Key_F9)
    tira = ventana.findChild(Tira)
    assert tira.hoja.nada_escrito()
    assert tira.hoja.lugar.isEnabled()
    assert tira.tambien.isHidden()


def test_firmado_el_trimestre_las_fichas_no_se_llenan(ventana, qtbot, bloque):
    informe = ventana.pestanas.ir_a("informe")
    informe.firmar.firmar(date(2024, 7, 4))
    qtbot.waitUntil(lambda: ventana.sesion.foto.firmado is not None, timeout=30_000)
    qtbot.waitUntil(lambda: informe.firmar.tarea is None)
    bloque = asuntos_en(en(ventana, "1.2"))
    poner_en(bloque.tabla)
    bloque.tabla.setCurrentIndex(bloque.modelo.index(3, 3))
    for cual in (ENTER, Qt.Key.Key_Insert):
        assert que_dice(qtbot, cual) == FIRMADO
    bloque.tabla.setCurrentIndex(bloque.modelo.index(0, 3))
    assert que_dice(qtbot, Qt.Key.Key_Delete) == FIRMADO
    assert ventana.findChild(Tira) is None
    assert cuentas(bloque) == ANTES


def test_firmado_el_trimestre_ninguna_tecla_se_queda_muda(ventana, qtbot):
    trimestre = ventana.sesion.trimestre
    ventana.sesion.hacer(lambda exp, _: firmar(exp, trimestre, date(2024, 7, 4)))
    de_renglones = renglones(en(ventana, "2.3"))
    de_renglones.tabla.selectRow(0)
    poner_en(de_renglones.tabla)
    for cual in (ENTER, Qt.Key.Key_Insert, Qt.Key.Key_Delete):
        assert que_dice(qtbot, cual) == FIRMADO
    cuadro = cuadros(en(ventana, "3.1"))[0]
    dichos = []
    cuadro.rechazada.connect(dichos.append)
    poner_en(cuadro)
    tecla(Qt.Key.Key_F2)
    teclear("5")
    assert dichos == [FIRMADO, FIRMADO]


def que_dice(qtbot, cual: Qt.Key) -> str:
    """El aviso que sale al oprimir una tecla; vacío si no sale ninguno."""
    avisos.olvidar()
    tecla(cual)
    aviso = avisos.ultimo()
    if aviso is None:
        return ""
    ventana = aviso.dialogo.parentWidget().window()
    aviso.dialogo.close()
    ventana.activateWindow()
    # Mientras vuelve al frente nada tiene el cursor, y la tecla que sigue se perdería
    qtbot.waitUntil(lambda: ventana.isActiveWindow() and QApplication.focusWidget() is not None)
    return aviso.texto


def test_firmado_el_trimestre_cada_casilla_dice_lo_mismo_que_abierto(ventana, bloque, monkeypatch):
    pintadas: list[bool] = []
    monkeypatch.setattr(PincelDeFichas, "_casilla", lambda *_, marcada, encendida: pintadas.append(marcada))
    bloque.grab()
    abierto = tuple(pintadas)
    assert False in abierto
    ventana.sesion.hacer(firmar, date(2024, 7, 4))
    pintadas.clear()
    ventana.findChild(BloqueDeAsuntos).grab()
    assert tuple(pintadas) == abierto


def test_la_celda_en_que_esta_se_distingue_igual_si_es_de_un_dato_que_de_una_casilla(bloque):
    tabla = bloque.tabla
    poner_en(tabla)

    def fondo(columna: int, en: int) -> str:
        tabla.setCurrentIndex(bloque.modelo.index(1, en))
        abajo = tabla.visualRect(bloque.modelo.index(1, columna)).bottomLeft()
        return tabla.viewport().grab().toImage().pixelColor(abajo.x() + 3, abajo.y() - 3).name()

    assert fondo(3, en=3) == fondo(4, en=4) != fondo(4, en=0) == fondo(3, en=0)


def test_el_modelo_de_asuntos_cumple_con_qt(bloque, qtmodeltester):
    qtmodeltester.check(bloque.modelo, force_py=True)
