"""Revisar un trimestre: las reglas, con el calendario de la oficina y sus logotipos."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from ut_escritorio import revision
from ut_escritorio.datos.imagenes.puerta import reparo_de_guardado
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.revision import Hallazgo
from ut_escritorio.servicios.oficina.calendario import calendario_de


def revisar(
    foto: FotoTrimestre, hoy: date, logotipos: Mapping[str, bytes] = MappingProxyType({})
) -> tuple[Hallazgo, ...]:
    """Lo que la revisión señala del trimestre, también lo que se dejó así (lleva su motivo).

    `logotipos`: los de sus hojas, para decir cuáles no se imprimen como se ven.
    """
    reparos = {sha256: reparo_de_guardado(imagen) for sha256, imagen in logotipos.items()}
    return revision.revisar(foto, calendario_de(foto), hoy, reparos)
