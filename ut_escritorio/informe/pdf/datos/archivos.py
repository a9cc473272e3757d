"""Los archivos de datos de un documento, en UTF-8 y siempre iguales con los mismos datos."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from typing import Any, NamedTuple, cast

from ut_escritorio.dominio.numeros.copiado import como_texto
from ut_escritorio.informe.documento import Documento, Tabla
from ut_escritorio.informe.pdf.datos.cuadros import Dato, datos_de
from ut_escritorio.informe.pdf.datos.diccionario import CUADROS, DICCIONARIO, HOJAS, diccionario
from ut_escritorio.informe.pdf.datos.hojas import hojas_dichas
from ut_escritorio.informe.pdf.papel.signos import limpio

_CSV, _JSON = "text/csv", "application/json"
_DURO = "\u00a0"  # con él, «30 %» no sería un número


class Archivo(NamedTuple):
    """Un archivo: su nombre, su tipo, qué es, si es dato o lo explica, y lo que lleva."""

    nombre: str
    tipo: str
    que_es: str
    es_dato: bool
    contenido: bytes


def archivos_de(documento: Documento) -> tuple[Archivo, ...]:
    """Por nombre, que es como el PDF los pide; ninguno si el documento no tiene cuadros."""
    bloques = [bloque for seccion in documento.secciones for bloque in seccion.bloques]
    if not any(isinstance(bloque, Tabla) for bloque in bloques):
        return ()
    cuadros = _csv((Dato.__match_args__, *(_fila(dato) for dato in datos_de(documento))))
    explicado = _csv((("archivo", "dato", "que_es"), *diccionario(bloques)))
    hojas = json.dumps(_limpios(hojas_dichas(documento)), ensure_ascii=False).encode()
    return (
        Archivo(CUADROS, _CSV, "Los cuadros, dato por dato.", True, cuadros),
        Archivo(DICCIONARIO, _CSV, "Qué quiere decir cada dato.", False, explicado),
        Archivo(HOJAS, _JSON, "Todo lo que dicen las hojas.", True, hojas),
    )


def _limpios(dicho: Any) -> Any:
    """Lo mismo, con cada texto como se imprime."""
    match dicho:
        case str():
            return limpio(dicho)
        case dict():
            return {nombre: _limpios(valor) for nombre, valor in cast("dict[str, Any]", dicho).items()}
        case list():
            return [_limpios(valor) for valor in cast("list[Any]", dicho)]
        case _:
            return dicho


def _fila(dato: Dato) -> Iterator[str]:
    for nombre in Dato.__match_args__:
        yield como_texto(limpio(str(getattr(dato, nombre))).replace(_DURO, " "))


def _csv(filas: Iterable[Sequence[str] | Iterator[str]]) -> bytes:
    """Con la marca de UTF-8 que Excel necesita para leer los acentos."""
    escrito = StringIO(newline="")
    csv.writer(escrito, lineterminator="\r\n").writerows(filas)
    return escrito.getvalue().encode("utf-8-sig")
