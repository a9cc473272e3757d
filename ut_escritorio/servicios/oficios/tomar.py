"""Tomar los números de las cartas de una vez, y decirlas donde el informe las cuenta."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ut_escritorio.datos.esquema.campos import nuevo_uid
from ut_escritorio.datos.filas.legajo import Legajo
from ut_escritorio.datos.filas.oficios import cartas as datos
from ut_escritorio.datos.filas.oficios import escritos
from ut_escritorio.dominio.impreso.anotar import Borrador, renglon_de
from ut_escritorio.dominio.oficios.oficio import Oficio
from ut_escritorio.dominio.periodos import Trimestre, trimestre_de
from ut_escritorio.dominio.trimestre.nombres import nombres_de
from ut_escritorio.dominio.trimestre.renglones import Renglon
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.expediente import Cambios, Expediente
from ut_escritorio.servicios.captura.anotar import tomados_de
from ut_escritorio.servicios.captura.renglones import agregar_al_final
from ut_escritorio.servicios.oficios.cartas import abrir_carta, oficio_de
from ut_escritorio.servicios.oficios.numeros import no_es_de_otro, serie_que_sigue


def tomar_seguidos(
    exp: Expediente, trimestre: Trimestre, uids: Sequence[str], hoy: date
) -> tuple[tuple[str, ...], Cambios]:
    """Le da a cada oficio, en su orden, el número que sigue, y lo dice en el lugar que su carta pida.

    El que no tenía fecha es de hoy. Es una sola acción. Devuelve sus folios.

    Raises:
        ErrorEsperado: no se conoce la serie, alguno ya tiene número, o el lugar es de un trimestre firmado.
    """
    serie = serie_que_sigue(exp, trimestre)
    if serie is None:
        raise ErrorEsperado("No se conoce la serie de sus oficios. Escriba el número entero: UT/0645/2031.")
    tomados = tomados_de(exp, serie.anio).de(serie.antes.removesuffix("/"), serie.anio)
    nuevos = [
        _con_numero(exp, uid, serie.folio(str(numero)), hoy)
        for uid, numero in zip(uids, tomados.siguientes(len(uids)), strict=True)
    ]
    renglones = [_su_renglon(exp, nuevo, hoy) for nuevo in nuevos]

    def tomar(legajo: Legajo) -> None:
        for nuevo, renglon in zip(nuevos, renglones, strict=True):
            no_es_de_otro(legajo, nuevo)
            escritos.cambiar(legajo, nuevo)
            if renglon is not None:
                agregar_al_final(exp.legajo(renglon[0]), renglon[1])

    folios = tuple(nuevo.folio for nuevo in nuevos)
    uno = len(folios) == 1
    nombre = f"Tomar el número {folios[0]}" if uno else f"Tomar {len(folios)} números"
    return folios, exp.hacer(trimestre, nombre, tomar)


def _con_numero(exp: Expediente, uid: str, folio: str, hoy: date) -> Oficio:
    oficio = oficio_de(exp, uid)
    if oficio.folio:
        raise ErrorEsperado(f"Ya tiene número: {oficio.folio}. Cancélelo si no es ese.")
    papel = oficio.papel
    if papel.fecha is None and papel.mes is None:
        papel = replace(papel, fecha=hoy)
    asunto = oficio.asunto
    if not asunto and (abierta := abrir_carta(exp, uid, hoy)).escrita:
        asunto = abierta.dicha.asunto
    return replace(oficio, folio=folio, papel=papel, asunto=asunto, propio=True)


def _su_renglon(exp: Expediente, oficio: Oficio, hoy: date) -> tuple[Trimestre, Renglon] | None:
    """El renglón con que el informe dirá esa carta, y de qué trimestre; None si no se pidió."""
    with exp.base.lectura():
        carta = datos.leer_carta(exp.base, oficio.uid)
    if carta is None or not carta.lugar:
        return None
    suyo = trimestre_de(oficio.papel.fecha or hoy)
    foto = exp.foto(suyo)
    if carta.lugar not in foto.plan.cadena:
        raise ErrorEsperado("El lugar del informe en que iba ya no está en el plan. Elija otro, o ninguno.")
    borrador = Borrador(
        carta.lugar,
        foto.plan.medio_con_folio,
        "enviado",
        oficio.folio,
        oficio.papel.fecha,
        nombres_de(foto.catalogo, oficio.papel.partes),
        _para_la_frase(oficio.asunto),
    )
    return suyo, replace(renglon_de(foto, borrador, None), uid=nuevo_uid())


def _para_la_frase(asunto: str) -> str:
    """«Se solicita…» dentro de una frase es «se solicita…»; unas siglas siguen como están."""
    return asunto[:1].lower() + asunto[1:] if asunto[1:2].islower() or asunto[1:2] == " " else asunto
