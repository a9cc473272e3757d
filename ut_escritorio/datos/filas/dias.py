"""Los días marcados de un año: leerlos y escribirlos."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.filas.sitio import Sitio, al_reves

Dias = Mapping[tuple[str, date], int]


def leer_dias(sitio: Sitio) -> Dias:
    """Lo que cada día del año se contó de cada cifra."""
    claves = al_reves(sitio.guardado.cifras)
    filas = sitio.base.filas(e.Dia, ("cifra", "fecha", "valor"), trimestre=tuple(sitio.del_anio))
    return {(claves[cifra], fecha): valor for cifra, fecha, valor in filas}


def poner_dia(sitio: Sitio, clave: str, dia: date, valor: int | None) -> None:
    """Marca lo que un día se contó de una cifra; None quita la marca."""
    cifra, d = sitio.cifra(clave), e.Dia
    donde = (d.trimestre == sitio.id) & (d.cifra == cifra) & (d.fecha == dia)
    if valor is None:
        sitio.base.borra(d, donde)
    elif not sitio.base.cambia(d, donde, valor=valor):
        sitio.base.inserta(d, trimestre=sitio.id, cifra=cifra, fecha=dia, valor=valor)
