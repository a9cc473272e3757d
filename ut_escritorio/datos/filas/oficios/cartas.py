"""Las cartas y sus plantillas, entre sus valores y sus filas; y las palabras con que se imprimieron."""

from __future__ import annotations

from datetime import date
from typing import Any

from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.filas.contenidos import guardar_contenido
from ut_escritorio.datos.filas.oficios.escritos import fila_de
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.dominio.cartas.carta import Carta
from ut_escritorio.dominio.cartas.plantilla import PlantillaDeCarta
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.renglones import Parte

_CARTA = (
    "plantilla", "campos", "texto", "sustituye", "copias", "iniciales", "firma", "ausente", "dias", "lugar",
    "corrige",
)  # fmt: skip
_PLANTILLA = (
    "clave", "nombre", "asunto", "cuerpo", "campos", "copias", "recuerda", "clase", "dias",
)  # fmt: skip
_LA_ULTIMA = """SELECT c.oficio_id FROM carta c JOIN oficio o ON o.id = c.oficio_id
ORDER BY c.plantilla = ? DESC, o.ejercicio DESC, o.fecha DESC, o.numero DESC LIMIT 1"""

_CON_NUMERO = """SELECT o.folio, o.fecha FROM carta c JOIN oficio o ON o.id = c.oficio_id
WHERE o.folio <> '' AND o.cancelado IS NULL AND json_extract(c.campos, '$.' || ?) = ?
ORDER BY o.fecha IS NULL, o.fecha, o.numero"""

_ENTREGA = """SELECT p.ejercicio, t.numero, x.clave FROM oficio o
JOIN oficio_de_remision d ON d.oficio_id = o.id
JOIN departamento x ON x.id = d.departamento_id JOIN trimestre t ON t.id = d.trimestre_id
JOIN plan p ON p.id = t.plan_id WHERE o.uid = ? ORDER BY p.ejercicio DESC, t.numero DESC LIMIT 1"""

_LA_VEZ_PASADA = """SELECT u.clave FROM carta c JOIN oficio o ON o.id = c.oficio_id
JOIN parte_de_oficio p ON p.oficio_id = o.id JOIN unidad u ON u.id = p.unidad_id
WHERE c.plantilla = ? AND o.numero IS NOT NULL AND o.cancelado IS NULL
AND (o.fecha, o.expediente, c.campos) = (
    SELECT v.fecha, v.expediente, k.campos FROM carta k JOIN oficio v ON v.id = k.oficio_id
    WHERE k.plantilla = ? AND v.numero IS NOT NULL AND v.fecha IS NOT NULL
    GROUP BY 1, 2, 3 HAVING count(*) > 1 ORDER BY v.fecha DESC, max(v.numero) DESC LIMIT 1)
ORDER BY o.anio, o.numero"""


@congelado
class Enviada:
    """Con qué palabras se imprimió una carta: cuál es su contenido, qué día y, si corrige otra, por qué."""

    version: int
    dia: date
    documento: str
    motivo: str = ""


def leer_carta(base: Base, uid: str) -> Carta | None:
    """La carta de un oficio; None si no se ha escrito."""
    return _leida(base, fila_de(base, uid))


def _leida(base: Base, oficio: int) -> Carta | None:
    filas = base.filas(e.Carta, _CARTA, oficio=oficio)
    return Carta(*filas[0]) if filas else None


def poner_carta(base: Base, uid: str, carta: Carta) -> None:
    """Deja la carta de un oficio como se da."""
    id_, columnas = fila_de(base, uid), {c: getattr(carta, c) for c in _CARTA}
    if not base.cambia(e.Carta, e.Carta.oficio == id_, **columnas):
        base.inserta(e.Carta, oficio=id_, **columnas)


def sin_numero_que_dicen(base: Base, campo: str) -> dict[str, str]:
    """De las cartas que aún no tienen número, lo que dicen en un campo y el uid de su oficio."""
    sin_numero = dict(base.filas(e.Oficio, ("id", "uid"), folio=""))
    cartas = base.filas(e.Carta, ("oficio", "campos"), oficio=tuple(sin_numero))
    return {campos[campo]: sin_numero[id_] for id_, campos in cartas if campos.get(campo)}


