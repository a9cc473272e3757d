"""Comparar un trimestre con otros dos, pedido en la terminal."""

from __future__ import annotations

from collections.abc import Iterator

from ut_escritorio.dominio.numeros.comparado import aviso_del_dia, frase
from ut_escritorio.dominio.numeros.comparar import Comparada, Contra
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.plan.arbol import Componente
from ut_escritorio.dominio.plan.cifras import Numero
from ut_escritorio.dominio.plan.lugares import breve
from ut_escritorio.dominio.reloj import Reloj
from ut_escritorio.dominio.trimestre.fases import dia_de_fiar
from ut_escritorio.linea_de_comandos.pedidos import Comparar
from ut_escritorio.linea_de_comandos.respuesta import Respuesta, como_json
from ut_escritorio.servicios.archivo import expediente
from ut_escritorio.servicios.captura import comparar as servicio


def comparar(orden: Comparar, ahora: Reloj) -> Respuesta:
    """Una frase por cifra, bajo su componente."""
    trimestre, hoy = Trimestre(orden.ejercicio, orden.trimestre), ahora().date()
    with expediente.consultar(orden.archivo, ahora) as abierto:
        guardado = abierto.ultimo_cambio
        de_fiar = dia_de_fiar(hoy, abierto.trimestres(), guardado.date() if guardado else None)
        comparacion = servicio.comparar(abierto, trimestre, de_fiar)
    if orden.json:
        return Respuesta(
            como_json([_dicha(de, una) for de, suyas in comparacion.por_componente for una in suyas])
        )
    return Respuesta("\n".join(filter(None, (aviso_del_dia(hoy, de_fiar), *_frases(comparacion)))))


def _frases(comparacion: servicio.Comparacion) -> Iterator[str]:
    for componente, suyas in comparacion.por_componente:
        yield f"{componente.numero} {breve(componente)}"
        yield from (f"  {frase(una, comparacion.trimestre)}" for una in suyas)


def _dicha(componente: Componente, una: Comparada) -> dict[str, object]:
    return {
        "componente": componente.numero,
        "cifra": una.cifra.clave,
        "nombre": una.cifra.nombre,
        "total": _numero(una.total.numero),
        "anterior": _contra(una.anterior),
        "hace_un_anio": _contra(una.hace_un_anio),
        "va_del_anio": _numero(una.va.numero),
    }


def _contra(contra: Contra) -> dict[str, object]:
    return {
        "ejercicio": contra.trimestre.ejercicio,
        "trimestre": contra.trimestre.numero,
        "meses": contra.meses,
        "sus_meses": contra.otros,
        "este": _numero(contra.este.numero) if contra.meses else None,
        "otro": _numero(contra.otro.numero),
        "diferencia": _numero(contra.diferencia),
        "por_cien": contra.por_cien,
        "cambios": contra.cambios,
    }


def _numero(numero: Numero | None) -> int | float | None:
    """JSON no tiene decimales exactos."""
    return numero if numero is None or isinstance(numero, int) else float(numero)
