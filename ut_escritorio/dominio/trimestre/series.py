"""Los números de una serie en un año: cuál sigue, cuáles faltan y cuáles lleva otro."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace
from functools import cached_property

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.palabras.redaccion import lista, seguidos, unas

LEJOS = 1000
"""De un salto mayor se duda: «8022» puede ser un «0822» mal tecleado."""

Tramo = tuple[int, int]


@congelado
class Ajenos:
    """Unos números de la serie que lleva otro."""

    desde: int
    hasta: int
    de_quien: str = ""


@congelado
class SerieDelAnio:
    """Una serie en un año: los números tomados y lo que ella dijo de ella.

    `ultimo`, el último que confirmó haber tomado; `desde`, a partir de cuál se lleva aquí; `preguntada`: ya
    se le preguntó por cuál va.
    """

    tomados: frozenset[int] = frozenset()
    ultimo: int | None = None
    desde: int | None = None
    preguntada: bool = False
    ajenos: tuple[Ajenos, ...] = ()

    def con(self, numeros: Iterable[int]) -> SerieDelAnio:
        """La misma con otros números tomados además de los suyos."""
        return replace(self, tomados=self.tomados | frozenset(numeros))

    @cached_property
    def tope(self) -> int:
        """El mayor de los que van juntos; 0 si no hay ninguno. De un salto muy grande no se fía."""
        todos = sorted({*self.tomados, *((self.ultimo,) if self.ultimo is not None else ())})
        tramos: list[list[int]] = []
        for numero in todos:
            if tramos and numero - tramos[-1][-1] <= LEJOS:
                tramos[-1].append(numero)
            else:
                tramos.append([numero])
        if self.ultimo is not None:
            return next(tramo[-1] for tramo in tramos if self.ultimo in tramo)
        return max(tramos, key=len)[-1] if tramos else 0

    @property
    def siguiente(self) -> int:
        """El primero que nadie ha tomado después de los de la serie."""
        numero = self.tope + 1
        while numero in self.tomados or any(a.desde <= numero <= a.hasta for a in self.ajenos):
            numero += 1
        return numero

    def siguientes(self, cuantos: int) -> tuple[int, ...]:
        """Los que siguen, tantos como se pidan."""
        hechos: list[int] = []
        serie = self
        for _ in range(cuantos):
            hechos.append(serie.siguiente)
            serie = replace(serie.con(hechos[-1:]), ultimo=hechos[-1])
        return tuple(hechos)

    def queda_lejos(self, numero: int) -> bool:
        """Si al tomarlo hay que preguntar: está muy por encima de los demás."""
        return self.tope > 0 and numero - self.tope > LEJOS

    @property
    def huecos(self) -> tuple[Tramo, ...]:
        """Los tramos de números que no están entre el primero y el último de los que van juntos."""
        juntos = [numero for numero in self.tomados if numero <= self.tope]
        return self.faltan_desde(min(juntos)) if juntos else ()

    def faltan_desde(self, primero: int) -> tuple[Tramo, ...]:
        """Los tramos que no están desde un número, sin los que lleva otro."""
        faltan = self.que_faltan(range(primero, self.tope + 1))
        return tuple((tramo[0], tramo[-1]) for tramo in seguidos(faltan))

    def que_faltan(self, numeros: Iterable[int]) -> set[int]:
        """De esos números, los que no están ni lleva otro."""
        return {
            numero
            for numero in numeros
            if numero not in self.tomados and not any(a.desde <= numero <= a.hasta for a in self.ajenos)
        }


@congelado
class Tomados:
    """Lo que el archivo sabe de las series de un año, por su nombre en mayúsculas."""

    anio: int = 0
    series: Mapping[str, SerieDelAnio] = field(default_factory=dict[str, SerieDelAnio])

    def de(self, serie: str, anio: int) -> SerieDelAnio:
        """Lo de una serie en un año; de lo que no se sabe, nada."""
        return self.series.get(serie.upper(), SerieDelAnio()) if anio == self.anio else SerieDelAnio()


NINGUNO = Tomados()
_SE_DICEN = 6  # tramos, o cinco y cuántos más: nunca «y uno más»


def tramos_en_palabras(tramos: Iterable[Tramo], ancho: int) -> list[str]:
    """«0641», «0650 a 0651 (2)»: cada tramo, con cuántos son."""
    return [
        f"{uno:0{ancho}d}" if uno == otro else f"{uno:0{ancho}d} a {otro:0{ancho}d} ({otro - uno + 1})"
        for uno, otro in tramos
    ]


def en_un_renglon(anio: int, serie: SerieDelAnio, ancho: int) -> str:
    """«2031: 13 números entre el 0005 y el 0068. Los demás no están aquí.»; vacío si no hay ninguno."""
    if not serie.tomados:
        return ""
    cuantos, primero, ultimo = len(serie.tomados), min(serie.tomados), max(serie.tomados)
    if cuantos == 1:
        return f"{anio}: un número, el {primero:0{ancho}d}."
    dicho = f"{anio}: {cuantos} números entre el {primero:0{ancho}d} y el {ultimo:0{ancho}d}."
    if serie.desde is None:
        return f"{dicho} Los demás no están aquí (la serie la lleva la Unidad)." if serie.huecos else dicho
    faltan = serie.faltan_desde(serie.desde)
    if not faltan:
        return f"{dicho} No falta ninguno." if serie.huecos else dicho
    se_dicen = faltan if len(faltan) <= _SE_DICEN else faltan[: _SE_DICEN - 1]
    de_mas = [f"{len(faltan) - len(se_dicen)} tramos más"] if len(se_dicen) < len(faltan) else []
    return f"{dicho} Faltan {lista([*tramos_en_palabras(se_dicen, ancho), *de_mas])}."


def dicho_de_lejos(folios: Sequence[str], sigue: str) -> str:
    """Lo que se avisa de unos números muy por encima de los demás que se anotan en un renglón."""
    estan = f"{unas(folios)} {'está' if len(folios) == 1 else 'están'}"
    return f"{estan} muy por encima de los demás: el que sigue es {sigue}, y seguirá siendo ese."


def mover_desde(folio: str) -> str:
    """Cómo se pide que la cuenta siga después de un número muy por encima de los demás."""
    return f"Desde ahora sigue después de {folio}"


def pregunta_de_lejos(folio: str, sigue: str) -> str:
    """Lo que se pregunta de un número muy por encima de los demás."""
    return (
        f"{folio} está muy por encima de los demás: el que sigue es {sigue}. Se anota de todos modos. "
        f"¿Desde ahora sigue la cuenta después de {folio}?"
    )
