"""Lo que se va a anotar: suelto, en un asunto, en respuesta a un oficio o solo en el libro."""

from __future__ import annotations

from dataclasses import replace

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.impreso.anotar import Borrador
from ut_escritorio.dominio.impreso.asuntos import Encargo, encargo_de
from ut_escritorio.dominio.impreso.contestables import Contestable
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.interfaz.anotar.hecho import Anotado
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.captura.anotar import anotar
from ut_escritorio.servicios.captura.asuntos import seguir_asunto
from ut_escritorio.servicios.oficios.anotar import anotar_solo_al_libro
from ut_escritorio.servicios.oficios.responder import anotar_respuesta


@congelado
class Pedido:
    """Un borrador, o también el del paso que sigue; aunque espere su turno, es lo que decía al pedirlo.

    `elegido` es a lo que contesta o sigue; `completa`, si con eso ya llegó todo; `sigue_de_ahi`, si la cuenta
    de los números va a seguir de los suyos.
    """

    en: Trimestre
    borradores: tuple[Borrador, ...]
    encargo: Encargo | None
    elegido: Contestable | None
    completa: bool
    sigue_de_ahi: bool
    solo_al_libro: bool

    def anotar_en(self, sesion: Sesion) -> Anotado | None:
        """Lo anota; None si no se pudo."""
        en, primero, elegido, mueve = self.en, self.borradores[0], self.elegido, self.sigue_de_ahi
        if self.solo_al_libro:
            contesta_a = elegido.oficio if elegido else ""
            return sesion.hacer(
                lambda exp, _: anotar_solo_al_libro(
                    exp, en, primero, contesta_a=contesta_a, completa=self.completa, sigue_de_ahi=mueve
                )
            )
        if self.encargo is None and elegido is not None and primero.sentido == "recibido":
            return sesion.hacer(lambda exp, _: anotar_respuesta(exp, en, elegido, self.completa, primero))
        asunto = self.encargo.asunto if self.encargo else elegido.asunto if elegido else None
        if asunto is None:
            return sesion.hacer(lambda exp, _: anotar(exp, en, *self.borradores, sigue_de_ahi=mueve))
        return sesion.hacer(seguir_asunto, asunto, *self.borradores, sigue_de_ahi=mueve)


def de_paso(encargo: Encargo, borrador: Borrador) -> tuple[Borrador, ...]:
    """El borrador del paso que sigue al que se anota de un encargo, con lo mismo que este dice."""
    if encargo.de_paso is None:
        return ()
    asunto = replace(encargo.asunto, unidad=borrador.unidad, tema=borrador.asunto)
    return (encargo_de((encargo.de_paso,), asunto, encargo.de_paso, borrador.fecha).borrador,)
