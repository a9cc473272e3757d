"""Las gráficas dentro de un informe; la que no tiene ni dos números se dice en una frase."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ut_escritorio.dominio.graficas.de_la_foto import del_informe
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.informe.documento import Grafica, Parrafo, Tramo


def graficas_del_informe(foto: FotoTrimestre, origen: Origen) -> Iterator[Grafica | Parrafo]:
    """Las del Tablero, por mes y por sexo, y la de las metas."""
    for grafica in del_informe(foto):
        if grafica.en_vez:
            yield Parrafo((Tramo(f"{grafica.titulo}: {_en_frase(grafica.en_vez)}"),), origen)
        else:
            yield replace(grafica, origen=origen)


def _en_frase(dicho: str) -> str:
    return dicho[:1].lower() + dicho[1:]
