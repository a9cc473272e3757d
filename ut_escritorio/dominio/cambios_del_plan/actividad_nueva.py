"""Una actividad nueva, a partir de una clase de cuadro o de una lista de lo que se hizo."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ut_escritorio.dominio.cambios_del_plan.acomodo import componente_de, en_orden
from ut_escritorio.dominio.cambios_del_plan.armado.cuenta import Cosa, con_cuentas
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficina.cambios import clave_nueva
from ut_escritorio.dominio.palabras.patrones import campos_de
from ut_escritorio.dominio.palabras.redaccion import lista
from ut_escritorio.dominio.plan.apartados import Apartado
from ut_escritorio.dominio.plan.arbol import Actividad, Estilo, Plan
from ut_escritorio.dominio.plan.cuadros import Banda, Cuadro
from ut_escritorio.dominio.plan.moldes import aplicar
from ut_escritorio.errores import ValorInvalido


@congelado
class SeCuenta:
    """Algo que la actividad cuenta: cómo se llama y cómo se dice uno («visita») y varios («visitas»)."""

    nombre: str
    uno: str
    varios: str


@congelado
class ActividadNueva:
    """Su número, su nombre, su clase de cuadro (la clave del molde; vacía: solo lista) y lo que cuenta."""

    numero: str
    nombre: str
    molde: str = ""
    cuenta: tuple[SeCuenta, ...] = ()


def con_actividad(plan: Plan, nueva: ActividadNueva) -> Plan:
    """El plan con la actividad en su sitio, su cuadro y lo que en él se captura.

    ValorInvalido si falta su nombre o el de lo que cuenta, o si su número ya está o no es de nadie.
    """
    casa = componente_de(plan, nueva.numero)
    if not nueva.nombre.strip():
        raise ValorInvalido("Falta el nombre de la actividad. Escríbalo como debe imprimirse.")
    if any(not cosa.nombre.strip() for cosa in nueva.cuenta):
        raise ValorInvalido("Falta decir qué cuenta el cuadro. Escríbalo como debe leerse en él.")
    if nueva.numero in plan.lugar or any(a.numero == nueva.numero for a in casa.actividades):
        raise ValorInvalido(f"Ya hay una actividad {nueva.numero}. Escriba otro número.")
    plan = _con_cuadro(plan, nueva) if nueva.molde else plan
    apartados = tuple(_apartados(nueva, casa.estilo))
    actividad = Actividad(nueva.numero, nueva.numero, nueva.nombre.strip(), apartados)
    con_ella = replace(casa, actividades=tuple(sorted((*casa.actividades, actividad), key=en_orden)))
    return replace(plan, componentes=tuple(con_ella if c == casa else c for c in plan.componentes))


def con_otra_cuenta(plan: Plan, cuadro: str, cosa: SeCuenta) -> Plan:
    """El plan con algo más que contar en un cuadro: un renglón o una columna, según cómo esté hecho.

    ValorInvalido si falta su nombre, o si el cuadro no lleva varios números.
    """
    if not cosa.nombre.strip():
        raise ValorInvalido("Falta el nombre de lo que se cuenta. Escríbalo como debe leerse.")
    clave = clave_nueva(cosa.nombre, set(plan.cifra))
    antes = plan.cuadro[cuadro]
    ahora = replace(antes, columnas=_con_ella(antes.columnas, clave, cosa))
    if ahora == antes:
        ahora = replace(antes, filas=_con_ella(antes.filas, clave, cosa))
    if ahora == antes:
        raise ValorInvalido("Ese cuadro no lleva un renglón por número. Agregue una actividad con otro.")
    cuadros = tuple(ahora if c.clave == cuadro else c for c in plan.cuadros)
    return con_cuentas(replace(plan, cuadros=cuadros), (_cosa(clave, cosa),), ahora)


def _con_ella(bandas: tuple[Banda, ...], clave: str, cosa: SeCuenta) -> tuple[Banda, ...]:
    """Las bandas con la cifra al final de la última de cifras, con su rótulo si las demás lo llevan."""
    n = next((n for n in reversed(range(len(bandas))) if bandas[n].eje == "cifras"), None)
    if n is None:
        return bandas
    banda = bandas[n]
    rotulos = (*banda.etiquetas, cosa.nombre.strip().upper()) if banda.etiquetas else ()
    nueva = replace(banda, cifras=(*banda.cifras, clave), etiquetas=rotulos)
    return (*bandas[:n], nueva, *bandas[n + 1 :])


def _apartados(nueva: ActividadNueva, estilo: Estilo) -> Iterator[Apartado]:
    """Lo que se imprime de ella; su nombre va aparte si el encabezado de su componente no lo dice."""
    if not any("nombre" in campos_de(patron) for patron in (estilo.actividad, estilo.nombre_actividad)):
        yield Apartado(f"{nueva.numero}#nombre", "subtitulo", "{nombre}")
    if nueva.molde:
        yield Apartado(_cuadro(nueva), "cuadro", cuadro=_cuadro(nueva))
    yield Apartado(f"{nueva.numero}#{2 if nueva.molde else 1}", "renglones")


def _cuadro(nueva: ActividadNueva) -> str:
    return f"{nueva.numero}#1"


def _con_cuadro(plan: Plan, nueva: ActividadNueva) -> Plan:
    molde = next(m for m in plan.moldes if m.clave == nueva.molde)
    usadas, claves = set(plan.cifra), list[str]()
    for cosa in nueva.cuenta:
        clave = clave_nueva(cosa.nombre, usadas)
        usadas.add(clave)
        claves.append(clave)
    cuadro = _con_titulo(aplicar(molde, _cuadro(nueva), tuple(claves)), tuple(claves), nueva.cuenta)
    cosas = tuple(_cosa(clave, cosa) for clave, cosa in zip(claves, nueva.cuenta, strict=True))
    return con_cuentas(replace(plan, cuadros=(*plan.cuadros, cuadro)), cosas, cuadro)


def _cosa(clave: str, cosa: SeCuenta) -> Cosa:
    return Cosa(cosa.nombre, cosa.uno, cosa.varios or cosa.nombre.strip().lower(), clave=clave)


def _con_titulo(cuadro: Cuadro, claves: tuple[str, ...], cuenta: tuple[SeCuenta, ...]) -> Cuadro:
    """El cuadro con lo que cuenta por título, si sus rótulos no lo dicen, y su unidad en el total."""
    filas = [c for banda in cuadro.filas if banda.eje == "cifras" for c in banda.cifras]
    columnas = [c for banda in cuadro.columnas if banda.eje == "cifras" for c in banda.cifras]
    # Un renglón solo no lleva rótulo.
    dichas = {*columnas, *(filas if len(filas) > 1 else ())}
    titulo = "" if dichas.issuperset(claves) else lista([cosa.nombre.strip() for cosa in cuenta]).upper()
    return replace(
        cuadro,
        titulo=titulo,
        filas=tuple(_con_unidad(banda) for banda in cuadro.filas),
        columnas=tuple(_con_unidad(banda) for banda in cuadro.columnas),
    )


def _con_unidad(banda: Banda) -> Banda:
    return replace(banda, con_unidad=True) if banda.eje == "trimestre" else banda
