"""Las respuestas: lo que llega contesta a lo que se envió, se diga desde donde se diga."""

from __future__ import annotations

from collections.abc import Sequence

from ut_escritorio.datos.filas.legajo import Legajo
from ut_escritorio.datos.filas.oficios import escritos, papeles
from ut_escritorio.dominio.impreso.anotar import Borrador
from ut_escritorio.dominio.impreso.contestables import Contestable
from ut_escritorio.dominio.oficios.oficio import Contestacion
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.renglones import Renglon
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.expediente import Cambios, Expediente
from ut_escritorio.servicios.captura.anotar import completo
from ut_escritorio.servicios.captura.asuntos import ensartar
from ut_escritorio.servicios.captura.renglones import agregar_al_final


def contestar(exp: Expediente, trimestre: Trimestre, uid: str, contestacion: Contestacion) -> Cambios:
    """Anota que llegó la respuesta de un oficio, con otro oficio o por otro medio."""
    return contestar_varios(exp, trimestre, (uid,), contestacion)


def contestar_varios(
    exp: Expediente, trimestre: Trimestre, uids: Sequence[str], contestacion: Contestacion
) -> Cambios:
    """Anota que llegó la misma respuesta a varios oficios, de una vez."""
    if contestacion.respuesta in uids:
        raise ErrorEsperado("Un oficio no se contesta a sí mismo; elija el que llegó.")

    def anotar(legajo: Legajo) -> None:
        for uid in uids:
            escritos.poner_contestacion(legajo.base, uid, contestacion)

    cuantos = "" if len(uids) == 1 else f" de {len(uids)} oficios"
    return exp.hacer(trimestre, f"Anotar la respuesta{cuantos}", anotar)


def quitar_contestacion(exp: Expediente, trimestre: Trimestre, contestacion: str) -> Cambios:
    """Quita una respuesta anotada."""
    return exp.hacer(
        trimestre,
        "Quitar la respuesta",
        lambda legajo: escritos.quitar_contestacion(legajo.base, contestacion),
    )


def contestaciones_de(exp: Expediente, uid: str) -> tuple[Contestacion, ...]:
    """Las respuestas anotadas de un oficio."""
    with exp.base.lectura():
        return escritos.contestaciones_de(exp.base, uid)


def contesta_a(
    exp: Expediente, trimestre: Trimestre, recibido: str, uid: str, *, completa: bool = True
) -> Cambios:
    """Dice a qué oficio contesta uno recibido, en vez de lo que se hubiera dicho; vacío, a ninguno.

    `completa`: si con él no falta ninguna parte.
    """

    def decir(legajo: Legajo) -> None:
        escritos.quitar_lo_que_contesta(legajo.base, recibido)
        if uid:
            llego = escritos.leer_por_uid(legajo, recibido).papel.fecha
            suya = Contestacion("", recibido, llego, completa=completa)
            escritos.poner_contestacion(legajo.base, uid, suya)

    nombre = "Decir a qué contesta" if uid else "Decir que no contesta a ninguno"
    return exp.hacer(trimestre, nombre, decir)


def anotar_respuesta(
    exp: Expediente, trimestre: Trimestre, a: Contestable, completa: bool, borrador: Borrador
) -> tuple[Renglon, Cambios]:
    """Completa y anota un renglón que contesta a un oficio, a un asunto o a los dos; todo en una acción.

    Con el asunto queda ensartado; y del oficio consta qué llegó, aunque falte una parte.
    """
    renglon = completo(exp, trimestre, borrador)
    hechos: list[Renglon] = []

    def anotar(legajo: Legajo) -> None:
        de_antes = _los_que_pidieron(legajo, a)
        if a.asunto is not None:
            hechos.extend(ensartar(legajo, a.asunto, (renglon,)))
        else:
            hechos.append(agregar_al_final(legajo, renglon))
        if hechos[0].sentido == "recibido":
            for uid in de_antes:
                _constar(legajo, uid, hechos[0], completa)

    return _primero(hechos, exp.hacer(trimestre, "Anotar la respuesta", anotar))


def _primero(hechos: list[Renglon], cambios: Cambios) -> tuple[Renglon, Cambios]:
    return hechos[0], cambios


def _los_que_pidieron(legajo: Legajo, a: Contestable) -> list[str]:
    """El oficio al que se contesta o, si se sigue un asunto, los que en él se enviaron."""
    if a.oficio or a.asunto is None:
        return [a.oficio] if a.oficio else []
    enviados = (renglon for renglon in a.asunto.renglones if renglon.sentido == "enviado")
    return [uid for renglon in enviados for uid, _ in papeles.los_que_dice(legajo.base, renglon.uid)]


def _constar(legajo: Legajo, uid: str, renglon: Renglon, completa: bool) -> None:
    """Anota, de un oficio, los que llegaron en respuesta o, si no llegó ninguno, por qué medio."""
    llegaron = [llego for llego, _ in papeles.los_que_dice(legajo.base, renglon.uid)]
    medio = legajo.guardado.plan.medio.get(renglon.medio)
    por = "" if llegaron or medio is None else medio.unidad.singular
    for llego in llegaron or [""]:
        suya = Contestacion("", llego, renglon.fecha, por, completa)
        escritos.poner_contestacion(legajo.base, uid, suya)
