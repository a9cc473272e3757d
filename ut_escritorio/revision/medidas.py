"""Los dos lados de cada comparación que el plan pide, mes por mes y sexo por sexo."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.numeros.evaluacion import contar, cumplen
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.personas import SEXOS, Sexo
from ut_escritorio.dominio.plan.cifras import Capturada, Concordancia, Condicion, Contada, Porcion
from ut_escritorio.revision.lectura import Lectura
from ut_escritorio.revision.una_vez import una_vez_por_plan


@congelado
class Medida:
    """Un lado de la comparación; `al_menos`, si algún renglón no dijo su cantidad y puede ser más."""

    numero: int
    al_menos: bool = False


@congelado
class Grano:
    """Lo que se compara de una vez: un mes (None: el trimestre) y un sexo (None: todos)."""

    mes: int | None
    sexo: Sexo | None = None


@congelado
class Par:
    """Los dos lados en un grano."""

    grano: Grano
    izquierda: Medida
    derecha: Medida


@una_vez_por_plan
def vivas(lectura: Lectura) -> tuple[Concordancia, ...]:
    """Las que comparan cifras que el informe usa."""
    usadas = {cifra.clave for cifra in lectura.cifras}
    return tuple(c for c in lectura.plan.concordancias if usadas.issuperset((*c.izquierda, *c.derecha)))


def pares_de(lectura: Lectura, concordancia: Concordancia) -> Iterator[Par]:
    """Los dos lados donde ambos se conocen."""
    for grano in _granos(lectura, concordancia):
        izquierda = (
            _por_sexo(lectura, concordancia.izquierda, grano)
            if concordancia.izquierda_por_sexo
            else suma_de(lectura, concordancia.izquierda, grano)
        )
        derecha = suma_de(lectura, concordancia.derecha, grano)
        if izquierda and derecha:
            yield Par(grano, izquierda, derecha)


def _granos(lectura: Lectura, concordancia: Concordancia) -> list[Grano]:
    match concordancia.por:
        case "trimestre":
            return [Grano(None)]
        case "mes":
            return [Grano(mes) for mes in lectura.trimestre.meses]
        case "mes y sexo":
            sexos = sexos_de(lectura, (*concordancia.izquierda, *concordancia.derecha))
            return [Grano(mes, sexo) for mes in lectura.trimestre.meses for sexo in sexos]


def sexos_de(lectura: Lectura, claves: Iterable[str]) -> tuple[Sexo, ...]:
    """Los sexos en que se capturan esas cifras."""
    fuentes = [lectura.plan.cifra[clave].fuente for clave in claves]
    return next((fuente.sexos for fuente in fuentes if isinstance(fuente, Capturada)), SEXOS)


def suma_de(lectura: Lectura, claves: tuple[str, ...], grano: Grano) -> Medida | None:
    """La suma de unas cifras; None si alguna no se conoce."""
    if len(claves) == 1:
        return medida(lectura, claves[0], grano)
    medidas = [medida(lectura, clave, grano) for clave in claves]
    conocidas = [medida for medida in medidas if medida]
    if len(conocidas) < len(medidas):
        return None
    return Medida(sum(m.numero for m in conocidas), any(m.al_menos for m in conocidas))


def _por_sexo(lectura: Lectura, claves: tuple[str, ...], grano: Grano) -> Medida | None:
    """La suma de los sexos de unas cifras; None si alguno no se conoce."""
    cada = [suma_de(lectura, claves, Grano(grano.mes, sexo)) for sexo in sexos_de(lectura, claves)]
    conocidos = [medida for medida in cada if medida]
    return Medida(sum(m.numero for m in conocidos)) if len(conocidos) == len(cada) else None


def medida(lectura: Lectura, clave: str, grano: Grano) -> Medida | None:
    """Lo que da una cifra; None si no se conoce entera."""
    fuente, donde = lectura.plan.cifra[clave].fuente, ()
    if isinstance(fuente, Porcion):
        fuente, donde = lectura.plan.cifra[fuente.de].fuente, fuente.donde
    if isinstance(fuente, Contada):
        return contada(lectura, fuente, grano, donde)
    valor = lectura.valor(clave, grano.mes, grano.sexo)
    return Medida(valor.entero) if valor.completo and valor.entero is not None else None


def contada(
    lectura: Lectura, fuente: Contada, grano: Grano, donde: tuple[Condicion, ...] = ()
) -> Medida | None:
    """Lo contado de los que cumplen, donde no haber anotado nada es cero; None si de un renglón no se sabe
    ni el mes.
    """  # fmt: skip
    por_mes = lectura.filas_por_mes(fuente)
    if grano.mes is not None and None in por_mes:
        return None
    filas = lectura.filas(fuente) if grano.mes is None else por_mes.get(grano.mes, ())
    valor = contar(cumplen(filas, donde), fuente.que, grano.sexo)
    hubo = valor.numero is not None or valor.faltan
    return Medida(valor.entero or 0, bool(hubo) and not valor.completo)


def falla(par: Par, iguales: bool) -> bool:
    """Si no cuadra ni aun contando con lo que algún renglón calló."""
    pasa = par.izquierda.numero > par.derecha.numero and not par.derecha.al_menos
    queda = par.izquierda.numero < par.derecha.numero and not par.izquierda.al_menos
    return pasa or (iguales and queda)


def nombres(lectura: Lectura, claves: tuple[str, ...]) -> str:
    """Los nombres de unas cifras que se suman."""
    return " + ".join(lectura.plan.cifra[clave].nombre for clave in claves)


def sitios(lectura: Lectura, concordancia: Concordancia, grano: Grano) -> Iterator[Sitio]:
    """Las dos orillas de la comparación; de la que va por sexo, cada sexo."""
    for clave in concordancia.derecha:
        yield from lectura.sitios(clave, grano.mes, grano.sexo)
    sexos = sexos_de(lectura, concordancia.izquierda) if concordancia.izquierda_por_sexo else (grano.sexo,)
    for clave in concordancia.izquierda:
        for sexo in sexos:
            yield from lectura.sitios(clave, grano.mes, sexo)
