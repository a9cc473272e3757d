"""Llevar un asunto de paso en paso: cada renglón que se le anota queda ensartado con los suyos."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ut_escritorio.datos.esquema.campos import nuevo_uid
from ut_escritorio.datos.filas.legajo import Legajo
from ut_escritorio.datos.filas.renglones import guardar_renglon
from ut_escritorio.dominio.impreso.anotar import Borrador
from ut_escritorio.dominio.impreso.asuntos import Asunto
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.renglones import Renglon
from ut_escritorio.servicios.archivo.expediente import Cambios, Expediente
from ut_escritorio.servicios.captura.anotar import completo, seguir_de
from ut_escritorio.servicios.captura.renglones import agregar_al_final


def seguir_asunto(
    exp: Expediente,
    trimestre: Trimestre,
    asunto: Asunto,
    *borradores: Borrador,
    sigue_de_ahi: bool = False,
) -> tuple[Renglon, Cambios]:
    """Completa y anota renglones de un asunto, cada uno al final de su paso; devuelve el primero.

    Si el asunto era un renglón suelto, desde ahora va ensartado con ellos. `sigue_de_ahi`, como en `anotar`.
    Todo es una sola acción.
    """
    renglones = [completo(exp, trimestre, borrador) for borrador in borradores]
    hechos: list[Renglon] = []

    def agregar(legajo: Legajo) -> None:
        hechos.extend(ensartar(legajo, asunto, renglones))
        if sigue_de_ahi:
            seguir_de(legajo, renglones[0])

    cambios = exp.hacer(trimestre, "Anotar en un asunto", agregar)
    return hechos[0], cambios


def ensartar(legajo: Legajo, asunto: Asunto, renglones: Iterable[Renglon]) -> list[Renglon]:
    """Agrega renglones ensartados con los de un asunto, dentro de la acción de quien llama."""
    uid = asunto.uid or nuevo_uid()
    for suelto in asunto.renglones:
        if suelto.asunto_uid != uid:
            guardar_renglon(legajo, replace(suelto, asunto_uid=uid))
    return [agregar_al_final(legajo, replace(renglon, asunto_uid=uid)) for renglon in renglones]


def unir_asuntos(exp: Expediente, trimestre: Trimestre, asunto: Asunto, con: Asunto) -> Cambios:
    """Junta dos asuntos en uno: sus renglones quedan ensartados."""
    uid = con.uid or asunto.uid or nuevo_uid()

    def juntar(legajo: Legajo) -> None:
        for renglon in (*asunto.renglones, *con.renglones):
            if renglon.asunto_uid != uid:
                guardar_renglon(legajo, replace(renglon, asunto_uid=uid))

    return exp.hacer(trimestre, "Unir dos asuntos", juntar)


def separar_renglon(exp: Expediente, trimestre: Trimestre, renglon: Renglon) -> Cambios:
    """Saca un renglón de su asunto; queda suelto."""
    return exp.hacer(
        trimestre,
        "Separar un renglón",
        lambda legajo: guardar_renglon(legajo, replace(renglon, asunto_uid="")),
    )
