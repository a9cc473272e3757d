"""El libro de un año, de filas a su valor: cuesta lo que ese año, no los guardados."""

from __future__ import annotations

from typing import Any

from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.esquema.base import columnas_por_nombre
from ut_escritorio.datos.esquema.campos import traducidas
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficios.libro import Dicho, EnElLibro
from ut_escritorio.dominio.oficios.oficio import DelPapel, Oficio, Seguimiento
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.plan.lugares import en_palabras
from ut_escritorio.dominio.trimestre.renglones import Parte

_OFICIO = (
    "id", "uid", "folio", "sentido", "ejercicio", "fecha", "mes", "asunto", "clase", "expediente", "propio",
    "cancelado",
)  # fmt: skip
_SEGUIMIENTO = ("oficio", "espera", "antes_del", "acuse", "guardado_en", "impreso")
_PARTES = """SELECT p.oficio_id, p.rol, p.unidad_id, p.texto FROM oficio o
JOIN parte_de_oficio p ON p.oficio_id = o.id WHERE o.ejercicio = ? ORDER BY p.orden"""
_DICHOS = """SELECT c.oficio_id, p.ejercicio, t.numero, r.lugar_id, r.uid, c.asunto, r.asunto, r.hilo_id
FROM oficio o JOIN cita c ON c.oficio_id = o.id JOIN registro r ON r.id = c.registro_id
JOIN trimestre t ON t.id = r.trimestre_id JOIN plan p ON p.id = t.plan_id
WHERE o.ejercicio = ? ORDER BY p.ejercicio, t.numero, r.orden"""
_ENTREGAS = """SELECT d.oficio_id, p.ejercicio, t.numero, x.clave FROM oficio o
JOIN oficio_de_remision d ON d.oficio_id = o.id JOIN departamento x ON x.id = d.departamento_id
JOIN trimestre t ON t.id = d.trimestre_id JOIN plan p ON p.id = t.plan_id WHERE o.ejercicio = ?"""
_CONTESTACIONES = """SELECT k.oficio_id, k.completa, coalesce(x.folio, ''), k.medio FROM oficio o
JOIN contestacion k ON k.oficio_id = o.id LEFT JOIN oficio x ON x.id = k.respuesta_id
WHERE o.ejercicio = ? ORDER BY k.fecha"""
_RESPONDE = """SELECT k.respuesta_id, x.folio FROM oficio o JOIN contestacion k ON k.respuesta_id = o.id
JOIN oficio x ON x.id = k.oficio_id WHERE o.ejercicio = ? ORDER BY x.numero"""
# De un mismo asunto: lo que se recibió después contesta lo que se envió, sin que nadie lo diga dos veces.
_DEL_ASUNTO = """SELECT c.oficio_id, group_concat(DISTINCT coalesce(x.folio, '')) FROM registro r
JOIN cita c ON c.registro_id = r.id JOIN oficio o ON o.id = c.oficio_id
JOIN trimestre t ON t.id = r.trimestre_id JOIN plan p ON p.id = t.plan_id JOIN lugar l ON l.id = r.lugar_id
JOIN registro s ON s.hilo_id = r.hilo_id AND s.sentido <> r.sentido
JOIN trimestre u ON u.id = s.trimestre_id JOIN plan q ON q.id = u.plan_id JOIN lugar m ON m.id = s.lugar_id
LEFT JOIN cita k ON k.registro_id = s.id LEFT JOIN oficio x ON x.id = k.oficio_id
WHERE r.hilo_id IN ({{incognitas}}) AND o.ejercicio = ? AND r.sentido = '{sentido}' AND s.sentido = '{otro}'
AND (q.ejercicio, u.numero, m.orden, s.orden) {despues} (p.ejercicio, t.numero, l.orden, r.orden)
AND coalesce(s.fecha, r.fecha, '') {despues}= coalesce(r.fecha, s.fecha, '')
GROUP BY c.oficio_id"""
_LO_CONTESTARON = _DEL_ASUNTO.format(sentido="enviado", otro="recibido", despues=">")
_CONTESTA = _DEL_ASUNTO.format(sentido="recibido", otro="enviado", despues="<")


@congelado
class Remision:
    """Un oficio con que se entregó un informe: lo que hace falta para decir a quién y de qué."""

    uid: str
    trimestre: Trimestre
    departamento: str


@congelado
class Hoja:
    """Lo que el archivo sabe de los oficios de un año, sin ordenar; y cuáles entregan un informe."""

    filas: tuple[EnElLibro, ...]
    remisiones: tuple[Remision, ...]


def leer_hoja(base: Base, ejercicio: int) -> Hoja:
    """Todos los oficios del libro de un año; dentro de la lectura de quien llama."""
    return _Lector(base, ejercicio).hoja()


