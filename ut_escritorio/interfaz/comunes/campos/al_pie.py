"""Lo que conviene ver dos veces de un dato recién escrito, dicho al pie de su campo; sin nada de Qt."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ut_escritorio.dominio.oficios.extranos import (
    Numerado,
    de_otro_anio,
    fuera_de_orden,
    que_no_llega,
    solo_en_el_libro,
)
from ut_escritorio.dominio.oficios.folios import ya_usados
from ut_escritorio.dominio.palabras.redaccion import lista, los_de_cada
from ut_escritorio.dominio.plan.arbol import Medio
from ut_escritorio.dominio.plan.lugares import dicho_de_usado
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.dominio.trimestre.renglones import ROLES, Renglon, leer_folio


def aviso_de(foto: FotoTrimestre, renglon: Renglon, dato: str) -> str:
    """Lo que llama la atención de un dato del renglón (por su clave); vacío si nada.

    Una fecha de otro trimestre, un oficio que ya está en otro renglón o un nombre que no está en la
    lista.
    """
    if dato == "fecha":
        return _de_fecha(foto, renglon)
    if dato == "folios":
        return _de_folios(foto, renglon)
    return _de_nombres(renglon, dato) if dato in ROLES else ""


def que_extrana(
    foto: FotoTrimestre, renglon: Renglon, hoy: date, numerados: Iterable[Numerado]
) -> tuple[str, ...]:
    """Lo que extraña de lo que se anota y se toma igual: un número de otro año o que no va con su fecha, o
    que solo está en el libro, y un día que no llega. `numerados`, los oficios que ya tienen número.
    """
    citas = renglon.citas if renglon.sentido == "enviado" else ()
    folios, suyos = [leer_folio(cita.folio) for cita in citas], tuple(numerados)
    dichos = (
        de_otro_anio(folios, foto.trimestre.ejercicio),
        solo_en_el_libro(folios, suyos),
        *dict.fromkeys(fuera_de_orden(folio, renglon.fecha, suyos) for folio in folios),
        que_no_llega(renglon.fecha, hoy),
    )
    return tuple(filter(None, dichos))


def lleva_fecha(foto: FotoTrimestre, renglon: Renglon) -> bool:
    """Si su medio lleva número, y por tanto fecha."""
    medio: Medio | None = foto.plan.medio.get(renglon.medio)
    return medio is not None and medio.con_folio


def _de_fecha(foto: FotoTrimestre, renglon: Renglon) -> str:
    trimestre = foto.trimestre
    if renglon.fecha is None or trimestre.primer_dia <= renglon.fecha <= trimestre.ultimo_dia:
        return ""
    return f"No es del {trimestre}."


def _de_folios(foto: FotoTrimestre, renglon: Renglon) -> str:
    propios = [cita.folio for cita in renglon.citas]
    de_quien = renglon.partes_como("emisor")
    usados = ya_usados(foto, propios, renglon.sentido, menos=renglon.uid, de_quien=de_quien)
    por_lugar = los_de_cada((lugar, folio) for folio, lugar in usados)
    return " ".join(dicho_de_usado(foto.plan, folios, lugar) for lugar, folios in por_lugar.items())


def _de_nombres(renglon: Renglon, rol: str) -> str:
    libres = [f"«{parte.texto}»" for parte in renglon.partes if parte.rol == rol and not parte.clave]
    if not libres:
        return ""
    return f"{lista(libres)} no {'está' if len(libres) == 1 else 'están'} en la lista: se imprime tal cual."
