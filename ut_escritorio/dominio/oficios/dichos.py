"""Cómo se dice un oficio del libro, en la pantalla y en el papel."""

from __future__ import annotations

from datetime import date

from ut_escritorio.dominio.oficios.libro import EnElLibro
from ut_escritorio.dominio.oficios.respuestas import Llegada
from ut_escritorio.dominio.palabras.redaccion import lista
from ut_escritorio.dominio.periodos import MESES

NADA = "–"
SIN_NUMERO = "Sin número todavía"
NO_SE_SABE = "no se sabe"


def numero_dicho(fila: EnElLibro) -> str:
    """Su número, si lo tiene."""
    return fila.oficio.folio or ("S/N" if fila.oficio.sentido == "recibido" else SIN_NUMERO)


def fecha_dicha(fila: EnElLibro) -> str:
    """Su día o, si no se sabe, su mes."""
    papel = fila.oficio.papel
    if papel.fecha:
        return f"{papel.fecha:%d/%m/%Y}"
    return MESES[papel.mes - 1] if papel.mes else "sin fecha"


def asunto_dicho(fila: EnElLibro) -> str:
    """De qué trata; del cancelado, por qué se canceló."""
    cancelado = fila.oficio.cancelado
    return fila.asunto or NADA if cancelado is None else f"CANCELADO: {cancelado}"


def respuesta_dicha(fila: EnElLibro) -> str:
    """Si ya se contestó y con qué, cuánto lleva esperando, o a cuál contesta."""
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
    return NO_SE_SABE if fila.seguimiento.espera is None else "no se espera"


def respuestas_dichas(fila: EnElLibro) -> tuple[str, ...]:
    """«Contestado el 04/07/2031 por correo: que sí.»: lo que llegó en respuesta, cada cosa en un renglón."""
    return tuple(_llegada(llegada) for llegada in fila.llegaron)


def _llegada(llegada: Llegada) -> str:
    parte = "en parte" if llegada.completa is False else ""
    dia = f"el {date.fromisoformat(llegada.fecha):%d/%m/%Y}" if llegada.fecha else ""
    dicho = " ".join(filter(None, ("Contestado", parte, dia, _con_que(llegada))))
    return f"{dicho}: {llegada.nota}" if llegada.nota else f"{dicho}."


def _con_que(llegada: Llegada) -> str:
    """«con TM/23/2031»; «por correo», «en persona»; vacío si no se sabe."""
    if not llegada.con or llegada.con.startswith(("por ", "en ")):
        return llegada.con
    return f"{'con' if llegada.papel else 'por'} {llegada.con}"


def respuesta_en_papel(fila: EnElLibro) -> str:
    """Como se dice en pantalla; lo que no se sabe no se imprime."""
    dicha = respuesta_dicha(fila)
    return NADA if dicha == NO_SE_SABE else dicha


def _esperando(fila: EnElLibro) -> str:
    """«espera 9 días hábiles»; «tarda 37 días hábiles», si ya son muchos."""
    que = "falta una parte" if fila.a_medias else "tarda" if fila.atrasado else "espera"
    if not fila.van:
        return "espera respuesta" if not fila.a_medias else que
    dias = "un día hábil" if fila.van == 1 else f"{fila.van} días hábiles"
    return f"{que}: {dias}" if fila.a_medias else f"{que} {dias}"
