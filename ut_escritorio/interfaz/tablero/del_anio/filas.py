"""Las filas del año: cada cifra mes por mes, con sus totales; sin nada de Qt."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.numeros.comparar import cambios_desde, meses_de_hace_un_anio
from ut_escritorio.dominio.numeros.evaluacion import lo_conocido_del_anio, valor_en
from ut_escritorio.dominio.numeros.por_componente import a_la_vista, por_componente
from ut_escritorio.dominio.periodos import MESES, Trimestre
from ut_escritorio.dominio.plan.cifras import Numero, Valor
from ut_escritorio.dominio.plan.lugares import breve
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.interfaz.tablero.barras import Antes, Datos

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
    """Una cifra con lo que vale en cada columna, y cómo se escribe; sin clave, el nombre de un componente."""

    nombre: str
    clave: str = ""
    valores: tuple[Valor, ...] = ()
    escritos: tuple[str, ...] = ()

    def escrito(self, columna: int) -> str:
        """El número de esa columna, como se lee; vacío si no se sabe."""
        return self.escritos[columna] if self.escritos else ""

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
    for componente, suyas in por_componente(foto.plan):
        filas.append(Fila(f"{componente.numero} {breve(componente)}"))
        for una in suyas:
            valores = _valores(foto, una.cifra.clave)
            escritos = tuple(a_la_vista(una.cifra, valor) for valor in valores)
            filas.append(Fila(una.cifra.nombre, una.cifra.clave, valores, escritos))
    return tuple(filas)


MESES_DEL_ANIO = tuple(n for n, columna in enumerate(COLUMNAS) if columna.mes is not None)
"""Cuáles columnas son meses: los que la gráfica dibuja."""


def datos_de(foto: FotoTrimestre, fila: Fila, otra: FotoTrimestre | None) -> Datos:
    """La gráfica de una fila: sus meses y, en contorno, los de la otra foto, que es de un año antes."""
    una = next(
        una for _, suyas in por_componente(foto.plan) for una in suyas if una.cifra.clave == fila.clave
    )
    suyos, antes = meses_de_hace_un_anio(foto, una, otra), None
    if otra is not None and suyos:
        antes = Antes(otra.trimestre.ejercicio, suyos, "; ".join(cambios_desde(foto, una, otra)))
    valores = tuple(fila.numero(n) for n in MESES_DEL_ANIO)
    titulo = f"{fila.nombre}, {foto.trimestre.ejercicio}"
    return Datos(titulo, valores, tuple(COLUMNAS[n].rotulo for n in MESES_DEL_ANIO), antes)


def _valores(foto: FotoTrimestre, clave: str) -> tuple[Valor, ...]:
    ejercicio = foto.trimestre.ejercicio
    valores = [
        valor_en(foto, Trimestre(ejercicio, columna.trimestre), clave, columna.mes)
        for columna in COLUMNAS
        if columna.trimestre is not None
    ]
    return (*valores, lo_conocido_del_anio(foto, clave))
