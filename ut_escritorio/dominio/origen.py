"""La dirección de algo impreso: qué clase de cosa es y su clave.

Con ella la pantalla salta de la hoja a la captura y de vuelta, y con ella se guardan en el archivo los
textos a mano, lo por mirar y en qué página quedó cada cosa. Por eso un origen *es* su texto («valor:3.1»):
lo que guardó un programa de ayer, lo firmado y las huellas de lo dejado así valen sin traducirse. Nadie más
arma ni parte ese texto.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, Self, cast, get_args

ClaseDeOrigen = Literal[
    "informe",  # el informe entero, su portada o su última hoja
    "membrete",
    "oficio",  # el de remisión de un departamento, o una parte suya
    "lugar",  # el encabezado de un componente, una actividad o un paso
    "valor",  # el valor alcanzado de un lugar
    "apartado",  # un texto del plan
    "cuadro",
    "renglon",  # uno anotado
    "parrafo",  # un párrafo libre
    "evidencia",  # una foto o una hoja de los anexos
    "libro",  # un oficio del libro, que puede no imprimirse en ningún lado
]
# Un renglón se guardó siempre con otra palabra.
_ESCRITA: Mapping[str, str] = {"renglon": "registro"}
_CLASES: Mapping[str, ClaseDeOrigen] = {
    _ESCRITA.get(clase, clase): clase for clase in cast(tuple[ClaseDeOrigen, ...], get_args(ClaseDeOrigen))
}
_EN_SU_CLAVE: frozenset[ClaseDeOrigen] = frozenset(("lugar", "valor", "apartado", "cuadro"))


class Origen(str):
    """`Origen("oficio", "enlace", "cuerpo1")` se escribe «oficio:enlace#cuerpo1»."""

    __slots__ = ()

    def __new__(cls, clase: ClaseDeOrigen, clave: str = "", parte: str = "") -> Self:
        """El de una clase de cosa con su clave y, si es solo una parte, cuál."""
        return cls.leido(f"{_ESCRITA.get(clase, clase)}{clave and ':'}{clave}{parte and '#'}{parte}")

    @classmethod
    def leido(cls, escrito: str) -> Self:
        """El que alguien escribió antes: en el archivo, en un documento firmado o en una señal de Qt."""
        return super().__new__(cls, escrito)

    @property
    def clase(self) -> ClaseDeOrigen | None:
        """Qué clase de cosa es; None si no lo dice, o si es de un programa más nuevo."""
        return _CLASES.get(self.partition(":")[0])

    @property
    def clave(self) -> str:
        """La clave de la cosa, entera, con su parte si la lleva."""
        return self.partition(":")[2]

    @property
    def de(self) -> str:
        """La clave de aquello de que es: el lugar de un apartado, el departamento de un oficio."""
        return self.clave.partition("#")[0]

    @property
    def parte(self) -> str:
        """Cuál de sus partes es; vacío si es entera."""
        return self.clave.partition("#")[2]

    @property
    def lugar(self) -> str:
        """El lugar que se lee en su clave; vacío en un renglón o un párrafo, que no lo llevan."""
        return self.de if self.clase in _EN_SU_CLAVE else ""

    @property
    def del_plan(self) -> bool:
        """Si es de algo cuya clave sigue a su lugar cuando el plan se reacomoda."""
        return self.clase in _EN_SU_CLAVE

    def con_clave(self, clave: str) -> Self:
        """El de la misma clase de cosa con otra clave."""
        return self.leido(f"{self.partition(':')[0]}:{clave}")


NINGUNO = Origen.leido("")
INFORME = Origen("informe")
