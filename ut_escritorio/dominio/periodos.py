"""El trimestre: tres meses de un ejercicio."""

from __future__ import annotations

from datetime import date, timedelta
from functools import total_ordering

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.errores import ValorInvalido

MESES = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio",
    "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
)  # fmt: skip


@total_ordering
@congelado
class Trimestre:
    """El trimestre `numero` (1 a 4) de un `ejercicio` (año)."""

    ejercicio: int
    numero: int

    def __post_init__(self) -> None:
        if not 2000 <= self.ejercicio <= 2100:
            raise ValorInvalido(f"El año {self.ejercicio} no es de este programa (2000 a 2100).")
        if not 1 <= self.numero <= 4:
            raise ValorInvalido(f"El trimestre {self.numero} no existe: va del 1 al 4.")

    def __lt__(self, otro: Trimestre) -> bool:
        return (self.ejercicio, self.numero) < (otro.ejercicio, otro.numero)

    @property
    def meses(self) -> tuple[int, int, int]:
        """Los números de sus tres meses, en orden."""
        primero = 3 * self.numero - 2
        return primero, primero + 1, primero + 2

    @property
    def primer_dia(self) -> date:
        """El primer día de su primer mes."""
        return date(self.ejercicio, self.meses[0], 1)

    @property
    def ultimo_dia(self) -> date:
        """El último día de su último mes."""
        mes = self.meses[2]
        return date(self.ejercicio + mes // 12, mes % 12 + 1, 1) - timedelta(days=1)

    @property
    def siguiente(self) -> Trimestre:
        """El que sigue; tras el cuarto, el primero del año próximo."""
        return Trimestre(self.ejercicio + self.numero // 4, self.numero % 4 + 1)

    @property
    def anterior(self) -> Trimestre:
        """El de antes; antes del primero, el cuarto del año pasado."""
        if self.numero > 1:
            return Trimestre(self.ejercicio, self.numero - 1)
        return Trimestre(self.ejercicio - 1, 4)

    def __str__(self) -> str:
        return f"{self.numero}º trimestre {self.ejercicio}"


def mes_corto(mes: int) -> str:
    """«Abr», como cabe sobre una columna o bajo una barra."""
    return MESES[mes - 1][:3].capitalize()


def hace_un_anio(trimestre: Trimestre) -> Trimestre:
    """El mismo trimestre del año pasado."""
    return Trimestre(trimestre.ejercicio - 1, trimestre.numero)


def trimestre_del_mes(ejercicio: int, mes: int) -> Trimestre:
    """El trimestre de un mes de ese año."""
    return Trimestre(ejercicio, (mes + 2) // 3)


def trimestre_de(dia: date) -> Trimestre:
    """El trimestre en que cae un día."""
    return Trimestre(dia.year, (dia.month + 2) // 3)


def trimestres_entre(desde: date, hasta: date) -> int:
    """Cuántos trimestres después del de un día está el de otro; menos de cero, antes."""
    return 4 * (hasta.year - desde.year) + (hasta.month - 1) // 3 - (desde.month - 1) // 3


def ya_termino(trimestre: Trimestre, mes: int | None, hoy: date) -> bool:
    """Si ese mes del trimestre (None: el trimestre) quedó atrás de hoy."""
    ultimo = mes or trimestre.meses[-1]
    return (trimestre.ejercicio, ultimo) < (hoy.year, hoy.month)
