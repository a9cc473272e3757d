"""El cuadro: dos ejes de bandas que se cruzan; se define una vez y se dibuja dos (pantalla y papel).

Cada banda pone miembros en su eje, y cada miembro fija algo: una cifra, un mes, todo el
trimestre, un sexo o lo que sus renglones dicen en un campo. La celda es el cruce: lo que fija su renglón
más lo que fija su columna (donde ambos fijan lo mismo, manda la columna).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.personas import Sexo

Eje = Literal["meses", "trimestre", "sexos", "cifras", "valores", "trimestres", "acumulado"]
EJES: tuple[Eje, ...] = get_args(Eje)


@congelado
class Banda:
    """Miembros seguidos de un eje.

    «meses»: uno por mes. «trimestre»: uno, el total. «sexos»: uno por sexo de `sexos`, de todo el
    trimestre o del mes que fije el otro eje. «cifras»: uno por cifra de `cifras`. «valores»: uno por cada
    valor de `valores` que un renglón contado dice en su `campo`.
    `encabezado` abarca a todos; `etiquetas` son los de cada miembro (vacías: los suyos propios). En «valores»
    una de más es la de los que no dicen ninguno, que solo se ven si los hay y el cuadro lleva su total.
    «trimestres»: los cuatro del año; los que aún no llegan, vacíos. «acumulado»: uno, lo que va del año.
    Menos en «cifras», `cifras` fija a lo más una cifra para todos.
    `con_unidad` escribe la unidad junto al número («192 MONITOREOS»).
    """

    eje: Eje
    encabezado: str = ""
    etiquetas: tuple[str, ...] = ()
    cifras: tuple[str, ...] = ()
    sexos: tuple[Sexo, ...] = ()
    con_unidad: bool = False
    campo: str = ""
    valores: tuple[str, ...] = ()


@congelado
class Pie:
    """Renglón final que abarca el cuadro: su rótulo y el total de una cifra, con su unidad o sin ella."""

    rotulo: str
    cifra: str
    con_unidad: bool = True


@congelado
class Cuadro:
    """La definición de un cuadro; `molde` es el nombre del molde de que salió, si salió de uno.

    `titulo` encabeza todo el ancho; `esquina` encabeza la columna de los rótulos de renglón. `horizontal`: va
    en una hoja a lo ancho, él solo.
    """

    clave: str
    filas: tuple[Banda, ...]
    columnas: tuple[Banda, ...]
    titulo: str = ""
    esquina: str = ""
    pie: Pie | None = None
    molde: str = ""
    horizontal: bool = False


@congelado
class Molde:
    """Una clase de cuadro que el plan ofrece, con marcas «$1», «$2»… para las cifras y «$*» para todas."""

    clave: str
    nombre: str
    filas: tuple[Banda, ...]
    columnas: tuple[Banda, ...]
    esquina: str = ""
    pie: Pie | None = None


def cifras_de(cuadro: Cuadro) -> tuple[str, ...]:
    """Las cifras que el cuadro muestra, sin repetir, en orden."""
    bandas = (*cuadro.filas, *cuadro.columnas)
    claves = [clave for banda in bandas for clave in banda.cifras]
    return tuple(dict.fromkeys([*claves, *([cuadro.pie.cifra] if cuadro.pie else [])]))


def rotulos_de(valores: tuple[str, ...], llamados: Mapping[str, str]) -> tuple[str, ...]:
    """Los de unos valores que se llaman de otro modo: la unidad, por su nombre; el medio, en plural."""
    rotulos = tuple(llamados.get(valor, valor).upper() for valor in valores)
    return rotulos if any(valor in llamados for valor in valores) else ()
