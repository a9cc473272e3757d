"""Los datos que faltan dentro de un texto y se imprimen como una raya."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ut_escritorio.dominio.contexto import Contexto
from ut_escritorio.dominio.plan import Actividad
from ut_escritorio.dominio.relatos import forma_de
from ut_escritorio.revision.hallazgos import Hallazgo, Sitio, hallazgo
from ut_escritorio.revision.lectura import Escrito, Lectura
from ut_escritorio.revision.palabras import donde, nombre_de_campo, unas

_RAYA = re.compile(r"_{3,}")
_CITA_NUMEROS = ("cifra.", "cuenta.")


def huecos(lectura: Lectura) -> Iterator[Hallazgo]:
    """Los datos que una frase pide y nadie dio: una causa por dato, con todas sus frases."""
    por_dato: dict[str, list[tuple[Escrito, str]]] = {}
    for escrito in lectura.escritos:
        for campo in dict.fromkeys(escrito.relato.faltantes):
            if not _se_dice_aparte(lectura, escrito, campo):
                que = _como_se_llama(lectura, escrito, campo)
                por_dato.setdefault(que, []).append((escrito, campo))
    for que, suyos in por_dato.items():
        lugares = dict.fromkeys(donde(lectura.plan, escrito.lugar) or "el informe" for escrito, _ in suyos)
        yield hallazgo(
            "hueco",
            "corregir",
            f"Falta {que} en {unas(list(lugares))}: se imprime una raya.",
            [sitio for escrito, campo in suyos for sitio in _sitios(lectura, escrito, campo)],
            que,
            [(escrito.relato.origen, campo) for escrito, campo in suyos],
        )


def _se_dice_aparte(lectura: Lectura, escrito: Escrito, campo: str) -> bool:
    """Si la causa es un mes sin capturar o un valor sin escribir, que ya se señalan en su lugar."""
    if campo == "alcanzado":
        return _sin_valor_arriba(lectura, escrito.lugar)
    if not campo.startswith(_CITA_NUMEROS):
        return False
    valores = Contexto(lectura.foto, escrito.lugar).valores(campo.removesuffix("@mes"))
    faltan = {cifra.clave for cifra, valor in valores if not valor.completo}
    return bool(faltan) and faltan <= lectura.cifras_incompletas


def _sin_valor_arriba(lectura: Lectura, lugar: str) -> bool:
    """Si el lugar es una actividad o paso de una: su valor se señala aparte; el de un componente, no."""
    return any(isinstance(x, Actividad) for x in lectura.plan.cadena.get(lugar, ()))


def _como_se_llama(lectura: Lectura, escrito: Escrito, campo: str) -> str:
    if campo.startswith(_CITA_NUMEROS):
        citadas = Contexto(lectura.foto, escrito.lugar).valores(campo.removesuffix("@mes"))
        return unas([f"«{cifra.nombre}»" for cifra, _ in citadas])
    if campo == "alcanzado":
        return "el valor alcanzado"
    uids = set(escrito.relato.uids)
    primero = next((registro for registro in lectura.registros if registro.uid in uids), None)
    return nombre_de_campo(campo, forma_de(lectura.plan, primero) if primero else None)


def _sitios(lectura: Lectura, escrito: Escrito, campo: str) -> list[Sitio]:
    """El dato en cada renglón que el párrafo dice; si no es de renglones, el párrafo."""
    uids = escrito.relato.uids or ("",)
    origenes = [f"registro:{uid}" if uid else escrito.relato.origen for uid in uids]
    return [Sitio(escrito.lugar, origen, campo=campo) for origen in origenes]


def rayas_a_mano(lectura: Lectura) -> Iterator[Hallazgo]:
    """Las rayas que quedaron en lo que ella escribió."""
    con_raya = [
        escrito
        for escrito in lectura.escritos
        if not escrito.relato.faltantes and _RAYA.search(escrito.relato.texto)
    ]
    if con_raya:
        lugares = dict.fromkeys(donde(lectura.plan, escrito.lugar) or "el informe" for escrito in con_raya)
        yield hallazgo(
            "raya_a_mano",
            "corregir",
            f"Quedó una raya sin llenar en {unas(list(lugares))}.",
            [Sitio(escrito.lugar, escrito.relato.origen, campo="texto") for escrito in con_raya],
            [escrito.relato.texto for escrito in con_raya],
        )
