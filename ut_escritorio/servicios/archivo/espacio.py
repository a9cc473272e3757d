"""El espacio: lo que pesan el archivo y sus copias, hasta dónde se dejan crecer y cómo se aligera."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ut_escritorio.datos.archivo import peso
from ut_escritorio.datos.archivo.apertura import abrir_base
from ut_escritorio.datos.archivo.peso import Peso
from ut_escritorio.datos.archivo.restauracion import compactar
from ut_escritorio.datos.disco import cuaderno as cuadernos
from ut_escritorio.datos.disco.espacio import libre_en, pesos
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficina import respaldos as reglas
from ut_escritorio.dominio.oficina.respaldos import Respaldo
from ut_escritorio.dominio.reloj import Reloj
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.archivo.reconocidas import anotado, cuaderno_de_costumbre
from ut_escritorio.servicios.archivo.respaldo import (
    carpeta_de_respaldos,
    cuenta_de,
    respaldar_tambien_alla,
)


@congelado
class DeLasCopias:
    """Las que hay junto al archivo: cuántas, lo que ocupan y lo que pueden ocupar.

    `dicho` es lo que ella dejó (0: lo de costumbre); `por_espacio`, si ya se quitan antes de su día.
    """

    cuantas: int
    ocupan: int
    tope: int
    dicho: int
    por_espacio: str


@congelado
class Aligerado:
    """Lo que pesaba y lo que pesa un archivo, y la copia de como estaba."""

    antes: int
    ahora: int
    copia: Respaldo


def peso_de(exp: Expediente) -> Peso:
    """Lo que pesa el archivo abierto, y por qué."""
    return peso.pesar(exp.base)


def de_las_copias(archivo: Path, cuaderno: Path | None = None) -> DeLasCopias:
    """Lo que ocupan las copias que se hacen solas, y hasta dónde."""
    cuenta, carpeta = cuenta_de(archivo, cuaderno), carpeta_de_respaldos(archivo).absolute()
    pesan = pesos(r.ruta for r in cuenta.hechos if r.ruta.parent == carpeta)
    ocupan = sum(pesan.values())
    tope = reglas.tope_de(cuenta, (libre_en(archivo.absolute().parent) or 0) + ocupan)
    return DeLasCopias(len(pesan), ocupan, tope, cuenta.tope, cuenta.por_espacio)


def fijar_tope(archivo: Path, octetos: int, cuaderno: Path | None = None) -> None:
    """Deja lo más que pueden ocupar las copias (0: lo de costumbre); vale desde la siguiente."""
    cuaderno = cuaderno or cuaderno_de_costumbre()
    cuenta = anotado(archivo, cuaderno)
    cuadernos.anotar(cuaderno, archivo, replace(cuenta, tope=octetos, por_espacio=""))


def aligerar(archivo: Path, ahora: Reloj, cuaderno: Path | None = None) -> Aligerado:
    """Hace una copia verificada y luego quita del archivo, que debe estar cerrado, lo que ya nadie usa.

    Lo de antes ya no se puede deshacer; está en la copia.

    Raises:
        ErrorEsperado: no se pudo copiar, y el archivo queda como estaba; o el disco no dejó compactarlo, y
            queda entero.
    """
    copia = respaldar_tambien_alla(archivo, ahora(), cuaderno)
    antes = archivo.stat().st_size
    base = abrir_base(archivo, ahora, lambda: None)
    try:
        peso.quitar_lo_sin_uso(base)
    finally:
        base.cerrar()
    compactar(archivo, ahora())
    return Aligerado(antes, archivo.stat().st_size, copia)
