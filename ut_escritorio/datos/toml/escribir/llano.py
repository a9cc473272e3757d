"""De un valor a las llaves con que se escribe: sus campos, menos los que valen lo mismo sin decirse."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, fields
from datetime import date
from decimal import Decimal
from typing import Any, cast

from ut_escritorio.dominio.oficina.catalogo import PapelMembretado
from ut_escritorio.dominio.plan.cifras import Cifra
from ut_escritorio.dominio.plan.cuadros import Banda
from ut_escritorio.dominio.plan.formas import Forma

_ANTES = (
    "clave", "ejercicio", "numero", "nombre", "corto", "antes", "departamento", "puesto", "estilo",
    "programado", "propuesto", "ficha", "titulo", "esquina",
)  # fmt: skip
"""Las llaves que abren una tabla, en el orden en que se leen mejor; las demás siguen como en su valor."""

_DE_SU_CLASE: Mapping[type, tuple[str, ...]] = {
    Forma: ("clave", "nombre", "medios", "vineta", "agrupa"),
    Banda: ("eje", "encabezado", "campo", "valores", "cifras", "sexos"),
    PapelMembretado: ("clave", "administracion", "pie", "logos"),
    Cifra: ("clave", "nombre", "unidad", "captura", "sexos", "suma_de_sexos"),
}


def tabla(valor: object, **aparte: object) -> dict[str, Any]:
    """Las llaves de un valor; `aparte` dice las que se escriben de otra manera (None: no se escriben)."""
    llaves: dict[str, Any] = {}
    for campo in fields(cast(Any, valor)):
        if campo.name in aparte:
            llaves[campo.name] = aparte.pop(campo.name)
            continue
        suyo = getattr(valor, campo.name)
        sin_decirse = campo.default_factory() if campo.default_factory is not MISSING else campo.default
        if suyo != sin_decirse:
            llaves[campo.name] = llano(suyo)
    return en_orden({**llaves, **aparte}, _DE_SU_CLASE.get(type(valor), _ANTES))


def llano(valor: Any) -> Any:
    """Un valor como va en el texto."""
    match valor:
        case str() | bool() | int() | date() | None:
            return valor
        case float():
            return llano(Decimal(repr(valor)))
        case Decimal():
            return int(valor) if valor == valor.to_integral_value() else valor.normalize()
        case Mapping():
            return {str(clave): llano(suyo) for clave, suyo in cast(Mapping[Any, Any], valor).items()}
        case _ if isinstance(valor, Iterable):
            return [llano(cada) for cada in cast(Iterable[Any], valor)]
        case _:
            return tabla(valor)


def en_orden(llaves: Mapping[str, Any], antes: Iterable[str] = _ANTES) -> dict[str, Any]:
    """Sin las que no se escriben, y primero unas: las que abren una tabla."""
    primero = [llave for llave in antes if llave in llaves]
    return {llave: llaves[llave] for llave in dict.fromkeys((*primero, *llaves)) if llaves[llave] is not None}


def por_clave(tablas: Iterable[dict[str, Any]]) -> dict[str, Any] | None:
    """Unas tablas que cuelgan de su clave; None si no hay ninguna."""
    return {cada.pop("clave"): cada for cada in tablas} or None


def lista(valores: Iterable[object]) -> list[Any] | None:
    """Unas tablas en su orden; None si no hay ninguna."""
    return [llano(valor) for valor in valores] or None
