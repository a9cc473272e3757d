"""El informe entero: lo que se imprime, repartido en sus secciones, con su membrete."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from ut_escritorio.dominio.impreso.entradas import (
    AVANCE,
    COMPARATIVO,
    GRAFICAS,
    INDICE,
    PORTADA,
    RELACION,
    RESUMEN,
    ULTIMA,
)
from ut_escritorio.dominio.impreso.recorrido import impresos
from ut_escritorio.dominio.oficina.firmantes import ocupante
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.informe.armado.anexos import secciones_de_anexos
from ut_escritorio.informe.armado.bloques import bloques_de
from ut_escritorio.informe.armado.horizontales import de_los_horizontales, en_sus_hojas
from ut_escritorio.informe.armado.indice import con_indice
from ut_escritorio.informe.armado.membretes import membrete_de
from ut_escritorio.informe.documento import Disposicion, Documento, Seccion

_MARCADORES = {
    INDICE: "Índice", AVANCE: "Avance", RELACION: "Relación de oficios", RESUMEN: "Resumen",
    COMPARATIVO: "Comparativo", GRAFICAS: "Gráficas", ULTIMA: "Firmas",
}  # fmt: skip


def armar(foto: FotoTrimestre, por_corregir: tuple[str, ...] = ()) -> Documento:
    """El documento completo del trimestre de la foto; `por_corregir`, lo que halló quien lo revisó."""
    donde = foto.plan.programa.anexos.donde
    anexos = secciones_de_anexos(foto) if donde else ()
    return Documento(
        titulo=f"Informe del {foto.trimestre} – {foto.plan.programa.nombre}",
        autor=_autor(foto),
        fecha=foto.dia,
        secciones=con_indice(foto.plan, (*_secciones(foto), *(anexos if donde == "al final" else ()))),
        numera_paginas=foto.numera_paginas,
        por_corregir=por_corregir,
        anexos=anexos if donde == "aparte" else (),
    )


def _autor(foto: FotoTrimestre) -> str:
    puestos = [firmante.puesto for apartado in foto.plan.portada for firmante in apartado.firmantes]
    quien = ocupante(foto.catalogo, puestos[0], foto.dia) if puestos else None
    return quien.nombre if quien else ""


def _secciones(foto: FotoTrimestre) -> tuple[Seccion, ...]:
    """Una por parte del informe; la firma final sigue al último componente, sin cambiar de página."""
    secciones: list[Seccion] = []
    horizontales = de_los_horizontales(foto.plan)
    membrete = membrete_de(foto, foto.dia)
    for origen, suyos in groupby(impresos(foto), key=lambda impreso: impreso.entrada.seccion):
        bloques = tuple(bloques_de(foto, tuple(suyos)))
        if origen == ULTIMA and secciones and secciones[-1].disposicion == "corrida":
            secciones[-1] = replace(secciones[-1], bloques=(*secciones[-1].bloques, *bloques))
        else:
            marcador, disposicion = _de_que_es(foto, origen)
            entera = Seccion(marcador, bloques, membrete, disposicion, origen)
            secciones += en_sus_hojas(entera, horizontales)
    return tuple(secciones)


def _de_que_es(foto: FotoTrimestre, seccion: Origen) -> tuple[str, Disposicion]:
    """Cómo nombra el índice una parte del informe, y cómo va en la hoja."""
    if seccion == PORTADA:
        return "Portada", "portada"
    if seccion in _MARCADORES:
        return _MARCADORES[seccion], "corrida"
    if seccion.clase == "oficio":
        return f"Oficio de remisión – {foto.plan.departamento[seccion.clave].nombre}", "oficio"
    return f"Componente {foto.plan.lugar[seccion.clave].numero}", "corrida"