def con_numero_que_dicen(base: Base, campo: str, dicho: str) -> tuple[tuple[str, date | None], ...]:
    """El número y la fecha de las cartas que en un campo dicen eso, sin las canceladas; antes lo viejo."""
    filas = base.lee_orden(_CON_NUMERO, (campo, dicho))
    return tuple((folio, date.fromisoformat(dia) if dia else None) for folio, dia in filas)


def la_ultima(base: Base, plantilla: str) -> Carta | None:
    """La última carta que se escribió con esa plantilla o, si ninguna, la última de todas."""
    suyas = base.lee_orden(_LA_ULTIMA, (plantilla,))
    return _leida(base, suyas[0][0]) if suyas else None


def enviada_de(base: Base, uid: str) -> Enviada | None:
    """Con qué se imprimió por última vez la carta de un oficio; None si no se ha impreso."""
    columnas = ("version", "dia", "documento", "motivo")
    filas = base.filas(e.CartaEnviada, columnas, "version", oficio=fila_de(base, uid))
    return Enviada(*filas[-1]) if filas else None


def guardar_enviada(base: Base, uid: str, dia: date, documento: bytes, motivo: str = "") -> None:
    """Guarda las palabras con que se imprime una carta; las de antes siguen ahí."""
    antes = enviada_de(base, uid)
    base.inserta(
        e.CartaEnviada,
        oficio=fila_de(base, uid),
        version=antes.version + 1 if antes else 1,
        dia=dia,
        documento=guardar_contenido(base, documento),
        motivo=motivo,
    )


def entrega_de(base: Base, uid: str) -> tuple[Trimestre, str] | None:
    """De qué trimestre y departamento entrega su informe un oficio; None si no lo entrega."""
    filas = base.lee_orden(_ENTREGA, (uid,))
    return (Trimestre(filas[0][0], filas[0][1]), filas[0][2]) if filas else None


def areas_de_la_ultima_vez(base: Base, plantilla: str) -> tuple[str, ...]:
    """Las claves de las áreas a que fue la última carta de esa plantilla que salió a varias."""
    return tuple(clave for (clave,) in base.lee_orden(_LA_VEZ_PASADA, (plantilla, plantilla)))


def listas_de_areas(base: Base) -> dict[str, tuple[Parte, ...]]:
    """Las listas de áreas que ella guardó, por su nombre."""
    return dict(base.filas(e.ListaDeAreas, ("nombre", "areas"), "nombre"))


def poner_lista(base: Base, nombre: str, areas: tuple[Parte, ...]) -> None:
    """Guarda una lista de áreas, en lugar de la que se llamaba así."""
    if not base.cambia(e.ListaDeAreas, e.ListaDeAreas.nombre == nombre, areas=areas):
        base.inserta(e.ListaDeAreas, nombre=nombre, areas=areas)


def quitar_lista(base: Base, nombre: str) -> None:
    """Quita una lista de áreas."""
    base.borra(e.ListaDeAreas, e.ListaDeAreas.nombre == nombre)


def plantillas_propias(base: Base) -> tuple[PlantillaDeCarta, ...]:
    """Las que ella guardó."""
    return tuple(
        PlantillaDeCarta(*fila, propia=True) for fila in base.filas(e.PlantillaDeCarta, _PLANTILLA, "orden")
    )


def poner_plantilla(base: Base, plantilla: PlantillaDeCarta) -> None:
    """Guarda una plantilla, en lugar de la que tenía su clave."""
    p = e.PlantillaDeCarta
    columnas: dict[str, Any] = {c: getattr(plantilla, c) for c in _PLANTILLA}
    if not base.cambia(p, p.clave == plantilla.clave, **columnas):
        base.inserta(p, orden=len(base.filas(p, ("id",))) + 1, **columnas)


def quitar_plantilla(base: Base, clave: str) -> None:
    """Quita una que ella guardó."""
    base.borra(e.PlantillaDeCarta, e.PlantillaDeCarta.clave == clave)
