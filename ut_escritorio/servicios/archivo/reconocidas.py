"""Qué copias son de un archivo: las que el cuaderno anotó y las que se reconocen por lo que dicen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ut_escritorio import rutas
from ut_escritorio.datos.archivo.fichas import ajenas_a, ficha_de
from ut_escritorio.datos.disco import cuaderno as cuadernos
from ut_escritorio.dominio.oficina import respaldos as reglas
from ut_escritorio.dominio.oficina.respaldos import Cuenta, Respaldo
from ut_escritorio.servicios.archivo.nombres import hecha_el


def cuaderno_de_costumbre() -> Path:
    """El de los ajustes de este equipo."""
    return rutas.carpeta_de_ajustes() / "respaldos.json"


def anotado(archivo: Path, cuaderno: Path) -> Cuenta:
    """Lo que el cuaderno dice de un archivo, reconocido por lo que es y no por su nombre."""
    ficha = ficha_de(archivo)
    cuenta = cuadernos.leer(cuaderno, archivo, ficha.identidad if ficha else "")
    return replace(cuenta, identidad=ficha.identidad) if ficha else cuenta


def halladas(archivo: Path, cuenta: Cuenta, carpeta: Path) -> tuple[Respaldo, ...]:
    """Las copias de un archivo que hay en una carpeta y no están anotadas, de la más atrasada en adelante.

    Sin saber cuál es el archivo, porque ya no se deja leer, son las de su nombre o, si no hay, todas.
    """
    anotadas = {hecho.ruta for hecho in cuenta.hechos}
    fichas = {
        ruta: ficha
        for ruta in carpeta.absolute().glob(f"*{archivo.suffix}")
        if ruta not in anotadas and (ficha := ficha_de(ruta))
    }
    if cuenta.identidad:
        suyas = [ruta for ruta, ficha in fichas.items() if ficha.identidad == cuenta.identidad]
    else:
        suyas = [ruta for ruta in fichas if ruta.stem.startswith(f"{archivo.stem} ")] or list(fichas)
    hechas = (Respaldo(ruta, hecha_el(ruta), fichas[ruta].accion) for ruta in suyas)
    return tuple(sorted(hechas, key=reglas.adelanto))


def con_las_dejadas(archivo: Path, cuenta: Cuenta, copias: Sequence[Respaldo]) -> tuple[Respaldo, ...]:
    """Las mismas copias, ya sabido cuáles guardan cambios que el archivo de ahora no tiene.

    Si el archivo ya no se deja leer se sabe por la última copia que se hizo de él.
    """
    de_ahora = (archivo, *(hecho.ruta for hecho in reversed(cuenta.hechos)))
    referencia = next((ruta for ruta in de_ahora if ficha_de(ruta)), None)
    fichas = {copia.ruta: ficha for copia in copias if (ficha := ficha_de(copia.ruta))}
    if referencia is None:
        return tuple(copias)
    dejadas = ajenas_a(referencia, fichas.values())
    return tuple(replace(copia, dejada=fichas.get(copia.ruta) in dejadas) for copia in copias)
