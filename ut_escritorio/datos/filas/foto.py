"""La fotografía de un trimestre, de filas a su valor: entera, o de la anterior y lo que cambió."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.esquema.base import nombre_de
from ut_escritorio.datos.esquema.captura import CERRADO
from ut_escritorio.datos.filas import al_pedirlo
from ut_escritorio.datos.filas.dias import leer_dias
from ut_escritorio.datos.filas.eleccion import leer_descansos, leer_eleccion
from ut_escritorio.datos.filas.legajo import Legajo, al_reves
from ut_escritorio.datos.filas.lo_anotado import DE_LO_ANOTADO, Apunte, anotado_despues, leer_anotado
from ut_escritorio.datos.filas.oficios.numeros import leer_tomados, se_lleva_alguna
from ut_escritorio.datos.filas.oficios.papeles import alguno_espera, leer_contestados, leer_por_imprimir
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.dominio.oficina.catalogo import Catalogo
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.plan.cifras import DelLibro, la_del_libro
from ut_escritorio.dominio.trimestre.conteos import Casilla, Conteos
from ut_escritorio.dominio.trimestre.del_libro import Asentado, Contados
from ut_escritorio.dominio.trimestre.eleccion import Eleccion, catalogo_con, plan_con
from ut_escritorio.dominio.trimestre.esperas import DIAS_DE_ESPERA as SIN_DECIRLO
from ut_escritorio.dominio.trimestre.esperas import Contestado, PorContestar, PorImprimir
from ut_escritorio.dominio.trimestre.evidencias import Evidencia
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre, OficioRemision, PdfFirmado, TextoAMano
from ut_escritorio.dominio.trimestre.metas import LoAlcanzado, MetaModificada
from ut_escritorio.dominio.trimestre.renglones import ParrafoLibre, puesto_de
from ut_escritorio.dominio.trimestre.series import Tomados

DIAS_DE_ESPERA, PARA_LUEGO = "dias_de_espera", "para_luego"


def leer_foto(legajo: Legajo, catalogo: Catalogo) -> FotoTrimestre:
    """La foto leída entera; dentro de la lectura de quien llama."""
    eleccion = leer_eleccion(legajo)
    return FotoTrimestre(
        trimestre=legajo.trimestre,
        plan=plan_con(legajo.guardado.plan, eleccion),
        catalogo=catalogo_con(catalogo, eleccion),
        conteos=Conteos(**_leidas(_DE_LOS_CONTEOS, legajo)),
        renglones_del_ejercicio=leer_anotado(legajo),
        eleccion=eleccion,
        **_leidas(_DE_LA_FOTO, legajo),
    )


def foto_despues(
    antes: FotoTrimestre,
    legajo: Legajo,
    catalogo: Catalogo,
    movidas: Collection[str],
    apuntes: Collection[Apunte],
) -> FotoTrimestre | None:
    """La foto tras unas acciones, de la de antes y lo que tocaron; None si con eso no alcanza.

    `movidas` son las tablas cuyo sello cambió; `apuntes`, lo que la bitácora anotó desde entonces. Lo que
    no alcanza es lo que nadie anotó, y lo que cambia el plan o el catálogo: entonces se lee entera.
    """
    explicadas = {apunte.tabla for apunte in apuntes}
    if not explicadas.issuperset(movidas) or not _TODO_LO_DE_LA_FOTO.isdisjoint(movidas):
        return None
    nuevas = _leidas(_DE_LA_FOTO, legajo, movidas)
    if nuevas.get("evidencias") == antes.evidencias:  # pocos informes llevan anexos
        del nuevas["evidencias"]
    if conteos := _leidas(_DE_LOS_CONTEOS, legajo, movidas):
        nuevas["conteos"] = replace(antes.conteos, **conteos)
    if not DE_LO_ANOTADO.isdisjoint(movidas):
        anotado = anotado_despues(antes.renglones_del_ejercicio, legajo, apuntes)
        if anotado is None:
            return None
        nuevas["renglones_del_ejercicio"] = anotado
    if not _DE_LA_ELECCION.isdisjoint(movidas):
        nuevas |= _segun(leer_eleccion(legajo), antes, legajo, catalogo)
    return replace(antes, **nuevas) if nuevas else antes


def solo_lo_que_se_cuenta(foto: FotoTrimestre) -> FotoTrimestre:
    """La foto con lo que hace falta para compararse con ella, y nada más."""
    return FotoTrimestre(foto.trimestre, foto.plan, Catalogo(), foto.conteos, foto.renglones_del_ejercicio)


def _segun(eleccion: Eleccion, antes: FotoTrimestre, legajo: Legajo, catalogo: Catalogo) -> dict[str, Any]:
    """Lo que toca por lo elegido, si es otro que antes."""
    if eleccion == antes.eleccion:
        return {}
    return {
        "eleccion": eleccion,
        "plan": plan_con(legajo.guardado.plan, eleccion),
        "catalogo": catalogo_con(catalogo, eleccion),
    }


# Cada parte de la foto: de qué tablas sale y cómo se lee

_Partes = Mapping[str, tuple[frozenset[str], Callable[[Legajo], Any]]]


def _leidas(partes: _Partes, legajo: Legajo, movidas: Collection[str] | None = None) -> dict[str, Any]:
    """Las partes, leídas; con `movidas`, solo las que salen de esas tablas."""
    return {
        nombre: leer(legajo)
        for nombre, (tablas, leer) in partes.items()
        if movidas is None or not tablas.isdisjoint(movidas)
    }


def _valores(legajo: Legajo) -> dict[Casilla, int]:
    cifra_de = al_reves(legajo.guardado.cifras)
    columnas = ("cifra", "trimestre", "mes", "sexo", "valor")
    return {
        Casilla(cifra_de[cifra], legajo.del_anio[trimestre], mes, sexo): valor
        for cifra, trimestre, mes, sexo, valor in _del_anio(legajo, e.Conteo, *columnas)
    }


def _capturados(legajo: Legajo) -> frozenset[tuple[str, int]]:
    cifra_de = al_reves(legajo.guardado.cifras)
    return frozenset((cifra_de[c], mes) for c, mes in _del_anio(legajo, e.MesCapturado, "cifra", "mes"))


def _parrafos(legajo: Legajo) -> tuple[ParrafoLibre, ...]:
    lugar_de = al_reves(legajo.guardado.lugares)
    filas = _del_trimestre(legajo, e.ParrafoLibre, "uid", "lugar", "orden", "texto")
    return tuple(
        sorted((ParrafoLibre(uid, lugar_de[lugar], *resto) for uid, lugar, *resto in filas), key=puesto_de)
    )


def _a_mano(legajo: Legajo) -> dict[str, TextoAMano]:
    filas = _del_trimestre(legajo, e.TextoAMano, "origen", "texto", "sustituye")
    return {fila[0]: TextoAMano(*fila) for fila in filas}


def _alcanzado(legajo: Legajo) -> dict[str, Decimal]:
    lugar_de = al_reves(legajo.guardado.lugares)
    return {lugar_de[lugar]: valor for lugar, valor in _del_trimestre(legajo, e.Alcanzado, "lugar", "valor")}


def _modificadas(legajo: Legajo) -> dict[str, MetaModificada]:
    lugar_de = al_reves(legajo.guardado.lugares)
    filas = _del_trimestre(legajo, e.MetaModificada, "lugar", "valor", "motivo", "fecha", "folio")
    return {lugar_de[lugar]: MetaModificada(*resto) for lugar, *resto in filas}


def _otros_trimestres(legajo: Legajo) -> dict[int, LoAlcanzado]:
    """Lo alcanzado y las metas modificadas de los otros tres, por su número."""
    lugar_de = al_reves(legajo.guardado.lugares)
    otros: dict[int, LoAlcanzado] = {}
    for nombre, tabla in (("alcanzado", e.Alcanzado), ("modificado", e.MetaModificada)):
        por_numero: dict[int, dict[str, Decimal]] = {}
        for trimestre, lugar, valor in _del_anio(legajo, tabla, "trimestre", "lugar", "valor"):
            por_numero.setdefault(legajo.del_anio[trimestre], {})[lugar_de[lugar]] = valor
        for numero, suyos in por_numero.items():
            if numero != legajo.trimestre.numero:
                otros[numero] = replace(otros.get(numero, LoAlcanzado()), **{nombre: suyos})
    return otros


def _remisiones(legajo: Legajo) -> dict[str, OficioRemision]:
    claves = al_reves(legajo.guardado.departamentos)
    filas = _del_trimestre(legajo, e.OficioDeRemision, "departamento", "oficio", "fecha", "folio")
    folios = dict(legajo.base.filas(e.Oficio, ("id", "folio"), id=tuple(oficio for _, oficio, *_ in filas)))
    return {
        claves[d]: OficioRemision(claves[d], escrito or folios.get(oficio, ""), fecha)
        for d, oficio, fecha, escrito in filas
    }


def _sin_actividad(legajo: Legajo) -> frozenset[str]:
    lugar_de = al_reves(legajo.guardado.lugares)
    return frozenset(lugar_de[lugar] for (lugar,) in _del_trimestre(legajo, e.SinActividad, "lugar"))


def _justificaciones(legajo: Legajo) -> dict[str, str]:
    lugar_de = al_reves(legajo.guardado.lugares)
    filas = _del_trimestre(legajo, e.Justificacion, "lugar", "texto")
    return {lugar_de[lugar]: texto for lugar, texto in filas}


def _por_mirar(legajo: Legajo) -> frozenset[str]:
    return frozenset(origen for (origen,) in _del_trimestre(legajo, e.PorMirar, "origen"))


def _dejados(legajo: Legajo) -> dict[str, str]:
    return dict(_del_trimestre(legajo, e.DejadoAsi, "huella", "motivo"))


def _numeros(legajo: Legajo) -> Tomados:
    """Los números del libro, que solo hacen falta donde se buscan los que faltan."""
    if not se_lleva_alguna(legajo.base):
        return Tomados()
    return leer_tomados(legajo.base, legajo.trimestre.ejercicio, solo_del_libro=True)


def dias_de_espera(base: Base) -> int:
    """Cuántos días hábiles espera la oficina una respuesta que no tiene día."""
    dichos = (valor for (valor,) in base.filas(e.Ajuste, ("valor",), clave=DIAS_DE_ESPERA))
    return next((int(dicho) for dicho in dichos if dicho.isdecimal()), SIN_DECIRLO)


def para_luego(base: Base) -> frozenset[tuple[int, str]]:
    """De lo que falta para empezar, lo que ella dejó para luego: de qué año y cuál."""
    dichos = base.filas(e.Ajuste, ("valor",), clave=PARA_LUEGO)
    partes = (cada.partition("/") for (valor,) in dichos for cada in valor.split())
    return frozenset((int(anio), cual) for anio, _, cual in partes if anio.isdecimal())


def _para_luego(legajo: Legajo) -> frozenset[str]:
    return frozenset(c for anio, c in para_luego(legajo.base) if anio == legajo.trimestre.ejercicio)


def _esperan(legajo: Legajo) -> tuple[PorContestar, ...]:
    """Lo enviado hasta este trimestre, de cualquier año; firmado, ya nada suyo se mueve."""
    if not alguno_espera(legajo.base) or _suyo(legajo, "estado") == CERRADO:
        return ()
    return al_pedirlo.libro().leer_por_contestar(legajo.base, legajo.trimestre.ultimo_dia)


def _contestados(legajo: Legajo) -> tuple[Contestado, ...]:
    """Los de este trimestre, de cualquier lado; firmado, ya nada suyo se mueve."""
    return () if _suyo(legajo, "estado") == CERRADO else leer_contestados(legajo.base, legajo.trimestre)


def _por_imprimir(legajo: Legajo) -> tuple[PorImprimir, ...]:
    """Las de este trimestre; firmado, ya nada suyo se mueve."""
    return () if _suyo(legajo, "estado") == CERRADO else leer_por_imprimir(legajo.base, legajo.trimestre)


def _del_libro(legajo: Legajo) -> tuple[Contados, ...]:
    """Lo que el libro cuenta, que solo hace falta donde algo se compara con él; firmado, ya nada."""
    cifras = legajo.guardado.plan.cifras
    if not any(map(la_del_libro, cifras)):
        return ()
    if _suyo(legajo, "estado") == CERRADO:
        return ()
    return al_pedirlo.libro().contar_por_clase(legajo.base, legajo.trimestre.ejercicio)


def _contados(legajo: Legajo) -> Mapping[Casilla, int]:
    """Los números que salen del libro, que solo hacen falta donde alguna cifra se cuenta de él."""
    if not any(isinstance(cifra.fuente, DelLibro) for cifra in legajo.guardado.plan.cifras):
        return {}
    return al_pedirlo.contados().leer_contados(legajo)


def _relacion(legajo: Legajo) -> tuple[Asentado, ...]:
    """Los papeles del trimestre, que solo hacen falta donde el informe los relaciona."""
    return al_pedirlo.relacion().leer_relacion(legajo) if legajo.guardado.plan.relaciona else ()


def _evidencias(legajo: Legajo) -> dict[Origen, tuple[Evidencia, ...]]:
    """Solo hacen falta donde el informe lleva anexos."""
    return al_pedirlo.anexos().leer_todas(legajo) if legajo.guardado.plan.programa.anexos.donde else {}


def _fecha_de_firma(legajo: Legajo) -> date | None:
    return _suyo(legajo, "fecha_de_firma")


def _numera_paginas(legajo: Legajo) -> bool:
    return _suyo(legajo, "numera_paginas")


def _firmado(legajo: Legajo) -> PdfFirmado | None:
    if _suyo(legajo, "estado") != CERRADO:
        return None
    return al_pedirlo.firmas().pdf_de(legajo)


def _suyo(legajo: Legajo, columna: str) -> Any:
    """Lo que dice el trimestre mismo."""
    ((valor,),) = legajo.base.filas(e.Trimestre, (columna,), id=legajo.id)
    return valor


def _del_trimestre(legajo: Legajo, tabla: type[e.Tabla], *columnas: str) -> list[tuple[Any, ...]]:
    return legajo.base.filas(tabla, columnas, trimestre=legajo.id)


def _del_anio(legajo: Legajo, tabla: type[e.Tabla], *columnas: str) -> list[tuple[Any, ...]]:
    return legajo.base.filas(tabla, columnas, trimestre=tuple(legajo.del_anio))


def _de(*tablas: type[e.Tabla]) -> frozenset[str]:
    return frozenset(nombre_de(tabla) for tabla in tablas)


_DE_LOS_CONTEOS: _Partes = {
    "valores": (_de(e.Conteo), _valores),
    "capturados": (_de(e.MesCapturado), _capturados),
    "dias": (_de(e.Dia), leer_dias),
    "del_libro": (_de(e.Oficio, e.Trimestre, e.Firma), _contados),
}
_DE_LO_QUE_SE_ESPERA = _de(e.Seguimiento, e.Contestacion, e.Oficio, e.Renglon, e.Cita, e.Trimestre)
_DE_LA_RELACION = _de(e.Oficio, e.ParteDeOficio, e.Cita, e.Renglon, e.Parte, e.OficioDeRemision, e.Trimestre)
_DE_LA_FOTO: _Partes = {
    "parrafos": (_de(e.ParrafoLibre), _parrafos),
    "a_mano": (_de(e.TextoAMano), _a_mano),
    "alcanzado": (_de(e.Alcanzado), _alcanzado),
    "modificadas": (_de(e.MetaModificada), _modificadas),
    "otros_trimestres": (_de(e.Alcanzado, e.MetaModificada), _otros_trimestres),
    "remisiones": (_de(e.OficioDeRemision, e.Oficio), _remisiones),
    "sin_actividad": (_de(e.SinActividad), _sin_actividad),
    "fecha_de_firma": (_de(e.Trimestre), _fecha_de_firma),
    "numera_paginas": (_de(e.Trimestre), _numera_paginas),
    "justificaciones": (_de(e.Justificacion), _justificaciones),
    "dejados": (_de(e.DejadoAsi), _dejados),
    "numeros": (_de(e.Oficio, e.SerieDelAnio, e.NumerosAjenos), _numeros),
    "descansos": (_de(e.Descanso), lambda legajo: leer_descansos(legajo.base)),
    "por_mirar": (_de(e.PorMirar), _por_mirar),
    "esperan": (_DE_LO_QUE_SE_ESPERA, _esperan),
    "por_imprimir": (_de(e.Carta, e.CartaEnviada, e.Oficio, e.ParteDeOficio, e.Trimestre), _por_imprimir),
    "contestados": (_de(e.Contestacion, e.Oficio, e.Trimestre), _contestados),
    "del_libro": (_de(e.Oficio, e.Trimestre), _del_libro),
    "relacion": (_DE_LA_RELACION, _relacion),
    "evidencias": (_de(e.Evidencia, e.Cita, e.Trimestre, e.Firma), _evidencias),
    "dias_de_espera": (_de(e.Ajuste), lambda legajo: dias_de_espera(legajo.base)),
    "para_luego": (_de(e.Ajuste), _para_luego),
    "firmado": (_de(e.Trimestre, e.Firma), _firmado),
}
_DE_LA_ELECCION = _de(e.Trimestre, e.FirmanteElegido)
_TODO_LO_DE_LA_FOTO = _de(*e.DEL_PLAN, *e.DEL_CATALOGO)
"""De estas salen su plan y su catálogo: si cambian, se lee entera."""
