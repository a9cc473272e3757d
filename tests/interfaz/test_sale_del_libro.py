"""En la ventana, el cuadro que se cuenta del libro: se lee, se escribe encima y se sabe de dónde salió."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox

from tests.interfaz.manos import bloque_de, clic, con_control, cuadros, en, poner_en, tecla, teclear
from tests.oficios import contra_el_libro
from tests.oficios.contra_el_libro import ABRIL, MAYO, TRIMESTRE, anotar_turnos
from ut_escritorio.dominio.numeros.evaluacion import valor_de
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.interfaz.componente.procedencia import HojaDeProcedencia
from ut_escritorio.servicios.archivo import expediente
from ut_escritorio.servicios.entrega import firma


@pytest.fixture(scope="session")
def ejemplo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """En esta oficina los turnos se cuentan del libro, que en abril tiene tres."""
    ruta = tmp_path_factory.mktemp("del libro") / "ejemplo.sqlite"
    with contra_el_libro.crear(ruta, sale_de_el=True) as exp:
        anotar_turnos(exp, 3)
    return ruta


def el_bloque(ventana: Any) -> Any:
    bloques = map(bloque_de, cuadros(en(ventana, "2.2")))
    return next(bloque for bloque in bloques if bloque.contra_el_libro is not None)


def celda(bloque: Any, casilla: Casilla) -> str:
    tabla = bloque.rejilla.modelo.tabla
    return next(c.texto for c in tabla.celdas if c.casilla == casilla)


def vale(ventana: Any, casilla: Casilla) -> int | None:
    return valor_de(ventana.sesion.foto, casilla.cifra, casilla.mes).numero


def escribir(bloque: Any, casilla: Casilla, numero: str) -> None:
    bloque.rejilla.ir_a_casilla(casilla)
    poner_en(bloque.rejilla)
    teclear(numero)
    tecla(Qt.Key.Key_Return)


def test_se_lee_lo_que_el_libro_tiene_y_se_mueve_con_el(ventana):
    bloque = el_bloque(ventana)
    assert celda(bloque, ABRIL) == "3" and not bloque.contra_el_libro.isVisible()
    for oficio in contra_el_libro.turnos(2, desde=1100):
        ventana.sesion.hacer(contra_el_libro.anotar.agregar, oficio)
    assert celda(bloque, ABRIL) == "5"
    con_control(Qt.Key.Key_Z)
    assert celda(bloque, ABRIL) == "4"


def test_lo_escrito_encima_se_queda_se_dice_y_usar_lo_vuelve_a_contar(ventana):
    bloque = el_bloque(ventana)
    escribir(bloque, ABRIL, "49")
    assert celda(bloque, ABRIL) == "49"
    (renglon,) = [cada for cada in bloque.contra_el_libro.renglones if not cada.isHidden()]
    assert "el libro tiene 3 oficios en abril y el cuadro dice 49" in renglon.dicho.text()
    clic(renglon.botones.usar)
    assert celda(bloque, ABRIL) == "3" and ABRIL not in ventana.sesion.foto.conteos.valores
    con_control(Qt.Key.Key_Z)
    assert celda(bloque, ABRIL) == "49"
    bloque.rejilla.ir_a_casilla(ABRIL)
    poner_en(bloque.rejilla)
    tecla(Qt.Key.Key_Delete)
    assert celda(bloque, ABRIL) == "3", "al vaciarla se vuelve a contar"


def test_escribir_el_mismo_numero_no_lo_deja_escrito(ventana):
    bloque = el_bloque(ventana)
    escribir(bloque, ABRIL, "3")
    assert ABRIL not in ventana.sesion.foto.conteos.valores


def test_el_mes_sin_ninguno_ofrece_decir_que_no_hubo(ventana):
    bloque = el_bloque(ventana)
    assert vale(ventana, MAYO) is None
    casilla = next(c for c in bloque.findChildren(QCheckBox) if c.text() == "Ya revisé mayo: lo vacío es 0")
    casilla.click()
    assert vale(ventana, MAYO) == 0 and celda(bloque, MAYO) == "0"


def test_de_donde_salio_nombra_el_libro_y_lleva_a_cada_oficio(ventana):
    bloque = el_bloque(ventana)
    bloque.decir_de_donde(ABRIL)
    hoja = next(h for h in ventana.findChildren(HojaDeProcedencia) if h.isVisible())
    assert hoja.piezas.topLevelItemCount() == 3
    hoja.piezas.setCurrentItem(hoja.piezas.topLevelItem(1))
    assert hoja.piezas.currentItem().text(1).startswith("UT/1002/2024")
    clic(hoja.ir)
    pestana: Any = ventana.pestanas.actual().contenido
    assert [pestana.modelo.filas[fila].oficio.folio for fila in pestana.tabla.elegidas()] == ["UT/1002/2024"]
    poner_en(hoja)
    tecla(Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert not any(h.isVisible() for h in ventana.findChildren(HojaDeProcedencia))


def test_firmado_dice_lo_que_se_firmo_aunque_el_libro_siga(abrir, archivo: Path):
    with expediente.abrir(archivo, contra_el_libro.ahora) as exp:
        firma.firmar(exp, TRIMESTRE, date(2024, 7, 4))
        anotar_turnos(exp, 4, desde=1200)
    ventana = abrir()
    bloque = el_bloque(ventana)
    assert celda(bloque, ABRIL) == "3" and not bloque.contra_el_libro.isVisible()
    escribir(bloque, ABRIL, "9")
    assert celda(bloque, ABRIL) == "3"
