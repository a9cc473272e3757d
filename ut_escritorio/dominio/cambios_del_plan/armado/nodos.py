"""El plan como se ve en su índice: cada parte del informe con lo que imprime, y lo que de él se escoge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from ut_escritorio.dominio.cambios_del_plan.armado.en_su_lugar import (
    PORTADA,
    ULTIMA,
    bloques_de,
    casa_de_departamento,
)
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.impreso.resumen import hijos
from ut_escritorio.dominio.palabras.redaccion import con_inicial, recortado
from ut_escritorio.dominio.plan.apartados import Apartado
from ut_escritorio.dominio.plan.arbol import Componente, Departamento, Lugar, Plan
from ut_escritorio.dominio.plan.cuadros import Cuadro, cifras_de
from ut_escritorio.dominio.plan.lugares import breve
from ut_escritorio.dominio.plan.rotulado import nombres_de_cifras, rotular

ClaseDeNodo = Literal[
    "lugar", "bloque", "frase", "hoja", "departamentos", "departamento", "medios", "medio", "cuadres",
    "cuadre",
]  # fmt: skip
GRUPOS: frozenset[ClaseDeNodo] = frozenset(("hoja", "departamentos", "medios", "cuadres"))
"""Lo que solo tiene cosas dentro: ni se mueve ni se quita."""
_LETRAS = 60
_BLOQUES = {
    "titulo": "Título", "subtitulo": "Subtítulo", "parrafo": "Texto", "cierre": "Cierre", "cuadro": "Cuadro",
    "renglones": "Aquí va lo que se anota", "firmas": "Firmas",
}  # fmt: skip


@congelado
class Nodo:
    """Una cosa del índice: su clase, su clave y de qué cuelga (vacío: de nada que se imprima).

    Un lugar, una hoja y un departamento cuelgan de sí mismos.
    """

    clase: ClaseDeNodo
    clave: str
    lugar: str
    rotulo: str = ""
    hijos: tuple[Nodo, ...] = ()

    @property
    def cual(self) -> tuple[str, str, str]:
        """Con qué se reconoce, diga lo que diga."""
        return self.clase, self.clave, self.lugar


def nodos_de(plan: Plan) -> tuple[Nodo, ...]:
    """El informe en su orden y, después, de lo que se escoge: departamentos, medios y lo que debe cuadrar."""
    cuadres = tuple(Nodo("cuadre", c.clave, "", c.mensaje) for c in plan.concordancias)
    return (
        _de_hoja(plan, PORTADA, "Portada"),
        *(_de_lugar(plan, componente) for componente in plan.componentes),
        _de_hoja(plan, ULTIMA, "Última hoja"),
        Nodo(
            "departamentos",
            "",
            "",
            "Departamentos",
            tuple(_de_departamento(plan, d) for d in plan.departamentos),
        ),
        Nodo(
            "medios",
            "",
            "",
            "Medios",
            tuple(Nodo("medio", m.clave, "", con_inicial(m.frase)) for m in plan.medios),
        ),
        *([Nodo("cuadres", "", "", "Lo que debe cuadrar", cuadres)] if plan.cifras else []),
    )


def el_primero(nodos: tuple[Nodo, ...]) -> Nodo | None:
    """Por donde se empieza: el primer componente; None si todavía no hay."""
    return next((nodo for nodo in nodos if nodo.clase == "lugar"), None)


def todos(nodos: Iterable[Nodo]) -> Iterator[Nodo]:
    """Cada nodo y los de dentro, en su orden."""
    for nodo in nodos:
        yield nodo
        yield from todos(nodo.hijos)


def el_nuevo(antes: Plan, despues: Plan) -> Nodo | None:
    """El primero que antes no estaba; None si ninguno."""
    estaban = {nodo.cual for nodo in todos(nodos_de(antes))}
    return next((nodo for nodo in todos(nodos_de(despues)) if nodo.cual not in estaban), None)


def _de_lugar(plan: Plan, lugar: Lugar) -> Nodo:
    bloques = (Nodo("bloque", a.clave, lugar.clave, _de_bloque(plan, a)) for a in lugar.apartados)
    frases = (Nodo("frase", f.clave, lugar.clave, f"Frase: {f.nombre}") for f in lugar.formas)
    dentro = (_de_lugar(plan, hijo) for hijo in hijos(lugar))
    numero = f"Componente {lugar.numero}" if isinstance(lugar, Componente) else lugar.numero
    return Nodo("lugar", lugar.clave, lugar.clave, f"{numero}  {breve(lugar)}", (*bloques, *frases, *dentro))


def _de_hoja(plan: Plan, casa: str, rotulo: str) -> Nodo:
    bloques = (Nodo("bloque", a.clave, casa, _de_bloque(plan, a)) for a in bloques_de(plan, casa))
    return Nodo("hoja", casa, casa, rotulo, tuple(bloques))


def _de_departamento(plan: Plan, depto: Departamento) -> Nodo:
    casa = casa_de_departamento(depto.clave)
    hojas = (
        _de_hoja(plan, casa, "Al empezar lo suyo"),
        _de_hoja(plan, casa_de_departamento(depto.clave, al_final=True), "Al acabar lo suyo"),
    )
    return Nodo("departamento", depto.clave, casa, depto.nombre, hojas)


def _de_bloque(plan: Plan, apartado: Apartado) -> str:
    que = _BLOQUES.get(apartado.clase, "Lista")
    if apartado.clase == "cuadro":
        dice = _de_cuadro(plan, plan.cuadro[apartado.cuadro])
    else:
        dice = rotular(apartado.texto, nombres_de_cifras(plan)).texto
    dice = recortado(" ".join(dice.split()), _LETRAS)
    return f"{que}: {dice}" if dice else que


def _de_cuadro(plan: Plan, cuadro: Cuadro) -> str:
    """Su título; si no lleva, el rótulo propio de su orilla; si tampoco, lo primero que cuenta."""
    de_su_clase = next((molde.esquina for molde in plan.moldes if molde.clave == cuadro.molde), "")
    propia = cuadro.esquina if cuadro.esquina != de_su_clase else ""
    cuenta = next((plan.cifra[c].nombre for c in cifras_de(cuadro) if c in plan.cifra), cuadro.esquina)
    return cuadro.titulo or propia or cuenta
