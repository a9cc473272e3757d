"""Los cuadros y sus moldes, como van en el texto de un plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import product
from typing import Any

from ut_escritorio.datos.toml.escribir.llano import lista, tabla
from ut_escritorio.dominio.plan import moldes
from ut_escritorio.dominio.plan.cuadros import Banda, Cuadro, Molde, cifras_de
from ut_escritorio.errores import ValorInvalido


def de_molde(molde: Molde) -> dict[str, Any]:
    """Las llaves de un molde."""
    return tabla(molde, filas=lista(molde.filas), columnas=lista(molde.columnas))


def de_cuadro(cuadro: Cuadro, clave: str, conocidos: Mapping[str, Molde]) -> dict[str, Any]:
    """Las llaves de un cuadro: las de su molde y lo que en él es distinto o, si no se puede, entero.

    `clave` es la que le toca si no dice otra.
    """
    propia = cuadro.clave if cuadro.clave != clave else None
    if cuadro.molde in conocidos:
        for escrito in _maneras(conocidos[cuadro.molde], cuadro):
            return {"clave": propia, **escrito} if propia else escrito
    return tabla(cuadro, clave=propia, molde=None, filas=lista(cuadro.filas), columnas=lista(cuadro.columnas))


def _maneras(molde: Molde, cuadro: Cuadro) -> Iterator[dict[str, Any]]:
    """Las de decir el cuadro con su molde, de la más corta a la más larga."""
    for cifras in _cifras_posibles(molde, cuadro):
        for filas, columnas, pie in product(
            (None, cuadro.filas), (None, cuadro.columnas), (None, cuadro.pie)
        ):
            for etiquetas in (_etiquetas(molde, cuadro), ()):
                esquina = None if cuadro.esquina == molde.esquina else cuadro.esquina
                try:
                    dicho = moldes.aplicar(
                        molde, cuadro.clave, cifras, cuadro.titulo, esquina, etiquetas, filas, columnas, pie
                    )
                except ValorInvalido:
                    continue
                if dicho == cuadro:
                    yield _con_molde(cuadro, cifras, esquina, etiquetas, filas, columnas, pie is not None)


def _con_molde(
    cuadro: Cuadro,
    cifras: tuple[str, ...],
    esquina: str | None,
    etiquetas: tuple[str, ...],
    filas: tuple[Banda, ...] | None,
    columnas: tuple[Banda, ...] | None,
    con_pie: bool,
) -> dict[str, Any]:
    llaves: dict[str, Any] = {"molde": cuadro.molde, "cifras": list(cifras)}
    llaves |= {"etiquetas": list(etiquetas)} if etiquetas else {}
    llaves |= {"titulo": cuadro.titulo} if cuadro.titulo else {}
    llaves |= {"esquina": esquina} if esquina is not None else {}
    llaves |= {"filas": lista(filas)} if filas else {}
    llaves |= {"columnas": lista(columnas)} if columnas else {}
    return llaves | ({"pie": tabla(cuadro.pie)} if con_pie else {})


def _cifras_posibles(molde: Molde, cuadro: Cuadro) -> Iterator[tuple[str, ...]]:
    """Con qué cifras pudo llenarse el molde: las que ocupan sus marcas y, si no, las que el cuadro enseña."""
    puestas: dict[str, str] = {}
    resto: list[str] = []
    for suyas, llenas in ((molde.filas, cuadro.filas), (molde.columnas, cuadro.columnas)):
        for marca, llena in zip(suyas, llenas, strict=False):
            for n, clave in enumerate(marca.cifras):
                if clave.endswith("*"):
                    resto = list(llena.cifras[n:])
                elif clave.startswith("$") and n < len(llena.cifras):
                    puestas.setdefault(clave, llena.cifras[n])
    fijas = [puestas[marca] for marca in sorted(puestas, key=lambda marca: int(marca[1:]))]
    todas = cifras_de(replace(cuadro, pie=None))
    yield from dict.fromkeys((tuple(dict.fromkeys((*fijas, *resto))), todas, ()))


def _etiquetas(molde: Molde, cuadro: Cuadro) -> tuple[str, ...]:
    """Las que rebautizan a los miembros de sus bandas de cifras, seguidas."""
    suyas = [
        (banda, marca)
        for llenas, del_molde in ((cuadro.filas, molde.filas), (cuadro.columnas, molde.columnas))
        for banda, marca in zip(llenas, del_molde, strict=False)
        if banda.eje == "cifras"
    ]
    return tuple(e for banda, marca in suyas if banda.etiquetas != marca.etiquetas for e in banda.etiquetas)
