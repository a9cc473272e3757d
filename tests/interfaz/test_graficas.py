"""La gráfica de los meses: el año pasado en contorno, con teclado, dicha entera y copiada como imagen."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from tests.interfaz.manos import clic, poner_en, tecla
from tests.interfaz.test_comparar import con_otro_anio
from ut_escritorio.dominio.graficas.dibujar import dibujar
from ut_escritorio.dominio.graficas.grafica import de_meses
from ut_escritorio.dominio.numeros.avance import avances
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.interfaz.comunes.aspecto.paleta import CLAROS, poner_paleta
from ut_escritorio.interfaz.tablero.pintura import CAJA_DE_LA_IMAGEN, como_imagen, medidas
from ut_escritorio.interfaz.tablero.vistas import ANIO


def test_la_imagen_lleva_su_contorno_y_va_en_claro_aunque_la_ventana_este_en_oscuro(qapp) -> None:
    datos = de_meses("Visitas", ("Abr", "May", "Jun"), (5, 10, 0), (10, 5, None), 2030)
    clara = como_imagen(datos)
    poner_paleta(qapp, oscuro=True)
    try:
        assert como_imagen(datos) == clara
    finally:
        poner_paleta(qapp, oscuro=False)
    letra = qapp.font()
    letra.setPointSizeF(10)
    medida = medidas(letra)
    una, *_ = dibujar(datos, CAJA_DE_LA_IMAGEN.width(), CAJA_DE_LA_IMAGEN.height(), medida).sitios
    assert una is not None
    centro = clara.pixelColor(round(2 * (8 + una.x + una.ancho / 2)), round(2 * (44 + una.base - 10)))
    assert centro == QColor(CLAROS.acento)
    orilla = round(2 * (8 + una.x - medida.renglon / 4))
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


def test_por_sexo_y_las_metas_se_eligen_se_dicen_y_enter_lleva_a_su_actividad(ventana) -> None:
    tablero = ventana.pestanas.ir_a("tablero")
    tablero.ver(ANIO)
    pagina = tablero.otras[ANIO]
    claves = [fila.clave for fila in pagina.modelo.filas]
    pagina.tabla.setCurrentIndex(pagina.modelo.index(claves.index("solicitudes"), 1))
    clic(pagina.cual.botones["por sexo"])
    assert "Abr: 26 (10 hombres; 6 mujeres; 10 N/I)" in pagina.grafica.accessibleName()
    pagina.tabla.setCurrentIndex(pagina.modelo.index(claves.index("portal"), 1))
    assert not pagina.cual.botones["por sexo"].isEnabled()
    assert pagina.grafica.datos.clase == "meses", "de esa no se sabe el sexo"
    clic(pagina.cual.botones["metas"])
    foto = ventana.sesion.foto
    assert [barra.valor for barra in pagina.grafica.datos.barras] == [a.alcanzado for a in avances(foto)]
    poner_en(pagina.grafica)
    tecla(Qt.Key.Key_Down)
    assert pagina.grafica.accessibleDescription().startswith(avances(foto)[1].actividad.numero)
    tecla(Qt.Key.Key_Return)
    assert ventana.vista.donde()[1] == avances(foto)[1].actividad.clave


def test_la_grafica_de_hoy_lleva_en_contorno_lo_de_un_anio_antes(abrir, archivo: Path) -> None:
    con_otro_anio(archivo)
    ventana = abrir(Trimestre(2025, 2), date(2025, 5, 14))
    tablero = ventana.pestanas.ir_a("tablero")
    tablero.tabla.setCurrentCell(0, 0)
    assert "(en 2024, 26)" in tablero.grafica.accessibleName()
    assert tablero._de_que.text().endswith("En contorno, 2024")
