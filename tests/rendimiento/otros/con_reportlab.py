"""Escribe con ReportLab lo que dicen las hojas de un documento, las veces que se pida, y dice cuánto tardó.

    PYTHON con_reportlab.py HOJAS.json LETRAS SALIDA VECES

`HOJAS.json` es el que nuestro PDF lleva dentro. Corre en un Python con reportlab 5, que no es del programa:
lo dice UT_OTROS. Imprime, en una línea, los segundos de CPU de cada vez y los de todo el proceso. Hace menos
que el nuestro: sin logotipos, sin etiquetas, sin BORRADOR, y las firmas donde caigan.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape


def main(hojas: Path, letras: Path, salida: Path, veces: int) -> None:
    """Lee, escribe y mide."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    for nombre, archivo in (("T", "Montserrat-Regular"), ("TN", "Montserrat-SemiBold")):
        pdfmetrics.registerFont(TTFont(nombre, letras / f"{archivo}.ttf"))
    pdfmetrics.registerFontFamily("T", normal="T", bold="TN", italic="T", boldItalic="TN")
    cada: list[float] = []
    for _ in range(veces):
        antes = time.process_time()
        _escribe(json.loads(hojas.read_text(encoding="utf-8")), salida)
        cada.append(time.process_time() - antes)
    print(*cada, time.process_time())


def _escribe(dicho: Any, salida: Path) -> None:
    from reportlab.lib.pagesizes import letter
    from reportlab.lib.units import mm
    from reportlab.platypus import PageBreak, SimpleDocTemplate

    membrete = dicho["partes"][0]["membrete"]

    def encabeza(lienzo: Any, documento: Any) -> None:
        lienzo.setFont("T", 7)
        for n, renglon in enumerate([*membrete["administracion"], membrete["leyenda"]]):
            lienzo.drawString(25 * mm, (265 - 4 * n) * mm, renglon)
        lienzo.drawCentredString(108 * mm, 12 * mm, membrete["pie"])
        lienzo.drawRightString(190 * mm, 12 * mm, f"Página {documento.page}")

    papel = SimpleDocTemplate(str(salida), pagesize=letter, leftMargin=25 * mm, rightMargin=25 * mm,
                              topMargin=38 * mm, bottomMargin=22 * mm)  # fmt: skip
    cosas: list[Any] = []
    for parte in dicho["partes"]:
        cosas += [cosa for bloque in parte["bloques"] for cosa in _del_bloque(bloque)] + [PageBreak()]
    papel.build(cosas, onFirstPage=encabeza, onLaterPages=encabeza)


def _del_bloque(bloque: Any) -> list[Any]:
    from reportlab.platypus import Paragraph, Spacer

    titulo, cuerpo, _ = _estilos()
    match bloque["clase"]:
        case "titulo":
            return [Paragraph(escape(bloque["texto"]), titulo)]
        case "parrafo":
            return [Paragraph(escape(bloque["texto"]), cuerpo, bulletText=bloque.get("vineta"))]
        case "cuadro":
            return [_cuadro(bloque["filas"]), Spacer(1, 10)]
        case _:
            textos = [t for firma in bloque["firmas"] for t in firma.values()]
            return [Paragraph(escape(texto), cuerpo) for texto in (*bloque["antes"], *textos)]


def _cuadro(filas: Any) -> Any:
    from reportlab.lib import colors
    from reportlab.platypus import Paragraph, Table, TableStyle

    celda_de = _estilos()[2]
    en: dict[tuple[int, int], Any] = {}
    estilo: list[Any] = [("GRID", (0, 0), (-1, -1), 0.5, colors.grey), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    encabezados = 0
    for fila, celdas in enumerate(filas):
        encabezados += bool(celdas) and all(c["clase"] in ("titulo", "columna") for c in celdas)
        columna = 0
        for celda in celdas:
            while (fila, columna) in en:
                columna += 1
            ancho, alto = celda.get("ancho", 1), celda.get("alto", 1)
            en |= {(fila + f, columna + c): "" for f in range(alto) for c in range(ancho)}
            en[fila, columna] = Paragraph(escape(celda["texto"]), celda_de)
            if ancho > 1 or alto > 1:
                estilo.append(("SPAN", (columna, fila), (columna + ancho - 1, fila + alto - 1)))
    columnas = max(columna for _, columna in en) + 1
    datos = [[en.get((fila, columna), "") for columna in range(columnas)] for fila in range(len(filas))]
    return Table(
        datos, colWidths=[460 / columnas] * columnas, style=TableStyle(estilo), repeatRows=encabezados
    )


def _estilos() -> tuple[Any, Any, Any]:
    from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
    from reportlab.lib.styles import ParagraphStyle

    return (
        ParagraphStyle(
            "t", fontName="TN", fontSize=11, leading=15, spaceBefore=8, spaceAfter=4, keepWithNext=1
        ),
        ParagraphStyle("c", fontName="T", fontSize=9.5, leading=14.5, spaceBefore=6, alignment=TA_JUSTIFY),
        ParagraphStyle("d", fontName="T", fontSize=8.5, leading=11, alignment=TA_CENTER),
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]))
