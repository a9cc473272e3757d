"""Lo que se lee al repartir acuses: de quién es cada hoja, y lo que de ellas conviene saber."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ut_escritorio.dominio.oficios.dichos import asunto_dicho
from ut_escritorio.dominio.oficios.libro import EnElLibro
from ut_escritorio.dominio.oficios.reparto import Parte
from ut_escritorio.dominio.palabras.redaccion import lista, unas


def cual(fila: EnElLibro) -> str:
    """«UT/0661/2031 · Fomento Turístico»."""
    return f"{fila.oficio.folio} · {fila.con or asunto_dicho(fila)}"


def dicha(parte: Parte) -> str:
    """«Hoja 3 · UT/0661/2031 · Fomento Turístico»."""
    hojas = f"Hoja{'s' if len(parte.hojas) > 1 else ''} {_numeros(parte.hojas)}"
    if parte.de is None:
        que = f"{_ya_es(parte)}: no se guarda otra vez" if parte.ya else "de ninguno: no se guarda"
        return f"{hojas} · {que}"
    ya = f" ({_ya_es(parte)})" if parte.ya else "" if parte.de.le_cabe_acuse else " (ya tenía acuse)"
    return f"{hojas} · {cual(parte.de)}{ya}"


def _ya_es(parte: Parte) -> str:
    return f"ya es acuse de {lista(parte.ya)}"


def de_antes(partes: Sequence[Parte]) -> str:
    """Las que se guardaron la otra vez que se repartió lo mismo, y cómo guardarlas de todos modos."""
    sin_otro = [parte for parte in partes if parte.ya and parte.de is None]
    folios = list(dict.fromkeys(folio for parte in sin_otro for folio in parte.ya))
    if not folios:
        return ""
    if len(folios) == 1:
        return f"Una parte ya es acuse de {folios[0]}. Si también es de otro, diga de cuál en «Es de»."
    partes_de = "una parte" if len(sin_otro) == 1 else f"{len(sin_otro)} partes"
    de_quienes = f"Ya son acuses de {folios[0]} a {folios[-1]}: {partes_de} de este mismo escaneo."
    return f"{de_quienes} Si alguna también es de otro, diga de cuál en «Es de»."


def en_blanco(hojas: Collection[int]) -> str:
    """Cuáles no son de nadie."""
    if not hojas:
        return ""
    varias = len(hojas) > 1
    return f"No se guarda{'n' * varias} por estar en blanco: hoja{'s' * varias} {_numeros(sorted(hojas))}."


def faltan(folios: Sequence[str]) -> str:
    """Los que entre ellos se quedan sin acuse."""
    return f"Sin acuse queda{'n' if len(folios) > 1 else ''} {len(folios)}: {unas(folios)}." if folios else ""


def se_saltaron(folios: Sequence[str]) -> str:
    """Los que no se proponen porque ya lo tienen."""
    if not folios:
        return ""
    if len(folios) == 1:
        return f"Se saltó {folios[0]}, que ya tiene acuse."
    return f"Se saltaron {len(folios)} que ya tienen acuse: {unas(folios)}."


def _numeros(hojas: Sequence[int]) -> str:
    return lista([str(hoja) for hoja in hojas])


def que_guarda(cuantos: int) -> str:
    """El botón que guarda tantos acuses."""
    return {0: "Guardar", 1: "Guardar un acuse"}.get(cuantos, f"Guardar {cuantos} acuses")


def guardados(cuantos: int) -> str:
    """Lo que se dice al haberlos guardado."""
    return "Se guardó un acuse." if cuantos == 1 else f"Se guardaron {cuantos} acuses."