class _Lector:
    """Lee cada tabla una vez, solo lo del año."""

    def __init__(self, base: Base, ejercicio: int) -> None:
        self._base, self._anio = base, ejercicio
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
        contestados, responden = self._contestaciones(), self._responden()
        filas: list[EnElLibro] = []
        entregan: list[Remision] = []
        for id_, uid, folio, sentido, anio, fecha, mes, asunto, *otros in self._oficios():
            suyas = tuple(partes.get(id_, ()))
            papel = DelPapel(fecha, mes, suyas)
            contestado, a_medias, con_que = contestados.get(id_, (False, False, ()))
            entrega = remisiones.get(id_, ())
            entregan += [Remision(uid, cual.trimestre, cual.origen.clave) for cual in entrega]
            filas.append(
                EnElLibro(
                    Oficio(uid, folio, sentido, anio, papel, asunto, *otros),
                    con="; ".join(self._nombre(parte) for parte in suyas),
                    asunto=asunto or self._asuntos.get(id_, ""),
                    dichos=(*dichos.get(id_, ()), *entrega),
                    seguimiento=seguimientos.get(id_, Seguimiento()),
                    contestado=contestado,
                    a_medias=a_medias,
                    contestado_con=con_que,
                    responde_a=responden.get(id_, ()),
                )
            )
        return Hoja(tuple(filas), tuple(entregan))

    def _oficios(self) -> list[tuple[Any, ...]]:
        return self._base.filas(e.Oficio, _OFICIO, ejercicio=self._anio)

    def _lee(self, orden: str) -> list[tuple[Any, ...]]:
        return self._base.lee_orden(orden, (self._anio,))

    def _lee_del_asunto(self, orden: str) -> list[tuple[Any, ...]]:
        if not self._llevados:
            return []
        incognitas = ", ".join("?" * len(self._llevados))
        return self._base.lee_orden(orden.format(incognitas=incognitas), (*self._llevados, self._anio))

    def _partes(self) -> dict[int, list[Parte]]:
        partes: dict[int, list[Parte]] = {}
        for oficio, rol, unidad, texto in self._lee(_PARTES):
            clave = self._unidades[unidad][0] if unidad else ""
            partes.setdefault(oficio, []).append(Parte(rol, clave, texto))
        return partes

    def _nombre(self, parte: Parte) -> str:
        return self._nombres.get(parte.clave, parte.texto) if parte.clave else parte.texto

    def _seguimientos(self) -> dict[int, Seguimiento]:
        columnas = ", ".join(f"s.{columnas_por_nombre(e.Seguimiento)[c].column_name}" for c in _SEGUIMIENTO)
        filas = self._lee(
            f"SELECT {columnas} FROM oficio o JOIN seguimiento s ON s.oficio_id = o.id WHERE o.ejercicio = ?"
        )
        de = columnas_por_nombre(e.Seguimiento)
        return {fila[0]: Seguimiento(*fila[1:]) for fila in traducidas(filas, [de[c] for c in _SEGUIMIENTO])}

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

    def _contestaciones(self) -> dict[int, tuple[bool, bool, tuple[str, ...]]]:
        """De cada uno: si ya contestaron, si falta una parte y con qué."""
        hechas: dict[int, list[tuple[bool, str]]] = {}
        for oficio, completa, folio, medio in self._lee(_CONTESTACIONES):
            hechas.setdefault(oficio, []).append((bool(completa), folio or medio))
        for oficio, folios in self._lee_del_asunto(_LO_CONTESTARON):
            hechas.setdefault(oficio, []).append((True, folios or ""))
        return {
            oficio: (
                any(completa for completa, _ in suyas),
                not any(completa for completa, _ in suyas),
                tuple(dict.fromkeys(con for _, con in suyas if con)),
            )
            for oficio, suyas in hechas.items()
        }

    def _responden(self) -> dict[int, tuple[str, ...]]:
        responden: dict[int, tuple[str, ...]] = {}
        for oficio, folio in (*self._lee(_RESPONDE), *self._lee_del_asunto(_CONTESTA)):
            if folio and folio not in responden.get(oficio, ()):
                responden[oficio] = (*responden.get(oficio, ()), folio)
        return responden


def _lugares(base: Base) -> dict[int, tuple[str, str]]:
    """La clave de cada lugar y cómo se dice."""
    filas = {id_: resto for id_, *resto in base.filas(e.Lugar, ("id", "clave", "numero", "padre"))}

    def cadena(id_: int | None) -> tuple[str, ...]:
        if id_ is None:
            return ()
        _, numero, padre = filas[id_]
        return (*cadena(padre), numero)

    return {id_: (clave, en_palabras(cadena(id_))) for id_, (clave, *_) in filas.items()}
