"""Los datos de la ficha de una sesión, cada uno con su rótulo; el que no se sabe deja su raya."""

from __future__ import annotations

from ut_escritorio.dominio.impreso.contexto import Contexto
from ut_escritorio.dominio.impreso.textos import decir
from ut_escritorio.dominio.palabras.redaccion import con_inicial
from ut_escritorio.dominio.plan.anexos import FichaDeSesion
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.plan.campos import rotulo_de_campo
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.dominio.trimestre.renglones import Renglon
from ut_escritorio.informe.documento import Celda

_COMO_SE_DICE = {"fecha": "{fecha:larga}", "personas": "{personas:sexos}"}


def datos_de_ficha(
    foto: FotoTrimestre, ficha: FichaDeSesion, renglon: Renglon
) -> tuple[tuple[Celda, ...], ...]:
    """Una fila por dato, en el orden del plan."""
    contexto = Contexto(foto, renglon.lugar, (renglon,))
    return tuple(
        (
            Celda(_rotulo(foto.plan, dato), "fila", alineacion="izquierda"),
            Celda(decir(_COMO_SE_DICE.get(dato, f"{{{dato}}}"), contexto).texto, alineacion="izquierda"),
        )
        for dato in ficha.datos
    )


def _rotulo(plan: Plan, dato: str) -> str:
    """Con el que se pide: el de la forma que lo tiene propio o, si ninguna, el de siempre."""
    formas = (forma for lugar in plan.lugares() for forma in lugar.formas)
    suya = next((forma for forma in formas if any(campo.clave == dato for campo in forma.campos)), None)
    return con_inicial(rotulo_de_campo(dato, suya))
