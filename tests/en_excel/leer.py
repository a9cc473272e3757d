"""Un .xlsx como lo lee otro programa: sus hojas con sus valores, y sus fórmulas aparte."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from zipfile import ZipFile

from python_calamine import CalamineWorkbook

from ut_escritorio.informe.documento import Tabla

Valor = str | float | date
_FORMULA = re.compile(rb"<f>([^<]*)</f><v>([^<]*)</v>")


def hojas_de(datos: bytes) -> dict[str, list[list[Valor]]]:
    """Las filas de cada hoja, por su nombre."""
    libro = CalamineWorkbook.from_filelike(BytesIO(datos))
    return {nombre: libro.get_sheet_by_name(nombre).to_python() for nombre in libro.sheet_names}


def formulas_de(datos: bytes) -> list[str]:
    """Todas las del libro."""
    with ZipFile(BytesIO(datos)) as paquete:
        hojas = [paquete.read(nombre) for nombre in paquete.namelist() if nombre.startswith("xl/worksheets/")]
    return [formula.decode() for hoja in hojas for formula, _ in _FORMULA.findall(hoja)]


def sin_lo_calculado(datos: bytes) -> bytes:
    """El mismo libro sin el resultado de sus fórmulas: quien lo abra tiene que sumarlas."""
    vacio = BytesIO()
    with ZipFile(BytesIO(datos)) as paquete, ZipFile(vacio, "w") as otro:
        for parte in paquete.infolist():
            otro.writestr(parte.filename, _FORMULA.sub(rb"<f>\1</f>", paquete.read(parte)))
    return vacio.getvalue()


def donde_esta(tabla: Tabla, filas: list[list[Valor]]) -> int | None:
    """En qué fila de una hoja empieza un cuadro, celda por celda igual; None si en ninguna."""
    for desde in range(len(filas)):
        if all(_dice(_en(filas, desde + f, c), celda.texto) for f, c, celda in tabla.lugares):
            return desde
    return None


def _en(filas: list[list[Valor]], fila: int, columna: int) -> Valor:
    """Lo de una casilla; las vacías del final no se leen."""
    return filas[fila][columna] if fila < len(filas) and columna < len(filas[fila]) else ""


def _dice(valor: Valor, texto: str) -> bool:
    """Si una casilla dice lo de una celda; el número va solo, con su unidad como formato."""
    if isinstance(valor, float):
        return texto.split(" ")[0] == f"{valor:.0f}"
    return valor == texto
