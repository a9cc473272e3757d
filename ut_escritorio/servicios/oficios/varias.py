"""Una carta a varias áreas: un oficio y una carta por área, con sus números, en una sola acción."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.esquema.campos import nuevo_uid
from ut_escritorio.datos.filas import catalogo as del_catalogo
from ut_escritorio.datos.filas.legajo import Legajo
from ut_escritorio.datos.filas.oficios import cartas as datos
from ut_escritorio.datos.filas.oficios import escritos
from ut_escritorio.datos.filas.renglones import guardar_renglon
from ut_escritorio.dominio.cartas import tanda
from ut_escritorio.dominio.cartas.tanda import Area
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.impreso.anotar import Borrador, papel_de_la_unidad
from ut_escritorio.dominio.oficina.catalogo import Catalogo
from ut_escritorio.dominio.oficios.folios import Serie
from ut_escritorio.dominio.oficios.oficio import Oficio
from ut_escritorio.dominio.periodos import Trimestre, trimestre_de
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.trimestre.renglones import Cita, Parte, Renglon
from ut_escritorio.dominio.trimestre.series import SerieDelAnio
from ut_escritorio.errores import ErrorEsperado, ValorInvalido
from ut_escritorio.servicios.archivo.expediente import Cambios, Expediente
from ut_escritorio.servicios.captura.anotar import tomados_de
from ut_escritorio.servicios.captura.renglones import agregar_al_final
from ut_escritorio.servicios.oficios import numeros
from ut_escritorio.servicios.oficios.cartas import CartaAbierta, abrir_carta
from ut_escritorio.servicios.oficios.tomar import el_que_la_dice, por_que_no_la_dice


@congelado
class ParaVarias:
    """Lo que se pide: a qué áreas, con qué números (vacío: los que siguen) y qué renglón ya las decía."""

    areas: tuple[Area, ...]
    numeros: str = ""
    son_estos: str = ""


@congelado
class PorVerse:
    """Lo que hace falta para escogerlas: el catálogo, el día de la carta y los números que siguen.

    `renglones`, los del trimestre en que se dirá; ninguno si ya está firmado o el archivo no lo tiene.
    """

    abierta: CartaAbierta
    catalogo: Catalogo
    plan: Plan
    serie: Serie
    tomados: SerieDelAnio
    pasadas: tuple[Area, ...]
    renglones: tuple[Renglon, ...]
    se_sabe: bool = True
    """Si se sabe por cuál número va; si no, solo se pueden pegar."""

    @property
    def dia(self) -> date:
        """El de la carta."""
        return self.abierta.mesa.dia

    @property
    def trimestre(self) -> Trimestre:
        """El que dirá la carta: el de su fecha."""
        return trimestre_de(self.dia)

    @property
    def va_en(self) -> str:
        """El lugar del informe que la carta pide; vacío si ninguno."""
        return self.abierta.carta.lugar

    def pueden_ser(self, cuantas: int) -> tuple[Renglon, ...]:
        """Los renglones que dicen que se enviaron tantas, sin decir cuáles."""
        return tanda.pueden_ser(self.renglones, self.plan.medio_con_folio, cuantas, self.va_en)

    def numeros(self, cuantas: int, pegados: str) -> tuple[str, ...]:
        """Los números que se tomarían para tantas áreas: los que siguen, si se sabe, o los pegados."""
        if not pegados and not self.se_sabe:
            return ()
        return tanda.numeros_a_la_vista(self.serie, self.tomados.siguientes(cuantas), pegados)


def por_verse(exp: Expediente, trimestre: Trimestre, uid: str, hoy: date) -> PorVerse:
    """Lo que hace falta para escoger a qué áreas va la carta de un oficio sin número.

    ErrorEsperado si ya tiene número, o no se conoce la serie.
    """
    abierta, serie = abrir_carta(exp, uid, hoy), _serie(exp, trimestre)
    if abierta.oficio.folio:
        raise ErrorEsperado(f"{abierta.oficio.folio} ya tiene número. A varias va una que aún no lo tenga.")
    if not abierta.escrita:
        raise ErrorEsperado("Elija antes la plantilla de la carta.")
    with exp.base.lectura():
        catalogo = del_catalogo.leer_catalogo(exp.base).catalogo
        claves = datos.areas_de_la_ultima_vez(exp.base, abierta.carta.plantilla)
    pasadas = tanda.areas_de(catalogo, (Parte("destinatario", clave) for clave in claves), abierta.mesa.dia)
    suyo, se_sabe = trimestre_de(abierta.mesa.dia), not numeros.no_se_sabe(exp, trimestre)
    foto = exp.foto(suyo if suyo in exp.trimestres() else trimestre)
    renglones = foto.renglones if foto.trimestre == suyo and foto.firmado is None else ()
    return PorVerse(abierta, catalogo, foto.plan, serie, _tomados(exp, serie), pasadas, renglones, se_sabe)


def uids_para(uid: str, cuantas: int) -> tuple[str, ...]:
    """Los oficios que serán: el que ya está y los demás, nuevos."""
    return (uid, *(nuevo_uid() for _ in range(cuantas - 1)))


def tomar_para_varias(
    exp: Expediente, trimestre: Trimestre, uids: Sequence[str], pedido: ParaVarias, hoy: date
) -> tuple[tuple[str, ...], Cambios]:
    """Hace un oficio y una carta por área, cada uno con su número, y anota sus titulares; da los folios.

    El primero de `uids` es el de la carta que se escribió. Todo es una sola acción.

    Raises:
        NoSeSabe: no se pegaron números y no se sabe por cuál va la serie.
        ErrorEsperado: falta un área, un número ya es de otro, o el lugar es de un trimestre firmado.
    """
    return tomar_con(exp, trimestre, abrir_carta(exp, uids[0], hoy), uids, pedido, hoy, ya_esta=uids[0])


def tomar_con(
    exp: Expediente,
    trimestre: Trimestre,
    abierta: CartaAbierta,
    uids: Sequence[str],
    pedido: ParaVarias,
    hoy: date,
    ya_esta: str = "",
) -> tuple[tuple[str, ...], Cambios]:
    """Como `tomar_para_varias`, de una carta ya abierta; `ya_esta`, el oficio suyo que el libro ya tiene."""
    areas, serie = pedido.areas, _serie(exp, trimestre)
    if not pedido.numeros:
        numeros.revisar_que_se_sepa(exp, trimestre)
    if not areas or len(uids) != len(areas):
        raise ValorInvalido("Elija al menos un área.")
    if abierta.oficio.folio:
        raise ErrorEsperado(f"Ya tiene número: {abierta.oficio.folio}. Cancélelo si no es ese.")
    folios = tanda.numeros_de(serie, _tomados(exp, serie).siguientes(len(areas)), pedido.numeros, len(areas))
    with exp.base.lectura():
        antes = del_catalogo.leer_catalogo(exp.base).catalogo
    catalogo = tanda.con_areas(antes, areas, abierta.mesa.dia)
    oficios = _oficios(abierta, catalogo, areas, uids, folios, hoy)
    dicho = _renglon(exp, abierta, pedido, oficios)
    en = exp.legajo(dicho[0]) if dicho else None  # antes de la acción: en ella ya no se puede leer

    def hacer(legajo: Legajo) -> None:
        if catalogo != antes:
            del_catalogo.cambiar_catalogo(legajo.base, catalogo)
        al_dia = replace(legajo, unidades=dict(legajo.base.filas(e.Unidad, ("clave", "id"))))
        for oficio in oficios:
            numeros.no_es_de_otro(al_dia, oficio)
            poner = escritos.cambiar if oficio.uid == ya_esta else escritos.agregar
            poner(al_dia, oficio)
            datos.poner_carta(al_dia.base, oficio.uid, abierta.carta)
        if dicho is not None and en is not None:
            _, renglon, nuevo = dicho
            suyo = replace(en, unidades=al_dia.unidades)
            (agregar_al_final if nuevo else guardar_renglon)(suyo, renglon)

    nombre = f"Tomar el número {oficios[0].folio}" if len(oficios) == 1 else f"Tomar {len(oficios)} números"
    return folios, exp.hacer(trimestre, nombre, hacer)


def _serie(exp: Expediente, trimestre: Trimestre) -> Serie:
    serie = numeros.serie_que_sigue(exp, trimestre)
    if serie is None:
        raise ErrorEsperado("No se conoce la serie de sus oficios: anote primero uno con su número entero.")
    return serie


def _tomados(exp: Expediente, serie: Serie) -> SerieDelAnio:
    return tomados_de(exp, serie.anio).de(serie.antes.removesuffix("/"), serie.anio)


def _oficios(
    abierta: CartaAbierta,
    catalogo: Catalogo,
    areas: Sequence[Area],
    uids: Sequence[str],
    folios: Sequence[str],
    hoy: date,
) -> list[Oficio]:
    """El mismo oficio para cada área, con su número."""
    papel = abierta.oficio.papel
    fecha = papel.fecha or hoy
    comun = replace(abierta.oficio, asunto=abierta.oficio.asunto or abierta.dicha.asunto, propio=True)
    partes = tanda.partes_de(catalogo, areas)
    return [
        replace(comun, uid=uid, folio=folio, papel=replace(papel, fecha=fecha, mes=None, partes=(parte,)))
        for uid, folio, parte in zip(uids, folios, partes, strict=True)
    ]


def _renglon(
    exp: Expediente,
    abierta: CartaAbierta,
    pedido: ParaVarias,
    oficios: Sequence[Oficio],
) -> tuple[Trimestre, Renglon, bool] | None:
    """El renglón con que el informe las dice, en qué trimestre y si es nuevo; None si no se pidió."""
    citas, en = tuple(Cita(oficio.folio) for oficio in oficios), trimestre_de(abierta.mesa.dia)
    if pedido.son_estos:
        suyo = exp.foto(en).renglon.get(pedido.son_estos)
        if suyo is None or suyo.citas:
            raise ErrorEsperado("El renglón que decía cuántos ya no está así; elija otra vez.")
        return en, replace(suyo, citas=citas), False
    if not abierta.carta.lugar:
        return None
    foto = exp.foto(en)
    if por_que := por_que_no_la_dice(foto, abierta.carta.lugar):
        raise ErrorEsperado(por_que)
    borrador = Borrador(
        abierta.carta.lugar,
        foto.plan.medio_con_folio,
        "enviado",
        fecha=oficios[0].papel.fecha,
        unidad="; ".join(area.nombre for area in pedido.areas),
        cuantos=len(oficios),
    )
    hecho = el_que_la_dice(foto, borrador, abierta.dicha)
    rol = papel_de_la_unidad(foto.plan, hecho) or "destinatario"
    partes = tuple(replace(parte, rol=rol) for oficio in oficios for parte in oficio.papel.partes)
    return en, replace(hecho, citas=citas, partes=partes), True
