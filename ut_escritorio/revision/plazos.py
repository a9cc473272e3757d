"""Cuándo es hora de que algo esté: lo que aún no toca no se reclama; el mes que corre solo se recuerda."""

from __future__ import annotations

from datetime import timedelta

from ut_escritorio.dominio.periodos import ya_termino
from ut_escritorio.revision.hallazgos import Gravedad
from ut_escritorio.revision.lectura import Lectura


def ya_toca(lectura: Lectura, mes: int | None = None) -> bool:
    """Si ese mes (None: el trimestre) ya debe estar: llegó su último día, o el de la firma del informe."""
    # Sin fecha de firma el informe lleva el último día del trimestre, y en él su mes ya falta.
    firma = lectura.foto.fecha_de_firma
    if firma is not None and firma <= lectura.hoy:
        return True
    return ya_termino(lectura.trimestre, mes, lectura.hoy + timedelta(days=1))


def ya_empezo(lectura: Lectura, mes: int) -> bool:
    """Si ese mes ya corre."""
    return (lectura.hoy.year, lectura.hoy.month) >= (lectura.trimestre.ejercicio, mes)


def gravedad_de(lectura: Lectura, mes: int | None = None) -> Gravedad:
    """Lo que ya debe estar hay que corregirlo; lo demás conviene verlo."""
    return "corregir" if ya_toca(lectura, mes) else "revisar"
