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
from ut_escritorio.dominio.impreso.anotar import Borrador, como_se_leera, renglon_de
from ut_escritorio.dominio.impreso.relatos import forma_de
from ut_escritorio.dominio.oficios.folios import Serie
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
from ut_escritorio.servicios.oficios.cartas import CartaAbierta, abrir_carta, oficio_de


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
    completos = [
        _con_su_carta(exp, _con_numero(exp, uid, folio), hoy)
        for uid, folio in zip(uids, _siguientes(exp, serie, len(uids)), strict=True)
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


def con_los_que_siguen(exp: Expediente, trimestre: Trimestre, folios: Sequence[str]) -> tuple[str, ...]:
    """Esos folios y, en lugar de los vacíos, los que hoy se tomarían; si no se sabe cuáles, vacíos."""
    serie = None if numeros.no_se_sabe(exp, trimestre) else numeros.serie_que_sigue(exp, trimestre)
    if serie is None:
        return tuple(folios)
    siguen = iter(_siguientes(exp, serie, list(folios).count("")))
    return tuple(folio or next(siguen) for folio in folios)


def _siguientes(exp: Expediente, serie: Serie, cuantos: int) -> tuple[str, ...]:
    tomados = tomados_de(exp, serie.anio).de(serie.antes.removesuffix("/"), serie.anio)
    return tuple(serie.folio(str(numero)) for numero in tomados.siguientes(cuantos))


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
    if por_que := por_que_no_la_dice(exp.foto(suyo), carta.lugar):
        raise ErrorEsperado(por_que)
    return suyo, _renglon_en(exp.foto(suyo), oficio, carta.lugar, dicha)


def por_que_no_la_dice(foto: FotoTrimestre, lugar: str) -> str:
    """Por qué en ese lugar de un trimestre no se puede decir una carta nueva; vacío si se puede."""
    if foto.firmado is not None:
        return (
            f"El {foto.trimestre} ya está firmado y no puede decir esta carta. Ábralo para corregir, cambie "
            "la fecha de la carta o, en «Va en», elija ninguno."
        )
    if lugar not in foto.plan.cadena:
        return "El lugar del informe en que iba ya no está en el plan. Elija otro, o ninguno."
    return ""


def como_se_dira(exp: Expediente, abierta: CartaAbierta, hoy: date) -> tuple[str, str]:
    """Cómo y en qué trimestre dirá el informe una carta que aún no tiene número; o por qué no la puede decir.

    Las dos cosas, vacías si no se pidió que la diga.
    """
    oficio, lugar = abierta.oficio, abierta.carta.lugar
    suyo = trimestre_de(oficio.papel.fecha or hoy)
    if oficio.folio or not abierta.escrita or not lugar or suyo not in exp.trimestres():
        return "", ""
    foto = exp.foto(suyo)
    if por_que := por_que_no_la_dice(foto, lugar):
        return "", por_que
    frase = como_se_leera(foto, _renglon_en(foto, oficio, lugar, abierta.dicha)).automatico
    return f"En el {suyo} se dirá: {frase}", ""


def _renglon_en(foto: FotoTrimestre, oficio: Oficio, lugar: str, dicha: CartaDicha) -> Renglon:
    borrador = Borrador(
        lugar,
        foto.plan.medio_con_folio,
        "enviado",
        oficio.folio,
        oficio.papel.fecha,
        nombres_de(foto.catalogo, oficio.papel.partes),
    )
    return el_que_la_dice(foto, borrador, dicha)


def el_que_la_dice(foto: FotoTrimestre, borrador: Borrador, dicha: CartaDicha) -> Renglon:
    """El renglón nuevo de una carta, con lo que ella trata dicho en la frase de su lugar."""
    renglon = renglon_de(foto, borrador, None)
    asunto = asunto_en_la_frase(dicha, forma_de(foto.plan, renglon).texto)
    return replace(renglon, uid=nuevo_uid(), asunto=limpio(asunto))
