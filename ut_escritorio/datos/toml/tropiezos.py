"""Los tropiezos de quien escribe TOML a mano, que son siempre los mismos, cada uno con su remedio."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from ut_escritorio.dominio.palabras.llano import llano
from ut_escritorio.dominio.propuestas import Reparo
from ut_escritorio.dominio.trimestre.fechas import leer_fecha

_DONDE = re.compile(r"at line (\d+)")
_CURVAS = re.compile(r"[=\[,{]\s*[“”‘’«„]")
_DE_AQUI = re.compile(
    r"[=\[,]\s*(\d{1,2}[/.\-][\w.]{1,10}[/.\-]\d{2,4}"
    r"|\d{4}[/.\-]\d{1,2}[/.\-]\d{1,2}|\d{1,2} de \w+ del? \d{4})"
)
_MILES = re.compile(r"=\s*(\d{1,3}(?:,\d{3})+)\s*(?:[}#].*)?$")
_CON_COMA = re.compile(r"=\s*(\d+),(\d+)\s*(?:[}#].*)?$")
_POR_CIENTO = re.compile(r"[=\[,]\s*(\d+(?:\.\d+)?)\s*%")
_CON_CERO = re.compile(r"[=\[,]\s*0+(\d+)\b(?![/.\-:])")
_SIN_IGUAL = re.compile(r"^\s*([a-z_]+)\s*(?::\s*|\s)([^=\s].*?)\s*$")
_LLAVE_PARTIDA = re.compile(r"^\s*([a-z]+(?: [a-z]+)+)\s*=")
_COMILLAS_DENTRO = re.compile(r"=\s*\"[^\"]*\"\s*[^\s,\]}#\"]")
_CON_PUNTO = re.compile(r"(?:^|[{,])\s*(\d+(?:\.\d+)+)\s*=")
_LLAVE = re.compile(r"(?:^|[{,])\s*\[*([\w.-]*[^\W\d_a-zA-Z][\w.-]*)\s*[=\]]")
_LOGICO = re.compile(r"=\s*(s[ií]|no|verdadero|falso|true|false)\b", re.IGNORECASE)
_SIN_COMILLAS = re.compile(r"([\w-]+)\s*=\s*([^\W\d][^\"'\[\]{}#=]*?)\s*(?:#.*)?$")

Tropiezo = tuple[str, str]


def ilegible(texto: str, causa: str) -> Reparo:
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
    if "overwrite" in causa or "twice" in causa:
        cual = renglon.partition("=")[0].strip()[:40]
        return "hay una llave o tabla repetida.", f"«{cual}» ya está más arriba: deje una, con lo de las dos."
    if "Unescaped" in causa or "Invalid hex" in causa or "escape" in causa:
        return "trae una diagonal invertida.", r"Escríbala doble: \\."
    remedio = "Revise comillas, corchetes y el signo = de ese renglón y el anterior."
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


def _con_coma(renglon: str) -> Tropiezo | None:
    hallado = _CON_COMA.search(renglon)
    if hallado is None:
        return None
    return (
        f"«{hallado[1]},{hallado[2]}»: los decimales van con punto.",
        f"Escriba {hallado[1]}.{hallado[2]}.",
    )


def _por_ciento(renglon: str) -> Tropiezo | None:
    hallado = _POR_CIENTO.search(renglon)
    return ("los números van sin el signo %.", f"Escriba {hallado[1]}.") if hallado else None


def _con_cero(renglon: str) -> Tropiezo | None:
    hallado = _CON_CERO.search(renglon)
    if hallado is None:
        return None
    return "los números no empiezan con cero.", f"Escriba {hallado[1]}; si es un texto, entre comillas."


def _llave_partida(renglon: str) -> Tropiezo | None:
    hallada = _LLAVE_PARTIDA.search(renglon)
    if hallada is None:
        return None
    return f"«{hallada[1]}»: las llaves van sin espacios.", f"Escriba {hallada[1].replace(' ', '_')}."


def _sin_igual(renglon: str) -> Tropiezo | None:
    hallado = _SIN_IGUAL.search(renglon)
    return ("falta el signo =.", f"Escriba {hallado[1]} = {hallado[2]}") if hallado else None


def _comillas_dentro(renglon: str) -> Tropiezo | None:
    if _COMILLAS_DENTRO.search(renglon) is None:
        return None
    return "trae comillas dentro de un texto.", "Use « », o ponga \\ antes de cada una de las de dentro."


def _con_punto(renglon: str) -> Tropiezo | None:
    hallada = _CON_PUNTO.search(renglon)
    if hallada is None:
        return None
    return f"«{hallada[1]}»: los nombres con punto van entre comillas.", f'Escriba "{hallada[1]}" = …'


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
    _con_curvas, _con_fecha, _con_miles, _con_coma, _por_ciento, _con_cero, _con_punto, _con_acento,
    _logico, _llave_partida, _sin_igual, _comillas_dentro, _sin_comillas,
)  # fmt: skip
