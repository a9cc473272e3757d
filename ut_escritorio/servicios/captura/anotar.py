"""Anotar de prisa: el renglón entero de una vez, con lo que ya se escribió en otros a la mano."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ut_escritorio.datos.esquema.campos import nuevo_uid
from ut_escritorio.datos.filas.legajo import Legajo
from ut_escritorio.datos.filas.oficios.numeros import leer_tomados, leer_vecinos, poner_ultimo
from ut_escritorio.dominio.impreso.anotar import Borrador, renglon_de
from ut_escritorio.dominio.oficios.extranos import Numerado
from ut_escritorio.dominio.oficios.folios import Serie, revisar_que_no_sea_cero, serie_de
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.dominio.trimestre.renglones import Renglon, Sentido, leer_folio
from ut_escritorio.dominio.trimestre.series import Tomados
from ut_escritorio.servicios.archivo.expediente import Cambios, Expediente
from ut_escritorio.servicios.captura.renglones import agregar_al_final


def anotado_antes(exp: Expediente, foto: FotoTrimestre) -> tuple[Renglon, ...]:
    """Lo anotado en el año de la foto y, si el archivo lo tiene, en el anterior: primero lo más viejo.

    ErrorEsperado si el archivo no se deja leer.
    """
    anterior = Trimestre(foto.trimestre.ejercicio - 1, 4)
    fotos = (exp.foto(anterior), foto) if anterior in exp.trimestres() else (foto,)
    return tuple(
        renglon
        for cada in fotos
        for numero in sorted(cada.renglones_del_ejercicio)
        for renglon in cada.renglones_del_ejercicio[numero]
    )


def tomados_de(exp: Expediente, anio: int) -> Tomados:
    """Los números de cada serie en un año, de todo el archivo; ErrorEsperado si no se deja leer."""
    with exp.base.lectura():
        return leer_tomados(exp.base, anio)


def vecinos_de(exp: Expediente, folios: Iterable[str]) -> tuple[Numerado, ...]:
    """De esos números, los oficios que ya los llevan y los de junto; ErrorEsperado si no se deja leer."""
    with exp.base.lectura():
        return tuple(dict.fromkeys(suyo for f in folios for suyo in leer_vecinos(exp.base, leer_folio(f))))


def serie_para(exp: Expediente, foto: FotoTrimestre, medio: str, sentido: Sentido) -> Serie | None:
    """Con qué serie se completa lo que va por un medio en un sentido, el año de la foto; None si no se sabe.

    ErrorEsperado si el archivo no se deja leer.
    """
    anio, de_siempre = foto.trimestre.ejercicio, foto.plan.serie_de(medio)
    tomados = tomados_de(exp, anio)
    return serie_de(anotado_antes(exp, foto), medio, sentido, anio, de_siempre, tomados)


def completo(exp: Expediente, trimestre: Trimestre, borrador: Borrador) -> Renglon:
    """El renglón de un borrador, con identidad propia y sus números completados por la serie que sigue."""
    foto = exp.foto(trimestre)
    serie = serie_para(exp, foto, borrador.medio, borrador.sentido) if borrador.folios else None
    return replace(renglon_de(foto, borrador, serie), uid=nuevo_uid())


def anotar(
    exp: Expediente, trimestre: Trimestre, *borradores: Borrador, sigue_de_ahi: bool = False
) -> tuple[Renglon, Cambios]:
    """Completa y agrega renglones, cada uno al final de su lugar; devuelve el primero.

    `sigue_de_ahi`: desde ahora la cuenta sigue después del número del primero, aunque esté muy por encima.
    Todo es una sola acción, que se deshace de una vez. ValorInvalido si un número es el 0.
    """
    renglones = [completo(exp, trimestre, borrador) for borrador in borradores]
    for renglon in renglones:
        revisar_que_no_sea_cero(cita.folio for cita in renglon.citas if renglon.sentido == "enviado")
    hechos: list[Renglon] = []

    def agregar(legajo: Legajo) -> None:
        for renglon in renglones:
            hechos.append(agregar_al_final(legajo, renglon))
        if sigue_de_ahi:
            seguir_de(legajo, renglones[0])

    cambios = exp.hacer(trimestre, "Anotar un renglón", agregar)
    return hechos[0], cambios


def seguir_de(legajo: Legajo, renglon: Renglon) -> None:
    """La cuenta de su serie sigue después del mayor de los números de un renglón."""
    leidos = (leer_folio(cita.folio.strip()) for cita in renglon.citas)
    mayor = max((folio for folio in leidos if folio.numero), key=lambda f: f.numero or 0, default=None)
    if mayor is not None and mayor.anio is not None:
        poner_ultimo(legajo.base, mayor.serie or "", mayor.anio, mayor.numero)
