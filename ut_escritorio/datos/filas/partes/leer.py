"""Las cosas capturadas en un trimestre de unos componentes, leídas de cualquier archivo de este programa."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.esquema.base import Tabla, nombre_de
from ut_escritorio.datos.filas.catalogo import leer_catalogo
from ut_escritorio.datos.filas.eleccion import leer_eleccion
from ut_escritorio.datos.filas.legajo import Legajo, al_reves
from ut_escritorio.datos.filas.partes.tablas import (
    ANOTADAS,
    EN_SU_SITIO,
    HIJAS,
    a_quien_nombra,
    columnas_que_dicen,
)
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.dominio.cambios_del_plan.poda import parte_de
from ut_escritorio.dominio.numeros.por_componente import por_componente
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.partes.cosa import DEJADO, Cosa, Nombra, Parte
from ut_escritorio.dominio.partes.dejado import NINGUNO, Dejados
from ut_escritorio.dominio.trimestre.eleccion import Eleccion, catalogo_con

_POR_CLAVE: tuple[type[Tabla], ...] = (e.Lugar, e.Cifra, e.Departamento, e.Medio, e.Forma)
# Los del libro que son de un trimestre: los suyos que no dice otro componente, y lo que los contesta
_DEL_TRIMESTRE = """
SELECT o.id FROM oficio o WHERE o.ejercicio BETWEEN ?1 - 1 AND ?1 + 1
AND (o.fecha BETWEEN ?2 AND ?3 OR (o.fecha IS NULL AND o.ejercicio = ?1 AND o.mes BETWEEN ?4 AND ?5))
AND NOT EXISTS (SELECT 1 FROM cita WHERE oficio_id = o.id)
AND NOT EXISTS (SELECT 1 FROM oficio_de_remision WHERE oficio_id = o.id)"""
_CONTESTAN = """
SELECT oficio_id, respuesta_id FROM contestacion WHERE respuesta_id IS NOT NULL"""


def leer_parte(
    legajo: Legajo, componentes: Collection[str], libro_entero: bool = False, dejados: Dejados = NINGUNO
) -> Parte:
    """La parte de unos componentes; con `libro_entero`, también los oficios de que no hablan.

    `dejados`: dónde es lo que se dejó así en la revisión; de lo demás que se dejó, no se dice nada.
    """
    lector = _Lector(legajo, componentes, dejados)
    firman = Eleccion(firmantes=leer_eleccion(legajo).firmantes)
    catalogo = catalogo_con(leer_catalogo(legajo.base).catalogo, firman)
    cosas = tuple(lector.cosas(libro_entero))
    return Parte(legajo.trimestre, lector.plan, catalogo, cosas, lector.claves, lector.nombres)


def en_otro_lado(base: Base, suyas: Iterable[Cosa], nuestras: Mapping[str, Cosa]) -> frozenset[str]:
    """De unas cosas, las que en este archivo están, y no entre las que se leyeron de él.

    Aquí se anotaron en otro trimestre, o se pasaron a un componente que no es de la parte.
    """
    halladas: set[str] = set()
    for tabla in (*ANOTADAS, e.Oficio, e.Evidencia):
        de = nombre_de(tabla)
        claves = {cosa.uid: cosa.clave for cosa in suyas if cosa.tabla == de and cosa.clave not in nuestras}
        filas = base.filas(tabla, ("uid",), uid=tuple(claves)) if claves else ()
        halladas |= {claves[uid] for (uid,) in filas}
    return frozenset(halladas)


class _Lector:
    """Lee las tablas de un trimestre y nombra lo que sus filas mencionan como se llama en todo archivo."""

    def __init__(self, legajo: Legajo, componentes: Collection[str], dejados: Dejados) -> None:
        self.legajo, self.base, self.dejados = legajo, legajo.base, dejados
        self.plan = parte_de(legajo.guardado.plan, componentes)
        self._uids: dict[type[Tabla], dict[int, str]] = {}
        self.claves: dict[Nombra, str] = {}
        self.nombres: dict[Nombra, str] = {}
        for tabla in _POR_CLAVE:
            filas = self.base.filas(tabla, ("uid", "clave"), plan=legajo.guardado.id)
            self.claves |= {Nombra(nombre_de(tabla), uid): clave for uid, clave in filas}
        self._lugar_de_cifra = {
            suya.cifra.clave: suya.lugar.clave for _, suyas in por_componente(self.plan) for suya in suyas
        }
        self._lugares = {id_: clave for clave, id_ in legajo.guardado.lugares.items()}

    def cosas(self, libro_entero: bool) -> Iterator[Cosa]:
        for tabla, llave in EN_SU_SITIO.items():
            yield from self._en_su_sitio(tabla, llave)
        anotadas = {tabla: dict(self._anotadas(tabla)) for tabla in ANOTADAS}
        renglones = anotadas[e.Renglon]
        self._anotado = {cosa.uid: cosa.lugar for suyas in anotadas.values() for cosa in suyas.values()}
        yield from (cosa for suyas in anotadas.values() for cosa in suyas.values())
        yield from self._a_mano()
        yield from self._dejados()
        oficios = dict(self._oficios(tuple(renglones), libro_entero))
        yield from oficios.values()
        yield from self._evidencias(renglones, oficios)
        yield from self._unidades()

    def _nombra(self, tabla: type[Tabla], id_: int | None) -> Nombra | None:
        if id_ is None:
            return None
        if tabla not in self._uids:
            self._uids[tabla] = dict(self.base.filas(tabla, ("id", "uid")))
        return Nombra(nombre_de(tabla), self._uids[tabla][id_])

    def _dichos(self, tabla: type[Tabla], columnas: Sequence[str], fila: Sequence[Any]) -> dict[str, Any]:
        nombra = a_quien_nombra(tabla)
        return {
            columna: self._nombra(nombra[columna], valor) if columna in nombra else valor
            for columna, valor in zip(columnas, fila, strict=True)
        }

    def _en_su_sitio(self, tabla: type[Tabla], llave: tuple[str, ...]) -> Iterator[Cosa]:
        if tabla in (e.TextoAMano, e.DejadoAsi):
            return
        columnas = columnas_que_dicen(tabla)
        for fila in self.base.filas(tabla, columnas, trimestre=self.legajo.id):
            dichos = self._dichos(tabla, columnas, fila)
            lugar = self._lugar_de(dichos)
            if lugar is not None:
                yield _cosa(tabla, llave, lugar, dichos)

    def _lugar_de(self, dichos: Mapping[str, Any]) -> str | None:
        """El lugar de lo que nombra una cifra, un lugar o un departamento; None si no es de estos."""
        nombrada: Nombra = dichos.get("lugar") or dichos.get("cifra") or dichos["departamento"]
        clave = self.claves.get(nombrada, "")
        if "lugar" in dichos:
            return clave if clave in self.plan.lugar else None
        if "cifra" in dichos:
            suya = clave in self.plan.cifra
            return self._lugar_de_cifra.get(clave, self._el_primero) if suya else None
        return self._de_departamento(clave)

    @property
    def _el_primero(self) -> str:
        return next((c.clave for c in self.plan.componentes), "")

    def _de_departamento(self, clave: str) -> str | None:
        return next((c.clave for c in self.plan.componentes_de(clave)), None)

    def _a_mano(self) -> Iterator[Cosa]:
        columnas = columnas_que_dicen(e.TextoAMano)
        for fila in self.base.filas(e.TextoAMano, columnas, trimestre=self.legajo.id):
            dichos = dict(zip(columnas, fila, strict=True))
            origen = dichos["origen"] = Origen.leido(dichos["origen"])
            lugar = self._lugar_de_origen(origen)
            if lugar is not None:
                yield _cosa(e.TextoAMano, ("origen",), lugar, dichos)

    def _dejados(self) -> Iterator[Cosa]:
        filas = self.base.filas(e.DejadoAsi, ("huella", "motivo"), trimestre=self.legajo.id)
        for huella, motivo in filas:
            dejado = self.dejados.get(huella)
            if dejado is not None and dejado.lugar in self.plan.lugar:
                self.nombres[Nombra(DEJADO, huella)] = dejado.dice
                yield _cosa(e.DejadoAsi, ("huella",), dejado.lugar, {"huella": huella, "motivo": motivo})

    def _lugar_de_origen(self, origen: Origen) -> str | None:
        """El lugar de un texto; None si no es de estos componentes o es del informe entero."""
        if origen.clase == "oficio":
            return self._de_departamento(origen.de)
        if origen.clase in ("renglon", "parrafo"):
            return self._anotado.get(origen.de)
        if origen.lugar in self.plan.lugar:
            return origen.lugar
        for departamento in self.plan.departamentos:
            suyos = (*departamento.apartados, *departamento.al_final)
            if origen.clase == "apartado" and origen.clave in {apartado.clave for apartado in suyos}:
                return self._de_departamento(departamento.clave)
        return next(
            (
                lugar.clave
                for lugar in self.plan.lugares()
                for apartado in lugar.apartados
                if origen in (Origen("apartado", apartado.clave), Origen("cuadro", apartado.cuadro))
            ),
            None,
        )

    def _anotadas(self, tabla: type[Tabla]) -> Iterator[tuple[int, Cosa]]:
        columnas = columnas_que_dicen(tabla)
        filas = self.base.filas(tabla, ("id", "uid", *columnas), trimestre=self.legajo.id)
        suyas = [fila for fila in filas if self._lugares[fila[2]] in self.plan.lugar]
        hijas = self._hijas(tabla, tuple(fila[0] for fila in suyas))
        for id_, uid, *fila in suyas:
            dichos = {**self._dichos(tabla, columnas, fila), **hijas.get(id_, {})}
            yield id_, _cosa(tabla, ("uid",), self._lugares[fila[0]], {"uid": uid, **dichos})

    def _hijas(self, tabla: type[Tabla], de: tuple[int, ...]) -> dict[int, dict[str, Any]]:
        """Lo que cuelga de unas filas, por la de que cuelga."""
        suyas: dict[int, dict[str, Any]] = {id_: {} for id_ in de}
        for hijas in HIJAS.get(tabla, ()):
            columnas = (hijas.de, *hijas.columnas)
            orden = "orden" if hijas.en_orden else "id"
            por_madre: dict[int, list[dict[str, Any]]] = {id_: [] for id_ in de}
            for madre, *fila in self.base.filas(hijas.tabla, columnas, orden, **{hijas.de: de}) if de else ():
                por_madre[madre].append(self._dichos(hijas.tabla, hijas.columnas, fila))
            for id_, filas in por_madre.items():
                en_orden = filas if hijas.en_orden else sorted(filas, key=_en_letras)
                suyas[id_][hijas.nombre] = tuple(en_orden)
        return suyas

    def _oficios(self, renglones: tuple[int, ...], libro_entero: bool) -> Iterator[tuple[int, Cosa]]:
        columnas = columnas_que_dicen(e.Oficio)
        ids = self._todos() if libro_entero else self._suyos(renglones)
        hijas = self._hijas(e.Oficio, ids)
        for id_, uid, *fila in self.base.filas(e.Oficio, ("id", "uid", *columnas), id=ids) if ids else ():
            dichos = {**self._dichos(e.Oficio, columnas, fila), **hijas[id_]}
            yield id_, _cosa(e.Oficio, ("uid",), "", {"uid": uid, **dichos})
        for uid, folio in self.base.filas(e.Oficio, ("uid", "folio")):
            self.nombres[Nombra("oficio", uid)] = folio

    def _todos(self) -> tuple[int, ...]:
        anio = self.legajo.trimestre.ejercicio
        return tuple(
            id_ for (id_,) in self.base.filas(e.Oficio, ("id",), ejercicio=(anio - 1, anio, anio + 1))
        )

    def _suyos(self, renglones: tuple[int, ...]) -> tuple[int, ...]:
        """Los que dicen sus renglones y sus remisiones, los que solo van en el libro, y sus respuestas."""
        trimestre = self.legajo.trimestre
        dias = (trimestre.primer_dia.isoformat(), trimestre.ultimo_dia.isoformat())
        meses = (trimestre.meses[0], trimestre.meses[-1])
        dichos = self.base.filas(e.Cita, ("oficio",), renglon=renglones) if renglones else []
        departamentos = {d.clave for d in self.plan.departamentos}
        filas = self.base.filas(e.OficioDeRemision, ("departamento", "oficio"), trimestre=self.legajo.id)
        claves = al_reves(self.legajo.guardado.departamentos)
        entregan = [(oficio,) for depto, oficio in filas if oficio and claves[depto] in departamentos]
        sueltos = self.base.lee_orden(_DEL_TRIMESTRE, (trimestre.ejercicio, *dias, *meses))
        suyos = {id_ for (id_,) in (*dichos, *entregan, *sueltos)}
        for contestado, respuesta in self.base.lee_orden(_CONTESTAN):
            if contestado in suyos or respuesta in suyos:
                suyos |= {contestado, respuesta}
        return tuple(sorted(suyos))

    def _evidencias(self, renglones: Collection[int], oficios: Collection[int]) -> Iterator[Cosa]:
        columnas = columnas_que_dicen(e.Evidencia)
        filas = self.base.filas(e.Evidencia, ("uid", "trimestre", *columnas))
        for uid, trimestre, *fila in filas:
            suyos = dict(zip(columnas, fila, strict=True))
            if suyos["oficio"] is not None:
                if suyos["oficio"] not in oficios:
                    continue
            elif trimestre != self.legajo.id:
                continue
            dichos = self._dichos(e.Evidencia, columnas, fila)
            lugar = self._lugar_de_evidencia(suyos)
            if lugar is not None:
                yield _cosa(e.Evidencia, ("uid",), lugar, {"uid": uid, **dichos})

    def _lugar_de_evidencia(self, suyos: Mapping[str, Any]) -> str | None:
        if suyos["oficio"] is not None:
            return ""
        if suyos["lugar"] is not None:
            clave = self._lugares.get(suyos["lugar"], "")
            return clave if clave in self.plan.lugar else None
        return self._anotado.get(self._nombra_uid(e.Renglon, suyos["renglon"]))

    def _nombra_uid(self, tabla: type[Tabla], id_: int | None) -> str:
        nombrada = self._nombra(tabla, id_)
        return nombrada.uid if nombrada else ""

    def _unidades(self) -> Iterator[Cosa]:
        columnas = columnas_que_dicen(e.Unidad)
        for uid, *fila in self.base.filas(e.Unidad, ("uid", *columnas), "orden"):
            dichos = dict(zip(columnas, fila, strict=True))
            self.nombres[Nombra("unidad", uid)] = dichos["nombre"]
            yield _cosa(e.Unidad, ("uid",), "", {"uid": uid, **dichos})


def _cosa(tabla: type[Tabla], llave: Iterable[str], lugar: str, dichos: Mapping[str, Any]) -> Cosa:
    suya = {nombre: dichos[nombre] for nombre in llave}
    dice = {nombre: valor for nombre, valor in dichos.items() if nombre not in suya}
    return Cosa(nombre_de(tabla), suya, lugar, dice)


def _en_letras(fila: Mapping[str, Any]) -> str:
    return repr(sorted((nombre, str(valor)) for nombre, valor in fila.items()))
