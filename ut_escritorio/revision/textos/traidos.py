"""Los textos traídos del trimestre anterior que ella aún no ha mirado."""

from __future__ import annotations

from collections.abc import Iterator

from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.palabras.sustantivos import Sustantivo
from ut_escritorio.dominio.plan.lugares import donde_estan
from ut_escritorio.revision.hallazgos import Hallazgo, hallazgo
from ut_escritorio.revision.lectura import Lectura
from ut_escritorio.revision.palabras import cuantos

_TEXTO = Sustantivo("texto traído", "textos traídos")


def sin_mirar(lectura: Lectura) -> Iterator[Hallazgo]:
    """Los que se imprimen y siguen por mirar."""
    dichos = [(e.lugar, e.relato.origen) for e in lectura.escritos]
    sitios = [Sitio(lugar, origen) for lugar, origen in dichos if origen in lectura.foto.por_mirar]
    if sitios:
        faltan = "falta mirarlo" if len(sitios) == 1 else "falta mirarlos"
        yield hallazgo(
            "sin_mirar",
            "revisar",
            f"{cuantos(len(sitios), _TEXTO)} del trimestre anterior: {faltan}"
            f"{donde_estan(lectura.plan, (sitio.lugar for sitio in sitios))}.",
            [(sitio, "Texto traído del trimestre anterior: falta mirarlo.") for sitio in sitios],
            [sitio.origen for sitio in sitios],
        )
