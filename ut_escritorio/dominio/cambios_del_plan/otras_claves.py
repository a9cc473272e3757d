"""Dar otra clave a los números de un plan, en todo lo que los nombra."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ut_escritorio.dominio.palabras.patrones import con_otras_cifras
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.plan.cifras import Cifra, Concordancia, Formula, Fuente, Porcion, Razon
from ut_escritorio.dominio.plan.cuadros import Banda, Cuadro
from ut_escritorio.dominio.plan.textos import con_textos_por


def con_otras_claves(plan: Plan, nuevas: Mapping[str, str]) -> Plan:
    """El plan con cada número de `nuevas` llamado de esa otra manera; lo demás, igual."""
    if not nuevas:
        return plan
    claves = _Claves(nuevas)
    plan = con_textos_por(plan, claves.en_texto)
    return replace(
        plan,
        cifras=tuple(claves.en_cifra(cifra) for cifra in plan.cifras),
        cuadros=tuple(claves.en_cuadro(cuadro) for cuadro in plan.cuadros),
        concordancias=tuple(claves.en_concordancia(cada) for cada in plan.concordancias),
        mosaicos=tuple(replace(m, cifra=claves.de(m.cifra)) for m in plan.mosaicos),
    )


class _Claves:
    """De la clave que un número tenía a la que tiene."""

    def __init__(self, nuevas: Mapping[str, str]) -> None:
        self._nuevas = nuevas

    def de(self, clave: str) -> str:
        return self._nuevas.get(clave, clave)

    def todas(self, claves: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.de(clave) for clave in claves)

    def en_texto(self, texto: str) -> str:
        return con_otras_cifras(texto, self.de)

    def en_cifra(self, cifra: Cifra) -> Cifra:
        return replace(cifra, clave=self.de(cifra.clave), fuente=self._en_fuente(cifra.fuente))

    def _en_fuente(self, fuente: Fuente) -> Fuente:
        match fuente:
            case Formula():
                return Formula(self.todas(fuente.suma), self.todas(fuente.resta))
            case Porcion():
                return replace(fuente, de=self.de(fuente.de))
            case Razon():
                return replace(fuente, de=self.todas(fuente.de), entre=self.todas(fuente.entre))
            case _:
                return fuente

    def en_cuadro(self, cuadro: Cuadro) -> Cuadro:
        pie = cuadro.pie and replace(cuadro.pie, cifra=self.de(cuadro.pie.cifra))
        filas, columnas = self._en_bandas(cuadro.filas), self._en_bandas(cuadro.columnas)
        return replace(cuadro, filas=filas, columnas=columnas, pie=pie)

    def _en_bandas(self, bandas: tuple[Banda, ...]) -> tuple[Banda, ...]:
        return tuple(replace(banda, cifras=self.todas(banda.cifras)) for banda in bandas)

    def en_concordancia(self, debe: Concordancia) -> Concordancia:
        return replace(debe, izquierda=self.todas(debe.izquierda), derecha=self.todas(debe.derecha))
