"""Cada cosa de una parte en palabras: qué es, dónde va y qué dice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, cast

from ut_escritorio.dominio.numeros.tabla import nombre_de_casilla
from ut_escritorio.dominio.palabras.redaccion import con_inicial, recortado
from ut_escritorio.dominio.partes.cosa import DEJADO, Cosa, Nombra, Parte
from ut_escritorio.dominio.periodos import MESES
from ut_escritorio.dominio.plan.lugares import donde
from ut_escritorio.dominio.trimestre.conteos import Casilla

_QUE_ES: Mapping[str, str] = {
    "registro": "renglón",
    "parrafo_libre": "párrafo",
    "texto_a_mano": "texto escrito a mano",
    "alcanzado": "valor alcanzado",
    "sin_actividad": "este trimestre no tocó",
    "justificacion": "por qué se alejó de la meta",
    "meta_modificada": "meta modificada",
    "oficio_de_remision": "oficio de remisión",
    "oficio": "oficio",
    "unidad": "área",
    "evidencia": "evidencia",
}
_CON_SU_NOMBRE: Mapping[str, tuple[str, str]] = {
    "mujeres": ("mujer", "mujeres"),
    "hombres": ("hombre", "hombres"),
    "ni": ("no identificado", "no identificados"),
    "personas": ("persona", "personas"),
}
_DE_LO_SENALADO = 300
_LETRAS = 3000  # lo que se lee de una cosa: más que el párrafo más largo
_SI_ES: Mapping[str, str] = {"junto": "en el párrafo anterior", "sale": "sale en el informe"}
# Lo que no se lee: lo técnico, lo que ya dice el lugar o lo que solo acomoda
_NO_SE_LEE = frozenset((
    "lugar", "orden", "forma", "medio", "sentido", "propio", "ejercicio", "contenido", "original", "clase",
    "hojas", "peso", "tomada", "renglon", "oficio", "plantilla", "sustituye", "rol", "del_asunto",
    "documento", "version", "articulo", "siglas", "clave", "cifra", "enviadas", "espera", "corrige",
))  # fmt: skip


def que_es(parte: Parte, cosa: Cosa) -> str:
    """Cómo se llama la cosa, con su lugar: «2.1: Solicitudes, abril, mujeres»."""
    nombre = _nombre(parte, cosa)
    lugar = con_inicial(donde(parte.plan, cosa.lugar))
    return f"{lugar}: {nombre}" if lugar else con_inicial(nombre)


def _nombre(parte: Parte, cosa: Cosa) -> str:
    llave = {**cosa.dice, **cosa.llave}
    if cosa.tabla in ("conteo", "mes_capturado", "dia"):
        cifra = parte.claves.get(llave["cifra"], "")
        fecha: date | None = llave.get("fecha")
        if fecha is not None:
            del_mes = Casilla(cifra, parte.trimestre.numero, fecha.month)
            return f"{nombre_de_casilla(parte.plan, del_mes)}, {fecha:%d/%m}"
        casilla = Casilla(cifra, parte.trimestre.numero, llave["mes"], llave.get("sexo"))
        return nombre_de_casilla(parte.plan, casilla)
    if cosa.tabla == DEJADO:
        senalado = recortado(parte.nombres.get(Nombra(DEJADO, llave["huella"]), ""), _DE_LO_SENALADO)
        return f"se dejó así · {senalado.removesuffix('.')}"
    return _QUE_ES[cosa.tabla]


def decir(parte: Parte, cosa: Cosa) -> str:
    """Lo que la cosa dice, en un renglón."""
    match cosa.tabla:
        case "conteo" | "dia":
            return str(cosa.dice["valor"])
        case "mes_capturado":
            return "revisado"
        case "sin_actividad":
            return "no tocó"
        case "alcanzado":
            return f"{_simple(cosa.dice['valor'])}%"
        case _:
            return recortado(" · ".join(_dichos(parte, cosa.dice)), _LETRAS) or "en blanco"


def _dichos(parte: Parte, dice: Mapping[str, Any]) -> Iterator[str]:
    for campo, valor in dice.items():
        if campo in _NO_SE_LEE and not (isinstance(valor, Nombra) and campo == "oficio"):
            continue
        yield from _dicho(parte, campo, valor)


def _dicho(parte: Parte, campo: str, valor: Any) -> Iterator[str]:
    match valor:
        case None | "" | False:
            pass
        case True:
            yield from filter(None, [_SI_ES.get(campo, "")])
        case Nombra():
            yield from filter(None, [parte.nombres.get(valor, "")])
        case Mapping():
            yield from filter(None, cast(Mapping[str, str], valor).values())
        case tuple():
            filas = (", ".join(_dichos(parte, fila)) for fila in cast(tuple[Mapping[str, Any], ...], valor))
            yield from filter(None, filas)
        case _:
            yield _con_su_nombre(campo, valor)


def _con_su_nombre(campo: str, valor: Any) -> str:
    if campo in _CON_SU_NOMBRE:
        uno, varios = _CON_SU_NOMBRE[campo]
        return f"{valor} {uno if valor == 1 else varios}"
    if campo == "mes":
        numero: int = valor
        return MESES[numero - 1]
    if campo == "acuse":
        return f"acuse del {_simple(valor)}"
    if campo == "cancelado":
        return f"cancelado: {valor}"
    return _simple(valor)


def _simple(valor: Any) -> str:
    if isinstance(valor, date):
        return f"{valor:%d/%m/%Y}"
    if isinstance(valor, Decimal):
        return f"{valor.normalize():f}"
    return " ".join(str(valor).split())
