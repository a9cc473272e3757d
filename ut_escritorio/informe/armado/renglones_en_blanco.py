"""Las listas en blanco de un lugar: una columna por dato que sus renglones piden, y dónde escribirlos."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.palabras.redaccion import con_inicial
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.plan.campos import rotulo_de_campo, usados_por
from ut_escritorio.dominio.plan.formas import Forma
from ut_escritorio.informe.documento import Celda, Tabla

RENGLONES = 10
"""Los que caben en la primera hoja de una actividad."""

PARTES = 12
"""En cuántas partes iguales se reparte lo ancho de la hoja."""

_COMUNES: Mapping[str, int] = {
    "fecha": 1, "medio": 1, "folios": 2, "destinatario": 3, "emisor": 3, "origen": 3, "beneficiario": 3,
    "asunto": 4, "cantidad_medio": 1, "cantidad": 1, "mujeres": 1, "hombres": 1, "ni": 1,
}  # fmt: skip
"""Los datos que puede llevar un renglón, en el orden en que se escriben, y las partes que piden."""
_SEXOS = ("mujeres", "hombres", "ni")
_PROPIAS = {"texto": 2, "fecha": 1, "hora": 1, "numero": 1}
_SIN_FORMA = ("fecha", "medio", "folios", "destinatario", "asunto")
"""Lo de siempre, donde el plan no dice qué se anota."""


@congelado
class Columna:
    """Un dato por escribir: su rótulo y las partes que pide."""

    clave: str
    rotulo: str
    partes: int


def listas_en_blanco(plan: Plan, lugar: str) -> Iterator[tuple[str, Tabla]]:
    """Las de un lugar, cada una con su título: una sola o, si no cabe en la hoja, una por medio."""
    formas = plan.formas_de(lugar)
    if not formas:
        yield "Otras anotaciones", _tabla(_columnas(()), RENGLONES // 2)
        return
    juntas = _columnas(formas)
    if len(juntas) <= PARTES and sum(columna.partes > 1 for columna in juntas) <= PARTES // 3:
        yield "", _tabla(juntas)
        return
    por_medio: dict[tuple[str, ...], list[Forma]] = {}
    for forma in formas:
        por_medio.setdefault(forma.medios, []).append(forma)
    for medios, suyas in por_medio.items():
        unidades = [con_inicial(plan.medio[medio].unidad.plural) for medio in medios if medio in plan.medio]
        yield ", ".join(unidades) or suyas[0].nombre, _tabla(_columnas(suyas))


def _columnas(formas: Sequence[Forma]) -> tuple[Columna, ...]:
    """Los datos que alguna pide, y siempre la fecha; el medio, si puede ser más de uno."""
    if not formas:
        return tuple(Columna(clave, rotulo_de_campo(clave), _COMUNES[clave]) for clave in _SIN_FORMA)
    usados = frozenset[str]().union(*(usados_por(forma) for forma in formas)) | {"fecha"}
    if len({medio for forma in formas for medio in forma.medios}) == 1:
        usados -= {"medio"}
    sola = formas[0] if len(formas) == 1 else None
    comunes = (
        Columna(clave, rotulo_de_campo(clave, None if clave in _SEXOS else sola), partes)
        for clave, partes in _COMUNES.items()
        if clave in usados
    )
    propias = {
        campo.clave: Columna(campo.clave, campo.etiqueta, _PROPIAS[campo.clase])
        for forma in formas
        for campo in forma.campos
    }
    return (*comunes, *propias.values())


def repartidas(partes: Sequence[int]) -> tuple[int, ...]:
    """Las mismas, hasta llenar la hoja: lo que sobra o falta es de las más anchas."""
    suyas = list(partes)
    while sum(suyas) < PARTES:
        suyas[suyas.index(max(suyas))] += 1
    while sum(suyas) > PARTES and max(suyas) > 1:
        suyas[suyas.index(max(suyas))] -= 1
    return tuple(suyas)


def _tabla(columnas: Sequence[Columna], renglones: int = RENGLONES) -> Tabla:
    partes = repartidas([columna.partes for columna in columnas])
    cabeza = tuple(Celda(c.rotulo, "columna", ancho) for c, ancho in zip(columnas, partes, strict=True))
    en_blanco = tuple(Celda("", ancho=ancho) for ancho in partes)
    return Tabla((cabeza, *([en_blanco] * renglones)), sum(partes), 1)
