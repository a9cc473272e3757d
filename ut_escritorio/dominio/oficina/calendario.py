"""Los días hábiles: de lunes a viernes, menos los feriados de ley y los días propios de la oficina.

Las reglas son datos: las de ley vienen en `recursos/calendario.toml`, los días propios los anota
la oficina.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property
from types import MappingProxyType

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.vigencia import vale
from ut_escritorio.errores import ValorInvalido

_SABADO, _DOMINGO = 5, 6
_DIAS_DE_UN_ANIO = 366
_AVISA_DESDE = 11  # mes en que las oficinas ya conocen los días del año siguiente
_FINES_DE_SEMANA = {_SABADO: "sábado", _DOMINGO: "domingo"}


@congelado
class FeriadoFijo:
    """Un día del año que no se trabaja, con los días en que la regla vale.

    Con `cada`, solo cae cada tantos años contados desde el de `desde`.
    """

    mes: int
    dia: int
    nota: str = ""
    desde: date | None = None
    hasta: date | None = None
    cada: int = 1

    def __post_init__(self) -> None:
        _comprobar_dia(self.mes, self.dia)
        if self.cada < 1:
            raise ValorInvalido(f"«cada {self.cada} años» no se entiende; escriba 1 o más.")
        if self.cada > 1 and self.desde is None:
            raise ValorInvalido(f"Un feriado cada {self.cada} años necesita «desde»: de ahí se cuenta.")

    def en(self, anio: int) -> date | None:
        """El día en que cae ese año; None si ese año no lo hay."""
        try:
            dia = date(anio, self.mes, self.dia)
        except ValueError:  # el 29 de febrero, los más de los años
            return None
        toca = self.desde is None or (anio - self.desde.year) % self.cada == 0
        return dia if toca and vale(self, dia) else None


@congelado
class FeriadoLunes:
    """El lunes de una semana del mes (1: el primero) que no se trabaja, y los días en que la regla vale."""

    mes: int
    semana: int
    nota: str = ""
    desde: date | None = None
    hasta: date | None = None

    def __post_init__(self) -> None:
        _comprobar_dia(self.mes, 1)
        if not 1 <= self.semana <= 4:
            raise ValorInvalido(f"El lunes {self.semana} de un mes no siempre existe; escriba del 1 al 4.")

    def en(self, anio: int) -> date | None:
        """El día en que cae ese año; None si la regla no valía."""
        primero = date(anio, self.mes, 1)
        dia = primero + timedelta(days=-primero.weekday() % 7 + 7 * (self.semana - 1))
        return dia if vale(self, dia) else None


@congelado
class Descanso:
    """Los días propios de la oficina, ambos incluidos: vacaciones, asuetos, suspensión de plazos."""

    desde: date
    hasta: date
    nota: str = ""

    def __post_init__(self) -> None:
        if self.hasta < self.desde:
            raise ValorInvalido(f"El descanso «{self.nota}» termina antes de empezar; cambie sus fechas.")


Feriado = FeriadoFijo | FeriadoLunes


@congelado
class Calendario:
    """Las reglas con que se cuentan los días: los feriados de ley y los descansos de la oficina."""

    feriados: tuple[Feriado, ...] = ()
    descansos: tuple[Descanso, ...] = ()

    def feriados_de(self, anio: int) -> Mapping[date, str]:
        """Los feriados de un año, con su nota."""
        if anio not in self._por_anio:
            caen = ((feriado.en(anio), feriado.nota) for feriado in self.feriados)
            self._por_anio[anio] = MappingProxyType({dia: nota or "día feriado" for dia, nota in caen if dia})
        return self._por_anio[anio]

    @cached_property
    def _por_anio(self) -> dict[int, Mapping[date, str]]:
        return {}

    @cached_property
    def habiles_por_mes(self) -> dict[tuple[int, int], tuple[date, ...]]:
        """Los días hábiles de los meses que ya se preguntaron."""
        return {}


def con_descansos(calendario: Calendario, descansos: tuple[Descanso, ...]) -> Calendario:
    """El mismo calendario con otros descansos además de los suyos."""
    return replace(calendario, descansos=(*calendario.descansos, *descansos))


def habiles(calendario: Calendario, desde: date, hasta: date) -> tuple[date, ...]:
    """Los días hábiles entre dos días, ambos incluidos, en orden; ninguno si `hasta` va antes."""
    dias = (desde + timedelta(days=n) for n in range((hasta - desde).days + 1))
    return tuple(dia for dia in dias if por_que_no(calendario, dia) is None)


def habiles_del_mes(calendario: Calendario, anio: int, mes: int) -> tuple[date, ...]:
    """Los días hábiles de un mes, en orden."""
    if (anio, mes) not in calendario.habiles_por_mes:
        ultimo = date(anio + mes // 12, mes % 12 + 1, 1) - timedelta(days=1)
        calendario.habiles_por_mes[anio, mes] = habiles(calendario, date(anio, mes, 1), ultimo)
    return calendario.habiles_por_mes[anio, mes]


def cuantos_habiles(calendario: Calendario, desde: date, hasta: date) -> int:
    """Cuántos días hábiles hay entre dos días, ambos incluidos; de años enteros, sin pasar por cada día."""
    meses = range(desde.year * 12 + desde.month - 1, hasta.year * 12 + hasta.month)
    de_cada = (habiles_del_mes(calendario, mes // 12, mes % 12 + 1) for mes in meses)
    return sum(
        len(dias) if n not in (0, len(meses) - 1) else sum(desde <= dia <= hasta for dia in dias)
        for n, dias in enumerate(de_cada)
    )


def habil_tras(calendario: Calendario, dia: date, cuantos: int) -> date:
    """El día hábil que hace ese número después de un día; si en un año no llega, donde se dejó de mirar."""
    hasta = dia + timedelta(days=_DIAS_DE_UN_ANIO)
    while cuantos and dia < hasta:
        dia += timedelta(days=1)
        cuantos -= por_que_no(calendario, dia) is None
    return dia


def por_que_no(calendario: Calendario, dia: date) -> str | None:
    """Por qué un día es inhábil («domingo», «Día del Trabajo»); None si es hábil."""
    if dia.weekday() in _FINES_DE_SEMANA:
        return _FINES_DE_SEMANA[dia.weekday()]
    feriado = calendario.feriados_de(dia.year).get(dia)
    if feriado is not None:
        return feriado
    descanso = next((d for d in calendario.descansos if vale(d, dia)), None)
    return (descanso.nota or "día de descanso de la oficina") if descanso else None


def falta_anotar(descansos: tuple[Descanso, ...], hoy: date) -> int | None:
    """El año que sigue, si ya casi llega y la oficina aún no anota ninguno de sus días; None si no falta."""
    sigue = hoy.year + 1
    if hoy.month < _AVISA_DESDE or any(sigue in (d.desde.year, d.hasta.year) for d in descansos):
        return None
    return sigue


def _comprobar_dia(mes: int, dia: int) -> None:
    """ValorInvalido si ningún año tiene ese día."""
    try:
        date(2000, mes, dia)
    except ValueError:
        raise ValorInvalido(f"No existe el día {dia} del mes {mes}; cámbielo por uno que exista.") from None
