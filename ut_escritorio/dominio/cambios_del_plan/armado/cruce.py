"""Un cuadro que cruza dos datos de lo que se anota —área y estado—, como ella lo pide."""

from __future__ import annotations

from dataclasses import replace

from ut_escritorio.dominio.cambios_del_plan.armado.bloques import con_apartado
from ut_escritorio.dominio.cambios_del_plan.armado.cuenta import Cosa, con_claves, con_cuentas, cosa_de
from ut_escritorio.dominio.cambios_del_plan.armado.en_su_lugar import clave_libre
from ut_escritorio.dominio.cambios_del_plan.poda import podado
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.plan.apartados import Apartado
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.plan.cifras import Contada
from ut_escritorio.dominio.plan.cuadros import Banda, Cuadro
from ut_escritorio.errores import ValorInvalido

_TOTAL = ("TOTAL",)


@congelado
class Lado:
    """El dato que va hacia abajo o a lo ancho, y los valores que de él se cuentan, en su orden.

    `rotulos`: cómo se lee cada uno; sin ellos, como se escribe. `demas`: cómo se lee el de los que no dicen
    ninguno, que sale si los hay y hay totales; vacío, OTROS.
    """

    campo: str
    valores: tuple[str, ...]
    rotulos: tuple[str, ...] = ()
    demas: str = ""


@congelado
class Cruce:
    """Lo que se cuenta, partido por dos datos; con `totales`, un renglón y una columna más."""

    cuenta: Cosa
    abajo: Lado
    a_lo_ancho: Lado
    titulo: str = ""
    esquina: str = ""
    totales: bool = True


def con_cruce(plan: Plan, lugar: str, cruce: Cruce, tras: str = "") -> Plan:
    """El plan con el cruce en ese lugar, tras el bloque `tras`; ValorInvalido si le falta algo."""
    clave = clave_libre(plan, lugar)
    return _puesto(con_apartado(plan, lugar, Apartado(clave, "cuadro", cuadro=clave), tras), clave, cruce)


def con_otro_cruce(plan: Plan, clave: str, cruce: Cruce) -> Plan:
    """El plan con ese cuadro cruzado de otra manera."""
    return podado(plan, _puesto(plan, clave, cruce))


def cruce_de(plan: Plan, clave: str) -> Cruce | None:
    """Cómo se pediría un cuadro que ya está; None si no es un cruce de estos."""
    cuadro = plan.cuadro[clave]
    abajo, ancho = cuadro.filas[0], cuadro.columnas[0]
    suya = plan.cifra.get(ancho.cifras[0]) if ancho.cifras else None
    if abajo.eje != "valores" or ancho.eje != "valores" or suya is None:
        return None
    cruce = Cruce(
        cosa_de(suya),
        _lado(abajo),
        _lado(ancho),
        cuadro.titulo,
        cuadro.esquina,
        len(cuadro.filas) > 1,
    )
    return cruce if _cuadro(clave, cruce) == cuadro else None


def _puesto(plan: Plan, clave: str, cruce: Cruce) -> Plan:
    if not isinstance(cruce.cuenta.sale, Contada):
        raise ValorInvalido("Lo que se cruza se cuenta de lo que se anota. Escoja eso en «de dónde sale».")
    if not cruce.abajo.valores or not cruce.a_lo_ancho.valores:
        raise ValorInvalido("Falta decir qué se cuenta de cada dato. Escriba uno por renglón.")
    if cruce.abajo.campo == cruce.a_lo_ancho.campo:
        raise ValorInvalido("Es el mismo dato hacia abajo y a lo ancho. Escoja otro en uno de los dos.")
    cruce = replace(cruce, cuenta=con_claves(plan, (cruce.cuenta,))[0])
    cuadro = _cuadro(clave, cruce)
    estaba = clave in plan.cuadro
    cuadros = tuple(cuadro if c.clave == clave else c for c in plan.cuadros)
    con_el = replace(plan, cuadros=cuadros if estaba else (*plan.cuadros, cuadro))
    return con_cuentas(con_el, (cruce.cuenta,), cuadro)


def _cuadro(clave: str, cruce: Cruce) -> Cuadro:
    cifra = (cruce.cuenta.clave,)
    total = (Banda("cifras", cifras=cifra, etiquetas=_TOTAL),) if cruce.totales else ()
    abajo, ancho = _banda(cruce.abajo), replace(_banda(cruce.a_lo_ancho), cifras=cifra)
    return Cuadro(
        clave,
        filas=(abajo, *total),
        columnas=(ancho, *total),
        titulo=cruce.titulo.strip(),
        esquina=cruce.esquina.strip(),
    )


def _banda(lado: Lado) -> Banda:
    rotulos = lado.rotulos
    if demas := lado.demas.strip():
        rotulos = (*(rotulos or map(str.upper, lado.valores)), demas)
    return Banda("valores", etiquetas=rotulos, campo=lado.campo, valores=lado.valores)


def _lado(banda: Banda) -> Lado:
    cuantos = len(banda.valores)
    demas = next(iter(banda.etiquetas[cuantos:]), "")
    return Lado(banda.campo, banda.valores, banda.etiquetas[:cuantos], demas)
