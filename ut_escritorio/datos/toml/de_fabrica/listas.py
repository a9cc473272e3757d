"""Cómo se llama en las listas de la plataforma lo que de ellas se cuenta: con eso se propone."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from ut_escritorio import rutas
from ut_escritorio.datos.toml.archivo import leer_archivo
from ut_escritorio.datos.toml.llaves import Hoja
from ut_escritorio.dominio.numeros.listado import DE_QUE, ComoSeLlama
from ut_escritorio.dominio.palabras.llano import llano
from ut_escritorio.dominio.personas import SEXOS, Sexo


@cache
def como_se_llama() -> ComoSeLlama:
    """Lo que dice `recursos/listas.toml`."""
    return leer_como_se_llama(rutas.recursos() / "listas.toml")


def leer_como_se_llama(ruta: Path) -> ComoSeLlama:
    """Lo que dice un archivo; ArchivoConReparos si algo está mal."""
    return leer_archivo(ruta, _de_raiz)


def _de_raiz(raiz: Hoja) -> ComoSeLlama:
    columnas = raiz.tabla("columnas", _columnas)
    sexos = raiz.tabla("sexos", _sexos)
    for llave, leida in (("columnas", columnas), ("sexos", sexos)):
        if leida is None:
            raiz.reparo(llave, "falta.", f"Escriba [{llave}].")
    return ComoSeLlama(columnas or {}, sexos or {})


def _columnas(hoja: Hoja) -> dict[str, tuple[str, ...]]:
    leidas = {que: tuple(map(llano, hoja.textos(que))) for que in DE_QUE}
    for que, nombres in leidas.items():
        if not nombres or not all(nombres):
            hoja.reparo(
                que, "hace falta al menos un nombre, y ninguno vacío.", "Escriba los de la plataforma."
            )
    return leidas


def _sexos(hoja: Hoja) -> dict[str, Sexo]:
    leidos: dict[str, Sexo] = {}
    for sexo in SEXOS:
        for palabra in map(llano, hoja.textos(sexo)):
            if leidos.setdefault(palabra, sexo) != sexo:
                hoja.repetida(sexo, palabra)
    return leidos
