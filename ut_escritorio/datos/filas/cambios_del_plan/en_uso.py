"""Lo capturado de un año que nombra algo del plan: por ello no se puede quitar sin perderlo."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import Any

from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.esquema.captura import CERRADO
from ut_escritorio.datos.filas.legajo import Legajo, al_reves
from ut_escritorio.datos.filas.renglones import quitar_renglon
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.palabras.sustantivos import Sustantivo

_POR_LUGAR: tuple[Any, ...] = (
    e.Renglon, e.ParrafoLibre, e.Evidencia, e.Alcanzado, e.Justificacion, e.MetaModificada,
)  # fmt: skip
_POR_CIFRA: tuple[Any, ...] = (e.Conteo, e.Dia, e.MesCapturado)
_QUE_SON: Mapping[type[e.Tabla], Sustantivo] = {
    e.Renglon: Sustantivo("renglón", "renglones"),
    e.ParrafoLibre: Sustantivo("párrafo", "párrafos"),
    e.Evidencia: Sustantivo("evidencia", "evidencias", "f"),
    e.Alcanzado: Sustantivo("valor alcanzado", "valores alcanzados"),
    e.Justificacion: Sustantivo("justificación", "justificaciones", "f"),
    e.MetaModificada: Sustantivo("meta modificada", "metas modificadas", "f"),
    e.Conteo: Sustantivo("número", "números"),
    e.Dia: Sustantivo("día", "días"),
    e.MesCapturado: Sustantivo("mes dado por capturado", "meses dados por capturados"),
    e.OficioDeRemision: Sustantivo("oficio de remisión", "oficios de remisión"),
}


@congelado
class Uso:
    """Cuánto hay capturado de algo, por lo que es; y en cuáles trimestres ya firmados."""

    cuanto: Mapping[Sustantivo, int] = field(default_factory=dict[Sustantivo, int])
    firmados: frozenset[int] = frozenset()


Usos = Mapping[tuple[str, str], Uso]


def leer_usos(legajo: Legajo) -> Usos:
    """El de cada lugar, cifra, medio, departamento y forma del plan de ese año que algo nombra."""
    g = legajo.guardado
    formas = {id_: f"{lugar} {forma}" for (lugar, forma), id_ in g.formas.items()}
    usos: dict[tuple[str, str], Uso] = {}
    for que, tablas, claves in (
        ("lugar", _POR_LUGAR, al_reves(g.lugares)),
        ("cifra", _POR_CIFRA, al_reves(g.cifras)),
        ("medio", (e.Renglon,), al_reves(g.medios)),
        ("forma", (e.Renglon,), formas),
        ("departamento", (e.OficioDeRemision,), al_reves(g.departamentos)),
    ):
        for tabla in tablas:
            for trimestre, fila in _nombran(legajo, tabla, que):
                if fila in claves:
                    usos[que, claves[fila]] = _con_otro(
                        usos.get((que, claves[fila]), Uso()), tabla, trimestre
                    )
    return usos


def datos_escritos(legajo: Legajo) -> frozenset[tuple[str, str]]:
    """Cada dato propio que algún renglón del año dice, por el lugar del renglón y la clave del dato."""
    lugares = al_reves(legajo.guardado.lugares)
    filas = legajo.base.filas(e.Renglon, ("lugar", "campos"), trimestre=tuple(legajo.del_anio))
    return frozenset(
        (lugares[lugar], clave) for lugar, campos in filas for clave, dicho in campos.items() if dicho
    )


def _nombran(legajo: Legajo, tabla: type[e.Tabla], columna: str) -> Iterable[tuple[int, int]]:
    """El trimestre y la fila que nombra cada fila de una tabla, en todo el año; el firmado, negativo."""
    cerrados = {
        id_ for id_, estado in legajo.base.filas(e.Trimestre, ("id", "estado"), plan=legajo.guardado.id)
        if estado == CERRADO
    }  # fmt: skip
    for trimestre, fila in legajo.base.filas(tabla, ("trimestre", columna), trimestre=tuple(legajo.del_anio)):
        numero = legajo.del_anio[trimestre]
        yield (-numero if trimestre in cerrados else numero), fila


def _con_otro(uso: Uso, tabla: type[e.Tabla], trimestre: int) -> Uso:
    que = _QUE_SON[tabla]
    firmados = uso.firmados | {-trimestre} if trimestre < 0 else uso.firmados
    return Uso({**uso.cuanto, que: uso.cuanto.get(que, 0) + 1}, firmados)


def soltar_lugar(legajo: Legajo, clave: str) -> None:
    """Quita lo capturado en un lugar en ese trimestre, dentro de la acción de quien llama."""
    base, id_ = legajo.base, legajo.lugar(clave)
    for (uid,) in base.filas(e.Renglon, ("uid",), lugar=id_, trimestre=legajo.id):
        quitar_renglon(legajo, uid)
    for tabla in _POR_LUGAR[1:]:
        base.borra(tabla, (tabla.lugar == id_) & (tabla.trimestre == legajo.id))


def soltar_cifra(legajo: Legajo, clave: str) -> None:
    """Quita los números de una cifra en ese trimestre."""
    id_ = legajo.cifra(clave)
    for tabla in _POR_CIFRA:
        legajo.base.borra(tabla, (tabla.cifra == id_) & (tabla.trimestre == legajo.id))


def soltar_forma(legajo: Legajo, lugar: str, clave: str) -> None:
    """Los renglones dichos con una forma, en ese trimestre, se dicen con la que les toque."""
    r, id_ = e.Renglon, legajo.guardado.formas[lugar, clave]
    legajo.base.cambia(r, (r.forma == id_) & (r.trimestre == legajo.id), forma=None)
