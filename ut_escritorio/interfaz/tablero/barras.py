"""La geometría de la gráfica de barras por mes: dónde va cada barra y qué dice, sin nada de Qt."""

from __future__ import annotations

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.plan.cifras import Numero


@congelado
class Antes:
    """Lo de un año antes, que va en contorno: de qué año, sus valores y por qué no es del todo lo mismo."""

    anio: int
    valores: tuple[Numero | None, ...]
    nota: str = ""


@congelado
class Datos:
    """Lo que una gráfica dice: un valor y un rótulo por mes y, si se sabe, lo de un año antes."""

    titulo: str = ""
    valores: tuple[Numero | None, ...] = ()
    rotulos: tuple[str, ...] = ()
    antes: Antes | None = None

    @property
    def leyenda(self) -> str:
        """El título y, si hay contornos, de qué año son."""
        if self.antes is None:
            return self.titulo
        nota = f" ({self.antes.nota})" if self.antes.nota else ""
        return f"{self.titulo}. En contorno, {self.antes.anio}{nota}"

    @property
    def en_vez(self) -> str:
        """Lo que se dice en vez de dibujar, si no hay ni dos números; vacío si los hay."""
        dichos = [
            barra.dice for barra in barras(self, 1, 1) if barra.valor is not None or barra.antes is not None
        ]
        puntos = (*self.valores, *(self.antes.valores if self.antes else ()))
        if sum(valor is not None for valor in puntos) >= _PUNTOS:
            return ""
        return f"Solo hay un número: {dichos[0]}." if dichos else "Todavía no hay números."


@congelado
class Barra:
    """Una barra: su caja en la gráfica, el valor que pinta y el rótulo bajo ella.

    `antes` y `alto_de_antes`: lo de un año antes, que va en contorno desde la misma base.
    """

    x: float
    y: float
    ancho: float
    alto: float
    valor: Numero | None
    rotulo: str
    antes: Numero | None = None
    alto_de_antes: float = 0.0
    anio_de_antes: int | None = None

    @property
    def base(self) -> float:
        """Desde dónde sube."""
        return self.y + self.alto

    @property
    def arriba(self) -> float:
        """Hasta dónde llega lo más alto, ella o su contorno."""
        return self.base - max(self.alto, self.alto_de_antes)

    @property
    def dice(self) -> str:
        """Lo que se lee de ella: «Abr: 77», «May: sin dato», «Abr: 77 (en 2030, 70)»."""
        dicho = f"{self.rotulo}: {_escrito(self.valor)}"
        return f"{dicho} (en {self.anio_de_antes}, {_escrito(self.antes)})" if self.anio_de_antes else dicho


ARRIBA, ABAJO = 20.0, 20.0
_HUECO = 0.35
_PUNTOS = 2


def barras(datos: Datos, ancho: float, alto: float) -> tuple[Barra, ...]:
    """Las barras repartidas en un lienzo de ese tamaño; lo más alto, ahora o un año antes, llega arriba.

    Un mes sin dato es una barra sin alto y sin valor; un cero, sin alto pero con su 0.
    """
    antes = datos.antes.valores if datos.antes else (None,) * len(datos.valores)
    mayor = max((valor for valor in (*datos.valores, *antes) if valor), default=1)
    paso = ancho / max(1, len(datos.valores))
    util = max(1.0, alto - ARRIBA - ABAJO)
    dibujadas: list[Barra] = []
    for indice, (valor, rotulo, suyo) in enumerate(zip(datos.valores, datos.rotulos, antes, strict=True)):
        alta, la_de_antes = (util * float(cuanto or 0) / float(mayor) for cuanto in (valor, suyo))
        x = indice * paso + paso * _HUECO / 2
        y, ancha = alto - ABAJO - alta, paso * (1 - _HUECO)
        anio = datos.antes.anio if datos.antes else None
        dibujadas.append(Barra(x, y, ancha, alta, valor, rotulo, suyo, la_de_antes, anio))
    return tuple(dibujadas)


def _escrito(valor: Numero | None) -> str:
    return "sin dato" if valor is None else f"{valor:,}"
