"""Qué se hizo con lo que se cuenta: de «solicitudes recibidas», «se recibieron»; y de una, «se recibió»."""

from __future__ import annotations

import re

from ut_escritorio.dominio.congelado import congelado

_REGULARES = frozenset(
    (
        "actualizad analizad aplicad archivad atendid brindad canalizad capacitad celebrad concluid "
        "contestad coordinad desechad difundid elaborad emitid entregad enviad expedid impartid impugnad "
        "ingresad notificad ofrecid organizad otorgad presentad publicad realizad recibid registrad "
        "remitid respondid revisad solicitad sustanciad tramitad turnad validad verificad"
    ).split()
)
"""Las raíces de lo que una oficina hace con lo que cuenta. De otra («privadas») no se sabe si dice qué se
hizo o cómo es."""
_PROPIOS = {
    "dieron": "dio", "estuvieron": "estuvo", "fueron": "fue", "hicieron": "hizo", "pudieron": "pudo",
    "pusieron": "puso", "dispusieron": "dispuso", "interpusieron": "interpuso", "propusieron": "propuso",
    "supieron": "supo", "tuvieron": "tuvo", "obtuvieron": "obtuvo", "vieron": "vio", "vinieron": "vino",
}  # fmt: skip
"""Las que no siguen la regla."""
_PARTICIPIO = re.compile(r"(\w+[ai]d)[oa]s", re.IGNORECASE)
_CON_OTRA = frozenset("a al con de del e el en la las los ni no o para por que sin su sus u y".split())


@congelado
class LoQueSeHizo:
    """El verbo, de una y de varias, y lo que entre la cosa y él se dice: «en línea» de «visitas en línea»."""

    uno: str
    varios: str
    resto: str


def lo_que_se_hizo(dicho: str) -> LoQueSeHizo | None:
    """De lo que sigue a la cosa en su nombre, si acaba en lo que se hizo con ella; None si no."""
    *antes, ultima = dicho.split() or [""]
    hallado = _PARTICIPIO.fullmatch(ultima)
    raiz = hallado[1].lower() if hallado else ""
    if raiz not in _REGULARES or (antes and antes[-1].lower() in _CON_OTRA):
        return None
    uno, varios = _pasado(raiz)
    return LoQueSeHizo(uno, varios, " ".join(antes))


def de_una(varias: str) -> str:
    """De una sola cosa, lo que se dice de varias: «recibió», de «recibieron»."""
    if varias in _PROPIOS:
        return _PROPIOS[varias]
    for acaba, de_una_sola in (("jeron", "jo"), ("yeron", "yó"), ("ieron", "ió"), ("aron", "ó")):
        if varias.endswith(acaba):
            return varias.removesuffix(acaba) + de_una_sola
    return varias


def _pasado(raiz: str) -> tuple[str, str]:
    """«recibió» y «recibieron», de «recibid»."""
    tema = raiz[:-2]
    if raiz.endswith("ad"):
        return f"{tema}ó", f"{tema}aron"
    return (f"{tema}yó", f"{tema}yeron") if tema.endswith("u") else (f"{tema}ió", f"{tema}ieron")
