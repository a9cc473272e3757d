"""Las personas que se cuentan: por sexo o, si no se sabe, en total."""

from __future__ import annotations

from typing import Literal, get_args

from ut_escritorio.dominio.congelado import congelado

Sexo = Literal["mujeres", "hombres", "ni"]
SEXOS: tuple[Sexo, ...] = get_args(Sexo)


@congelado
class Personas:
    """Personas por sexo (None: no se sabe) o, sin distinguirlo, en `total`."""

    mujeres: int | None = None
    hombres: int | None = None
    ni: int | None = None
    total: int | None = None

    @property
    def cuantas(self) -> int | None:
        """Las de cada sexo sumadas; si no se conoce ninguno, el total escrito."""
        por_sexo = [n for n in (self.mujeres, self.hombres, self.ni) if n is not None]
        return sum(por_sexo) if por_sexo else self.total

    def de(self, sexo: Sexo) -> int | None:
        """Las de un sexo; cero si solo se anotaron otros; None si no se distinguió ninguno."""
        de_cada = {"mujeres": self.mujeres, "hombres": self.hombres, "ni": self.ni}
        conocido = any(numero is not None for numero in de_cada.values())
        return (de_cada[sexo] or 0) if conocido else None
