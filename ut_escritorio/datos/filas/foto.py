"""Leer la fotografía de un trimestre, en una sola transacción."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.esquema.captura import CERRADO
from ut_escritorio.datos.filas.catalogo import CatalogoGuardado, leer_catalogo
from ut_escritorio.datos.filas.dias import Dias, leer_dias
from ut_escritorio.datos.filas.eleccion import leer_descansos, leer_eleccion
from ut_escritorio.datos.filas.plan.leer import PlanGuardado, leer_plan
from ut_escritorio.datos.filas.sitio import Sitio, sitio_con
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.datos.motor.sello import huellas
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.personas import Personas
from ut_escritorio.dominio.trimestre.conteos import Casilla, Conteos
from ut_escritorio.dominio.trimestre.eleccion import catalogo_con, plan_con
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre, OficioRemision, PdfFirmado, TextoAMano
from ut_escritorio.dominio.trimestre.renglones import Cita, ParrafoLibre, Parte, Renglon, puesto_de

LLEVA_LA_SERIE, SI, NO = "lleva_la_serie", "sí", "no"


class Fotografo:
    """Saca las fotos de un archivo; el plan, el catálogo y los días los relee solo si su sello cambió."""

    def __init__(self, base: Base) -> None:
        self._base = base
        self._planes: dict[tuple[int, tuple[int, ...]], PlanGuardado | None] = {}
        self._catalogos: dict[tuple[int, ...], CatalogoGuardado] = {}
        self._dias: dict[tuple[int, tuple[int, ...]], Dias] = {}

    def foto(self, trimestre: Trimestre) -> FotoTrimestre:
        """La foto de un trimestre; ErrorEsperado si el archivo no tiene el plan de su año."""
        with self._base.lectura():
            sitio = self._sitio(trimestre)
            return _foto(sitio, self._catalogo().catalogo, self._los_dias(sitio.guardado))

    def sitio(self, trimestre: Trimestre) -> Sitio:
        """Dónde se captura lo de un trimestre; lanza lo mismo que `foto`."""
        with self._base.lectura():
            return self._sitio(trimestre)

    def _sitio(self, trimestre: Trimestre) -> Sitio:
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

    def _los_dias(self, guardado: PlanGuardado) -> Dias:
        llave = guardado.id, huellas(self._base.conexion, (e.Dia, *e.DEL_PLAN))
        if llave not in self._dias:
            self._dias = {llave: leer_dias(self._base, guardado)}
        return self._dias[llave]


def trimestres_de(base: Base) -> tuple[Trimestre, ...]:
    """Los trimestres que el archivo tiene, en orden."""
    return tuple(sorted(filas_de_trimestres(base).values()))


def trimestres_con_datos(base: Base) -> tuple[Trimestre, ...]:
    """Los trimestres donde hay números o renglones anotados, en orden."""
    con_datos = {
        id_ for tabla in (e.Conteo, e.Dia, e.Registro) for (id_,) in base.filas(tabla, ("trimestre",))
    }
    return tuple(
        sorted(trimestre for id_, trimestre in filas_de_trimestres(base).items() if id_ in con_datos)
    )


def filas_de_trimestres(base: Base) -> dict[int, Trimestre]:
    """Los trimestres del archivo, por su número de fila."""
    ejercicios = dict(base.filas(e.Plan, ("id", "ejercicio")))
    filas = base.filas(e.Trimestre, ("id", "plan", "numero"))
    return {id_: Trimestre(ejercicios[plan], numero) for id_, plan, numero in filas}


def contenido_de(base: Base, sha256: str) -> bytes | None:
    """Los bytes de un contenido; None si el archivo no lo tiene."""
    filas = base.filas(e.Contenido, ("bytes",), sha256=sha256)
    return filas[0][0] if filas else None


def _foto(sitio: Sitio, catalogo: Any, dias: Dias) -> FotoTrimestre:
    base = sitio.base
    trimestres = dict(base.filas(e.Trimestre, ("id", "numero"), plan=sitio.guardado.id))
    ((fecha, numera, estado),) = base.filas(
        e.Trimestre, ("fecha_de_firma", "numera_paginas", "estado"), id=sitio.id
    )
    lectura = _Lectura(sitio, trimestres)
    eleccion = leer_eleccion(sitio)
    return FotoTrimestre(
        trimestre=sitio.trimestre,
        plan=plan_con(sitio.guardado.plan, eleccion),
        catalogo=catalogo_con(catalogo, eleccion),
        conteos=lectura.conteos(dias),
        renglones_del_ejercicio=lectura.renglones(),
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
        descansos=leer_descansos(base),
        por_mirar=lectura.por_mirar(),
        firmado=_firmado(sitio) if estado == CERRADO else None,
    )


def _firmado(sitio: Sitio) -> PdfFirmado | None:
    # Lo firmado se carga solo si el trimestre está cerrado.
    from ut_escritorio.datos.filas.firmas import pdf_de

    return pdf_de(sitio)


def _ajuste(base: Base, clave: str) -> str:
    filas = base.filas(e.Ajuste, ("valor",), clave=clave)
    return filas[0][0] if filas else ""


_COLUMNAS_DE_REGISTRO = (
    "id", "trimestre", "uid", "lugar", "orden", "medio", "sentido", "asunto", "fecha", "mes",
    "cantidad_medio", "cantidad", "mujeres", "hombres", "ni", "personas", "forma", "junto", "campos", "hilo",
)  # fmt: skip


class _Lectura:
    """Lee las tablas de un trimestre, y las del año donde la foto lo pide."""

    def __init__(self, sitio: Sitio, trimestres: Mapping[int, int]) -> None:
        self.sitio, self.base, self.trimestres = sitio, sitio.base, trimestres
        guardado = sitio.guardado
        self.lugar_de = _al_reves(guardado.lugares)
        self.cifra_de = _al_reves(guardado.cifras)

    def _del_trimestre(self, tabla: type[e.Tabla], *columnas: str) -> list[tuple[Any, ...]]:
        return self.base.filas(tabla, columnas, trimestre=self.sitio.id)

    def _del_ejercicio(self, tabla: type[e.Tabla], *columnas: str) -> list[tuple[Any, ...]]:
        return self.base.filas(tabla, columnas, trimestre=tuple(self.trimestres))

    def conteos(self, dias: Dias) -> Conteos:
        filas = self._del_ejercicio(e.Conteo, "cifra", "trimestre", "mes", "sexo", "valor")
        valores = {
            Casilla(self.cifra_de[cifra], self.trimestres[trimestre], mes, sexo): valor
            for cifra, trimestre, mes, sexo, valor in filas
        }
        capturados = self._del_ejercicio(e.MesCapturado, "cifra", "mes")
        return Conteos(valores, frozenset((self.cifra_de[cifra], mes) for cifra, mes in capturados), dias)

    def renglones(self) -> dict[int, tuple[Renglon, ...]]:
        medios, formas = _al_reves(self.sitio.guardado.medios), _al_reves(self.sitio.guardado.formas)
        hilos = dict(self.base.filas(e.Asunto, ("id", "uid")))
        filas = self._del_ejercicio(e.Registro, *_COLUMNAS_DE_REGISTRO)
        ids = tuple(fila[0] for fila in filas)
        partes, citas = self._partes(ids), self._citas(ids)
        por_trimestre: dict[int, list[Renglon]] = {}
        for fila in filas:
            id_, trimestre, uid, lugar, orden, medio, sentido, asunto, fecha, mes = fila[:10]
            cantidad_medio, cantidad, mujeres, hombres, ni, total, forma, junto, campos, hilo = fila[10:]
            renglon = Renglon(
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
            por_trimestre.setdefault(self.trimestres[trimestre], []).append(renglon)
        return {numero: tuple(sorted(rs, key=puesto_de)) for numero, rs in por_trimestre.items()}

    def _partes(self, renglones: tuple[int, ...]) -> dict[int, list[Parte]]:
        unidades = _al_reves(self.sitio.unidades)
        partes: dict[int, list[Parte]] = {}
        columnas = ("registro", "rol", "unidad", "texto")
        for renglon, rol, unidad, texto in self.base.filas(e.Parte, columnas, "orden", registro=renglones):
            partes.setdefault(renglon, []).append(Parte(rol, unidades.get(unidad, ""), texto))
        return partes

    def _citas(self, renglones: tuple[int, ...]) -> dict[int, list[Cita]]:
        oficios = dict(self.base.filas(e.Oficio, ("id", "folio")))
        citas: dict[int, list[Cita]] = {}
        columnas = ("registro", "oficio", "asunto")
        for renglon, oficio, asunto in self.base.filas(e.Cita, columnas, "orden", registro=renglones):
            citas.setdefault(renglon, []).append(Cita(oficios[oficio], asunto))
        return citas

    def parrafos(self) -> tuple[ParrafoLibre, ...]:
        filas = self._del_trimestre(e.ParrafoLibre, "uid", "lugar", "orden", "texto")
        parrafos = (ParrafoLibre(uid, self.lugar_de[lugar], *resto) for uid, lugar, *resto in filas)
        return tuple(sorted(parrafos, key=puesto_de))

    def a_mano(self) -> dict[str, TextoAMano]:
        filas = self._del_trimestre(e.TextoAMano, "origen", "texto", "sustituye")
        return {fila[0]: TextoAMano(*fila) for fila in filas}

    def alcanzado(self) -> dict[str, Any]:
        filas = self._del_trimestre(e.Alcanzado, "lugar", "valor")
        return {self.lugar_de[lugar]: valor for lugar, valor in filas}

    def oficios(self) -> dict[str, OficioRemision]:
        claves = _al_reves(self.sitio.guardado.departamentos)
        filas = self._del_trimestre(e.OficioDeRemision, "departamento", "oficio", "fecha")
        folios = dict(self.base.filas(e.Oficio, ("id", "folio"), id=tuple(oficio for _, oficio, _ in filas)))
        return {claves[d]: OficioRemision(claves[d], folios.get(o, ""), fecha) for d, o, fecha in filas}

    def sin_actividad(self) -> frozenset[str]:
        filas = self._del_trimestre(e.SinActividad, "lugar")
        return frozenset(self.lugar_de[lugar] for (lugar,) in filas)

    def justificaciones(self) -> dict[str, str]:
        filas = self._del_trimestre(e.Justificacion, "lugar", "texto")
        return {self.lugar_de[lugar]: texto for lugar, texto in filas}

    def por_mirar(self) -> frozenset[str]:
        return frozenset(origen for (origen,) in self._del_trimestre(e.PorMirar, "origen"))

    def dejados(self) -> dict[str, str]:
        return dict(self._del_trimestre(e.DejadoAsi, "huella", "motivo"))


def _al_reves(filas: Mapping[Any, int]) -> dict[int, Any]:
    return {id_: clave for clave, id_ in filas.items()}
