"""Los respaldos: cuándo toca hacer uno, cuáles se conservan y cómo se dice su edad."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal

from ut_escritorio.dominio.congelado import congelado

Ocasion = Literal["al cerrar", "cada rato"]

CADA_RATO = timedelta(minutes=30)
_TODOS_LOS_DE = timedelta(days=2)
_DIAS, _SEMANAS, _MESES = 12, 10, 9


@congelado
class Respaldo:
    """Una copia verificada: dónde quedó y de cuándo es."""

    ruta: Path
    cuando: datetime


@congelado
class Cuenta:
    """Lo que se sabe de los respaldos de un archivo; se guarda fuera de él.

    `hechos` van del más viejo al más nuevo; `huella` es lo que el archivo decía en el último; `fallo`,
    por qué no se pudo el que se intentó después («» si no falló); `alla`, la carpeta de fuera de este
    equipo donde además se deja cada copia (None si en ninguna).
    """

    hechos: tuple[Respaldo, ...] = ()
    huella: str = ""
    fallo: str = ""
    alla: Path | None = None

    @property
    def ultimo(self) -> Respaldo | None:
        """El último que se verificó."""
        return self.hechos[-1] if self.hechos else None


def toca(cuenta: Cuenta, huella: str, ahora: datetime, ocasion: Ocasion) -> bool:
    """Si hay que respaldar un archivo que ahora dice `huella`: cambió y, cada rato, ya pasó media hora."""
    if cuenta.ultimo is None:
        return True
    reciente = timedelta(0) <= ahora - cuenta.ultimo.cuando < CADA_RATO
    return cuenta.huella != huella and (ocasion == "al cerrar" or not reciente)


def sobran(respaldos: Iterable[Respaldo], ahora: datetime) -> tuple[Respaldo, ...]:
    """Los que ya pueden quitarse, de los de una misma carpeta; nunca el último.

    Se conservan todos los de dos días y el último de cada uno de los 12 días más recientes en que
    hubo, de 10 semanas y de 9 meses.
    """
    en_orden = sorted(respaldos, key=lambda respaldo: respaldo.cuando, reverse=True)
    quedan = {r for r in en_orden if ahora - r.cuando <= _TODOS_LOS_DE}
    for periodo, cuantos in ((_dia, _DIAS), (_semana, _SEMANAS), (_mes, _MESES)):
        ultimos: dict[object, Respaldo] = {}
        for respaldo in en_orden:
            ultimos.setdefault(periodo(respaldo.cuando), respaldo)
        quedan |= set(list(ultimos.values())[:cuantos])
    return tuple(r for r in reversed(en_orden) if r not in quedan)


def _dia(cuando: datetime) -> tuple[int, ...]:
    return cuando.year, cuando.month, cuando.day


def _semana(cuando: datetime) -> tuple[int, ...]:
    return cuando.isocalendar()[:2]


def _mes(cuando: datetime) -> tuple[int, ...]:
    return cuando.year, cuando.month


def edad(cuenta: Cuenta, ahora: datetime) -> str:
    """De cuándo es el último respaldo bueno, como se dice siempre a la vista."""
    if cuenta.ultimo is None:
        return "Sin copia todavía"
    cuando = cuenta.ultimo.cuando
    dias = (ahora.date() - cuando.date()).days
    if dias == 0:
        return f"Última copia hoy {cuando:%H:%M}"
    if dias == 1:
        return f"Última copia ayer {cuando:%H:%M}"
    if dias > 1:
        return f"Última copia hace {dias} días"
    return f"Última copia {cuando:%d/%m/%Y}"
