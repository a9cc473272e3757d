"""Los datos de un trimestre como texto: lo que se anotó, contó y escribió en sus tres meses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ut_escritorio.datos.toml.archivo import FORMATO
from ut_escritorio.datos.toml.escribir.conteos import de_conteos
from ut_escritorio.datos.toml.escribir.hoja import COMO_SE_ESCRIBE, como_texto
from ut_escritorio.datos.toml.escribir.libro import de_papel
from ut_escritorio.datos.toml.escribir.llano import en_orden, llano, tabla
from ut_escritorio.datos.toml.escribir.renglones import Cuaderno
from ut_escritorio.datos.toml.libro import PapelLeido
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre, OficioRemision, TextoAMano


def escribir_trimestre(foto: FotoTrimestre, papeles: Iterable[PapelLeido] = ()) -> str:
    """El texto de un trimestre; `papeles`, los de su libro que dicen más que sus renglones."""
    comentario = f"Los datos del {foto.trimestre}.\n{COMO_SE_ESCRIBE}"
    return como_texto(comentario, llaves_de(foto, papeles))


def llaves_de(foto: FotoTrimestre, papeles: Iterable[PapelLeido] = ()) -> dict[str, Any]:
    """Las llaves de un trimestre, en el orden en que se escriben."""
    plan, cuaderno = foto.plan, Cuaderno(foto)
    llaves: dict[str, Any] = {
        "formato": FORMATO,
        "ejercicio": foto.trimestre.ejercicio,
        "trimestre": foto.trimestre.numero,
        "fecha_de_firma": foto.fecha_de_firma,
        "numera_paginas": None if foto.numera_paginas else False,
        "sin_actividad": [clave for clave in plan.lugar if clave in foto.sin_actividad] or None,
        "alcanzado": _por_lugar(plan, foto.alcanzado),
        "justificaciones": _por_lugar(plan, foto.justificaciones),
        "metas_modificadas": [
            {"actividad": clave, **tabla(meta)} for clave, meta in _en_orden(plan, foto.modificadas).items()
        ],
        "oficios": [
            _de_remision(foto.remisiones[clave]) for clave in plan.departamento if clave in foto.remisiones
        ],
        "conteos": de_conteos(foto),
        "renglones": cuaderno.renglones(),
        "a_mano": [
            _a_mano(texto, cuaderno)
            for _, texto in sorted(foto.a_mano.items())
            if cuaderno.conoce(texto.origen)
        ],
        "libro": [de_papel(papel, foto.renglones) for papel in papeles],
    }
    return en_orden({n: v for n, v in llaves.items() if v or v is False}, ())


def _en_orden(plan: Plan, por_lugar: Mapping[str, Any]) -> dict[str, Any]:
    """Lo que se dice de unos lugares, en el orden del informe."""
    return {clave: por_lugar[clave] for clave in plan.lugar if clave in por_lugar}


def _por_lugar(plan: Plan, por_lugar: Mapping[str, Any]) -> dict[str, Any]:
    return llano(_en_orden(plan, por_lugar))


def _de_remision(oficio: OficioRemision) -> dict[str, Any]:
    return tabla(oficio)


def _a_mano(texto: TextoAMano, cuaderno: Cuaderno) -> dict[str, Any]:
    """El de un renglón lo nombra por la clave que lleva aquí; sin lo que sustituía, no se dice."""
    llaves = tabla(texto, origen=cuaderno.origen(Origen.leido(texto.origen)))
    return {n: v for n, v in llaves.items() if v or n != "sustituye"}
