"""La historia del archivo: deshacer y rehacer, de dónde salió un número y adelgazar lo viejo."""

from __future__ import annotations

from ut_escritorio.datos import historia
from ut_escritorio.datos.foto import filas_de_trimestres
from ut_escritorio.datos.historia import CambioDeFila, Hecho
from ut_escritorio.datos.rastros import sitios_de
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.expediente import Cambios, Expediente, cosas_de


def por_deshacer(exp: Expediente) -> str | None:
    """Lo que se desharía, como se dice en el menú («Deshacer pegar 9 celdas»); None si no hay qué.

    Solo cuenta lo hecho desde que se abrió el archivo y desde la última firma o apertura para corregir.
    """
    hecho = exp.pila.por_deshacer()
    return _rotulo("Deshacer", hecho) if hecho else None


def por_rehacer(exp: Expediente) -> str | None:
    """Lo que se volvería a hacer («Rehacer pegar 9 celdas»); None si no hay qué."""
    hecho = exp.pila.por_rehacer()
    return _rotulo("Rehacer", hecho) if hecho else None


def deshacer(exp: Expediente) -> Cambios:
    """Vuelve atrás lo último que se hizo; los Cambios dicen el trimestre y los sitios donde se ve.

    Raises:
        ErrorEsperado: no hay qué deshacer, lo que cambió ya no está como quedó, o su trimestre está
            firmado; no cambió nada.
    """
    hecho = exp.pila.por_deshacer()
    if hecho is None:
        raise ErrorEsperado("No hay nada que deshacer desde que se abrió el archivo o se firmó el informe.")
    nombre = _rotulo("Deshacer", hecho)
    return _cambios(exp, hecho, nombre, historia.deshacer(exp.base, hecho, nombre))


def rehacer(exp: Expediente) -> Cambios:
    """Vuelve a hacer lo último que se deshizo; devuelve y lanza lo mismo que `deshacer`."""
    hecho = exp.pila.por_rehacer()
    if hecho is None:
        raise ErrorEsperado("No hay nada que rehacer.")
    nombre = _rotulo("Rehacer", hecho)
    return _cambios(exp, hecho, nombre, historia.rehacer(exp.base, hecho, nombre))


def _rotulo(verbo: str, hecho: Hecho) -> str:
    return f"{verbo} {hecho.nombre[:1].lower()}{hecho.nombre[1:]}"


def _cambios(exp: Expediente, hecho: Hecho, nombre: str, filas: tuple[CambioDeFila, ...]) -> Cambios:
    cosas = cosas_de(historia.tablas_de(filas))
    if hecho.trimestre is None:
        return Cambios(nombre, cosas)
    trimestre = filas_de_trimestres(exp.base)[hecho.trimestre]
    return Cambios(nombre, cosas, trimestre, sitios_de(exp.sitio(trimestre), filas))
