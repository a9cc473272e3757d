"""Los conteos de un trimestre en TOML: por mes o de todo el trimestre, con sexo o sin él."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from ut_escritorio.datos.toml.llaves import Hoja
from ut_escritorio.dominio.numeros.dias import se_marca_por_dia
from ut_escritorio.dominio.numeros.evaluacion import se_captura
from ut_escritorio.dominio.palabras.parecidas import sugerencia
from ut_escritorio.dominio.periodos import MESES, Trimestre, trimestre_de
from ut_escritorio.dominio.personas import SEXOS, Sexo
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.plan.cifras import Cifra
from ut_escritorio.dominio.trimestre.conteos import Casilla, Conteos, revisar_conteo
from ut_escritorio.errores import ValorInvalido


def leer_conteos(raiz: Hoja, plan: Plan, trimestre: Trimestre) -> Conteos:
    """Los conteos escritos, los meses dados por capturados y los días marcados."""
    valores: dict[Casilla, int] = {}
    capturados: set[tuple[str, int]] = set()
    dias: dict[tuple[str, date], int] = {}

    def leer(clave: str, hoja: Hoja) -> None:
        if clave not in plan.cifra:
            hoja.reparo("", "ese número no está en el plan.", sugerencia(clave, plan.cifra))
            hoja.dar_por_leida()
            return
        valores.update(_valores(hoja, plan.cifra[clave], trimestre))
        capturados.update((clave, mes) for mes in _capturados(hoja, trimestre))
        dias.update(((clave, dia), valor) for dia, valor in _dias(hoja, plan.cifra[clave], trimestre))

    raiz.tablas_por_clave("conteos", "conteo", leer)
    return Conteos(valores, frozenset(capturados), dias)


def _valores(hoja: Hoja, cifra: Cifra, trimestre: Trimestre) -> Iterator[tuple[Casilla, int]]:
    if hoja.tiene("meses"):
        yield from _por_mes(hoja, "meses", hoja.cosas("meses"), cifra, trimestre, None)
    if hoja.tiene("total"):
        yield from _uno(hoja, "total", hoja.datos["total"], cifra, trimestre, None, None)
    for sexo in SEXOS:
        if hoja.tiene(sexo) and isinstance(hoja.datos[sexo], list):
            yield from _por_mes(hoja, sexo, hoja.cosas(sexo), cifra, trimestre, sexo)
        elif hoja.tiene(sexo):
            yield from _uno(hoja, sexo, hoja.datos[sexo], cifra, trimestre, None, sexo)
    yield from hoja.tabla("del_trimestre", lambda sub: tuple(_juntos(sub, cifra, trimestre))) or ()


def _juntos(hoja: Hoja, cifra: Cifra, trimestre: Trimestre) -> Iterator[tuple[Casilla, int]]:
    """Lo de todo el trimestre por sexo, de la cifra que también lo lleva mes por mes."""
    for sexo in filter(hoja.tiene, SEXOS):
        yield from _uno(hoja, sexo, hoja.datos[sexo], cifra, trimestre, None, sexo)


def _por_mes(
    hoja: Hoja, llave: str, escritos: list[Any], cifra: Cifra, trimestre: Trimestre, sexo: Sexo | None
) -> Iterator[tuple[Casilla, int]]:
    if len(escritos) != 3:
        hoja.reparo(llave, f"trae {len(escritos)} números.", 'Van tres, uno por mes; un hueco se escribe "".')
    for mes, escrito in zip(trimestre.meses, escritos, strict=False):
        if escrito != "":
            lugar = f"{llave} › {MESES[mes - 1]}"
            yield from _uno(hoja, lugar, escrito, cifra, trimestre, mes, sexo)


def _uno(
    hoja: Hoja,
    lugar: str,
    escrito: Any,
    cifra: Cifra,
    trimestre: Trimestre,
    mes: int | None,
    sexo: Sexo | None,
) -> Iterator[tuple[Casilla, int]]:
    if not se_captura(cifra, mes, sexo):
        hoja.reparo(lugar, "el plan no lo escribe así.", "Cambie su «captura» en el plan o quítelo.")
        return
    if isinstance(escrito, bool):
        hoja.de_otra_clase(lugar, escrito, int)
        return
    try:
        yield Casilla(cifra.clave, trimestre.numero, mes, sexo), revisar_conteo(escrito)
    except ValorInvalido as causa:
        hoja.reparo(lugar, str(causa))


def _capturados(hoja: Hoja, trimestre: Trimestre) -> tuple[int, ...]:
    nombres = [MESES[mes - 1] for mes in trimestre.meses]
    return tuple(MESES.index(nombre) + 1 for nombre in hoja.algunas_de("capturados", nombres))


def _dias(hoja: Hoja, cifra: Cifra, trimestre: Trimestre) -> tuple[tuple[date, int], ...]:
    """Lo que se contó cada día: `dias = { 2031-05-02 = 3 }`."""
    if hoja.tiene("dias") and not se_marca_por_dia(cifra):
        hoja.reparo("dias", "el plan no lo escribe por mes.", "Cambie su «captura» en el plan o quítelos.")
        return ()
    return hoja.tabla("dias", lambda dias: tuple(_marcados(dias, trimestre))) or ()


def _marcados(hoja: Hoja, trimestre: Trimestre) -> Iterator[tuple[date, int]]:
    for llave in hoja.datos:
        valor = hoja.entero(llave)
        try:
            dia = date.fromisoformat(llave)
        except ValueError:
            hoja.reparo(llave, "no es un día.", "Escriba año, mes y día, como 2031-05-02.")
            continue
        if trimestre_de(dia) == trimestre:
            yield dia, valor
        else:
            hoja.reparo(llave, f"ese día no es del {trimestre}.")
