"""Leer la fotografía de un trimestre, en una sola transacción."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from peewee import JOIN

from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.catalogo import CatalogoGuardado, leer_catalogo
from ut_escritorio.datos.conexion import Base
from ut_escritorio.datos.eleccion import leer_descansos, leer_eleccion
from ut_escritorio.datos.firmas import pdf_de
from ut_escritorio.datos.plan_guardado import PlanGuardado, leer_plan
from ut_escritorio.datos.sello import huellas
from ut_escritorio.datos.sitio import Sitio, sitio_con
from ut_escritorio.datos.toml.calendario import calendario_de_ley
from ut_escritorio.dominio.conteos import Casilla, Conteos
from ut_escritorio.dominio.eleccion import catalogo_con, plan_con
from ut_escritorio.dominio.foto import FotoTrimestre, OficioRemision, TextoAMano
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.registros import Cita, ParrafoLibre, Parte, Personas, Registro

LLEVA_LA_SERIE, SI, NO = "lleva_la_serie", "sí", "no"


class Fotografo:
    """Saca las fotos de un archivo; el plan y el catálogo los relee solo si su sello cambió."""

    def __init__(self, base: Base) -> None:
        self._base = base
        self._planes: dict[tuple[int, tuple[int, ...]], PlanGuardado | None] = {}
        self._catalogos: dict[tuple[int, ...], CatalogoGuardado] = {}

    def foto(self, trimestre: Trimestre) -> FotoTrimestre:
        """La foto de un trimestre; ErrorEsperado si el archivo no tiene el plan de su año."""
        with self._base.lectura():
            return _foto(self.sitio(trimestre), self._catalogo().catalogo)

    def sitio(self, trimestre: Trimestre) -> Sitio:
        """Dónde se captura lo de un trimestre."""
        return sitio_con(self._base, trimestre, self._plan(trimestre.ejercicio), self._catalogo().unidades)

    def _plan(self, ejercicio: int) -> PlanGuardado | None:
        llave = ejercicio, huellas(self._base.conexion, e.DEL_PLAN)
        if llave not in self._planes:
            self._planes = {llave: leer_plan(self._base, ejercicio)}
        return self._planes[llave]

    def _catalogo(self) -> CatalogoGuardado:
        llave = huellas(self._base.conexion, e.DEL_CATALOGO)
        if llave not in self._catalogos:
            self._catalogos = {llave: leer_catalogo(self._base)}
        return self._catalogos[llave]


def trimestres_de(base: Base) -> tuple[Trimestre, ...]:
    """Los trimestres que el archivo tiene, en orden."""
    return tuple(sorted(filas_de_trimestres(base).values()))


def trimestres_con_datos(base: Base) -> tuple[Trimestre, ...]:
    """Los trimestres donde hay números o renglones anotados, en orden."""
    con_datos = {
        id_
        for tabla in (e.Conteo, e.Registro)
        for (id_,) in base.lee(tabla.select(tabla.trimestre).distinct())
    }
    return tuple(
        sorted(trimestre for id_, trimestre in filas_de_trimestres(base).items() if id_ in con_datos)
    )


def filas_de_trimestres(base: Base) -> dict[int, Trimestre]:
    """Los trimestres del archivo, por su número de fila."""
    consulta = e.Trimestre.select(e.Trimestre.id, e.Plan.ejercicio, e.Trimestre.numero)
    filas = base.lee(consulta.join(e.Plan, on=e.Trimestre.plan == e.Plan.id))
    return {id_: Trimestre(ejercicio, numero) for id_, ejercicio, numero in filas}


def contenido_de(base: Base, sha256: str) -> bytes | None:
    """Los bytes de un contenido; None si el archivo no lo tiene."""
    filas = base.lee(e.Contenido.select(e.Contenido.bytes).where(e.Contenido.sha256 == sha256))
    return filas[0][0] if filas else None


def _foto(sitio: Sitio, catalogo: Any) -> FotoTrimestre:
    base, t = sitio.base, e.Trimestre
    trimestres = dict(base.lee(t.select(t.id, t.numero).where(t.plan == sitio.guardado.id)))
    ((fecha, numera),) = base.lee(t.select(t.fecha_de_firma, t.numera_paginas).where(t.id == sitio.id))
    lectura = _Lectura(sitio, trimestres)
    eleccion = leer_eleccion(sitio)
    return FotoTrimestre(
        trimestre=sitio.trimestre,
        plan=plan_con(sitio.guardado.plan, eleccion),
        catalogo=catalogo_con(catalogo, eleccion),
        conteos=lectura.conteos(),
        registros_del_ejercicio=lectura.registros(),
        parrafos=lectura.parrafos(),
        a_mano=lectura.a_mano(),
        alcanzado=lectura.alcanzado(),
        oficios=lectura.oficios(),
        sin_actividad=lectura.sin_actividad(),
        fecha_de_firma=fecha,
        numera_paginas=numera,
        justificaciones=lectura.justificaciones(),
        dejados=lectura.dejados(),
        lleva_la_serie=_ajuste(base, LLEVA_LA_SERIE) == SI,
        eleccion=eleccion,
        calendario=replace(calendario_de_ley(), descansos=leer_descansos(base)),
        firmado=pdf_de(sitio),
    )


def _ajuste(base: Base, clave: str) -> str:
    filas = base.lee(e.Ajuste.select(e.Ajuste.valor).where(e.Ajuste.clave == clave))
    return filas[0][0] if filas else ""


class _Lectura:
    """Lee las tablas de un trimestre, y las del año donde la foto lo pide."""

    def __init__(self, sitio: Sitio, trimestres: Mapping[int, int]) -> None:
        self.sitio, self.base, self.trimestres = sitio, sitio.base, trimestres
        guardado = sitio.guardado
        self.lugar_de = _al_reves(guardado.lugares)
        self.cifra_de = _al_reves(guardado.cifras)

    def _del_trimestre(self, tabla: Any, *columnas: Any) -> list[tuple[Any, ...]]:
        return self.base.lee(tabla.select(*columnas).where(tabla.trimestre == self.sitio.id))

    def _del_ejercicio(self, tabla: Any, *columnas: Any) -> list[tuple[Any, ...]]:
        return self.base.lee(tabla.select(*columnas).where(tabla.trimestre.in_(list(self.trimestres))))

    def conteos(self) -> Conteos:
        c, m = e.Conteo, e.MesCapturado
        filas = self._del_ejercicio(c, c.cifra, c.trimestre, c.mes, c.sexo, c.valor)
        valores = {
            Casilla(self.cifra_de[cifra], self.trimestres[trimestre], mes, sexo): valor
            for cifra, trimestre, mes, sexo, valor in filas
        }
        capturados = self._del_ejercicio(m, m.cifra, m.mes)
        return Conteos(valores, frozenset((self.cifra_de[cifra], mes) for cifra, mes in capturados))

    def registros(self) -> dict[int, tuple[Registro, ...]]:
        medios, formas = _al_reves(self.sitio.guardado.medios), _al_reves(self.sitio.guardado.formas)
        hilos = dict(self.base.lee(e.Asunto.select(e.Asunto.id, e.Asunto.uid)))
        partes, citas = self._partes(), self._citas()
        por_trimestre: dict[int, list[Registro]] = {}
        r = e.Registro
        for fila in self._del_ejercicio(
            r, r.id, r.trimestre, r.uid, r.lugar, r.orden, r.medio, r.sentido, r.asunto, r.fecha, r.mes,
            r.cantidad_medio, r.cantidad, r.mujeres, r.hombres, r.ni, r.personas, r.forma, r.junto,
            r.campos, r.hilo,
        ):  # fmt: skip
            id_, trimestre, uid, lugar, orden, medio, sentido, asunto, fecha, mes = fila[:10]
            cantidad_medio, cantidad, mujeres, hombres, ni, total, forma, junto, campos, hilo = fila[10:]
            registro = Registro(
                uid=uid,
                lugar=self.lugar_de[lugar],
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
                asunto_uid=hilos.get(hilo, ""),
            )
            por_trimestre.setdefault(self.trimestres[trimestre], []).append(registro)
        return {numero: tuple(sorted(rs, key=_orden)) for numero, rs in por_trimestre.items()}

    def _partes(self) -> dict[int, list[Parte]]:
        unidades, p = _al_reves(self.sitio.unidades), e.Parte
        partes: dict[int, list[Parte]] = {}
        for registro, rol, unidad, texto in self._de_registros(p, p.rol, p.unidad, p.texto):
            partes.setdefault(registro, []).append(Parte(rol, unidades.get(unidad, ""), texto))
        return partes

    def _citas(self) -> dict[int, list[Cita]]:
        oficios = dict(self.base.lee(e.Oficio.select(e.Oficio.id, e.Oficio.folio)))
        citas: dict[int, list[Cita]] = {}
        for registro, oficio, asunto in self._de_registros(e.Cita, e.Cita.oficio, e.Cita.asunto):
            citas.setdefault(registro, []).append(Cita(oficios[oficio], asunto))
        return citas

    def _de_registros(self, tabla: Any, *columnas: Any) -> list[tuple[Any, ...]]:
        consulta = tabla.select(tabla.registro, *columnas).join(
            e.Registro, on=tabla.registro == e.Registro.id
        )
        donde = e.Registro.trimestre.in_(list(self.trimestres))
        return self.base.lee(consulta.where(donde).order_by(tabla.orden))

    def parrafos(self) -> tuple[ParrafoLibre, ...]:
        p = e.ParrafoLibre
        filas = self._del_trimestre(p, p.uid, p.lugar, p.orden, p.texto)
        parrafos = (
            ParrafoLibre(uid, self.lugar_de[lugar], orden, texto) for uid, lugar, orden, texto in filas
        )
        return tuple(sorted(parrafos, key=_orden))

    def a_mano(self) -> dict[str, TextoAMano]:
        t = e.TextoAMano
        filas = self._del_trimestre(t, t.origen, t.texto, t.sustituye)
        return {origen: TextoAMano(origen, texto, sustituye) for origen, texto, sustituye in filas}

    def alcanzado(self) -> dict[str, Any]:
        filas = self._del_trimestre(e.Alcanzado, e.Alcanzado.lugar, e.Alcanzado.valor)
        return {self.lugar_de[lugar]: valor for lugar, valor in filas}

    def oficios(self) -> dict[str, OficioRemision]:
        claves, o = _al_reves(self.sitio.guardado.departamentos), e.OficioDeRemision
        consulta = o.select(o.departamento, e.Oficio.folio, o.fecha)
        consulta = consulta.join(e.Oficio, JOIN.LEFT_OUTER, on=o.oficio == e.Oficio.id)
        filas = self.base.lee(consulta.where(o.trimestre == self.sitio.id))
        return {claves[d]: OficioRemision(claves[d], folio or "", fecha) for d, folio, fecha in filas}

    def sin_actividad(self) -> frozenset[str]:
        filas = self._del_trimestre(e.SinActividad, e.SinActividad.lugar)
        return frozenset(self.lugar_de[lugar] for (lugar,) in filas)

    def justificaciones(self) -> dict[str, str]:
        filas = self._del_trimestre(e.Justificacion, e.Justificacion.lugar, e.Justificacion.texto)
        return {self.lugar_de[lugar]: texto for lugar, texto in filas}

    def dejados(self) -> dict[str, str]:
        return dict(self._del_trimestre(e.DejadoAsi, e.DejadoAsi.huella, e.DejadoAsi.motivo))


def _al_reves(filas: Mapping[Any, int]) -> dict[int, Any]:
    return {id_: clave for clave, id_ in filas.items()}


def _orden(cosa: Registro | ParrafoLibre) -> tuple[int, str]:
    return cosa.orden, cosa.uid
