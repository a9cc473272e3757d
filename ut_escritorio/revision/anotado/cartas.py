"""Las cartas que van a salir sin el nombre de a quién van."""

from __future__ import annotations

from collections.abc import Iterator

from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.oficina.firmantes import ocupante
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.palabras.redaccion import unas
from ut_escritorio.revision.hallazgos import Hallazgo, hallazgo
from ut_escritorio.revision.lectura import Lectura


def areas_sin_titular(lectura: Lectura) -> Iterator[Hallazgo]:
    """Las áreas de que no se sabe quién es titular el día de su carta, que aún no se imprime."""
    catalogo, trimestre = lectura.foto.catalogo, lectura.trimestre
    sin_titular = [
        carta
        for carta in lectura.foto.por_imprimir
        if trimestre.primer_dia <= (dia := carta.fecha or lectura.hoy) <= trimestre.ultimo_dia
        and ocupante(catalogo, carta.area, dia) is None
    ]
    if sin_titular:
        areas = ((catalogo.unidad(carta.area), carta.folio or "sin número") for carta in sin_titular)
        dichas = [f"{area.nombre} ({folio})" for area, folio in areas if area]
        yield hallazgo(
            "area_sin_titular",
            "revisar",
            f"No se sabe quién es titular, y la carta saldrá sin su nombre: {unas(dichas)}.",
            [Sitio(origen=Origen("libro", carta.oficio), campo="carta.partes") for carta in sin_titular],
            [(carta.oficio, carta.area) for carta in sin_titular],
        )
