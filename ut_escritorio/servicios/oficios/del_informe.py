"""Los oficios que acompañan a un informe: los del libro que salieron o llegaron en su trimestre."""

from __future__ import annotations

from pathlib import Path

from ut_escritorio.dominio.oficios.libro import EnElLibro, mes_de
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.entrega.formatos import es_de
from ut_escritorio.servicios.oficios.libro import leer_libro


def oficios_para(exp: Expediente, trimestre: Trimestre, salida: Path) -> tuple[EnElLibro, ...]:
    """Los que van en ese archivo: los del trimestre en el de Excel, y en los demás ninguno."""
    if not es_de("Excel", salida):
        return ()
    filas = leer_libro(exp, trimestre.ejercicio).filas
    return tuple(fila for fila in filas if _es_de(fila, trimestre))


def _es_de(fila: EnElLibro, trimestre: Trimestre) -> bool:
    """Por su mes o, del que no se sabe, por el trimestre cuyo informe lo dice."""
    mes = mes_de(fila)
    if mes is None:
        return any(dicho.trimestre == trimestre for dicho in fila.dichos)
    return mes in trimestre.meses
