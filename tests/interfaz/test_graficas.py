"""La gráfica de los meses: el año pasado en contorno, con teclado, dicha entera y copiada como imagen."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from tests.interfaz.manos import poner_en, tecla
from tests.interfaz.test_comparar import con_otro_anio
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.interfaz.comunes.aspecto.paleta import CLAROS, poner_paleta
from ut_escritorio.interfaz.tablero.barras import ABAJO, ARRIBA, Antes, Datos, barras
from ut_escritorio.interfaz.tablero.pintura import como_imagen
from ut_escritorio.interfaz.tablero.vistas import ANIO

TRES = ("Abr", "May", "Jun")
VALOR = st.one_of(st.none(), st.integers(0, 10**6))


@given(
    valores=st.tuples(VALOR, VALOR, VALOR),
    antes=st.one_of(st.none(), st.tuples(VALOR, VALOR, VALOR)),
    ancho=st.floats(60, 2000),
    alto=st.floats(60, 400),
)
def test_todo_cabe_y_lo_mas_alto_ahora_o_antes_llega_arriba(
    valores, antes, ancho: float, alto: float
) -> None:
    dibujadas = barras(Datos("Visitas", valores, TRES, antes and Antes(2030, antes)), ancho, alto)
    numeros = [n for n in (*valores, *(antes or ())) if n]
    for barra, valor in zip(dibujadas, valores, strict=True):
        assert barra.x >= 0
        assert barra.x + barra.ancho <= ancho + 1e-6
        assert barra.base == pytest.approx(alto - ABAJO)
        assert barra.arriba >= ARRIBA - 1e-6, "queda lugar para su número"
        assert (barra.alto > 0) == bool(valor)
    if numeros:
        assert min(barra.arriba for barra in dibujadas) == pytest.approx(ARRIBA)


@pytest.mark.parametrize(
    ("valores", "antes", "en_vez"),
    [
        ((None, None, None), None, "Todavía no hay números."),
        ((26, None, None), None, "Solo hay un número: Abr: 26."),
        ((None, None, None), (None, 0, None), "Solo hay un número: May: sin dato (en 2030, 0)."),
        ((26, None, None), (None, 7, None), ""),
        ((0, 0, None), None, ""),
    ],
)
def test_con_menos_de_dos_numeros_se_dice_y_no_se_dibuja(valores, antes, en_vez: str) -> None:
    datos = Datos("Visitas", valores, TRES, antes and Antes(2030, antes))
    assert datos.en_vez == en_vez


def test_la_imagen_lleva_su_contorno_y_va_en_claro_aunque_la_ventana_este_en_oscuro(qapp) -> None:
    datos = Datos("Visitas", (5, 10, 0), TRES, Antes(2030, (10, 5, None)))
    clara = como_imagen(datos)
    poner_paleta(qapp, oscuro=True)
    try:
        assert como_imagen(datos) == clara
    finally:
        poner_paleta(qapp, oscuro=False)
    una, *_ = barras(datos, 704, 272)
    centro = clara.pixelColor(round(2 * (8 + una.x + una.ancho / 2)), round(2 * (44 + una.base - 10)))
    assert centro == QColor(CLAROS.acento)
    orilla = round(2 * (8 + una.x - 4))
    por_la_mitad = round(2 * (44 + una.base - 3 * una.alto_de_antes / 4))
    tinta = min(clara.pixelColor(orilla + n, por_la_mitad).lightness() for n in range(-3, 4))
    assert tinta < 90, "más arriba que la barra se ve el contorno"


def test_en_el_anio_la_grafica_dice_los_dos_se_copia_y_enter_lleva_a_su_mes(abrir, archivo: Path):
    con_otro_anio(archivo)
    ventana = abrir(Trimestre(2025, 2), date(2025, 5, 14))
    tablero = ventana.pestanas.ir_a("tablero")
    tablero.ver(ANIO)
    pagina = tablero.otras[ANIO]
    (cual,) = (n for n, fila in enumerate(pagina.modelo.filas) if fila.clave == "portal")
    pagina.tabla.setCurrentIndex(pagina.modelo.index(cual, 1))
    assert pagina._de_que.text().endswith("En contorno, 2024 (pasó a ser otra: en 2024 era 1.2 Portal)")
    grafica = pagina.grafica
    fila = pagina.modelo.filas[cual]
    assert f"Abr: {fila.escrito(4)} (en 2024, 77)" in grafica.accessibleName()
    poner_en(grafica)
    tecla(Qt.Key.Key_Right)
    assert grafica.accessibleDescription() == f"Feb: {fila.escrito(1)} (en 2024, sin dato)"
    tecla(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copiada = QApplication.clipboard().image()
    assert copiada.convertToFormat(QImage.Format.Format_RGB32) == como_imagen(grafica.datos).convertToFormat(
        QImage.Format.Format_RGB32
    )
    assert ventana.statusBar().currentMessage().startswith("Copiado como imagen: la gráfica de Revisiones")
    tecla(Qt.Key.Key_Return)
    assert ventana.sesion.trimestre == Trimestre(2025, 1), "febrero es del primero"
    assert ventana.vista.donde()[1] == "1.29/1"
