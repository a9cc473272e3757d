"""Las filas de la comparación y lo que dice cada una de sus celdas; sin nada de Qt."""

from __future__ import annotations

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.numeros.comparado import celdas, frase, para_copiar
from ut_escritorio.dominio.numeros.comparar import Comparacion, Comparada, Contra, DeOtro
from ut_escritorio.dominio.plan.lugares import breve

NOMBRE, TOTAL, ANTERIOR, CONTRA_ANTERIOR, HACE_UN_ANIO, CONTRA_HACE_UN_ANIO, VA = range(7)


@congelado
class Fila:
    """Una cifra comparada, ya en palabras; sin ella, el nombre de un componente."""

    nombre: str
    comparada: Comparada | None = None
    celdas: tuple[str, ...] = ()
    frase: str = ""
    copiadas: tuple[str, ...] = ()

    @property
    def clave(self) -> str:
        """La de su cifra."""
        return self.comparada.cifra.clave if self.comparada else ""


def filas_comparadas(comparacion: Comparacion) -> tuple[Fila, ...]:
    """Cada cifra bajo su componente."""
    filas: list[Fila] = []
    for componente, suyas in comparacion.por_componente:
        filas.append(Fila(f"{componente.numero} {breve(componente)}"))
        for una in suyas:
            cuenta = frase(una, comparacion.trimestre)
            filas.append(Fila(una.cifra.nombre, una, celdas(una), cuenta, tuple(para_copiar(una))))
    return tuple(filas)


def el_de_la_columna(
    columna: int, comparacion: Comparacion, comparada: Comparada
) -> tuple[DeOtro, Contra] | tuple[None, None]:
    """El otro trimestre de que habla una columna; ninguno si habla de este o de lo que va del año."""
    if columna in (ANTERIOR, CONTRA_ANTERIOR):
        return comparacion.anterior, comparada.anterior
    if columna in (HACE_UN_ANIO, CONTRA_HACE_UN_ANIO):
        return comparacion.hace_un_anio, comparada.hace_un_anio
    return None, None
