"""Imprimir cartas: tomar sus números, fijar sus palabras y hacer su PDF.

El orden cuida que un número nunca quede libre después de estar en papel: primero se toman los números, luego
se guardan las palabras y queda dicho que se imprimieron, y solo entonces se escribe. Si algo se corta, al
volver a imprimir salen las mismas.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from pathlib import Path

from ut_escritorio.datos.disco.archivos import reemplazar, revisar_destino_de
from ut_escritorio.datos.disco.destino import sin_lo_que_no_se_admite
from ut_escritorio.datos.filas.legajo import Legajo
from ut_escritorio.datos.filas.oficios import cartas as datos
from ut_escritorio.datos.filas.oficios import escritos
from ut_escritorio.datos.filas.oficios.impresos import marcar_impresos
from ut_escritorio.datos.filas.oficios.libro import con_carta
from ut_escritorio.dominio.cartas.huecos import Hueco, nombres_de_huecos
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficios.libro import EnElLibro
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.palabras.redaccion import lista
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.nombres import nombres_de
from ut_escritorio.dominio.trimestre.renglones import leer_folio
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.informe.armado import armar
from ut_escritorio.informe.armado.cartas import seccion_de_carta
from ut_escritorio.informe.armado.membretes import membrete_de
from ut_escritorio.informe.documento import Documento, Firmas, Seccion
from ut_escritorio.informe.pdf import PdfEscrito, escribir_pdf
from ut_escritorio.servicios.archivo.expediente import Cambios, Expediente
from ut_escritorio.servicios.entrega.firma import documento_firmado
from ut_escritorio.servicios.entrega.firmado import FIRMADO
from ut_escritorio.servicios.oficios.cartas import CartaAbierta, abrir_carta


@congelado
class PorImprimir:
    """Unas cartas en su orden: lo que dice cada una y, de las que aún no se fijan, por qué se corrigen.

    `vencen`, el día en que se acaban los que dan para contestar. `se_anota`: imprimirlas deja algo dicho en
    el archivo; las que ya se imprimieron, no.
    """

    secciones: tuple[Seccion, ...]
    fecha: date
    por_fijar: Mapping[str, str]
    vencen: Mapping[str, date] = field(default_factory=dict[str, date])
    se_anota: bool = True

    @property
    def documento(self) -> Documento:
        """Las cartas en un solo PDF; cada una empieza en hoja nueva y ninguna va numerada con las otras."""
        folios = [seccion.marcador for seccion in self.secciones]
        titulo = f"Oficio {folios[0]}" if len(folios) == 1 else f"{len(folios)} oficios"
        return Documento(
            titulo, _quien_firma(self.secciones), self.fecha, self.secciones, numera_paginas=False
        )


def reunir(exp: Expediente, uids: Sequence[str], hoy: date) -> PorImprimir:
    """Lo que se imprimiría de unos oficios: lo impreso, como salió; lo demás, como está hoy.

    ErrorEsperado si alguno no tiene carta, está cancelado, o ya no está.
    """
    if not uids:
        raise ErrorEsperado("Elija en la lista los oficios cuya carta quiere imprimir.")
    secciones: list[Seccion] = []
    dias: list[date] = []
    por_fijar: dict[str, str] = {}
    vencen: dict[str, date] = {}
    de_entrega = False
    for uid in uids:
        entrega = _de_entrega(exp, uid)
        if entrega is not None:
            de_entrega = True
            secciones.append(entrega[0])
            dias.append(entrega[1])
            continue
        abierta = abrir_carta(exp, uid, hoy)
        secciones.append(seccion_de(exp, abierta))
        dias.append(abierta.enviada.dia if abierta.fija and abierta.enviada else hoy)
        if not abierta.fija:
            por_fijar[uid] = abierta.carta.corrige
            vencen |= {uid: abierta.dicha.vence} if abierta.dicha.vence else {}
    se_anota = de_entrega or bool(por_fijar)
    return PorImprimir(tuple(secciones), max(dias, default=hoy), por_fijar, vencen, se_anota)


def por_verse(exp: Expediente, uid: str, hoy: date) -> PorImprimir:
    """La hoja de una carta para verla mientras se escribe, o como se imprimió."""
    abierta = abrir_carta(exp, uid, hoy)
    fija = abierta.fija and abierta.enviada
    seccion = _impresa(exp, fija.documento) if fija else como_se_vera(abierta)
    return PorImprimir((seccion,), abierta.mesa.dia, {})


def _impresa(exp: Expediente, documento: str) -> Seccion:
    return FIRMADO.de_json(exp.contenido(documento).decode(), Seccion)


def seccion_de(exp: Expediente, abierta: CartaAbierta) -> Seccion:
    """Una carta en su hoja: con las palabras con que se imprimió o, si no, como diría hoy."""
    oficio = abierta.oficio
    if oficio.cancelado is not None:
        raise ErrorEsperado(f"{oficio.folio} está cancelado: su carta ya no se imprime.")
    if not abierta.escrita:
        raise ErrorEsperado(
            f"{oficio.folio or 'Ese oficio'} no tiene carta. Escríbala con «Escribir la carta»."
        )
    if abierta.fija and abierta.enviada:
        return _impresa(exp, abierta.enviada.documento)
    return como_se_vera(abierta)


def como_se_vera(abierta: CartaAbierta) -> Seccion:
    """La hoja de una carta como diría hoy."""
    membrete, oficio = membrete_de(abierta.mesa.foto, abierta.mesa.dia), abierta.oficio
    folio = oficio.folio or "Oficio sin número"
    return seccion_de_carta(abierta.dicha, folio, membrete, Origen("libro", oficio.uid))


def _de_entrega(exp: Expediente, uid: str) -> tuple[Seccion, date] | None:
    """La hoja del oficio con que se entrega un informe, que es una de las suyas, y el día de él.

    Firmado, la que se firmó.
    """
    with exp.base.lectura():
        suya = datos.entrega_de(exp.base, uid)
    if suya is None:
        return None
    trimestre, departamento = suya
    foto = exp.foto(trimestre)
    informe = documento_firmado(exp, trimestre) if foto.firmado else armar(foto)
    origen = Origen("oficio", departamento)
    return next(((hoja, informe.fecha) for hoja in informe.secciones if hoja.origen == origen), None)


def _quien_firma(secciones: Sequence[Seccion]) -> str:
    """Quien firma la primera, como en su hoja: hoy podría ser otro."""
    bloques = (bloque for seccion in secciones for bloque in seccion.bloques if isinstance(bloque, Firmas))
    return next((firma.nombre for bloque in bloques for firma in bloque.firmas), "")


def fijar(
    exp: Expediente, trimestre: Trimestre, uids: Sequence[str], hoy: date
) -> tuple[PorImprimir, Cambios]:
    """Guarda las palabras de unas cartas y que se imprimieron; desde entonces dicen lo mismo. No se deshace.

    ErrorEsperado si alguna no tiene número.
    """
    reunidas = reunir(exp, uids, hoy)
    por_uid = dict(zip(uids, reunidas.secciones, strict=True))

    def guardar(legajo: Legajo) -> None:
        for uid in uids:
            if not escritos.leer_por_uid(legajo, uid).folio:
                raise ErrorEsperado("Una de esas cartas aún no tiene número. Tómelo antes de imprimirla.")
        for uid, motivo in reunidas.por_fijar.items():
            palabras = FIRMADO.a_json(por_uid[uid]).encode()
            datos.guardar_enviada(legajo.base, uid, hoy, palabras, motivo)
            carta = datos.leer_carta(legajo.base, uid)
            if carta is not None:
                datos.poner_carta(legajo.base, uid, replace(carta, corrige=""))
            _esperar(legajo, uid, reunidas.vencen.get(uid))
        marcar_impresos(legajo.base, [escritos.fila_de(legajo.base, uid) for uid in uids])

    return reunidas, exp.hacer(trimestre, "Imprimir cartas", guardar, clase="aparte")


def _esperar(legajo: Legajo, uid: str, vence: date | None) -> None:
    """La que da días para contestar espera respuesta, si nadie ha dicho otra cosa."""
    antes = escritos.leer_seguimiento(legajo.base, uid)
    if vence is not None and antes.espera is not False and antes.antes_del is None:
        escritos.poner_seguimiento(legajo.base, uid, replace(antes, espera=True, antes_del=vence))


def hacer_pdf(
    por_imprimir: PorImprimir,
    imagen: Callable[[str], bytes],
    avance: Callable[[int, int], None] | None = None,
    cancelado: Callable[[], bool] | None = None,
) -> PdfEscrito:
    """Las cartas en PDF, con los logotipos de `imagenes_de`: las mismas dan siempre los mismos bytes.

    No toca el archivo, así que puede hacerse aparte.
    """
    return escribir_pdf(por_imprimir.documento, imagen, avance, cancelado)


def imagenes_de(exp: Expediente, secciones: Sequence[Seccion]) -> Callable[[str], bytes]:
    """Los logotipos de unas hojas, leídos ya."""
    suyas = {logo.sha256 for seccion in secciones for logo in seccion.membrete.logos}
    leidas = {sha256: exp.contenido(sha256) for sha256 in sorted(suyas)}
    return leidas.__getitem__


def revisar_donde(salida: Path) -> None:
    """ErrorEsperado si ahí no se podrá dejar el PDF."""
    revisar_destino_de("PDF", salida)


def dejar_en(salida: Path, escrito: PdfEscrito) -> None:
    """Deja el PDF ahí, entero o nada; ErrorEsperado si no se pudo, y las cartas siguen listas."""
    try:
        reemplazar(salida, escrito.datos)
    except ErrorEsperado as error:
        otra_vez = "Las cartas quedaron listas: al imprimirlas otra vez salen iguales."
        raise ErrorEsperado(f"{error} {otra_vez}") from error


def imprimir_en(
    exp: Expediente, trimestre: Trimestre, uids: Sequence[str], salida: Path, hoy: date
) -> tuple[PdfEscrito, Cambios]:
    """Imprime unas cartas en un PDF: fija sus palabras y lo escribe, entero o nada."""
    revisar_donde(salida)
    reunidas, cambios = fijar(exp, trimestre, uids, hoy)
    escrito = hacer_pdf(reunidas, imagenes_de(exp, reunidas.secciones))
    dejar_en(salida, escrito)
    return escrito, cambios


def las_que_se_imprimen(exp: Expediente, filas: Sequence[EnElLibro]) -> tuple[EnElLibro, ...]:
    """De esos oficios, en el orden de sus números, los que tienen carta o entregan un informe.

    Los que aún no lo tienen lo toman en este orden: los escritos juntos, como se escribieron.
    """
    with exp.base.lectura():
        anios = {fila.oficio.ejercicio for fila in filas}
        escritas = {uid for anio in anios for uid in con_carta(exp.base, anio)}
    suyas = (f for f in filas if f.oficio.cancelado is None and (f.oficio.uid in escritas or entrega(f)))
    return tuple(sorted(suyas, key=_por_numero))


def _por_numero(fila: EnElLibro) -> tuple[str, int, str]:
    oficio = fila.oficio
    return oficio.leido.en_serie, oficio.leido.numero or 0, oficio.uid


def entrega(fila: EnElLibro) -> bool:
    """Si es el oficio con que se entrega un informe."""
    return any(not dicho.lugar for dicho in fila.dichos)


def huecos(exp: Expediente, uids: Sequence[str], hoy: date) -> tuple[Hueco, ...]:
    """Los datos que saldrían como raya en las que aún no se imprimen."""
    return tuple(hueco for uid in uids for hueco in _huecos_de(exp, uid, hoy))


def _huecos_de(exp: Expediente, uid: str, hoy: date) -> Iterator[Hueco]:
    if _de_entrega(exp, uid) is not None:
        return
    abierta = abrir_carta(exp, uid, hoy)
    if not abierta.fija:
        oficio, catalogo = abierta.oficio, abierta.mesa.foto.catalogo
        de = oficio.folio or nombres_de(catalogo, oficio.papel.partes)
        yield from (Hueco(dato, de) for dato in nombres_de_huecos(abierta.plantilla, abierta.dicha.faltan))


def nombre_de_pdf(folios: Sequence[str]) -> str:
    """El nombre que se propone para su PDF, que Windows admite; el que aún no tiene número va vacío."""
    return f"{sin_lo_que_no_se_admite(_de_cuales(folios))}.pdf"


def _de_cuales(folios: Sequence[str]) -> str:
    """«Oficios UT/0833/2031 a UT/0862/2031» si van seguidos; si no, el primero y cuántos más."""
    cuantos, con_numero = len(folios), [folio for folio in folios if folio]
    if not con_numero:
        return "Carta" if cuantos == 1 else f"{cuantos} cartas"  # su número se toma al imprimirla
    primero, ultimo = con_numero[0], con_numero[-1]
    if cuantos == 1:
        return f"Oficio {primero}"
    if cuantos == 2:
        return f"Oficios {lista(con_numero if len(con_numero) == 2 else [primero, 'otro'])}"
    return f"Oficios {primero} " + (f"a {ultimo}" if _van_seguidos(folios) else f"y otros {cuantos - 1}")


def _van_seguidos(folios: Sequence[str]) -> bool:
    """Si cada uno lleva el número que sigue al de antes, en la misma serie y año."""
    leidos = [leer_folio(folio) for folio in folios]
    primero = leidos[0]
    return primero.numero is not None and all(
        folio.llave == (primero.en_serie, numero, primero.anio)
        for numero, folio in enumerate(leidos, primero.numero)
    )
