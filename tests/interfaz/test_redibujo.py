"""Lo que no cambió no se vuelve a dibujar: cada pieza se refresca solo con las cosas que lee."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.interfaz.manos import cuadros, en, impreso, poner_en, tecla, teclear
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.interfaz.componente.arbol import Arbol
from ut_escritorio.interfaz.componente.asi_se_imprime import AsiSeImprime
from ut_escritorio.interfaz.componente.bloque_cuadro import BloqueDeCuadro
from ut_escritorio.interfaz.componente.renglones.bloque import BloqueDeRenglones
from ut_escritorio.interfaz.componente.valor import ValorAlcanzado
from ut_escritorio.interfaz.informe.firmados import Firmados
from ut_escritorio.interfaz.informe.firmantes import Firmantes
from ut_escritorio.interfaz.informe.remision import DatosDeRemision
from ut_escritorio.interfaz.tablero.pestana import PestanaTablero
from ut_escritorio.servicios.archivo.historia import deshacer
from ut_escritorio.servicios.captura.numeros import fijar_alcanzado
from ut_escritorio.servicios.captura.renglones import nuevo_renglon
from ut_escritorio.servicios.entrega.remision import fijar_fecha_de_firma, numerar_paginas

_PIEZAS = {
    Arbol: "refrescar",
    AsiSeImprime: "poner",
    BloqueDeCuadro: "refrescar",
    BloqueDeRenglones: "refrescar",
    ValorAlcanzado: "refrescar",
    PestanaTablero: "refrescar",
    DatosDeRemision: "refrescar",
    Firmantes: "refrescar",
    Firmados: "refrescar",
}


@pytest.fixture
def dibujos(monkeypatch) -> Counter[str]:
    """Cuántas veces se ha vuelto a dibujar cada clase de pieza."""
    cuenta: Counter[str] = Counter()
    for pieza, metodo in _PIEZAS.items():
        monkeypatch.setattr(pieza, metodo, _contando(cuenta, pieza, getattr(pieza, metodo)))
    return cuenta


def _contando(cuenta, pieza, original):
    def contar(*datos):
        cuenta[pieza.__name__] += 1
        return original(*datos)

    return contar


def test_un_numero_no_vuelve_a_dibujar_los_renglones_ni_el_valor(ventana, dibujos):
    pestana = en(ventana, "2.2")
    rejilla = cuadros(pestana)[0]
    poner_en(rejilla)
    dibujos.clear()
    teclear("8")
    tecla(Qt.Key.Key_Tab)
    bloques = [bloque for bloque in pestana.hoja.bloques if isinstance(bloque, BloqueDeCuadro)]
    assert dibujos["BloqueDeCuadro"] == len(bloques)
    assert dibujos["Arbol"] == 1
    assert not dibujos["BloqueDeRenglones"] and not dibujos["ValorAlcanzado"]
    assert not dibujos["PestanaTablero"], "no se ve"


def test_el_valor_alcanzado_solo_se_dibuja_a_si_mismo_y_a_lo_impreso(ventana, dibujos):
    pestana = en(ventana, "2.2")
    antes = impreso(pestana)
    dibujos.clear()
    ventana.sesion.hacer(fijar_alcanzado, "2.2", None)
    assert impreso(pestana) != antes
    assert dibujos == {"ValorAlcanzado": 1, "AsiSeImprime": 1}


def test_un_renglon_de_otro_lugar_no_toca_lo_impreso_de_este(ventana, dibujos):
    pestana = en(ventana, "2.2")
    antes = impreso(pestana)
    dibujos.clear()
    ventana.sesion.hacer(nuevo_renglon, "1.2/2", asunto="de otro lado")
    assert impreso(pestana) == antes
    assert not dibujos["AsiSeImprime"], "sus frases son las mismas"


def test_lo_del_informe_no_vuelve_a_dibujar_ningun_componente(ventana, dibujos):
    en(ventana, "2.2")
    dibujos.clear()
    ventana.sesion.hacer(numerar_paginas, not ventana.sesion.foto.numera_paginas)
    assert not dibujos


def test_en_el_informe_la_fecha_no_vuelve_a_leer_los_firmados(ventana, dibujos):
    ventana.pestanas.ir_a("informe")
    QApplication.processEvents()
    dibujos.clear()
    ventana.sesion.hacer(fijar_fecha_de_firma, date(2024, 7, 3))
    assert dibujos["DatosDeRemision"] == dibujos["Firmantes"] == 1
    assert not dibujos["Firmados"]


def test_volver_a_una_pestana_la_dibuja_solo_si_cambio_lo_que_lee(ventana, dibujos):
    ventana.pestanas.ir_a("tablero")
    ventana.pestanas.ir_a("informe")
    ventana.sesion.hacer(numerar_paginas, not ventana.sesion.foto.numera_paginas)
    dibujos.clear()
    ventana.pestanas.ir_a("tablero")
    assert not dibujos, "no cuenta nada de eso"
    ventana.pestanas.ir_a("informe")
    ventana.sesion.hacer(nuevo_renglon, "1.2/2", asunto="uno más")
    dibujos.clear()
    ventana.pestanas.ir_a("tablero")
    assert dibujos == {"PestanaTablero": 1}
    ventana.pestanas.ir_a("informe")
    ventana.pestanas.ir_a("tablero")
    assert dibujos["PestanaTablero"] == 1, "ya estaba al día"


def test_deshacer_dibuja_lo_que_vuelve_y_nada_mas(ventana, dibujos):
    ventana.sesion.hacer(fijar_alcanzado, "2.2", None)
    ventana.vista.ir_a(Sitio("2.2"))
    QApplication.processEvents()
    dibujos.clear()
    ventana.sesion.volver(deshacer)
    assert dibujos == {"ValorAlcanzado": 1, "AsiSeImprime": 1}
