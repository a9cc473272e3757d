"""Nombrar a las unidades como ella las escribe: sin acentos ni mayúsculas, o por sus siglas."""

from __future__ import annotations

from collections.abc import Iterable

from ut_escritorio.dominio.oficina.catalogo import Catalogo
from ut_escritorio.dominio.palabras.limpieza import limpio
from ut_escritorio.dominio.palabras.llano import llano
from ut_escritorio.dominio.trimestre.renglones import Parte, Rol

_BASTANTES = 3


def parecidos(escrito: str, opciones: Iterable[str]) -> list[str]:
    """Las que van con lo escrito: las que empiezan así, luego las que tienen una palabra que empieza así.

    Con tres letras o más, al final, las que lo llevan dentro de una palabra.
    """
    buscado = llano(escrito)
    if not buscado:
        return []
    grados: tuple[list[str], ...] = ([], [], [])
    for opcion in opciones:
        dicha = llano(opcion)
        if dicha.startswith(buscado):
            grados[0].append(opcion)
        elif f" {buscado}" in f" {dicha}".replace("(", " "):
            grados[1].append(opcion)
        elif buscado in dicha and len(buscado) >= _BASTANTES:
            grados[2].append(opcion)
    return [opcion for grado in grados for opcion in grado]


def nombre_de(catalogo: Catalogo, parte: Parte) -> str:
    """El nombre de una parte: el de su unidad o el texto que ella escribió."""
    unidad = catalogo.unidad(parte.clave)
    return unidad.nombre if unidad else parte.texto or parte.clave


def parte_llamada(catalogo: Catalogo, rol: Rol, nombre: str) -> Parte:
    """La parte de ese nombre: una unidad del catálogo si así se llama (o sus siglas), o texto libre."""
    buscado = llano(nombre)
    for unidad in catalogo.unidades:
        if buscado in (llano(unidad.nombre), llano(unidad.siglas) or None):
            return Parte(rol, clave=unidad.clave)
    return Parte(rol, texto=nombre)


def partes_llamadas(catalogo: Catalogo, rol: Rol, nombres: str) -> tuple[Parte, ...]:
    """Las partes de varios nombres separados con punto y coma."""
    cada = (limpio(nombre) for nombre in nombres.split(";"))
    return tuple(parte_llamada(catalogo, rol, nombre) for nombre in cada if nombre)


def nombres_de(catalogo: Catalogo, partes: Iterable[Parte]) -> str:
    """Los nombres de unas partes, separados con punto y coma, como ella los escribe."""
    return "; ".join(nombre_de(catalogo, parte) for parte in partes)
