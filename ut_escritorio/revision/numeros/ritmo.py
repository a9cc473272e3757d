"""Lo que se hace a diario contra los días hábiles, y los números que se copian de un cuadro a otro."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from ut_escritorio.dominio.numeros.dias import dias_de
from ut_escritorio.dominio.oficina.calendario import habiles_del_mes
from ut_escritorio.dominio.plan.cifras import Capturada, Cifra
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.revision.hallazgos import Hallazgo, hallazgo
from ut_escritorio.revision.lectura import Lectura
from ut_escritorio.revision.palabras import cuando

COINCIDENCIA_CREIBLE = 10
"""Con números menores que este, dos cuadros iguales son casualidad y no copia."""


def fuera_de_ritmo(lectura: Lectura) -> Iterator[Hallazgo]:
    """Las cifras diarias cuyo mes no es su ritmo por los días hábiles."""
    for cifra in lectura.cifras:
        if not cifra.por_dia:
            continue
        fallan = [(mes, dias, n) for mes, dias, n in _meses(lectura, cifra) if n != dias * cifra.por_dia]
        if fallan:
            detalle = "; ".join(_dicho(lectura, cifra, *falla) for falla in fallan)
            sitios = [sitio for mes, _, _ in fallan for sitio in lectura.sitios(cifra.clave, mes)]
            yield hallazgo("ritmo", "revisar", f"{cifra.nombre}: {detalle}.", sitios, cifra.clave, fallan)


def _dicho(lectura: Lectura, cifra: Cifra, mes: int, dias: int, numero: int) -> str:
    """«mayo dice 70; 22 días hábiles por 3 son 66»."""
    ritmo, hasta = cifra.por_dia or 0, " hasta ayer" if _se_va_marcando(lectura, cifra, mes) else ""
    return f"{cuando(mes)}{hasta} dice {numero}; {dias} días hábiles por {ritmo} son {dias * ritmo}"


def _meses(lectura: Lectura, cifra: Cifra) -> Iterator[tuple[int, int, int]]:
    """Mes, días hábiles y número, de los meses que se conocen; uno que se va marcando, hasta ayer."""
    for mes in lectura.trimestre.meses:
        valor = lectura.valor(cifra.clave, mes)
        if not valor.completo or valor.entero is None:
            continue
        dias = habiles_del_mes(lectura.calendario, lectura.trimestre.ejercicio, mes)
        numero = valor.entero
        if _se_va_marcando(lectura, cifra, mes):
            dias = tuple(dia for dia in dias if dia < lectura.hoy)
            marcados = dias_de(lectura.foto.conteos, cifra.clave, mes)
            numero = sum(n for dia, n in marcados if dia < lectura.hoy)
        yield mes, len(dias), numero


def _se_va_marcando(lectura: Lectura, cifra: Cifra, mes: int) -> bool:
    """Si el mes es el de hoy y se cuenta de sus días."""
    casilla = Casilla(cifra.clave, lectura.trimestre.numero, mes)
    conteos = lectura.foto.conteos
    este_mes = (lectura.hoy.year, lectura.hoy.month) == (lectura.trimestre.ejercicio, mes)
    return este_mes and casilla in conteos.por_dias and casilla not in conteos.valores


def dias_contra_mes(lectura: Lectura) -> Iterator[Hallazgo]:
    """Los meses escritos enteros que no dicen lo que suman sus días marcados."""
    conteos = lectura.foto.conteos
    for casilla, suma in sorted(conteos.por_dias.items(), key=repr):
        entero = conteos.valores.get(casilla, suma)
        if casilla.trimestre == lectura.trimestre.numero and entero != suma:
            nombre = lectura.plan.cifra[casilla.cifra].nombre
            yield hallazgo(
                "dias_contra_mes",
                "revisar",
                f"{nombre}: {cuando(casilla.mes)} está escrito entero y dice {entero}; "
                f"sus días marcados suman {suma}.",
                lectura.sitios(casilla.cifra, casilla.mes),
                casilla,
                entero,
                suma,
            )


def meses_calcados(lectura: Lectura) -> Iterator[Hallazgo]:
    """Dos cifras con los mismos tres meses sin que el plan las relacione: quizá una se copió de la otra."""
    series = [(cifra, meses) for cifra in lectura.cifras if (meses := _serie(lectura, cifra))]
    for (una, meses), (otra, otros) in combinations(series, 2):
        if meses == otros and not _relacionadas(lectura, una, otra):
            yield hallazgo(
                "meses_calcados",
                "revisar",
                f"«{una.nombre}» y «{otra.nombre}» dicen lo mismo los tres meses "
                f"({', '.join(map(str, meses))}): vea que una no se haya copiado de la otra.",
                [
                    s
                    for cifra in (una, otra)
                    for mes in lectura.trimestre.meses
                    for s in lectura.sitios(cifra.clave, mes)
                ],
                una.clave,
                otra.clave,
                meses,
            )


def _serie(lectura: Lectura, cifra: Cifra) -> tuple[int, ...]:
    """Los tres meses de una cifra que se escribe por mes; nada si falta alguno o son números chicos."""
    if not isinstance(cifra.fuente, Capturada) or cifra.fuente.captura[0].startswith("trimestre"):
        return ()
    valores = [lectura.valor(cifra.clave, mes) for mes in lectura.trimestre.meses]
    numeros = tuple(valor.entero for valor in valores if valor.completo and valor.entero is not None)
    return numeros if len(numeros) == len(valores) and max(numeros) >= COINCIDENCIA_CREIBLE else ()


def _relacionadas(lectura: Lectura, una: Cifra, otra: Cifra) -> bool:
    """Si llevan el mismo ritmo o el plan las compara."""
    if una.por_dia is not None and una.por_dia == otra.por_dia:
        return True
    ambas = {una.clave, otra.clave}
    return any(ambas <= {*c.izquierda, *c.derecha} for c in lectura.plan.concordancias)
