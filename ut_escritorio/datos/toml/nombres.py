"""Las claves que un plan declara, recogidas antes de leerlo, para revisar cada mención en su lugar."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeGuard, cast

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.palabras.limpieza import limpio
from ut_escritorio.dominio.plan.puestos import puesto_por_nombrar


@congelado
class Nombres:
    """Lo que se puede nombrar en un plan; `rotulos`, cómo se llama cada unidad y cada medio, por su clave."""

    personas: frozenset[str]
    puestos: frozenset[str]
    unidades: frozenset[str]
    sustantivos: frozenset[str]
    medios: frozenset[str]
    cifras: frozenset[str]
    moldes: frozenset[str]
    estilos: frozenset[str]
    departamentos: frozenset[str]
    lugares: frozenset[str]
    formas: frozenset[str]
    campos: frozenset[str]
    clases: frozenset[str]
    rotulos: Mapping[str, str]


def nombres_de(datos: dict[str, Any]) -> Nombres:
    """Las claves de un plan crudo; lo que esté mal escrito se pasa por alto (su lector lo dirá)."""
    lugares = list(_lugares(datos))
    formas = [forma for _, lugar in lugares for forma in tablas_en(lugar, "formas")]
    deptos = _en_lista(datos, "departamentos", "clave")
    return Nombres(
        personas=_en_lista(datos, "personas", "clave"),
        puestos=_en_lista(datos, "nombramientos", "puesto") | {puesto_por_nombrar(d) for d in deptos},
        unidades=_en_lista(datos, "unidades", "clave"),
        sustantivos=_en_tabla(datos, "sustantivos"),
        medios=_en_tabla(datos, "medios"),
        cifras=_en_tabla(datos, "cifras"),
        moldes=_en_tabla(datos, "moldes"),
        estilos=_en_tabla(datos, "estilos"),
        departamentos=deptos,
        lugares=frozenset(clave for clave, _ in lugares),
        formas=frozenset(limpio(str(forma["clave"])) for forma in formas if "clave" in forma),
        campos=frozenset(campo for forma in formas for campo in claves_en(forma, "campos")),
        clases=_clases(datos),
        rotulos=dict(_rotulos(datos)),
    )


def _rotulos(datos: dict[str, Any]) -> Iterator[tuple[str, str]]:
    medios = datos.get("medios")
    for clave, medio in medios.items() if es_tabla(medios) else ():
        if es_tabla(medio):
            yield clave, limpio(str(medio.get("plural", "")))
    for unidad in tablas_en(datos, "unidades"):
        yield limpio(str(unidad.get("clave", ""))), limpio(str(unidad.get("nombre", "")))


def _clases(datos: dict[str, Any]) -> frozenset[str]:
    """Las de oficio, que el programa nombra en una lista."""
    programa = datos.get("programa")
    escritas: object = programa.get("clases") if es_tabla(programa) else None
    lista = cast(list[object], escritas) if isinstance(escritas, list) else []
    return frozenset(limpio(clase) for clase in lista if isinstance(clase, str))


def _lugares(datos: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for componente in tablas_en(datos, "componentes"):
        yield clave_de_lugar(componente), componente
        for actividad in tablas_en(componente, "actividades"):
            yield clave_de_lugar(actividad), actividad
            for paso in tablas_en(actividad, "pasos"):
                yield clave_de_lugar(paso, clave_de_lugar(actividad)), paso


def clave_de_lugar(datos: dict[str, Any], actividad: str = "") -> str:
    """La clave de un componente, actividad o paso: la escrita o, sin ella, la que da su número."""
    numero = str(datos.get("numero", ""))
    return limpio(str(datos.get("clave") or (f"{actividad}/{numero}" if actividad else numero)))


def es_tabla(escrito: object) -> TypeGuard[dict[str, Any]]:
    """Si algo escrito en TOML es una tabla; sus llaves son siempre textos."""
    return isinstance(escrito, dict)


def tablas_en(datos: dict[str, Any], llave: str) -> list[dict[str, Any]]:
    """Las tablas de una lista cruda; vacía si no es lista."""
    lista = datos.get(llave)
    cosas = cast(list[object], lista) if isinstance(lista, list) else []
    return [cosa for cosa in cosas if es_tabla(cosa)]


def claves_en(datos: dict[str, Any], llave: str) -> frozenset[str]:
    """Las claves de las tablas de una lista cruda."""
    return _en_lista(datos, llave, "clave")


def _en_lista(datos: dict[str, Any], llave: str, identidad: str) -> frozenset[str]:
    return frozenset(limpio(str(tabla[identidad])) for tabla in tablas_en(datos, llave) if identidad in tabla)


def _en_tabla(datos: dict[str, Any], llave: str) -> frozenset[str]:
    tabla = datos.get(llave)
    return frozenset(tabla) if es_tabla(tabla) else frozenset()
