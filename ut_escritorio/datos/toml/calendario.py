"""El calendario en TOML: los días que la ley manda descansar y, si los trae, los de la oficina."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from ut_escritorio import rutas
from ut_escritorio.datos.toml.archivo import leer_archivo
from ut_escritorio.datos.toml.hoja import Hoja
from ut_escritorio.dominio.calendario import Calendario, Descanso, FeriadoFijo, FeriadoLunes


@cache
def calendario_de_ley() -> Calendario:
    """El que el programa trae."""
    return leer_calendario(rutas.recursos() / "calendario.toml")


def leer_calendario(ruta: Path) -> Calendario:
    """El calendario de un archivo; ArchivoConReparos si algo está mal."""
    return leer_archivo(ruta, _calendario)


def _calendario(raiz: Hoja) -> Calendario:
    fijos = raiz.tablas("fijos", "día fijo", _fijo)
    lunes = raiz.tablas("lunes", "lunes", _lunes)
    descansos = raiz.tablas("descansos", "descanso", _descanso)
    return Calendario((*fijos, *lunes), tuple(d for d in descansos if d))


def _fijo(hoja: Hoja) -> FeriadoFijo:
    return FeriadoFijo(
        mes=hoja.entero("mes", 1, minimo=1, maximo=12),
        dia=hoja.entero("dia", 1, minimo=1, maximo=31),
        nota=hoja.texto("nota", ""),
        desde=hoja.fecha("desde"),
        hasta=hoja.fecha("hasta"),
        cada=hoja.entero("cada", 1, minimo=1),
    )


def _lunes(hoja: Hoja) -> FeriadoLunes:
    return FeriadoLunes(
        mes=hoja.entero("mes", 1, minimo=1, maximo=12),
        semana=hoja.entero("semana", 1, minimo=1, maximo=4),
        nota=hoja.texto("nota", ""),
        desde=hoja.fecha("desde"),
        hasta=hoja.fecha("hasta"),
    )


def _descanso(hoja: Hoja) -> Descanso | None:
    desde, hasta = hoja.fecha("desde"), hoja.fecha("hasta")
    if desde and hasta and desde <= hasta:
        return Descanso(desde, hasta, hoja.texto("nota", ""))
    hoja.reparo("hasta", "hace falta «desde» y «hasta», en ese orden.", "Escriba las dos fechas.")
    return None
