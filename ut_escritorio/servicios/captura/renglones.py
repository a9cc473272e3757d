"""Anotar lo que se hizo: renglones y párrafos libres."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ut_escritorio.datos.esquema.campos import nuevo_uid
from ut_escritorio.datos.filas import renglones as renglones
from ut_escritorio.datos.filas.captura import poner_por_mirar
from ut_escritorio.datos.filas.legajo import Legajo
from ut_escritorio.dominio.impreso.anotar import comienzo_de
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.conteos import revisar_conteo
from ut_escritorio.dominio.trimestre.renglones import ParrafoLibre, Renglon
from ut_escritorio.errores import ValorInvalido
from ut_escritorio.servicios.archivo.expediente import Cambios, Expediente


def nuevo_renglon(
    exp: Expediente, trimestre: Trimestre, lugar: str, **inicial: Any
) -> tuple[Renglon, Cambios]:
    """Agrega un renglón al final de un lugar, con los datos que se den; lo devuelve ya guardado."""
    hechos: list[Renglon] = []

    def agregar(legajo: Legajo) -> None:
        hechos.append(agregar_al_final(legajo, Renglon(uid=nuevo_uid(), lugar=lugar, orden=0, **inicial)))

    cambios = exp.hacer(trimestre, "Agregar un renglón", agregar)
    return hechos[0], cambios


def empezar_renglon(exp: Expediente, trimestre: Trimestre, lugar: str) -> tuple[Renglon, Cambios]:
    """Agrega un renglón por llenar, con el medio con que ahí se empieza; lo devuelve ya guardado."""
    como = comienzo_de(exp.foto(trimestre), lugar)
    return nuevo_renglon(exp, trimestre, lugar, medio=como.medio, sentido=como.sentido, forma=como.forma)


def agregar_al_final(legajo: Legajo, renglon: Renglon) -> Renglon:
    """Guarda un renglón nuevo después de todo lo de su lugar, dentro de la acción de quien llama."""
    nuevo = replace(renglon, orden=_al_final(legajo, renglon.lugar))
    _guardar(legajo, nuevo)
    return nuevo


def guardar_renglon(exp: Expediente, trimestre: Trimestre, renglon: Renglon, visita: str = "") -> Cambios:
    """Guarda un renglón como quedó; lo guardado seguido en una misma `visita` se deshace junto."""
    return exp.hacer(trimestre, "Cambiar un renglón", lambda legajo: _guardar(legajo, renglon), visita)


def _guardar(legajo: Legajo, renglon: Renglon) -> None:
    personas = renglon.personas
    for numero in (
        renglon.cantidad_medio,
        renglon.cantidad,
        personas.mujeres,
        personas.hombres,
        personas.ni,
        personas.total,
    ):
        if numero is not None:
            revisar_conteo(numero)
    renglones.guardar_renglon(legajo, renglon)


def _al_final(legajo: Legajo, lugar: str) -> int:
    """El orden del que sigue en un lugar; donde lo anotado no se imprimiría, se perdería en silencio."""
    if not legajo.guardado.plan.admite_renglones(lugar):
        raise ValorInvalido("Ahí no se imprime lo que se anota; elija una actividad o uno de sus pasos.")
    return renglones.siguiente_orden(legajo, lugar)


def quitar_renglon(exp: Expediente, trimestre: Trimestre, uid: str) -> Cambios:
    """Quita un renglón con todo lo suyo."""
    return exp.hacer(trimestre, "Quitar un renglón", lambda legajo: renglones.quitar_renglon(legajo, uid))


def mover_renglon(exp: Expediente, trimestre: Trimestre, uid: str, pasos: int) -> Cambios:
    """Sube (pasos negativos) o baja un renglón o párrafo entre los de su lugar."""
    nombre = "Subir un renglón" if pasos < 0 else "Bajar un renglón"
    return exp.hacer(trimestre, nombre, lambda legajo: renglones.mover(legajo, uid, pasos))


def nuevo_parrafo(
    exp: Expediente, trimestre: Trimestre, lugar: str, texto: str = ""
) -> tuple[ParrafoLibre, Cambios]:
    """Agrega un párrafo libre al final de un lugar; lo devuelve ya guardado."""
    hechos: list[ParrafoLibre] = []

    def agregar(legajo: Legajo) -> None:
        hechos.append(ParrafoLibre(nuevo_uid(), lugar, _al_final(legajo, lugar), texto))
        renglones.guardar_parrafo(legajo, hechos[0])

    cambios = exp.hacer(trimestre, "Agregar un párrafo", agregar)
    return hechos[0], cambios


def guardar_parrafo(
    exp: Expediente, trimestre: Trimestre, parrafo: ParrafoLibre, visita: str = ""
) -> Cambios:
    """Guarda un párrafo libre como quedó, ya mirado si era traído; lo seguido en una `visita`, junto."""

    def guardar(legajo: Legajo) -> None:
        renglones.guardar_parrafo(legajo, parrafo)
        poner_por_mirar(legajo, Origen("parrafo", parrafo.uid), False)

    return exp.hacer(trimestre, "Cambiar un párrafo", guardar, visita)


def quitar_parrafo(exp: Expediente, trimestre: Trimestre, uid: str) -> Cambios:
    """Quita un párrafo libre."""

    def quitar(legajo: Legajo) -> None:
        renglones.quitar_parrafo(legajo, uid)
        poner_por_mirar(legajo, Origen("parrafo", uid), False)

    return exp.hacer(trimestre, "Quitar un párrafo", quitar)
