"""Cómo se escribe cada cosa en TOML: textos, números, fechas, listas y tablas de un renglón."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, assert_never, cast

_LLANA = re.compile(r"[A-Za-z0-9_-]+")
_ESCAPES = {"\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}
_RAROS = re.compile(r"[\x00-\x1f\x7f\\]")
_SIN_ESCAPES = re.compile(r"[^\x00-\x1f\x7f']*\"[^\x00-\x1f\x7f']*")
_SANGRIA = "    "

Llano = str | bool | int | Decimal | date | list[Any] | dict[str, Any]


def llave(nombre: object) -> str:
    """El nombre de una llave; entre comillas si lleva punto, espacio o acento."""
    escrita = str(nombre)
    return escrita if _LLANA.fullmatch(escrita) else texto(escrita)


def en_un_renglon(valor: Llano) -> str:
    """Cualquier valor, sin partirlo."""
    match valor:
        case str():
            return texto(valor)
        case bool():
            return "true" if valor else "false"
        case int():
            return str(valor)
        case Decimal():
            return f"{valor:f}"
        case date():
            return valor.isoformat()
        case list():
            return f"[{', '.join(map(en_un_renglon, cast(list[Llano], valor)))}]"
        case dict():
            suyas = (f"{llave(n)} = {en_un_renglon(v)}" for n, v in cast(Mapping[str, Llano], valor).items())
            dentro = ", ".join(suyas)
            return f"{{ {dentro} }}" if dentro else "{}"
        case _:
            assert_never(valor)


def texto(escrito: str) -> str:
    """Un texto entre comillas, en un renglón; el que lleva comillas dentro va entre comillas simples."""
    if _SIN_ESCAPES.fullmatch(escrito):
        return f"'{escrito}'"
    return f'"{_con_escapes(escrito).replace(chr(34), chr(92) + chr(34))}"'


def texto_partido(escrito: str, ancho: int, sangria: str = "") -> str:
    r"""Un texto largo en varios renglones que se leen como uno: cada uno acaba en «\» menos el último."""
    renglones = _partido(escrito, ancho - len(sangria + _SANGRIA) - 2)
    unidos = f"\\\n{sangria}{_SANGRIA}".join(["", *renglones])
    return f'"""{unidos}"""'


def _partido(escrito: str, ancho: int) -> list[str]:
    """El texto en pedazos que no empiezan con espacio: lo que sigue a «\\» pierde los suyos."""
    renglones = [""]
    for pedazo in re.findall(r"\s*(?:\{[^{}]*\}|\S)+(?: (?=\S)|\n(?=\S)|\s*\Z)?", escrito):
        escapado = re.sub(r'"(?="|\Z)', r"\\" + '"', _con_escapes(pedazo))
        cabe = len(renglones[-1]) + len(escapado.rstrip(" ")) <= ancho
        if renglones[-1] and not pedazo[0].isspace() and (not cabe or renglones[-1].endswith("\\n")):
            renglones.append("")
        renglones[-1] += escapado
    return renglones


def _con_escapes(escrito: str) -> str:
    return _RAROS.sub(lambda signo: _ESCAPES.get(signo[0], f"\\u{ord(signo[0]):04X}"), escrito)
