"""Los renglones de un año, de filas a su valor: todos, o solo los que unas acciones tocaron."""

from __future__ import annotations

import json
from bisect import insort
from collections.abc import Iterable, Mapping
from typing import Any

from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.esquema.base import nombre_de
from ut_escritorio.datos.filas.legajo import Legajo, al_reves
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.personas import Personas
from ut_escritorio.dominio.trimestre.renglones import Cita, Parte, Renglon, puesto_de

Anotado = Mapping[int, tuple[Renglon, ...]]
"""Los renglones de cada trimestre de un año, ellos y los trimestres en su orden."""

DE_LO_ANOTADO = frozenset(map(nombre_de, (e.Renglon, e.Parte, e.Cita, e.Oficio, e.Asunto)))
_DE_UN_RENGLON = {nombre_de(tabla): tabla for tabla in (e.Parte, e.Cita)}
# Sus filas solo llegan y se van: una que cambiara podría estar en cualquier renglón.
_FIJAS = frozenset((nombre_de(e.Asunto),))

_COLUMNAS = (
    "id", "trimestre", "uid", "lugar", "orden", "medio", "sentido", "asunto", "fecha", "mes",
    "cantidad_medio", "cantidad", "mujeres", "hombres", "ni", "personas", "forma", "junto", "campos",
    "del_asunto",
)  # fmt: skip


@congelado
class Apunte:
    """Lo que la bitácora anotó de una fila: sin `antes` llegó, sin `despues` se fue."""

    tabla: str
    fila: int
    antes: str | None
    despues: str | None

    @property
    def cambio(self) -> bool:
        """Si la fila estaba y siguió estando."""
        return self.antes is not None and self.despues is not None

    def dice(self, columna: str) -> Any:
        """Lo que anotó de una columna; None si nada."""
        return json.loads(self.despues or self.antes or "{}").get(columna)


def apuntes_desde(base: Base, ultimo: int) -> tuple[Apunte, ...]:
    """Lo que la bitácora anotó después de ese renglón suyo, en orden."""
    orden = "SELECT tabla, fila, antes, despues FROM bitacora WHERE id > ? ORDER BY id"
    return tuple(Apunte(*fila) for fila in base.lee_orden(orden, (ultimo,)))


def ultimo_apunte(base: Base) -> int:
    """El último renglón de la bitácora."""
    ((ultimo,),) = base.lee_orden("SELECT coalesce(max(id), 0) FROM bitacora")
    return ultimo


def leer_anotado(legajo: Legajo) -> Anotado:
    """Todo lo anotado en el año."""
    renglones = _renglones(legajo, "trimestre", tuple(legajo.del_anio))
    return {numero: tuple(sorted(renglones[numero], key=puesto_de)) for numero in sorted(renglones)}


def anotado_despues(antes: Anotado, legajo: Legajo, apuntes: Iterable[Apunte]) -> Anotado | None:
    """Lo anotado tras unas acciones, leyendo solo los renglones que tocaron; None si no se sabe cuáles."""
    tocados: set[int] = set()
    se_fueron: dict[int, Apunte] = {}
    sueltas: dict[str, set[int]] = {}
    for apunte in apuntes:
        if apunte.cambio and (apunte.tabla in _FIJAS or _se_mudo(apunte)):
            return None
        if apunte.tabla == nombre_de(e.Renglon):
            tocados.add(apunte.fila)
            se_fueron[apunte.fila] = apunte
        elif apunte.tabla == nombre_de(e.Oficio) and apunte.cambio:
            if apunte.dice("folio") is not None:  # lo demás de un oficio no se ve en quien lo cita
                de = legajo.base.filas(e.Cita, ("renglon",), oficio=apunte.fila)
                tocados.update(renglon for (renglon,) in de)
        elif apunte.tabla in _DE_UN_RENGLON and apunte.cambio:
            sueltas.setdefault(apunte.tabla, set()).add(apunte.fila)
        elif apunte.tabla in _DE_UN_RENGLON:
            tocados.add(apunte.dice("registro_id"))
    for tabla, filas in sueltas.items():
        de = legajo.base.filas(_DE_UN_RENGLON[tabla], ("renglon",), id=tuple(filas))
        tocados.update(renglon for (renglon,) in de)
    return _con(antes, legajo, tocados, se_fueron.values())


