"""Lo marcado «no tocó» donde sí hay algo anotado: se calla en el informe sin que nadie lo haya pedido."""

from __future__ import annotations

from collections.abc import Iterator

from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.palabras.redaccion import cantidad_de_lista, con_inicial
from ut_escritorio.dominio.plan.arbol import Lugar
from ut_escritorio.dominio.plan.lugares import donde
from ut_escritorio.dominio.trimestre.renglones import ParrafoLibre, Renglon
from ut_escritorio.revision.hallazgos import Hallazgo, hallazgo
from ut_escritorio.revision.lectura import Lectura
from ut_escritorio.revision.palabras import RENGLON


def no_toco_con_renglones(lectura: Lectura) -> Iterator[Hallazgo]:
    """Los lugares marcados «no tocó» con renglones o párrafos anotados en ellos o en los que contienen."""
    if not lectura.foto.sin_actividad:
        return
    por_marcado: dict[str, list[Renglon | ParrafoLibre]] = {}
    for cosa in (*lectura.foto.renglones, *lectura.foto.parrafos):
        if marcado := _marcado(lectura, cosa.lugar):
            por_marcado.setdefault(marcado.clave, []).append(cosa)
    for clave, cosas in por_marcado.items():
        lugar = con_inicial(donde(lectura.plan, clave))
        yield hallazgo(
            "no_toco_con_renglones",
            "corregir",
            f"{lugar} dice «no tocó» y tiene {cantidad_de_lista(len(cosas), RENGLON)}: así no se "
            f"imprime{'' if len(cosas) == 1 else 'n'}. Quite la marca o lo anotado.",
            [Sitio(clave, Origen("lugar", clave))],
            clave,
            len(cosas),
        )


def _marcado(lectura: Lectura, clave: str) -> Lugar | None:
    """El lugar marcado «no tocó» que calla a este: él mismo o uno que lo contiene."""
    cadena = lectura.plan.cadena.get(clave, ())
    return next((lugar for lugar in cadena if lugar.clave in lectura.foto.sin_actividad), None)
