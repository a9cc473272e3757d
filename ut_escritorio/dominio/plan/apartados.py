"""Los bloques que se imprimen: de qué clase puede ser cada uno y qué sale de él al papel."""

from __future__ import annotations

from typing import Literal, assert_never, get_args

from ut_escritorio.dominio.congelado import congelado

ClaseDeRelacion = Literal["relacion_de_enviados", "relacion_de_recibidos"]
ClaseDeLista = Literal[
    "relacion_de_enviados", "relacion_de_recibidos", "indice", "avance", "resumen", "comparativo", "graficas",
]  # fmt: skip
ClaseDeApartado = Literal[
    "titulo", "subtitulo", "parrafo", "cuadro", "renglones", "cierre", "firmas",
    "relacion_de_enviados", "relacion_de_recibidos", "indice", "avance", "resumen", "del_resumen",
    "comparativo", "graficas",
]  # fmt: skip
RELACIONES: tuple[ClaseDeRelacion, ...] = get_args(ClaseDeRelacion)
LISTAS: tuple[ClaseDeLista, ...] = get_args(ClaseDeLista)
SE_COMPARAN: frozenset[ClaseDeApartado] = frozenset(("resumen", "comparativo", "graficas"))
CLASES_DE_APARTADO: tuple[ClaseDeApartado, ...] = get_args(ClaseDeApartado)
QueImprime = Literal["encabezado", "frases", "cuadro", "renglones", "firmas", "lista"]


def que_imprime(clase: ClaseDeApartado) -> QueImprime:
    """Qué clase de cosa sale al papel de un apartado; de ahí se sabe si se lee, se cuenta o se escribe."""
    match clase:
        case "titulo" | "subtitulo":
            return "encabezado"
        case "parrafo" | "cierre" | "del_resumen":
            return "frases"
        case "cuadro" | "renglones" | "firmas":
            return clase
        case "relacion_de_enviados" | "relacion_de_recibidos" | "indice" | "avance":
            return "lista"
        case "resumen" | "comparativo" | "graficas":
            return "lista"
        case _:
            assert_never(clase)


@congelado
class Firmante:
    """Quién firma: el puesto y el rótulo sobre su firma («Elaboró»)."""

    puesto: str
    rotulo: str = ""


@congelado
class Apartado:
    """Un bloque impreso.

    «titulo», «subtitulo» y «parrafo» imprimen `texto`; «cuadro», el cuadro de esa clave;
    «renglones», lo anotado en su lugar; «cierre», `texto` si hubo algo que contar; «firmas», el
    bloque de `firmantes`, precedido de los renglones de `texto`; las relaciones, `texto` y debajo los oficios
    del libro que en el trimestre se enviaron o se recibieron; «indice», `texto` y debajo en qué hoja empieza
    cada parte; «avance», `texto` y debajo cada actividad contra su meta; «resumen», `texto` y debajo lo que
    digan los «del_resumen», que solo van con él; «comparativo», `texto` y debajo cada cifra junto a la del
    trimestre anterior y la de un año antes; «graficas», `texto` y debajo las del Tablero y las metas.
    """

    clave: str
    clase: ClaseDeApartado
    texto: str = ""
    cuadro: str = ""
    firmantes: tuple[Firmante, ...] = ()
