"""Lo que se anota solo en el libro: ningún paso del informe lo dice."""

from __future__ import annotations

from dataclasses import replace

from ut_escritorio.dominio.oficina.catalogo import Catalogo
from ut_escritorio.dominio.oficios.oficio import ROL_DE, DelPapel, Oficio
from ut_escritorio.dominio.palabras.redaccion import lista
from ut_escritorio.dominio.trimestre.nombres import nombre_de
from ut_escritorio.dominio.trimestre.renglones import Renglon

SOLO_AL_LIBRO = "(libro)"
"""Va en lugar de la clave de un paso; ninguna lleva paréntesis."""


def oficios_de(renglon: Renglon, ejercicio: int) -> tuple[Oficio, ...]:
    """Los que quedarían: uno por número o, si no se dijo ninguno, uno sin él."""
    rol = ROL_DE[renglon.sentido or "enviado"]
    papel = DelPapel(renglon.fecha, None, tuple(replace(parte, rol=rol) for parte in renglon.partes))
    folios = [cita.folio for cita in renglon.citas] or [""]
    sentido = renglon.sentido or "enviado"
    return tuple(Oficio("", folio, sentido, ejercicio, papel, renglon.asunto) for folio in folios)


def dicho_en_el_libro(catalogo: Catalogo, renglon: Renglon) -> str:
    """«UT/0645/2031, para Sindicatura: los horarios»; lo que falta, sin decirlo."""
    folios = lista([cita.folio for cita in renglon.citas]) or "un oficio sin número"
    con = lista([nombre_de(catalogo, parte) for parte in renglon.partes])
    de_quien = f", {'de' if renglon.sentido == 'recibido' else 'para'} {con}" if con else ""
    return f"{folios}{de_quien}{f': {renglon.asunto}' if renglon.asunto else ''}"
