"""Los días marcados de un año: leerlos y escribirlos."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.filas.legajo import Legajo, al_reves

Dias = Mapping[tuple[str, date], int]


def leer_dias(legajo: Legajo) -> Dias:
    """Lo que cada día del año se contó de cada cifra."""
    claves = al_reves(legajo.guardado.cifras)
    filas = legajo.base.filas(e.Dia, ("cifra", "fecha", "valor"), trimestre=tuple(legajo.del_anio))
    return {(claves[cifra], fecha): valor for cifra, fecha, valor in filas}


def poner_dia(legajo: Legajo, clave: str, dia: date, valor: int | None) -> None:
    """Marca lo que un día se contó de una cifra; None quita la marca."""
    cifra, d = legajo.cifra(clave), e.Dia
    donde = (d.trimestre == legajo.id) & (d.cifra == cifra) & (d.fecha == dia)
    if valor is None:
        legajo.base.borra(d, donde)
    elif not legajo.base.cambia(d, donde, valor=valor):
        legajo.base.inserta(d, trimestre=legajo.id, cifra=cifra, fecha=dia, valor=valor)
