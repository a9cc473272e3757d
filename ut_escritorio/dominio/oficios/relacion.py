"""La relación de los oficios de un mes, de un trimestre o del año; y los que se van a entregar, por área."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, get_args

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficios.libro import EnElLibro, mes_de
from ut_escritorio.dominio.palabras.llano import llano
from ut_escritorio.dominio.periodos import MESES, Trimestre

Cuales = Literal["enviados", "recibidos", "ambos"]
CUALES: tuple[Cuales, ...] = get_args(Cuales)
Lista = Literal["por entregar", "sin contestar"]
"""Las que no son de un periodo, sino de cómo va hoy el libro."""


@congelado
class Periodo:
    """De cuándo: un mes, un trimestre o, sin ninguno, el año entero."""

    ejercicio: int
    mes: int | None = None
    trimestre: int | None = None

    def __str__(self) -> str:
        """«mayo de 2031», «2º trimestre 2031 (abril-junio)», «2031»."""
        if self.mes:
            return f"{MESES[self.mes - 1]} de {self.ejercicio}"
        return str(Trimestre(self.ejercicio, self.trimestre)) if self.trimestre else str(self.ejercicio)

    def tiene(self, fila: EnElLibro) -> bool:
        """Si el oficio es de entonces; del que no se sabe el mes, si lo dice el informe de ese trimestre."""
        mes = mes_de(fila)
        if mes is None:
            dicho = any(cada.trimestre.numero == self.trimestre for cada in fila.dichos)
            return not self.mes and (not self.trimestre or dicho)
        de_trimestre = not self.trimestre or mes in Trimestre(self.ejercicio, self.trimestre).meses
        return (not self.mes or mes == self.mes) and de_trimestre


@congelado
class PedidoDeRelacion:
    """Qué oficios van en la relación."""

    periodo: Periodo
    cuales: Cuales = "enviados"
    con_cancelados: bool = True


@congelado
class Relacion:
    """Los oficios de un periodo, lo más viejo primero; `sin_fecha`, los que no se sabe si van."""

    periodo: Periodo
    enviados: tuple[EnElLibro, ...] = ()
    recibidos: tuple[EnElLibro, ...] = ()
    cuales: Cuales = "enviados"
    sin_fecha: int = 0

    @property
    def cuantos(self) -> int:
        """Cuántos son."""
        return len(self.enviados) + len(self.recibidos)


def relacion_de(filas: Iterable[EnElLibro], pedido: PedidoDeRelacion) -> Relacion:
    """La relación que se pide, de las filas de un libro (lo más nuevo primero).

    Lo que aún no tiene número no va: no ha salido.
    """
    del_libro = [
        fila
        for fila in reversed(tuple(filas))
        if fila.estado != "sin número" and (pedido.con_cancelados or fila.oficio.cancelado is None)
    ]
    de_entonces = [fila for fila in del_libro if pedido.periodo.tiene(fila)]
    fuera = [f for f in del_libro if mes_de(f) is None and not pedido.periodo.tiene(f) and _va(f, pedido)]
    enviados = tuple(f for f in de_entonces if f.oficio.sentido != "recibido" and _va(f, pedido))
    recibidos = tuple(f for f in de_entonces if f.oficio.sentido == "recibido" and _va(f, pedido))
    return Relacion(pedido.periodo, enviados, recibidos, pedido.cuales, len(fuera))


def _va(fila: EnElLibro, pedido: PedidoDeRelacion) -> bool:
    de_cual = "recibidos" if fila.oficio.sentido == "recibido" else "enviados"
    return pedido.cuales in ("ambos", de_cual)


def por_entregar(filas: Iterable[EnElLibro]) -> tuple[EnElLibro, ...]:
    """Los que salieron y no tienen acuse, por área: como se recorren; los que no dicen a quién, al final."""
    sin_acuse = [fila for fila in reversed(tuple(filas)) if fila.sin_acuse]
    return tuple(sorted(sin_acuse, key=lambda fila: (not fila.con, llano(fila.con))))
