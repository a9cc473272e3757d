"""Cuánto lleva esperando un oficio, en días hábiles, por qué son esos y desde cuándo son muchos."""

from __future__ import annotations

from datetime import date, timedelta

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficina.calendario import Calendario, cuantos_habiles, por_que_no
from ut_escritorio.dominio.palabras.redaccion import lista
from ut_escritorio.dominio.trimestre.esperas import DIAS_DE_ESPERA


@congelado
class Espera:
    """Los días hábiles desde el siguiente al de su fecha hasta hoy, con lo que no cuenta."""

    desde: date
    hasta: date
    dias: int
    fines_de_semana: int
    otros: tuple[str, ...] = ()

    def __str__(self) -> str:
        """«Del 07/05 al 26/06: 37 días hábiles. No cuentan 14 sábados y domingos.»"""
        if self.hasta < self.desde:
            return f"Se cuenta desde el {self.desde:%d/%m}, el día siguiente al suyo."
        hasta = f"Del {self.desde:%d/%m} al {self.hasta:%d/%m}: "
        dias = "un día hábil." if self.dias == 1 else f"{self.dias} días hábiles."
        fuera = [f"{self.fines_de_semana} sábados y domingos"] if self.fines_de_semana > 1 else []
        if self.fines_de_semana == 1:
            fuera = ["un sábado o domingo"]
        fuera += self.otros
        verbo = "No cuenta" if len(fuera) == 1 and self.fines_de_semana < 2 else "No cuentan"
        return f"{hasta}{dias} {verbo} {lista(fuera)}." if fuera else f"{hasta}{dias}"


def esperando(calendario: Calendario, fecha: date, hoy: date) -> Espera:
    """La espera de lo que se envió en una fecha."""
    desde = fecha + timedelta(days=1)
    todos = [desde + timedelta(days=n) for n in range(max(0, (hoy - fecha).days))]
    fines = sum(dia.weekday() >= 5 for dia in todos)
    otros: dict[str, int] = {}
    for dia in todos:
        if dia.weekday() < 5 and (por_que := por_que_no(calendario, dia)):
            otros[por_que] = otros.get(por_que, 0) + 1
    dichos = tuple(que if n == 1 else f"{que} ({n} días)" for que, n in otros.items())
    return Espera(desde, hoy, cuantos_habiles(calendario, desde, hoy), fines, dichos)


@congelado
class Paciencia:
    """Con qué se mide lo que se espera: qué día es, qué días se trabajan y cuántos se espera sin decirlo."""

    hoy: date
    calendario: Calendario
    dias: int = DIAS_DE_ESPERA

    def van(self, fecha: date | None) -> int | None:
        """Los días hábiles que lleva lo que se envió en una fecha; None si no se sabe cuándo."""
        if fecha is None:
            return None
        return cuantos_habiles(self.calendario, fecha + timedelta(days=1), self.hoy)

    def son_muchos(self, van: int | None, antes_del: date | None) -> bool:
        """Si ya pasó el día que se le puso o, sin él, más días de los que la oficina espera."""
        return antes_del < self.hoy if antes_del else (van or 0) > self.dias
