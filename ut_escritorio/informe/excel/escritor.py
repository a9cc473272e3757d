"""Escribe el .xlsx: números como números, fechas como fechas y los textos, siempre como textos."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time
from decimal import Decimal
from io import BytesIO
from typing import Any, assert_never

from xlsxwriter import Workbook

from ut_escritorio.informe.estilo import GRIS, GUINDA, TABLA_ESTRECHA, Color
from ut_escritorio.informe.excel.libro import Aspecto, Hoja, Libro, Numero, Puesta
from ut_escritorio.informe.excel.medidas import altos_de, cortes_de
from ut_escritorio.informe.paquete import cerrado
from ut_escritorio.informe.pdf.papel.signos import limpio
from ut_escritorio.informe.pdf.resultado import Cancelado

_COMO_FORMULA = ("=", "+", "-", "@", "\t")
_CABEN = 32_767
"""Las letras que Excel admite en una casilla."""
_PRIMER_ANIO = 1900
_CARTA = 1
_SE_LEE = 200
"""Las letras a lo ancho que en una hoja impresa todavía se leen."""


def escribe(
    libro: Libro,
    avance: Callable[[int, int], None] | None = None,
    cancelado: Callable[[], bool] | None = None,
) -> bytes:
    """El trabajo de `escribir_excel`; véase ahí qué recibe, qué devuelve y qué lanza."""
    escrito = BytesIO()
    opciones = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    excel: Any = Workbook(escrito, opciones)
    excel.set_properties(
        {
            "title": limpio(libro.titulo)[:255],
            "author": limpio(libro.autor)[:255],
            "created": datetime.combine(libro.fecha, time(12)),
        }
    )
    aspectos = _Aspectos(excel)
    for numero, hoja in enumerate(libro.hojas):
        if cancelado is not None and cancelado():
            raise Cancelado("El informe no se terminó porque se canceló. No se guardó nada.")
        if avance is not None:
            avance(numero, len(libro.hojas))
        _escribe_hoja(excel.add_worksheet(hoja.nombre), hoja, aspectos)
    excel.close()
    if avance is not None:
        avance(len(libro.hojas), len(libro.hojas))
    return cerrado(escrito)


def _escribe_hoja(excel: Any, hoja: Hoja, aspectos: _Aspectos) -> None:
    for columna, ancho in enumerate(hoja.anchos):
        excel.set_column(columna, columna, ancho)
    for fila, alto in altos_de(hoja).items():
        excel.set_row(fila, alto)
    for puesta in hoja.puestas:
        _escribe_puesta(excel, puesta, aspectos)
    excel.freeze_panes(hoja.fijas, 0)
    if hoja.filtra:
        ultima = max((puesta.fila for puesta in hoja.puestas), default=0)
        excel.autofilter(hoja.fijas - 1, 0, max(ultima, hoja.fijas - 1), len(hoja.anchos) - 1)
    excel.hide_gridlines(2)
    excel.set_landscape()
    excel.set_paper(_CARTA)
    en_dos = sum(hoja.anchos) > _SE_LEE  # si no, impresa no se leería
    excel.fit_to_pages(1 + en_dos, 0)
    if en_dos:
        excel.repeat_columns(0)
    elif not hoja.filtra:  # que una lista siga en otra página no estorba
        excel.set_h_pagebreaks(list(cortes_de(hoja)))
    excel.repeat_rows(0, max(hoja.fijas - 1, 0))
    excel.set_footer("&L&A&RPágina &P de &N")


def _escribe_puesta(excel: Any, puesta: Puesta, aspectos: _Aspectos) -> None:
    como = aspectos.de(puesta)
    fila, columna = puesta.fila, puesta.columna
    if puesta.ancho > 1 or puesta.alto > 1:
        abajo, derecha = fila + puesta.alto - 1, columna + puesta.ancho - 1
        excel.merge_range(fila, columna, abajo, derecha, "", como)
    match puesta.valor:
        case None:
            excel.write_blank(fila, columna, None, como)
        case Numero(valor, _, formula) if formula:
            excel.write_formula(fila, columna, f"={formula}", como, valor)
        case Numero(valor):
            excel.write_number(fila, columna, valor, como)
        case str() if puesta.hacia:
            excel.write_url(fila, columna, f"internal:'{puesta.hacia}'!A1", como, limpio(puesta.valor))
        case str():
            excel.write_string(fila, columna, _texto(puesta.valor), como)
        case dia if dia.year < _PRIMER_ANIO:  # Excel no sabe de ellas
            excel.write_string(fila, columna, f"{dia:%d/%m}/{dia.year}", como)
        case dia:
            excel.write_datetime(fila, columna, datetime.combine(dia, time()), como)


def _texto(texto: str) -> str:
    """El texto como se imprime; el que no cabe en una casilla acaba en «…»."""
    dicho = limpio(texto)
    return dicho if len(dicho) <= _CABEN else dicho[: _CABEN - 1] + "…"


class _Aspectos:
    """Los formatos de un libro, que Excel comparte entre sus casillas."""

    def __init__(self, excel: Any) -> None:
        self._excel = excel
        self._hechos: dict[tuple[object, ...], Any] = {}

    def de(self, puesta: Puesta) -> Any:
        """El de una casilla: cómo se ve, y con qué formato si es un número o una fecha."""
        valor = puesta.valor
        de_numero = ""
        if isinstance(valor, Numero):
            de_numero = _con_decimales(valor.valor)
            if valor.unidad:
                de_numero += f'" {limpio(valor.unidad).replace(chr(34), "")}"'
        elif valor is not None and not isinstance(valor, str):
            de_numero = "dd/mm/yyyy"
        como_texto = isinstance(valor, str) and valor.startswith(_COMO_FORMULA)
        cual = (puesta.aspecto, de_numero, como_texto, bool(puesta.hacia))
        if cual not in self._hechos:
            propio = {**_aspecto(puesta.aspecto), **({"num_format": de_numero} if de_numero else {})}
            if como_texto:  # que al corregirlo en Excel tampoco se vuelva fórmula
                propio["quote_prefix"] = True
            if puesta.hacia:
                propio |= {"font_color": _color(GUINDA), "underline": 1}
            self._hechos[cual] = self._excel.add_format(propio)
        return self._hechos[cual]


def _con_decimales(numero: int | Decimal) -> str:
    """«0» o, con dos decimales, «0.00»: los que el número dice, aunque acaben en cero."""
    decimales = -int(numero.as_tuple().exponent) if isinstance(numero, Decimal) else 0
    return f"0.{'0' * decimales}" if decimales else "0"


def _aspecto(aspecto: Aspecto) -> dict[str, object]:
    con_rayas: dict[str, object] = {
        "border": 1,
        "border_color": _color(TABLA_ESTRECHA.borde),
        "valign": "vcenter",
    }
    rotulo = _color(TABLA_ESTRECHA.rellenos["columna"])
    match aspecto:
        case "titulo":
            return {"bold": True, "font_size": 14, "font_color": _color(GUINDA)}
        case "nota":
            return {"font_color": _color(GRIS), "italic": True}
        case "borrador":
            return {"bold": True, "font_size": 14, "font_color": "#B00020"}
        case "rotulo":
            return {**con_rayas, "bold": True, "bg_color": rotulo, "align": "center", "text_wrap": True}
        case "dato":
            return {**con_rayas, "align": "center"}
        case "total":
            return {**con_rayas, "align": "center", "bold": True}
        case "texto":
            return {"valign": "top", "text_wrap": True}
        case _:
            assert_never(aspecto)


def _color(color: Color) -> str:
    return "#" + "".join(f"{parte:02X}" for parte in color)
