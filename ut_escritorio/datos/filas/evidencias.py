"""Las evidencias, entre su valor y sus filas; se escribe siempre dentro de la acción de quien llama."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, cast

from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.filas.contenidos import guardar_en_trozos
from ut_escritorio.datos.filas.legajo import Legajo
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.datos.motor.vigias import impresa_en_cerrado
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.trimestre.evidencias import ClaseDeEvidencia, Evidencia, Preparada
from ut_escritorio.errores import ErrorEsperado

# La de un oficio no es de ningún trimestre: la cuida lo firmado en que salió
COLUMNAS = (
    "v.uid, v.contenido, v.original, v.nombre, v.clase, v.pie, v.tomada, v.hojas, v.peso, v.sale, "
    "CASE WHEN v.oficio_id IS NOT NULL THEN " + impresa_en_cerrado("v.uid") + " ELSE "
    "v.firmas < (SELECT count(*) FROM firma f WHERE f.trimestre_id = v.trimestre_id) "
    "AND (SELECT t.estado FROM trimestre t WHERE t.id = v.trimestre_id) = 'cerrado' END"
)
_SE_FUE = "Eso ya no está; la pantalla se actualizó."


@congelado
class Duena:
    """La fila de quien tiene evidencias: la columna que la nombra, su número y el trimestre, si es de uno."""

    columna: str
    fila: int
    trimestre: int | None

    @property
    def donde(self) -> str:
        """Sus filas, en SQL, con sus `valores`."""
        de = "" if self.trimestre is None else " AND v.trimestre_id = ?"
        return f"v.{self.columna}_id = ?{de}"

    @property
    def valores(self) -> tuple[int, ...]:
        """Los de `donde`."""
        return (self.fila,) if self.trimestre is None else (self.fila, self.trimestre)


def _duena_de(legajo: Legajo, dueno: Origen) -> Duena:
    """La fila de un dueño en el trimestre; ErrorEsperado si ya no está."""
    hallada = _hallar(legajo, dueno)
    if hallada is None:
        raise ErrorEsperado("Eso a lo que se adjunta ya no está; la pantalla se actualizó.")
    return hallada


def _hallar(legajo: Legajo, dueno: Origen) -> Duena | None:
    match dueno.clase:
        case "renglon":
            filas = legajo.base.filas(e.Renglon, ("id",), uid=dueno.clave, trimestre=legajo.id)
            return Duena("registro", filas[0][0], legajo.id) if filas else None
        case "lugar":
            return Duena("lugar", legajo.lugar(dueno.clave), legajo.id)
        case "libro":
            filas = legajo.base.filas(e.Oficio, ("id",), uid=dueno.clave)
            return Duena("oficio", filas[0][0], None) if filas else None
        case _:
            return None


def leer_de(legajo: Legajo, dueno: Origen) -> tuple[Evidencia, ...]:
    """Las de un dueño, en su orden; sin sus bytes. Ninguna si ya no está."""
    duena = _hallar(legajo, dueno)
    if duena is None:
        return ()
    orden = f"SELECT {COLUMNAS} FROM evidencia v WHERE {duena.donde} ORDER BY v.orden, v.uid"
    return tuple(evidencia_de(dueno, fila) for fila in legajo.base.lee_orden(orden, duena.valores))


def leer_de_sus_oficios(legajo: Legajo, renglon: str) -> tuple[Evidencia, ...]:
    """Las de los oficios que dice un renglón, que son también suyas."""
    orden = (
        f"SELECT o.uid, {COLUMNAS} FROM registro r JOIN cita c ON c.registro_id = r.id "
        "JOIN oficio o ON o.id = c.oficio_id JOIN evidencia v ON v.oficio_id = o.id "
        "WHERE r.uid = ? ORDER BY c.orden, v.orden, v.uid"
    )
    filas = legajo.base.lee_orden(orden, (renglon,))
    return tuple(evidencia_de(Origen("libro", oficio), fila) for oficio, *fila in filas)


_DE_CADA_RENGLON = """
SELECT r.uid, count(*) FROM (
    SELECT v.registro_id AS de FROM evidencia v WHERE v.trimestre_id = ?1
    UNION ALL SELECT c.registro_id FROM evidencia v JOIN cita c ON c.oficio_id = v.oficio_id
) JOIN registro r ON r.id = de WHERE r.trimestre_id = ?1 GROUP BY r.uid"""


def contar_en(legajo: Legajo) -> dict[str, int]:
    """Cuántas tiene cada renglón que alguna tiene, por su uid, con las de los oficios que dice."""
    return dict(legajo.base.lee_orden(_DE_CADA_RENGLON, (legajo.id,)))


def contar_de_oficios(base: Base, ejercicio: int) -> dict[str, int]:
    """Cuántas tiene cada oficio del libro de un año que alguna tiene, por su uid."""
    orden = (
        "SELECT o.uid, count(*) FROM evidencia v JOIN oficio o ON o.id = v.oficio_id "
        "WHERE o.ejercicio = ? GROUP BY o.uid"
    )
    return dict(base.lee_orden(orden, (ejercicio,)))


_AL_FIRMAR = """
SELECT c.accion_id FROM firma g JOIN trimestre t ON t.id = g.trimestre_id
JOIN bitacora c ON c.tabla = 'firma' AND c.fila = g.id AND c.clase = 'alta'
WHERE t.id = ? AND t.estado = 'cerrado' ORDER BY g.version DESC LIMIT 1"""
# El número de una fila que se quitó puede volver a usarse: es la suya si es de su uid
_SU_ALTA = """b.tabla = 'evidencia' AND b.fila = v.id AND b.clase = 'alta'
AND json_extract(b.despues, '$.uid') = v.uid"""
_TRAS_LA_FIRMA = f"""
SELECT v.uid, min(b.accion_id), a.cuando FROM evidencia v JOIN bitacora b ON {_SU_ALTA}
JOIN accion a ON a.id = b.accion_id
WHERE v.uid IN (SELECT value FROM json_each(?)) GROUP BY v.uid HAVING min(b.accion_id) > ({_AL_FIRMAR})"""


def con_lo_que_llego(legajo: Legajo, unas: Sequence[Evidencia]) -> tuple[Evidencia, ...]:
    """Las mismas, diciendo el día en que llegó la que llegó ya firmado el informe.

    Qué fue antes lo dice el orden de las acciones, no el reloj.
    """
    uids = json.dumps([cada.uid for cada in unas if not cada.firme])
    filas = legajo.base.lee_orden(_TRAS_LA_FIRMA, (uids, legajo.id))
    dias = {uid: datetime.fromisoformat(cuando).date() for uid, _, cuando in filas}
    return tuple(replace(cada, llego=dias[cada.uid]) if cada.uid in dias else cada for cada in unas)


def llegaron_tras(base: Base, accion: int) -> dict[str, date]:
    """Las adjuntadas después de una acción, por su uid, y qué día."""
    orden = (
        f"SELECT v.uid, min(b.accion_id), a.cuando FROM evidencia v JOIN bitacora b ON {_SU_ALTA} "
        "JOIN accion a ON a.id = b.accion_id GROUP BY v.uid HAVING min(b.accion_id) > ?"
    )
    filas = base.lee_orden(orden, (accion,))
    return {uid: datetime.fromisoformat(cuando).date() for uid, _, cuando in filas}


def esta_en_otra(base: Base, original: str) -> bool:
    """Si ya hay una evidencia salida del mismo archivo."""
    return bool(base.lee_orden("SELECT 1 FROM evidencia WHERE original = ? LIMIT 1", (original,)))


def oficios_con(base: Base, originales: Collection[str]) -> dict[str, str]:
    """El número del oficio que ya tiene lo salido de cada archivo; los que ninguno tiene no van."""
    orden = (
        "SELECT v.original, o.folio FROM evidencia v JOIN oficio o ON o.id = v.oficio_id "
        "WHERE v.original IN (SELECT value FROM json_each(?)) AND o.folio <> ''"
    )
    return dict(base.lee_orden(orden, (json.dumps([*originales]),)))


def hojas_de_acuses(base: Base) -> frozenset[int]:
    """De a cuántas hojas son los PDF que tienen los oficios."""
    orden = "SELECT DISTINCT hojas FROM evidencia WHERE oficio_id IS NOT NULL AND hojas > 0"
    return frozenset(hojas for (hojas,) in base.lee_orden(orden))


def agregar(legajo: Legajo, dueno: Origen, preparadas: Sequence[Preparada]) -> None:
    """Guarda unas al final de las de su dueño; un contenido que ya estaba no se repite."""
    _al_final(
        legajo, dueno,
        [
            {
                "contenido": guardar_en_trozos(legajo.base, preparada.octetos, preparada.contenido),
                "peso": len(preparada.octetos),
                **{nombre: getattr(preparada, nombre) for nombre in _DE_CADA_UNA},
            }
            for preparada in preparadas
        ],
    )  # fmt: skip


def repetir(legajo: Legajo, dueno: Origen, evidencia: Evidencia) -> None:
    """La misma, al final de las de otro dueño, sin volver a guardar sus bytes."""
    mismos = ("contenido", "peso", *_DE_CADA_UNA)
    _al_final(legajo, dueno, [{nombre: getattr(evidencia, nombre) for nombre in mismos}])


_DE_CADA_UNA = ("original", "nombre", "clase", "pie", "tomada", "hojas")


def _al_final(legajo: Legajo, dueno: Origen, unas: Sequence[Mapping[str, Any]]) -> None:
    base, duena = legajo.base, _duena_de(legajo, dueno)
    ((ultima,),) = base.lee_orden(
        f"SELECT coalesce(max(v.orden), 0) FROM evidencia v WHERE {duena.donde}", duena.valores
    )
    firmas = len(base.filas(e.Firma, ("id",), trimestre=duena.trimestre)) if duena.trimestre else 0
    columna = "renglon" if duena.columna == "registro" else duena.columna
    for orden, una in enumerate(unas, ultima + 1):
        tomada = una["tomada"] and una["tomada"].isoformat(timespec="minutes")
        base.inserta(
            e.Evidencia,
            trimestre=duena.trimestre,
            **{"renglon": None, "lugar": None, "oficio": None, columna: duena.fila},
            **{**una, "tomada": tomada, "sale": una["clase"] == "foto", "orden": orden, "firmas": firmas},
        )


def cambiar(base: Base, uid: str, **valores: Any) -> None:
    """Cambia datos de una; ErrorEsperado si ya no está."""
    if not base.cambia(e.Evidencia, e.Evidencia.uid == uid, **valores):
        raise ErrorEsperado(_SE_FUE)


def quitar(base: Base, uids: Sequence[str]) -> None:
    """Quita unas; su contenido se queda, para poder deshacer."""
    for uid in uids:
        if not base.borra(e.Evidencia, e.Evidencia.uid == uid):
            raise ErrorEsperado(_SE_FUE)


def mover(legajo: Legajo, dueno: Origen, uid: str, pasos: int) -> None:
    """Adelanta (pasos negativos) o atrasa una entre las de su dueño, hasta los extremos."""
    duena = _duena_de(legajo, dueno)
    orden = f"SELECT v.uid, v.orden FROM evidencia v WHERE {duena.donde} ORDER BY v.orden, v.uid"
    estaban = legajo.base.lee_orden(orden, duena.valores)
    quedan = [suyo for suyo, _ in estaban]
    if uid not in quedan:
        raise ErrorEsperado(_SE_FUE)
    desde = quedan.index(uid)
    quedan.insert(max(0, min(desde + pasos, len(quedan) - 1)), quedan.pop(desde))
    for (estaba, lugar), queda in zip(estaban, quedan, strict=True):
        if queda != estaba:  # la que no se mueve puede ser de lo firmado
            cambiar(legajo.base, queda, orden=lugar)


def evidencia_de(dueno: Origen, fila: Sequence[Any]) -> Evidencia:
    """La de un dueño, de lo que dicen las `COLUMNAS`."""
    uid, contenido, original, nombre, clase, pie, tomada, hojas, peso, sale, firme = fila
    return Evidencia(
        uid=uid, dueno=dueno, contenido=contenido, original=original, nombre=nombre,
        clase=cast(ClaseDeEvidencia, clase), pie=pie,
        tomada=datetime.fromisoformat(tomada) if tomada else None, hojas=hojas, peso=peso, firme=bool(firme),
        sale=bool(sale),
    )  # fmt: skip
