"""Reparte las piezas en páginas: títulos con lo suyo, cuadros y firmas enteros."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.informe.estilo import Hoja
from ut_escritorio.informe.pdf.paginas.membrete import Encuadre
from ut_escritorio.informe.pdf.papel.hoja import Marca, Marcador, Puesto
from ut_escritorio.informe.pdf.piezas.pieza import Pieza

_TOLERANCIA = 1e-6


@congelado
class Colocable:
    """Una pieza y si debe quedar en la misma página que el principio de la siguiente."""

    pieza: Pieza
    pegada: bool = False


class Hojas:
    """Las páginas que se van llenando: los trozos puestos en cada una y, en `de_papel`, en qué hoja va."""

    def __init__(self) -> None:
        self.paginas: list[list[Puesto]] = []
        self.de_papel: list[Hoja] = []
        self.marcas: list[Marca] = []
        self.origenes: dict[str, int] = {}
        self._niveles: list[int] = []

    def abre(self, encuadre: Encuadre) -> None:
        """Empieza una página nueva con su membrete."""
        self._encuadre = encuadre
        self._y = encuadre.cuerpo_y
        self.paginas.append([Puesto(0.0, 0.0, encuadre.trozo)])
        self.de_papel.append(encuadre.hoja)

    def marca(self, marcador: Marcador, y: float = 0.0) -> None:
        """Agrega un marcador; cuelga del último que tenga un nivel menor, aunque se salten niveles."""
        while self._niveles and self._niveles[-1] >= marcador.nivel:
            self._niveles.pop()
        self.marcas.append(Marca(marcador.texto, len(self._niveles), len(self.paginas), y))
        self._niveles.append(marcador.nivel)

    def apunta(self, origen: str) -> None:
        """Recuerda la primera página donde aparece un origen."""
        if origen:
            self.origenes.setdefault(origen, len(self.paginas))

    def coloca(self, colocables: Sequence[Colocable], margen: float) -> None:
        """Pone las piezas una bajo otra, abriendo las páginas que hagan falta."""
        for lugar, colocable in enumerate(colocables):
            if colocable.pegada and (lugar == 0 or not colocables[lugar - 1].pegada):
                self._prepara_grupo(colocables[lugar:])
            self._pon(colocable.pieza, margen)

    def pon_en(self, pieza: Pieza, x: float, y: float) -> None:
        """Pone una pieza que cabe entera a una altura exacta del cuerpo."""
        trozo, _ = pieza.corta(pieza.alto + _TOLERANCIA, limpia=True)
        assert trozo is not None, "una página limpia siempre admite algo"
        self._y = y
        self._asienta(Puesto(x, y, trozo))

    @property
    def _limpia(self) -> bool:
        return self._y <= self._encuadre.cuerpo_y

    @property
    def _disponible(self) -> float:
        return self._encuadre.cuerpo_y + self._encuadre.cuerpo_alto - self._y

    def _prepara_grupo(self, colocables: Sequence[Colocable]) -> None:
        """Pasa de página si el grupo (títulos y el principio de lo que titulan) ya no cabe en esta."""
        entera = self._encuadre.cuerpo_alto
        necesita = sum(_altos_del_grupo(colocables, entera))
        if self._disponible + _TOLERANCIA < necesita <= entera and not self._limpia:
            self.abre(self._encuadre)

    def _pon(self, pieza: Pieza, margen: float) -> None:
        falta: Pieza | None = pieza
        while falta is not None:
            limpia = self._limpia
            antes = 0.0 if limpia else falta.antes
            trozo, falta = falta.corta(self._disponible - antes, limpia)
            if trozo is not None:
                self._asienta(Puesto(margen, self._y + antes, trozo))
            if falta is not None:
                self.abre(self._encuadre)

    def _asienta(self, puesto: Puesto) -> None:
        self.paginas[-1].append(puesto)
        self._y = puesto.y + puesto.trozo.alto
        for origen in puesto.trozo.origenes:
            self.apunta(origen)
        if puesto.trozo.marcador is not None:
            self.marca(puesto.trozo.marcador, puesto.y)


def _altos_del_grupo(colocables: Sequence[Colocable], entera: float) -> Iterator[float]:
    """Lo que ocupan las piezas pegadas y lo menos que pide la que las sigue."""
    for colocable in colocables:
        yield colocable.pieza.antes
        if not colocable.pegada:
            yield colocable.pieza.minimo(entera)
            return
        yield colocable.pieza.alto
