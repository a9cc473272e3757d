"""Del archivo a su primera hoja: que se lea, que sea UTF-8, que sea TOML y de este formato."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from ut_escritorio.datos.toml.llaves import Hoja
from ut_escritorio.datos.toml.tropiezos import ilegible
from ut_escritorio.dominio.propuestas import Reparo
from ut_escritorio.errores import ErrorEsperado

T = TypeVar("T")
FORMATO = 1
_TOPE = 8 * 1024 * 1024
_FECHA = re.compile(r"(?<![\"'\w-])\d{4}-\d{2}-\d{2}(?![\"'\w-])")


class ArchivoConReparos(ErrorEsperado):
    """Un plan o unos datos que no se pueden cargar; `reparos` dice todo lo que hay que corregir."""

    def __init__(self, ruta: Path, reparos: list[Reparo]) -> None:
        self.reparos = tuple(reparos)
        cosas = "una cosa" if len(reparos) == 1 else f"{len(reparos)} cosas"
        encabezado = f"«{ruta.name}» no se cargó; hay {cosas} que corregir:"
        super().__init__("\n".join([encabezado, *(f"- {reparo}" for reparo in reparos)]))


class NoSePuedeSeguir(Exception):
    """De lo ya reparado depende todo lo que sigue: leerlo solo daría reparos falsos."""


def leer_archivo(ruta: Path, leer: Callable[[Hoja], T]) -> T:
    """Lo que `leer` saca de un archivo TOML; ArchivoConReparos, con todos, si algo está mal."""
    datos, por_que = _datos(ruta)
    return leer_llaves(datos, ruta, leer, por_que)


def leer_llaves(
    datos: dict[str, Any], ruta: Path, leer: Callable[[Hoja], T], por_que: Reparo | None = None
) -> T:
    """Lo mismo, de unas llaves ya leídas de `ruta`; `por_que` es lo que impidió leerlas tal cual."""
    reparos: list[Reparo] = []
    raiz = Hoja(datos, (), reparos)
    if not raiz.tiene("formato"):
        raiz.reparo("formato", "falta.", f"Escriba formato = {FORMATO} en el primer renglón.")
    elif raiz.entero("formato", minimo=1) != FORMATO and not reparos:
        raiz.reparo("formato", "es de otra versión del programa.", f"Este programa lee formato = {FORMATO}.")
    if not reparos:
        with suppress(NoSePuedeSeguir):
            valor = leer(raiz)
            raiz.revisar_llaves()
            if not reparos and por_que is None:
                return valor
    raise ArchivoConReparos(ruta, reparos or ([por_que] if por_que else []))


def _datos(ruta: Path) -> tuple[dict[str, Any], Reparo | None]:
    """Las llaves y valores del archivo, con sus decimales exactos, y lo que impidió leerlo tal cual."""
    try:
        if ruta.stat().st_size > _TOPE:
            raise ErrorEsperado(
                f"«{ruta.name}» pesa más de lo que pesa un plan o un trimestre. Revise que sea ese archivo."
            )
        texto = ruta.read_bytes().decode("utf-8-sig")
    except OSError as causa:
        raise ErrorEsperado(
            f"No se pudo leer «{ruta}»: {_motivo(ruta, causa)}. Revise que exista y que se pueda abrir."
        ) from causa
    except UnicodeDecodeError as causa:
        renglon = bytes(causa.object[: causa.start]).count(b"\n") + 1
        raise ArchivoConReparos(
            ruta,
            [Reparo(f"renglón {renglon}", "no está en UTF-8.", "Guárdelo de nuevo con esa codificación.")],
        ) from causa
    try:
        return tomllib.loads(texto, parse_float=Decimal), None
    except (tomllib.TOMLDecodeError, RecursionError) as causa:
        por_que = ilegible(texto, str(causa))
        try:
            return tomllib.loads(_con_fechas_imposibles(texto), parse_float=Decimal), por_que
        except (tomllib.TOMLDecodeError, RecursionError):
            raise ArchivoConReparos(ruta, [por_que]) from causa


def _motivo(ruta: Path, causa: OSError) -> str:
    if isinstance(causa, FileNotFoundError):
        return "no existe"
    if ruta.is_dir():  # en Windows la causa es falta de permiso
        return "es una carpeta"
    return "no se permite leerlo" if isinstance(causa, PermissionError) else "falló la lectura"


def _con_fechas_imposibles(texto: str) -> str:
    """El mismo TOML con las fechas imposibles entre comillas, para poder decir en qué llave están."""
    return _FECHA.sub(lambda hallada: hallada[0] if _existe(hallada[0]) else f'"{hallada[0]}"', texto)


def _existe(fecha: str) -> bool:
    try:
        date.fromisoformat(fecha)
    except ValueError:
        return False
    return True
