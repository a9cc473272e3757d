"""La cifra: todo número que el informe cita, con su unidad y la única fuente de donde sale."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, get_args

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.palabras.sustantivos import Sustantivo
from ut_escritorio.dominio.personas import SEXOS, Sexo
from ut_escritorio.dominio.plan.formas import Sentido

Captura = Literal["mes", "mes y sexo", "trimestre", "trimestre y sexo"]
Contable = Literal["registros", "folios", "cantidad", "cantidad_medio", "personas"]
CAPTURAS: tuple[Captura, ...] = get_args(Captura)
CONTABLES: tuple[Contable, ...] = get_args(Contable)


@congelado
class Capturada:
    """Se escribe a mano, en los lugares que `captura` nombra.

    Con `suma_de_sexos` el mes se calcula de sus sexos mientras nadie lo escriba.
    """

    captura: tuple[Captura, ...] = ("mes",)
    sexos: tuple[Sexo, ...] = SEXOS
    suma_de_sexos: bool = False


@congelado
class Contada:
    """Se cuenta de los renglones que pasan el filtro; un filtro vacío deja pasar todo."""

    que: Contable
    lugares: tuple[str, ...] = ()
    medios: tuple[str, ...] = ()
    formas: tuple[str, ...] = ()
    sentidos: tuple[str, ...] = ()


@congelado
class DelLibro:
    """Se cuenta, mes por mes, de los papeles del libro de oficios: los de esas clases, enviados o recibidos.

    Como con los días marcados, el mes que se escribe entero dice lo escrito y ya no se cuenta.
    """

    clases: tuple[str, ...]
    sentido: Sentido = "enviado"


@congelado
class Formula:
    """Suma de unas cifras menos otras."""

    suma: tuple[str, ...]
    resta: tuple[str, ...] = ()


@congelado
class Condicion:
    """Lo que un renglón debe decir en un campo: cualquiera de esos valores."""

    campo: str
    valores: tuple[str, ...]


@congelado
class LosDemas(Condicion):
    """Lo contrario: que en el campo no diga ninguno. No se guarda: sale de los valores de un cuadro."""


@congelado
class Porcion:
    """La parte de otra cifra contada cuyos renglones cumplen todas las condiciones."""

    de: str
    donde: tuple[Condicion, ...]


@congelado
class Razon:
    """Lo que suman unas cifras entre lo que suman otras: un promedio o, por cien, un porcentaje."""

    de: tuple[str, ...]
    entre: tuple[str, ...]
    por_cien: bool = False
    decimales: int = 1


Fuente = Capturada | Contada | DelLibro | Formula | Porcion | Razon
Contraste = Contada | DelLibro
POR_MES = Capturada(sexos=())
"""Cómo se escribe encima de lo que se cuenta del libro: mes por mes, sin distinguir sexo."""


def como_se_escribe(fuente: Fuente) -> Capturada | None:
    """En qué casillas se escribe lo que sale de ahí; None si en ninguna."""
    if isinstance(fuente, DelLibro):
        return POR_MES
    return fuente if isinstance(fuente, Capturada) else None


@congelado
class Cifra:
    """Un número con nombre estable entre ejercicios.

    `contraste` es otra manera de obtenerla, con la que se compara lo declarado. `por_dia` es el
    ritmo: cuántas veces por día hábil se hace lo que cuenta.
    """

    clave: str
    nombre: str
    unidad: Sustantivo
    fuente: Fuente
    contraste: Contraste | None = None
    por_dia: int | None = None


def de_que_sale(fuente: Fuente) -> tuple[str, ...]:
    """Las claves de las otras cifras de que esa se calcula; ninguna si sale de lo anotado."""
    match fuente:
        case Formula(suma, resta):
            return (*suma, *resta)
        case Porcion(de):
            return (de,)
        case Razon(de, entre):
            return (*de, *entre)
        case _:
            return ()


def la_del_libro(cifra: Cifra) -> DelLibro | None:
    """Los papeles del libro de que una cifra sale o, si se escribe, con los que se compara."""
    return next((de for de in (cifra.fuente, cifra.contraste) if isinstance(de, DelLibro)), None)


Numero = int | Decimal
"""Lo que se cuenta es entero; un promedio o un porcentaje lleva sus decimales."""


@congelado
class Valor:
    """Lo que vale una cifra en un lugar; `faltan` son los meses sin dato que entran en ella.

    `no_hubo`: se sabe que no hay número que decir, porque no hubo entre qué repartir.
    """

    numero: Numero | None
    faltan: tuple[int, ...] = ()
    no_hubo: bool = False

    @property
    def completo(self) -> bool:
        """Si se sabe y no le falta ningún mes."""
        return self.no_hubo or (self.numero is not None and not self.faltan)

    @property
    def entero(self) -> int | None:
        """Lo contado; None si no se conoce, o no se cuenta: es un promedio o un porcentaje."""
        return self.numero if isinstance(self.numero, int) else None


NO_HUBO = "–"


def dicho(cifra: Cifra, valor: Valor) -> str:
    """Cómo se escribe en una celda lo que vale: «12», «8.5», «3.18 %», «–» si no hubo; vacío si falta."""
    if valor.numero is None:
        return NO_HUBO if valor.no_hubo else ""
    por_cien = isinstance(cifra.fuente, Razon) and cifra.fuente.por_cien
    return f"{valor.numero} %" if por_cien else str(valor.numero)


@congelado
class Concordancia:
    """Lo que el plan dice que debe cuadrar: la suma de unas cifras contra la de otras.

    `por` es el grano de la comparación; `relacion`, si deben ser iguales, si la izquierda no pasa de
    la derecha, o si la contesta: lo que no se contestó en un mes queda para los siguientes.
    `izquierda_por_sexo` compara el total escrito contra sus sexos.
    """

    clave: str
    mensaje: str
    izquierda: tuple[str, ...]
    derecha: tuple[str, ...]
    relacion: Literal["igual", "no mayor", "contesta"] = "igual"
    por: Literal["mes", "mes y sexo", "trimestre"] = "mes"
    izquierda_por_sexo: bool = False
