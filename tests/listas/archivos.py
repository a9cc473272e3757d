"""Listas como las de la plataforma, y otras que no deben hacer daño."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import xlsxwriter

ROTULOS = ("No.", "Folio", "Nombre del solicitante", "Fecha oficial de recepción", "Sexo del solicitante")
NOMBRE = "Fulana de Tal Inventada"
Fila = Sequence[object]


def solicitudes(anio: int = 2031) -> list[Fila]:
    """Seis del segundo trimestre, una de julio y una repetida."""
    de = ((4, 9, "Hombre"), (4, 30, "Mujer"), (5, 6, "Mujer"), (5, 31, ""), (6, 3, "Persona moral"),
          (6, 28, "Hombre"), (7, 1, "Mujer"), (6, 28, "Hombre"))  # fmt: skip
    folios = [f"20117312400{n:04}" for n in (1, 2, 3, 4, 5, 6, 7, 6)]
    return [
        (n, folio, NOMBRE, date(anio, mes, dia), sexo)
        for n, (folio, (mes, dia, sexo)) in enumerate(zip(folios, de, strict=True), 1)
    ]


def libro(filas: Sequence[Fila], arriba: Sequence[Fila] = (), nombre: str = "Solicitudes") -> bytes:
    """Un `.xlsx` con su título arriba, sus encabezados y sus filas."""
    salida = BytesIO()
    hecho = xlsxwriter.Workbook(salida, {"in_memory": True})
    hoja = hecho.add_worksheet(nombre)
    fecha = hecho.add_format({"num_format": "dd/mm/yyyy"})
    for n, fila in enumerate((*arriba, ROTULOS, *filas)):
        for m, dato in enumerate(fila):
            if isinstance(dato, date | datetime):
                hoja.write_datetime(n, m, dato, fecha)
            else:
                hoja.write(n, m, dato)
    hecho.close()
    return salida.getvalue()


def en_texto(filas: Sequence[Fila], separador: str = ",") -> str:
    """Las mismas, como CSV, con la fecha como la escribe la plataforma."""
    dichas = (
        f"{dato:%d/%m/%Y} 10:41" if isinstance(dato, date) else str(dato) for fila in filas for dato in fila
    )
    celdas = [*ROTULOS, *dichas]
    return "\r\n".join(separador.join(celdas[n : n + 5]) for n in range(0, len(celdas), 5)) + "\r\n"


def ods(filas: Sequence[Fila]) -> bytes:
    """Un libro de LibreOffice, con la última celda repetida hasta el final como él hace."""

    def celda(dato: object) -> str:
        if isinstance(dato, date):
            return f'<table:table-cell office:value-type="date" office:date-value="{dato.isoformat()}"/>'
        return f'<table:table-cell office:value-type="string"><text:p>{dato}</text:p></table:table-cell>'

    renglones = "".join(
        f"<table:table-row>{''.join(map(celda, fila))}"
        '<table:table-cell table:number-columns-repeated="16379"/></table:table-row>'
        for fila in (ROTULOS, *filas)
    )
    espacios = "".join(
        f' xmlns:{corto}="urn:oasis:names:tc:opendocument:xmlns:{corto}:1.0"'
        for corto in ("office", "table", "text")
    )
    contenido = (
        f'<?xml version="1.0"?><office:document-content{espacios}><office:body><office:spreadsheet>'
        f'<table:table table:name="Hoja1">{renglones}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifiesto = '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    salida = BytesIO()
    with zipfile.ZipFile(salida, "w", zipfile.ZIP_DEFLATED) as dentro:
        dentro.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        dentro.writestr("META-INF/manifest.xml", f'<?xml version="1.0"?>{manifiesto}')
        dentro.writestr("content.xml", contenido)
    return salida.getvalue()


def bomba() -> bytes:
    """Unos cuantos kilobytes que abiertos serían 200 MB."""
    salida = BytesIO()
    with zipfile.ZipFile(salida, "w", zipfile.ZIP_DEFLATED) as dentro:
        dentro.writestr("xl/workbook.xml", b"<workbook/>")
        dentro.writestr("xl/worksheets/sheet1.xml", b" " * 200_000_000)
    return salida.getvalue()


def que_miente() -> bytes:
    """La bomba, diciendo que pesa cien octetos."""
    datos = bytearray(bomba())
    donde = datos.rindex(b"PK\x01\x02")
    datos[donde + 24 : donde + 28] = (100).to_bytes(4, "little")
    return bytes(datos)


def con_una_celda_lejos() -> bytes:
    """Dos celdas: la primera y la última que Excel admite."""
    salida = BytesIO()
    hecho = xlsxwriter.Workbook(salida, {"in_memory": True})
    hoja = hecho.add_worksheet()
    hoja.write(0, 0, "Fecha")
    hoja.write(1_048_575, 16_383, "x")
    hecho.close()
    return salida.getvalue()


def dejar(carpeta: Path, nombre: str, datos: bytes | str) -> Path:
    """Lo deja en la carpeta."""
    ruta = carpeta / nombre
    ruta.write_bytes(datos.encode() if isinstance(datos, str) else datos)
    return ruta
