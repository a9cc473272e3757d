"""El año: cada celda dice lo que el informe, lo vacío no es cero, y Enter lleva a donde se escribe."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from tests.interfaz.manos import clic, poner_en, tecla
from tests.inventado import cifra, foto, plan
from ut_escritorio.dominio.numeros.tabla import dibujar
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.plan.cifras import Contada, Valor
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.interfaz.comunes.aspecto.paleta import CLAROS, OSCUROS
from ut_escritorio.interfaz.tablero.del_anio.filas import COLUMNAS, Fila, filas_del_anio
from ut_escritorio.interfaz.tablero.vistas import ANIO
from ut_escritorio.servicios.captura import numeros


def columna_de(trimestre: int, mes: int | None) -> int:
    return next(n for n, c in enumerate(COLUMNAS) if (c.trimestre, c.mes) == (trimestre, mes))


def test_cada_celda_dice_lo_que_dice_el_cuadro_del_informe(ventana):
    vistas = 0
    for numero in (1, 2, 3, 4):
        foto_de = ventana.sesion.expediente.foto(Trimestre(2024, numero))
        filas = {fila.clave: fila for fila in filas_del_anio(foto_de) if fila.clave}
        for cuadro in foto_de.plan.cuadros:
            for celda in dibujar(cuadro, foto_de).celdas:
                casilla = celda.casilla
                if casilla is None or casilla.sexo is not None or casilla.cifra not in filas:
                    continue
                assert celda.valor is not None
                suyo = filas[casilla.cifra].numero(columna_de(numero, casilla.mes))
                assert suyo == celda.valor.numero, casilla
                vistas += 1
    assert vistas > 200


@given(st.lists(st.one_of(st.none(), st.integers(0, 10**6)), min_size=17, max_size=17))
def test_mas_oscuro_lo_mayor_y_ni_lo_vacio_ni_el_cero_se_tiñen(dados):
    fila = Fila("una", "una", tuple(Valor(n) for n in dados))
    de_meses = [n for n, columna in enumerate(COLUMNAS) if columna.mes is not None]
    for n in range(17):
        assert 0 <= fila.tramo(n) <= 4
        assert (fila.tramo(n) > 0) == (n in de_meses and bool(dados[n]))
    for uno in de_meses:
        for otro in de_meses:
            if (dados[uno] or 0) <= (dados[otro] or 0):
                assert fila.tramo(uno) <= fila.tramo(otro)


@given(st.dictionaries(st.sampled_from([4, 5, 6]), st.integers(0, 50)))
def test_vacio_no_es_cero_y_el_anio_suma_lo_que_se_conoce(meses):
    una = foto(plan(cifra("visitas")), {("visitas", mes, None): n for mes, n in meses.items()})
    assert filas_del_anio(una) == (), "la que ningún cuadro muestra no está"
    valores = {mes: una.conteos.valores.get(Casilla("visitas", 2, mes)) for mes in (4, 5, 6)}
    assert {mes for mes, n in valores.items() if n is None} == {4, 5, 6} - meses.keys()


def test_en_la_ventana_se_recorre_enter_lleva_y_solo_se_pinta_lo_que_cambio(abrir):
    ventana = abrir(hoy=date(2024, 5, 14))
    tablero = ventana.pestanas.ir_a("tablero")
    clic(tablero.tira.botones[1])
    pagina = tablero.otras[ANIO]
    assert pagina.isVisible() and pagina.titulo.text() == "El año 2024"
    filas = pagina.modelo.filas
    cual = next(n for n, fila in enumerate(filas) if fila.clave == "portal")
    assert pagina.modelo.texto(cual, 1 + columna_de(2, 5)) == "70"
    assert pagina.modelo.texto(cual, 1 + columna_de(3, 7)) == "", "no es cero"
    repintadas = []
    pagina.modelo.dataChanged.connect(lambda a, b: repintadas.append((a.row(), b.row())))
    ventana.sesion.hacer(numeros.capturar, Casilla("portal", 2, 5), 1_000_000)
    assert repintadas == [(cual, cual)]
    assert pagina.modelo.texto(cual, 1 + columna_de(2, 5)) == "1,000,000"
    poner_en(pagina.tabla)
    pagina.tabla.setCurrentIndex(pagina.modelo.index(cual, 1 + columna_de(3, 7)))
    tecla(Qt.Key.Key_Return)
    assert (ventana.sesion.trimestre, ventana.vista.donde()[1]) == (Trimestre(2024, 3), "1.2/1")
    contada = next(
        fila for fila in filas
        if fila.clave and isinstance(ventana.sesion.foto.plan.cifra[fila.clave].fuente, Contada)
        and fila.numero(columna_de(2, None))
    )  # fmt: skip
    tablero = ventana.pestanas.ir_a("tablero")
    clic(tablero.tira.botones[1])
    en = tablero.otras[ANIO].modelo.filas.index(contada)
    tablero.otras[ANIO].tabla.setCurrentIndex(tablero.otras[ANIO].modelo.index(en, 1 + columna_de(2, None)))
    clic(tablero.otras[ANIO].ir)
    assert ventana.sesion.trimestre == Trimestre(2024, 2), "a los renglones que cuenta"
    assert ventana.pestanas.actual().clave.startswith("componente:")


def test_sobre_lo_mas_oscuro_se_sigue_leyendo():
    def luz(tono: str) -> float:
        partes = [int(tono[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        lineales = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in partes]
        return 0.2126 * lineales[0] + 0.7152 * lineales[1] + 0.0722 * lineales[2]

    for juego in (CLAROS, OSCUROS):
        mezcla = "#" + "".join(
            f"{round(int(juego.hoja[n : n + 2], 16) * 0.66 + int(juego.acento[n : n + 2], 16) * 0.34):02x}"
            for n in (1, 3, 5)
        )
        claro, oscuro = sorted((luz(juego.letra), luz(mezcla)), reverse=True)
        assert (claro + 0.05) / (oscuro + 0.05) >= 4.5
