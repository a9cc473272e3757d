"""Las metas: la que se modificó ya acabado el trimestre, la del año que se rebasó y qué dice el %."""

from __future__ import annotations

from collections.abc import Iterator

from ut_escritorio.dominio.numeros.avance import avance_de
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.palabras.redaccion import fecha_corta, lista
from ut_escritorio.dominio.porcentajes import con_signo
from ut_escritorio.revision.hallazgos import Hallazgo, hallazgo
from ut_escritorio.revision.lectura import Lectura
from ut_escritorio.revision.numeros.valores import actividades_de, sitio_del_valor


def metas_a_destiempo(lectura: Lectura) -> Iterator[Hallazgo]:
    """Las que se modificaron con el trimestre ya acabado: se dicen, no se rechazan."""
    fin, modificadas = lectura.trimestre.ultimo_dia, lectura.foto.modificadas
    tarde = [
        (actividad, modificadas[actividad.clave].fecha)
        for actividad in actividades_de(lectura)
        if actividad.clave in modificadas and modificadas[actividad.clave].fecha > fin
    ]
    if tarde:
        dichas = [f"la de {actividad.numero}, el {fecha_corta(fecha)}" for actividad, fecha in tarde]
        yield hallazgo(
            "meta_a_destiempo",
            "revisar",
            f"El trimestre acabó el {fecha_corta(fin)} y después se modificó su meta: {lista(dichas)}.",
            [(sitio_del_valor(a), f"Su meta se modificó el {fecha_corta(dia)}.") for a, dia in tarde],
            [(actividad.clave, dia.isoformat()) for actividad, dia in tarde],
        )


def de_mas_en_el_anio(lectura: Lectura) -> Iterator[Hallazgo]:
    """Las que ya rebasaron la meta del año, más de lo que la holgura del programa permite."""
    _, maximo = lectura.plan.programa.holgura
    avances = [avance_de(lectura.foto, actividad) for actividad in actividades_de(lectura)]
    de_mas = [
        (avance.actividad, van, meta)
        for avance in avances
        if (van := avance.del_anio) is not None
        and (meta := avance.meta_del_anio) is not None
        and van * 100 > meta * maximo
    ]
    if de_mas:
        dichas = [f"{a.numero} lleva {con_signo(van)} de {con_signo(meta)}" for a, van, meta in de_mas]
        yield hallazgo(
            "de_mas_en_el_anio",
            "revisar",
            f"Lo que va del año pasa del {con_signo(maximo)} de su meta: {lista(dichas)}.",
            [
                (sitio_del_valor(a), f"Va del año {con_signo(van)} y la meta es {con_signo(meta)}.")
                for a, van, meta in de_mas
            ],
            [(a.clave, con_signo(van), con_signo(meta)) for a, van, meta in de_mas],
        )


def sin_decir_que_es_el_porcentaje(lectura: Lectura) -> Iterator[Hallazgo]:
    """Si el avance se imprime, lo que va del año sale vacío mientras no se diga qué es el %."""
    impreso = next((cada for cada in lectura.plan.apartados() if cada.clase == "avance"), None)
    if impreso is None or lectura.plan.programa.alcance:
        return
    yield hallazgo(
        "sin_alcance",
        "revisar",
        "El avance se imprime sin lo que va del año: falta decir, en Tablero › Avance, "
        "si el % que se escribe es solo del trimestre o lo que va del año.",
        [Sitio("", Origen("apartado", impreso.clave))],
    )
