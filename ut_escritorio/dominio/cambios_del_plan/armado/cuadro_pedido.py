"""Un cuadro de una de las clases, como ella lo pide; del que ya está, cómo se pidió."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from ut_escritorio.dominio.cambios_del_plan.armado.bloques import con_apartado
from ut_escritorio.dominio.cambios_del_plan.armado.cuenta import Cosa, con_claves, con_cuentas, cosa_de
from ut_escritorio.dominio.cambios_del_plan.armado.en_su_lugar import clave_libre
from ut_escritorio.dominio.cambios_del_plan.poda import podado
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.personas import SEXOS, Sexo
from ut_escritorio.dominio.plan.alcances import faltas_del_cuadro
from ut_escritorio.dominio.plan.apartados import Apartado
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.plan.cuadros import Banda, Cuadro, Molde, Pie
from ut_escritorio.dominio.plan.moldes import aplicar
from ut_escritorio.errores import ErrorEsperado, ValorInvalido

_MARCA = re.compile(r"^\$(\d+)?(\*)?$")


@congelado
class CuadroPedido:
    """Su clase (la clave del molde), lo que cuenta y lo que en él se lee.

    `rotulos` son los de lo que cuenta, en su orden (vacío: su nombre en mayúsculas). `sobre_meses` y
    `sobre_sexos` encabezan sus columnas; `sexos`, cuáles y en qué orden. `total_con_unidad`: «192
    MONITOREOS». `total`: el renglón TOTAL de abajo. `por_mes`: si no, solo el trimestre.
    """

    clase: str
    cosas: tuple[Cosa, ...] = ()
    titulo: str = ""
    esquina: str = ""
    rotulos: tuple[str, ...] = ()
    sobre_meses: str = ""
    sobre_sexos: str = ""
    sexos: tuple[Sexo, ...] = ()
    total_con_unidad: bool = False
    total: bool = False
    por_mes: bool = True


def cuantas_cosas(molde: Molde) -> tuple[int, bool]:
    """Cuántas cosas cuenta una clase de cuadro, cuando menos, y si puede contar más."""
    marcas = [m for banda in (*molde.filas, *molde.columnas) for c in banda.cifras if (m := _MARCA.match(c))]
    return max((int(m[1] or 1) for m in marcas), default=0), any(m[2] for m in marcas)


def de_su_clase(molde: Molde) -> CuadroPedido:
    """Lo que una clase de cuadro propone antes de que ella cambie nada."""
    return CuadroPedido(
        molde.clave,
        esquina=molde.esquina,
        sobre_meses=_encabezado(molde, "meses"),
        sobre_sexos=_encabezado(molde, "sexos"),
        sexos=next((b.sexos or SEXOS for b in _bandas(molde) if b.eje == "sexos"), ()),
        total_con_unidad=any(b.con_unidad for b in _bandas(molde) if b.eje == "trimestre"),
        total=molde.pie is not None,
    )


def lleva(molde: Molde, eje: str) -> bool:
    """Si en esa clase de cuadro hay meses, sexos o total."""
    return any(banda.eje == eje for banda in _bandas(molde))


def con_cuadro(plan: Plan, lugar: str, pedido: CuadroPedido, tras: str = "") -> Plan:
    """El plan con el cuadro en ese lugar, tras el bloque `tras`, y con lo que en él se cuenta.

    ValorInvalido si le falta algo, o si pediría números que no habrá.
    """
    clave = clave_libre(plan, lugar)
    con_el = con_apartado(plan, lugar, Apartado(clave, "cuadro", cuadro=clave), tras)
    return _con_el_pedido(con_el, clave, pedido)


def con_otro_pedido(plan: Plan, clave: str, pedido: CuadroPedido) -> Plan:
    """El plan con ese cuadro pedido de otra manera; los números que ya nadie lee se van."""
    return podado(plan, _con_el_pedido(plan, clave, pedido))


def pedido_de(plan: Plan, clave: str) -> CuadroPedido | None:
    """Cómo se pediría un cuadro que ya está; None si ninguna de las clases lo da."""
    cuadro = plan.cuadro[clave]
    molde = next((m for m in plan.moldes if m.clave == cuadro.molde), None)
    if molde is None:
        return None
    rotulos = {
        cifra: etiqueta
        for banda in _bandas(cuadro)
        for cifra, etiqueta in zip(banda.cifras, banda.etiquetas, strict=False)
        if banda.eje == "cifras"
    }
    cosas = tuple(cosa_de(plan.cifra[c]) for c in _en_los_huecos(molde, cuadro) if c in plan.cifra)
    pedido = CuadroPedido(
        molde.clave,
        cosas,
        cuadro.titulo,
        cuadro.esquina,
        tuple(rotulos.get(cosa.clave, "") for cosa in cosas) if rotulos else (),
        _encabezado(cuadro, "meses"),
        _encabezado(cuadro, "sexos"),
        next((b.sexos or SEXOS for b in _bandas(cuadro) if b.eje == "sexos"), ()),
        any(b.con_unidad for b in _bandas(cuadro) if b.eje == "trimestre"),
        cuadro.pie is not None,
        not lleva(molde, "meses") or any(b.eje == "meses" for b in _bandas(cuadro)),
    )
    try:
        rehecho = _cuadro(plan, clave, pedido)
    except ErrorEsperado:
        return None
    return pedido if rehecho == cuadro else None


def _con_el_pedido(plan: Plan, clave: str, pedido: CuadroPedido) -> Plan:
    pedido = replace(pedido, cosas=con_claves(plan, pedido.cosas))
    cuadro = _cuadro(plan, clave, pedido)
    estaba = clave in plan.cuadro
    cuadros = tuple(cuadro if c.clave == clave else c for c in plan.cuadros)
    con_el = replace(plan, cuadros=cuadros if estaba else (*plan.cuadros, cuadro))
    con_el = con_cuentas(con_el, pedido.cosas, cuadro)
    if faltas_del_cuadro(cuadro, con_el.cifra):
        raise ValorInvalido(
            "Ese número no se sabe por mes o por sexo, y el cuadro lo pide. Escoja otra clase de cuadro, o "
            "un número que se escriba en él."
        )
    return con_el


def _cuadro(plan: Plan, clave: str, pedido: CuadroPedido) -> Cuadro:
    molde = next((m for m in plan.moldes if m.clave == pedido.clase), None)
    if molde is None:
        raise ValorInvalido("Falta escoger qué clase de cuadro es.")
    faltan = cuantas_cosas(molde)[0] - len(pedido.cosas)
    if faltan > 0:
        raise ValorInvalido("Falta decir qué cuenta el cuadro. Escriba su nombre, o escoja uno de la lista.")
    cuadro = aplicar(
        molde,
        clave,
        tuple(cosa.clave for cosa in pedido.cosas),
        pedido.titulo.strip(),
        pedido.esquina.strip(),
        filas=tuple(_pedidas(molde.filas, pedido)),
        columnas=tuple(_pedidas(molde.columnas, pedido)),
        pie=(molde.pie or Pie("TOTAL", "$1")) if pedido.total else None,
    )
    rotulos = _rotulos(pedido)
    return replace(
        cuadro,
        filas=tuple(_rotulada(banda, rotulos) for banda in cuadro.filas),
        columnas=tuple(_rotulada(banda, rotulos) for banda in cuadro.columnas),
        pie=cuadro.pie if pedido.total else None,
    )


def _rotulos(pedido: CuadroPedido) -> Mapping[str, str]:
    """El rótulo de cada número, por su clave; ninguno si todos se leen con su nombre."""
    if not any(rotulo.strip() for rotulo in pedido.rotulos):
        return {}
    rotulos = (*pedido.rotulos, *[""] * len(pedido.cosas))
    return {
        cosa.clave: rotulo.strip() or cosa.nombre.strip().upper()
        for cosa, rotulo in zip(pedido.cosas, rotulos, strict=False)
    }


def _rotulada(banda: Banda, rotulos: Mapping[str, str]) -> Banda:
    if banda.eje != "cifras" or not rotulos:
        return banda
    return replace(banda, etiquetas=tuple(rotulos[clave] for clave in banda.cifras))


def _pedidas(bandas: tuple[Banda, ...], pedido: CuadroPedido) -> Iterator[Banda]:
    """Las bandas de la clase, con los encabezados, los sexos y la unidad que se pidieron."""
    for banda in bandas:
        match banda.eje:
            case "meses" if not pedido.por_mes and len(bandas) > 1:
                continue
            case "meses" if not pedido.por_mes:
                yield Banda("trimestre", pedido.sobre_meses, cifras=banda.cifras)
            case "meses":
                yield replace(banda, encabezado=pedido.sobre_meses)
            case "sexos":
                yield _de_sexos(banda, pedido)
            case "trimestre":
                yield replace(banda, con_unidad=pedido.total_con_unidad)
            case _:
                yield banda


def _de_sexos(banda: Banda, pedido: CuadroPedido) -> Banda:
    if not pedido.sexos:
        raise ValorInvalido("Falta decir qué sexos lleva el cuadro. Marque al menos uno.")
    rotulos = dict(zip(banda.sexos or SEXOS, banda.etiquetas, strict=False))
    return replace(
        banda,
        encabezado=pedido.sobre_sexos,
        sexos=pedido.sexos,
        etiquetas=tuple(rotulos[sexo] for sexo in pedido.sexos if sexo in rotulos),
    )


def _en_los_huecos(molde: Molde, cuadro: Cuadro) -> tuple[str, ...]:
    """Lo que ocupa cada hueco de la clase, en su orden."""
    puestas: dict[int, str] = {}
    for hueca, llena in zip(_bandas(molde), _bandas(cuadro), strict=False):
        cifras = list(llena.cifras)
        for marca in hueca.cifras:
            if (m := _MARCA.match(marca)) and cifras:
                desde = int(m[1] or 1)
                for n in range(len(cifras) if m[2] else 1):
                    puestas[desde + n] = cifras.pop(0)
    return tuple(puestas[n] for n in sorted(puestas))


def _bandas(de: Molde | Cuadro) -> tuple[Banda, ...]:
    return (*de.filas, *de.columnas)


def _encabezado(de: Molde | Cuadro, eje: str) -> str:
    return next((banda.encabezado for banda in _bandas(de) if banda.eje == eje), "")
