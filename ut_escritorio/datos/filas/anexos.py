"""Las evidencias de un informe: las de cada renglón y las de cada lugar; firmado, las de entonces."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ut_escritorio.datos.filas.evidencias import COLUMNAS, evidencia_de, llegaron_tras
from ut_escritorio.datos.filas.legajo import Legajo, al_reves
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.trimestre.evidencias import Evidencia

_SUYAS = f"""
SELECT r.uid, v.lugar_id, NULL, {COLUMNAS} FROM evidencia v LEFT JOIN registro r ON r.id = v.registro_id
WHERE v.trimestre_id = ? ORDER BY v.orden, v.uid"""
_DE_OFICIOS = f"""
SELECT r.uid, NULL, o.uid, {COLUMNAS} FROM registro r JOIN cita c ON c.registro_id = r.id
JOIN oficio o ON o.id = c.oficio_id JOIN evidencia v ON v.oficio_id = o.id
WHERE r.trimestre_id = ? ORDER BY c.orden, v.orden, v.uid"""
_LO_FIRMADO = """
SELECT f.hojas FROM firma f JOIN trimestre t ON t.id = f.trimestre_id
WHERE t.id = ? AND t.estado = 'cerrado' ORDER BY f.version DESC LIMIT 1"""


def leer_todas(legajo: Legajo) -> dict[Origen, tuple[Evidencia, ...]]:
    """Las de cada dueño, en su orden; las de los oficios que un renglón dice, tras las suyas."""
    firmado = legajo.base.lee_orden(_LO_FIRMADO, (legajo.id,))
    leidas = list(_leidas(legajo))
    if firmado:
        leidas = _como_se_firmo(leidas, firmado[0][0])
    por_dueno: dict[Origen, list[Evidencia]] = {}
    for dueno, evidencia in leidas:
        por_dueno.setdefault(dueno, []).append(evidencia)
    return {dueno: tuple(suyas) for dueno, suyas in por_dueno.items()}


def adjuntadas_tras(legajo: Legajo, accion: int) -> Iterator[tuple[Origen, Evidencia]]:
    """Las del trimestre adjuntadas después de una acción, con el renglón o el lugar de que son.

    También las de los oficios que sus renglones dicen; cada una, una vez.
    """
    llegaron = llegaron_tras(legajo.base, accion)
    for dueno, cada in _leidas(legajo):
        if cada.uid in llegaron:
            yield dueno, replace(cada, llego=llegaron.pop(cada.uid))


_DeSuDueno = tuple[Origen, Evidencia]


def _leidas(legajo: Legajo) -> Iterator[_DeSuDueno]:
    lugar_de = al_reves(legajo.guardado.lugares)
    for orden in (_SUYAS, _DE_OFICIOS):
        for renglon, lugar, oficio, *fila in legajo.base.lee_orden(orden, (legajo.id,)):
            dueno = Origen("renglon", renglon) if renglon else Origen("lugar", lugar_de[lugar])
            yield dueno, evidencia_de(Origen("libro", oficio) if oficio else dueno, fila)


def _como_se_firmo(leidas: list[_DeSuDueno], hojas: str) -> list[_DeSuDueno]:
    """Las suyas que tenía entonces; la de un oficio, que puede llegar o cambiar después, sale si salió."""
    salieron = {evidencia.contenido for _, evidencia in leidas if evidencia.uid in hojas}
    return [
        (dueno, cada if cada.dueno == dueno else replace(cada, sale=cada.contenido in salieron))
        for dueno, cada in leidas
        if cada.firme or cada.dueno != dueno
    ]
