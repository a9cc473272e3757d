"""El avance de un trimestre, dicho en la terminal."""

from __future__ import annotations

from decimal import Decimal

from ut_escritorio.dominio.numeros.avance import Avance, avances
from ut_escritorio.dominio.palabras.redaccion import fecha_corta
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.plan.arbol import Actividad, Plan
from ut_escritorio.dominio.porcentajes import con_signo, decir_porcentaje, en_duda, leer_porcentaje
from ut_escritorio.dominio.reloj import Reloj
from ut_escritorio.dominio.trimestre.metas import MetaModificada
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.linea_de_comandos.pedidos import ModificarMeta, VerAvance
from ut_escritorio.linea_de_comandos.respuesta import Respuesta, como_json
from ut_escritorio.servicios.archivo import expediente
from ut_escritorio.servicios.captura.numeros import modificar_meta


def avance(orden: VerAvance, ahora: Reloj) -> Respuesta:
    """Un renglón por actividad, en el orden del plan."""
    with expediente.consultar(orden.archivo, ahora) as abierto:
        foto = abierto.foto(Trimestre(orden.ejercicio, orden.trimestre))
    todos = avances(foto)
    if orden.json:
        return Respuesta(como_json([_llano(uno) for uno in todos]))
    return Respuesta("\n".join(map(_en_un_renglon, todos)) or "El plan no tiene actividades.")


def modificar(orden: ModificarMeta, ahora: Reloj) -> Respuesta:
    """Modifica la meta de una actividad y dice cómo queda contra ella."""
    trimestre = Trimestre(orden.ejercicio, orden.trimestre)
    valor = leer_porcentaje(orden.meta)
    if valor is None:
        raise ErrorEsperado("Escriba a cuánto se modificó, por ejemplo --meta 25.")
    if duda := en_duda(orden.meta, valor):
        raise ErrorEsperado(duda)
    fecha = orden.fecha or ahora().date()
    with expediente.abrir(orden.archivo, ahora) as abierto:
        clave = _la_actividad(abierto.foto(trimestre).plan, orden.actividad).clave
        modificar_meta(abierto, trimestre, clave, MetaModificada(valor, orden.motivo, fecha, orden.oficio))
        foto = abierto.foto(trimestre)
    renglones = [_en_un_renglon(uno) for uno in avances(foto) if uno.actividad.clave == clave]
    if fecha > trimestre.ultimo_dia:
        renglones.append(f"El trimestre terminó el {fecha_corta(trimestre.ultimo_dia)}: la revisión lo dirá.")
    return Respuesta("\n".join(renglones))


def _la_actividad(plan: Plan, cual: str) -> Actividad:
    """La de ese número o esa clave; ErrorEsperado si el plan no la tiene."""
    todas = [lugar for lugar in plan.lugares() if isinstance(lugar, Actividad)]
    suya = next((a for a in todas if cual in (a.numero, a.clave)), None)
    if suya is None:
        hay = ", ".join(actividad.numero for actividad in todas)
        raise ErrorEsperado(f"El plan no tiene la actividad «{cual}»; tiene {hay}.")
    return suya


def _en_un_renglon(uno: Avance) -> str:
    """«2.2 · ▼ bajo · 20 % de 30 %: 67 % · va del año 50 % de 100 % · …»."""
    alcanzado = con_signo(uno.alcanzado) if uno.alcanzado is not None else "–"
    de_meta = f" de {con_signo(uno.meta)}: {uno.porcentaje_dicho}" if uno.meta is not None else ""
    partes = [uno.actividad.numero, uno.estado_dicho, f"{alcanzado}{de_meta}"]
    if uno.modificada and uno.programado is not None:
        partes.append(f"se programó {con_signo(uno.programado)}")
    if uno.del_anio is not None:
        del_anio = con_signo(uno.meta_del_anio) if uno.meta_del_anio is not None else "no se sabe cuánto"
        partes.append(f"va del año {con_signo(uno.del_anio)} de {del_anio}")
    if uno.justificacion:
        partes.append(" ".join(uno.justificacion.split()))
    return " · ".join(partes)


def _llano(uno: Avance) -> dict[str, object]:
    modificada = uno.modificada
    return {
        "actividad": uno.actividad.clave,
        "programado": _numero(uno.programado),
        "modificado": _numero(modificada.valor) if modificada else "",
        "motivo": modificada.motivo if modificada else "",
        "fecha": modificada.fecha.isoformat() if modificada else "",
        "oficio": modificada.folio if modificada else "",
        "alcanzado": _numero(uno.alcanzado),
        "porcentaje": uno.porcentaje_dicho.removesuffix(" %").replace("–", ""),
        "va_del_anio": _numero(uno.del_anio),
        "meta_del_anio": _numero(uno.meta_del_anio),
        "estado": uno.estado,
        "por_que": uno.justificacion,
    }


def _numero(cuanto: Decimal | None) -> str:
    """Como se escribe, exacto; vacío si no se sabe."""
    return decir_porcentaje(cuanto)
