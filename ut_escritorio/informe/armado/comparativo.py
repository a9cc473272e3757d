"""El comparativo dentro de un informe: cada cifra junto a la del trimestre anterior y la de un año antes."""

from __future__ import annotations

from collections.abc import Iterator

from ut_escritorio.dominio.numeros.comparado import (
    SENAL,
    corto,
    del_otro,
    diferencia_dicha,
    valor_dicho,
)
from ut_escritorio.dominio.numeros.comparar import Comparada, comparacion, en_el_informe
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.palabras.redaccion import con_inicial
from ut_escritorio.dominio.plan.lugares import breve
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.informe.documento import Celda, Tabla

_COLUMNAS = 7


def tabla_del_comparativo(foto: FotoTrimestre, origen: Origen) -> Tabla:
    """Lo mismo que se ve en el Tablero con el trimestre ya acabado."""
    comparado = comparacion(foto, foto.hace_un_anio, en_el_informe(foto))
    anterior, hace_un_anio = corto(comparado.anterior.trimestre), corto(comparado.hace_un_anio.trimestre)
    rotulos = (
        "", corto(foto.trimestre), anterior, f"Contra {anterior}", hace_un_anio, f"Contra {hace_un_anio}",
        f"Va de {foto.trimestre.ejercicio}",
    )  # fmt: skip
    filas = [tuple(Celda(rotulo, "columna") for rotulo in rotulos)]
    for componente, suyas in comparado.por_componente:
        filas.append((Celda(f"{componente.numero} {breve(componente)}", "titulo", ancho=_COLUMNAS),))
        filas += [fila for una in suyas for fila in _filas(una)]
    return Tabla(tuple(filas), _COLUMNAS, 1, origen)


def _filas(una: Comparada) -> Iterator[tuple[Celda, ...]]:
    """La cifra y, si entonces no era del todo lo mismo, por qué."""
    cifra, contras = una.cifra, (una.anterior, una.hace_un_anio)
    dichas = (dicha for c in contras for dicha in (del_otro(cifra, c), diferencia_dicha(cifra, c)))
    numeros = (valor_dicho(cifra, una.total), *dichas, valor_dicho(cifra, una.va))
    yield (Celda(cifra.nombre, "fila", alineacion="izquierda"), *map(Celda, numeros))
    cambios = dict.fromkeys(cambio for contra in contras for cambio in contra.cambios)
    if cambios:
        nota = f"{SENAL} {con_inicial('; '.join(cambios))}."
        yield (Celda(nota, alineacion="izquierda", ancho=_COLUMNAS),)
