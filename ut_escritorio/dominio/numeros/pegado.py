"""Leer lo que ella teclea o pega en un cuadro: todo o nada, y se nombra la celda que está mal."""

from __future__ import annotations

from collections.abc import Sequence

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.numeros.tabla import CeldaDeCuadro, TablaDeCuadro
from ut_escritorio.dominio.propuestas import Propuesta, Reparo
from ut_escritorio.dominio.trimestre.conteos import Casilla, leer_conteo
from ut_escritorio.errores import ValorInvalido


@congelado
class CambioDeConteo:
    """Un valor para una casilla; None la vacía."""

    casilla: Casilla
    valor: int | None


def proponer_pegado(
    tabla: TablaDeCuadro, fila: int, columna: int, bloque: tuple[tuple[str, ...], ...]
) -> Propuesta[CambioDeConteo]:
    """La propuesta de escribir un bloque de textos desde una celda.

    Pegar sobre un rótulo o un total lo mismo que ya dice no estorba; otra cosa es un reparo. Si el cuadro se
    escribe en una sola fila (o columna) y lo copiado va en una sola columna (o fila), se acuesta.
    """
    bloque = _como_va(tabla, bloque)
    cambios: list[CambioDeConteo] = []
    reparos: list[Reparo] = []
    for i, textos in enumerate(bloque):
        for j, texto in enumerate(textos):
            destino = tabla.en(fila + i, columna + j)
            resultado = _proponer(destino, texto, f"renglón {i + 1}, columna {j + 1} de lo pegado")
            if isinstance(resultado, Reparo):
                reparos.append(resultado)
            elif resultado is not None:
                cambios.append(resultado)
    total = sum(len(textos) for textos in bloque)
    return Propuesta(f"Pegar {total} {'celda' if total == 1 else 'celdas'}", tuple(cambios), tuple(reparos))


def _como_va(tabla: TablaDeCuadro, bloque: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """Lo copiado en la dirección del cuadro; si pudiera ir en cualquiera de las dos, como viene."""
    lugares = [(celda.fila, celda.columna) for celda in tabla.celdas if celda.editable]
    filas, columnas = ({lugar[eje] for lugar in lugares} for eje in (0, 1))
    hacia_abajo = all(len(textos) == 1 for textos in bloque)
    de_lado = len(filas) == 1 and len(columnas) > 1
    de_pie = len(columnas) == 1 and len(filas) > 1
    if (de_lado and hacia_abajo) or (de_pie and len(bloque) == 1):
        return tuple(zip(*bloque, strict=True))
    return bloque


def proponer_relleno(celdas: Sequence[CeldaDeCuadro], texto: str) -> Propuesta[CambioDeConteo]:
    """La propuesta de escribir lo mismo en todas las celdas elegidas que se escriben."""
    resultados = [_proponer(celda, texto, celda.nombre) for celda in celdas if celda.editable]
    cambios = tuple(r for r in resultados if isinstance(r, CambioDeConteo))
    reparos = tuple(r for r in resultados if isinstance(r, Reparo))
    return Propuesta(f"Pegar en {len(resultados)} celdas", cambios, reparos)


def _proponer(destino: CeldaDeCuadro | None, texto: str, donde: str) -> CambioDeConteo | Reparo | None:
    if destino is None:
        sobra = Reparo(donde, f"«{texto.strip()[:40]}» cae fuera del cuadro.", "Pegue un bloque más chico.")
        return sobra if texto.strip() else None
    if not destino.editable or destino.casilla is None:
        if texto.strip() in ("", destino.texto):
            return None
        nombre = destino.nombre or destino.texto or donde
        return Reparo(nombre, "Esa celda se calcula sola.", "Pegue solo sobre celdas blancas.")
    try:
        return CambioDeConteo(destino.casilla, leer_conteo(texto))
    except ValorInvalido as reparo:
        return Reparo(destino.nombre, str(reparo), "No se pegó nada.")
