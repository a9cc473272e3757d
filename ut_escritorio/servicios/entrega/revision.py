"""Revisar un trimestre: las reglas, con el calendario de la oficina y sus logotipos."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from ut_escritorio import revision
from ut_escritorio.datos.imagenes.puerta import reparo_de_guardado
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.trimestre.fases import Fase, fase_de
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.revision import Hallazgo, LoQueFalta
from ut_escritorio.servicios.oficina.calendario import calendario_de


@congelado
class Revisado:
    """Un trimestre revisado con el día de hoy, como se enseña a quien captura.

    `hallazgos`, lo que ya toca o se dejó así; `todavia_no`, lo que espera; `para_entregar`, lo que le faltará
    a cada parte el día del informe.
    """

    fase: Fase
    hallazgos: tuple[Hallazgo, ...]
    todavia_no: tuple[Hallazgo, ...]
    para_entregar: tuple[LoQueFalta, ...]


def revisar(
    foto: FotoTrimestre, hoy: date, logotipos: Mapping[str, bytes] = MappingProxyType({})
) -> tuple[Hallazgo, ...]:
    """Lo que la revisión señala del trimestre, también lo que se dejó así (lleva su motivo).

    `logotipos`: los de sus hojas, para decir cuáles no se imprimen como se ven.
    """
    reparos = {sha256: reparo_de_guardado(imagen) for sha256, imagen in logotipos.items()}
    return revision.revisar(foto, calendario_de(foto), hoy, reparos)


def revisar_a_su_tiempo(
    foto: FotoTrimestre, hoy: date, logotipos: Mapping[str, bytes] = MappingProxyType({})
) -> Revisado:
    """Lo mismo, apartando lo que todavía no toca; el papel se revisa con su día y no aparta nada."""
    calendario = calendario_de(foto)
    fase = fase_de(foto, calendario, hoy)
    hallados, faltan = revisar(foto, hoy, logotipos), revision.para_entregar(foto, calendario)
    ya = tuple(h for h in hallados if h.motivo or revision.toca(h, fase))
    return Revisado(fase, ya, revision.todavia_no(faltan, hallados, fase), faltan)
