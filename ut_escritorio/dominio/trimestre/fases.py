"""En qué va un trimestre, por el día y por lo que tiene: de ahí sale lo que hoy se pide y lo que no."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import Literal

from ut_escritorio.dominio.oficina.calendario import Calendario, habil_tras, habiles_del_mes
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre

Fase = Literal["empieza", "corre", "cierra", "firmado"]
_HABILES_DEL_CIERRE = 5
_DE_SOBRA = timedelta(
    days=92
)  # se cierra el último trimestre ya en otro año, y el año que sigue se prepara antes


def fase_de(foto: FotoTrimestre, calendario: Calendario, hoy: date) -> Fase:
    """Empieza mientras no haya sino unos días; cierra desde sus últimos cinco días hábiles o su firma."""
    if foto.firmado is not None:
        return "firmado"
    if foto.apenas_empieza:
        return "empieza"
    desde = primer_dia_del_cierre(foto.trimestre, calendario)
    return "cierra" if hoy >= min(desde, foto.fecha_de_firma or desde) else "corre"


def primer_dia_del_cierre(trimestre: Trimestre, calendario: Calendario) -> date:
    """El primero de sus últimos cinco días hábiles; si en su último mes hay menos, el primero de ese mes."""
    ultimo = trimestre.ultimo_dia
    habiles = habiles_del_mes(calendario, ultimo.year, ultimo.month)
    return habiles[-_HABILES_DEL_CIERRE] if len(habiles) >= _HABILES_DEL_CIERRE else ultimo.replace(day=1)


def dia_de_entrega(foto: FotoTrimestre, calendario: Calendario) -> date | None:
    """Hasta cuándo hay para entregar: lo que el plan da de plazo o, sin él, el día de la firma."""
    if plazo := foto.plan.programa.entrega:
        return habil_tras(calendario, foto.trimestre.ultimo_dia, plazo)
    return foto.fecha_de_firma


def reloj_dudoso(hoy: date, trimestres: Collection[Trimestre], guardado: date | None) -> bool:
    """Si ese día no puede ser hoy: ya se guardó algo mucho después, o el archivo no llega ni cerca de él."""
    if guardado is not None and hoy < guardado - _DE_SOBRA:
        return True
    if not trimestres:
        return False
    desde, hasta = min(trimestres).primer_dia, max(trimestres).ultimo_dia
    return not desde - _DE_SOBRA <= hoy <= hasta + _DE_SOBRA


def dia_de_fiar(hoy: date, trimestres: Collection[Trimestre], guardado: date | None) -> date | None:
    """Hoy o, si no puede ser ese día, aquel en que se guardó lo último: ese ya pasó; None si no se sabe."""
    return guardado if reloj_dudoso(hoy, trimestres, guardado) else hoy
