"""El calendario en TOML: los días que la ley manda descansar y, si los trae, los de la oficina."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from ut_escritorio import rutas
from ut_escritorio.datos.toml.archivo import leer_archivo
from ut_escritorio.datos.toml.llaves import Hoja
from ut_escritorio.dominio.oficina.calendario import Calendario, Descanso, FeriadoFijo, FeriadoLunes


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
    dia, cada = hoja.entero("dia", 1, minimo=1, maximo=31), hoja.entero("cada", 1, minimo=1)
    return FeriadoFijo(dia=dia, cada=cada, **_feriado(hoja))


def _lunes(hoja: Hoja) -> FeriadoLunes:
    return FeriadoLunes(semana=hoja.entero("semana", 1, minimo=1, maximo=4), **_feriado(hoja))


def _feriado(hoja: Hoja) -> dict[str, Any]:
    """Lo que todo feriado lleva."""
    mes, nota = hoja.entero("mes", 1, minimo=1, maximo=12), hoja.texto("nota", "")
    return {"mes": mes, "nota": nota, "desde": hoja.fecha("desde"), "hasta": hoja.fecha("hasta")}


def _descanso(hoja: Hoja) -> Descanso | None:
    desde, hasta = hoja.fecha("desde"), hoja.fecha("hasta")
    if desde and hasta and desde <= hasta:
        return Descanso(desde, hasta, hoja.texto("nota", ""))
    hoja.reparo("hasta", "hace falta «desde» y «hasta», en ese orden.", "Escriba las dos fechas.")
    return None
