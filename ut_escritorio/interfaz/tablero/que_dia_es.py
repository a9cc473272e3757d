"""El día de hoy, como el Tablero lo toma."""

from __future__ import annotations

from datetime import date

from ut_escritorio.dominio.trimestre.fases import reloj_dudoso
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion


def que_dia_es(sesion: Sesion, foto: FotoTrimestre) -> tuple[date, bool]:
    """Hoy, y si no puede ser ese día; el ejemplo se enseña como el día en que se entregó."""
    hoy, guardado = sesion.reloj.hoy(), sesion.guardado
    dudoso = reloj_dudoso(hoy, sesion.trimestres, guardado.date() if guardado else None)
    return (foto.dia, False) if dudoso and sesion.expediente.es_ejemplo else (hoy, dudoso)
