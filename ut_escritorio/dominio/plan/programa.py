"""El programa presupuestario: cómo se llama, cómo se miden sus metas, cuándo se entrega y qué lo prueba."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.plan.anexos import FichaDeSesion, LosAnexos

AlcanceDelPorcentaje = Literal["", "trimestre", "acumulado"]
ALCANCES: tuple[AlcanceDelPorcentaje, ...] = ("trimestre", "acumulado")
HOLGURA = (Decimal(90), Decimal(110))
"""La de siempre: práctica del presupuesto por resultados."""

HABILES_PARA_ENTREGAR = 60
"""Los días hábiles que, cuando más, se dan para entregar."""


@congelado
class Programa:
    """El programa presupuestario y la evidencia que el informe documenta.

    `serie`: cómo empieza y con cuántos dígitos se numera lo que se envía por el primer medio con folio
    («CA/0000»). `holgura`: del qué al qué % de lo programado no hace falta justificar lo alcanzado. `clases`:
    de qué puede ser un oficio del libro («Turno», «Respuesta»); sin ninguna, se escribe cualquiera. `fichas`:
    de qué se hace ficha, y de `anexos`, si las evidencias van en el informe. `alcance`: si el % que se
    escribe es solo del trimestre o lo que va del año; vacío, no se ha dicho. `entrega`: cuántos días hábiles
    después de acabar el trimestre se entrega; cero, no se ha dicho. `pide_por_que`: si hay que justificar lo
    que se salió de la holgura.
    """

    numero: str
    nombre: str
    evidencia: str = ""
    serie: str = ""
    holgura: tuple[Decimal, ...] = HOLGURA
    clases: tuple[str, ...] = ()
    fichas: tuple[FichaDeSesion, ...] = ()
    anexos: LosAnexos = LosAnexos()
    alcance: AlcanceDelPorcentaje = ""
    entrega: int = 0
    pide_por_que: bool = False


@congelado
class Seguimiento:
    """De un programa, cómo se miden sus metas y cuándo se entrega: su holgura, si pide por qué y el plazo."""

    holgura: tuple[Decimal, ...]
    pide_por_que: bool
    entrega: int

    @classmethod
    def de(cls, programa: Programa) -> Seguimiento:
        """El de ese programa."""
        return cls(programa.holgura, programa.pide_por_que, programa.entrega)