def _se_mudo(apunte: Apunte) -> bool:
    """Si una fila pasó a ser de otro renglón, o un renglón de otro trimestre: ella no hace eso."""
    return any(apunte.dice(columna) is not None for columna in ("registro_id", "trimestre_id", "uid"))


def _con(antes: Anotado, legajo: Legajo, tocados: set[int], apuntes: Iterable[Apunte]) -> Anotado:
    leidos = _renglones(legajo, "id", tuple(tocados))
    fuera = {renglon.uid for suyos in leidos.values() for renglon in suyos}
    numeros = set(leidos)
    for apunte in apuntes:
        if apunte.despues is None:
            fuera.add(apunte.dice("uid"))
            numeros.add(legajo.del_anio.get(apunte.dice("trimestre_id"), 0))
    despues = dict(antes)
    for numero in numeros:
        suyos = [renglon for renglon in antes.get(numero, ()) if renglon.uid not in fuera]
        for renglon in leidos.get(numero, ()):
            insort(suyos, renglon, key=puesto_de)
        despues[numero] = tuple(suyos)
    return {numero: despues[numero] for numero in sorted(despues) if despues[numero]}


def _renglones(legajo: Legajo, columna: str, valores: tuple[int, ...]) -> dict[int, list[Renglon]]:
    """Los renglones del año con alguno de esos valores en una columna, por trimestre."""
    guardado = legajo.guardado
    medios, formas, lugares = map(al_reves, (guardado.medios, guardado.formas, guardado.lugares))
    filas = legajo.base.filas(e.Renglon, _COLUMNAS, "", **{columna: valores})
    filas = [fila for fila in filas if fila[1] in legajo.del_anio]
    ids = tuple(fila[0] for fila in filas)
    partes, citas = _partes(legajo, ids), _citas(legajo, ids)
    asuntos = _por_fila(legajo, e.Asunto, "uid", (fila[-1] for fila in filas))
    renglones: dict[int, list[Renglon]] = {}
    for fila in filas:
        id_, trimestre, uid, lugar, orden, medio, sentido, asunto, fecha, mes = fila[:10]
        cantidad_medio, cantidad, mujeres, hombres, ni, total, forma, junto, campos, del_asunto = fila[10:]
        renglon = Renglon(
            uid=uid,
            lugar=lugares[lugar],
            orden=orden,
            medio=medios.get(medio, ""),
            sentido=sentido,
            asunto=asunto,
            fecha=fecha,
            mes=mes,
            cantidad_medio=cantidad_medio,
            cantidad=cantidad,
            personas=Personas(mujeres, hombres, ni, total),
            partes=tuple(partes.get(id_, ())),
            citas=tuple(citas.get(id_, ())),
            forma=formas[forma][1] if forma else "",
            junto=junto,
            campos=campos,
            asunto_uid=asuntos.get(del_asunto, ""),
        )
        renglones.setdefault(legajo.del_anio[trimestre], []).append(renglon)
    return renglones


def _partes(legajo: Legajo, renglones: tuple[int, ...]) -> dict[int, list[Parte]]:
    unidades = al_reves(legajo.unidades)
    partes: dict[int, list[Parte]] = {}
    columnas = ("renglon", "rol", "unidad", "texto")
    for renglon, rol, unidad, texto in legajo.base.filas(e.Parte, columnas, "orden", renglon=renglones):
        partes.setdefault(renglon, []).append(Parte(rol, unidades.get(unidad, ""), texto))
    return partes


def _citas(legajo: Legajo, renglones: tuple[int, ...]) -> dict[int, list[Cita]]:
    columnas = ("renglon", "oficio", "asunto", "folio")
    filas = legajo.base.filas(e.Cita, columnas, "orden", renglon=renglones)
    folios = _por_fila(legajo, e.Oficio, "folio", (oficio for _, oficio, *_ in filas))
    citas: dict[int, list[Cita]] = {}
    for renglon, oficio, asunto, escrito in filas:
        citas.setdefault(renglon, []).append(Cita(escrito or folios[oficio], asunto))
    return citas


def _por_fila(
    legajo: Legajo, tabla: type[e.Tabla], columna: str, filas: Iterable[int | None]
) -> dict[int | None, str]:
    """Lo que dice una columna de esas filas."""
    return dict(legajo.base.filas(tabla, ("id", columna), id=tuple({fila for fila in filas if fila})))
