"""Lo que dice cada columna del libro, sin nada de Qt."""

from __future__ import annotations

from collections.abc import Callable

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficios.dichos import (
    NADA,
    asunto_dicho,
    fecha_dicha,
    numero_dicho,
    respuesta_dicha,
    respuestas_dichas,
)
from ut_escritorio.dominio.oficios.libro import EnElLibro
from ut_escritorio.interfaz.comunes.campos.fechas import decir_fecha


@congelado
class Columna:
    """Una columna: su encabezado, cómo se lee de un oficio y si también se ve donde no caben todas.

    `al_posarse`: lo que además se lee al posarse en ella, en renglones. `dato`, dónde se escribe lo que dice.
    """

    rotulo: str
    leer: Callable[[EnElLibro], str]
    siempre: bool = True
    al_posarse: Callable[[EnElLibro], tuple[str, ...]] = lambda _: ()
    dato: str = ""

    def entera(self, fila: EnElLibro) -> str:
        """Todo lo que dice de un oficio, para leerse al posarse."""
        return "\n".join((self.leer(fila), *self.al_posarse(fila)))


def numero_de(fila: EnElLibro) -> str:
    """Su número; el de uno recibido, con la flecha de que llegó."""
    if fila.oficio.sentido == "recibido":
        return f"← {numero_dicho(fila)}"
    return numero_dicho(fila)


def donde_se_dice(fila: EnElLibro) -> str:
    """«1.2 paso 2; Remisión»: los lugares del informe que lo dicen; vacío si ninguno."""
    return "; ".join(dict.fromkeys(dicho.donde for dicho in fila.dichos))


def de_que_trata(fila: EnElLibro) -> str:
    """Su asunto o, de la carta que aún no lo lleva, de qué clase es."""
    sin_asunto = not fila.asunto and not fila.oficio.folio and fila.oficio.clase
    return f"({fila.oficio.clase})" if sin_asunto else asunto_dicho(fila)


COLUMNAS = (
    Columna("Número", numero_de, dato="folio"),
    Columna("Fecha", fecha_dicha, dato="fecha"),
    Columna("A quién / de quién", lambda fila: fila.con or NADA, dato="partes"),
    Columna("Asunto", de_que_trata, dato="asunto"),
    Columna("En el informe", lambda fila: donde_se_dice(fila) or NADA, siempre=False),
    Columna("Acuse", lambda f: decir_fecha(f.seguimiento.acuse) or NADA, siempre=False, dato="acuse"),
    Columna("Respuesta", respuesta_dicha, siempre=False, al_posarse=respuestas_dichas, dato="espera"),
)
NUMERO, CON_QUIEN, ASUNTO, EN_EL_INFORME, RESPUESTA = 0, 2, 3, 4, 6
