"""Quién debe una respuesta: los oficios que más llevan esperando, cada uno con su botón."""

from __future__ import annotations

from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.oficios.libro import EnElLibro
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.palabras.redaccion import cantidad, recortado
from ut_escritorio.dominio.palabras.sustantivos import Sustantivo
from ut_escritorio.interfaz.tablero.agenda.dia import Dia
from ut_escritorio.interfaz.tablero.agenda.fases import Pagina
from ut_escritorio.interfaz.tablero.agenda.linea import ALaOrden, AlSitio, Linea

_A_LA_VISTA = 3
_HABIL = Sustantivo("día hábil", "días hábiles")
_LETRAS = 80


def los_que_esperan(dia: Dia) -> Pagina:
    """Los que más llevan y, si hay otros, cuántos; sin ninguno, sin líneas."""
    primeros, otros = dia.esperan[:_A_LA_VISTA], len(dia.esperan) - _A_LA_VISTA
    lineas = [_linea(fila) for fila in primeros]
    if otros > 0:
        lineas.append(Linea("otros", f"Y {otros} más", "luego", "Sin contestar", ALaOrden("sin contestar")))
    return Pagina("Esperan respuesta", tuple(lineas))


def _linea(fila: EnElLibro) -> Linea:
    oficio = fila.oficio
    lleva = "sin fecha" if fila.van is None else f"lleva {cantidad(fila.van, _HABIL)}"
    que = recortado(" ".join(filter(None, (oficio.folio, fila.con))), _LETRAS)
    a = AlSitio(Sitio(origen=Origen("libro", oficio.uid)))
    return Linea(oficio.uid, que, "pronto" if fila.atrasado else "luego", "Ver", a, lleva)
