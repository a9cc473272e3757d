"""A qué puede contestar lo que llega: los oficios que esperan, y los asuntos que ahí siguen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.impreso.anotar import (
    Borrador,
    admite,
    es_de_su_medio,
    solo_se_envia,
    toco,
)
from ut_escritorio.dominio.impreso.asuntos import (
    Asunto,
    asuntos_de,
    dicho_en_ficha,
    por_continuar,
)
from ut_escritorio.dominio.oficios.espera import Paciencia
from ut_escritorio.dominio.oficios.libro import EnElLibro, a_cuales_contesta
from ut_escritorio.dominio.oficios.solo_al_libro import SOLO_AL_LIBRO
from ut_escritorio.dominio.plan.enlaces import paso_en_que_llega, pasos_enlazados
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.dominio.trimestre.renglones import Renglon, leer_folio

_DEL_AREA, _DEL_TEMA = 30, 60  # letras


@congelado
class Contestable:
    """Algo a lo que se puede contestar: un oficio (su uid), un asunto, o un oficio con su asunto.

    `lugares`, los del plan que dicen el oficio.
    """

    rotulo: str
    oficio: str = ""
    asunto: Asunto | None = None
    lugares: tuple[str, ...] = ()

    @property
    def clave(self) -> str:
        """Lo que lo distingue de los demás."""
        return self.oficio or (self.asunto.clave if self.asunto else "")


def contestables(
    foto: FotoTrimestre, borrador: Borrador, esperan: Sequence[EnElLibro], paciencia: Paciencia
) -> tuple[Contestable, ...]:
    """A qué contesta o sigue lo que se está anotando, lo más probable primero.

    Lo recibido contesta a los oficios que esperan, antes los de quien lo manda; y, como lo enviado, sigue a
    los asuntos de esa unidad que aún no llegan a ese paso.
    """
    de_ahi = asuntos_de(foto, pasos_enlazados(foto.plan, borrador.lugar))
    oficios = a_cuales_contesta(esperan, borrador.unidad) if borrador.sentido == "recibido" else ()
    de_oficio = [_del_oficio(fila, de_ahi) for fila in oficios]
    ya = {cada.asunto.clave for cada in de_oficio if cada.asunto}
    otros = (
        _del_asunto(foto, asunto, paciencia)
        for asunto in por_continuar(foto, borrador.lugar, borrador.unidad)
        if asunto.clave not in ya
    )
    return (*de_oficio, *otros)


def lugar_de_la_respuesta(foto: FotoTrimestre, a: Contestable, medio: str) -> str:
    """Dónde se anota lo que contesta a un oficio: en el paso en que llega lo que él pidió o, si el plan no lo
    enlaza con otro, ahí mismo si ahí algo llega; si no, solo en el libro. Vacío si no se sabe.
    """
    plan = foto.plan
    if not a.oficio:
        return ""
    suyos = [lugar for lugar in a.lugares if lugar in plan.cadena]
    llegan = (paso for lugar in suyos if (paso := paso_en_que_llega(plan, lugar)) and toco(foto, paso))
    ahi = (lugar for lugar in suyos if not solo_se_envia(plan, lugar) and admite(foto, lugar, medio))
    en_el_libro = [SOLO_AL_LIBRO] if es_de_su_medio(plan, SOLO_AL_LIBRO, medio) else []
    return next(iter((*llegan, *ahi, *en_el_libro)), "")


def en_lista(con: str, de: str, tema: str, van: int | None) -> str:
    """«UT/0548/2031 · Parques · actualizar el módulo Horarios de Atención · 9 días hábiles»."""
    dias = "" if not van else "un día hábil" if van == 1 else f"{van} días hábiles"
    dichos = con, _breve(de, _DEL_AREA), _breve(tema, _DEL_TEMA), dias
    return " · ".join(dicho for dicho in dichos if dicho)


def _breve(dicho: str, caben: int) -> str:
    return dicho if len(dicho) <= caben else f"{dicho[:caben].rstrip()}…"


def _del_oficio(fila: EnElLibro, asuntos: Iterable[Asunto]) -> Contestable:
    """Un oficio que espera, con el asunto que lo dice si es de ahí mismo."""
    llave = fila.oficio.leido.llave
    suyo = next((asunto for asunto in asuntos if llave in _llaves(asunto)), None)
    rotulo = en_lista(fila.oficio.folio, fila.con, fila.asunto, fila.van)
    lugares = tuple(dicho.lugar for dicho in fila.dichos if dicho.lugar)
    return Contestable(rotulo, fila.oficio.uid, suyo, lugares)


def _llaves(asunto: Asunto) -> set[tuple[object, ...]]:
    return {leer_folio(cita.folio).llave for renglon in asunto.renglones for cita in renglon.citas}


def _del_asunto(foto: FotoTrimestre, asunto: Asunto, paciencia: Paciencia) -> Contestable:
    primero = _el_que_pide(asunto)
    con = primero.citas[0].folio if primero.citas else dicho_en_ficha(foto, primero)
    tema = asunto.tema if asunto.tema != con else ""
    return Contestable(en_lista(con, "", tema, paciencia.van(primero.fecha)), asunto=asunto)


def _el_que_pide(asunto: Asunto) -> Renglon:
    return next((r for r in asunto.renglones if r.citas), asunto.renglones[0])
