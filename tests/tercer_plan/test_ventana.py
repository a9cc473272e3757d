"""En la ventana, lo repartido y lo promediado se lee y no se escribe; cambia con lo que se anota."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from tests.interfaz.manos import bloque_de, cuadros, en, poner_en, se_ve, tecla, teclear
from tests.tercer_plan.conftest import PRIMERO
from ut_escritorio.interfaz.componente.procedencia import HojaDeProcedencia
from ut_escritorio.interfaz.ventana.marco import Ventana


def test_se_captura_lo_que_se_escribe_y_lo_demas_se_calcula_y_dice_de_donde_salio(
    abrir: Callable[..., Ventana],
) -> None:
    ventana = abrir(PRIMERO)
    por_area, por_medio = cuadros(en(ventana, "1.2"))
    for rejilla in (por_area, por_medio):
        assert not any(celda.editable for celda in rejilla.modelo.tabla.celdas)
    (de_tiempo,) = cuadros(en(ventana, "1.3"))
    poner_en(de_tiempo)
    teclear("2")
    tecla(Qt.Key.Key_Return)
    assert se_ve(de_tiempo).splitlines()[-4:] == [
        "ENERO | 3 | 20 | 6.7 | 2 | 66.67 %",
        "FEBRERO | 1 | 10 | 10.0 | 0 | 0.00 %",
        "MARZO | 2 | 13 | 6.5 | 0 | 0.00 %",
        "TRIMESTRE | 6 | 43 | 7.2 | 2 | 33.33 %",
    ]
    (del_anio,) = cuadros(en(ventana, "1.4"))
    ultimo = "SOLICITUDES IMPUGNADAS | 33.33 % |  |  |  | 33.33 POR CIENTO"
    assert se_ve(del_anio).splitlines()[-1] == ultimo
    impugnadas = next(c.casilla for c in del_anio.modelo.tabla.celdas if c.texto == "33.33 POR CIENTO")
    assert impugnadas is not None
    bloque_de(del_anio).decir_de_donde(impugnadas)
    (hoja,) = [h for h in ventana.findChildren(HojaDeProcedencia) if h.isVisible()]
    filas = [hoja.piezas.topLevelItem(n) for n in range(hoja.piezas.topLevelItemCount())]
    assert [(fila.text(0), fila.text(1)) for fila in filas if fila] == [
        ("2", "De Recursos de revisión, lo que va del año"),
        ("6", "Entre Solicitudes, lo que va del año"),
    ]
    hoja.close()
