"""Los números tomados de cada serie en un año, y lo que ella dijo de cada una."""

from __future__ import annotations

from datetime import date

from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.filas.oficios.papeles import serie_de_prefijo
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.dominio.oficios.extranos import Numerado
from ut_escritorio.dominio.trimestre.renglones import Folio, leer_folio
from ut_escritorio.dominio.trimestre.series import Ajenos, SerieDelAnio, Tomados

# Serie por serie, para que baste el índice que cuida que un número sea un solo papel.
_TOMADOS = """SELECT numero FROM oficio
WHERE serie_id = ? AND anio = ? AND numero IS NOT NULL AND sentido = 'enviado'"""

_VIVOS = """SELECT id FROM oficio WHERE serie_id = ?1 AND anio = ?2 AND sentido = 'enviado'
AND cancelado IS NULL"""

# Los de ese número y, a cada lado, el primero con fecha: el mismo índice los da sin recorrer el año.
_VECINOS = f"""SELECT o.folio, o.fecha,
(SELECT group_concat(coalesce(u.nombre, p.texto), '; ') FROM parte_de_oficio p
 LEFT JOIN unidad u ON u.id = p.unidad_id WHERE p.oficio_id = o.id),
EXISTS (SELECT 1 FROM cita WHERE oficio_id = o.id)
OR EXISTS (SELECT 1 FROM oficio_de_remision WHERE oficio_id = o.id)
FROM oficio o WHERE o.id IN ({_VIVOS} AND numero = ?3
UNION ALL SELECT * FROM ({_VIVOS} AND numero < ?3 AND fecha IS NOT NULL
 ORDER BY numero DESC, bis DESC LIMIT 1)
UNION ALL SELECT * FROM ({_VIVOS} AND numero > ?3 AND fecha IS NOT NULL
 ORDER BY numero, bis LIMIT 1)) ORDER BY o.numero, o.bis"""

_SE_LLEVABAN = """SELECT serie_id FROM serie_del_anio WHERE anio <= ? GROUP BY serie_id
HAVING max(anio) < ? AND max(CASE WHEN desde IS NOT NULL THEN anio END) = max(anio)"""

_DEL_MEDIO = """SELECT coalesce(c.folio, o.folio) FROM trimestre t
JOIN registro r ON r.trimestre_id = t.id AND r.sentido = 'enviado'
JOIN medio m ON m.id = r.medio_id AND m.clave = ?
JOIN cita c ON c.registro_id = r.id JOIN oficio o ON o.id = c.oficio_id
WHERE t.plan_id = (SELECT id FROM plan WHERE ejercicio = ?)"""


def folios_del_medio(base: Base, medio: str, anio: int) -> list[Folio]:
    """Lo que se ha enviado por un medio en un año o, si nada, en el anterior."""
    for ejercicio in (anio, anio - 1):
        if filas := base.lee_orden(_DEL_MEDIO, (medio, ejercicio)):
            return [leer_folio(folio.strip()) for (folio,) in filas]
    return []


def leer_tomados(base: Base, anio: int, *, solo_del_libro: bool = False) -> Tomados:
    """Todo lo que el archivo sabe de las series de un año: de renglones, remisiones y el libro.

    `solo_del_libro`: sin los que solo se dicen en los informes.
    """
    prefijos = {id_: prefijo.upper() for id_, prefijo in base.filas(e.Serie, ("id", "prefijo"))}
    orden = _TOMADOS + " AND propio" * solo_del_libro
    numeros = {
        prefijo: frozenset(numero for (numero,) in filas)
        for id_, prefijo in prefijos.items()
        if (filas := base.lee_orden(orden, (id_, anio)))
    }
    dichas = {
        prefijos[serie]: (ultimo, desde)
        for serie, ultimo, desde in base.filas(e.SerieDelAnio, ("serie", "ultimo", "desde"), anio=anio)
    }
    desde_antes = {prefijos[serie]: 1 for serie in _que_ya_se_llevaban(base, anio)}
    ajenos: dict[str, tuple[Ajenos, ...]] = {}
    columnas = ("serie", "desde", "hasta", "de_quien")
    for serie, *suyos in base.filas(e.NumerosAjenos, columnas, "desde", anio=anio):
        ajenos[prefijos[serie]] = (*ajenos.get(prefijos[serie], ()), Ajenos(*suyos))
    return Tomados(
        anio,
        {
            serie: SerieDelAnio(
                numeros.get(serie, frozenset()),
                *dichas.get(serie, (None, desde_antes.get(serie))),
                preguntada=serie in dichas,
                ajenos=ajenos.get(serie, ()),
            )
            for serie in {*numeros, *dichas, *ajenos, *desde_antes}
        },
    )


