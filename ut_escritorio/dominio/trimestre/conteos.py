"""Los conteos que ella captura: de un mes o de todo el trimestre, con sexo o sin él."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import date
from functools import cached_property
from types import MappingProxyType

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.palabras.limpieza import limpio
from ut_escritorio.dominio.personas import Sexo
from ut_escritorio.errores import ValorInvalido

TOPE = 1_000_000
LO_QUE_VA = 0
"""En vez del número de un trimestre: todo el año, hasta el de la foto."""

_ENTERO = r"([0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.0*)?"
_CERO_DE_CONTABILIDAD = r"\$? ?[-–—]"


@congelado
class Casilla:
    """La casilla de un número: su cifra, el trimestre (1 a 4, o lo que va del año), el mes (None: todo el
    trimestre) y el sexo (None: sin distinguir). El ejercicio es el de la foto que lo contiene.
    """  # fmt: skip

    cifra: str
    trimestre: int
    mes: int | None = None
    sexo: Sexo | None = None


def revisar_conteo(valor: int) -> int:
    """Devuelve el conteo si puede serlo; ValorInvalido si es negativo, fraccionario o desmedido."""
    if isinstance(valor, bool) or not isinstance(valor, int):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise ValorInvalido(f"«{valor}» no es un número entero; escriba por ejemplo 12.")
    if valor < 0:
        raise ValorInvalido(f"«{valor}» es negativo; escriba 0 o más.")
    if valor > TOPE:
        raise ValorInvalido(f"«{valor}» es demasiado grande; el tope es {TOPE:,}.")
    return valor


def leer_conteo(texto: str) -> int | None:
    """El número escrito («12», «1,250», «26.00», el «-» con que Excel escribe el cero); None si está vacío.

    ValorInvalido si no puede ser un conteo.
    """
    escrito = limpio(texto)
    if not escrito:
        return None
    if re.fullmatch(_CERO_DE_CONTABILIDAD, escrito):
        return 0
    if escrito.startswith("-"):
        raise ValorInvalido(f"«{escrito[:40]}» es negativo; escriba 0 o más.")
    partes = re.fullmatch(_ENTERO, escrito)
    if partes is None:
        raise ValorInvalido(f"«{escrito[:40]}» no es un número entero; escriba por ejemplo 12.")
    digitos = partes[1].replace(",", "").lstrip("0") or "0"
    if len(digitos) > len(str(TOPE)):
        raise ValorInvalido(f"«{escrito[:40]}» es demasiado grande; el tope es {TOPE:,}.")
    return revisar_conteo(int(digitos))


@congelado
class Conteos:
    """Todo lo capturado de un ejercicio: valores por casilla, los meses dados por capturados y los días.

    `capturados` guarda (cifra, mes): lo que allí esté vacío cuenta como cero. `dias`, lo que cada día se
    contó de cada cifra: de ellos sale su mes mientras nadie lo escriba entero. `del_libro`, los meses que se
    cuentan del libro de oficios, también mientras nadie los escriba.
    """

    valores: Mapping[Casilla, int] = field(default_factory=dict[Casilla, int])
    capturados: frozenset[tuple[str, int]] = frozenset()
    dias: Mapping[tuple[str, date], int] = field(default_factory=dict[tuple[str, date], int])
    del_libro: Mapping[Casilla, int] = field(default_factory=dict[Casilla, int])

    def __post_init__(self) -> None:
        for nombre in ("valores", "dias", "del_libro"):
            object.__setattr__(self, nombre, MappingProxyType(dict(getattr(self, nombre))))

    @cached_property
    def por_dias(self) -> Mapping[Casilla, int]:
        """Lo que suman los días marcados de cada mes."""
        sumas: dict[tuple[str, int], int] = {}
        for (cifra, dia), valor in self.dias.items():
            sumas[cifra, dia.month] = sumas.get((cifra, dia.month), 0) + valor
        return {Casilla(cifra, (mes + 2) // 3, mes): suma for (cifra, mes), suma in sumas.items()}

    @cached_property
    def propios(self) -> Mapping[Casilla, int]:
        """Lo que una casilla vale por sí misma: lo escrito o, si nada, lo de sus días o lo del libro."""
        if not self.dias and not self.del_libro:
            return self.valores
        return MappingProxyType({**self.del_libro, **self.por_dias, **self.valores})

    def en(self, casilla: Casilla) -> int | None:
        """Lo que vale por sí misma una casilla; 0 si su mes está dado por capturado; None si falta."""
        valor = self.propios.get(casilla)
        if valor is None and casilla.mes is not None and (casilla.cifra, casilla.mes) in self.capturados:
            return 0
        return valor

    def con(self, cambios: Iterable[tuple[Casilla, int | None]]) -> Conteos:
        """Otros conteos con esos valores puestos (o quitados, con None)."""
        valores = dict(self.valores)
        for casilla, valor in cambios:
            if valor is None:
                valores.pop(casilla, None)
            else:
                valores[casilla] = revisar_conteo(valor)
        return Conteos(valores, self.capturados, self.dias, self.del_libro)
