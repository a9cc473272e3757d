"""El comparativo dentro de un informe: cada cifra junto a la del trimestre anterior y la de un año antes."""

from __future__ import annotations

from collections.abc import Iterator

from ut_escritorio.dominio.numeros.comparado import celdas, por_que_otra, rotulos
from ut_escritorio.dominio.numeros.comparar import Comparada, comparacion, en_el_informe
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.plan.lugares import breve
from ut_escritorio.dominio.porcentajes import sin_partir
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.informe.documento import Celda, Tabla


def tabla_del_comparativo(foto: FotoTrimestre, origen: Origen) -> Tabla:
    """Lo mismo que se ve en el Tablero con el trimestre ya acabado."""
    comparado = comparacion(foto, foto.hace_un_anio, en_el_informe(foto))
    cabeza = tuple(Celda(rotulo, "columna") for rotulo in rotulos(comparado))
    ancho, filas = len(cabeza), [cabeza]
    for componente, suyas in comparado.por_componente:
        filas.append((Celda(f"{componente.numero} {breve(componente)}", "titulo", ancho=ancho),))
        filas += [fila for una in suyas for fila in _filas(una, ancho)]
    return Tabla(tuple(filas), ancho, 1, origen)


def _filas(una: Comparada, ancho: int) -> Iterator[tuple[Celda, ...]]:
    """La cifra y, si entonces no era del todo lo mismo, por qué."""
    dichas = (Celda(sin_partir(dicha)) for dicha in celdas(una))
    yield (Celda(una.cifra.nombre, "fila", alineacion="izquierda"), *dichas)
    if nota := por_que_otra(una):
        yield (Celda(nota, alineacion="izquierda", ancho=ancho),)
