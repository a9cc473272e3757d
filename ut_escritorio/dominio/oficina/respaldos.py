"""Los respaldos: cuándo toca hacer uno, cuáles se conservan y cómo se dice su edad."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.palabras.tamanos import GB

Ocasion = Literal["al cerrar", "cada rato"]

CADA_RATO = timedelta(minutes=30)
_TODOS_LOS_DE = timedelta(days=2)
_DIAS, _SEMANAS, _MESES = 12, 10, 9

_LO_MAS = 5 * GB  # octetos que las copias ocupan, si ella no dijo otra cosa
_PARTE_DE_LO_LIBRE = 10
_NUNCA_MENOS = 3


@congelado
class Respaldo:
    """Una copia verificada: dónde quedó, de cuándo es y el número de lo último que guarda.

    El número dice cuál es la más adelantada aunque el reloj del equipo haya estado mal; 0 si no se sabe.
    `dejada`: guarda cambios que el archivo de ahora no tiene, porque se restauró una de antes.
    """

    ruta: Path
    cuando: datetime
    accion: int = 0
    dejada: bool = False


def a_la_mano(respaldos: Iterable[Respaldo], ahora: datetime) -> tuple[Respaldo, ...]:
    """Las copias como se ofrecen: la más adelantada primero, y las dejadas al final.

    De las que guardan lo mismo, la de un día que aún no llega se hizo con otra hora y va después.
    """
    por_adelanto = sorted(respaldos, key=lambda r: (r.accion, r.cuando <= ahora, r.cuando), reverse=True)
    return tuple(sorted(por_adelanto, key=lambda respaldo: respaldo.dejada))


def adelanto(respaldo: Respaldo) -> tuple[int, datetime]:
    """El orden de las copias de un archivo, de la más atrasada a la más adelantada."""
    return respaldo.accion, respaldo.cuando


@congelado
class Cuenta:
    """Lo que se sabe de los respaldos de un archivo; se guarda fuera de él.

    `hechos` van en el orden en que se hicieron; `huella` es lo que el archivo decía en el último; `fallo`,
    por qué no se pudo el que se intentó después («» si no falló); `alla`, la carpeta de fuera de este equipo
    donde además se deja cada copia (None si en ninguna); `identidad`, la del archivo, la misma en sus
    copias aunque le cambien el nombre. `tope`: los octetos que ella dejó para las copias (0: lo de
    costumbre); `por_espacio`, cómo se dice que por no pasar de ahí ya se quitaron antes de su día; `afuera`,
    cuándo se dejó la última en una memoria (None si nunca).
    """

    hechos: tuple[Respaldo, ...] = ()
    huella: str = ""
    fallo: str = ""
    alla: Path | None = None
    identidad: str = ""
    tope: int = 0
    por_espacio: str = ""
    afuera: datetime | None = None

    @property
    def ultimo(self) -> Respaldo | None:
        """El último que se verificó."""
        return self.hechos[-1] if self.hechos else None


def toca(cuenta: Cuenta, huella: str, ahora: datetime, ocasion: Ocasion) -> bool:
    """Si hay que respaldar un archivo que ahora dice `huella`: cambió y, cada rato, ya pasó media hora."""
    if cuenta.ultimo is None:
        return True
    return cuenta.huella != huella and (ocasion == "al cerrar" or not hace_poco(cuenta, ahora))


def hace_poco(cuenta: Cuenta, ahora: datetime) -> bool:
    """Si la última copia es de hace menos de media hora; una de mañana se hizo con otra hora, y no cuenta."""
    return cuenta.ultimo is not None and timedelta(0) <= ahora - cuenta.ultimo.cuando < CADA_RATO


def sobran(respaldos: Iterable[Respaldo], ahora: datetime) -> tuple[Respaldo, ...]:
    """Los que ya pueden quitarse, de los de una misma carpeta; nunca el más adelantado.

    Se conservan todos los de dos días y el último de cada uno de los 12 días más recientes en que
    hubo, de 10 semanas y de 9 meses.
    """
    todos = sorted(respaldos, key=adelanto)
    por_que = _por_que_quedan(todos, ahora)
    return tuple(r for r in todos if r not in por_que)


def no_caben(
    respaldos: Iterable[Respaldo], ahora: datetime, pesan: Mapping[Path, int], tope: int
) -> tuple[Respaldo, ...]:
    """De los que se conservan, los que se quitan para no pasar de `tope` octetos; nunca los tres últimos.

    Primero los de cada rato, luego los de los días, las semanas y los meses; de cada clase, el más atrasado.
    """
    por_que = _por_que_quedan(sorted(respaldos, key=adelanto), ahora)
    en_orden = sorted(por_que, key=lambda r: (por_que[r], adelanto(r)))
    intocables = sorted(por_que, key=adelanto)[-_NUNCA_MENOS:]
    ocupan, fuera = sum(pesan.get(r.ruta, 0) for r in por_que), list[Respaldo]()
    for respaldo in en_orden:
        if ocupan <= tope:
            break
        if respaldo not in intocables:
            fuera.append(respaldo)
            ocupan -= pesan.get(respaldo.ruta, 0)
    return tuple(fuera)


def tope_de(cuenta: Cuenta, libre: int) -> int:
    """Los octetos que las copias pueden ocupar en un disco con `libre` para ellas, contando lo que ya ocupan.

    Los que ella dijo o, de costumbre, 5 GB o la décima parte de lo libre, lo que sea menos.
    """
    return cuenta.tope or min(_LO_MAS, libre // _PARTE_DE_LO_LIBRE)


def _por_que_quedan(de_atras_adelante: list[Respaldo], ahora: datetime) -> dict[Respaldo, int]:
    """Los que se conservan: por ser de cada rato (0), de un día (1), de una semana (2) o de un mes (3)."""
    en_orden = de_atras_adelante[::-1]
    por_que = {r: 0 for r in en_orden if abs(ahora - r.cuando) <= _TODOS_LOS_DE}
    for clase, (periodo, cuantos) in enumerate(((_dia, _DIAS), (_semana, _SEMANAS), (_mes, _MESES)), 1):
        ultimos: dict[object, Respaldo] = {}
        for respaldo in en_orden:
            ultimos.setdefault(periodo(respaldo.cuando), respaldo)
        por_que |= dict.fromkeys(list(ultimos.values())[:cuantos], clase)
    return por_que


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
    cuando = _de_cuando(cuenta.ultimo, cuenta.hechos, ahora)
    dias = (ahora.date() - cuando.date()).days
    if dias == 0:
        return f"Última copia hoy {cuando:%H:%M}"
    if dias == 1:
        return f"Última copia ayer {cuando:%H:%M}"
    if dias > 1:
        return f"Última copia hace {dias} días"
    return f"Última copia {cuando:%d/%m/%Y}"


def _de_cuando(ultimo: Respaldo, hechos: Iterable[Respaldo], ahora: datetime) -> datetime:
    """De cuándo es: si se hizo con el reloj adelantado y otra guarda lo mismo, de cuando es esa otra."""
    iguales = [r.cuando for r in hechos if ultimo.accion and r.accion == ultimo.accion and r.cuando <= ahora]
    return max(iguales, default=ultimo.cuando)
