"""Los papeles del libro de oficios, como van en un texto: lo que de ellos no dice un renglón."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ut_escritorio.datos.toml.escribir.llano import tabla
from ut_escritorio.datos.toml.escribir.renglones import de_partes
from ut_escritorio.datos.toml.libro import PapelLeido
from ut_escritorio.dominio.oficios.oficio import ROL_DE, DelPapel, Oficio, del_renglon
from ut_escritorio.dominio.periodos import MESES
from ut_escritorio.dominio.trimestre.renglones import Renglon, leer_folio


def de_papel(papel: PapelLeido, renglones: Iterable[Renglon]) -> dict[str, Any]:
    """Las llaves de un papel, sin lo que ya dice su renglón; el recibido siempre dice de quién."""
    oficio, dicho = papel.oficio, _dicho_en(papel.oficio, renglones)
    suyo = oficio.papel
    con = suyo.partes if suyo.partes != dicho.partes or oficio.sentido == "recibido" else ()
    return {
        **tabla(oficio, uid=None, ejercicio=None, papel=None, propio=None),
        **({"fecha": suyo.fecha} if suyo.fecha != dicho.fecha and suyo.fecha else {}),
        **({"mes": MESES[suyo.mes - 1]} if suyo.mes != dicho.mes and suyo.mes else {}),
        **({ROL_DE[oficio.sentido]: de_partes(con)} if con else {}),
        **tabla(papel.seguimiento, impreso=None),
    }


def _dicho_en(oficio: Oficio, renglones: Iterable[Renglon]) -> DelPapel:
    """Lo que de ese papel dice el primer renglón que lo cita a él solo."""
    for renglon in renglones:
        dicho = del_renglon(renglon)
        if (
            dicho
            and renglon.sentido == oficio.sentido
            and leer_folio(renglon.citas[0].folio).llave == oficio.leido.llave
        ):
            return dicho
    return DelPapel()
