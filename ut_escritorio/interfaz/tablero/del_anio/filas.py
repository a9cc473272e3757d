"""Las filas del año y adónde lleva cada una de sus celdas; sin nada de Qt."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.impreso.resumen import hijos
from ut_escritorio.dominio.numeros.evaluacion import lo_conocido_del_anio, pasan, valor_en
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.numeros.vista import sitio_de_casilla
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.periodos import MESES, Trimestre
from ut_escritorio.dominio.plan.arbol import Lugar, Plan
from ut_escritorio.dominio.plan.cifras import Contada, Numero, Valor
from ut_escritorio.dominio.plan.cuadros import cifras_de
from ut_escritorio.dominio.plan.lugares import breve
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre

_TRAMOS = 4  # de claro a oscuro


@congelado
class Columna:
    """Un mes, el total de un trimestre (sin mes) o el del año (sin ninguno de los dos)."""

    rotulo: str
    trimestre: int | None = None
    mes: int | None = None


def _columnas() -> Iterator[Columna]:
    for numero in range(1, 5):
        for mes in range(3 * numero - 2, 3 * numero + 1):
            yield Columna(MESES[mes - 1][:3].capitalize(), numero, mes)
        yield Columna(f"{numero}º", numero)
    yield Columna("Año")


COLUMNAS = tuple(_columnas())


@congelado
class Fila:
    """Una cifra con lo que vale en cada columna o, sin clave, el nombre de un componente."""

    nombre: str
    clave: str = ""
    valores: tuple[Valor, ...] = ()

    def numero(self, columna: int) -> Numero | None:
        """Lo que vale ahí; None si no se sabe, que no es cero."""
        return self.valores[columna].numero if self.valores else None

    def tramo(self, columna: int) -> int:
        """Qué tan grande es un mes junto al mayor de su fila, de 0 (vacío o cero) a 4; los totales, 0."""
        numero = self.numero(columna)
        if not numero or COLUMNAS[columna].mes is None:
            return 0
        del_mes = [self.numero(n) or 0 for n, otra in enumerate(COLUMNAS) if otra.mes is not None]
        return ceil(numero * _TRAMOS / max(del_mes))


def filas_del_anio(foto: FotoTrimestre) -> tuple[Fila, ...]:
    """Las cifras de los cuadros, bajo el componente en que se ven primero."""
    filas: list[Fila] = []
    vistas: set[str] = set()
    for componente in foto.plan.componentes:
        suyas = [clave for clave in dict.fromkeys(_cifras(foto.plan, componente)) if clave not in vistas]
        vistas |= {*suyas}
        if suyas:
            filas.append(Fila(f"{componente.numero} {breve(componente)}"))
        filas += [Fila(foto.plan.cifra[clave].nombre, clave, _valores(foto, clave)) for clave in suyas]
    return tuple(filas)


def _cifras(plan: Plan, lugar: Lugar) -> Iterator[str]:
    for apartado in lugar.apartados:
        if apartado.clase == "cuadro":
            yield from cifras_de(plan.cuadro[apartado.cuadro])
    for dentro in hijos(lugar):
        yield from _cifras(plan, dentro)


def _valores(foto: FotoTrimestre, clave: str) -> tuple[Valor, ...]:
    ejercicio = foto.trimestre.ejercicio
    valores = [
        valor_en(foto, Trimestre(ejercicio, columna.trimestre), clave, columna.mes)
        for columna in COLUMNAS
        if columna.trimestre is not None
    ]
    return (*valores, lo_conocido_del_anio(foto, clave))


def adonde(foto: FotoTrimestre, clave: str, columna: Columna) -> tuple[Trimestre, Sitio]:
    """A la casilla o, si se cuenta de renglones, al primero que cuenta; el año, a lo que se ve."""
    numero = columna.trimestre or foto.trimestre.numero
    fuente = foto.plan.cifra[clave].fuente
    if isinstance(fuente, Contada):
        for renglon in pasan(foto.renglones_del_ejercicio.get(numero, ()), fuente):
            if columna.mes in (None, renglon.en_mes):
                sitio = Sitio(renglon.lugar, Origen("renglon", renglon.uid))
                return Trimestre(foto.trimestre.ejercicio, numero), sitio
    sitio = sitio_de_casilla(foto.plan, Casilla(clave, numero, columna.mes))
    return Trimestre(foto.trimestre.ejercicio, numero), sitio
