"""El libro de un año, de filas a su valor: cuesta lo que ese año, no los guardados."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.esquema.base import columnas_por_nombre, nombre_de
from ut_escritorio.datos.esquema.campos import traducidas
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficios.libro import Dicho, EnElLibro, lo_mas_viejo_antes
from ut_escritorio.dominio.oficios.oficio import DelPapel, Oficio, Seguimiento
from ut_escritorio.dominio.oficios.respuestas import Llegada, cada_una, lo_que_llego
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.plan.lugares import en_palabras
from ut_escritorio.dominio.trimestre.del_libro import Contados
from ut_escritorio.dominio.trimestre.esperas import PorContestar
from ut_escritorio.dominio.trimestre.renglones import Parte

_OFICIO = (
    "id", "uid", "folio", "sentido", "ejercicio", "fecha", "mes", "asunto", "clase", "expediente", "propio",
    "cancelado",
)  # fmt: skip
_SEGUIMIENTO = ("oficio", "espera", "antes_del", "acuse", "guardado_en", "impreso")
_PARTES = """SELECT p.oficio_id, p.rol, p.unidad_id, p.texto FROM oficio o
JOIN parte_de_oficio p ON p.oficio_id = o.id WHERE {de_estos} ORDER BY p.orden"""
_DICHOS = """SELECT c.oficio_id, p.ejercicio, t.numero, r.lugar_id, r.uid, c.asunto, r.asunto, r.hilo_id
FROM oficio o JOIN cita c ON c.oficio_id = o.id JOIN registro r ON r.id = c.registro_id
JOIN trimestre t ON t.id = r.trimestre_id JOIN plan p ON p.id = t.plan_id
WHERE {de_estos} ORDER BY p.ejercicio, t.numero, r.orden"""
_ENTREGAS = """SELECT d.oficio_id, p.ejercicio, t.numero, x.clave FROM oficio o
JOIN oficio_de_remision d ON d.oficio_id = o.id JOIN departamento x ON x.id = d.departamento_id
JOIN trimestre t ON t.id = d.trimestre_id JOIN plan p ON p.id = t.plan_id WHERE {de_estos}"""
_CONTESTACIONES = """SELECT k.oficio_id, k.completa, k.respuesta_id, coalesce(x.folio, ''), k.medio,
coalesce(x.fecha, k.fecha), k.nota
FROM oficio o JOIN contestacion k ON k.oficio_id = o.id LEFT JOIN oficio x ON x.id = k.respuesta_id
WHERE {de_estos} ORDER BY k.fecha"""
_RESPONDE = """SELECT k.respuesta_id, x.folio, x.uid, k.completa FROM oficio o
JOIN contestacion k ON k.respuesta_id = o.id JOIN oficio x ON x.id = k.oficio_id
WHERE {de_estos} ORDER BY x.numero"""
# De un mismo asunto: lo que se recibió después contesta lo que se envió, sin que nadie lo diga dos veces.
_DEL_ASUNTO = """SELECT DISTINCT c.oficio_id, x.id, coalesce(x.folio, ''), s.fecha FROM registro r
JOIN cita c ON c.registro_id = r.id JOIN oficio o ON o.id = c.oficio_id
JOIN trimestre t ON t.id = r.trimestre_id JOIN plan p ON p.id = t.plan_id JOIN lugar l ON l.id = r.lugar_id
JOIN registro s ON s.hilo_id = r.hilo_id AND s.sentido <> r.sentido
JOIN trimestre u ON u.id = s.trimestre_id JOIN plan q ON q.id = u.plan_id JOIN lugar m ON m.id = s.lugar_id
LEFT JOIN cita k ON k.registro_id = s.id LEFT JOIN oficio x ON x.id = k.oficio_id
WHERE r.hilo_id IN ({{incognitas}}) AND {{de_estos}} AND r.sentido = '{sentido}' AND s.sentido = '{otro}'
AND (q.ejercicio, u.numero, m.orden, s.orden) {despues} (p.ejercicio, t.numero, l.orden, r.orden)
AND coalesce(s.fecha, r.fecha, '') {despues}= coalesce(r.fecha, s.fecha, '')"""
_DEL_ANIO = "o.ejercicio = ?"
_LOS_QUE_ESPERAN = "o.cancelado IS NULL AND o.id IN (SELECT oficio_id FROM seguimiento WHERE espera)"
_LO_CONTESTARON = _DEL_ASUNTO.format(sentido="enviado", otro="recibido", despues=">")
_CONTESTA = _DEL_ASUNTO.format(sentido="recibido", otro="enviado", despues="<")
# De un renglón que cita varios no se sabe cuál es de quién.
_LO_MANDO = """SELECT o.uid, c.registro_id, coalesce(u.nombre, x.texto) FROM oficio o
JOIN cita c ON c.oficio_id = o.id JOIN parte x ON x.registro_id = c.registro_id AND x.rol = 'origen'
LEFT JOIN unidad u ON u.id = x.unidad_id
WHERE o.ejercicio = ? AND o.sentido = 'recibido'
AND NOT EXISTS (SELECT 1 FROM parte_de_oficio WHERE oficio_id = o.id)
AND (SELECT count(*) FROM cita k WHERE k.registro_id = c.registro_id) = 1
ORDER BY c.registro_id, x.orden"""
_CON_CARTA = """SELECT o.uid FROM oficio o WHERE o.ejercicio = ? AND (
EXISTS (SELECT 1 FROM carta WHERE oficio_id = o.id)
OR EXISTS (SELECT 1 FROM carta_enviada WHERE oficio_id = o.id))"""


# Los que `dominio.oficios.libro.se_cuenta` deja pasar, ya contados: miles de papeles son unas cuantas filas.
_POR_CLASE = """SELECT clase, sentido, coalesce(CAST(substr(fecha, 6, 2) AS INTEGER), mes), count(*)
FROM oficio WHERE ejercicio = ?1 AND clase <> '' AND cancelado IS NULL
AND (sentido = 'recibido' OR folio <> '')
AND coalesce(fecha, mes) IS NOT NULL AND (fecha IS NULL OR substr(fecha, 1, 4) = CAST(?1 AS TEXT))
GROUP BY 1, 2, 3 ORDER BY 1, 2, 3"""


@congelado
class Remision:
    """Un oficio con que se entregó un informe: lo que hace falta para decir a quién y de qué."""

    uid: str
    trimestre: Trimestre
    departamento: str


@congelado
class Hoja:
    """Lo que el archivo sabe de los oficios de un año, sin ordenar; y cuáles entregan un informe."""

    filas: tuple[EnElLibro, ...] = ()
    remisiones: tuple[Remision, ...] = ()


def leer_hoja(base: Base, ejercicio: int) -> Hoja:
    """Todos los oficios del libro de un año; dentro de la lectura de quien llama."""
    return _Lector(base, _DEL_ANIO, (ejercicio,)).hoja()


def leer_que_esperan(base: Base) -> Hoja:
    """Los oficios de todos los años de que se sabe que se espera respuesta, haya llegado o no."""
    return _Lector(base, _LOS_QUE_ESPERAN).hoja()


def leer_uno(base: Base, uid: str) -> EnElLibro | None:
    """Un oficio con lo que de él se sabe; None si ya no está."""
    return next(iter(_Lector(base, "o.uid = ?", (uid,)).hoja().filas), None)


def leer_por_contestar(base: Base, hasta: date) -> tuple[PorContestar, ...]:
    """Lo enviado hasta un día que espera respuesta, lo más viejo primero."""
    esperan = (fila for fila in lo_mas_viejo_antes(leer_que_esperan(base).filas) if fila.espera)
    return tuple(
        PorContestar(fila.oficio.uid, fila.oficio.folio, fila.oficio.papel.fecha, fila.seguimiento.antes_del)
        for fila in esperan
        if (fila.oficio.papel.fecha or hasta) <= hasta
    )


def contar_por_clase(base: Base, ejercicio: int) -> tuple[Contados, ...]:
    """Cuántos papeles de cada clase van en el libro de un año, por mes."""
    return tuple(Contados(*fila) for fila in base.lee_orden(_POR_CLASE, (ejercicio,)))


def con_carta(base: Base, ejercicio: int) -> frozenset[str]:
    """Los uid de los oficios de un año que tienen carta, o tuvieron y se imprimió."""
    return frozenset(uid for (uid,) in base.lee_orden(_CON_CARTA, (ejercicio,)))


def quien_lo_mando(base: Base, ejercicio: int) -> dict[str, str]:
    """De los recibidos de que nadie dijo de quién son, por su uid: quien mandó lo que su renglón dice."""
    dichos: dict[str, tuple[int, list[str]]] = {}
    for uid, renglon, nombre in base.lee_orden(_LO_MANDO, (ejercicio,)):
        primero, nombres = dichos.setdefault(uid, (renglon, []))
        if renglon == primero:
            nombres.append(nombre)
    return {uid: "; ".join(nombres) for uid, (_, nombres) in dichos.items()}


class _Lector:
    """Lee cada tabla una vez, solo lo de unos oficios (`o`, en la condición `de_estos`)."""

    def __init__(self, base: Base, de_estos: str, valores: tuple[object, ...] = ()) -> None:
        self._base, self._de_estos, self._valores = base, de_estos, valores
        self._unidades = {
            id_: (clave, nombre) for id_, clave, nombre in base.filas(e.Unidad, ("id", "clave", "nombre"))
        }
        self._nombres = dict(self._unidades.values())
        self._lugares = _lugares(base)
        self._asuntos: dict[int, str] = {}
        self._llevados: set[int] = set()

    def hoja(self) -> Hoja:
        dichos, remisiones = self._dichos(), self._remisiones()
        partes, seguimientos = self._partes(), self._seguimientos()
        contestados, (responden, folios) = self._contestaciones(), self._responden()
        filas: list[EnElLibro] = []
        entregan: list[Remision] = []
        for id_, uid, folio, sentido, anio, fecha, mes, asunto, *otros in self._oficios():
            suyas = tuple(partes.get(id_, ()))
            papel = DelPapel(fecha, mes, suyas)
            llegaron = contestados.get(id_, ())
            como_va = lo_que_llego(llegaron)
            entrega = remisiones.get(id_, ())
            entregan += [Remision(uid, cual.trimestre, cual.origen.clave) for cual in entrega]
            filas.append(
                EnElLibro(
                    Oficio(uid, folio, sentido, anio, papel, asunto, *otros),
                    con="; ".join(self._nombre(parte) for parte in suyas),
                    asunto=asunto or self._asuntos.get(id_, ""),
                    dichos=(*dichos.get(id_, ()), *entrega),
                    seguimiento=seguimientos.get(id_, Seguimiento()),
                    contestado=como_va.entero,
                    a_medias=como_va.a_medias,
                    contestado_con=como_va.con,
                    llegaron=cada_una(llegaron),
                    responde_a=tuple(dict.fromkeys(filter(None, folios.get(id_, ())))),
                    contesta=tuple(responden.get(id_, {}).items()),
                )
            )
        return Hoja(tuple(filas), tuple(entregan))

    def _oficios(self) -> list[tuple[Any, ...]]:
        return self._lee_de(e.Oficio, "o", _OFICIO)

    def _lee(self, orden: str) -> list[tuple[Any, ...]]:
        return self._base.lee_orden(orden.format(de_estos=self._de_estos), self._valores)

    def _lee_de(self, tabla: type[e.Tabla], de: str, columnas: Sequence[str]) -> list[tuple[Any, ...]]:
        """Esas columnas de una tabla, que la orden llama `de`, cada una con su valor."""
        campos = [columnas_por_nombre(tabla)[columna] for columna in columnas]
        nombres = ", ".join(f"{de}.{campo.column_name}" for campo in campos)
        junto = "" if tabla is e.Oficio else f"JOIN {nombre_de(tabla)} {de} ON {de}.oficio_id = o.id "
        return traducidas(self._lee(f"SELECT {nombres} FROM oficio o {junto}WHERE {{de_estos}}"), campos)

    def _lee_del_asunto(self, orden: str) -> list[tuple[Any, ...]]:
        if not self._llevados:
            return []
        incognitas = ", ".join("?" * len(self._llevados))
        orden = orden.format(incognitas=incognitas, de_estos=self._de_estos)
        return self._base.lee_orden(orden, (*self._llevados, *self._valores))

    def _partes(self) -> dict[int, list[Parte]]:
        partes: dict[int, list[Parte]] = {}
        for oficio, rol, unidad, texto in self._lee(_PARTES):
            clave = self._unidades[unidad][0] if unidad else ""
            partes.setdefault(oficio, []).append(Parte(rol, clave, texto))
        return partes

    def _nombre(self, parte: Parte) -> str:
        return self._nombres.get(parte.clave, parte.texto) if parte.clave else parte.texto

    def _seguimientos(self) -> dict[int, Seguimiento]:
        filas = self._lee_de(e.Seguimiento, "s", _SEGUIMIENTO)
        return {oficio: Seguimiento(*datos) for oficio, *datos in filas}

    def _dichos(self) -> dict[int, list[Dicho]]:
        dichos: dict[int, list[Dicho]] = {}
        for oficio, anio, numero, lugar, uid, suyo, del_renglon, llevado in self._lee(_DICHOS):
            if llevado is not None:
                self._llevados.add(llevado)
            clave, donde = self._lugares[lugar]
            dicho = Dicho(Trimestre(anio, numero), clave, Origen("renglon", uid), donde)
            dichos.setdefault(oficio, []).append(dicho)
            if suyo or del_renglon:
                self._asuntos.setdefault(oficio, suyo or del_renglon)
        return dichos

    def _remisiones(self) -> dict[int, tuple[Dicho, ...]]:
        entregas: dict[int, tuple[Dicho, ...]] = {}
        for oficio, anio, numero, departamento in self._lee(_ENTREGAS):
            cual = Dicho(Trimestre(anio, numero), "", Origen("oficio", departamento), "Remisión")
            entregas[oficio] = (*entregas.get(oficio, ()), cual)
        return entregas

    def _contestaciones(self) -> dict[int, list[Llegada]]:
        """Lo que llegó en respuesta de cada uno: lo anotado y lo que se sabe por ir en su asunto."""
        llegadas: dict[int, list[Llegada]] = {}
        for oficio, completa, respuesta, folio, medio, fecha, nota in self._lee(_CONTESTACIONES):
            suya = Llegada(folio or medio, respuesta or 0, fecha, bool(completa), nota)
            llegadas.setdefault(oficio, []).append(suya)
        for oficio, respuesta, folio, fecha in self._lee_del_asunto(_LO_CONTESTARON):
            llegadas.setdefault(oficio, []).append(Llegada(folio, respuesta or 0, fecha, None))
        return llegadas

    def _responden(self) -> tuple[dict[int, dict[str, bool]], dict[int, list[str]]]:
        """De cada uno: a cuáles contesta y si del todo, por lo que se anotó; y los folios de todos."""
        anotados: dict[int, dict[str, bool]] = {}
        folios: dict[int, list[str]] = {}
        for oficio, folio, uid, completa in self._lee(_RESPONDE):
            anotados.setdefault(oficio, {})[uid] = bool(completa)
            folios.setdefault(oficio, []).append(folio)
        for oficio, _, folio, _ in self._lee_del_asunto(_CONTESTA):
            folios.setdefault(oficio, []).append(folio)
        return anotados, folios


def _lugares(base: Base) -> dict[int, tuple[str, str]]:
    """La clave de cada lugar y cómo se dice."""
    filas = {id_: resto for id_, *resto in base.filas(e.Lugar, ("id", "clave", "numero", "padre"))}

    def cadena(id_: int | None) -> tuple[str, ...]:
        if id_ is None:
            return ()
        _, numero, padre = filas[id_]
        return (*cadena(padre), numero)

    return {id_: (clave, en_palabras(cadena(id_))) for id_, (clave, *_) in filas.items()}
