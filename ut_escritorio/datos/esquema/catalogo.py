"""Las tablas del catálogo: valen para todos los ejercicios, cada fila en sus días."""

from __future__ import annotations

from ut_escritorio.datos.esquema.base import TablaConUid
from ut_escritorio.datos.esquema.campos import Entero, Fecha, Json, Llave, Texto
from ut_escritorio.dominio.oficina import catalogo


class Persona(TablaConUid):
    """Una persona."""

    clave = Texto()
    orden = Entero()
    nombre = Texto()
    tratamiento = Texto()
    genero = Texto(null=True)


class Nombramiento(TablaConUid):
    """Quién ocupa un puesto, y desde cuándo hasta cuándo."""

    orden = Entero()
    puesto = Texto()
    persona = Llave(Persona)
    cargo = Texto()
    desde = Fecha(null=True)
    hasta = Fecha(null=True)


class Unidad(TablaConUid):
    """Un área del municipio o un órgano de fuera."""

    clave = Texto()
    orden = Entero()
    nombre = Texto()
    articulo = Texto()
    clase = Texto()
    siglas = Texto()
    desde = Fecha(null=True)
    hasta = Fecha(null=True)


class Papel(TablaConUid):
    """Un papel membretado; sus logotipos son contenidos, por su SHA-256."""

    clave = Texto()
    orden = Entero()
    logos = Json(tuple[catalogo.Logo, ...])
    administracion = Json(tuple[str, ...])
    pie = Texto()
    desde = Fecha(null=True)
    hasta = Fecha(null=True)
