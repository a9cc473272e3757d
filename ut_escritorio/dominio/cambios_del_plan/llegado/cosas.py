"""Un plan en cosas sueltas: cada una con su nombre de siempre y lo que de ella se dice, para compararlas."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, cast

from ut_escritorio.dominio.congelado import congelado

Llaves = Mapping[str, Any]
DENTRO = {"componentes": "actividades", "actividades": "pasos"}
_SUYAS: Mapping[str, tuple[str, ...]] = {
    "personas": ("clave",),
    "nombramientos": ("puesto", "desde"),
    "membretes": ("clave",),
    "unidades": ("clave",),
    "departamentos": ("clave",),
    "concordancias": ("clave",),
    "mosaicos": ("cifra",),
    "plantillas": ("clave",),
}
_DE_TABLAS = ("sustantivos", "medios", "cifras", "moldes", "estilos")
_ENTERAS = ("programa", "portada", "ultima")
PARTES = (
    "plan", "programa", "personas", "nombramientos", "membretes", "unidades", "sustantivos", "medios",
    "cifras", "moldes", "estilos", "portada", "ultima", "departamentos", "componentes", "actividades",
    "pasos", "concordancias", "mosaicos", "plantillas",
)  # fmt: skip
"""Las clases de cosas de un plan, en el orden en que se escriben."""

DE_LA_OFICINA = frozenset(("personas", "nombramientos", "membretes", "unidades", "plantillas"))
"""Lo que es de todos los años: de ello nada se quita."""

Nombre = tuple[str, str]
"""De qué parte es y cuál: («actividades», «2.3»)."""


@congelado
class Cosa:
    """Algo del plan: su parte, su clave, lo que de ella se dice y en cuál está (vacía: en ninguna)."""

    parte: str
    clave: str
    dice: Llaves
    en: str = ""

    @property
    def nombre(self) -> Nombre:
        """Cuál es."""
        return self.parte, self.clave


Cosas = Mapping[Nombre, Cosa]


def en_cosas(hoja: Llaves) -> Cosas:
    """Las cosas de un plan, en el orden en que se escriben."""
    sueltas = {n: v for n, v in hoja.items() if n not in (*_SUYAS, *_DE_TABLAS, *_ENTERAS, "componentes")}
    cosas = [Cosa("plan", "", sueltas)]
    cosas += [Cosa(parte, "", {parte: hoja[parte]}) for parte in _ENTERAS if parte in hoja]
    for parte, llaves in _SUYAS.items():
        for suya in hoja.get(parte, ()):
            cosas.append(Cosa(parte, " ".join(str(suya.get(n, "")) for n in llaves).strip(), suya))
    for parte in _DE_TABLAS:
        for clave, suya in hoja.get(parte, {}).items():
            cosas.append(Cosa(parte, clave, suya))
    cosas += _lugares(hoja.get("componentes", ()), "componentes", "")
    return {cosa.nombre: cosa for cosa in cosas}


def _lugares(hojas: Iterable[Llaves], parte: str, en: str) -> Iterable[Cosa]:
    for hoja in hojas:
        dentro = DENTRO.get(parte, "")
        numero = str(hoja["numero"])
        clave = str(hoja.get("clave") or (f"{en}/{numero}" if parte == "pasos" else numero))
        yield Cosa(parte, clave, {n: v for n, v in hoja.items() if n != dentro or not v}, en)
        yield from _lugares(hoja.get(dentro, ()), dentro, clave)


def en_hoja(cosas: Iterable[Cosa]) -> dict[str, Any]:
    """La hoja que dicen esas cosas, en su orden."""
    hoja: dict[str, Any] = {}
    lugares: dict[Nombre, dict[str, Any]] = {}
    for cosa in sorted(cosas, key=lambda cosa: PARTES.index(cosa.parte)):
        dice = dict(cosa.dice)
        if cosa.parte == "plan" or cosa.parte in _ENTERAS:
            hoja |= dice
        elif cosa.parte in _DE_TABLAS:
            hoja.setdefault(cosa.parte, {})[cosa.clave] = dice
        elif cosa.parte in _SUYAS:
            hoja.setdefault(cosa.parte, []).append(dice)
        else:
            lugares[cosa.nombre] = dice
            arriba = next((parte for parte, dentro in DENTRO.items() if dentro == cosa.parte), "")
            madre = lugares.get((arriba, cosa.en)) if arriba else hoja
            if madre is not None:  # lo que colgaba de algo que no va, no va
                _en_lista(madre, cosa.parte).append(dice)
    return hoja


def _en_lista(madre: dict[str, Any], parte: str) -> list[Any]:
    return cast(list[Any], madre.setdefault(parte, []))
