"""Todas las evidencias de un trimestre, dichas: de qué son, qué son y en qué anexo salen."""

from __future__ import annotations

from ut_escritorio.datos.filas.anexos import leer_todas
from ut_escritorio.datos.filas.evidencias import con_lo_que_llego
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.palabras.llano import llano
from ut_escritorio.dominio.palabras.redaccion import con_inicial
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.plan.lugares import breve, donde
from ut_escritorio.dominio.trimestre.anexos import de_que_es, en_orden
from ut_escritorio.dominio.trimestre.evidencias import Evidencia
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.servicios.archivo.expediente import Expediente


@congelado
class EnLista:
    """Una: dónde está, de qué es, ella misma, y el número del anexo en que sale (None: en ninguno)."""

    donde: str
    de_que_es: str
    evidencia: Evidencia
    anexo: int | None


def destinos(exp: Expediente, trimestre: Trimestre) -> tuple[tuple[Origen, str], ...]:
    """Todo lo que puede tener evidencias en un trimestre, con sus palabras, en el orden del informe."""
    foto = exp.foto(trimestre)
    return tuple(
        (dueno, f"{con_inicial(donde(foto.plan, lugar))} · {_de_que(foto, lugar, dueno)}")
        for lugar, dueno, _ in en_orden(foto.plan, foto.anotado_en, ())
    )


def _de_que(foto: FotoTrimestre, lugar: str, dueno: Origen) -> str:
    """De qué es; si no dice el nombre con que el lugar se lee en su índice, con él por delante."""
    renglon = foto.renglon.get(dueno.clave)
    dicho, nombre = de_que_es(foto.plan, renglon, lugar), breve(foto.plan.lugar[lugar])
    return dicho if renglon is not None or llano(nombre) in llano(dicho) else f"{nombre}. {dicho}"


def todas_de(exp: Expediente, trimestre: Trimestre) -> tuple[EnLista, ...]:
    """Las de sus lugares y sus renglones, con las de los oficios que dicen, en el orden del informe."""
    foto, legajo = exp.foto(trimestre), exp.legajo(trimestre)
    with exp.base.lectura():
        suyas = leer_todas(legajo)
    numeros = foto.anexos.numero_de

    def dichas(lugar: str, dueno: Origen) -> tuple[EnLista, ...]:
        renglon = foto.renglon.get(dueno.clave) if dueno.clase == "renglon" else None
        que = de_que_es(foto.plan, renglon, lugar)
        return tuple(
            EnLista(donde(foto.plan, lugar), que, cada, numeros.get(cada.contenido) if cada.sale else None)
            for cada in con_lo_que_llego(legajo, suyas.get(dueno, ()))
        )

    de_cada = (dichas(lugar, dueno) for lugar, dueno, _ in en_orden(foto.plan, foto.anotado_en, ()))
    return tuple(cada for unas in de_cada for cada in unas)
