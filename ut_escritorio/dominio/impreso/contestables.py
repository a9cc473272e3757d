"""A qué puede contestar lo que llega: los oficios que esperan, y los asuntos que ahí siguen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.impreso.anotar import Borrador
from ut_escritorio.dominio.impreso.asuntos import (
    Asunto,
    asuntos_de,
    dicho_en_ficha,
    por_continuar,
)
from ut_escritorio.dominio.oficios.espera import Paciencia
from ut_escritorio.dominio.oficios.libro import EnElLibro, a_cuales_contesta
from ut_escritorio.dominio.plan.enlaces import pasos_enlazados
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.dominio.trimestre.renglones import Renglon, leer_folio

_LETRAS = 60


@congelado
class Contestable:
    """Algo a lo que se puede contestar: un oficio (su uid), un asunto, o un oficio con su asunto."""

    rotulo: str
    oficio: str = ""
    asunto: Asunto | None = None

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


def en_lista(con: str, tema: str, van: int | None) -> str:
    """«UT/0548/2031 · actualizar el módulo Horarios de Atención · 9 días hábiles»."""
    dias = "" if not van else "un día hábil" if van == 1 else f"{van} días hábiles"
    breve = tema if len(tema) <= _LETRAS else f"{tema[:_LETRAS].rstrip()}…"
    return " · ".join(parte for parte in (con, breve, dias) if parte)


def _del_oficio(fila: EnElLibro, asuntos: Iterable[Asunto]) -> Contestable:
    """Un oficio que espera, con el asunto que lo dice si es de ahí mismo."""
    llave = fila.oficio.leido.llave
    suyo = next((asunto for asunto in asuntos if llave in _llaves(asunto)), None)
    return Contestable(en_lista(fila.oficio.folio, fila.asunto, fila.van), fila.oficio.uid, suyo)


def _llaves(asunto: Asunto) -> set[tuple[object, ...]]:
    return {leer_folio(cita.folio).llave for renglon in asunto.renglones for cita in renglon.citas}


def _del_asunto(foto: FotoTrimestre, asunto: Asunto, paciencia: Paciencia) -> Contestable:
    primero = _el_que_pide(asunto)
    con = primero.citas[0].folio if primero.citas else dicho_en_ficha(foto, primero)
    tema = asunto.tema if asunto.tema != con else ""
    return Contestable(en_lista(con, tema, paciencia.van(primero.fecha)), asunto=asunto)


def _el_que_pide(asunto: Asunto) -> Renglon:
    return next((r for r in asunto.renglones if r.citas), asunto.renglones[0])
