"""Una carta a varias áreas: leerlas como vienen de Excel y llevarlas al catálogo."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficina.cambios import clave_nueva, con_ocupante
from ut_escritorio.dominio.oficina.catalogo import Catalogo, Unidad
from ut_escritorio.dominio.oficina.firmantes import cargo_conocido, ocupante
from ut_escritorio.dominio.oficios.folios import Serie, partir, revisar_que_no_sea_cero
from ut_escritorio.dominio.palabras.limpieza import limpio
from ut_escritorio.dominio.palabras.llano import llano
from ut_escritorio.dominio.trimestre.nombres import parte_llamada
from ut_escritorio.dominio.trimestre.renglones import Parte, Renglon
from ut_escritorio.dominio.vigencia import vale
from ut_escritorio.errores import ValorInvalido

TOPE = 300
_A_LA_VISTA = 6
"""Cuántas áreas se nombran, antes de decir cuántas más son."""
_ENCABEZADOS = ("area", "areas", "unidad", "unidad administrativa", "dependencia")
_FEMENINOS, _MASCULINOS = ("a", "cion", "sion", "dad"), ("o", "or", "ento", "e")


@congelado
class Area:
    """Un área a la que va la carta; `titular` y `cargo`, si se dicen, son los que tiene desde hoy."""

    nombre: str
    titular: str = ""
    cargo: str = ""


def leer_areas(pegado: str) -> tuple[Area, ...]:
    """Las áreas de unas celdas de Excel: área, titular y cargo, una por renglón; el encabezado no es una.

    ValorInvalido, con todo lo que está mal, si algún renglón no se entiende: entonces no se toma ninguno.
    """
    return _leer_areas(
        pegado, "\t", "No se pegó nada", "copie en Excel las columnas de área, titular y cargo"
    )


def leer_areas_de_archivo(texto: str) -> tuple[Area, ...]:
    """Como `leer_areas`, de un archivo de texto: sus columnas van con tabulador, punto y coma o coma.

    Se separa con lo primero de eso que su primer renglón traiga.
    """
    primero = next(iter(texto.splitlines()), "")
    separador = next((signo for signo in "\t;," if signo in primero), "\t")
    return _leer_areas(texto, separador, "No se escribió ninguna carta", "el archivo no trae ninguna área")


def _leer_areas(texto: str, separador: str, si_no: str, si_ninguna: str) -> tuple[Area, ...]:
    areas: list[Area] = []
    reparos: list[str] = []
    vistas: dict[str, int] = {}
    for numero, celdas in enumerate(csv.reader(io.StringIO(texto), delimiter=separador), 1):
        dichas = [limpio(celda) for celda in celdas]
        while dichas and not dichas[-1]:
            dichas.pop()
        if not dichas or (not areas and llano(dichas[0]) in _ENCABEZADOS):
            continue
        if len(dichas) > 3:
            reparos.append(f"el renglón {numero} trae {len(dichas)} columnas: van área, titular y cargo")
        elif not dichas[0]:
            reparos.append(f"al renglón {numero} le falta el área")
        elif antes := vistas.get(llano(dichas[0])):
            reparos.append(f"«{dichas[0]}» está en los renglones {antes} y {numero}")
        else:
            vistas[llano(dichas[0])] = numero
            areas.append(Area(*dichas))
    if len(areas) > TOPE:
        reparos.append(f"son {len(areas)} áreas, y de una vez caben {TOPE}")
    if reparos:
        mas = f"; y {len(reparos) - 3} cosas más" if len(reparos) > 3 else ""
        raise ValorInvalido(f"{si_no}: {'; '.join(reparos[:3])}{mas}.")
    if not areas:
        raise ValorInvalido(f"{si_no}: {si_ninguna}.")
    return tuple(areas)


def con_otras(areas: Sequence[Area], escritas: str, de_la_carta: Sequence[Area] = ()) -> tuple[Area, ...]:
    """Las áreas y las que se escriben, que se separan con punto y coma; decir otra vez la de la carta vale.

    ValorInvalido si alguna otra ya está, o son demasiadas; entonces no se agrega ninguna.
    """
    suyas = {llano(area.nombre) for area in de_la_carta}
    vistas = {llano(area.nombre) for area in areas}
    nombres = [nombre for nombre in _nombres(escritas) if llano(nombre) not in suyas & vistas]
    for nombre in nombres:
        if llano(nombre) in vistas:
            raise ValorInvalido(f"«{nombre}» ya está.")
        vistas.add(llano(nombre))
    if len(vistas) > TOPE:
        raise ValorInvalido(f"Son {len(vistas)} áreas, y de una vez caben {TOPE}.")
    return (*areas, *(Area(nombre) for nombre in nombres))


def escritas_en(catalogo: Catalogo, a_quien: str, dia: date) -> tuple[Area, ...]:
    """Las áreas escritas en «A quién va», cada una una vez, con lo que el catálogo sabe de ella."""
    areas: dict[str, Area] = {}
    for nombre in _nombres(a_quien):
        area = completada(catalogo, Area(nombre), dia)
        areas.setdefault(llano(area.nombre), area)
    return tuple(areas.values())


def desconocidas(catalogo: Catalogo, areas: Iterable[Area]) -> tuple[str, ...]:
    """Los nombres de las que Oficina no tiene."""
    return tuple(area.nombre for area in areas if unidad_de(catalogo, area.nombre) is None)


def _nombres(escritas: str) -> list[str]:
    return [nombre for pedazo in escritas.split(";") if (nombre := limpio(pedazo))]


def unidad_de(catalogo: Catalogo, nombre: str) -> Unidad | None:
    """La unidad que así se llama, o esas son sus siglas."""
    parte = parte_llamada(catalogo, "destinatario", nombre)
    return catalogo.unidad(parte.clave)


def area_de(catalogo: Catalogo, unidad: Unidad, dia: date) -> Area:
    """Un área del catálogo, con quien la encabeza ese día."""
    quien = ocupante(catalogo, unidad.clave, dia)
    return Area(unidad.nombre, quien.nombre if quien else "", quien.cargo if quien else "")


def areas_de(catalogo: Catalogo, partes: Iterable[Parte], dia: date) -> tuple[Area, ...]:
    """Las áreas de esas partes, con quien las encabeza; las que el catálogo ya no tiene no van."""
    areas: list[Area] = []
    for parte in partes:
        if parte.texto:
            areas.append(completada(catalogo, Area(parte.texto), dia))
        elif unidad := catalogo.unidad(parte.clave):
            areas.append(area_de(catalogo, unidad, dia))
    return tuple(areas)


def areas_del_catalogo(catalogo: Catalogo, dia: date) -> tuple[Area, ...]:
    """Las áreas que existen ese día, sin los órganos de fuera."""
    suyas = (u for u in catalogo.por_nombre() if u.clase == "unidad" and vale(u, dia))
    return tuple(area_de(catalogo, unidad, dia) for unidad in suyas)


def completada(catalogo: Catalogo, area: Area, dia: date) -> Area:
    """El área con el titular y el cargo que el catálogo le conoce, donde no se dijeron."""
    unidad = unidad_de(catalogo, area.nombre)
    if unidad is None:
        return area
    suya = area_de(catalogo, unidad, dia)
    if not area.titular:
        return replace(suya, cargo=area.cargo or suya.cargo)
    return replace(area, nombre=unidad.nombre, cargo=area.cargo or cargo_conocido(catalogo, unidad.clave))


def que_pasa(catalogo: Catalogo, area: Area, dia: date) -> str:
    """Lo que se hará en el catálogo con un área; vacío si ya está así."""
    unidad = unidad_de(catalogo, area.nombre)
    if unidad is None:
        return "se agrega a Oficina"
    antes = ocupante(catalogo, unidad.clave, dia)
    if not area.titular:
        return "no se sabe quién es su titular"
    if antes is None:
        return "se anota su titular"
    if (antes.nombre, antes.cargo) != (area.titular, area.cargo):
        return f"su titular cambia desde el {dia:%d/%m/%Y}"
    return ""


def a_cuales_les_pasa(catalogo: Catalogo, areas: Iterable[Area], dia: date) -> tuple[str, ...]:
    """Lo que se hará en el catálogo con unas áreas, y a cuáles: «Se agrega a Oficina: Parques.»"""
    suyas: dict[str, list[str]] = {}
    for area in areas:
        suyas.setdefault(que_pasa(catalogo, area, dia) or "ya está así", []).append(area.nombre)
    return tuple(f"{que[:1].upper()}{que[1:]}: {_las_primeras(cuales)}." for que, cuales in suyas.items())


def _las_primeras(nombres: Sequence[str]) -> str:
    mas = [f"{len(nombres) - _A_LA_VISTA} más"] if len(nombres) > _A_LA_VISTA else []
    return "; ".join([*nombres[:_A_LA_VISTA], *mas])


def con_areas(catalogo: Catalogo, areas: Iterable[Area], dia: date) -> Catalogo:
    """El catálogo con esas áreas; el titular que cambia lo es desde ese día, y lo de antes queda como fue."""
    for area in areas:
        unidad = unidad_de(catalogo, area.nombre)
        if unidad is None:
            clave = clave_nueva(area.nombre, {u.clave for u in catalogo.unidades})
            unidad = Unidad(clave, area.nombre, _articulo(area.nombre))
            catalogo = replace(catalogo, unidades=(*catalogo.unidades, unidad))
        if not area.titular:
            continue
        antes = ocupante(catalogo, unidad.clave, dia)
        if antes is None or (antes.nombre, antes.cargo) != (area.titular, area.cargo):
            hay = any(n.puesto == unidad.clave for n in catalogo.nombramientos)
            desde = dia if hay else None
            catalogo = con_ocupante(catalogo, unidad.clave, area.titular, area.cargo, desde)
    return catalogo


def partes_de(catalogo: Catalogo, areas: Iterable[Area]) -> tuple[Parte, ...]:
    """A quién va cada carta."""
    return tuple(parte_llamada(catalogo, "destinatario", area.nombre) for area in areas)


def _articulo(nombre: str) -> Literal["", "el", "la"]:
    """El que su primera palabra pide: «la Tesorería», «el Departamento»; en duda, ninguno."""
    primera = llano(nombre).split(" ")[0]
    if primera.endswith(_FEMENINOS):
        return "la"
    return "el" if primera.endswith(_MASCULINOS) else ""


def numeros_a_la_vista(serie: Serie, siguientes: Sequence[int], pegados: str) -> tuple[str, ...]:
    """Los folios que irían, en el orden de las áreas: los que siguen o, si se pegaron, esos."""
    escritos = partir(pegados.replace("\t", "\n")) if pegados.strip() else map(str, siguientes)
    return tuple(serie.folio(escrito) for escrito in escritos)


def numeros_de(serie: Serie, siguientes: Sequence[int], pegados: str, cuantas: int) -> tuple[str, ...]:
    """Los folios de esas cartas: los que siguen o, si se pegaron, esos, uno por área.

    ValorInvalido si los pegados no son tantos como las áreas, o alguno está dos veces o es el 0.
    """
    folios = numeros_a_la_vista(serie, siguientes, pegados)
    if len(folios) != cuantas:
        raise ValorInvalido(f"Son {cuantas} áreas y se pegaron {len(folios)} números: va uno por área.")
    revisar_que_no_sea_cero(folios)
    repetidos = [folio for folio in dict.fromkeys(folios) if folios.count(folio) > 1]
    if repetidos:
        raise ValorInvalido(f"{repetidos[0]} está dos veces entre los números pegados.")
    return folios


def pueden_ser(
    renglones: Iterable[Renglon], medio: str, cuantas: int, va_en: str = ""
) -> tuple[Renglon, ...]:
    """Los renglones que dicen que se enviaron tantos oficios, sin decir cuáles; antes, los de `va_en`."""
    suyos = (
        renglon
        for renglon in renglones
        if renglon.medio == medio
        and renglon.sentido == "enviado"
        and renglon.cantidad_medio == cuantas
        and not renglon.citas
    )
    return tuple(sorted(suyos, key=lambda renglon: renglon.lugar != va_en))


def son_sin_duda(renglon: Renglon, va_en: str) -> bool:
    """Si una carta que va en ese lugar, o en ninguno, son los que dice ese renglón; si no, lo dice ella."""
    return va_en in ("", renglon.lugar)
