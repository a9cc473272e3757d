"""Del archivo a su primera hoja: que se lea, que sea UTF-8, que sea TOML y de este formato.

Quien lo escribe a mano tropieza siempre en lo mismo: cada tropiezo se dice con su remedio.
"""

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
from ut_escritorio.dominio.palabras.llano import llano
from ut_escritorio.dominio.propuestas import Reparo
from ut_escritorio.dominio.trimestre.fechas import leer_fecha
from ut_escritorio.errores import ErrorEsperado

T = TypeVar("T")
FORMATO = 1
_FECHA = re.compile(r"(?<![\"'\w-])\d{4}-\d{2}-\d{2}(?![\"'\w-])")
_DONDE = re.compile(r"at line (\d+)")
_CURVAS = re.compile(r"[=\[,{]\s*[“”‘’«„]")
_DE_AQUI = re.compile(r"[=\[,]\s*(\d{1,2}[/.\-][\w.]{1,10}[/.\-]\d{2,4}|\d{1,2} de \w+ del? \d{4})")
_MILES = re.compile(r"=\s*(\d{1,3}(?:,\d{3})+)\s*(?:#.*)?$")
_CON_PUNTO = re.compile(r"(?:^|[{,])\s*(\d+(?:\.\d+)+)\s*=")
_LLAVE = re.compile(r"(?:^|[{,])\s*\[*([\w-]*[^\W\d_a-zA-Z][\w.-]*)\s*[=\]]")
_LOGICO = re.compile(r"=\s*(s[ií]|no|verdadero|falso|true|false)\b", re.IGNORECASE)
_SIN_COMILLAS = re.compile(r"([\w-]+)\s*=\s*([^\W\d][^\"'\[\]{}#=]*?)\s*(?:#.*)?$")

Tropiezo = tuple[str, str]


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
    reparos: list[Reparo] = []
    datos, ilegible = _datos(ruta)
    raiz = Hoja(datos, (), reparos)
    if not raiz.tiene("formato"):
        raiz.reparo("formato", "falta.", f"Escriba formato = {FORMATO} en el primer renglón.")
    elif raiz.entero("formato", minimo=1) != FORMATO and not reparos:
        raiz.reparo("formato", "es de otra versión del programa.", f"Este programa lee formato = {FORMATO}.")
    if not reparos:
        with suppress(NoSePuedeSeguir):
            valor = leer(raiz)
            raiz.revisar_llaves()
            if not reparos and ilegible is None:
                return valor
    raise ArchivoConReparos(ruta, reparos or ([ilegible] if ilegible else []))


def _datos(ruta: Path) -> tuple[dict[str, Any], Reparo | None]:
    """Las llaves y valores del archivo, con sus decimales exactos, y lo que impidió leerlo tal cual."""
    try:
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
        ilegible = _ilegible(texto, str(causa))
        try:
            return tomllib.loads(_con_fechas_imposibles(texto), parse_float=Decimal), ilegible
        except (tomllib.TOMLDecodeError, RecursionError):
            raise ArchivoConReparos(ruta, [ilegible]) from causa


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


def _ilegible(texto: str, causa: str) -> Reparo:
    """El reparo de un TOML que no se entiende, con el renglón en que se perdió la lectura."""
    hallado = _DONDE.search(causa)
    numero = int(hallado[1]) if hallado else texto.count("\n") + 1
    renglones = texto.split("\n")
    que, remedio = _tropiezo(renglones[numero - 1] if numero <= len(renglones) else "", causa)
    return Reparo(f"renglón {numero}", que, remedio)


def _tropiezo(renglon: str, causa: str) -> Tropiezo:
    dichos = (tropiezo(renglon) for tropiezo in _TROPIEZOS)
    hallado = next((dicho for dicho in dichos if dicho), None)
    if hallado:
        return hallado
    remedio = "Revise comillas, corchetes y el signo = de ese renglón y el anterior."
    if "overwrite" in causa or "twice" in causa:
        return "hay una llave o tabla repetida.", remedio
    if "Unterminated" in causa or "Illegal character '\\n'" in causa:
        remedio = "Parece que falta la comilla que cierra: cada texto lleva una antes y otra después."
    return "no se entiende.", remedio


def _con_curvas(renglon: str) -> Tropiezo | None:
    if _CURVAS.search(renglon) is None:
        return None
    return "trae comillas curvas.", 'Cámbielas por comillas rectas: ".'


def _con_fecha(renglon: str) -> Tropiezo | None:
    hallada = _DE_AQUI.search(renglon)
    dia = leer_fecha(hallada[1], date.min) if hallada else None
    return (
        (f"«{hallada[1]}» no se escribe así aquí.", f"Escriba {dia}, sin comillas.")
        if hallada and dia
        else None
    )


def _con_miles(renglon: str) -> Tropiezo | None:
    hallado = _MILES.search(renglon)
    if hallado is None:
        return None
    return f"«{hallado[1]}»: los números van sin comas.", f"Escriba {hallado[1].replace(',', '')}."


def _con_punto(renglon: str) -> Tropiezo | None:
    hallada = _CON_PUNTO.search(renglon)
    if hallada is None:
        return None
    return f"«{hallada[1]}»: las claves con punto van entre comillas.", f'Escriba "{hallada[1]}" = …'


def _con_acento(renglon: str) -> Tropiezo | None:
    hallada = _LLAVE.search(renglon)
    if hallada is None:
        return None
    return f"«{hallada[1]}»: las llaves van sin acentos ni ñ.", f"Escriba {llano(hallada[1])}."


def _logico(renglon: str) -> Tropiezo | None:
    hallado = _LOGICO.search(renglon)
    if hallado is None or hallado[1] in ("true", "false"):
        return None
    si = llano(hallado[1]) in ("si", "verdadero", "true")
    return f"«{hallado[1]}» no se escribe así aquí.", f"Escriba {'true' if si else 'false'}, en minúsculas."


def _sin_comillas(renglon: str) -> Tropiezo | None:
    hallado = _SIN_COMILLAS.search(renglon)
    if hallado is None or hallado[2] in ("true", "false"):
        return None
    return "los textos van entre comillas.", f'Escriba {hallado[1]} = "{hallado[2]}".'


_TROPIEZOS: tuple[Callable[[str], Tropiezo | None], ...] = (
    _con_curvas, _con_fecha, _con_miles, _con_punto, _con_acento, _logico, _sin_comillas,
)  # fmt: skip
