"""Lo que una gráfica dice: sus barras, cada una con su valor, sus partes y con qué se compara."""

from __future__ import annotations

from typing import Literal

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.origen import NINGUNO, Origen
from ut_escritorio.dominio.plan.cifras import Numero

ClaseDeGrafica = Literal["meses", "por sexo", "metas"]
_PUNTOS = 2


@congelado
class Barra:
    """Una barra: su rótulo, lo que vale y, si se parte, cuánto es de cada serie.

    `antes`: lo de un año antes, o la meta; None si no se sabe. Lo que no se sabe no es cero.
    """

    rotulo: str
    valor: Numero | None
    partes: tuple[Numero | None, ...] = ()
    antes: Numero | None = None


@congelado
class Grafica:
    """Barras con su título. `series`: en qué se parte cada una («hombres»); ninguna si va entera.

    `contra`: de qué es lo que va en contorno («2031») o en marca («lo programado»); vacío si nada. `nota`:
    por qué no es del todo lo mismo o, sin números, por qué no los hay. `unidad`: lo que les sigue («%»).
    """

    clase: ClaseDeGrafica
    titulo: str
    barras: tuple[Barra, ...]
    series: tuple[str, ...] = ()
    contra: str = ""
    nota: str = ""
    unidad: str = ""
    origen: Origen = NINGUNO

    @property
    def leyenda(self) -> str:
        """El título y, si hay contornos o marcas, de qué son."""
        return self.con_leyenda(self.titulo)

    def con_leyenda(self, titulo: str) -> str:
        """Ese título y, si hay contornos o marcas, de qué son."""
        if not self.contra:
            return titulo
        nota = f" ({self.nota})" if self.nota else ""
        como = "Con una marca" if self.clase == "metas" else "En contorno"
        return f"{titulo}. {como}, {self.contra}{nota}"

    @property
    def en_vez(self) -> str:
        """Lo que se dice en vez de dibujar, si no hay ni dos números; vacío si los hay."""
        puntos = [valor for barra in self.barras for valor in (barra.valor, barra.antes)]
        if sum(valor is not None for valor in puntos) >= _PUNTOS:
            return ""
        con_algo = [barra for barra in self.barras if barra.valor is not None or barra.antes is not None]
        if not con_algo:
            return self.nota or "Todavía no hay números."
        return f"Solo hay un número: {self.dice(con_algo[0])}."

    @property
    def dicha(self) -> str:
        """La gráfica entera, para quien no la ve."""
        return f"Gráfica de {self.leyenda}: {self.en_vez or '; '.join(map(self.dice, self.barras))}"

    def dice(self, barra: Barra) -> str:
        """Lo que se lee de una barra: «Abr: 77», «May: sin dato», «Abr: 77 (en 2030, 70)»."""
        dicho = f"{barra.rotulo}: {self.escrito(barra.valor)}"
        aparte = [
            f"{self.escrito(parte)} {serie}"
            for parte, serie in zip(barra.partes, self.series, strict=True)
            if parte is not None
        ]
        if self.clase == "metas":
            aparte.append(f"programado {self.escrito(barra.antes)}" if self.contra else "")
        elif self.contra:
            aparte.append(f"en {self.contra}, {self.escrito(barra.antes)}")
        return f"{dicho} ({'; '.join(aparte)})" if any(aparte) else dicho

    def escrito(self, valor: Numero | None) -> str:
        """El número con sus miles y su unidad, o que no se sabe."""
        return "sin dato" if valor is None else f"{valor:,}{f' {self.unidad}' if self.unidad else ''}"


def de_meses(
    titulo: str,
    rotulos: tuple[str, ...],
    valores: tuple[Numero | None, ...],
    antes: tuple[Numero | None, ...] = (),
    anio: int | None = None,
    nota: str = "",
) -> Grafica:
    """La de los meses de una cifra; `antes`, los mismos de ese otro año, que van en contorno."""
    suyos = antes or (None,) * len(valores)
    barras = tuple(
        Barra(rotulo, valor, antes=de_antes)
        for rotulo, valor, de_antes in zip(rotulos, valores, suyos, strict=True)
    )
    return Grafica("meses", titulo, barras, contra=str(anio) if antes else "", nota=nota if antes else "")
