"""El trimestre que se firmó y se abrió para corregir: cuándo se firmó lo que se está corrigiendo."""

from __future__ import annotations

from datetime import date

from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.servicios.archivo.expediente import Expediente


def corrigiendo(exp: Expediente, foto: FotoTrimestre) -> date | None:
    """El día en que se firmó lo que se está corrigiendo; None si está cerrado o nunca se ha firmado."""
    return None if foto.firmado else exp.legajo(foto.trimestre).ultima_fecha_firmada()
