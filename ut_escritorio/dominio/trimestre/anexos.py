"""Los anexos de un trimestre: qué evidencias salen, con qué número y quién las cita.

El número se saca al imprimir, en el orden del informe y por departamento: nadie lo escribe.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import field
from functools import cached_property
from itertools import count, groupby

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.palabras.redaccion import con_inicial, fecha_larga, lista, seguidos
from ut_escritorio.dominio.plan.anexos import FichaDeSesion
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.trimestre.evidencias import Evidencia, por_clases
from ut_escritorio.dominio.trimestre.renglones import ParrafoLibre, Renglon

Evidencias = Mapping[Origen, tuple[Evidencia, ...]]
Anotado = Callable[[str], Iterable[Renglon | ParrafoLibre]]


LISTA = Origen("informe", "lista")
"""La lista de todas las evidencias."""


def anexos_de(departamento: str) -> Origen:
    """Los anexos de un departamento, donde empiezan."""
    return Origen("informe", "anexos", departamento)


@congelado
class Anexo:
    """Lo que se imprime con un número: las fotos de algo, un PDF, o la ficha de una sesión con sus fotos.

    `dueno` es el renglón o el lugar de quien es, y `lugar`, dónde está.
    """

    numero: int
    lugar: str
    dueno: Origen
    evidencias: tuple[Evidencia, ...]
    ficha: FichaDeSesion | None = None

    @property
    def es_pdf(self) -> bool:
        """Si son las hojas de un PDF."""
        return any(evidencia.clase == "pdf" for evidencia in self.evidencias)


@congelado
class Anexos:
    """Todos los de un trimestre, en su orden, y los números que cita cada quien que cita alguno."""

    todos: tuple[Anexo, ...] = ()
    citas: Mapping[Origen, tuple[int, ...]] = field(default_factory=dict[Origen, tuple[int, ...]])

    @cached_property
    def numero_de(self) -> Mapping[str, int]:
        """En cuál sale cada contenido que sale."""
        return {cada.contenido: anexo.numero for anexo in self.todos for cada in anexo.evidencias}

    @property
    def dicho(self) -> str:
        """«Salen 12 fotos y 2 PDF, en 6 anexos.»"""
        if not self.todos:
            return "Todavía no sale ninguna evidencia."
        partes = por_clases(cada.clase for anexo in self.todos for cada in anexo.evidencias)
        if fichas := sum(anexo.ficha is not None for anexo in self.todos):
            partes.append("una ficha" if fichas == 1 else f"{fichas} fichas")
        sale = "Sale" if len(partes) == 1 and partes[0].startswith("un") else "Salen"
        son = "un anexo" if len(self.todos) == 1 else f"{len(self.todos)} anexos"
        return f"{sale} {lista(partes)}, en {son}."


def numerar(plan: Plan, anotado: Anotado, evidencias: Evidencias, sin_actividad: Collection[str]) -> Anexos:
    """Los anexos, numerados; lo que ya salió en uno no se repite en otro, y los dos lo citan."""
    if not plan.programa.anexos.donde:
        return Anexos()
    numero_de: dict[str, int] = {}
    todos: list[Anexo] = []
    citas: dict[Origen, tuple[int, ...]] = {}
    numeros = count(1)
    for lugar, dueno, ficha in en_orden(plan, anotado, sin_actividad):
        salen = [cada for cada in evidencias.get(dueno, ()) if cada.sale]
        nuevas = list({cada.contenido: cada for cada in salen if cada.contenido not in numero_de}.values())
        suyos = [Anexo(next(numeros), lugar, dueno, *que) for que in _en_anexos(nuevas, ficha)]
        todos += suyos
        numero_de |= {cada.contenido: anexo.numero for anexo in suyos for cada in anexo.evidencias}
        if cita := {anexo.numero for anexo in suyos} | {numero_de[cada.contenido] for cada in salen}:
            citas[dueno] = tuple(sorted(cita))
    return Anexos(tuple(todos), citas)


def en_orden(
    plan: Plan, anotado: Anotado, sin_actividad: Collection[str]
) -> Iterator[tuple[str, Origen, FichaDeSesion | None]]:
    """Quiénes pueden tener anexos, en su orden: de cada lugar, él y luego lo anotado en él."""
    for departamento in dict.fromkeys(componente.departamento for componente in plan.componentes):
        for clave, cadena in plan.cadena.items():
            if cadena[0].departamento != departamento or any(c.clave in sin_actividad for c in cadena):
                continue
            yield clave, Origen("lugar", clave), None
            for cosa in anotado(clave):
                if isinstance(cosa, Renglon):
                    yield clave, Origen("renglon", cosa.uid), _ficha_de(plan, cosa)


def _ficha_de(plan: Plan, renglon: Renglon) -> FichaDeSesion | None:
    return ficha_de(plan, renglon) if plan.programa.anexos.con_fichas else None


def ficha_de(plan: Plan, renglon: Renglon) -> FichaDeSesion | None:
    """La ficha que el plan pide de un renglón; None si ninguna."""
    return next((ficha for ficha in plan.programa.fichas if renglon.medio in ficha.medios), None)


def ficha_suelta(plan: Plan, renglon: Renglon, evidencias: Evidencias) -> Anexo | None:
    """La ficha de un renglón con las fotos suyas que salen, sin número; None si de él no se pide ficha."""
    dueno = Origen("renglon", renglon.uid)
    fotos = tuple(cada for cada in evidencias.get(dueno, ()) if cada.sale and cada.clase == "foto")
    ficha = ficha_de(plan, renglon)
    return Anexo(0, renglon.lugar, dueno, fotos, ficha) if ficha else None


def _en_anexos(
    nuevas: Iterable[Evidencia], ficha: FichaDeSesion | None
) -> Iterator[tuple[tuple[Evidencia, ...], FichaDeSesion | None]]:
    """Las fotos juntas, con su ficha si la lleva, y cada PDF aparte."""
    todas = tuple(nuevas)
    fotos = tuple(cada for cada in todas if cada.clase == "foto")
    if fotos or ficha:
        yield fotos, ficha
    for cada in todas:
        if cada.clase == "pdf":
            yield (cada,), None


def de_que_es(plan: Plan, renglon: Renglon | None, lugar: str) -> str:
    """«Sesión del 9 de abril de 2031. Cómo se contesta una solicitud.»: lo que una evidencia prueba."""
    if renglon is None:
        return _con_punto(plan.lugar[lugar].nombre)
    medio = plan.medio.get(renglon.medio)
    que = con_inicial(medio.unidad.singular) if medio else ""
    folios = lista([cita.folio for cita in renglon.citas if cita.folio])
    cuando = f"del {fecha_larga(renglon.fecha)}" if renglon.fecha else ""
    encabeza = " ".join(filter(None, (que, folios, cuando)))
    asunto = renglon.asunto or _su_tema(plan, renglon)
    return " ".join(_con_punto(con_inicial(parte)) for parte in (encabeza, asunto) if parte)


def _con_punto(texto: str) -> str:
    return texto if texto.endswith((".", "?", "!")) else f"{texto}."


def _su_tema(plan: Plan, renglon: Renglon) -> str:
    """Lo primero que dice de sí con texto: el tema de una sesión."""
    formas = [forma for forma in plan.formas_de(renglon.lugar) if forma.clave == renglon.forma]
    propios = [campo.clave for forma in formas for campo in forma.campos if campo.clase == "texto"]
    return next((renglon.campos[clave] for clave in propios if renglon.campos.get(clave)), "")


def dichos(numeros: Collection[int]) -> str:
    """«Anexo 3», «Anexos 1 a 4», «Anexos 1, 3 y 5 a 7»; vacío si no hay ninguno."""
    if not numeros:
        return ""
    tramos = [_tramo(tramo) for tramo in seguidos(numeros)]
    return f"Anexo{'s' if len(numeros) > 1 else ''} {lista([parte for tramo in tramos for parte in tramo])}"


def _tramo(tramo: list[int]) -> tuple[str, ...]:
    return tuple(map(str, tramo)) if len(tramo) < 3 else (f"{tramo[0]} a {tramo[-1]}",)


def por_departamento(plan: Plan, anexos: Iterable[Anexo]) -> Iterator[tuple[str, tuple[Anexo, ...]]]:
    """Los de cada departamento, por su clave."""
    for departamento, suyos in groupby(anexos, key=lambda anexo: plan.cadena[anexo.lugar][0].departamento):
        yield departamento, tuple(suyos)