def leer_vecinos(base: Base, folio: Folio) -> tuple[Numerado, ...]:
    """De los enviados sin cancelar, el de ese número y los más cercanos con fecha, uno de cada lado."""
    series = base.filas(e.Serie, ("id", "prefijo")) if folio.numero is not None else ()
    return tuple(
        _numerado(*fila)
        for serie, prefijo in series
        if prefijo.upper() == folio.en_serie
        for fila in base.lee_orden(_VECINOS, (serie, folio.anio, folio.numero))
    )


def _numerado(folio: str, fecha: str | None, con: str | None, dicho: int) -> Numerado:
    return Numerado(leer_folio(folio), date.fromisoformat(fecha) if fecha else None, con or "", bool(dicho))


def hay_algun_numero(base: Base) -> bool:
    """Si en el archivo hay algún oficio enviado con número, de cualquier año."""
    return bool(
        base.lee_orden("SELECT 1 FROM oficio WHERE sentido = 'enviado' AND numero IS NOT NULL LIMIT 1")
    )


def poner_ultimo(base: Base, prefijo: str, anio: int, ultimo: int | None) -> None:
    """Anota por cuál va una serie; None: no lo sabe, y ya se le preguntó."""
    _poner(base, prefijo, anio, ultimo=ultimo)


def poner_desde(base: Base, prefijo: str, anio: int, desde: int | None) -> None:
    """Anota desde cuál se lleva aquí una serie; None: aquí se ve una parte."""
    _poner(base, prefijo, anio, desde=desde)


def se_lleva_alguna(base: Base) -> bool:
    """Si de alguna serie, de cualquier año, se dijo que se lleva aquí."""
    return bool(base.lee_orden("SELECT 1 FROM serie_del_anio WHERE desde IS NOT NULL LIMIT 1"))


def _que_ya_se_llevaban(base: Base, anio: int) -> tuple[int, ...]:
    """Las series que el último año en que se dijo se llevaban aquí: en este, desde el primero."""
    return tuple(serie for (serie,) in base.lee_orden(_SE_LLEVABAN, (anio, anio)))


def _poner(base: Base, prefijo: str, anio: int, **valores: int | None) -> None:
    serie, s = serie_de_prefijo(base, prefijo), e.SerieDelAnio
    if not base.cambia(s, (s.serie == serie) & (s.anio == anio), **valores):
        desde = 1 if serie in _que_ya_se_llevaban(base, anio) else None
        base.inserta(s, serie=serie, anio=anio, **{"desde": desde, **valores})


def poner_ajenos(base: Base, prefijo: str, anio: int, ajenos: Ajenos) -> None:
    """Anota unos números que lleva otro."""
    serie = serie_de_prefijo(base, prefijo)
    suyos = {"desde": ajenos.desde, "hasta": ajenos.hasta, "de_quien": ajenos.de_quien}
    base.inserta(e.NumerosAjenos, serie=serie, anio=anio, **suyos)


def quitar_ajenos(base: Base, prefijo: str, anio: int, ajenos: Ajenos) -> None:
    """Quita unos números que se anotaron como de otro."""
    serie, n = serie_de_prefijo(base, prefijo), e.NumerosAjenos
    base.borra(
        n, (n.serie == serie) & (n.anio == anio) & (n.desde == ajenos.desde) & (n.hasta == ajenos.hasta)
    )
