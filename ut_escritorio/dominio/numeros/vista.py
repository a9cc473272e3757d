"""Dónde se ve cada casilla, y cada día que se cuenta en ella."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.numeros.tabla import dibujar
from ut_escritorio.dominio.oficina.catalogo import Catalogo
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.periodos import Trimestre, trimestre_de
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.plan.cifras import Porcion
from ut_escritorio.dominio.plan.cuadros import cifras_de
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre


def sitio_de_casilla(plan: Plan, casilla: Casilla) -> Sitio:
    """Dónde se ve una casilla: en el primer cuadro que la muestra o, si ninguno, que muestra su cifra."""
    vacia = FotoTrimestre(Trimestre(plan.ejercicio, casilla.trimestre or 4), plan, Catalogo())
    de_su_cifra: list[Sitio] = []
    escrita = entera_de(plan, casilla.cifra)
    for lugar in plan.lugares():
        for apartado in lugar.apartados:
            cuadro = plan.cuadro.get(apartado.cuadro)
            if cuadro is None or escrita not in cifras_de(cuadro):
                continue
            de_su_cifra.append(Sitio(lugar.clave, Origen("cuadro", cuadro.clave), casilla))
            if any(celda.casilla == casilla for celda in dibujar(cuadro, vacia).celdas):
                return de_su_cifra[-1]
    return de_su_cifra[0] if de_su_cifra else Sitio(casilla=casilla)


def entera_de(plan: Plan, clave: str) -> str:
    """La cifra que el plan escribe: de la de un cruce, aquella de la que es parte."""
    fuente = plan.cifra[clave].fuente if clave in plan.cifra else None
    del_cruce = isinstance(fuente, Porcion) and all(clave != cifra.clave for cifra in plan.cifras)
    return fuente.de if isinstance(fuente, Porcion) and del_cruce else clave


def sitio_de_dia(plan: Plan, cifra: str, dia: date) -> Sitio:
    """Un día de una cifra: la celda de su mes, y en `campo` la fecha."""
    casilla = Casilla(cifra, trimestre_de(dia).numero, dia.month)
    return replace(sitio_de_casilla(plan, casilla), campo=dia.isoformat())
