"""El mes como se ve en un calendario, sin nada de Qt: sus semanas y lo que dice cada día."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Collection, Mapping
from datetime import date

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.numeros.dias import con_dia
from ut_escritorio.dominio.oficina.calendario import Calendario, por_que_no
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.interfaz.comunes.sesion.pendientes import Pendiente


@congelado
class Dia:
    """Un día del calendario: lo marcado (None: nada), lo que se propone y, si es inhábil, por qué.

    `pendiente` es lo que ella puso y aún no se guarda.
    """

    fecha: date
    valor: int | None = None
    propuesto: int | None = None
    inhabil: str = ""
    falta: bool = False
    pendiente: Pendiente | None = None

    @property
    def escrito(self) -> str:
        """Lo que se lee en su celda: lo que aún no se guarda o, si nada, lo del archivo."""
        if self.pendiente:
            return self.pendiente.escrito.texto
        return "" if self.valor is None else str(self.valor)

    @property
    def falla(self) -> str:
        """Por qué no se guardó lo escrito; vacío si todo va bien."""
        return self.pendiente.falla if self.pendiente else ""

    @property
    def dice(self) -> str:
        """Cómo se lee en voz alta: «martes 14 de mayo: 3», «…: inhábil, Día del Trabajo»."""
        if self.pendiente:
            que = self.pendiente.dice
        elif self.valor is not None:
            que = str(self.valor)
        elif self.propuesto is not None:
            que = f"se propone {self.propuesto}"
        else:
            que = "sin registrar" if self.falta else "vacío"
        return f"{con_dia(self.fecha)}: {que}{f'. Inhábil: {self.inhabil}' if self.inhabil else ''}"


Semana = tuple[Dia | None, ...]


def semanas(
    foto: FotoTrimestre,
    calendario: Calendario,
    cifra: str,
    mes: int,
    propuestos: dict[date, int],
    faltan: Collection[date],
    sin_guardar: Mapping[date, Pendiente],
) -> tuple[Semana, ...]:
    """Las semanas de un mes, de lunes a domingo; None donde el día es de otro mes."""

    def dia(fecha: date) -> Dia | None:
        if fecha.month != mes:
            return None
        return Dia(
            fecha,
            foto.conteos.dias.get((cifra, fecha)),
            propuestos.get(fecha),
            por_que_no(calendario, fecha) or "",
            fecha in faltan,
            sin_guardar.get(fecha),
        )

    del_mes = Calendar().monthdatescalendar(foto.trimestre.ejercicio, mes)
    return tuple(tuple(dia(fecha) for fecha in semana) for semana in del_mes)
