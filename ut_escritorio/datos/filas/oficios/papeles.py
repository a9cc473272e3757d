"""Un papel, entre su valor y sus filas, y quiénes lo dicen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.filas.legajo import Legajo, al_reves
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.dominio.oficios.oficio import DelPapel, Oficio
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.esperas import Contestado, Papel, PorImprimir
from ut_escritorio.dominio.trimestre.renglones import Folio, Parte

_COLUMNAS = (
    "id", "uid", "folio", "sentido", "ejercicio", "fecha", "mes", "asunto", "clase", "expediente", "propio",
    "cancelado",
)  # fmt: skip
_MENCIONES = (
    "SELECT (SELECT count(*) FROM cita WHERE oficio_id = ?1) "
    "+ (SELECT count(*) FROM oficio_de_remision WHERE oficio_id = ?1)"
)
_EN_FIRME = (
    "SELECT 1 FROM cita c JOIN registro r ON r.id = c.registro_id JOIN trimestre t ON t.id = r.trimestre_id "
    "WHERE c.oficio_id = ?1 AND t.estado = 'cerrado' UNION ALL SELECT 1 FROM oficio_de_remision d "
    "JOIN trimestre t ON t.id = d.trimestre_id WHERE d.oficio_id = ?1 AND t.estado = 'cerrado' LIMIT 1"
)

_CONTESTADOS = """SELECT o.uid, o.folio, o.fecha, x.uid, x.folio, x.fecha FROM contestacion k
JOIN oficio o ON o.id = k.oficio_id JOIN oficio x ON x.id = k.respuesta_id
WHERE o.cancelado IS NULL AND x.cancelado IS NULL
AND (o.fecha BETWEEN ?1 AND ?2 OR x.fecha BETWEEN ?1 AND ?2)
ORDER BY o.fecha, o.numero, o.uid, x.fecha, x.uid"""

_POR_IMPRIMIR = """SELECT o.uid, o.folio, u.clave, o.fecha FROM carta k
JOIN oficio o ON o.id = k.oficio_id AND o.cancelado IS NULL
JOIN parte_de_oficio p ON p.oficio_id = o.id JOIN unidad u ON u.id = p.unidad_id
WHERE (o.fecha IS NULL OR o.fecha BETWEEN ?1 AND ?2)
AND (k.corrige <> '' OR NOT EXISTS (SELECT 1 FROM carta_enviada WHERE oficio_id = o.id))
ORDER BY o.anio, o.numero, o.uid, p.orden"""


def leer_oficio(legajo: Legajo, id_: int) -> Oficio:
    """El papel de una fila."""
    return leer_oficios(legajo.base, al_reves(legajo.unidades), (id_,))[id_]


def leer_oficios(base: Base, unidades: Mapping[int, str], ids: tuple[int, ...]) -> dict[int, Oficio]:
    """Los papeles de esas filas, por su fila."""
    filas = base.filas(e.Oficio, _COLUMNAS, id=ids)
    partes = _partes(base, unidades, tuple(fila[0] for fila in filas))
    return {
        id_: Oficio(uid, folio, sentido, ejercicio, DelPapel(fecha, mes, tuple(partes.get(id_, ()))), *otros)
        for id_, uid, folio, sentido, ejercicio, fecha, mes, *otros in filas
    }


def _partes(base: Base, unidades: Mapping[int, str], oficios: tuple[int, ...]) -> dict[int, list[Parte]]:
    partes: dict[int, list[Parte]] = {}
    columnas = ("oficio", "rol", "unidad", "texto")
    for oficio, rol, unidad, texto in base.filas(e.ParteDeOficio, columnas, "orden", oficio=oficios):
        partes.setdefault(oficio, []).append(Parte(rol, unidades.get(unidad, ""), texto))
    return partes


def serie_de_prefijo(base: Base, prefijo: str) -> int:
    """La fila de una serie, se escriba con las mayúsculas que se escriba; si no hay, la agrega."""
    for id_, hay in base.filas(e.Serie, ("id", "prefijo")):
        if hay.upper() == prefijo.upper():
            return id_
    return base.inserta(e.Serie, prefijo=prefijo)


def del_folio(base: Base, folio: Folio) -> dict[str, Any]:
    """Las columnas que salen de un folio."""
    serie = None if folio.serie is None else serie_de_prefijo(base, folio.serie)
    return {
        "folio": folio.texto, "serie": serie, "numero": folio.numero, "anio": folio.anio, "bis": folio.bis,
    }  # fmt: skip


def poner_papel(legajo: Legajo, id_: int, papel: DelPapel, antes: DelPapel) -> None:
    """Escribe la fecha y con quién de un papel, si son otros."""
    if (papel.fecha, papel.mes) != (antes.fecha, antes.mes):
        legajo.base.cambia(e.Oficio, e.Oficio.id == id_, fecha=papel.fecha, mes=papel.mes)
    if papel.partes != antes.partes:
        poner_partes(legajo, e.ParteDeOficio, e.ParteDeOficio.oficio, id_, papel.partes)


def poner_partes(legajo: Legajo, tabla: Any, columna: Any, de: int, partes: Iterable[Parte]) -> None:
    """Deja las partes de un oficio o de un renglón como esas."""
    filas = [{"rol": p.rol, "unidad": legajo.unidad(p.clave), "texto": p.texto} for p in partes]
    poner_lista(legajo.base, tabla, columna, de, filas)


def poner_lista(base: Base, tabla: Any, columna: Any, de: int, filas: list[dict[str, Any]]) -> None:
    """Deja las filas de algo como la lista: cambia las que hay, agrega o quita las demás."""
    consulta = tabla.select(tabla.id).where(columna == de).order_by(tabla.orden)
    hay = [id_ for (id_,) in base.lee(consulta)]
    for orden, columnas in enumerate(filas, 1):
        if orden <= len(hay):
            base.cambia(tabla, tabla.id == hay[orden - 1], orden=orden, **columnas)
        else:
            base.inserta(tabla, orden=orden, **{columna.name: de}, **columnas)
    for id_ in hay[len(filas) :]:
        base.borra(tabla, tabla.id == id_)


def menciones(base: Base, id_: int) -> int:
    """Cuántas veces se dice un papel en los informes."""
    ((cuantas,),) = base.lee_orden(_MENCIONES, (id_,))
    return cuantas


def anio_de(base: Base, uid: str) -> int | None:
    """El año del libro en que va un oficio; None si ya no está."""
    return next((anio for (anio,) in base.filas(e.Oficio, ("ejercicio",), uid=uid)), None)


def alguno_espera(base: Base) -> bool:
    """Si de algún oficio se espera respuesta, aunque quizá haya llegado."""
    return bool(base.lee_orden("SELECT 1 FROM seguimiento WHERE espera LIMIT 1", ()))


def leer_contestados(base: Base, trimestre: Trimestre) -> tuple[Contestado, ...]:
    """Los oficios con la respuesta que se les anotó, si uno de los dos es de ese trimestre."""
    dias = trimestre.primer_dia.isoformat(), trimestre.ultimo_dia.isoformat()
    return tuple(
        Contestado(Papel(uid, folio, _dia(fecha)), Papel(con, su_folio, _dia(su_fecha)))
        for uid, folio, fecha, con, su_folio, su_fecha in base.lee_orden(_CONTESTADOS, dias)
    )


def leer_por_imprimir(base: Base, trimestre: Trimestre) -> tuple[PorImprimir, ...]:
    """Las cartas de ese trimestre, o aún sin fecha, sin imprimir: cada una con cada área a que va."""
    dias = trimestre.primer_dia.isoformat(), trimestre.ultimo_dia.isoformat()
    return tuple(
        PorImprimir(uid, folio, area, _dia(fecha))
        for uid, folio, area, fecha in base.lee_orden(_POR_IMPRIMIR, dias)
    )


def _dia(escrito: str | None) -> date | None:
    return date.fromisoformat(escrito) if escrito else None


def los_que_dice(base: Base, renglon: str) -> tuple[tuple[str, str], ...]:
    """El uid y el folio de los oficios que dice un renglón, en su orden."""
    orden = (
        "SELECT o.uid, o.folio FROM registro r JOIN cita c ON c.registro_id = r.id "
        "JOIN oficio o ON o.id = c.oficio_id WHERE r.uid = ? ORDER BY c.orden"
    )
    return tuple((uid, folio) for uid, folio in base.lee_orden(orden, (renglon,)))


def esta_firme(base: Base, id_: int) -> bool:
    """Si lo dice un trimestre firmado: entonces no se mueve."""
    return bool(base.lee_orden(_EN_FIRME, (id_,)))
