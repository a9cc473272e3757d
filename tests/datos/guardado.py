"""Lo que se guarda, dicho entero: tablas, columnas, clases de valores, campos y huellas.

`archivos/guardado_N.json` es lo que guarda la versión N del archivo; lo escribe el programa de esa versión:

    python -m tests.datos.guardado > tests/datos/archivos/guardado_N.json
"""

from __future__ import annotations

import json
import sys
import types
from collections.abc import Mapping
from dataclasses import is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from peewee import ForeignKeyField

from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.esquema import TODAS, Tabla, campos
from ut_escritorio.datos.esquema.base import columnas_de, nombre_de
from ut_escritorio.datos.esquema.clases import EN_LAS_COLUMNAS
from ut_escritorio.datos.filas.foto import DIAS_DE_ESPERA
from ut_escritorio.datos.motor.conexion import ClaseDeAccion
from ut_escritorio.dominio.guardado import Nombres, guardada
from ut_escritorio.dominio.oficina import catalogo
from ut_escritorio.dominio.oficios.oficio import Oficio
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.palabras.sustantivos import Sustantivo
from ut_escritorio.dominio.plan import cifras
from ut_escritorio.dominio.plan.apartados import Apartado
from ut_escritorio.dominio.trimestre import firmados
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.dominio.trimestre.evidencias import ClaseDeEvidencia
from ut_escritorio.dominio.trimestre.renglones import Parte, Renglon
from ut_escritorio.informe.pdf.papel.hoja import EN_LA_HOJA
from ut_escritorio.revision.hallazgos import EN_LA_CAUSA
from ut_escritorio.servicios.entrega.firmado import EN_LO_FIRMADO

LLANOS = {
    str: "texto", int: "entero", float: "real", bool: "lógico", Decimal: "decimal", date: "fecha",
    type(None): "nada", Origen: "texto",
}  # fmt: skip
COLUMNAS = {
    campos.Texto: "texto", campos.Entero: "entero", campos.Logico: "lógico", campos.Fecha: "fecha",
    campos.Exacto: "decimal", campos.Octetos: "bytes", campos.Identidad: "fila",
}  # fmt: skip
DEL_DOMINIO: Mapping[type[Tabla], Any] = {
    e.Apartado: Apartado, e.Sustantivo: Sustantivo, e.Concordancia: cifras.Concordancia,
    e.Unidad: catalogo.Unidad, e.Persona: catalogo.Persona, e.Renglon: Renglon, e.Parte: Parte,
    e.Conteo: Casilla, e.Escaneado: firmados.Escaneado, e.Oficio: Oficio, e.ParteDeOficio: Parte,
}  # fmt: skip
"""De qué clase son las filas de una tabla, para saber qué palabras caben en sus columnas de texto."""

SUELTAS = {
    "accion.clase": ClaseDeAccion,
    "evidencia.clase": ClaseDeEvidencia,
    # De los ajustes, el que cambia lo que se cuenta. «Para luego» solo quita líneas del Tablero: al programa
    # que no lo conoce no le hace falta.
    "ajuste": Literal[DIAS_DE_ESPERA],  # pyright: ignore[reportInvalidTypeForm]
}


def lo_guardado() -> dict[str, Any]:
    """Todo lo que el programa de hoy guarda, sin ningún nombre del código."""
    return {
        "tablas": {nombre_de(tabla): _columnas(tabla) for tabla in TODAS},
        "palabras": {donde: _forma(tipo, {}) for donde, tipo in SUELTAS.items()},
        "valores de las columnas": _clases(EN_LAS_COLUMNAS),
        "informe firmado": _clases(EN_LO_FIRMADO),
        "huella de una hoja": _en_orden(EN_LA_HOJA),
        "huella de un hallazgo": _en_orden(EN_LA_CAUSA),
    }


def _columnas(tabla: type[Tabla]) -> dict[str, str]:
    tipos = get_type_hints(DEL_DOMINIO[tabla]) if tabla in DEL_DOMINIO else {}
    return {c.column_name: _columna(c, tipos.get(c.name)) for c in columnas_de(tabla)}


def _columna(columna: Any, tipo: Any) -> str:
    opcional = " | nada" if columna.null else ""
    if isinstance(columna, ForeignKeyField):
        return f"fila de {nombre_de(columna.rel_model)}{opcional}"
    if isinstance(columna, campos.Json):
        return f"json {_forma(columna.tipo, EN_LAS_COLUMNAS)}{opcional}"
    if isinstance(columna, campos.Texto) and tipo is not None:
        return _forma(tipo, {})
    return f"{COLUMNAS.get(type(columna), 'fila')}{opcional}"


def _clases(nombres: Nombres) -> dict[str, dict[str, str]]:
    """Cada clase, con sus campos."""
    return {
        como.nombre: {suyo: _forma(get_type_hints(clase)[campo], nombres) for campo, suyo in como.campos}
        for clase in nombres
        for como in [guardada(clase, nombres)]
    }


def _en_orden(nombres: Nombres) -> dict[str, list[str]]:
    """Cada clase con sus campos en el orden en que entran en una huella, que lo cuenta."""
    return {
        nombre: [f"{campo}: {forma}" for campo, forma in suyos.items()]
        for nombre, suyos in _clases(nombres).items()
    }


def _forma(tipo: Any, nombres: Nombres) -> str:
    if is_dataclass(tipo):
        return guardada(tipo, nombres).nombre
    origen, partes = get_origin(tipo), get_args(tipo)
    if origen is Literal:
        return " | ".join(repr(parte) for parte in partes)
    if origen in (Union, types.UnionType):
        return " | ".join(_forma(parte, nombres) for parte in partes)
    dichas = [_forma(parte, nombres) for parte in partes if parte is not ...]
    if origen is tuple:
        return f"[{', '.join(dichas)}]"
    if origen is not None:
        return f"{{{': '.join(dichas)}}}"
    return LLANOS[tipo]


def main() -> None:
    """Escribe lo que guarda el programa de hoy."""
    json.dump(lo_guardado(), sys.stdout, ensure_ascii=False, indent=1)
    print()


if __name__ == "__main__":
    main()
