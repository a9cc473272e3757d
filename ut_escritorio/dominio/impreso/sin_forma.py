"""La frase de un renglón de un lugar donde el plan no dice cómo decirlos: entera y con todos sus datos."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.plan.formas import Forma, Rol, Sentido
from ut_escritorio.dominio.trimestre.renglones import Renglon

_VERBOS: dict[Sentido, str] = {"enviado": "se comunicó", "recibido": "se recibió", "": "se trató"}
_PEGADO: dict[Rol, str] = {
    "destinatario": " {destinatario:a}",
    "emisor": " {emisor:de}",
    "origen": " {origen:de}",
}
_APARTE: dict[Rol, str] = {
    "emisor": "por parte {emisor:de}",
    "origen": "con lo que vino {origen:de}",
    "destinatario": "para {destinatario:el}",
    "beneficiario": "en favor {beneficiario:de}",
}
_ADVERBIOS = ("de ", "en ", "por ", "vía ")  # «de forma oral» ya dice cómo: no lleva «mediante»


@congelado
class _Trae:
    """Lo que un renglón trae y cambia su frase: por dónde fue, hacia dónde, cuándo, con quiénes y cuánto."""

    medio: str
    sentido: Sentido
    folios: bool
    cuando: str
    roles: frozenset[Rol]
    personas: bool
    cantidad: bool


def forma_sencilla(plan: Plan, renglon: Renglon) -> Forma:
    """Cómo se dice un renglón sin forma: si solo trae su asunto, ese es el texto; si no, una frase entera."""
    return _forma(_lo_que_trae(plan, renglon))


def _lo_que_trae(plan: Plan, renglon: Renglon) -> _Trae:
    medio = plan.medio.get(renglon.medio)
    por = ""
    if medio is not None and renglon.cantidad_medio not in (None, 1):
        por = "mediante {cantidad_medio:medio}"
    elif medio is not None:
        por = "{medio}" if medio.frase.startswith(_ADVERBIOS) else "mediante {medio}"
    roles: frozenset[Rol] = frozenset(parte.rol for parte in renglon.partes)
    return _Trae(
        por,
        _sentido(renglon.sentido, roles) if por or roles else "",
        any(cita.folio for cita in renglon.citas),
        "el {fecha:larga}" if renglon.fecha else "en el mes de {mes}" if renglon.mes else "",
        roles,
        renglon.personas.cuantas is not None,
        renglon.cantidad is not None,
    )


def _sentido(dicho: Sentido, roles: frozenset[Rol]) -> Sentido:
    """El que dice o, si lo calla, el que dicen sus unidades: lo que es de alguien se recibió."""
    if dicho or not roles:
        return dicho
    return "recibido" if roles & {"emisor", "origen"} else "enviado"


@lru_cache(maxsize=512)
def _forma(trae: _Trae) -> Forma:
    if trae == _Trae("", "", False, "", frozenset(), False, False):
        return Forma("", "Texto", "{asunto}")
    entrada = ", ".join(_entrada(trae))
    con = _con_quien(trae)
    verbo = f"{_VERBOS[trae.sentido]}[{_PEGADO[con]}]"
    aparte = "".join(f", {dicho}" for dicho in _aparte(trae, con))
    nucleo = f"{verbo}{aparte}{',' if aparte else ''} lo siguiente: {{asunto}}"
    total = ", con un total de {cantidad}" if trae.cantidad else ""
    frase = f"{entrada}, {nucleo}" if entrada else nucleo
    return Forma("", "Texto", f"{_con_mayuscula(frase)}{total}.")


def _con_quien(trae: _Trae) -> Rol:
    """El papel que va junto al verbo: a quién se mandó o de quién se recibió."""
    if trae.sentido != "recibido":
        return "destinatario"
    return "origen" if "origen" in trae.roles and "emisor" not in trae.roles else "emisor"


def _entrada(trae: _Trae) -> Iterator[str]:
    """Por dónde, con qué número y cuándo."""
    folios = "con {folios?número|números} {folios}" if trae.folios else ""
    if trae.medio or folios:
        yield f"{trae.medio} {folios}".strip()
    if trae.cuando:
        yield trae.cuando


def _aparte(trae: _Trae, con: Rol) -> Iterator[str]:
    """Los demás con quienes se trató, y cuántas personas."""
    yield from (dicho for rol, dicho in _APARTE.items() if rol in trae.roles and rol != con)
    if trae.personas:
        yield "con la participación de {personas:sexos}"


def _con_mayuscula(frase: str) -> str:
    """La frase con su primera letra grande; si la dice un dato, ese dato."""
    if frase.startswith("{medio}"):
        return frase.replace("{medio}", "{medio:inicial}", 1)
    return frase[:1].upper() + frase[1:]
