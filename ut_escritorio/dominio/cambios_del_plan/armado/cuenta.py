"""Lo que un cuadro cuenta, como ella lo dice, y el número que de ahí resulta."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficina.cambios import clave_nueva
from ut_escritorio.dominio.palabras.sustantivos import Genero, Sustantivo
from ut_escritorio.dominio.personas import SEXOS, Sexo
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.plan.cifras import CAPTURAS, Captura, Capturada, Cifra, Contada, DelLibro, Fuente
from ut_escritorio.dominio.plan.cuadros import Banda, Cuadro
from ut_escritorio.errores import ValorInvalido


@congelado
class Cosa:
    """Algo que un cuadro cuenta.

    `clave` es la de un número que el plan ya tiene; vacía, es uno nuevo. `sale`: de los renglones o del
    libro, si no se escribe en el cuadro. `suma_de_sexos`: si el mes se calcula de sus hombres, mujeres y N/I.
    """

    nombre: str
    uno: str = ""
    varios: str = ""
    genero: Genero = "m"
    clave: str = ""
    sale: Contada | DelLibro | None = None
    suma_de_sexos: bool = True
    por_dia: int | None = None


def cosa_de(cifra: Cifra) -> Cosa:
    """La que es un número del plan."""
    fuente = cifra.fuente
    sale = fuente if isinstance(fuente, (Contada, DelLibro)) else None
    ya = isinstance(fuente, Capturada) and {"mes", "mes y sexo"} <= set(fuente.captura)
    suma = fuente.suma_de_sexos if ya and isinstance(fuente, Capturada) else True
    unidad = cifra.unidad
    return Cosa(
        cifra.nombre, unidad.singular, unidad.plural, unidad.genero, cifra.clave, sale, suma, cifra.por_dia
    )


def con_claves(plan: Plan, cosas: Iterable[Cosa]) -> tuple[Cosa, ...]:
    """Las cosas, con clave también las nuevas; ValorInvalido si a alguna le falta el nombre."""
    usadas, con_clave = {*plan.cifra, *plan.lugar}, list[Cosa]()
    for cosa in cosas:
        if not cosa.nombre.strip():
            raise ValorInvalido(
                "Falta decir qué cuenta el cuadro. Escriba su nombre, o escoja uno de la lista."
            )
        clave = cosa.clave or clave_nueva(cosa.nombre, usadas)
        if clave in {puesta.clave for puesta in con_clave}:
            raise ValorInvalido(f"«{cosa.nombre}» está dos veces en el cuadro. Escoja otro número.")
        usadas.add(clave)
        con_clave.append(replace(cosa, clave=clave))
    return tuple(con_clave)


def con_cuentas(plan: Plan, cosas: Iterable[Cosa], cuadro: Cuadro) -> Plan:
    """El plan con los números de un cuadro como se dijeron: lo que en él se escribe cabe en sus casillas."""
    puestas = {cosa.clave: cosa for cosa in cosas}
    suyas = {clave: _cifra(cosa, cuadro, plan.cifra.get(clave)) for clave, cosa in puestas.items()}
    quedan = tuple(suyas.pop(cifra.clave, cifra) for cifra in plan.cifras)
    return replace(plan, cifras=(*quedan, *suyas.values()))


def _cifra(cosa: Cosa, cuadro: Cuadro, era: Cifra | None) -> Cifra:
    nombre = cosa.nombre.strip()
    unidad = Sustantivo(
        cosa.uno.strip() or nombre.lower(),
        cosa.varios.strip() or cosa.uno.strip() or nombre.lower(),
        cosa.genero,
    )
    fuente = _fuente(cosa, cuadro, era)
    nueva = Cifra(cosa.clave, nombre, unidad, fuente, por_dia=cosa.por_dia)
    return replace(nueva, contraste=era.contraste) if era and isinstance(fuente, Capturada) else nueva


def _fuente(cosa: Cosa, cuadro: Cuadro, era: Cifra | None) -> Fuente:
    """De dónde sale: de lo que ella dijo o, si se escribe, de las casillas que los cuadros le piden."""
    if cosa.sale:
        return cosa.sale
    if era and not isinstance(era.fuente, (Capturada, Contada, DelLibro)):
        return era.fuente
    ya = era.fuente if era and isinstance(era.fuente, Capturada) else Capturada((), ())
    leidas = tuple(capturas_de(cosa.clave, cuadro))
    pedidas = {*ya.captura, *(captura for captura, _ in leidas)}
    if "mes" in pedidas:  # el total del trimestre se suma de sus meses
        pedidas.discard("trimestre")
    pedidos: list[Sexo] = [sexo for _, suyos in leidas for sexo in suyos]
    sexos: tuple[Sexo, ...] = (*(ya.sexos if _por_sexo(ya) else ()), *pedidos)
    captura: tuple[Captura, ...] = tuple(c for c in CAPTURAS if c in pedidas) or ("mes",)
    suma = cosa.suma_de_sexos and {"mes", "mes y sexo"} <= pedidas
    return Capturada(captura, tuple(dict.fromkeys(sexos)) or SEXOS, suma)


def _por_sexo(fuente: Capturada) -> bool:
    return any(captura.endswith("sexo") for captura in fuente.captura)


def capturas_de(clave: str, cuadro: Cuadro) -> Iterator[tuple[Captura, tuple[Sexo, ...]]]:
    """Cómo se escribe un número en cada cruce de bandas del cuadro, y con qué sexos."""
    for fila in cuadro.filas:
        for columna in cuadro.columnas:
            if clave not in (columna.cifras or fila.cifras):
                continue
            por_mes = "meses" in (fila.eje, columna.eje)
            sexos = _sexos(fila) or _sexos(columna)
            if sexos:
                yield ("mes y sexo" if por_mes else "trimestre y sexo"), sexos
            else:
                yield ("mes" if por_mes else "trimestre"), ()


def _sexos(banda: Banda) -> tuple[Sexo, ...]:
    return (banda.sexos or SEXOS) if banda.eje == "sexos" else ()
