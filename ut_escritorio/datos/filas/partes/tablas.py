"""Qué tablas van en la parte de un departamento y qué distingue en cada una una cosa de otra."""

from __future__ import annotations

from functools import cache
from typing import Any

from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.esquema.base import Tabla, columnas_de
from ut_escritorio.datos.esquema.campos import Llave
from ut_escritorio.dominio.congelado import congelado


@congelado
class Hijas:
    """Las filas que cuelgan de otra: su tabla, por qué columna, y si van en orden."""

    nombre: str
    tabla: type[Tabla]
    de: str
    en_orden: bool = True

    @property
    def columnas(self) -> tuple[str, ...]:
        """Lo que dice cada una."""
        return columnas_que_dicen(self.tabla, (self.de, "orden"))


# Lo que va en un sitio del trimestre: solo puede haber una ahí
EN_SU_SITIO: dict[type[Tabla], tuple[str, ...]] = {
    e.Conteo: ("cifra", "mes", "sexo"),
    e.Dia: ("cifra", "fecha"),
    e.MesCapturado: ("cifra", "mes"),
    e.Alcanzado: ("lugar",),
    e.SinActividad: ("lugar",),
    e.Justificacion: ("lugar",),
    e.MetaModificada: ("lugar",),
    e.OficioDeRemision: ("departamento",),
    e.TextoAMano: ("origen",),
    e.DejadoAsi: ("huella",),
}
ANOTADAS: tuple[type[Tabla], ...] = (e.Renglon, e.ParrafoLibre)
HIJAS: dict[type[Tabla], tuple[Hijas, ...]] = {
    e.Renglon: (Hijas("partes", e.Parte, "renglon"), Hijas("citas", e.Cita, "renglon")),
    e.Oficio: (
        Hijas("partes", e.ParteDeOficio, "oficio"),
        Hijas("seguimiento", e.Seguimiento, "oficio", en_orden=False),
        Hijas("carta", e.Carta, "oficio", en_orden=False),
        Hijas("contestaciones", e.Contestacion, "oficio", en_orden=False),
        Hijas("enviadas", e.CartaEnviada, "oficio", en_orden=False),
    ),
}
# De estas no se dice: lo que sale de otra cosa, o es solo de un archivo
_NO_SE_DICE: dict[type[Tabla], tuple[str, ...]] = {
    e.Oficio: ("serie", "numero", "anio", "bis"),
    e.Evidencia: ("trimestre", "firmas"),
    e.Unidad: ("orden",),
}


@cache
def columnas_que_dicen(tabla: type[Tabla], menos: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Las columnas de una tabla que son lo que dice una cosa suya."""
    fuera = {"id", "uid", "trimestre", *menos, *_NO_SE_DICE.get(tabla, ())}
    return tuple(columna.name for columna in columnas_de(tabla) if columna.name not in fuera)


@cache
def a_quien_nombra(tabla: type[Tabla]) -> dict[str, type[Tabla]]:
    """Las columnas de una tabla que nombran a otra, y a cuál."""
    return {c.name: _nombrada(c) for c in columnas_de(tabla) if isinstance(c, Llave)}


def _nombrada(columna: Any) -> type[Tabla]:
    return columna.rel_model
