"""Lo que a un lugar le falta para imprimirse completo, y en qué estado está."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ut_escritorio.dominio.foto import FotoTrimestre
from ut_escritorio.dominio.plan import Actividad, Apartado, Componente, Lugar
from ut_escritorio.dominio.redaccion import lista
from ut_escritorio.dominio.redaccion import mes as nombre_de_mes
from ut_escritorio.dominio.relatos import Relato, parrafos_de, relato_de_apartado
from ut_escritorio.dominio.tabla import dibujar

Estado = Literal["listo", "falta", "no tocó"]


@dataclass(frozen=True)
class Falta:
    """Algo sin dato: el lugar que lo espera, el bloque (`origen`) y la frase que lo dice."""

    lugar: str
    origen: str
    texto: str


def faltas_de(foto: FotoTrimestre, lugar: Lugar) -> tuple[Falta, ...]:
    """Lo que falta en un lugar y en los que contiene, en el orden del informe."""
    return tuple(_faltas(foto, lugar))


def faltas_del_informe(foto: FotoTrimestre) -> tuple[Falta, ...]:
    """Lo que falta en todo el informe."""
    return tuple(falta for componente in foto.plan.componentes for falta in _faltas(foto, componente))


def estado_de(foto: FotoTrimestre, lugar: Lugar) -> Estado:
    """«no tocó» si así se marcó; si no, «falta» o «listo»."""
    if lugar.clave in foto.sin_actividad:
        return "no tocó"
    return "falta" if faltas_de(foto, lugar) else "listo"


def _faltas(foto: FotoTrimestre, lugar: Lugar) -> Iterator[Falta]:
    if lugar.clave in foto.sin_actividad:
        return
    for apartado in lugar.apartados:
        yield from _de_apartado(foto, lugar.clave, apartado)
    for hijo in _hijos(lugar):
        yield from _faltas(foto, hijo)
    if isinstance(lugar, Actividad) and lugar.clave not in foto.alcanzado:
        yield Falta(lugar.clave, f"valor:{lugar.clave}", "Falta el valor alcanzado")


def _hijos(lugar: Lugar) -> tuple[Lugar, ...]:
    if isinstance(lugar, Componente):
        return lugar.actividades
    return lugar.pasos if isinstance(lugar, Actividad) else ()


def _de_apartado(foto: FotoTrimestre, lugar: str, apartado: Apartado) -> Iterator[Falta]:
    match apartado.clase:
        case "cuadro":
            yield from _de_cuadro(foto, lugar, apartado)
        case "renglones":
            yield from _de_renglones(foto, lugar, apartado)
        case "firmas":
            pass
        case _:
            relato = relato_de_apartado(foto, lugar, apartado)
            yield from _de_relato(lugar, relato) if relato else ()


def _de_cuadro(foto: FotoTrimestre, lugar: str, apartado: Apartado) -> Iterator[Falta]:
    tabla = dibujar(foto.plan.cuadro[apartado.cuadro], foto)
    incompletas = [celda for celda in tabla.celdas if celda.valor and not celda.valor.completo]
    if not incompletas:
        return
    meses = sorted({mes for celda in incompletas if celda.valor for mes in celda.valor.faltan})
    que = lista([nombre_de_mes(mes) for mes in meses]) if meses else "el total"
    yield Falta(lugar, f"cuadro:{apartado.cuadro}", f"{tabla.titulo or 'Cuadro'}: falta {que}")


def _de_renglones(foto: FotoTrimestre, lugar: str, apartado: Apartado) -> Iterator[Falta]:
    relatos = parrafos_de(foto, lugar)
    if not relatos and not _lleva_cuadro(foto, lugar):
        yield Falta(lugar, f"apartado:{apartado.clave}", "No hay nada anotado")
    for relato in relatos:
        yield from _de_relato(lugar, relato)


def _lleva_cuadro(foto: FotoTrimestre, lugar: str) -> bool:
    """Un lugar con cuadro ya dice lo suyo: en un trimestre sin denuncias no hay qué anotar."""
    return any(apartado.clase == "cuadro" for apartado in foto.plan.lugar[lugar].apartados)


def _de_relato(lugar: str, relato: Relato) -> Iterator[Falta]:
    if relato.faltantes:
        yield Falta(lugar, relato.origen, f"Falta un dato en «{relato.texto[:60].strip()}»")
