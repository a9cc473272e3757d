"""Anotar en el libro: agregar, cambiar y cancelar oficios, y lo que les pasa después."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.esquema.campos import nuevo_uid
from ut_escritorio.datos.filas import captura, renglones
from ut_escritorio.datos.filas.legajo import Legajo
from ut_escritorio.datos.filas.oficios import escritos
from ut_escritorio.datos.filas.oficios.cartas import enviada_de, leer_carta
from ut_escritorio.datos.filas.oficios.impresos import marcar_impresos
from ut_escritorio.dominio.impreso.anotar import Borrador
from ut_escritorio.dominio.oficios.identidad import anio_del_libro
from ut_escritorio.dominio.oficios.libro import Dicho, EnElLibro
from ut_escritorio.dominio.oficios.oficio import Contestacion, Oficio
from ut_escritorio.dominio.oficios.solo_al_libro import oficios_de
from ut_escritorio.dominio.palabras.limpieza import limpio
from ut_escritorio.dominio.palabras.redaccion import lista
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.expediente import Cambios, Expediente
from ut_escritorio.servicios.captura.anotar import completo, seguir_de
from ut_escritorio.servicios.oficios.clases import clases_del_plan, con_clase_del_plan
from ut_escritorio.servicios.oficios.libro import leer_libro
from ut_escritorio.servicios.oficios.numeros import no_es_de_otro, revisar_que_se_suelte


def agregar(exp: Expediente, trimestre: Trimestre, oficio: Oficio) -> tuple[Oficio, Cambios]:
    """Agrega al libro un oficio, con identidad nueva; el que se envía puede ir aún sin número.

    ErrorEsperado si su número ya es de otro, o su clase no es de las que el plan nombra.
    """
    nuevo = _limpio(replace(oficio, uid=nuevo_uid(), propio=True), trimestre)
    clases = clases_del_plan(exp, nuevo.ejercicio)

    def poner(legajo: Legajo) -> None:
        if nuevo.sentido == "enviado":
            no_es_de_otro(legajo, nuevo)
        escritos.agregar(legajo, con_clase_del_plan(clases, nuevo))

    return nuevo, exp.hacer(trimestre, "Agregar un oficio", poner)


def anotar_solo_al_libro(
    exp: Expediente,
    trimestre: Trimestre,
    borrador: Borrador,
    *,
    contesta_a: str = "",
    completa: bool = True,
    sigue_de_ahi: bool = False,
) -> tuple[tuple[Oficio, ...], Cambios]:
    """Anota los oficios de un borrador sin que ningún paso del informe los diga.

    `contesta_a`, el uid del que espera y con estos quedó contestado, entero o no; `sigue_de_ahi`, como en
    `captura.anotar`. Todo es una sola acción. ErrorEsperado si un número ya es de otro.
    """
    renglon = completo(exp, trimestre, borrador)
    nuevos = [
        _limpio(replace(oficio, uid=nuevo_uid()), trimestre)
        for oficio in oficios_de(renglon, trimestre.ejercicio)
    ]

    def poner(legajo: Legajo) -> None:
        for nuevo in nuevos:
            if nuevo.sentido == "enviado":
                no_es_de_otro(legajo, nuevo)
            escritos.agregar(legajo, nuevo)
            if contesta_a:
                suya = Contestacion("", nuevo.uid, nuevo.papel.fecha, completa=completa)
                escritos.poner_contestacion(legajo.base, contesta_a, suya)
        if sigue_de_ahi:
            seguir_de(legajo, renglon)

    return tuple(nuevos), exp.hacer(trimestre, "Anotar en el libro", poner)


def esta_en_el_libro(exp: Expediente, uid: str) -> bool:
    """Si ese oficio todavía está."""
    return bool(exp.base.filas(e.Oficio, ("id",), uid=uid))


class CartaImpresa(ErrorEsperado):
    """Su carta ya se imprimió y diría otra cosa que él: hay que preguntar si se cambia."""


def cambiar(
    exp: Expediente,
    trimestre: Trimestre,
    oficio: Oficio,
    visita: str = "",
    *,
    aunque_se_imprimio: bool = False,
) -> Cambios:
    """Deja un oficio como se da, también donde los informes lo dicen; lo seguido en una `visita`, junto.

    Raises:
        CartaImpresa: diría otra cosa que su carta, que ya se imprimió; con `aunque_se_imprimio` se cambia.
        ErrorEsperado: su número ya es de otro, ya se imprimió con el que tenía, lo dice uno firmado, o su
            clase nueva no es de las que el plan nombra.
    """
    nuevo = _limpio(oficio, trimestre)
    clases = clases_del_plan(exp, nuevo.ejercicio)

    def poner(legajo: Legajo) -> None:
        antes = escritos.leer_por_uid(legajo, nuevo.uid)
        otro_numero = nuevo.leido.llave != antes.leido.llave
        if nuevo.sentido == "enviado" and (otro_numero or antes.sentido != "enviado"):
            no_es_de_otro(legajo, nuevo)
        if otro_numero and escritos.leer_seguimiento(legajo.base, nuevo.uid).impreso:
            raise ErrorEsperado(f"Ya se imprimió {antes.folio}: cancélelo.")
        if not aunque_se_imprimio and _dicho(nuevo) != _dicho(antes):
            _revisar_su_carta(legajo, antes)
        escritos.cambiar(legajo, con_clase_del_plan(clases, nuevo, antes.clase))

    return exp.hacer(trimestre, "Cambiar un oficio", poner, visita)


def _dicho(oficio: Oficio) -> tuple[object, ...]:
    """Lo que su carta dice de él."""
    return oficio.papel.fecha, oficio.papel.partes, oficio.asunto


def _revisar_su_carta(legajo: Legajo, oficio: Oficio) -> None:
    """La que se imprimió se queda como salió; la que se está corrigiendo saldrá con lo de ahora."""
    enviada, carta = enviada_de(legajo.base, oficio.uid), leer_carta(legajo.base, oficio.uid)
    if enviada is not None and not (carta and carta.corrige):
        raise CartaImpresa(
            f"La carta de {oficio.folio} se imprimió el {enviada.dia:%d/%m/%Y} y se queda como salió: si "
            "esto se cambia, el papel dirá una cosa y el libro otra."
        )


def _limpio(oficio: Oficio, trimestre: Trimestre) -> Oficio:
    """Sus textos en un renglón, y el año del libro en que va."""
    folio = limpio(oficio.folio)
    escrito = replace(
        oficio,
        folio=folio,
        asunto=limpio(oficio.asunto),
        clase=limpio(oficio.clase),
        expediente=limpio(oficio.expediente),
    )
    donde = oficio.ejercicio or trimestre.ejercicio
    anio = anio_del_libro(oficio.sentido, escrito.leido, oficio.papel.fecha, donde)
    return replace(escrito, ejercicio=anio)


def cancelar(
    exp: Expediente, trimestre: Trimestre, uid: str, motivo: str, *, quitar_de_ahi: bool = False
) -> Cambios:
    """Cancela un número: queda en el libro con su motivo y no se vuelve a usar.

    Raises:
        ErrorEsperado: falta el motivo, no tiene número, lo dice un informe firmado, o uno abierto y no se
            pidió quitarlo de ahí.
    """
    if not motivo.strip():
        raise ErrorEsperado("Escriba por qué se cancela; queda en el libro junto a su número.")
    fila = en_el_libro(exp, uid)
    if not fila.oficio.folio:
        raise ErrorEsperado("Aún no tiene número; quítelo si ya no hace falta.")
    for dicho in fila.dichos:
        if exp.foto(dicho.trimestre).firmado:
            raise ErrorEsperado(
                f"Está en el {dicho.trimestre}, ya firmado. "
                "Para cancelarlo, abra ese trimestre para corregir."
            )
    if fila.dichos and not quitar_de_ahi:
        donde = lista(list(dict.fromkeys(dicho.donde for dicho in fila.dichos)))
        raise ErrorEsperado(f"Está en {donde}. Quítelo de ahí para cancelarlo, o déjelo como está.")

    # Se abren antes: tras una falla del disco habría que leer, y dentro de la acción no se puede.
    de_cada = [(exp.legajo(dicho.trimestre), dicho) for dicho in fila.dichos]

    def hacer(legajo: Legajo) -> None:
        # El asunto que solo decía su paso se va con él: queda en el oficio.
        asunto = fila.oficio.asunto or (fila.asunto if fila.dichos else "")
        cancelado = replace(fila.oficio, cancelado=limpio(motivo), propio=True, asunto=asunto)
        escritos.cambiar(legajo, cancelado)  # ya es propio: no se va al quitarlo de donde se dice
        for suyo, dicho in de_cada:
            _quitar_de(suyo, dicho, fila.oficio)

    return exp.hacer(trimestre, f"Cancelar {fila.oficio.folio}", hacer)


def _quitar_de(legajo: Legajo, dicho: Dicho, oficio: Oficio) -> None:
    """Quita un oficio de donde se dice: el renglón que solo lo decía a él se va entero."""
    if not dicho.lugar:
        captura.quitar_folio_de_remision(legajo, dicho.origen.clave)
    else:
        renglones.quitar_cita(legajo, dicho.origen.clave, escritos.fila_de(legajo.base, oficio.uid))


def quitar(exp: Expediente, trimestre: Trimestre, uid: str) -> Cambios:
    """Quita del libro un oficio que nada dice: el que no tiene número, o el último y sin imprimir."""
    legajo = exp.legajo(trimestre)
    with exp.base.lectura():
        oficio = escritos.leer_por_uid(legajo, uid)
        revisar_que_se_suelte(legajo, oficio)
    return exp.hacer(trimestre, "Quitar un oficio", lambda dentro: escritos.quitar(dentro, uid))


def en_el_libro(exp: Expediente, uid: str) -> EnElLibro:
    """Un oficio como va en su libro; ErrorEsperado si ya no está."""
    for (anio,) in exp.base.filas(e.Oficio, ("ejercicio",), uid=uid):
        for fila in leer_libro(exp, anio).filas:
            if fila.oficio.uid == uid:
                return fila
    raise ErrorEsperado("Ese oficio ya no está; la pantalla se actualizó.")


# Lo que les pasa después: vale también con el trimestre firmado


def seguir(exp: Expediente, trimestre: Trimestre, uids: Sequence[str], **datos: Any) -> Cambios:
    """Anota en uno o varios oficios su acuse, si esperan respuesta, antes de cuándo o dónde se guardaron.

    `datos` son los de `Seguimiento` que cambian.
    """
    nombre = _como_se_llama(datos, len(uids))

    def poner(legajo: Legajo) -> None:
        for uid in uids:
            _seguir(legajo, uid, **datos)

    return exp.hacer(trimestre, nombre, poner)


def poner_acuse(legajo: Legajo, uid: str, dia: date) -> None:
    """Anota el acuse de un oficio, dentro de la acción de quien llama."""
    _seguir(legajo, uid, acuse=dia)


def _seguir(legajo: Legajo, uid: str, **datos: Any) -> None:
    antes = escritos.leer_seguimiento(legajo.base, uid)
    escritos.poner_seguimiento(legajo.base, uid, replace(antes, **datos))


def _como_se_llama(datos: dict[str, Any], cuantos: int) -> str:
    que = {"acuse": "el acuse", "espera": "si espera respuesta", "guardado_en": "dónde se guardó"}
    cosa = next((dicho for dato, dicho in que.items() if dato in datos), "lo que espera")
    return f"Anotar {cosa}" if cuantos == 1 else f"Anotar {cosa} de {cuantos} oficios"


def anotar_impresos(exp: Expediente, trimestre: Trimestre, uids: Sequence[str]) -> Cambios:
    """Recuerda que unos oficios se imprimieron: desde entonces su número no se suelta. No se deshace."""

    def marcar(legajo: Legajo) -> None:
        ids = [escritos.fila_de(legajo.base, uid) for uid in uids]
        marcar_impresos(legajo.base, ids)

    return exp.hacer(trimestre, "Imprimir oficios", marcar, clase="aparte")
