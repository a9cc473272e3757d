"""Los números de una serie en un año: cuál sigue, cuáles faltan y cuáles lleva otro."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.palabras.redaccion import lista, seguidos

LEJOS = 500
"""De un salto mayor se duda: «8022» puede ser un «0822» mal tecleado."""


@congelado
class Ajenos:
    """Unos números de la serie que lleva otro."""

    desde: int
    hasta: int
    de_quien: str = ""


@congelado
class SerieDelAnio:
    """Una serie en un año: los números tomados y lo que ella dijo de ella.

    `ultimo`, el último que ella confirmó haber tomado; `desde`, a partir de cuál se lleva aquí (None: la
    lleva la Unidad y aquí se ve una parte). `preguntada`: ya se le preguntó por cuál va.
    """

    tomados: frozenset[int] = frozenset()
    ultimo: int | None = None
    desde: int | None = None
    preguntada: bool = False
    ajenos: tuple[Ajenos, ...] = ()

    @property
    def siguiente(self) -> int:
        """El primero que nadie ha tomado después de los de la serie; no cuentan los que quedaron lejos."""
        numero = self.tope + 1
        while any(a.desde <= numero <= a.hasta for a in self.ajenos):
            numero += 1
        return numero

    @property
    def tope(self) -> int:
        """El mayor de los tomados; de un salto muy grande no se fía si ella no lo confirmó."""
        tope = self.ultimo
        for numero in sorted(self.tomados):
            if tope is None or numero - tope <= LEJOS:
                tope = max(numero, tope or 0)
        return tope or 0

    @property
    def lejanos(self) -> tuple[int, ...]:
        """Los tomados que quedaron muy por encima de los demás, sin confirmar."""
        return tuple(sorted(numero for numero in self.tomados if numero > self.tope))

    def queda_lejos(self, numero: int) -> bool:
        """Si al tomarlo hay que preguntar: está muy por encima de los demás."""
        return self.tope > 0 and numero - self.tope > LEJOS

    @property
    def por_preguntar(self) -> bool:
        """Si hay que preguntarle por cuál va: no hay ninguno tomado y nunca lo ha dicho."""
        return not self.tomados and not self.preguntada

    @property
    def huecos(self) -> tuple[tuple[int, int], ...]:
        """Los tramos de números que no están entre el primero y el último, sin los que lleva otro."""
        propios = sorted(numero for numero in self.tomados if numero <= self.tope)
        if not propios:
            return ()
        return self._faltan(propios[0], propios[-1])

    @property
    def faltan(self) -> tuple[tuple[int, int], ...]:
        """Los huecos que importan: desde el que se lleva aquí; ninguno si la serie no se lleva aquí."""
        if self.desde is None or not self.tomados:
            return ()
        return self._faltan(self.desde, self.tope)

    def _faltan(self, primero: int, ultimo: int) -> tuple[tuple[int, int], ...]:
        de_otro = {n for a in self.ajenos for n in range(max(a.desde, primero), min(a.hasta, ultimo) + 1)}
        faltan = [n for n in range(primero, ultimo + 1) if n not in self.tomados and n not in de_otro]
        return tuple((tramo[0], tramo[-1]) for tramo in seguidos(faltan))


@congelado
class Tomados:
    """Lo que el archivo sabe de las series de un año, por su nombre en mayúsculas."""

    anio: int
    series: Mapping[str, SerieDelAnio] = field(default_factory=dict[str, SerieDelAnio])

    def de(self, serie: str) -> SerieDelAnio:
        """Lo de una serie; de una que no está, nada."""
        return self.series.get(serie.upper(), SerieDelAnio())


def tramos_en_palabras(tramos: Iterable[tuple[int, int]], ancho: int = 4) -> str:
    """«0641 y 0650 a 0651»."""
    dichos = [
        f"{uno:0{ancho}d}" if uno == otro else f"{uno:0{ancho}d} a {otro:0{ancho}d}" for uno, otro in tramos
    ]
    return lista(dichos)


def en_un_renglon(anio: int, serie: SerieDelAnio, ancho: int = 4) -> str:
    """«2024: 43 números entre el 0534 y el 0822. Los demás no están aquí.»; vacío si no hay ninguno."""
    if not serie.tomados:
        return ""
    cuantos, primero = len(serie.tomados), min(serie.tomados)
    if cuantos == 1:
        return f"{anio}: un número, el {primero:0{ancho}d}."
    dicho = f"{anio}: {cuantos} números entre el {primero:0{ancho}d} y el {max(serie.tomados):0{ancho}d}."
    if serie.desde is not None:
        if not serie.faltan:
            return f"{dicho} No falta ninguno desde el {serie.desde:0{ancho}d}."
        return f"{dicho} Faltan {tramos_en_palabras(serie.faltan, ancho)}."
    return f"{dicho} Los demás no están aquí (la serie la lleva la Unidad)." if serie.huecos else dicho
