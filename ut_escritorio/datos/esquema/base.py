"""Lo común a todas las tablas: su número de fila y su identidad."""

from __future__ import annotations

import uuid
from dataclasses import fields
from functools import cache
from typing import Any

from peewee import Field, Metadata, Model

from ut_escritorio.datos.esquema.campos import Identidad, Texto, nuevo_uid

# La que se guardó siempre con otra palabra.
_DE_OTRO_NOMBRE = {"Renglon": "registro"}


def _nombre_de_tabla(modelo: type[Model]) -> str:
    """«OficioDeRemision» es la tabla oficio_de_remision."""
    if modelo.__name__ in _DE_OTRO_NOMBRE:
        return _DE_OTRO_NOMBRE[modelo.__name__]
    letras = (f"_{letra.lower()}" if letra.isupper() else letra for letra in modelo.__name__)
    return "".join(letras).removeprefix("_")


class Tabla(Model):
    """Una tabla del archivo. No está atada a ninguna conexión: cada consulta recibe la suya."""

    id = Identidad()

    class Meta:  # noqa: D106 - así la pide peewee
        table_function = _nombre_de_tabla


class TablaConUid(Tabla):
    """Una tabla cuyas filas pueden vivir en dos archivos a la vez."""

    uid = Texto(unique=True, default=nuevo_uid)


def _meta_de(tabla: type[Tabla]) -> Metadata:
    return tabla._meta


def nombre_de(tabla: type[Tabla]) -> str:
    """El nombre de la tabla en el archivo."""
    return _meta_de(tabla).table_name


def columnas_de(tabla: type[Tabla]) -> list[Field]:
    """Las columnas de la tabla, en el orden del archivo."""
    return _meta_de(tabla).sorted_fields


@cache
def columnas_por_nombre(tabla: type[Tabla]) -> dict[str, Field]:
    """Las columnas de la tabla por el nombre con que se declararon."""
    return {columna.name: columna for columna in columnas_de(tabla)}


def de_costumbre(tabla: type[Tabla]) -> dict[str, Any]:
    """Lo que una fila nueva lleva en las columnas que nadie diga."""
    return _meta_de(tabla).get_default_dict()


@cache
def columnas_comunes(tabla: type[Tabla], tipo: type) -> list[str]:
    """Las columnas de una tabla que son campos de un tipo del dominio, con el mismo nombre."""
    campos = {campo.name for campo in fields(tipo)}
    return [columna.name for columna in columnas_de(tabla) if columna.name in campos]


def uid_de(clave_del_plan: str, tabla: type[Tabla], clave: str) -> str:
    """La identidad de una fila del plan: la misma en todos los archivos que lo tengan."""
    raiz = uuid.uuid5(uuid.NAMESPACE_OID, clave_del_plan)
    return str(uuid.uuid5(raiz, f"{nombre_de(tabla)} {clave}"))
