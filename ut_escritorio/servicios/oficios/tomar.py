"""Tomar los números de las cartas de una vez, y decirlas donde el informe las cuenta."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from ut_escritorio.datos.esquema.campos import nuevo_uid
from ut_escritorio.datos.filas.legajo import Legajo
from ut_escritorio.datos.filas.oficios import cartas as datos
from ut_escritorio.datos.filas.oficios import escritos
from ut_escritorio.dominio.cartas.dicha import CartaDicha
from ut_escritorio.dominio.cartas.en_el_informe import asunto_en_la_frase
from ut_escritorio.dominio.impreso.anotar import Borrador, renglon_de
from ut_escritorio.dominio.impreso.relatos import forma_de
from ut_escritorio.dominio.oficios.oficio import Oficio
from ut_escritorio.dominio.palabras.limpieza import limpio
from ut_escritorio.dominio.periodos import Trimestre, trimestre_de
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.dominio.trimestre.nombres import nombres_de
from ut_escritorio.dominio.trimestre.renglones import Renglon
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.expediente import Cambios, Expediente
from ut_escritorio.servicios.captura.anotar import tomados_de
from ut_escritorio.servicios.captura.renglones import agregar_al_final
from ut_escritorio.servicios.oficios import numeros
from ut_escritorio.servicios.oficios.cartas import abrir_carta, oficio_de


def tomar_uno(
    exp: Expediente,
    trimestre: Trimestre,
    uid: str,
    numero: str,
    hoy: date,
    *,
    sigue_de_ahi: bool | None = None,
) -> tuple[str, Cambios]:
    """Como `numeros.tomar`; el que tiene carta toma su fecha y su asunto, y se dice donde ella pida."""
    return numeros.tomar(
        exp,
        trimestre,
        uid,
        numero,
        sigue_de_ahi=sigue_de_ahi,
        completar=lambda oficio: _con_su_carta(exp, oficio, hoy),
    )


def tomar_seguidos(
    exp: Expediente, trimestre: Trimestre, uids: Sequence[str], hoy: date
) -> tuple[tuple[str, ...], Cambios]:
    """Le da a cada oficio, en su orden, el número que sigue, como `tomar_uno`, en una sola acción.

    Devuelve sus folios.

    Raises:
        NoSeSabe: no se sabe por cuál número va la serie.
        ErrorEsperado: no se conoce la serie, alguno ya tiene número, o el lugar es de un trimestre firmado.
    """
    numeros.revisar_que_se_sepa(exp, trimestre)
    serie = numeros.serie_que_sigue(exp, trimestre)
    if serie is None:
        raise ErrorEsperado("No se conoce la serie de sus oficios. Escriba el número entero: UT/0645/2031.")
    tomados = tomados_de(exp, serie.anio).de(serie.antes.removesuffix("/"), serie.anio)
    completos = [
        _con_su_carta(exp, _con_numero(exp, uid, serie.folio(str(numero))), hoy)
        for uid, numero in zip(uids, tomados.siguientes(len(uids)), strict=True)
    ]

    def tomar(legajo: Legajo) -> None:
        for nuevo, lo_demas in completos:
            numeros.no_es_de_otro(legajo, nuevo)
            escritos.cambiar(legajo, nuevo)
            lo_demas()

    folios = tuple(nuevo.folio for nuevo, _ in completos)
    uno = len(folios) == 1
    nombre = f"Tomar el número {folios[0]}" if uno else f"Tomar {len(folios)} números"
    return folios, exp.hacer(trimestre, nombre, tomar)


def _con_numero(exp: Expediente, uid: str, folio: str) -> Oficio:
    oficio = oficio_de(exp, uid)
    if oficio.folio:
        raise ErrorEsperado(f"Ya tiene número: {oficio.folio}. Cancélelo si no es ese.")
    return replace(oficio, folio=folio, propio=True)


def _con_su_carta(exp: Expediente, oficio: Oficio, hoy: date) -> tuple[Oficio, Callable[[], object]]:
    """El oficio con la fecha y el asunto de su carta, si la tiene, y cómo se dice en el informe."""
    abierta = abrir_carta(exp, oficio.uid, hoy)
    if not abierta.escrita:
        return oficio, lambda: None
    papel = oficio.papel
    if papel.fecha is None and papel.mes is None:
        papel = replace(papel, fecha=hoy)
    completo = replace(oficio, papel=papel, asunto=oficio.asunto or abierta.dicha.asunto)
    renglon = _su_renglon(exp, completo, abierta.dicha, hoy)
    if renglon is None:
        return completo, lambda: None
    suyo, dicho = renglon
    legajo = exp.legajo(suyo)  # antes de la acción: en ella ya no se puede leer
    return completo, lambda: agregar_al_final(legajo, dicho)


def _su_renglon(
    exp: Expediente, oficio: Oficio, dicha: CartaDicha, hoy: date
) -> tuple[Trimestre, Renglon] | None:
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
    )
    return suyo, el_que_la_dice(foto, borrador, dicha)


def el_que_la_dice(foto: FotoTrimestre, borrador: Borrador, dicha: CartaDicha) -> Renglon:
    """El renglón nuevo de una carta, con lo que ella trata dicho en la frase de su lugar."""
    renglon = renglon_de(foto, borrador, None)
    asunto = asunto_en_la_frase(dicha, forma_de(foto.plan, renglon).texto)
    return replace(renglon, uid=nuevo_uid(), asunto=limpio(asunto))
