"""Lo que se contesta: lo que quedó sin respuesta y lo que se arrastra de un mes a otro."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from ut_escritorio.dominio.plan.cifras import Concordancia
from ut_escritorio.revision.hallazgos import Hallazgo, hallazgo
from ut_escritorio.revision.lectura import Lectura
from ut_escritorio.revision.medidas import Par, nombres, pares_de, sitios, vivas
from ut_escritorio.revision.palabras import cuando


def sin_contestar(lectura: Lectura) -> Iterator[Hallazgo]:
    """Lo que quedó sin contestar al cerrar el trimestre, o lo contestado de más, mes por mes."""
    for concordancia in vivas(lectura):
        if concordancia.relacion == "contesta":
            yield from _arrastre(lectura, concordancia, tuple(pares_de(lectura, concordancia)))


def _arrastre(lectura: Lectura, concordancia: Concordancia, pares: tuple[Par, ...]) -> Iterator[Hallazgo]:
    saldos = [par.derecha.numero - par.izquierda.numero for par in pares]
    if sum(saldos) == 0 and min(accumulate(saldos), default=0) >= 0:
        return
    contestan, contestadas = sum(p.izquierda.numero for p in pares), sum(p.derecha.numero for p in pares)
    una, otra = nombres(lectura, concordancia.izquierda), nombres(lectura, concordancia.derecha)
    meses = ", ".join(_del_mes(par, saldo) for par, saldo in zip(pares, saldos, strict=True) if saldo)
    yield hallazgo(
        "sin_contestar",
        "revisar",
        f"«{otra}» dice {contestadas} y «{una}», {contestan}: {_que_pasa(sum(saldos))} ({meses}). "
        f"{concordancia.mensaje}",
        [
            sitio
            for par, saldo in zip(pares, saldos, strict=True)
            if saldo
            for sitio in sitios(lectura, concordancia, par.grano)
        ],
        concordancia.clave,
        [(par.grano.mes, par.izquierda.numero, par.derecha.numero) for par in pares],
    )


def _que_pasa(saldo: int) -> str:
    if saldo > 0:
        return f"quedan {saldo} sin contestar"
    if saldo < 0:
        return f"hay {-saldo} de más, quizá de un trimestre anterior"
    return "se contestó antes de que llegara"


def _del_mes(par: Par, saldo: int) -> str:
    """«abril: faltan 8»; «mayo: 2 más de las que llegaron»."""
    return f"{cuando(par.grano.mes)}: {'faltan' if saldo > 0 else 'sobran'} {abs(saldo)}"
