"""Los campos de una carta: cómo se llama cada uno, cómo se lee y cómo se le pone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from ut_escritorio.dominio.cartas.carta import Carta
from ut_escritorio.dominio.cartas.plantilla import PlantillaDeCarta
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.interfaz.oficios.datos import DE_LA_CARTA
from ut_escritorio.servicios.oficios.cartas import CartaAbierta


@congelado
class DatoDeCarta:
    """Un dato de la carta; los del oficio (su fecha, a quién va, su asunto) son los de su formulario."""

    clave: str
    rotulo: str
    leer: Callable[[Carta], Any]
    poner: Callable[[Carta, Any], Carta]

    @property
    def campo(self) -> str:
        """Con qué nombre se halla en pantalla."""
        return f"{DE_LA_CARTA}{self.clave}"


def _suyo(clave: str, rotulo: str) -> DatoDeCarta:
    return DatoDeCarta(
        clave, rotulo, lambda carta: getattr(carta, clave), lambda carta, v: replace(carta, **{clave: v})
    )


FIRMA, AUSENTE = _suyo("firma", "Firma"), _suyo("ausente", "Por ausencia de")
DIAS, COPIAS = _suyo("dias", "Días para contestar"), _suyo("copias", "C.c.p.")
INICIALES, LUGAR = _suyo("iniciales", "Iniciales"), _suyo("lugar", "Va en")


def del_texto(abierta: CartaAbierta) -> DatoDeCarta:
    """El cuerpo: como ella lo deje; si es el automático, sigue siendo automático."""

    def poner(carta: Carta, escrito: str) -> Carta:
        automatico = abierta.dicha.automatico
        if not escrito.strip() or escrito.strip() == automatico.strip():
            return replace(carta, texto="", sustituye="")
        return replace(carta, texto=escrito, sustituye=automatico)

    return DatoDeCarta("texto", "Texto", lambda carta: carta.texto or abierta.dicha.automatico, poner)


def de_plantilla(plantilla: PlantillaDeCarta) -> tuple[DatoDeCarta, ...]:
    """Los que su plantilla pide cada vez."""
    return tuple(_de_campo(campo.clave, campo.etiqueta) for campo in plantilla.campos)


def _de_campo(clave: str, etiqueta: str) -> DatoDeCarta:
    return DatoDeCarta(
        f"campo.{clave}",
        etiqueta,
        lambda carta: carta.campos.get(clave, ""),
        lambda carta, valor: carta.con_campo(clave, valor),
    )
