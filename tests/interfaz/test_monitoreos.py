"""Lo que se hace a diario, con F8 y con su calendario."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from tests.interfaz.manos import (
    bloque_de,
    clic,
    con_control,
    cuadros,
    en,
    impreso,
    linea,
    poner_en,
    se_ve,
    tecla,
    teclear,
    tiene_el_cursor,
)
from ut_escritorio.dominio.numeros.dias import CambioDeDia
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.monitoreos.dias import HojaDeDias
from ut_escritorio.servicios.captura import monitoreos
from ut_escritorio.servicios.captura import numeros as captura
from ut_escritorio.servicios.entrega import firma

MARTES = date(2024, 5, 14)
SEGUNDO = Trimestre(2024, 2)
DIARIAS = ("portal", "sisai", "monitoreo_correo", "paginas")


@pytest.fixture
def martes(abrir):
    """La ventana del ejemplo el martes 14 de mayo de 2024, con el cursor en las pestañas."""
    ventana = abrir(hoy=MARTES)
    poner_en(ventana.pestanas.tabBar())
    return ventana


def dias(ventana) -> dict[tuple[str, date], int]:
    return dict(ventana.sesion.foto.conteos.dias)


def vaciar(ventana, *meses: int) -> None:
    """Deja sin escribir esos meses de lo que se hace a diario."""
    for cifra in DIARIAS:
        for mes in meses:
            ventana.sesion.hacer(captura.capturar, Casilla(cifra, 2, mes), None)
    QApplication.processEvents()


@pytest.fixture
def hoy_en(qtbot):
    """La fila de hoy, que llega cuando el Tablero ya se pintó."""

    def fila(ventana) -> Any:
        tablero = ventana.pestanas.ir_a("tablero")
        qtbot.waitUntil(lambda: tablero.hoy is not None)
        return tablero.hoy

    return fila


def hoja_de(ventana) -> HojaDeDias:
    QApplication.processEvents()
    return next(hoja for hoja in ventana.findChildren(HojaDeDias) if hoja.isVisible())


def test_f8_dos_veces_marca_una_sola_vez(martes):
    tecla(Qt.Key.Key_F8)
    assert dias(martes) == {(cifra, MARTES): 3 for cifra in DIARIAS}
    assert martes.statusBar().currentMessage().startswith("Registrado martes 14 de mayo: 4 monitoreos.")
    tecla(Qt.Key.Key_F8)
    assert martes.statusBar().currentMessage() == "Ya están los de hoy, martes 14 de mayo."
    assert len(dias(martes)) == 4


def test_f8_cuenta_en_el_cuadro_y_en_la_frase_y_ctrl_z_lo_quita(martes):
    vaciar(martes, 5)
    pestana = en(martes, "1.2/1")
    poner_en(cuadros(pestana)[0])
    tecla(Qt.Key.Key_F8)
    assert se_ve(cuadros(pestana)[0]).splitlines()[-1] == "77 | 3 | 64 | 144"
    assert "144 revisiones" in impreso(pestana)[0]
    con_control(Qt.Key.Key_Z)
    assert dias(martes) == {}
    assert martes.statusBar().currentMessage() == "Se deshizo: registrar los de hoy."


def test_un_mes_escrito_entero_se_queda_y_se_dice(martes):
    tecla(Qt.Key.Key_F8)
    assert "Mayo ya está escrito entero" in martes.statusBar().currentMessage()
    assert se_ve(cuadros(en(martes, "1.2/1"))[0]).splitlines()[-1].startswith("77 | 70 |")


def test_f8_marca_en_el_trimestre_de_hoy_aunque_se_vea_otro(martes):
    tecla(Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert martes.sesion.trimestre == Trimestre(2024, 1)
    tecla(Qt.Key.Key_F8)
    assert martes.sesion.trimestre == Trimestre(2024, 1)
    assert len(dias(martes)) == 4


def test_el_primero_de_mayo_es_inhabil_y_no_se_marca(abrir):
    ventana = abrir(hoy=date(2024, 5, 1))
    poner_en(ventana.pestanas.tabBar())
    tecla(Qt.Key.Key_F8)
    assert "inhábil (Día del Trabajo): no se registró nada" in avisos.ultimo().texto
    assert dias(ventana) == {}
    avisos.ultimo().dialogo.close()


def test_f8_sin_el_ano_de_hoy_dice_por_donde_se_prepara(abrir):
    ventana = abrir(hoy=date(2026, 11, 27))
    poner_en(ventana.pestanas.tabBar())
    tecla(Qt.Key.Key_F8)
    assert avisos.ultimo().texto == (
        "Hoy es 27/11/2026 y este archivo no lleva 2026: no se registró nada. "
        "Prepare 2026 con «Oficina → Año nuevo…» o abra el archivo que lo lleva."
    )
    avisos.ultimo().dialogo.close()


def test_lo_firmado_no_se_marca(martes):
    firma.firmar(martes.sesion.expediente, martes.sesion.trimestre, date(2024, 7, 4))
    tecla(Qt.Key.Key_F8)
    assert "ya está firmado" in avisos.ultimo().texto
    assert dias(martes) == {}
    avisos.ultimo().dialogo.close()


def test_la_fila_de_hoy_ensena_lo_de_siempre_y_deja_escribir_otro(martes, hoy_en):
    fila = hoy_en(martes)
    campo = fila.campos["portal"]
    assert (campo.text(), campo.placeholderText(), campo.accessibleName()) == (
        "", "3", "Hoy, Revisiones del portal de Gobierno Abierto",
    )  # fmt: skip
    poner_en(campo)
    teclear("2")
    tecla(Qt.Key.Key_Return)
    clic(fila.registrar)
    assert dias(martes) == {("portal", MARTES): 2} | {(c, MARTES): 3 for c in DIARIAS[1:]}
    assert fila.campos["sisai"].text() == "3"
    assert fila._listo.text() == "Ya están los de hoy ✔"
    assert not fila.registrar.isVisible()


def test_desde_el_tablero_se_ven_los_dias(martes, hoy_en):
    clic(hoy_en(martes).ver_dias)
    hoja = hoja_de(martes)
    assert hoja.cual.count() == len(DIARIAS)
    assert not hoja.aceptar.isVisible()


def test_un_numero_mal_escrito_en_hoy_se_queda_a_la_vista(martes, hoy_en):
    campo = hoy_en(martes).campos["portal"]
    poner_en(campo)
    teclear("tres")
    tecla(Qt.Key.Key_Return)
    assert campo.text() == "tres"
    assert "no es un número entero" in martes.estado.guardado.toolTip()
    tecla(Qt.Key.Key_Escape)
    assert campo.text() == ""


def test_los_dias_sin_registrar_se_completan_de_una_vez_y_al_aceptar(martes):
    vaciar(martes, 5)
    for dia in (2, 3, 6, 7, 10, 13):
        for cifra in DIARIAS:
            cambio = CambioDeDia(cifra, date(2024, 5, dia), 3)
            martes.sesion.hacer(monitoreos.marcar_dia, cambio, MARTES)
    faltan = linea(martes, f"días del {SEGUNDO}")
    assert faltan.linea.que == "Días sin registrar: 8 y 9"
    clic(faltan.boton)
    hoja = hoja_de(martes)
    assert hoja._dicho.text().startswith("Se propone marcar los días 8 y 9 en los 4 monitoreos: 24 en total.")
    assert len(dias(martes)) == 24, "nada se guarda hasta aceptar"
    tecla(Qt.Key.Key_Return)
    tecla(Qt.Key.Key_Space)
    assert len(dias(martes)) == 32
    assert linea(martes, f"días del {SEGUNDO}") is None
    con_control(Qt.Key.Key_Z)
    assert len(dias(martes)) == 24


def test_tres_por_dia_habil_en_abril_son_66_y_se_puede_descartar(martes):
    vaciar(martes, 4)
    bloque = bloque_de(cuadros(en(martes, "1.2/1"))[0])
    clic(bloque.ver_dias)
    hoja = hoja_de(martes)
    assert hoja.cual.currentText() == "Revisiones del portal de Gobierno Abierto"
    clic(hoja.meses[4].proponer)
    assert "66 en total" in hoja._dicho.text()
    clic(hoja.descartar)
    assert dias(martes) == {}
    clic(hoja.meses[4].proponer)
    clic(hoja.aceptar)
    assert sum(dias(martes).values()) == 66
    assert hoja.meses[4]._titulo.text() == "Abril: 66"
    assert not hoja.meses[4].proponer.isEnabled()


def test_en_el_calendario_se_escribe_un_dia_y_los_inhabiles_van_en_gris(martes):
    vaciar(martes, 5)
    martes.sesion.pide_dias.emit("portal", False)
    hoja = hoja_de(martes)
    mes = hoja.meses[5].mes
    assert tiene_el_cursor(mes)
    teclear("2")
    tecla(Qt.Key.Key_Return)
    assert dias(martes) == {("portal", MARTES): 2}
    assert mes.modelo.dia(mes.currentIndex()).fecha == date(2024, 5, 15), "Enter pasa al día que sigue"
    tecla(Qt.Key.Key_Left)
    tecla(Qt.Key.Key_Delete)
    assert dias(martes) == {}
    primero = next(d for semana in mes.modelo.semanas for d in semana if d)
    assert primero.dice == "miércoles 1 de mayo: vacío. Inhábil: Día del Trabajo"
    teclear("x")
    tecla(Qt.Key.Key_Return)
    assert "no es un número entero" in hoja._reparo.text()


def test_en_los_huecos_del_calendario_no_se_escribe_nada(martes):
    martes.sesion.pide_dias.emit("portal", False)
    modelo = hoja_de(martes).meses[5].mes.modelo
    huecos = [
        modelo.index(fila, columna)
        for fila in range(modelo.rowCount())
        for columna in range(modelo.columnCount())
        if modelo.dia(modelo.index(fila, columna)) is None
    ]
    antes = dias(martes)
    assert huecos
    assert not any(modelo.setData(hueco, "3") for hueco in huecos)
    assert dias(martes) == antes


def test_un_dia_desmedido_se_rechaza_y_dice_el_tope(martes):
    martes.sesion.pide_dias.emit("portal", False)
    hoja = hoja_de(martes)
    teclear("99999999")
    tecla(Qt.Key.Key_Return)
    assert dias(martes) == {}
    assert hoja._reparo.text() == "«99999999» es demasiado grande; el tope es 1,000,000."


def test_un_dia_que_aun_no_llega_se_rechaza_y_un_sabado_se_avisa(martes):
    martes.sesion.pide_dias.emit("portal", False)
    hoja = hoja_de(martes)
    mes = hoja.meses[5].mes
    mes.ir_a(date(2024, 5, 15))
    teclear("3")
    tecla(Qt.Key.Key_Return)
    assert dias(martes) == {}
    assert hoja._reparo.text() == "Todavía no llega el 15/05/2024."
    for dia, dicho in (
        (date(2024, 5, 11), "El sábado 11 de mayo es inhábil."),
        (date(2024, 5, 1), "El miércoles 1 de mayo es inhábil (Día del Trabajo)."),
    ):
        mes.ir_a(dia)
        teclear("2")
        tecla(Qt.Key.Key_Return)
        assert dias(martes)["portal", dia] == 2
        assert hoja._reparo.text() == dicho


def test_un_mes_escrito_entero_se_puede_pasar_a_sus_dias(martes):
    tecla(Qt.Key.Key_F8)
    martes.sesion.pide_dias.emit("portal", False)
    de_mayo = hoja_de(martes).meses[5]
    assert de_mayo._entero.text() == "Está escrito entero: 70. Sus días suman 3."
    clic(de_mayo.por_dias)
    assert de_mayo._titulo.text() == "Mayo: 3"
    assert not de_mayo.por_dias.isVisible()


def test_proponer_en_un_mes_escrito_entero_dice_antes_de_aceptar_que_no_lo_cambia(martes):
    martes.sesion.pide_dias.emit("portal", False)
    hoja = hoja_de(martes)
    abril = hoja.meses[4]
    assert not abril.por_dias.isVisible()
    clic(abril.proponer)
    assert "66 en total" in hoja._dicho.text()
    assert (
        "Abril está escrito entero: 77; sus días no lo cambiarán salvo que elija «Contarlo por sus días»."
        in hoja._dicho.text()
    )
    clic(abril.por_dias)
    assert "escrito entero" not in hoja._dicho.text()
    clic(hoja.aceptar)
    assert abril._titulo.text() == "Abril: 66"


def test_lo_propuesto_en_un_mes_escrito_entero_se_descarta_sin_rastro(martes):
    martes.sesion.pide_dias.emit("portal", False)
    hoja = hoja_de(martes)
    clic(hoja.meses[4].proponer)
    assert hoja.meses[4].por_dias.isVisible()
    assert not hoja.meses[5].por_dias.isVisible()
    clic(hoja.descartar)
    assert not hoja.meses[4].por_dias.isVisible()
    assert hoja.meses[4]._titulo.text() == "Abril: 77"


def test_firmado_los_dias_se_ven_y_no_se_escriben(martes):
    tecla(Qt.Key.Key_F8)
    firma.firmar(martes.sesion.expediente, martes.sesion.trimestre, date(2024, 7, 4))
    martes.sesion.ir_a_trimestre(martes.sesion.trimestre)
    martes.sesion.pide_dias.emit("portal", True)
    hoja = hoja_de(martes)
    assert "ya se firmó" in hoja._reparo.text()
    assert not hoja.aceptar.isVisible()
    assert not any(m.proponer.isEnabled() or m.mes.modelo.se_escribe for m in hoja.meses.values())


def test_la_hoja_de_procedencia_dice_los_dias(martes):
    vaciar(martes, 5)
    tecla(Qt.Key.Key_F8)
    from ut_escritorio.interfaz.componente.procedencia import HojaDeProcedencia

    bloque = bloque_de(cuadros(en(martes, "1.2/1"))[0])
    bloque.decir_de_donde(Casilla("portal", 2, 5))
    hoja = next(h for h in martes.findChildren(HojaDeProcedencia) if h.isVisible())
    assert hoja.piezas.topLevelItem(0).text(1) == "martes 14 de mayo"
    hoja.close()


def test_viendo_otro_trimestre_hoy_es_el_suyo_por_su_nombre_y_ahi_se_escribe(abrir, hoy_en):
    lunes = date(2024, 7, 8)
    ventana = abrir(hoy=lunes)
    fila = hoy_en(ventana)
    assert fila.titulo.text() == "HOY lunes 08/07/2024 (3º trimestre)"
    poner_en(fila.campos["portal"])
    teclear("2")
    tecla(Qt.Key.Key_Return)
    assert dias(ventana) == {("portal", lunes): 2}
    assert fila.campos["portal"].text() == "2"
    assert (ventana.sesion.trimestre, linea(ventana, "días del 3º trimestre 2024").linea.que) == (
        SEGUNDO,
        "3º trimestre: días sin registrar: 1, 2, 3, 4 y 5",
    )
    clic(fila.ver_dias)
    assert ventana.sesion.trimestre == Trimestre(2024, 3), "los días se ven en el suyo"
    assert hoja_de(ventana).meses.keys() >= {7}


def test_con_la_fila_de_hoy_ningun_atajo_se_repite(martes, hoy_en):
    vaciar(martes, 5)
    hoy_en(martes)
    assert linea(martes, f"días del {SEGUNDO}").boton.isVisible()
    vistos = [pieza for pieza in martes.findChildren(QAbstractButton) if pieza.isVisible()]
    textos = [*(accion.text() for accion in martes.menuBar().actions()), *(p.text() for p in vistos)]
    atajos = [m.group(1).lower() for texto in textos for m in re.finditer(r"&(\w)", texto)]
    assert len(atajos) == len(set(atajos)), sorted(atajos)
