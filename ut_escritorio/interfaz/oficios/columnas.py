"""Lo que dice cada columna del libro, sin nada de Qt."""

from __future__ import annotations

from collections.abc import Callable

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficios.libro import EnElLibro
from ut_escritorio.dominio.palabras.redaccion import lista
from ut_escritorio.dominio.periodos import MESES
from ut_escritorio.interfaz.comunes.campos.fechas import decir_fecha

NADA = "–"
SIN_NUMERO = "Sin número todavía"


@congelado
class Columna:
    """Una columna: su encabezado, cómo se lee de un oficio y si también se ve donde no caben todas."""

    rotulo: str
    leer: Callable[[EnElLibro], str]
    siempre: bool = True


def numero_de(fila: EnElLibro) -> str:
    """Su número; el de uno recibido, con la flecha de que llegó."""
    if fila.oficio.sentido == "recibido":
        return f"← {fila.oficio.folio or 'S/N'}"
    return fila.oficio.folio or SIN_NUMERO


def _fecha(fila: EnElLibro) -> str:
    papel = fila.oficio.papel
    if papel.fecha:
        return decir_fecha(papel.fecha)
    return MESES[papel.mes - 1] if papel.mes else "sin fecha"


def _asunto(fila: EnElLibro) -> str:
    cancelado = fila.oficio.cancelado
    return fila.asunto or NADA if cancelado is None else f"CANCELADO: {cancelado}"


def donde_se_dice(fila: EnElLibro) -> str:
    """«1.2 paso 2; Remisión»: los lugares del informe que lo dicen; vacío si ninguno."""
    return "; ".join(dict.fromkeys(dicho.donde for dicho in fila.dichos))


def _respuesta(fila: EnElLibro) -> str:
    if fila.contestado:
        return f"contestado: {lista(fila.contestado_con)}" if fila.contestado_con else "contestado"
    if fila.espera:
        return _esperando(fila)
    if fila.a_medias:
        return "falta una parte"
    if fila.responde_a:
        return f"contesta a {lista(fila.responde_a)}"
    if fila.oficio.sentido == "recibido" or fila.oficio.cancelado is not None:
        return NADA
    return "no se sabe" if fila.seguimiento.espera is None else "no se espera"


def _esperando(fila: EnElLibro) -> str:
    """«espera 9 días hábiles»; «tarda 37 días hábiles», si ya son muchos."""
    que = "falta una parte" if fila.a_medias else "tarda" if fila.atrasado else "espera"
    if not fila.van:
        return "espera respuesta" if not fila.a_medias else que
    dias = "un día hábil" if fila.van == 1 else f"{fila.van} días hábiles"
    return f"{que}: {dias}" if fila.a_medias else f"{que} {dias}"


COLUMNAS = (
    Columna("Número", numero_de),
    Columna("Fecha", _fecha),
    Columna("A quién / de quién", lambda fila: fila.con or NADA),
    Columna("Asunto", _asunto),
    Columna("En el informe", lambda fila: donde_se_dice(fila) or NADA, siempre=False),
    Columna("Acuse", lambda fila: decir_fecha(fila.seguimiento.acuse) or NADA, siempre=False),
    Columna("Respuesta", _respuesta, siempre=False),
)
NUMERO, CON_QUIEN, ASUNTO, EN_EL_INFORME, RESPUESTA = 0, 2, 3, 4, 6
