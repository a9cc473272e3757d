"""Las filas del año: cada cifra mes por mes, con sus totales; sin nada de Qt."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.graficas.de_la_foto import las_metas, los_meses, por_sexo
from ut_escritorio.dominio.graficas.grafica import ClaseDeGrafica, Grafica
from ut_escritorio.dominio.numeros.evaluacion import lo_conocido_del_anio, valor_en
from ut_escritorio.dominio.numeros.por_componente import a_la_vista, en_su_lugar, por_componente
from ut_escritorio.dominio.periodos import Trimestre, mes_corto
from ut_escritorio.dominio.plan.cifras import Numero, Valor
from ut_escritorio.dominio.plan.lugares import breve
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre

DOCE = range(1, 13)
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
            yield Columna(mes_corto(mes), numero, mes)
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


def grafica_de(foto: FotoTrimestre, clave: str, otra: FotoTrimestre | None, cual: ClaseDeGrafica) -> Grafica:
    """La de una fila; `otra`, la foto de un año antes. Las metas son de las actividades, y no de ella."""
    if cual == "metas":
        return las_metas(foto)
    una = en_su_lugar(foto.plan, clave)
    titulo = f"{una.cifra.nombre}, {foto.trimestre.ejercicio}"
    partida = por_sexo(foto, clave, DOCE, titulo) if cual == "por sexo" else None
    return partida or los_meses(foto, una, otra, DOCE, titulo)


def _valores(foto: FotoTrimestre, clave: str) -> tuple[Valor, ...]:
    ejercicio = foto.trimestre.ejercicio
    valores = [
        valor_en(foto, Trimestre(ejercicio, columna.trimestre), clave, columna.mes)
        for columna in COLUMNAS
        if columna.trimestre is not None
    ]
    return (*valores, lo_conocido_del_anio(foto, clave))
